"""What rules cannot judge, and why, in both languages: neither right nor wrong, and never silent.

``unjudged.yaml`` holds files, each with what was not judged of it, and
``python -m tests.validation.rules.test_unjudged`` writes the latter anew, to be read before it is
kept.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all
from tests import messages
from tests.tree import ROOT
from tests.validation.rules.test_examples import TODAY

_FILE: Final = ROOT / "tests" / "validation" / "rules" / "unjudged.yaml"
_CASES: Final[dict[str, dict[str, Any]]] = messages.load(_FILE)


def unjudged_of(text: str, katalog: iku.Catalog) -> list[str]:
    """Return what was not judged of a file, a line for each rule and reason."""
    found = validate_all([text.encode()], katalog, hari_ini=TODAY).tidak_dinilai
    assert {one.berkas for one in found} <= {"-"}
    return sorted(f"{one.kode} {one.alasan.id} | {one.alasan.en} ({one.jumlah})" for one in found)


@pytest.mark.parametrize("name", _CASES)
def test_what_is_not_judged_says_why(name: str, katalog: iku.Catalog) -> None:
    case = _CASES[name]
    assert unjudged_of(case["isi"], katalog) == case["tidak_dinilai"]


if __name__ == "__main__":
    standard = iku.load_catalog()
    for case in _CASES.values():
        case["tidak_dinilai"] = unjudged_of(case["isi"], standard)
    messages.write(_FILE, "What rules cannot judge of these files.", _CASES)
