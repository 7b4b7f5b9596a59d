"""Field types shared by the models: what a value written in a data file may look like.

The readers hand every scalar over as the text that stands in the file, so that ``35.10`` stays
``35.10`` and ``0.327`` becomes an exact number. The types here decide what the text means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import Annotated, Any, ClassVar, Final, LiteralString, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from kesbang_iku._regex import regex

_EXACT: Final = regex(r"-?\d{1,40}(?:\.\d{1,40}|/[1-9]\d{0,39})?", re.ASCII)
_WHOLE: Final = regex(r"-?\d{1,18}", re.ASCII)
_CELLS: Final = (str, NoneType, Decimal, Fraction, float)
_AS_IT_IS: Final = core_schema.simple_ser_schema("any")


class Record(BaseModel):
    """Base of all models: frozen, and closed to keys it does not know.

    Its validator is built when it is first called, which takes milliseconds; what is known to fit,
    such as the default of a field, is made by ``model_construct``.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __copy__(self) -> Self:
        """Return a copy of the fields; what was worked out of them is not copied.

        A copy may be given other fields, and Pydantic would leave it the cached properties of the
        old ones.
        """
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            object.__delattr__(copied, name)
        return copied


def expectation(name: LiteralString, **context: object) -> PydanticCustomError:
    """Return the error that says what was expected; its texts stand in ``files.shape``."""
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
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise expectation("whole_number")


class FastSchema(GetPydanticSchema):
    """A schema that calls little Python, with what says the same of one value in Python.

    Attributes:
        fit: returns a value that fits, raises a ``ValueError`` for another.
        kept: the classes of values that fit as they are.
    """

    fit: Callable[[object], object]
    kept: tuple[type, ...]

    def __init__(
        self,
        schema: Callable[[object, object], Any],
        fit: Callable[[object], object],
        kept: tuple[type, ...],
    ) -> None:
        super().__init__(schema)
        object.__setattr__(self, "fit", fit)
        object.__setattr__(self, "kept", kept)


def _cell(value: object) -> object:
    return value if isinstance(value, _CELLS) else _whole_cell(value)


def _whole_cell(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise expectation("cell")


def _cell_schema(_source: object, _handler: object) -> core_schema.CoreSchema:
    """Return the schema of a cell, which calls nothing in Python for what nearly every cell is."""
    usual = core_schema.is_instance_schema(_CELLS)
    whole = core_schema.no_info_plain_validator_function(_whole_cell)
    cell = core_schema.union_schema([usual, whole], mode="left_to_right")
    return core_schema.custom_error_schema(
        cell, "cell", custom_error_message="cell", serialization=_AS_IT_IS
    )


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _text_keys(convert: Callable[[str], object]) -> Callable[[object], object]:
    def convert_keys(value: object) -> object:
        if isinstance(value, Mapping):
            return {convert(str(key)): item for key, item in value.items()}
        return value

    return convert_keys


Exact = Annotated[
    Fraction,
    BeforeValidator(_exact),
    PlainSerializer(exact_text, return_type=str),
    WithJsonSchema(
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
    BeforeValidator(_whole),
    WithJsonSchema(
        {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]{1,18}$"}]}
    ),
]
"""A whole number."""

Cell = Annotated[
    Any,
    FastSchema(_cell_schema, _cell, _CELLS),
    WithJsonSchema({"type": ["number", "string", "null"]}),
]
"""A number, or a text, as a region wrote it. What it means is decided later, by its indicator."""

FormulaText = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
"""A text of the formula language; a number is one too, and is written without quotes."""

TextList = Annotated[
    tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])
]
"""A list of texts; a single text is a list of one."""

YearKeys: Final[BeforeValidator] = BeforeValidator(
    _text_keys(_whole),
    json_schema_input_type=Mapping[Annotated[str, Field(pattern="^[0-9]{4}$")], Cell],
)
"""Makes the keys of a mapping from year to anything whole numbers."""
