"""``formula`` for formulas in words: the contract's answer, and what people see."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

RATIO = "(Jumlah konflik yang diselesaikan : jumlah konflik) x 100%"


def test_a_formula_in_words_is_answered_as_the_contract_says(run: Run) -> None:
    ran = run("formula", RATIO, "--format", "json")
    assert ran.status == 0
    assert ran.json == {
        "skema": "kesbang-iku/rumus/1",
        "status": "terbaca",
        "rumus": "konflik_diselesaikan / konflik * 100",
        "variabel": [
            {"nama": "konflik_diselesaikan", "label": "jumlah konflik yang diselesaikan"},
            {"nama": "konflik", "label": "jumlah konflik"},
        ],
        "catatan": [],
    }


def test_a_doubt_comes_with_the_likeliest_formula_and_the_reason(run: Run) -> None:
    ran = run("formula", "A - B / C x 100%", "--format", "json")
    assert ran.status == 0
    assert ran.json["status"] == "ragu"
    assert ran.json["rumus"] == "a - b / c * 100"
    assert [note["kode"] for note in ran.json["catatan"]] == ["IKU710"]


def test_a_text_without_formula_is_no_error(run: Run) -> None:
    ran = run("formula", "hasil rilis BPS", "--format", "json")
    assert ran.status == 0
    assert (ran.json["status"], ran.json["rumus"]) == ("tidak_terhitung", None)


@pytest.mark.parametrize(
    ("language", "reading", "sentence"),
    [
        ("id", "Pembacaan   terbaca", "jumlah konflik yang diselesaikan dibagi jumlah konflik"),
        ("en", "Reading     read", "jumlah konflik yang diselesaikan divided by jumlah konflik"),
    ],
)
def test_people_see_reading_sentence_and_variables(
    language: str, reading: str, sentence: str, run: Run
) -> None:
    out = run("--bahasa", language, "formula", RATIO).out
    assert out.splitlines()[0] == reading
    assert sentence in out
    assert "konflik_diselesaikan: jumlah konflik yang diselesaikan" in out


def test_people_see_why_a_reading_is_in_doubt_and_what_to_do(run: Run) -> None:
    out = run("formula", "A - B / C x 100%").out
    assert "ragu" in out
    assert "IKU710" in out
    assert "→ Beri kurung" in out


def test_lines_of_a_formula_may_come_from_standard_input(run: Run) -> None:
    text = "P = A/B x 100%\nKet:\nA = jumlah kader yang lulus\nB = jumlah kader\n"
    answer = run("formula", "-", "--format", "json", stdin=text).json
    assert answer["rumus"] == "a / b * 100"
    assert [found["label"] for found in answer["variabel"]] == [
        "jumlah kader yang lulus",
        "jumlah kader",
    ]
