"""The first page, with numbers that are true; and the page that tells a category."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language
from tools.site_pages.front import category_page, front_page

DATA: Final = re.compile(r'<script type="application/json">(.*?)</script>')


def test_the_three_numbers_are_counted(katalog: iku.Catalog) -> None:
    numbers = re.findall(r"<b>(\d+)</b> \w+", front_page(katalog, load_regions()))
    values = [
        one
        for code in katalog.codes
        for one in katalog.nilai(code)
        if one.dipakai and one.bagian is None
    ]
    indicators, published, corrections = map(int, numbers)
    assert indicators == len(katalog.codes)
    assert published == len(values)
    assert corrections > sum(len(one.koreksi) for one in katalog)


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_says_that_it_is_no_regulation(katalog: iku.Catalog, language: Language) -> None:
    text = front_page(katalog, load_regions(), language)
    assert ("Ini bukan peraturan" if language == "id" else "not a regulation") in text
    assert text.count("{: .bukan }") == 1


def test_examples_of_categories_are_those_of_the_scale(katalog: iku.Catalog) -> None:
    text = category_page(katalog)
    assert "- 94,44 → Sangat Tinggi" in text
    assert "- 90,99 → Tinggi" in text


def test_the_script_knows_the_classes_of_every_scale_for_achievements(
    katalog: iku.Catalog,
) -> None:
    (written,) = DATA.findall(category_page(katalog))
    known = {one["nama"]: one["kelas"] for one in json.loads(written)["skala"]}
    scales = [one for one in katalog.tables.scales.values() if one.untuk == "capaian"]
    assert set(known) == {one.label for one in scales}
    for scale in scales:
        for one, kelas in zip(scale.kelas, known[scale.label], strict=True):
            assert kelas["label"] == one.label
            assert kelas["dari"] is None or Fraction(kelas["dari"]) == one.dari
            assert kelas["sampai"] is None or Fraction(kelas["sampai"]) == one.sampai
