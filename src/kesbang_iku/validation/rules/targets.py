"""Rules over the targets and achievements of reports (IKU455-462, IKU530-526)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Final

from kesbang_iku.files.shape import shown
from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.model.definition import NationalTarget
from kesbang_iku.validation.rules.numbers import better, listed, significant_digits, written
from kesbang_iku.validation.rules.reports import NO_EARLIER, NO_TARGET, Entry, ReportContext
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_NO_NATIONAL: Final = Text(
    "katalog tidak memuat sasaran nasional untuk tahun ini",
    "the catalog holds no national target for this year",
)
_DECIMALS: Final = re.compile(r"\d[.,]\d", re.ASCII)

SAME_THING: Final = Text(
    "Periksa apakah target dan realisasi menghitung hal, satuan dan periode yang sama.",
    "Check whether target and value count the same thing, in one unit and period.",
)
WHY_HUGE: Final = Text(
    "Capaian ribuan persen berasal dari target dokumen dan realisasi orang, atau dari "
    "tahun-tahun yang dijumlahkan.",
    "Achievements of thousands come from targets in documents and values in persons, or "
    "from years that were summed.",
)


def _shown(goal: Goal) -> Text:
    return Text(goal.shown("id"), goal.shown("en"))


class AlreadyBeaten(Rule[ReportContext]):
    """A target that last year's value beat by far."""

    kind: ClassVar[FindingKind] = kind(
        "IKU455",
        Level.PERINGATAN,
        title=Text("Target sudah jauh terlampaui", "Target beaten long ago"),
        message=Text(
            "Target {target} untuk {kode} {tahun}, padahal nilai {tahun_lama} sudah {lama}.",
            "The target of {kode} {tahun} is {target}, but the value of {tahun_lama} was {lama}.",
        ),
        hint=Text(
            "Tetapkan target yang menuntut perbaikan, atau jelaskan alasannya.",
            "Set a target that asks for progress, or give the reason.",
        ),
        reason=Text(
            "Target di bawah kenyataan selalu tercapai dan tidak mengarahkan apa pun.",
            "A target below what is already there is always reached and leads nowhere.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        share = context.checking.ambang.target_terlampaui.nilai
        for entry in context.entries:
            if entry.goal is None:
                continue
            before = entry.earlier
            if entry.target is None or before is None:
                yield self.unjudged(NO_TARGET if before else NO_EARLIER, entry.berkas)
                continue
            if not better(before.value, entry.target, entry.indicator.polaritas):
                continue
            if abs(before.value - entry.target) > share * abs(entry.target):
                yield self.kind.at(
                    entry.place("target"),
                    value=str(entry.goal),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    target=entry.target,
                    tahun_lama=before.tahun,
                    lama=before.value,
                )


class TwoTargets(Rule[ReportContext]):
    """Two targets for one year, at least one without the document it stands in."""

    kind: ClassVar[FindingKind] = kind(
        "IKU456",
        Level.PERINGATAN,
        title=Text("Dua target tanpa nama dokumen", "Two targets without their documents"),
        message=Text(
            "{kode} {tahun} mempunyai dua target, {satu} dan {dua}, tanpa menyebut dokumennya.",
            "{kode} {tahun} has two targets, {satu} and {dua}, without naming their documents.",
        ),
        hint=Text(
            "Tulis 'target: {{nilai: …, dokumen: …}}' pada keduanya.",
            "Write 'target: {{nilai: …, dokumen: …}}' at both.",
        ),
        reason=Text(
            "Renstra dan perjanjian kinerja sering berbeda target; capaiannya ikut berbeda.",
            "Strategic plan and performance agreement often differ; so do the achievements.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for same in context.by_series.values():
            first: dict[tuple[int, str], Entry] = {}
            for entry in same:
                goal = entry.goal
                if goal is None:
                    continue
                other = first.setdefault((entry.tahun, entry.periode), entry)
                before = other.goal
                if before is None or before is goal or before.text == goal.text:
                    continue
                if goal.dokumen is None or before.dokumen is None:
                    yield self.kind.at(
                        entry.place("target"),
                        value=goal.text,
                        kode=entry.kode,
                        tahun=entry.tahun,
                        satu=_shown(before),
                        dua=_shown(goal),
                    )


class TargetIsLastValue(Rule[ReportContext]):
    """A target that is last year's value, digit by digit."""

    kind: ClassVar[FindingKind] = kind(
        "IKU457",
        Level.INFO,
        title=Text("Nilai dasar dipakai sebagai target", "Baseline used as target"),
        message=Text(
            "Target {kode} {tahun} sama persis dengan nilai {tahun_lama}: {target}.",
            "The target of {kode} {tahun} is exactly the value of {tahun_lama}: {target}.",
        ),
        hint=Text(
            "Pastikan mempertahankan nilai memang yang direncanakan.",
            "Make sure that keeping the value is what was planned.",
        ),
        reason=Text(
            "Kolom nilai dasar sering tersalin ke kolom target.",
            "The column of baselines is often copied into that of targets.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.angka_bermakna.whole
        for entry in context.entries:
            if entry.target is None:
                continue
            before = entry.earlier
            if before is not None and before.value != entry.target:
                continue
            if significant_digits(entry.target) < least:
                continue
            if before is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
            else:
                yield self.kind.at(
                    entry.place("target"),
                    value=str(entry.goal),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    target=entry.target,
                    tahun_lama=before.tahun,
                )


class TargetIsRealised(Rule[ReportContext]):
    """A target with decimals, written exactly as the realised value."""

    kind: ClassVar[FindingKind] = kind(
        "IKU458",
        Level.PERINGATAN,
        title=Text("Target disalin dari realisasi", "Target copied from the realised value"),
        message=Text(
            "Target dan realisasi {kode} sama sampai angka terakhir: {teks}.",
            "Target and realised value of {kode} are the same to the last digit: {teks}.",
        ),
        hint=Text(
            "Salin target dari dokumen perencanaannya.",
            "Copy the target from its planning document.",
        ),
        reason=Text(
            "Nilai yang diukur hampir tidak pernah tepat sama dengan target berdesimal.",
            "A measured value is hardly ever exactly a target with decimals.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        least = context.checking.ambang.angka_bermakna.whole
        for entry in context.entries:
            target, realised = entry.loaded.item.target, entry.loaded.item.realisasi
            if target is None or realised is None or entry.target is None:
                continue
            text = str(target.nilai).strip()
            if text != str(realised).strip():
                continue
            if _DECIMALS.search(text) and significant_digits(entry.target) >= least:
                yield self.kind.at(
                    entry.place("target"), value=shown(text), kode=entry.kode, teks=shown(text)
                )


def _national(entry: Entry) -> NationalTarget | None:
    targets = entry.indicator.sasaran_nasional
    return next((t for t in targets if t.tahun == entry.tahun and t.dimensi is None), None)


class NationalTargetDiffers(Rule[ReportContext]):
    """A report of the nation with another target than the national one."""

    kind: ClassVar[FindingKind] = kind(
        "IKU459",
        Level.PERINGATAN,
        title=Text("Bukan target nasional", "Not the national target"),
        message=Text(
            "Target nasional {kode} {tahun} tertulis {target}, sedangkan sasarannya {sasaran}.",
            "The national target of {kode} {tahun} stands as {target}, but it is {sasaran}.",
        ),
        hint=Text(
            "Pakai sasaran dari RPJMN, atau sebutkan dokumen lain pada target.",
            "Take the target of the national plan, or name another document at the target.",
        ),
        reason=Text(
            "Sasaran nasional ditetapkan; laporan tidak mengubahnya.",
            "National targets are laid down; a report does not change them.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            goal = entry.goal
            if goal is None or entry.region is None or entry.region.tingkat != "nasional":
                continue
            set_by = _national(entry)
            if set_by is None:
                yield self.unjudged(_NO_NATIONAL, entry.berkas)
                continue
            written = {number for number in (goal.value, goal.low, goal.high) if number is not None}
            if written and not written <= _numbers(set_by):
                yield self.kind.at(
                    entry.place("target"),
                    value=goal.text,
                    kode=entry.kode,
                    tahun=entry.tahun,
                    target=_shown(goal),
                    sasaran=_text(set_by),
                )


class TargetCopiesNational(Rule[ReportContext]):
    """A region's target that is the nation's, or an end of its range."""

    kind: ClassVar[FindingKind] = kind(
        "IKU460",
        Level.INFO,
        title=Text("Sasaran nasional disalin sebagai target daerah", "National target copied"),
        message=Text(
            "Target {kode} wilayah {wilayah} {tahun} sama dengan sasaran nasional {sasaran}.",
            "The target of {kode} of region {wilayah} {tahun} is the national one, {sasaran}.",
        ),
        hint=Text(
            "Tetapkan target dari keadaan daerah ini sendiri.",
            "Set the target from where this region itself stands.",
        ),
        reason=Text(
            "Sasaran nasional tidak memperhitungkan titik awal daerah.",
            "National targets know nothing of where a region starts.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.target is None or entry.region is None or entry.region.tingkat == "nasional":
                continue
            set_by = _national(entry)
            if set_by is None:
                yield self.unjudged(_NO_NATIONAL, entry.berkas)
            elif entry.target in (set_by.nilai, set_by.min, set_by.maks):
                yield self.kind.at(
                    entry.place("target"),
                    value=str(entry.goal),
                    kode=entry.kode,
                    wilayah=entry.wilayah,
                    tahun=entry.tahun,
                    sasaran=_text(set_by),
                )


def _numbers(target: NationalTarget) -> set[Fraction]:
    return {number for number in (target.nilai, target.min, target.maks) if number is not None}


def _text(target: NationalTarget) -> Text:
    numbers = (target.nilai, target.min, target.maks)
    return listed((number for number in numbers if number is not None), "–")


class ZeroTarget(Rule[ReportContext]):
    """A target of zero where higher is better."""

    kind: ClassVar[FindingKind] = kind(
        "IKU461",
        Level.PERINGATAN,
        title=Text(
            "Target nol untuk yang makin tinggi makin baik",
            "Zero target where higher is better",
        ),
        message=Text(
            "Target {kode} nol, padahal makin tinggi makin baik.",
            "The target of {kode} is zero, though higher is better.",
        ),
        hint=Text(
            "Kosongkan bila tidak ada target; nol berarti apa pun sudah cukup.",
            "Leave it empty if there is none; zero means that anything will do.",
        ),
        reason=Text(
            "Capaian terhadap nol tidak terdefinisi, dan nol sering berarti belum ditetapkan.",
            "Achievement against zero is undefined, and zero often means not set.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.target == 0 and entry.indicator.polaritas == "maksimalkan":
                yield self.kind.at(entry.place("target"), value="0", kode=entry.kode)


class TargetBackwards(Rule[ReportContext]):
    """A target worse than that of the year before."""

    kind: ClassVar[FindingKind] = kind(
        "IKU462",
        Level.INFO,
        title=Text("Target mundur dari tahun lalu", "Target behind last year's"),
        message=Text(
            "Target {kode} {tahun} {target}, tahun sebelumnya {lama}.",
            "The target of {kode} {tahun} is {target}, the year before it was {lama}.",
        ),
        hint=Text(
            "Jelaskan penurunannya dalam 'catatan'.",
            "Explain the decrease in 'catatan'.",
        ),
        reason=Text(
            "Target yang mundur tanpa alasan menyembunyikan kinerja yang memburuk.",
            "A target that retreats without a reason hides a performance that worsens.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.target is None or entry.loaded.item.catatan:
                continue
            before = entry.before
            if before is None or before.target is None:
                yield self.unjudged(NO_EARLIER, entry.berkas)
            elif better(before.target, entry.target, entry.indicator.polaritas):
                yield self.kind.at(
                    entry.place("target"),
                    value=str(entry.goal),
                    kode=entry.kode,
                    tahun=entry.tahun,
                    target=entry.target,
                    lama=before.target,
                )


class HugeAchievement(Rule[ReportContext]):
    """An achievement so large that target and value hardly count the same."""

    kind: ClassVar[FindingKind] = kind(
        "IKU530",
        Level.PERINGATAN,
        title=Text("Capaian luar biasa besar", "Achievement far too large"),
        message=Text(
            "Capaian {kode} {capaian} persen: realisasi {nilai} terhadap target {target}.",
            "The achievement of {kode} is {capaian} per cent: {nilai} against the target {target}.",
        ),
        hint=SAME_THING,
        reason=WHY_HUGE,
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        most = context.checking.ambang.capaian_luar_biasa.nilai
        for entry in context.entries:
            achievement = entry.result.achievement
            if achievement is None or achievement.unlimited is None:
                continue
            if achievement.unlimited > most:
                yield self.kind.at(
                    entry.place("target"),
                    value=str(achievement.unlimited),
                    kode=entry.kode,
                    capaian=achievement.unlimited,
                    nilai=entry.result.nilai,
                    target=_shown(achievement.goal),
                )


class AchievementSummed(Rule[ReportContext]):
    """A printed achievement of 200, 300 … for a share."""

    kind: ClassVar[FindingKind] = kind(
        "IKU531",
        Level.PERINGATAN,
        title=Text("Capaian dijumlahkan antarperiode", "Achievement summed over periods"),
        message=Text(
            "Capaian tercetak {cetak} persen untuk {kode}, yang bersatuan {satuan}: tampaknya "
            "{kali} periode dijumlahkan.",
            "An achievement of {cetak} per cent is printed for {kode}, in {satuan}: {kali} periods "
            "seem to be summed.",
        ),
        hint=Text(
            "Hitung capaian periode ini saja.",
            "Compute the achievement of this period alone.",
        ),
        reason=Text(
            "Penjumlahan tahun lalu, tahun ini dan target tahun depan mencetak 200 sampai 700 "
            "persen.",
            "Summing last year, this year and next year's target prints 200 to 700 per cent.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            most = entry.unit.rentang.maks
            if not entry.is_share or not most:
                continue
            printed = entry.number(entry.loaded.item.capaian)
            if printed is None or printed <= most or (printed / most).denominator != 1:
                continue
            yield self.kind.at(
                entry.place("capaian"),
                value=written(printed),
                kode=entry.kode,
                cetak=printed,
                satuan=entry.unit.label or entry.unit.nama,
                kali=printed / most,
            )


RULES: Final = (
    AlreadyBeaten(),
    TwoTargets(),
    TargetIsLastValue(),
    TargetIsRealised(),
    NationalTargetDiffers(),
    TargetCopiesNational(),
    ZeroTarget(),
    TargetBackwards(),
    HugeAchievement(),
    AchievementSummed(),
)
