"""The files of the catalog as any reader of YAML takes them."""

from __future__ import annotations

from typing import Final

import pytest

from kesbang_iku.sources.yaml_reader import read_yaml
from tests.tree import ROOT

CATALOG: Final = ROOT / "catalog"
FILES: Final = sorted(path.relative_to(CATALOG).as_posix() for path in CATALOG.rglob("*.yaml"))


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_the_same_to_every_reader(name: str) -> None:
    text = (CATALOG / name).read_text(encoding="utf-8")
    assert read_yaml(text, name)[1] == []
