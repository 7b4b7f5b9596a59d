"""Random years in parts, and what the library makes of each: what packages are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from random import Random
from typing import Any, Final, NamedTuple

import kesbang_iku as iku
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.periods import PARTS, Period

YEAR: Final[Mapping[str, int | str]] = {"wilayah": "62.71", "tahun": 2025}
"""Where and when the numbers are of."""


class RandomYear(NamedTuple):
    """The numbers of the periods of one year, and the value of the whole, if it has one."""

    kode: str
    parts: dict[str, dict[str, int]]
    due: str | None


def random_years(katalog: iku.Catalog, count: int, *, seed: int) -> Iterator[RandomYear]:
    """Yield years of indicators that a city has."""
    draw = Random(seed)
    there = [one for one in katalog if one.exists_at("kota") and one.berlaku.selesai is None]
    for _ in range(count):
        indicator = draw.choice(there)
        parts = _parts(draw, indicator)
        rows = [
            {**YEAR, "kode": indicator.kode, "periode": period, "variabel": name, "nilai": number}
            for period, numbers in parts.items()
            for name, number in numbers.items()
        ]
        whole = [one for one in iku.compute(rows, katalog) if one.periode == "tahunan"]
        due = f"{whole[0].nilai:f}" if whole and whole[0].nilai is not None else None
        yield RandomYear(indicator.kode, parts, due)


def _parts(draw: Random, indicator: Indicator) -> dict[str, dict[str, int]]:
    """Return the numbers of the periods of a year, now and then not of all, or of two kinds."""
    kinds = draw.sample([*PARTS], draw.choice((1, 1, 2)))
    share = 0.97 if len(kinds) == 1 else draw.choice((0.97, 0.6))
    until = [one for one in ("sd-triwulan-4", "sd-triwulan-2") if draw.random() < 0.1]
    names = [one.nama for one in indicator.variabel if one.jenis != "rilis"]
    written = [
        Period(kind, number).written for kind in kinds for number in range(1, PARTS[kind] + 1)
    ]
    return {
        period: dict(zip(names, sorted(draw.choices(range(100), k=len(names))), strict=True))
        for period in (*written, *until)
        if draw.random() < share
    }


_Parts = Mapping[str, Mapping[str, int | str | None]]


class ToldYear(NamedTuple):
    """The numbers of the periods of a year as somebody types them, and what is to be said of them.

    Attributes:
        kode: the indicator.
        parts: the numbers, by period.
        due: the codes of all findings, each with the period it is told of; ``-`` for the year.
        about: where and when, and the target of the year.
    """

    kode: str
    parts: _Parts
    due: str
    about: Mapping[str, int | str] = YEAR


def _quarters(third: Mapping[str, int | str | None] | None = None, lacks: str = "") -> _Parts:
    alike: Mapping[str, int | str | None] = {"konflik_diselesaikan": 1, "konflik": 2}
    parts = {f"triwulan-{number}": alike for number in (1, 2, 3, 4)}
    parts |= {} if third is None else {"triwulan-3": third}
    return {period: numbers for period, numbers in parts.items() if period != lacks}


def _thirds(release: int | str) -> _Parts:
    numbers: Mapping[str, int | str | None] = {"aksi_terlaksana": 1, "aksi_direncanakan": 2}
    parts = {f"caturwulan-{number}": numbers for number in (1, 2, 3)}
    return {**parts, "caturwulan-3": {**numbers, "nilai_rilis": release}}


_DONE, _ALL, _SHARE = "konflik_diselesaikan", "konflik", "KBP-WAS-02"
_UNPOINTED: Final = {**YEAR, "wilayah": "6271"}
TOLD_YEARS: Final = {
    "nothing is odd": ToldYear(_SHARE, _quarters(), ""),
    "a code without its point, of a whole year": ToldYear(
        _SHARE, _quarters(), "- IKU303", _UNPOINTED
    ),
    "a code without its point, of a part of a year": ToldYear(
        _SHARE, _quarters(lacks="triwulan-3"), "- IKU303, - IKU454", _UNPOINTED
    ),
    "a quarter that breaks a rule": ToldYear(
        _SHARE, _quarters({_DONE: 3, _ALL: 2}), "triwulan-3 IKU405, - IKU454"
    ),
    "a number that may mean two": ToldYear(
        _SHARE, _quarters({_DONE: "1", _ALL: "1.234"}), "triwulan-3 IKU052"
    ),
    "a number with another unit": ToldYear(
        _SHARE, _quarters({_DONE: "1", _ALL: "3 orang"}), "triwulan-3 IKU447, - IKU454"
    ),
    "no number": ToldYear(
        _SHARE, _quarters({_DONE: "1", _ALL: "abc"}), "triwulan-3 IKU406, - IKU454"
    ),
    "a quarter that misses a number": ToldYear(
        _SHARE, _quarters({_ALL: 2}), "triwulan-3 IKU401, - IKU454"
    ),
    "a target beyond the scale, of a whole year": ToldYear(
        _SHARE, _quarters(), "- IKU451", {**YEAR, "target": 150}
    ),
    "a target beyond the scale, of a part of a year": ToldYear(
        _SHARE, _quarters(lacks="triwulan-3"), "- IKU451, - IKU454", {**YEAR, "target": 150}
    ),
    "a target that is none, of a part of a year": ToldYear(
        _SHARE, _quarters(lacks="triwulan-1"), "- IKU450, - IKU454", {**YEAR, "target": "abc"}
    ),
    "an index that makes no year": ToldYear(
        "KBP-UMM-01",
        {"semester-1": {f"u{number}": 3 for number in range(1, 10)}},
        "- IKU465",
        {**YEAR, "target": 80},
    ),
    "a release that its counts do not give": ToldYear(
        "KBP-WAS-11", _thirds("84,29"), "caturwulan-3 IKU408"
    ),
}
"""Each with what a person finds who reads what is said of such a period, or of a year."""


def library_says(katalog: iku.Catalog, one: ToldYear) -> set[tuple[str, str, str]]:
    """Return the findings of the library: of which period, the code and the sentence."""
    about = {name: one.about[name] for name in YEAR}
    rows: list[dict[str, object]] = [
        {**about, "kode": one.kode, "periode": period, **numbers}
        for period, numbers in one.parts.items()
    ]
    if "target" in one.about:
        target = one.about["target"]
        rows.append({**about, "kode": one.kode, "periode": "tahunan", "target": target})
    results = iku.compute(rows, katalog)
    found = [("tahunan", each) for each in results.temuan]
    found += [(result.periode, each) for result in results for each in result.temuan]
    return {
        ("-" if period == "tahunan" else period, each.kode, each.pesan) for period, each in found
    }


def says(answer: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return the same of an answer of a package."""
    return [(one.get("periode", "-"), one["kode"], one["pesan"]) for one in answer["temuan"]]


def codes(found: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return the findings without their sentences, as ``due`` tells them."""
    return sorted(f"{period} {code}" for period, code, _ in found)
