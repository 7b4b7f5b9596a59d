"""What was read of one file, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Text
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.reports import LoadedReport

if TYPE_CHECKING:
    from kesbang_iku.sources.plans import LoadedPlan
    from kesbang_iku.tables.achievements import LoadedAchievement

FileKind = Literal["laporan", "rencana", "capaian", "katalog", "padanan"]
FILE_KINDS: Final = get_args(FileKind)
REPORT_COLUMNS: Final = frozenset({"wilayah", "tahun", "kode"})
"""The columns that make a table one of reports."""


@dataclass(slots=True)
class Content:
    """What was read of one file.

    Attributes:
        opened: the file.
        findings: what is wrong with its form.
        reports: the reports in it.
        plans: the plans in it.
        rows: the rows of a performance table.
        bacaan: how its tables were read, where they are not in our own format.
        about_people: whether it is searched for data about people: all but those of a catalog.
        pieces: its texts, each with the line it starts at, where it is a part of a longer file.
    """

    opened: Opened
    findings: list[Finding] = field(default_factory=list)
    reports: list[LoadedReport] = field(default_factory=list)
    plans: list[LoadedPlan] = field(default_factory=list)
    rows: tuple[LoadedAchievement, ...] = ()
    about_people: bool = True
    bacaan: Text | None = None
    pieces: tuple[tuple[int, str], ...] = ()

    @property
    def searched(self) -> Iterator[tuple[int, Opened]]:
        """What is searched for data about people, each with the line it starts at."""
        if self.pieces:
            for line, text in self.pieces:
                yield line, replace(self.opened, text=text)
        elif self.about_people:
            yield 1, self.opened
