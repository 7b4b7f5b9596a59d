"""What a file holds: its kind is told by its content."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.yaml_reader import read_yaml
from kesbang_iku.validation.contents import kind_of, read_content, recognise
from tests.definitions import DEFINITION, METHODS, UNITS

Katalog = iku.Catalog

_REPORT = """\
wilayah: "62.71"
tahun: 2024
item:
  - {kode: KBP-WAS-02, variabel: {konflik: 20, konflik_diselesaikan: 17}}
"""
_PLAN = "jenis: rencana\nitem: []\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (_REPORT, "laporan"),
        (_PLAN, "rencana"),
        (DEFINITION, "katalog"),
        (DEFINITION.replace("definisi: Perkara selesai dibagi perkara.\n", ""), "katalog"),
        (UNITS, "katalog"),
        (METHODS, "katalog"),
        ("- 1\n", "laporan"),
        ("x: 1\n", "laporan"),
    ],
)
def test_kind_is_told_by_content(text: str, kind: str) -> None:
    documents, _ = read_yaml(text, "a.yaml")
    assert recognise(documents[0]) == kind
    assert kind_of(Opened("a.yaml", f"{text}---\n{_PLAN}", "yaml")) == kind


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("wilayah,tahun,kode,realisasi\n62.71,2024,KBP-WAS-02,85\n", "laporan"),
        ("Indikator,Satuan,Target 2025\nKonflik,Kasus,5\n", "rencana"),
        ("Indikator,Satuan,Target,Realisasi\nKonflik,Kasus,5,6\n", "capaian"),
        ("Alamat,Telepon\nJalan 7,7\n", "laporan"),
        ("Judul\n" * 41 + "Indikator,Satuan,Target 2025\nKonflik,Kasus,5\n", "rencana"),
    ],
)
def test_kind_of_a_table_is_told_by_its_columns(table: str, kind: str) -> None:
    assert kind_of(Opened("a.csv", table, "csv")) == kind


def test_a_file_of_nothing_is_no_plan() -> None:
    assert kind_of(Opened("a.yaml", "", "yaml")) == "laporan"


def test_every_part_of_a_file_is_read_as_what_it_is(katalog: Katalog) -> None:
    content = read_content(Opened("a.yaml", f"{_REPORT}---\n{_PLAN}", "yaml"), None, katalog)
    assert (len(content.reports), len(content.plans), content.rows) == (1, 1, ())
    assert content.about_people


def test_a_definition_is_not_searched_for_people(katalog: Katalog) -> None:
    content = read_content(Opened("a.yaml", DEFINITION, "yaml"), None, katalog)
    assert not content.reports
    assert not content.about_people


def test_a_table_of_reports_is_told_by_its_columns(katalog: Katalog) -> None:
    table = "wilayah,tahun,kode,realisasi\n62.71,2024,KBP-WAS-02,85\n"
    content = read_content(Opened("a.csv", table, "csv"), None, katalog)
    assert [report.report.wilayah for report in content.reports] == ["62.71"]
