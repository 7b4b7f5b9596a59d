"""Tests of dataframes are skipped, with a word, where the libraries that hold them are not."""

from importlib.util import find_spec
from typing import Final

import pytest

_NEEDED: Final = ("narwhals", "polars", "pandas", "pyarrow", "duckdb")
_ABSENT: Final = [name for name in _NEEDED if find_spec(name) is None]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of dataframes where one of the libraries is absent."""
    if _ABSENT and item.get_closest_marker("frames"):
        absent = ", ".join(_ABSENT)
        pytest.skip(f"without {absent}; `make frames` has an environment with them")
