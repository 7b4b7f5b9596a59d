"""Every word that the judged rules say of their bad examples, in both languages, and where.

The same for wrong configurations and baselines. ``messages.yaml`` and ``settings.yaml`` hold it;
after a rule or its message has changed,
``python -m tests.validation.test_messages`` writes them anew, to be read before they are kept.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.baseline import read_baseline
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.configuration import parse_configuration
from tests import messages
from tests.tree import ROOT
from tests.validation.every_rule import ALL_RULES
from tests.validation.rules.test_examples import TODAY, bad_example

_FILE: Final = ROOT / "tests" / "validation" / "messages.yaml"
_SAID: Final[dict[str, list[dict[str, Any]]]] = messages.load(_FILE)
_SETTINGS_FILE: Final = _FILE.with_name("settings.yaml")
_SETTINGS: Final[list[dict[str, Any]]] = messages.load(_SETTINGS_FILE)
_RULES: Final = {rule.code: rule for rule in ALL_RULES}


def said_by(code: str, katalog: iku.Catalog) -> list[dict[str, Any]]:
    """Return what a rule says of its bad example."""
    path = bad_example(_RULES[code])
    found = validate_all([path], katalog, hari_ini=TODAY).temuan
    said = [messages.described(one) for one in found if one.kode == code]
    # Only the name of the file is the same wherever the repository lies.
    return [{key: _without_folder(value) for key, value in one.items()} for one in said]


def said_of_settings(text: str) -> list[dict[str, Any]]:
    """Return what is said of a configuration, or of a baseline where the text is JSON."""
    if text.startswith("{"):
        found = read_baseline(text.encode())[1]
    else:
        found = parse_configuration(text, "kesbang-iku.toml")[1]
    assert {one.berkas for one in found} <= {"-", "kesbang-iku.toml"}
    return [messages.described(one) for one in found]


def _without_folder(value: object) -> object:
    return value.replace(f"{ROOT}/", "") if isinstance(value, str) else value


@pytest.mark.parametrize("code", _SAID)
def test_the_rule_says(code: str, katalog: iku.Catalog) -> None:
    assert said_by(code, katalog) == _SAID[code]


@pytest.mark.parametrize("case", _SETTINGS, ids=range(len(_SETTINGS)))
def test_it_is_said_of_the_settings(case: dict[str, Any]) -> None:
    assert said_of_settings(case["isi"]) == case["temuan"]


if __name__ == "__main__":
    standard = iku.load_catalog()
    said = {code: said_by(code, standard) for code in sorted(_RULES)}
    messages.write(_FILE, "What the judged rules say of their bad examples.", said)
    for case in _SETTINGS:
        case["temuan"] = said_of_settings(case["isi"])
    messages.write(_SETTINGS_FILE, "What is said of configurations and baselines.", _SETTINGS)
