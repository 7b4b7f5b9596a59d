"""Running the cases against a program, and what came of it by level."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.conformance.answers import ConformanceAnswer, FailedCaseAnswer, LevelResultAnswer
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
        habits: those that give its answer.
    """

    case: Case
    answer: Mapping[str, Any]
    why: Text | None = None
    habits: tuple[Text, ...] = ()

    @property
    def telling(self) -> tuple[bool, bool, int]:
        """How little it tells: least what explains itself and is read in no time."""
        unanswered = self.why is not None
        length = 0 if unanswered else len(str(self.case.tanya))
        return (unanswered, not self.habits, length)

    def as_dict(self, bahasa: Language, habit: Text | None) -> FailedCaseAnswer:
        """Return it as JSON, with the habit it is put down to."""
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
            kebiasaan=habit,
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
        """Return the failure of a level that tells most: the first one, where nothing came."""
        found = (one for one in self.failures if one.case.taraf == level)
        return min(found, key=lambda one: one.telling, default=None)

    def habit_of(self, failure: Failure) -> Text | None:
        """Return the habit that explains a failure, and the most others of its level.

        One wrong number may come of several habits; a program has few, and shows them again.
        """
        level = (one for one in self.failures if one.case.taraf == failure.case.taraf)
        counted = Counter(habit for one in level for habit in one.habits)
        return max(failure.habits, key=lambda habit: counted[habit], default=None)

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
            gagal=[one.as_dict(bahasa, self.habit_of(one)) for one in self.failures],
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
                habits = betrayed(case, reply.answer, catalog)
                failures.append(Failure(case, reply.answer, habits=habits))
        words = program.last_words() if failures else ""
    return Conformance(cases, failures, words, catalog)
