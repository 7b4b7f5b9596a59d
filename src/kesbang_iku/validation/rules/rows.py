"""What rules over performance tables look at: each row with its numbers, and its standard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.catalog.tables import Tables
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.computing.inputs import read_one
from kesbang_iku.computing.item_input import ItemInput
from kesbang_iku.computing.printed_number import PrintedNumber
from kesbang_iku.diagnostics import Place, Text
from kesbang_iku.files.achievements import LoadedAchievement
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.registers import Unit
from kesbang_iku.model.vocabulary import Polarity
from kesbang_iku.validation.rules.named import Named
from kesbang_iku.validation.rules.numbers import number_of

NO_NUMBERS: Final = Text(
    "target atau realisasinya bukan satu bilangan",
    "target or realised value is not one number",
)
_THOUSAND: Final = 1000
_FULL: Final = 100


@dataclass(frozen=True)
class RowEntry(Named):
    """One row of a performance table, and the standard's indicator if it is surely one of them."""

    loaded: LoadedAchievement
    indicator: Indicator | None
    unit: Unit | None
    checking: CheckingFile

    @property
    def nama(self) -> str:
        """The name as written."""
        return self.loaded.item.nama

    @property
    def counts(self) -> bool:
        """Whether the row counts things, so that its numbers are whole."""
        return self.unit is not None and self.unit.desimal == 0

    @property
    def polarity(self) -> Polarity | None:
        """The direction that the row states."""
        return self.checking.kata.polarity(self.loaded.item.polaritas)

    @cached_property
    def target(self) -> Fraction | None:
        """The target, if it is one number."""
        return number_of(self.loaded.item.target, whole=self.counts)

    @cached_property
    def realised(self) -> Fraction | None:
        """The realised value."""
        return number_of(self.loaded.item.realisasi, whole=self.counts)

    @cached_property
    def printed(self) -> Fraction | None:
        """The achievement as printed."""
        return number_of(self.loaded.item.capaian)

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

    def place(self, *pointer: str | int) -> Place:
        """Return where a part of the row stands."""
        return self.loaded.locate(pointer)


@dataclass(frozen=True)
class Summary:
    """A row that sums up others: the rows above it, and from which of them on it sums up."""

    loaded: LoadedAchievement
    above: tuple[RowEntry, ...]
    since: int

    def place(self) -> Place:
        """Return where the mean stands."""
        return self.loaded.locate(("capaian",))

    @property
    def mean(self) -> PrintedNumber | None:
        """The achievement that is printed for all of them."""
        item = ItemInput(variabel={}, locate=self.loaded.locate)
        number, _ = read_one(self.loaded.item.capaian, "capaian", None, item, ("capaian",))
        return None if number is None else number.as_typed

    def achieved(self, *, everything: bool = False) -> tuple[Fraction, ...]:
        """Return the printed achievements of its rows, or of ``everything`` above."""
        rows = self.above if everything else self.above[self.since :]
        return tuple(entry.printed for entry in rows if entry.printed is not None)


@dataclass(frozen=True)
class RowContext:
    """The rows of the performance tables of one file; those that sum up others stand apart."""

    entries: tuple[RowEntry, ...]
    summaries: tuple[Summary, ...]
    tables: Tables
    checking: CheckingFile

    @classmethod
    def of(
        cls, rows: Sequence[LoadedAchievement], matcher: Matcher, checking: CheckingFile
    ) -> RowContext:
        """Look up what each row is about: by its code, else by its name where that is certain."""
        sure = checking.ambang.keyakinan_baris.nilai
        tables = matcher.names.katalog.tables
        entries: list[RowEntry] = []
        summaries: list[Summary] = []
        since: dict[int | None, int] = {}
        for loaded in rows:
            row = loaded.item
            if row.ringkasan:
                of_year = [entry for entry in entries if entry.loaded.item.tahun == row.tahun]
                summaries.append(Summary(loaded, (*of_year,), since.get(row.tahun, 0)))
                since[row.tahun] = len(of_year)
                continue
            written = PlanItem(nama=row.nama, kode=row.kode, satuan=row.satuan, rumus=row.rumus)
            chosen = None if row.uang else matcher.match(written).chosen
            known = chosen is not None and chosen.confidence >= sure
            spelled = checking.satuan_uang.isi if row.uang else row.satuan
            unit = None if spelled is None else tables.unit_spelled(spelled)
            indicator = chosen.indicator if known and chosen is not None else None
            entries.append(RowEntry(loaded, indicator, unit, checking))
        return cls(tuple(entries), tuple(summaries), tables, checking)
