"""Texts, names and lists as the SQL of DuckDB has them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from glob import escape
from itertools import chain
from os import PathLike
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH: Final = 5_000


def rows_of(found: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Return the rows of what was found, of which only some are held at a time."""
    return chain.from_iterable(iter(lambda: found.fetchmany(_BATCH), []))


def quoted(text: str | PathLike[str]) -> str:
    """Return a text as SQL writes it."""
    return "'" + str(text).replace("'", "''") + "'"


def to_read(path: str | PathLike[str]) -> str:
    """Return a file as SQL writes it where it is read: that file, and none that its name fits."""
    return quoted(escape(str(path)))


def named(name: str) -> str:
    """Return a column's name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def text_among(name: str, known: Iterable[str]) -> str:
    """Return a column's text as an enumeration of all those that occur, as SQL writes it.

    For each text that is none of them DuckDB looks for the nearest one, which takes microseconds.
    """
    return f"TRY_CAST({name} AS ENUM ({', '.join(map(quoted, known))}))"


def number_of(name: str, numbers: Mapping[str, int], occurring: Collection[str] = ()) -> str:
    """Return the number that a column's text stands for, missing where for none, as SQL.

    Args:
        name: the name of the column.
        numbers: the numbers, by their texts.
        occurring: all texts there are, where they are known: that takes a third of the time.
    """
    values = f"CAST([{', '.join(map(str, numbers.values()))}] AS BIGINT[])"
    if occurring:
        known = dict.fromkeys((*numbers, *occurring))
        return f"{values}[CAST(enum_code({text_among(name, known)}) AS BIGINT) + 1]"
    return f"map([{', '.join(map(quoted, numbers))}], {values})[CAST({name} AS VARCHAR)]"


def place_among(name: str, known: Iterable[str], occurring: Collection[str] = ()) -> str:
    """Return the place of a column's text among those that are known, from 0, as SQL writes it."""
    places = {text: place for place, text in enumerate(known)}
    if not occurring:
        return number_of(name, places)
    place = f"CAST(enum_code({text_among(name, dict.fromkeys((*places, *occurring)))}) AS BIGINT)"
    return f"CASE WHEN {place} < {len(places)} THEN {place} END"


def is_among(name: str, known: Iterable[str]) -> str:
    """Return whether a column's text is one of those that are known, as SQL writes it."""
    return f"({place_among(name, known)} IS NOT NULL)"


def listed(texts: Sequence[str], place: str) -> str:
    """Return the text at a place of a list, as SQL writes it; an empty one is missing.

    As an enumeration it is a small number, and is written to Parquet as one.
    """
    distinct = [text for text in dict.fromkeys(texts) if text]
    if not distinct:
        return "CAST(NULL AS ENUM (''))"
    values = ", ".join(quoted(text) if text else "NULL" for text in texts)
    return f"CAST([{values}] AS ENUM ({', '.join(map(quoted, distinct))})[])[({place}) + 1]"
