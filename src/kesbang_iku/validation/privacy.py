"""Looking for data about people in files, and keeping it out of everything said about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.computing.reports import Results
from kesbang_iku.files.data import load_data
from kesbang_iku.files.reading import Opened
from kesbang_iku.findings import Finding, Text
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.validation.masking import hiding, masked
from kesbang_iku.validation.registry import CheckResult, run_rules, source_rules
from kesbang_iku.validation.rules.sources.personal import SourceContext


@dataclass(frozen=True)
class Privacy:
    """What was found about people.

    Attributes:
        judgement: what the rules over files said.
        secrets: the texts that must not be said again.
        files: the names of the files they stand in.
    """

    check_result: CheckResult
    secrets: frozenset[str]
    files: frozenset[str]

    @classmethod
    def of(
        cls,
        sources: Iterable[Opened],
        regions: Regions | None = None,
        checking: CheckingFile | None = None,
    ) -> Privacy:
        """Look through files; ``regions`` and ``checking`` are the library's own by default."""
        regions = load_regions() if regions is None else regions
        checking = load_data("pemeriksaan.yaml", CheckingFile) if checking is None else checking
        check_result = CheckResult()
        secrets: set[str] = set()
        files: set[str] = set()
        for opened in sources:
            whole = SourceContext(opened, regions, checking)
            if not whole.may_name_people:
                continue
            found = run_rules(source_rules(), whole)
            check_result += found
            if found.temuan:
                files.add(opened.name)
                secrets |= whole.secrets
        return cls(check_result, frozenset(secrets), frozenset(files))

    def mask(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings that repeat nothing about people."""
        found = tuple(findings)
        return tuple(masked(found, self._hide, self.files)) if self.files else found

    def masked_results(self, results: Results) -> Results:
        """Return results that repeat nothing about people."""
        if not self.files:
            return results
        return replace(
            results,
            hasil=tuple(map(self._masked_result, results.hasil)),
            temuan=self.mask(results.temuan),
        )

    @cached_property
    def _hide(self) -> Callable[[str], str]:
        return hiding(self.secrets)

    def _masked_result(self, result: Result) -> Result:
        """Return a result whose texts from the file say nothing about people."""
        if result.berkas not in self.files:
            return result
        achievement, why = result.achievement, result.why
        if achievement is not None:
            goal = achievement.goal
            hidden = replace(
                goal, label=self._hidden(goal.label), dokumen=self._hidden(goal.dokumen)
            )
            achievement = replace(achievement, goal=hidden)
        return replace(
            result,
            wilayah=self._hidden(result.wilayah),
            achievement=achievement,
            why=None if why is None else Text(self._hide(why.id), self._hide(why.en)),
            temuan=self.mask(result.temuan),
        )

    def _hidden(self, text: str | None) -> str | None:
        return None if text is None else self._hide(text)
