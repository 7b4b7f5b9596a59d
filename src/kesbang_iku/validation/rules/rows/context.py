"""What rules over performance tables look at: each row with its numbers, and its standard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.findings import Place
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.inputs import read_one
from kesbang_iku.indicator.item_input import ItemInput, Part
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.indicator.printed_worlds import FROM_ZERO, span_of
from kesbang_iku.model.achievement import AchievementRow
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.periods import period_of
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.registers import Unit
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import Polarity
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.sources.numbers import Missing, Number
from kesbang_iku.tables.achievements import LoadedAchievement
from kesbang_iku.validation.rules.numbers import number_of, reading_of
from kesbang_iku.validation.rules.rule import NamedEntry, Rules, Subject
from kesbang_iku.validation.standard import Standard
from kesbang_iku.worlds.span import Span, exactly

_MEASURED: Final = (
    *("target", "realisasi", "target_renstra", "realisasi_lalu"),
    *("realisasi_renstra", "target_berjalan", "perkiraan_renstra"),
)
_THOUSAND: Final = 1000
_FULL: Final = 100


ColumnKind = tuple[str | None, int | None, str | None, bool]


def _kind_of(row: AchievementRow) -> ColumnKind:
    return row.wilayah, row.tahun, row.periode, row.uang


class YearParts(NamedTuple):
    """What a row realised in parts of the year of one kind, as in its quarters.

    Attributes:
        cells: what stands in the table, in the order of the parts.
        numbers: the numbers there, without what is missing; ``None`` if one is unread.
    """

    cells: tuple[object, ...]
    numbers: tuple[Fraction, ...] | None


@dataclass(frozen=True)
class RowEntry(NamedEntry):
    """One row of a performance table, and the standard's indicator if it is surely one of them."""

    loaded: LoadedAchievement
    indicator: Indicator | None
    unit: Unit | None
    checking: CheckingFile
    written_units: Mapping[str, Unit] = field(default_factory=dict)
    """The unit of the row's own column, else those behind its numbers, by column."""

    @property
    def nama(self) -> str:
        """The name as written."""
        return self.loaded.item.nama

    @property
    def counts(self) -> bool:
        """Whether the row counts things, so that its numbers are whole."""
        if self.measure is not None:
            return self.measure.desimal == 0
        return bool(self.first_words) and self.first_words[0] in self.checking.kata.awalan_jumlah

    @property
    def is_exact(self) -> bool | None:
        """Whether its whole numbers are exact; ``None`` where neither unit nor name says so."""
        words = self.checking.kata
        if self.counts or self.is_money:
            return True
        rounded = (*words.awalan_bagian, *words.awalan_indeks)
        by_name = bool(self.first_words) and self.first_words[0] in rounded
        return False if by_name or self.measure is not None else None

    @property
    def measure(self) -> Unit | None:
        """The unit of the row: of its own column, else the only one behind its numbers."""
        units = {unit.nama: unit for unit in self.written_units.values()}
        return self.unit or (next(iter(units.values())) if len(units) == 1 else None)

    @property
    def is_money(self) -> bool:
        """Whether the row counts money, by its column or by its unit."""
        by_unit = self.measure is not None and self.measure.nama == self.checking.satuan_uang.isi
        return self.loaded.item.uang or by_unit

    @property
    def adds_up(self) -> bool:
        """Whether values of several periods add up to one of all of them."""
        return self.loaded.item.uang or (self.measure is not None and self.measure.aditif)

    @property
    def polarity(self) -> Polarity | None:
        """The direction that the row states."""
        return self.checking.kata.polarity(self.loaded.item.polaritas)

    @cached_property
    def target(self) -> Fraction | None:
        """The target, if it is one number."""
        return self.number("target")

    @cached_property
    def realised(self) -> Fraction | None:
        """The realised value."""
        return self.number("realisasi")

    @cached_property
    def printed(self) -> Fraction | None:
        """The achievement as printed."""
        return number_of(self.loaded.item.capaian, self.loaded.item.format_angka)

    @cached_property
    def share(self) -> Fraction | None:
        """The realised value in per cent of the target."""
        if self.realised is None or not self.target:
            return None
        return self.realised / self.target * _FULL

    @cached_property
    def lost_digits(self) -> bool:
        """Whether the printed achievement would fit a thousand times the realised money."""
        limits = self.checking.ambang
        if self.target is None or self.target < limits.uang_minimum.nilai:
            return False
        if not self.share or not self.printed:
            return False
        ratio = self.printed / (self.share * _THOUSAND)
        return limits.ribuan_hilang_bawah.nilai <= ratio <= limits.ribuan_hilang_atas.nilai

    def number(self, column: str) -> Fraction | None:
        """Return the one number in a column, or ``None`` where it holds none."""
        row = self.loaded.item
        return number_of(getattr(row, column), row.format_angka, whole=self.counts)

    def numbers(self, columns: Sequence[str]) -> tuple[Fraction, ...] | None:
        """Return the numbers in ``columns``, without what is missing; ``None`` if one is unread."""
        return self._read([getattr(self.loaded.item, column) for column in columns])

    @property
    def parts(self) -> Iterator[YearParts]:
        """The values of each kind of part of the year, as of its quarters."""
        kinds: dict[str, dict[int, object]] = {}
        for written, cell in self.loaded.item.bagian.items():
            period = period_of(written)
            if period is not None:
                kinds.setdefault(period.kind, {})[period.number] = cell
        for by_number in kinds.values():
            cells = tuple(by_number[number] for number in sorted(by_number))
            yield YearParts(cells, self._read(cells))

    def _read(self, cells: Sequence[object]) -> tuple[Fraction, ...] | None:
        form = self.loaded.item.format_angka
        readings = [reading_of(cell, form, whole=self.counts) for cell in cells if cell is not None]
        found = [one for one in readings if not isinstance(one, Missing)]
        numbers = [one.value for one in found if isinstance(one, Number)]
        return tuple(numbers) if len(numbers) == len(found) else None

    def printed_number(self, column: str, cell: object) -> PrintedNumber | None:
        """Return what a cell of a column prints as one number, or ``None`` where it is none."""
        item = ItemInput(variabel={}, format_angka=self.loaded.item.format_angka)
        number, _ = read_one(cell, column, None, item, (column,), whole=self.counts)
        return None if number is None else number.as_typed

    def span(self, column: str, cell: object = None) -> Span | None:
        """Return what the number in a cell stands for, by default in that of a column.

        Counts and money are points, what is measured is everything that prints so. ``None`` where
        the cell holds no number.
        """
        written = getattr(self.loaded.item, column) if cell is None else cell
        number = None if written is None else self.printed_number(column, written)
        if number is None:
            return None
        whole = self.is_exact or (self.is_exact is None and number.value.denominator == 1)
        bounds = FROM_ZERO if number.value >= 0 else None
        return span_of(number, bounds, whole=whole and number.decimals == 0)

    @property
    def column_kind(self) -> ColumnKind:
        """Region, year, its part, and whether it is money: only rows of one kind add up."""
        return _kind_of(self.loaded.item)

    def place(self, *pointer: str | int) -> Place:
        """Return where a part of the row stands."""
        return self.loaded.locate(pointer)


@dataclass(frozen=True)
class Total(Subject):
    """A row that is the sum of the rows above it, and from which of them on it is."""

    entry: RowEntry
    above: tuple[RowEntry, ...]
    since: int
    totals: tuple[RowEntry, ...]

    def place(self, *pointer: str | int) -> Place:
        """Return where the total of a column stands."""
        return self.entry.place(*pointer)

    def number(self, column: str) -> Fraction | None:
        """Return the total of a column."""
        cell = getattr(self.entry.loaded.item, column)
        return number_of(cell, whole=self.entry.counts or any(one.counts for one in self.above))

    def parts(self, column: str) -> tuple[Fraction, ...] | None:
        """Return the numbers it is the sum of; ``None`` where they cannot be added."""
        return _added(self.above[self.since :], column)

    def parts_achieved(self, _item: ItemInput, column: str) -> Sequence[Sequence[Part]]:
        """Return the achievements printed of its rows, and of all above; of values none."""
        if column != "capaian":
            return ()
        groups = (self.above[self.since :], *((self.above,) if self.since else ()))
        return [_achievements(rows) for rows in groups]

    def part_spans(self, column: str) -> list[Span]:
        """Return what the numbers it is the sum of stand for."""
        found = (entry.span(column) for entry in self.above[self.since :])
        return [span for span in found if span is not None]

    def other_sums(self, column: str) -> frozenset[Fraction]:
        """Return what else it may be: of everything above, of the totals, of one kind of row."""
        kinds: dict[str, list[RowEntry]] = {}
        for entry in self.above[self.since :]:
            kinds.setdefault(entry.first_words[0] if entry.first_words else "", []).append(entry)
        groups = [self.above, self.totals, *kinds.values()]
        sums = (_added(group, column) for group in groups)
        return frozenset(Fraction(sum(numbers)) for numbers in sums if numbers)


def _added(entries: Sequence[RowEntry], column: str) -> tuple[Fraction, ...] | None:
    """Return the numbers of a column, or ``None`` where they are of different or no quantities."""
    units = {entry.measure.nama: entry.measure for entry in entries if entry.measure is not None}
    if len(units) > 1 or not all(unit.aditif for unit in units.values()):
        return None
    found = [entry.numbers([column]) for entry in entries]
    if any(numbers is None for numbers in found):
        return None
    return tuple(number for numbers in found if numbers is not None for number in numbers)


@dataclass(frozen=True)
class Summary(Subject):
    """A row that sums up others: those above it, from which of them on, and such rows before it."""

    loaded: LoadedAchievement
    above: tuple[RowEntry, ...]
    since: int
    earlier: tuple["Summary", ...]

    def place(self, *pointer: str | int) -> Place:
        """Return where the mean stands, or another part of the row."""
        return self.loaded.locate(pointer or ("capaian",))

    @property
    def mean(self) -> PrintedNumber | None:
        """The achievement that is printed for all of them."""
        item = ItemInput(variabel={})
        number, _ = read_one(self.loaded.item.capaian, "capaian", None, item, ("capaian",))
        return None if number is None else number.as_typed

    def achieved(self, *, everything: bool = False) -> tuple[Part, ...] | None:
        """Return the printed achievements of its rows, or of ``everything`` above.

        ``None`` where one is missing though target and value are there: it may be counted, too.
        """
        rows = self.above if everything else self.above[self.since :]
        if any(entry.printed is None and entry.share is not None for entry in rows):
            return None
        return _achievements(rows)

    @property
    def means(self) -> tuple[Part, ...]:
        """The means printed above, if there are several: a mean of all may be one of them."""
        found = [one.mean for one in self.earlier]
        parts = tuple(Part(one.value, one.span) for one in found if one is not None)
        return parts if len(parts) > 1 else ()


def _achievements(rows: Sequence[RowEntry]) -> tuple[Part, ...]:
    return tuple(found for found in map(_achieved, rows) if found is not None)


def _achieved(entry: RowEntry) -> Part | None:
    """Return the achievement of a row; of counts the one that was printed is known exactly."""
    number = entry.printed_number("capaian", entry.loaded.item.capaian)
    if number is None:
        return None
    share, pair = entry.share, (entry.span("target"), entry.span("realisasi"))
    known = all(one is not None and one.is_point for one in pair)
    if share is not None and known and number.is_rounding_of(share):
        return Part(number.value, exactly(share))
    return Part(number.value, number.span)


@dataclass(frozen=True)
class RowContext:
    """The rows of the performance tables of one file; those that sum up others stand apart."""

    entries: tuple[RowEntry, ...]
    summaries: tuple[Summary, ...]
    totals: tuple[Total, ...]
    tables: Tables
    checking: CheckingFile

    @classmethod
    def of(
        cls, rows: Sequence[LoadedAchievement], matcher: Matcher, standard: Standard
    ) -> "RowContext":
        """Look up what each row is about.

        Its code tells, else what was decided of its name, else its name where that is certain.
        """
        checking = standard.checking
        tables = matcher.names.katalog.tables
        entries: list[RowEntry] = []
        parts: list[RowEntry] = []
        summaries: list[Summary] = []
        totals: list[Total] = []
        since: dict[object, int] = {}
        for loaded in rows:
            row = loaded.item
            if row.ringkasan:
                kind = _kind_of(row)
                alike = [entry for entry in entries if entry.column_kind == kind]
                before = (*(one for one in summaries if _kind_of(one.loaded.item) == kind),)
                summaries.append(Summary(loaded, (*alike,), since.get(("", *kind), 0), before))
                since["", *kind] = len(alike)
                continue
            spelled = checking.satuan_uang.isi if row.uang else row.satuan
            unit = None if spelled is None else tables.unit_spelled(spelled)
            indicator = None if row.uang else _indicator_of(row, matcher, standard)
            units = _written_units(row, unit, tables)
            entry = RowEntry(loaded, indicator, unit, checking, units)
            entries.append(entry)
            if load_headers().is_total(row.nama):
                kind = _kind_of(row)
                above = [one for one in parts if one.column_kind == kind]
                earlier = [one.entry for one in totals if one.entry.column_kind == kind]
                totals.append(Total(entry, (*above,), since.get(kind, 0), (*earlier,)))
                since[kind] = len(above)
            else:
                parts.append(entry)
        return cls(tuple(entries), tuple(summaries), tuple(totals), tables, checking)


def _indicator_of(row: AchievementRow, matcher: Matcher, standard: Standard) -> Indicator | None:
    """Return the indicator of the standard that a row is about, where that is certain."""
    decided = standard.decided(row.nama, row.kode, row.wilayah, row.tahun)
    if decided is not None:
        return standard.katalog.get(decided)
    written = PlanItem(nama=row.nama, kode=row.kode, satuan=row.satuan, rumus=row.rumus)
    chosen, sure = matcher.match(written).chosen, standard.checking.ambang.keyakinan_baris.nilai
    return chosen.indicator if chosen is not None and chosen.confidence >= sure else None


def _written_units(row: AchievementRow, unit: Unit | None, tables: Tables) -> dict[str, Unit]:
    """Return the units that a row writes: in its own column, and behind its numbers."""
    found = {} if unit is None else {"satuan": unit}
    if row.uang:
        return found
    for column in _MEASURED:
        content = reading_of(getattr(row, column))
        if isinstance(content, Number) and content.unit is not None:
            behind = tables.unit_spelled(content.unit)
            if behind is not None:
                found[column] = behind
    return found


rule: Final = Rules[RowContext, RowEntry](attrgetter("entries"), __name__)
"""The rules over performance tables; most look at one row."""
