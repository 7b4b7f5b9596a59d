"""What every generated package carries: the standard as plain data, the same for each language.

Everything here is ready for JSON: texts, truth values, whole numbers, ``None``, lists, mappings.
Exact numbers are texts (``"7/2"``, ``"0"``); formulas are calls as ``formula.calls`` has them
(``["divide", ["variable", "a"], ["variable", "b"]]``), unless a language writes them its own way.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from importlib.resources import files
from typing import Any, Final

from kesbang_iku import __version__
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.holding import seldom
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.conformance.vectors import REASONS
from kesbang_iku.findings import FindingKind, Text
from kesbang_iku.findings.closed_words import spoken, spoken_all
from kesbang_iku.findings.register import kind_called
from kesbang_iku.findings.sentences import catalog as catalog_said
from kesbang_iku.findings.sentences import formula as formula_said
from kesbang_iku.findings.sentences import indicator as said
from kesbang_iku.findings.sentences import publish as publish_said
from kesbang_iku.findings.signs import OBEYED
from kesbang_iku.formula import limits, parse, variables
from kesbang_iku.formula.calls import call_name, to_calls
from kesbang_iku.formula.functions import ELSEWHERE, Function
from kesbang_iku.formula.linear import quotient
from kesbang_iku.formula.parser import (
    BINDING_POWER,
    COMPARISONS,
    CONNECTIVES,
    NEGATE_POWER,
    NOT_POWER,
)
from kesbang_iku.formula.roots import (
    MAXIMUM_DENOMINATOR_BITS,
    MAXIMUM_NESTING,
    MAXIMUM_SEPARATION_BITS,
)
from kesbang_iku.formula.tokens import (
    FOREIGN_CONNECTIVES,
    FOREIGN_OPERATOR_WORDS,
    FOREIGN_OPERATORS,
    FOREIGN_WORDS,
)
from kesbang_iku.formula.tree import BinaryOperator
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.statement import START, short_print
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Variable, has_threshold
from kesbang_iku.model.method import Method
from kesbang_iku.model.periods import PARTS
from kesbang_iku.model.record import Record
from kesbang_iku.model.scale import Scale, ScaleClass
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.number_words import WORDS
from kesbang_iku.sources.numbers import MAX_DIGITS, MAX_LENGTH, MAX_SHOWN

Content = dict[str, Any]
FormulaWriter = Callable[[str], object]
"""Makes of a formula's text what stands for it in a package."""
_NAMED: Final = re.compile(r"""['"]([A-Z_]{6,}|IKU[0-9]{3})['"]""")
LEVELS: Final[tuple[AdminLevel, ...]] = ("nasional", "provinsi", "kabupaten", "kota")


def formula_calls(text: str) -> object:
    """Return a formula of the catalog as calls."""
    return to_calls(parse(text))


def package_content(catalog: Catalog) -> Content:
    """Return everything a package computes with.

    The keys: ``pustaka`` (version of this library), ``katalog`` (``versi``, ``sidik``), ``awalan``
    (how verification strings begin), ``periode`` (kind of period to how many make a year),
    ``wilayah`` (level to its codes), what :func:`region_content` has, ``metode`` and ``skala`` by
    name, and ``definisi``, in which methods and scales are named. The sentences and words that
    reading needs are not among them: see :func:`reading_content`.
    """
    tables = catalog.tables
    return {
        "pustaka": __version__,
        "katalog": dict(catalog.identity),
        "awalan": START,
        "periode": dict(PARTS),
        "wilayah": {
            level: [region.kode for region in load_regions().values() if region.tingkat == level]
            for level in LEVELS
        },
        **region_content(),
        "metode": {name: method_data(method) for name, method in tables.methods.items()},
        "skala": {name: scale_data(scale) for name, scale in tables.scales.items()},
        "definisi": [definition_data(one) for one in catalog.definitions],
    }


def region_content() -> Content:
    """Return what is said of regions, by code.

    The keys: ``nama``; ``berdiri`` (first year, act, standing of that, and the names of the regions
    it was taken from), where the first year is known; ``bps``, by digits that mean one region to
    Kemendagri and another to the statistics office: the code of the other one.
    """
    regions = load_regions()
    return {
        "nama": {one.kode: one.nama for one in regions.values()},
        "berdiri": {
            one.kode: [
                one.berlaku.mulai,
                one.dasar_hukum or "-",
                one.kedudukan or "usulan",
                ", ".join(regions[code].nama for code in one.dari if code in regions),
            ]
            for one in regions.values()
            if one.berlaku.mulai is not None
        },
        "bps": dict(regions.doubtful()),
    }


def region_words() -> Content:
    """Return the words that :func:`region_content` is told with, in both languages."""
    return {
        "kedudukan": {name: both(text) for name, text in catalog_said.STANDINGS.items()},
        "bagian_dari": both(catalog_said.TAKEN_FROM),
    }


def with_facts(text: str, catalog: Catalog) -> str:
    """Return a text that packages carry with the facts of a catalog in its gaps: ``{{versi}}``."""
    facts = {
        "versi": __version__,
        "judul": publish_said.EXPORT_TITLE.id,
        "katalog": catalog.version,
        "sidik": catalog.identity["sidik"],
        "jumlah": str(len(catalog)),
    }
    for name, fact in facts.items():
        text = text.replace(f"{{{{{name}}}}}", fact)
    return text


def licence_text() -> str:
    """Return the licence that every package carries, which is that of this library."""
    return (files("kesbang_iku.publish.packages") / "LICENSE").read_text(encoding="utf-8")


def definition_data(indicator: Indicator) -> Content:
    """Return one definition, which names its methods and scales.

    ``kategori`` holds the scale of the value by level of government, under ``""`` the one all
    levels share; ``diperlukan`` the variables that a value asks for, ``setahun_dari`` those of the
    parts of a year that make it; ``ada`` the levels at which there is a value, and ``diestimasi``
    in words those where it is estimated; ``sidik8`` what a verification string ends with.
    ``waktu`` of a variable says how its numbers make a year
    (``jumlah``, ``terakhir``, ``tidak``); ``jarang`` how often an index is measured that has no
    value for part of a year; ``sebagian`` that a composite may be computed over a part
    of its components, which the formula does not say.
    """
    scorer = indicator.engine.scorer
    core = definition_core(indicator, formula_calls)
    frequency = seldom(indicator)
    times = [one.agregasi.waktu for one in indicator.variabel]
    return {
        **core,
        "variabel": [
            {**variable, "waktu": time}
            for variable, time in zip(core["variabel"], times, strict=True)
        ],
        "jarang": None if frequency is None else both(frequency),
        "sebagian": not can_compute(indicator),
        "rumus_teks": indicator.formula,
        "diperlukan": list(indicator.engine.needed),
        "setahun_dari": list(indicator.engine.computed_from),
        "ada": [level for level in LEVELS if indicator.exists_at(level)],
        "diestimasi": both(spoken_all(indicator.tingkat.diestimasi)),
        "berlaku": indicator.berlaku.model_dump(),
        "masa": str(indicator.berlaku),
        "kategori": _category_names(indicator),
        "capaian": scorer.single.method.nama,
        "capaian_rentang": None if scorer.ranged is None else scorer.ranged.method.nama,
        "predikat": None if scorer.scale is None else scorer.scale.nama,
        "sidik": indicator.sidik,
        "sidik8": short_print(indicator.sidik),
    }


def definition_core(indicator: Indicator, formula: FormulaWriter) -> Content:
    """Return what a definition itself says, without methods and scales.

    A released value is held against ``rumus_hitung``, whose variables are ``dihitung_dari`` in the
    order of the formula; both are ``None`` where there is none, or where it is not known what can
    stand behind its numbers.
    """
    base = (indicator.komponen.formula if indicator.komponen else indicator.rumus) or ""
    parts = _behind_release(indicator, base) if indicator.rilis and base else None
    return {
        **_told(indicator, "kode", "versi", "nama", "nama_en", "satuan"),
        "satuan_label": both(unit_words(indicator.satuan)),
        "desimal": indicator.desimal,
        "rentang": _told(indicator.rentang, "min", "maks"),
        "polaritas": indicator.polaritas,
        "polaritas_label": both(spoken(indicator.polaritas)),
        "rumus": None if indicator.formula is None else formula(indicator.formula),
        **_told(indicator, "tanpa_rumus", "rilis"),
        "rumus_hitung": None if parts is None else formula(base),
        "dihitung_dari": parts,
        "variabel": [_variable(one, indicator.engine.releases) for one in indicator.variabel],
        "aturan": [
            {
                "jika": formula(rule.ekspresi),
                "ekspresi": rule.ekspresi,
                "pesan": rule.pesan,
                "pesan_en": rule.message.en,
            }
            for rule in indicator.aturan
        ],
        "tak_terdefinisi": [
            {"jika": formula(case.jika), "alasan": case.alasan, "alasan_en": case.reason.en}
            for case in indicator.jika_tak_terdefinisi
        ],
    }


def _behind_release(indicator: Indicator, base: str) -> list[str] | None:
    """Return the variables of a formula, ``None`` where it is no sum of what was measured."""
    tree = parse(base)
    found = quotient(tree)
    counts = {name for name, one in indicator.variables_by_name.items() if one.whole}
    if found is None or not found.below.coefficients.keys() <= counts:
        return None
    return list(variables(tree))


def can_compute(indicator: Indicator) -> bool:
    """Say whether one formula computes this definition.

    It does not where a composite may be computed over a part of its components, which is one
    formula for each part.
    """
    return indicator.komponen is None or not has_threshold(indicator.komponen)


def category_scales(indicator: Indicator) -> dict[str, Scale]:
    """Return the scale of each level of region, or under ``""`` the one that all share."""
    scales = indicator.engine.tables.scales
    return {level: scales[name] for level, name in _category_names(indicator).items()}


def _category_names(indicator: Indicator) -> dict[str, str]:
    levels = indicator.kategori if isinstance(indicator.kategori, dict) else {}
    named = levels or {"": indicator.category_scale()}
    return {level: name for level, name in named.items() if name is not None}


def both(text: Text) -> dict[str, str]:
    """Return a text in both languages."""
    return {"id": text.id, "en": text.en}


def _told(record: Record, *names: str) -> Content:
    """Return what a record says under these names, exact numbers as texts."""
    held = {name: getattr(record, name) for name in names}
    return {name: str(one) if isinstance(one, Fraction) else one for name, one in held.items()}


def _entitled(record: Method | Scale | ScaleClass) -> Content:
    return {"label": record.label, "label_en": record.title.en}


def _variable(variable: Variable, releases: frozenset[str]) -> Content:
    return {
        **_told(variable, "nama", "label", "satuan"),
        "satuan_label": both(unit_words(variable.satuan)),
        **_told(variable, "minimum"),
        "maksimum": None if variable.maximum is None else str(variable.maximum),
        "bulat": variable.whole,
        "rilis": variable.nama in releases,
    }


def method_data(method: Method, formula: FormulaWriter = formula_calls) -> Content:
    """Return an achievement method: its formula, its policies, its limits, its decimals."""
    return {
        "nama": method.nama,
        **_entitled(method),
        "rumus": formula(method.rumus),
        **_told(method, "dasar", "desimal"),
        "batas": _told(method.batas, "bawah", "atas"),
        "kebijakan": [
            {
                "jika": formula(policy.jika),
                "capaian": None if policy.capaian is None else formula(policy.capaian),
                "alasan": policy.alasan,
                "alasan_en": policy.reason.en,
            }
            for policy in method.kebijakan
        ],
    }


def scale_data(scale: Scale) -> Content:
    """Return a scale: its names and its classes."""
    return {
        "nama": scale.nama,
        **_entitled(scale),
        "kelas": [
            _entitled(one) | _told(one, "dari", "dari_termasuk", "sampai", "sampai_termasuk")
            for one in scale.kelas
        ],
    }


def reading_content(tables: Tables, sources: Iterable[str]) -> Content:
    """Return what reading numbers as people write them needs, and what is said of them.

    Args:
        tables: the tables of the catalog; of them the spellings of units are taken.
        sources: what is written by hand in the other language; the findings it can make are those
            it names in quotes, as the library does, or by their codes.
    """
    named = {name for text in sources for name in _NAMED.findall(text)}
    return {
        "limits": {
            "rootDegree": limits.MAXIMUM_ROOT_DEGREE,
            "separationBits": MAXIMUM_SEPARATION_BITS,
            "denominatorBits": MAXIMUM_DENOMINATOR_BITS,
            "rootNesting": MAXIMUM_NESTING,
            "digits": MAX_DIGITS,
            "length": MAX_LENGTH,
            "shown": MAX_SHOWN,
        },
        "reader": {name: _words(found) for name, found in WORDS.items()},
        "obeyed": OBEYED.pattern,
        "reasons": {name: both(text) for name, text in REASONS.items()},
        "gives": both(said.GIVES),
        "goals": {
            name: [both(said.GOAL_FORMS[name]), both(said.GOAL_CHOICES[name])]
            for name in said.GOAL_FORMS
        },
        "units": _units(tables),
        "findings": {name: _kind(kind_called(name)) for name in sorted(named) if _is_finding(name)},
    }


def _is_finding(name: str) -> bool:
    try:
        kind_called(name)
    except AttributeError:
        return False
    return True


def language_content() -> Content:
    """Return what reading formulas needs: functions, limits, and what other languages write.

    A function's ``takes`` is ``None`` for one number or more; ``degree`` is that of its root, ``0``
    where it is the number of its arguments.
    """
    return {
        "functions": {
            one.row.spelling: {
                "call": call_name(one),
                "takes": None if one.row.takes is None else [each.name for each in one.row.takes],
                "usage": one.row.usage,
                "degree": 0 if one.row.degree(2) != one.row.degree(1) else one.row.degree(1),
            }
            for one in Function
        },
        "operators": {one.value: [call_name(one), BINDING_POWER[one]] for one in BinaryOperator},
        "comparisons": sorted(COMPARISONS),
        "connectives": sorted(CONNECTIVES),
        "powers": {"not": NOT_POWER, "negate": NEGATE_POWER},
        "elsewhere": {name: one.value for name, one in ELSEWHERE.items()},
        "writeFunction": both(formula_said.WRITE_FUNCTION),
        "thereAre": both(formula_said.THERE_ARE),
        "foreignWords": sorted(FOREIGN_WORDS),
        "foreignConnectives": dict(FOREIGN_CONNECTIVES),
        "foreignOperatorWords": dict(FOREIGN_OPERATOR_WORDS),
        "foreignOperators": dict(FOREIGN_OPERATORS),
        "most": {
            "length": limits.MAXIMUM_LENGTH,
            "depth": limits.MAXIMUM_DEPTH,
            "nodes": limits.MAXIMUM_NODES,
            "digits": limits.MAXIMUM_DIGITS,
            "decimals": limits.MAXIMUM_ROUND_DECIMALS,
        },
    }


def _words(found: Mapping[str, str] | Iterable[str] | str) -> object:
    return found if isinstance(found, Mapping | str) else sorted(found)


def _kind(kind: FindingKind) -> Content:
    return {
        "code": kind.code,
        "level": kind.level.value,
        "message": both(kind.message),
        "hint": both(kind.hint),
    }


def _units(tables: Tables) -> Content:
    return {
        "spellings": {text: unit.nama for text, unit in sorted(tables.unit_spellings.items())},
        "known": {
            unit.nama: {
                "label": unit_words(unit.nama).id,
                "fit": [one.nama for one in tables.units.values() if one.fits(unit)],
            }
            for unit in tables.units.values()
        },
    }
