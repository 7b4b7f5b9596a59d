from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

import kesbang_iku as iku
from kesbang_iku.findings.numerals import Language
from tests.tree import ROOT

REPORTS = sorted((ROOT / "examples").glob("*.yaml"))
LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_comes_back_from_json_as_it_went(path: Path, language: Language) -> None:
    for result in iku.compute(iku.read_reports(path)):
        told = json.loads(json.dumps(result.as_dict(language)))
        assert iku.Result.from_dict(told).as_dict(language) == told


def test_its_numbers_are_exact_again() -> None:
    katalog = iku.load_catalog()
    result = katalog["KBP-WAS-02"].compute({"konflik_diselesaikan": 2, "konflik": 3}, target="≥ 80")
    again = iku.Result.from_dict(result.as_dict())
    assert again.nilai_eksak == Fraction(200, 3)
    assert (again.nilai, again.capaian, again.target) == (
        result.nilai,
        result.capaian,
        result.target,
    )
    assert again.masukan == {"konflik_diselesaikan": 2, "konflik": 3}


def test_a_root_comes_back_as_the_same_number() -> None:
    result = iku.load_catalog()["KBP-ESB-03"].compute({"dektari": 50, "dektara": 51})
    assert iku.Result.from_dict(result.as_dict()).nilai_eksak == result.nilai_eksak


def test_a_root_of_more_digits_than_a_formula_may_have_stays_exact(katalog: iku.Catalog) -> None:
    result = katalog["KBP-ESB-03"].compute({"dektari": 10**30, "dektara": "1.234,56"})
    assert iku.Result.from_dict(result.as_dict()).nilai_eksak == result.nilai_eksak


@pytest.mark.parametrize("text", ["81.69–85.23", "≥ 80", "> 80", "≤ 1/3", "72", "Tinggi"])
def test_a_target_is_read_back(text: str) -> None:
    result = iku.load_catalog()["KBP-POL-01"].compute(realisasi=72, target=text)
    if result.target is not None:
        assert iku.Result.from_dict(result.as_dict()).target == result.target


@pytest.mark.parametrize("key", ["masukan", "sebelumnya", "temuan", "kurang"])
@pytest.mark.parametrize("wrong", ["x", 5, [1]])
def test_what_is_no_result_is_refused(katalog: iku.Catalog, key: str, wrong: object) -> None:
    told = katalog["KBP-WAS-02"].compute({"konflik_diselesaikan": 2, "konflik": 3}).as_dict()
    if key != "kurang" or wrong == 5:
        with pytest.raises(ValueError, match="no result"):
            iku.Result.from_dict({**told, key: wrong})


def test_braces_of_a_message_stay_as_they_are() -> None:
    result = iku.load_catalog()["KBP-WAS-02"].compute({"{konflik}": 1, "konflik": 2})
    (found,) = (
        one for one in iku.Result.from_dict(result.as_dict()).temuan if one.kode == "IKU400"
    )
    assert "{konflik}" in found.pesan


@pytest.mark.parametrize("broken", [{}, {"kode": "KBP-WAS-02"}, {"status": 5}])
def test_what_is_no_result_is_refused_with_a_sentence(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no result"):
        iku.Result.from_dict(broken)


def test_a_result_and_a_finding_are_short_in_print() -> None:
    katalog = iku.load_catalog()
    result = katalog["KBP-WAS-02"].compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=90, wilayah="62", tahun=2025
    )
    assert str(result) == (
        "KBP-WAS-02@1 62 2025: 85.00 persen (lengkap); target 90, capaian 94.44, Sangat Tinggi"
    )
    (found,) = katalog["KBP-WAS-02"].compute({"konflik": 20}).temuan
    assert str(found).startswith("IKU4")
    assert len(str(found)) < 200
