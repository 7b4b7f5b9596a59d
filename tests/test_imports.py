"""What importing the package costs: a fresh interpreter loads nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

_LOADED = "import json, sys; import {module}; print(json.dumps(sorted(sys.modules)))"


def _modules_loaded_by(module: str) -> set[str]:
    """Import ``module`` in a fresh interpreter and return the top-level names it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED.format(module=module)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


@pytest.mark.parametrize(
    "heavy", ["pydantic", "yaml", "numpy", "pandas", "polars", "narwhals", "argparse"]
)
def test_importing_the_package_does_not_load(heavy: str) -> None:
    assert heavy not in _modules_loaded_by("kesbang_iku")


@pytest.mark.parametrize("heavy", ["pydantic", "yaml", "argparse"])
def test_importing_the_formula_language_does_not_load(heavy: str) -> None:
    assert heavy not in _modules_loaded_by("kesbang_iku.formula")


_VALIDATED = """
import contextlib, io, json, sys
from kesbang_iku.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    main(["validate", "--tanpa-konfigurasi", sys.argv[1]])
print(json.dumps(sorted(sys.modules)))
"""
_NOT_FOR_A_REPORT = (
    *("tomllib", "multiprocessing", "difflib", "kesbang_iku.cli.commands.compute"),
    *("importlib.metadata", "email"),  # none is installed that names a catalog
    "pydantic",  # what fits a model, as the catalog of the wheel does, needs no validator
    *("kesbang_iku.alignment", "kesbang_iku.model.lexicon", "kesbang_iku.model.plan"),
    *(
        "kesbang_iku.sources.csv_reader",
        "kesbang_iku.sources.json_reader",
        "kesbang_iku.tables.reading",
    ),
    *(
        "kesbang_iku.sources.headers",
        "kesbang_iku.sources.plans",
        "kesbang_iku.sources.sheet_reader",
    ),
    *("kesbang_iku.sources.table_reports", "kesbang_iku.tables"),
    *("kesbang_iku.validation.rules.plans", "kesbang_iku.validation.rules.rows"),
    *("kesbang_iku.validation.repairs", "kesbang_iku.validation.repair_spans"),
    *("kesbang_iku.validation.pipeline.tables", "kesbang_iku.validation.catalogs"),
    *("kesbang_iku.catalog.comparison", "kesbang_iku.catalog.integrity"),
    *("kesbang_iku.catalog.programs", "kesbang_iku.catalog.programs", "kesbang_iku.model.coverage"),
    *("kesbang_iku.formula.latex", "kesbang_iku.formula.text", "kesbang_iku.formula.explain"),
    *("kesbang_iku.formula.equality", "kesbang_iku.formula.source"),
    *("kesbang_iku.indicator.explanation", "kesbang_iku.indicator.printed_row"),
    *("kesbang_iku.publish.formats.sarif", "kesbang_iku.publish.formats.junit"),
)
"""What belongs to other kinds of files, to options, or to other commands."""


_ONE: Final = """
wilayah: "11"
tahun: 2021
item:
  - {kode: KBP-WAS-02, variabel: {konflik_diselesaikan: 14, konflik: 17}, target: 61.79}
"""
_YEARS: Final = """
wilayah: "11"
tahun: 2021
item: [{kode: KBP-POL-01, variabel: {kebebasan: 64, kesetaraan: 70, kapasitas: 70}}]
---
wilayah: "11"
tahun: 2022
item: [{kode: KBP-POL-01, variabel: {kebebasan: 84, kesetaraan: 80, kapasitas: 80}}]
"""


@pytest.mark.parametrize("text", [_ONE, _YEARS])
def test_validating_reports_loads_nothing_for_other_files(tmp_path: Path, text: str) -> None:
    report = tmp_path / "laporan.yaml"
    report.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _VALIDATED, str(report)], capture_output=True, text=True, check=True
    )
    loaded = frozenset(json.loads(done.stdout))
    assert "kesbang_iku.sources.yaml_reader" in loaded
    assert sorted(loaded.intersection(_NOT_FOR_A_REPORT)) == []


def test_public_names_are_listed_before_they_are_loaded() -> None:
    listing = "import kesbang_iku as iku; print(set(iku.__all__) - set(dir(iku)))"
    done = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_every_public_name_can_be_loaded() -> None:
    import kesbang_iku

    assert kesbang_iku.__all__
    for name in kesbang_iku.__all__:
        assert getattr(kesbang_iku, name) is not None, name
