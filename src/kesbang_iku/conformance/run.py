"""Running the cases against a program, and what came of it by level."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.conformance.answers import (
    ConformanceAnswer,
    FailedCaseAnswer,
    LevelResultAnswer,
)
from kesbang_iku.conformance.betrayal import betrayed
from kesbang_iku.conformance.cases import LEVELS, Case, Taraf, agrees, cases_of
from kesbang_iku.conformance.program import started
from kesbang_iku.findings import Language, Text, build_answer


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that a program answered wrongly or not at all.

    Attributes:
        case: what was asked.
        answer: what it answered.
        why: why it did not answer.
        habit: the habit that gives its answer.
    """

    case: Case
    answer: Mapping[str, Any]
    why: Text | None = None
    habit: Text | None = None

    @property
    def size(self) -> tuple[bool, int]:
        """How long it takes to read: what was not answered comes last."""
        return (self.why is not None, len(str(self.case.tanya)))

    def as_dict(self, bahasa: Language = "id") -> FailedCaseAnswer:
        """Return it as JSON."""
        asked = self.case
        return build_answer(
            FailedCaseAnswer,
            self,
            bahasa,
            id=asked.id,
            taraf=asked.taraf,
            kasus=asked.sent,
            seharusnya=dict(asked.hasil),
            jawaban=dict(self.answer),
            alasan=self.why,
            kebiasaan=self.habit,
        )


@dataclass(frozen=True, slots=True)
class Conformance:
    """What came of asking a program.

    Attributes:
        asked: the cases, in order.
        failures: those that failed, in order.
        last_words: what the program said last on standard error, where a case failed.
        standar: the catalog the cases are of.
    """

    asked: Sequence[Case]
    failures: Sequence[Failure]
    last_words: str
    standar: Catalog

    @property
    def passed(self) -> bool:
        """Whether no case failed."""
        return not self.failures

    def counts(self) -> dict[Taraf, tuple[int, int]]:
        """Return how many cases passed of how many, by level."""
        failed = [one.case.taraf for one in self.failures]
        asked = [one.taraf for one in self.asked]
        return {
            level: (asked.count(level) - failed.count(level), asked.count(level))
            for level in LEVELS
            if level in asked
        }

    def shortest(self, level: Taraf) -> Failure | None:
        """Return the failure of a level that is read in the least time."""
        found = (one for one in self.failures if one.case.taraf == level)
        return min(found, key=lambda one: one.size, default=None)

    def as_dict(self, bahasa: Language = "id") -> ConformanceAnswer:
        """Return it as JSON."""
        return build_answer(
            ConformanceAnswer,
            None,
            bahasa,
            katalog=self.standar.identity,
            taraf=[
                LevelResultAnswer(taraf=level, lulus=passed, kasus=count)
                for level, (passed, count) in self.counts().items()
            ],
            gagal=[one.as_dict(bahasa) for one in self.failures],
            pesan_program=self.last_words,
        )


def ask_all(
    command: Sequence[str],
    catalog: Catalog,
    levels: Sequence[Taraf] = LEVELS,
    on_progress: Callable[[str, float], None] | None = None,
) -> Conformance:
    """Ask a program the cases of ``levels``, one after the other.

    Raises:
        CannotStartError: it cannot be started.
        VectorError: a worked example of the catalog is wrong.
        FileNotFoundError: the package came without its vectors.
    """
    cases = cases_of(catalog, levels)
    failures = []
    with started(command) as program:
        for number, case in enumerate(cases):
            if on_progress is not None:
                on_progress(case.id, number / len(cases))
            reply = program.ask(case.sent)
            if reply.why is not None:
                failures.append(Failure(case, reply.answer, reply.why))
            elif not agrees(case, reply.answer):
                habit = betrayed(case, reply.answer, catalog)
                failures.append(Failure(case, reply.answer, habit=habit))
        words = program.last_words() if failures else ""
    return Conformance(cases, failures, words, catalog)
