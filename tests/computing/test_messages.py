"""Every word that is said of numbers in reports, in both languages, and where it points.

The reports are the examples that break one rule each; ``messages.yaml`` holds what people read, and
``python -m tests.computing.test_messages`` writes it anew, to be read before it is kept.
"""

from __future__ import annotations

from typing import Any, Final

import pytest

import kesbang_iku as iku
from tests import messages
from tests.tree import ROOT

_FOLDER: Final = ROOT / "examples" / "temuan"
_FILE: Final = ROOT / "tests" / "computing" / "messages.yaml"
_SAID: Final[dict[str, list[dict[str, Any]]]] = messages.load(_FILE)


def said_of(name: str, katalog: iku.Catalog) -> list[dict[str, Any]]:
    """Return what computing finds in an example, as the file has it."""
    content = (_FOLDER / name).read_bytes()
    results = iku.compute(iku.read_reports(content, name=name), katalog)
    assert {found.berkas for found in results.semua_temuan} <= {name}
    return [messages.described(found) for found in results.semua_temuan]


@pytest.mark.parametrize("name", _SAID)
def test_it_is_said_of_the_report(name: str, katalog: iku.Catalog) -> None:
    assert said_of(name, katalog) == _SAID[name]


if __name__ == "__main__":
    standard = iku.load_catalog()
    said = {name: said_of(name, standard) for name in _SAID}
    messages.write(_FILE, "What computing says of the examples in examples/temuan.", said)
