"""The shape of answers: one class each, from which both the JSON object and its schema come.

Such a class is a ``TypedDict``: it names the keys and their types once, in the order in which they
are written. ``as_dict`` builds the object by it, and ``kesbang_iku.publish.schemas`` makes the JSON
Schema of it. An answer may get further keys in a later version.

Modules of answers do without ``from __future__ import annotations``, under which Python would not
see that a key is ``NotRequired``. Nothing here needs more than the standard library.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, Literal, NotRequired, TypedDict, TypeVar, cast, get_args

from kesbang_iku._later import Once
from kesbang_iku._records import dataclass
from kesbang_iku.findings.numerals import Language

A = TypeVar("A", bound=Mapping[str, object])
_PLAIN: Final = frozenset({NoneType, str, int, bool})


@dataclass(frozen=True, slots=True)
class Keyword:
    """What a JSON Schema says of a value besides its type."""

    name: str
    value: str | int


Count = Annotated[int, Keyword("minimum", 0)]
Number = Annotated[int, Keyword("minimum", 1)]
"""A number of a line or column, from 1."""
DecimalText = Annotated[str, Keyword("pattern", r"^-?[0-9]+(\.[0-9]+)?$")]
"""A rounded number as text, with a decimal point: ``71.27``."""
DigestText = Annotated[str, Keyword("pattern", r"^sha256:[0-9a-f]{64}$")]
FindingCode = Annotated[str, Keyword("pattern", r"^IKU[0-9]{3}$")]
LevelName = Literal["galat", "peringatan", "info"]


class EditAnswer(TypedDict):
    """A change within one line of a file."""

    baris: Number
    kolom: Number
    kolom_akhir: Number
    teks: str


class RepairAnswer(TypedDict):
    """What may be written in place of a value or key without changing what it means."""

    isi: str
    suntingan: list[EditAnswer]


class FindingAnswer(TypedDict):
    """A finding, everywhere the same."""

    kode: FindingCode
    tingkat: LevelName
    pesan: str
    saran: str
    berkas: str | None
    baris: Number | None
    kolom: Number | None
    sel: str | None
    penunjuk: str | None
    nilai: str | None
    rujukan: str
    perbaikan: NotRequired[RepairAnswer | None]


class CodeCountAnswer(TypedDict):
    """How many findings there are of one code and level."""

    kode: FindingCode
    tingkat: LevelName
    jumlah: Number
    judul: str


class ChoiceCountsAnswer(TypedDict):
    """How many findings count, of each level, and how many more are left out or not shown."""

    galat: Count
    peringatan: Count
    info: Count
    diabaikan: NotRequired[Count]
    disembunyikan: NotRequired[Count]


class ChoiceAnswer(TypedDict):
    """What an answer says besides where its findings were chosen by options or configuration."""

    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]


def build_answer(
    shape: type[A],
    source: object,
    language: Language = "id",
    only: Container[str] | None = None,
    /,
    **given: object,
) -> A:
    """Return the JSON object of ``shape`` that tells ``source``.

    Args:
        shape: the class of the answer, a ``TypedDict``.
        source: has an attribute for each key that is not given and has to be there; ``None`` where
            all of them are given.
        language: of the texts.
        only: the keys that are asked for; the others, whatever they cost, are not made.
        given: the values of keys that are no attributes of ``source``.

    Returns:
        The keys in the order of ``shape``. What is told in two languages is a text in
        ``language``, an exact number a text; a key that need not be there is left out where its
        value is ``None``, and ``skema`` has the one value it may have.
    """
    made: dict[str, object] = {}
    for key, optional, fixed in _keys_of(shape):
        if only is not None and key not in only:
            continue
        if key in given:
            value = given[key]
        elif fixed is not None:
            value = fixed
        else:
            value = getattr(source, key, None) if optional else getattr(source, key)
        if value is not None or not optional:
            kind = type(value)
            made[key] = value if kind in _PLAIN else _TELLINGS[kind](value, language)
    return cast("A", made)


@cache
def _keys_of(shape: type[object]) -> tuple[tuple[str, bool, object], ...]:
    """Return the keys of ``shape``, whether each may be left out, and the value that is fixed."""
    optional = getattr(shape, "__optional_keys__", frozenset[str]())
    return tuple(
        (key, key in optional, get_args(found)[0] if key == "skema" else None)
        for key, found in shape.__annotations__.items()
    )


Telling = Callable[[Any, Language], object]
"""Tells a value as JSON has it."""


def _as_text(value: object, _language: Language) -> object:
    return str(value)


_TOLD: Final[Mapping[type[object], Telling]] = {
    Enum: lambda value, _: value.value,
    # "f" keeps a decimal from turning into 1E+2
    Decimal: lambda value, _: format(value, "f"),
    Fraction: _as_text,
    str: lambda value, _: value,
    int: lambda value, _: value,
    float: lambda value, _: value,
    NoneType: lambda value, _: value,
    Mapping: lambda value, language: {key: _plain(one, language) for key, one in value.items()},
    Sequence: lambda value, language: [_plain(one, language) for one in value],
}
"""What tells values of a type, the first one that fits."""


def _telling_of(kind: type[object]) -> Telling:
    """Return what tells a value of a type as JSON has it."""
    # A thing tells itself by `as_dict`, a text of two languages by `plain`.
    told = getattr(kind, "as_dict", None) or getattr(kind, "plain", None)
    if told is None or issubclass(kind, Enum):
        told = next((tell for one, tell in _TOLD.items() if issubclass(kind, one)), _as_text)
    return cast("Telling", told)


_TELLINGS: Final = Once(_telling_of)


def _plain(value: object, language: Language) -> object:
    """Return ``value`` as JSON has it."""
    return _TELLINGS[type(value)](value, language)


def told_column(values: Sequence[object], language: Language) -> Sequence[object]:
    """Return each of ``values`` as an answer tells it, for a column of a table."""
    if _PLAIN.issuperset(map(type, values)):
        return values
    different = {id(one): one for one in values}
    if 2 * len(different) > len(values):
        return [_TELLINGS[type(one)](one, language) for one in values]
    # One thing stands in many rows, as the name of an indicator.
    told = {key: _plain(one, language) for key, one in different.items()}
    return [told[id(one)] for one in values]
