"""Where the site will stand is told when it is built, and everything that must be whole follows."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from shutil import copytree
from typing import Any, Final

import pytest

from tests.site import BIN
from tests.tree import ROOT
from tools.finish_docs import finish

pytestmark = pytest.mark.site

ADDRESS: Final = "https://iku.example/kesbang/"
NAV: Final = """
nav:
  - Beranda: index.md
  - Bagian:
      - Satu: satu.md
  - English:
      - Home: en/index.md
      - Part:
          - One: en/one.md
"""
PAGES: Final = {
    "index.md": "# Awal\n\n[In English](en/index.md)\n{: .lintas }\n",
    "satu.md": "# Satu\n\n[In English](en/one.md)\n{: .lintas }\n\nIsi.\n",
    "satu/anak.md": "# Anak\n\nIsi.\n",
    "en/index.md": "# Start\n\n[Dalam bahasa Indonesia](../index.md)\n{: .lintas }\n",
    "en/one.md": "# One\n\n[Dalam bahasa Indonesia](../satu.md)\n{: .lintas }\n",
}


def _built(folder: Path, address: str) -> Path:
    """Return a small site with the theme and the settings of the whole one."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(settings + NAV, encoding="utf-8")
    copytree(ROOT / "tools" / "docs_theme", folder / "tools" / "docs_theme")
    about = '{% set katalog = {"versi": "1.2.3", "tanggal": "2026-01-31"} %}'
    (folder / "tools" / "docs_theme" / "partials" / "katalog.html").write_text(about)
    for name, text in PAGES.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "docs" / "js").mkdir()
    (folder / "docs" / "js" / "cari.js").write_text("")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "KESBANG_IKU_URL": address}
    words = (str(BIN / "mkdocs"), "build", "--quiet")
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    finish(folder / "site", folder / "docs")
    return folder / "site"


def _links(page: Path, pattern: str) -> list[Any]:
    return re.findall(pattern, page.read_text(encoding="utf-8"))


def test_an_address_below_a_host_is_in_all_that_must_be_whole(tmp_path: Path) -> None:
    site = _built(tmp_path, ADDRESS)
    listed = re.findall("<loc>(.*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert set(listed) >= {ADDRESS, f"{ADDRESS}satu/", f"{ADDRESS}en/one/"}
    page = site / "satu" / "index.html"
    assert _links(page, 'rel="canonical" href="(.*?)"') == [f"{ADDRESS}satu/"]
    assert _links(page, 'property="og:url" content="(.*?)"') == [f"{ADDRESS}satu/"]
    assert _links(page, 'hreflang="en" href="(.*?)"')[0] == f"{ADDRESS}en/one/"
    english = site / "en" / "index.html"
    assert _links(english, 'hreflang="id" href="(.*?)"')[0] == ADDRESS
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert "Halaman tidak ada" in missing
    loaded = re.findall(r'(?:src|href)="(/[^"]*)"', missing)
    assert loaded
    assert [one for one in loaded if not one.startswith("/kesbang/")] == []


def test_without_an_address_everything_is_told_from_the_page(tmp_path: Path) -> None:
    site = _built(tmp_path, "")
    page = site / "satu" / "index.html"
    assert _links(page, 'rel="canonical"') == []
    assert _links(page, 'hreflang="en" href="(.*?)"')[0] == "../en/one/"
    assert not (site / "sitemap.xml").exists()


def test_no_address_is_committed() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.findall("^site_url: (.*?)(?: #.*)?$", settings, re.MULTILINE) == [
        '!ENV [KESBANG_IKU_URL, ""]'
    ]


def test_a_page_that_no_menu_lists_is_below_the_page_it_belongs_to(tmp_path: Path) -> None:
    page = _built(tmp_path, "") / "satu" / "anak" / "index.html"
    active = _links(page, 'md-nav__link--active" aria-current="(.*?)">(.*?)</a>')
    assert active == [("true", "Satu")]
