"""What a definition of a region's own catalog leaves out: filled in, and said to be."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any, Final

from kesbang_iku._regex import regex
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.model.registers import LocalDefaultsFile
from kesbang_iku.model.tables import Tables
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.document import Document

_DASHES: Final = 2
"""How many a code has: between its prefix, its field and its number."""
_CODE: Final = regex(r"[a-z]{2,8}-[a-z]{3}-\d{2}")


def with_defaults(document: Document, tables: Tables) -> tuple[Document, list[Finding]]:
    """Return a definition with what it leaves out, and one finding that says what that was.

    Nothing stands for its name, unit, direction, variables, formula and source, nor for its code
    where its file is not named after it.

    Args:
        document: the definition.
        tables: the shared tables, for its unit and its field of work.
    """
    data = document.data
    if not isinstance(data, Mapping):
        return document, []
    known = load_data("definisi-daerah.yaml", LocalDefaultsFile)
    filled: dict[str, Any] = {**data}
    _fill(filled, _own(filled, tables, document.source))
    _fill(filled, known.definisi)
    tema = known.tema.get(str(filled.get("bidang")))
    if tema is not None:
        _fill(filled, {"lokal": {"tema": tema}})
    new = [key for key in filled if key not in data]
    parts = {
        "variabel": lambda one: {**_left(one, known.variabel), **_variable(one, filled, tables)},
        "sumber": lambda one: _left(one, known.sumber),
    }
    for key, lacking in parts.items():
        new += _fill_each(filled, key, lacking)
    named = str(filled.get("kode", "")).count("-") == _DASHES and "nama" in data
    if not new or not named or "polaritas" not in data:
        # Without them it is no definition, and that is all there is to be said of it.
        return replace(document, data=filled), []
    told = ", ".join(f"{key} ({shown})" if (shown := _shown(filled.get(key))) else key
                     for key in new)  # fmt: skip
    place = document.place(("kode",) if "kode" in data else ("nama",))
    found = kinds.DEFAULTS_TAKEN.at(place, kunci=told)
    return replace(document, data=filled), [found]


def _own(data: Mapping[str, Any], tables: Tables, source: str) -> Mapping[str, Any]:
    """Return what follows from what a definition says itself, and from the name of its file."""
    kode = data.get("kode") or code_in_name(source)
    parts = str(kode or "").split("-")
    # What follows from something that is missing or wrong is not asked for as well.
    first = next(iter(tables.fields.values()), None)
    work = tables.fields.get(parts[1]) if len(parts) == _DASHES + 1 else first
    method = next(iter(tables.methods), None)
    found = {"nama_en": data.get("nama", "nama"), "capaian": data.get("polaritas", method)}
    found |= {} if kode is None else {"kode": kode}
    found |= {} if work is None else {"bidang": work.kode, "program": work.program}
    unit = tables.units.get(str(data.get("satuan")))
    if unit is not None and unit.desimal is not None:
        found["desimal"] = str(unit.desimal)
    if unit is not None and unit.rentang_wajib:
        found["rentang"] = unit.rentang.model_dump(exclude_none=True)
    return found


def code_in_name(file: str) -> str | None:
    """Return the code that a file of a definition is named after, if it is."""
    stem = PurePath(file).stem.lower()
    return stem.upper() if _CODE.fullmatch(stem) else None


def _variable(one: Mapping[str, Any], data: Mapping[str, Any], tables: Tables) -> dict[str, Any]:
    """Return what follows for a variable from its name, its unit, and the formula."""
    found: dict[str, Any] = {}
    if one.get("nama"):
        _fill(found, {"label": str(one["nama"]).replace("_", " ")})
    if data.get("rumus") == one.get("nama") and "satuan" in data:
        found["satuan"] = data["satuan"]
    unit = tables.units.get(str(one.get("satuan") or found.get("satuan")))
    if unit is not None and not unit.aditif:
        found["jenis"] = "nilai"
    return _left(one, found)


def _left(one: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in known.items() if key not in one}


def _fill(data: dict[str, Any], more: Mapping[str, Any]) -> None:
    data.update(_left(data, more))


def _fill_each(
    data: dict[str, Any], key: str, lacking: Callable[[Mapping[str, Any]], Mapping[str, Any]]
) -> list[str]:
    """Fill in the parts of a list; return what they lacked, each once."""
    if not isinstance(data.get(key), list):
        return []
    new: dict[str, None] = {}
    parts = []
    for one in data[key]:
        added = lacking(one) if isinstance(one, Mapping) else {}
        new |= dict.fromkeys(f"{key}.{name}" for name in added)
        parts.append({**added, **one} if added else one)
    data[key] = parts
    return [*new]


def _shown(value: object) -> str:
    return value if isinstance(value, str) else ""
