"""The conformance vectors as requests to the JavaScript engine, each with what it must answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.formula import parse
from kesbang_iku.formula.calls import to_javascript
from kesbang_iku.publish.javascript.literal import formula_code, literal
from kesbang_iku.publish.packages.content import method_data, scale_data
from tests.javascript import Request
from tests.tree import ROOT

FOLDER = ROOT / "tests" / "vectors"

Content = dict[str, Any]


class Case(NamedTuple):
    """A request, what its answer must hold, and where the case stands."""

    request: Request
    expected: object
    where: str


_NOT_ASKED = frozenset({"periode"})
"""The runtime makes no year of its periods."""


def vector_cases(catalog: iku.Catalog) -> Iterator[Case]:
    """Yield every vector, but texts that are no formula: of them there is nothing to translate."""
    for path in sorted(FOLDER.rglob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        kind = content["skema"].removeprefix("kesbang-iku/vektor-").partition("/")[0]
        for number, case in enumerate(content["kasus"]):
            where = f"{path.relative_to(FOLDER)}, {number}"
            if kind in _NOT_ASKED or ("galat" in case.get("hasil", {}) and kind == "rumus"):
                continue
            yield Case(*_MAKERS[kind](content, case, catalog), where)


def _formula(_content: Content, case: Content, _catalog: iku.Catalog) -> tuple[Request, object]:
    expected = dict(case["hasil"])
    published = expected.pop("terbit", None)
    if published is not None:
        expected["terbit"] = published["nilai"]
    request = {
        "jenis": "rumus",
        "kode": to_javascript(parse(case["rumus"])),
        "variabel": case["variabel"],
        "sebelumnya": case.get("sebelumnya"),
        "desimal": None if published is None else published["desimal"],
    }
    return request, expected


def _rounded(_content: Content, case: Content, catalog: iku.Catalog) -> tuple[Request, object]:
    published = {"terbit": {"desimal": case["desimal"], "nilai": case["hasil"]["terbit"]}}
    asked = {"rumus": "a", "variabel": {"a": case["angka"]}, "hasil": published}
    return _formula(_content, asked, catalog)


def _number(_content: Content, case: Content, _catalog: iku.Catalog) -> tuple[Request, object]:
    request = {
        "jenis": "angka",
        "teks": case["teks"],
        "format": case.get("format_angka"),
        "min": case.get("min"),
        "maks": case.get("maks"),
        "bulat": case.get("bulat", False),
    }
    expected = dict(case["hasil"])
    if "galat" in expected:
        return request, {"galat": [expected["galat"]]}
    return request, {**expected, "temuan": case.get("temuan", [])}


def _indicator(content: Content, case: Content, _catalog: iku.Catalog) -> tuple[Request, object]:
    region = load_regions().get(case["wilayah"]) if case["wilayah"] else None
    request = {
        "jenis": "indikator",
        "kode": content["kode"],
        "versi": content["versi"],
        "variabel": case["variabel"],
        "eksak": True,
        "target": case["target"],
        "tingkat": region.tingkat if region else None,
        "format": None,
    }
    return request, case["hasil"]


def _achievement(content: Content, case: Content, catalog: iku.Catalog) -> tuple[Request, object]:
    target = case["target"]
    goal = (
        {"target": target}
        if isinstance(target, str)
        else {"target_min": target["min"], "target_maks": target["maks"]}
    )
    method = method_data(catalog.tables.methods[content["metode"]], formula_code)
    request = {
        "jenis": "capaian",
        "metode": f"({literal(method)})",
        "masukan": {"realisasi": case["realisasi"], **goal},
    }
    return request, case["hasil"]


def _scale(content: Content, case: Content, catalog: iku.Catalog) -> tuple[Request, object]:
    scale = scale_data(catalog.tables.scales[content["skala"]])
    request = {"jenis": "skala", "skala": f"({literal(scale)})", "nilai": case["nilai"]}
    return request, case["kelas"]


_MAKERS = {
    "rumus": _formula,
    "angka": _number,
    "bulat": _rounded,
    "indikator": _indicator,
    "capaian": _achievement,
    "skala": _scale,
}


def differs(expected: object, answer: object) -> bool:
    """Say whether an answer lacks what was expected; it may hold more."""
    if not isinstance(expected, dict) or not isinstance(answer, dict):
        return expected != answer
    return any(answer.get(key) != value for key, value in expected.items())
