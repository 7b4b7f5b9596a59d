"""What a performance report prints: indicators by name, with target, realised value, achievement.

Such a table (of a LKjIP, or the evaluation form E.81) names no region and no code.
"""

from collections.abc import Mapping

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Cell, Whole
from kesbang_iku.model.vocabulary import NumberFormat


class AchievementRow(Record):
    """One indicator of a performance report, in the region's own words and numbers.

    ``periode`` is the part of the year that a row is of, as ``triwulan-2``, or ``sd-triwulan-2``
    up to its end; a row of a whole year has none, and in ``bagian`` what was realised in its parts.
    ``target`` is that of the same time, ``target_setahun`` that of the year where a part has none,
    ``format_angka`` how its texts write numbers if that is known. ``target_renstra`` is the one for
    the end of the plan, ``target_lain`` one before a change, or of others than the region;
    ``realisasi_lalu`` and ``realisasi_renstra`` what was realised up to the
    year before, and up to this one. A work plan goes one year further: ``perkiraan_renstra`` counts
    ``target_berjalan``, the target of the running year, as if it were realised, and
    ``capaian_renstra`` is the achievement of the whole plan. ``realisasi_sebelumnya`` is the value
    of the year before, ``capaian_sebelumnya`` its achievement, where the table prints how much it
    changed: ``perubahan``, ``penurunan`` or ``selisih``.

    ``berdasar`` says whether the table prints the target and value that an achievement is of.

    A form with performance and money side by side gives two rows; the one with the money says
    ``uang``. A row that sums up those above it, with no numbers of its own but the achievement,
    says ``ringkasan``. ``batas`` is at how many per cent the table says achievements are capped.
    """

    nama: str = Field(min_length=1)
    kode: str | None = None
    sasaran: str | None = None
    program: str | None = None
    satuan: str | None = None
    rumus: str | None = None
    polaritas: str | None = None
    wilayah: str | None = None
    tahun: Whole | None = None
    periode: str | None = None
    format_angka: NumberFormat | None = None
    target: Cell = None
    target_setahun: Cell = None
    realisasi: Cell = None
    capaian: Cell = None
    predikat: str | None = None
    bagian: Mapping[str, Cell] = Field(default_factory=dict)
    target_renstra: Cell = None
    target_lain: Cell = None
    realisasi_lalu: Cell = None
    realisasi_renstra: Cell = None
    target_berjalan: Cell = None
    perkiraan_renstra: Cell = None
    capaian_renstra: Cell = None
    realisasi_sebelumnya: Cell = None
    capaian_sebelumnya: Cell = None
    perubahan: Cell = None
    penurunan: Cell = None
    selisih: Cell = None
    penanggung_jawab: str | None = None
    catatan: str | None = None
    berdasar: bool = True
    uang: bool = False
    ringkasan: bool = False
    batas: Whole | None = None
