"""A large table of reports from a file into a file, by DuckDB, in memory that is bounded.

The rows are divided by indicator, and those of one that is too large by region, so that no key is
cut. Each part is computed in columns, row by row where columns prove nothing, and written to a
folder beside the output. Only the whole gets the output's name: whoever is interrupted finds what
was there before, and goes on from the parts that stand.
"""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, partial
from glob import escape
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku._version import __version__
from kesbang_iku.bulk.bad_rows import BadRows
from kesbang_iku.bulk.column_names import variables_meant
from kesbang_iku.bulk.computation import Part
from kesbang_iku.bulk.duckdb_sql import is_among, named, quoted, rows_of, to_read
from kesbang_iku.bulk.exact_rows import DIGITS, ExactRows
from kesbang_iku.bulk.file_computation import FileComputation, FileLibrary, PartComputation
from kesbang_iku.bulk.indicator_columns import ANSWERS, STRANGE
from kesbang_iku.bulk.input_table import (
    FILE,
    LINE,
    PARQUET,
    SPOOL,
    InputTable,
    input_files,
    open_table,
    refused,
)
from kesbang_iku.bulk.keys import BESIDE, KEYS, LONG, PERIODS, TOLD, Layout
from kesbang_iku.bulk.libraries.duckdb_library import DuckdbLibrary
from kesbang_iku.bulk.libraries.library import REPEATED, Lazy, of_native
from kesbang_iku.bulk.one_at_a_time import held
from kesbang_iku.bulk.refusal import BulkError, InexactEngineError
from kesbang_iku.bulk.repeated_items import RepeatedItems
from kesbang_iku.bulk.result_files import Names, ResultFiles, bad_rows_file
from kesbang_iku.bulk.selftest import check
from kesbang_iku.bulk.summary import BulkOutcome, Summary
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import Finding, Language
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.sources.personal import hide_numbers

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

GIB: Final = 1 << 30
LEAST_MEMORY: Final = GIB // 2
_OURS: Final = 300 << 20
"""What the standard and this program take of the memory, beside DuckDB."""
_ROW: Final = 160
"""What a row takes of it while it is computed, in bytes: measured, and rounded up."""
_STREAMED: Final = 20_000_000
"""So many rows of a wide table make a part: they take no memory, but are computed again if lost."""
_FEWEST_ROWS: Final = 200_000
_FEWEST_IN_COLUMNS: Final = 1000
"""Planning columns takes a quarter of a second; a row that is computed alone a ten thousandth."""
_MOST_READ: Final = 4
"""So many times a long part is read where it stands; for more it is taken out of the file first."""
_STORAGE: Final = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
"""Why the system takes no more bytes; the engine tells it in the system's words."""
_SPARED: Final = "max_temp_directory_size"
"""What the engine names where it has filled what was free of the disk, but for a tenth."""
_DONE: Final = ".selesai"
_STOPOVER, _LOCK, _GATHERED = "singgahan", "dipakai", "kunci.sebagian"
_NONE: Final = "\\N"
_NUMBERS: Final = frozenset({"nilai", "capaian"})
_TEXT_KEYS: Final = ", ".join(f"{name} VARCHAR" for name in KEYS)
_KEYS_AS_TEXT: Final = ", ".join(f"CAST({name} AS VARCHAR)" for name in KEYS)

Tell = Callable[[int, int], None]
"""Is told how many of how many rows are computed."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of some codes, or of one code the slice ``slice`` of ``slices``.

    Of ``None`` are the rows of codes that there are not; ``nowhere``: some are of no region.
    """

    codes: tuple[str | None, ...]
    rows: int
    nowhere: bool
    slices: int = 1
    slice: int = 0

    @property
    def name(self) -> str:
        """What its files are called by."""
        told = json.dumps([self.codes, self.slices, self.slice])
        return sha256(told.encode()).hexdigest()[:16]

    def condition(self, known: Iterable[str]) -> str:
        """Return what is true of its rows, of the codes that there are."""
        codes = [one for one in self.codes if one is not None]
        of_codes = f"{'' if codes else 'NOT '}{is_among('kode', codes or known)}"
        if self.slices == 1:
            return of_codes
        return f"{of_codes} AND hash(wilayah) % {self.slices} = {self.slice}"


@dataclass(frozen=True)
class BulkJob:
    """A table that is computed.

    Attributes:
        source: the file, or the folder of Parquet files.
        output: the file of results.
        catalog: the standard.
        regions: the register of regions.
        called: what is said of the source by name, where it is not its path.
        told: what columns hold that are not there.
        layout: how the rows are; found from the headers where not told.
        memory: how many bytes it may take.
        most: how many rows are computed at once; as many as the memory is for, where not told.
        fewest: so many rows of indicators that compute alike are computed in columns.
        language: the language of the reasons why a row gives no result.
        tell: is told how far it got.
    """

    source: Path
    output: Path
    catalog: Catalog
    regions: Regions
    called: str | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    layout: Layout | None = None
    memory: int = GIB
    most: int | None = None
    fewest: int = _FEWEST_IN_COLUMNS
    language: Language = "id"
    tell: Tell = field(default=lambda _done, _all: None)

    @cached_property
    def spool(self) -> Path:
        """The folder that the parts stand in until all do."""
        return self.output.with_name(f"{self.output.name}{SPOOL}")

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The files that are read."""
        return input_files(self.source)

    @cached_property
    def con(self) -> DuckDBPyConnection:
        """The engine, bounded; it writes what is too much into the spool."""
        import duckdb  # noqa: PLC0415  # light: an extra

        return duckdb.connect(
            config={
                "memory_limit": f"{max(self.memory - _OURS, _OURS) >> 20}MiB",
                "temp_directory": str(self.spool / _STOPOVER),
                "autoinstall_known_extensions": "false",
                # It would make a join of a list of texts, as of years, and turn the order of rows.
                "disabled_optimizers": "in_clause",
            }
        )

    @cached_property
    def results(self) -> ResultFiles:
        """What writes the results."""
        table = self.computation
        regions = sorted({name for names in table.named.levels.values() for name in names})
        codes = sorted({one.indicator.kode for one in table.applying})
        known = {"wilayah": regions, "periode": sorted(PERIODS), "kode": codes}
        as_text = self.output.suffix.lower() != PARQUET
        return ResultFiles(self.con, self.spool, Names.of(table), known, as_text=as_text)

    @cached_property
    def table(self) -> InputTable:
        """The table that is read."""
        told, known = self.told, self._known
        return open_table(
            self.con, self.files, self.spool, known=known, layout=self.layout, told=told
        )

    def _known(self) -> frozenset[str]:
        """Return the headers that mean something, those of all variables among them."""
        return TOLD.union(*(one.variables_by_name for one in self.catalog.definitions))

    def run(self) -> BulkOutcome:
        """Compute the table, and give the output its name.

        Raises:
            BulkError: the input is no such table, or the engine cannot go on.
        """
        self.spool.mkdir(exist_ok=True)
        try:
            with held(self.spool / _LOCK):
                return self._run()
        except BlockingIOError as error:
            raise BulkError(said.OUTPUT_BUSY, berkas=self.output) from error
        except OSError as error:
            error.filename = error.filename or str(self.output)  # a full disk names none
            raise

    def _run(self) -> BulkOutcome:
        import duckdb  # noqa: PLC0415  # light: an extra

        whole = False
        try:
            outcome = self._finish(self._compute_all())
            whole = True
        except InexactEngineError as error:
            raise BulkError(said.ENGINE_STOPPED, sebab=error) from error
        except duckdb.Error as error:
            self._check_input()
            reason = str(error).strip().partition("\n")[0]
            full = [one for one in _STORAGE if os.strerror(one) in reason]
            full += [errno.ENOSPC] if _SPARED in str(error) else []
            if full:
                raise OSError(full[0], os.strerror(full[0])) from error
            if isinstance(error, duckdb.OutOfMemoryException):
                raise BulkError(said.NO_MEMORY, batas=self.memory >> 20) from error
            raise refused(self.files) or BulkError(said.ENGINE_STOPPED, sebab=reason) from error
        finally:
            self.con.close()
            # Parts that stand are worth going on from; a refused table leaves nothing behind.
            if whole or not any(self.spool.glob(f"*{_DONE}")):
                rmtree(self.spool, ignore_errors=True)
        return outcome

    def _compute_all(self) -> list[str]:
        """Compute all parts that do not stand yet, and return their names."""
        self._prepare()
        check(DuckdbLibrary(), self.con.sql("SELECT 1.0 AS satu"), "DuckDB")
        self._view()
        parts = [*self._parts()]
        total, done = sum(part.rows for part in parts), 0
        for part in parts:
            self.tell(done, total)
            if not (self.spool / f"{part.name}{_DONE}").exists():
                self._compute(part, done, total)
            done += part.rows
        self.tell(total, total)
        return [part.name for part in parts]

    def _finish(self, parts: Sequence[str]) -> BulkOutcome:
        """Put the parts together; both files get their names when both are whole."""
        files = [one for part in parts for one in sorted(self.spool.glob(f"{part}-*.parquet"))]
        self.results.gather(files)
        self._check_input()  # lines of bad rows are looked up in it
        bad = BadRows(self.con, self.table.csv, self.language, self.called)
        bad.gather([one for part in parts if (one := self.spool / f"{part}-ditolak.csv").exists()])
        new, beside = self.spool / "ditolak.sebagian", bad_rows_file(self.output)
        rejected = bad.write(new)
        summary = Summary(self.con, self.catalog, self.regions, bad)
        asked = self.called or str(self.source)
        outcome = summary.outcome(asked, self.output, self.table.source, rejected)
        self._check_input()
        self.results.write(files, self.output)
        if rejected:
            new.replace(beside)
        else:
            beside.unlink(missing_ok=True)  # of a run before, which this one replaces
        return outcome

    @property
    def _manifest(self) -> Path:
        return self.spool / "pekerjaan.json"

    @property
    def _identity(self) -> str:
        """What the parts in the spool are of: the input as it is now, and all that was asked."""
        asked: dict[str, object] = {
            "program": __version__,
            "masukan": [
                [str(one.resolve()), one.stat().st_size, one.stat().st_mtime_ns]
                for one in self.files
            ],
            "katalog": self.catalog.identity,
            "susunan": self.layout,
            "diketahui": self.told,
            "memori": [self.memory, self.most, self.fewest],
            "bahasa": self.language,
        }
        return json.dumps(asked, sort_keys=True, default=str)

    def _is_of_input(self) -> bool:
        return self._manifest.read_text(encoding="utf-8") == self._identity

    def _check_input(self) -> None:
        """Refuse to go on with parts of which some are of another input: it is read many times.

        Raises:
            BulkError: the input was written to since the job began.
        """
        if not self._is_of_input():
            raise BulkError(said.INPUT_CHANGED, berkas=self.source)

    def _prepare(self) -> None:
        """Make the spool; one of another input, standard or layout is of no use."""
        if self._manifest.exists() and self._is_of_input():
            rmtree(self.spool / _STOPOVER, ignore_errors=True)  # of a run that was killed
            return
        for old in self.spool.iterdir():
            if old.is_dir():
                rmtree(old)
            elif old.name != _LOCK:
                old.unlink()
        self._manifest.write_text(self._identity, encoding="utf-8")

    def _view(self) -> None:
        """Name the table, with its keys as they are compared."""
        if len(self.files) == 1:  # what is known of many files would take memory of its own
            self.con.execute("SET parquet_metadata_cache = true")
        columns, own = self.table.columns, {*LONG, *BESIDE, "target"}
        meant: Mapping[str, str] = {}
        if self.table.layout == "wide":  # any further column may be a variable
            own = {name for name in columns if name not in KEYS and not name.startswith("__")}
            meant = variables_meant(columns, self.catalog, self._codes)
        told = [name for name in columns if name in own]
        period = "CAST(periode AS VARCHAR)" if "periode" in columns else "NULL"
        period = f"CASE WHEN {period} <> '' THEN {period} ELSE {quoted(ANNUAL)} END"
        keys = "CAST(kode AS VARCHAR) AS kode, CAST(wilayah AS VARCHAR) AS wilayah, tahun"
        listed = "".join(f"{named(one)} AS {named(meant.get(one, one))}, " for one in told)
        self.con.execute(
            f"CREATE OR REPLACE VIEW laporan AS SELECT {keys}, {period} AS periode, "
            f"{listed}{FILE}, {LINE} FROM {self.table.source}"
        )

    def _codes(self) -> Iterator[str]:
        """Yield the codes that stand in the table."""
        found = self.con.execute(f"SELECT DISTINCT kode FROM {self.table.source}")
        yield from (str(code) for (code,) in rows_of(found) if code is not None)

    @cached_property
    def computation(self) -> FileComputation:
        """The whole table, looked over."""
        table = nw.from_native(self.con.view("laporan"))
        library = FileLibrary(self.con)
        return FileComputation(table, self.catalog, self.regions, self.table.layout, library)

    def _parts(self) -> Iterator[_Part]:
        """Yield the parts: codes together as long as they fit, large ones in slices.

        Those of a family stand side by side, so that it is computed at once.
        """
        gathered = max(_FEWEST_ROWS, (self.memory - _OURS) // 2 // _ROW)
        most = self.most or (gathered if self.table.layout == "long" else _STREAMED)
        codes: list[str] = []
        together, nowhere = 0, False
        found = self.computation.rows_by_code()
        for code, rows, placed in found:
            if codes and (code is None or together + rows > most):
                yield _Part(tuple(codes), together, nowhere)
                codes, together, nowhere = [], 0, False
            if code is None or rows > most:
                slices = -(-rows // most)
                for number in range(slices):
                    yield _Part((code,), rows // slices, placed < rows, slices, number)
            else:
                codes.append(code)
                together += rows
                nowhere |= placed < rows
        if codes or not found:  # of a table without rows, too, there are results: none
            yield _Part(tuple(codes), together, nowhere or not found)

    # ------------------------------------------------------------------------------- one part

    def _opened(self, part: _Part, total: int) -> PartComputation:
        """Name the rows of a part, of all, that are to be computed."""
        con, whole, rows = self.con, self.computation, "SELECT * FROM laporan"
        if part.rows < total:
            rows += f" WHERE {part.condition(self.catalog.by_code)}"
        con.execute("DROP VIEW IF EXISTS bagian; DROP TABLE IF EXISTS kumpulan")
        if self.table.layout == "long" and len(whole.of(part.codes)) > _MOST_READ:
            # Rows of many codes may stand in any order: they are not read for each family.
            con.execute(f"CREATE TABLE kumpulan AS {rows}")
            rows = "FROM kumpulan"
        con.execute(f"CREATE VIEW bagian AS {rows}")
        con.execute(f"CREATE OR REPLACE TABLE ganjil ({_TEXT_KEYS})")
        table = nw.from_native(con.view("bagian"))
        known = (table, whole.catalog, whole.regions, whole.layout, whole.library)
        mine, gather = frozenset(part.codes), self._gather
        return PartComputation(*known, whole=whole, kode=mine, fewest=self.fewest, gather=gather)

    def _compute(self, part: _Part, done: int, total: int) -> None:
        for old in self.spool.glob(f"{part.name}-*"):
            old.unlink()
        computation = self._opened(part, total)
        gathered = self.table.layout == "long"
        count, kept = len(computation.families) + 1, 0
        # A wide table is computed as it is read, and its results keep its order.
        compute_one = self._gathered if gathered else partial(self._kept, in_order=False)
        parts = computation.parts() if gathered else [*computation.parts()]
        for number, found in enumerate(parts, 1):
            kept += compute_one(found, f"{part.name}-{number}")
            self.tell(done + part.rows * number // count, total)
        if not gathered:
            read = part.rows if part.slices == 1 else self._count("bagian")
            sure = kept == read > 0
            if not sure:
                for found in parts:
                    self._note_strange(found.table)
        else:
            every = len(computation.families) == len(self.computation.of(part.codes))
            sure = every and computation.occurring[1] and not part.nowhere
            sure = sure and not self._count("ganjil")
        if not sure:
            self._compute_exactly(part, computation)
        self.con.execute("DROP VIEW bagian; DROP TABLE IF EXISTS kumpulan")
        (self.spool / f"{part.name}{_DONE}").touch()

    def _gathered(self, found: Part, name: str) -> int:
        """Compute a long table, whose variables are gathered once, and count the results."""
        kept = self._kept(found, name, in_order=True)
        if kept < self._count(f"read_parquet({to_read(self.spool / _GATHERED)})"):
            self._note_strange(found.table)
        return kept

    def _count(self, source: str) -> int:
        return int(self.con.execute(f"SELECT count(*) FROM {source}").fetchall()[0][0])

    def _gather(self, rows: Lazy) -> Lazy:
        # In a file each text of a key stands once, and takes no memory.
        rows.to_native().create_view("kunci", replace=True)
        self.con.execute(f"COPY (FROM kunci) TO {quoted(self.spool / _GATHERED)} (FORMAT parquet)")
        return of_native(self.con.read_parquet(escape(str(self.spool / _GATHERED))))

    def _kept(self, found: Part, name: str, *, in_order: bool) -> int:
        proven = found.table.filter(~nw.col(STRANGE))
        several = self.table.layout == "wide" and self.computation.keys.repeated is not None
        if several:
            proven = proven.filter(nw.col(REPEATED).is_null())
        answered = found.columns.answered(proven, found.schema)
        answered.select(*KEYS, *ANSWERS).to_native().create_view("terhitung", replace=True)
        kept = self.results.keep(name, "terhitung", proven=True, in_order=in_order)
        return kept + self._kept_together(found, name) if several else kept

    @cached_property
    def _exact(self) -> ExactRows:
        return ExactRows(self.catalog, self.regions, self.computation.told)

    def _kept_together(self, found: Part, name: str) -> int:
        """Put together what comes more than once, and say how many rows that is of."""
        told, answer = self.computation.told, self._exact.answer
        codes = RepeatedItems(self.con, told, lambda rows: str(answer(rows)[0]["temuan"]))
        rows = codes.gather(found)
        self.results.keep(f"{name}-kembar", "terhitung", proven=False, in_order=True)
        return rows

    def _note_strange(self, rows: Lazy) -> None:
        """Note the keys of rows that columns do not prove."""
        rows.filter(nw.col(STRANGE)).to_native().create_view("aneh", replace=True)
        self.con.execute(f"INSERT INTO ganjil SELECT {_KEYS_AS_TEXT} FROM aneh")

    def _compute_exactly(self, part: _Part, computation: PartComputation) -> None:
        """Compute one by one what columns do not prove; what gives no result is a bad row."""
        answers, bad = (self.spool / f"{part.name}-{one}.csv" for one in ("eksak", "ditolak"))
        columns = (*KEYS, "nama_wilayah", *ANSWERS, *DIGITS.values())
        with (
            answers.open("w", encoding="utf-8", newline="") as stream,
            bad.open("w", encoding="utf-8", newline="") as bad_stream,
        ):
            writer, bad_writer = (
                csv.writer(one, lineterminator="\n") for one in (stream, bad_stream)
            )
            engine = ExactRows(self.catalog, self.regions, computation.told)
            for rows in self._strange(computation):
                answer, found = engine.answer(rows)
                if answer["status"] is None:
                    bad_writer.writerows(self._rejected(rows, computation.told, found))
                else:
                    cells = {**rows[0], **answer}
                    writer.writerow(_told(cells[name]) for name in columns)
        names = ", ".join(
            f"{quoted(name)}: {quoted('DOUBLE' if name in _NUMBERS else 'VARCHAR')}"
            for name in columns
        )
        self.results.keep(
            f"{part.name}-eksak",
            f"read_csv({to_read(answers)}, auto_detect=false, columns={{{names}}}, header=false, "
            f"quote='\"', escape='\"', nullstr={quoted(_NONE)})",
            proven=False,
            in_order=True,
            exact=True,
        )
        answers.unlink()

    def _strange(self, computation: PartComputation) -> Iterator[list[dict[str, Any]]]:
        """Yield the rows of each key that columns do not prove."""
        con = self.con
        con.execute("CREATE OR REPLACE TABLE berlaku (kode VARCHAR, tahun VARCHAR)")
        applying = [
            (one.indicator.kode, str(year))
            for family in computation.families
            for one in family.members
            for year in one.years
        ]
        if applying:
            con.executemany("INSERT INTO berlaku VALUES (?, ?)", applying)
        alike = "ganjil.{0} IS NOT DISTINCT FROM CAST(bagian.{0} AS VARCHAR)".format
        same = " AND ".join(map(alike, KEYS))
        names = (*computation.told, FILE, LINE)
        told = ", ".join(f"bagian.{named(name)}" for name in names)
        # Joined as lists: looked for in subqueries, one row costs as much as computing all of them.
        rows = con.cursor().execute(
            f"SELECT {told} FROM bagian LEFT JOIN (SELECT DISTINCT *, true AS ada FROM ganjil) AS "
            f"ganjil ON {same} LEFT JOIN (SELECT DISTINCT * FROM berlaku) AS berlaku ON "
            "berlaku.kode = bagian.kode AND berlaku.tahun = CAST(bagian.tahun AS VARCHAR) "
            "WHERE ganjil.ada OR berlaku.kode IS NULL OR bagian.wilayah IS NULL "
            f"ORDER BY kode, tahun, wilayah, periode, {FILE}, {LINE}"
        )
        found = (dict(zip(names, row, strict=True)) for row in rows_of(rows))
        for _, together in groupby(found, itemgetter(*KEYS)):
            yield [*together]

    def _rejected(
        self, rows: Sequence[Mapping[str, Any]], told: Sequence[str], found: Sequence[Finding]
    ) -> Iterator[tuple[object, ...]]:
        """Yield rows that give no result: file, row, codes, reasons, and what stands in it."""
        codes = " ".join(sorted({one.kode for one in found}))
        reasons = " ".join(dict.fromkeys(one.message(self.language) for one in found))
        for row in rows:
            content = ";".join("" if row[name] is None else str(row[name]) for name in told)
            yield row[FILE], row[LINE], codes, hide_numbers(reasons), hide_numbers(content)


def _told(cell: object) -> object:
    """Return a cell as it is written; what a region is called may be the number of a person."""
    if cell is None:
        return _NONE
    return hide_numbers(cell) if isinstance(cell, str) else cell
