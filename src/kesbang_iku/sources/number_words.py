"""The words and signs that Indonesians write in, around and instead of numbers."""

from collections.abc import Mapping
from typing import Final, Literal

Operator = Literal["<", "<=", ">", ">="]

MISSING: Final = frozenset(
    {
        *("n/a", "n.a", "n.a.", "na", "nan", "null", "none"),
        *("belum diisi", "belum ada data", "belum tersedia", "data belum tersedia"),
        *("belum rilis", "belum dirilis", "belum terbit", "menunggu rilis"),
        *("tidak ada data", "tidak tersedia", "data tidak tersedia", "data tidak ada"),
        *("...", "…"),
    }
)
DASHES: Final = "-‐‑‒–—―−"  # noqa: RUF001  # the dashes people type and word processors make

OPERATORS: Final[dict[str, Operator]] = {
    "≥": ">=", "⩾": ">=", ">=": ">=", "≤": "<=", "⩽": "<=", "<=": "<=", ">": ">", "<": "<",
    "minimal": ">=", "minimum": ">=", "min.": ">=", "paling sedikit": ">=", "paling rendah": ">=",
    "sekurang-kurangnya": ">=", "setidaknya": ">=", "tidak kurang dari": ">=",
    "maksimal": "<=", "maksimum": "<=", "maks.": "<=", "maks": "<=", "paling banyak": "<=",
    "paling tinggi": "<=", "tidak lebih dari": "<=",
    "lebih dari": ">", "di atas": ">", "kurang dari": "<", "di bawah": "<",
}  # fmt: skip
BEHIND: Final[dict[str, Operator]] = {
    "atau lebih": ">=", "ke atas": ">=", "atau kurang": "<=", "ke bawah": "<=",
}  # fmt: skip
MAGNITUDES: Final = frozenset(
    {
        *("ratus", "ribu", "rb", "juta", "jt", "miliar", "milyar", "triliun", "trilyun", "puluh"),
        *("ratusan", "ribuan", "rb-an", "jutaan", "jt-an", "miliaran", "milyaran", "triliunan"),
        *("miliard", "milyard", "mlr", "mlyr", "mil", "bio", "setengah", "seperempat", "lusin"),
        *("k", "m", "t", "b", "mn", "bn", "mio", "thousand", "million", "billion", "trillion"),
    }
)
# A text that goes on with one of these is not yet a number with a unit; o, l, i are read as digits.
NOT_UNITS: Final = frozenset(
    {
        *("atau", "dan", "ke", "kurang", "lebih", "dari", "sampai", "hingga", "s", "sd", "koma"),
        *("x", "o", "oo", "ooo", "l", "i"),
    }
)

WORDS: Final[Mapping[str, Mapping[str, str] | frozenset[str] | str]] = {
    "missing": MISSING,
    "dashes": DASHES,
    "operators": OPERATORS,
    "behind": BEHIND,
    "magnitudes": MAGNITUDES,
    "notUnits": NOT_UNITS,
}
"""The words the reader knows, by what they do, for translations of it to other languages."""
