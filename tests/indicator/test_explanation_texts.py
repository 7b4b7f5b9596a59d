"""Every line of an explanation, in both languages, for each thing that can become of an item.

``explanations.yaml`` holds them as people read them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Language
from kesbang_iku.model.definition import Local
from tests import messages
from tests.definitions import DEFINITION, METHODS, write_catalog
from tests.tree import ROOT

LANGUAGES: Final[tuple[Language, ...]] = ("id", "en")
_FILE: Final = ROOT / "tests" / "indicator" / "explanations.yaml"
_CASES: Final[dict[str, dict[str, Any]]] = messages.load(_FILE)
_METHODS: Final = METHODS.replace(
    "    desimal: 2\n",
    "    desimal: 2\n"
    "    bila_rentang: naik_rentang\n"
    "    batas: {bawah: 0, atas: 120}\n"
    "    kebijakan:\n"
    "      - jika: target = 0\n"
    "        alasan: Target nol.\n"
    "        alasan_en: A target of zero.\n"
    "        kedudukan: usulan\n",
)
_RANGED: Final = """\
  - nama: naik_rentang
    label: Naik, rentang
    polaritas: maksimalkan
    rumus: jika(realisasi < target_min, realisasi / target_min * 100, 100)
    dasar: nilai_terbit
    desimal: 2
    status: usulan
    sumber: [{dokumen: Buku uji, kedudukan: usulan, dilihat: "2026-01-01"}]
"""


@pytest.fixture(scope="module")
def indicator(tmp_path_factory: pytest.TempPathFactory) -> iku.Indicator:
    folder: Path = tmp_path_factory.mktemp("katalog")
    write_catalog(folder, DEFINITION, capaian=_METHODS + _RANGED)
    return iku.load_catalog(extra=[folder], national=False)["ABC-UJI-01"]


@pytest.mark.parametrize("name", _CASES)
def test_the_explanation_says(indicator: iku.Indicator, name: str) -> None:
    case = _CASES[name]
    result = indicator.compute(**case["masukan"])
    for language in LANGUAGES:
        told, _, fingerprint = result.explain(language).rpartition("\n")
        assert told == case[language]
        assert fingerprint.endswith(indicator.sidik)


@pytest.mark.parametrize(
    ("target", "said"),
    [("33.333", "33,333"), ("≥ 80,5", "≥ 80,5"), ("81,69–85,23", "81,69–85,23")],
)
def test_a_target_is_written_as_the_language_writes_numbers(
    indicator: iku.Indicator, target: str, said: str
) -> None:
    result = indicator.compute(
        {"selesai": 17, "perkara": 20},
        target=target,
        format_angka="en" if "33." in target else "id",
    )
    assert f"  Target: {said}\n" in result.explain("id")
    assert f"  Target: {said.replace(',', '.')}\n" in result.explain("en")


def test_numbers_of_the_previous_period_are_among_the_inputs(tmp_path: Path) -> None:
    formula = "selesai / perkara * 100"
    assert formula in DEFINITION
    change = "(selesai - sebelumnya(selesai)) / perkara * 100"
    write_catalog(tmp_path, DEFINITION.replace(formula, change), capaian=_METHODS + _RANGED)
    indicator = iku.load_catalog(extra=[tmp_path], national=False)["ABC-UJI-01"]
    result = indicator.compute({"selesai": 1300, "perkara": 2000}, sebelumnya={"selesai": 1250})
    inputs = result.explanation().sections[0]
    assert [line.plain("id") for line in inputs.lines] == [
        "Perkara selesai (selesai) = 1.300",
        "Perkara (perkara) = 2.000",
        "Perkara selesai (selesai), periode sebelumnya = 1.250",
    ]
    assert inputs.lines[-1].plain("en").endswith("(selesai), previous period = 1,250")


def test_a_printed_value_is_not_said_to_be_rounded(indicator: iku.Indicator) -> None:
    said = indicator.compute({}, realisasi="85,125").explain("id")
    assert "Nilai: 85,125 persen (seperti tercetak dalam laporan)\n" in said


def test_steps_are_told_in_the_language_asked_for(indicator: iku.Indicator) -> None:
    explanation = indicator.compute({"selesai": 17, "perkara": 20}, target=90).explanation()
    for language, first, last in zip(
        LANGUAGES, ("0,85", "0.85"), ("94,4444", "94.4444"), strict=True
    ):
        answer = explanation.as_dict(language)
        steps, achieved = answer["langkah"], answer["langkah_capaian"]
        assert isinstance(steps, list)
        assert isinstance(achieved, list)
        assert steps[0]["hasil"] == first
        assert achieved[-1]["hasil"] == f"850/9 ≈ {last}"
    assert [step.substituted for step in explanation.value_steps] == ["17 / 20", "0,85 * 100"]
    assert len(explanation.achievement_steps) == 2


@pytest.mark.parametrize(("decimals", "said"), [(1, "1 decimal)"), (0, "0 decimals)")])
def test_one_decimal_is_counted_in_the_singular(
    indicator: iku.Indicator, decimals: int, said: str
) -> None:
    published = indicator.model_copy(update={"desimal": decimals})
    text = published.compute({"selesai": 17, "perkara": 20}).explanation().as_text("en")
    assert f"rounded once, half up, {said}" in text


def test_a_local_indicator_is_told_from_the_standard(indicator: iku.Indicator) -> None:
    own = indicator.model_copy(update={"lokal": Local(tema="sosial")})
    supporting = indicator.model_copy(
        update={"lokal": Local(tema="sosial", mendukung="KBP-WAS-01")}
    )
    said = "Indikator lokal (tema sosial); bukan bagian standar nasional"
    assert said in own.compute({}).explain()
    assert said.replace(";", ", mendukung KBP-WAS-01;") in supporting.compute({}).explain()
    said = "Local indicator (theme sosial); no part of the national standard"
    assert said in own.compute({}).explain("en")
    assert said.replace(";", ", supports KBP-WAS-01;") in supporting.compute({}).explain("en")
