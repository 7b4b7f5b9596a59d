"""Running rules: three outcomes, and a faulty rule is never the data's fault."""

from __future__ import annotations

from datetime import date

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Level, Place, Text
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.rules.rule import Inconclusive, Outcomes, Rule, at
from kesbang_iku.validation.running import run_rules
from tests.validation.every_rule import ALL_RULES

Katalog = iku.Catalog

_REASON = Text("tidak ada pembanding", "nothing to compare with")


def _negative(numbers: list[int]) -> Outcomes:
    for number in numbers:
        if number == 0:
            yield Inconclusive(_REASON, "a.yaml")
        elif number < 0:
            yield at(Place(berkas="a.yaml"), value=number, kode="K", tahun=number, sekarang=0)


def _faulty(numbers: list[int]) -> Outcomes:
    yield from _negative(numbers)
    raise ZeroDivisionError("62.71 bernilai 17")


NEGATIVE = Rule("IKU435", _negative)
FAULTY = Rule("IKU435", _faulty)


def test_a_rule_finds_or_says_nothing() -> None:
    assert [one.nilai for one in run_rules([NEGATIVE], [1, -2]).temuan] == ["-2"]
    assert run_rules([NEGATIVE], [1, 2]).temuan == ()


def test_what_could_not_be_judged_is_counted_with_its_reason() -> None:
    (one,) = run_rules([NEGATIVE], [0, 0, 3]).tidak_dinilai
    assert one.as_dict("en") == {
        "kode": "IKU435",
        "alasan": "nothing to compare with",
        "berkas": "a.yaml",
        "jumlah": 2,
    }
    assert run_rules([NEGATIVE], [0]).temuan == ()


def test_a_faulty_rule_is_named_and_the_others_run() -> None:
    found = run_rules([FAULTY, NEGATIVE], [-1]).temuan
    assert [one.kode for one in found] == ["IKU435", "IKU390", "IKU435"]
    fault = found[1]
    assert "IKU435" in fault.pesan
    assert "tidak bersalah" in fault.pesan
    assert "not to blame" in fault.message("en")


def test_a_rule_that_leaves_out_a_field_of_its_sentences_is_faulty() -> None:
    def forgetful(_numbers: list[int]) -> Outcomes:
        yield at(Place(berkas="a.yaml"), kode="K", tahun=2030)

    (fault,) = run_rules([Rule("IKU435", forgetful)], [-1]).temuan
    assert fault.kode == "IKU390"


def test_a_faulty_rule_fails_nothing_and_repeats_no_data() -> None:
    (fault,) = run_rules([FAULTY], []).temuan
    assert fault.tingkat is not Level.GALAT
    assert "ZeroDivisionError" in fault.pesan
    assert "62.71" not in fault.pesan + str(fault.nilai)


def test_an_announced_error_is_said_and_fails_nothing_yet() -> None:
    (found,) = run_rules([NEGATIVE], [-1]).temuan
    assert found.tingkat is Level.PERINGATAN
    assert found.kind.announced is Level.GALAT
    assert found.pesan.endswith(" Mulai versi 1.0 ini galat.")
    assert found.message("en").endswith(" From version 1.0 on this is an error.")


def test_what_will_be_an_error_is_none_yet_and_says_so() -> None:
    for rule in ALL_RULES:
        announced = rule.kind.announced is Level.GALAT
        assert announced is ("ini galat." in rule.kind.message.id), rule.code
        assert announced is ("on this is an error." in rule.kind.message.en), rule.code
        assert not (announced and rule.kind.level is Level.GALAT), rule.code


def test_there_are_many_rules_and_each_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert len(codes) == len(set(codes)) >= 70


def test_validation_tells_what_it_could_not_judge(katalog: Katalog) -> None:
    report = b"wilayah: '62.71'\ntahun: 2024\nitem:\n  - {kode: KBP-WAS-02, realisasi: 85}\n"
    checked = validate_all([report], katalog, hari_ini=date(2026, 1, 1))
    on_progress = {one["kode"]: one["alasan"] for one in checked.as_dict()["tidak_dinilai"]}
    assert "tahun sebelumnya" in on_progress["IKU411"]
    assert checked.count(Level.GALAT) == 0


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2025, 1, 1)])
def test_the_day_is_given_by_who_asks(katalog: Katalog, day: date) -> None:
    report = b"wilayah: '62.71'\ntahun: 2024\nitem:\n  - {kode: KBP-WAS-02, realisasi: 85}\n"
    codes = {one.kode for one in validate_all([report], katalog, hari_ini=day).temuan}
    assert ("IKU436" in codes) is (day.year == 2024)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_says_everything_of_itself_in_two_languages(rule: Rule[object]) -> None:
    for said in (rule.kind.title, rule.kind.message, rule.kind.hint, rule.kind.reason):
        assert said.id
        assert said.en
        assert said.id != said.en
