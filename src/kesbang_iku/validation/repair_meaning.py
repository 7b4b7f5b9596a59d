"""The law of repairs: a file that was repaired says what it said before.

Judged from the two texts alone, without asking which repairs were made and why: both are read, held
against each other datum by datum, and both are computed.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import zip_longest
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.findings import Finding, Level
from kesbang_iku.findings.near import one_slip
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.sources.csv_reader import clean_header, read_csv_grid
from kesbang_iku.sources.document import Data
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.sources.numbers import Bound, Number, Range, in_our_digits, read_number
from kesbang_iku.sources.reading import Opened, read_documents
from kesbang_iku.sources.reports import COLUMNS, period_written
from kesbang_iku.sources.spelling import plain_parts, year_meant

_FORMATS: Final = (None, "id", "en")
_NAMES: Final = "variabel"
_Identity = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class MeaningCheck:
    """What two texts are held against: the standard, and the regions there are."""

    katalog: Catalog
    regions: Regions

    @classmethod
    def of(cls, katalog: Catalog) -> "MeaningCheck":
        """Return the law under a catalog."""
        return cls(katalog, load_regions())

    def holds(self, before: Opened, after: Opened) -> bool:
        """Say whether ``after`` says what ``before`` said: every datum, every number, every result.

        What was refused before may be accepted now; what was accepted stays what it was.
        """
        same = self._tables if before.tabular else self._documents
        return same(before, after) and self._results(before, after)

    # ------------------------------------------------------------------------------- structure

    def _documents(self, before: Opened, after: Opened) -> bool:
        old, said_before = read_documents(before)
        new, said_after = read_documents(after)
        return (
            len(old) == len(new)
            and _errors(said_after) <= _errors(said_before)
            and all(
                self._same(one.data, other.data, "") for one, other in zip(old, new, strict=True)
            )
        )

    def _same(self, old: Data, new: Data, role: str) -> bool:
        if isinstance(old, dict) and isinstance(new, dict):
            return len(old) == len(new) and all(
                (name == called or (called not in old and _same_key(name, called)))
                and self._same(old[name], new[called], called)
                for name, called in zip(old, new, strict=True)
            )
        if isinstance(old, list) and isinstance(new, list):
            return len(old) == len(new) and all(
                self._same(one, other, role) for one, other in zip(old, new, strict=True)
            )
        if isinstance(old, str) and isinstance(new, str):
            return old == new or self.same_text(old, new, role)
        return old is new

    def _tables(self, before: Opened, after: Opened) -> bool:
        for known in (COLUMNS, load_headers()):
            old = read_csv_grid(before.text, before.name, known=known)[0]
            new = read_csv_grid(after.text, after.name, known=known)[0]
            if (old is None) != (new is None):
                return False
            if old is not None and new is not None and not self._same_grid(old, new):
                return False
        return True

    def _same_grid(self, old: Grid, new: Grid) -> bool:
        roles: dict[int, str] = {}
        for one, other in zip_longest(old.rows, new.rows):
            if one is None or other is None or one.cells.keys() != other.cells.keys():
                return False
            for column, text in one.cells.items():
                now = other.cells[column]
                role = roles.get(column, "")
                named = role == _NAMES and _same_key(text, now)
                if text != now and not named and not self.same_text(text, now, role):
                    return False
                if not role:
                    roles |= _role(column, text)
        return True

    def same_text(self, old: str, new: str, role: str) -> bool:
        """Say whether two texts under the key ``role`` mean the same."""
        if role == "wilayah":
            return self._region(old) is not None and self._region(old) == self._region(new)
        if role == "kode":
            return new in self.katalog.codes and plain_parts(old) == plain_parts(new)
        if role == "periode":
            return period_written(old) == new
        if role == "tahun":
            return year_meant(old) == new
        if role == "satuan":
            unit = self.katalog.tables.unit_spelled(old)
            return unit is not None and unit == self.katalog.tables.unit_spelled(new)
        numbers = set(_numbers(new))
        if numbers:
            return len(numbers) == 1 and numbers <= set(_numbers(in_our_digits(old)))
        return plain_parts(old) is not None and plain_parts(old) == plain_parts(new)

    def _region(self, text: str) -> str | None:
        region = self.regions.find(text, sistem="kemendagri")[0] or self.regions.certain(text)
        return None if region is None else region.kode

    # --------------------------------------------------------------------------------- results

    def _results(self, before: Opened, after: Opened) -> bool:
        now = grouped((self._identity(result), result) for result in self._computed(after))
        return all(
            any(_keeps(result, other) for other in now.get(self._identity(result), ()))
            for result in self._computed(before)
        )

    def _computed(self, opened: Opened) -> tuple[Result, ...]:
        return compute(read_reports(opened), self.katalog).hasil

    def _identity(self, result: Result) -> _Identity:
        region = None if result.wilayah is None else self._region(result.wilayah)
        return (result.kode, region or result.wilayah, result.tahun, result.periode)


def _keeps(before: Result, after: Result) -> bool:
    """Say whether a result has every number that it had."""
    return (
        before.masukan.items() <= after.masukan.items()
        and before.sebelumnya.items() <= after.sebelumnya.items()
        and before.nilai in (None, after.nilai)
        and before.nilai_eksak in (None, after.nilai_eksak)
        and before.capaian in (None, after.capaian)
    )


def _errors(findings: list[Finding]) -> set[str]:
    return {found.kode for found in findings if found.tingkat is Level.GALAT}


def _same_key(old: str, new: str) -> bool:
    parts = plain_parts(old)
    return (parts is not None and parts == plain_parts(new)) or one_slip(old.casefold(), new)


def _role(column: int, title: str) -> Mapping[int, str]:
    """Return what the cells below ``title`` are, if it is the head of a column."""
    if clean_header(title) in COLUMNS:
        return {column: clean_header(title)}
    found = load_headers().column(title)
    return {column: found.nama} if found is not None and found.tahun is None else {}


def _numbers(text: str) -> Iterator[tuple[object, ...]]:
    """Yield every number, range or bound that ``text`` can be, with the unit behind it."""
    for form in _FORMATS:
        content = read_number(text, format_angka=form).value
        if isinstance(content, Range):
            yield ("range", content.low, content.high, content.unit, content.year)
        elif isinstance(content, Number | Bound):
            relation = content.op if isinstance(content, Bound) else "="
            yield (relation, Fraction(content.value), content.unit, content.year)
