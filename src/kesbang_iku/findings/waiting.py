"""Telling who waits for long work how far it is; where nobody waits, nothing is told or counted.

Work goes through its things with :func:`passed`, and does one of several things inside
:func:`part`; a program that shows progress does the work inside :func:`waiting`. They need not know
of each other, and the functions between say nothing of it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
Tell = Callable[[float], None]
_WAITING: ContextVar[Tell | None] = ContextVar("waiting", default=None)
_TOLD: int = 200
"""So many times at most one loop tells how far it is."""


@contextmanager
def waiting(tell: Tell | None) -> Iterator[None]:
    """Have ``tell`` told, by what runs meanwhile, how much is done: a number from 0 to 1.

    Without one nobody is told, whoever waits for what this is a part of.
    """
    token = _WAITING.set(tell)
    try:
        yield
    finally:
        _WAITING.reset(token)


@contextmanager
def part(first: float, last: float) -> Iterator[None]:
    """Let what runs meanwhile be the part of the work from ``first`` to ``last``.

    No generator may yield inside it: it would be the part of whoever asks the generator as well.
    """
    tell = _WAITING.get()
    if tell is None:
        yield
        return
    tell(first)
    with waiting(lambda done: tell(first + (last - first) * done)):
        yield


def step(number: int, count: int) -> AbstractContextManager[None]:
    """Return the part of the work that is one of ``count`` alike.

    The first one is 0; what is done after the last one is no part of it.
    """
    return part(number / count, min(1, (number + 1) / count))


def each(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """Return what ``work`` gives for each of ``things``, each as large a part as the others."""
    results = []
    for number, thing in enumerate(things):
        with step(number, len(things)):
            results.append(work(thing))
    return results


def tell(done: float) -> None:
    """Tell who waits how much is done."""
    told = _WAITING.get()
    if told is not None:
        told(done)


def is_watched() -> bool:
    """Say whether anybody waits."""
    return _WAITING.get() is not None


def passed(things: Iterable[T], first: float = 0, last: float = 1) -> Iterable[T]:
    """Return ``things``; taking them is the part of the work from ``first`` to ``last``.

    Nobody is told of things that are not counted.
    """
    told = _WAITING.get()
    if told is None or not isinstance(things, Sized):
        return things
    return _told(things, len(things), (first, last), told)


def _told(things: Iterable[T], count: int, span: tuple[float, float], told: Tell) -> Iterator[T]:
    first, last = span
    every = max(1, count // _TOLD)
    for number, thing in enumerate(things):
        if number % every == 0:
            told(first + (last - first) * number / count)
        yield thing
    told(last)
