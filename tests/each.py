"""One test over many things, where a test for each would take longer to count than to run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def each(
    things: Iterable[Thing], called: Callable[[Thing], str]
) -> Callable[[Callable[[Thing], None]], Callable[[], None]]:
    """Try a test on all things, and say on which it fails.

    Args:
        things: what it is tried on.
        called: what one of them is called.
    """

    def tried(test: Callable[[Thing], None]) -> Callable[[], None]:
        def on_all() -> None:
            count = 0
            for thing in things:
                count += 1
                try:
                    test(thing)
                except AssertionError as error:
                    raise AssertionError(f"of {called(thing)}: {error}") from error
            assert count, "tried on nothing"

        on_all.__doc__ = test.__doc__
        return on_all

    return tried
