from __future__ import annotations

from kesbang_iku.catalog import comparison
from kesbang_iku.catalog.comparison import (
    ChangeKind,
    comparability,
    compare,
    compare_years,
)
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings import sentences
from kesbang_iku.model.definition import Definition

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
