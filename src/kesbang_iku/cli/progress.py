"""The bar that shows on a terminal how far a long file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.screen import clean
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.waiting import waiting

if TYPE_CHECKING:
    from kesbang_iku.cli.session import Session
    from kesbang_iku.sources.reading import Opened

PATIENCE: Final = 1.0
"""For so many seconds nobody wants to know how far it got."""
_STEPS: Final = 30
_LONGEST_NAME: Final = 32


@contextmanager
def progress_bar(
    session: Session, saying: Text = commands.validate.CHECKING, *, patience: float | None = None
) -> Iterator[Callable[[str, float], None]]:
    """Give what is to be told how far a file is, and remove the bar in the end.

    It shows on standard error, where that is a terminal and nobody asked for quiet: a line of plain
    characters, written anew whenever the whole percentage changes, from ``patience`` seconds on,
    :data:`PATIENCE` where not given.
    """
    shown = ""
    begun = monotonic()
    watched = session.screen.watched and not session.quiet

    def tell(name: str, share: float) -> None:
        nonlocal shown
        if not watched or monotonic() - begun < (PATIENCE if patience is None else patience):
            return
        text = session.say(
            saying,
            berkas=clean(name)[-_LONGEST_NAME:],
            garis=("#" * int(share * _STEPS)).ljust(_STEPS, "."),
            persen=int(share * 100),
        )
        if text != shown:
            shown = text
            session.screen.show_progress(text)

    try:
        yield tell
    finally:
        if shown:
            session.screen.show_progress("")


def reading_each(files: Sequence[Opened], tell: Callable[[str, float], None]) -> Iterator[Opened]:
    """Yield files that are read one after the other, and tell how far it got, also inside one."""
    for number, one in enumerate(files):

        def told(done: float, number: int = number, name: str = one.name) -> None:
            tell(name, (number + done) / len(files))

        told(0)
        with waiting(told):
            yield one
