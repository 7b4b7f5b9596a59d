"""Every word that the judged rules say of their bad examples, in both languages, and where.

``messages.yaml`` holds it. After a rule or its message has changed,
``python -m tests.validation.test_messages`` writes that file anew, to be read before it is kept.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.registry import ALL_RULES
from tests import messages
from tests.tree import ROOT
from tests.validation.rules.test_examples import TODAY, bad_example

_FILE: Final = ROOT / "tests" / "validation" / "messages.yaml"
_SAID: Final[dict[str, list[dict[str, Any]]]] = messages.load(_FILE)
_RULES: Final = {rule.code: rule for rule in ALL_RULES}


def said_by(code: str, katalog: iku.Catalog[iku.Indicator]) -> list[dict[str, Any]]:
    """Return what a rule says of its bad example."""
    path = bad_example(_RULES[code])
    found = validate_all([path], katalog, hari_ini=TODAY).temuan
    said = [messages.described(one) for one in found if one.kode == code]
    # Only the name of the file is the same wherever the repository lies.
    return [{key: _without_folder(value) for key, value in one.items()} for one in said]


def _without_folder(value: object) -> object:
    return value.replace(f"{ROOT}/", "") if isinstance(value, str) else value


@pytest.mark.parametrize("code", _SAID)
def test_the_rule_says(code: str, katalog: iku.Catalog[iku.Indicator]) -> None:
    assert said_by(code, katalog) == _SAID[code]


if __name__ == "__main__":
    standard = iku.load_catalog()
    said = {code: said_by(code, standard) for code in sorted(_RULES)}
    messages.write(_FILE, "What the judged rules say of their bad examples.", said)
