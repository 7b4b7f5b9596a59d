"""The summary of a large table: what was read, what became of it, and how much was covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.answers import (
    BulkAnswer,
    BulkCoverageAnswer,
    BulkInputAnswer,
    BulkOutputAnswer,
    BulkStatusAnswer,
)
from kesbang_iku.bulk.bad_rows import BadRows
from kesbang_iku.bulk.duckdb_sql import listed, place_among, quoted
from kesbang_iku.bulk.result_files import bad_rows_file, version_of
from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import Language, build_answer
from kesbang_iku.findings.finding import Level
from kesbang_iku.findings.register import kind_of
from kesbang_iku.findings.statistics import CodeCount
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR
from kesbang_iku.model.vocabulary import AdminLevel

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What became of a large table; the attributes are those of the answer."""

    katalog: CatalogAnswer
    masukan: BulkInputAnswer
    keluaran: BulkOutputAnswer
    status: list[BulkStatusAnswer]
    temuan: list[CodeCount]
    cakupan: list[BulkCoverageAnswer]

    @property
    def failed(self) -> bool:
        """Whether a row was left out, or there is a finding of level ``galat``."""
        errors = (one.tingkat == Level.GALAT for one in self.temuan)
        return self.masukan["ditolak"] > 0 or any(errors)

    def as_dict(self, bahasa: Language = "id") -> BulkAnswer:
        """Return the answer of ``bulk --format json``."""
        return build_answer(BulkAnswer, self, bahasa)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts what the engine ``con`` has in the view ``hasil``."""

    con: DuckDBPyConnection
    catalog: Catalog
    regions: Regions
    bad: BadRows

    def outcome(self, asked: str, output: Path, source: str, rejected: int) -> BulkOutcome:
        """Return what is to be told.

        Args:
            asked: the input as it was named.
            output: the file of results.
            source: what stands behind ``FROM`` for the rows of the input.
            rejected: how many rows give no result.
        """
        rows = self._count(source) + self.bad.count_no_rows()
        beside = str(bad_rows_file(output)) if rejected else None
        return BulkOutcome(
            self.catalog.identity,
            BulkInputAnswer(berkas=asked, baris=rows, ditolak=rejected),
            BulkOutputAnswer(berkas=str(output), hasil=self._count("hasil"), berkas_ditolak=beside),
            *self._statuses_and_findings(),
            [*self._coverage()],
        )

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.con.execute(query).fetchall()

    def _count(self, source: str) -> int:
        return int(self._rows(f"SELECT count(*) FROM {source}")[0][0])

    def _statuses_and_findings(self) -> tuple[list[BulkStatusAnswer], list[CodeCount]]:
        """Return how often each status was given, and each code found, the weightiest first."""
        statuses: Counter[str] = Counter()
        counted = self.bad.codes()
        query = "SELECT status, temuan, count(*) FROM hasil GROUP BY status, temuan"
        for status, codes, count in self._rows(query):
            statuses[status] += count
            for code in (codes or "").split():
                counted[code] += count
        often = sorted(statuses.items(), key=lambda one: (-one[1], one[0]))
        told = [BulkStatusAnswer(status=status, jumlah=count) for status, count in often]
        kinds = ((kind_of(code), count) for code, count in counted.items())
        found = [CodeCount(one.code, one.level, count, one.title) for one, count in kinds]
        order = tuple(Level)
        found.sort(key=lambda one: (order.index(one.tingkat), -one.jumlah, one.kode))
        return told, found

    def _coverage(self) -> Iterator[BulkCoverageAnswer]:
        """Yield how many regions have a value, of those that were there and have the indicator.

        A region counts once however it and the indicator are spelt, and one in the register alone.
        """
        spelt = [str(code) for (code,) in self._rows("SELECT DISTINCT kode FROM hasil")]
        codes = [self.catalog.versions(code)[-1].kode for code in spelt]
        lives = {one.nama: one.berlaku for one in self.regions.values()}
        place = place_among("nama_wilayah", [*lives], lives)
        begun = [FIRST_YEAR if one.mulai is None else one.mulai for one in lives.values()]
        ended = [LAST_YEAR if one.selesai is None else one.selesai for one in lives.values()]
        complete = f"status = {quoted(Status.COMPLETE.value)}"
        query = (
            f"SELECT baku, tahun, count(*) FILTER (lapor AND tahun BETWEEN {begun}[{place} + 1] "
            f"AND {ended}[{place} + 1]) FROM (SELECT {listed(codes, place_among('kode', spelt))} "
            f"AS baku, tahun, nama_wilayah, bool_or({complete}) AS lapor FROM hasil GROUP BY ALL) "
            "GROUP BY ALL"
        )

        @cache
        def there(year: int) -> Counter[AdminLevel]:
            regions = self.regions.values()
            return Counter(region.tingkat for region in regions if year in region.berlaku)

        for code, year, reporting in sorted(self._rows(query)):
            one = version_of(self.catalog, code, year)
            due = sum(number for level, number in there(year).items() if one.exists_at(level))
            yield BulkCoverageAnswer(
                kode=code, nama=one.nama, tahun=year, melapor=reporting, seharusnya=due
            )
