"""Field types shared by the models: what a value written in a data file may look like.

The readers hand every scalar over as the text that stands in the file, so that ``35.10`` stays
``35.10`` and ``0.327`` becomes an exact number. The types here decide what the text means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Final, LiteralString

from kesbang_iku._regex import regex
from kesbang_iku.model.record import Before, Fast, Field, InSchema, Written

if TYPE_CHECKING:
    from pydantic_core import CoreSchema, PydanticCustomError

_EXACT: Final = regex(r"-?\d{1,40}(?:\.\d{1,40}|/[1-9]\d{0,39})?", re.ASCII)
_CHOICES: Final = regex(r"[()]")
WHOLE: Final = regex(r"-?\d{1,18}", re.ASCII)
"""The text of a whole number."""
_CELLS: Final = (str, NoneType, Decimal, Fraction, float)


def expectation(name: LiteralString, **context: object) -> PydanticCustomError:
    """Return the error that says what was expected; its texts stand in ``files.shape``."""
    from pydantic_core import PydanticCustomError  # noqa: PLC0415  # light: for what does not fit

    return PydanticCustomError(name, name, context)


def _exact(value: object) -> object:
    if isinstance(value, str):
        if _EXACT.fullmatch(value):
            return Fraction(value)
        raise expectation("exact_number")
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, float):
        # A float in a data file was written as a decimal; its shortest text is that decimal.
        return Fraction(repr(value))
    if isinstance(value, Fraction):
        return value
    raise expectation("exact_number")


def exact_text(value: Fraction) -> str:
    """Return ``value`` as text that reads back to itself: ``3``, or ``7126841/100000``."""
    return str(value)


def _whole(value: object) -> object:
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise expectation("whole_number")


def _cell(value: object) -> object:
    return value if isinstance(value, _CELLS) else _whole_cell(value)


def _whole_cell(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise expectation("cell")


def _cell_schema() -> CoreSchema:
    """Return the schema of a cell, which calls nothing in Python for what nearly every cell is."""
    from pydantic_core import core_schema  # noqa: PLC0415  # light: for what is unproven

    usual = core_schema.is_instance_schema(_CELLS)
    whole = core_schema.no_info_plain_validator_function(_whole_cell)
    cell = core_schema.union_schema([usual, whole], mode="left_to_right")
    as_it_is = core_schema.simple_ser_schema("any")
    return core_schema.custom_error_schema(
        cell, "cell", custom_error_message="cell", serialization=as_it_is
    )


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _phrased(value: object) -> object:
    """Return phrases with every choice they leave: ``(a|b) c`` is ``a c`` and ``b c``."""
    listed = _listed(value)
    if not (isinstance(listed, list | tuple) and all(isinstance(one, str) for one in listed)):
        return value
    pieces = ([part.split("|") for part in _CHOICES.split(one)] for one in listed)
    return tuple(" ".join("".join(said).split()) for parts in pieces for said in product(*parts))


def _text_keys(convert: Callable[[str], object]) -> Callable[[object], object]:
    def convert_keys(value: object) -> object:
        if isinstance(value, Mapping):
            return {convert(str(key)): item for key, item in value.items()}
        return value

    return convert_keys


Exact = Annotated[
    Fraction,
    Before(_exact),
    Written(exact_text),
    InSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": r"^-?[0-9]{1,40}(\.[0-9]{1,40}|/[1-9][0-9]{0,39})?$"},
            ]
        }
    ),
]
"""An exact rational number: ``100``, ``0.327`` or ``7126841/100000``."""

Whole = Annotated[
    int,
    Before(_whole),
    InSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]{1,18}$"}]}),
]
"""A whole number."""

Cell = Annotated[
    Any, Fast(_cell_schema, _cell, _CELLS), InSchema({"type": ["number", "string", "null"]})
]
"""A number, or a text, as a region wrote it. What it means is decided later, by its indicator."""

FormulaText = Annotated[str, InSchema({"type": ["string", "number"]})]
"""A text of the formula language; a number is one too, and is written without quotes."""

TextList = Annotated[tuple[str, ...], Before(_listed, takes=str | tuple[str, ...])]
"""A list of texts; a single text is a list of one."""

PhraseChoices = Annotated[tuple[str, ...], Before(_phrased, takes=str | tuple[str, ...])]
"""A list of phrases; ``(a|b) c`` writes two of them as one."""

YearKeys: Final = Before(
    _text_keys(_whole), takes=Mapping[Annotated[str, Field(pattern="^[0-9]{4}$")], Cell]
)
"""Makes the keys of a mapping from year to anything whole numbers."""
