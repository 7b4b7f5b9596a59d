"""Making a model of data that fit it, before Pydantic's validators are built.

Building a validator takes a model 2 ms, and the first one 15 ms more: a start of the program waits
longer for that than for all that it validates. The fields of a model say already how data become
it; here that is followed in Python, for data whose form leaves nothing to decide. What else there
is, be it broken, converted or merely unusual, is left to Pydantic, which alone says what is wrong.
So data fit here only where Pydantic takes them, too, and makes the same of them.
"""

import operator
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin

from kesbang_iku._regex import regex
from kesbang_iku.model.record import (
    Before,
    Besides,
    Fast,
    FieldSaid,
    InSchema,
    Limits,
    ModelField,
    Record,
    Written,
    has_validator,
    prepares,
)
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

Model = TypeVar("Model", bound=Record)

_BOOLEANS: Final = {"true": True, "false": False}


class UnfitError(ValueError):
    """Data, or a model, that Pydantic has to look at."""


_MANY: Final = 2000
"""From so much data of a model on, its validator has been worth building."""
_asked: Final = Counter[type[Record]]()


def fitted(model: type[Model], data: object) -> Model | None:
    """Return ``data`` as ``model`` where they clearly fit it; ``None`` says nothing about them."""
    _asked[model] += 1
    if has_validator(model) or _asked[model] > _MANY:  # its validator is faster
        return None
    try:
        made: Model = _of_model(model)(data)
    except ValueError:
        return None
    return made


def fitted_all(model: type[Model], data: Sequence[object]) -> list[Model] | None:
    """Return each of ``data`` as ``model`` where all clearly fit it, as :func:`fitted` does one."""
    if prepares(model) or {*map(type, data)} != {dict}:
        return None
    try:
        return made_in_columns(model, cast("Sequence[dict[str, Any]]", data), _fields_of(model))
    except ValueError:
        return None


@cache
def _of_model(model: type[Record]) -> _Fit:
    """Return how data fit a model."""
    prepare = model.model_prepared if prepares(model) else None

    def fit(value: Any) -> Record:  # noqa: ANN401  # as it was read
        if value.__class__ is model:
            kept: Record = value
            return kept
        if prepare is not None:
            value = prepare(value)
        if value.__class__ is not dict:
            raise UnfitError
        fields = _fields_of(model)  # not before: a model may hold itself
        if not fields.keys() >= value.keys():
            raise UnfitError
        made = {
            name: fit_one(value[name]) if name in value else default()
            for name, (fit_one, default) in fields.items()
        }
        return model.model_made(made, {*value})

    return keeping(fit, [model])


@cache
def _fields_of(model: type[Record]) -> Mapping[str, tuple[_Fit, Callable[[], object]]]:
    """Return the fields of a model, each with how a value fits it."""
    return {name: _of_field(one) for name, one in model.model_fields.items()}


def _of_field(field: ModelField) -> tuple[_Fit, Callable[[], object]]:
    """Return how a value fits a field, and what gives its value where there is none."""
    fit = _of_type(field.annotation)
    if field.is_required():
        return fit, _missing
    if field.validated:
        field = field._replace(default=fit(field.default))
    return fit, field.maker()


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
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _of_model(annotation)
    return _SIMPLE.get(annotation) or _instance(annotation)


def _unfit(_value: object) -> object:
    raise UnfitError


def _missing() -> object:
    raise UnfitError


@cache
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
        of_keys = value.__class__ is dict or isinstance(value, Record)
        return of_mapping(value) if of_keys else of_simple(value)

    return keeping_either(fit, of_simple, of_mapping, none=may_be_none)


def _of_keys(annotation: Any) -> bool:  # noqa: ANN401  # any type
    """Say whether a type is made of a mapping."""
    kind = get_origin(annotation) or annotation
    return isinstance(kind, type) and issubclass(kind, (Record, Mapping))


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


def _with(fit: _Fit, said: list[Any]) -> _Fit:
    """Return how a value fits a type with what is said beside it: first what is nearest to it."""
    for one in said:
        if isinstance(one, FieldSaid):
            fit = _limited(fit, one.limits)
        elif isinstance(one, Fast):
            fit = keeping(_prepared(one.fit, fit), below=one.kept)
        elif isinstance(one, Before):
            fit = _prepared(one.prepare, fit)
        elif not isinstance(one, Written | InSchema | Besides):
            return _unfit
    return fit


def _prepared(prepare: _Fit, fit: _Fit) -> _Fit:
    def prepared(value: object) -> object:
        return fit(prepare(value))

    return at_once(prepared, lambda values: fit_column(fit, [*map(prepare, values)]))


_HOLDS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "min_length": lambda least, made: len(made) >= least,
    "max_length": lambda most, made: len(made) <= most,
    "ge": operator.le,
    "gt": operator.lt,
    "le": operator.ge,
}
"""Whether a limit, by its name, holds for a value: the limit comes first."""


def _limited(fit: _Fit, limits: Limits) -> _Fit:
    """Return how a value within limits fits."""
    for name, limit in limits.items():
        if name == "pattern":
            fit = _patterned(fit, str(limit))
        elif name in _HOLDS:
            fit = _holding(fit, partial(_HOLDS[name], limit))
    return fit


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
