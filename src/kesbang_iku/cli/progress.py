"""The bar that shows on a terminal how far a long file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.screen import clean
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.cli.session import Session

_STEPS: Final = 30
_LONGEST_NAME: Final = 32


@contextmanager
def progress_bar(session: Session) -> Iterator[Callable[[str, float], None]]:
    """Give what is to be told how far a file is, and remove the bar in the end.

    It shows on standard error, where that is a terminal and nobody asked for quiet: a line of plain
    characters, written anew whenever the whole percentage changes.
    """
    shown = ""
    watched = session.screen.watched and not session.quiet

    def tell(name: str, share: float) -> None:
        nonlocal shown
        if not watched:
            return
        text = session.say(
            commands.validate.CHECKING,
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
