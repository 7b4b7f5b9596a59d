from __future__ import annotations

from dataclasses import replace

from kesbang_iku.catalog import comparison
from kesbang_iku.catalog.comparison import (
    ChangeKind,
    Comparison,
    comparability,
    compare,
    compare_years,
)
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.observations import Observations
from kesbang_iku.findings import sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.open_terms import TermFilling
from kesbang_iku.model.source import Source

CATALOG = load_catalog(packages=False)


def test_a_new_method_between_two_years_is_a_replacement_that_does_not_compare() -> None:
    changes = {change.kode: change for change in compare_years(CATALOG, 2020, 2021).perubahan}
    change = changes["KBP-POL-01"]
    assert (change.kind, change.versi_lama, change.versi_baru) == (
        ChangeKind.REPLACED,
        "2015",
        "2021",
    )
    assert change.sebanding is False
    assert change.alasan
    assert "variabel" in {key.kunci for key in change.kunci}


def test_years_under_the_same_versions_do_not_differ() -> None:
    assert compare_years(CATALOG, 2022, 2023).perubahan == ()


def test_what_only_one_side_has_is_added_or_removed() -> None:
    less = CATALOG.where(tuple(found for found in CATALOG if found.kode != "KBP-WAS-02"))
    (added,) = compare(less, CATALOG, dari="a", ke="b").perubahan
    (removed,) = compare(CATALOG, less, dari="b", ke="a").perubahan
    assert (added.kind, removed.kind) == (ChangeKind.ADDED, ChangeKind.REMOVED)
    assert added.kode == removed.kode == "KBP-WAS-02"


def test_an_edited_definition_names_the_keys_that_changed() -> None:
    old = CATALOG["KBP-WAS-02"]
    new = old.model_copy(update={"satuan": "rasio", "riwayat": ()})
    after = CATALOG.where(tuple(new if found is old else found for found in CATALOG))
    (change,) = compare(CATALOG, after, dari="a", ke="b").perubahan
    assert change.kind is ChangeKind.EDITED
    assert [(key.kunci, key.lama, key.baru) for key in change.kunci] == [
        ("satuan", "persen", "rasio")
    ]


def test_either_version_may_say_whether_they_compare() -> None:
    _, old, new = CATALOG.versions("KBP-POL-01")
    assert comparability(old, new) is not None
    silent = new.model_copy(update={"keterbandingan": ()})
    assert comparability(silent, old) == comparability(old, silent)
    assert comparability(silent, old.model_copy(update={"keterbandingan": ()})) is None


def test_the_text_names_variables_and_not_their_data() -> None:
    text = compare_years(CATALOG, 2020, 2021).as_text()
    assert "variabel: kebebasan_sipil; hak_politik; lembaga_demokrasi → kebebasan;" in text
    assert "tidak sebanding" in text
    assert "{" not in text


def test_every_key_that_may_change_has_a_name_in_both_languages() -> None:
    compared = Definition.model_fields.keys() - comparison._NOT_COMPARED
    assert compared <= sentences.catalog.KEYS.keys()


def test_what_changed_is_told_in_one_language() -> None:
    found = compare_years(load_catalog(), 2019, 2024)
    english, indonesian = (found.as_text(language) for language in ("en", "id"))
    assert "KBP-POL-02 Voter turnout: replaced by a new version (2019 → 2024)" in english
    assert "standing: reported → official" in english
    assert "status: dilaporkan → resmi" in indonesian
    assert "reason: There are no registered voters" in english
    assert "alasan: Tidak ada pemilih terdaftar" in indonesian
    for text in (english, indonesian):
        assert "_en: " not in text


def _edited(old: Indicator, **keys: object) -> Comparison:
    new = old.model_copy(update=keys)
    after = CATALOG.where(tuple(new if found is old else found for found in CATALOG))
    return compare(CATALOG, after, dari="a", ke="b")


def test_an_older_version_that_was_edited_or_is_gone_is_told() -> None:
    old, *_ = CATALOG.versions("KBP-POL-01")
    (edited,) = _edited(old, satuan="rasio").perubahan
    assert (edited.kind, edited.versi_lama, edited.versi_baru) == ("diubah", "2009", "2009")
    less = CATALOG.where(tuple(found for found in CATALOG if found is not old))
    (gone,) = compare(CATALOG, less, dari="a", ke="b").perubahan
    assert (gone.kind, gone.versi_lama, gone.versi_baru) == ("dihapus", "2009", None)


def test_a_part_that_changed_is_shown_where_the_whole_reads_the_same() -> None:
    old = CATALOG["KBP-WAS-02"]
    first = old.variabel[0].model_copy(update={"label": "Lain"})
    told = _edited(old, variabel=(first, *old.variabel[1:])).as_text()
    assert f"variabel: konflik_diselesaikan: label: {old.variabel[0].label} → Lain" in told
    assert old.catatan is not None
    told = _edited(old, catatan=old.catatan + " Selesai.").as_text()
    assert told.splitlines()[-1].endswith("(usulan). Selesai.")
    assert told.splitlines()[-1].count("…") == 2


def test_what_definitions_share_is_compared() -> None:
    old = CATALOG.tables.scales["permendagri-86-2017"]
    scales = {**CATALOG.tables.scales, old.nama: old.model_copy(update={"tafsir": "Lain."})}
    filling = TermFilling(kode="KBP-WAS-02", istilah="pencatat", isi="timdu", wilayah="62",
                          sumber=Source(dokumen="Buku", kedudukan="usulan"))  # fmt: skip
    after = replace(CATALOG, tables=replace(CATALOG.tables, scales=scales), fillings=(filling,))
    found = compare(CATALOG, after, dari="a", ke="b")
    scale, term = found.bersama
    assert (scale.kunci, term.kunci) == (
        "skala permendagri-86-2017",
        "isian KBP-WAS-02 pencatat 62",
    )
    assert term.lama is None
    assert found.as_text("en").splitlines()[-2].startswith("  scale permendagri-86-2017: tafsir: ")
    assert found.as_markdown().startswith("# Perubahan a → b\n\n## Di samping definisi\n- skala ")
    assert [key["kunci"] for key in found.as_dict()["bersama"]] == [scale.kunci, term.kunci]


def test_a_published_value_that_is_gone_is_told() -> None:
    tables = replace(CATALOG.tables)
    after = replace(CATALOG, tables=tables, observations=Observations())
    found = compare(CATALOG, after, dari="a", ke="b").bersama
    assert {one.kunci.partition(" ")[0] for one in found} == {"nilai"}
    assert "nilai KBP-ESB-02 0 2024" in {one.kunci for one in found}
