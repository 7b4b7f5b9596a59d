"""What is to be validated: files, long tables and catalog folders, each opened once."""

from dataclasses import field
from os import PathLike
from os.path import isdir
from pathlib import Path

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding
from kesbang_iku.sources.long_table import LongTable, open_long
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.reports import COLUMNS
from kesbang_iku.sources.text_reader import Source
from kesbang_iku.validation.content import REPORT_COLUMNS, FileKind


def long_report(source: Source | Opened, jenis: FileKind | None = None) -> LongTable | None:
    """Return ``source`` as a long table of reports, if that is what it is."""
    if jenis not in {None, "laporan"}:
        return None
    return open_long(source, known=COLUMNS, needed=REPORT_COLUMNS)


def is_folder(source: Source | Opened) -> bool:
    """Say whether a source is a folder; a dash is standard input."""
    if not isinstance(source, str | PathLike) or str(source) == "-":
        return False
    # Path.is_dir raises for a name that is longer than names can be.
    return isdir(source)  # noqa: PTH112


@dataclass(slots=True)
class Intake:
    """What is to be validated. Lives as long as that takes.

    Attributes:
        files: how many files and folders there are.
        names: what they are called, in their order.
        opened: the files.
        long: the long tables.
        findings: what was found on opening them, and in catalog folders.
    """

    files: int = 0
    names: list[str] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    long: list[LongTable] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _seen: set[Opened] = field(default_factory=set)

    def take(self, source: Source | Opened | LongTable, jenis: FileKind | None) -> None:
        """Note a file to be checked; a catalog folder is checked at once."""
        self.files += 1
        if not isinstance(source, LongTable) and is_folder(source):
            self.names.append(str(source))
            from kesbang_iku.validation.catalogs import check_folder  # noqa: PLC0415  # light: by kind

            self.findings += check_folder(Path(str(source)))
            return
        source = source if isinstance(source, LongTable) else long_report(source, jenis) or source
        if isinstance(source, LongTable):
            self.names.append(source.name)
            self.long.append(source)
            return
        opened, findings = open_source(source)
        self.findings += findings
        if opened is not None and opened not in self._seen:
            self._seen.add(opened)
            self.names.append(opened.name)
            self.opened.append(opened)
