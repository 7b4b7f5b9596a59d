"""The shape of answers: one class each, from which both the JSON object and its schema come.

Such a class is a ``TypedDict``: it names the keys and their types once, in the order in which they
are written. ``as_dict`` builds the object by it, and ``kesbang_iku.publish.schemas`` makes the JSON
Schema of it. An answer may get further keys in a later version.

Modules of answers do without ``from __future__ import annotations``, under which Python would not
see that a key is ``NotRequired``. Nothing here needs more than the standard library.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Annotated, Final, Literal, NotRequired, TypedDict, TypeVar, cast, get_args

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
    shape: type[A], source: object, language: Language = "id", /, **given: object
) -> A:
    """Return the JSON object of ``shape`` that tells ``source``.

    Args:
        shape: the class of the answer, a ``TypedDict``.
        source: has an attribute for each key that is not given and has to be there; ``None`` where
            all of them are given.
        language: of the texts.
        given: the values of keys that are no attributes of ``source``.

    Returns:
        The keys in the order of ``shape``. What is told in two languages is a text in
        ``language``, an exact number a text; a key that need not be there is left out where its
        value is ``None``, and ``skema`` has the one value it may have.
    """
    keys, optional, fixed = _keys_of(shape)
    made: dict[str, object] = {}
    for key in keys:
        missing = (None,) if key in optional else ()
        value = given[key] if key in given else fixed.get(key) or getattr(source, key, *missing)
        if value is not None or key not in optional:
            made[key] = value if type(value) in _PLAIN else _plain(value, language)
    return cast("A", made)


@cache
def _keys_of(shape: type[object]) -> tuple[tuple[str, ...], frozenset[str], Mapping[str, object]]:
    """Return the keys of ``shape``, those that need not be there, and the values that are fixed."""
    literals = {key: get_args(found) for key, found in shape.__annotations__.items()}
    fixed = {key: values[0] for key, values in literals.items() if key == "skema"}
    return tuple(literals), getattr(shape, "__optional_keys__", frozenset()), fixed


def _plain(value: object, language: Language) -> object:
    """Return ``value`` as JSON has it."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal | Fraction):
        # "f" keeps a decimal from turning into 1E+2
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    # A thing tells itself by `as_dict`, a text of two languages by `plain`.
    told = getattr(value, "as_dict", None) or getattr(value, "plain", None)
    if told is not None:
        return told(language)
    if isinstance(value, Mapping):
        return {key: _plain(one, language) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(one, language) for one in value]
    return value if isinstance(value, str | int | float) else str(value)
