"""The first page, and the page that tells the category of an achievement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, localized
from kesbang_iku.findings.sentences import pages
from kesbang_iku.model.region import Region
from kesbang_iku.model.scalars import exact_text
from kesbang_iku.model.scale import Scale, ScaleClass
from tools.site_pages.regions import Measured, load_tiles, measured_of, names_of, steps_of
from tools.site_pages.writing import script_data, write

FRONT: Final = "index.md"
CATEGORY: Final = "predikat.md"
ASKED: Final = ("94.44", "90.99", "75.5")
"""Achievements that the page answers without being asked; two lie between printed classes."""


def front_page(catalog: Catalog, regions: Mapping[str, Region], language: Language = "id") -> str:
    """Return the first page: a search, three doors, three numbers and a map.

    Args:
        catalog: the standard.
        regions: names of regions by code.
        language: language of the page.
    """
    measured, tiles = measured_of(catalog), load_tiles()
    shown = max(measured, key=lambda one: one.provinces)
    registers = [*catalog.tables.methods.values(), *catalog.tables.scales.values()]
    corrections = sum(len(one.koreksi) for one in (*catalog, *registers))
    return write(
        "front",
        language,
        indicators=len(catalog.codes),
        values=sum(map(Measured.count, measured)),
        corrections=corrections,
        shown=shown,
        tiles=tiles,
        steps=steps_of(shown, tiles),
        names=names_of(tiles, regions),
        data=_data([_commonest(catalog)], language),
    )


def category_page(catalog: Catalog, language: Language = "id") -> str:
    """Return the page that answers an achievement with its category, by each scale."""
    first = _commonest(catalog)
    others = [one for one in catalog.tables.scales.values() if one.untuk == "capaian"]
    scales = sorted(others, key=lambda one: one is not first)
    answers = [(localized(text, language), first.classify(Fraction(text))) for text in ASKED]
    return write(
        "category",
        language,
        scales=scales,
        first=first,
        answers=answers,
        data=_data(scales, language),
    )


def _commonest(catalog: Catalog) -> Scale:
    """Return the scale that most indicators name their achievements by."""
    names = Counter(one.predikat for one in catalog)
    return catalog.tables.scales[names.most_common(1)[0][0]]


def _data(scales: Iterable[Scale], language: Language) -> str:
    """Return what the script knows: the classes of each scale with their ends as written."""
    t = pages.front
    texts = {
        "tanya": t.ASK, "skala": t.SCALE, "salah": t.NO_NUMBER, "tidak": t.NO_CLASS,
        "jawab": t.ANSWER,
    }  # fmt: skip
    return script_data(
        {
            "teks": {key: text.plain(language) for key, text in texts.items()},
            "koma": "," if language == "id" else ".",
            "skala": [
                {
                    "nama": scale.title.plain(language),
                    "kelas": [_class(one, language) for one in scale.kelas],
                }
                for scale in scales
            ],
        }
    )


def _class(one: ScaleClass, language: Language) -> dict[str, object]:
    english = f"{one.label_en} ({one.label})" if one.label_en else one.label
    return {
        "label": one.label if language == "id" else english,
        "dari": None if one.dari is None else exact_text(one.dari),
        "dari_termasuk": one.dari_termasuk,
        "sampai": None if one.sampai is None else exact_text(one.sampai),
        "sampai_termasuk": one.sampai_termasuk,
    }
