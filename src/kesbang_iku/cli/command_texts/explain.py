"""What ``explain`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.diagnostics import Text

ORDER: Final = 4
ABOUT: Final = Text(
    "hitungan langkah demi langkah, dengan angka dan sumbernya",
    "explain a result step by step, with its numbers and sources",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "kode": Text("kode butir yang diterangkan", "code of the item to explain"),
    "wilayah": Text("hanya wilayah dengan kode ini", "only the region with this code"),
    "tahun": Text("hanya laporan tahun ini", "only reports of this year"),
}

NO_SUCH_ITEM: Final = Text(
    "tidak ada butir {kode} yang cocok dalam {berkas}. Butir yang ada: {ada}.",
    "no item {kode} in {berkas} fits. Items there: {ada}.",
)
