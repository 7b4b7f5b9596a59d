"""What ``vectors`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 12
ABOUT: Final = Text("vektor kesesuaian sebagai JSON", "the conformance vectors as JSON")
OPTIONS: Final[Mapping[str, Text]] = {
    "output": Text(
        "tulis sebagai berkas-berkas ke folder ini", "write files into this folder instead"
    ),
}

WRONG_EXAMPLE: Final = Text(
    "contoh dalam katalog tidak sesuai hitungan: {sebab}",
    "an example in the catalog is not what is computed: {sebab}",
)
NO_VECTORS: Final = Text(
    "vektor tidak ikut terpasang bersama paket ini.", "the package came without its vectors."
)
