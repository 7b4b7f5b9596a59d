"""What stands in a workbook to fill in, seen without a program that computes it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import openpyxl
import pytest
from openpyxl.workbook import Workbook

import kesbang_iku as iku
from kesbang_iku.findings import Language
from kesbang_iku.publish.template.choice import chosen, makes_year, periods
from kesbang_iku.publish.template.lines import INPUT, MOST_LETTERS, lines_of
from kesbang_iku.publish.template.values import ValueCells
from kesbang_iku.publish.template.workbook import Template
from kesbang_iku.sources.sheet_reader import DEFINITIONS_SHEET, LEGEND_SHEET, WORKING_SHEET
from kesbang_iku.tables.reading import read_tables
from tests.publish.template.filled import COLUMNS, FIRST, blocks, filled, lines, template

KNOWN: Final = frozenset(
    {
        *("IF", "OR", "AND", "NOT", "ISNUMBER", "ISTEXT", "ROUND", "INT", "ABS", "SIGN", "SQRT"),
        *("SUM", "COUNT", "MAX", "MIN", "SUBSTITUTE", "FIND", "LEFT", "MID", "TRIM", "IFERROR"),
        *("NA", "FIXED", "LEN", "REPLACE", "ISERROR", "CELL", "COUNTIF", "_xlfn.NUMBERVALUE"),
    }
)
"""Functions that Excel 2016 and LibreOffice have."""
DEEPEST: Final = 64
LONGEST_TEXT: Final = 255


@pytest.fixture(scope="module")
def every(katalog: iku.Catalog) -> Template:
    return template(katalog, [*katalog], "62", 2025)


@pytest.fixture(scope="module")
def book(every: Template) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(every.content()))


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    yield f"{sheet.title}!{cell.coordinate}", cell.value


def without_texts(formula: str) -> str:
    return re.sub(r'"(?:[^"]|"")*"', '""', formula)


def depth(formula: str) -> int:
    deepest = now = 0
    for sign in without_texts(formula):
        now += (sign == "(") - (sign == ")")
        deepest = max(deepest, now)
    return deepest


def test_formulas_are_short_and_of_functions_that_old_programs_have(book: Workbook) -> None:
    found = dict(formulas(book))
    assert len(found) > 1000
    used = {
        name for one in found.values() for name in re.findall(r"[\w.]+(?=\()", without_texts(one))
    }
    assert used <= KNOWN
    assert max(map(len, found.values())) < MOST_LETTERS
    assert max(map(depth, found.values())) <= DEEPEST
    texts = [text for one in found.values() for text in re.findall(r'"((?:[^"]|"")*)"', one)]
    assert max(map(len, texts)) <= LONGEST_TEXT
    assert not [one for one in found.values() if "[" in one]


def test_nothing_is_said_of_results_before_a_program_computes_them(every: Template) -> None:
    with zipfile.ZipFile(io.BytesIO(every.content())) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        texts = [parts.read(name).decode() for name in sheets]
        stored = [one for text in texts for one in re.findall(r"</f><v>([^<]*)</v>", text)]
        assert not [name for name in parts.namelist() if "vba" in name.lower()]
    assert stored
    assert set(stored) == {""}


def test_every_indicator_of_the_catalog_is_computed_in_the_workbook(katalog: iku.Catalog) -> None:
    assert [found.kode for found in katalog if not ValueCells(found).folds] == []


_TRAINED = """\
kode: UJI-ORM-01
nama: Pembina ormas yang terlatih
satuan: persen
polaritas: maksimalkan
variabel:
  - {nama: terlatih, satuan: orang, agregasi: {wilayah: jumlah, waktu: jumlah}}
  - {nama: semua, satuan: orang, agregasi: {wilayah: jumlah, waktu: jumlah}}
rumus: terlatih / semua * 100
sumber: [{dokumen: Buku uji}]
"""


def test_rows_of_a_name_that_begins_as_an_office_are_no_signature(tmp_path: Path) -> None:
    (tmp_path / "indikator").mkdir()
    (tmp_path / "indikator" / "uji-orm-01.yaml").write_text(_TRAINED, encoding="utf-8")
    local = iku.load_catalog([tmp_path])
    one = template(local, [local["KBP-WAS-02"], local["UJI-ORM-01"]], "62.71", 2025)
    cells = {(line.number, "Nilai"): 7 + index for index, line in enumerate(lines(one))}
    path = filled(one, cells, tmp_path / "isian.xlsx")
    results = iku.compute(iku.read_reports(path), local)
    assert [(got.kode, str(got.nilai)) for got in results] == [
        ("KBP-WAS-02", "87.50"),
        ("UJI-ORM-01", "90.00"),
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_a_rule_says_is_in_the_language_of_the_workbook(
    katalog: iku.Catalog, language: Language
) -> None:
    share = katalog["KBP-WAS-02"]
    (first, *_) = lines_of([share], katalog.tables, "kota", 10, language)
    assert {
        one: rule.message.plain(one) in first.working["$I"]
        for rule in share.aturan
        for one in ("id", "en")
    } == {"id": language == "id", "en": language == "en"}


def test_every_input_goes_into_a_formula_and_only_inputs_are_open(
    every: Template, book: Workbook
) -> None:
    sheet, working = book[INPUT], book[WORKING_SHEET]
    assert all(one.protection.sheet for one in book)
    read = {
        match
        for _, formula in formulas(book)
        for match in re.findall(r"Isian!\$([FG]\d+)", formula)
    }
    for block in blocks(lines(every)):
        for line in block:
            value = sheet.cell(line.number, COLUMNS["Nilai"])
            assert value.protection.locked == (line.value is not None)
            assert value.coordinate in read
            assert sheet.cell(line.number, COLUMNS["Kode"]).value == line.indicator.kode
            assert str(working.cell(line.number, 2).value).startswith("=IFERROR(IF(")
        top = block[0].number
        target = sheet.cell(top, COLUMNS["Target"])
        assert not target.protection.locked
        assert target.coordinate in read
        for heading in ("Realisasi", "Capaian", "Predikat", "Golongan", "Status", "Periksa"):
            cell = sheet.cell(top, COLUMNS[heading])
            assert cell.protection.locked
            assert str(cell.value).startswith("=")


def test_what_is_typed_is_checked_in_words_and_classes_are_offered(book: Workbook) -> None:
    rules = book[INPUT].data_validations.dataValidation
    kinds = {rule.type for rule in rules}
    assert {"whole", "decimal", "list"} <= kinds
    numbers = [rule for rule in rules if rule.type in {"whole", "decimal"}]
    assert all("kosongkan" in rule.error and rule.showErrorMessage for rule in numbers)
    offered = [rule for rule in rules if rule.type == "list"]
    assert all(not rule.showErrorMessage for rule in offered)
    assert any("sedang" in rule.formula1 for rule in offered)
    assert book[INPUT].page_setup.paperSize == 9
    assert {"iku_nilai", "iku_target", "iku_status"} <= {*book.defined_names}


def test_definitions_stand_with_source_and_standing(katalog: iku.Catalog) -> None:
    one = template(katalog, [katalog["KBP-WAS-02"]], "62.71", 2025)
    book = openpyxl.load_workbook(io.BytesIO(one.content()))
    texts = [str(cell.value) for row in book[DEFINITIONS_SHEET].iter_rows() for cell in row]
    indicator = katalog["KBP-WAS-02"]
    assert any(text.endswith(indicator.definisi) for text in texts)
    assert any(text.endswith("konflik_diselesaikan / konflik * 100") for text in texts)
    assert any(indicator.sumber[0].dokumen in text and "dilaporkan" in text for text in texts)
    legend = [str(cell.value) for row in book[LEGEND_SHEET].iter_rows() for cell in row]
    assert any("perlu_eksak" in text for text in legend)
    assert any(katalog.digest in text for text in legend)


def test_what_the_centre_asks_for_comes_first_then_official_ones_then_others(
    katalog: iku.Catalog,
) -> None:
    codes = [found.kode for found in chosen(katalog, "kota", 2025, ["KBP-POL-15", "KBP-ESB-02"])]
    assert codes[:3] == ["KBP-ESB-01", "KBP-WAS-01", "KBP-ORM-01"]
    assert codes[-1] == "KBP-POL-15"
    assert len(codes) == len(set(codes))
    between = [katalog[code] for code in codes[3:-1]]
    assert between
    assert all(found.status == "resmi" for found in between)
    assert all("kota" in found.tingkat.berlaku for found in between)


def test_what_has_no_values_at_a_level_is_not_asked_of_it(katalog: iku.Catalog) -> None:
    # Estimated for provinces alone, though its plans may be of a city.
    assert "KBP-IDE-10" in {found.kode for found in katalog.select(level="kota", year=2025)}
    codes = {found.kode for found in chosen(katalog, "kota", 2025, ["KBP-IDE-10"])}
    assert "KBP-IDE-10" not in codes


def test_periods_follow_the_frequency(katalog: iku.Catalog) -> None:
    assert periods(katalog["KBP-WAS-02"]) == ("tahunan",)
    quarters = [f"triwulan-{number}" for number in range(1, 5)]
    assert periods(katalog["KBP-POL-15"]) == (*quarters, "tahunan")
    assert makes_year(katalog["KBP-POL-15"])
    # A released value of a part of the year makes none of the year; the counts beside it do.
    assert makes_year(katalog["KBP-WAS-11"])


def test_a_release_of_the_year_is_filled_in_beside_counts_that_are_computed(
    katalog: iku.Catalog,
) -> None:
    plans = template(katalog, [katalog["KBP-WAS-11"]], "62.71", 2025)
    *thirds, year = blocks(lines(plans))
    assert len(thirds) == 3
    assert [line.variable.nama for line in year if line.value is None] == ["nilai_rilis"]
    released = {f"F{third[-1].number}" for third in thirds}
    made = "".join(line.value for line in year if line.value)
    assert not released & {*re.findall(r"F\d+", made)}


def test_filled_cells_are_read_back_and_computed(katalog: iku.Catalog, tmp_path: Path) -> None:
    one = template(katalog, [katalog["KBP-WAS-02"], katalog["KBP-POL-15"]], "62.71", 2025)
    found = [*blocks(lines(one))]
    cells: dict[tuple[int, str], object] = {
        (FIRST, "Nilai"): 17,
        (FIRST + 1, "Nilai"): 20,
        (FIRST, "Target"): "81,69–90",
        (found[-1][0].number, "Target"): 80,
    }
    for block, parts in zip(found[1:-1], ((3, 4), (1, 8), (0, 0), (5, 5)), strict=True):
        cells |= {(line.number, "Nilai"): part for line, part in zip(block, parts, strict=True)}
    path = filled(one, cells, tmp_path / "isian.xlsx")
    results = {(got.kode, got.periode): got for got in iku.compute(iku.read_reports(path))}
    shares = [results["KBP-POL-15", block[0].period] for block in found[1:]]
    assert [str(got.nilai) for got in shares] == ["75.00", "12.50", "None", "100.00", "52.94"]
    assert str(shares[-1].capaian) == "66.18"
    assert results["KBP-WAS-02", "tahunan"].capaian == 100
    reading = read_tables(path)
    assert [table.kind for table in reading.tables if table.items] == ["laporan"]
    assert {finding.kode for finding in reading.findings} == {"IKU048"}


def test_the_sheets_that_explain_are_taken_for_no_tables(every: Template) -> None:
    reading = read_tables(every.content(), name="isian.xlsx")
    assert {finding.kode for finding in reading.findings} == {"IKU048"}
    assert [table.grid.name for table in reading.tables if table.items] == [INPUT]
