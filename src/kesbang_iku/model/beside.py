"""What the models say of a field or of a type beside its type, told to Pydantic when it asks.

Each of these stands in an ``Annotated`` as Pydantic's own of that name would, and becomes it when a
schema is built. Until then Pydantic need not be there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING
from typing import TYPE_CHECKING, Annotated, Any, TypedDict, Unpack

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Limits(TypedDict, total=False):
    """What values a field takes."""

    pattern: str
    min_length: int
    max_length: int
    ge: int
    gt: int
    le: int


class FieldSaid:
    """What :func:`Field` says: limits, and what the field holds where nothing is given."""

    __slots__ = ("default", "factory", "limits", "schema", "validated")

    def __init__(
        self,
        default: object,
        factory: Callable[[], object] | None,
        validated: bool,
        schema: Mapping[str, Any] | None,
        limits: Limits,
    ) -> None:
        self.default: object = default
        self.factory: Callable[[], object] | None = factory
        self.validated: bool = validated
        self.schema: Mapping[str, Any] | None = schema
        self.limits: Limits = limits

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic import Field as PydanticField  # noqa: PLC0415  # light: for what is unproven
        from pydantic import GetPydanticSchema  # noqa: PLC0415  # light: as above

        inner = handler(source)
        so_far = GetPydanticSchema(lambda _source, _handler: inner)
        return handler.generate_schema(Annotated[source, so_far, PydanticField(**self.limits)])


def Field(  # noqa: N802  # as Pydantic calls it
    default: object = MISSING,
    *,
    default_factory: Callable[[], object] | None = None,
    validate_default: bool = False,
    json_schema_extra: Mapping[str, Any] | None = None,
    **limits: Unpack[Limits],
) -> Any:  # noqa: ANN401  # it stands for the value of a field
    """Return what is said of a field or a type: limits, and the value where none is given."""
    return FieldSaid(default, default_factory, validate_default, json_schema_extra, limits)


class Before:
    """A function that prepares a value for its type; ``takes`` is the type of what it is given."""

    __slots__ = ("prepare", "takes")

    def __init__(self, prepare: Callable[[Any], object], takes: object = MISSING) -> None:
        self.prepare: Callable[[Any], object] = prepare
        self.takes: object = takes

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic import BeforeValidator  # noqa: PLC0415  # light: as above

        takes = {} if self.takes is MISSING else {"json_schema_input_type": self.takes}
        return BeforeValidator(self.prepare, **takes).__get_pydantic_core_schema__(source, handler)


class Written:
    """A function that writes a value as text, where data are written."""

    __slots__ = ("write",)

    def __init__(self, write: Callable[[Any], str]) -> None:
        self.write: Callable[[Any], str] = write

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic import PlainSerializer  # noqa: PLC0415  # light: as above

        serializer = PlainSerializer(self.write, return_type=str)
        return serializer.__get_pydantic_core_schema__(source, handler)


class InSchema:
    """What a JSON Schema says of a type."""

    __slots__ = ("schema",)

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema: Mapping[str, Any] = schema

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)


class Besides:
    """What a JSON Schema says of a field besides what it says of its type."""

    __slots__ = ("schema",)

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema: Mapping[str, Any] = schema

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), **self.schema}


class Fast:
    """A schema that calls little Python, with what says the same of one value in Python.

    Attributes:
        schema: gives the schema.
        fit: returns a value that fits, raises a ``ValueError`` for another.
        kept: the classes of values that fit as they are.
    """

    __slots__ = ("fit", "kept", "schema")

    def __init__(
        self,
        schema: Callable[[], CoreSchema],
        fit: Callable[[object], object],
        kept: tuple[type, ...],
    ) -> None:
        self.schema: Callable[[], CoreSchema] = schema
        self.fit: Callable[[object], object] = fit
        self.kept: tuple[type, ...] = kept

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return self.schema()
