"""``dataclass`` as the standard library has it, with classes made in a fraction of the time.

A start of the program makes ninety records, and uses the half of them. ``dataclasses`` writes six
methods for each as text and compiles them, 0.6 ms a class; here each of them is written when it is
first called, and is then the same as ever. Type checkers see the original; ``fields``,
``replace``, ``match`` and ``pickle`` take such a class as any other; ``tools/light_dataclasses.py``
tells what writes the reference of the library.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["dataclass"]

_SETTER: Final = "__set"
_MADE: Final = "__made"
"""Stands in a signature for what the factory of a field makes."""
_Fields = tuple[dataclasses.Field[Any], ...]
_Writer = Callable[[type[Any], _Fields], Callable[..., Any]]


def _light(
    cls: type[Any] | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002  # as the original calls it
    kw_only: bool = False,
) -> Any:  # noqa: ANN401  # the class, or its decorator
    """Make a class a dataclass, or return the decorator that does."""
    if cls is not None:
        return _light()(cls)
    shared, written = _methods(frozen=frozen, slots=slots, eq=eq, shown=repr)
    only_fields = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
    )

    def make(cls: type[Any]) -> type[Any]:
        own = vars(cls)
        # What the class has itself stays; Python gives one with an equality no hash.
        absent = [name for name in written if own.get(name) is None]
        for name, method in shared.items():
            if name not in own:
                setattr(cls, name, method)
        made = only_fields(cls)
        if eq and not frozen and "__hash__" not in own:
            made.__hash__ = None  # type: ignore[assignment]  # how Python marks what has no hash
        made.__init__ = _Written(made, "__init__", _initializer)
        for name in absent:
            setattr(made, name, _Written(made, name, written[name]))
        return made

    return make


def _methods(
    *, frozen: bool, slots: bool, eq: bool, shown: bool
) -> tuple[dict[str, object], dict[str, _Writer]]:
    """Return the methods that all such classes share, and those that are written for each."""
    shared: dict[str, object] = {"__repr__": _shown} if shown else {}
    if frozen:
        shared |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if frozen and slots:
        shared |= {"__getstate__": _state, "__setstate__": _set_state}
    written: dict[str, _Writer] = {"__eq__": _equality} if eq else {}
    if eq and frozen:
        written["__hash__"] = _hashing
    return shared, written


class _Written:
    """Stands for a method of a class until that is first asked for, and then writes it."""

    def __init__(self, cls: type[Any], name: str, write: _Writer) -> None:
        self._cls = cls
        self._name = name
        self._write = write

    def __get__(self, instance: object, owner: type[Any]) -> Callable[..., Any]:
        method = self._write(self._cls, dataclasses.fields(self._cls))
        method.__qualname__ = f"{self._cls.__qualname__}.{self._name}"
        method.__module__ = self._cls.__module__
        setattr(self._cls, self._name, method)
        bound: Callable[..., Any] = method.__get__(instance, owner)
        return bound


def _initializer(cls: type[Any], fields: _Fields) -> Callable[..., None]:
    """Return the ``__init__`` that sets each field to what is given, its default, or a new one."""
    names: dict[str, Any] = {_SETTER: object.__setattr__, _MADE: dataclasses.MISSING}
    by_place, by_name, lines = ["self"], ["*"], []
    frozen = cls.__setattr__ is _refuse
    for field in fields:
        given = value = field.name
        default = f"__{field.name}"
        if field.default is not dataclasses.MISSING:
            names[default] = field.default
            given = f"{field.name}={default}"
        elif field.default_factory is not dataclasses.MISSING:
            names[default] = field.default_factory
            given = f"{field.name}={_MADE}"
            default = f"{default}()"
            value = f"{default} if {field.name} is {_MADE} else {field.name}"
        elif not field.init:
            continue
        if field.init:
            (by_name if field.kw_only else by_place).append(given)
        else:
            value = default
        lines.append(
            f"{_SETTER}(self, {field.name!r}, {value})"
            if frozen
            else f"self.{field.name} = {value}"
        )
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    given = ", ".join(by_place + (by_name if len(by_name) > 1 else []))
    made = _compiled("__init__", given, lines or ["pass"], names)
    made.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
    return made


def _equality(_cls: type[Any], fields: _Fields) -> Callable[..., Any]:
    """Return the ``__eq__`` of objects of one class with the same content."""
    compared = [field.name for field in fields if field.compare]
    own, others = _tuple("self", compared), _tuple("other", compared)
    lines = [f"if other.__class__ is self.__class__: return {own} == {others}"]
    return _compiled("__eq__", "self, other", [*lines, "return NotImplemented"], {})


def _hashing(_cls: type[Any], fields: _Fields) -> Callable[..., Any]:
    """Return the ``__hash__`` of the content."""
    hashed = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]
    return _compiled("__hash__", "self", [f"return hash({_tuple('self', hashed)})"], {})


def _tuple(owner: str, names: list[str]) -> str:
    return "(" + "".join(f"{owner}.{name}," for name in names) + ")"


def _compiled(
    name: str, arguments: str, lines: list[str], names: dict[str, Any]
) -> Callable[..., Any]:
    exec(f"def {name}({arguments}):\n " + "\n ".join(lines), names)  # noqa: S102  # of field names alone, as dataclasses does
    made: Callable[..., Any] = names[name]
    return made


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"field {name!r} cannot be changed")


@recursive_repr()
def _shown(self: DataclassInstance) -> str:
    names = (field.name for field in dataclasses.fields(self) if field.repr)
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{self.__class__.__qualname__}({shown})"


def _state(self: DataclassInstance) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: DataclassInstance, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _light
