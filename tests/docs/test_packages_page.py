"""The pages and the README of the package for JavaScript show what happens."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.javascript import NODE
from tests.publish.packages.calling import written
from tests.tree import ROOT

pytestmark = pytest.mark.slow

README = "README.md"
PAGES = ("docs/paket.md", "docs/en/packages.md", README)
STATED = re.compile(r"^(\S.*); // (\".*\"|null)$", re.MULTILINE)


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory, katalog: iku.Catalog) -> Path:
    """Return a folder in which the package is found by its name."""
    folder = tmp_path_factory.mktemp("pemakai")
    written(folder / "node_modules" / "kesbang-iku", katalog)
    return folder


def scripts(page: str, user: Path) -> list[str]:
    path = user / "node_modules" / "kesbang-iku" / page if page == README else ROOT / page
    text = path.read_text(encoding="utf-8")
    return re.findall(r"^```js\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def printed(user: Path, code: str) -> list[object]:
    (user / "halaman.mjs").write_text(code, encoding="utf-8")
    ran = subprocess.run(
        [str(NODE), "halaman.mjs"], cwd=user, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("page", PAGES)
def test_each_expression_has_the_value_beside_it(page: str, user: Path) -> None:
    stated = 0
    for code in scripts(page, user):
        if "import " not in code:
            continue
        due = [json.loads(value) for _, value in STATED.findall(code)]
        told = printed(user, STATED.sub(r"console.log(JSON.stringify(\1));", code))
        assert len(told) == len(due)
        for value, shown in zip(told, due, strict=True):
            if str(shown).endswith("…"):
                assert str(value).startswith(str(shown).removesuffix("…"))
            else:
                assert value == shown
        stated += len(due)
    assert stated >= 6


@pytest.mark.parametrize("page", PAGES)
def test_a_function_of_a_sheet_runs_beside_the_classic_script(page: str, user: Path) -> None:
    (own,) = [code for code in scripts(page, user) if "import " not in code]
    code = f"""
      import {{ readFileSync }} from "node:fs";
      import vm from "node:vm";
      const context = vm.createContext(Object.create(null));
      const run = (text) => vm.runInContext(text, context);
      run(readFileSync("node_modules/kesbang-iku/kesbang-iku.js", "utf-8"));
      run({json.dumps(own)});
      console.log(run('CAPAIAN_IKU("KBP-WAS-02", 85, 90)'));
      console.log(run('JSON.stringify(CAPAIAN_IKU("KBP-WAS-02", "abc", 90))'));
    """
    assert printed(user, code) == [94.44, "ditolak"]
