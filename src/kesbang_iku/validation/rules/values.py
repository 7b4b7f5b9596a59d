"""Rules over single values: jumps, lost digits, other scales, zeros, empty words (IKU410-431)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import ClassVar, Final

from kesbang_iku.computing.result import Status
from kesbang_iku.diagnostics import FindingKind, Level, Text, format_number
from kesbang_iku.diagnostics.near import one_slip
from kesbang_iku.files.numbers import Missing, Words
from kesbang_iku.files.shape import shown
from kesbang_iku.formula import round_half_up
from kesbang_iku.model.checking import Thresholds, plain_words
from kesbang_iku.validation.rules.history import Changes
from kesbang_iku.validation.rules.numbers import PAIR, is_times, reading_of, written
from kesbang_iku.validation.rules.reports import ANNUAL, NO_EARLIER, Entry, ReportContext
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_TOO_FEW: Final = Text(
    "terlalu sedikit perubahan antartahun untuk dibandingkan",
    "too few changes from year to year to compare with",
)
_NOTHING_TO_FIT: Final = Text(
    "tidak ada realisasi tercetak dan tidak ada nilai sebelumnya untuk dicocokkan",
    "there is neither a printed value nor an earlier one to compare with",
)


class JumpInOwnSeries(Rule[ReportContext]):
    """A change far from the changes the region's own series has had."""

    kind: ClassVar[FindingKind] = kind(
        "IKU410",
        Level.PERINGATAN,
        title=Text("Lompatan dalam deret sendiri", "Jump in its own series"),
        message=Text(
            "{kode} wilayah {wilayah} berubah {ubah} menjadi {nilai} pada {tahun}; biasanya "
            "perubahannya sekitar {biasa}.",
            "{kode} of region {wilayah} changes by {ubah} to {nilai} in {tahun}; its changes are "
            "usually about {biasa}.",
        ),
        hint=Text(
            "Periksa angka, satuan dan metodenya; bila benar, jelaskan dalam 'catatan'.",
            "Check the number, its unit and its method; if right, explain it in 'catatan'.",
        ),
        reason=Text(
            "Lompatan jauh di luar kebiasaan lebih sering salah ketik atau ganti metode daripada "
            "perubahan nyata.",
            "A jump far out of the usual is more often a slip or a change of method than real.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        least = limits.perubahan_minimum.whole
        for entry in context.entries:
            before = entry.earlier
            if entry.value is None or entry.periode != ANNUAL or before is None:
                continue
            if before.tahun != entry.tahun - 1:
                continue
            if entry.history.count_changes(entry.tahun) < least:
                yield self.unjudged(_TOO_FEW, entry.berkas)
                continue
            changes = entry.history.changes(entry.tahun)
            change = entry.value - before.value
            if _is_far(change, changes, before.value, limits) and not entry.loaded.item.catatan:
                yield self.kind.at(
                    entry.place(),
                    value=str(entry.result.nilai),
                    kode=entry.kode,
                    wilayah=entry.wilayah,
                    tahun=entry.tahun,
                    nilai=entry.result.nilai,
                    ubah=change,
                    biasa=changes.median,
                )


class JumpAgainstOthers(Rule[ReportContext]):
    """A change far from the changes published for other regions."""

    kind: ClassVar[FindingKind] = kind(
        "IKU411",
        Level.PERINGATAN,
        title=Text("Lompatan dibanding daerah lain", "Jump against other regions"),
        message=Text(
            "{kode} wilayah {wilayah} berubah {ubah} menjadi {nilai} pada {tahun}; perubahan yang "
            "terbit di daerah lain sekitar {biasa}.",
            "{kode} of region {wilayah} changes by {ubah} to {nilai} in {tahun}; changes published "
            "for other regions are about {biasa}.",
        ),
        hint=Text(
            "Periksa angka dan sumbernya; bila benar, jelaskan dalam 'catatan'.",
            "Check the number and its source; if right, explain it in 'catatan'.",
        ),
        reason=Text(
            "Deret sendiri yang pendek tidak dapat menunjukkan lompatan; deret daerah lain dapat.",
            "A short series cannot show a jump by itself; those of other regions can.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        least = limits.perubahan_minimum.whole
        for entry in context.entries:
            before = entry.earlier
            if entry.value is None or entry.periode != ANNUAL:
                continue
            if before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            if before.tahun != entry.tahun - 1:
                continue
            if entry.history.count_changes(entry.tahun) >= least:
                continue
            changes = context.published.changes_elsewhere(entry.series)
            if len(changes) < least:
                yield self.unjudged(_TOO_FEW, entry.berkas)
                continue
            change = entry.value - before.value
            if _is_far(change, changes, before.value, limits) and not entry.loaded.item.catatan:
                yield self.kind.at(
                    entry.place(),
                    value=str(entry.result.nilai),
                    kode=entry.kode,
                    wilayah=entry.wilayah,
                    tahun=entry.tahun,
                    nilai=entry.result.nilai,
                    ubah=change,
                    biasa=changes.median,
                )


def _is_far(change: Fraction, changes: Changes, last: Fraction, limits: Thresholds) -> bool:
    most = limits.kali_mad.nilai
    distance = abs(change - changes.median)
    # Nearly every change lies within the spread alone, whatever else may widen it.
    return distance > most * changes.spread and distance > most * (
        abs(last) * limits.lantai_mad.nilai
    )


class DigitShifted(Rule[ReportContext]):
    """A count or an amount that is ten times, or a tenth of, the year before."""

    kind: ClassVar[FindingKind] = kind(
        "IKU412",
        Level.PERINGATAN,
        title=Text("Satu angka hilang atau berlebih", "One digit too few or too many"),
        message=Text(
            "{kode} {tahun} = {nilai}, kira-kira {kali} nilai {tahun_lama} ({lama}).",
            "{kode} {tahun} = {nilai}, about {kali_en} the value of {tahun_lama} ({lama}).",
        ),
        hint=Text(
            "Bandingkan dengan sumbernya, angka demi angka.",
            "Compare with the source, digit by digit.",
        ),
        reason=Text(
            "Angka yang hilang mengubah nilai sepuluh kali dan tetap terbaca wajar.",
            "A lost digit changes a value tenfold and still reads well.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.value is None or not entry.unit.aditif:
                continue
            before = entry.earlier
            if before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            limits = context.checking.ambang
            times = shifted(entry.value, before.value, limits.geser_desimal.nilai)
            if (
                times is not None
                and max(abs(entry.value), abs(before.value)) >= limits.cacahan_minimum.nilai
            ):
                yield self.kind.at(
                    entry.place(),
                    value=str(entry.result.nilai),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    nilai=entry.result.nilai,
                    kali="sepersepuluh" if times < 1 else "sepuluh kali",
                    kali_en="a tenth of" if times < 1 else "ten times",
                    tahun_lama=before.tahun,
                    lama=before.value,
                )


def shifted(value: Fraction, other: Fraction, tolerance: Fraction) -> Fraction | None:
    """Return 10 or 1/10 where ``value`` is about that many times ``other``, else ``None``."""
    if not value or not other:
        return None
    for times in (Fraction(10), Fraction(1, 10)):
        if abs(value / other / times - 1) <= tolerance:
            return times
    return None


class ThousandLost(Rule[ReportContext]):
    """An amount of about a thousandth of its target or of the year before."""

    kind: ClassVar[FindingKind] = kind(
        "IKU413",
        Level.PERINGATAN,
        title=Text("Tiga angka terakhir hilang", "Last three digits lost"),
        message=Text(
            "{kode} = {nilai}, kira-kira seperseribu {banding} ({lain}); tampaknya tiga angka "
            "terakhir hilang.",
            "{kode} = {nilai}, about a thousandth of {banding_en} ({lain}); the last three digits "
            "seem to be lost.",
        ),
        hint=Text(
            "Salin kembali seluruh angkanya dari sumber; jangan tulis dalam ribuan.",
            "Copy the whole number from its source again; do not write it in thousands.",
        ),
        reason=Text(
            "Rupiah yang dicetak tanpa tiga angka terakhir menjadi seperseribu nilainya.",
            "Rupiah printed without their last three digits are a thousandth of their value.",
        ),
        akan_galat="1.0",
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        for entry in context.entries:
            value = entry.printed if entry.value is None else entry.value
            if not value or not entry.unit.aditif:
                continue
            before = entry.earlier
            if entry.target is None and before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            compared = (
                (entry.target, "target", "its target"),
                (before.value if before else None, "nilai sebelumnya", "the earlier value"),
            )
            for other, name, name_en in compared:
                if other is None or other < limits.uang_minimum.nilai:
                    continue
                ratio = value * 1000 / other
                if limits.ribuan_hilang_bawah.nilai <= ratio <= limits.ribuan_hilang_atas.nilai:
                    yield self.kind.at(
                        entry.place("realisasi"),
                        value=written(value),
                        kode=entry.kode,
                        nilai=value,
                        banding=name,
                        banding_en=name_en,
                        lain=other,
                    )
                    break


class OtherScale(Rule[ReportContext]):
    """An index or a share that fits its series only when multiplied or divided by a power of 10."""

    kind: ClassVar[FindingKind] = kind(
        "IKU414",
        Level.PERINGATAN,
        title=Text("Skala lain", "Other scale"),
        message=Text(
            "{kode} = {nilai}, sedangkan nilai {tahun_lama} {lama}; tampaknya dilaporkan pada "
            "skala yang berbeda {kali} kali.",
            "{kode} = {nilai}, but the value of {tahun_lama} is {lama}; it seems to be reported on "
            "a scale that differs by a factor of {kali}.",
        ),
        hint=Text("Laporkan pada skala {rentang}.", "Report it on the scale {rentang}."),
        reason=Text(
            "Indeks yang sama beredar pada skala 0-1, 0-10 dan 0-100.",
            "The same index is in use on scales of 0-1, 0-10 and 0-100.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        tolerance = context.checking.ambang.geser_desimal.nilai * 2
        scales = [
            (factor, factor * (1 - tolerance), factor * (1 + tolerance))
            for factor in sorted(context.checking.faktor_skala.isi)
        ]
        nearest = scales[0][1]
        for entry in context.entries:
            if not entry.value or entry.unit.aditif:
                continue
            before = entry.earlier
            if before is None or not before.value:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            if not is_times(nearest, entry.value, before.value):
                continue
            ratio = entry.value / before.value
            if abs(ratio) < 1:
                ratio = 1 / ratio
            for factor, least, most in scales:
                if least <= ratio <= most:
                    yield self.kind.at(
                        entry.place(),
                        value=str(entry.result.nilai),
                        kode=entry.kode,
                        nilai=entry.result.nilai,
                        tahun_lama=before.tahun,
                        lama=before.value,
                        kali=factor,
                        rentang=entry.indicator.rentang,
                    )
                    break


class Swapped(Rule[ReportContext]):
    """Numerator and denominator that break a relation, and fit when swapped."""

    kind: ClassVar[FindingKind] = kind(
        "IKU426",
        Level.PERINGATAN,
        title=Text("Pembilang dan penyebut tertukar", "Numerator and denominator swapped"),
        message=Text(
            "{satu} = {nilai_satu} dan {dua} = {nilai_dua} tampaknya tertukar: bila ditukar, "
            "{kode} = {hasil}, seperti realisasi atau nilai sebelumnya.",
            "{satu} = {nilai_satu} and {dua} = {nilai_dua} seem to be swapped: the other way "
            "round {kode} = {hasil}, like its printed or earlier value.",
        ),
        hint=Text("Tukar kedua angka itu bila benar tertukar.", "Swap the two numbers if so."),
        reason=Text(
            "Bagian yang lebih besar dari keseluruhannya hampir selalu tertukar.",
            "A part that is larger than its whole is nearly always swapped.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            engine, values = entry.indicator.engine, entry.result.masukan
            if entry.result.status is not Status.REJECTED or len(engine.needed) != PAIR:
                continue
            one, other = engine.needed
            if engine.formula is None or not {one, other} <= values.keys():
                continue
            turned = {one: values[other], other: values[one]}
            broken = any(holds(values) is False for holds, _ in engine.rules)
            fits = all(holds(turned) is not False for holds, _ in engine.rules)
            exact = engine.formula(turned, None)
            if not broken or not fits or not isinstance(exact, Fraction):
                continue
            if not entry.indicator.rentang.contains(exact):
                continue
            before = entry.earlier
            known = [entry.printed, before.value if before else None]
            if known == [None, None]:
                yield self.unjudged(_NOTHING_TO_FIT, entry.berkas)
            elif any(number is not None and near(exact, number, context) for number in known):
                yield self.kind.at(
                    entry.place("variabel"),
                    kode=entry.kode,
                    satu=one,
                    nilai_satu=Fraction(values[one]),
                    dua=other,
                    nilai_dua=Fraction(values[other]),
                    hasil=round_half_up(exact, entry.indicator.desimal),
                )


def near(value: Fraction, other: Fraction, context: ReportContext) -> bool:
    """Say whether two values are alike: their difference is what a shifted digit may leave."""
    return abs(value - other) <= context.checking.ambang.geser_desimal.nilai * abs(other)


class SuspiciousZero(Rule[ReportContext]):
    """A printed zero, without the variables that would show that it is one."""

    kind: ClassVar[FindingKind] = kind(
        "IKU427",
        Level.PERINGATAN,
        title=Text("Nol yang mencurigakan", "Suspicious zero"),
        message=Text(
            "{kode} tercetak '{cetak}' tanpa variabel; tidak jelas apakah nol atau belum ada data.",
            "{kode} is printed '{cetak}' without variables; whether it is zero or missing cannot "
            "be told.",
        ),
        hint=Text(
            "Kosongkan bila belum ada data; bila memang nol, isi variabelnya.",
            "Leave it empty if there are no data; if it is zero, fill in the variables.",
        ),
        reason=Text(
            "Data yang hilang sering dicetak 0,00 atau 0 %, dan lalu dinilai sebagai kinerja nol.",
            "Missing data are often printed 0.00 or 0 %, and then judged as a performance of zero.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            item = entry.loaded.item
            if item.variabel or entry.printed is None or entry.printed != 0:
                continue
            if entry.indicator.polaritas == "maksimalkan":
                text = shown(item.realisasi)
                place = entry.place("realisasi")
                yield self.kind.at(place, value=text, kode=entry.kode, cetak=text)


class AllZeroAfterSome(Rule[ReportContext]):
    """Variables that are all zero, where they were not the year before."""

    kind: ClassVar[FindingKind] = kind(
        "IKU428",
        Level.PERINGATAN,
        title=Text("Semua variabel nol", "All variables zero"),
        message=Text(
            "Semua variabel {kode} {tahun} nol, sedangkan tahun sebelumnya tidak ({lama}).",
            "All variables of {kode} {tahun} are zero, but those of the year before are not "
            "({lama}).",
        ),
        hint=Text(
            "Kosongkan variabel yang belum ada datanya; pertahankan nol bila memang tidak ada "
            "kejadian, dan sebutkan dalam 'catatan'.",
            "Leave variables without data empty; keep zero where nothing occurred, and say so in "
            "'catatan'.",
        ),
        reason=Text(
            "Nol di pembilang dan penyebut dapat berarti tidak ada kejadian atau belum ada data.",
            "Zero above and below can mean no occurrence, or no data.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            values = entry.result.masukan
            if not values or any(values.values()) or entry.loaded.item.catatan:
                continue
            before = entry.before
            if before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            earlier = before.result.masukan
            if any(earlier.values()):
                yield self.kind.at(
                    entry.place("variabel"),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    lama=_named(earlier),
                )


def _named(values: Mapping[str, Fraction | int]) -> Text:
    return Text(
        "; ".join(f"{name} = {format_number(value, 'id')}" for name, value in values.items()),
        "; ".join(f"{name} = {format_number(value, 'en')}" for name, value in values.items()),
    )


def _unread(entry: Entry) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the texts of an item that stand where numbers do and were not read as such."""
    item, values = entry.loaded.item, entry.result.masukan
    if entry.printed is not None and len(values) == len(item.variabel):
        return
    if entry.printed is None and isinstance(item.realisasi, str):
        yield ("realisasi",), item.realisasi
    for name, cell in item.variabel.items():
        if name not in values and isinstance(cell, str):
            yield ("variabel", name), cell


class MissingInWords(Rule[ReportContext]):
    """Words that mean that there is no number yet, in the place of the number."""

    kind: ClassVar[FindingKind] = kind(
        "IKU429",
        Level.PERINGATAN,
        title=Text("Kata di tempat angka yang belum ada", "Words in place of a missing number"),
        message=Text(
            "'{kata}' pada {kode} berarti belum ada data, tetapi tertulis sebagai nilai.",
            "'{kata}' of {kode} means that there are no data yet, but stands as a value.",
        ),
        hint=Text(
            "Kosongkan, atau tulis '-'; keterangannya taruh dalam 'catatan'.",
            "Leave it empty, or write '-'; put the remark into 'catatan'.",
        ),
        reason=Text(
            "Hanya tanda yang tidak mungkin salah dibaca sebagai data yang hilang.",
            "Only unmistakable signs are read as missing data.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        words = [plain_words(word) for word in context.checking.kata.kosong.isi]
        for entry in context.entries:
            for pointer, cell in _unread(entry):
                content = reading_of(cell, entry.report.report.format_angka)
                if not isinstance(content, Words):
                    continue
                said = plain_words(content.text)
                if said in words or any(one_slip(said, word) for word in words):
                    text = shown(content.text)
                    yield self.kind.at(
                        entry.place(*pointer), value=text, kode=entry.kode, kata=text
                    )


class EmptyRealised(Rule[ReportContext]):
    """An item whose only number is a sign that there is none."""

    kind: ClassVar[FindingKind] = kind(
        "IKU430",
        Level.PERINGATAN,
        title=Text("Butir tanpa nilai", "Item without a value"),
        message=Text(
            "{kode} hanya memuat tanda kosong '{cetak}'; tidak ada yang dilaporkan.",
            "{kode} holds only the sign '{cetak}' for nothing; nothing is reported.",
        ),
        hint=Text(
            "Isi variabel atau realisasinya, atau hapus butir ini dan sebutkan alasannya.",
            "Fill in variables or the realised value, or remove the item and say why.",
        ),
        reason=Text(
            "Realisasi '---' sering disertai capaian 100 %, padahal tidak ada yang diukur.",
            "A realised '---' often comes with an achievement of 100 %, though nothing was "
            "measured.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            item = entry.loaded.item
            if item.variabel or not isinstance(item.realisasi, str):
                continue
            if isinstance(reading_of(item.realisasi), Missing):
                text = shown(item.realisasi)
                place = entry.place("realisasi")
                yield self.kind.at(place, value=text, kode=entry.kode, cetak=text)


class PreviousDisagrees(Rule[ReportContext]):
    """Numbers of the previous period that are not those reported for it."""

    kind: ClassVar[FindingKind] = kind(
        "IKU431",
        Level.PERINGATAN,
        title=Text("Angka sebelumnya tidak cocok", "Earlier numbers disagree"),
        message=Text(
            "'sebelumnya' memuat {nama} = {nilai}, sedangkan laporan {tahun} memuat {lain}.",
            "'sebelumnya' holds {nama} = {nilai}, but the report of {tahun} holds {lain}.",
        ),
        hint=Text(
            "Samakan, atau jelaskan perbaikan datanya dalam 'catatan'.",
            "Make them equal, or explain the correction in 'catatan'.",
        ),
        reason=Text(
            "Perubahan dihitung dari dua tahun; tahun yang satu harus angka yang sama di kedua "
            "laporan.",
            "A change is computed from two years; a year must have one number in both reports.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if not entry.result.sebelumnya or entry.loaded.item.catatan:
                continue
            before = entry.before
            if before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            for name, value in entry.result.sebelumnya.items():
                other = before.result.masukan.get(name)
                if other is not None and other != value:
                    yield self.kind.at(
                        entry.place("sebelumnya", name),
                        value=written(value),
                        nama=name,
                        nilai=Fraction(value),
                        tahun=before.tahun,
                        lain=Fraction(other),
                    )


RULES: Final = (
    JumpInOwnSeries(),
    JumpAgainstOthers(),
    DigitShifted(),
    ThousandLost(),
    OtherScale(),
    Swapped(),
    SuspiciousZero(),
    AllZeroAfterSome(),
    MissingInWords(),
    EmptyRealised(),
    PreviousDisagrees(),
)
