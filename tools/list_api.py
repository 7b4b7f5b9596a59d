"""List the public interface: every name with its signature, members and their types.

    python tools/list_api.py            # writes tests/public_api.txt

A test compares the list with the code, so that no change of the interface goes unseen; what may
change and when is said in docs/kestabilan.md.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Final, Literal, get_args, get_origin

import kesbang_iku as iku
from kesbang_iku.model.record import Record

FILE: Final = Path(__file__).resolve().parents[1] / "tests" / "public_api.txt"
_OPERATORS: Final = frozenset(
    {"__call__", "__contains__", "__getitem__", "__iter__", "__len__", "__str__"}
)


def listing() -> str:
    """Return the list as text, one entry a line, members indented below their class."""
    lines = [line for name, found in public_names().items() for line in _entry(name, found)]
    return "\n".join(lines) + "\n"


def public_names() -> dict[str, object]:
    """Return what each public name stands for; the names of a public package after its own."""
    found: dict[str, object] = {}
    for name in sorted(iku.__all__):
        member: object = getattr(iku, name)
        if inspect.ismodule(member):
            inside = sorted(member.__all__)
            found |= {f"{name}.{inner}": getattr(member, inner) for inner in inside}
        else:
            found[name] = member
    return found


def _entry(name: str, found: object) -> Iterator[str]:
    if isinstance(found, type):
        yield f"class {name}({', '.join(base.__name__ for base in found.__bases__)})"
        yield from sorted(f"    {line}" for line in _members(found))
    elif get_origin(found) is Literal:
        yield f"{name} = Literal{list(get_args(found))}"
    elif callable(found):
        yield f"def {name}{_signature(found)}"
    else:
        yield f"{name}: {type(found).__name__}"


def _members(owner: type) -> Iterator[str]:
    if issubclass(owner, Enum):
        yield from (f"{member.name} = {member.value!r}" for member in owner)
        return
    names: set[str] = set()
    if issubclass(owner, Record):
        names = set(owner.model_fields)
    elif is_dataclass(owner):
        names = {found.name for found in fields(owner) if not found.name.startswith("_")}
    for base in owner.__mro__:
        for name, annotation in inspect.get_annotations(base).items():
            if name in names:
                names.remove(name)
                yield f"{name}: {_as_written(base, name, annotation)}"
    for name, member in inspect.getmembers_static(owner):
        if _is_own(owner, name):
            yield from _member(name, member)


def _as_written(owner: type, name: str, annotation: object) -> str:
    """Return an annotation as it is written, which no Python does in its own way."""
    if isinstance(annotation, str):
        return annotation
    tree = ast.parse(textwrap.dedent(inspect.getsource(owner)))
    own = f"'{owner.__name__}'"  # what a class says of itself stands in quotes
    return next(
        ast.unparse(node.annotation).replace(own, owner.__name__)
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name
    )


def _is_own(owner: type, name: str) -> bool:
    """Say whether a member is ours: public or an operator, and not what each model has."""
    if name.startswith(("_", "model_")) and name not in _OPERATORS:
        return False
    home = next((base for base in owner.__mro__ if name in vars(base)), object)
    return home is not Record and home.__module__.startswith("kesbang_iku.")


def _member(name: str, member: object) -> Iterator[str]:
    if isinstance(member, cached_property):
        yield f"{name} -> {_said(member.func).return_annotation}"
    elif isinstance(member, property):
        getter = member.fget
        yield f"{name} -> {_said(getter).return_annotation if getter else '?'}"
    elif isinstance(member, staticmethod | classmethod):
        yield f"{type(member).__name__} {name}{_signature(member.__func__)}"
    elif inspect.isfunction(member):
        yield f"def {name}{_signature(member)}"


def _signature(found: object) -> str:
    return str(_said(found)).replace("'", "") if callable(found) else ""


def _said(function: Callable[..., object]) -> inspect.Signature:
    """Return a signature with its annotations as they are written, as above."""
    said = inspect.signature(function)
    given = [*(one.annotation for one in said.parameters.values()), said.return_annotation]
    if all(one is inspect.Signature.empty or isinstance(one, str) for one in given):
        return said
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
    notes = {
        node.arg: ast.unparse(node.annotation).strip("'")
        for node in ast.walk(tree)
        if isinstance(node, ast.arg) and node.annotation is not None
    }
    returned = getattr(tree, "returns", None)
    parameters = [
        one.replace(annotation=notes.get(one.name, one.annotation))
        for one in said.parameters.values()
    ]
    return said.replace(
        parameters=parameters,
        return_annotation=ast.unparse(returned).strip("'") if returned else said.return_annotation,
    )


if __name__ == "__main__":
    FILE.write_text(listing(), encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(listing().splitlines())} lines")
