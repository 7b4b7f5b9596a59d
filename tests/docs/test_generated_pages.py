"""Pages written from the catalog are ignored by git, removed by ``make clean``, and in the menu."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest

import kesbang_iku as iku
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.registers import Regulation
from kesbang_iku.publish.pages.calculator import all_scripts
from kesbang_iku.sources.data import load_data
from tests.tree import ROOT
from tools.build_docs import data_files
from tools.site_pages.collection import all_pages

pytestmark = pytest.mark.slow

DOCUMENT = Regulation(
    id="uu-1-2000",
    jenis="Undang-Undang",
    nomor="UU 1/2000",
    perihal="Perihal",
    status="diubah",
    menetapkan="Pengertian | batas",
    kedudukan="dilaporkan",
)


@pytest.fixture(scope="module")
def paths() -> list[str]:
    catalog = iku.load_catalog()
    pages = all_pages(
        catalog, regulations=(DOCUMENT,), regions={}, rows=load_data("cakupan.yaml", CoverageFile)
    )
    scripts = (path for path, _ in all_scripts(catalog))
    data = (page.path for page in data_files(catalog))
    return [*(page.path for page in pages), *scripts, *data]


def ignored() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    # What checks files in the browser is no page: tools/build_runtime.py gathers it.
    own = [line for line in lines if line.startswith("/docs/") and line != "/docs/periksa/"]
    return [line.removeprefix("/docs/") for line in own]


def test_each_generated_page_is_ignored_and_nothing_else_of_the_documentation(
    paths: list[str],
) -> None:
    patterns = [f"{name}*" if name.endswith("/") else name for name in ignored()]
    assert [path for path in paths if not any(fnmatch(path, one) for one in patterns)] == []
    assert [one for one in patterns if not any(fnmatch(path, one) for path in paths)] == []


def test_cleaning_removes_what_is_ignored() -> None:
    # The list stands once: cleaning reads it where git does.
    assert "sed -n 's|^/docs/|docs/|p' .gitignore | xargs rm -rf" in (ROOT / "Makefile").read_text(
        encoding="utf-8"
    )


def test_each_page_but_those_of_single_indicators_is_in_the_menu(paths: list[str]) -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    single = ("indikator/kbp-", "temuan/", "peraturan/")
    listed = [path for path in paths if path.endswith(".md")]
    listed = [path for path in listed if not any(name in path for name in single)]
    assert [path for path in listed if f": {path}\n" not in menu] == []
