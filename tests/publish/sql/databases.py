"""The databases in which scripts are tried: two inside the test, two servers of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.sql.dialects import DIALECTS
from kesbang_iku.publish.sql.script import Script
from tests.publish.sql.material import ANSWERS, COLUMNS, KATALOG, Key, Row
from tests.publish.sql.servers import Server, mariadb, postgresql

Setting: TypeAlias = Any
"""What a script, or a row, is told: of any kind."""
MARK: Final = "perlu_eksak"
_NUMBERS: Final = frozenset({"nilai", "capaian"})


class Database(Protocol):
    """A database that takes scripts, and its dialect."""

    dialect: str

    def run(self, script: str, /) -> None:
        """Run a script."""
        ...

    def fill(self, table: str, types: Mapping[str, str], rows: Sequence[Sequence[Any]], /) -> None:
        """Make a table of these columns and fill it."""
        ...

    def answers(self, query: str, /) -> dict[Key, Row]:
        """Return the results of a query by their keys."""
        ...


def script(dialect: str, catalog: Catalog = KATALOG, **settings: Setting) -> Script:
    """Return a script over the table ``laporan``."""
    return Script(catalog, load_regions(), DIALECTS[dialect], **settings)


def long_types(number: str = "DOUBLE PRECISION", target: str = "") -> dict[str, str]:
    """Return the columns of a long table with their types; ``TEKS`` stands for a text."""
    types = {**dict.fromkeys(COLUMNS, "TEKS"), "tahun": "INTEGER", "nilai": number}
    return {**types, "target": target or number}


def read_answers(rows: Sequence[Sequence[Any]]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for wilayah, tahun, periode, kode, *cells in rows:
        key = (wilayah, None if tahun is None else int(tahun), periode, kode)
        assert key not in found
        row = dict(zip((*ANSWERS, MARK), cells, strict=True))
        for name in _NUMBERS:
            row[name] = None if row[name] is None else float(row[name])
        found[key] = row
    return found


class SQLite:
    """SQLite in memory."""

    dialect = "sqlite"

    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:")

    def run(self, script: str) -> None:
        self.connection.executescript(script)

    def fill(self, table: str, types: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        columns = ", ".join(
            f'"{name}" {one.replace("TEKS", "TEXT")}' for name, one in types.items()
        )
        self.run(f"CREATE TABLE {table} ({columns})")
        marks = ", ".join("?" * len(types))
        put = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608  # of the test itself
        self.connection.executemany(put, rows)

    def answers(self, query: str) -> dict[Key, Row]:
        return read_answers(self.connection.execute(query).fetchall())


class DuckDB:
    """DuckDB in memory."""

    dialect = "duckdb"

    def __init__(self, folder: Path) -> None:
        self.connection: Any = pytest.importorskip("duckdb").connect()
        self.folder = folder

    def run(self, script: str) -> None:
        self.connection.execute(script)

    def fill(self, table: str, types: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        columns = ", ".join(
            f'"{name}" {one.replace("TEKS", "TEXT")}' for name, one in types.items()
        )
        self.run(f"CREATE TABLE {table} ({columns})")
        path = _tabbed(self.folder / f"{len(list(self.folder.iterdir()))}.tsv", rows)
        form = "HEADER FALSE, DELIMITER '\t', NULLSTR '\\N', QUOTE '', ESCAPE ''"
        self.run(f"COPY {table} FROM '{path}' ({form})")

    def answers(self, query: str) -> dict[Key, Row]:
        return read_answers(self.connection.execute(query).fetchall())


class Served:
    """A server, and a folder from which it is filled."""

    def __init__(self, dialect: str, server: Server, folder: Path) -> None:
        self.dialect = dialect
        self.server = server
        self.folder = folder

    def run(self, script: str) -> None:
        self.server.run(script)

    def fill(self, table: str, types: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
        text, mark = ("TEXT", '"') if self.dialect == "postgresql" else ("VARCHAR(190)", "`")
        columns = ", ".join(
            f"{mark}{name}{mark} {one.replace('TEKS', text)}" for name, one in types.items()
        )
        self.run(f"DROP TABLE IF EXISTS {table}; CREATE TABLE {table} ({columns});")
        path = _tabbed(self.folder / f"{len(list(self.folder.iterdir()))}.tsv", rows)
        path.chmod(0o644)
        self.server.load(table, path)

    def answers(self, query: str) -> dict[Key, Row]:
        return read_answers(self.server.rows(f"{query};"))


def _tabbed(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    lines = ("\t".join("\\N" if cell is None else str(cell) for cell in row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@contextmanager
def opened(dialect: str, folder: Path) -> Iterator[Database]:
    """Open a database of a dialect; the test is left out, with a word, where there is none."""
    servers: Mapping[str, Callable[[], Any]] = {"postgresql": postgresql, "mariadb": mariadb}
    if dialect in servers:
        with servers[dialect]() as server:
            yield Served(dialect, server, folder)
        return
    database = SQLite() if dialect == "sqlite" else DuckDB(folder)
    yield database
    database.connection.close()


def different(found: Mapping[Key, Row], exact: Mapping[Key, Row]) -> list[tuple[Key, Row, Row]]:
    """Return the results that are proven and not what the exact engine answers."""
    wrong = []
    for key, row in found.items():
        answer = {name: row[name] for name in ANSWERS}
        expected = dict.fromkeys(ANSWERS) if row[MARK] is not None else exact[key]
        if answer != expected:
            wrong.append((key, row, exact[key]))
    return wrong
