"""The bar that shows on a terminal how far a long file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import Session
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.waiting import waiting

if TYPE_CHECKING:
    from kesbang_iku.sources.reading import Opened

PATIENCE: Final = 1.0
"""For so many seconds nobody wants to know how far it got."""
_LARGE: Final = 1_000_000
"""From so many characters on it surely takes longer than that."""
_UNPACKED: Final = 10
"""So many characters come of each byte of a workbook."""
_STEPS: Final = 30
_LONGEST_NAME: Final = 32


@contextmanager
def progress_bar(
    session: Session,
    saying: Text = commands.validate.CHECKING,
    *,
    patience: float | None = None,
    files: Sequence[Opened] = (),
) -> Iterator[Callable[[str, float], None]]:
    """Give what is to be told how far a file is, and remove the bar in the end.

    It shows on standard error, where that is a terminal and nobody asked for quiet: a line of plain
    characters, written anew whenever the whole percentage changes, from ``patience`` seconds on,
    :data:`PATIENCE` where not given; at once for ``files`` that surely take longer.
    """
    shown = ""
    begun = monotonic()
    if patience is None:
        size = sum(len(one.text) + _UNPACKED * len(one.content) for one in files)
        patience = 0 if size > _LARGE else PATIENCE
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


@contextmanager
def working_on(files: Sequence[Opened], session: Session, saying: Text) -> Iterator[None]:
    """Show how far what runs meanwhile is with files, that is called by the file if it is one."""
    (name, *others) = [one.name for one in files] or [""]
    called = session.say(texts.FILES, jumlah=len(files)) if others else name
    bar = progress_bar(session, saying, files=files)
    with bar as tell, waiting(partial(tell, called)):
        tell(called, 0)
        yield


def reading_each(files: Sequence[Opened], session: Session) -> Iterator[Opened]:
    """Yield files that are read one after the other, and show how far it got, also inside one."""
    watched = session.screen.watched and not session.quiet
    with progress_bar(session, texts.READING_FILE, files=files) as tell:
        for number, one in enumerate(files):

            def told(done: float, number: int = number, name: str = one.name) -> None:
                tell(name, (number + done) / len(files))

            told(0)
            with waiting(told if watched else None):
                yield one
