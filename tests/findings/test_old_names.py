"""Old names stay, answer as the new ones do, and say that they are old where they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

import kesbang_iku as iku

_REPORT = b'wilayah: "62.71"\ntahun: 2024\nitem:\n  - {kode: KBP-ZZZ-99, realisasi: 1}\n'


def test_the_old_name_of_all_findings_of_results(katalog: iku.Catalog) -> None:
    results = iku.compute(iku.read_reports(_REPORT, name="a.yaml"), katalog)
    with pytest.warns(DeprecationWarning, match=r"Results\.findings.*semua_temuan") as said:
        found = results.findings
    assert found == results.semua_temuan != ()
    assert Path(said[0].filename) == Path(__file__)


def test_the_old_name_of_all_findings_of_an_alignment(katalog: iku.Catalog) -> None:
    plan = iku.read_plan(b"item:\n  - {nama: Indeks Demokrasi}\n", name="a.yaml")
    aligned = iku.align(plan, katalog)
    with pytest.warns(DeprecationWarning, match=r"Alignment\.findings.*semua_temuan"):
        assert aligned.findings == aligned.semua_temuan


def test_the_old_name_of_what_is_wrong_with_a_catalog(tmp_path: Path) -> None:
    (tmp_path / "rusak.yaml").write_text("kode: [\n", encoding="utf-8")
    with pytest.raises(iku.CatalogError) as raised:
        iku.load_catalog([tmp_path])
    with pytest.warns(DeprecationWarning, match=r"CatalogError\.findings.*CatalogError\.temuan"):
        assert raised.value.findings == raised.value.temuan


def test_the_old_name_of_all_findings_of_a_roll_up(katalog: iku.Catalog) -> None:
    rolled = iku.rollup(iku.read_reports(_REPORT, name="a.yaml"), katalog)
    with pytest.warns(DeprecationWarning, match=r"Rolled\.findings.*semua_temuan"):
        assert rolled.findings == rolled.semua_temuan != ()
