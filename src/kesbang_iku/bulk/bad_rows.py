"""The rows of a large table that give no result: where they stand, why, and what is in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import tee
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.duckdb_sql import rows_of, to_read
from kesbang_iku.bulk.input_table import LONGEST_LINE, CsvInput
from kesbang_iku.findings import FindingKind, Language, kinds
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.sources.csv_text import csv_lines
from kesbang_iku.sources.personal import hide_numbers
from kesbang_iku.sources.text_reader import MEGABYTE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS: Final[Sequence[str]] = ("berkas", "baris", "kode_temuan", "alasan", "isi")
_TYPES: Final = ("VARCHAR", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR")
_FORM: Final = "FORMAT csv, HEADER false, AUTO_DETECT false, QUOTE '\"', ESCAPE '\"'"
_KINDS: Final[Mapping[str, FindingKind]] = {
    "TOO MANY COLUMNS": kinds.CSV_ROW_LONG,
    "MISSING COLUMNS": kinds.CSV_ROW_SHORT,
    "UNQUOTED VALUE": kinds.CSV_OPEN_QUOTE,
    "INVALID ENCODING": kinds.ENCODING_BROKEN,
    "LINE SIZE OVER MAXIMUM": kinds.FILE_TOO_LARGE,
}
"""What is found of a row that is none, by what DuckDB calls it; else a quote stands wrongly."""


@dataclass(frozen=True, slots=True)
class BadRows:
    """The bad rows of all parts, gathered in the table ``buruk`` of the engine.

    ``called`` is the name of the file they stand in, where it is not its path.
    """

    con: DuckDBPyConnection
    csv: CsvInput | None
    language: Language
    called: str | None = None

    def gather(self, files: Sequence[Path]) -> None:
        """Take the bad rows of the parts."""
        declared = ", ".join(map(" ".join, zip(COLUMNS, _TYPES, strict=True)))
        self.con.execute(f"CREATE OR REPLACE TABLE buruk ({declared})")
        for one in files:
            if one.stat().st_size:
                self.con.execute(f"COPY buruk FROM {to_read(one)} ({_FORM})")

    def write(self, path: Path) -> int:
        """Write them to a file, in the order of the input, and count them."""
        lines = 0
        with path.open("w", encoding="utf-8", newline="") as stream:
            named = {} if self.called is None else {"berkas": self.called}
            for line in csv_lines(COLUMNS, ({**one, **named} for one in self._all())):
                stream.write(line)
                lines += 1
        return lines - 1  # without the headings

    def codes(self) -> Counter[str]:
        """Count the codes of what was found in them."""
        counted = Counter[str]()
        for reason, count in self._of_no_rows("reason, count(*)", "GROUP BY reason"):
            counted[_kind(reason).code] += count
        query = "SELECT kode_temuan, count(*) FROM buruk GROUP BY kode_temuan"
        for codes, count in self.con.execute(query).fetchall():
            counted.update(dict.fromkeys(codes.split(), count))
        return counted

    def count_no_rows(self) -> int:
        """Count what could not be read as a row."""
        return sum(count for (count,) in self._of_no_rows("count(*)"))

    def _all(self) -> Iterator[dict[str, Any]]:
        rows = self.con.cursor().execute("SELECT * FROM buruk ORDER BY berkas, baris")
        bad: Iterator[dict[str, Any]] = (
            dict(zip(COLUMNS, row, strict=True)) for row in rows_of(rows)
        )
        return bad if self.csv is None else self._with_lines(bad, self.csv)

    def _with_lines(self, bad: Iterator[dict[str, Any]], csv: CsvInput) -> Iterator[dict[str, Any]]:
        """Yield the bad rows with their lines, among them what is no row of the table."""
        ordered = "ORDER BY start"
        lines = [*csv.lines.at(start for (start,) in self._of_no_rows("start", ordered))]
        read = self.con.execute(f"SELECT count(*) FROM {csv.read}").fetchall()[0][0]
        numbers, bad = tee(bad)
        found = csv.lines.of((one["baris"] for one in numbers), read, lines)
        with_lines = ({**one, "baris": line} for one, line in zip(bad, found, strict=False))
        others = (
            self._no_row(line, reason, content, csv)
            for line, (reason, content) in zip(
                lines, self._of_no_rows("reason, content", ordered), strict=True
            )
        )
        return merge(with_lines, others, key=itemgetter("baris"))

    def _no_row(self, line: int, reason: str, content: str | None, csv: CsvInput) -> dict[str, Any]:
        kind = _kind(reason)
        return {
            "berkas": str(csv.path),
            "baris": line,
            "kode_temuan": kind.code,
            "alasan": said.LONG_LINE.fill(self.language, batas=LONGEST_LINE // MEGABYTE)
            if kind is kinds.FILE_TOO_LARGE
            else said.NO_ROW.fill(self.language, judul=kind.title),
            "isi": hide_numbers((content or "").strip("\r\n")),
        }

    def _of_no_rows(self, columns: str, more: str = "") -> Iterator[tuple[Any, ...]]:
        if self.csv is None:
            return iter(())
        query = f"SELECT {columns} FROM {self.csv.rejected} {more}"
        return rows_of(self.con.cursor().execute(query))


def _kind(reason: str) -> FindingKind:
    return _KINDS.get(reason, kinds.CSV_AFTER_QUOTE)
