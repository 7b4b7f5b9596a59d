"""The standard and its calculator as a Composer package for PHP."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings.sentences import computing as computing_said
from kesbang_iku.findings.sentences import indicator as indicator_said
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.packages.content import (
    both,
    language_content,
    licence_text,
    package_content,
    reading_content,
    region_words,
    with_facts,
)
from kesbang_iku.publish.sql.coefficients import NotLinearError, WholeSum, coefficients_of, units_of

_OBEYED: Final = re.compile(r"[\x00-\x1f\x7f-\uffff]")


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the files of the package; the same catalog gives the same bytes."""
    content = package_content(catalog)
    definitions = content.pop("definisi")
    own = files("kesbang_iku.publish.packages") / "php"
    written = dict(_texts(own))
    for name in ("composer.json", "README.md"):
        written[name] = with_facts(written[name], catalog)
    coefficients = {(one.kode, one.versi): _coefficients(one) for one in catalog.definitions}
    return {
        "composer.json": written.pop("composer.json"),
        **written,
        "LICENSE": licence_text(),
        "data/katalog.php": _php({**content, "definisi": _versions(definitions)}),
        "data/bacaan.php": _php(_reading(catalog, written.values())),
        **{
            f"data/definisi/{one['kode']}@{one['versi']}.php": _php(
                {**one, "koefisien": coefficients[one["kode"], one["versi"]]}
            )
            for one in definitions
        },
    }


def _texts(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the files that are written by hand, in an order of their own: path and text."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = path + entry.name
        if entry.is_dir():
            yield from _texts(entry, f"{name}/")
        else:
            yield name, entry.read_text(encoding="utf-8")


def _versions(definitions: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the years of each version by code, the newest last."""
    found: dict[str, dict[str, list[int | None]]] = {}
    for one in definitions:
        years = one["berlaku"]
        found.setdefault(one["kode"], {})[one["versi"]] = [years["mulai"], years["selesai"]]
    return found


def _reading(catalog: Catalog, sources: Iterable[str]) -> Mapping[str, Any]:
    """Return the words and sentences that the package needs."""
    found = reading_content(catalog.tables, sources)
    return {
        **found,
        "obeyed": _OBEYED.sub(lambda sign: f"\\x{{{ord(sign[0]):04x}}}", found["obeyed"]),
        "language": language_content(),
        "kata": {
            **{name: both(text) for name, text in said.PACKAGE_ERRORS.items()},
            **region_words(),
            "sebagian_variabel": both(computing_said.SOME_NUMBERS),
            "tidak_menurut_waktu": both(computing_said.NOT_OVER_TIME),
        },
        "capaian": {
            "kelas": indicator_said.CLASS_TARGET.id,
            "hanya_kelas": indicator_said.ONLY_CLASS.id,
            "rentang": indicator_said.NO_RANGES.id,
            "tanpa_nilai": indicator_said.THERE_IS_NO_VALUE_TO.id,
        },
    }


def _coefficients(indicator: Indicator) -> Mapping[str, Any] | None:
    """Return a formula as two sums in whole numbers, ``None`` where it is no such.

    Each sum holds by variable its coefficient, and how many units of that the variable has to 1.
    """
    if indicator.formula is None:
        return None
    try:
        found = coefficients_of(indicator)
    except NotLinearError:
        return None
    above, below = found.factors
    places = 10 ** (indicator.desimal * (2 if found.root else 1))
    return {
        "atas": _sum(found.above, indicator),
        "tetap_atas": found.above.constant,
        "bawah": _sum(found.below, indicator),
        "tetap_bawah": found.below.constant,
        "faktor": [above, below * places],
        "kali": found.product,
        "akar": found.root,
    }


def _sum(total: WholeSum, indicator: Indicator) -> Mapping[str, list[int]]:
    return {
        name: [weight, units_of(indicator.variables_by_name[name])]
        for name, weight in total.coefficients.items()
        if name
    }


def _php(content: Mapping[str, Any]) -> str:
    """Return plain data as a file that PHP reads as an array, spoken in Indonesian."""
    lines = [f"    {_literal(key)} => {_literal(part)}," for key, part in _spoken(content).items()]
    return "\n".join(["<?php", "", "return [", *lines, "];", ""])


def _spoken(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return data without what it says in English; names stay in both languages."""
    return {
        key: _in_one_language(part)
        for key, part in content.items()
        if not key.endswith("_en") or key == "nama_en"
    }


def _in_one_language(part: object) -> object:
    match part:
        case {"id": spoken, "en": _, **rest} if not rest:
            return spoken
        case Mapping():
            return _spoken(part)
        case list():
            return [_in_one_language(one) for one in part]
        case _:
            return part


def _literal(value: object) -> str:
    """Return a value as PHP writes it; texts in single quotes, in which nothing is obeyed."""
    match value:
        case None | bool():
            return str(value).lower().replace("none", "null")
        case int():
            return str(value)
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case Mapping():
            pairs = (f"{_literal(key)} => {_literal(part)}" for key, part in value.items())
            return f"[{', '.join(pairs)}]"
        case Sequence():
            return f"[{', '.join(map(_literal, value))}]"
        case _:
            raise TypeError(type(value).__name__)
