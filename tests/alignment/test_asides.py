"""What only says how, where or by whom something happens makes no other indicator."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.asides import AsideFinder
from kesbang_iku.alignment.matcher import Match, Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.model.lexicon import LexiconFile
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.sources.data import load_data

Katalog = iku.Catalog
_FINDER = AsideFinder(load_data("kosakata.yaml", LexiconFile))


@pytest.fixture(scope="module")
def matcher(katalog: Katalog) -> Matcher:
    return Matcher(KnownNames(katalog, "kabupaten"))


def _match(matcher: Matcher, name: str, unit: str = "%") -> Match:
    return matcher.match(PlanItem(nama=name, satuan=unit))


@pytest.mark.parametrize(
    ("name", "asides"),
    [
        ("konflik yang diselesaikan pemda bersama tni", {"pemda", "bersama", "tni"}),
        ("konflik yang langsung ditangani", {"yang", "langsung"}),
        ("rapat yang terlaksana sesuai agenda", {"sesuai", "agenda"}),
        ("konflik di wilayah kecamatan", {"wilayah", "kecamatan"}),
        ("parpol yang kepengurusannya tercatat", {"kepengurusannya"}),
    ],
)
def test_an_aside_is_found_by_where_it_stands(name: str, asides: set[str]) -> None:
    found, agents, _ = _FINDER.found(name.split())
    assert asides <= found.union(*agents)


@pytest.mark.parametrize(
    ("name", "agents"),
    [
        ("konflik yang diselesaikan melalui mediasi fkub", [("melalui", "mediasi", "fkub")]),
        (
            "laporan yang ditindaklanjuti oleh forkopimda dan opd",
            [("oleh", "forkopimda", "dan", "opd")],
        ),
        ("penanganan dari forkopimda", [("dari", "forkopimda")]),
        (
            "rapat dilaksanakan sesuai jadwal yang ditetapkan",
            [("sesuai", "jadwal"), ("ditetapkan",)],
        ),
        (
            "konflik sosial selesai bekerja sama dengan tni",
            [("bekerja", "sama", "dengan", "tni")],
        ),
        ("peserta yang dilaksanakan bidang politik", [("dilaksanakan", "bidang", "politik")]),
        ("konflik yang ditangani bidang wasnas", [("bidang", "wasnas")]),
        ("ormas yang dibina oleh kesbangpol dan terdaftar", [("oleh", "kesbangpol", "dan")]),
        (
            "ormas yang dibina untuk menjaga daerah yang aman",
            [("untuk", "menjaga", "daerah", "yang", "aman")],
        ),
    ],
)
def test_who_acts_and_by_what_means_is_told_apart(name: str, agents: list[tuple[str, ...]]) -> None:
    assert list(_FINDER.found(name.split())[1]) == agents


@pytest.mark.parametrize(
    "name",
    [
        "ormas kepemudaan yang aktif",  # in front of the clause it narrows
        "unras yang ricuh",  # a clause without a known verb says what happens
        "ormas yang dibekukan",  # an unknown verb is no aside
    ],
)
def test_what_narrows_or_happens_is_none(name: str) -> None:
    found, agents, _ = _FINDER.found(name.split())
    assert not found & set(name.split()) - {"yang"}
    assert agents == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Persentase konflik sosial yang diselesaikan pemda bersama TNI", "KBP-WAS-02"),
        ("Persentase potensi konflik di wilayah kecamatan yang ditangani", "KBP-WAS-08"),
        ("Persentase rapat Forkopimda yang terlaksana sesuai agenda", "KBP-WAS-17"),
        # What an aside parts says something together, too.
        ("Persentase potensi konflik yang cukup dicegah", "KBP-WAS-07"),
        ("Persentase konflik sosial yang diselesaikan (target nasional 80%)", "KBP-WAS-02"),
        ("Persentase konflik yang diselesaikan untuk menjaga kerukunan daerah", "KBP-WAS-02"),
    ],
)
def test_an_aside_changes_nothing_but_nobody_is_too_sure(
    matcher: Matcher, name: str, code: str
) -> None:
    chosen = _match(matcher, name).chosen
    assert chosen is not None
    assert chosen.indicator.kode == code
    assert chosen.confidence <= 0.9


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Persentase konflik sosial yang gagal diselesaikan", "%"),
        ("Jumlah unjuk rasa yang ricuh", "Kejadian"),
        ("Jumlah ormas yang memperpanjang SKT", "Ormas"),
        ("Jumlah kader bela negara yang diberi penghargaan", "Orang"),
        ("Persentase unjuk rasa yang ditangani", "%"),
        ("Persentase konflik sosial dan potensi konflik yang diselesaikan", "%"),
        ("Indeks Ketahanan Daerah", "Indeks"),
    ],
)
def test_what_is_denied_or_measures_something_else_stays_near(
    matcher: Matcher, name: str, unit: str
) -> None:
    found = _match(matcher, name, unit)
    assert found.chosen is None
    assert found.nearest is not None


@pytest.mark.parametrize("verb", ["dibekali", "diikutsertakan", "digembleng"])
def test_people_to_whom_what_is_taught_is_done_are_its_participants(
    matcher: Matcher, verb: str
) -> None:
    chosen = _match(matcher, f"Jumlah masyarakat yang {verb} wawasan kebangsaan", "Orang").chosen
    assert chosen is not None
    assert chosen.indicator.kode == "KBP-IDE-05"


@pytest.mark.parametrize(
    ("name", "unit", "code"),
    [
        ("Jumlah kecamatan dengan FKDM aktif dibagi jumlah kecamatan", "%", "KBP-WAS-14"),
        ("Jumlah orang meninggal akibat konflik per 100.000 penduduk", "per 100.000", "KBP-WAS-04"),
        (
            "Persentase penyelesaian konflik sosial (ideologi, politik, ekonomi, budaya)",
            "%",
            "KBP-WAS-02",
        ),
    ],
)
def test_shares_rates_and_lists_of_what_all_belongs_are_read_for_what_they_are(
    matcher: Matcher, name: str, unit: str, code: str
) -> None:
    chosen = _match(matcher, name, unit).chosen
    assert chosen is not None
    assert chosen.indicator.kode == code


def test_a_word_that_begins_otherwise_is_no_misspelling(matcher: Matcher) -> None:
    assert "selesai" not in _match(matcher, "Persentase konflik antar dampung").phrase.bag
