from __future__ import annotations

import string

import pytest

from kesbang_iku.files import findings
from kesbang_iku.files.findings import KINDS
from kesbang_iku.findings import FindingKind, Text


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_kind_of_the_module_is_listed_once() -> None:
    defined = [value for value in vars(findings).values() if isinstance(value, FindingKind)]
    assert list(KINDS) == defined


def test_codes_are_unique_and_in_order() -> None:
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(set(codes))


def test_codes_stay_in_the_range_of_this_room() -> None:
    assert all("IKU001" <= kind.code <= "IKU099" for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_both_languages_say_something_and_not_the_same(kind: FindingKind) -> None:
    for text in (kind.title, kind.message, kind.hint, kind.reason):
        assert isinstance(text, Text)
        assert text.id.strip()
        assert text.en.strip()
        assert text.id != text.en


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_title_and_reason_have_no_fields(kind: FindingKind) -> None:
    for text in (kind.title, kind.reason):
        assert fields(text.id) | fields(text.en) == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_fields_of_both_languages_correspond(kind: FindingKind) -> None:
    for text in (kind.message, kind.hint):
        english = {name.removesuffix("_en") for name in fields(text.en)}
        assert fields(text.id) == english
