from __future__ import annotations

import string

import pytest

from kesbang_iku.files import plan_findings, table_findings, workbook_findings
from kesbang_iku.findings import FindingKind

RANGES = {
    workbook_findings: ("IKU043", "IKU049"),
    table_findings: ("IKU330", "IKU349"),
    plan_findings: ("IKU350", "IKU399"),
}
KINDS = [*workbook_findings.KINDS, *table_findings.KINDS, *plan_findings.KINDS]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_kind_is_listed_once_and_in_its_range() -> None:
    for module, (first, last) in RANGES.items():
        defined = [value for value in vars(module).values() if isinstance(value, FindingKind)]
        assert list(module.KINDS) == defined
        codes = [kind.code for kind in defined]
        assert codes == sorted(set(codes))
        assert first <= codes[0]
        assert codes[-1] <= last


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_both_languages_say_the_same_in_their_own_words(kind: FindingKind) -> None:
    for text in (kind.title, kind.message, kind.hint, kind.reason):
        assert text.id.strip()
        assert text.id != text.en
        assert {name.removesuffix("_en") for name in fields(text.en)} == fields(text.id)
    for text in (kind.title, kind.reason):
        assert not fields(text.id)
