"""Many files as a work: shared by province, and held against each other within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import NATION
from kesbang_iku.findings import Finding
from kesbang_iku.findings.waiting import each
from kesbang_iku.sources.reading import Opened
from kesbang_iku.validation.content import Content, FileKind
from kesbang_iku.validation.contents import read_content
from kesbang_iku.validation.pipeline.check import CheckedPart, check_part
from kesbang_iku.validation.pipeline.mask import joined
from kesbang_iku.validation.pipeline.partition import File, partition
from kesbang_iku.validation.rules.rule import InconclusiveRule
from kesbang_iku.validation.running import CheckResult
from kesbang_iku.validation.standard import Standard

if TYPE_CHECKING:
    from kesbang_iku.tables.context import KnownContext

_Share = Sequence[Sequence[File]]


@dataclass(frozen=True, slots=True)
class ManyFiles:
    """Files to be checked.

    Attributes:
        files: the files.
        standard: what they are held against.
        kind: what they are; by default their content decides.
        found: what was found about them before.
        known: what is known from outside about their tables.
    """

    files: Sequence[Opened]
    standard: Standard
    kind: FileKind | None = None
    found: Sequence[Finding] = ()
    known: KnownContext | None = None

    def divide(self, processes: int) -> Sequence[_Share]:
        """Return shares of files, each in parts; of no files one without any."""
        # Where a table is from is only known when it is read, which the shares of it are made by.
        read = each(lambda file: self._read(file) if file.tabular else file, self.files)
        return partition(read, self.standard.regions, processes)

    def parts(self, share: _Share) -> Iterator[Sequence[Content]]:
        """Read a share part by part."""
        for part in share:
            yield each(self._read, part)

    def begin(self) -> list[CheckedPart]:
        """Return what keeps nothing yet."""
        return []

    def settle(self, kept: Sequence[list[CheckedPart]]) -> CheckResult:
        """Return what is said of all files."""
        parts = [part for one in kept for part in one]
        provinces = frozenset[str]().union(*(part.provinces for part in parts))
        apart = len(parts) > 1 and NATION in provinces
        if apart or sum(len(part.provinces) for part in parts) > len(provinces):
            # Some text was of another province than it told, and was held apart from what it is
            # with.
            parts = [check_part(each(self._read, self.files), self.standard)]
        result = CheckResult.of_all(part.result for part in parts)
        secrets = joined([part.secrets for part in parts])
        masked = secrets.mask(_said_once([*self.found, *result.temuan]))
        return CheckResult(
            _with_edits(masked, self.files),
            _in_order(result.tidak_dinilai, self.files),
            secrets.cover(result.bacaan),
        )

    def _read(self, file: File) -> Content:
        if isinstance(file, Content):
            return file
        return read_content(file, self.kind, self.standard.katalog, self.known)


def _with_edits(findings: tuple[Finding, ...], files: Sequence[Opened]) -> tuple[Finding, ...]:
    if not any(finding.perbaikan for finding in findings):
        return findings
    from kesbang_iku.validation.repair_spans import with_edits  # noqa: PLC0415  # light: repairs alone

    return tuple(with_edits(findings, files))


def _said_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings; what is about no file, as that a rule is faulty, once."""
    said: set[Finding] = set()
    for finding in findings:
        if finding.berkas is None:
            if finding in said:
                continue
            said.add(finding)
        yield finding


def _in_order(
    inconclusive: Iterable[InconclusiveRule], files: Sequence[Opened]
) -> tuple[InconclusiveRule, ...]:
    """Order what was not judged by file as given, and by rule."""
    order = {file.name: number for number, file in enumerate(files)}
    return tuple(sorted(inconclusive, key=lambda one: (order.get(one.berkas or "", -1), one.kode)))
