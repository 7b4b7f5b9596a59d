"""The small registers of the catalog: units, fields of work, cited documents."""

from collections.abc import Mapping
from typing import Any, Literal

from kesbang_iku.findings import Text
from kesbang_iku.formula import Unit as FormulaUnit
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, TextList, Whole
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import LocalTheme, Standing


class Unit(Record):
    """A unit: its spellings, its dimension, and whether quantities in it add up."""

    nama: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    simbol: str
    label: str | None = None
    sinonim: TextList = ()
    dimensi: Mapping[str, Exact] = Field(default_factory=dict)
    skala: Exact = Field(default=1, validate_default=True)
    aditif: bool
    rentang: Bounds = Bounds.model_construct()
    desimal: Whole | None = None
    rentang_wajib: bool = False
    samar: bool = False
    catatan: str | None = None

    def of_one_kind(self, other: "Unit") -> bool:
        """Say whether both units can measure the same: scores, or counts of the same thing.

        A vague unit, one that names nothing, speaks against none.
        """
        if self.samar or other.samar or not (self.aditif or other.aditif):
            return True
        return (self.dimensi, self.skala) == (other.dimensi, other.skala)

    def fits(self, wanted: "Unit") -> bool:
        """Say whether a number in it is one in ``wanted``, or lacks what that is of: Rp a vote."""
        whole = {name: power for name, power in wanted.dimensi.items() if power > 0}
        return self.of_one_kind(wanted) or self.dimensi == whole

    def for_formula(self) -> FormulaUnit:
        """Return what the formula room needs to know of the unit."""
        return FormulaUnit(
            nama=self.nama,
            dimensi=tuple(sorted(self.dimensi.items())),
            skala=self.skala,
            aditif=self.aditif,
        )


class UnitFile(Record):
    """The file ``satuan.yaml``."""

    satuan: tuple[Unit, ...]


class WorkField(Record):
    """A field of work (``bidang``) and the programme it answers to.

    What every agency has is ``setiap_perangkat``: it tells nothing about whose a plan is.
    """

    kode: str = Field(pattern=r"^[A-Z]{3}$")
    nama: str
    nama_en: str
    program: str = Field(pattern=r"^8\.01\.\d{2}$")
    setiap_perangkat: bool = False

    @property
    def title(self) -> Text:
        """Its name, in both languages."""
        return Text(self.nama, self.nama_en)


class Theme(Record):
    """A theme that indicators are tagged with."""

    kode: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    nama: str
    nama_en: str

    @property
    def title(self) -> Text:
        """Its name, in both languages."""
        return Text(self.nama, self.nama_en)


class FieldFile(Record):
    """The file ``bidang.yaml``."""

    bidang: tuple[WorkField, ...]
    tema: tuple[Theme, ...]
    sumber: str


class Regulation(Record):
    """A cited document: what it is and what it settles here."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    jenis: str
    nomor: str
    tahun: Whole | None = None
    tanggal: str | None = None
    penerbit: str | None = None
    perihal: str
    status: Literal["berlaku", "diubah", "diganti", "dicabut", "tidak_diketahui"]
    menetapkan: str
    kedudukan: Standing
    url: str | None = None
    catatan: str | None = None


class RegulationFile(Record):
    """The file ``regulasi.yaml``; ``tempat_salinan`` are hosts that keep documents of others."""

    regulasi: tuple[Regulation, ...]
    tempat_salinan: TextList = ()


class NamingFile(Record):
    """The file ``penamaan.yaml``: words that a concept's name must not start with."""

    kata_ukuran: TextList
    sumber: tuple[Source, ...]


class OutputFile(Record):
    """The file ``keluaran.yaml``.

    Its texts have fields, as ``{kode}``; once filled in for a row, ``definisi`` and the sources are
    parts of a definition, and are held against its model then.
    """

    definisi: Mapping[str, Any]
    catatan_satuan: str
    satuan_en: Mapping[str, str]
    sumber: Mapping[str, Any]
    sumber_usulan: Any


class LocalDefaultsFile(Record):
    """The file ``definisi-daerah.yaml``: what a definition of a region may leave out.

    ``definisi``, ``variabel`` and ``sumber`` are parts of a definition, and are held against its
    model where they are taken.
    """

    definisi: Mapping[str, Any]
    variabel: Mapping[str, Any]
    sumber: Mapping[str, Any]
    tema: Mapping[str, LocalTheme]
    kedudukan: Standing
    alasan: str
