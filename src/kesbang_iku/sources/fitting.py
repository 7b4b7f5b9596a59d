"""Making a model of data that fit it, before Pydantic's validators are built.

Building a validator takes a model 2 ms, and the first one 15 ms more: a start of the program waits
longer for that than for all that it validates. The fields of a model say already how data become
it; here that is followed in Python, for data whose form leaves nothing to decide. What else there
is, be it broken, converted or merely unusual, is left to Pydantic, which alone says what is wrong.
So data fit here only where Pydantic takes them, too, and makes the same of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from pydantic import BaseModel, BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic.fields import FieldInfo

from kesbang_iku._regex import regex
from kesbang_iku.model.scalars import FastSchema
from kesbang_iku.sources.column_fitting import (
    Column,
    at_once,
    fit_column,
    keeping,
    keeping_either,
    made_in_columns,
    mappings_of,
    tuples_of,
)
from kesbang_iku.sources.column_fitting import Fit as _Fit

Model = TypeVar("Model", bound=BaseModel)

_BOOLEANS: Final = {"true": True, "false": False}


class UnfitError(ValueError):
    """Data, or a model, that Pydantic has to look at."""


_MANY: Final = 2000
"""From so much data of a model on, its validator has been worth building."""
_asked: Final = Counter[type[BaseModel]]()


def fitted(model: type[Model], data: object) -> Model | None:
    """Return ``data`` as ``model`` where they clearly fit it; ``None`` says nothing about them."""
    _asked[model] += 1
    if model.__pydantic_complete__ or _asked[model] > _MANY:  # its validator is faster
        return None
    try:
        made: Model = _of_model(model)(data)
    except ValueError:
        return None
    return made


def fitted_all(model: type[Model], data: Sequence[object]) -> list[Model] | None:
    """Return each of ``data`` as ``model`` where all clearly fit it, as :func:`fitted` does one."""
    if _prepared_by(model) != [] or model.__private_attributes__ or {*map(type, data)} != {dict}:
        return None
    try:
        return made_in_columns(model, cast("Sequence[dict[str, Any]]", data), _fields_of(model))
    except ValueError:
        return None


class _Field(NamedTuple):
    """A field of a model: how a value fits it, and what gives its value where there is none."""

    fit: _Fit
    default: Callable[[], object]


@cache
def _of_model(model: type[BaseModel]) -> _Fit:
    """Return how data fit a model."""
    prepare = _prepared_by(model)
    if prepare is None:
        return _unfit

    def fit(value: Any) -> BaseModel:  # noqa: ANN401  # as it was read
        if value.__class__ is model:
            kept: BaseModel = value
            return kept
        for one in prepare:
            value = one(value)
        if value.__class__ is not dict:
            raise UnfitError
        fields = _fields_of(model)  # not before: a model may hold itself
        if not fields.keys() >= value.keys():
            raise UnfitError
        made = {
            name: field.fit(value[name]) if name in value else field.default()
            for name, field in fields.items()
        }
        return made_of_fields(model, made, {*value})

    return keeping(fit, [model])


@cache
def _fields_of(model: type[BaseModel]) -> Mapping[str, _Field]:
    """Return the fields of a model, each with how a value fits it."""
    return {name: _of_field(one) for name, one in model.model_fields.items()}


def made_of_fields(model: type[Model], fields: dict[str, Any], given: set[str]) -> Model:
    """Return the ``model`` whose fields hold this, in their order, as ``model_construct`` would.

    Args:
        model: a model.
        fields: what each of its fields holds.
        given: the fields of which something was said.
    """
    if model.__private_attributes__:
        return model.model_construct(given, **fields)
    made = model.__new__(model)
    # As one that comes from another process: a third of the time, where there are many.
    made.__setstate__(
        {
            "__dict__": fields,
            "__pydantic_fields_set__": given,
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return made


def _prepared_by(model: type[BaseModel]) -> list[_Fit] | None:
    """Return what a model does to data before anything else; ``None`` where it does other things.

    That is more than fields say, such as a function that looks at all of them afterwards.
    """
    said = model.__pydantic_decorators__
    if model.model_config.get("extra") != "forbid":
        return None
    if said.field_validators or said.validators or said.root_validators:
        return None
    if any(found.info.mode != "before" for found in said.model_validators.values()):
        return None
    return [getattr(model, name) for name in said.model_validators]


def _of_field(field: FieldInfo) -> _Field:
    fit = _with(_of_type(field.annotation), field.metadata)
    if field.alias or field.validation_alias or field.discriminator:
        return _Field(_unfit, _missing)
    if field.is_required():
        return _Field(fit, _missing)
    if field.default_factory is not None:
        return _Field(fit, field.default_factory)  # type: ignore[arg-type]  # none takes the others
    default = fit(field.default) if field.validate_default else field.default
    return _Field(fit, (lambda: default) if _hashable(default) else (lambda: deepcopy(default)))


def _hashable(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _of_type(annotation: Any) -> _Fit:  # noqa: ANN401  # any type
    """Return how a value fits a type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *metadata = arguments
        return _with(_of_type(inner), metadata)
    if origin in {Union, UnionType}:
        return _of_union(arguments)
    if origin is Literal:
        return _of_literal(arguments)
    if origin is tuple and arguments[1:] == (...,):
        return _of_tuple(_of_type(arguments[0]))
    if origin is Mapping:
        return _of_mapping(*map(_of_type, arguments))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation)
    return _SIMPLE.get(annotation, _instance(annotation))


def _unfit(_value: object) -> object:
    raise UnfitError


def _missing() -> object:
    raise UnfitError


def _instance(kind: object) -> _Fit:
    """Return how a value fits a class that is neither converted nor looked into."""

    def fit(value: object) -> object:
        if value.__class__ is not kind:
            raise UnfitError
        return value

    return keeping(fit, [kind] if isinstance(kind, type) else [])


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    found = _BOOLEANS.get(value) if isinstance(value, str) else None
    if found is None:
        raise UnfitError
    return found


_SIMPLE: Final[Mapping[object, _Fit]] = {Any: lambda value: value, bool: _boolean}


def _of_union(members: tuple[Any, ...]) -> _Fit:
    """Return how a value fits one of several types, where its own form says which."""
    others = [one for one in members if one is not NoneType]
    mappings = [one for one in others if _of_keys(one)]
    simple = [one for one in others if not _of_keys(one)]
    if len(mappings) > 1 or len(simple) > 1:
        return _unfit
    (of_mapping,) = map(_of_type, mappings) if mappings else (_unfit,)
    (of_simple,) = map(_of_type, simple) if simple else (_unfit,)
    may_be_none = NoneType in members

    def fit(value: object) -> object:
        if value is None:
            return value if may_be_none else of_simple(value)
        of_keys = value.__class__ is dict or isinstance(value, BaseModel)
        return of_mapping(value) if of_keys else of_simple(value)

    return keeping_either(fit, of_simple, of_mapping, none=may_be_none)


def _of_keys(annotation: Any) -> bool:  # noqa: ANN401  # any type
    """Say whether a type is made of a mapping."""
    kind = get_origin(annotation) or annotation
    return isinstance(kind, type) and issubclass(kind, (BaseModel, Mapping))


def _of_literal(allowed: tuple[Any, ...]) -> _Fit:
    known = {value: value for value in allowed}

    def fit(value: Any) -> object:  # noqa: ANN401  # as it was read
        if value.__class__ is not str or value not in known:
            raise UnfitError
        return known[value]

    return fit


def _of_tuple(fit_one: _Fit) -> _Fit:
    def fit(value: Any) -> object:  # noqa: ANN401  # as it was read
        if value.__class__ is not list and value.__class__ is not tuple:
            raise UnfitError
        return tuple([fit_one(one) for one in value])

    return at_once(fit, tuples_of(fit_one, fit))


def _of_mapping(fit_key: _Fit, fit_value: _Fit) -> _Fit:
    def fit(value: Any) -> object:  # noqa: ANN401  # as it was read
        if value.__class__ is not dict:
            raise UnfitError
        return {fit_key(key): fit_value(one) for key, one in value.items()}

    return at_once(fit, mappings_of(fit_key, fit_value, fit))


def _with(fit: _Fit, metadata: list[Any]) -> _Fit:
    """Return how a value fits a type with what is said beside it: first what is nearest to it."""
    for one in metadata:
        if isinstance(one, FieldInfo):
            fit = _with(fit, one.metadata)
        elif isinstance(one, FastSchema):
            fit = keeping(_prepared(one.fit, fit), below=one.kept)
        elif isinstance(one, BeforeValidator):
            fit = _prepared(cast("_Fit", one.func), fit)  # ours take the value alone
        elif isinstance(one, MinLen | MaxLen | Ge | Gt | Le):
            fit = _bounded(fit, one)
        elif isinstance(pattern := getattr(one, "pattern", None), str):
            fit = _patterned(fit, pattern)
        elif not isinstance(one, PlainSerializer | WithJsonSchema):
            return _unfit
    return fit


def _prepared(prepare: _Fit, fit: _Fit) -> _Fit:
    def prepared(value: object) -> object:
        return fit(prepare(value))

    return at_once(prepared, lambda values: fit_column(fit, [*map(prepare, values)]))


def _bounded(fit: _Fit, bound: MinLen | MaxLen | Ge | Gt | Le) -> _Fit:
    match bound:
        case MinLen():
            return _holding(fit, lambda made: len(made) >= bound.min_length)
        case MaxLen():
            return _holding(fit, lambda made: len(made) <= bound.max_length)
        case Ge():
            return _holding(fit, lambda made: made >= bound.ge)
        case Gt():
            return _holding(fit, lambda made: made > bound.gt)
        case Le():
            return _holding(fit, lambda made: made <= bound.le)


def _patterned(fit: _Fit, pattern: str) -> _Fit:
    """Return how a text fits a pattern, on which the two engines agree for a line of ASCII."""
    matches = regex(pattern)
    return _holding(
        fit, lambda text: text.isascii() and text.isprintable() and bool(matches.search(text))
    )


def _holding(fit: _Fit, holds: Callable[[Any], bool]) -> _Fit:
    def checked(value: object) -> object:
        made = fit(value)
        if made is not None and not holds(made):
            raise UnfitError
        return made

    def whole(values: Column) -> Column:
        made = fit_column(fit, values)
        try:
            different = {*made}
        except TypeError:  # what cannot be told apart is looked at one by one
            return [*map(checked, values)]
        if not all(holds(one) for one in different if one is not None):
            raise UnfitError
        return made

    return at_once(checked, whole)
