"""What the library does, timed in the environment of its wheel."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import kesbang_iku as iku
from kesbang_iku import formula
from kesbang_iku.alignment.alignment import align_with
from kesbang_iku.alignment.mapping_index import MappingIndex
from kesbang_iku.alignment.mapping_text import mappings_text
from kesbang_iku.alignment.mappings import read_mappings
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.wording.reader import read_formula
from kesbang_iku.catalog.load import read_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Place, kinds
from kesbang_iku.model.plan import Plan
from kesbang_iku.publish.annotated_workbook.annotation import annotated
from kesbang_iku.publish.template import lines
from kesbang_iku.publish.template.workbook import Template
from kesbang_iku.sources.reading import Opened, read_grids
from kesbang_iku.tables.reading import read_tables
from kesbang_iku.validation.check import validate_all


def evaluation(kode: str, parts: str) -> Callable[[], object]:
    """Return evaluating the formula of an indicator, parsed before, with exact numbers."""
    indicator, values = _given(kode, parts)
    compiled = formula.compile_exact(formula.parse(indicator.formula or ""))
    return lambda: compiled(values, None)


def result(kode: str, parts: str) -> Callable[[], object]:
    """Return computing an indicator: its value, its achievement of a target, its category."""
    indicator, values = _given(kode, parts)
    return lambda: indicator.compute(values, target=72)


def told(kode: str, parts: str) -> Callable[[], object]:
    """Return computing the same of numbers as they are written, told whole."""
    indicator = _given(kode, parts)[0]
    written = json.loads(parts)
    return lambda: indicator.compute(written, target=72).as_dict()


def parsing(kode: str, _parts: str) -> Callable[[], object]:
    """Return parsing the formula of an indicator."""
    text = iku.load_catalog().versions(kode)[0].formula or ""
    return lambda: formula.parse(text)


def _given(kode: str, parts: str) -> tuple[iku.Indicator, dict[str, Fraction]]:
    values = {name: Fraction(number) for name, number in json.loads(parts).items()}
    return iku.load_catalog().versions(kode)[0], values


def report(file: str) -> Callable[[], object]:
    """Return reading a report into its records, without checking it."""
    return lambda: iku.read_reports(file)


def cells(file: str) -> Callable[[], object]:
    """Return reading the cells of a workbook."""
    return lambda: read_grids(file)


def records(file: str) -> Callable[[], object]:
    """Return reading the tables of a workbook into their records."""
    return lambda: read_tables(file)


def annotation(file: str, many: str) -> Callable[[], object]:
    """Return giving a workbook back with ``many`` findings in its cells."""
    content = Path(file).read_bytes()
    found = [
        kinds.UNKNOWN_CODE.at(Place(berkas=file, sel=f"C{row}"), kode="x", usul="y")
        for row in range(2, int(many) + 2)
    ]
    return lambda: annotated(Opened(file, "", "xlsx", content), found)


def template(codes: str, region: str, year: str) -> Callable[[], object]:
    """Return writing the workbook to fill in of indicators, a region and a year."""
    katalog = iku.load_catalog()
    place = load_regions()[region]
    found = [katalog.in_force(int(year))[code] for code in codes.split(",")]
    return lambda: Template(katalog, found, place, int(year)).content()


def first_template(codes: str, region: str, year: str) -> Callable[[], object]:
    """Return the same with no formula kept from a workbook before it."""
    write = template(codes, region, year)

    def first() -> object:
        lines.forget()
        return write()

    return first


def catalog() -> Callable[[], object]:
    """Return reading the whole catalog."""
    return read_catalog


def validation(folder: str, processes: str) -> Callable[[], object]:
    """Return validating the reports of a folder, on so many processors."""
    files = sorted(Path(folder).glob("*.yaml"))
    katalog = iku.load_catalog()
    return lambda: validate_all(files, katalog, proses=int(processes))


def first_alignment(material: str) -> Callable[[], object]:
    """Return aligning the one plan of a file of material, with nothing remembered of before."""
    (plan,) = _plans(material)
    katalog = iku.load_catalog()

    def align() -> None:
        read_formula.cache_clear()
        align_with(Matcher(KnownNames(katalog, "kabupaten")), plan)

    return align


def alignment(material: str) -> Callable[[], object]:
    """Return aligning the plans of a file of material, one after another."""
    plans = _plans(material)
    matcher = Matcher(KnownNames(iku.load_catalog(), "kabupaten"))
    return lambda: [align_with(matcher, plan) for plan in plans]


def mappings(folder: str) -> Callable[[], object]:
    """Return joining, checking and indexing the files of mappings of a folder."""
    files = sorted(Path(folder).glob("*.tsv"))
    katalog = iku.load_catalog()

    def join() -> object:
        rows = [row for file in files for row in read_mappings(file, katalog).baris]
        index = MappingIndex(len(files), rows, katalog)
        return index.temuan, index.rantai, mappings_text(index.baris)

    return join


def _plans(material: str) -> list[Plan]:
    """Return the plans whose indicators are the lists of names in the material."""
    plans = json.loads(Path(material).read_text("utf-8"))["plans"]
    return [Plan.model_validate({"item": [_item(name) for name in names]}) for names in plans]


def _item(name: str) -> dict[str, object]:
    return {
        "nama": name,
        "satuan": "%",
        "rumus": f"(Jumlah {name.casefold().replace(',', '')[:40]} / jumlah seluruhnya) x 100%",
        "target": {2025 + number: 80 + number for number in range(5)},
    }
