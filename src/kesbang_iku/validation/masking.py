"""Keeping data about people out of everything that is said about a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from kesbang_iku.findings import Finding, Text

_MASK = "•••"


def hiding(secrets: Collection[str]) -> Callable[[str], str]:
    """Return what makes a text say none of ``secrets``."""
    # Of two that begin alike, the longer stands first.
    pattern = re.compile("|".join(map(re.escape, sorted(secrets, reverse=True))))

    def hide(text: str) -> str:
        return pattern.sub(_MASK, text) if pattern.pattern else text

    return hide


def masked(
    findings: Iterable[Finding], hide: Callable[[str], str], private: Collection[str]
) -> list[Finding]:
    """Return findings that say nothing that ``hide`` takes out.

    Those about the files ``private`` also lose their columns, so that nobody prints the line that
    they stand in, and their repairs, which would show the lines around it.
    """
    return [_masked(found, hide) if found.berkas in private else found for found in findings]


def _masked(finding: Finding, hide: Callable[[str], str]) -> Finding:
    return replace(
        finding,
        place=replace(finding.place, kolom=None, kolom_akhir=None),
        nilai=None if finding.nilai is None else hide(finding.nilai),
        arguments=tuple(
            (name, Text(hide(text.id), hide(text.en))) for name, text in finding.arguments
        ),
        perbaikan=None,
    )
