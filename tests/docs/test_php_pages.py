"""The pages and the README of the package for PHP show what happens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.publish.packages.php import program, written
from tests.scratch import run
from tests.tree import ROOT

pytestmark = pytest.mark.slow

README = "README.md"
PAGES = ("docs/paket.md", "docs/en/packages.md", README)
STATED = re.compile(r"^(\S.*); // (\".*\"|null|\d+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, katalog: iku.Catalog) -> Path:
    return written(tmp_path_factory.mktemp("php") / "paket", katalog)


@pytest.mark.parametrize("page", PAGES)
def test_each_expression_has_the_value_beside_it(page: str, package: Path) -> None:
    text = (package if page == README else ROOT).joinpath(page).read_text(encoding="utf-8")
    stated = 0
    for code in re.findall(r"^```php\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        due = [json.loads(value) for _, value in STATED.findall(code)]
        told = STATED.sub(r"echo json_encode(\1, JSON_UNESCAPED_SLASHES), PHP_EOL;", code)
        (package / "halaman.php").write_text(f"<?php require 'autoload.php';\n{told}", "utf-8")
        ran = run([program("php"), "-n", "halaman.php"], package)
        assert (ran.status, ran.errors) == (0, "")
        for shown, line in zip(due, ran.output.splitlines(), strict=True):
            value = json.loads(line)
            if str(shown).endswith("…"):
                assert str(value).startswith(str(shown).removesuffix("…"))
            else:
                assert value == shown
        stated += len(due)
    assert stated >= 6
