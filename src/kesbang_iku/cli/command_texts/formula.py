"""What ``formula`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 9
ABOUT: Final = Text(
    "baca sebuah rumus, sebagaimana orang menuliskannya", "read a formula as people write it"
)
OPTIONS: Final[Mapping[str, Text]] = {
    "text": Text(
        "rumus dengan lambang, kata-kata, atau dalam bahasa katalog; - membaca masukan standar",
        "formula in symbols, in words, or in the catalog's language; - reads standard input",
    ),
}

UNREADABLE_INPUT: Final = Text(
    "masukan standar tidak dapat dibaca: {sebab}", "standard input cannot be read: {sebab}"
)
FORMULA: Final[Mapping[str, Text]] = {
    "rumus": Text("Rumus", "Formula"),
    "jenis": Text("Jenis", "Kind"),
    "kalimat": Text("Kalimat", "In words"),
    "latex": Text("LaTeX", "LaTeX"),
    "variabel": Text("Variabel", "Variables"),
}
IS_NUMBER: Final = Text("bilangan", "number")
IS_CONDITION: Final = Text("syarat (benar atau salah)", "condition (true or false)")
NO_VARIABLES: Final = Text("tidak ada", "none")
STATUS: Final = Text("Pembacaan", "Reading")
VARIABLES: Final = Text("Variabel", "Variable")
STATUSES: Final[Mapping[str, Text]] = {
    "terbaca": Text("terbaca", "read"),
    "ragu": Text("ragu, periksa sebelum dipakai", "in doubt, check before using it"),
    "tidak_terhitung": Text("tidak terhitung", "not computable"),
}
