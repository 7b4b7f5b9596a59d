"""The pages of cited documents."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Language
from kesbang_iku.model.registers import Regulation
from tools.site_pages.regulations import cites, regulation_pages, uses_of


def regulation(number: str, kind: str = "Undang-Undang") -> Regulation:
    return Regulation(
        id="dokumen",
        jenis=kind,
        nomor=number,
        tahun=2000,
        perihal="Perihal",
        status="diubah",
        menetapkan="Pengertian | batas",
        kedudukan="dilaporkan",
    )


def page_of(found: Regulation, katalog: iku.Catalog, language: Language = "id") -> str:
    return dict(regulation_pages([found], katalog, language))["peraturan/dokumen.md"]


def test_the_list_says_what_a_document_settles_and_leads_to_its_page(katalog: iku.Catalog) -> None:
    made = dict(regulation_pages([regulation("UU 1/2000")], katalog))
    (line,) = [one for one in made["peraturan.md"].splitlines() if "UU 1/2000" in one]
    assert line.startswith("| [UU 1/2000](peraturan/dokumen.md){ #dokumen }<br>")
    assert "</span> diubah | Perihal | Pengertian &#124; batas" in line


def test_the_english_list_has_its_subject_and_not_what_is_written_in_indonesian(
    katalog: iku.Catalog,
) -> None:
    made = dict(regulation_pages([regulation("UU 1/2000")], katalog, "en"))
    (line,) = [one for one in made["peraturan.md"].splitlines() if "UU 1/2000" in one]
    assert '</span> amended | <span lang="id">Perihal</span> |' in line
    assert all("Pengertian" not in text for text in made.values())


def test_an_unknown_state_is_said_once_for_all(katalog: iku.Catalog) -> None:
    unknown = regulation("UU 1/2000").model_copy(update={"status": "tidak_diketahui"})
    made = dict(regulation_pages([unknown], katalog))
    assert "tentang 1 dari 1 tidak diketahui" in made["peraturan.md"]
    assert made["peraturan.md"].count("tidak diketahui") == 1
    assert "| tidak diketahui apakah masih berlaku |" in made["peraturan/dokumen.md"]


def test_what_is_judged_by_its_scale_rests_on_it(katalog: iku.Catalog) -> None:
    found = regulation("Permendagri 86/2017", "Peraturan Menteri")
    use = uses_of([found], katalog)["dokumen"]
    names = {scale.nama for scale in use.scales}
    assert names
    judged = {one.kode for one in use.resting if one.predikat in names}
    assert len(judged) > 80
    assert not judged & {one.kode for one in use.citing}
    assert f"({len(use.resting)})" in page_of(found, katalog)


@pytest.mark.parametrize(
    ("text", "number", "kind", "expected"),
    [
        ("menurut UU 7/2012.", "UU 7/2012", "Undang-Undang", True),
        ("Undang-Undang Nomor 7 Tahun 2012 tentang", "UU 7/2012", "Undang-Undang", True),
        ("Permendagri Nomor 42 Tahun 2015", "Permendagri 42/2015", "Peraturan Menteri", True),
        ("UU 17/2012 dan UU 7/2013", "UU 7/2012", "Undang-Undang", False),
        ("PUU 7/2012", "UU 7/2012", "Undang-Undang", False),
        ("Peraturan Pemerintah Nomor 7 Tahun 2012", "UU 7/2012", "Undang-Undang", False),
        ("(KEP.26A/M.PPN/HK/05/2025)", "KEP.26A/M.PPN/HK/05/2025", "Keputusan Menteri", True),
    ],
)
def test_a_document_is_recognised_by_its_number(
    text: str, number: str, kind: str, *, expected: bool
) -> None:
    assert cites(text, regulation(number, kind)) is expected


def test_its_page_names_what_cites_it(katalog: iku.Catalog) -> None:
    text = page_of(regulation("UU 7/2012"), katalog)
    assert f"[{katalog['KBP-WAS-02'].nama}](../indikator/kbp-was-02.md)" in text
    scale = page_of(regulation("Permendagri 86/2017", "Peraturan Menteri"), katalog, "en")
    assert "../skala.md#" in scale


def test_a_document_that_nothing_cites_says_so(katalog: iku.Catalog) -> None:
    assert "No definition, method or scale names it" in page_of(
        regulation("UU 1/2000"), katalog, "en"
    )
