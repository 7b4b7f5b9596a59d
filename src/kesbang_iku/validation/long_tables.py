"""Validating a table of reports that is too long to be held in memory.

The rows are judged province by province, with all rules: no rule compares regions of different
provinces, but for the nation, whose rows stand apart here. Of each kind of finding only the first
ones are kept; how many more there are is said.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from operator import attrgetter, itemgetter
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.files.collector import paused_gc
from kesbang_iku.files.long_table import LongTable, Progress, Runs, TablePart
from kesbang_iku.files.reading import Opened
from kesbang_iku.files.table_reports import reports_from_table
from kesbang_iku.findings import Finding, FindingKind, Place, kinds
from kesbang_iku.validation.masking import hiding, masked
from kesbang_iku.validation.partition import province_of, split_evenly
from kesbang_iku.validation.privacy import Privacy
from kesbang_iku.validation.processes import in_processes
from kesbang_iku.validation.registry import CheckResult, run_rules, source_rules
from kesbang_iku.validation.rules.rule import InconclusiveRule
from kesbang_iku.validation.rules.sources.personal import SourceContext
from kesbang_iku.validation.run import check_reports
from kesbang_iku.validation.standard import Standard

SHOWN_OF_A_KIND: Final = 100
"""So many findings of each kind are shown, those that stand first in the file."""
_FIRST_WALK: Final = 0.1
"""What part of the work it is to find where each province stands."""


@dataclass(frozen=True, slots=True)
class _Share:
    """Some provinces of a table, and who is told how far they are."""

    groups: Mapping[str, Runs]
    on_progress: Progress


def check_long(
    table: LongTable, standard: Standard, on_progress: Progress, processes: int = 1
) -> CheckResult:
    """Return what is wrong with a long table of reports.

    ``told`` is told how far the work is, of several ``processes`` how far this one is. Data about
    people in its columns end the check: nothing else of such a file is said.
    """
    tally = _Tally(table.name)
    tally.add(table.findings)
    top = SourceContext(Opened(table.name, table.head, "csv"), standard.regions, standard.checking)
    if top.personal_columns:
        tally.add(run_rules(source_rules(), top).temuan)
        return tally.check_result()
    groups = table.groups(
        "wilayah",
        lambda text: province_of(standard.regions.current(text)),
        lambda done: on_progress(_FIRST_WALK * done),
    )
    if not groups:
        tally.add([kinds.CSV_NO_ROWS.at(Place(berkas=table.name))])
        return tally.check_result()
    first, *others = split_evenly(groups.items(), _size, processes)
    shares = [_Share(dict(first), on_progress)]
    shares += (_Share(dict(some), _tell_nobody) for some in others)
    for tallied in in_processes(partial(_tally, table, standard), shares):
        tally.join(tallied)
    return tally.check_result()


def _size(group: tuple[str, Runs]) -> int:
    _, runs = group
    return runs.size


def _tell_nobody(_share: float) -> None:
    """Tell nobody how far the work is: another process shows it."""


def _tally(table: LongTable, standard: Standard, share: _Share) -> _Tally:
    """Judge some provinces of a table, part by part."""
    tally = _Tally(table.name)
    said: set[str] = set()
    found: list[Finding] = []
    whole, done = sum(runs.size for runs in share.groups.values()), 0
    for part in table.parts(share.groups, found):
        if part.cut and part.group not in said:
            said.add(part.group)
            found.append(kinds.READ_IN_PARTS.at(Place(berkas=table.name), awalan=part.group))
        with paused_gc():
            tally.take(_check_part(part, table.name, standard, found))
        found.clear()
        done += part.size
        share.on_progress(_FIRST_WALK + (1 - _FIRST_WALK) * done / whole)
    tally.add(found)
    return tally


def _check_part(
    part: TablePart, name: str, standard: Standard, found: list[Finding]
) -> CheckResult:
    """Judge the rows of one part; ``found`` is what was found while they were read."""
    reports = reports_from_table(part.table, list(found))
    check_result = check_reports(reports, standard)
    findings: Sequence[Finding] = check_result.temuan
    private: list[Finding] = []
    secrets: set[str] = set()
    for line, text in part.texts:
        opened = Opened(name, text, "csv")
        privacy = Privacy.of([opened], standard.regions, standard.checking)
        private += (_further_down(finding, line - 1) for finding in privacy.check_result.temuan)
        secrets |= privacy.secrets
    if private:
        findings = masked(findings, hiding(secrets), {name})
    return CheckResult((*findings, *private), check_result.tidak_dinilai)


def _further_down(finding: Finding, lines: int) -> Finding:
    place = finding.place
    return finding.moved(replace(place, baris=(place.baris or 1) + lines))


@dataclass(slots=True)
class _Tally:
    """Findings as they come, of each kind no more than are shown. Lives as long as one check."""

    name: str
    kept: dict[FindingKind, list[tuple[int, int, Finding]]] = field(default_factory=dict)
    counts: Counter[FindingKind] = field(default_factory=Counter)
    inconclusive: Counter[InconclusiveRule] = field(default_factory=Counter)

    def take(self, check_result: CheckResult) -> None:
        """Take in what the judgement of a part says."""
        self.add(check_result.temuan)
        for one in check_result.tidak_dinilai:
            self.inconclusive[replace(one, jumlah=1)] += one.jumlah

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in findings; what stands first in the file is kept."""
        for finding in findings:
            kind = finding.kind
            self.counts[kind] += 1
            # The heap gives up the last line first; the count keeps findings from being compared.
            entry = (-(finding.baris or 0), -self.counts[kind], finding)
            kept = self.kept.setdefault(kind, [])
            if len(kept) < SHOWN_OF_A_KIND:
                heapq.heappush(kept, entry)
            else:
                heapq.heappushpop(kept, entry)

    def join(self, other: _Tally) -> None:
        """Take in what another tally of the same file holds."""
        for kind, kept in other.kept.items():
            self.counts[kind] += other.counts[kind] - len(kept)
            self.add(other.found(kind))
        self.inconclusive.update(other.inconclusive)

    def found(self, kind: FindingKind) -> list[Finding]:
        """Return the findings of a kind that are kept, those of one line as they came."""
        ordered = sorted(self.kept[kind], key=itemgetter(0, 1), reverse=True)
        return [finding for *_, finding in ordered]

    def check_result(self) -> CheckResult:
        """Return what is kept, with a finding for each kind of which there is more."""
        known = sorted(self.counts, key=attrgetter("code"))
        findings = [
            finding for kind in known for finding in sorted(self.found(kind), key=_line_and_words)
        ]
        for kind in known:
            count = self.counts[kind]
            if count > SHOWN_OF_A_KIND:
                findings.append(
                    kinds.NOT_SHOWN.at(
                        Place(berkas=self.name),
                        jumlah=count - SHOWN_OF_A_KIND,
                        kode=kind.code,
                        judul=kind.title,
                        tampil=SHOWN_OF_A_KIND,
                    )
                )
        inconclusive = sorted(self.inconclusive, key=attrgetter("kode", "alasan.id"))
        counted = (replace(one, jumlah=self.inconclusive[one]) for one in inconclusive)
        return CheckResult(tuple(findings), tuple(counted))


def _line_and_words(finding: Finding) -> tuple[int, str]:
    return finding.baris or 0, finding.pesan
