"""Writing mappings down: the same rows give the same text, and one changed row changes one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kesbang_iku.alignment.mappings import (
    CARRIED_FROM,
    LITERAL,
    NO_MATCH,
    OWN,
    NameMapping,
    in_order,
    mapping_rules,
)
from kesbang_iku.catalog.regions import region_code
from kesbang_iku.findings import Language, Place
from kesbang_iku.findings.sentences import alignment as said
from kesbang_iku.sources.csv_text import csv_text

if TYPE_CHECKING:
    from kesbang_iku.alignment.alignment import AlignedItem, Alignment

_OURS: Final = (CARRIED_FROM, "tahun", "wilayah")
"""The columns that are none of SSSOM's."""
_SIGNED: Final = ("author_label", "mapping_date")
"""The columns that somebody fills in who decides a row."""
_LITERAL: Final = "subject_type"
_DEFINED: Final = "extension_definitions"
_SUGGESTED: Final = "semapv:LexicalMatching"
_NEW: Final[Mapping[str, str]] = {
    "mapping_set_id": f"#mapping_set_id: urn:kesbang-{OWN}:padanan",
    "license": "#license: https://w3id.org/sssom/license/unspecified",
}
_KEY: Final = re.compile(r"#\s?(\w+):")
_PREFIXED: Final = re.compile(r"([A-Za-z][\w.-]*):(?=\S)")


def mappings_text(rows: Sequence[NameMapping], head: Sequence[str] = ()) -> str:
    """Return rows as SSSOM/TSV, in the order of their cells.

    Args:
        rows: the rows.
        head: the block of lines that the file had on top; what it says besides is kept.
    """
    shown = mapping_columns(rows)
    ours = [one for one in _OURS if one in shown]
    literal = any(_LITERAL in row.cells for row in rows) and _LITERAL not in shown
    lines = _head(rows, _blocks(head), ours, literal=literal)
    cells = ({one: row.cells.get(one) for one in shown} for row in sorted(rows, key=in_order))
    return "".join(f"{line}\n" for line in lines) + csv_text(shown, cells, "\t")


def mapping_columns(rows: Sequence[NameMapping]) -> list[str]:
    """Return the columns that rows are written in: those of SSSOM, others, then ours.

    What is still to be decided has columns to sign it. That all map names is said once, on top.
    """
    used = set[str]().union(*(row.cells for row in rows))
    used.update(() if all(row.keputusan for row in rows) else _SIGNED)
    if rows and all(row.cells.get(_LITERAL) == LITERAL for row in rows):
        used.discard(_LITERAL)
    known, ours = mapping_rules().kolom, [one for one in _OURS if one in used]
    standard = [one for one in known if one in used.difference(ours)]
    return [*standard, *sorted(used.difference(known)), *ours]


def _head(
    rows: Sequence[NameMapping], given: dict[str, list[str]], ours: Sequence[str], *, literal: bool
) -> Iterator[str]:
    """Yield the lines on top: what they said before, and what the rows need."""
    yield from _prefixes(rows, given.pop("curie_map", []))
    for key, line in _NEW.items():
        yield from given.pop(key, [line])
    # What was said of all rows at once is said in each of them now.
    renewed = {*mapping_rules().umum, _DEFINED}
    yield from (line for key, found in given.items() if key not in renewed for line in found)
    if literal:
        yield f"#subject_type: {LITERAL}"
    if ours:
        yield f"#{_DEFINED}:"
    for name in ours:
        yield f"#  - slot_name: {name}"
        yield f"#    property: {OWN}:{name}"


def _blocks(head: Iterable[str]) -> dict[str, list[str]]:
    """Return the lines of the block on top by the key that they are of."""
    blocks: dict[str, list[str]] = {}
    key = ""
    for line in head:
        found = _KEY.match(line)
        key = found[1] if found else key
        if key and line.strip("# "):
            blocks.setdefault(key, []).append(line)
    return blocks


def _prefixes(rows: Iterable[NameMapping], known: Sequence[str]) -> list[str]:
    """Return what the prefixes mean: those known before, and those the rows use."""
    lines = {line.strip("# ").partition(":")[0]: line for line in known[1:]}
    used = {found[1] for row in rows for name, text in row.cells.items()
            if name.endswith("_id") and (found := _PREFIXED.match(text))}  # fmt: skip
    for one in mapping_rules().awalan:
        if one.nama in used or one.nama == OWN:
            lines.setdefault(one.nama, f'#  {one.nama}: "{one.arti}"')
    return ["#curie_map:", *(line for _, line in sorted(lines.items()))]


def suggestions(found: Alignment, language: Language = "id") -> list[NameMapping]:
    """Return a row for each indicator of a plan that nobody decided under this very name.

    It says what likeness makes of it, or what was decided of a name that reads as the same.
    """
    region = None if found.wilayah is None else region_code(found.wilayah)
    undecided = [_suggested(one, region, language) for one in found if one.keputusan is None]
    decided = ((one.item.nama, one.keputusan) for one in found if one.keputusan is not None)
    return [*undecided, *(_carried(name, row) for name, row in decided if row.dari is not None)]


def _carried(name: str, row: NameMapping) -> NameMapping:
    """Return the row of a decision that was carried to a name, with whose and of what it is."""
    label = " ".join(name.split())
    told = {
        "subject_label": label,
        "mapping_justification": mapping_rules().terbawa.alasan,
        CARRIED_FROM: str(row.dari),
    }
    kept = {column: text for column, text in row.cells.items() if column != "record_id"}
    return replace(row, cells={**kept, **told}, place=Place(), subjek=label)


def _suggested(one: AlignedItem, region: str | None, language: Language) -> NameMapping:
    near, relation = one.terdekat, one.hubungan
    meant = one.padanan or (near and near.indicator)
    # How sure it is that there is no counterpart says nothing of how sure the nearest entry is.
    sure = round(one.keyakinan, 3).normalize() if near is None else None
    name, year = " ".join(one.item.nama.split()), min(one.item.target, default=None)
    told = {
        "subject_label": name,
        "predicate_id": mapping_rules().predicates[relation or "sama"],
        "object_id": f"{OWN}:{meant.kode}" if meant else NO_MATCH,
        "object_label": meant and meant.nama,
        "mapping_justification": _SUGGESTED,
        "subject_type": LITERAL,
        "confidence": sure if sure is None else f"{sure:f}",
        "comment": _comment(one, language),
        "tahun": year,
        "wilayah": region,
    }
    cells = {column: str(text) for column, text in told.items() if text}
    return NameMapping(
        cells, Place(), name, region, year, relation, meant.kode if meant else None,
        bukan=False, keyakinan=sure, keputusan=False,
    )  # fmt: skip


def _comment(one: AlignedItem, language: Language) -> str:
    """Return why the nearest entry is not the same, or what a name without one is like."""
    if one.terdekat is not None:
        return " ".join(one.terdekat.reason.plain(language).split())
    if one.padanan is not None or not one.kandidat:
        return ""
    codes = ", ".join(each.indicator.kode for each in one.kandidat)
    return said.PERHAPS.fill(language, daftar=codes)
