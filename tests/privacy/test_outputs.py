"""No output of any command, and no answer of the library, says what a file holds about people.

Every field of reports, plans and tables that takes a text holds numbers of persons, in all forms of
files; what is said of the files is looked through for their digits, however they may be grouped.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.cli import main
from kesbang_iku.privacy.spelling import plain_text
from tests.workbooks import sheets

_NUMBERS: Final = ("6271035203900001", "81234567890")
_SPELLINGS: Final = (
    "6271035203900001",
    "NIK 627103.520390.0001",
    "6.271.035.203.900.001",
    "6271\u00a00352\u00a00390\u00a00001",
    "081234567890",
    "+62 (0)812 3456 7890",
    "wa.me/6281234567890",
    "\uff10\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10",
)
_NAME: Final = "Sari binti Uji"
_BETWEEN: Final = re.compile(r"(?<=\d)[\s.,/_()'\u200b<>+-]{1,3}(?=\d)")
_ESCAPE: Final = re.compile(r"\\u([0-9a-f]{4})|<U\+([0-9A-F]{4})>")


def said_of_people(text: str) -> list[str]:
    """Return what a text says about the people of these files."""
    written = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
    digits = _BETWEEN.sub("", plain_text(written))
    return [one for one in _NUMBERS if one in digits] + [_NAME] * (_NAME in text)


def reports(spelling: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = [
        {
            "kode": "KBP-WAS-02",
            "variabel": {"konflik": spelling, "konflik_diselesaikan": 3},
            "target": {"nilai": 85, "dokumen": spelling},
            "catatan": spelling,
            "bukti": [spelling],
        },
        {
            "kode": "KBP-WAS-09",
            "variabel": {"konflik": 3, spelling: 4},
            "target": spelling,
            "capaian": spelling,
            "predikat": spelling,
        },
        {"kode": "KBP-POL-01", "realisasi": spelling, "target": 80},
        {"kode": spelling, "realisasi": 80, spelling: 1},
    ]
    return [
        {"wilayah": "62.71", "tahun": 2024, "catatan": spelling, "item": items},
        {"wilayah": spelling, "tahun": 2023, "periode": spelling, "item": items[:1]},
    ]


def plan(spelling: str) -> dict[str, Any]:
    return {
        "jenis": "rencana",
        "wilayah": "62.71",
        "item": [
            {
                "nama": f"Persentase Konflik Sosial yang Diselesaikan {spelling}",
                "satuan": spelling,
                "rumus": f"a / b * {spelling}",
                "sumber_data": spelling,
                "target": {2025: spelling, 2026: 80},
                "dasar": {2024: spelling},
                "catatan": spelling,
            },
            {"nama": spelling, "kode": spelling, "satuan": "persen"},
            {"nama": "x", "lokal": {"tema": "sosial", "mendukung": spelling}},
        ],
    }


Rows = list[list[str | float | None]]


def report_rows() -> Rows:
    rows: Rows = [["wilayah", "tahun", "kode", "variabel", "nilai", "target", "bukti", "lain"]]
    for one in _SPELLINGS:
        rows.append(["62.71", "2024", "KBP-WAS-02", "konflik", one, one, one, one])
        rows.append(["62.71", one, one, one, "3", "80", "", ""])
    return rows


def performance_rows() -> Rows:
    rows: Rows = [
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"]
    ]
    for number, one in enumerate(_SPELLINGS):
        rows.append([str(number), one, f"Persentase Konflik {one}", one, "80", "40", "50"])
        rows.append([str(number), "x", "Indeks Demokrasi Indonesia", "indeks", one, one, one])
    return rows


def plan_rows() -> Rows:
    rows: Rows = [["No", "Indikator Kinerja", "Satuan", "Target 2025", "Target 2026", "Keterangan"]]
    for number, one in enumerate(_SPELLINGS):
        rows.append([str(number), f"Persentase Konflik {one}", one, one, "80", one])
    return rows


def people_rows() -> Rows:
    """A plan that somebody made of a list of people: the column of names is the indicators'."""
    return [
        ["Nama", "NIK", "Satuan", "Target 2025", "Keterangan"],
        [f"Persentase Konflik {_NAME}", _SPELLINGS[0], _NAME, _NAME, _NAME],
        [_NAME, "x", "persen", "80", "y"],
    ]


def csv_text(rows: Rows) -> str:
    made = StringIO()
    csv.writer(made, delimiter=";").writerows(rows)
    return made.getvalue()


def written() -> dict[str, bytes]:
    """Return the files by name."""
    several = [document for one in _SPELLINGS for document in reports(one)]
    plans = {**plan(""), "item": [item for one in _SPELLINGS for item in plan(one)["item"]]}
    whole = {"wilayah": "62.71", "tahun": 2024}
    numbers = [
        {"kode": "KBP-WAS-02", "variabel": {"konflik": number, "konflik_diselesaikan": 3}}
        for number in (6271035203900001, 6281234567890)
    ]
    texts = {
        "laporan.yaml": yaml.safe_dump_all(several, allow_unicode=True),
        "laporan.json": json.dumps(several),
        "angka.json": json.dumps({**whole, "item": numbers}),
        "rusak.json": '{"wilayah": "62.71", "item": [{"kode": 6271035203900001x}]}',
        "rusak.yaml": "- {kode: 6271035203900001, kode: 081234567890\n  *6271035203900001\n",
        "laporan.csv": csv_text(report_rows()),
        "rencana.yaml": yaml.safe_dump(plans, allow_unicode=True),
        "rencana.csv": csv_text(plan_rows()),
        "orang.csv": csv_text(people_rows()),
        "capaian.csv": csv_text(performance_rows()),
    }
    books = {
        "laporan.xlsx": report_rows(),
        "rencana.xlsx": plan_rows(),
        "orang.xlsx": people_rows(),
        "capaian.xlsx": performance_rows(),
    }
    return {name: text.encode() for name, text in texts.items()} | {
        name: sheets(**{"Data": rows, "NIK 6271035203900001": rows[:3]})
        for name, rows in books.items()
    }


REPORTS: Final = ("laporan.yaml", "laporan.json", "angka.json", "laporan.csv", "laporan.xlsx")
PLANS: Final = ("rencana.yaml", "rencana.csv", "rencana.xlsx", "orang.csv", "orang.xlsx")
TABLES: Final = ("capaian.csv", "capaian.xlsx", "rencana.xlsx", "orang.csv", "orang.xlsx")
BROKEN: Final = ("rusak.json", "rusak.yaml")


def commands() -> Iterator[tuple[str, ...]]:
    """Yield what is run, each form of an answer at least once for each kind of file."""
    for name in dict.fromkeys((*REPORTS, *PLANS, *TABLES, *BROKEN)):
        yield "validate", name, "--format", "text"
        yield "validate", name, "--format", "json"
        yield "validate", name, "--perbaiki"
    for form in ("csv", "sarif", "junit", "github", "gitlab"):
        yield "validate", *REPORTS, *PLANS, *TABLES, "--format", form
    for form in ("table", "json", "csv"):
        yield "compute", *REPORTS, *BROKEN, "--format", form
    yield "report", *REPORTS, "-o", "-"
    for name in ("laporan.yaml", "angka.json", "laporan.xlsx"):
        for form in ("text", "json", "markdown"):
            yield "explain", name, "--kode", "KBP-WAS-02", "--format", form
    for name in PLANS:
        for form in ("table", "json", "csv", "html"):
            yield "align", name, "--wilayah", "62.71", "--format", form
        yield "align", name, "--wilayah", "62.71", "--usulkan", "-"
    yield "align", *PLANS, "--tingkat", "kota", "--format", "json"
    for form in ("table", "json", "yaml"):
        yield "read", *TABLES, "--format", form


def run(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    try:
        status = main(list(arguments))
    except SystemExit as ended:
        status = int(ended.code or 0)
    said = capsys.readouterr()
    assert status in {0, 1, 2}, arguments
    assert "Traceback" not in said.err, arguments
    return said.out + said.err


@pytest.mark.parametrize(
    "one_in", [pytest.param(1, marks=pytest.mark.slow), 8], ids=["all", "some"]
)
def test_no_command_says_anything_about_people(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    one_in: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in written().items():
        Path(name).write_bytes(content)
    lines = list(commands())[::one_in]
    told = {line: said_of_people(run(line, capsys)) for line in lines}
    assert {line: found for line, found in told.items() if found} == {}


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        (REPORTS, lambda file: iku.compute(iku.read_reports(file)).as_dict()),
        (REPORTS, lambda file: [one.as_dict() for one in iku.read_reports(file).temuan]),
        (REPORTS, lambda file: [one.as_dict() for one in iku.validate(file)]),
        (PLANS, lambda file: iku.align(iku.read_plan(file)).as_dict()),
        (PLANS, lambda file: [one.as_dict() for one in iku.read_plan(file).temuan]),
    ],
    ids=["compute", "read_reports", "validate", "align", "read_plan"],
)
def test_no_answer_of_the_library_says_anything_about_people(
    tmp_path: Path, names: Sequence[str], asked: Callable[[Path], object]
) -> None:
    files = written()
    for name in names:
        path = tmp_path / name
        path.write_bytes(files[name])
        assert said_of_people(json.dumps(asked(path), ensure_ascii=False)) == [], name


_LABELLED: Final = yaml.safe_load(
    Path(__file__).with_name("spellings.yaml").read_text(encoding="utf-8")
)


@pytest.mark.slow
@settings(max_examples=40)
@given(
    spelling=st.sampled_from([*_LABELLED["identitas"], *_LABELLED["telepon"]]),
    before=st.sampled_from(["", "NIK ", "a.n. Sari ", "Bab 3, "]),
    form=st.sampled_from(["yaml", "json"]),
)
def test_no_spelling_in_any_field_is_said_again(spelling: str, before: str, form: str) -> None:
    """The digits of every labelled spelling, wherever a report or a plan takes a text."""
    for content in (reports(f"{before}{spelling}"), plan(f"{before}{spelling}")):
        text = json.dumps(content) if form == "json" else yaml.safe_dump(content)
        file = text.encode()
        said = [one.as_dict() for one in iku.validate(file, name="a")]
        computed = iku.compute(iku.read_reports(file, name="a")).as_dict()
        aligned = iku.align(iku.read_plan(file, name="a")).as_dict()
        digits = _BETWEEN.sub("", plain_text(json.dumps([said, computed, aligned])))
        for secret in re.findall(r"\d{10,}", _BETWEEN.sub("", plain_text(spelling))):
            assert secret not in digits
            assert secret.removeprefix("0") not in digits


@pytest.mark.parametrize("spelling", _SPELLINGS)
def test_the_files_do_hold_what_is_looked_for(spelling: str) -> None:
    assert said_of_people(spelling)
    assert said_of_people(json.dumps(reports(spelling)))
