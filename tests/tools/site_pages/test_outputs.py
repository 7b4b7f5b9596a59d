"""The page of output indicators explains where the two levels of government differ."""

from __future__ import annotations

import pytest

from tests.composite_indicators import catalog
from tools.site_pages.outputs import output_index


@pytest.fixture(scope="module")
def text() -> str:
    return output_index(catalog())


def part(text: str, title: str) -> str:
    return text.partition(f"### {title}\n")[2].partition("\n### ")[0]


def test_both_levels_are_counted_and_the_units_too(text: str) -> None:
    assert "33 dan 33 sub kegiatan" in text
    assert "dokumen (30), orang (24), laporan (10), keluarga (1), kegiatan (1)" in text


def test_numbers_that_mean_something_else_at_the_other_level_are_shown(text: str) -> None:
    found = part(text, "Nomor sama, isi lain")
    assert "`8.01.02.1.01.0009`" in found
    # The same family programme, in documents for one level and in families for the other.
    assert "`8.01.02.1.01.0006`" in found
    # What exists at one level only has nothing beside it.
    assert "| hanya ada di satu jenjang | `8.01.03.2.01.0006`" in found
    assert "`8.01.02.1.01.0001`" not in found
    assert "`8.01.06.1.01.0006`" not in found


def test_what_has_another_number_at_the_other_level_is_shown(text: str) -> None:
    assert "| `8.01.02.1.01.0012` | `8.01.02.2.01.0008` | Jumlah Paskibraka |" in part(
        text, "Isi sama, nomor lain"
    )


def test_spellings_differ_by_level_as_printed(text: str) -> None:
    found = part(text, "Isi sama, tulisan lain")
    assert found.count("| “Bhineka” | “Bineka” |") == 1
    assert "| “Dibidang” | “di Bidang” |" in found
    assert "| “Monitoring” | “Monitoring,” |" in found


def test_a_unit_that_the_text_does_not_mention_is_pointed_out(text: str) -> None:
    found = part(text, "Satuan yang tidak tersebut dalam teksnya").partition("\n## ")[0]
    listed = [line for line in found.splitlines() if line.startswith("    - ")]
    expected = [one for one in catalog().outputs if one.satuan not in one.nama.casefold()]
    assert len(listed) == len(expected) > 0
    assert f"Teks {len(expected)} indikator" in found
