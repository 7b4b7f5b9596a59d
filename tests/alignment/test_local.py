"""A plan held against the standard with a region's own catalog beside it."""

from __future__ import annotations

from functools import cache

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.plan import Plan
from tests.tree import ROOT

LOCAL = ROOT / "examples" / "katalog-daerah"


@cache
def catalog() -> Catalog:
    return iku.load_catalog([LOCAL])


def _aligned(**item: object) -> iku.AlignedItem:
    plan = Plan.model_validate(
        {"periode": {"mulai": 2025, "selesai": 2029}, "item": [{"target": {}, **item}]}
    )
    return iku.align(plan, catalog(), tingkat="kota")[0]


def test_a_plan_of_the_region_is_recognised_by_its_own_catalog() -> None:
    found = iku.align(iku.read_plan(LOCAL / "contoh" / "rencana.yaml"), catalog())
    told = [(one.cara, one.padanan.kode if one.padanan else None, one.tema) for one in found]
    assert told[:3] == [
        ("lokal", "BANDUNG-ESB-01", "sosial"),
        ("lokal", "BANDUNG-ESB-03", "budaya"),
        ("lokal", "BANDUNG-ESB-02", "sosial"),
    ]
    assert [one.jenis for one in found[2].penyimpangan] == ["satuan"]
    assert found.ringkasan["lokal"] == 3
    assert found.ringkasan["selaras"] == found.ringkasan["menyimpang"] == 0
    assert sum(found.ringkasan[key] for key in ("lokal", "tanpa_padanan")) == len(found)


@pytest.mark.parametrize(
    "item",
    [
        {"nama": "Indeks Kebebasan Berkeyakinan"},
        {"nama": "Berkeyakinan warga", "kode": "BANDUNG-ESB-02"},
        {"nama": "Indeks Kebebasan Berkeyakinan", "lokal": {"tema": "sosial"}},
    ],
)
def test_a_local_counterpart_is_local_however_it_was_found(item: dict[str, object]) -> None:
    found = _aligned(**item)
    assert found.cara == "lokal"
    assert found.padanan is not None
    assert found.padanan.kode == "BANDUNG-ESB-02"
    assert found.as_dict()["padanan"] == "BANDUNG-ESB-02"


def test_what_a_local_indicator_supports_is_said_by_the_plan_or_else_by_the_catalog() -> None:
    name = "Indeks Kebebasan Berkeyakinan"
    assert _aligned(nama=name).mendukung == "KBP-ESB-02"
    said = _aligned(nama=name, lokal={"tema": "sosial", "mendukung": "KBP-POL-01"})
    assert said.mendukung == "KBP-POL-01"


def test_a_national_name_stays_national_beside_a_local_catalog() -> None:
    found = _aligned(nama="Indeks Harmoni Indonesia")
    assert (found.cara, found.padanan.kode if found.padanan else None) == ("nama", "KBP-ESB-01")
    assert found.mendukung is None
