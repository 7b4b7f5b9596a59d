"""Data about people: found, and repeated nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.cli import main
from kesbang_iku.validation.check import validate, validate_all
from tests.workbooks import sheets

Katalog = iku.Catalog[iku.Indicator]

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
