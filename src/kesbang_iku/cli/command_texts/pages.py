"""What ``pages`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 13
ABOUT: Final = Text(
    "halaman dokumentasi indikator lokal sebagai Markdown",
    "documentation pages of the local indicators as Markdown",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "output": Text("tulis ke folder ini", "write into this folder"),
}

NOTHING_LOCAL: Final = Text(
    "tidak ada indikator lokal; sebutkan foldernya dengan --katalog, atau pasang paketnya.",
    "there is no local indicator; name a folder with --katalog, or install a package.",
)
