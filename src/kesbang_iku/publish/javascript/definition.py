"""One definition as a script: its formulas as code, its methods and scales as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Text
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Bounds, Composite, Example, Variable
from kesbang_iku.model.method import Method
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.javascript.literal import formula_code, literal
from kesbang_iku.sources.notation import plain

_GROUP: Final = 3
"""Decimals that look like a group of thousands."""


def can_compute(indicator: Indicator) -> bool:
    """Say whether the runtime computes this definition.

    It does not where a composite may be computed over a part of its components, which is one
    formula for each part.
    """
    composite = indicator.komponen
    return composite is None or not any(_thresholds(composite))


def _thresholds(composite: Composite) -> Iterator[bool]:
    yield composite.ambang is not None
    for group in composite.kelompok.values():
        yield from _thresholds(group)


def definition_script(indicators: Iterable[Indicator]) -> str:
    """Return the script that hands these definitions to the runtime, one line each.

    Raises:
        ValueError: the runtime cannot compute one of them (see ``can_compute``).
    """
    lines = [f"kesbangIku.define({literal(_definition(one))});" for one in indicators]
    return "\n".join(lines) + "\n"


def _definition(indicator: Indicator) -> dict[str, object]:
    if not can_compute(indicator):
        raise ValueError(f"{indicator.kode} {indicator.versi}: no single formula to translate")
    engine = indicator.engine
    scorer = engine.scorer
    base = indicator.komponen.formula if indicator.komponen else indicator.rumus
    return {
        "kode": indicator.kode,
        "versi": indicator.versi,
        "nama": indicator.nama,
        "nama_en": indicator.nama_en,
        "satuan": indicator.satuan,
        "satuan_label": _in_both(unit_words(indicator.satuan)),
        "desimal": indicator.desimal,
        "rentang": _bounds(indicator.rentang),
        "polaritas": indicator.polaritas,
        "polaritas_label": _in_both(spoken(indicator.polaritas)),
        "rumus": None if indicator.formula is None else formula_code(indicator.formula),
        "tanpa_rumus": indicator.tanpa_rumus,
        "rilis": indicator.rilis,
        "rumus_hitung": formula_code(base) if indicator.rilis and base else None,
        "variabel": [_variable(one, engine.releases) for one in indicator.variabel],
        "aturan": [
            {
                "jika": formula_code(rule.ekspresi),
                "ekspresi": rule.ekspresi,
                "pesan": rule.pesan,
                "pesan_en": rule.message.en,
            }
            for rule in indicator.aturan
        ],
        "tak_terdefinisi": [
            {
                "jika": formula_code(case.jika),
                "alasan": case.alasan,
                "alasan_en": case.reason.en,
            }
            for case in indicator.jika_tak_terdefinisi
        ],
        "kategori": _categories(indicator),
        "capaian": method_data(scorer.single.method),
        "capaian_rentang": None if scorer.ranged is None else method_data(scorer.ranged.method),
        "predikat": None if scorer.scale is None else scale_data(scorer.scale),
        "contoh": next(filter(None, map(_example, indicator.contoh)), None),
    }


def _categories(indicator: Indicator) -> dict[str, object]:
    """Return the scale of each level of region, or under ``""`` the one that all share."""
    levels = indicator.kategori if isinstance(indicator.kategori, dict) else {}
    scales = indicator.engine.tables.scales
    return {
        level: scale_data(scales[name])
        for level, name in (levels or {"": indicator.category_scale()}).items()
        if name is not None
    }


def _in_both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


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


def _bounds(bounds: Bounds) -> dict[str, object]:
    return {"min": bounds.min, "maks": bounds.maks}


def _variable(variable: Variable, releases: frozenset[str]) -> dict[str, object]:
    return {
        "nama": variable.nama,
        "label": variable.label,
        "satuan": variable.satuan,
        "satuan_label": _in_both(unit_words(variable.satuan)),
        "minimum": variable.minimum,
        "maksimum": variable.maximum,
        "bulat": variable.whole,
        "rilis": variable.nama in releases,
    }


def method_data(method: Method) -> dict[str, object]:
    """Return an achievement method, its formulas as code."""
    return {
        "nama": method.nama,
        "label": method.label,
        "label_en": method.title.en,
        "rumus": formula_code(method.rumus),
        "dasar": method.dasar,
        "desimal": method.desimal,
        "batas": {"bawah": method.batas.bawah, "atas": method.batas.atas},
        "kebijakan": [
            {
                "jika": formula_code(policy.jika),
                "capaian": None if policy.capaian is None else formula_code(policy.capaian),
                "alasan": policy.alasan,
                "alasan_en": policy.reason.en,
            }
            for policy in method.kebijakan
        ],
    }


def scale_data(scale: Scale) -> dict[str, object]:
    """Return a scale: its names and its classes."""
    return {
        "nama": scale.nama,
        "label": scale.label,
        "label_en": scale.title.en,
        "kelas": [
            {
                "label": found.label,
                "label_en": found.label_en or found.label,
                "dari": found.dari,
                "dari_termasuk": found.dari_termasuk,
                "sampai": found.sampai,
                "sampai_termasuk": found.sampai_termasuk,
            }
            for found in scale.kelas
        ],
    }
