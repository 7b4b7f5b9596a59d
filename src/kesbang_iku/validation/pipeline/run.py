"""The flow: a work is divided, its parts are checked, and what is kept of them is settled."""

from collections.abc import Iterator, Sequence, Sized
from functools import partial
from itertools import count
from typing import Final, Protocol, TypeVar

from kesbang_iku.findings.waiting import part, step
from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.pipeline.check import CheckedPart, check_part
from kesbang_iku.validation.pipeline.processes import in_processes
from kesbang_iku.validation.running import CheckResult
from kesbang_iku.validation.standard import Standard

Share = TypeVar("Share", bound=Sized)
_DIVIDED: Final = 0.22
_CHECKED: Final = 0.95
"""So far a work is once it is divided, and once its parts are checked."""
_READ: Final = 0.32
"""Reading is so much of checking a part."""


class Kept(Protocol):
    """What is kept of the parts of a share."""

    def append(self, part: CheckedPart, /) -> None:
        """Take in what is said of a part."""
        ...


KeptOf = TypeVar("KeptOf", bound=Kept)


class Work(Protocol[Share, KeptOf]):
    """Something to be checked: many files, or one long table."""

    def divide(self, processes: int) -> Sequence[Share]:
        """Return at most so many shares, as long as they have parts; provinces are not divided."""
        ...

    def parts(self, share: Share) -> Iterator[Sequence[Content]]:
        """Read a share part by part: what is held against each other, and in memory, at a time."""
        ...

    def begin(self) -> KeptOf:
        """Return what keeps nothing yet."""
        ...

    def settle(self, kept: Sequence[KeptOf]) -> CheckResult:
        """Return what is said of the whole work, masked, by what was kept of its shares."""
        ...


def check(work: Work[Share, KeptOf], standard: Standard, processes: int) -> CheckResult:
    """Return what is wrong with a work; the same, in however many processes it is done."""
    with part(0, _DIVIDED):
        shares = work.divide(processes)
    with part(_DIVIDED, _CHECKED):
        kept = in_processes(partial(_check_share, work, standard), shares)
    return work.settle(kept)


def _check_share(work: Work[Share, KeptOf], standard: Standard, share: Share) -> KeptOf:
    kept = work.begin()
    parts = iter(work.parts(share))
    for number in count():
        with step(min(number, len(share)), len(share) or 1):
            if not _check_next(parts, kept, standard):
                break
    return kept


def _check_next(parts: Iterator[Sequence[Content]], kept: Kept, standard: Standard) -> bool:
    """Check the next part, if there is one; nothing of it but what is kept outlives this."""
    with paused_gc():
        with part(0, _READ):
            contents = next(parts, None)
        if contents is None:
            return False
        with part(_READ, 1):
            kept.append(check_part(contents, standard))
    return True
