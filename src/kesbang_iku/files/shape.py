"""Holding a document against a model: every deviation becomes a finding at its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kesbang_iku.diagnostics import Finding, FindingKind, Level, Place, Text

Pointer = tuple[str | int, ...]
Locator = Callable[[Pointer], Place]
"""Tells where the value at a pointer stands."""

Model = TypeVar("Model", bound=BaseModel)

MISSING_KEY: Final = FindingKind(
    "IKU201",
    Level.GALAT,
    Text("Kunci wajib tidak ada", "Required key missing"),
    Text("Kunci '{kunci}' wajib ada di sini.", "The key '{kunci}' is required here."),
    Text("Tambahkan '{kunci}: …'.", "Add '{kunci}: …'."),
    Text(
        "Tanpa kunci wajib, isi berkas tidak dapat ditafsirkan.",
        "Without its required keys a file cannot be interpreted.",
    ),
)
UNKNOWN_KEY: Final = FindingKind(
    "IKU202",
    Level.GALAT,
    Text("Kunci tidak dikenal", "Unknown key"),
    Text("Kunci '{kunci}' tidak dikenal di sini.", "The key '{kunci}' is not known here."),
    Text("{usul}", "{usul_en}"),
    Text(
        "Kunci yang salah eja akan terbaca sebagai data yang hilang.",
        "A misspelt key would read as missing data.",
    ),
)
WRONG_VALUE: Final = FindingKind(
    "IKU203",
    Level.GALAT,
    Text("Nilai tidak sesuai", "Unfitting value"),
    Text("Di sini diharapkan {harapan}.", "Expected here: {harapan_en}."),
    Text("Ganti dengan {harapan}.", "Replace it by {harapan_en}."),
    Text(
        "Setiap kunci mempunyai jenis isi sendiri; isi lain tidak ditebak maksudnya.",
        "Every key has its own kind of content; nothing else is guessed at.",
    ),
)

KINDS: Final = (MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE)

_EXPECTED: Final[Mapping[str, Text]] = {
    "exact_number": Text(
        "bilangan eksak, misalnya 100 atau 0.327", "an exact number such as 100 or 0.327"
    ),
    "whole_number": Text("bilangan bulat", "a whole number"),
    "cell": Text("satu bilangan atau satu teks", "one number or one text"),
    "string_type": Text("teks", "text"),
    "bool_type": Text("true atau false", "true or false"),
    "bool_parsing": Text("true atau false", "true or false"),
    "tuple_type": Text("daftar", "a list"),
    "dict_type": Text("pemetaan kunci: nilai", "a mapping of key: value"),
    "list_type": Text("daftar", "a list"),
    "mapping_type": Text("pemetaan kunci: nilai", "a mapping of key: value"),
    "model_type": Text("pemetaan kunci: nilai", "a mapping of key: value"),
    "too_short": Text("paling sedikit satu isi", "at least one entry"),
    "string_too_short": Text("teks yang tidak kosong", "text that is not empty"),
    "string_too_long": Text("teks yang lebih pendek", "a shorter text"),
}


def check_shape(
    model: type[Model], data: object, locate: Locator, base: Pointer = ()
) -> tuple[Model | None, list[Finding]]:
    """Return ``data`` as ``model``, or ``None`` and a finding for each deviation.

    ``base`` is the pointer of ``data`` within its document, so that places come out right.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [
            _finding(detail, pointer, model, locate, base)
            for pointer, detail in _relevant(details, data)
        ]


def _relevant(details: list[ErrorDetails], data: object) -> list[tuple[Pointer, ErrorDetails]]:
    """Drop repeats: a value that fits no member of a union is reported once, at its place."""
    seen: dict[tuple[Pointer, bool], ErrorDetails] = {}
    for detail in details:
        pointer = _pointer(detail, data)
        seen.setdefault((pointer, detail["type"] == "extra_forbidden"), detail)
    return [(pointer, detail) for (pointer, _), detail in seen.items()]


def _pointer(detail: ErrorDetails, data: object) -> Pointer:
    """Return where in ``data`` a deviation stands.

    The location that pydantic gives has steps of its own, for members of unions and for keys of
    mappings; whatever is no step into the data is left out, but for a key that is missing.
    """
    found: list[str | int] = []
    for step in detail["loc"]:
        if isinstance(data, Mapping):
            key = step if step in data else str(step)
            if key in data:
                found.append(key)
                data = data[key]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            found.append(step)
            data = data[step]
    if detail["type"] == "missing":
        found.append(detail["loc"][-1])
    return tuple(found)


def _finding(
    detail: ErrorDetails, below: Pointer, model: type[BaseModel], locate: Locator, base: Pointer
) -> Finding:
    pointer = base + below
    place = locate(pointer)
    key = str(pointer[-1]) if pointer else ""
    if detail["type"] == "missing":
        return MISSING_KEY.at(locate(pointer[:-1]), kunci=key)
    if detail["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key.casefold(), _all_keys(model), n=1)
        usul = f"Barangkali yang dimaksud '{near[0]}'." if near else "Hapus kunci ini."
        usul_en = f"Perhaps '{near[0]}' is meant." if near else "Remove this key."
        return UNKNOWN_KEY.at(place, value=key, kunci=key, usul=usul, usul_en=usul_en)
    expected = _expected(detail)
    return WRONG_VALUE.at(
        place, value=shown(detail["input"]), harapan=expected.id, harapan_en=expected.en
    )


def shown(value: object, limit: int = 80) -> str:
    """Return ``value`` as it is shown in a finding: on one line, and never long."""
    try:
        text = " ".join(str(value).split())
    except ValueError:  # Python writes no whole number of thousands of digits
        text = f"{type(value).__name__} …"
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _expected(detail: ErrorDetails) -> Text:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _EXPECTED:
        return _EXPECTED[kind]
    if kind == "literal_error":
        words = str(context["expected"])
        return Text(f"salah satu dari {words.replace(' or ', ' atau ')}", f"one of {words}")
    if kind == "string_pattern_mismatch":
        pattern = context["pattern"]
        return Text(f"teks berpola {pattern}", f"text of the pattern {pattern}")
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        sign = "≥" if "ge" in context else "≤"
        return Text(f"bilangan {sign} {bound}", f"a number {sign} {bound}")
    return Text("isi lain", "other content")


def _all_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys of ``model`` and of every model it holds, for a 'did you mean'."""
    keys: dict[str, None] = {}
    waiting, done = [model], set[type[BaseModel]]()
    while waiting:
        current = waiting.pop()
        if current in done:
            continue
        done.add(current)
        for name, field in current.model_fields.items():
            keys[name] = None
            waiting.extend(_models_in(field.annotation))
    return list(keys)


def _models_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [
        model for argument in getattr(annotation, "__args__", ()) for model in _models_in(argument)
    ]
