"""Rules over what a row of a performance table adds up, and over rows that add up others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Final

from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.findings.numerals import decimals_of
from kesbang_iku.formula import round_half_up
from kesbang_iku.validation.rules.numbers import PAIR, PLUS, listed, written
from kesbang_iku.validation.rules.rows import NO_NUMBERS, RowContext, RowEntry, Total
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_LAYERS: Final = range(2, 5)
"""How often a sum counts each number where programmes, activities and sub-activities are listed."""

OVER_YEARS: Final = (
    ("realisasi_renstra", ("realisasi_lalu", "realisasi")),
    ("perkiraan_renstra", ("realisasi_lalu", "realisasi", "target_berjalan")),
)
"""What counts several years together, and the values it is made of, from the first year on."""


def _gathered(entry: RowEntry, parts: Sequence[Fraction]) -> tuple[Text, Fraction]:
    """Return values of several periods as findings say them, and what stands for all of them.

    That is their sum, and the last of what is known not to add up.
    """
    if len(parts) < PAIR or (entry.measure is not None and not entry.adds_up):
        return listed(parts), parts[-1]
    added, total = listed(parts, PLUS), Fraction(sum(parts))
    right = listed([total])
    return Text(f"{added.id} = {right.id}", f"{added.en} = {right.en}"), total


class YearsDiffer(Rule[RowContext]):
    """A value over several years that its years do not add up to."""

    kind: ClassVar[FindingKind] = kind(
        "IKU550",
        Level.GALAT,
        title=Text("Realisasi kumulatif tidak sesuai", "Cumulative value disagrees"),
        message=Text(
            "Realisasi Renstra '{nama}' tercetak {cetak}, sedangkan tahun-tahunnya {bagian}.",
            "For the plan '{nama}' has {cetak} printed, but its years are {bagian}.",
        ),
        hint=Text(
            "Tulis {hitung}; bila nilainya tidak dijumlahkan antartahun, tulis nilai tahun "
            "terakhir.",
            "Write {hitung}; if the value does not add up over years, write that of the last year.",
        ),
        reason=Text(
            "Formulir evaluasi Renja menjumlahkan realisasi sampai tahun lalu dengan tahun-tahun "
            "sesudahnya.",
            "The form that evaluates a work plan adds the later years to what was realised before.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            for column, columns in OVER_YEARS:
                total = entry.number(column)
                if total is None:
                    continue
                parts = entry.numbers(columns)
                if parts is None:
                    yield self.unjudged(NO_NUMBERS, entry.place().berkas)
                elif parts and not self._is_right(entry, total, parts):
                    said, right = _gathered(entry, parts)
                    yield self.kind.at(
                        entry.place(column),
                        value=written(total),
                        nama=entry.short,
                        cetak=total,
                        bagian=said,
                        hitung=right,
                    )

    @staticmethod
    def _is_right(entry: RowEntry, total: Fraction, parts: Sequence[Fraction]) -> bool:
        """Say whether ``total`` is the sum, or what else stands for several years.

        A count may be a state, whose last value is that of the plan; money is none. What does not
        add up is any of its years, or their mean.
        """
        if total == sum(parts):
            return True
        if entry.loaded.item.uang:
            return False
        if entry.adds_up:
            return total == parts[-1]
        return total in parts or _is_mean(total, parts)


def _is_mean(value: Fraction, parts: Sequence[Fraction]) -> bool:
    """Say whether ``value`` is the mean of the parts, rounded to the decimals it has."""
    mean = Fraction(sum(parts)) / len(parts)
    return round_half_up(mean, decimals_of(value) or 0) == value


class QuartersDiffer(Rule[RowContext]):
    """A value of the year that its quarters do not give."""

    kind: ClassVar[FindingKind] = kind(
        "IKU551",
        Level.GALAT,
        title=Text("Realisasi tahun tidak sesuai triwulan", "Year and quarters disagree"),
        message=Text(
            "Realisasi '{nama}' tercetak {cetak}, sedangkan triwulannya {bagian}.",
            "'{nama}' has {cetak} printed for the year, but its quarters are {bagian}.",
        ),
        hint=Text(
            "Tulis {hitung}; bila triwulannya sudah kumulatif, tulis nilai triwulan terakhir.",
            "Write {hitung}; if the quarters are cumulative, write the value of the last one.",
        ),
        reason=Text(
            "Realisasi setahun ialah jumlah keempat triwulannya, atau triwulan terakhir bila "
            "triwulan ditulis kumulatif.",
            "The value of a year is the sum of its quarters, or the last of them where they are "
            "written cumulatively.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.realised is None or not entry.loaded.item.triwulan:
                continue
            quarters = entry.quarters
            if quarters is None:
                yield self.unjudged(NO_NUMBERS, entry.place().berkas)
            elif len(quarters) >= PAIR and not self._is_right(entry, entry.realised, quarters):
                said, right = _gathered(entry, quarters)
                yield self.kind.at(
                    entry.place("realisasi"),
                    value=written(entry.realised),
                    nama=entry.short,
                    cetak=entry.realised,
                    bagian=said,
                    hitung=right,
                )

    @staticmethod
    def _is_right(entry: RowEntry, value: Fraction, quarters: Sequence[Fraction]) -> bool:
        if value == sum(quarters):
            return True
        if entry.adds_up:
            grows = all(before <= after for before, after in pairwise(quarters))
            return grows and value == quarters[-1]
        return value in (quarters[-1], max(quarters), min(quarters)) or _is_mean(value, quarters)


class TotalDiffers(Rule[RowContext]):
    """A total that is not the sum of the rows above it."""

    kind: ClassVar[FindingKind] = kind(
        "IKU552",
        Level.GALAT,
        title=Text("Jumlah tidak sesuai", "Total disagrees"),
        message=Text(
            "Tercetak {cetak}, sedangkan {banyak} baris di atasnya berjumlah {hitung}.",
            "Printed {cetak}, but the {banyak} rows above add up to {hitung}.",
        ),
        hint=Text("Tulis {hitung}.", "Write {hitung}."),
        reason=Text(
            "Jumlah yang tidak sama dengan bagian-bagiannya berarti salah satunya keliru.",
            "Where a total is not the sum of its parts, one of them is wrong.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for total in context.totals:
            for column in ("target", "realisasi"):
                number = total.number(column)
                parts = total.parts(column)
                if number is None or parts is None or len(parts) < PAIR:
                    continue
                if not _adds_up(number, parts, total, column):
                    yield self.kind.at(
                        total.place(column),
                        value=written(number),
                        cetak=number,
                        banyak=len(parts),
                        hitung=Fraction(sum(parts)),
                    )


def _adds_up(number: Fraction, parts: Sequence[Fraction], total: Total, column: str) -> bool:
    """Say whether ``number`` is the sum of the parts, by any order of the table.

    Programmes may stand above their activities, so that the parts hold each number several times;
    a total may also count everything above it, or the totals above it alone.
    """
    whole = sum(parts)
    if any(number * times == whole for times in (1, *_LAYERS)):
        return True
    return number in total.other_sums(column)


class UnitsDiffer(Rule[RowContext]):
    """Numbers of one row with different units behind them."""

    kind: ClassVar[FindingKind] = kind(
        "IKU553",
        Level.PERINGATAN,
        title=Text("Satuan dalam satu baris berbeda", "Units of one row differ"),
        message=Text(
            "'{nama}' membandingkan {satuan} dengan {lain}; hasil baginya tidak berarti apa-apa.",
            "'{nama}' compares {satuan} with {lain}; their quotient means nothing.",
        ),
        hint=Text(
            "Samakan satuan target dan realisasinya, atau pisahkan menjadi dua baris.",
            "Give target and realised value the same unit, or make two rows of it.",
        ),
        reason=Text(
            "Tiga dokumen yang dibandingkan dengan 200 orang tercetak sebagai capaian 6667 persen.",
            "Three documents held against 200 persons were printed as 6667 per cent.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            units = list(entry.written_units.items())
            for column, unit in units[1:]:
                first = units[0][1]
                if not unit.of_one_kind(first):
                    yield self.kind.at(
                        entry.place(column),
                        value=unit.label or unit.nama,
                        nama=entry.short,
                        satuan=first.label or first.nama,
                        lain=unit.label or unit.nama,
                    )
                    break


RULES: Final[tuple[Rule[RowContext], ...]] = (
    YearsDiffer(),
    QuartersDiffer(),
    TotalDiffers(),
    UnitsDiffer(),
)
