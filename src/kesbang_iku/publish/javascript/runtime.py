"""The scripts: the runtime with what it takes from the library, and definitions as code."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from importlib.resources import files
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Example
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.javascript.literal import formula_code, literal
from kesbang_iku.publish.packages import content
from kesbang_iku.publish.packages.content import reading_content
from kesbang_iku.sources.notation import plain


def runtime_parts() -> tuple[tuple[str, str], ...]:
    """Return the parts of the runtime that are written by hand, in order: name and text."""
    folder = files("kesbang_iku.publish.javascript") / "parts"
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".js"))
    return tuple(
        (entry.name, entry.read_text(encoding="utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def runtime_script(tables: Tables) -> str:
    """Return the runtime as one script; it makes one global object, ``kesbangIku``.

    Args:
        tables: the tables of the catalog; of them the spellings of units are taken.
    """
    parts = runtime_parts()
    facts = reading_content(tables, (text for _, text in parts))
    return script_of({name: literal(content) for name, content in facts.items()}, parts)


def script_of(facts: Mapping[str, str], parts: Iterable[tuple[str, str]]) -> str:
    """Return a script that makes ``kesbangIku`` of facts, which are literals, and runs parts."""
    lines = ["globalThis.kesbangIku = {"]
    lines += [f"  {name}: {content}," for name, content in facts.items()]
    return "\n".join([*lines, "};", *(text for _, text in parts)])


# ------------------------------------------------------------------------------------ definitions


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
