"""What people decided goes before any likeness, in its region and year."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.alignment import AlignedItem, Alignment, align
from kesbang_iku.alignment.decisions import Decisions
from kesbang_iku.alignment.mapping_text import mapping_columns, suggestions
from kesbang_iku.alignment.mappings import Mappings
from kesbang_iku.model.plan import Plan
from tests.alignment.mapping_rows import HEAD, read, row

Katalog = iku.Catalog
_NAME = "Jumlah penyuluhan kebangsaan"


def _mapped(katalog: Katalog, *rows: str) -> Mappings:
    return read(HEAD + "".join(rows), katalog)


def _decisions(katalog: Katalog, *rows: str) -> Decisions:
    return Decisions(_mapped(katalog, *rows).baris)


def _aligned(katalog: Katalog, decisions: Mappings, **item: object) -> AlignedItem:
    return _plan(katalog, decisions, **item)[0]


def _plan(katalog: Katalog, decisions: Mappings, **item: object) -> Alignment:
    told = {"nama": _NAME, "satuan": "Kali", "target": {"2026": "5"}, **item}
    plan = Plan.model_validate({"wilayah": "62.71", "item": [told]})
    return align(plan, katalog, tingkat="kota", padanan=decisions)


def test_the_same_is_a_counterpart_with_its_deviations(katalog: Katalog) -> None:
    found = _aligned(katalog, _mapped(katalog, row(_NAME, confidence="0.95")))
    assert found.padanan is not None
    assert (found.padanan.kode, found.cara, found.hubungan) == ("KBP-WAS-02", "keputusan", "sama")
    assert str(found.keyakinan) == "0.95"
    assert "satuan" in {one.jenis for one in found.penyimpangan}
    assert found.keputusan is not None
    assert (found.keputusan.oleh, found.keputusan.tanggal) == ("Siti", "2025-03-01")
    assert found.as_dict()["keputusan"] == {
        "oleh": "Siti",
        "tanggal": "2025-03-01",
        "catatan": None,
        "berkas": "p.tsv",
        "baris": 2,
    }


@pytest.mark.parametrize(
    ("predicate", "relation"),
    [
        ("skos:closeMatch", "dekat"),
        ("skos:broadMatch", "lebih_sempit"),
        ("skos:narrowMatch", "lebih_luas"),
        ("dcterms:isPartOf", "bagian"),
    ],
)
def test_what_is_related_is_no_counterpart(predicate: str, relation: str, katalog: Katalog) -> None:
    decided = _mapped(katalog, row(_NAME, predicate_id=predicate, comment="dibahas"))
    found = _aligned(katalog, decided)
    assert (found.padanan, found.cara, found.hubungan) == (None, "keputusan", relation)
    assert found.as_dict()["terdekat"] == {
        "kode": "KBP-WAS-02",
        "hubungan": relation,
        "alasan": "dibahas",
    }


def test_nothing_fits_is_a_decision_too(katalog: Katalog) -> None:
    name = "Persentase Penyelesaian Konflik Sosial"
    decided = _mapped(katalog, row(name, object_id="sssom:NoTermFound"))
    found = _plan(katalog, decided, nama=name, satuan="Persen")
    assert (found[0].padanan, found[0].cara, found[0].hubungan) == (None, "keputusan", None)
    assert found.ringkasan["tanpa_padanan"] == 1
    assert _plan(katalog, Mappings(), nama=name, satuan="Persen")[0].cara == "nama"


def test_what_was_refused_is_not_proposed_again(katalog: Katalog) -> None:
    name = "Persentase konflik sosial yang diselesaikan"
    text = (HEAD + row(name)).replace("confidence", "predicate_modifier")
    text = text.replace("2025-03-01\t", "2025-03-01\tNot")
    found = _aligned(katalog, read(text, katalog), nama=name, satuan="Persen")
    assert found.padanan is None
    assert "KBP-WAS-02" not in {one.indicator.kode for one in found.kandidat}


def test_a_decision_counts_in_its_region_and_one_without_everywhere(katalog: Katalog) -> None:
    own = _decisions(katalog, row(_NAME, wilayah="32.73"))
    every = _decisions(katalog, row(_NAME, wilayah=""))
    both = _decisions(
        katalog, row(_NAME, wilayah=""), row(_NAME, object_id="iku:KBP-ORM-01", wilayah="62.71")
    )
    assert own.of(_NAME, "62.71") is None
    assert own.of(_NAME, None) is None
    assert every.of(_NAME, "62.71") is not None
    found = both.of(_NAME, "62.71")
    assert found is not None
    assert found.objek == "KBP-ORM-01"


@pytest.mark.parametrize(
    ("year", "code"), [(2024, "KBP-WAS-02"), (2025, "KBP-WAS-02"), (2026, "KBP-ORM-01"),
                       (2030, "KBP-ORM-01"), (None, "KBP-ORM-01")],
)  # fmt: skip
def test_the_last_decision_up_to_the_year_counts(
    year: int | None, code: str, katalog: Katalog
) -> None:
    decided = _decisions(
        katalog,
        row(_NAME, tahun="2025"),
        row(_NAME, tahun="2026", object_id="iku:KBP-ORM-01"),
    )
    found = decided.of(_NAME, "62.71", year)
    assert found is not None
    assert found.objek == code


def test_contradictions_decide_nothing(katalog: Katalog) -> None:
    decided = _mapped(katalog, row(_NAME), row(_NAME, object_id="iku:KBP-ORM-01"))
    assert Decisions(decided.baris).of(_NAME, "62.71") is None
    assert _aligned(katalog, decided).cara != "keputusan"


def test_a_suggestion_decides_nothing(katalog: Katalog) -> None:
    decided = _decisions(katalog, row(_NAME, mapping_justification="semapv:LexicalMatching"))
    assert not decided


def test_the_code_of_the_plan_goes_first_and_that_is_told(katalog: Katalog) -> None:
    found = _aligned(katalog, _mapped(katalog, row(_NAME)), kode="KBP-ORM-01")
    assert found.padanan is not None
    assert (found.padanan.kode, found.cara) == ("KBP-ORM-01", "kode")
    assert "IKU279" in {one.kode for one in found.temuan}
    same = _aligned(katalog, _mapped(katalog, row(_NAME)), kode="KBP-WAS-02")
    assert "IKU279" not in {one.kode for one in same.temuan}


def test_what_was_decided_is_not_suggested(katalog: Katalog) -> None:
    assert suggestions(_plan(katalog, _mapped(katalog, row(_NAME)))) == []
    (one,) = suggestions(_plan(katalog, Mappings()))
    assert (one.subjek, one.wilayah, one.tahun, one.keputusan) == (_NAME, "62.71", 2026, False)


def test_what_is_still_to_be_decided_has_columns_to_sign_it(katalog: Katalog) -> None:
    columns = mapping_columns(suggestions(_plan(katalog, Mappings())))
    assert {"author_label", "mapping_date"} <= set(columns)


@pytest.mark.parametrize(
    "written", ["jumlah  Penyuluhan kebangsaan", "Jumlah penyuluhan, kebangsaan."]
)
def test_a_decision_is_found_again_whatever_the_case_spaces_and_punctuation(
    katalog: Katalog, written: str
) -> None:
    found = _aligned(katalog, _mapped(katalog, row(_NAME)), nama=written)
    assert (found.cara, found.hubungan) == ("keputusan", "sama")


def test_names_that_differ_in_punctuation_alone_contradict_each_other(katalog: Katalog) -> None:
    rows = row(_NAME), row("Jumlah penyuluhan, kebangsaan", object_id="iku:KBP-WAS-09")
    assert _decisions(katalog, *rows).of(_NAME, "62.71", 2026) is None
