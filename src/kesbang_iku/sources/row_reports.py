"""Reports from the rows of a program: mappings with the columns of a table of reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from numbers import Rational, Real
from typing import Final

from kesbang_iku.findings import Place
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.named_rows import NamedRow, Table
from kesbang_iku.sources.notation import plain
from kesbang_iku.sources.numbers import is_absent
from kesbang_iku.sources.reports import Reports
from kesbang_iku.sources.shape import shown
from kesbang_iku.sources.table_reports import reports_from_table

_NOWHERE: Final = ""


def reports_from_rows(rows: Iterable[Mapping[str, object]]) -> Reports:
    """Return the reports that rows make: one row a variable, or one row an item.

    Args:
        rows: mappings with the columns of a report in CSV. Numbers count as they are, exactly;
            texts are read as regions write them; ``None``, NaN and ``pandas.NA`` are missing.

    Returns:
        The reports. What cannot be read is a finding; its place is a JSON pointer into the rows.
    """
    cells = [{str(column): _written(value) for column, value in row.items()} for row in rows]
    names = tuple(dict.fromkeys(chain.from_iterable(cells)))
    named = [
        NamedRow(names, [row.get(name, "") for name in names], _place, number)
        for number, row in enumerate(cells)
    ]
    return reports_from_table(Table(names, names, named, _NOWHERE, {}), [])


def _place(number: int, header: str | None) -> Place:
    """Return where the cells of a row stand: JSON pointers, as rows of a program have no lines."""
    if header is None:
        return Place(penunjuk=f"/{number}")
    key = header.replace("~", "~0").replace("/", "~1")
    return Place(penunjuk=f"/{number}/{key}")


def _written(value: object) -> str:
    """Return a value as a cell; a number as one that needs no reading."""
    if is_absent(value):
        return ""
    if isinstance(value, str | bool):
        return value if isinstance(value, str) else shown(value)
    if isinstance(value, float):
        # A column of a dataframe holds years and counts as 2025.0 where one of them is missing.
        return NumberText(int(value) if value.is_integer() else float.__repr__(value))
    if isinstance(value, Rational):
        return NumberText(plain(Fraction(int(value.numerator), int(value.denominator)), "."))
    return NumberText(value) if isinstance(value, Real | Decimal) else shown(value)
