"""Tables for a terminal: columns aligned, as wide as they need to be and the terminal allows."""

import textwrap
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.cli.screen import Screen, clean, display_width
from kesbang_iku.cli.session import Session
from kesbang_iku.findings import Text

GAP: Final = "  "
_LONG_WORD: Final = 16
_LONGEST: Final = 2000
"""What is longer than so many signs is cut: nobody reads on in a table."""
_LAST_WORD: Final = 3
"""A last word longer than one part in so many is cut like the rest."""
_NAME_WIDTH: Final = 30
"""So many columns of the terminal a name gets, if it is that long, before others are shown."""
_MAIN_WIDTH: Final = 40
"""So wide the main column stays until the others cannot give way any more."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and how its cells are set.

    ``number`` cells stand to the right and are never broken. ``flexible`` cells may take several
    lines when the table is too wide; other cells may not. The ``main`` column gives way last. One
    that is not ``shown`` is in the rows alone.
    """

    heading: str
    number: bool = False
    flexible: bool = False
    main: bool = False
    shown: bool = True


def columns_of(
    words: Mapping[str, Text],
    session: Session,
    keys: Iterable[str] = (),
    *,
    number: Container[str] = (),
    flexible: Container[str] = (),
    main: str | None = None,
) -> list[Column]:
    """Return columns headed by ``words`` of the person's language, all of them without ``keys``."""
    return [
        Column(session.say(words[key]), key in number, key in flexible, key == main)
        for key in keys or words
    ]


def table_lines(
    columns: Sequence[Column], rows: Sequence[str | Sequence[str]], screen: Screen
) -> list[str]:
    """Return the lines of a table, headings first.

    Columns without any content are left out, and a table without rows is nothing. A row that is
    one text runs over all columns, and says what the rows below it have in common.
    """
    return [*each_line(columns, rows, screen)]


def each_line(
    columns: Sequence[Column], rows: Sequence[str | Sequence[str]], screen: Screen
) -> Iterator[str]:
    """Yield the lines of a table, as ``table_lines`` returns them."""
    told = _told(columns, rows)
    if not told:
        return
    kept = [columns[number] for number in told]
    widths = _widths(kept, [[*cells.values()] for cells in told.values()], screen.width)
    headings = [_set(one.heading, one, width) for one, width in zip(kept, widths, strict=True)]
    yield from (screen.paint(line, "strong") for line in _level(headings, widths))
    yield screen.paint(GAP.join("─" * width for width in widths), "faint")
    # Most cells hold what others in their column hold, and each text is set once.
    known = {
        number: {text: _set(cell, columns[number], width) for text, cell in cells.items()}
        for (number, cells), width in zip(told.items(), widths, strict=True)
    }
    for row in rows:
        if isinstance(row, str):
            yield screen.paint(clean(row), "strong")
        else:
            yield from _level([ready[row[number]] for number, ready in known.items()], widths)


def _told(
    columns: Sequence[Column], rows: Iterable[str | Sequence[str]]
) -> Mapping[int, Mapping[str, str]]:
    """Return the cleaned texts of each shown column in which something stands, by its number."""
    distinct = enumerate(_distinct(row for row in rows if not isinstance(row, str)))
    told = {
        number: {text: _cleaned(text, columns[number]) for text in texts}
        for number, texts in distinct
        if columns[number].shown
    }
    return {number: cells for number, cells in told.items() if any(cells.values())}


def _distinct(rows: Iterable[Sequence[str]]) -> list[dict[str, None]]:
    """Return the texts of each column, once each, in the order in which they come first."""
    return [*map(dict.fromkeys, zip(*rows, strict=True))]


def _cleaned(cell: str, column: Column) -> str:
    return clean(cell if column.number or len(cell) <= _LONGEST else f"{cell[:_LONGEST]}…")


def _widths(columns: Sequence[Column], texts: Sequence[Sequence[str]], available: int) -> list[int]:
    """Return how wide each column is: the widest flexible ones give way until the table fits.

    First between words; if that is not enough, words are shortened.
    """
    headings = [display_width(column.heading) for column in columns]
    widths = [
        max(headings[number], *(display_width(text) for text in texts[number]))
        for number in range(len(columns))
    ]
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - available
    for floors in _floors(columns, texts, headings, widths):
        while excess > 0:
            yielding = [n for n, floor in enumerate(floors) if widths[n] > floor]
            if not yielding:
                break
            widths[max(yielding, key=lambda number: widths[number])] -= 1
            excess -= 1
    return widths


def _floors(
    columns: Sequence[Column],
    texts: Sequence[Sequence[str]],
    headings: Sequence[int],
    widths: Sequence[int],
) -> list[list[int]]:
    """Return how narrow each column may get, in the order in which they give way.

    First the main one down to what it is read well at, then the others between words, then all of
    them between words, at last within words.
    """
    between_words = [_narrowest(column, texts[number]) for number, column in enumerate(columns)]
    kept_main = [min(width, _MAIN_WIDTH) for width in widths]
    mains = [column.main for column in columns]
    return [
        [
            kept if main else width
            for main, kept, width in zip(mains, kept_main, widths, strict=True)
        ],
        [
            kept if main else least
            for main, kept, least in zip(mains, kept_main, between_words, strict=True)
        ],
        between_words,
        [
            heading if column.flexible else width
            for column, heading, width in zip(columns, headings, widths, strict=True)
        ],
    ]


def _narrowest(column: Column, texts: Iterable[str]) -> int:
    """Return how narrow a column gets without shortening words, absurd ones apart."""
    heading = display_width(column.heading)
    if not column.flexible:
        return max(heading, *map(display_width, texts))
    longest = max((display_width(word) for text in texts for word in text.split()), default=0)
    return max(min(longest, _LONG_WORD), heading)


def _set(text: str, column: Column, width: int) -> Sequence[str]:
    """Return the lines of a cell, each as wide as its column."""
    lines = _fold(text, width) if column.flexible else [text]
    padded = ((" " * (width - display_width(line)), line) for line in lines)
    return [space + line if column.number else line + space for space, line in padded]


def _level(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row, whose cells may have several each."""
    for level in range(max(map(len, cells))):
        parts = [
            cell[level] if level < len(cell) else " " * width
            for cell, width in zip(cells, widths, strict=True)
        ]
        yield GAP.join(parts).rstrip()


def _fold(text: str, width: int) -> list[str]:
    """Break ``text`` between words; a word that is too long on its own is shortened with ``…``."""
    if display_width(text) <= width:
        return [text]
    folded = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return [_shortened(line, width) for line in folded]


def _shortened(text: str, width: int) -> str:
    if display_width(text) <= width:
        return text
    while text and display_width(text) > width - 1:
        text = text[:-1]
    return text + "…"


def shortened_within(text: str, width: int) -> str:
    """Return ``text`` on one line of ``width`` columns, what was left out marked by ``…``.

    Its last word stays where there is room for it: names often differ at their ends.
    """
    text = clean(text)
    if display_width(text) <= width:
        return text
    last = text.rpartition(" ")[2]
    if display_width(last) * _LAST_WORD > width:
        return _shortened(text, width)
    start = textwrap.shorten(text, width - display_width(last) - 2, placeholder="")
    return f"{start} …{last}"


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table with its title above, and what is to be remarked below; rows may be absent."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    remarks: Sequence[str] = ()

    def as_text(self, screen: Screen) -> str:
        """Return it as lines for a terminal."""
        lines = table_lines(self.columns, self.rows, screen) if self.rows else []
        head = screen.paint(clean(self.title), "strong")
        return "\n".join([head, *lines, *map(clean, self.remarks)])

    def as_markdown(self) -> str:
        """Return it as a section of Markdown."""
        # Light: the pages' Markdown is read in words of their own.
        from kesbang_iku.publish.pages.markdown import bullets, esc, table  # noqa: PLC0415  # light: seldom wanted

        heading = [esc(column.heading) for column in self.columns]
        rows = [[esc(cell) for cell in row] for row in self.rows]
        blocks = [f"## {esc(self.title)}", table(heading, rows), bullets(map(esc, self.remarks))]
        return "\n\n".join(filter(None, blocks)) + "\n"


@dataclass(frozen=True, slots=True)
class FittedTable:
    """A table with the columns that fit.

    Attributes:
        columns: all of them, those that are left shown.
        rows: their cells.
        same: the heading and content of each column that was the same in all rows.
        left_out: the headings of those there was no room for.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    same: Sequence[tuple[str, str]]
    left_out: Sequence[str]


def fit_columns(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    width: int,
    spare: Sequence[int],
    *,
    common: bool = True,
    name_width: int = _NAME_WIDTH,
) -> FittedTable:
    """Leave out what is the same in all rows, then the ``spare`` columns until the names fit.

    Args:
        columns: all columns, one of them the ``main`` one.
        rows: their cells.
        width: of the terminal.
        spare: the numbers of the columns that may go, the first one first.
        common: whether what is the same in all rows goes, wide as the terminal may be.
        name_width: so wide names should be, if they are that long.
    """
    cells = dict(enumerate(_distinct(rows) or [{} for _ in columns]))
    alike = [number for number in spare if len(cells[number]) == 1]
    same = alike if common and len(rows) > 1 else []
    kept = [number for number in cells if number not in same and any(cells[number])]
    wanted = min(name_width, _longest_name(columns, cells))
    left_out = []
    for number in spare:
        if number in kept and _room(columns, cells, kept, width) < wanted:
            kept.remove(number)
            left_out.append(number)
    return FittedTable(
        [replace(column, shown=number in kept) for number, column in enumerate(columns)],
        rows,
        [(columns[number].heading, one) for number in same for one in cells[number] if one],
        [columns[number].heading for number in left_out],
    )


_Texts = Mapping[int, Mapping[str, None]]
"""By the number of a column, the texts in it, once each."""


def _longest_name(columns: Sequence[Column], cells: _Texts) -> int:
    (main,) = (number for number, column in enumerate(columns) if column.main)
    return max(map(display_width, cells[main]), default=0)


def _room(columns: Sequence[Column], cells: _Texts, kept: Sequence[int], width: int) -> int:
    """Return how wide the main column can be beside the others at their _narrowest."""
    others = [number for number in kept if not columns[number].main]
    return width - sum(_narrowest(columns[one], cells[one]) + len(GAP) for one in others)
