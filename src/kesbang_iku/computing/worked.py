"""Worked examples: what a definition or a method says of itself, computed again.

The same answers become conformance vectors, and are held against what the entry states.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.formula import Exact
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Example
from kesbang_iku.model.method import MethodExample, RangeTarget

Content = dict[str, Any]


class Difference(NamedTuple):
    """A key of a worked example that states something else than is computed."""

    key: str
    stated: object
    computed: object


def indicator_example(indicator: Indicator, example: Example) -> Content:
    """Return what an indicator gives for the numbers of one of its examples."""
    region = None if example.wilayah is None else load_regions().get(example.wilayah)
    result = indicator.compute(
        example.variabel,
        target=example.target,
        tingkat=None if region is None else region.tingkat,
        tahun=example.tahun,
    )
    answer = {**result.as_dict()}
    keys = ("status", "nilai", "nilai_eksak", "kategori", "capaian", "predikat", "kurang")
    return {key: answer[key] for key in keys}


def method_example(engine: MethodEngine, example: MethodExample) -> Content:
    """Return what an achievement method gives for the numbers of one of its examples."""
    inputs: dict[str, Exact] = {"realisasi": example.realisasi}
    if isinstance(example.target, RangeTarget):
        inputs |= {"target_min": example.target.min, "target_maks": example.target.maks}
    else:
        inputs["target"] = example.target
    found = engine.achieve(inputs)
    return {
        "status": "tidak_terdefinisi" if found.published is None else "lengkap",
        "capaian": _decimal(found.published),
        "capaian_eksak": None if found.exact is None else str(found.exact),
        "capaian_tanpa_batas": _decimal(found.unlimited),
    }


def differences(
    example: Example | MethodExample, computed: Mapping[str, Any]
) -> Iterator[Difference]:
    """Yield each key that an example states otherwise than ``computed``."""
    stated = example.hasil.model_dump(mode="json", exclude_unset=True)
    for key, value in stated.items():
        if value != computed[key]:
            yield Difference(key, value, computed[key])


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
