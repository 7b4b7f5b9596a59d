"""What every page says around its content, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

WORDS: Final[Mapping[str, Text]] = {
    "lewati": Text("Langsung ke isi", "Skip to the content"),
    "isi": Text("Isi halaman", "On this page"),
    "katalog": Text("Katalog", "Catalog"),
    "versi": Text("versi {versi}", "version {versi}"),
    "sidik": Text("Sidik katalog", "Fingerprint of the catalog"),
    "baris": Text("baris {baris}", "line {baris}"),
    "tempat": Text("Kode dan tempat", "Code and place"),
    "hal": Text("Hal", "What"),
    "tindakan_temuan": Text("Yang perlu dilakukan", "What to do"),
    "temuan": Text("Temuan", "Findings"),
    "asal": Text("Dibuat dengan kesbang-iku {versi}.", "Made with kesbang-iku {versi}."),
}
