"""Data about people: found, and repeated nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.cli import main
from kesbang_iku.sources.personal import PersonalData
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.validation.check import validate, validate_all
from tests.workbooks import Rows, sheets

Katalog = iku.Catalog

# Built like an identity number of Palangka Raya, of nobody.
_NUMBER = "6271014101800001"
_NAME = "Contoh Sekali"
_TABLE = (
    "wilayah;tahun;kode;nama;nik;alamat;agama;realisasi\n"
    f"62.71;2023;KBP-WAS-02;{_NAME};{_NUMBER};Jalan Rahasia 7;Islam;85\n"
    f"62.71;dua;KBP-WAS-02;{_NAME};{_NUMBER};Jalan Rahasia 7;Islam;x\n"
)
_REPORT = (
    'wilayah: "62.71"\ntahun: 2023\nitem:\n'
    f'  - {{kode: KBP-WAS-02, realisasi: "{_NUMBER}", catatan: "telp 0812-3456-7890"}}\n'
)
_SECRETS = (_NUMBER, _NAME, "Jalan Rahasia", "0812")


@pytest.mark.parametrize(
    ("text", "codes"),
    [(_TABLE, {"IKU620", "IKU622"}), (_REPORT, {"IKU620", "IKU621"})],
)
def test_data_about_people_are_found(katalog: Katalog, text: str, codes: set[str]) -> None:
    assert codes <= {one.kode for one in validate(text.encode(), katalog, name="a")}


@pytest.mark.parametrize(("name", "text"), [("a.csv", _TABLE), ("a.yaml", _REPORT)])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_nothing_of_them_is_said_again(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    form: str,
) -> None:
    # By its name alone: a fingerprint over a path of the moment holds any four digits at times.
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, encoding="utf-8")
    assert main(["validate", name, "--format", form]) == 1
    said = capsys.readouterr()
    for secret in _SECRETS:
        assert secret not in said.out + said.err


@pytest.mark.parametrize(
    "written",
    [
        "1.234.567.890.123.456",  # an amount, grouped
        "6271013213800001",  # no month 13
        "9971014101800001",  # no such region
        "62710141018000011",  # 17 digits
        "0.6271014101800001",  # decimals
        "0,6271014101800001",  # decimals after a comma
    ],
)
def test_other_long_numbers_are_no_identity_numbers(katalog: Katalog, written: str) -> None:
    report = _REPORT.replace(_NUMBER, written).replace("telp 0812-3456-7890", "")
    assert "IKU620" not in {one.kode for one in validate(report.encode(), katalog)}


def test_a_name_alone_is_about_an_indicator(katalog: Katalog) -> None:
    plan = b"nama,satuan,target 2025,target 2026\nJumlah Konflik Sosial,Kasus,5,4\n"
    codes = {one.kode for one in validate_all([plan], katalog).temuan}
    assert not {"IKU620", "IKU621", "IKU622"} & codes


def test_a_file_without_people_keeps_its_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(_REPORT.replace(_NUMBER, "dua").replace("telp 0812-3456-7890", ""), "utf-8")
    main(["validate", str(path), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["temuan"]
    assert any(one["kolom"] for one in found)


@pytest.mark.parametrize("row", ["7,x,{number},85", "7,{number},85,x", "{number},7,85,x"])
def test_identity_number_between_commas_is_found(katalog: Katalog, row: str) -> None:
    text = "no,a,b,c\n" + row.replace("7,{", "Siti,{").format(number=_NUMBER) + "\n"
    assert "IKU620" in {one.kode for one in validate(text.encode(), katalog, name="a.csv")}


def test_people_in_a_workbook_are_found_by_cell_and_not_said_again(katalog: Katalog) -> None:
    rows: list[list[str | float | None]] = [[*line.split(";")] for line in _TABLE.splitlines()]
    found = validate(sheets(Data=rows), katalog, name="a.xlsx")
    columns = {one.place.sel for one in found if one.kode == "IKU622"}
    assert columns == {"D1", "E1", "F1", "G1"}
    assert [one.place.sel for one in found if one.kode == "IKU620"] == ["E2", "E3"]
    said = " ".join(f"{one.pesan} {one.message('en')} {one.nilai}" for one in found)
    assert [secret for secret in _SECRETS if secret in said] == []


def _columns(opened: Opened) -> list[tuple[str, int | None, str | None, tuple[str, ...]]]:
    context = PersonalData(opened)
    assert {column.place.berkas for column in context.personal_columns} <= {opened.name}
    assert {column.place.kolom for column in context.personal_columns} <= {None}
    return [
        (column.title, column.place.baris, column.place.sel, column.texts)
        for column in context.personal_columns
    ]


def test_what_stands_below_titles_of_a_table_is_about_people() -> None:
    text = (
        "Daftar peserta;;\n\"Nama\"; 'Alamat' ;Nilai\n"
        "\"Sari Uji\"; 'Jalan 7';5\n\nBudi Uji;Jalan 8;6\n;\n"
    )
    assert _columns(Opened("a.csv", text, "csv")) == [
        ("Nama", 2, None, ("Sari Uji", "", "Budi Uji", "", "")),
        ("Alamat", 2, None, ("Jalan 7", "Jalan 8", "")),
    ]


def test_what_stands_behind_keys_of_a_document_is_about_people() -> None:
    text = 'wilayah: "62.71"\n- nama: Sari Uji\n  \'alamat\' : "Jalan 7"\n  tahun: 2024\n'
    assert _columns(Opened("a.yaml", text, "yaml")) == [
        ("nama", 2, None, ("Sari Uji",)),
        ("alamat", 3, None, ("Jalan 7",)),
    ]


@pytest.mark.parametrize(
    ("text", "line", "values"),
    [
        ("tahun: 2024\nnama:\n  Sari Uji\ntahun: 1\n", 2, ["Sari Uji"]),
        ("nama:\n- Sari Uji\n- 'Budi Uji'\ntahun: 1\n", 1, ["Sari Uji", "Budi Uji"]),
        ("item:\n  - nama:\r\n      - Sari Uji\r\n    tahun: 1\n", 2, ["Sari Uji"]),
        ("nama: [Sari Uji, 'Budi Uji'] # dua\n", 1, ["Sari Uji", "Budi Uji"]),
        ("nama: [Sari Uji\n", 1, ["Sari Uji"]),
        ("nama:\ntahun: 1\n", 1, []),
        ("nama:", 1, []),
    ],
)
def test_a_key_stands_on_its_own_line_wherever_its_values_do(
    text: str, line: int, values: list[str]
) -> None:
    found, _ = _columns(Opened("a.yaml", f"{text}\nalamat: Jalan 7\n", "yaml"))
    assert found == ("nama", line, None, tuple(values))


@pytest.mark.parametrize(
    "text",
    [
        "orang: {nama: Sari Uji, alamat: Jalan 7}\n",
        "orang: [{nama: Sari Uji, alamat: Jalan 7}]\n",
        "orang: [nama: Sari Uji, alamat: Jalan 7]\n",
        '{"orang": {"nama": "Sari Uji", "alamat": "Jalan 7"}}\n',
    ],
)
def test_a_key_that_a_bracket_opens_on_is_found(text: str) -> None:
    found = _columns(Opened("a.yaml", text, "yaml"))
    assert [(title, line) for title, line, *_ in found] == [("nama", 1), ("alamat", 1)]
    assert [value.strip('"]') for *_, (value,) in found] == ["Sari Uji", "Jalan 7"]


def test_what_stands_below_titles_of_a_workbook_is_about_people() -> None:
    rows: Rows = [
        ["Daftar peserta", None, None],
        ["Nama", "Alamat", "Nilai"],
        ["Sari Uji", "Jalan 7", 5],
        ["Budi Uji", None, 6],
    ]
    opened, _ = open_source(sheets(Data=rows), name="a.xlsx")
    assert opened is not None
    assert _columns(opened) == [
        ("Nama", 2, "A2", ("Sari Uji", "Budi Uji")),
        ("Alamat", 2, "B2", ("Jalan 7",)),
    ]


@pytest.mark.parametrize("above", [19, 20])
def test_titles_stand_in_the_first_twenty_rows(above: int) -> None:
    text = "Tabel;\n" * above + "NIK;Nilai\n6271;5\n"
    assert bool(_columns(Opened("a.csv", text, "csv"))) is (above < 20)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("6271010101800001", True),  # the first day of the first month
        ("6271013112800001", True),  # the last day of the last month
        ("6271014112800001", True),  # the first day, of a woman
        ("6271017112800001", True),  # the last day, of a woman
        ("6271011110800001", True),  # in October
        ("6271011113800001", False),
        ("6271013212800001", False),
        ("6271017212800001", False),
        ("6271014012800001", False),
        ("6271010012800001", False),
        ("6271010100800001", False),
        ("6271 0101 0180 0001", True),
    ],
)
def test_an_identity_number_holds_a_day_and_a_month(written: str, found: bool) -> None:
    data = PersonalData(Opened("a", f"NIK {written}", "csv"))
    numbers = [number for kind, _, number in data.numbers if kind == "identitas"]
    assert numbers == [written] * found


def test_a_number_is_told_once_for_each_place(katalog: Katalog) -> None:
    text = _REPORT.replace("telp 0812-3456-7890", f"{_NUMBER}, 0812-3456-7890 dan 0812 3456 7891")
    found = validate(text.encode(), katalog)
    assert [(one.kode, one.baris) for one in found if one.kode in {"IKU620", "IKU621"}] == [
        ("IKU620", 4),
        ("IKU621", 4),
    ]


def test_a_text_of_one_sign_is_no_secret() -> None:
    text = "NIK;Nama;Nilai\n1;S;5\n12;Sa;6\n"
    opened = Opened("a.csv", text, "csv")
    assert PersonalData(opened).secrets == {"12", "Sa"}
