"""Many files in several processes: the same is found as in one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

import kesbang_iku as iku
from benchmarks.material import write_reports
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.pipeline import partition
from kesbang_iku.validation.pipeline.processes import in_processes
from tests.tree import ROOT

Katalog = iku.Catalog

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="divided on Linux only")

_TODAY = date(2025, 6, 1)
_TABLE = (
    "wilayah;tahun;kode;nama;nik;realisasi\n"
    "12.71;2022;KBP-WAS-02;Contoh Sekali;6271014101800001;85\n"
)
_DUPLICATE = 'wilayah: "11"\ntahun: 2021\nitem: [{kode: KBP-WAS-02, realisasi: 3.1}]\n'


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partition, "_WORTH_IT", 5)
    monkeypatch.setattr(partition, "_AT_A_TIME", 3)
    # A run of tests may have more threads than a program: none of them is in the way here.
    monkeypatch.setattr("kesbang_iku.validation.check.may_divide", lambda: True)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return reports of three provinces and everything else that a folder may hold."""
    folder = tmp_path_factory.mktemp("laporan")
    written = list(write_reports(folder, 140))
    for name, text in {
        "orang.csv": _TABLE,
        "ganda.yaml": _DUPLICATE,
        "rusak.yaml": "wilayah: [\n",
        "kosong.yaml": "",
        "tanpa-wilayah.yaml": "tahun: 2023\nitem: []\n",
        "tak-dikenal.yaml": _DUPLICATE.replace('"11"', "Aceh"),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
        written.append(folder / name)
    examples = ROOT / "examples"
    return [*written, *sorted(examples.rglob("rencana*.yaml")), *sorted(examples.rglob("*.xlsx"))]


def test_what_is_found_is_the_same(
    files: list[Path], katalog: Katalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = validate_all(files, katalog, hari_ini=_TODAY)
    shared: list[int] = []

    def counted(work: Callable[[object], object], parts: Sequence[object]) -> list[object]:
        shared.append(len(parts))
        return in_processes(work, parts)

    monkeypatch.setattr("kesbang_iku.validation.pipeline.run.in_processes", counted)
    together = validate_all(files, katalog, hari_ini=_TODAY, proses=3)
    assert shared == [3]
    assert together == alone
    assert {"IKU314", "IKU620"} <= {finding.kode for finding in together.temuan}
    assert not any("Contoh Sekali" in finding.message() for finding in together.temuan)


def test_a_text_that_tells_of_another_province_divides_nothing(
    tmp_path: Path, katalog: Katalog
) -> None:
    """YAML can write a code so that only who reads it knows what it is."""
    files = list(write_reports(tmp_path, 40))
    hidden = tmp_path / "terselubung.yaml"
    hidden.write_text(_DUPLICATE.replace('"11"', r'"\x31\x31"'), encoding="utf-8")
    files.append(hidden)
    alone = validate_all(files, katalog, hari_ini=_TODAY)
    assert "IKU314" in {finding.kode for finding in alone.temuan}
    assert validate_all(files, katalog, hari_ini=_TODAY, proses=2) == alone


def test_one_process_divides_nothing(
    files: list[Path], katalog: Katalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> int:
        raise AssertionError

    monkeypatch.setattr(os, "fork", refuse)
    assert validate_all(files[:30], katalog, hari_ini=_TODAY).berkas == len(files[:30])
