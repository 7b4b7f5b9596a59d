"""Rules over the baselines and targets of plans (IKU355-372)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, Final

from kesbang_iku.diagnostics import FindingKind, Level, Text
from kesbang_iku.files.numbers import Missing, Words
from kesbang_iku.files.shape import shown
from kesbang_iku.model.definition import Bounds
from kesbang_iku.validation.rules.named import NO_UNIT
from kesbang_iku.validation.rules.numbers import PAIR, better, listed, written
from kesbang_iku.validation.rules.plans import (
    NO_STANDARD,
    NO_TARGETS,
    PlanContext,
    PlanEntry,
)
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind
from kesbang_iku.validation.rules.values import shifted


def _bounds(entry: PlanEntry) -> Bounds | None:
    if entry.indicator is not None:
        return entry.indicator.rentang
    return None if entry.unit is None else entry.unit.rentang


class TargetOutOfBounds(Rule[PlanContext]):
    """A target that cannot be reached."""

    kind: ClassVar[FindingKind] = kind(
        "IKU355",
        Level.PERINGATAN,
        title=Text("Target rencana di luar skala", "Planned target outside of the scale"),
        message=Text(
            "Target {tahun} untuk '{nama}' {target}, di luar skala {rentang}.",
            "The {tahun} target of '{nama}' is {target}, outside of the scale {rentang}.",
        ),
        hint=Text("Periksa skala dan tanda desimalnya.", "Check its scale and its decimal mark."),
        reason=Text(
            "Target yang mustahil membuat capaian lima tahun tidak bermakna.",
            "An impossible target makes five years of achievements meaningless.",
        ),
        akan_galat="1.0",
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            bounds = _bounds(entry)
            if bounds is None:
                yield self.unjudged(NO_UNIT, entry.place().berkas)
                continue
            for year in entry.readings:
                for number in entry.ends(year):
                    if not bounds.contains(number):
                        yield self.kind.at(
                            entry.place("target", str(year)),
                            value=written(number),
                            nama=entry.short,
                            tahun=year,
                            target=number,
                            rentang=bounds,
                        )


class TargetsWrongWay(Rule[PlanContext]):
    """Targets that end worse than they begin."""

    kind: ClassVar[FindingKind] = kind(
        "IKU356",
        Level.PERINGATAN,
        title=Text("Target berjalan ke arah yang salah", "Targets run the wrong way"),
        message=Text(
            "Target '{nama}' berjalan dari {awal} ({tahun_awal}) ke {akhir} ({tahun_akhir}), "
            "berlawanan dengan arahnya ({arah}).",
            "The targets of '{nama}' run from {awal} ({tahun_awal}) to {akhir} ({tahun_akhir}), "
            "against its direction ({arah}).",
        ),
        hint=Text(
            "Balik urutan targetnya, atau perbaiki polaritasnya.",
            "Turn the targets round, or correct the polarity.",
        ),
        reason=Text(
            "Target ke arah yang salah dinilai tercapai ketika keadaan memburuk.",
            "Targets in the wrong direction count as reached when things get worse.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            direction = entry.direction
            if len(entry.targets) < PAIR or direction is None:
                yield self.unjudged(NO_TARGETS if direction else NO_STANDARD, entry.place().berkas)
                continue
            (first, low), (last, high) = min(entry.targets.items()), max(entry.targets.items())
            if better(low, high, direction):
                yield self.kind.at(
                    entry.place("target", str(last)),
                    value=written(high),
                    nama=entry.short,
                    awal=low,
                    tahun_awal=first,
                    akhir=high,
                    tahun_akhir=last,
                    arah=direction,
                )


class PolarityContradicts(Rule[PlanContext]):
    """A polarity against the standard's."""

    kind: ClassVar[FindingKind] = kind(
        "IKU357",
        Level.PERINGATAN,
        title=Text("Polaritas berlawanan dengan standar", "Polarity against the standard"),
        message=Text(
            "Polaritas '{nama}' tertulis {tertulis}, sedangkan {kode} arahnya {arah}.",
            "The polarity of '{nama}' stands as {tertulis}, but {kode} has {arah}.",
        ),
        hint=Text("Tulis {arah}.", "Write {arah}."),
        reason=Text(
            "Polaritas menentukan rumus capaian; yang terbalik menilai buruk sebagai baik.",
            "Polarity decides the formula of achievement; turned round, bad counts as good.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            words = entry.loaded.item.polaritas or ""
            if not any(map(str.isalpha, words)):
                continue
            if entry.indicator is None:
                yield self.unjudged(NO_STANDARD, entry.place().berkas)
            elif entry.polarity != entry.indicator.polaritas:
                yield self.kind.at(
                    entry.place("polaritas"),
                    value=words,
                    nama=entry.short,
                    tertulis=entry.polarity or f"'{words}'",
                    kode=entry.indicator.kode,
                    arah=entry.indicator.polaritas,
                )


class TargetsZigzag(Rule[PlanContext]):
    """Targets that turn back once, with no reason given."""

    kind: ClassVar[FindingKind] = kind(
        "IKU358",
        Level.PERINGATAN,
        title=Text("Target naik turun tanpa alasan", "Targets up and down without a reason"),
        message=Text(
            "Target '{nama}' berbalik arah pada {tahun} ({target}).",
            "The targets of '{nama}' turn round in {tahun} ({target}).",
        ),
        hint=Text(
            "Perbaiki angkanya, atau jelaskan dalam 'catatan'.",
            "Correct the number, or explain it in 'catatan'.",
        ),
        reason=Text(
            "Target lima tahun berjalan ke satu arah; yang berbalik hampir selalu salah ketik.",
            "Targets of five years run one way; one that turns is nearly always a slip.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.loaded.item.catatan:
                continue
            heading = Fraction(0)
            for (_, before), (year, after) in pairwise(sorted(entry.targets.items())):
                step = after - before
                if step * heading < 0:
                    yield self.kind.at(
                        entry.place("target", str(year)),
                        value=written(after),
                        nama=entry.short,
                        tahun=year,
                        target=after,
                    )
                    break
                heading = step or heading


class NoBaseline(Rule[PlanContext]):
    """Targets with nothing to start from."""

    kind: ClassVar[FindingKind] = kind(
        "IKU359",
        Level.INFO,
        title=Text("Tanpa nilai dasar", "No baseline"),
        message=Text("'{nama}' tidak mempunyai nilai dasar.", "'{nama}' has no baseline."),
        hint=Text(
            "Isi 'dasar' dengan nilai tahun sebelum target pertama.",
            "Fill 'dasar' with the value of the year before the first target.",
        ),
        reason=Text(
            "Tanpa titik awal, tidak tampak apakah target menuntut perbaikan.",
            "Without a start it cannot be seen whether the targets ask for progress.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        if "dasar" in context.plan.ditolak:
            return
        for entry in context.entries:
            given = (reading for reading in entry.loaded.item.dasar.values() if reading is not None)
            if entry.loaded.item.target and next(given, None) is None:
                yield self.kind.at(entry.place(), nama=entry.short)


class BaselineIsNationalBound(Rule[PlanContext]):
    """A baseline that is a number of the national target."""

    kind: ClassVar[FindingKind] = kind(
        "IKU360",
        Level.PERINGATAN,
        title=Text(
            "Nilai dasar diambil dari sasaran nasional", "Baseline taken from national target"
        ),
        message=Text(
            "Nilai dasar '{nama}' {dasar} ialah angka sasaran nasional {tahun}, bukan hasil "
            "pengukuran.",
            "The baseline {dasar} of '{nama}' is a number of the national target for {tahun}, not "
            "a measured value.",
        ),
        hint=Text(
            "Pakai nilai terakhir yang terbit untuk daerah ini; bila tidak ada, kosongkan.",
            "Take the last value published for this region; leave it empty if there is none.",
        ),
        reason=Text(
            "Batas bawah sasaran 2025 tercetak sebagai nilai dasar 2024, padahal nilai 2024 lain.",
            "The lower bound of the 2025 target was printed as the baseline of 2024, whose value "
            "was another.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.indicator is None:
                if entry.baseline:
                    yield self.unjudged(NO_STANDARD, entry.place().berkas)
                continue
            known = {
                value.nilai
                for value in entry.indicator.deret
                if context.region is not None and value.wilayah == context.region.kode
            }
            for year, value in entry.baseline.items():
                for target in entry.indicator.sasaran_nasional:
                    numbers = {target.nilai, target.min, target.maks}
                    if target.tahun > year and value in numbers and value not in known:
                        yield self.kind.at(
                            entry.place("dasar", str(year)),
                            value=written(value),
                            nama=entry.short,
                            dasar=value,
                            tahun=target.tahun,
                        )


class BaselineZero(Rule[PlanContext]):
    """A baseline of zero for an index that starts far above."""

    kind: ClassVar[FindingKind] = kind(
        "IKU361",
        Level.PERINGATAN,
        title=Text("Nilai dasar nol", "Baseline of zero"),
        message=Text(
            "Nilai dasar '{nama}' nol, sedangkan target pertama {target}.",
            "The baseline of '{nama}' is zero, but the first target is {target}.",
        ),
        hint=Text(
            "Kosongkan nilai dasar bila belum pernah diukur.",
            "Leave the baseline empty if it was never measured.",
        ),
        reason=Text(
            "Nol sebagai nilai dasar indeks hampir selalu berarti belum ada data.",
            "Zero as the baseline of an index nearly always means that there are no data.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        share = context.checking.ambang.dasar_nol_bagian.nilai
        for entry in context.entries:
            bounds = _bounds(entry)
            baseline = entry.last_baseline
            if baseline is None or baseline[1] != 0 or not entry.targets:
                continue
            if bounds is None:
                yield self.unjudged(NO_UNIT, entry.place().berkas)
                continue
            first = entry.targets[min(entry.targets)]
            if bounds.maks is not None and first > share * bounds.maks:
                place = entry.place("dasar", str(baseline[0]))
                yield self.kind.at(place, value="0", nama=entry.short, target=first)


class FractionOfCount(Rule[PlanContext]):
    """A baseline or a target with decimals, of what is counted in whole numbers."""

    kind: ClassVar[FindingKind] = kind(
        "IKU362",
        Level.PERINGATAN,
        title=Text("Pecahan untuk cacahan", "Fraction of a count"),
        message=Text(
            "'{nama}' dihitung dalam {satuan}, tetapi {tahun} tertulis {nilai}.",
            "'{nama}' is counted in {satuan}, but {tahun} stands as {nilai}.",
        ),
        hint=Text(
            "Periksa apakah persentase tertulis di baris ini.",
            "Check whether a percentage stands in this row.",
        ),
        reason=Text(
            "Nilai dasar 89,87 untuk jumlah dokumen ialah persen dari baris lain.",
            "A baseline of 89.87 for a number of documents is a percentage of another row.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.unit is None:
                yield self.unjudged(NO_UNIT, entry.place().berkas)
                continue
            if not entry.unit.aditif or entry.unit.desimal:
                continue
            for key, numbers in (("dasar", entry.baseline), ("target", entry.targets)):
                for year, value in numbers.items():
                    if value.denominator != 1:
                        yield self.kind.at(
                            entry.place(key, str(year)),
                            value=written(value),
                            nama=entry.short,
                            satuan=entry.loaded.item.satuan,
                            tahun=year,
                            nilai=value,
                        )


class OutsideHorizon(Rule[PlanContext]):
    """A target of a year that the plan does not reach."""

    kind: ClassVar[FindingKind] = kind(
        "IKU363",
        Level.PERINGATAN,
        title=Text("Target di luar masa rencana", "Target outside of the plan's years"),
        message=Text(
            "Target '{nama}' memuat tahun {tahun}, di luar {mulai}–{selesai}.",
            "'{nama}' has a target for {tahun}, outside of {mulai}–{selesai}.",
        ),
        hint=Text(
            "Perbaiki tahunnya, atau nyatakan 'periode' rencana ini.",
            "Correct the year, or state the 'periode' of this plan.",
        ),
        reason=Text(
            "Tahun yang salah ketik membuat target tidak pernah dinilai.",
            "A target of a mistyped year is never judged.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        limits = context.checking.ambang
        period = context.plan.plan.periode
        first = limits.horizon_mulai.whole if period is None else period.mulai
        # A plan of five years prints a target for the year after its last, too.
        last = limits.horizon_selesai.whole if period is None else period.selesai + 1
        for entry in context.entries:
            for year in entry.loaded.item.target:
                if not first <= year <= last:
                    yield self.kind.at(
                        entry.place("target", str(year)),
                        value=str(year),
                        nama=entry.short,
                        tahun=year,
                        mulai=first,
                        selesai=last,
                    )


class YearLeftOut(Rule[PlanContext]):
    """A year without a target between years that have one."""

    kind: ClassVar[FindingKind] = kind(
        "IKU364",
        Level.PERINGATAN,
        title=Text("Tahun tanpa target", "Year without a target"),
        message=Text(
            "'{nama}' tidak mempunyai target untuk {tahun}.",
            "'{nama}' has no target for {tahun}.",
        ),
        hint=Text(
            "Isi target tahun itu, atau sebutkan dalam 'catatan' mengapa kosong.",
            "Fill in the target of that year, or say in 'catatan' why it is empty.",
        ),
        reason=Text(
            "Tahun tanpa target tidak dapat dinilai pada akhir tahun itu.",
            "A year without a target cannot be judged at its end.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            item = entry.loaded.item
            if item.catatan or len(item.target) < PAIR:
                continue
            given = {
                year for year, reading in entry.readings.items() if not isinstance(reading, Missing)
            }
            missing = [
                year for year in range(min(item.target), max(item.target)) if year not in given
            ]
            if given and missing:
                years = ", ".join(map(str, missing))
                yield self.kind.at(
                    entry.place("target"), value=years, nama=entry.short, tahun=years
                )


class NoTarget(Rule[PlanContext]):
    """An indicator that nothing is planned for."""

    kind: ClassVar[FindingKind] = kind(
        "IKU365",
        Level.PERINGATAN,
        title=Text("Indikator tanpa target", "Indicator without a target"),
        message=Text("'{nama}' tidak mempunyai target.", "'{nama}' has no target."),
        hint=Text("Isi 'target' menurut tahun.", "Fill in 'target' by year."),
        reason=Text(
            "Indikator kinerja tanpa target tidak dapat dipertanggungjawabkan.",
            "Nobody can answer for an indicator without a target.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        if "target" in context.plan.ditolak:
            return
        for entry in context.entries:
            if all(isinstance(reading, Missing) for reading in entry.readings.values()):
                yield self.kind.at(entry.place("target"), nama=entry.short)


class UnreadablePlanTarget(Rule[PlanContext]):
    """A target that is a sentence."""

    kind: ClassVar[FindingKind] = kind(
        "IKU366",
        Level.PERINGATAN,
        title=Text("Target rencana tidak terbaca", "Planned target not readable"),
        message=Text(
            "Target {tahun} untuk '{nama}' tertulis '{teks}', bukan satu bilangan, rentang, batas "
            "atau kelas.",
            "The {tahun} target of '{nama}' stands as '{teks}', no number, range, bound or class.",
        ),
        hint=Text(
            'Tulis misalnya 72, "81,69–85,23" atau "≥ 80"; penjelasannya taruh dalam \'catatan\'.',
            'Write for example 72, "81,69–85,23" or "≥ 80"; put the explanation into \'catatan\'.',
        ),
        reason=Text(
            "'Penurunan minimal 10% per tahun' tidak dapat dibandingkan dengan realisasi.",
            "'A decrease of at least 10% a year' cannot be held against a value.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            for year, content in entry.readings.items():
                scale = entry.indicator.engine.scale(entry.level) if entry.indicator else None
                if content is None or (
                    isinstance(content, Words)
                    and scale is not None
                    and scale.named(content.text) is None
                ):
                    text = shown(entry.loaded.item.target[year])
                    yield self.kind.at(
                        entry.place("target", str(year)),
                        value=text,
                        nama=entry.short,
                        tahun=year,
                        teks=text,
                    )


class AgainstNationalRange(Rule[PlanContext]):
    """A target worse than the national one."""

    kind: ClassVar[FindingKind] = kind(
        "IKU367",
        Level.INFO,
        title=Text("Target di bawah sasaran nasional", "Target behind the national one"),
        message=Text(
            "Target {tahun} untuk '{nama}' {target}, sedangkan sasaran nasional {sasaran}.",
            "The {tahun} target of '{nama}' is {target}, but the national one is {sasaran}.",
        ),
        hint=Text(
            "Pastikan selisihnya beralasan menurut nilai awal daerah ini.",
            "Make sure that where the region starts gives ground for the difference.",
        ),
        reason=Text(
            "RPJMD diselaraskan dengan RPJMN; perbedaan boleh ada, tetapi harus tampak.",
            "Regional plans follow the national one; they may differ, but it must show.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.indicator is None:
                yield self.unjudged(NO_STANDARD, entry.place().berkas)
                continue
            rising = entry.indicator.polaritas == "maksimalkan"
            for national in entry.indicator.sasaran_nasional:
                value = entry.targets.get(national.tahun)
                wanted = national.nilai
                if wanted is None:
                    wanted = national.min if rising else national.maks
                if value is None or wanted is None or national.dimensi is not None:
                    continue
                if better(wanted, value, entry.indicator.polaritas):
                    yield self.kind.at(
                        entry.place("target", str(national.tahun)),
                        value=written(value),
                        nama=entry.short,
                        tahun=national.tahun,
                        target=value,
                        sasaran=wanted,
                    )


class CopiedTargets(Rule[PlanContext]):
    """The same targets, year by year, for two indicators."""

    kind: ClassVar[FindingKind] = kind(
        "IKU368",
        Level.PERINGATAN,
        title=Text("Deret target disalin", "Copied targets"),
        message=Text(
            "Target '{nama}' sama persis dengan target '{lain}': {deret}.",
            "The targets of '{nama}' are exactly those of '{lain}': {deret}.",
        ),
        hint=Text(
            "Tetapkan target masing-masing indikator dari datanya sendiri.",
            "Set the targets of each indicator from its own data.",
        ),
        reason=Text(
            "Deret yang sama untuk persentase dan jumlah (65, 69, 72, 75, 80, 83) adalah salinan.",
            "One series for a percentage and a count (65, 69, 72, 75, 80, 83) is a copy.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        least = context.checking.ambang.deret_tahun.whole
        seen: dict[tuple[tuple[int, Fraction], ...], PlanEntry] = {}
        for entry in context.entries:
            series = tuple(entry.targets.items())
            if len(series) < least or len(set(entry.targets.values())) < PAIR:
                continue
            other = seen.setdefault(series, entry)
            if other is not entry and other.first_words != entry.first_words:
                yield self.kind.at(
                    entry.place("target"),
                    nama=entry.short,
                    lain=other.short,
                    deret=listed(value for _, value in series),
                )


class TargetNeverMoves(Rule[PlanContext]):
    """One target for all years."""

    kind: ClassVar[FindingKind] = kind(
        "IKU369",
        Level.INFO,
        title=Text("Target tidak pernah berubah", "Target never changes"),
        message=Text(
            "Target '{nama}' {target} pada semua {jumlah} tahun.",
            "The target of '{nama}' is {target} in all {jumlah} years.",
        ),
        hint=Text(
            "Pastikan mempertahankan nilai memang yang direncanakan, dan sebutkan dalam 'catatan'.",
            "Make sure that keeping the value is what is planned, and say so in 'catatan'.",
        ),
        reason=Text(
            "Target 100 setiap tahun selama sepuluh tahun tidak merencanakan apa pun.",
            "A target of 100 in each of ten years plans nothing.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        least = context.checking.ambang.target_tetap_tahun.whole
        for entry in context.entries:
            if entry.loaded.item.catatan or len(entry.targets) < least:
                continue
            if len(set(entry.targets.values())) == 1:
                value = entry.targets[min(entry.targets)]
                yield self.kind.at(
                    entry.place("target"),
                    value=written(value),
                    nama=entry.short,
                    target=value,
                    jumlah=len(entry.targets),
                )


class EndIsBaseline(Rule[PlanContext]):
    """A plan that ends where it began."""

    kind: ClassVar[FindingKind] = kind(
        "IKU370",
        Level.PERINGATAN,
        title=Text("Target akhir sama dengan nilai dasar", "Last target is the baseline"),
        message=Text(
            "Target akhir '{nama}' ({tahun}) sama dengan nilai dasarnya, {dasar}, padahal di "
            "antaranya berubah.",
            "The last target of '{nama}' ({tahun}) is its baseline, {dasar}, though those between "
            "differ.",
        ),
        hint=Text(
            "Periksa kolom target akhir: tampaknya nilai dasar tersalin ke sana.",
            "Check the column of final targets: the baseline seems to be copied there.",
        ),
        reason=Text(
            "Tabel yang mencetak nilai dasar sebagai nilai akhir meniadakan seluruh rencana.",
            "A table that prints the baseline as the end value undoes the whole plan.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            baseline = entry.last_baseline
            if baseline is None or len(entry.targets) < PAIR:
                continue
            last = max(entry.targets)
            same = entry.targets[last] == baseline[1]
            if same and any(value != baseline[1] for value in entry.targets.values()):
                yield self.kind.at(
                    entry.place("target", str(last)),
                    value=written(baseline[1]),
                    nama=entry.short,
                    tahun=last,
                    dasar=baseline[1],
                )


class DigitLostInTargets(Rule[PlanContext]):
    """A target of a tenth of the one before."""

    kind: ClassVar[FindingKind] = kind(
        "IKU371",
        Level.PERINGATAN,
        title=Text("Angka hilang dalam deret target", "Digit lost in the targets"),
        message=Text(
            "Target '{nama}' turun dari {lama} menjadi {target} pada {tahun}: kira-kira satu angka "
            "hilang.",
            "The targets of '{nama}' fall from {lama} to {target} in {tahun}: about one digit is "
            "lost.",
        ),
        hint=Text("Periksa angkanya, digit demi digit.", "Check the number, digit by digit."),
        reason=Text(
            "Deret 45.689, 45.748, 45.809, 4.587 kehilangan satu angka dan tetap dicetak.",
            "The series 45,689, 45,748, 45,809, 4,587 lost a digit and was printed all the same.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        tolerance = context.checking.ambang.geser_desimal.nilai
        for entry in context.entries:
            for (_, before), (year, after) in pairwise(sorted(entry.targets.items())):
                times = shifted(after, before, tolerance)
                if times is not None and times < 1:
                    yield self.kind.at(
                        entry.place("target", str(year)),
                        value=written(after),
                        nama=entry.short,
                        lama=before,
                        target=after,
                        tahun=year,
                    )


class BaselineNotBefore(Rule[PlanContext]):
    """A baseline of a year that already has a target."""

    kind: ClassVar[FindingKind] = kind(
        "IKU372",
        Level.PERINGATAN,
        title=Text("Nilai dasar tidak mendahului target", "Baseline not before the targets"),
        message=Text(
            "Nilai dasar '{nama}' bertahun {tahun}, tetapi target pertamanya {pertama}.",
            "The baseline of '{nama}' is of {tahun}, but its first target of {pertama}.",
        ),
        hint=Text("Perbaiki tahun nilai dasarnya.", "Correct the year of the baseline."),
        reason=Text(
            "Nilai dasar ialah keadaan sebelum rencana dimulai.",
            "A baseline is where things stood before the plan began.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            baseline = entry.last_baseline
            if baseline is None or not entry.loaded.item.target:
                continue
            first = min(entry.loaded.item.target)
            if baseline[0] >= first:
                yield self.kind.at(
                    entry.place("dasar", str(baseline[0])),
                    value=str(baseline[0]),
                    nama=entry.short,
                    tahun=baseline[0],
                    pertama=first,
                )


RULES: Final = (
    TargetOutOfBounds(),
    TargetsWrongWay(),
    PolarityContradicts(),
    TargetsZigzag(),
    NoBaseline(),
    BaselineIsNationalBound(),
    BaselineZero(),
    FractionOfCount(),
    OutsideHorizon(),
    YearLeftOut(),
    NoTarget(),
    UnreadablePlanTarget(),
    AgainstNationalRange(),
    CopiedTargets(),
    TargetNeverMoves(),
    EndIsBaseline(),
    DigitLostInTargets(),
    BaselineNotBefore(),
)
