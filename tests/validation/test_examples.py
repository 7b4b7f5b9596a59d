"""Every example makes the finding it is an example of, and keeps doing so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings.register import kinds_of
from kesbang_iku.validation.examples import FindingExample, all_examples
from tests.tree import ROOT

EXAMPLES = all_examples()


def _code(path: Path) -> str:
    return path.name.partition(".")[0].upper()


MENDED = [
    path for path in sorted((ROOT / "examples" / "aturan").iterdir()) if _code(path) in EXAMPLES
]


@cache
def standard() -> Catalog:
    return load_catalog()


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_makes_its_finding_at_a_place_in_it(example: FindingExample) -> None:
    found = [one for one in example.findings(standard()) if one.kode == example.code]
    assert found
    assert found[0].berkas == example.name


@pytest.mark.parametrize("path", MENDED, ids=_code)
def test_the_mended_example_does_not_make_the_finding(path: Path) -> None:
    code = _code(path)
    text = path.read_text(encoding="utf-8")
    mended = FindingExample(code, path.name, text)
    assert text != EXAMPLES[code].text
    assert code not in {one.kode for one in mended.findings(standard())}


def test_an_example_of_bytes_holds_what_it_describes() -> None:
    assert FindingExample("IKU007", "a.csv.baita", r"81\x9685" + "\n").content == b"81\x9685\n"


def test_an_example_of_a_folder_is_found_at_its_line_in_the_description() -> None:
    found = [one for one in EXAMPLES["IKU252"].findings() if one.kode == "IKU252"]
    assert [(one.berkas, one.baris) for one in found] == [("iku252.folder", 8)]


@pytest.mark.parametrize("path", ["../luar.csv", "/luar.csv", "nilai/../../luar.csv"])
def test_no_file_of_a_described_folder_stands_outside_it(path: str) -> None:
    example = FindingExample("IKU250", "a.folder", f"== {path}\nisi\n")
    with pytest.raises(ValueError, match="leads out"):
        example.findings()


def test_examples_are_of_kinds_that_exist() -> None:
    assert len(EXAMPLES) > 100
    assert [code for code in EXAMPLES if not kinds_of(code)] == []


def test_a_formula_that_is_right_finds_nothing() -> None:
    assert FindingExample("IKU117", "benar.rumus", "a / b * 100").findings() == ()


def test_an_example_is_found_by_its_code() -> None:
    found = EXAMPLES["IKU405"]
    assert (found.code, found.name) == ("IKU405", "iku405.yaml")


def test_a_kind_may_have_no_example() -> None:
    assert "IKU001" not in EXAMPLES
