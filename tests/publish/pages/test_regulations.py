"""The pages of cited documents."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.model.registers import Regulation
from kesbang_iku.publish.pages.regulations import cites, regulation_page, regulations_page


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


def test_the_list_says_what_a_document_settles_and_leads_to_its_page() -> None:
    text = regulations_page([regulation("UU 1/2000")], "en")
    assert "| [UU 1/2000](peraturan/dokumen.md){ #dokumen } | Perihal |" in text
    assert "| Pengertian &#124; batas | amended |" in text


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
    text = regulation_page(regulation("UU 7/2012"), katalog)
    assert f"[{katalog['KBP-WAS-02'].nama}](../indikator/kbp-was-02.md)" in text
    scale = regulation_page(regulation("Permendagri 86/2017", "Peraturan Menteri"), katalog, "en")
    assert "../skala.md#" in scale


def test_a_document_that_nothing_cites_says_so(katalog: iku.Catalog) -> None:
    assert "No definition, method or scale names it" in regulation_page(
        regulation("UU 1/2000"), katalog, "en"
    )
