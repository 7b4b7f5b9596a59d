"""A large table on disk, CSV or Parquet, made ready to be read many times by DuckDB.

CSV is converted once: every cell stays the text it is, since what a number is decides the engine,
and rows that are no rows of the table are kept aside with their line and the reason.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.column_names import chosen_layout
from kesbang_iku.bulk.duckdb_sql import named, quoted, to_read
from kesbang_iku.bulk.keys import Layout
from kesbang_iku.bulk.lines_of_csv import LinesOfCsv
from kesbang_iku.bulk.refusal import BulkError
from kesbang_iku.findings import Text, kinds
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.sources.csv_reader import Top, clean_header, read_top
from kesbang_iku.sources.text_reader import MEGABYTE, other_form

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LINE: Final = "__baris"
"""The column with the number of a row among the rows of its file that could be read, from 1."""
FILE: Final = "__berkas"
"""The column with the name of the file a row stands in."""
PARQUET: Final = ".parquet"
SPOOL: Final = ".sebagian"
"""What the folder that a job works in is called behind the name of its output."""
LONGEST_LINE: Final = 16 * MEGABYTE
"""A longer line is a refused row; one of twice that the engine would drop without a word."""
_ENDINGS: Final = frozenset({".csv", ".tsv", ".txt", PARQUET})
_HEAD: Final = 1 << 16
_WIDEST: Final = 38
"""Decimals of more digits DuckDB reads as doubles, which lose the last ones without a word."""
_REJECTED: Final = """
    SELECT line_byte_position - 1 AS start, arg_min(error_type, coalesce(column_idx, 0)) AS reason,
        min(csv_line) AS content
    FROM reject_errors
    WHERE scan_id = (SELECT min(scan_id) FROM reject_scans) OR error_type = 'UNQUOTED VALUE'
    GROUP BY line_byte_position ORDER BY start
"""
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_READ_FROM, _NUMBER = "__dibaca_dari", "file_row_number"
_NUMBERED: Final = re.compile(r"_\d+$")
_LONE: Final = re.compile(rb"\r(?!\n)[^\r]", re.DOTALL)
"""The end of a line as machines wrote it of which few are left."""


@dataclass(frozen=True, slots=True)
class CsvInput:
    """What is known of a CSV file besides its rows.

    Attributes:
        path: what it is called.
        lines: finds the lines that rows stand in.
        read: what stands behind ``FROM`` for all rows that could be read, the blank ones too.
        rejected: the same for those that could not: where they begin, why, what they hold.
    """

    path: Path
    lines: LinesOfCsv
    read: str
    rejected: str


@dataclass(frozen=True, slots=True)
class InputTable:
    """A table that DuckDB can read.

    Attributes:
        source: what stands behind ``FROM``: the columns below, :data:`FILE` and :data:`LINE`.
        columns: the cleaned headers.
        layout: whether a row is a variable or an item.
        csv: what is known of the file, where it is CSV.
    """

    source: str
    columns: tuple[str, ...]
    layout: Layout
    csv: CsvInput | None = None


def input_files(path: Path) -> tuple[Path, ...]:
    """Return the files that a name stands for: itself, or the Parquet files below a folder.

    Raises:
        BulkError: there is none, or it is no table that can be read.
    """
    if path.is_dir():
        found = tuple(
            one
            for one in sorted(path.rglob(f"*{PARQUET}"))
            if one.is_file() and not any(map(_left_over, one.relative_to(path).parts))
        )
        if not found:
            raise BulkError(said.EMPTY_FOLDER, berkas=path)
        return found
    if not path.is_file():
        once = path.exists()
        raise BulkError(said.READ_ONCE if once else said.NO_INPUT, berkas=path)
    if path.suffix.lower() not in _ENDINGS:
        raise BulkError(said.NO_TABLE, berkas=path)
    return (path,)


def _left_over(part: str) -> bool:
    """Say whether a part of a path is what a running job calls its own."""
    return part.startswith((".", "_")) or part.endswith(SPOOL)


def refused(files: Sequence[Path]) -> BulkError | None:
    """Return why the engine stopped, where it is that Parquet files are broken or differ."""
    import duckdb  # noqa: PLC0415  # light: an extra

    if files[0].suffix.lower() != PARQUET:
        return None
    names = ", ".join(map(to_read, files))
    with duckdb.connect() as con:
        for one in files:
            try:
                con.execute(f"SELECT max(hash(t)) FROM read_parquet({to_read(one)}) t")
            except duckdb.Error:
                return BulkError(said.NO_PARQUET, berkas=one)
        nested = con.execute(
            f"SELECT name FROM parquet_schema([{names}]) GROUP BY name "
            "HAVING count(DISTINCT num_children IS NULL) > 1 ORDER BY name"
        ).fetchall()
    columns = ", ".join(str(name) for (name,) in nested)
    return BulkError(said.UNLIKE_FILES, kolom=columns) if columns else None


def open_table(
    con: DuckDBPyConnection,
    files: tuple[Path, ...],
    spool: Path,
    *,
    known: Callable[[], Collection[str]],
    layout: Layout | None,
    told: Mapping[str, str],
) -> InputTable:
    """Make a table ready.

    Args:
        con: where it is read.
        files: what :func:`input_files` returned.
        spool: the folder that what is made of it goes to; what stands there is taken again.
        known: gives the headers that mean something, which a CSV file is asked for.
        layout: how the rows are; found from the headers where not told.
        told: what columns hold that are not there.

    Raises:
        BulkError: a column that is needed is not there, or the file cannot be read.
    """

    def choose(columns: Collection[str]) -> Layout:
        return chosen_layout(dict.fromkeys((*columns, *told)), layout)

    if files[0].suffix.lower() == PARQUET:
        table = _parquet(con, files, known, choose)
    else:
        table = _csv(con, files[0], spool, known=known, choose=choose)
    new = [name for name in told if name not in table.columns]
    cells = "".join(f", {quoted(told[name])} AS {named(name)}" for name in new)
    return replace(
        table, source=f"(SELECT *{cells} FROM {table.source})", columns=(*table.columns, *new)
    )


def _parquet(
    con: DuckDBPyConnection,
    files: tuple[Path, ...],
    known: Callable[[], Collection[str]],
    choose: Callable[[Collection[str]], Layout],
) -> InputTable:
    names = ", ".join(map(to_read, files))
    read = f"read_parquet([{names}], union_by_name=true, hive_partitioning=true, "
    read += f"filename={quoted(_READ_FROM)}, file_row_number=true)"
    asked = (
        f"SELECT name, max(precision) FROM parquet_schema([{names}]) GROUP BY name ORDER BY name"
    )
    digits: Mapping[str, int | None] = dict(con.execute(asked).fetchall())
    wide = [name for name, count in digits.items() if (count or 0) > _WIDEST]
    if wide and (too_wide := [name for name in wide if clean_header(name) in known()]):
        raise BulkError(said.TOO_WIDE, kolom=", ".join(too_wide), batas=_WIDEST)
    taken = [name for name in digits if name.lower() in {_READ_FROM, _NUMBER}]
    if taken:
        raise BulkError(said.NAME_TAKEN, kolom=taken[0])
    _like_folders(con, files, names, digits, known())
    there = [str(row[0]) for row in con.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()]
    # The engine knows no cases: of two names that differ in it alone the second gets a number.
    told = (name if name in digits else _NUMBERED.sub("", name) for name in there)
    headers = [clean_header(name) for name in told]
    _once(headers, known())
    own = {_READ_FROM, _NUMBER, FILE, LINE}
    cleaned = {header: name for header, name in zip(headers, there, strict=True) if name not in own}
    chosen = choose(cleaned)
    columns = ", ".join(f"{named(name)} AS {named(header)}" for header, name in cleaned.items())
    source = f"(SELECT {columns}, {_READ_FROM} AS {FILE}, {_NUMBER} + 1 AS {LINE} FROM {read})"
    return InputTable(source, tuple(cleaned), chosen)


def _like_folders(
    con: DuckDBPyConnection,
    files: Sequence[Path],
    names: str,
    columns: Collection[str],
    known: Collection[str],
) -> None:
    """Refuse files in which a column says otherwise than their folders, which the engine takes.

    Raises:
        BulkError: there is such a row.
    """
    folders = {part.partition("=")[0] for one in files for part in one.parts[:-1]}
    for name in sorted(one for one in folders.intersection(columns) if clean_header(one) in known):
        folder = rf"url_decode(regexp_extract({_READ_FROM}, '[/\\]{re.escape(name)}=([^/\\]*)', 1))"
        cell = f"CAST({named(name)} AS VARCHAR)"
        differs = con.execute(
            f"SELECT 1 FROM read_parquet([{names}], union_by_name=true, hive_partitioning=false, "
            f"filename={quoted(_READ_FROM)}) WHERE {folder} <> '' AND {cell} <> {folder} "
            f"AND TRY_CAST({cell} AS DOUBLE) IS DISTINCT FROM TRY_CAST({folder} AS DOUBLE) LIMIT 1"
        )
        if differs.fetchall():
            raise BulkError(said.FOLDER_DIFFERS, kolom=name)


def _csv(
    con: DuckDBPyConnection,
    path: Path,
    spool: Path,
    *,
    known: Callable[[], Collection[str]],
    choose: Callable[[Collection[str]], Layout],
) -> InputTable:
    from duckdb import InvalidInputException  # noqa: PLC0415  # light: an extra

    text = _readable(path, spool)
    if _has_endless_line(text):
        raise BulkError(said.ENDLESS_LINE, berkas=path, batas=LONGEST_LINE // MEGABYTE)
    top = _top(text, path, known())
    columns = top.columns.headers
    chosen = choose(columns)
    kept, rejected = spool / "masukan.parquet", spool / "masukan-ditolak.parquet"
    if not kept.exists():
        new = spool / "masukan.sebagian"
        try:
            _convert(con, path, text, top, new)
        except InvalidInputException:  # its lines end in several ways
            text = _readable(path, spool, rewrite=True)
            _convert(con, path, text, top, new)
        con.execute(f"COPY ({_REJECTED}) TO {quoted(rejected)} (FORMAT parquet)")
        con.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")
        new.replace(kept)
    lines = LinesOfCsv(text, top.delimiter, top.number)
    read = f"read_parquet({to_read(kept)})"
    source = f"(SELECT * FROM {read} WHERE concat({', '.join(map(named, columns))}) <> '')"
    known_of_it = CsvInput(path, lines, read, f"read_parquet({to_read(rejected)})")
    return InputTable(source, columns, chosen, known_of_it)


def _convert(con: DuckDBPyConnection, path: Path, text: Path, top: Top, new: Path) -> None:
    """Write the rows of a CSV file as texts into a Parquet file; the engine notes bad ones."""
    lines = LinesOfCsv(text, top.delimiter, top.number)
    quoted_anywhere = lines.any_quoted()
    if not quoted_anywhere and _copied(con, _selection(path, text, top, parallel=True), new) == (
        lines.count() - top.number,
        0,
    ):
        return  # each line is a row, so that none was lost
    _copied(con, _selection(path, text, top), new)
    if quoted_anywhere:
        # What begins with a quote that is not closed is told in parallel alone.
        con.execute(
            f"SELECT count(*) FROM ({_selection(path, text, top, parallel=True)})"
        ).fetchall()


def _copied(con: DuckDBPyConnection, rows: str, new: Path) -> tuple[int, int]:
    """Write rows into a Parquet file, and say how many they are and how many are bad."""
    con.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
    (count,) = con.execute(f"COPY ({rows}) TO {quoted(new)} (FORMAT parquet)").fetchall()[0]
    (bad,) = con.execute("SELECT count(*) FROM reject_errors").fetchall()[0]
    return count, bad


def _selection(path: Path, text: Path, top: Top, *, parallel: bool = False) -> str:
    """Return the query that reads a CSV file as texts, its rows numbered."""
    by_index = {index: header for index, (header, _) in top.columns.named.items()}
    types = ", ".join(
        f"{quoted(by_index.get(index, f'__{index}'))}: 'VARCHAR'"
        for index in range(top.columns.width)
    )
    trimmed = ", ".join(f"trim({named(name)}) AS {named(name)}" for name in by_index.values())
    return (
        f"SELECT {trimmed}, {quoted(path)} AS {FILE}, row_number() OVER () AS {LINE}"
        f" FROM read_csv({to_read(text)}, auto_detect=false, columns={{{types}}}, header=true, "
        f"skip={top.number - 1}, delim={quoted(top.delimiter)}, quote='\"', escape='\"', "
        f"store_rejects=true, null_padding=false, max_line_size={LONGEST_LINE}, "
        # In parallel it loses rows, good ones too, where the last it reads at once are bad.
        f"buffer_size={2 * LONGEST_LINE}, parallel={parallel})"
    )


def _top(text_file: Path, path: Path, known: Collection[str]) -> Top:
    """Return what the first lines of a CSV file say, which stands in UTF-8 in ``text_file``."""
    with text_file.open("rb") as stream:
        head = stream.read(_HEAD) + stream.readline()
    text = head.decode("utf-8-sig", "replace")
    top, findings = read_top(text, str(path), known=known)
    if top is None:
        reasons = findings or [kinds.FILE_EMPTY.at(berkas=path)]
        raise BulkError(said.UNREADABLE, berkas=path, sebab=Text.each(reasons[0].message))
    again = (one.nilai or "" for one in findings if one.kind is kinds.CSV_DUPLICATE_HEADER)
    _once([*top.columns.headers, *map(clean_header, again)], known)
    return top


def _readable(path: Path, spool: Path, *, rewrite: bool = False) -> Path:
    """Return the file, or what stands in it in UTF-8 where it is written otherwise.

    Of a file that is neither, only letters are lost, which no number is made of: it is taken for
    one of the older systems. What stands in it anew has one way of ending its lines, too.
    """
    written = spool / "masukan.csv"
    if written.exists():
        return written
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    other = other_form(head, str(path))
    if other is not None:
        why = Text.each(lambda language: f"{other.message(language)} {other.hint(language)}")
        raise BulkError(said.UNREADABLE, berkas=path, sebab=why)
    encoding = "utf-16" if head.startswith(_UTF_16) else "utf-8"
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        encoding = "cp1252"
    if encoding == "utf-8" and not rewrite and _LONE.search(head) is None:
        return path
    new = spool / "masukan.csv.sebagian"
    with (
        path.open(encoding=encoding, errors="replace") as old,
        new.open("w", encoding="utf-8", newline="") as stream_out,
    ):
        copyfileobj(old, stream_out, _HEAD)
    return new.replace(written)


def _has_endless_line(path: Path) -> bool:
    """Say whether a line is longer than the engine's buffer, of which it drops it unsaid."""
    with path.open("rb") as stream:
        for start in range(0, path.stat().st_size, LONGEST_LINE):
            stream.seek(start)
            if len(stream.readline(LONGEST_LINE + 1)) > LONGEST_LINE:
                return True
    return False


def _once(headers: Sequence[str], known: Collection[str]) -> None:
    """Refuse a table in which a column that says something comes more than once.

    Raises:
        BulkError: there is one.
    """
    twice = [one for one, count in Counter(headers).items() if count > 1 and one in known]
    if twice:
        raise BulkError(said.COLUMNS_TWICE, kolom=", ".join(twice))
