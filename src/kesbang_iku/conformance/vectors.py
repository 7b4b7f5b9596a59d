"""Conformance vectors: cases with their expected outcome, for implementations in any language.

Those of indicators, achievement methods and scales are made of the catalog: what an entry's worked
example states is taken as it stands (and must be what the library computes), the rest is computed.
Those of the formula language and of number notation are written by hand, and only collected here.
"""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.computing.worked import differences, indicator_example, method_example
from kesbang_iku.findings import Text, sentences
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Example
from kesbang_iku.model.method import Method, MethodExample, RangeTarget
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.source import Source
from kesbang_iku.sources.resources import vectors_root

ANSWER_SCHEMA: Final = "kesbang-iku/vektor/1"
REASONS: Final[Mapping[str, Text]] = {
    "pembagian_nol": sentences.formula.DIVISION_BY_ZERO,
    "akar_negatif": sentences.formula.ROOT_OF_NEGATIVE,
    "rata_rata_geometrik_negatif": sentences.formula.GEOMETRIC_MEAN_OF_NEGATIVE,
    "akar_terlalu_bersusun": sentences.formula.ROOTS_TOO_INVOLVED,
}
"""Why a formula may have no result, by the code that vectors call it by."""

_LAWS: Final = ("rumus", "angka", "bulat", "periode")
"""What laws are written of by hand."""
_HAIR: Final = Fraction(1, 10_000)
"""How far beside a boundary of a class a value is taken; less than any published digit."""

Content = dict[str, Any]


class VectorError(ValueError):
    """A worked example that states something else than the library computes."""


def vector_document(catalog: Catalog) -> Content:
    """Return all vectors as one document.

    Raises:
        VectorError: a worked example of the catalog is wrong.
        FileNotFoundError: the package came without the vectors written by hand.
    """
    laws = [json.loads(text) for text in law_files().values()]
    return {
        "skema": ANSWER_SCHEMA,
        "katalog": catalog.identity,
        "indikator": list(_indicators(catalog)),
        "capaian": [_method(method) for method in catalog.tables.methods.values()],
        "skala": [_scale(scale) for scale in catalog.tables.scales.values()],
        **{kind: [law for law in laws if law["jenis"] == kind] for kind in _LAWS},
    }


def vector_files(catalog: Catalog) -> dict[str, str]:
    """Return the files with the vectors made of the catalog: path to content.

    Raises:
        VectorError: a worked example of the catalog is wrong.
    """
    files = {
        f"indikator/{content['kode'].lower()}-{content['versi']}.json": file_text(content)
        for content in _indicators(catalog)
    }
    for method in catalog.tables.methods.values():
        files[f"capaian/{method.nama}.json"] = file_text(_method(method))
    for scale in catalog.tables.scales.values():
        files[f"skala/{scale.nama}.json"] = file_text(_scale(scale))
    return files


def law_files() -> dict[str, str]:
    """Return the files with the vectors written by hand: path to content.

    Raises:
        FileNotFoundError: the package came without them.
    """
    folder = vectors_root() / "laws"
    return {
        f"laws/{found.name}": found.read_text(encoding="utf-8")
        for found in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if found.name.endswith(".json")
    }


def file_text(content: Content) -> str:
    """Return vectors as the text of their file: one case a line, so that changes are seen."""
    head = {key: value for key, value in content.items() if key != "kasus"}
    lines = [f"  {_line(key)}: {_line(value)}," for key, value in head.items()]
    cases = [f"    {_line(case)}" for case in content["kasus"]]
    return "\n".join(["{", *lines, '  "kasus": [', ",\n".join(cases), "  ]", "}"]) + "\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _indicators(catalog: Catalog) -> Iterator[Content]:
    for indicator in catalog:
        if indicator.contoh:
            yield {
                "skema": "kesbang-iku/vektor-indikator/1",
                "kode": indicator.kode,
                "versi": indicator.versi,
                "nama": indicator.nama,
                "rumus": indicator.formula,
                "desimal": indicator.desimal,
                "capaian": indicator.capaian,
                "kasus": [_example(indicator, example) for example in indicator.contoh],
            }


def _example(indicator: Indicator, example: Example) -> Content:
    computed = indicator_example(indicator, example)
    _compare(example, computed, f"{indicator.kode} {indicator.versi}, {example.nama}")
    return {
        "nama": example.nama,
        "wilayah": example.wilayah,
        "tahun": example.tahun,
        "variabel": {name: str(value) for name, value in example.variabel.items()},
        "target": example.target,
        "hasil": computed,
        "tercetak": example.tercetak,
        "sumber": _source(example.sumber),
    }


def _source(source: Source) -> Content:
    return {"dokumen": source.dokumen, "letak": source.letak, "kedudukan": source.kedudukan}


def _compare(example: Example | MethodExample, computed: Content, where: str) -> None:
    for found in differences(example, computed):
        raise VectorError(f"{where}: {found.key} = {found.stated}, computed {found.computed}")


def _method(method: Method) -> Content:
    engine = MethodEngine(method)
    return {
        "skema": "kesbang-iku/vektor-capaian/1",
        **method_content(method),
        "kasus": [_method_example(engine, example) for example in method.contoh],
    }


def method_content(method: Method) -> Content:
    """Return what computes an achievement: the formula, its policies, its limits, its decimals."""
    return {
        "metode": method.nama,
        "rumus": method.rumus,
        "desimal": method.desimal,
        "batas": method.batas.model_dump(mode="json"),
        "kebijakan": [
            policy.model_dump(mode="json", include={"jika", "capaian"})
            for policy in method.kebijakan
        ],
    }


def _method_example(engine: MethodEngine, example: MethodExample) -> Content:
    target = example.target
    computed = method_example(engine, example)
    _compare(example, computed, f"{engine.method.nama}, {example.nama}")
    return {
        "nama": example.nama,
        "realisasi": str(example.realisasi),
        "target": (
            target.model_dump(mode="json") if isinstance(target, RangeTarget) else str(target)
        ),
        "hasil": computed,
        "tercetak": example.tercetak,
        "sumber": _source(example.sumber),
    }


def class_contents(scale: Scale) -> list[Content]:
    """Return what decides the class of a number: the bounds and the names of all."""
    left_out = {"label_en", "warna", "tercapai"}
    return [found.model_dump(mode="json", exclude=left_out) for found in scale.kelas]


def _scale(scale: Scale) -> Content:
    values = sorted(end + step for end in scale.ends for step in (-_HAIR, 0, _HAIR))
    return {
        "skema": "kesbang-iku/vektor-skala/1",
        "skala": scale.nama,
        "untuk": scale.untuk,
        "kelas": class_contents(scale),
        "kasus": [{"nilai": str(value), "kelas": scale.classify(value)} for value in values],
    }
