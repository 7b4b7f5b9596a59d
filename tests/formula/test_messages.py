"""Every word that is said about a wrong formula, in both languages, and the columns it points at.

``messages.yaml`` holds them as people read them, and ``python -m tests.formula.test_messages``
writes it anew, to be read before it is kept.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import pytest

from kesbang_iku.findings import Finding
from kesbang_iku.formula import FormulaError, Unit, check, parse
from kesbang_iku.formula.checking import Declaration
from tests import messages
from tests.tree import ROOT

_FILE: Final = ROOT / "tests" / "formula" / "messages.yaml"
_UNITS: Final = {
    "orang": Unit("orang", (("orang", 1),), Fraction(1), aditif=True),
    "kasus": Unit("kasus", (("kasus", 1),), Fraction(1), aditif=True),
    "rupiah": Unit("rupiah", (("rupiah", 1),), Fraction(1), aditif=True),
    "juta": Unit("juta rupiah", (("rupiah", 1),), Fraction(1, 10**6), aditif=True),
    "persen": Unit("persen", (), Fraction(100)),
    "indeks": Unit("indeks", (("indeks", 1),), Fraction(1)),
}
_ZERO: Final = Fraction(0)
_DECLARED: Final = {
    "selesai": Declaration(_UNITS["kasus"], _ZERO, whole=True),
    "konflik": Declaration(_UNITS["kasus"], _ZERO, whole=True),
    "penduduk": Declaration(_UNITS["orang"], _ZERO, whole=True),
    "anggaran": Declaration(_UNITS["rupiah"], _ZERO),
    "anggaran_juta": Declaration(_UNITS["juta"], _ZERO),
    "persentase": Declaration(_UNITS["persen"], _ZERO, Fraction(100)),
    "skor": Declaration(_UNITS["indeks"], _ZERO, Fraction(100)),
    "nilai": Declaration(_UNITS["indeks"], _ZERO, Fraction(100)),
    "selisih": Declaration(_UNITS["indeks"], Fraction(-5), Fraction(5)),
    "turun": Declaration(_UNITS["indeks"], Fraction(-5), Fraction(-1)),
}
_RESULTS: Final = {
    "persen": Declaration(_UNITS["persen"], _ZERO, Fraction(100)),
    "indeks": Declaration(_UNITS["indeks"], _ZERO, Fraction(100)),
    "kasus": Declaration(_UNITS["kasus"], _ZERO, whole=True),
    "juta": Declaration(_UNITS["juta"], _ZERO),
    "tinggi": Declaration(_UNITS["indeks"], Fraction("100.5"), Fraction("120.5")),
}

_CASES: Final[list[dict[str, Any]]] = messages.load(_FILE)


def said_of(text: str, result: str | None) -> list[Finding]:
    """Return what is found in a formula over the variables declared above."""
    try:
        tree = parse(text)
    except FormulaError as error:
        return [error.finding]
    declared = None if result is None else _RESULTS[result]
    return check(tree, _DECLARED, result=declared, unused_allowed=_DECLARED)


def written(finding: Finding) -> dict[str, Any]:
    """Return a finding as the file has it, with both ends of its columns."""
    return messages.described(finding) | {"sampai": finding.place.kolom_akhir}


@pytest.mark.parametrize("case", _CASES, ids=range(len(_CASES)))
def test_it_is_said_of_the_formula(case: dict[str, Any]) -> None:
    said = [written(finding) for finding in said_of(case["rumus"], case.get("hasil"))]
    assert said == case["temuan"]


if __name__ == "__main__":
    for case in _CASES:
        case["temuan"] = [written(one) for one in said_of(case["rumus"], case.get("hasil"))]
    messages.write(_FILE, "What is said of wrong formulas.", _CASES)
