"""Results of files about people: what was found is covered, in the results and beside them."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.files.data import load_data
from kesbang_iku.files.reading import Opened
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.validation.privacy import Privacy
from kesbang_iku.validation.registry import run_rules, source_rules
from kesbang_iku.validation.rules.sources.personal import SourceContext
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
    opened = _opened(f"NIK {_NUMBER}")
    results = _results(opened, katalog)
    assert _NUMBER in str(results.as_dict())
    masked_results = Privacy.of([opened]).masked_results(results)
    assert _NUMBER not in str(masked_results.as_dict())
    assert [one.kode for one in masked_results.findings] == [one.kode for one in results.findings]


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


def test_results_of_other_files_stay_as_they_are(katalog: Katalog) -> None:
    opened = _opened("banyak")
    results = _results(opened, katalog)
    assert Privacy.of([opened]).masked_results(results) is results


@pytest.mark.parametrize("name", ["laporan.yaml", "lain.yaml"])
def test_only_the_files_about_people_are_covered(katalog: Katalog, name: str) -> None:
    opened = _opened(f"NIK {_NUMBER}")
    other = Opened(name, opened.text, "yaml")
    masked_results = Privacy.of([opened]).masked_results(_results(other, katalog))
    assert (_NUMBER in str(masked_results.as_dict())) is (name != opened.name)


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
    goal = results.hasil[0].target
    assert goal is not None
    assert goal.dokumen == f"PK {_NUMBER}"
    masked_results = Privacy.of([opened]).masked_results(results)
    assert _NUMBER in f"{results.temuan}"
    assert _NUMBER not in f"{masked_results.temuan}{masked_results.as_dict()}"
    assert [one.kode for one in masked_results.temuan] == [one.kode for one in results.temuan]
    assert {(one.place.kolom, one.place.kolom_akhir) for one in masked_results.temuan} == {
        (None, None)
    }
    hidden = masked_results.hasil[0].target
    assert hidden is not None
    assert hidden.dokumen == "PK •••"
    assert (hidden.value, masked_results.hasil[0].capaian) == (goal.value, results.hasil[0].capaian)
    assert [one.wilayah for one in masked_results.hasil] == [one.wilayah for one in results.hasil]
    assert any(one.why for one in results.hasil)
    assert [one.why for one in masked_results.hasil] == [one.why for one in results.hasil]


_WORDS = st.sampled_from(
    [*("nik", "NAMA", "alamat", "No. HP", "kode", "62.71", "x"), _NUMBER, "081234567890"]
)
_SIGNS = st.sampled_from([": ", ":", ",", ", ", "{", "}", "\n", " ", "- ", '"', "\t", "(", ";"])


@given(parts=st.lists(_WORDS | _SIGNS, max_size=12), form=st.sampled_from(["yaml", "csv"]))
def test_no_file_is_passed_over_that_a_rule_finds_something_in(
    parts: list[str], form: Literal["yaml", "csv"]
) -> None:
    opened = Opened("a", "".join(parts), form)
    context = SourceContext(opened, load_regions(), load_data("pemeriksaan.yaml", CheckingFile))
    found = run_rules(source_rules(), context).temuan
    assert context.may_name_people or not found
    assert Privacy.of([opened]).check_result.temuan == found
