"""Telling who waits for long work how far it is; where nobody waits, nothing is told or counted.

Work goes through its things with :func:`passed`; a program that shows progress does the work inside
:func:`waiting`. The two need not know of each other, and the functions between say nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Tell = Callable[[float], None]
_WAITING: ContextVar[Tell | None] = ContextVar("waiting", default=None)
_TOLD: int = 200
"""So many times at most one loop tells how far it is."""


@contextmanager
def waiting(tell: Tell) -> Iterator[None]:
    """Have ``tell`` told, by what runs meanwhile, how much is done: a number from 0 to 1."""
    token = _WAITING.set(tell)
    try:
        yield
    finally:
        _WAITING.reset(token)


def passed(things: Collection[T], first: float = 0, last: float = 1) -> Iterable[T]:
    """Return ``things``; taking them is the part of the work from ``first`` to ``last``."""
    tell = _WAITING.get()
    return things if tell is None else _told(things, first, last, tell)


def _told(things: Collection[T], first: float, last: float, tell: Tell) -> Iterator[T]:
    every = max(1, len(things) // _TOLD)
    for number, thing in enumerate(things):
        if number % every == 0:
            tell(first + (last - first) * number / len(things))
        yield thing
    tell(last)
