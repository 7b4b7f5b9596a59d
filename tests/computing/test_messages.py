"""Every word that is said of numbers in reports, in both languages, and where it points.

The reports are the examples that break one rule each; ``messages.yaml`` holds what people read. A
change of a message or of an example is a change of that file.
"""

from __future__ import annotations

from typing import Any, Final

import pytest
import yaml

import kesbang_iku as iku
from tests.tree import ROOT

_FOLDER: Final = ROOT / "examples" / "temuan"
_FILE: Final = ROOT / "tests" / "computing" / "messages.yaml"
_SAID: Final[dict[str, list[dict[str, Any]]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def said_of(name: str, katalog: iku.Catalog[iku.Indicator]) -> list[dict[str, Any]]:
    """Return what computing finds in an example, as the file has it."""
    content = (_FOLDER / name).read_bytes()
    results = iku.compute(iku.read_reports(content, name=name), katalog)
    assert {found.berkas for found in results.findings} <= {name}
    return [
        {
            "kode": found.kode,
            "baris": found.baris,
            "kolom": found.kolom,
            "nilai": found.nilai,
            "id": f"{found.message('id')} | {found.hint('id')}",
            "en": f"{found.message('en')} | {found.hint('en')}",
        }
        for found in results.findings
    ]


@pytest.mark.parametrize("name", _SAID)
def test_it_is_said_of_the_report(name: str, katalog: iku.Catalog[iku.Indicator]) -> None:
    assert said_of(name, katalog) == _SAID[name]
