"""A titled table of an answer, which reads the same on a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from kesbang_iku._records import dataclass
from kesbang_iku.cli.screen import Screen, clean
from kesbang_iku.cli.table import Column, table_lines


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
