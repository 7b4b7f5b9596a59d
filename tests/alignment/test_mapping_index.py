"""Many files of mappings together: contradictions, chains, and who uses what."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.mapping_index import MappingIndex
from tests.alignment.mapping_rows import HEAD, read, row

Katalog = iku.Catalog
_OTHER = "iku:KBP-ORM-01"


def _index(katalog: Katalog, *files: str) -> MappingIndex:
    rows = [
        one
        for number, text in enumerate(files)
        for one in read(HEAD + text, katalog, f"{number}.tsv").baris
    ]
    return MappingIndex(len(files), rows, katalog)


def _codes(found: MappingIndex) -> list[str]:
    return [one.kode for one in found.temuan]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([row("A"), row("B")], []),
        ([row("A"), row("A")], ["IKU271"]),
        ([row("A"), row("A", object_id=_OTHER)], ["IKU272"]),
        ([row("A"), row("A", predicate_id="skos:closeMatch")], ["IKU272"]),
        ([row("A"), row("A", object_id="sssom:NoTermFound")], ["IKU272"]),
        ([row("A"), row("A", predicate_id="skos:closeMatch", object_id=_OTHER)], []),
        ([row("A", tahun="2025"), row("A", tahun="2026", object_id=_OTHER)], ["IKU273"]),
        ([row("A"), row("A", wilayah="32.73", object_id=_OTHER)], ["IKU274"]),
        ([row("A"), row("A", wilayah="32.73")], []),
        ([row("A", object_id="sipd:999999")], ["IKU275"]),
        ([row("A", object_id="iku:KBP-POL-05")], ["IKU276"]),
        ([row("A", object_id="iku:KBP-POL-05", tahun="2023")], []),
    ],
)
def test_what_is_wrong_with_decisions_is_told(
    rows: list[str], codes: list[str], katalog: Katalog
) -> None:
    assert _codes(_index(katalog, "".join(rows))) == codes


def test_the_same_decision_in_two_files_is_no_repetition(katalog: Katalog) -> None:
    assert _codes(_index(katalog, row("A"), row("A", author_label="Budi"))) == []


def test_a_contradiction_names_both_places(katalog: Katalog) -> None:
    (told,) = _index(katalog, row("A"), row("A", object_id=_OTHER)).temuan
    places = {f"{told.place.berkas}:{told.place.baris}", told.pesan.split("(")[-1].rstrip(").")}
    assert places == {"0.tsv:2", "1.tsv:2"}


@pytest.mark.parametrize(
    ("cells", "follows"),
    [
        ({"object_id": _OTHER}, {"kodref:09.01.005": "sama", "sipd:000599": "sama"}),
        (
            {"object_id": _OTHER, "predicate_id": "skos:broadMatch"},
            {"kodref:09.01.005": "lebih_sempit", "sipd:000599": "lebih_sempit"},
        ),
        (
            {"object_id": "sipd:000599", "predicate_id": "skos:closeMatch"},
            {"kodref:09.01.005": "dekat", "sipd:000599": "dekat"},
        ),
        ({"object_id": "sssom:NoTermFound"}, {}),
    ],
)
def test_what_follows_in_other_lists(
    cells: dict[str, str], follows: dict[str, str], katalog: Katalog
) -> None:
    chains = _index(katalog, row("A", **cells)).rantai
    assert {one.kode: one.hubungan for one in chains} == follows


def test_a_part_of_an_index_is_part_of_it(katalog: Katalog) -> None:
    chains = _index(katalog, row("A", object_id="iku:KBP-POL-32")).rantai
    assert ("KBP-POL-01", "bagian") in {(one.kode, one.hubungan) for one in chains}
    near = row("A", object_id="iku:KBP-POL-32", predicate_id="skos:closeMatch")
    assert "KBP-POL-01" not in {one.kode for one in _index(katalog, near).rantai}


def test_rows_about_codes_lead_on(katalog: Katalog) -> None:
    code = row("").replace("\t", "\t", 1).replace("\n", "\tsipd:999999\n")
    head = HEAD.replace("\n", "\tsubject_id\n")
    text = head + row("A", object_id="sipd:999999").replace("\n", "\t\n") + code
    index = MappingIndex(1, read(text, katalog).baris, katalog)
    assert _codes(index) == []
    assert ("KBP-WAS-02", "sama") in {(one.kode, one.hubungan) for one in index.rantai}


def test_chains_are_worked_out_anew_and_never_decide(katalog: Katalog) -> None:
    index = _index(katalog, row("A", object_id=_OTHER))
    rows = [*index.baris, *(one.as_mapping for one in index.rantai)]
    assert MappingIndex(1, rows, katalog).baris == index.baris


def test_who_uses_an_entry_under_which_name(katalog: Katalog) -> None:
    likeness = row("Y", mapping_justification="semapv:LexicalMatching", wilayah="32.73")
    answer = _index(katalog, row("X"), likeness).as_dict()
    (entry,) = answer["indeks"]
    used = [(one["nama_wilayah"], one["nama"], one["cara"]) for one in entry["pemakaian"]]
    assert entry["kode"] == "KBP-WAS-02"
    assert used == [("Kota Bandung", "Y", "mirip"), ("Kota Palangkaraya", "X", "keputusan")]
    assert answer["ringkasan"] == {
        "berkas": 2,
        "baris": 2,
        "keputusan": 1,
        "wilayah": 2,
        "kode": 1,
    }
