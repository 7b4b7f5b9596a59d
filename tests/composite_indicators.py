"""Composite indicators for tests: real ones of the catalog, and made ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from kesbang_iku import Catalog, Indicator, load_catalog


@cache
def catalog() -> Catalog:
    """The national catalog, read once."""
    return load_catalog()


def idi(year: int) -> Indicator:
    """The democracy index by the method of ``year``."""
    return catalog().in_force(year)["KBP-POL-01"]


def composite_of(composite: Mapping[str, Any], names: str, **changes: object) -> Indicator:
    """An index from 0 to 100 with one variable a letter of ``names``, put together as stated."""
    base = idi(2018)
    content = base.model_dump(mode="json", exclude_defaults=True)
    pattern = content["variabel"][0]
    for key in ("contoh", "deret", "keterbandingan", "rumus", "komponen"):
        content.pop(key, None)
    content |= {
        "variabel": [{**pattern, "nama": name, "label": f"Komponen {name}"} for name in names],
        "komponen": {"kedudukan": "usulan", "metode": "aritmetika", **composite},
        **changes,
    }
    return Indicator.model_validate(
        {key: value for key, value in content.items() if value is not None}
    ).with_tables(base._tables)
