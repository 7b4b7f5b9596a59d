"""Rules over what indicators of plans are called, and what they are counted in (IKU373-382)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from kesbang_iku.findings import FindingKind, Level, Repair, Text
from kesbang_iku.model.checking import Words, plain_words
from kesbang_iku.validation.rules.named import NO_UNIT
from kesbang_iku.validation.rules.numbers import PAIR
from kesbang_iku.validation.rules.plans import (
    NO_LEVEL,
    NO_STANDARD,
    NO_TARGETS,
    PlanContext,
    PlanEntry,
)
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind


class NotEstimatedHere(Rule[PlanContext]):
    """An index planned for a level at which nobody measures it."""

    kind: ClassVar[FindingKind] = kind(
        "IKU373",
        Level.PERINGATAN,
        title=Text("Target untuk tingkat yang tidak diukur", "Target for a level not measured"),
        message=Text(
            "'{nama}' ({kode}) tidak diestimasi untuk tingkat {tingkat}; hanya untuk {ada}.",
            "'{nama}' ({kode}) is not estimated for the level {tingkat}; only for {ada}.",
        ),
        hint=Text(
            "Ganti dengan indikator yang ada untuk tingkat {tingkat}.",
            "Use an indicator that exists for the level {tingkat}.",
        ),
        reason=Text(
            "Target tanpa nilai yang terbit berakhir sebagai n/a; IDI tidak ada untuk kabupaten.",
            "A target without a value that is released ends as n/a; IDI has none for kabupaten.",
        ),
        akan_galat="1.0",
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.indicator is None:
                continue
            if context.level is None:
                yield self.unjudged(NO_LEVEL, entry.place().berkas)
            elif context.level not in entry.indicator.tingkat.diestimasi:
                yield self.kind.at(
                    entry.place("nama"),
                    value=entry.short,
                    nama=entry.short,
                    kode=entry.indicator.kode,
                    tingkat=context.level,
                    ada=", ".join(entry.indicator.tingkat.diestimasi),
                )


class OutputAsOutcome(Rule[PlanContext]):
    """An output as the measure of a goal."""

    kind: ClassVar[FindingKind] = kind(
        "IKU374",
        Level.PERINGATAN,
        title=Text("Keluaran dijadikan ukuran sasaran", "Output as the measure of a goal"),
        message=Text(
            "'{nama}' mengukur keluaran, tetapi menjadi indikator sasaran '{sasaran}'.",
            "'{nama}' measures an output, but stands for the goal '{sasaran}'.",
        ),
        hint=Text(
            "Ukur sasaran dengan hasil atau dampak; keluaran milik kegiatan dan sub kegiatan.",
            "Measure goals by outcome or impact; outputs belong to activities.",
        ),
        reason=Text(
            "Banyaknya dokumen dan peserta tidak menunjukkan apakah sasarannya tercapai.",
            "Numbers of documents and participants do not show whether the goal is reached.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            goal = entry.loaded.item.sasaran
            if goal is None:
                continue
            rows = context.programs.by_text(entry.nama)
            output = any(row.indikator is not None for row in rows)
            if entry.indicator is None and not output:
                yield self.unjudged(NO_STANDARD, entry.place().berkas)
            elif output or (entry.indicator is not None and entry.indicator.jenis == "keluaran"):
                yield self.kind.at(
                    entry.place("nama"), value=entry.short, nama=entry.short, sasaran=goal
                )


class NameIsProgramme(Rule[PlanContext]):
    """An indicator called like a programme."""

    kind: ClassVar[FindingKind] = kind(
        "IKU375",
        Level.PERINGATAN,
        title=Text("Nama indikator ialah nama program", "Indicator named after a programme"),
        message=Text(
            "'{nama}' ialah nama {jenjang} {kode}, bukan indikator.",
            "'{nama}' is the name of {jenjang} {kode}, no indicator.",
        ),
        hint=Text(
            "Sebutkan apa yang diukur: jumlah, persentase atau indeks dari apa.",
            "Say what is measured: the number, share or index of what.",
        ),
        reason=Text(
            "Nama program tidak mengatakan apa yang membaik dan bagaimana mengukurnya.",
            "A programme's name does not say what gets better, or how to measure it.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            for row in context.programs.by_text(entry.nama):
                if plain_words(entry.nama) in {
                    plain_words(row.nama),
                    plain_words(row.nama_tampil),
                } and plain_words(entry.nama) != plain_words(row.indikator or ""):
                    yield self.kind.at(
                        entry.place("nama"),
                        value=entry.short,
                        nama=entry.short,
                        jenjang=row.jenjang.replace("_", " "),
                        kode=row.kode,
                    )
                    break


class ShareOfProgramme(Rule[PlanContext]):
    """A word for share, and the title of a programme."""

    kind: ClassVar[FindingKind] = kind(
        "IKU376",
        Level.PERINGATAN,
        title=Text("Persentase dari judul program", "Share of a programme's title"),
        message=Text(
            "'{nama}' hanya menaruh kata persentase di depan judul {kode}.",
            "'{nama}' only puts a word for share in front of the title of {kode}.",
        ),
        hint=Text(
            "Sebutkan pembilang dan penyebutnya.",
            "Name what is above and what is below.",
        ),
        reason=Text(
            "Persentase program tidak mempunyai penyebut; nilainya selalu 100.",
            "A share of a programme has no denominator; it is always 100.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        words = context.checking.kata
        fillers = sorted(map(plain_words, words.kata_program.isi), key=len, reverse=True)
        for entry in context.entries:
            name = entry.first_words
            if len(name) < PAIR or name[0] not in words.awalan_bagian:
                continue
            rest = " ".join(name[1:])
            tails = [rest, *(rest.removeprefix(f"{f} ") for f in fillers if rest.startswith(f))]
            rows = [row for tail in tails for row in context.programs.by_text(tail)]
            rows += [row for tail in tails for row in context.programs.by_text(f"program {tail}")]
            found = next(iter(rows), None)
            if found is not None and plain_words(found.indikator or "") != " ".join(name):
                yield self.kind.at(
                    entry.place("nama"), value=entry.short, nama=entry.short, kode=found.kode
                )


class NoUnit(Rule[PlanContext]):
    """An indicator that is counted in nothing."""

    kind: ClassVar[FindingKind] = kind(
        "IKU377",
        Level.PERINGATAN,
        title=Text("Satuan kosong", "Unit missing"),
        message=Text("'{nama}' tidak mempunyai satuan.", "'{nama}' has no unit."),
        hint=Text(
            "Isi 'satuan', misalnya Persen, Indeks, Orang, Dokumen.",
            "Fill in 'satuan', such as Persen, Indeks, Orang, Dokumen.",
        ),
        reason=Text(
            "Tanpa satuan, 80 dapat berarti persen, orang atau indeks.",
            "Without a unit, 80 can be per cent, people or an index.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if not (entry.loaded.item.satuan or "").strip():
                yield self.kind.at(entry.place(), nama=entry.short)


class UnitAgainstName(Rule[PlanContext]):
    """A name that says share, number or index, and a unit that says something else."""

    kind: ClassVar[FindingKind] = kind(
        "IKU378",
        Level.PERINGATAN,
        title=Text("Satuan bertentangan dengan nama", "Unit against the name"),
        message=Text(
            "'{nama}' bersatuan {satuan}; namanya menyatakan {ukuran}.",
            "'{nama}' has the unit {satuan}; its name says {ukuran_en}.",
        ),
        hint=Text(
            "Perbaiki satuannya, atau namanya.",
            "Correct the unit, or the name.",
        ),
        reason=Text(
            "Indeks yang ditulis dalam persen lalu dijumlahkan dan dibandingkan sebagai persen.",
            "An index written in per cent is then summed and compared as per cent.",
        ),
        akan_galat="1.0",
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        words = context.checking.kata
        for entry in context.entries:
            name = entry.first_words
            if entry.unit is None:
                yield self.unjudged(NO_UNIT, entry.place().berkas)
                continue
            said: tuple[tuple[Words, bool, Text], ...] = (
                (
                    words.awalan_bagian,
                    entry.unit.nama in words.satuan_bagian,
                    Text("bagian dari keseluruhan", "a share of a whole"),
                ),
                (words.awalan_jumlah, entry.unit.aditif, Text("cacahan", "a count")),
                (
                    words.awalan_indeks,
                    entry.unit.nama in words.satuan_indeks,
                    Text("indeks", "an index"),
                ),
            )
            for first, fits, ukuran in said:
                if name and name[0] in first and not (fits or entry.unit.samar):
                    yield self.kind.at(
                        entry.place("satuan"),
                        value=entry.loaded.item.satuan,
                        nama=entry.short,
                        satuan=entry.loaded.item.satuan,
                        ukuran=ukuran,
                    )


class UnitAgainstStandard(Rule[PlanContext]):
    """Another unit than the standard's."""

    kind: ClassVar[FindingKind] = kind(
        "IKU379",
        Level.PERINGATAN,
        title=Text("Satuan berbeda dari standar", "Unit differs from the standard"),
        message=Text(
            "'{nama}' bersatuan {satuan}, sedangkan {kode} bersatuan {standar}.",
            "'{nama}' has the unit {satuan}, but {kode} has {standar}.",
        ),
        hint=Text("Tulis satuan {standar}.", "Write the unit {standar}."),
        reason=Text(
            "Nama yang sama dengan satuan lain tidak dapat digabungkan antardaerah.",
            "One name in different units cannot be put together across regions.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.indicator is None or entry.unit is None:
                yield self.unjudged(
                    NO_UNIT if entry.indicator else NO_STANDARD, entry.place().berkas
                )
            elif entry.unit.nama != entry.indicator.satuan:
                standard = context.katalog.tables.units[entry.indicator.satuan]
                yield self.kind.at(
                    entry.place("satuan"),
                    value=entry.loaded.item.satuan,
                    nama=entry.short,
                    satuan=entry.loaded.item.satuan,
                    kode=entry.indicator.kode,
                    standar=standard.label or standard.nama,
                )


class UnitSpelling(Rule[PlanContext]):
    """A unit in other words than the standard's."""

    kind: ClassVar[FindingKind] = kind(
        "IKU383",
        Level.INFO,
        title=Text("Satuan dengan sebutan lain", "Unit by another name"),
        message=Text(
            "'{satuan}' berarti satuan {standar}.",
            "'{satuan}' means the unit {standar}.",
        ),
        hint=Text("Tulis satuan {standar}.", "Write the unit {standar}."),
        reason=Text(
            "Satu sebutan untuk satu satuan membuat rencana dapat disaring dan dibandingkan.",
            "One name for one unit lets plans be filtered and compared.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            written = entry.loaded.item.satuan
            if entry.unit is None or written is None:
                continue
            standard = entry.unit.label or entry.unit.nama
            own = {standard, entry.unit.nama, entry.unit.simbol}
            if plain_words(written) not in set(map(plain_words, own)):
                yield self.kind.at(
                    entry.place("satuan"), value=written, satuan=written, standar=standard
                ).repairable(Repair(standard))


class NamedTwice(Rule[PlanContext]):
    """One indicator in two rows."""

    kind: ClassVar[FindingKind] = kind(
        "IKU380",
        Level.PERINGATAN,
        title=Text("Indikator disebut dua kali", "Indicator named twice"),
        message=Text(
            "'{nama}' sudah ada pada baris lain dengan target {sama}.",
            "'{nama}' stands in another row already, with targets that are {sama_en}.",
        ),
        hint=Text("Hapus salah satunya.", "Remove one of them."),
        reason=Text(
            "Satu indikator dengan dua deret target tidak dapat dinilai.",
            "One indicator with two series of targets cannot be judged.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        seen: dict[str, PlanEntry] = {}
        for entry in context.entries:
            key = plain_words(entry.nama)
            if entry.indicator is not None:
                key = entry.indicator.kode
            first = seen.setdefault(key, entry)
            if first is not entry:
                same = first.targets == entry.targets
                yield self.kind.at(
                    entry.place("nama"),
                    value=entry.short,
                    nama=entry.short,
                    sama=Text("yang sama", "the same") if same else Text("berbeda", "different"),
                )


class LevelCalledGrowth(Rule[PlanContext]):
    """A level named as growth."""

    kind: ClassVar[FindingKind] = kind(
        "IKU381",
        Level.PERINGATAN,
        title=Text("Tingkat dinamai peningkatan", "Level called growth"),
        message=Text(
            "'{nama}' menyatakan perubahan, tetapi targetnya {target}: tampaknya sebuah tingkat.",
            "'{nama}' says change, but its target is {target}: it seems to be a level.",
        ),
        hint=Text(
            "Hapus kata perubahan dari nama, atau tulis targetnya sebagai perubahan per tahun.",
            "Drop the word for change from the name, or write targets as change a year.",
        ),
        reason=Text(
            "Persentase peningkatan 65 sampai 83 setiap tahun ialah tingkat partisipasi.",
            "An increase of 65 to 83 per cent every year is a level of participation.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        words = context.checking.kata
        most = context.checking.ambang.pertumbuhan_wajar.nilai
        for entry in context.entries:
            name = entry.first_words
            if len(name) < PAIR or name[0] not in words.awalan_bagian:
                continue
            if name[1] not in words.kata_pertumbuhan:
                continue
            if len(entry.targets) < PAIR:
                yield self.unjudged(NO_TARGETS, entry.place().berkas)
            elif all(value > most for value in entry.targets.values()):
                first = entry.targets[min(entry.targets)]
                yield self.kind.at(
                    entry.place("nama"), value=entry.short, nama=entry.short, target=first
                )


class ShareWithoutFormula(Rule[PlanContext]):
    """A share of nobody knows what."""

    kind: ClassVar[FindingKind] = kind(
        "IKU382",
        Level.INFO,
        title=Text("Persentase tanpa rumus", "Share without a formula"),
        message=Text(
            "'{nama}' tidak mempunyai rumus dan tidak dikenal dalam katalog.",
            "'{nama}' has no formula and is not in the catalog.",
        ),
        hint=Text(
            "Isi 'rumus': apa dibagi apa.",
            "Fill in 'rumus': what is divided by what.",
        ),
        reason=Text(
            "Satu nama persentase dipakai untuk delapan penyebut yang berlainan.",
            "One name of a share is in use for eight different denominators.",
        ),
    )

    def _judge(self, context: PlanContext) -> Iterator[Outcome]:
        for entry in context.entries:
            name = entry.first_words
            if entry.indicator is not None or not name:
                continue
            shares = context.checking.kata.awalan_bagian
            if name[0] in shares and not (entry.loaded.item.rumus or "").strip():
                yield self.kind.at(entry.place(), nama=entry.short)


RULES: Final = (
    NotEstimatedHere(),
    OutputAsOutcome(),
    NameIsProgramme(),
    ShareOfProgramme(),
    NoUnit(),
    UnitAgainstName(),
    UnitAgainstStandard(),
    UnitSpelling(),
    NamedTwice(),
    LevelCalledGrowth(),
    ShareWithoutFormula(),
)
