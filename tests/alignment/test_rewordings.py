"""Decisions are carried to names that read as the same, and to no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.alignment import AlignedItem, Alignment, align
from kesbang_iku.alignment.decisions import Decisions
from kesbang_iku.alignment.mapping_text import mappings_text, suggestions
from kesbang_iku.alignment.mappings import Mappings, mapping_rules, merged
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.model.plan import Plan
from tests.alignment.mapping_rows import HEAD, read, row
from tests.alignment.pairs import all_pairs
from tests.tree import read_yaml

Katalog = iku.Catalog
_SETS = {"terbawa.yaml": "62.71", "terbawa-2.yaml": "62.03"}
_DECIDED = "Persentase konflik yang ditangani"
_AGAIN = "Prosentase penanganan konflik Tahun 2026"
_CLOSE = {"predicate_id": "skos:closeMatch", "comment": "ditangani belum tentu selesai"}


def _labelled() -> Iterator[tuple[str, str, str, bool]]:
    for file, region in _SETS.items():
        path = Path(__file__).with_name(file)
        for one in read_yaml(path):
            for kind in ("sama", "lain", "ditanyakan"):
                yield from ((region, one["diputuskan"], name, kind == "sama")
                            for name in one.get(kind, ()))  # fmt: skip


@pytest.fixture(scope="module")
def names(katalog: Katalog) -> KnownNames:
    return KnownNames(katalog, "kota")


def _plan(katalog: Katalog, decisions: Mappings, name: str, **more: object) -> Alignment:
    item = {"nama": name, "satuan": "Persen", "target": {"2026": "90"}}
    plan = Plan.model_validate({"wilayah": "62.71", "item": [item], **more})
    return align(plan, katalog, tingkat="kota", padanan=decisions)


def _item(katalog: Katalog, name: str, *rows: str) -> AlignedItem:
    return _plan(katalog, read(HEAD + "".join(rows), katalog), name)[0]


def test_names_read_as_the_same_where_they_are(names: KnownNames) -> None:
    wrong = []
    for region, decided, name, same in _labelled():
        one, other = (names.wordings.read(text, region) for text in (decided, name))
        if one.is_same(other) != same or other.is_same(one) != same:
            wrong.append((decided, name))
    assert wrong == []


def test_what_reads_as_the_same_has_one_key(names: KnownNames) -> None:
    read_as = [
        (names.wordings.read(decided, region), names.wordings.read(name, region))
        for region, decided, name, same in _labelled()
        if same
    ]
    assert [one for one, other in read_as if one.key != other.key] == []


def test_the_decision_says_of_which_name_it_was_made(katalog: Katalog) -> None:
    found = _item(katalog, _AGAIN, row(_DECIDED, **_CLOSE))
    assert (found.cara, found.hubungan) == ("keputusan", "dekat")
    assert found.terdekat is not None
    assert found.terdekat.indicator.kode == "KBP-WAS-02"
    told = found.as_dict().get("keputusan", {})
    assert [told.get(key) for key in ("oleh", "terbawa_dari", "justifikasi")] == [
        "Siti", _DECIDED, "semapv:LexicalMatching",
    ]  # fmt: skip
    assert [one.kode for one in found.temuan] == ["IKU282"]


def test_nothing_fits_is_carried_too(katalog: Katalog) -> None:
    name = "Persentase Penyelesaian Konflik"
    decided = row("Persentase konflik yang diselesaikan", object_id="sssom:NoTermFound")
    found = _item(katalog, name, decided)
    assert (found.cara, found.padanan, found.terdekat) == ("keputusan", None, None)


def test_what_was_refused_is_refused_under_every_such_name(katalog: Katalog) -> None:
    name = "Persentase penyelesaian konflik sosial"
    text = (HEAD + row("Prosentase konflik sosial diselesaikan")).replace(
        "confidence", "predicate_modifier"
    )
    refused = read(text.replace("2025-03-01\t", "2025-03-01\tNot"), katalog)
    assert _plan(katalog, Mappings(), name)[0].padanan is not None
    assert _plan(katalog, refused, name)[0].padanan is None


def test_a_decision_on_the_very_name_goes_first(katalog: Katalog) -> None:
    rows = row(_DECIDED, **_CLOSE), row(_AGAIN, object_id="iku:KBP-WAS-09")
    found = _item(katalog, _AGAIN, *rows)
    assert found.padanan is not None
    assert (found.padanan.kode, found.as_dict().get("keputusan", {}).get("terbawa_dari")) == (
        "KBP-WAS-09", None,
    )  # fmt: skip


def test_two_decisions_that_contradict_are_told_and_carry_nothing(katalog: Katalog) -> None:
    other = row("Persentase konflik tertangani", object_id="sssom:NoTermFound")
    found = _item(katalog, _AGAIN, row(_DECIDED, **_CLOSE), other)
    assert found.keputusan is None
    assert [one.kode for one in found.temuan if one.kode.startswith("IKU28")] == ["IKU281"]


def test_a_decision_of_another_region_is_not_carried(katalog: Katalog) -> None:
    assert _item(katalog, _AGAIN, row(_DECIDED, wilayah="32.73", **_CLOSE)).keputusan is None
    assert _item(katalog, _AGAIN, row(_DECIDED, wilayah="", **_CLOSE)).keputusan is not None


def test_what_only_nearly_reads_so_is_asked_again_with_the_decision_in_front(
    katalog: Katalog,
) -> None:
    found = _item(katalog, "Persentase konflik sosial yang ditangani", row(_DECIDED, **_CLOSE))
    assert found.keputusan is None
    assert found.kandidat[0].indicator.kode == "KBP-WAS-02"
    assert "ditangani belum tentu selesai" in found.kandidat[0].reason.plain("id")
    assert _DECIDED in found.kandidat[0].reason.plain("id")
    said = [one for one in found.temuan if one.kode == "IKU280"]
    assert len(said) == 1


def test_the_carried_row_is_written_and_found_the_year_after(katalog: Katalog) -> None:
    decided = read(HEAD + row(_DECIDED, tahun="2025", **_CLOSE), katalog)
    (written,) = suggestions(_plan(katalog, decided, _AGAIN))
    assert written.cells["terbawa_dari"] == _DECIDED
    assert (written.oleh, written.tanggal, written.tahun) == ("Siti", "2025-03-01", 2025)
    alone = read(mappings_text([written]), katalog)
    assert [one.kode for one in alone.temuan] == []
    found = _plan(katalog, alone, _AGAIN)[0]
    assert (found.cara, found.hubungan) == ("keputusan", "dekat")
    assert found.as_dict().get("keputusan", {}).get("terbawa_dari") == _DECIDED


def test_a_carried_row_follows_the_decision_it_came_from(katalog: Katalog) -> None:
    decided = read(HEAD + row(_DECIDED, tahun="2025", **_CLOSE), katalog)
    carried = suggestions(_plan(katalog, decided, _AGAIN))
    changed = read(HEAD + row(_DECIDED, tahun="2025", object_id="iku:KBP-WAS-09"), katalog)
    both = Mappings((*changed.baris, *carried))
    found = _plan(katalog, both, _AGAIN)[0]
    assert found.padanan is not None
    assert found.padanan.kode == "KBP-WAS-09"
    own = read(HEAD + row(_AGAIN, tahun="2025", object_id="iku:KBP-WAS-08"), katalog)
    assert len(merged((*own.baris, *carried))) == 1


def test_tables_of_values_find_it_too(katalog: Katalog) -> None:
    from kesbang_iku.alignment.decisions import Decisions

    decided = read(HEAD + row("Persentase konflik ditangani"), katalog)
    decisions = Decisions(decided.baris, lambda: KnownNames(katalog))
    assert decisions.code(_AGAIN, "62.71", 2026) == "KBP-WAS-02"
    assert decisions.code("Persentase konflik yang dicegah", "62.71", 2026) is None


def test_the_nearest_decision_is_found_among_many(katalog: Katalog) -> None:
    names = KnownNames(katalog, "kota")
    subjects = list(dict.fromkeys(pair.nama for pair in all_pairs()))
    decided, asked = subjects[::2], subjects[1::40]
    rows = read(HEAD + "".join(map(row, decided)), katalog).baris
    decisions = Decisions(rows, lambda: names)
    phrases = [(names.reader.read(one.subjek), one) for one in rows]
    least = mapping_rules().terbawa.keyakinan.number
    found = 0
    for name in asked:
        phrase = names.reader.read(name)
        best = max(names.likeness(phrase, other) for other, _ in phrases)
        near = decisions.near(name, "62.71")
        assert (near is None) == (best < least)
        assert near is None or near[1] == best
        found += near is not None
    assert 0 < found < len(asked)
