"""What ``schema`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 10
ABOUT: Final = Text("JSON Schema sebuah berkas atau jawaban", "the JSON Schema of a file or answer")
OPTIONS: Final[Mapping[str, Text]] = {
    "name": Text(
        "nama skema; tanpa nama, semua nama ditampilkan",
        "name of the schema; without it all names are shown",
    ),
    "draft": Text(
        "edisi JSON Schema (bawaan: {default})", "edition of JSON Schema (default: {default})"
    ),
}

UNKNOWN_SCHEMA: Final = Text(
    "skema '{nama}' tidak ada. Skema yang ada: {ada}.",
    "there is no schema '{nama}'. There are: {ada}.",
)
