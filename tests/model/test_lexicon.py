"""The words and thresholds of the alignment hold together."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import kesbang_iku as iku
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.words import plain_tokens
from kesbang_iku.model.lexicon import LexiconFile, MatchingFile
from kesbang_iku.sources.data import load_data

_LEXICON = load_data("kosakata.yaml", LexiconFile)
_MATCHING = load_data("penyelarasan.yaml", MatchingFile)


def test_every_group_names_documents_that_exist() -> None:
    words = (*_LEXICON.abaikan, *_LEXICON.lemah, _LEXICON.pembuka)
    sources = {
        *(name for group in words for name in group.sumber),
        *(name for group in _LEXICON.padanan for name in group.sumber),
        *(name for group in _LEXICON.ukuran for name in group.sumber),
        *(name for group in _LEXICON.arah for name in group.sumber),
        *(name for group in _LEXICON.lawan for name in group.sumber),
        *(name for group in _LEXICON.singkatan_ganda for name in group.sumber),
        *(name for group in _LEXICON.tema for name in group.sumber),
    }
    assert sources == set(_LEXICON.dokumen)


def test_no_spelling_means_two_things() -> None:
    always = {s for g in _LEXICON.padanan if not g.bila for s in g.tulisan if s != g.baku}
    written = Counter(
        (plain_tokens(spelling), beside)
        for group in _LEXICON.padanan
        for spelling in {*group.tulisan} - {group.baku}
        for beside in group.bila or [None]
    )
    assert [spelling for spelling, count in written.items() if count > 1] == []
    assert [s for g in _LEXICON.padanan if g.bila for s in g.tulisan if s in always] == []


def test_words_that_exclude_each_other_survive_reading(
    katalog: iku.Catalog,
) -> None:
    reader = KnownNames(katalog).reader
    words = {
        word for group in _LEXICON.lawan for members in group.anggota.values() for word in members
    }
    # Two words, so that none is taken for the measure in front.
    lost = {word for word in words if word not in reader.read_known(f"harmoni {word}").words}
    assert lost == set()


def test_measures_fit_measures_that_definitions_have(
    katalog: iku.Catalog,
) -> None:
    measures = {found.ukuran for found in katalog}
    assert {name for group in _LEXICON.ukuran for name in group.cocok} <= measures


def test_measures_in_front_of_titles_are_measures() -> None:
    assert set(_MATCHING.ukuran_judul) <= {group.nama for group in _LEXICON.ukuran}


def test_more_likeness_never_makes_less_sure() -> None:
    for low, high in pairwise(_MATCHING.kalibrasi):
        assert low.skor < high.skor
        assert low.keyakinan < high.keyakinan
    assert _MATCHING.kalibrasi[-1].skor == 1


def test_likeness_alone_is_never_surer_than_the_same_name() -> None:
    assert _MATCHING.kalibrasi[-1].keyakinan <= _MATCHING.langkah.nama_baku.nilai


def test_what_the_centre_asks_for_is_in_use_at_its_levels(
    katalog: iku.Catalog,
) -> None:
    for group in _MATCHING.diarahkan:
        for code in group.kode:
            assert set(group.tingkat) <= set(katalog[code].tingkat.berlaku)
