"""Tables whose indicator stands in the title above them, and in no column of theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kesbang_iku.findings import Place
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.headers import NUMBERING
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import NAME, VALUES, YEAR
from kesbang_iku.tables.turned import holds_numbers, labelled
from kesbang_iku.tables.values import is_number

_LEAST: Final = 2
_GAP: Final = 3
"""Within how many rows of its title a table begins."""
_APART: Final = frozenset({YEAR, "periode", "wilayah"})
"""What tells the rows of one indicator apart."""
_BESIDE: Final = frozenset({*_APART, "no", "satuan", "keterangan", "catatan"})


@dataclass(frozen=True, slots=True)
class _Title:
    """What names the rows below it, and where it stands."""

    name: str
    row: GridRow


def named_by_titles(grid: Grid, words: TableWords) -> Grid | None:
    """Return a sheet with the titles of such tables in a column of their own, if it has any.

    Nor may numbers stand elsewhere in it: their rows would go on in a table above.
    """
    column = 1 + max((at for row in grid.rows for at in row.cells), default=0)
    found: dict[int, tuple[str, GridRow]] = {}
    for title, heads, body in _tables(grid, words):
        several = not _APART.isdisjoint(words.text(text).role for text in heads.cells.values())
        if body and (several or len(body) == 1):
            found[heads.number] = (NAME, title.row)
            found |= {row.number: (title.name, title.row) for row in body}
    if not found or any(holds_numbers(row) and row.number not in found for row in grid.rows):
        return None

    def locate(row: int, at: int) -> Place:
        title = found[row][1] if at == column and row in found else None
        return grid.place(row, at) if title is None else grid.place(title.number, min(title.cells))

    rows = (
        replace(row, cells={**row.cells, column: found[row.number][0]})
        if row.number in found else row
        for row in grid.rows
    )  # fmt: skip
    return replace(grid, rows=tuple(rows), locate=locate)


def _tables(grid: Grid, words: TableWords) -> Iterator[tuple[_Title, GridRow, list[GridRow]]]:
    """Yield each title that names an indicator, the headers right below it, and their rows."""
    title: _Title | None = None
    heads: GridRow | None = None
    body: list[GridRow] = []
    for row in grid.rows:
        name = _name_in(row, words)
        begins = _heads_values(row.cells, words)
        if name is not None or begins or len(row.cells) < _LEAST:
            if title is not None and heads is not None:
                yield title, heads, body
                title = None
            heads, body = None, []
        if name is not None:
            title = _Title(name, row)
        elif begins and title is not None and row.number - title.row.number <= _GAP:
            heads = row
        elif heads is not None:
            body.append(row)
        else:
            title = None
    if title is not None and heads is not None:
        yield title, heads, body


def _name_in(row: GridRow, words: TableWords) -> str | None:
    """Return the indicator that a row names and nothing else, behind a label or a number."""
    label = labelled(row, words)
    if label is not None:
        said, text = words.text(label[0]), label[1]
        named = said.role == NAME and said.exact and not said.dated
        return text if named and not is_number(text) else None
    if len(row.cells) > 1:
        return None
    (cell,) = row.cells.values()
    text = NUMBERING.sub("", cell).strip()
    said = words.text(text)
    plain = not (said.dated or said.exact or said.role in VALUES or words.is_total(text))
    return text if plain and words.measures.match(text) and " " in text else None


def _heads_values(cells: Mapping[int, str], words: TableWords) -> bool:
    """Say whether all cells are known headers, values among them but no names."""
    said = [words.text(text) for text in cells.values()]
    valued = [one for one in said if one.role in VALUES and not one.unclear]
    others = [one for one in said if one not in valued]
    return len(said) >= _LEAST and bool(valued) and all(one.role in _BESIDE for one in others)
