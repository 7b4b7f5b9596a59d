"""JSON Schemas of the classes that answers are built by.

They are made here, as pydantic takes a ``TypedDict`` of the standard library from Python 3.12 on
only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

Schema = dict[str, Any]
_TYPES: Final[Mapping[object, str]] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    NoneType: "null",
}


def answer_schema(shape: type) -> tuple[Schema, dict[str, Schema]]:
    """Return the schema of an answer, and by their names those of the answers in it."""
    definitions: dict[str, Schema] = {}
    return _object(shape, definitions), definitions


def _object(shape: type, definitions: dict[str, Schema]) -> Schema:
    keys = get_type_hints(shape, include_extras=True)
    return {
        "additionalProperties": True,
        "properties": {key: _schema(hint, definitions) for key, hint in keys.items()},
        "required": [key for key, hint in keys.items() if get_origin(hint) is not NotRequired],
        "type": "object",
    }


def _schema(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any type
    inner = partial(_schema, definitions=definitions)
    origin, parts = get_origin(hint), get_args(hint)
    if is_typeddict(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if origin is NotRequired:
        return inner(parts[0])
    if origin is Annotated:
        said = {keyword.name: keyword.value for keyword in parts[1:]}
        return dict(sorted({**inner(parts[0]), **said}.items()))
    if origin is Literal:
        return {"const": parts[0], "type": "string"} if len(parts) == 1 else _enum(parts)
    if origin in {Union, UnionType}:
        return {"anyOf": [inner(part) for part in parts]}
    if origin is list:
        return {"items": inner(parts[0]), "type": "array"}
    if origin in {Mapping, dict}:
        return {"additionalProperties": inner(parts[1]), "type": "object"}
    return {} if hint is Any else {"type": _TYPES[hint]}


def _enum(words: tuple[str, ...]) -> Schema:
    return {"enum": list(words), "type": "string"}
