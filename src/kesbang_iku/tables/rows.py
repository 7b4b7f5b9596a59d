"""The rows below the headers of a table: which are indicators, and what the others are."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.headers import load_headers, squeeze
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.footers import Footers, marks_in, titles_in
from kesbang_iku.tables.header_paths import is_numbering
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import ACHIEVED, MONEY, NAME, UNKNOWN, YEAR
from kesbang_iku.tables.name_columns import nearest_first
from kesbang_iku.tables.row_labels import (
    LABELS,
    MAY_LABEL,
    clean_name,
    label_roles,
    leaves_open,
    money_rows,
    nameless,
    names_by_label,
)
from kesbang_iku.tables.sections import SECTION, dated_rows
from kesbang_iku.tables.values import holds_number, is_number

Reason = Literal[
    "penomoran", "tajuk_berulang", "tanda_tangan", "catatan", "jumlah", "rata_rata",
    "judul_bagian", "lanjutan", "tanpa_nama", "terlalu_panjang", "terlalu_pendek",
    "tanpa_label",
]  # fmt: skip
"""Why a row is no indicator of its own."""

_SECTION: Final = re.compile(r"[IVX]+\.?|[A-Z](?:\.\d{1,2})*\.?", re.ASCII)
_GOAL: Final = re.compile(r"\s*([^\W\d_]+)\s*\d{0,2}\s*:")
_GOALS: Final = ("sasaran", "program")
_THINGS: Final = frozenset({*_GOALS, NAME})
_ROLES: Final = ("kode", "satuan", MONEY, YEAR, "periode", "sasaran", "nomor")
CODE: Final = re.compile(r"[A-Z]{2,}(?:-[A-Z0-9]+)+(?:@\d{4})?", re.ASCII)
_LONGEST_NAME: Final = 15
_GAP: Final = 2
_MARK_AND_NOTE: Final = 2
_NOTHING: Final[Mapping[int, str]] = MappingProxyType({})
_CLOSING: Final = ("tanda_tangan", "catatan")
_REST: Final = re.compile(r"[a-z]+(?![a-z.)-])", re.ASCII)
_MEAN: Final = re.compile(r"rata|rerata", re.IGNORECASE)


class ItemRow(NamedTuple):
    """One row of an indicator: its cells by column, and the role its label gives to its values.

    ``end`` is the last row that its name goes on in, if it does. ``above`` are the texts that the
    row has from above; ``role`` is ``None`` where the columns
    alone say what the values are.
    """

    number: int
    name: str
    cells: Mapping[int, str]
    role: str | None = None
    above: Mapping[int, str] = _NOTHING
    end: int = 0


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no indicator, and why."""

    number: int
    reason: Reason


def sums_up(text: str) -> bool:
    """Say whether a text names a sum or a mean of rows, and nothing else."""
    words = load_headers()
    return words.is_summary(text) and (words.is_total(text) or bool(_MEAN.search(text)))


def counts_things(name: str, words: TableWords) -> bool:
    """Say whether a name like that of a sum says of what things it is: ``Jumlah kegiatan``."""
    first, *others = name.split() or [""]
    roles = {words.told(words.text(word).role or "") for word in others}
    return load_headers().is_total(first) and ACHIEVED not in roles and bool(roles & _THINGS)


class RowReader:
    """Sorts the rows of one table."""

    def __init__(
        self, grid: Grid, region: TableRegion, columns: Sequence[TableColumn], words: TableWords
    ) -> None:
        self._grid = grid
        self._region = region
        self._words = words
        self._columns = columns
        self._names = nearest_first(columns, region.below, words)
        at = {role: [one.index for one in columns if one.role == role] for role in _ROLES}
        self._name = self._names[0] if self._names else None
        self._values = frozenset(one.index for one in columns if one.holds_values)
        self._units, self._codes = at["satuan"], at["kode"]
        self._money = frozenset(at[MONEY])
        self._times = frozenset((*at[YEAR], *at["periode"]))
        self._goals = at["sasaran"]
        texts = {"variabel", *MAY_LABEL} - {"nomor", "sasaran"}
        self._beside = {one.index for one in columns if one.role in texts} - {self._name}
        self._leading = [index for index in sorted(self._times) if index < (self._name or 0)]
        self._since: dict[int, set[tuple[str | None, ...]]] = {}
        self._texts = {row.number: row for row in grid.rows}
        self._last = max((one.index for one in columns), default=0)
        self._width = max((row.width for row in region.block.rows), default=0)
        self._footers = Footers(words.file)
        self._merged = any(merge.bottom > merge.top for merge in grid.merges)
        self._closing = frozenset(filter(self._footers.closes, region.texts))
        self._amounts, of_all = money_rows(region, words)
        self._summing = frozenset(filter(sums_up, region.texts)) | of_all
        # A letter alone is also a class that is aimed at: ``C``.
        worded = (text for text in region.texts if sum(map(str.isalpha, text)) > 1)
        self._titles = frozenset(filter(words.heads_values, worded))
        self._no_names = nameless(region.texts, words)
        self._squeezed = {
            index: frozenset(map(squeeze, path)) for index, path in region.block.paths.items()
        }
        own = self._squeezed.get(-1 if self._name is None else self._name, frozenset())
        unusual = titles_in(region.texts, own) | self._closing | self._amounts
        self._unusual = unusual | self._no_names
        self._numbers = frozenset(at["nomor"])
        self._dated = dated_rows(region, words)
        self._marks = marks_in((*chain(*region.block.paths.values()), *region.texts))
        self._bare = leaves_open(region, words)
        self.label_column: int | None = self._find_labels()
        self._by_label = names_by_label(region, words)
        self.skipped: list[SkippedRow] = []
        self.short: list[GridRow] = []

    @property
    def labelled(self) -> bool:
        """Whether rows say themselves what their values are."""
        return self.label_column is not None or bool(self._by_label)

    def tells_goal(self, number: int, known: Collection[str]) -> bool:
        """Say whether a row begins with a word of ``known`` roles, as of what those below it are.

        So does ``Program Wawasan Kebangsaan``, and what stands in a column of goals.
        """
        cells = self._texts[number].cells
        words = clean_name(" ".join(cells.values())).replace(":", " ").split()[:LABELS]
        roles = {self._words.told(self._words.text(word).role or "") for word in words}
        told = number in self._dated or not cells.keys().isdisjoint(self._goals)
        return told or not roles.isdisjoint(known)

    def _named_in(self, row: GridRow) -> int:
        """Return the nearest column of names that has one in a row; -1 where there is none."""
        return next((index for index in self._names if index in row.cells), -1)

    def _find_labels(self) -> int | None:
        """Return the column whose cells say ``Target``, ``Realisasi``, if rows are told so."""
        roles = label_roles(self._region.texts, self._words)
        if not roles:
            return None
        rows = [row for row in self._region.below if self._values & row.cells.keys()]
        best = None
        told = {one.index: one.role for one in self._columns}
        for index in sorted(frozenset[int]().union(*(row.cells for row in rows))):
            if told.get(index, UNKNOWN) not in MAY_LABEL:
                continue
            texts = [row.cells[index] for row in rows if index in row.cells]
            known = [roles[text] for text in texts if text in roles]
            most = self._bare or len(known) * 2 > len(texts)
            if len(set(known)) >= LABELS and most:
                best = index
        return best

    def items(self) -> Iterator[ItemRow]:
        """Yield the rows of indicators; the others are in ``skipped`` afterwards."""
        return (row for row in self._rows() if row is not None)

    def _rows(self) -> Iterator[ItemRow | None]:
        """Yield the row of each indicator once nothing more goes with it."""
        above: dict[int, str] = {}
        before: ItemRow | None = None
        closed: Reason | None = None
        for below in self._region.below:
            usual = self._usual(below, above) if closed is None else None
            if usual is not None:
                yield before
                before = usual
                continue
            row, reason = self._sorted(below, before, closed)
            if reason == "lanjutan" and before is not None:
                before = self._joined(before, row)
                self.skipped.append(SkippedRow(row.number, reason))
                continue
            if row.number in self._dated:
                above[SECTION.index] = next(iter(row.cells.values()))
            for index in self._goals:
                if index in row.cells and reason in (None, "judul_bagian"):
                    above[index] = row.cells[index]
            if reason is not None:
                closed = reason if reason in _CLOSING else closed
                before = self._among_parts(before, row, reason)
                self.skipped.append(SkippedRow(row.number, reason))
                continue
            yield before
            name = self._name_of(row, before)
            self._hold_time(row, name, above)
            role = self._role(row)
            if name is None:
                valued = not self._values.isdisjoint(row.cells)
                lost: Reason = "tanpa_nama" if valued else "judul_bagian"
                self.skipped.append(SkippedRow(row.number, lost))
                before = None
                continue
            before = ItemRow(row.number, name, row.cells, role, self._filled(row, above))
        yield before

    def _joined(self, before: ItemRow, row: GridRow) -> ItemRow:
        """Return a row with the texts of the next one, in which its name goes on."""
        rest = " ".join(row.cells[self._named_in(row)].split())
        both = before.cells.keys() & row.cells.keys()
        joined = {at: f"{before.cells[at]} {row.cells[at]}" for at in both}
        cells, name = {**before.cells, **row.cells, **joined}, f"{before.name} {rest}"
        # Findings of its values stand where these do.
        at = before.number if self._values.isdisjoint(row.cells) else row.number
        return before._replace(number=at, name=name, cells=cells, end=row.number)

    @cached_property
    def _plain(self) -> bool:
        """Whether usual rows with a goal are indicators by what stands in them alone."""
        return self._name is not None and not (self.labelled or self._merged or self._dated)

    def _usual(self, row: GridRow, above: dict[int, str]) -> ItemRow | None:
        """Return a row that needs no closer look; what it has holds for those below it, too."""
        cells = row.cells
        held = (*self._goals, *self._leading)
        if not (self._plain and self._is_usual(row) and all(index in cells for index in held)):
            return None
        for index in self._goals:
            above[index] = cells[index]
        name = clean_name(cells[self._names[0]])
        self._hold_time(row, name, above)
        return ItemRow(row.number, name, cells)

    def _hold_time(self, row: GridRow, name: str | None, above: dict[int, str]) -> None:
        """Let a time before the names hold for the rows of other names below it in a workbook.

        Where a name comes again without one, an empty cell says that there is none.
        """
        if name is None or row.width:
            return
        for index in self._leading:
            own = (name, *(row.cells.get(at) for at in self._times if at != index))
            since = self._since.setdefault(index, set())
            if index in row.cells:
                above[index] = row.cells[index]
                since.clear()
            elif own in since:
                above.pop(index, None)
            since.add(own)

    def _sorted(
        self, row: GridRow, before: ItemRow | None, closed: Reason | None
    ) -> tuple[GridRow, Reason | None]:
        """Return a row and why it is no indicator.

        Of one that does not say what its values are, the name alone goes on in the rows below.
        """
        reason = self._reason(row, before, closed)
        if reason != "tanpa_label" or self._named_in(row) not in row.cells:
            return row, reason
        if before is not None and self._name_of(row, before) == before.name:
            return row, reason
        self.skipped.append(SkippedRow(row.number, reason))
        return replace(row, cells=self.without_values(row.cells)), None

    def _among_parts(self, before: ItemRow | None, row: GridRow, reason: Reason) -> ItemRow | None:
        """Return an indicator without its values where a text beside its name says whose they are.

        It does where a row without a name has another one there: the parts that a share is made of.
        """
        if before is None or reason != "tanpa_nama":
            return before
        told = [(before.cells.get(at), row.cells.get(at)) for at in self._beside]
        parts = any(None not in texts and texts[0] != texts[1] for texts in told)
        if before.role is not None or not parts or self._values.isdisjoint(before.cells):
            return before
        self.skipped.append(SkippedRow(before.number, "tanpa_label"))
        return before._replace(cells=self.without_values(before.cells))

    def without_values(self, cells: Mapping[int, str]) -> Mapping[int, str]:
        """Return cells without those in the columns of values."""
        return {at: text for at, text in cells.items() if at not in self._values}

    def _role(self, row: GridRow) -> str | None:
        if self.label_column is None:
            name = row.cells.get(self._named_in(row), "")
            labelled = self._by_label.get(name)
            return labelled.role if labelled else MONEY if name in self._amounts else None
        label = row.cells.get(self.label_column)
        return self._words.row_role(label or self._merged_text(row, self.label_column) or "")

    def _name_of(self, row: GridRow, before: ItemRow | None) -> str | None:
        own = row.cells.get(self._named_in(row))
        labelled = self.label_column == self._name and self._role(row) is not None
        if labelled or own in self._amounts:
            return None if before is None else before.name
        if own is not None:
            return self._by_label[own].name if own in self._by_label else clean_name(own)
        return None if before is None else before.name

    def _filled(self, row: GridRow, above: Mapping[int, str]) -> dict[int, str]:
        found = {index: text for index, text in above.items() if index not in row.cells}
        if not self._merged:
            return found
        for column in self._columns:
            index = column.index
            if index in row.cells or index in found:
                continue
            text = None if column.holds_values else self._merged_text(row, index)
            if text:
                found[index] = text
        return found

    def _merged_text(self, row: GridRow, index: int) -> str | None:
        """Return the text of the cell below the headers that is merged down to a row."""
        top = self._grid.merged_above(row.number, index) if self._merged else None
        if top is None or top <= self._region.block.last or top not in self._texts:
            return None
        return self._texts[top].cells.get(index)

    def _reason(self, row: GridRow, before: ItemRow | None, closed: Reason | None) -> Reason | None:
        """Return why a row is no indicator, or ``None`` if it is one."""
        if closed != "tanda_tangan" and self._is_usual(row):
            return None
        return (
            self._of_headers(row)
            or (None if self._is_coded(row) else self._of_footer(row, closed))
            or self._of_summary(row, before)
            or self._of_contents(row, before)
            or self._of_shift(row)
            or ("tanpa_label" if self._lacks_label(row) else None)
        )

    def _is_usual(self, row: GridRow) -> bool:
        """Say whether a row has a name in words and a value, and nothing that needs a closer look.

        Such a row is neither of the headers nor below the table.
        """
        cells = row.cells
        name = "" if self._name is None else cells.get(self._name, "")
        return (
            name[:1].isalpha()
            and not name[:1].islower()
            and not self._values.isdisjoint(cells)
            and not (row.width or self._width)
            and name not in self._unusual
            and row.number not in self._region.repeated
            and (not self._summing or self._summing.isdisjoint(cells.values()))
            and not (self._titles and self._titles.intersection(map(cells.get, self._values)))
            and not (self._bare and self._lacks_label(row))
            and self._of_shift(row) is None
        )

    def _of_shift(self, row: GridRow) -> Reason | None:
        """Return that a cell is missing where a number stands for the unit of values."""
        shifted = any(is_number(row.cells.get(at, "")) for at in self._units)
        return "terlalu_pendek" if shifted else None

    def _lacks_label(self, row: GridRow) -> bool:
        """Say whether nothing says what the values of a row are, where other rows say it."""
        open_ = self.labelled and self._bare and self._role(row) is None
        return open_ and not self._values.isdisjoint(row.cells)

    def _of_headers(self, row: GridRow) -> Reason | None:
        if row.number in self._region.repeated or self._repeats(row):
            return "tajuk_berulang"
        if row.number in self._dated:
            return "judul_bagian"
        return "penomoran" if is_numbering(row) else None

    def _is_coded(self, row: GridRow) -> bool:
        """Say whether a row has a code of an indicator, whose name may begin as an office does."""
        return any(CODE.fullmatch(row.cells.get(at, "").strip()) for at in self._codes)

    def _of_footer(self, row: GridRow, closed: Reason | None) -> Reason | None:
        """Return what a row without the value of an indicator is below a table."""
        if self._named_in(row) in row.cells and self._values & row.cells.keys():
            return self._of_signature(row, closed)
        texts = [" ".join(text.split()) for text in row.cells.values()]
        if any(map(self._footers.closes, texts)):
            return "tanda_tangan"
        noted = self._footers.notes(texts[0]) or texts[0].startswith(self._marks)
        noted = noted or (len(texts) == 1 and self._footers.captions(texts[0]))
        if noted and len(texts) <= _MARK_AND_NOTE:
            return "catatan"
        return None if any(is_number(row.cells.get(at, "")) for at in self._values) else closed

    def _of_signature(self, row: GridRow, closed: Reason | None) -> Reason | None:
        """Return whether a row with words alone for values is of those who sign side by side."""
        values = (row.cells[at] for at in self._values & row.cells.keys())
        signed = closed == "tanda_tangan" or row.cells[self._named_in(row)] in self._closing
        return "tanda_tangan" if signed and not any(map(holds_number, values)) else None

    def _of_summary(self, row: GridRow, before: ItemRow | None) -> Reason | None:
        summary = [text for text in row.cells.values() if text in self._summing]
        if not summary or self._role(row) is not None or self._is_counted(row):
            return None
        name = row.cells.get(self._named_in(row))
        first = {row.cells[at] for at in {min(row.cells), *self._numbers} if at in row.cells}
        if name is not None and self._summing.isdisjoint((name, *first)):
            return None
        if before is None and name is not None and counts_things(name, self._words):
            return None  # there is nothing above it to sum up
        return "rata_rata" if any(map(_MEAN.search, summary)) else "jumlah"

    def _is_counted(self, row: GridRow) -> bool:
        """Say whether a name like that of a sum has a number or unit: ``4 | Jumlah kegiatan``."""
        name = row.cells.get(self._named_in(row), "")
        units = [row.cells[at] for at in self._units if at in row.cells]
        counted = any(row.cells.get(at, "").strip(" .").isdecimal() for at in self._numbers)
        counted = counted or any(not self._words.text(unit).money for unit in units)
        return counted and " " in name and self._words.measures.match(name) is not None

    def _of_contents(self, row: GridRow, before: ItemRow | None) -> Reason | None:
        valued = bool(self._values & row.cells.keys())
        name = row.cells.get(self._named_in(row))
        if self._is_of_another_table(row, name):
            return "tanpa_nama"
        if name is not None:
            return self._of_width(row, valued=valued) or self._of_name(row, before, valued=valued)
        text = " ".join(row.cells.values())
        worded = len(row.cells) == 1 and " " in text.strip() and not holds_number(text)
        if not valued or worded or self._name is None:
            return "judul_bagian"
        if before is not None and self._goes_with(row):
            return None
        return "jumlah" if row.cells.keys() <= self._money else "tanpa_nama"

    def _is_of_another_table(self, row: GridRow, name: str | None) -> bool:
        """Say whether what stands for a name, number or value is a header, or a number a name."""
        told = [name or "", *(row.cells[at] for at in self._numbers if at in row.cells)]
        values = {row.cells[at] for at in self._values if at in row.cells}
        titled = any(map(self._words.heads_names, told)) or not self._titles.isdisjoint(values)
        titled = titled or name in self._no_names
        return (is_number(told[0]) or titled) and len(row.cells) > 1

    def _of_width(self, row: GridRow, *, valued: bool) -> Reason | None:
        """Return whether the cells of a row of a CSV file may stand under the wrong headers."""
        if row.width and max(row.cells) > self._last:
            return "terlalu_panjang"
        if row.width >= self._width or not (valued or len(row.cells) > 1):
            return None
        if not self._lacks_only_remarks(row):
            return "terlalu_pendek"
        self.short.append(row)
        return None

    def _lacks_only_remarks(self, row: GridRow) -> bool:
        """Say whether a row without its last cells holds numbers where they belong, and there only.

        A cell that is missing further left would have shifted the others.
        """
        numbers = {index for index, text in row.cells.items() if is_number(text)}
        return (
            max(self._values, default=0) < row.width
            and self._values & row.cells.keys() <= numbers <= self._values | self._numbers
        )

    def _of_name(self, row: GridRow, before: ItemRow | None, *, valued: bool) -> Reason | None:
        """Return why a row with a name is no indicator of its own."""
        text = row.cells[self._named_in(row)]
        alone = len(row.cells) == 1
        if before is not None and self._is_rest(row, before):
            return "lanjutan"
        if self.label_column == self._name and not valued and self._words.row_role(text) is None:
            return None
        section = bool(self._values) and self._is_no_name(text, alone=alone)
        section = section and not (alone and self._goes_on_below(row, text))
        section = section or self._is_wide(row) or self._is_section(row)
        return "judul_bagian" if section and not valued else None

    def _is_rest(self, row: GridRow, before: ItemRow) -> bool:
        """Say whether a row has the rest of the name above it: alone, with words or its values.

        Below an empty row it is none that begins as the name of another indicator does.
        """
        text, gap = row.cells[self._named_in(row)], row.number - max(before.number, before.end)
        own = gap == _GAP and self._words.measures.match(text)
        small = before.name[:1].isupper() and _REST.match(text)
        if own or gap > _GAP or not (small or self._words.breaks_off.search(before.name)):
            return False
        worded = len(row.cells) == 1 or self._goes_on_in_words(row, before)
        return (worded and len(before.cells) > 1) or self._brings_values(row, before)

    def _goes_on_in_words(self, row: GridRow, before: ItemRow) -> bool:
        """Say whether all texts of a row go on what stands above them, and none is of a value."""
        words = before.cells.keys() - self._values - self._numbers - {*self._units}
        return row.cells.keys() <= words and all(map(_REST.match, row.cells.values()))

    def _brings_values(self, row: GridRow, before: ItemRow) -> bool:
        """Say whether a row has the values of the name above, which has none but its number.

        A name alone may be a goal, and what is below it a name of its own in small letters.
        """
        own = self._words.measures.match(row.cells[self._named_in(row)])
        if len(before.cells) == 1 and (own or not self._capital):
            return False
        other = (before.cells.keys() & row.cells.keys()) - {*self._names} | self._numbers
        lacking = self._values.isdisjoint(before.cells) and not self._values.isdisjoint(row.cells)
        return lacking and other.isdisjoint(row.cells)

    @cached_property
    def _capital(self) -> bool:
        """Whether names that have values begin in capital letters, but for the rest of others."""
        rows = (row.cells for row in self._region.below if not self._values.isdisjoint(row.cells))
        return any(cells.get(self._names[0], "")[:1].isupper() for cells in rows)

    def _is_no_name(self, text: str, *, alone: bool) -> bool:
        """Say whether a text is a goal with its number, or alone a title or a whole sentence."""
        goal = _GOAL.match(text)
        if goal is not None and self._words.text(goal[1]).role in _GOALS:
            return True
        sentence = text.rstrip().endswith(".") and len(text.split()) > _LONGEST_NAME
        of_goal = self._words.text(next(iter(text.split()), "")).role in _GOALS
        return alone and (text.isupper() or sentence or of_goal)

    def _goes_on_below(self, row: GridRow, text: str) -> bool:
        """Say whether a name alone that is no title goes on right below, in a row with its values.

        ``Program yang …`` begins a name then, as ``Program Wawasan Kebangsaan`` is that of one.
        """
        below = self._texts.get(row.number + 1, row).cells
        rest = below.get(self._named_in(row), "")
        begun = text[:1].isupper() and any(word[:1].islower() for word in text.split()[1:LABELS])
        lower = _REST.match(rest) is not None and not self._words.measures.match(rest)
        return begun and lower and self._capital and not self._values.isdisjoint(below)

    def _is_wide(self, row: GridRow) -> bool:
        """Say whether the name of a row is merged over the columns beside it."""
        return any(
            merge.top == row.number and merge.left <= (self._name or 0) < merge.right
            for merge in self._grid.merges
        )

    def _is_section(self, row: GridRow) -> bool:
        """Say whether a row holds nothing but a name after a letter or a Roman numeral."""
        marks = [text for index, text in row.cells.items() if index in self._numbers]
        one = len(marks) == 1 and len(row.cells) == _MARK_AND_NOTE and bool(self._values)
        return one and _SECTION.fullmatch(marks[0].strip()) is not None

    def _goes_with(self, row: GridRow) -> bool:
        """Say whether a row without a name is of the indicator above it."""
        if self._role(row) is not None or not self._times.isdisjoint(row.cells):
            return True
        top = None if self._name is None else self._grid.merged_above(row.number, self._name)
        inside = top is not None and top > self._region.block.last
        return inside and self.label_column is not None

    def _repeats(self, row: GridRow) -> bool:
        """Say whether every cell of a row is one of the headers of its column."""
        return len(row.cells) > 1 and all(
            squeeze(text) in self._squeezed.get(index, ()) for index, text in row.cells.items()
        )
