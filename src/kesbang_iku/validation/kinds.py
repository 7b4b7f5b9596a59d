"""Every kind of finding there is, in one place: what the rooms below can say, and this one."""

from __future__ import annotations

import re
from string import Formatter
from typing import Final

from kesbang_iku.alignment import alignment_findings as alignment
from kesbang_iku.alignment.wording import findings as wording
from kesbang_iku.catalog import findings as catalog
from kesbang_iku.catalog import region_findings as regions
from kesbang_iku.computing import findings as computing
from kesbang_iku.computing import printed_findings as printed
from kesbang_iku.diagnostics import FindingKind, Language, Text
from kesbang_iku.diagnostics.near import near
from kesbang_iku.files import findings as files
from kesbang_iku.files import plan_findings as plans
from kesbang_iku.files import report_findings as reports
from kesbang_iku.files import shape
from kesbang_iku.files import table_findings as tables
from kesbang_iku.files import workbook_findings as workbooks
from kesbang_iku.formula import check_findings as formula_checks
from kesbang_iku.formula import findings as formula
from kesbang_iku.validation import findings as validation
from kesbang_iku.validation import registry as rules

ALL_KINDS: Final[tuple[FindingKind, ...]] = tuple(
    sorted(
        (
            *files.KINDS,
            *workbooks.KINDS,
            *tables.KINDS,
            *plans.KINDS,
            *alignment.KINDS,
            *wording.KINDS,
            *validation.KINDS,
            *rules.KINDS,
            *formula.KINDS,
            *formula_checks.KINDS,
            *shape.KINDS,
            *catalog.KINDS,
            *regions.KINDS,
            *reports.KINDS,
            *computing.KINDS,
            *printed.KINDS,
        ),
        key=lambda kind: kind.code,
    )
)
"""Every kind of finding, by code."""

_PREFIX: Final = re.compile(r"IKU[0-9]{0,3}", re.ASCII)


def kinds_of(prefix: str) -> tuple[FindingKind, ...]:
    """Return the kinds whose code is ``prefix``, or starts with it: ``IKU405``, ``IKU4``, ``IKU``.

    Nothing for what is neither.
    """
    if not _PREFIX.fullmatch(prefix):
        return ()
    return tuple(kind for kind in ALL_KINDS if kind.code.startswith(prefix))


def near_codes(wrong: str) -> tuple[str, ...]:
    """Return the codes that ``wrong`` may be meant to be, those of its group first."""
    digits = "".join(sign for sign in wrong if sign.isdecimal() and sign.isascii())
    meant, codes = f"IKU{digits}", [kind.code for kind in ALL_KINDS]
    group = slice(4)  # the codes with the same first digit speak of the same
    return tuple(sorted(near(meant, codes, 3), key=lambda code: code[group] != meant[group]))


def pattern_of(text: Text, language: Language = "id") -> str:
    """Return a text of a kind for people: its fields stay, each as its name in braces."""
    fields = (name for _, name, _, _ in Formatter().parse(text.plain(language)) if name)
    return text.fill(language, **{name: f"{{{name}}}" for name in fields})
