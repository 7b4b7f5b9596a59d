"""The page of changed methods: every step from a version to the next, and whether they compare."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kesbang_iku.model.definition import Comparability
from kesbang_iku.publish.pages.words import years_text
from tests.composite_indicators import catalog
from tools.site_pages.changes import changes_page


def test_every_step_from_a_version_to_the_next_is_there() -> None:
    text = changes_page(catalog())
    for code in catalog().codes:
        steps = list(pairwise(catalog().versions(code)))
        assert (f"[`{code}`]" in text) is bool(steps)
        for old, new in steps:
            part = text.partition(f"[`{code}`]")[2].partition("\n## ")[0]
            years = [years_text(one.berlaku, "id") for one in (old, new)]
            assert f"### {old.versi} ({years[0]}) → {new.versi} ({years[1]})" in part


def test_what_changed_stands_side_by_side() -> None:
    text = changes_page(catalog())
    assert "| **Tahun berlaku** | 2015–2020 | sejak 2021 |" in text
    old, new = "`pengguna_hak_pilih / dpt * 100`", "`pengguna_hak_pilih / (dpt + dpk) * 100`"
    assert f"| **Rumus** | {old} | {new} |" in text


def test_a_formula_of_components_and_one_written_out_share_a_row() -> None:
    part = changes_page(catalog()).partition("[`KBP-POL-01`]")[2].partition("\n## ")[0]
    assert part.count("| **Rumus** |") == 1


def test_the_command_compares_the_years_around_the_change() -> None:
    assert "`kesbang-iku diff 2020 2021`" in changes_page(catalog())
    assert "(checking.md#comparing-two-years)" in changes_page(catalog(), "en")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ((Comparability(versi="2015", sebanding=True, alasan="Sama."),), "**Sebanding.** Sama."),
        ((Comparability(versi="2015", sebanding=False, alasan="Lain."),), "**Tidak sebanding.** "),
        ((), "**Keterbandingan tidak dinyatakan.**\n"),
    ],
)
def test_whether_versions_compare_is_said_or_said_to_be_unknown(
    said: tuple[Comparability, ...], shown: str
) -> None:
    _, old, new = catalog().versions("KBP-POL-01")
    two = (
        old.model_copy(update={"keterbandingan": ()}),
        new.model_copy(update={"keterbandingan": said}),
    )
    assert shown in changes_page(catalog().where(two))
