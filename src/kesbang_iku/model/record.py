"""``Record``: what a Pydantic model is, with Pydantic imported when it is first needed.

Importing Pydantic takes a start of the program 90 ms, and each class of its own half a millisecond
more; the catalog that comes with the package was held to its models when that was built. So a
record only says its fields, and Pydantic reads them when data are to be checked, written or told
as a JSON Schema. Pydantic takes a record as the type of a field as it takes a model of its own.

What a record says of a field or of a type beside its type stands in an ``Annotated`` as Pydantic's
own of that name would, and becomes it when a schema is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import MISSING
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    NamedTuple,
    Self,
    TypedDict,
    Unpack,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
    from pydantic_core import CoreSchema, ValidationError


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


class Besides(InSchema):
    """What a JSON Schema says of a field besides what it says of its type."""

    __slots__ = ()

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


_adapters: Final[dict[type[Record], TypeAdapter[Any]]] = {}
_in_making: Final = ContextVar[frozenset[type]]("_in_making", default=frozenset())
"""The records whose schema is being built: one may hold itself."""


class ModelField(NamedTuple):
    """A field of a record.

    Attributes:
        annotation: its type, with what is said beside it.
        default: what it holds where nothing is given, ``dataclasses.MISSING`` if that is nothing.
        factory: what makes that, for each record anew.
        validated: whether that is still to become a value of the type.
    """

    annotation: Any
    default: object = MISSING
    factory: Callable[[], object] | None = None
    validated: bool = False

    def is_required(self) -> bool:
        """Say whether a value has to be given."""
        return self.default is MISSING and self.factory is None

    def maker(self) -> Callable[[], object]:
        """Return what gives the value where none is given: the same one if it cannot change."""
        if self.factory is not None:
            return self.factory
        default = self.default
        return (lambda: default) if _hashable(default) else (lambda: deepcopy(default))

    def schema(self, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how Pydantic makes its value."""
        from pydantic_core import core_schema  # noqa: PLC0415  # light: for what is unproven

        schema = handler.generate_schema(self.annotation)
        if self.is_required():
            return schema
        if self.factory is not None:
            return core_schema.with_default_schema(schema, default_factory=self.factory)
        return core_schema.with_default_schema(
            schema, default=self.default, validate_default=self.validated or None
        )


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class RecordType(type):
    """The class of the classes of records."""

    @property
    def model_fields(cls) -> Mapping[str, ModelField]:
        """The fields of a record, by name, found when they are first asked for."""
        return _fields_of(cls)

    @property
    def model_config(cls) -> dict[str, Any]:
        """What Pydantic asks a model when it writes a JSON Schema."""
        return {"frozen": True, "extra": "forbid"}


class _State:
    """What Pydantic writes into a model: what its fields hold, and which of them were given."""

    __slots__ = (
        "__dict__",
        "__pydantic_extra__",
        "__pydantic_fields_set__",
        "__pydantic_private__",
    )
    if TYPE_CHECKING:
        __pydantic_fields_set__: set[str]


class Record(_State, metaclass=RecordType):
    """Base of all models: frozen, and closed to keys it does not know.

    Its validator is built when it is first called, which takes milliseconds; what is known to fit,
    such as the default of a field, is made by ``model_construct``. What begins with ``model_`` is
    called as in Pydantic.
    """

    def __init__(self, /, **data: Any) -> None:  # noqa: ANN401  # checked here
        _adapter(type(self)).validator.validate_python(data, self_instance=self)

    @classmethod
    def model_prepared(cls, data: object) -> object:
        """Return the data of a record as its fields take them."""
        return data

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """Return ``data`` as a record.

        Raises:
            ValidationError: they do not fit.
        """
        made: Self = _adapter(cls).validate_python(data)
        return made

    @classmethod
    def model_validate_json(cls, data: str | bytes) -> Self:
        """Return the JSON ``data`` as a record; raises as :meth:`model_validate` does."""
        made: Self = _adapter(cls).validate_json(data)
        return made

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:  # noqa: ANN401  # unchecked
        """Return a record of values that are known to fit."""
        made = {
            name: values[name] if name in values else field.maker()()
            for name, field in cls.model_fields.items()
            if name in values or not field.is_required()
        }
        given = made.keys() & values.keys() if _fields_set is None else _fields_set
        return cls.model_made(made, {*given})

    @classmethod
    def model_made(cls, fields: dict[str, Any], given: set[str]) -> Self:
        """Return the record whose fields hold this, in their order, with those that were given."""
        made = cls.__new__(cls)
        made.__setstate__((fields, given))
        return made

    @classmethod
    def model_json_schema(cls, **said: Any) -> dict[str, Any]:  # noqa: ANN401  # as Pydantic's
        """Return the JSON Schema of the data of a record."""
        return _adapter(cls).json_schema(**said)

    def model_dump(self, **said: Any) -> dict[str, Any]:  # noqa: ANN401  # as Pydantic's
        """Return the record as data."""
        found: dict[str, Any] = _adapter(type(self)).dump_python(self, **said)
        return found

    def model_dump_json(self, **said: Any) -> str:  # noqa: ANN401  # as Pydantic's
        """Return the record as JSON."""
        return _adapter(type(self)).dump_json(self, **said).decode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, its fields changed as ``update`` says, which nothing checks."""
        copied = deepcopy(self) if deep else self.__copy__()
        if update:
            vars(copied).update(update)
            copied.__pydantic_fields_set__.update(update)
        return copied

    def model_tell(self, name: str, value: object) -> None:
        """Tell the record something besides its fields: ``name`` begins with a line."""
        _set(self, name, value)

    @property
    def model_fields_set(self) -> set[str]:
        """The fields of which something was said."""
        return self.__pydantic_fields_set__

    def __copy__(self) -> Self:
        """Return a copy of the fields; what was worked out of them is not copied.

        A copy may be given other fields, and would keep the cached properties of the old ones.
        """
        return self.model_made(self._kept(), {*self.__pydantic_fields_set__})

    def _kept(self) -> dict[str, Any]:
        """Return what the fields hold, and what the record was told besides."""
        fields = type(self).model_fields
        return {
            name: value
            for name, value in self.__dict__.items()
            if name in fields or name in _told_besides(type(self))
        }

    def __getstate__(self) -> tuple[dict[str, Any], set[str]]:
        return (vars(self), self.__pydantic_fields_set__)

    def __setstate__(self, state: tuple[dict[str, Any], set[str]]) -> None:
        fields, given = state
        _set(self, "__dict__", fields)
        _set(self, "__pydantic_fields_set__", given)

    def __setattr__(self, name: str, value: object) -> None:
        raise self._frozen(name, value)

    def __delattr__(self, name: str) -> None:
        raise self._frozen(name, None)

    def _frozen(self, name: str, value: object) -> ValidationError:
        from pydantic_core import ValidationError  # noqa: PLC0415  # light: a mistake of a program

        error: Any = {"type": "frozen_instance", "loc": (name,), "input": value}
        return ValidationError.from_exception_data(type(self).__name__, [error])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return type(self) is type(other) and (
            self.__dict__ == other.__dict__ or self._kept() == other._kept()
        )

    def __hash__(self) -> int:
        return hash((type(self), *(self.__dict__.get(name) for name in type(self).model_fields)))

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Yield the name of each field with what it holds."""
        yield from ((name, one) for name, one in self.__dict__.items() if not name.startswith("_"))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._shown())})"

    def __str__(self) -> str:
        return " ".join(self._shown())

    def _shown(self) -> Iterator[str]:
        for name in type(self).model_fields:
            if name in self.__dict__:
                yield f"{name}={self.__dict__[name]!r}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema  # noqa: PLC0415  # light: for what is unproven

        reference = f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
        making = _in_making.get()
        if cls in making:
            return core_schema.definition_reference_schema(reference)
        before = _in_making.set(making | {cls})
        try:
            fields = {
                name: core_schema.model_field(field.schema(handler))
                for name, field in cls.model_fields.items()
            }
        finally:
            _in_making.reset(before)
        inner: CoreSchema = core_schema.model_fields_schema(fields, model_name=cls.__name__)
        if prepares(cls):
            inner = core_schema.no_info_before_validator_function(cls.model_prepared, inner)
        config = core_schema.CoreConfig(title=cls.__name__, extra_fields_behavior="forbid")
        return core_schema.model_schema(cls, inner, config=config, ref=reference)


_set: Final = object.__setattr__


def prepares(record: type[Record]) -> bool:
    """Say whether data of a record are changed before its fields take them."""
    return record.model_prepared.__func__ is not Record.model_prepared.__func__  # type: ignore[attr-defined]  # of a class method


def has_validator(record: type[Record]) -> bool:
    """Say whether the validator of a record has been built."""
    return record in _adapters


def _adapter(record: type[Record]) -> TypeAdapter[Any]:
    """Return what validates and writes a record, built once."""
    if record not in _adapters:
        from pydantic import TypeAdapter  # noqa: PLC0415  # light: for what is unproven

        _adapters[record] = TypeAdapter(record)
    return _adapters[record]


@cache
def _fields_of(record: RecordType) -> Mapping[str, ModelField]:
    """Return the fields of a record by name: what its annotations name, but what is private."""
    held = {
        name: vars(base).get(name, MISSING)
        for base in reversed(_own_bases(record))
        for name in base.__annotations__
    }
    hints = get_type_hints(record, include_extras=True)
    return {name: _field(hints[name], said) for name, said in held.items() if name[0] != "_"}


def _field(hint: Any, said: object) -> ModelField:  # noqa: ANN401  # any type
    if not isinstance(said, FieldSaid):
        return ModelField(hint, said)
    if said.limits:  # they are those of the type itself, nearer to it than all else
        inner, *beside = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        hint = Annotated[inner, said, *beside]
    if said.schema:
        hint = Annotated[hint, Besides(said.schema)]
    return ModelField(hint, said.default, said.factory, said.validated)


@cache
def _told_besides(record: RecordType) -> frozenset[str]:
    """Return the names of what a record is told besides its fields, which begin with a line."""
    named = (name for base in _own_bases(record) for name in base.__annotations__)
    return frozenset(name for name in named if name[0] == "_")


def _own_bases(record: RecordType) -> list[type]:
    """Return the record and those it is made of, but for what all have."""
    return [one for one in record.__mro__ if issubclass(one, Record) and one is not Record]


def _hashable(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True
