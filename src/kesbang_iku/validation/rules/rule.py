"""What a rule is: a function over the things it looks at, called by the code of what it finds.

``@rule("IKU356")`` stands over a function that looks at one item and yields what it finds there, by
:func:`at`; what it needs to judge the item it asks for by :func:`required`. What a finding says
stands in ``texts/temuan`` under the same code; the runner fills in what all findings of such items
say, such as the name. Its bad and its good example are the files named after the code in
``examples/temuan`` and ``examples/aturan``; both are executed.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, FindingKind, Language, Place, Repair, Text, build_answer
from kesbang_iku.findings.register import fields_of, kind_of
from kesbang_iku.model.checking import plain_words
from kesbang_iku.validation.answers import NotJudgedAnswer
from kesbang_iku.validation.rules.numbers import written

C = TypeVar("C")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InconclusiveRule:
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


class InFile(Protocol):
    """What a rule looks at: it knows its file."""

    @property
    def berkas(self) -> str | None:
        """The file it stands in."""
        ...


class Subject(InFile, Protocol):
    """One that also knows its places, and what all findings say of it."""

    @property
    def berkas(self) -> str | None:
        """The file it stands in."""
        return self.place().berkas

    @property
    def common(self) -> Mapping[str, object]:
        """The fields that sentences about it may have, whatever the rule: none but the rule's."""
        return {}

    def place(self, *pointer: str | int) -> Place:
        """Return where a part of it stands."""
        ...


E = TypeVar("E", bound=InFile)


class Inconclusive(NamedTuple):
    """That a rule cannot judge: why, and in which file. Rules say so of thousands of items."""

    alasan: Text
    berkas: str | None


class Hit(NamedTuple):
    """What a rule found: where, on which value, and the fields of its sentences."""

    place: Place
    value: object
    fields: Mapping[str, object]
    repair: Repair | None

    def finding(self, kind: FindingKind) -> Finding:
        """Return the finding of ``kind``; of the fields, those that its sentences have."""
        said = {name: self.fields[name] for name in fields_of(kind)}
        value = said[kind.seen] if self.value is None and kind.seen is not None else self.value
        value = written(value) if isinstance(value, Fraction) else value
        shown = None if value is None else str(value)
        return kind.at(self.place, value=shown, **said).repairable(self.repair)


Outcome = Hit | Inconclusive
Outcomes = Iterator[Outcome]


def at(
    subject: Subject | Place,
    *pointer: str | int,
    place: Place | None = None,
    value: object = None,
    repair: Repair | None = None,
    **fields: object,
) -> Hit:
    """Return that something was found at a part of ``subject``, or at a place.

    Args:
        subject: what was looked at, or a place by itself.
        pointer: the part of it that is doubtful.
        place: where it stands, if that is no part of the subject.
        value: what stands there, for programs, if that is no field the kind names; a fraction is
            written as a decimal.
        repair: what may be written there without changing what it means.
        fields: the fields of the sentences, besides those that the subject always has.
    """
    if isinstance(subject, Place):
        return Hit(subject, value, fields, repair)
    where = subject.place(*pointer) if place is None else place
    return Hit(where, value, {**subject.common, **fields}, repair)


def inconclusive(subject: InFile, reason: Text) -> Inconclusive:
    """Return that a rule cannot judge ``subject``, for ``reason``."""
    return Inconclusive(reason, subject.berkas)


class CannotJudgeError(Exception):
    """A rule over one item cannot judge it, for ``reason``."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def required(value: T | None, reason: Text) -> T:
    """Return what a rule needs of an item.

    Raises:
        CannotJudgeError: it is not there, so that the rule cannot judge the item, for ``reason``.
    """
    if value is None:
        raise CannotJudgeError(reason)
    return value


@dataclass(frozen=True, slots=True)
class Rule(Generic[C]):
    """A rule over contexts: the code of what it finds, and how it looks."""

    code: str
    check: Callable[[C], Outcomes]

    @property
    def kind(self) -> FindingKind:
        """The kind of what it finds, with everything that is said about it."""
        return kind_of(self.code)


class Rules(Generic[C, E]):
    """The rules over contexts of one kind, which stand in one folder; also their decorator."""

    def __init__(self, each: Callable[[C], Iterable[E]], module: str) -> None:
        """``each`` gives what most rules look at, one by one; ``module`` stands in their folder."""
        self._each = each
        self._folder = module.rpartition(".")[0]
        self._rules: list[Rule[C]] = []

    @cached_property
    def by_code(self) -> tuple[Rule[C], ...]:
        """All of them, by code: every module of their folder is read, which registers them."""
        package = import_module(self._folder)
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
        return tuple(sorted(self._rules, key=attrgetter("code")))

    def __call__(self, code: str) -> Callable[[Callable[[E], Outcomes]], Callable[[E], Outcomes]]:
        """Make a rule of a function over one item."""

        def register(look: Callable[[E], Outcomes]) -> Callable[[E], Outcomes]:
            self.within(code)(lambda item, _: look(item))
            return look

        return register

    def within(
        self, code: str
    ) -> Callable[[Callable[[E, C], Outcomes]], Callable[[E, C], Outcomes]]:
        """Make a rule of a function over one item and the context it stands in."""

        def register(look: Callable[[E, C], Outcomes]) -> Callable[[E, C], Outcomes]:
            def check(context: C) -> Outcomes:
                for item in self._each(context):
                    try:
                        yield from look(item, context)
                    except CannotJudgeError as error:
                        yield inconclusive(item, error.reason)

            self._rules.append(Rule(code, check))
            return look

        return register

    def whole(self, code: str) -> Callable[[Callable[[C], Outcomes]], Callable[[C], Outcomes]]:
        """Make a rule of a function over the context as a whole."""

        def register(look: Callable[[C], Outcomes]) -> Callable[[C], Outcomes]:
            self._rules.append(Rule(code, look))
            return look

        return register


_SHOWN: Final = 80
"""How many characters of a name findings show."""


class NamedEntry(Subject):
    """Something that a plan or a performance table calls by name."""

    __slots__ = ()

    @property
    @abstractmethod
    def nama(self) -> str:
        """The name as written."""

    @property
    def short(self) -> str:
        """The name as findings show it."""
        name = " ".join(self.nama.split())
        return name if len(name) <= _SHOWN else name[: _SHOWN - 1] + "…"

    @property
    def common(self) -> Mapping[str, object]:
        """What all findings say of it: its name."""
        return {"nama": self.short}

    @property
    def first_words(self) -> tuple[str, ...]:
        """The words of the name, plain."""
        return tuple(plain_words(self.nama).split())
