"""Results of files about people: what was found is covered, in the results and beside them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.sources.personal import PersonalData, secrets_of
from kesbang_iku.sources.reading import Opened
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.pipeline.mask import search
from kesbang_iku.validation.rules.sources.personal import rule
from kesbang_iku.validation.running import run_rules
from tests.workbooks import Rows, sheets

Katalog = iku.Catalog

# Built like an identity number of Palangka Raya, of nobody.
_NUMBER = "6271014101800001"


def _opened(value: str) -> Opened:
    text = (
        'wilayah: "62.71"\ntahun: 2024\nitem:\n'
        f"  - {{kode: KBP-WAS-02, variabel: {{konflik: {value}}}}}\n"
    )
    return Opened("laporan.yaml", text, "yaml")


def _results(opened: Opened, katalog: Katalog) -> iku.Results:
    return iku.compute(iku.read_reports(opened), katalog)


def test_results_repeat_nothing_about_people(katalog: Katalog) -> None:
    results = _results(_opened(f"NIK {_NUMBER}"), katalog)
    assert _NUMBER not in str(results.as_dict())
    assert "•••" in str(results.as_dict())


@pytest.mark.parametrize("written", [_NUMBER, "081234567890"])
def test_a_number_of_a_person_is_no_value(katalog: Katalog, written: str) -> None:
    """What cannot be computed cannot be told by what was computed of it."""
    (result,) = _results(_opened(f"{written}, konflik_diselesaikan: 3"), katalog)
    assert (result.nilai, result.masukan.get("konflik")) == (None, None)
    assert result.status == "ditolak"


def test_a_workbook_of_people_is_named_and_nothing_of_it_said(katalog: Katalog) -> None:
    people: Rows = [["No", "NIK", "Nama Lengkap"], [1, _NUMBER, "Sari binti Uji"]]
    report: Rows = [
        ["wilayah", "tahun", "kode", "realisasi"],
        ["62.71", 2024, "KBP-WAS-02", "Sari binti Uji"],
    ]
    found = iku.validate(sheets(Laporan=report, Daftar=people), katalog)
    assert {"IKU620", "IKU622"} <= {one.kode for one in found}
    assert "Sari" not in str([one.as_dict() for one in found])
    assert _NUMBER not in str([one.as_dict() for one in found])


@pytest.mark.parametrize("name", ["laporan.yaml", "lain.yaml"])
def test_only_the_files_about_people_are_covered(katalog: Katalog, name: str) -> None:
    people = _opened(f"banyak\nnik: {_NUMBER}\nalamat: banyak")
    other = Opened(name, _opened("banyak").text, "yaml")
    results = iku.compute(replace(iku.read_reports(other), sumber=(people,)), katalog)
    said = str([one.as_dict() for one in results.semua_temuan])
    assert ("banyak" not in said) is (name == people.name)


def test_targets_reasons_and_findings_of_files_about_people_are_covered(katalog: Katalog) -> None:
    text = (
        f'wilayah: "62.71"\ntahun: 2024\nperiode: "{_NUMBER}"\nitem: []\n---\n'
        'wilayah: "62.71"\ntahun: 2024\nitem:\n'
        "  - kode: KBP-WAS-02\n    variabel: {konflik: 20, konflik_diselesaikan: 17}\n"
        f'    target: {{nilai: 85, dokumen: "PK {_NUMBER}"}}\n'
        f'  - {{kode: KBP-WAS-09, variabel: {{konflik: "{_NUMBER} orang"}}}}\n'
        "  - {kode: KBP-POL-09, "
        "variabel: {parpol_tepat_waktu_apbd: 0, parpol_penerima_apbd: 0}}\n"
    )
    opened = Opened("laporan.yaml", text, "yaml")
    results = _results(opened, katalog)
    assert _NUMBER not in f"{results.temuan}{results.as_dict()}"
    assert "IKU203" in {one.kode for one in results.temuan}
    assert {(one.place.kolom, one.place.kolom_akhir) for one in results.temuan} == {(None, None)}
    goal = results.hasil[0].target
    assert goal is not None
    assert goal.dokumen == "PK •••"
    assert str(goal.value) == "85"
    assert results.hasil[0].capaian == Decimal(100)
    assert {one.wilayah for one in results.hasil} == {"62.71"}
    assert any(one.why for one in results.hasil)


_WORDS = st.sampled_from(
    [*("nik", "NAMA", "alamat", "No. HP", "kode", "62.71", "x"), _NUMBER, "081234567890"]
)
_SIGNS = st.sampled_from([": ", ":", ",", ", ", "{", "}", "\n", " ", "- ", '"', "\t", "(", ";"])


@given(parts=st.lists(_WORDS | _SIGNS, max_size=12), form=st.sampled_from(["yaml", "csv"]))
def test_no_file_is_passed_over_that_a_rule_finds_something_in(
    parts: list[str], form: Literal["yaml", "csv"]
) -> None:
    opened = Opened("a", "".join(parts), form)
    found = run_rules(rule.by_code, PersonalData(opened)).temuan
    assert bool(secrets_of([opened])) is bool(found)
    assert search([Content(opened)])[0].temuan == found
