"""Holding a document against a model: every deviation becomes a finding at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from kesbang_iku.findings import Finding, Place, Repair, Text, kinds, sentences
from kesbang_iku.model.record import Record
from kesbang_iku.sources.document import Key
from kesbang_iku.sources.fitting import fitted
from kesbang_iku.sources.spelling import Guesses, key_meant, literal_meant

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Pointer = tuple[str | int, ...]
Locator = Callable[[Pointer], Place]
"""Tells where the value at a pointer stands."""
Meanings = Mapping[Pointer, Callable[[str], str | None]]
"""What an odd spelling of the value at a pointer can only mean, by pointer."""

Model = TypeVar("Model", bound=Record)


def below(locate: Locator, base: Pointer) -> Locator:
    """Return where parts of the part at ``base`` stand."""
    return lambda pointer: locate((*base, *pointer))


def check_shape(
    model: type[Model],
    data: object,
    locate: Locator,
    base: Pointer = (),
    meanings: Meanings | None = None,
) -> tuple[Model | None, list[Finding]]:
    """Return ``data`` as ``model``, or ``None`` and a finding for each deviation.

    ``base`` is the pointer of ``data`` within its document, so that places come out right.
    ``meanings`` tell for some values what an odd spelling of them can only mean.
    """
    made = fitted(model, data)
    if made is not None:
        return made, []
    from pydantic import ValidationError  # noqa: PLC0415  # light: what fits needs none

    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, deviations(error, model, data, locate, base, meanings)


def deviations(
    error: ValidationError,
    model: type[Record],
    data: object,
    locate: Locator,
    base: Pointer = (),
    meanings: Meanings | None = None,
) -> list[Finding]:
    """Return a finding for each deviation of ``data`` from ``model``, as for `check_shape`."""
    guesses = Guesses(_all_keys(model))
    return [
        _finding(
            detail, pointer, guesses, locate, base, _repair(detail, pointer, model, data, meanings)
        )
        for pointer, detail in _relevant(error.errors(include_url=False), data)
    ]


def _relevant(details: list[ErrorDetails], data: object) -> list[tuple[Pointer, ErrorDetails]]:
    """Drop repeats: a value that fits no member of a union is reported once, at its place."""
    seen: dict[tuple[Pointer, bool], ErrorDetails] = {}
    for detail in details:
        least = detail.get("ctx", {}).get("min_length", 0)
        if detail["type"] == "too_short" and len(detail["input"]) >= least:
            # There are enough; each that was not taken for one is told by itself.
            continue
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


def _repair(
    detail: ErrorDetails,
    below: Pointer,
    model: type[Record],
    data: object,
    meanings: Meanings | None,
) -> Repair | None:
    """Return the spelling that a value or key can only mean, where there is one."""
    written = detail["input"]
    if detail["type"] == "extra_forbidden":
        keys = key_meant(str(below[-1]), _all_keys(model))
        taken = [key for key in keys if _takes(model, data, below, key)]
        return Repair(taken[0], kunci=True) if len(taken) == 1 else None
    if not isinstance(written, str):
        return None
    meant = None
    if meanings is not None and below in meanings:
        meant = meanings[below](written)
    elif detail["type"] == "literal_error":
        meant = literal_meant(written, str(detail.get("ctx", {})["expected"]))
    return None if meant is None else Repair(meant)


def _takes(model: type[Record], data: object, pointer: Pointer, key: str) -> bool:
    """Say whether ``model`` takes the value at ``pointer`` if its key is ``key``."""
    holder: Any = data
    for step in pointer[:-1]:
        holder = holder[step]
    if not isinstance(holder, Mapping) or key in holder:
        return False
    renamed = _renamed(data, pointer, key)
    from pydantic import ValidationError  # noqa: PLC0415  # light: as above

    try:
        model.model_validate(renamed)
    except ValidationError as error:
        new = (*pointer[:-1], key)
        details = error.errors(include_url=False)
        return all(_pointer(one, renamed) != new for one in details)
    return True


def _renamed(data: object, pointer: Pointer, key: str) -> object:
    """Return ``data`` with the last key of ``pointer`` replaced."""
    step, below = pointer[0], pointer[1:]
    if isinstance(data, list):
        return [_renamed(item, below, key) if at == step else item for at, item in enumerate(data)]
    if not isinstance(data, Mapping):
        return data
    if not below:
        return {key if name == step else name: item for name, item in data.items()}
    return {
        name: _renamed(item, below, key) if name == step else item for name, item in data.items()
    }


def _finding(
    detail: ErrorDetails,
    below: Pointer,
    guesses: Guesses,
    locate: Locator,
    base: Pointer,
    repair: Repair | None,
) -> Finding:
    pointer = base + below
    key = str(pointer[-1]) if pointer else ""
    if detail["type"] == "missing":
        return kinds.MISSING_KEY.at(locate(pointer[:-1]), kunci=key)
    if detail["type"] == "extra_forbidden":
        near = guesses.near(key.casefold()) if repair is None else repair.isi
        # A key that is known elsewhere is the nearest to itself.
        usul = (
            sentences.findings.PERHAPS.filled(dekat=near)
            if near not in (None, key)
            else sentences.sources.REMOVE_KEY
        )
        place = locate((*pointer[:-1], Key(key)))
        return kinds.UNKNOWN_KEY.at(place, value=key, kunci=key, usul=usul).repairable(repair)
    expected = _expected(detail) if repair is None else Text.same(f"'{repair.isi}'")
    return kinds.WRONG_VALUE.at(
        locate(pointer), value=shown(detail["input"]), harapan=expected
    ).repairable(repair)


def shown(value: object, limit: int = 80) -> str:
    """Return ``value`` as it is shown in a finding: on one line, and never long."""
    try:
        text = " ".join(str(value).split())
    except ValueError:  # Python writes no whole number of thousands of digits
        text = f"{type(value).__name__} …"
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _expected(detail: ErrorDetails) -> Text:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in sentences.sources.EXPECTED:
        return sentences.sources.EXPECTED[kind]
    if kind == "literal_error":
        words = str(context["expected"]).split(" or ")
        return sentences.sources.ONE_OF.filled(isi=sentences.sources.OR.join(map(Text.same, words)))
    if kind == "string_pattern_mismatch":
        return sentences.sources.PATTERNS.get(context["pattern"], sentences.sources.OTHER_FORM)
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context.get("ge", context.get("le"))
        sign = "≥" if "ge" in context else "≤"
        return sentences.sources.A_NUMBER.filled(tanda=sign, batas=bound)
    return sentences.sources.OTHER_CONTENT


@cache
def _all_keys(model: type[Record]) -> tuple[str, ...]:
    """Return the keys of ``model`` and of every model it holds, for a 'did you mean'."""
    keys: dict[str, None] = {}
    waiting, done = [model], set[type[Record]]()
    while waiting:
        current = waiting.pop()
        if current in done:
            continue
        done.add(current)
        for name, field in current.model_fields.items():
            keys[name] = None
            waiting.extend(_models_in(field.annotation))
    return tuple(keys)


def _models_in(annotation: object) -> list[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [
        model for argument in getattr(annotation, "__args__", ()) for model in _models_in(argument)
    ]
