"""What importing the package costs: a fresh interpreter loads nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys

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
