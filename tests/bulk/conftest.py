"""Tests of dataframes are skipped, with a word, where the libraries that hold them are not."""

from collections.abc import Iterator
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


@pytest.fixture(autouse=True)
def in_columns(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compute tables in columns however few their rows are, which is what most tests look at."""
    if find_spec("narwhals") is None or request.node.get_closest_marker("one_by_one"):
        yield
        return
    from kesbang_iku.bulk import computation

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(computation, "FEWEST_IN_COLUMNS", 0)
        yield
