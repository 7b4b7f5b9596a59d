"""The databases in which scripts are tried, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.publish.sql.databases import Database, opened

# SQLite looks at a script and computes at once; DuckDB plans each anew, and the others are servers.
_OTHERS: Final = [
    pytest.param(name, marks=pytest.mark.slow) for name in ("duckdb", "postgresql", "mariadb")
]


@pytest.fixture(scope="module", params=["sqlite", *_OTHERS])
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Return an open database, of each kind in turn."""
    folder: Path = tmp_path_factory.mktemp("isi")
    folder.chmod(0o755)
    with opened(request.param, folder) as found:
        yield found
