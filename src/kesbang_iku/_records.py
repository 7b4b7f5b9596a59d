"""``dataclass`` as the standard library has it, with frozen classes made in half of the time.

The library's records are frozen, and a start makes a hundred of them. ``dataclasses`` writes six
methods for each as text and compiles them, 0.6 ms a class; here that is done for ``__init__``
alone, and all classes share the others: validating one report takes 30 ms less of 300. Type
checkers see the original; ``fields``, ``replace``, ``match`` and ``pickle`` take such a class as
any other. Classes that the reference of the library shows are made by the original, which the
tools that write it look for; they inherit from none that is made here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass"]

_SETTER: Final = "__set"
_MADE: Final = "__made"
"""Stands in a signature for what the factory of a field makes."""


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
        return dataclasses.dataclass(cls)
    if not frozen:
        return dataclasses.dataclass(slots=slots, eq=eq, repr=repr, kw_only=kw_only)
    shared: dict[str, object] = {"__setattr__": _refuse, "__delattr__": _refuse}
    if slots:
        shared |= {"__getstate__": _state, "__setstate__": _set_state}
    if eq:
        shared |= {"__eq__": _equal, "__hash__": _hash}
    if repr:
        shared["__repr__"] = _shown
    only_fields = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
    )

    def make(cls: type[Any]) -> type[Any]:
        for name, method in shared.items():
            if vars(cls).get(name) is None:  # what the class has itself stays
                setattr(cls, name, method)
        made = only_fields(cls)
        fields = dataclasses.fields(made)
        made.__init__ = _initializer(made, fields)
        compared = [field.name for field in fields if field.compare]
        made.__compared__ = attrgetter(*compared) if compared else type
        return made

    return make


def _initializer(cls: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """Return the ``__init__`` that sets each field to what is given, its default, or a new one."""
    names: dict[str, Any] = {_SETTER: object.__setattr__, _MADE: dataclasses.MISSING}
    by_place, by_name, lines = ["self"], ["*"], []
    for field in fields:
        given = value = field.name
        if field.default is not dataclasses.MISSING:
            names[f"__{field.name}"] = field.default
            given = f"{field.name}=__{field.name}"
        elif field.default_factory is not dataclasses.MISSING:
            names[f"__{field.name}"] = field.default_factory
            given = f"{field.name}={_MADE}"
            value = f"__{field.name}() if {field.name} is {_MADE} else {field.name}"
        (by_name if field.kw_only else by_place).append(given)
        lines.append(f"{_SETTER}(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    given = ", ".join(by_place + (by_name if len(by_name) > 1 else []))
    exec(f"def __init__({given}):\n " + "\n ".join(lines or ["pass"]), names)  # noqa: S102  # own text
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
    return made


def _refuse(_self: Any, name: str, *_value: object) -> None:  # noqa: ANN401  # of any class
    raise dataclasses.FrozenInstanceError(f"field {name!r} cannot be changed")


def _equal(self: Any, other: Any) -> Any:  # noqa: ANN401  # of any class
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == other.__compared__(other)


def _hash(self: Any) -> int:  # noqa: ANN401  # of any class
    return hash(self.__compared__(self))


@recursive_repr()
def _shown(self: Any) -> str:  # noqa: ANN401  # of any class
    names = (field.name for field in dataclasses.fields(self) if field.repr)
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{self.__class__.__qualname__}({shown})"


def _state(self: Any) -> list[Any]:  # noqa: ANN401  # of any class
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:  # noqa: ANN401  # of any class
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _light
