from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.model.headers import HeaderFile
from kesbang_iku.sources import headers
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.headers import Column, load_headers, squeeze
from kesbang_iku.tables.meanings import NAME, PLAN_WIDE, VALUES
from tests.tree import ROOT

WORDS = load_headers()
FILE = HeaderFile.model_validate(
    yaml.safe_load((ROOT / "catalog" / "tajuk.yaml").read_text(encoding="utf-8"))
)


@pytest.mark.parametrize(
    ("title", "nama", "tahun"),
    [
        ("Indikator", "nama", None),
        ("  INDIKATOR\nKINERJA   UTAMA", "nama", None),
        ("\ufeffNo.", "no", None),
        ("Tujuan/Sasaran", "sasaran", None),
        ("TUJUAN DAN\nSASARAN", "sasaran", None),
        ("BASELIN E 2024", "dasar", 2024),
        ("baseline\xa02024", "dasar", 2024),
        ("Dasar 2024", "dasar", 2024),
        ("TARGE T 2025", "target", 2025),
        ("Target Tahun 2025", "target", 2025),
        ("Target Kinerja Tujuan/Sasaran pada Tahun ke- 2025", "target", 2025),
        ("Kondisi Awal (2024)", "dasar", 2024),
        ("Kondisi Kinerja Awal Tahun 2024", "dasar", 2024),
        ("Indikator Kinerja Program (Outcome)", "nama", None),
        ("Kondisi Akhir", "target_renstra", None),
        ("2026 Target", "target", 2026),
        ("2030", "target", 2030),
        ("Tahun 2025", "target", 2025),
        ("Target", "target", None),
        ("Baseline", "dasar", None),
        ("(5) Target 2027", "target", 2027),
        ("5. Satuan", "satuan", None),
        ("Capaian (%)", "capaian", None),
        ("% Capaian", "capaian", None),
        ("Tingkat capaian %", "capaian", None),
        ("Realisasi s.d. n-2", "realisasi_lalu", None),
        ("Tahun", "tahun", None),
        ("Definisi Operasional/Formulasi", "rumus", None),
        ("KODEFIKASI", "kode_perangkat", None),
        ("Realisasi Kinerja dan Anggaran Renstra s.d. Tahun 2024", "realisasi_renstra", None),
        ("Target Kinerja dan Anggaran Renja Tahun 2024", "target", 2024),
        ("Target Renstra Perangkat Daerah pada Tahun 2026", "target", 2026),
        ("Realisasi Target Kinerja s.d. Tahun 2022", "realisasi_lalu", None),
    ],
)
def test_headers_are_known_as_they_come(title: str, nama: str, tahun: int | None) -> None:
    assert WORDS.column(title) == Column(nama, tahun)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Sasaran 1",
        "Target 2025-2030",
        "Target SDGs",
        "Satuan 2025",
        "20255",
        "1899",
        "konflik",
        "x" * 500,
        "Persentase Penyelesaian Konflik",
    ],
)
def test_other_texts_are_no_headers(title: str) -> None:
    assert WORDS.column(title) is None
    assert title not in WORDS


def test_every_spelling_is_known_alone_as_its_own_column() -> None:
    for column in FILE.kolom:
        for spelling in column.tulisan:
            found = WORDS.column(spelling.teks)
            assert found == Column(column.nama), spelling.teks


def test_no_spelling_means_two_columns() -> None:
    spelt = [squeeze(each.teks) for column in FILE.kolom for each in column.tulisan]
    assert len(spelt) == len(set(spelt))


def test_no_two_columns_differ_by_words_alone_that_change_nothing() -> None:
    meant: dict[str, set[str]] = {}
    for column in FILE.kolom:
        for spelling in column.tulisan:
            bare = squeeze(spelling.teks)
            for word in sorted(map(squeeze, FILE.kata_lepas), key=len, reverse=True):
                bare = bare.replace(word, "")
            meant.setdefault(bare, set()).add(column.nama)
    assert {bare: names for bare, names in meant.items() if len(names) > 1} == {}


def test_every_spelling_names_documents_of_the_file() -> None:
    used = {name for col in FILE.kolom for each in col.tulisan for name in each.dokumen}
    assert used == set(FILE.dokumen)


def test_the_columns_that_code_names_are_in_the_file() -> None:
    names = {column.nama for column in FILE.kolom}
    assert {NAME, *VALUES, *PLAN_WIDE} - {"predikat"} <= names
    assert {"wilayah", "tahun", "kode", "variabel", "nilai"} <= names


def test_a_broken_dictionary_is_refused(tmp_path: Path) -> None:
    (tmp_path / headers.FILE).write_text("kolom: 5\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tajuk\.yaml: .*dokumen"):
        load_data(headers.FILE, HeaderFile, tmp_path)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=12) | st.sampled_from(["Target", "K", "2025", "Rp"]), max_size=4))
def test_no_header_makes_it_fail(words: list[str]) -> None:
    found = WORDS.column(" ".join(words))
    assert found is None or found.nama in {column.nama for column in FILE.kolom}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["Indikator Kinerja Utama", "BASELINE 2024", "Satuan"]), st.data())
def test_spaces_anywhere_change_nothing(title: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(title) - 1))
    space = data.draw(st.sampled_from([" ", "\n", "\xa0", "  "]))
    assert WORDS.column(title[:at] + space + title[at:]) == WORDS.column(title)


@pytest.mark.parametrize(
    ("name", "total"),
    [
        ("Sub Total Bidang Ideologi", True),
        ("SUBTOTAL", True),
        ("Grand Total", True),
        ("Total kader", False),
        ("Subsidi ormas", False),
    ],
)
def test_a_row_that_begins_as_a_sub_total_sums_up_others(name: str, total: bool) -> None:
    assert load_headers().is_total(name) is total


@pytest.mark.parametrize(
    ("text", "cap"),
    [
        ("Capaian Kinerja 2025 (capaian maksimal 100%)", "100"),
        ("Capaian (maks. 120 %)", "120"),
        ("Capaian kinerja dibatasi paling tinggi 110 persen", "110"),
        ("Nilai capaian tidak boleh melebihi 150%", "150"),
        ("Target maksimal 100%. Capaian dihitung dari realisasi", None),
        ("Capaian; target maksimal 100%", None),
        ("Capaian 100%", None),
        ("Capaian maksimal tahun 2025", None),
        ("Pencapaian maksimal 100%", None),
    ],
)
def test_a_text_may_say_at_what_achievements_are_capped(text: str, cap: str | None) -> None:
    assert load_headers().cap_in(text) == cap
