"""What is about people: told at its place, and kept out of everything else that is said."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kesbang_iku.findings import Finding
from kesbang_iku.findings.waiting import passed
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.sources.personal import PersonalData, hide_numbers
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.rules.sources.personal import rule
from kesbang_iku.validation.running import CheckResult, run_rules


def search(contents: Sequence[Content]) -> tuple[CheckResult, Secrets]:
    """Return what the rules over files say of contents, and what must not be said of them."""
    results = []
    texts: set[str] = set()
    files: set[str] = set()
    for content in passed(contents):
        for line, opened in content.searched:
            data = PersonalData(opened)
            if data.is_there:
                found = run_rules(rule.by_code, data)
                moved = (_moved(one, line - 1) for one in found.temuan)
                results.append(replace(found, temuan=tuple(moved)) if line > 1 else found)
                texts |= data.secrets
                files.add(opened.name)
    return CheckResult.of_all(results), secrets(texts, files)


def secrets(texts: Iterable[str], files: Iterable[str]) -> Secrets:
    """Return texts that must not be said of files."""
    return Secrets(frozenset(texts), frozenset(files), hide_numbers)


def joined(found: Sequence[Secrets]) -> Secrets:
    """Return everything that must not be said."""
    texts = frozenset[str]().union(*(one.texts for one in found))
    return secrets(texts, frozenset[str]().union(*(one.files for one in found)))


def _moved(finding: Finding, lines: int) -> Finding:
    """Return what was found in a piece of a file at its line in the whole file."""
    place = finding.place
    return finding.moved(replace(place, baris=(place.baris or 1) + lines))
