"""The runtime: its parts as they are written, and what it takes from the library as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Final

from kesbang_iku.conformance.vectors import REASONS
from kesbang_iku.findings import FindingKind, Text
from kesbang_iku.findings.register import kind_named
from kesbang_iku.findings.sentences import indicator as said
from kesbang_iku.findings.signs import OBEYED
from kesbang_iku.formula.limits import MAXIMUM_ROOT_DEGREE
from kesbang_iku.formula.roots import (
    MAXIMUM_DENOMINATOR_BITS,
    MAXIMUM_NESTING,
    MAXIMUM_SEPARATION_BITS,
)
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.javascript.literal import literal
from kesbang_iku.sources.number_words import WORDS
from kesbang_iku.sources.numbers import MAX_DIGITS, MAX_LENGTH, MAX_SHOWN

_FINDINGS: Final = (
    "ABOVE_MAXIMUM",
    "ACHIEVEMENT_UNDEFINED",
    "BELOW_MINIMUM",
    "MISSING_VARIABLE",
    "NOT_WHOLE",
    "NUMBER_AMBIGUOUS",
    "NUMBER_EXPONENT",
    "NUMBER_FITS_NEITHER",
    "NUMBER_FOREIGN_DIGITS",
    "NUMBER_GROUPING",
    "NUMBER_MAGNITUDE",
    "NUMBER_MIXED",
    "NUMBER_OTHER_FORMAT",
    "NUMBER_SETTLED",
    "NUMBER_SEVERAL",
    "NUMBER_TOO_LONG",
    "NUMBER_UNREADABLE",
    "RANGE_FALLING",
    "RANGE_OPEN",
    "RELEASE_DIFFERS",
    "RULE_BROKEN",
    "SPREADSHEET_ERROR",
    "TARGET_OUT_OF_RANGE",
    "TARGET_WRONG_WAY",
    "UNDEFINED_VALUE",
    "UNIT_OTHER",
    "UNIT_OTHER_KIND",
    "UNIT_UNKNOWN",
    "UNREADABLE_TARGET",
    "UNREADABLE_VALUE",
    "WORDS_WITH_NUMBER",
)
"""The findings that the runtime can make, by the names the library has for them."""


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
    facts = {
        "limits": {
            "rootDegree": MAXIMUM_ROOT_DEGREE,
            "separationBits": MAXIMUM_SEPARATION_BITS,
            "denominatorBits": MAXIMUM_DENOMINATOR_BITS,
            "rootNesting": MAXIMUM_NESTING,
            "digits": MAX_DIGITS,
            "length": MAX_LENGTH,
            "shown": MAX_SHOWN,
        },
        "reader": {name: _words(found) for name, found in WORDS.items()},
        "obeyed": OBEYED.pattern,
        "reasons": {name: _both(text) for name, text in REASONS.items()},
        "goals": {
            name: [_both(said.GOAL_FORMS[name]), _both(said.GOAL_CHOICES[name])]
            for name in said.GOAL_FORMS
        },
        "units": _units(tables),
        "findings": {name: _kind(kind_named(name)) for name in _FINDINGS},
    }
    lines = ["globalThis.kesbangIku = {"]
    lines += [f"  {name}: {literal(content)}," for name, content in facts.items()]
    return "\n".join([*lines, "};", *(text for _, text in runtime_parts())])


def _words(found: Mapping[str, str] | Iterable[str] | str) -> object:
    if isinstance(found, Mapping | str):
        return found
    return sorted(found)


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


def _kind(kind: FindingKind) -> dict[str, object]:
    return {
        "code": kind.code,
        "level": kind.level.value,
        "message": _both(kind.message),
        "hint": _both(kind.hint),
    }


def _units(tables: Tables) -> dict[str, object]:
    return {
        "spellings": {text: unit.nama for text, unit in sorted(tables.unit_spellings.items())},
        "known": {
            unit.nama: {
                "label": unit_words(unit.nama).id,
                # Units of one dimension and scale differ in name alone.
                "kind": " ".join(f"{n}^{p}" for n, p in sorted(unit.dimensi.items()))
                + f" * {unit.skala}",
                "additive": unit.aditif,
                "vague": unit.samar,
            }
            for unit in tables.units.values()
        },
    }
