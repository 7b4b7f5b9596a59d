"""Telling a program which argument is of another kind than a public function takes.

Nothing is looked at before a function runs. Where one breaks inside, its annotations tell which
argument broke it; what they do not explain goes on as it is.
"""

import builtins
import sys
from collections.abc import Callable, Iterator
from functools import cache, wraps
from types import UnionType
from typing import (
    Any,
    Final,
    Literal,
    ParamSpec,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from kesbang_iku.findings.sentences import findings as said

P = ParamSpec("P")
R = TypeVar("R")
_EITHER: Final = (Union, UnionType)
_LONGEST: Final = 40
_BROKEN: Final = (AttributeError, KeyError, TypeError)


class MisuseError(TypeError):
    """A program gave what a public function does not take; the message says what it takes."""


def misuse_told(function: Callable[P, R]) -> Callable[P, R]:
    """Return what does the same, and raises ``MisuseError`` where a wrong argument breaks it."""

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except _BROKEN as error:
            wrong = None if isinstance(error, MisuseError) else _misuse(function, args, kwargs)
            if wrong is None:
                raise
            raise MisuseError(wrong) from error

    return told


def misuse_refused(function: Callable[P, R]) -> Callable[P, R]:
    """Return what does the same, and raises ``MisuseError`` before it runs with a wrong argument.

    That is for what would not break by one, but find nothing.
    """

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        wrong = _misuse(function, args, kwargs)
        if wrong is not None:
            raise MisuseError(wrong)
        return function(*args, **kwargs)

    return told


def _misuse(
    function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
) -> str | None:
    """Return what to say of the first argument that is of no kind that is taken, if one is."""
    from inspect import signature  # noqa: PLC0415  # light: for misuse alone

    try:
        given = signature(function).bind(*args, **kwargs).arguments
        hints = _hints(function)
    except (NameError, TypeError):
        return None
    for name, value in given.items():
        if name in hints and not _fits(value, hints[name]):
            cures = ", ".join(dict.fromkeys(_cures(name, value, hints[name])))
            return said.MISUSE.filled(
                fungsi=function.__name__,
                nama=name,
                perlu=_shown(hints[name]),
                jenis=_told(value),
                usul=said.MISUSE_CURE.filled(usul=cures) if cures else "",
            ).en
    return None


@cache
def _hints(function: Callable[..., object]) -> dict[str, object]:
    return get_type_hints(function, localns=_Names(function.__globals__))


class _Names(dict[str, Any]):
    """The names in annotations; those that only type checkers import are public ones, or any."""

    def __init__(self, known: dict[str, Any]) -> None:
        super().__init__(vars(builtins) | known)

    def __missing__(self, name: str) -> object:
        return getattr(sys.modules[__name__.partition(".")[0]], name, Any)


def _fits(value: object, taken: object) -> bool:
    """Say whether a value is of the kind that is taken, as far as that can be told."""
    origin, parts = get_origin(taken), get_args(taken)
    if origin is Literal:
        return any(type(value) is type(one) and value == one for one in parts)
    if origin in _EITHER:
        return any(_fits(value, one) for one in parts)
    kind: Any = (int, float) if taken is float else origin or taken
    try:
        if not isinstance(value, kind):
            return False
    except TypeError:  # anything, or a protocol that cannot be asked
        return True
    listed = value if isinstance(value, list | tuple | str | bytes | dict) else ()
    return not parts or all(_fits(one, parts[0]) for one in listed)


def _cures(name: str, value: object, taken: object) -> Iterator[str]:
    """Yield what to give instead."""
    for one in get_args(taken) or (taken,):
        label = getattr(one, "__name__", "")
        if one is str and type(value) in (int, float):
            yield f'{name}="{value}"'
        elif one is int and isinstance(value, str) and value.strip().isdecimal():
            yield f"{name}={int(value)}"
        elif label in said.MADE_BY:
            yield said.MADE_BY[label].en


def _told(value: object) -> str:
    """Return a value that is short, else what kind it is of."""
    plain = value is None or isinstance(value, str | int | float)
    told = repr(value) if plain else ""
    return told if 0 < len(told) <= _LONGEST else type(value).__name__


def _shown(taken: object) -> str:
    """Return a kind as programs write it, without the rooms that it lives in."""
    origin, parts = get_origin(taken), get_args(taken)
    if origin is Literal:
        return " | ".join(map(repr, parts))
    if origin in _EITHER:
        return " | ".join(map(_shown, parts))
    label = "None" if taken is type(None) else str(getattr(taken, "__name__", taken))
    return f"{label}[{', '.join(map(_shown, parts))}]" if parts else label
