"""What a judged rule is, and its three outcomes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Generic, NamedTuple, TypeVar

from kesbang_iku.diagnostics import Finding, FindingKind, Language, Level, Text, build_answer
from kesbang_iku.validation.answers import NotJudgedAnswer

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A rule that could not judge, because something it needs is not there.

    Attributes:
        kode: the code of the rule.
        alasan: what is missing.
        berkas: the file it could not judge.
        jumlah: at how many places of the file.
    """

    kode: str
    alasan: Text
    berkas: str | None = None
    jumlah: int = 1

    def as_dict(self, bahasa: Language = "id") -> NotJudgedAnswer:
        """Return it as a JSON object."""
        return build_answer(NotJudgedAnswer, self, bahasa)


class Unjudged(NamedTuple):
    """What a rule yields where it cannot judge: why, and in which file.

    Rules say so of thousands of items; what they said is counted, into :class:`NotJudged`.
    """

    alasan: Text
    berkas: str | None


Outcome = Finding | Unjudged


class Rule(ABC, Generic[C]):
    """One rule over a context: what it says, and when.

    Its bad and its good example are the files named after its code in ``examples/temuan`` and
    ``examples/aturan``; both are executed.

    Attributes:
        kind: code, level, title, message, hint and reason, in both languages.
    """

    kind: ClassVar[FindingKind]

    @property
    def code(self) -> str:
        """The code, ``IKU`` and three digits."""
        return self.kind.code

    def judge(self, context: C) -> Iterator[Outcome]:
        """Yield a finding for each place that is doubtful, and what could not be judged."""
        return self._judge(context)

    @abstractmethod
    def _judge(self, context: C) -> Iterator[Outcome]:
        """Judge; each rule in its own way."""

    def unjudged(self, reason: Text, berkas: str | None) -> Unjudged:
        """Return that the rule cannot judge something in the file ``berkas``, for ``reason``."""
        return Unjudged(reason, berkas)


def kind(  # the parts of a kind of finding, all needed
    code: str,
    level: Level,
    *,
    title: Text,
    message: Text,
    hint: Text,
    reason: Text,
    akan_galat: str | None = None,
) -> FindingKind:
    """Return a kind of finding.

    ``akan_galat`` is the version from which a finding will be an error. Until then it is none: that
    is said in the message, and nothing fails yet.
    """
    said = message
    if akan_galat is not None:
        said = Text(
            f"{said.id} Mulai versi {akan_galat} ini galat.",
            f"{said.en} From version {akan_galat} on this is an error.",
        )
    announced = None if akan_galat is None else Level.GALAT
    return FindingKind(code, level, title, said, hint, reason, announced)
