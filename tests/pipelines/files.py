"""Good and bad files that the hooks and pipelines under test are given."""

from __future__ import annotations

from typing import Final

from tests.tree import ROOT

GOOD_REPORT: Final = (ROOT / "examples/idi-kalimantan-tengah.yaml").read_text(encoding="utf-8")
OTHER_REPORT: Final = (ROOT / "examples/ikub.yaml").read_text(encoding="utf-8")
BAD_REPORT: Final = """\
jenis: laporan
wilayah: "62"
tahun: 2024
item:
  - kode: KBP-WAS-02
    variabel: {konflik: 20}
"""
GOOD_PLAN: Final = """\
jenis: rencana
wilayah: "62"
periode: {mulai: 2025, selesai: 2029}
item:
  - nama: Persentase Penyelesaian Konflik Sosial
    kode: KBP-WAS-02
    satuan: Persen
    target: {2025: 82, 2026: 84, 2027: 86, 2028: 88, 2029: 90, 2030: 90}
"""
BAD_PLAN: Final = GOOD_PLAN.replace("satuan:", "satuann:")
ENTRY: Final = (ROOT / "catalog/indikator/was/kbp-was-02.yaml").read_text(encoding="utf-8")
WICKED: Final = "$(touch DIRETAS)`touch DIRETAS`'\"; touch DIRETAS; '"
"""What would make a file if a shell took it for more than text."""
