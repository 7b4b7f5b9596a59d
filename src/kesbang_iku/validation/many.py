"""Checking many files: each read, all judged together, and told without what is about people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from kesbang_iku._records import dataclass
from kesbang_iku.files.reading import Opened
from kesbang_iku.findings import Finding, Text
from kesbang_iku.validation.content import Content, FileKind
from kesbang_iku.validation.contents import read_content
from kesbang_iku.validation.partition import File, partition, provinces_of
from kesbang_iku.validation.privacy import Privacy
from kesbang_iku.validation.processes import in_processes
from kesbang_iku.validation.registry import CheckResult
from kesbang_iku.validation.rules.rule import InconclusiveRule
from kesbang_iku.validation.run import check_contents
from kesbang_iku.validation.standard import Standard

if TYPE_CHECKING:
    from kesbang_iku.tables.context import KnownContext


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is said of files that were judged together.

    Attributes:
        judgement: what is wrong, with nothing kept out of it yet.
        privacy: what must not be said.
        provinces: the provinces that the reports are of.
    """

    check_result: CheckResult
    privacy: Privacy
    provinces: frozenset[str]


def check_files(
    files: Sequence[Opened],
    standard: Standard,
    *,
    jenis: FileKind | None = None,
    known: KnownContext | None = None,
    found: Iterable[Finding] = (),
    processes: int = 1,
) -> tuple[CheckResult, tuple[Text, ...]]:
    """Return what is wrong with files, and how their tables were read.

    Args:
        files: the files.
        standard: what they are judged by.
        jenis: what they are; by default their content decides.
        known: what is known from outside about their tables.
        found: what was found about them before.
        processes: in how many processes they may be judged.
    """
    # Where a table is from is only known when it is read, which the shares of it are made by.
    read = [
        read_content(file, jenis, standard.katalog, known) if file.tabular else file
        for file in files
    ]
    check = partial(_check_share, jenis=jenis, standard=standard)
    shares = partition(read, standard.regions, processes)
    checked = list(chain.from_iterable(in_processes(check, shares)))
    if sum(len(one.provinces) for one in checked) > len(_union(one.provinces for one in checked)):
        # Some text was of another province than it told, and was held apart from what it is with.
        checked = [_check(read, jenis, standard)]
    check_result = CheckResult.of_all(one.check_result for one in checked)
    privacy = Privacy(
        CheckResult(),
        _union(one.privacy.secrets for one in checked),
        _union(one.privacy.files for one in checked),
    )
    masked = privacy.mask(_said_once([*found, *check_result.temuan]))
    told = (one.bacaan for one in read if isinstance(one, Content))
    return (
        CheckResult(_with_edits(masked, files), _in_order(check_result.tidak_dinilai, files)),
        tuple(one for one in told if one is not None),
    )


def _with_edits(findings: tuple[Finding, ...], files: Sequence[Opened]) -> tuple[Finding, ...]:
    if not any(finding.perbaikan for finding in findings):
        return findings
    from kesbang_iku.validation.repair_spans import with_edits  # noqa: PLC0415  # light: repairs alone

    return tuple(with_edits(findings, files))


def _read(file: File, jenis: FileKind | None, standard: Standard) -> Content:
    return file if isinstance(file, Content) else read_content(file, jenis, standard.katalog)


def _check_share(
    parts: Iterable[Sequence[File]], jenis: FileKind | None, standard: Standard
) -> list[_Checked]:
    return [_check(part, jenis, standard) for part in parts]


def _check(files: Sequence[File], jenis: FileKind | None, standard: Standard) -> _Checked:
    contents = [_read(file, jenis, standard) for file in files]
    searched = (content.opened for content in contents if content.about_people)
    privacy = Privacy.of(searched, standard.regions, standard.checking)
    reports = (report for content in contents for report in content.reports)
    return _Checked(
        check_contents(contents, standard) + privacy.check_result,
        privacy,
        provinces_of(reports, standard.regions),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


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
