"""Finish the built site: its search index, its pages as Markdown, and nothing it does not use.

    python -m tools.finish_docs [site]

Runs after the pages were built, whatever built them.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Final, get_args

from kesbang_iku.findings import Language
from tools.site_index import index

ROOT: Final = Path(__file__).resolve().parents[1]
_FRONT: Final = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_MARKUP: Final = re.compile(
    r"<(script|svg|math|noscript)\b.*?</\1>\n?|^\{: ?\.?[^}\n]*\}\n|\{ [.#][^}\n]*\}"
    r"|</?(?:div|span|section)\b[^>]*>",
    re.DOTALL | re.MULTILINE,
)
"""What is there for the page alone: scripts, pictures, formulas as markup, marks of styles."""
_AS_WRITTEN: Final = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL)
_INDENT: Final = re.compile(r"\s*\n\s*")
_BLANK: Final = re.compile(r"\n{3,}")
_UNUSED: Final = ("search", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What the theme brings for a search of its own."""


def finish(site: Path, docs: Path) -> None:
    """Finish the site, whose pages were built from ``docs``."""
    for language in get_args(Language):
        script = site / "js" / f"cari-{language}.js"
        script.write_text(index(site, language), encoding="utf-8")
    for path in docs.rglob("*.md"):
        place = path.relative_to(docs)
        if page_of(site, place).is_file():
            target = site / place
            target.write_text(as_markdown(path.read_text(encoding="utf-8")), encoding="utf-8")
    for name in _UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
    for path in site.rglob("*.html"):
        if path.parent.name != "periksa" or path.name == "index.html":
            path.write_text(slim(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in (*site.rglob("*.map"), *_sitemap_of_nothing(site)):
        path.unlink()


def slim(page: str) -> str:
    """Return a page without the indentation of its templates, a fifth of what is sent."""
    # Splitting by an expression of two groups gives a text, what is kept as written, and its tag.
    parts = _AS_WRITTEN.split(page)
    texts, kept = parts[0::3], [*parts[1::3], ""]
    return "".join(
        part for text, whole in zip(texts, kept, strict=True) for part in (_shrunk(text), whole)
    )


def _shrunk(text: str) -> str:
    return _INDENT.sub("\n", text)


def page_of(site: Path, place: Path) -> Path:
    """Return the page that is built from the Markdown at ``place``."""
    folder = place.parent if place.stem == "index" else place.with_suffix("")
    return site / folder / "index.html"


def as_markdown(text: str) -> str:
    """Return a page as readers of Markdown want it: its title and what it says."""
    return _BLANK.sub("\n\n", _MARKUP.sub("", _FRONT.sub("", text))).lstrip()


def _sitemap_of_nothing(site: Path) -> tuple[Path, ...]:
    """Return the files of the sitemap where it names no page, the site's address being unknown."""
    listed = site / "sitemap.xml"
    if not listed.is_file() or "<loc>" in listed.read_text(encoding="utf-8"):
        return ()
    return tuple(path for path in (listed, site / "sitemap.xml.gz") if path.is_file())


def main() -> int:
    """Finish the site in the folder named, or in ``site``."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    finish(site, ROOT / "docs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
