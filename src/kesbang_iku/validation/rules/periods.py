"""Rules over periods, years and regions: what adds up, what cannot be yet (IKU432-440)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Final

from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.model.region import Region
from kesbang_iku.validation.rules.numbers import written
from kesbang_iku.validation.rules.reports import ANNUAL, NO_REGION, Entry, ReportContext
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_PARTS: Final[Mapping[str, int]] = {"semester": 2, "caturwulan": 3, "triwulan": 4, "bulan": 12}
"""How many periods of a kind make a year."""
_MONTHS: Final = 12
_SOME_MISSING: Final = Text(
    "tidak semua periode tahun itu ada dalam berkas",
    "not all periods of that year are in the files",
)
_NO_PARENT: Final = Text(
    "nilai provinsinya tidak ada dalam berkas", "the province's value is not in the files"
)
_NO_FREQUENCY: Final = Text(
    "katalog tidak mengetahui frekuensi indikator ini",
    "the catalog does not know how often this indicator is measured",
)


_SELDOM: Final[Mapping[str, Text]] = {
    "tahunan": Text("sekali setahun", "once a year"),
    "dua_tahunan": Text("sekali dalam dua tahun", "once in two years"),
    "per_pemilu": Text("sekali setiap pemilu", "once for each election"),
}
"""How often something is measured that parts of a year know nothing of."""


def _kind_of(period: str) -> tuple[str, int]:
    name, _, number = period.partition("-")
    return name, int(number or 1)


def _last_month(period: str) -> int:
    name, number = _kind_of(period)
    return _MONTHS // _PARTS.get(name, 1) * number


@dataclass(frozen=True)
class _Amount:
    """A number of an item: its value, or one of the variables it is computed from."""

    variable: str = ""

    @property
    def pointer(self) -> tuple[str, ...]:
        """Where it stands within the item."""
        return ("variabel", self.variable) if self.variable else ()

    def of(self, entry: Entry) -> Fraction | None:
        """Return it as an item has it."""
        if not self.variable:
            return entry.value
        number = entry.result.masukan.get(self.variable)
        return None if number is None else Fraction(number)


_VALUE: Final = _Amount()


def _adding_up(entry: Entry) -> Iterator[_Amount]:
    """Yield what adds up over the periods of a year: the value, else what it is computed from."""
    if entry.indicator.kumulatif:
        amounts = [_VALUE]
    else:
        variables = entry.indicator.variabel
        amounts = [_Amount(one.nama) for one in variables if one.agregasi.waktu == "jumlah"]
    yield from (amount for amount in amounts if amount.of(entry) is not None)


class SharesSummed(Rule[ReportContext]):
    """A share above its maximum that is a sum over periods."""

    kind: ClassVar[FindingKind] = kind(
        "IKU432",
        Level.PERINGATAN,
        title=Text("Persentase dijumlahkan antarperiode", "Shares summed over periods"),
        message=Text(
            "{kode} tercetak {cetak}, di atas {maks}: tampaknya persentase beberapa periode "
            "dijumlahkan.",
            "{kode} is printed {cetak}, above {maks}: shares of several periods seem to be summed.",
        ),
        hint=Text(
            "Jumlahkan pembilang dan penyebutnya, lalu hitung lagi; persentase tidak dijumlahkan.",
            "Sum numerators and denominators and compute again; shares are not summed.",
        ),
        reason=Text(
            "Tabel Renja yang menjumlahkan tahun lalu, tahun ini dan target mencetak 200 sampai "
            "700 persen untuk persentase.",
            "A form that adds last year, this year and the target prints 200 to 700 per cent for "
            "shares.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            most = entry.unit.rentang.maks
            if not entry.is_share or not most or entry.indicator.kumulatif:
                continue
            printed = entry.printed
            if printed is None or printed <= most:
                continue
            others = [
                other.value
                for year in (entry.tahun - 1, entry.tahun)
                for other in context.of_year(entry.series, year)
                if other is not entry and other.value is not None
            ]
            sums = {sum(others[first:]) for first in range(len(others))}
            if (printed / most).denominator == 1 or printed in sums:
                yield self.kind.at(
                    entry.place("realisasi"),
                    value=written(printed),
                    kode=entry.kode,
                    cetak=printed,
                    maks=most,
                )


class PeriodsDoNotAddUp(Rule[ReportContext]):
    """A yearly count that is neither the sum of its periods nor the last of them."""

    kind: ClassVar[FindingKind] = kind(
        "IKU433",
        Level.PERINGATAN,
        title=Text("Tahun bukan jumlah periodenya", "The year is not the sum of its periods"),
        message=Text(
            "{kode} {tahun} = {nilai}, sedangkan jumlah periodenya {jumlah} dan periode terakhir "
            "{akhir}.",
            "{kode} {tahun} = {nilai}, but its periods sum to {jumlah} and the last is {akhir}.",
        ),
        hint=Text(
            "Samakan nilai tahun dengan jumlah periodenya, atau nilai s.d. periode terakhir.",
            "Make the year the sum of its periods, or the running total of the last one.",
        ),
        reason=Text(
            "Indikator kumulatif bertambah sepanjang tahun; nilai tahun ialah jumlah seluruhnya.",
            "A cumulative indicator adds up over the year; the year is the whole of it.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry, parts in context.divided:
            for amount in _adding_up(entry):
                for values in _values_of(parts, amount):
                    if values is None:
                        yield self.unjudged(_SOME_MISSING, entry.berkas)
                    elif amount.of(entry) not in {sum(values), values[-1]}:
                        yield self.kind.at(
                            entry.place(*amount.pointer),
                            value=written(amount.of(entry) or 0),
                            kode=f"{amount.variable} {entry.kode}".lstrip(),
                            tahun=entry.tahun,
                            nilai=amount.of(entry),
                            jumlah=sum(values),
                            akhir=values[-1],
                        )


class YearIsSumOfShares(Rule[ReportContext]):
    """A yearly value of what does not add up, that is the sum of its periods."""

    kind: ClassVar[FindingKind] = kind(
        "IKU434",
        Level.PERINGATAN,
        title=Text("Nilai yang tidak aditif dijumlahkan", "Non-additive values summed"),
        message=Text(
            "{kode} {tahun} = {nilai}, tepat jumlah nilai periodenya, padahal {satuan} tidak "
            "dijumlahkan.",
            "{kode} {tahun} = {nilai}, exactly the sum of its periods, but {satuan} do not add up.",
        ),
        hint=Text(
            "Hitung lagi dari variabel setahun penuh.",
            "Compute it again from the variables of the whole year.",
        ),
        reason=Text(
            "Indeks dan persentase beberapa periode tidak berjumlah menjadi nilai tahun.",
            "Indices and shares of periods do not sum to that of the year.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry, parts in context.divided:
            if entry.unit.aditif or not entry.value:
                continue
            for values in _values_of(parts):
                if values is None:
                    yield self.unjudged(_SOME_MISSING, entry.berkas)
                elif entry.value == sum(values) and entry.value != values[-1]:
                    yield self.kind.at(
                        entry.place(),
                        value=str(entry.result.nilai),
                        kode=entry.kode,
                        tahun=entry.tahun,
                        nilai=entry.result.nilai,
                        satuan=entry.unit.label or entry.unit.nama,
                    )


def _values_of(parts: Iterable[Entry], amount: _Amount = _VALUE) -> Iterator[list[Fraction] | None]:
    """Yield, for each kind of period the year is reported in, its values; ``None`` if some miss."""
    found: dict[str, dict[int, Fraction | None]] = {}
    for part in parts:
        name, number = _kind_of(part.periode)
        found.setdefault(name, {})[number] = amount.of(part)
    for name, values in found.items():
        known = [value for _, value in sorted(values.items()) if value is not None]
        yield known if len(known) == _PARTS[name] else None


class FutureYear(Rule[ReportContext]):
    """A report of a year that has not begun."""

    kind: ClassVar[FindingKind] = kind(
        "IKU435",
        Level.PERINGATAN,
        title=Text("Tahun yang belum datang", "Year that has not begun"),
        message=Text(
            "{kode} dilaporkan untuk {tahun}, padahal sekarang {sekarang}.",
            "{kode} is reported for {tahun}, but it is {sekarang}.",
        ),
        hint=Text(
            "Perbaiki tahunnya; yang direncanakan ditulis dalam rencana, bukan laporan.",
            "Correct the year; what is planned goes into a plan, not a report.",
        ),
        reason=Text(
            "Yang belum terjadi tidak dapat diukur.",
            "What has not happened cannot be measured.",
        ),
        akan_galat="1.0",
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.tahun > context.today.year:
                yield self.kind.at(
                    entry.report.locate(("tahun",)),
                    value=str(entry.tahun),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    sekarang=context.today.year,
                )


class PeriodNotOver(Rule[ReportContext]):
    """A report of a period of this year that is not over yet."""

    kind: ClassVar[FindingKind] = kind(
        "IKU436",
        Level.INFO,
        title=Text("Periode belum berakhir", "Period not over yet"),
        message=Text(
            "{kode} dilaporkan untuk {periode} {tahun}, yang belum berakhir.",
            "{kode} is reported for {periode} {tahun}, which is not over.",
        ),
        hint=Text(
            "Laporkan sebagai periode yang sudah lewat, atau perbarui sesudah berakhir.",
            "Report it as a period that is over, or update it afterwards.",
        ),
        reason=Text(
            "Nilai sementara mudah tertinggal sebagai nilai akhir.",
            "A provisional value is easily left to stand as the final one.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            this_year = entry.tahun == context.today.year
            if this_year and context.today.month <= _last_month(entry.periode):
                yield self.kind.at(
                    entry.report.locate(("periode",)),
                    value=entry.periode,
                    kode=entry.kode,
                    periode=entry.periode,
                    tahun=entry.tahun,
                )


class TooOften(Rule[ReportContext]):
    """An index that is measured once a year, reported for part of one."""

    kind: ClassVar[FindingKind] = kind(
        "IKU437",
        Level.PERINGATAN,
        title=Text("Indeks dilaporkan lebih sering dari ukurannya", "Index reported too often"),
        message=Text(
            "{kode} diukur {frekuensi}, tetapi dilaporkan untuk {periode}.",
            "{kode} is measured {frekuensi}, but reported for {periode}.",
        ),
        hint=Text(
            "Laporkan sebagai 'periode: tahunan', sekali setahun.",
            "Report it as 'periode: tahunan', once a year.",
        ),
        reason=Text(
            "Indeks yang terbit sekali setahun tidak mempunyai nilai triwulan; yang dicetak nilai "
            "lama atau karangan.",
            "An index released once a year has no quarterly value; what is printed is old or "
            "invented.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            frequency = entry.indicator.frekuensi
            # Counts and shares are also watched within the year; an index is surveyed or released.
            if entry.periode == ANNUAL or not entry.unit.rentang_wajib:
                continue
            if frequency == "tidak_diketahui":
                yield self.unjudged(_NO_FREQUENCY, entry.berkas)
            elif frequency in _SELDOM:
                yield self.kind.at(
                    entry.report.locate(("periode",)),
                    value=entry.periode,
                    kode=entry.kode,
                    frekuensi=_SELDOM[frequency],
                    periode=entry.periode,
                )


class MoreRegionsThanExist(Rule[ReportContext]):
    """A number of regions larger than there are."""

    kind: ClassVar[FindingKind] = kind(
        "IKU439",
        Level.PERINGATAN,
        title=Text("Lebih banyak daerah daripada yang ada", "More regions than there are"),
        message=Text(
            "{kode} = {nilai} daerah, sedangkan wilayah {wilayah} hanya mempunyai {ada}.",
            "{kode} = {nilai} regions, but {wilayah} has only {ada}.",
        ),
        hint=Text(
            "Periksa apakah daerah dihitung dua kali, atau orang dihitung sebagai daerah.",
            "Check whether regions are counted twice, or persons as regions.",
        ),
        reason=Text(
            "Jumlah daerah tidak dapat melebihi daftar wilayah.",
            "A number of regions cannot exceed the register of regions.",
        ),
        akan_galat="1.0",
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.unit.nama not in context.checking.kata.satuan_daerah or entry.value is None:
                continue
            if entry.region is None:
                yield self.unjudged(NO_REGION, entry.berkas)
                continue
            there = _regions_in(entry.region, context.regions)
            if entry.value > there:
                yield self.kind.at(
                    entry.place(),
                    value=str(entry.result.nilai),
                    kode=entry.kode,
                    nilai=entry.result.nilai,
                    wilayah=entry.region.nama,
                    ada=there,
                )


def _regions_in(region: Region, regions: Regions) -> int:
    """Return how many regions lie in a region, and itself: all that a count of them may hold."""
    below = regions.children(region.kode)
    return 1 + sum(_regions_in(child, regions) for child in below)


class MoreThanParent(Rule[ReportContext]):
    """A count of a kabupaten or kota that is larger than its province's."""

    kind: ClassVar[FindingKind] = kind(
        "IKU440",
        Level.PERINGATAN,
        title=Text("Bagian melebihi induknya", "Part larger than the whole"),
        message=Text(
            "{kode} wilayah {wilayah} = {nilai}, lebih besar dari {induk} = {lain}.",
            "{kode} of region {wilayah} = {nilai}, more than {induk} = {lain}.",
        ),
        hint=Text(
            "Periksa satuan dan cakupan kedua laporan.",
            "Check units and coverage of the two reports.",
        ),
        reason=Text(
            "Cacahan provinsi memuat cacahan kabupaten dan kotanya.",
            "The count of a province holds those of its kabupaten and kota.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if not entry.unit.aditif or entry.value is None or entry.region is None:
                continue
            if entry.region.tingkat not in {"kabupaten", "kota"} or entry.region.induk is None:
                continue
            series = (*entry.series[:2], entry.region.induk)
            wholes = [
                other
                for other in context.of_year(series, entry.tahun)
                if other.periode == entry.periode and other.value is not None
            ]
            if not wholes:
                yield self.unjudged(_NO_PARENT, entry.berkas)
            for whole in wholes:
                if whole.value is not None and entry.value > whole.value:
                    yield self.kind.at(
                        entry.place(),
                        value=str(entry.result.nilai),
                        kode=entry.kode,
                        wilayah=entry.wilayah,
                        nilai=entry.result.nilai,
                        induk=whole.wilayah,
                        lain=whole.result.nilai,
                    )


RULES: Final = (
    SharesSummed(),
    PeriodsDoNotAddUp(),
    YearIsSumOfShares(),
    FutureYear(),
    PeriodNotOver(),
    TooOften(),
    MoreRegionsThanExist(),
    MoreThanParent(),
)
