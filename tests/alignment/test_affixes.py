"""Words are taken apart by the affixes of the catalog, nasals too."""

from __future__ import annotations

import pytest

from kesbang_iku.alignment.affixes import Affixation, verb_form
from kesbang_iku.model.lexicon import LexiconFile
from kesbang_iku.sources.data import load_data

_LEXICON = load_data("kosakata.yaml", LexiconFile)
_AFFIXES = Affixation(_LEXICON.imbuhan, 4)


@pytest.mark.parametrize(
    ("words", "root"),
    [
        (("dituntaskan", "tertuntaskan", "menuntaskan", "penuntasan"), "tuntas"),
        (("direalisasikan", "terealisasi", "merealisasikan"), "realisasi"),
        (("dipantau", "memantau", "pemantauan"), "pantau"),
        (("disusun", "menyusun", "penyusunan"), "susun"),
        (("dikelola", "mengelola", "pengelolaan"), "kelola"),
        (("diawasi", "mengawasi"), "awas"),
    ],
)
def test_forms_of_one_verb_share_a_root(words: tuple[str, ...], root: str) -> None:
    for word in words:
        assert root in set(_AFFIXES.roots(word)), word


@pytest.mark.parametrize("word", ["konflik", "ormas", "pemilih", "di", "penyusun"])
def test_what_has_no_affixes_of_a_verb_has_no_root(word: str) -> None:
    assert "pilih" not in set(_AFFIXES.roots(word))
    assert list(_AFFIXES.roots(word)) == []


@pytest.mark.parametrize(
    ("word", "is_verb"), [("dipetakan", True), ("dinas", False), ("dini", False)]
)
def test_a_verb_has_a_root_behind_its_prefix(word: str, *, is_verb: bool) -> None:
    assert (verb_form(_LEXICON.awalan.kata).fullmatch(word) is not None) == is_verb
