"""What ``report`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 7
ABOUT: Final = Text(
    "halaman capaian (HTML) dari laporan, dengan grafik",
    "the scorecard page (HTML) of reports, with charts",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "output": Text(
        "tulis halaman ke berkas ini; - menulisnya ke keluaran standar",
        "write the page to this file; - writes it to standard output",
    ),
    "timpa": Text("-o boleh menimpa berkas yang sudah ada", "-o may overwrite a file that exists"),
}

OUTPUT_IS_INPUT: Final = Text(
    "{berkas} adalah laporan yang dibaca; tulis halamannya ke berkas lain.",
    "{berkas} is a report to be read; write the page to another file.",
)
NOTHING_TO_SHOW: Final = Text(
    "tidak ada hasil, jadi halaman tidak ditulis.", "there are no results, so no page is written."
)
NOT_REPORTS: Final[Mapping[str, Text]] = {
    "capaian": Text(
        "{berkas} adalah tabel capaian tanpa kode indikator, bukan laporan. Periksa hitungannya "
        "dengan 'kesbang-iku validate', atau beri kolom wilayah, tahun dan kode supaya menjadi "
        "laporan.",
        "{berkas} is a performance table without codes of indicators, no report. Check its "
        "arithmetic with 'kesbang-iku validate', or add the columns wilayah, tahun and kode to "
        "make it a report.",
    ),
    "rencana": Text(
        "{berkas} adalah rencana, bukan laporan. Sandingkan dengan standar memakai "
        "'kesbang-iku align'.",
        "{berkas} is a plan, no report. Hold it against the standard with 'kesbang-iku align'.",
    ),
    "katalog": Text(
        "{berkas} adalah definisi, bukan laporan. Periksa dengan 'kesbang-iku validate'.",
        "{berkas} is a definition, no report. Check it with 'kesbang-iku validate'.",
    ),
}
