"""What single rules say of cases that their examples leave open, in both languages, and where.

``cases.yaml`` holds each case as a file and the code of the rule it is about, with what is found;
``python -m tests.validation.rules.test_cases`` writes the latter anew, to be read before it is
kept.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import kinds
from kesbang_iku.sources.reading import open_source
from kesbang_iku.validation.check import validate_all
from tests import messages
from tests.tree import ROOT
from tests.validation.rules.test_examples import TODAY

_FILE: Final = ROOT / "tests" / "validation" / "rules" / "cases.yaml"
_CASES: Final[dict[str, dict[str, Any]]] = messages.load(_FILE)


def said_of(case: dict[str, Any], katalog: iku.Catalog) -> list[dict[str, Any]]:
    """Return what the rule of a case finds, as the file has it."""
    found = validate_all([case["isi"].encode()], katalog, hari_ini=TODAY).temuan
    return [messages.described(one) for one in found if one.kode == case["aturan"]]


@pytest.mark.parametrize("name", _CASES)
def test_the_rule_says(name: str, katalog: iku.Catalog) -> None:
    assert said_of(_CASES[name], katalog) == _CASES[name]["temuan"]


def test_no_rule_breaks_over_all_cases_together(katalog: iku.Catalog) -> None:
    opened = [open_source(case["isi"].encode(), name=name)[0] for name, case in _CASES.items()]
    found = validate_all([one for one in opened if one is not None], katalog, hari_ini=TODAY)
    assert found.berkas == len(_CASES)
    assert [one.pesan for one in found.temuan if one.kode == kinds.RULE_FAILED.code] == []


if __name__ == "__main__":
    standard = iku.load_catalog()
    for case in _CASES.values():
        case["temuan"] = said_of(case, standard)
    messages.write(_FILE, "What single rules say of cases that their examples leave open.", _CASES)
