"""The page of findings has a place for every code that a finding can have."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import pytest

import kesbang_iku
from kesbang_iku.diagnostics import Finding, FindingKind, Language, Level, Text
from kesbang_iku.publish.pages import finding_kinds, finding_page


def test_every_kind_that_any_module_holds_is_listed_once() -> None:
    held = {
        value.code
        for module in walk_packages(kesbang_iku.__path__, "kesbang_iku.")
        if not module.name.endswith("__main__")
        for value in (
            *vars(import_module(module.name)).values(),
            *vars(import_module(module.name)).get("KINDS", ()),
        )
        if isinstance(value, FindingKind)
    }
    listed = [kind.code for kind in finding_kinds()]
    assert listed == sorted(held)


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_finding_refers_to_an_anchor_on_the_page(language: Language) -> None:
    text = finding_page(finding_kinds(), language)
    for kind in finding_kinds():
        page, _, anchor = Finding(kind).rujukan.partition("#")
        assert page == "temuan/"
        assert f"{{ #{anchor} }}" in text


def test_a_kind_stands_with_its_level_message_cure_and_reason() -> None:
    kind = FindingKind(
        "IKU310",
        Level.PERINGATAN,
        Text("Judul", "Title"),
        Text("Kode '{kode}' salah.", "Code '{kode}' is wrong."),
        Text("Tulis {lain}.", "Write {lain}."),
        Text("Sebabnya.", "Because."),
    )
    text = finding_page([kind], "en")
    assert "## Shape and identity of reports" in text
    assert "### IKU310 Title { #iku310 }\n\nBecause." in text
    assert 'tingkat--peringatan">warning (peringatan)</span>' in text
    assert r"| **Message** | Code '\{kode\}' is wrong. |" in text
    assert r"| **Cure** | Write \{lain\}. |" in text
