"""The alignment index as a person with its printed tables and a pencil gets it.

Nothing of the library computes here: numbers are read off the page, and are plain fractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.cli.conftest import Run
from tests.tree import ROOT

_TERM: Final = re.compile(r"([a-z]+)? ?(\d+)/(\d+)")
_ADOPTED, _LINKED = "adopsi", "berpaut"
_LABELS: Final = {
    "diarahkan pusat": _ADOPTED,
    "dinyatakan lokal": _LINKED,
    "nama standar": "nama",
    "satuan standar": "satuan",
    "rumus standar": "rumus",
    "arah standar": "arah",
    "tingkat yang": "tingkat",
    "target yang": "target",
    "desimal standar": "desimal",
}
"""What the second table calls the terms of the first."""
_ALONE: Final = """\
jenis: rencana
wilayah: "62.71"
item: [{nama: Jumlah LSM yang terdaftar}]
"""
_MIXED: Final = """\
jenis: rencana
wilayah: "33.74"
item:
  - {nama: Indeks Kewaspadaan Nasional, satuan: "%"}
  - {nama: Persentase Penyelesaian Konflik Sosial, satuan: kasus, polaritas: minimalkan}
  - {nama: Jumlah Forum Kerukunan yang dibina pemerintah}
"""

Shares = Mapping[str, tuple[int, int]]


class _Printed(NamedTuple):
    """What the page says: of all plans, of each, of what is lost, and of what lifts."""

    mean: str
    plans: list[list[str]]
    losses: list[list[str]]
    changes: list[list[str]]


def _tables(text: str) -> Iterator[list[list[str]]]:
    """Yield the rows of each table; what is wrapped is put together."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("──"):
            continue
        starts = [found.start() for found in re.finditer("─+", line)]
        ends = [*starts[1:], None]
        rows: list[list[str]] = []
        for below in lines[number + 1 :]:
            cells = [below[start:end].strip() for start, end in zip(starts, ends, strict=True)]
            if not below.strip() or below.startswith("Suku dan"):
                break
            if cells[0]:
                rows.append(cells)
            else:
                rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        yield rows


@pytest.fixture
def printed(run: Run, tmp_path: Path) -> _Printed:
    for name, text in {"sendiri.yaml": _ALONE, "campur.yaml": _MIXED}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    plans = [ROOT / "examples/rencana", ROOT / "tests/alignment/rencana", tmp_path]
    out = run("align", *map(str, plans), "--indeks", "--quiet").out
    mean = re.search(r"^Indeks Keselarasan (\S+)", out)
    assert mean is not None
    rows, losses, changes, *_ = _tables(out)
    return _Printed(mean[1], rows, losses, changes)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def _to_print(value: Fraction) -> str:
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return f"{hundredths // 100},{hundredths % 100:02}"


def _weights(printed: _Printed) -> dict[str, Fraction]:
    found = {}
    for label, weight, *_ in printed.losses:
        (name,) = {name for said, name in _LABELS.items() if said in label}
        found[name] = _number(weight)
    assert sum(found.values()) == 1
    return found


def _shares(row: list[str], names: Mapping[str, Fraction]) -> Shares:
    _, _, adopted, linked, alike, _ = row
    named = {kind: (int(a), int(b)) for kind, a, b in _TERM.findall(alike)}
    named["arah"] = named.pop("polaritas", named.get("arah", (-1, -1)))
    if named["arah"] == (-1, -1):
        del named["arah"]
    others = named.pop("lain", named.pop("", (0, 0)))
    found = {}
    for name in names:
        terms = {_ADOPTED: adopted, _LINKED: linked}
        term = _TERM.fullmatch(terms[name]) if name in terms else None
        found[name] = (int(term[2]), int(term[3])) if term else named.get(name, others)
    return found


def _index(shares: Shares, weights: Mapping[str, Fraction]) -> Fraction:
    """Return the mean of the shares that have something to count, by their weights."""
    counted = {name: Fraction(*share) for name, share in shares.items() if share[1]}
    whole = sum((weights[name] for name in counted), Fraction(0))
    return sum((100 * weights[name] * part for name, part in counted.items()), Fraction(0)) / whole


def _lost(shares: Shares, weights: Mapping[str, Fraction], name: str) -> Fraction:
    whole = sum((weights[one] for one, share in shares.items() if share[1]), Fraction(0))
    return (
        100 * weights[name] / whole * (1 - Fraction(*shares[name]))
        if shares[name][1]
        else whole * 0
    )


def _adopted(shares: Shares) -> Shares:
    """Return the shares with one more indicator, adopted as the standard has it."""
    return {
        name: (have + 1, of if name == _ADOPTED else of + 1) for name, (have, of) in shares.items()
    }


def _mended(shares: Shares, name: str, count: int) -> Shares:
    return {**shares, name: (shares[name][0] + count, shares[name][1])}


def test_every_index_and_their_mean_follow_from_the_printed_shares(printed: _Printed) -> None:
    weights = _weights(printed)
    exact = [_index(_shares(row, weights), weights) for row in printed.plans]
    assert len(exact) == 16
    assert [_to_print(one) for one in exact] == [row[1] for row in printed.plans]
    assert _to_print(sum(exact, Fraction(0)) / len(exact)) == printed.mean


def test_what_each_kind_costs_follows_from_the_printed_shares(printed: _Printed) -> None:
    weights = _weights(printed)
    plans = [_shares(row, weights) for row in printed.plans]
    lost = {}
    for (label, _, count, points), name in zip(printed.losses, weights, strict=True):
        lost[name] = sum((_lost(one, weights, name) for one in plans), Fraction(0)) / len(plans)
        assert _to_print(lost[name]) == points, label
        assert sum(of - have for have, of in (one[name] for one in plans)) == int(count), label
    mean = sum((_index(one, weights) for one in plans), Fraction(0)) / len(plans)
    assert 100 - mean == sum(lost.values())


def test_the_single_change_of_each_plan_is_the_one_that_lifts_most(printed: _Printed) -> None:
    weights = _weights(printed)
    for row in printed.plans:
        shares = _shares(row, weights)
        before = _index(shares, weights)
        missing = shares[_ADOPTED][1] - shares[_ADOPTED][0]
        after = [_index(_adopted(shares), weights)] if missing else []
        after += [
            _index(_mended(shares, name, 1), weights)
            for name, (have, of) in shares.items()
            if name != _ADOPTED and have < of
        ]
        lift = max(after, default=before) - before
        assert row[5].rpartition("+")[2] == (_to_print(lift) if lift else ""), row


def test_what_a_change_of_all_plans_lifts_follows_from_the_printed_shares(
    printed: _Printed,
) -> None:
    weights = _weights(printed)
    plans = [_shares(row, weights) for row in printed.plans]
    seen = set()
    for said, count, number, points in printed.changes:
        kind = said.rpartition(" ")[2] if said.startswith("betulkan") else _LINKED
        kind = {"polaritas": "arah"}.get(kind, kind)
        if said.startswith("pakai"):
            # Which plans lack it is not printed: any so many of those that lack one may be meant.
            lifts = [
                _index(_adopted(one), weights) - _index(one, weights)
                for one in plans
                if one[_ADOPTED][0] < one[_ADOPTED][1]
            ]
            sums = {
                _to_print(sum(some, Fraction(0)) / len(plans))
                for some in combinations(lifts, int(number))
            }
            assert points in sums, said
            continue
        failing = {at: one[kind][1] - one[kind][0] for at, one in enumerate(plans)}
        lift = sum(
            (
                _index(_mended(plans[at], kind, missing), weights) - _index(plans[at], weights)
                for at, missing in failing.items()
            ),
            Fraction(0),
        )
        assert (sum(failing.values()), sum(map(bool, failing.values()))) == (
            int(count),
            int(number),
        )
        assert _to_print(lift / len(plans)) == points, said
        seen.add(kind)
    failing_kinds = {name for one in plans for name, (have, of) in one.items() if have < of}
    assert seen == failing_kinds - {_ADOPTED}
