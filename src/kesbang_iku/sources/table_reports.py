"""Reports from tables in our own layout, or rows of a program: one row a variable, or an item."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from itertools import chain, islice
from numbers import Rational, Real
from operator import itemgetter
from typing import Any, Final, NamedTuple, Self

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.waiting import passed
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.report import Report, ReportItem
from kesbang_iku.sources.csv_reader import clean_header
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.fitting import fitted_all
from kesbang_iku.sources.loaded import Placed
from kesbang_iku.sources.named_rows import NamedRow, Table
from kesbang_iku.sources.notation import plain
from kesbang_iku.sources.numbers import is_absent, simple_number
from kesbang_iku.sources.reports import (
    COLUMNS,
    ENVELOPE,
    IDENTITY,
    ITEM_FIELDS,
    MEANINGS,
    LoadedItem,
    LoadedReport,
    Reports,
)
from kesbang_iku.sources.shape import Pointer, check_shape, shown

_ROWS: Final = (0.25, 0.5)
_ITEMS: Final = (0.5, 1.0)
"""Putting rows together, and making items of them, as parts of the work of reading a table."""


_InRow = Callable[[str | None], Place]
"""What tells where the cell under a header stands in a row."""
_VARIABLE: Final = "variabel"
_NO_DATA: Final[dict[str, Any]] = {}


@dataclass(slots=True)
class _Gathered:
    """The rows of one item, put together.

    Attributes:
        row: the row it begins in, and that tells where cells stand.
        data: what is told of it; let go of once an item is made of it.
        cells: where each part stands, its variables by their names alone: the number of a row in
            its own column, as in a long table, or the column of the one row there is. What tells
            where a row of another part of a long table stands is kept itself.
    """

    row: NamedRow
    data: dict[str, Any]
    cells: dict[Pointer | str, int | str | _InRow] = field(default_factory=dict)

    def standing(self, row: NamedRow) -> int | _InRow:
        """Return what is kept of where a row stands."""
        return row.number if row.at is self.row.at else partial(row.at, row.number)

    def locate_report(self, pointer: Pointer) -> Place:
        """Return where a part of the report that it begins stands."""
        return self.locate(("laporan", *pointer))

    def locate(self, pointer: Pointer) -> Place:
        if pointer[:1] == (_VARIABLE,):
            cell = self.cells.get(str(pointer[1])) if pointer[1:] else None
            own = "nilai"
        else:
            cell = self.cells.get(pointer[:2], self.cells.get(pointer[:1]))
            own = str(pointer[0]) if pointer else ""
        if cell is None:
            return self.row.place("kode")
        if isinstance(cell, str):
            return self.row.place(cell)
        return self.row.at(cell, own) if isinstance(cell, int) else cell(own)


def reports_from_table(
    table: Table | None, findings: list[Finding], variables: Mapping[str, str] | None = None
) -> Reports:
    """Return the reports of a table with one row a variable, or one row an item.

    Args:
        table: the table.
        findings: what was found before.
        variables: where a row is an item, the columns that are variables, by header; without them
            all columns are that a report does not have itself.
    """
    if table is None:
        return Reports((), tuple(findings))
    missing = list(_missing(table))
    if missing:
        place = Place(berkas=table.source, baris=1)
        findings += [kinds.COLUMN_MISSING.at(place, kolom=column) for column in missing]
        return Reports((), tuple(findings))
    long = is_long(table)
    if variables is None:
        variables = {header: header for header in table.headers if header not in COLUMNS}
    groups = [*_gathered(table, None if long else variables, findings).values()]
    envelopes = [next(iter(items.values())).data.pop("laporan") for items in groups]
    made = fitted_all(ReportItem, [one.data for items in groups for one in items.values()])
    whole = None if made is None else iter(made)
    reports = [
        _table_report(items, envelope, whole, table.source, findings)
        for items, envelope in passed([*zip(groups, envelopes, strict=True)], *_ITEMS)
    ]
    return Reports(tuple(report for report in reports if report is not None), tuple(findings))


def _gathered(
    table: Table, variables: Mapping[str, str] | None, findings: list[Finding]
) -> Mapping[tuple[str, ...], dict[str | int, _Gathered]]:
    """Return the items of each report, put together."""
    columns = _Columns.of(table.headers, variables)
    of_report, own = itemgetter(*columns.envelope), columns.code
    groups: dict[tuple[str, ...], dict[str | int, _Gathered]] = {}
    known: dict[tuple[str, ...], dict[str | int, _Gathered]] = {}
    for number, row in enumerate(passed(table.rows, *_ROWS)):
        code = row.texts[own].strip()
        written = of_report(row.texts)
        items = known.get(written)
        told: Mapping[str, str] = {}
        if items is None or not code:
            cells = row.cells
            if not _identified(row, cells, findings):
                continue
            envelope = tuple(cells.get(column, "").strip() for column in ENVELOPE)
            meant = tuple(map(_meant, ENVELOPE, envelope))
            items = known[written] = groups.setdefault(meant, {})
            if not items:
                told = {one: text for one, text in zip(ENVELOPE, envelope, strict=True) if text}
        # One row a variable: rows of the same code are one item. Otherwise every row is an item.
        key = code if columns.pair else number
        gathered = items.get(key)
        if gathered is None:
            gathered = items[key] = _begun(row, code, told)
        _gather(gathered, row, columns, findings)
    return groups


def _meant(column: str, text: str) -> str:
    """Return what a cell says of a report; without a period it is of the whole year."""
    return text or (ANNUAL if column == "periode" else "")


def _missing(table: Table) -> Iterator[str]:
    """Yield the columns that a report needs and a table does not have."""
    yield from (column for column in IDENTITY if column not in table.headers)
    pair = ("variabel", "nilai")
    there = [column for column in pair if column in table.headers]
    if len(there) == 1:
        # One of the pair alone would leave every number of the table unread.
        yield from (column for column in pair if column not in there)


def is_long(table: Table) -> bool:
    """Say whether a table has one row a variable."""
    return "variabel" in table.headers and "nilai" in table.headers


def _identified(row: NamedRow, cells: Mapping[str, str], findings: list[Finding]) -> bool:
    empty = [column for column in IDENTITY if not cells[column].strip()]
    findings += [kinds.CELL_MISSING.at(row.place(column), kolom=column) for column in empty]
    return not empty


class _Columns(NamedTuple):
    """Where in a row stands what is said of reports, and of items with header and pointer.

    ``pair`` is the name of a variable and its value, where there is one row a variable; otherwise
    ``variables`` come with header and name.
    """

    envelope: tuple[int, ...]
    code: int
    fields: tuple[tuple[int, str, Pointer], ...]
    pair: tuple[int, int] | None
    variables: tuple[tuple[int, str, str], ...]

    @classmethod
    def of(cls, headers: Sequence[str], variables: Mapping[str, str] | None) -> Self:
        """Return them; ``variables`` is ``None`` where there is one row a variable."""
        at = {header: index for index, header in enumerate(headers)}
        named = () if variables is None else variables.items()
        return cls(
            tuple(at[one] for one in ENVELOPE if one in at),
            at["kode"],
            tuple((at[one], one, (one,)) for one in ITEM_FIELDS if one in at),
            (at[_VARIABLE], at["nilai"]) if variables is None else None,
            tuple((at[header], header, name) for header, name in named if header in at),
        )


def _begun(row: NamedRow, code: str, told: Mapping[str, str]) -> _Gathered:
    """Return an item that a row begins; the first of a report is ``told`` what is of all."""
    begins = NamedRow(row.headers, (), row.at, row.number, row.plain_line)
    gathered = _Gathered(begins, {"kode": code, _VARIABLE: {}})
    if told:
        gathered.data["laporan"] = told
        gathered.cells |= {("laporan", column): column for column in told}
    return gathered


def _gather(gathered: _Gathered, row: NamedRow, columns: _Columns, findings: list[Finding]) -> None:
    texts, pair = row.texts, columns.pair
    stands = gathered.standing(row)
    for index, column, pointer in columns.fields:
        text = texts[index]
        if text and text.strip() and put(gathered.data, column, text, row.place, findings):
            gathered.cells[pointer] = stands if pair else column
    values = gathered.data[_VARIABLE]
    if pair is not None:
        name, value = texts[pair[0]].strip(), texts[pair[1]]
        if not name and value.strip():
            findings.append(kinds.CELL_MISSING.at(row.place(_VARIABLE), kolom=_VARIABLE))
        elif name and put(values, name, value, row.place, findings, "nilai"):
            gathered.cells[name] = stands
        return
    for index, column, name in columns.variables:
        text = texts[index]
        if text and text.strip() and put(values, name, text, row.place, findings, column):
            gathered.cells[name] = column


def put(
    target: dict[str, str],
    name: str,
    text: str,
    place: Callable[[str], Place],
    findings: list[Finding],
    column: str | None = None,
) -> bool:
    """Put what a row tells of an item in its place among what other rows of it told.

    Args:
        target: what was told, by name.
        name: of what is told.
        text: what the row tells of it; where it is empty nothing told before is replaced.
        place: tells where the cell in a column of the row stands.
        findings: takes the contradiction of two rows.
        column: the column of the text, unless it is called ``name``.

    Returns:
        Whether the text stands in ``target`` now.
    """
    before = target.get(name)
    if before is not None and before.strip() and before != text:
        if text.strip() and not _is_same_number(before, text):
            at = place(column or name)
            told = kinds.CELL_CONTRADICTS.at(at, value=text, kolom=name, nilai=text, lain=before)
            findings.append(told)
        return False
    target[name] = text
    return True


def _is_same_number(one: str, other: str) -> bool:
    """Say whether two texts are one number, each in a notation that no field decides."""
    if one.startswith("-") != other.startswith("-"):
        return False
    first, second = (simple_number(text.removeprefix("-"), None) for text in (one, other))
    return first is not None and second is not None and first.number == second.number


def _table_report(
    items: Mapping[str | int, _Gathered],
    envelope: Mapping[str, str],
    whole: Iterator[ReportItem] | None,
    source: str,
    findings: list[Finding],
) -> LoadedReport | None:
    """Return a report; ``whole`` yields its items if those of all reports are as they should be."""
    locate = next(iter(items.values())).locate_report
    report, found = check_shape(Report, {**envelope, "item": []}, locate, meanings=MEANINGS)
    findings += found
    made: Sequence[ReportItem | None]
    if whole is None:
        made = [_checked(gathered, findings) for gathered in items.values()]
    else:
        made = [*islice(whole, len(items))]
    loaded: list[LoadedItem] = []
    for gathered, item in zip(items.values(), made, strict=True):
        gathered.data = _NO_DATA  # what locates its parts lives as long as the item
        if item is not None:
            line = gathered.row.plain_line
            start = Place(source, line) if line else gathered.locate(())
            loaded.append(Placed(item, gathered.locate, start))
    if report is None:
        return None
    return LoadedReport(report, tuple(loaded), locate, len(items) - len(loaded))


def _checked(gathered: _Gathered, findings: list[Finding]) -> ReportItem | None:
    item, found = check_shape(ReportItem, gathered.data, gathered.locate)
    findings += found
    return item


# ------------------------------------------------------------------------------ rows of a program


_NOWHERE: Final = ""


def table_of_rows(rows: Iterable[Mapping[Any, object]], findings: list[Finding]) -> Table:
    """Return rows of a program as a table: one row a variable, or one row an item.

    Args:
        rows: mappings with the columns of a report in CSV, which are recognised as there. Numbers
            count as they are, exactly; texts are read as regions write them; ``None``, NaN and
            ``pandas.NA`` are missing.
        findings: takes what is wrong with the columns; places are JSON pointers into the rows.
    """
    keys: list[dict[str, str]] = []
    texts: list[dict[str, str]] = []
    header_of = cache(clean_header)
    for number, row in enumerate(rows):
        own: dict[str, str] = {}
        cells: dict[str, str] = {}
        for column, value in row.items():
            key = str(column)
            header = header_of(key)
            first = own.setdefault(header, key)
            if first == key:
                cells[header] = cell_text(value)
                continue
            place = _pointer(number, key)
            findings.append(
                kinds.CSV_DUPLICATE_HEADER.at(place, judul=key, sel_awal=first, sel=key)
            )
        keys.append(own)
        texts.append(cells)
    names = tuple(dict.fromkeys(chain.from_iterable(texts)))
    at = partial(_place, keys)
    named = [
        NamedRow(names, [cells.get(name, "") for name in names], at, number)
        for number, cells in enumerate(texts)
    ]
    firsts = {name: next(at for at, own in enumerate(keys) if name in own) for name in names}
    places = {name: _place(keys, number, name) for name, number in firsts.items()}
    return Table(names, names, named, _NOWHERE, places)


def _place(keys: Sequence[Mapping[str, str]], number: int, header: str | None) -> Place:
    """Return where the cells of a row stand: JSON pointers, as rows of a program have no lines."""
    if header is None:
        return Place(penunjuk=f"/{number}")
    return _pointer(number, keys[number].get(header, header))


def _pointer(number: int, key: str) -> Place:
    return Place(penunjuk=f"/{number}/{key.replace('~', '~0').replace('/', '~1')}")


def cell_text(value: object) -> str:
    """Return a value of a program as a cell; a number as one that needs no reading."""
    if type(value) is str or value is None:
        return value or ""
    if is_absent(value):
        return ""
    if isinstance(value, str | bool):
        return value if isinstance(value, str) else shown(value)
    if type(value) is int:
        return NumberText(value)
    if isinstance(value, float):
        # A column of a dataframe holds years and counts as 2025.0 where one of them is missing.
        return NumberText(int(value) if value.is_integer() else float.__repr__(value))
    if isinstance(value, Rational):
        return NumberText(plain(Fraction(int(value.numerator), int(value.denominator)), "."))
    if isinstance(value, Decimal):
        # A column of a database pads its numbers with zeros, years and long counts too.
        digits = str(value)
        padded = "." in digits and "E" not in digits
        return NumberText(digits.rstrip("0").rstrip(".") if padded else digits)
    return _real(value) if isinstance(value, Real) else shown(value)


def _real(value: Any) -> NumberText:  # noqa: ANN401  # of NumPy, too: `Real` has no `int`
    """Return a number of more or fewer digits than a float has as a cell."""
    whole = float(value).is_integer() and int(value) == value
    return NumberText(int(value) if whole else value)
