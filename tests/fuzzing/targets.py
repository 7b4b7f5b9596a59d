"""What is fuzzed: every reader of something people hand in, each with the laws its answer keeps."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final
from unittest.mock import patch

import kesbang_iku as iku
from kesbang_iku.alignment.alignment import align_with
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.alignment.wording.reader import Wording, read_formula, read_wording
from kesbang_iku.catalog.load import read_catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Finding
from kesbang_iku.formula import (
    FormulaError,
    equal,
    evaluate,
    is_condition,
    parse,
    to_latex,
    to_source,
    to_text,
    trace,
    value_text,
    variables,
)
from kesbang_iku.formula.limits import MAXIMUM_LENGTH
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.publish.formats import github, gitlab, junit, sarif
from kesbang_iku.sources.numbers import from_python, read_number
from kesbang_iku.sources.plans import Plans
from kesbang_iku.sources.reading import Opened, open_source, read_documents, read_grids, read_table
from kesbang_iku.sources.reports import Reports
from kesbang_iku.tables.plans import read_plans
from kesbang_iku.validation import check, plan_checks, standard
from kesbang_iku.validation.baseline import read_baseline
from kesbang_iku.validation.configuration import apply_configuration, parse_configuration
from kesbang_iku.validation.table_contents import read_table as read_content
from tests.definitions import DEFINITION, TABLES
from tests.fuzzing import seeds
from tests.fuzzing.laws import LANGUAGES, hold, hold_json, require
from tests.scalars import scalars
from tests.workbooks import repacked

_NAME: Final = "masukan"
_TODAY: Final = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Target:
    """One reader under fuzzing.

    Attributes:
        run: reads an input and holds the answer against the laws; raises where one is broken.
        seeds: the inputs to start from.
        base: calls of functions an input may take however small it is.
        each: calls it may take for each of its bytes besides.
    """

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    base: int
    each: int

    def allowed(self, data: bytes) -> int:
        """Return how many calls of functions ``data`` may take."""
        return self.base + self.each * len(data)


@cache
def _catalog() -> iku.Catalog:
    return iku.load_catalog(packages=False)


# Registers are read anew for every file, which would take most of the time here.
_regions: Final = cache(load_regions)
_programs: Final = cache(load_programs)


@cache
def _matcher() -> Matcher:
    return Matcher(KnownNames(_catalog(), None))


def _opened(data: bytes) -> tuple[Opened | None, list[Finding]]:
    opened, findings = open_source(data, name=_NAME)
    require(opened is not None or findings, "a file that cannot be read has no finding")
    return opened, findings


def documents(data: bytes) -> None:
    """Read YAML or JSON; every scalar has its place."""
    opened, _ = _opened(data)
    found, findings = read_documents(data, name=_NAME)
    require(found or findings, "neither data nor findings")
    hold(findings, opened, _NAME)
    lines = 0 if opened is None else len(opened.text.splitlines()) + 1
    for document in found:
        for pointer, _ in scalars(document):
            place = document.place(pointer)
            require(place.baris is not None and place.baris <= lines, "a value beyond the file")


def tables(data: bytes) -> None:
    """Read CSV, as a table with headers and as a grid."""
    opened, _ = _opened(data)
    table, findings = read_table(data, name=_NAME)
    require(table is not None or findings, "neither a table nor findings")
    hold(findings, opened, _NAME)
    grids, findings = read_grids(data, name=_NAME)
    require(grids or findings, "neither cells nor findings")
    hold(findings, opened, _NAME)


def _sheets(content: bytes) -> None:
    opened, findings = _opened(content)
    if opened is None or opened.format != "xlsx":
        hold(findings, opened, _NAME)
        return
    grids, found = read_grids(opened)
    require(grids or found, "neither cells nor findings")
    hold(found, opened, _NAME)
    for answer in (read_reports(opened), read_plans(opened)):
        require(answer or answer.temuan, "neither data nor findings")
        hold(answer.temuan, opened, _NAME)


def workbooks(data: bytes) -> None:
    """Read a workbook from its bytes."""
    _sheets(data)


@cache
def _book() -> bytes:
    return seeds.workbooks()[-1]


_PARTS: Final = MappingProxyType(
    {b"<workbook": "workbook", b"<styleSheet": "styles", b"<sst": "sharedStrings"}
)


def parts(data: bytes) -> None:
    """Read a workbook one of whose parts is the input, as its first element says."""
    head = data[:200]
    name = "xl/worksheets/sheet1.xml"
    for mark, part in (
        (b"<workbook", "workbook"),
        (b"<style", "styles"),
        (b"<sst", "sharedStrings"),
    ):
        if mark in head:
            name = f"xl/{part}.xml"
    _sheets(repacked(_book(), {name: lambda _: data}))


def reports(data: bytes) -> None:
    """Read reports, compute and explain them."""
    opened, _ = _opened(data)
    read = read_reports(data, name=_NAME)
    require(read or read.temuan, "neither reports nor findings")
    _computed(read, opened)


def _computed(read: Reports, opened: Opened | None) -> None:
    results = iku.compute(read, _catalog(), regions=_regions())
    hold(results.semua_temuan, opened, _NAME)
    for language in LANGUAGES:
        hold_json(results.as_dict(language))
        for result in results[:2]:
            hold_json(result.explanation().as_dict(language))


def plans(data: bytes) -> None:
    """Read plans, and hold them against the standard."""
    opened, _ = _opened(data)
    read: Plans = read_plans(data, name=_NAME)
    require(read or read.temuan, "neither plans nor findings")
    hold(read.temuan, opened, _NAME)
    for plan in read:
        answer = align_with(_matcher(), plan)
        hold(answer.semua_temuan, opened, _NAME)
        hold_json(answer.as_dict("en"))


def achievements(data: bytes) -> None:
    """Read tables of performance reports."""
    opened, found = _opened(data)
    if opened is None or not opened.tabular:
        hold(found, opened, _NAME)
        return
    read = read_content(opened, "capaian", iku.load_catalog())
    require(read.rows or read.findings, "neither rows nor findings")
    hold(read.findings, opened, _NAME)


def validation(data: bytes) -> None:
    """Judge a file of any kind by every rule, and write the findings in every form."""
    opened, found = _opened(data)
    if opened is None:
        hold(found, opened, _NAME)
        return
    # What is read anew in each run, though it never changes.
    standard_read = patch.object(standard, "load_regions", _regions)
    with standard_read, patch.object(plan_checks, "load_programs", _programs):
        answer = check.validate_all([opened], _catalog(), hari_ini=_TODAY)
    hold(answer.temuan, opened, _NAME)
    report = FindingReport.of([_NAME], answer.temuan)
    for language in LANGUAGES:
        hold_json(answer.as_dict(language))
        hold_json(sarif.render(report, language))
        hold_json(gitlab.render(report, language))
        junit.render(report, language).encode("utf-8")
        lines = github.render(report, language)
        lines.encode("utf-8")
        require(len(lines.split("\n")) <= len(answer.temuan) + 1, "an annotation of two lines")


_CATALOG_FILES: Final = MappingProxyType(
    {b"satuan:": "satuan", b"metode:": "capaian", b"skala:": "predikat", b"bidang:\n": "bidang"}
)


def catalogs(data: bytes) -> None:
    """Load a catalog folder one of whose files is the input, and compute with what was read."""
    name = "indikator/0.yaml"
    if not data.startswith(b"kode") and b"\nkode" not in data:
        for mark, stem in _CATALOG_FILES.items():
            if data.startswith(mark):
                name = f"{stem}.yaml"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "indikator").mkdir()
        for other, text in {**TABLES, "indikator/0.yaml": DEFINITION}.items():
            (folder / other).write_bytes(data if other == name else text.encode())
        catalog, findings, _ = read_catalog([folder], national=False)
        opened, _ = open_source(folder / name)
        hold(findings, opened, str(folder / name))
        if any(found.tingkat is iku.Level.GALAT for found in findings):
            return
    for indicator in catalog:
        numbers = {one.nama: "1" for one in indicator.variabel}
        for values in ({}, numbers, dict.fromkeys(numbers, 0), dict.fromkeys(numbers, "x")):
            result = indicator.compute(values, target="80", sebelumnya=values)
            hold_json(result.explanation().as_dict("en"))


def formulas(data: bytes) -> None:
    """Read a formula; what was read translates into every form, and back into itself."""
    text = data.decode("utf-8", "replace")
    try:
        tree = parse(text)
    except FormulaError as error:
        finding = error.finding
        hold([finding], None, _NAME)
        start, end = finding.place.kolom, finding.place.kolom_akhir
        if len(text) <= MAXIMUM_LENGTH and start is not None:
            require(1 <= start <= len(text) + 1, f"column {start} of {len(text)}")
            # What is missing at the end is shown behind it, one character wide.
            require(end is None or start <= end <= len(text) + 2, f"column {end} of {len(text)}")
        return
    source = to_source(tree)
    require(to_source(parse(source)) == source, f"{source!r} reads back as something else")
    for language in LANGUAGES:
        require(to_text(tree, language=language).strip(), "an empty sentence")
    require(to_latex(tree).strip(), "an empty formula in LaTeX")
    is_condition(tree)
    for value in (0, 1, -3):
        values = dict.fromkeys(variables(tree), value)
        value_text(evaluate(tree, values, values))
        for step in trace(tree, values, values):
            value_text(step.value)
    itself = {name: name for name in variables(tree)}
    require(equal(tree, parse(source)) == itself, f"{source!r} is not itself")


def wordings(data: bytes) -> None:
    """Read a formula in words; what is answered is a formula of the language."""
    text = data.decode("utf-8", "replace")
    for answer in (read_formula(text), read_wording(text, nama=text[:40])):
        _hold_wording(answer)


def _hold_wording(answer: Wording) -> None:
    hold(answer.catatan, None, _NAME)
    if answer.rumus is None:
        require(answer.catatan, "neither a formula nor a note")
        return
    named = {one.nama for one in answer.variabel}
    require(set(variables(parse(answer.rumus))) == named, "variables that are not in the formula")


def numbers(data: bytes) -> None:
    """Read a number under every declaration of its notation and bounds."""
    text = data.decode("utf-8", "replace")
    for notation in (None, "id", "en"):
        for whole in (False, True):
            free = read_number(text, format_angka=notation, whole=whole)
            bound = read_number(text, format_angka=notation, whole=whole, minimum=0, maximum=100)
            for reading in (free, bound):
                require(reading.value is not None or reading.findings, "neither value nor finding")
                hold(reading.findings, None, _NAME)
            if free.number is not None and notation is not None:
                again = from_python(free.number)
                require(again.number == free.number, f"{free.number} is read as {again.number}")


def settings(data: bytes) -> None:
    """Read a configuration of the checks."""
    text = data.decode("utf-8", "replace")
    if not text.strip():
        return
    opened = Opened(_NAME, text, "yaml")
    for shared in (False, True):
        configuration, findings = parse_configuration(text, _NAME, shared=shared)
        hold(findings, opened, _NAME)
        configured = apply_configuration(findings, configuration)
        require(
            len(configured.kept) + len(configured.ignored) == len(findings), "a finding is lost"
        )


def baselines(data: bytes) -> None:
    """Read a baseline of accepted findings."""
    opened, _ = open_source(data, name="-")
    accepted, findings = read_baseline(data)
    hold(findings, opened, "-")
    require(not (accepted and findings), "a broken baseline accepts findings")


TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {
        "documents": Target(documents, seeds.documents, 400_000, 400),
        "tables": Target(tables, seeds.tables, 400_000, 400),
        "workbooks": Target(workbooks, seeds.workbooks, 400_000, 400),
        "parts": Target(parts, seeds.parts, 400_000, 400),
        "reports": Target(reports, seeds.reports, 400_000, 400),
        "plans": Target(plans, seeds.plans, 400_000, 400),
        "achievements": Target(achievements, seeds.achievements, 400_000, 400),
        "validation": Target(validation, seeds.files, 400_000, 400),
        "catalogs": Target(catalogs, seeds.catalogs, 400_000, 400),
        "formulas": Target(formulas, seeds.formulas, 4_000_000, 400),
        "wordings": Target(wordings, seeds.wordings, 400_000, 400),
        "numbers": Target(numbers, seeds.numbers, 400_000, 400),
        "settings": Target(settings, seeds.settings, 400_000, 400),
        "baselines": Target(baselines, seeds.baselines, 400_000, 400),
    }
)
"""Every reader, by the name it is called on the command line."""
