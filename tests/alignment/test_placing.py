"""Where the rows of whole plans belong; the outlines were written before any answer was seen."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from kesbang_iku.alignment.alignment import Alignment, align
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.placing import Placing
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.tables.plans import read_plan

HERE: Final = Path(__file__).parent
OUTLINES: Final[dict[str, dict[str, Any]]] = yaml.safe_load(
    (HERE / "outlines.yaml").read_text(encoding="utf-8")
)
LEVELS: Final[dict[str, AdminLevel]] = {
    "tc27-palangka-raya.csv": "kota",
    "bebas-kalimantan-tengah.csv": "provinsi",
    "perangkat-daerah-banten.csv": "provinsi",
}


@cache
def _aligned(name: str) -> Alignment:
    return align(read_plan(HERE / "rencana" / name), tingkat=LEVELS[name])


@pytest.mark.parametrize("name", OUTLINES)
def test_rows_of_other_fields_are_told_from_those_of_this_one(name: str) -> None:
    found = _aligned(name)
    assert len(found) == OUTLINES[name]["indikator"]
    others = [one.place.baris for one in found if one.tempat.bidang_lain]
    assert others == OUTLINES[name]["bidang_lain"]


@pytest.mark.parametrize("name", [name for name in OUTLINES if "kelompok" in OUTLINES[name]])
def test_rows_stand_under_the_programme_their_plan_says(name: str) -> None:
    groups: dict[str | None, list[int | None]] = {}
    for one in _aligned(name):
        groups.setdefault(one.tempat.program, []).append(one.place.baris)
    assert groups == OUTLINES[name]["kelompok"]


@pytest.mark.parametrize("name", OUTLINES)
def test_what_has_no_counterpart_in_this_field_has_a_nearest_entry(name: str) -> None:
    rows = {one.place.baris: one for one in _aligned(name)}
    for row in OUTLINES[name]["terdekat"]:
        assert rows[row].padanan is not None or rows[row].tempat.terdekat is not None


def test_a_series_of_targets_is_said_once_however_many_have_it() -> None:
    found = _aligned("tc27-palangka-raya.csv")
    said = [one.pesan for one in found.temuan if one.kode == "IKU393"]
    assert len(said) == 2
    assert "baris 10, 13, 22, 28, 34, 40" in said[1]
    assert (
        found.ringkasan["menyimpang"]
        <= OUTLINES["tc27-palangka-raya.csv"]["menyimpang_paling_banyak"]
    )


def test_agencies_of_one_plan_are_not_asked_to_join_their_indicators() -> None:
    found = _aligned("perangkat-daerah-banten.csv")
    assert not [one for one in found.semua_temuan if one.kode == "IKU397"]


def test_one_agency_with_two_rows_of_one_indicator_is() -> None:
    rows = [
        PlanItem(nama="Indeks Harmoni Indonesia", penanggung_jawab="Badan Kesbangpol"),
        PlanItem(nama="IHaI", penanggung_jawab="Bakesbangpol"),
    ]
    found = align(Plan(item=tuple(rows)), tingkat="kota")
    assert [one.kode for one in found.semua_temuan] == ["IKU397"]


FIELDS: Final = [
    line.split("\t") for line in (HERE / "bidang.tsv").read_text(encoding="utf-8").splitlines()
]


def test_names_alone_tell_the_field() -> None:
    """First sight was 37 of 40: three words of this field were not known then."""
    matcher = Matcher(KnownNames(load_catalog(), "kabupaten"))
    placing = Placing(matcher)
    wrong = []
    for name, field in FIELDS:
        item = PlanItem(nama=name)
        if placing.placed(item, matcher.match(item)).bidang_lain != (field == "lain"):
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize(
    ("cell", "program"),
    [
        ("8.01.04 PROGRAM PEMBERDAYAAN DAN PENGAWASAN ORGANISASI KEMASYARAKATAN", "8.01.04"),
        ("Program Pemberdayaan dan Pengawasan Ormas", "8.01.04"),
        ("8.01.06.2.01", "8.01.06"),
        ("PROGRAM PENGELOLAAN PENDIDIKAN", None),
        ("1.02.02 PROGRAM PEMENUHAN UPAYA KESEHATAN", None),
    ],
)
def test_a_programme_is_read_by_its_code_or_its_title(cell: str, program: str | None) -> None:
    found = align(Plan(item=(PlanItem(nama="Jumlah kegiatan", program=cell),)), tingkat="kota")
    assert found[0].tempat.program == program
    assert found[0].tempat.bidang_lain is (program is None)


def test_a_kegiatan_that_is_not_known_is_of_the_programme_above_it() -> None:
    rows = (
        PlanItem(nama="Jumlah kegiatan", program="PROGRAM PENGELOLAAN PENDIDIKAN"),
        PlanItem(nama="Jumlah sekolah", program="Pengelolaan Sekolah Dasar"),
    )
    assert [one.tempat.bidang_lain for one in align(Plan(item=rows))] == [True, True]


def test_what_nothing_is_known_of_is_of_the_field_of_most_of_its_plan() -> None:
    ours = ("Indeks Harmoni Indonesia", "Indeks Kewaspadaan Nasional")
    theirs = ("Gini Rasio", "Umur Harapan Hidup", "Produksi Padi")
    for names, others in (((*ours, "Gini Rasio"), 0), ((*ours, *theirs), 3)):
        plan = Plan(item=tuple(PlanItem(nama=name) for name in names))
        assert sum(one.tempat.bidang_lain for one in align(plan, tingkat="kota")) == others
