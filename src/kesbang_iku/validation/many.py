"""Checking many files: each read, all judged together, and told without what is about people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from kesbang_iku.files.reading import Opened
from kesbang_iku.findings import Finding
from kesbang_iku.validation.contents import Content, FileKind, read_content
from kesbang_iku.validation.judging import Standard, judge_contents
from kesbang_iku.validation.privacy import Privacy
from kesbang_iku.validation.processes import in_processes
from kesbang_iku.validation.registry import Judgement
from kesbang_iku.validation.repair_spans import with_edits
from kesbang_iku.validation.rules.rule import NotJudged
from kesbang_iku.validation.shares import File, provinces_of, shares_of


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is said of files that were judged together.

    Attributes:
        judgement: what is wrong, with nothing kept out of it yet.
        privacy: what must not be said.
        provinces: the provinces that the reports are of.
    """

    judgement: Judgement
    privacy: Privacy
    provinces: frozenset[str]


def check_files(
    files: Sequence[Opened],
    standard: Standard,
    *,
    jenis: FileKind | None = None,
    found: Iterable[Finding] = (),
    processes: int = 1,
) -> Judgement:
    """Return what is wrong with files.

    Args:
        files: the files.
        standard: what they are judged by.
        jenis: what they are; by default their content decides.
        found: what was found about them before.
        processes: in how many processes they may be judged.
    """
    # Where a table is from is only known when it is read, which the shares of it are made by.
    read = [_read(file, jenis, standard) if file.tabular else file for file in files]
    check = partial(_check_share, jenis=jenis, standard=standard)
    shares = shares_of(read, standard.regions, processes)
    checked = list(chain.from_iterable(in_processes(check, shares)))
    if sum(len(one.provinces) for one in checked) > len(_union(one.provinces for one in checked)):
        # Some text was of another province than it told, and was held apart from what it is with.
        checked = [_check(read, jenis, standard)]
    judgement = Judgement.of_all(one.judgement for one in checked)
    privacy = Privacy(
        Judgement(),
        _union(one.privacy.secrets for one in checked),
        _union(one.privacy.files for one in checked),
    )
    covered = privacy.cover(_said_once([*found, *judgement.temuan]))
    return Judgement(tuple(with_edits(covered, files)), _in_order(judgement.tidak_dinilai, files))


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
        judge_contents(contents, standard) + privacy.judgement,
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


def _in_order(unjudged: Iterable[NotJudged], files: Sequence[Opened]) -> tuple[NotJudged, ...]:
    """Order what was not judged by file as given, and by rule."""
    order = {file.name: number for number, file in enumerate(files)}
    return tuple(sorted(unjudged, key=lambda one: (order.get(one.berkas or "", -1), one.kode)))
