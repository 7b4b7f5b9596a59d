"""What ``rules`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 11
ABOUT: Final = Text(
    "semua kode temuan, atau satu dengan alasan, contoh dan perbaikannya",
    "every code of a finding, or one with reason, example and cure",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "kode": Text(
        "kode temuan, atau awalannya seperti IKU4",
        "code of a finding, or a prefix of codes such as IKU4",
    ),
    "format": Text(
        "bentuk jawaban (bawaan: table; text untuk satu kode)",
        "form of the answer (default: table; text for one code)",
    ),
}

UNKNOWN_RULE: Final = Text(
    "tidak ada temuan berkode '{kode}'. Lihat 'kesbang-iku rules'.",
    "no finding has the code '{kode}'. See 'kesbang-iku rules'.",
)
UNKNOWN_RULE_NEAR: Final = Text(
    "tidak ada temuan berkode '{kode}'. Barangkali maksudnya {dekat}.",
    "no finding has the code '{kode}'. Perhaps {dekat} is meant.",
)
RULE: Final[Mapping[str, Text]] = {
    "tingkat": Text("Tingkat", "Level"),
    "judul": Text("Judul", "Title"),
    "pesan": Text("Pesan", "Message"),
    "saran": Text("Perbaikan", "Cure"),
    "rujukan": Text("Halaman", "Page"),
    "contoh": Text("Contoh", "Example"),
}
