"""A definition: what the standard says about one indicator, in one version."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from functools import cached_property, partial
from typing import Annotated, Final, Literal

from kesbang_iku.findings import Text, decimal_text, localized, range_text, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.formula import Expression, Root, parse
from kesbang_iku.model.observation import Edition, Observation
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, TextList, Whole
from kesbang_iku.model.source import Change, Correction, Source
from kesbang_iku.model.vocabulary import (
    Access,
    AdminLevel,
    Frequency,
    Kind,
    LocalTheme,
    Polarity,
    RegionAggregation,
    RelationKind,
    Standing,
    TimeAggregation,
    VariableKind,
)

VariableName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class Bounds(Record):
    """The lowest and the highest value possible; an absent bound is unknown or does not exist."""

    min: Exact | None = None
    maks: Exact | None = None

    def contains(self, value: Fraction | Root | int) -> bool:
        """Say whether ``value`` lies within the bounds."""
        if isinstance(value, Root):
            # A root is never equal to a bound, which is rational.
            return (self.min is None or value > self.min) and (
                self.maks is None or value < self.maks
            )
        # Many times faster than the operators of Fraction, which first ask what the other one is.
        above, below = value.as_integer_ratio()
        low, high = self._ratios
        return (low is None or above * low[1] >= low[0] * below) and (
            high is None or above * high[1] <= high[0] * below
        )

    @cached_property
    def _ratios(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        return (
            None if self.min is None else self.min.as_integer_ratio(),
            None if self.maks is None else self.maks.as_integer_ratio(),
        )

    def __str__(self) -> str:
        low = "…" if self.min is None else str(self.min)
        high = "…" if self.maks is None else str(self.maks)
        return f"{low} – {high}"


class Years(Record):
    """The years in which a version applies, both ends included; an absent end is open."""

    mulai: Whole | None = None
    selesai: Whole | None = None

    def __contains__(self, year: int) -> bool:
        return (self.mulai is None or year >= self.mulai) and (
            self.selesai is None or year <= self.selesai
        )

    @property
    def empty(self) -> bool:
        """Whether not one year lies in it."""
        return self.mulai is not None and self.selesai is not None and self.mulai > self.selesai

    def overlaps(self, other: "Years") -> bool:
        """Say whether some year lies in both."""
        starts = [one.mulai for one in (self, other) if one.mulai is not None]
        ends = [one.selesai for one in (self, other) if one.selesai is not None]
        return not (starts and ends) or max(starts) <= min(ends)

    def __str__(self) -> str:
        return f"{self.mulai or '…'}–{self.selesai or 'kini'}"


class References(Record):
    """Codes of the same indicator in other lists."""

    kodref: TextList = ()
    sipd: TextList = ()
    rpjmn: TextList = ()
    rpjpn: TextList = ()
    sdg: TextList = ()


class Levels(Record):
    """Where an indicator may be used, and where a value of it exists; the two differ."""

    berlaku: tuple[AdminLevel, ...]
    diestimasi: tuple[AdminLevel, ...]


class Part(Record):
    """A named part of a variable, as its source lists it, without a formula of its own."""

    kode: str
    nama: str


class Aggregation(Record):
    """How a variable adds up: across regions, and across periods."""

    wilayah: RegionAggregation
    waktu: TimeAggregation


class Variable(Record):
    """A number that a formula needs."""

    nama: VariableName
    label: str
    satuan: str
    jenis: VariableKind
    rentang: Bounds = Bounds.model_construct()
    sumber_data: str | None = None
    kegiatan: str | None = None
    agregasi: Aggregation
    komponen: tuple[Part, ...] = ()
    catatan: str | None = None

    @property
    def called(self) -> Text:
        """What people call it: its label, which is Indonesian alone; in English by its name."""
        return sentences.catalog.VARIABLE.filled(label=self.label, nama=self.nama)

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense: counts and money."""
        return self.jenis in {"cacah", "uang"}

    @property
    def minimum(self) -> Fraction | None:
        """The lowest possible value; counts and money are never negative."""
        return Fraction(0) if self.rentang.min is None and self.whole else self.rentang.min

    @property
    def maximum(self) -> Fraction | None:
        """The highest possible value."""
        return self.rentang.maks


class Composite(Record):
    """How variables are put together to one number: by which mean, with which weights, in levels.

    Attributes:
        metode: the mean, ``aritmetika`` or ``geometrik``.
        bobot: members with their weights. Either ``bobot`` or ``anggota`` is given.
        anggota: members that all weigh the same.
        kelompok: members that are composites themselves, by name; any other member is a variable.
        ambang: least share of the weight (of the members, where all weigh the same) that must be
            present; the rest is then left out and the weights of what is there are brought back to
            their sum. ``None``: all must be present.
        kedudukan: standing of the weights.
        catatan: where the weights come from, and why they do not sum to one where they do not.
    """

    metode: Literal["aritmetika", "geometrik"]
    bobot: Mapping[VariableName, Exact] = {}
    anggota: tuple[VariableName, ...] = ()
    kelompok: Mapping[VariableName, "Composite"] = {}
    ambang: Exact | None = None
    kedudukan: Standing
    catatan: str | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """The names of what is put together on this level: variables and groups."""
        return tuple(self.bobot) or self.anggota

    @property
    def weights(self) -> Mapping[str, Fraction]:
        """The weight of each member on this level; equal shares where no weights are given."""
        if self.bobot:
            return self.bobot
        return {name: Fraction(1, len(self.anggota)) for name in self.anggota}

    @property
    def leaf_weights(self) -> Mapping[str, Fraction]:
        """The weight of each variable in the whole: the weights of its levels multiplied."""
        total: dict[str, Fraction] = {}
        for name, weight in self.weights.items():
            group = self.kelompok.get(name)
            inner = {name: Fraction(1)} if group is None else group.leaf_weights
            for variable, share in inner.items():
                total[variable] = total.get(variable, Fraction(0)) + weight * share
        return total

    @property
    def formula(self) -> str:
        """The formula that the composite stands for, in the formula language."""
        parts = {name: self._member_formula(name) for name in self.members}
        if self.metode == "geometrik":
            return f"rata_rata_geometrik({', '.join(parts.values())})"
        if not self.bobot:
            return f"rata_rata({', '.join(parts.values())})"
        return " + ".join(f"{_decimal(self.bobot[name])} * {part}" for name, part in parts.items())

    def without(self, missing: Collection[str]) -> "Composite | None":
        """Return the composite of what is left when ``missing`` variables are left out.

        On each level the weights of the members that are there are brought back to the sum of all,
        so that the scale stays. A group that falls short of its own threshold is itself missing one
        level up. Without missing variables the composite comes back unchanged.

        Returns:
            The smaller composite, or ``None`` where less than the threshold is present.
        """
        groups = {name: group.without(missing) for name, group in self.kelompok.items()}
        kept = {name: group for name, group in groups.items() if group is not None}
        present = tuple(
            name
            for name in self.members
            if (name in kept if name in self.kelompok else name not in missing)
        )
        if present == self.members and kept == dict(self.kelompok):
            return self
        share = self._share(present)
        least = Fraction(1) if self.ambang is None else self.ambang
        if not present or share < least:
            return None
        return self.model_copy(
            update={
                "bobot": {
                    name: weight / share for name, weight in self.bobot.items() if name in present
                },
                "anggota": tuple(name for name in self.anggota if name in present),
                "kelompok": kept,
            }
        )

    def _share(self, names: Collection[str]) -> Fraction:
        """Return the share of the weight that the members ``names`` have."""
        weights = self.weights
        total = sum(weights.values(), Fraction(0))
        some = sum((weights[name] for name in names), Fraction(0))
        return some / total if total else Fraction(0)

    def _member_formula(self, name: str) -> str:
        group = self.kelompok.get(name)
        if group is None:
            return name
        call = group.metode == "geometrik" or not group.bobot
        alone = not self.bobot or self.metode == "geometrik"
        return group.formula if call or alone else f"({group.formula})"


def has_threshold(composite: Composite) -> bool:
    """Say whether a composite, or a group in it, may do without a part of its members."""
    return composite.ambang is not None or any(map(has_threshold, composite.kelompok.values()))


def _decimal(value: Fraction) -> str:
    """Return ``value`` in the formula language: a decimal where one exists, else a quotient."""
    return decimal_text(value) or f"{value.numerator} / {value.denominator}"


class UndefinedCase(Record):
    """What it means when the formula has no value: a condition, and the reason to print."""

    jika: str
    alasan: str
    alasan_en: str | None = None

    @property
    def reason(self) -> Text:
        """The reason, in both languages."""
        return Text.translated(self.alasan, self.alasan_en)


class Rule(Record):
    """A relation that must hold between variables, and what to say when it does not."""

    ekspresi: str
    pesan: str
    pesan_en: str | None = None

    @property
    def message(self) -> Text:
        """What to say, in both languages."""
        return Text.translated(self.pesan, self.pesan_en)


class Comparability(Record):
    """Whether the series of this version may be compared with another version's."""

    versi: str
    sebanding: bool
    alasan: str


class ExpectedResult(Record):
    """What a worked example must give. Only the keys that are given are compared."""

    status: Literal["lengkap", "belum_lengkap", "tidak_terdefinisi", "tidak_berlaku", "ditolak"]
    nilai: str | None = None
    nilai_eksak: str | None = None
    kategori: str | None = None
    capaian: str | None = None
    predikat: str | None = None
    kurang: tuple[str, ...] = ()


class Example(Record):
    """A worked example: input, result, and what the source printed."""

    nama: str
    wilayah: str | None = None
    tahun: Whole | None = None
    variabel: Mapping[VariableName, Exact]
    target: str | None = None
    hasil: ExpectedResult
    tercetak: str | None = None
    catatan: str | None = None
    sumber: Source


class PublishedValue(Record):
    """One published value of a series; one that is ``digantikan`` was printed anew later."""

    wilayah: str
    tahun: Whole
    dimensi: str | None = None
    nilai: Exact
    kedudukan: Standing
    sumber: str
    digantikan: bool = False
    catatan: str | None = None


class NationalTarget(Record):
    """A national target for a year: a value, or a range, and how well it stands."""

    tahun: Whole
    dimensi: str | None = None
    nilai: Exact | None = None
    min: Exact | None = None
    maks: Exact | None = None
    kedudukan: Standing = "resmi"
    catatan: str | None = None


class Variant(Record):
    """Another definition of the same notion seen in practice, and why it is not the one taken.

    A plan that uses it deviates from the standard in a way that can be named. One that is marked
    ``bukan_padanan`` only looks like the indicator, and measures something else.
    """

    nama: str
    uraian: str
    alasan: str
    bukan_padanan: bool = False
    sumber: Source


class Relation(Record):
    """What the indicator has to do with another one of the catalog.

    ``bagian_dari`` is a component of it (its ``variabel``), ``menghitung_kelas`` counts a class of
    its values, ``wakil_dari`` stands in for it, ``bentuk_daerah_dari`` is its regional form, and
    ``senama_lain_hal`` only shares its name.
    """

    kode: str
    jenis: RelationKind
    variabel: str | None = None
    catatan: str | None = None


class TermChoice(Record):
    """One of the meanings that an open term may be given.

    ``kata`` are the words by which a formula of a region tells it; ``di_luar`` says that it is
    known, and lies outside of what the standard leaves open.
    """

    nama: VariableName
    label: str
    kata: TextList = ()
    di_luar: bool = False


class OpenTerm(Record):
    """What a definition leaves open, and within which range a catalog of a region may fill it.

    Either ``pilihan`` or ``rentang`` is given: one of several meanings, or a number in ``satuan``.

    Attributes:
        nama: its name in the file.
        hal: what is left open, in words.
        variabel: the variables whose meaning it decides.
        kata: the words of which one stands beside the number of a ``rentang`` in a formula.
        alasan: why the range is that one.
        kedudukan: how well the range stands.
    """

    nama: VariableName
    hal: str
    pilihan: tuple[TermChoice, ...] = ()
    rentang: Bounds | None = None
    satuan: str | None = None
    variabel: tuple[VariableName, ...] = ()
    kata: TextList = ()
    alasan: str
    kedudukan: Standing

    @classmethod
    def model_prepared(cls, data: object) -> object:
        """Refuse a term that is of both kinds, or of none."""
        if isinstance(data, Mapping) and bool(data.get("pilihan")) == bool(data.get("rentang")):
            raise ValueError("pilihan / rentang")
        return data

    @property
    def range_text(self) -> Text:
        """The range in words: the meanings, or both bounds."""
        bounds = self.rentang
        if bounds is None:
            return Text.same("; ".join(one.label for one in self.pilihan if not one.di_luar))
        return Text.each(partial(range_text, bounds.min, bounds.maks))

    def allows(self, filling: str) -> bool:
        """Say whether ``filling`` lies in the range."""
        if self.rentang is None:
            return any(one.nama == filling and not one.di_luar for one in self.pilihan)
        try:
            return self.rentang.contains(Fraction(filling))
        except ValueError:
            return False

    def said(self, filling: str) -> Text:
        """Return what a filling is called: the label of a meaning, a number, or itself."""
        if self.rentang is not None:
            return Text.each(partial(localized, filling))
        return Text.same(next((one.label for one in self.pilihan if one.nama == filling), filling))


class Local(Record):
    """What a local indicator is about, and which national one it supports."""

    tema: LocalTheme
    mendukung: str | None = None


_ABOVE: Final[Mapping[AdminLevel, int]] = {"nasional": 2, "provinsi": 1, "kabupaten": 0, "kota": 0}
"""How many levels lie below a level of government."""


class Definition(Record):
    """One indicator in one version: names, meaning, measure, computing and truth."""

    kode: str = Field(pattern=r"^[A-Z]{2,8}-[A-Z]{3}-\d{2}$|^8\.01\.\d{2}\.[12]\.\d{2}\.\d{4}$")
    versi: str = Field(default="1", pattern=r"^[0-9a-z.]{1,12}$")
    nama: str = Field(min_length=3)
    nama_en: str = Field(min_length=3)
    singkatan: str | None = None
    alias: TextList = ()
    rujukan: References = References.model_construct()
    bidang: str = Field(pattern=r"^[A-Z]{3}$")
    program: str = Field(pattern=r"^8\.01\.\d{2}$")
    tema: TextList = ()
    lokal: Local | None = None

    konsep: str
    definisi: str
    interpretasi: str
    jenis: Kind
    tingkat: Levels
    pemilik: TextList = ()
    koordinator: TextList = ()
    pelaksana_ukur: TextList = ()
    penanggung_jawab: TextList = Field(default=(), json_schema_extra={"deprecated": True})
    akses: Access

    ukuran: str | None = None
    satuan: str
    desimal: Whole = Field(ge=0, le=12)
    rentang: Bounds = Bounds.model_construct()
    klasifikasi: TextList = ()
    publikasi: str | None = None
    polaritas: Polarity
    frekuensi: Frequency
    kumulatif: bool
    berlaku: Years = Years.model_construct()
    keterbandingan: tuple[Comparability, ...] = ()

    variabel: tuple[Variable, ...] = Field(min_length=1)
    rumus: str | None = None
    komponen: Composite | None = None
    tanpa_rumus: str | None = None
    rilis: VariableName | None = None
    jika_tak_terdefinisi: tuple[UndefinedCase, ...] = ()
    istilah: tuple[OpenTerm, ...] = ()
    aturan: tuple[Rule, ...] = ()
    capaian: str
    predikat: str
    kategori: str | Mapping[AdminLevel, str] | None = None

    status: Standing
    sumber: tuple[Source, ...] = Field(min_length=1)
    koreksi: tuple[Correction, ...] = ()
    contoh: tuple[Example, ...] = ()
    deret: tuple[PublishedValue, ...] = Field(default=(), json_schema_extra={"deprecated": True})
    nilai_terbit: tuple[Observation, ...] = Field(default=(), json_schema_extra={"readOnly": True})
    edisi: tuple[Edition, ...] = Field(default=(), json_schema_extra={"readOnly": True})
    sasaran_nasional: tuple[NationalTarget, ...] = ()
    varian: tuple[Variant, ...] = ()
    hubungan: tuple[Relation, ...] = ()
    riwayat: tuple[Change, ...] = ()
    catatan: str | None = None

    @property
    def title(self) -> Text:
        """Its name, in both languages."""
        return Text.translated(self.nama, self.nama_en)

    @classmethod
    def model_prepared(cls, data: object) -> object:
        """Take ``penanggung_jawab`` for ``pemilik``, and tell the owner by the older name, too."""
        if not isinstance(data, Mapping):
            return data
        owner = data.get("pemilik") or data.get("penanggung_jawab")
        return data if not owner else {**data, "pemilik": owner, "penanggung_jawab": owner}

    @misuse_told
    def exists_at(self, level: AdminLevel) -> bool:
        """Say whether a value exists at ``level``: estimated there, or added up from below.

        Where every variable adds up across regions, the numbers of regions below give a value of
        the regions above them.
        """
        if level in self.tingkat.diestimasi:
            return True
        adds_up = all(variable.agregasi.wilayah == "jumlah" for variable in self.variabel)
        return adds_up and any(_ABOVE[level] > _ABOVE[low] for low in self.tingkat.diestimasi)

    @property
    def official_targets(self) -> tuple[NationalTarget, ...]:
        """The national targets that an official document prints."""
        return tuple(goal for goal in self.sasaran_nasional if goal.kedudukan == "resmi")

    def category_scale(self, level: AdminLevel | None = None) -> str | None:
        """Return the name of the scale of the value, at ``level`` where scales differ by level."""
        if self.kategori is None or isinstance(self.kategori, str):
            return self.kategori
        return self.kategori.get(level) if level is not None else None

    @property
    def category_scales(self) -> tuple[str, ...]:
        """The names of all scales of the value."""
        if self.kategori is None:
            return ()
        return (self.kategori,) if isinstance(self.kategori, str) else tuple(self.kategori.values())

    @property
    def formula(self) -> str | None:
        """The formula as text: written out, or built from the weights of the composite.

        Where a released value prevails, the formula says so: ``isi(nilai_rilis, …)``.
        """
        base = self.komponen.formula if self.komponen else self.rumus
        return f"isi({self.rilis}, {base})" if self.rilis and base else base

    @cached_property
    def tree(self) -> Expression | None:
        """The formula as a tree, or ``None`` where the indicator has no formula.

        Raises:
            FormulaError: the formula cannot be read. A loaded catalog holds no such definition.
        """
        return None if self.formula is None else parse(self.formula)

    @cached_property
    def variables_by_name(self) -> Mapping[str, Variable]:
        """The variables, by name."""
        return {variable.nama: variable for variable in self.variabel}
