"""The bar that shows on a terminal how far a long file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.screen import clean
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.cli.session import Session

_STEPS: Final = 30
_LONGEST_NAME: Final = 32


@contextmanager
def progress_bar(
    session: Session, saying: Text = commands.validate.CHECKING, *, patience: float = 0
) -> Iterator[Callable[[str, float], None]]:
    """Give what is to be told how far a file is, and remove the bar in the end.

    It shows on standard error, where that is a terminal and nobody asked for quiet: a line of plain
    characters, written anew whenever the whole percentage changes, from ``patience`` seconds on.
    """
    shown = ""
    begun = monotonic()
    watched = session.screen.watched and not session.quiet

    def tell(name: str, share: float) -> None:
        nonlocal shown
        if not watched or monotonic() - begun < patience:
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
