"""Names are read for what they say, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.spelling import distance
from kesbang_iku.alignment.words import NameReader, plain_tokens


@pytest.fixture(scope="module")
def reader(katalog: iku.Catalog) -> NameReader:
    return KnownNames(katalog, "kota").reader


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("Prosentase ORMAS aktif", "Persentase Organisasi Kemasyarakatan yang Aktif"),
        ("Persensatase Ormas Aktif", "Persentase ormas aktif"),
        ("Rekomendasi FKUB", "rekomendasi Forum Kerukunan Umat Beragama"),
        ("Indeks Kewaspadaan Nasional (IKN)", "Indeks Kewaspadaan Nasional"),
        ("Indeks Harmoni Indonesia Kota Palangka Raya", "Indeks Harmoni Indonesia"),
        ("Indeks Harmoni Indonesia Tahun 2025", "Indeks Harmoni Indonesia"),
        ("Meningkatnya Indeks Harmoni Indonesia", "Indeks Harmoni Indonesia"),
        ("Indeks Demokrsi Indonesia", "Indeks Demokrasi Indonesia"),
        ("Persentse Konlik Umat Beragama", "Persentase konflik umat beragama"),
        ("Jumlah konflik yang terjadi", "Jumlah Konflik Sosial"),
        ("1.1.2 Jumlah konflik sosial", "Jumlah Konflik Sosial"),
        ("Sasaran 1: Jumlah konflik sosial", "Jumlah Konflik Sosial"),
        ("Capaian target jumlah konflik sosial", "Jumlah Konflik Sosial"),
        ("Indeks Harmoni Indonesia Provinsi Sulawesi Tengah", "Indeks Harmoni Indonesia"),
        ("Masyarakat berpemahaman Pancasila", "Pemahaman masyarakat Pancasila"),
        ("I n d e k s Harmoni Indonesia", "Indeks Harmoni Indonesia"),
        ("Indeks Harmoni Indonesia (skor 0-100)", "Indeks Harmoni Indonesia"),
        ("Persen-tase penye lesaian konflik (%)", "Persentase Penyelesaian Konflik"),
        ("Persentase ormas aktif terhadap jumlah ormas terdaftar", "Persentase Ormas Aktif"),
        ("Nilai IKM Badan Kesatuan Bangsa dan Politik", "Nilai Indeks Kepuasan Masyarakat"),
    ],
)
def test_spelling_alone_makes_no_other_name(
    reader: NameReader, written: str, standard: str
) -> None:
    assert reader.read(written).key == reader.read(standard).key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Persentase konflik yang ditangani", "Persentase konflik yang diselesaikan"),
        ("Persentase ormas aktif", "Jumlah ormas aktif"),
        ("Jumlah konflik", "Jumlah potensi konflik"),
        ("Penurunan jumlah konflik", "Jumlah konflik"),
        ("Indeks Kinerja Organisasi", "Indeks Kinerja Ormas"),
        ("Jumlah ormas yang tidak terdaftar", "Jumlah ormas yang terdaftar"),
        ("Persentase kesepakatan", "Persentase keselamatan"),
    ],
)
def test_other_notions_stay_apart(reader: NameReader, first: str, second: str) -> None:
    assert reader.read(first).key != reader.read(second).key


@pytest.mark.parametrize(
    "word",
    [
        *("penguatan", "pemilik", "pendanaan", "pengairan", "ditangkap", "hujan", "kelambatan"),
        # Short, speakable, and a letter away from one of the catalog's words.
        *("ambang", "pekan", "bekas", "bagan", "dagang", "tongkat", "lapar", "bantal", "tegas"),
    ],
)
def test_a_right_word_is_not_taken_for_a_misspelt_one(reader: NameReader, word: str) -> None:
    assert reader.spelt(word, active=True) == word


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("konflk", "konflik"),
        ("lndeks", "indeks"),
        ("nopember", "november"),
        ("resiko", "risiko"),
        ("masyarkat", "masyarakat"),
        ("lndonesia", "indonesia"),
    ],
)
def test_letters_left_out_or_taken_for_others_are_mended(
    reader: NameReader, written: str, meant: str
) -> None:
    assert reader.spelt(written, active=True) == meant


def test_the_measure_is_split_off_the_front(reader: NameReader) -> None:
    phrase = reader.read("Persentase Angka Partisipasi")
    assert phrase.measure == "persentase"
    assert phrase.words == ("partisipasi",)


def test_a_measure_alone_is_a_word_like_any_other(reader: NameReader) -> None:
    assert reader.read("Persentase").words == ("persentase",)


@given(st.text(max_size=60))
def test_any_text_is_read(reader: NameReader, text: str) -> None:
    phrase = reader.read(text)
    assert phrase.bag == set(phrase.words)
    assert len(phrase.words) == len(phrase.bag)


@given(st.text(max_size=60))
def test_words_do_not_depend_on_case(text: str) -> None:
    assert plain_tokens(text.casefold()) == plain_tokens(text)


_word = st.text("abc", max_size=7)


@given(_word, _word)
def test_the_distance_is_the_same_both_ways(first: str, second: str) -> None:
    assert distance(first, second, 7) == distance(second, first, 7)


@given(_word, _word)
def test_only_a_word_itself_is_no_distance_away(first: str, second: str) -> None:
    assert (distance(first, second, 7) == 0) is (first == second)


@given(_word, st.integers(0, 6), st.sampled_from("abcd"))
def test_a_letter_added_is_one_away(word: str, place: int, letter: str) -> None:
    assert distance(word, word[:place] + letter + word[place:], 2) == 1


def test_neighbours_swapped_are_one_away() -> None:
    assert distance("demokrasi", "demorkasi", 2) == 1


def test_what_is_too_far_is_only_said_to_be_too_far() -> None:
    assert distance("konflik", "narkotika", 2) == 3


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Jumlah konflik sosial yang dideteksi", "Jumlah konflik sosial yang terdeteksi"),
        ("Jumlah konflik sosial yang dicatat", "Jumlah konflik sosial yang tercatat"),
        ("Jumlah kader bela negara yang tercetak", "Jumlah kader bela negara yang dicetak"),
    ],
)
def test_a_word_known_beside_others_only_is_known_with_other_affixes(
    reader: NameReader, name: str, other: str
) -> None:
    assert reader.read(name).key == reader.read(other).key
