"""Numerals with two readings, as ``1.250``: what the rest of an indicator's row decides.

A row that counts things has whole numbers. Else the printed achievement arbitrates: the reading
under which it follows from target and value is the reading, if only one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.notation import DECIMAL_MARK, NumberFormat
from kesbang_iku.sources.numbers import read_number
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.meanings import ACHIEVED, BASELINE, REALISED, TARGET
from kesbang_iku.tables.values import is_number

if TYPE_CHECKING:
    from kesbang_iku.indicator.printed_row import RowScorers
    from kesbang_iku.model.checking import CheckingFile
    from kesbang_iku.model.tables import Tables

_TWO_READINGS: Final = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)", re.ASCII)
_NUMERAL: Final = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_DECIMALS: Final = re.compile(r"\d+\.\d+", re.ASCII)
_THOUSAND: Final = "000"
COUNTED: Final = (TARGET, REALISED, BASELINE)
"""What is in the unit of an indicator."""
_FORMS: Final[tuple[NumberFormat, ...]] = ("id", "en")


class Triple(NamedTuple):
    """A target, a realised value and the achievement printed beside them."""

    target: ItemCell
    realised: ItemCell
    achieved: ItemCell


class _Standard(NamedTuple):
    tables: Tables
    checking: CheckingFile
    scorers: RowScorers


def has_two_readings(text: str) -> bool:
    """Say whether a text holds a numeral that may mean thousands or decimals."""
    return not isinstance(text, NumberText) and may_be_thousands(text)


def may_be_thousands(text: str) -> bool:
    """Say whether a numeral would have two readings if its notation were not known."""
    return _TWO_READINGS.search(text) is not None


def as_read(text: str, value: str | None) -> str:
    """Return a text with two readings as one that has only that which gave ``value``."""
    doubtful = value is not None and has_two_readings(text) and read_number(text).value is None
    if value is None or not doubtful:
        return text
    if is_number(text):
        return NumberText(value)

    def spelled(found: re.Match[str]) -> str:
        thousands = _joined(found)
        return thousands if thousands in _NUMERAL.findall(value) else found[0].replace(",", ".")

    return _TWO_READINGS.sub(spelled, text)


def counts(item: TableItem) -> bool:
    """Say whether an indicator counts things, by its unit or the first word of its name."""
    unit = _standard().tables.unit_spelled(item.texts.get("satuan", ""))
    if unit is not None:
        return unit.desimal == 0
    return _counts_by_name(item)


def _counts_by_name(item: TableItem) -> bool:
    first = item.name.casefold().split()[:1]
    return bool(first) and first[0] in _standard().checking.kata.awalan_jumlah


def is_doubtful(item: TableItem, texts: Iterable[str]) -> bool:
    """Say whether an index, a percentage or a mark would be thousands as its table writes numbers.

    Both marks stand in one document often enough. What adds up by its unit may be an amount, and a
    printed achievement may follow from thousands alone.
    """
    mark = {"id": ".", "en": ","}.get(item.form or "")
    if mark is None or not any(
        mark in one
        for text in filter(has_two_readings, texts)
        for one in _TWO_READINGS.findall(text)
    ):
        return False
    unit = _standard().tables.unit_spelled(item.texts.get("satuan", ""))
    if unit is None or unit.desimal == 0 or unit.aditif or _counts_by_name(item):
        return False
    return not any(
        is_right(one, item.form) and not is_right(Triple(*map(_in_decimals, one)), item.form)
        for one in triples_of(item)
    )


def parted(item: TableItem) -> tuple[list[ItemCell], bool]:
    """Return the cells of an item that counts things which its table's notation makes parts of one.

    Such are ``1.475 orang`` where others write ``78.5``. They are surely thousands if one of them
    would be no whole number, or a printed achievement follows from thousands alone. Where one
    follows from decimals alone they are none.
    """
    mark = None if item.form is None else DECIMAL_MARK[item.form]
    tokens = {
        cell: found
        for cell in item.cells
        if mark and cell.role in COUNTED and has_two_readings(cell.text)
        if (found := [one for one in _TWO_READINGS.findall(cell.text) if mark in one])
    }
    if not tokens or not counts(item):
        return [], False
    proven = {
        (is_right(one, item.form), is_right(Triple(*map(_in_thousands, one)), item.form))
        for one in triples_of(item)
    }
    if (True, False) in proven:
        return [], False
    whole = all(one.endswith(_THOUSAND) for found in tokens.values() for one in found)
    return [*tokens], not whole or (False, True) in proven


def read_as_thousands(item: TableItem, cells: Sequence[ItemCell]) -> None:
    """Write the numerals in some cells of an item as the thousands they are."""
    for cell in cells:
        item.cells[item.cells.index(cell)] = _in_thousands(cell)


def _in_thousands(cell: ItemCell) -> ItemCell:
    """Return a cell that is a numeral with two readings as one that has thousands."""
    if cell.role not in COUNTED or not has_two_readings(cell.text):
        return cell
    return cell._replace(text=_TWO_READINGS.sub(_joined, cell.text))


def _joined(found: re.Match[str]) -> str:
    return re.sub(r"[.,]", "", found[0])


def settle(item: TableItem) -> NumberFormat | None:
    """Return the notation under which alone every achievement that an indicator prints is right."""
    triples = list(triples_of(item))
    right: list[NumberFormat] = [
        form for form in _FORMS if triples and all(is_right(one, form) for one in triples)
    ]
    return right[0] if len(right) == 1 else None


def triples_of(item: TableItem) -> Iterator[Triple]:
    """Yield the target, value and achievement of each time of which an indicator prints all."""
    found: dict[str, dict[str, ItemCell]] = {}
    for cell in item.cells:
        if not cell.column.spent:
            found.setdefault(cell.key, {}).setdefault(cell.role, cell)
    for cells in found.values():
        if cells.keys() >= {TARGET, REALISED, ACHIEVED}:
            yield Triple(cells[TARGET], cells[REALISED], cells[ACHIEVED])


def is_right(triple: Triple, form: NumberFormat | None = None) -> bool:
    """Say whether some method gives the achievement that is printed."""
    from kesbang_iku.indicator.item_input import ItemInput  # noqa: PLC0415  # light: doubts alone

    target, realised, achieved = (cell.text for cell in triple)
    item = ItemInput(
        variabel={}, target=target, realisasi=realised, capaian=achieved, format_angka=form
    )
    return not list(_standard().scorers.check(item))


def mend(item: TableItem) -> None:
    """Read the numeral of an indicator as decimals against its table, where that alone is right.

    Both marks stand in one document often enough; the printed achievement tells which was meant.
    """
    for triple in triples_of(item):
        doubtful = [cell for cell in triple if has_two_readings(cell.text)]
        if item.form is None or len(doubtful) != 1 or is_right(triple, item.form):
            continue
        (cell,) = doubtful
        meant = _in_decimals(cell)
        mended = Triple(*(meant if one is cell else one for one in triple))
        if meant is not cell and is_right(mended, item.form):
            item.cells[item.cells.index(cell)] = meant


def _in_decimals(cell: ItemCell) -> ItemCell:
    """Return a cell that is a numeral with two readings as one that has decimals."""
    decimals = _TWO_READINGS.sub(lambda found: found[0].replace(",", "."), cell.text.strip())
    doubtful = has_two_readings(cell.text) and _DECIMALS.fullmatch(decimals) is not None
    return cell._replace(text=NumberText(decimals)) if doubtful else cell


def mostly_right(triples: Sequence[Triple]) -> bool:
    """Say whether more of the achievements follow from target and value than do not."""
    right = sum(map(is_right, triples))
    return right > len(triples) - right


@lru_cache(maxsize=1)
def _standard() -> _Standard:
    from kesbang_iku.catalog.load import load_catalog  # noqa: PLC0415  # light: doubts alone
    from kesbang_iku.indicator.printed_row import RowScorers  # noqa: PLC0415  # light: doubts alone
    from kesbang_iku.model.checking import CheckingFile  # noqa: PLC0415  # light: doubts alone
    from kesbang_iku.sources.data import load_data  # noqa: PLC0415  # light: doubts alone

    tables = load_catalog().tables
    checking = load_data("pemeriksaan.yaml", CheckingFile)
    return _Standard(tables, checking, RowScorers.of(tables, checking))
