"""A table of reports that is too long to be held in memory as a work.

The rows are judged province by province, with all rules: no rule compares regions of different
provinces, but for the nation, whose rows stand apart here. Of each kind of finding only the first
ones are kept; how many more there are is said.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from operator import attrgetter, itemgetter
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.computing.variable_columns import reports_of_columns
from kesbang_iku.findings import Finding, FindingKind, Place, kinds
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.long_table import LongTable, Progress, Runs, TablePart
from kesbang_iku.sources.personal import PersonalData
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.reports import in_system
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.pipeline.check import CheckedPart
from kesbang_iku.validation.pipeline.partition import province_of, split_evenly
from kesbang_iku.validation.rules.rule import InconclusiveRule
from kesbang_iku.validation.rules.sources.personal import rule
from kesbang_iku.validation.running import CheckResult, run_rules
from kesbang_iku.validation.standard import Standard

SHOWN_OF_A_KIND: Final = 100
"""So many findings of each kind are shown, those that stand first in the file."""
_FIRST_WALK: Final = 0.1
"""What part of the work it is to find where each province stands."""


@dataclass(frozen=True, slots=True)
class TableShare:
    """Some provinces of a table, and who is told how far they are."""

    groups: Mapping[str, Runs]
    on_progress: Progress

    def __len__(self) -> int:
        return len(self.groups)

    @property
    def size(self) -> int:
        """How many bytes they have."""
        return sum(runs.size for runs in self.groups.values())


@dataclass(frozen=True, slots=True)
class OneLongTable:
    """A long table of reports to be checked.

    Data about people in its columns end the check: nothing else of such a file is said.

    Attributes:
        table: the table.
        standard: what it is judged by.
        system: whose its codes of regions are, if that was told.
        on_progress: is told how far the work is, of several processes how far this one is.
    """

    table: LongTable
    standard: Standard
    system: CodeSystem | None
    on_progress: Progress

    def divide(self, processes: int) -> Sequence[TableShare]:
        """Return shares of the provinces of the table; one without any where none is to be read."""
        if self._top.personal_columns:
            return [TableShare({}, _tell_nobody)]
        regions = self.standard.regions
        groups = self.table.groups(
            "wilayah",
            lambda text: province_of(regions.current(text)),
            lambda done: self.on_progress(_FIRST_WALK * done),
        )
        divided = split_evenly(groups.items(), lambda group: group[1].size, processes)
        tellers = (self.on_progress, *(_tell_nobody for _ in divided))
        shares = [
            TableShare(dict(some), told) for some, told in zip(divided, tellers, strict=False)
        ]
        return shares or [TableShare({}, _tell_nobody)]

    def parts(self, share: TableShare) -> Iterator[Sequence[Content]]:
        """Read a share part by part."""
        name = self.table.name
        said: set[str] = set()
        found: list[Finding] = []
        done = 0
        for part in self.table.parts(share.groups, found):
            if part.cut and part.group not in said:
                said.add(part.group)
                found.append(kinds.READ_IN_PARTS.at(Place(berkas=name), awalan=part.group))
            yield [self._content(part, found)]
            done += part.size
            share.on_progress(_FIRST_WALK + (1 - _FIRST_WALK) * done / share.size)
        if found:
            yield [Content(Opened(name, "", "csv"), found, about_people=False)]

    def _content(self, part: TablePart, found: list[Finding]) -> Content:
        """Return the rows of one part; ``found``, what was found on the way, goes there."""
        read = reports_of_columns(part.table, self.standard.katalog, [*found])
        reports = in_system(read, self.system)
        found.clear()
        opened = Opened(self.table.name, "", "csv")
        return Content(opened, [*reports.temuan], [*reports], pieces=part.texts)

    def begin(self) -> "Tally":
        """Return what keeps nothing yet."""
        return Tally(self.table.name)

    def settle(self, kept: "Sequence[Tally]") -> CheckResult:
        """Return what is said of the table."""
        tally = self.begin()
        tally.note(self.table.findings)
        for one in kept:
            tally.join(one)
        if self._top.personal_columns:
            tally.note(run_rules(rule.by_code, self._top).temuan)
        elif not any(one.parts for one in kept):
            tally.note([kinds.CSV_NO_ROWS.at(Place(berkas=self.table.name))])
        return tally.check_result()

    @property
    def _top(self) -> PersonalData:
        return PersonalData(Opened(self.table.name, self.table.head, "csv"))


def _tell_nobody(_share: float) -> None:
    """Tell nobody how far the work is: another process shows it."""


@dataclass(slots=True)
class Tally:
    """Findings as they come, of each kind no more than are shown. Lives as long as one check."""

    name: str
    kept: dict[FindingKind, list[tuple[int, int, Finding]]] = field(default_factory=dict)
    counts: Counter[FindingKind] = field(default_factory=Counter)
    inconclusive: Counter[InconclusiveRule] = field(default_factory=Counter)
    parts: int = 0

    def append(self, part: CheckedPart, /) -> None:
        """Take in what is said of a part, masked."""
        self.parts += 1
        self.note(part.secrets.mask(part.result.temuan))
        for one in part.result.tidak_dinilai:
            self.inconclusive[replace(one, jumlah=1)] += one.jumlah

    def note(self, findings: Iterable[Finding]) -> None:
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

    def join(self, other: "Tally") -> None:
        """Take in what another tally of the same file holds."""
        for kind, kept in other.kept.items():
            self.counts[kind] += other.counts[kind] - len(kept)
            self.note(other.found(kind))
        self.inconclusive.update(other.inconclusive)

    def found(self, kind: FindingKind) -> list[Finding]:
        """Return the findings of a kind that are kept, those of one line as they came."""
        ordered = sorted(self.kept[kind], key=itemgetter(0, 1), reverse=True)
        return [finding for *_, finding in ordered]

    def check_result(self) -> CheckResult:
        """Return what is kept, with a finding for each kind of which there is more."""
        known = sorted(self.counts, key=attrgetter("code"))
        ordered = (
            one
            for kind in known
            for one in sorted(self.found(kind), key=lambda one: (one.baris or 0, one.pesan))
        )
        # What is said of a column is said in each part of the table.
        findings = list({(one.place, one.pesan): one for one in ordered}.values())
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
