"""Rules over the rows of performance tables (IKU540-548)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Final

from kesbang_iku.files.shape import shown
from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.formula import round_half_up
from kesbang_iku.model.checking import plain_words
from kesbang_iku.validation.rules import targets
from kesbang_iku.validation.rules.named import NO_UNIT
from kesbang_iku.validation.rules.numbers import PAIR, PLUS, listed, number_of, written
from kesbang_iku.validation.rules.row_sums import OVER_YEARS
from kesbang_iku.validation.rules.rows import NO_NUMBERS, RowContext, RowEntry
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_THOUSAND: Final = 1000
_DECIMALS: Final = 3
_MEAN_DECIMALS: Final = 2
_SEVERAL: Final = re.compile(r"\s*(?:/|;|,|\bdan\b|\batau\b)\s*", re.IGNORECASE)


class ThreeDigitsLost(Rule[RowContext]):
    """Money whose last three digits were lost."""

    kind: ClassVar[FindingKind] = kind(
        "IKU540",
        Level.GALAT,
        title=Text("Tiga angka terakhir hilang", "Last three digits lost"),
        message=Text(
            "Realisasi {nilai} terhadap {target} hanya {bagian} persen, padahal tercetak {cetak}: "
            "tampaknya tiga angka terakhir realisasi hilang.",
            "{nilai} of {target} is only {bagian} per cent, but {cetak} is printed: the last three "
            "digits of the realised value seem to be lost.",
        ),
        hint=Text(
            "Tulis realisasi lengkap sampai rupiahnya, kira-kira {kira}.",
            "Write the realised value to the last rupiah, about {kira}.",
        ),
        reason=Text(
            "Angka yang kehilangan tiga digit mengubah realisasi seribu kali.",
            "A number that lost three digits changes the realised value a thousandfold.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.lost_digits and entry.realised is not None and entry.share is not None:
                yield self.kind.at(
                    entry.place("realisasi"),
                    value=shown(entry.loaded.item.realisasi),
                    nilai=entry.realised,
                    target=entry.target,
                    bagian=round_half_up(entry.share, _DECIMALS),
                    cetak=entry.printed,
                    kira=entry.realised * _THOUSAND,
                )


class ShareAboveWhole(Rule[RowContext]):
    """A share of more than the whole, as comes from adding up years."""

    kind: ClassVar[FindingKind] = kind(
        "IKU541",
        Level.PERINGATAN,
        title=Text("Persentase melebihi seluruhnya", "A share above the whole"),
        message=Text(
            "Realisasi '{nama}' {nilai} persen; bagian dari keseluruhan tidak melebihi {batas}.",
            "'{nama}' is realised at {nilai} per cent; a share of a whole is never above {batas}.",
        ),
        hint=Text(
            "Tulis nilai tahun ini saja; persentase beberapa tahun tidak dijumlahkan.",
            "Write this year's value alone; shares of several years do not add up.",
        ),
        reason=Text(
            "Formulir evaluasi menjumlahkan persentase antartahun dan mencetak sampai 300 persen.",
            "An evaluation form adds up shares over years and prints 200 or 300 per cent.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        words = context.checking.kata
        for entry in context.entries:
            first = entry.first_words
            if entry.loaded.item.uang or not first or first[0] not in words.awalan_bagian:
                continue
            if any(word in words.kata_pertumbuhan for word in first):
                continue
            unit = entry.measure
            if unit is None:
                yield self.unjudged(NO_UNIT, entry.place().berkas)
                continue
            whole = unit.rentang.maks
            if whole is None or entry.realised is None or entry.realised <= whole:
                continue
            if unit.nama in words.satuan_bagian.isi:
                yield self.kind.at(
                    entry.place("realisasi"),
                    value=written(entry.realised),
                    nama=entry.short,
                    nilai=entry.realised,
                    batas=whole,
                )


class SeveralUnits(Rule[RowContext]):
    """Two units in one cell, so that nobody knows what is divided by what."""

    kind: ClassVar[FindingKind] = kind(
        "IKU542",
        Level.PERINGATAN,
        title=Text("Dua satuan dalam satu baris", "Two units in one row"),
        message=Text(
            "Satuan '{satuan}' untuk '{nama}' menyebut lebih dari satu satuan.",
            "The unit '{satuan}' of '{nama}' names more than one.",
        ),
        hint=Text(
            "Pilih satu satuan untuk target dan realisasi, atau pisahkan menjadi dua baris.",
            "Choose one unit for target and realised value, or make two rows of it.",
        ),
        reason=Text(
            "Orang yang dibagi dokumen menghasilkan capaian ribuan persen tanpa arti.",
            "Persons divided by documents give achievements of thousands that mean nothing.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            unit = entry.loaded.item.satuan
            if unit is None or entry.unit is not None:
                continue
            parts = [part for part in _SEVERAL.split(unit) if part]
            known = [context.tables.unit_spelled(part) for part in parts]
            names = {found.nama for found in known if found is not None}
            if len(names) > 1:
                yield self.kind.at(entry.place("satuan"), value=unit, satuan=unit, nama=entry.short)


class HugeRowAchievement(Rule[RowContext]):
    """An achievement so large that target and value hardly count the same."""

    kind: ClassVar[FindingKind] = kind(
        "IKU543",
        Level.PERINGATAN,
        title=Text("Capaian baris luar biasa besar", "Achievement of a row far too large"),
        message=Text(
            "Capaian '{nama}' {capaian} persen: realisasi {nilai} terhadap target {target}.",
            "The achievement of '{nama}' is {capaian} per cent: {nilai} against {target}.",
        ),
        hint=targets.SAME_THING,
        reason=targets.WHY_HUGE,
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        most = context.checking.ambang.capaian_luar_biasa.nilai
        for entry in context.entries:
            for column, value, target in (
                ("capaian", entry.realised, entry.target),
                (
                    "capaian_renstra",
                    entry.number("perkiraan_renstra"),
                    entry.number("target_renstra"),
                ),
            ):
                printed = number_of(getattr(entry.loaded.item, column))
                if printed is None or printed <= most:
                    continue
                if value is None or target is None:
                    yield self.unjudged(NO_NUMBERS, entry.place().berkas)
                    continue
                yield self.kind.at(
                    entry.place(column),
                    value=written(printed),
                    nama=entry.short,
                    capaian=printed,
                    nilai=value,
                    target=target,
                )


class OneNameTwoValues(Rule[RowContext]):
    """One indicator in several rows, with values that differ."""

    kind: ClassVar[FindingKind] = kind(
        "IKU544",
        Level.PERINGATAN,
        title=Text("Satu nama, nilai berbeda", "One name, different values"),
        message=Text(
            "'{nama}' sudah bernilai {lama} di tempat lain ({tempat}); di sini {baru}.",
            "'{nama}' is {lama} elsewhere already ({tempat}); here it is {baru}.",
        ),
        hint=Text(
            "Beri tiap ukuran namanya sendiri, atau samakan nilainya.",
            "Give each measure its own name, or make the values the same.",
        ),
        reason=Text(
            "Satu nama yang bernilai dua tidak dapat dibandingkan dari tahun ke tahun.",
            "A name with two values cannot be compared from year to year.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        groups: dict[object, list[RowEntry]] = defaultdict(list)
        totals = {id(total.entry) for total in context.totals}
        for entry in context.entries:
            row = entry.loaded.item
            if id(entry) in totals:
                continue
            groups[plain_words(row.nama), row.satuan, row.tahun, row.uang].append(entry)
        for entries in groups.values():
            valued = [entry for entry in entries if entry.realised is not None]
            for entry in valued[1:]:
                first = valued[0]
                if entry.realised != first.realised:
                    yield self.kind.at(
                        entry.place("realisasi"),
                        value=shown(entry.loaded.item.realisasi),
                        nama=entry.short,
                        lama=first.realised,
                        baru=entry.realised,
                        tempat=first.place("realisasi").sel,
                    )


class IndexInPercent(Rule[RowContext]):
    """An index whose unit says percent."""

    kind: ClassVar[FindingKind] = kind(
        "IKU545",
        Level.PERINGATAN,
        title=Text("Indeks bersatuan persen", "An index in per cent"),
        message=Text(
            "'{nama}' ialah indeks, tetapi satuannya '{satuan}'.",
            "'{nama}' is an index, but its unit is '{satuan}'.",
        ),
        hint=Text("Tulis satuan 'indeks'.", "Write the unit 'indeks'."),
        reason=Text(
            "Indeks berskala 1-5 yang bersatuan persen terbaca sebagai 4,8 persen.",
            "An index from 1 to 5 in per cent reads as 4.8 per cent.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        words = context.checking.kata
        for entry in context.entries:
            first = entry.first_words
            if not first or first[0] not in words.awalan_indeks or entry.unit is None:
                continue
            if entry.unit.nama in words.satuan_bagian.isi:
                unit = entry.loaded.item.satuan
                yield self.kind.at(
                    entry.place("satuan"), value=str(unit), nama=entry.short, satuan=unit
                )


class ShareInCount(Rule[RowContext]):
    """A share whose unit counts things, or a count whose unit is a share."""

    kind: ClassVar[FindingKind] = kind(
        "IKU546",
        Level.PERINGATAN,
        title=Text("Nama dan satuan tidak cocok", "Name and unit disagree"),
        message=Text(
            "'{nama}' menyatakan {ukuran}, tetapi satuannya '{satuan}'.",
            "'{nama}' states {ukuran}, but its unit is '{satuan}'.",
        ),
        hint=Text(
            "Samakan nama dan satuannya.",
            "Make name and unit agree.",
        ),
        reason=Text(
            "Jumlah dan persentase tidak dapat ditukar: 92 ormas bukan 92 persen ormas.",
            "A count and a share are not the same: 92 organisations are not 92 per cent of them.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        words = context.checking.kata
        for entry in context.entries:
            first = entry.first_words
            if entry.loaded.item.uang or not first or entry.unit is None:
                continue
            share = entry.unit.nama in words.satuan_bagian.isi
            measure: Text | None = None
            if first[0] in words.awalan_bagian and entry.counts and not share:
                measure = Text("bagian dari keseluruhan", "a share of a whole")
            elif first[0] in words.awalan_jumlah and share:
                measure = Text("banyaknya", "a number")
            if measure is not None:
                unit = entry.loaded.item.satuan
                yield self.kind.at(
                    entry.place("satuan"),
                    value=str(unit),
                    nama=entry.short,
                    ukuran=measure,
                    satuan=unit,
                )


class ValuesAddedUp(Rule[RowContext]):
    """Values of several years added up, of a measure that does not add up."""

    kind: ClassVar[FindingKind] = kind(
        "IKU547",
        Level.PERINGATAN,
        title=Text("Nilai antartahun dijumlahkan", "Values added up over years"),
        message=Text(
            "'{nama}' {jumlah} ialah {bagian}, padahal {satuan} tidak dapat dijumlahkan "
            "antartahun atau antartriwulan.",
            "'{nama}' has {jumlah}, which is {bagian}, but {satuan} does not add up over years or "
            "quarters.",
        ),
        hint=Text(
            "Tulis nilai terakhir saja, {kini}.",
            "Write the last value alone, {kini}.",
        ),
        reason=Text(
            "Formulir evaluasi menjumlahkan persentase dan orang dengan cara yang sama.",
            "An evaluation form adds up shares and persons in the same way.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            for column, parts in _sums(entry):
                total = entry.number(column)
                filled = [part for part in parts or () if part]
                if total is None or total != sum(filled) or len(filled) < PAIR:
                    continue
                unit = entry.measure
                if unit is None:
                    yield self.unjudged(NO_UNIT, entry.place().berkas)
                elif not unit.aditif and not self._may_add(entry, column, total):
                    yield self.kind.at(
                        entry.place(column),
                        value=written(total),
                        nama=entry.short,
                        jumlah=total,
                        bagian=listed(filled, PLUS),
                        kini=filled[-1],
                        satuan=unit.label or unit.nama,
                    )

    @staticmethod
    def _may_add(entry: RowEntry, column: str, total: Fraction) -> bool:
        """Say whether quarters may well add up: each may hold what it contributed to the year."""
        whole = None if entry.measure is None else entry.measure.rentang.maks
        return column == "realisasi" and (whole is None or total <= whole)


def _sums(entry: RowEntry) -> Iterator[tuple[str, tuple[Fraction, ...] | None]]:
    """Yield the columns that count several periods together, with the values of the periods."""
    for column, columns in OVER_YEARS:
        yield column, entry.numbers(columns)
    yield "realisasi", entry.quarters


class BudgetExceeded(Rule[RowContext]):
    """More money spent than there was."""

    kind: ClassVar[FindingKind] = kind(
        "IKU548",
        Level.PERINGATAN,
        title=Text("Realisasi melebihi pagu", "More spent than the budget"),
        message=Text(
            "Realisasi anggaran '{nama}' {nilai} melebihi pagunya, {target}.",
            "'{nama}' has spent {nilai}, more than its budget of {target}.",
        ),
        hint=Text(
            "Periksa apakah pagu atau realisasinya terhitung dua kali.",
            "Check whether the budget or the spending is counted twice.",
        ),
        reason=Text(
            "Belanja tidak dapat melebihi pagu; realisasi 216 persen berasal dari pagu ganda.",
            "Spending cannot exceed its budget; 216 per cent came from a budget counted twice.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if not entry.loaded.item.uang or entry.realised is None or not entry.target:
                continue
            if entry.realised > entry.target:
                yield self.kind.at(
                    entry.place("realisasi"),
                    value=shown(entry.loaded.item.realisasi),
                    nama=entry.short,
                    nilai=entry.realised,
                    target=entry.target,
                )


class MeanDiffers(Rule[RowContext]):
    """A mean of achievements that is not the mean of the rows above it."""

    kind: ClassVar[FindingKind] = kind(
        "IKU549",
        Level.GALAT,
        title=Text("Rata-rata capaian tidak sesuai", "Mean achievement disagrees"),
        message=Text(
            "Tercetak {cetak}, sedangkan rata-rata {banyak} capaian di atasnya {hitung}.",
            "Printed {cetak}, but the mean of the {banyak} achievements above is {hitung}.",
        ),
        hint=Text("Tulis {hitung}.", "Write {hitung}."),
        reason=Text(
            "Rata-rata capaian sasaran dihitung dari baris-baris yang tercetak di atasnya.",
            "The mean of an objective is computed from the rows printed above it.",
        ),
    )

    def _judge(self, context: RowContext) -> Iterator[Outcome]:
        for summary in context.summaries:
            number = summary.mean
            groups = [summary.achieved(), summary.achieved(everything=True)]
            known = [group for group in groups if group]
            if number is None or not known:
                continue
            # Some add achievements up instead of taking their mean; that is no wrong sum.
            right = [fold for group in known for fold in (sum(group) / len(group), sum(group))]
            if not any(number.is_rounding_of(Fraction(one)) for one in right):
                yield self.kind.at(
                    summary.place(),
                    value=number.text,
                    cetak=number.said,
                    banyak=len(known[0]),
                    hitung=round_half_up(Fraction(right[0]), _MEAN_DECIMALS),
                )


RULES: Final[tuple[Rule[RowContext], ...]] = (
    ThreeDigitsLost(),
    ShareAboveWhole(),
    SeveralUnits(),
    HugeRowAchievement(),
    OneNameTwoValues(),
    IndexInPercent(),
    ShareInCount(),
    ValuesAddedUp(),
    BudgetExceeded(),
    MeanDiffers(),
)
