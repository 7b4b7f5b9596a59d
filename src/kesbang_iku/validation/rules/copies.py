"""Rules over values that look copied, or too good in every row (IKU415-425)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import ClassVar, Final

from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.findings.numerals import decimals_of
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.computed_item import Origin
from kesbang_iku.validation.rules.numbers import PAIR, listed, significant_digits
from kesbang_iku.validation.rules.reports import ANNUAL, NO_EARLIER, Entry, ReportContext
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_HUNDRED: Final = Decimal(100)
_NOT_PUBLISHED: Final = Text(
    "katalog tidak memuat nilai terbit untuk wilayah dan tahun ini",
    "the catalog holds no published value for this region and year",
)
_COPY_REASON: Final = Text(
    "Deret dan angka yang disalin dari baris lain tampak wajar dan tidak mengukur apa pun.",
    "Series and numbers copied from another row look right and measure nothing.",
)
_CHECK_SOURCE: Final = Text(
    "Periksa keduanya pada sumbernya masing-masing.",
    "Check both against their own sources.",
)


class SameValueAcross(Rule[ReportContext]):
    """One value in several indicators of a report."""

    kind: ClassVar[FindingKind] = kind(
        "IKU415",
        Level.PERINGATAN,
        title=Text("Nilai yang sama pada beberapa indikator", "One value in several indicators"),
        message=Text(
            "Nilai {nilai} tertulis pada {kode} dan juga pada {lain}.",
            "The value {nilai} stands at {kode} and also at {lain}.",
        ),
        hint=_CHECK_SOURCE,
        reason=_COPY_REASON,
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        for entries in context.by_report:
            found: dict[Fraction, dict[str, Entry]] = {}
            for entry in entries:
                if entry.value is not None:
                    found.setdefault(entry.value, {}).setdefault(entry.kode, entry)
            for value, same in found.items():
                if len(same) < PAIR or significant_digits(value) < limits.angka_bermakna.whole:
                    continue
                # Two shares of small counts are easily equal, two numbers as written are not.
                written = [e for e in same.values() if e.result.asal is not Origin.COMPUTED]
                if len(same) < limits.butir_serupa.whole and len(written) < PAIR:
                    continue
                first, *others = same.values()
                last = others[-1]
                yield self.kind.at(
                    last.place(),
                    value=str(last.result.nilai),
                    nilai=last.result.nilai,
                    kode=last.kode,
                    lain=", ".join(other.kode for other in (first, *others[:-1])),
                )


class SameVariablesNextYear(Rule[ReportContext]):
    """All variables as in the year before."""

    kind: ClassVar[FindingKind] = kind(
        "IKU416",
        Level.PERINGATAN,
        title=Text("Variabel sama dengan tahun lalu", "Variables as in the year before"),
        message=Text(
            "Semua variabel {kode} {tahun} sama persis dengan {tahun_lama}.",
            "All variables of {kode} {tahun} are exactly those of {tahun_lama}.",
        ),
        hint=Text(
            "Periksa apakah data tahun ini sudah dimasukkan.",
            "Check whether this year's data have been put in.",
        ),
        reason=_COPY_REASON,
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        for entry in context.entries:
            values = entry.result.masukan
            if len(values) < PAIR:
                continue
            before = entry.before
            if before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
                continue
            if values == before.result.masukan and any(
                significant_digits(Fraction(value)) >= limits.angka_bermakna.whole
                for value in values.values()
            ):
                yield self.kind.at(
                    entry.place("variabel"),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    tahun_lama=before.tahun,
                )


class SameVariablesAcross(Rule[ReportContext]):
    """The numbers of one indicator in the variables of another."""

    kind: ClassVar[FindingKind] = kind(
        "IKU417",
        Level.PERINGATAN,
        title=Text(
            "Variabel disalin dari indikator lain", "Variables copied from another indicator"
        ),
        message=Text(
            "Angka {angka} pada {kode} sama persis dengan variabel {lain}.",
            "The numbers {angka} of {kode} are exactly the variables of {lain}.",
        ),
        hint=_CHECK_SOURCE,
        reason=_COPY_REASON,
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.angka_bermakna.whole
        for entries in context.by_report:
            seen: dict[tuple[int | Fraction, ...], Entry] = {}
            for entry in entries:
                values = entry.result.masukan
                numbers = tuple(values.values())
                if len(numbers) < PAIR:
                    continue
                other = seen.setdefault(numbers, entry)
                if set(other.result.masukan) == set(values):
                    continue
                if any(significant_digits(Fraction(number)) >= least for number in numbers):
                    yield self.kind.at(
                        entry.place("variabel"),
                        kode=entry.kode,
                        lain=other.kode,
                        angka=listed(numbers),
                    )


class RepeatedValue(Rule[ReportContext]):
    """A value with decimals that stays the same for years."""

    kind: ClassVar[FindingKind] = kind(
        "IKU418",
        Level.PERINGATAN,
        title=Text("Nilai yang tidak berubah bertahun-tahun", "Value unchanged for years"),
        message=Text(
            "{kode} wilayah {wilayah} bernilai {nilai} pada {tahun}: sama sampai angka terakhir.",
            "{kode} of region {wilayah} is {nilai} in {tahun}: the same to the last digit.",
        ),
        hint=Text(
            "Periksa apakah nilai tahun-tahun itu benar diukur, bukan diteruskan.",
            "Check whether those years were measured, not carried on.",
        ),
        reason=_COPY_REASON,
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        for entries in context.yearly:
            valued = [entry for entry in entries if entry.value is not None]
            for value, same in groupby(valued, key=attrgetter("value")):
                run = [*same]
                if len(run) < limits.tahun_serupa.whole:
                    continue
                if significant_digits(value) >= limits.angka_bermakna.whole:
                    last = run[-1]
                    yield self.kind.at(
                        last.place(),
                        value=str(last.result.nilai),
                        kode=last.kode,
                        wilayah=last.wilayah,
                        nilai=last.result.nilai,
                        tahun=", ".join(str(one.tahun) for one in run),
                    )


class AllSharesFull(Rule[ReportContext]):
    """Every share of a report at its maximum."""

    kind: ClassVar[FindingKind] = kind(
        "IKU419",
        Level.PERINGATAN,
        title=Text("Semua persentase penuh", "All shares full"),
        message=Text(
            "Semua {jumlah} persentase dalam laporan {wilayah} {tahun} bernilai penuh.",
            "All {jumlah} shares in the report of {wilayah} {tahun} are full.",
        ),
        hint=Text(
            "Periksa apa yang dihitung sebagai 'ditangani' atau 'terlaksana', dan sebutkan "
            "jumlahnya.",
            "Check what counts as 'handled' or 'carried out', and state the numbers.",
        ),
        reason=Text(
            "Persentase yang selalu 100 berapa pun banyaknya kasus tidak mengukur kinerja.",
            "A share that is 100 whatever the number of cases does not measure performance.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.butir_serupa.whole
        for entries in context.by_report:
            shares = [e for e in entries if e.is_share and e.value is not None]
            full = [e for e in shares if e.value == e.unit.rentang.maks]
            if len(shares) >= least and len(full) == len(shares):
                last = full[-1]
                yield self.kind.at(
                    last.place(), jumlah=len(full), wilayah=last.wilayah, tahun=last.tahun
                )


class ShareAlwaysFull(Rule[ReportContext]):
    """A share at its maximum year after year."""

    kind: ClassVar[FindingKind] = kind(
        "IKU420",
        Level.INFO,
        title=Text("Persentase penuh setiap tahun", "Share full every year"),
        message=Text(
            "{kode} wilayah {wilayah} penuh pada {tahun}.",
            "{kode} of region {wilayah} is full in {tahun}.",
        ),
        hint=Text(
            "Pertimbangkan indikator lain, atau laporkan juga banyaknya kasus.",
            "Consider another indicator, or report the number of cases too.",
        ),
        reason=Text(
            "Bagian yang selalu penuh tidak dapat membaik dan tidak menunjukkan perubahan.",
            "A share that is always full cannot improve and shows no change.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.tahun_serupa.whole
        for entries in context.yearly:
            valued = [entry for entry in entries if entry.value is not None]
            if len(valued) < least or not valued[0].is_share:
                continue
            if all(entry.value == entry.unit.rentang.maks for entry in valued):
                last = valued[-1]
                yield self.kind.at(
                    last.place(),
                    value=str(last.result.nilai),
                    kode=last.kode,
                    wilayah=last.wilayah,
                    tahun=", ".join(str(entry.tahun) for entry in valued),
                )


class AllAtTarget(Rule[ReportContext]):
    """Every realised value of a report is exactly its target."""

    kind: ClassVar[FindingKind] = kind(
        "IKU421",
        Level.PERINGATAN,
        title=Text("Realisasi sama dengan target di semua butir", "Every value is its target"),
        message=Text(
            "Pada laporan {wilayah} {tahun}, {jumlah} realisasi semuanya sama dengan targetnya.",
            "In the report of {wilayah} {tahun} all {jumlah} values equal their targets.",
        ),
        hint=Text(
            "Isi realisasi dari data, bukan dari target.",
            "Take the realised values from data, not from the targets.",
        ),
        reason=Text(
            "Realisasi yang disalin dari target selalu berpredikat baik.",
            "Realised values copied from targets always look good.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.butir_serupa.whole
        for entries in context.by_report:
            both = [e for e in entries if e.value is not None and e.target is not None]
            if len(both) >= least and all(entry.value == entry.target for entry in both):
                last = both[-1]
                yield self.kind.at(
                    last.place(), jumlah=len(both), wilayah=last.wilayah, tahun=last.tahun
                )


class AchievementAlwaysHundred(Rule[ReportContext]):
    """An achievement of exactly 100 year after year."""

    kind: ClassVar[FindingKind] = kind(
        "IKU422",
        Level.PERINGATAN,
        title=Text("Capaian selalu tepat 100", "Achievement always exactly 100"),
        message=Text(
            "Capaian {kode} wilayah {wilayah} tepat 100 pada {tahun}.",
            "The achievement of {kode} of region {wilayah} is exactly 100 in {tahun}.",
        ),
        hint=Text(
            "Periksa apakah target ditetapkan sesudah realisasinya diketahui.",
            "Check whether the targets were set after the values were known.",
        ),
        reason=Text(
            "Capaian tepat 100 bertahun-tahun berarti target mengikuti realisasi.",
            "Achievements of exactly 100 for years mean that targets follow the values.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.tahun_serupa.whole
        for entries in context.yearly:
            judged = [entry for entry in entries if entry.result.capaian is not None]
            if len(judged) < least:
                continue
            if all(entry.result.capaian == _HUNDRED for entry in judged):
                last = judged[-1]
                yield self.kind.at(
                    last.place(),
                    value=str(last.result.capaian),
                    kode=last.kode,
                    wilayah=last.wilayah,
                    tahun=", ".join(str(entry.tahun) for entry in judged),
                )


class NationalValue(Rule[ReportContext]):
    """A region's value that is the nation's."""

    kind: ClassVar[FindingKind] = kind(
        "IKU423",
        Level.PERINGATAN,
        title=Text(
            "Nilai nasional dilaporkan sebagai nilai daerah",
            "The nation's value as a region's",
        ),
        message=Text(
            "{kode} wilayah {wilayah} {tahun} = {nilai}, sama persis dengan nilai nasional.",
            "{kode} of region {wilayah} {tahun} = {nilai}, exactly the national value.",
        ),
        hint=Text(
            "Laporkan nilai daerah ini sendiri, atau hapus butirnya.",
            "Report this region's own value, or remove the item.",
        ),
        reason=_COPY_REASON,
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.value is None or entry.region is None or entry.region.tingkat == "nasional":
                continue
            nation = next(iter(context.regions))
            series = (entry.kode, entry.indicator.versi, nation)
            published = context.published.of(series).get(entry.tahun)
            if published is None:
                yield self.unjudged(_NOT_PUBLISHED, entry.berkas)
            elif published == entry.value:
                yield self.kind.at(
                    entry.place(),
                    value=str(entry.result.nilai),
                    kode=entry.kode,
                    wilayah=entry.wilayah,
                    tahun=entry.tahun,
                    nilai=entry.result.nilai,
                )


class ValueOfOtherYear(Rule[ReportContext]):
    """A value that was published for the year before or after."""

    kind: ClassVar[FindingKind] = kind(
        "IKU424",
        Level.PERINGATAN,
        title=Text("Nilai milik tahun lain", "Value of another year"),
        message=Text(
            "{kode} wilayah {wilayah} {tahun} = {nilai}; itu nilai terbit tahun {lain}.",
            "{kode} of region {wilayah} {tahun} = {nilai}; that is the value published for {lain}.",
        ),
        hint=Text(
            "Pakai tahun data, bukan tahun terbitnya.",
            "Take the year of the data, not that of publication.",
        ),
        reason=Text(
            "Nilai sering terbit setahun kemudian lalu dilaporkan pada tahun terbitnya.",
            "Values often come out a year later and are then reported for that year.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.angka_bermakna.whole
        for entry in context.entries:
            published = context.published.of(entry.series)
            if not published or entry.value is None:
                continue
            if published.get(entry.tahun) == entry.value:
                continue
            for year in (entry.tahun - 1, entry.tahun + 1):
                if published.get(year) == entry.value and significant_digits(entry.value) >= least:
                    yield self.kind.at(
                        entry.place(),
                        value=str(entry.result.nilai),
                        kode=entry.kode,
                        wilayah=entry.wilayah,
                        tahun=entry.tahun,
                        nilai=entry.result.nilai,
                        lain=year,
                    )


class DiffersFromPublished(Rule[ReportContext]):
    """A value that is not the one the catalog knows to be published."""

    kind: ClassVar[FindingKind] = kind(
        "IKU425",
        Level.INFO,
        title=Text("Berbeda dari nilai terbit", "Differs from the published value"),
        message=Text(
            "{kode} wilayah {wilayah} {tahun} = {nilai}, tetapi terbitnya {terbit} ({sumber}).",
            "{kode} of region {wilayah} {tahun} = {nilai}, but {terbit} was published ({sumber}).",
        ),
        hint=Text(
            "Pakai nilai terbit, atau sebutkan sumber nilai ini dalam 'bukti'.",
            "Take the published value, or name the source of this one in 'bukti'.",
        ),
        reason=Text(
            "Dua nilai untuk wilayah dan tahun yang sama membingungkan pembaca keduanya.",
            "Two values for one region and year confuse the readers of both.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        indicators = {id(entry.indicator): entry.indicator for entry in context.entries}
        released = {
            ((one.kode, one.versi, found.wilayah), found.tahun): found
            for one in indicators.values()
            for found in reversed(one.deret)
            if found.dimensi is None
        }
        for entry in context.entries:
            if entry.value is None or entry.periode != ANNUAL:
                continue
            known = released.get((entry.series, entry.tahun))
            if known is None:
                yield self.unjudged(_NOT_PUBLISHED, entry.berkas)
                continue
            decimals = decimals_of(known.nilai) or 0
            ours = {entry.value, entry.printed or entry.value}
            published = round_half_up(known.nilai, decimals)
            if published not in {round_half_up(value, decimals) for value in ours}:
                yield self.kind.at(
                    entry.place(),
                    value=str(entry.result.nilai),
                    kode=entry.kode,
                    wilayah=entry.wilayah,
                    tahun=entry.tahun,
                    nilai=entry.result.nilai,
                    terbit=known.nilai,
                    sumber=known.sumber,
                )


RULES: Final = (
    SameValueAcross(),
    SameVariablesNextYear(),
    SameVariablesAcross(),
    RepeatedValue(),
    AllSharesFull(),
    ShareAlwaysFull(),
    AllAtTarget(),
    AchievementAlwaysHundred(),
    NationalValue(),
    ValueOfOtherYear(),
    DiffersFromPublished(),
)
