"""The page of findings has a place for every code that a finding can have."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Finding, FindingKind, Language, Level, Place, Text
from kesbang_iku.findings.register import all_kinds
from tests.tree import ROOT
from tools.site_pages.findings import Shown, finding_page, kind_page, shown_examples

EXAMPLES = ROOT / "examples" / "aturan"


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_finding_refers_to_an_anchor_on_the_page(language: Language) -> None:
    text = finding_page(all_kinds(), language)
    for kind in all_kinds():
        page, _, anchor = Finding(kind).rujukan.partition("#")
        assert page == "temuan/"
        assert f"{{ #{anchor} }}" in text


KIND = FindingKind(
    "IKU310",
    Level.PERINGATAN,
    Text("Judul", "Title"),
    Text("Kode '{kode}' salah.", "Code '{kode}' is wrong."),
    Text("Tulis {lain}.", "Write {lain}."),
    Text("Sebabnya.", "Because."),
)


def test_a_kind_is_listed_in_its_group_with_a_link_to_its_page() -> None:
    text = finding_page([KIND], "en")
    assert "## Shape and identity of reports" in text
    assert "| [IKU310](../temuan/iku310.md){ #iku310 } |" in text
    level = 'tingkat--peringatan">warning (peringatan)</span>'
    assert rf"{level} | **Title.** Because. *Write \{{lain\}}.* |" in text
    assert "| [IKU310](temuan/iku310.md){ #iku310 } |" in finding_page([KIND], "id")


def test_each_kind_says_who_mends_it_and_its_example_comes_before_its_wording() -> None:
    text = kind_page(KIND, "id", Shown("iku310.yaml", "a: 1\n", ()))
    assert "**Yang memperbaiki:** penyusun laporannya." in text
    assert text.index("Contoh yang memicunya") < text.index("Bunyi pesan")
    for kind in all_kinds():
        assert "**Yang memperbaiki:** " in kind_page(kind, "id")


def test_a_kind_has_a_page_with_its_level_message_cure_and_reason() -> None:
    text = kind_page(KIND, "en")
    assert "# IKU310 Title" in text
    assert "\n\nBecause.\n" in text
    assert 'tingkat--peringatan">warning (peringatan)</span>' in text
    assert r"| **Message** | Code '\{kode\}' is wrong. |" in text
    assert r"| **Cure** | Write \{lain\}. |" in text


def test_examples_stand_on_the_page_with_what_is_found_in_them() -> None:
    found = KIND.at(Place(baris=3), kode="X", lain="Y")
    shown = Shown("iku310.yaml", "a: 1\n", (found,), ("iku310.csv", "a\n1\n"))
    text = kind_page(KIND, "id", shown)
    assert "```yaml\na: 1\n```" in text
    assert "- Baris 3: Kode 'X' salah. *Tulis Y.*" in text
    assert text.index("Contoh yang tidak memicunya") < text.index("```text\na\n1\n```")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("iku007.csv.baita", r"Each `\xNN` here is one byte"),
        ("iku046.xlsx.lembar", "its cells stand apart by `|`"),
        ("iku250.folder", "This is what a catalog folder holds"),
    ],
)
def test_an_input_that_is_described_is_said_to_be(name: str, said: str) -> None:
    assert said in kind_page(KIND, "en", Shown(name, "a\n", ()))
    assert said not in kind_page(KIND, "en", Shown("a.csv", "a\n", ()))


@pytest.mark.slow
def test_every_example_shows_its_kind(katalog: iku.Catalog) -> None:
    more = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLES.iterdir()}
    shown = shown_examples(katalog, more)
    known = {kind.code for kind in all_kinds()}
    assert set(shown) <= known
    assert len(shown) > len(known) / 2
    assert [code for code, one in shown.items() if not one.findings and "-" not in one.name] == []
    assert shown["IKU436"].cured is not None
    assert shown["IKU046"].cured is not None
