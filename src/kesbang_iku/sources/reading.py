"""Opening a file of whatever form: by its content first, by its name second."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import field
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import Finding, Place, Text, kinds
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.text_reader import (
    MAX_DOCUMENT_BYTES,
    Source,
    decode,
    read_bytes,
    source_name,
    too_large,
)

if TYPE_CHECKING:
    from kesbang_iku.sources.grid import Grid
    from kesbang_iku.sources.named_rows import Table

Format = Literal["yaml", "json", "csv", "xlsx"]

_BY_NAME: Final[dict[str, Format]] = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
SUFFIXES: Final = frozenset({*_BY_NAME, ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
"""What names of files end in that a folder is read for; of some it is told how to save them."""
_JSON_START: Final = regex(r"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]]|-?[0-9]|true\b|false\b|null\b))")
_YAML_LINE: Final = regex(r"---|%YAML|- |-$|\? |[^,;\t|\"\[{]+:(?:\s|$)|\"[^\"]*\":\s")
_ROW: Final = regex(r"[^\s:;,\t|\"'\[{#?-][^:;,\t|]*[;,\t|]")
"""A line that stands in no YAML: it begins at the margin, and has a delimiter before any colon."""
_BEGINNING: Final = 2000
_ARCHIVES: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FLOW_START: Final = regex(r"[\[{]")
_CSV_LINE: Final = regex(r"[^,;\t|]*[,;\t|]|\"?sep=.", re.IGNORECASE)


@dataclass(frozen=True)
class Opened:
    """A file that was read: what it is called, its text, and the form of its content.

    A workbook has no text; its bytes are in ``content``, which is empty for every other form.
    """

    name: str
    text: str = field(repr=False)
    format: Format
    content: bytes = field(default=b"", repr=False)

    @property
    def tabular(self) -> bool:
        """Say whether the file holds tables and no documents."""
        return self.format in ("csv", "xlsx")

    @cached_property
    def workbook(self) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
        """The sheets of a workbook, and what was found: unpacked once, however often looked at."""
        from kesbang_iku.sources.sheet_reader import read_workbook  # noqa: PLC0415  # light: workbooks

        grids, said = read_workbook(self.content, self.name)
        if not grids and not said:
            said = [kinds.FILE_EMPTY.at(Place(berkas=self.name), berkas=self.name)]
        return grids, tuple(said)


def detect_format(text: str, name: str = "") -> Format | None:
    """Return the form of ``text`` by its first line that says something, else by ``name``."""
    if _JSON_START.match(text):
        return "json"
    line = _first_line(text.removeprefix("\ufeff"))
    if line is None:
        return _format_named(name)
    if _YAML_LINE.match(line) and not _is_title(text, name):
        return "yaml"
    # From here on the content only hints, so the name goes first.
    by_name = _format_named(name)
    if by_name is not None:
        return by_name
    if _FLOW_START.match(line):
        return "yaml"
    return "csv" if _CSV_LINE.match(line) else None


def _is_title(text: str, name: str) -> bool:
    """Say whether ``Indikator: Indeks …`` is no key, but stands above a table: its name says so."""
    return _format_named(name) == "csv" and any(map(_ROW.match, text[:_BEGINNING].splitlines()))


def _first_line(text: str) -> str | None:
    """Return the first line that says something; it nearly always stands at the very beginning."""
    beginning = text[:_BEGINNING].splitlines()[:-1]  # the last line may have been cut
    return _saying(beginning) or _saying(text.splitlines())


def _saying(lines: list[str]) -> str | None:
    said = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    return next(said, None)


def _format_named(name: str) -> Format | None:
    return _BY_NAME.get(PurePath(name).suffix.lower())


def open_source(
    source: Source | Opened, *, name: str | None = None
) -> tuple[Opened | None, list[Finding]]:
    """Read ``source`` and recognise its form; ``None`` and the findings where that fails.

    ``name`` is what findings call it. What is opened already is returned as it is.
    """
    if isinstance(source, Opened):
        return source, []
    called = source_name(source, name)
    content, findings = read_bytes(source, name=called)
    if content is None:
        return None, findings
    if _is_workbook(content):
        return Opened(called, "", "xlsx", content), []
    text, findings = decode(content, called)
    if text is None:
        return None, findings
    form = detect_format(text, called)
    if form is None:
        return None, [*findings, kinds.FORMAT_UNKNOWN.at(Place(berkas=called), berkas=called)]
    if form != "csv" and len(content) > MAX_DOCUMENT_BYTES:
        return None, [*findings, too_large(called, MAX_DOCUMENT_BYTES, Text.same(form.upper()))]
    return Opened(called, text, form), findings


def _is_workbook(content: bytes) -> bool:
    if not content.startswith(_ARCHIVES):
        return False
    from kesbang_iku.sources.archive import is_workbook  # noqa: PLC0415  # light: archives alone need it

    return is_workbook(content)


def read_documents(
    source: Source | Opened, *, name: str | None = None
) -> tuple[list[Document], list[Finding]]:
    """Read the documents of a YAML or JSON file; ``name`` is what findings call it."""
    opened, findings = open_source(source, name=name)
    if opened is None:
        return [], findings
    called = opened.name
    if opened.tabular:
        return [], [*findings, kinds.FORMAT_IS_TABLE.at(Place(berkas=called), berkas=called)]
    documents, said = _documents_in(opened)
    # A line of dashes with nothing behind it makes an empty document, which says nothing.
    documents = [document for document in documents if document.data not in (None, [])]
    if not documents and not said:
        said = [kinds.FILE_EMPTY.at(Place(berkas=called), berkas=called)]
    return documents, [*findings, *said]


def _documents_in(opened: Opened) -> tuple[list[Document], list[Finding]]:
    if opened.format == "json":
        from kesbang_iku.sources.json_reader import read_json  # noqa: PLC0415  # light: JSON alone needs it

        documents, said = read_json(opened.text, opened.name)
        # Flow style of YAML starts like JSON; only a file that is not JSON is read as such.
        if documents or _format_named(opened.name) != "yaml":
            return documents, said
    from kesbang_iku.sources.yaml_reader import read_yaml  # noqa: PLC0415  # light: YAML alone needs it

    return read_yaml(opened.text, opened.name)


def _no_table(opened: Opened) -> Finding:
    place = Place(berkas=opened.name)
    return kinds.FORMAT_IS_DOCUMENT.at(place, berkas=opened.name, bentuk=opened.format.upper())


def read_table(
    source: Source | Opened,
    *,
    name: str | None = None,
    delimiter: str | None = None,
    known: Container[str] = (),
) -> tuple[Table | None, list[Finding]]:
    """Read the table of a CSV file; see :func:`read_csv` for ``delimiter`` and ``known``."""
    opened, findings = open_source(source, name=name)
    if opened is None:
        return None, findings
    if opened.format != "csv":
        return None, [*findings, _no_table(opened)]
    from kesbang_iku.sources.csv_reader import read_csv  # noqa: PLC0415  # light: CSV alone needs it

    table, said = read_csv(opened.text, opened.name, delimiter=delimiter, known=known)
    return table, [*findings, *said]


def read_grids(
    source: Source | Opened,
    *,
    name: str | None = None,
    delimiter: str | None = None,
    known: Container[str] = (),
) -> tuple[tuple[Grid, ...], list[Finding]]:
    """Read the cells of a CSV file, or of every visible sheet of a workbook that is not empty.

    See :func:`read_csv` for ``delimiter`` and ``known``, which concern CSV alone.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return (), findings
    if opened.format == "xlsx":
        grids, noted = opened.workbook
        return grids, [*findings, *noted]
    if opened.format != "csv":
        return (), [*findings, _no_table(opened)]
    from kesbang_iku.sources.csv_reader import read_csv_grid  # noqa: PLC0415  # light: CSV alone needs it

    grid, said = read_csv_grid(opened.text, opened.name, delimiter=delimiter, known=known)
    return (() if grid is None else (grid,)), [*findings, *said]
