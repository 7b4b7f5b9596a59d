"""Toys: small additions to a copy of the tree, each of what is said of adding such a thing.

They stand in ``toys.yaml``, which says how they are written.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from tests.scratch import Ran, run, write
from tests.tree import ROOT

GENERATED: Final = {
    "src/kesbang_iku/findings/kinds.pyi",
    "src/kesbang_iku/findings/sentences.pyi",
}
"""What ``python tools/build_texts.py`` writes, and nobody by hand."""

_COPIED: Final = (
    "catalog",
    "examples/aturan",
    "examples/temuan",
    "src/kesbang_iku",
    "texts",
    "tools",
)
"""What a program that is run in a copy needs."""
_REGION: Final = """\
kode: MAINAN-WAS-01
nama: Jumlah Mainan
nama_en: Number of Toys
bidang: WAS
program: "8.01.06"
lokal: {tema: keamanan}
konsep: Mainan.
definisi: Banyaknya mainan.
interpretasi: Makin banyak makin banyak.
jenis: keluaran
tingkat: {berlaku: [provinsi], diestimasi: [provinsi]}
penanggung_jawab: Badan Kesatuan Bangsa dan Politik daerah pelapor
akses: umum
ukuran: jumlah
desimal: 0
rentang: {min: 0}
polaritas: maksimalkan
frekuensi: tahunan
kumulatif: true
variabel:
  - {nama: mainan, label: Jumlah mainan, satuan: %(satuan)s, jenis: cacah, \
agregasi: {wilayah: jumlah, waktu: jumlah}}
rumus: mainan
satuan: %(satuan)s
capaian: %(capaian)s
predikat: %(predikat)s
status: usulan
sumber:
  - {dokumen: Mainan, kedudukan: usulan, dilihat: "2026-11-23", untuk: [definisi, rumus]}
riwayat:
  - {tanggal: "2026-11-23", perubahan: Entri pertama.}
"""
_USUAL: Final = {
    "satuan": "kegiatan",
    "capaian": "maksimalkan",
    "predikat": "permendagri-86-2017",
}
_REPORT: Final = """\
jenis: laporan
wilayah: "62"
tahun: 2024
item:
  - {kode: MAINAN-WAS-01, variabel: {mainan: 4}, target: 10}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A text that is put into a file: at its end, or where another text stands."""

    text: str
    after: str = ""
    before: str = ""
    instead_of: str = ""

    def of(self, old: str) -> str:
        """Return the changed content of a file."""
        where = self.after or self.before or self.instead_of
        if not where:
            return old + self.text
        assert old.count(where) == 1, where
        return old.replace(where, self.after + self.text + self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A command line of the program, and what it answers."""

    run: list[str]
    shows: list[str] = field(default_factory=list)
    hides: list[str] = field(default_factory=list)
    status: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Toy:
    """One thing that is added, and how it is seen that it works."""

    en: str
    files: dict[str, Any]
    asks: list[dict[str, Any]]
    inputs: dict[str, str] = field(default_factory=dict)
    local: dict[str, str] = field(default_factory=dict)
    python: str = ""
    prints: dict[str, Any] = field(default_factory=dict)

    def new_file(self, path: str) -> str:
        """Return the content of a file that the toy brings."""
        content = self.files[path]
        assert isinstance(content, str), path
        return content


def all_toys() -> dict[str, Toy]:
    """Return the toys by their names."""
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    return {name: Toy(**toy) for name, toy in yaml.safe_load(text).items()}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the tree with a toy in it."""

    root: Path

    @classmethod
    def with_toy(cls, toy: Toy, root: Path) -> Copy:
        """Make a copy in ``root``, and change it as little as the toy says."""
        for name in _COPIED:
            shutil.copytree(ROOT / name, root / name)
        for name, change in toy.files.items():
            path = root / name
            if isinstance(change, str):
                assert not path.exists(), name
                path.write_text(change, encoding="utf-8")
                continue
            content = path.read_text(encoding="utf-8")
            for one in change if isinstance(change, list) else [change]:
                content = Change(**one).of(content)
            path.write_text(content, encoding="utf-8")
        return cls(root)

    def touched(self) -> set[str]:
        """Return the files that are not as they are in the tree, or not there."""
        names = set[str]()
        for path in self.root.rglob("*"):
            name = path.relative_to(self.root)
            if not path.is_file() or "__pycache__" in name.parts:
                continue
            if not (ROOT / name).is_file() or not filecmp.cmp(path, ROOT / name, shallow=False):
                names.add(name.as_posix())
        return names

    def python(self, words: list[str], folder: Path | None = None) -> Ran:
        """Run Python with the package of the copy."""
        # What is installed beside stays reachable: the copy only stands in front.
        path = os.pathsep.join([str(self.root / "src"), str(self.root)])
        env = {"PYTHONPATH": path, "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": ""}
        return run([sys.executable, *words], folder or self.root, **env)


def write_inputs(toy: Toy, folder: Path) -> None:
    """Write the files that a user of the toy has."""
    write(folder, toy.inputs)
    if toy.local:
        local = {
            "lokal/indikator/was/mainan-was-01.yaml": _REGION % {**_USUAL, **toy.local},
            "lokal/laporan.yaml": _REPORT,
        }
        write(folder, local)
