"""One definition as a script: its formulas as code, its methods and scales as data."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Example
from kesbang_iku.publish.javascript.literal import formula_code, literal
from kesbang_iku.publish.packages import content
from kesbang_iku.sources.notation import plain

_GROUP: Final = 3
"""Decimals that look like a group of thousands."""


def definition_script(indicators: Iterable[Indicator]) -> str:
    """Return the script that hands these definitions to the runtime, one line each.

    Raises:
        ValueError: the runtime cannot compute one of them (see ``can_compute``).
    """
    lines = [f"kesbangIku.define({literal(_definition(one))});" for one in indicators]
    return "\n".join(lines) + "\n"


def _definition(indicator: Indicator) -> dict[str, object]:
    if not content.can_compute(indicator):
        raise ValueError(f"{indicator.kode} {indicator.versi}: no single formula to translate")
    scorer = indicator.engine.scorer
    return {
        **content.definition_core(indicator, formula_code),
        "kategori": {
            level: content.scale_data(scale)
            for level, scale in content.category_scales(indicator).items()
        },
        "capaian": content.method_data(scorer.single.method, formula_code),
        "capaian_rentang": (
            None
            if scorer.ranged is None
            else content.method_data(scorer.ranged.method, formula_code)
        ),
        "predikat": None if scorer.scale is None else content.scale_data(scorer.scale),
        "contoh": next(filter(None, map(_example, indicator.contoh)), None),
    }


def _example(example: Example) -> dict[str, object] | None:
    """Return a worked example as somebody would type it, if decimals can."""
    written = {name: _typed(Fraction(value)) for name, value in example.variabel.items()}
    if not written or None in written.values():
        return None
    region = None if example.wilayah is None else load_regions().get(example.wilayah)
    return {
        "nama": example.nama,
        "variables": written,
        "target": None if example.target is None else str(example.target),
        "level": None if region is None else region.tingkat,
    }


def _typed(value: Fraction) -> str | None:
    """Return a number with a decimal comma that reads in one way only."""
    text = plain(value)
    if "/" in text:
        return None
    return text + "0" if len(text.partition(",")[2]) == _GROUP else text
