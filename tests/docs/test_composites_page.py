"""The pictures of the page on composites are the ones the library draws."""

from __future__ import annotations

import re
from typing import Final

import pytest

from kesbang_iku.charts import change_chart
from kesbang_iku.composite import decompose_change
from kesbang_iku.findings import Language
from tests.composite_indicators import idi
from tests.tree import ROOT

TITLES: Final[dict[Language, str]] = {
    "id": "IDI Kalimantan Tengah, 2017–2018",
    "en": "Democracy index, Kalimantan Tengah, 2017–2018",
}
PAGES: Final[dict[Language, str]] = {"id": "gabungan.md", "en": "en/composites.md"}
IN_2017: Final = {"kebebasan_sipil": "95,58", "hak_politik": "56,69", "lembaga_demokrasi": "82,50"}
IN_2018: Final = {"kebebasan_sipil": "90,09", "hak_politik": "50,46", "lembaga_demokrasi": "80,65"}


@pytest.mark.parametrize("language", PAGES)
def test_the_picture_shown_is_the_one_the_library_draws(language: Language) -> None:
    page = ROOT / "docs" / PAGES[language]
    (target,) = re.findall(r"!\[[^\]]+\]\(([^)]+\.svg)\)", page.read_text(encoding="utf-8"))
    shown = (page.parent / target).read_text(encoding="utf-8")
    change = decompose_change(idi(2018), IN_2017, IN_2018)
    drawn = change_chart(
        change, title=TITLES[language], before="2017", after="2018", language=language
    )
    assert shown == drawn
