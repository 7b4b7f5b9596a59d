"""What generated packages carry: plain data, whole, and the same that the library computes with."""

from __future__ import annotations

import json

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.formula import parse
from kesbang_iku.formula.calls import to_calls
from kesbang_iku.publish.packages.content import (
    language_content,
    licence_text,
    package_content,
    reading_content,
)
from tests.tree import ROOT


def test_it_is_json_as_it_stands_and_holds_no_binary_number(katalog: iku.Catalog) -> None:
    def refused(text: str) -> None:
        raise AssertionError(text)

    content = package_content(katalog)
    reading = reading_content(katalog.tables, ['say("NUMBER_AMBIGUOUS")'])
    for part in (content, reading, language_content()):
        text = json.dumps(part, ensure_ascii=False)
        assert json.loads(text, parse_float=refused) == part


def test_every_definition_is_there_and_names_what_is_there(katalog: iku.Catalog) -> None:
    content = package_content(katalog)
    told = {(one["kode"], one["versi"]): one for one in content["definisi"]}
    assert list(told) == [(one.kode, one.versi) for one in katalog.definitions]
    for indicator in katalog.definitions:
        one = told[indicator.kode, indicator.versi]
        assert one["sidik"].endswith(indicator.sidik.removeprefix("sha256:"))
        assert indicator.sidik.removeprefix("sha256:").startswith(one["sidik8"])
        assert one["capaian"] in content["metode"]
        assert {one["predikat"], *one["kategori"].values()} <= {*content["skala"], None}
        assert set(one["diperlukan"]) <= {variable["nama"] for variable in one["variabel"]}
        text = indicator.formula
        assert one["rumus"] == (None if text is None else to_calls(parse(text)))


def test_every_region_has_its_level(katalog: iku.Catalog) -> None:
    levels = package_content(katalog)["wilayah"]
    told = {code: level for level, codes in levels.items() for code in codes}
    assert told == {region.kode: region.tingkat for region in load_regions().values()}


def test_the_licence_is_that_of_the_library() -> None:
    assert licence_text() == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_of_every_released_value_it_is_known_what_its_components_can_give(
    katalog: iku.Catalog,
) -> None:
    told = {(one["kode"], one["versi"]): one for one in package_content(katalog)["definisi"]}
    for indicator in katalog.definitions:
        one = told[indicator.kode, indicator.versi]
        held = indicator.rilis is not None and indicator.engine.computed is not None
        assert (one["rumus_hitung"] is not None) is held, one["kode"]
        assert (one["dihitung_dari"] is not None) is held


def test_digits_with_two_meanings_name_the_region_that_the_statistics_office_means(
    katalog: iku.Catalog,
) -> None:
    content, regions = package_content(katalog), load_regions()
    assert content["bps"]
    for digits, meant in content["bps"].items():
        own, found = regions.read(digits)
        assert own is not None
        assert own.kode != meant
        assert regions[meant].nama in found[0].pesan
    said = {one.kode for one in regions.values() if regions.read(one.kode.replace(".", ""))[1]}
    assert {one.replace(".", "") for one in said if "." not in one} <= content["bps"].keys()
