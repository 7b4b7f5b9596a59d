"""A result is a value: frozen, comparable, and good to send to another process."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from fractions import Fraction

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Language
from kesbang_iku.indicator.computed_item import column_reader

Katalog = iku.Catalog


def _result(katalog: Katalog, part: object = 17) -> iku.Result:
    return katalog["KBP-WAS-02"].compute(
        {"konflik": 20, "konflik_diselesaikan": part}, target=90, capaian="99"
    )


def test_same_numbers_give_equal_results(katalog: Katalog) -> None:
    assert _result(katalog) == _result(katalog)
    assert hash(_result(katalog)) == hash(_result(katalog))
    assert _result(katalog) != _result(katalog, 16)


def test_same_number_written_otherwise_gives_an_equal_result(katalog: Katalog) -> None:
    assert _result(katalog) == _result(katalog, "17") == _result(katalog, 17.0)


def test_result_cannot_be_changed(katalog: Katalog) -> None:
    with pytest.raises(FrozenInstanceError):
        _result(katalog).nilai = None  # type: ignore[misc]  # what must fail
    assert replace(_result(katalog), wilayah="62").wilayah == "62"


def test_result_travels_between_processes_and_still_explains_itself(katalog: Katalog) -> None:
    result = _result(katalog)
    for again in (
        pickle.loads(pickle.dumps(result)),  # noqa: S301  # our own bytes
        copy.deepcopy(result),
    ):
        assert again == result
        assert again.temuan[0].pesan == result.temuan[0].pesan
        assert again.explain() == result.explain()
        assert again.indicator is not None
        assert again.indicator.compute({"konflik": 4, "konflik_diselesaikan": 1}).nilai == 25


def test_result_without_its_definition_cannot_be_explained(katalog: Katalog) -> None:
    with pytest.raises(ValueError, match="without its definition"):
        replace(_result(katalog), indicator=None).explain()


@pytest.mark.parametrize("target", [None, "≥ 90", "81–85", {"nilai": 90, "dokumen": "Renstra"}])
@pytest.mark.parametrize("part", [17, None, 21])
def test_the_columns_of_a_table_tell_what_the_answer_does(
    katalog: Katalog, part: int | None, target: object
) -> None:
    numbers = {"konflik": 20, "konflik_diselesaikan": part}
    result = katalog["KBP-WAS-02"].compute(numbers, target=target, wilayah="62.71", tahun=2024)
    other = katalog["KBP-ESB-02"].compute({"toleransi": "71,5"}, wilayah="32", tahun=2024)
    results = (result, other, other, other, result)
    answers: list[dict[str, object]] = [{**one.as_dict("en")} for one in results]
    columns = [one for one in answers[0] if one not in {"masukan", "sebelumnya", "diperlukan"}]
    told = column_reader(columns, "en")(results)
    assert [[*column] for column in told] == [[one[key] for one in answers] for key in columns]


def test_answer_survives_json_without_loss(katalog: Katalog) -> None:
    answer = _result(katalog).as_dict()
    assert json.loads(json.dumps(answer)) == answer
    assert not any(isinstance(value, float) for value in answer.values())


def test_fingerprint_belongs_to_the_definition_and_its_methods(katalog: Katalog) -> None:
    assert _result(katalog).sidik == katalog["KBP-WAS-02"].sidik
    assert katalog["KBP-WAS-02"].sidik != katalog["KBP-WAS-08"].sidik


def test_representations_are_short(katalog: Katalog) -> None:
    assert len(repr(katalog["KBP-WAS-02"])) < 150
    assert "Percentage of Social" not in repr(_result(katalog))


def test_large_number_is_written_out(katalog: Katalog) -> None:
    result = katalog["KBP-POL-04"].compute({"suara_sah": 10**15, "nilai_per_suara": 10**6})
    assert result.as_dict()["nilai"] == "1" + "0" * 21


def test_a_result_has_the_keys_of_the_answer_and_no_other(katalog: Katalog) -> None:
    # Section 4 of the contract, and what was added to it since.
    assert list(_result(katalog).as_dict()) == [
        *("kode", "versi", "nama", "wilayah", "nama_wilayah", "tingkat", "tahun", "periode"),
        *(
            "status",
            "asal",
            "nilai",
            "nilai_eksak",
            "satuan",
            "kategori",
            "target",
            "dokumen_target",
        ),
        *("capaian", "capaian_eksak", "capaian_tanpa_batas", "metode_capaian", "alasan_capaian"),
        *(
            "tercapai",
            "diperlukan",
            "predikat",
            "kurang",
            "alasan",
            "masukan",
            "sebelumnya",
            "berkas",
            "baris",
            "sidik",
            "verifikasi",
        ),
        "temuan",
    ]


def test_an_explanation_is_markdown_with_a_list_in_each_section(katalog: Katalog) -> None:
    blocks = _result(katalog).explanation().as_markdown("en").split("\n\n")
    assert blocks[0].startswith("# ")
    headings, lists = blocks[1::2], blocks[2::2]
    assert len(headings) == len(lists) > 2
    assert all(heading.startswith("## ") for heading in headings)
    assert all(line.startswith("- ") for block in lists for line in block.splitlines())


def test_an_explanation_survives_json_without_loss(katalog: Katalog) -> None:
    result = _result(katalog)
    answer = result.explanation().as_dict()
    assert json.loads(json.dumps(answer)) == answer
    assert answer.items() >= result.as_dict().items()
    assert sorted(answer.keys() - result.as_dict().keys()) == [
        *("langkah", "langkah_capaian", "rumus", "rumus_tereduksi", "sumber"),
    ]
    assert answer["rumus"] == katalog["KBP-WAS-02"].formula
    for steps in (answer["langkah"], answer["langkah_capaian"]):
        assert isinstance(steps, list)
        assert [set(step) for step in steps] == [{"ungkapan", "dengan_angka", "hasil"}] * 2
    assert isinstance(answer["sumber"], list)
    assert [source["dokumen"] for source in answer["sumber"]] == [
        source.dokumen for source in katalog["KBP-WAS-02"].sumber
    ]
    assert all(None not in source.values() for source in answer["sumber"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_findings_are_explained_in_the_language_asked_for(
    katalog: Katalog, language: Language
) -> None:
    result = _result(katalog)
    (finding,) = result.temuan
    assert f"{finding.kode} {finding.message(language)}" in result.explanation().as_text(language)


def test_indonesian_is_spoken_unless_asked_otherwise(katalog: Katalog) -> None:
    result = _result(katalog)
    explanation = result.explanation()
    for spoken in (
        result.explain,
        result.as_dict,
        explanation.as_text,
        explanation.as_markdown,
        explanation.as_dict,
    ):
        assert spoken() == spoken("id") != spoken("en")


def test_the_parts_of_an_explanation_stand_in_their_order(katalog: Katalog) -> None:
    keys = [section.key for section in _result(katalog).explanation().sections]
    assert keys == ["masukan", "nilai", "capaian", "temuan", "sumber"]


@pytest.mark.parametrize("printed", [98.99, Decimal("98.99"), Fraction(9899, 100), 99])
def test_an_achievement_that_is_a_number_is_held_to_its_own_decimals(
    katalog: Katalog, printed: object
) -> None:
    index = katalog["KBP-POL-01"]
    right = index.compute({}, realisasi="71,27", target=72, capaian=printed)
    assert right.temuan == ()
    wrong = index.compute({}, realisasi="71,27", target=72, capaian=98.9)
    assert [one.kode for one in wrong.temuan] == ["IKU511"]
