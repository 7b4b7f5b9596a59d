"""Making a model of each of many data that fit it, a field of all of them at a time.

What takes one of them microseconds in Python takes the standard library a fraction for a whole
column: of which classes its values are, whether each is taken as it is, and making the objects. The
fields say how one value fits, and for the usual ones also how a column of them does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, compress, repeat, starmap
from operator import not_, setitem
from types import GetSetDescriptorType, MemberDescriptorType, NoneType
from typing import Any, Final, TypeVar

from kesbang_iku._later import Once
from kesbang_iku.model.record import Record

T = TypeVar("T")
Model = TypeVar("Model", bound=Record)
Fit = Callable[[Any], Any]
"""Returns what becomes of a value, or raises a ``ValueError`` where that is not for sure."""
Column = Sequence[Any]

_PLACES: Final = (GetSetDescriptorType, MemberDescriptorType)
_KEPT: Final[dict[Fit, Kept]] = {}
_WHOLE: Final[dict[Fit, Callable[[Column], Column]]] = {}


class Kept:
    """The classes of the values that a field takes as they are: these, and those below others."""

    __slots__ = ("below", "exactly")

    def __init__(self, exactly: Iterable[type] = (), below: tuple[type, ...] = ()) -> None:
        self.exactly: frozenset[type] = frozenset(exactly)
        self.below: tuple[type, ...] = below

    def takes(self, kinds: Iterable[type]) -> bool:
        """Say whether values of ``kinds`` stay what they are."""
        return all(kind in self.exactly or issubclass(kind, self.below) for kind in kinds)


def keeping(fit: Fit, exactly: Iterable[type] = (), below: tuple[type, ...] = ()) -> Fit:
    """Return ``fit``, of which it is known now that it keeps the values of these classes."""
    _KEPT[fit] = Kept(exactly, below)
    return fit


def keeping_either(fit: Fit, of_simple: Fit, of_mapping: Fit, *, none: bool) -> Fit:
    """Return ``fit``, which leaves mappings to one fit and all else to another."""
    simple, mapping = (_KEPT.get(one, Kept()) for one in (of_simple, of_mapping))
    nothing = {NoneType} if none else set[type]()
    return keeping(fit, simple.exactly | mapping.exactly | nothing, simple.below)


def at_once(fit: Fit, whole: Callable[[Column], Column]) -> Fit:
    """Return ``fit``, of which it is known now how it makes a whole column."""
    _WHOLE[fit] = whole
    return fit


def fit_column(fit: Fit, values: Column) -> Column:
    """Return what becomes of the values of a column.

    Raises:
        ValueError: that is not for sure of one of them.
    """
    kept = _KEPT.get(fit)
    if kept is not None and kept.takes({*map(type, values)}):
        return values
    whole = _WHOLE.get(fit)
    return [*map(fit, values)] if whole is None else whole(values)


def tuples_of(fit_one: Fit, fit: Fit) -> Callable[[Column], Column]:
    """Return how a column of lists becomes one of tuples; ``fit`` makes one of them."""

    def whole(values: Column) -> Column:
        if not {*map(type, values)} <= {list, tuple}:
            return [*map(fit, values)]
        parts = [*chain.from_iterable(values)]
        return [*map(tuple, values)] if fit_column(fit_one, parts) is parts else [*map(fit, values)]

    return whole


def mappings_of(fit_key: Fit, fit_value: Fit, fit: Fit) -> Callable[[Column], Column]:
    """Return how a column of mappings becomes one of fitting ones; ``fit`` makes one of them."""

    def whole(values: Column) -> Column:
        if {*map(type, values)} != {dict}:
            return [*map(fit, values)]
        keys = [*{*chain.from_iterable(values)}]
        held = [*chain.from_iterable(map(dict.values, values))]
        as_they_are = fit_column(fit_key, keys) is keys and fit_column(fit_value, held) is held
        return values if as_they_are else [*map(fit, values)]

    return whole


def made_in_columns(
    model: type[Model],
    data: Sequence[dict[str, Any]],
    fields: Mapping[str, tuple[Fit, Callable[[], object]]],
) -> list[Model]:
    """Return each of ``data`` as the model; each field has its fit, and what it is by default.

    Raises:
        ValueError: one of them does not clearly fit.
    """
    # The models are frozen: those with the same keys, as most have, may have one set of them.
    named = Once[tuple[str, ...], set[str]](set)
    given = [*map(named.__getitem__, map(tuple, data))]
    ever = set[str]().union(*named.values())
    if not fields.keys() >= ever:
        raise ValueError
    always = set(fields).intersection(*named.values())
    row = {name: None if name in always else fields[name][1]() for name in fields}
    rows = [*map(row.__or__, data)]
    columns = zip(*map(dict.values, rows), strict=True)
    for (name, (fit, default)), held in zip(fields.items(), columns, strict=True):
        there, column = rows, held
        if name not in always:
            has_it = [name in names for names in given] if name in ever else [False] * len(rows)
            there, column = [*compress(rows, has_it)], tuple(compress(held, has_it))
            if default() is not row[name]:  # each has its own
                without = compress(rows, map(not_, has_it))
                _each(setitem, without, repeat(name), starmap(default, repeat(())))
        if (fitting := fit_column(fit, column)) is not column:
            _each(setitem, there, repeat(name), fitting)
    return objects_of(model, len(data), __dict__=rows, __pydantic_fields_set__=given)


def objects_of(made: type[T], count: int, **columns: Iterable[object]) -> list[T]:
    """Return ``count`` objects of a class that only holds these attributes, made without a call.

    Args:
        made: the class.
        count: how many.
        columns: by attribute what each of the objects holds.
    """
    objects = [*map(object.__new__, repeat(made, count))]
    for name, column in columns.items():
        # An attribute with a place in the object is set there, also where none is set by name.
        found = (vars(one)[name] for one in made.__mro__ if name in vars(one))
        place = next((one for one in found if isinstance(one, _PLACES)), None)
        if place is None:
            _each(object.__setattr__, objects, repeat(name), column)
        else:
            _each(place.__set__, objects, column)
    return objects


def _each(do: Callable[..., object], *columns: Iterable[object]) -> None:
    """Call ``do`` with what stands beside one another in columns."""
    deque(map(do, *columns), maxlen=0)
