"""What fuzzing starts from: the files of the repository, and the inputs its tests are made of."""

from __future__ import annotations

import ast
import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.definitions import DEFINITION, TABLES
from tests.tree import ROOT
from tests.workbooks import Rows, sheets

MAXIMUM: Final = 2048
"""Bytes of an input. Longer ones only slow the search; sizes have tests of their own."""

_TESTS: Final = ROOT / "tests"
_WORD: Final = re.compile(r"[^\W_][\w.-]{1,23}|[^\w\s]{1,3}")
_FORMULA: Final = re.compile(r"^\s*(?:rumus|ekspresi|jika): *\"?(.+?)\"?$", re.MULTILINE)


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in sorted(paths):
        yield path.read_bytes()[:MAXIMUM]


def _examples(suffix: str) -> list[bytes]:
    folders = ("examples", "examples/aturan", "examples/temuan", "tests/data", "tests/validation")
    found = {path for folder in folders for path in (ROOT / folder).rglob(f"*.{suffix}")}
    return [*_contents(found)]


def literals(*modules: str) -> list[str]:
    """Return the texts that stand in modules of tests, those in bytes too."""
    found: dict[str, None] = {}
    for module in modules:
        for path in sorted(_TESTS.glob(module)):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found[node.value] = None
                elif isinstance(node, ast.Constant) and isinstance(node.value, bytes):
                    found[node.value.decode("utf-8", "replace")] = None
    return [text for text in found if text.strip()]


def _lines_of(*modules: str) -> list[bytes]:
    """Return the texts of several lines among the literals: files, mostly."""
    return [text.encode("utf-8", "replace") for text in literals(*modules) if "\n" in text]


def documents() -> list[bytes]:
    """Return YAML and JSON as people hand it in, and as tests break it."""
    modules = (
        "sources/test_yaml_reader.py",
        "sources/test_json_reader.py",
        "sources/test_reading.py",
    )
    texts = [text.encode("utf-8", "replace") for text in literals(*modules)]
    return [*_examples("yaml"), *_examples("json"), *texts]


def tables() -> list[bytes]:
    """Return CSV as people hand it in, and as tests break it."""
    modules = ("sources/test_csv_reader.py", "tables/test_reading.py", "tables/test_rows.py")
    texts = [text.encode("utf-8", "replace") for text in literals(*modules) if "," in text]
    return [*_examples("csv"), *texts]


def reports() -> list[bytes]:
    """Return reports in all forms but workbooks."""
    modules = ("sources/test_reports.py", "computing/test_reports.py", "computing/test_contract.py")
    return [*_examples("yaml"), *_examples("csv"), *_lines_of(*modules)]


def files() -> list[bytes]:
    """Return files of every kind that is validated, a part of them: each has many rules to pass."""
    return [*reports()[::3], *plans()[::3], *achievements()[::3], *catalogs()[::10]]


def plans() -> list[bytes]:
    """Return plans in all forms but workbooks."""
    modules = ("tables/test_plans.py", "alignment/test_alignment.py", "validation/rules/*plan*.py")
    kept = [text for text in _examples("yaml") if b"rencana" in text]
    return [*kept, *_lines_of(*modules)]


def achievements() -> list[bytes]:
    """Return tables of performance reports."""
    modules = ("tables/test_achievements.py", "tables/test_blocks.py", "validation/rules/*.py")
    return [*_examples("csv"), *(text for text in _lines_of(*modules) if b"," in text)]


def catalogs() -> list[bytes]:
    """Return the files of catalogs: small tables, and definitions old and new."""
    national = [
        path
        for path in (ROOT / "catalog" / "indikator").rglob("*.yaml")
        if path.stat().st_size <= 4 * MAXIMUM
    ]
    own = [text.encode() for text in (DEFINITION, *TABLES.values())]
    return [*own, *_contents(national), *_lines_of("catalog/test_load.py", "definitions.py")]


def formulas() -> list[bytes]:
    """Return formulas in the catalog's own language."""
    written = [
        match[1]
        for path in sorted((ROOT / "catalog").rglob("*.yaml"))
        for match in _FORMULA.finditer(path.read_text(encoding="utf-8"))
    ]
    texts = (*written, *literals("formula/test_parser.py", "formula/test_exact.py"))
    return [text.encode("utf-8", "replace") for text in dict.fromkeys(texts)]


def wordings() -> list[bytes]:
    """Return formulas in words, as regions and tests write them."""
    texts = [
        cell
        for path in sorted((_TESTS / "alignment").rglob("*.csv"))
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        for cell in row
        if len(cell) > len("a / b")
    ]
    texts += literals("alignment/wording/*.py")
    return [text.encode("utf-8", "replace") for text in dict.fromkeys(texts)]


def numbers() -> list[bytes]:
    """Return numbers as Indonesians write them, and what only looks like one."""
    texts = literals("sources/test_numbers.py", "sources/test_notation.py")
    return [text.encode("utf-8", "replace") for text in texts if len(text) <= 80]


def settings() -> list[bytes]:
    """Return configurations of the checks."""
    return [*_examples("toml"), *_lines_of("validation/test_configuration.py")]


def baselines() -> list[bytes]:
    """Return baselines of accepted findings."""
    return [*_examples("json"), *_lines_of("validation/test_baseline.py")]


def workbooks() -> list[bytes]:
    """Return whole workbooks."""
    report: Rows = [["wilayah", "tahun", "kode", "konflik"], ["62", 2024.0, "KBP-WAS-02", 20.0]]
    plan: Rows = [["Indikator", "Satuan", "Target 2025"], ["Indeks", "%", 85.5]]
    return [sheets(Laporan=report), sheets(Rencana=plan, Laporan=report)]


def parts() -> list[bytes]:
    """Return the parts of a workbook that say what is in its sheets."""
    whole = workbooks()[-1]
    wanted = re.compile(r"xl/(?:workbook|styles|sharedStrings|worksheets/sheet\d+)\.xml")
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        found = [archive.read(name) for name in archive.namelist() if wanted.fullmatch(name)]
    rows = [text for text in literals("sources/test_sheet_reader.py") if "<row" in text]
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    tail = "</sheetData></worksheet>"
    return [*found, *(f"{head}<sheetData>{row}{tail}".encode() for row in rows)]


def dictionary(seeds: Callable[[], list[bytes]], most: int = 250) -> list[bytes]:
    """Return the words that occur most in the seeds, for putting them together anew."""
    counted = Counter(
        word for seed in seeds() for word in _WORD.findall(seed.decode("utf-8", "replace"))
    )
    return [word.encode() for word, _ in counted.most_common(most)]
