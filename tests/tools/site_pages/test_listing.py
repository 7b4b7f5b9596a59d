"""The list of all indicators, and what its filter knows of them."""

from __future__ import annotations

import json
import re

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Language
from kesbang_iku.publish.pages.indicator import indicator_page
from tools.site_pages.listing import indicator_index

DATA = re.compile(r'<script type="application/json">(.*?)</script>')


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_filter_knows_every_indicator_and_every_value(
    katalog: iku.Catalog, language: Language
) -> None:
    (written,) = DATA.findall(indicator_index(katalog, language))
    data = json.loads(written)
    assert list(data["indikator"]) == list(katalog.codes)
    for facet in data["saringan"]:
        used = {value for found in data["indikator"].values() for value in found[facet["nama"]]}
        assert used <= set(facet["pilihan"])
        assert all(facet["pilihan"].values())
    assert [facet["nama"] for facet in data["saringan"]] == [
        "program",
        "tema",
        "tingkat",
        "kedudukan",
        "arah",
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_the_centre_asks_for_is_marked_and_can_be_chosen(
    katalog: iku.Catalog, language: Language
) -> None:
    text = indicator_index(katalog, language)
    marked = [line for line in text.splitlines() if "lencana--diarahkan" in line]
    assert sorted(re.findall(r"KBP-[A-Z]{3}-\d\d", "".join(marked))) == [
        *("KBP-ESB-01", "KBP-ORM-01", "KBP-WAS-01")
    ]
    (written,) = DATA.findall(text)
    known = json.loads(written)["indikator"]
    chosen = [code for code, of in known.items() if "diarahkan" in of["kedudukan"]]
    assert chosen == ["KBP-ESB-01", "KBP-ORM-01", "KBP-WAS-01"]
    for code in katalog.codes:
        assert ("lencana--diarahkan" in indicator_page(code, katalog, language)) == (code in chosen)
