"""Our own engine gives what the conformance vectors state, from their files alone."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.conformance.vectors import REASONS, law_files, vector_document, vector_files
from kesbang_iku.formula import (
    Exact,
    FormulaError,
    Root,
    Undefined,
    evaluate,
    parse,
    round_half_up,
)
from kesbang_iku.formula import Missing as MissingVariables
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.sources.numbers import Bound, Missing, Number, Range, Words, read_number
from tests.tree import ROOT

FOLDER = ROOT / "tests" / "vectors"


def _cases(pattern: str) -> list[Any]:
    """Return the cases of the files that fit ``pattern``, each with the file it stands in."""
    found = []
    for path in sorted(FOLDER.glob(pattern)):
        content = json.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(content["kasus"]):
            found.append(pytest.param(content, case, id=f"{path.stem}-{number}"))
    return found


def _of_kind(kind: str) -> list[Any]:
    return [found for found in _cases("laws/*.json") if found.values[0]["jenis"] == kind]


@cache
def _catalog() -> Catalog:
    return load_catalog()


def test_generated_files_are_those_of_the_catalog() -> None:
    committed = {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("indikator", "capaian", "skala")
        for path in (FOLDER / folder).rglob("*.json")
    }
    assert committed == vector_files(_catalog()), "run: kesbang-iku vectors -o tests/vectors"


def test_the_document_holds_the_cases_of_all_files() -> None:
    document = vector_document(_catalog())
    collected = sum(
        len(content["kasus"])
        for key in ("indikator", "capaian", "skala", "rumus", "angka", "bulat", "periode")
        for content in document[key]
    )
    written = sum(
        len(json.loads(path.read_text(encoding="utf-8"))["kasus"])
        for path in FOLDER.rglob("*.json")
    )
    assert document["skema"] == "kesbang-iku/vektor/1"
    assert collected == written > 0


def test_every_kind_of_outcome_is_covered_by_the_laws() -> None:
    outcomes = {
        key
        for text in law_files().values()
        for case in json.loads(text)["kasus"]
        for key in case["hasil"]
    }
    assert outcomes >= {"nilai", "benar", "hilang", "tak_terdefinisi", "galat", "terbit"}
    assert outcomes >= {"rentang", "batas", "kata"}


@pytest.mark.parametrize(("content", "case"), _cases("indikator/*.json"))
def test_indicator(content: dict[str, Any], case: dict[str, Any]) -> None:
    indicator = next(
        found for found in _catalog().versions(content["kode"]) if found.versi == content["versi"]
    )
    region = load_regions().get(case["wilayah"]) if case["wilayah"] else None
    result = indicator.compute(
        {name: Fraction(value) for name, value in case["variabel"].items()},
        target=case["target"],
        tingkat=region.tingkat if region else None,
    )
    answer = {**result.as_dict()}
    assert {key: answer[key] for key in case["hasil"]} == case["hasil"]


@pytest.mark.parametrize(("content", "case"), _cases("capaian/*.json"))
def test_achievement(content: dict[str, Any], case: dict[str, Any]) -> None:
    engine = MethodEngine(_catalog().tables.methods[content["metode"]])
    inputs: dict[str, Exact] = {"realisasi": Fraction(case["realisasi"])}
    if isinstance(case["target"], str):
        inputs["target"] = Fraction(case["target"])
    else:
        inputs["target_min"] = Fraction(case["target"]["min"])
        inputs["target_maks"] = Fraction(case["target"]["maks"])
    found = engine.achieve(inputs)
    expected = case["hasil"]
    assert (None if found.published is None else str(found.published)) == expected["capaian"]
    assert (None if found.exact is None else str(found.exact)) == expected["capaian_eksak"]
    assert (found.published is None) == (expected["status"] == "tidak_terdefinisi")


@pytest.mark.parametrize(("content", "case"), _cases("skala/*.json"))
def test_scale(content: dict[str, Any], case: dict[str, Any]) -> None:
    value = Fraction(case["nilai"])
    classes = [found["label"] for found in content["kelas"] if _lies_in(value, found)]
    assert classes == ([] if case["kelas"] is None else [case["kelas"]])
    assert _catalog().tables.scales[content["skala"]].classify(value) == case["kelas"]


def _lies_in(value: Fraction, found: dict[str, Any]) -> bool:
    """Say whether a value lies in a class, from what the file says alone."""
    low, high = found["dari"], found["sampai"]
    if low is not None and (
        value < Fraction(low) or (value == Fraction(low) and not found["dari_termasuk"])
    ):
        return False
    if high is None:
        return True
    return value < Fraction(high) or (value == Fraction(high) and found["sampai_termasuk"])


@pytest.mark.parametrize(("content", "case"), _of_kind("rumus"))
def test_law(content: dict[str, Any], case: dict[str, Any]) -> None:
    assert content["skema"] == "kesbang-iku/vektor-rumus/1"
    expected = dict(case["hasil"])
    if "galat" in expected:
        with pytest.raises(FormulaError) as refused:
            parse(case["rumus"])
        assert refused.value.finding.kode == expected["galat"]
        return
    found = evaluate(case["rumus"], _exact(case["variabel"]), _previous(case))
    published = expected.pop("terbit", None)
    if published is not None:
        assert isinstance(found, Fraction | Root)
        assert format(round_half_up(found, published["desimal"]), "f") == published["nilai"]
    if expected:
        assert _outcome(found) == expected


def _exact(values: dict[str, str | None]) -> dict[str, Fraction | None]:
    return {name: None if text is None else Fraction(text) for name, text in values.items()}


def _previous(case: dict[str, Any]) -> dict[str, Fraction | None] | None:
    return _exact(case["sebelumnya"]) if "sebelumnya" in case else None


def _outcome(found: object) -> dict[str, object]:
    if isinstance(found, bool):
        return {"benar": found}
    if isinstance(found, MissingVariables):
        return {"hilang": list(found.names)}
    if isinstance(found, Undefined):
        return {"tak_terdefinisi": {text: code for code, text in REASONS.items()}[found.reason]}
    return {"nilai": str(found)}


@pytest.mark.parametrize(("content", "case"), _of_kind("bulat"))
def test_rounding(content: dict[str, Any], case: dict[str, Any]) -> None:
    assert content["skema"] == "kesbang-iku/vektor-bulat/1"
    rounded = round_half_up(Fraction(case["angka"]), case["desimal"])
    assert {"terbit": format(rounded, "f")} == case["hasil"]


@pytest.mark.parametrize(("content", "case"), _of_kind("periode"))
def test_a_year_of_periods(content: dict[str, Any], case: dict[str, Any]) -> None:
    assert content["skema"] == "kesbang-iku/vektor-periode/1"
    rows = [
        {
            **{key: case[key] for key in ("kode", "tahun")},
            "wilayah": "62.71",
            "periode": period,
            "variabel": name,
            "nilai": number,
        }
        for period, numbers in case["bagian"].items()
        for name, number in numbers.items()
    ]
    years = [one for one in compute(rows, _catalog()) if one.periode == "tahunan"]
    assert [one.versi for one in years] in ([], [case["versi"]])
    values = [None if one.nilai is None else f"{one.nilai:f}" for one in years] or [None]
    assert values == [case["hasil"]["nilai"]]


@pytest.mark.parametrize(("content", "case"), _of_kind("angka"))
def test_notation(content: dict[str, Any], case: dict[str, Any]) -> None:
    assert content["skema"] == "kesbang-iku/vektor-angka/1"
    reading = read_number(
        case["teks"],
        format_angka=case.get("format_angka"),
        minimum=Fraction(case["min"]) if "min" in case else None,
        maximum=Fraction(case["maks"]) if "maks" in case else None,
        whole=case.get("bulat", False),
    )
    codes = [finding.kode for finding in reading.findings]
    if "galat" in case["hasil"]:
        assert reading.value is None
        assert codes == [case["hasil"]["galat"]]
    else:
        assert _read(reading.value) == case["hasil"]
        assert codes == case.get("temuan", [])


def _read(value: object) -> dict[str, object]:
    match value:
        case Number():
            return {"nilai": str(value.value)}
        case Range():
            return {"rentang": {"min": str(value.low), "maks": str(value.high)}}
        case Bound():
            return {"batas": {"tanda": value.op, "nilai": str(value.value)}}
        case Words():
            return {"kata": value.text}
        case Missing():
            return {"hilang": True}
        case _:
            pytest.fail(f"no outcome: {value!r}")


def test_the_readme_names_every_folder_and_outcome() -> None:
    readme = Path(FOLDER / "README.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in FOLDER.rglob("*.json")}
    named = {"nilai", "benar", "hilang", "tak_terdefinisi", "galat", "terbit", *REASONS}
    assert [name for name in (*folders, *named) if f"`{name}" not in readme] == []
