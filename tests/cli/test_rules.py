"""``rules``: every code, or one with reason, example and cure."""

from __future__ import annotations

from kesbang_iku.findings.register import all_kinds
from tests.cli.conftest import Run


def test_the_table_lists_every_code_with_level_and_title(run: Run) -> None:
    ran = run("rules")
    assert ran.status == 0
    lines = ran.out.splitlines()[2:]
    assert [line.split()[0] for line in lines if line.startswith("IKU")] == [
        kind.code for kind in all_kinds()
    ]
    (line,) = [line for line in lines if line.startswith("IKU405")]
    assert line.split(maxsplit=2) == ["IKU405", "galat", "Hubungan antarvariabel dilanggar"]


def test_one_code_is_told_with_reason_example_and_cure(run: Run) -> None:
    ran = run("rules", "IKU405")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "IKU405 Hubungan antarvariabel dilanggar"
    assert "Angka yang saling bertentangan tidak boleh menghasilkan nilai." in lines
    assert "Tingkat    galat" in lines
    assert "        variabel: {konflik_diselesaikan: 25, konflik: 20}" in lines
    assert any(line.startswith("iku405.yaml:6:15: galat IKU405 ") for line in lines)


def test_a_code_without_an_example_is_told_without(run: Run) -> None:
    ran = run("rules", "IKU001", "--bahasa", "en")
    assert ran.status == 0
    assert "Example" not in ran.out
    assert "Level    error" in ran.out


def test_an_example_of_a_formula_shows_the_place_in_it(run: Run) -> None:
    lines = run("rules", "IKU117", "--bahasa", "en").out.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("iku117.rumus:1:"))
    assert lines[place + 1].strip() == "a / * b"
    assert lines[place + 2].strip() == "^"


def test_a_prefix_lists_its_codes(run: Run) -> None:
    ran = run("rules", "iku53")
    assert [line.split()[0] for line in ran.out.splitlines()[2:]] == ["IKU530", "IKU531"]


def test_json_has_every_key_and_the_example(run: Run) -> None:
    answer = run("rules", "IKU405", "--format", "json", "--bahasa", "en").json
    assert answer["skema"] == "kesbang-iku/aturan/1"
    (entry,) = answer["temuan"]
    assert entry["judul"] == "Relation between variables broken"
    assert (entry["kode"], entry["tingkat"], entry["tingkat_mendatang"]) == (
        "IKU405",
        "galat",
        None,
    )
    assert entry["contoh"]["berkas"] == "iku405.yaml"
    assert "konflik: 20" in entry["contoh"]["isi"]
    assert {"alasan", "pesan", "saran", "rujukan"} <= entry.keys()
    assert len(run("rules", "--format", "json").json["temuan"]) == len(all_kinds())


def test_an_unknown_code_gets_a_proposal_and_status_2(run: Run) -> None:
    ran = run("rules", "IKU499")
    assert (ran.status, ran.out) == (2, "")
    assert "Barangkali maksudnya IKU4" in ran.err
    ran = run("rules", "warna", "--bahasa", "en")
    assert (ran.status, ran.out) == (2, "")
    assert (
        ran.err
        == "kesbang-iku: no finding has the code or title 'warna'. See 'kesbang-iku rules'.\n"
    )
