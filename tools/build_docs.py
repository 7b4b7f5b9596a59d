"""Write the pages that come from the standard into ``docs/``, before the site is built.

    python tools/build_docs.py

Everything it writes is ignored by git. A page whose indicator is gone is removed.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Final

from latex2mathml.converter import convert

import kesbang_iku as iku
from kesbang_iku.catalog.coverage import load_coverage
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.catalog.resources import catalog_root
from kesbang_iku.files import read_yaml
from kesbang_iku.files.shape import check_shape
from kesbang_iku.model.registers import Regulation, RegulationFile
from kesbang_iku.publish.pages import all_pages

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
_MARK: Final = re.compile(r"<mn>([^<]+)</mn><mrow><mo>(&#x0002[CE];)</mo></mrow><mn>([^<]+)</mn>")
INDICATORS: Final = ("indikator", "en/indikator")


def typeset(latex: str) -> str:
    """Return LaTeX as MathML, which browsers show without any script."""
    mathml = convert(latex, display="block")
    # The marks of a number are part of it, no operators with space around them.
    found = 1
    while found:
        mathml, found = _MARK.subn(_joined, mathml, count=1)
    return mathml


def _joined(found: re.Match[str]) -> str:
    return f"<mn>{found[1]}{html.unescape(found[2])}{found[3]}</mn>"


def regulations() -> tuple[Regulation, ...]:
    """Return the documents that the catalog cites.

    Raises:
        ValueError: the list cannot be read.
    """
    name = "regulasi.yaml"
    documents, _ = read_yaml((catalog_root() / name).read_text(encoding="utf-8"), name)
    for document in documents:
        content, findings = check_shape(RegulationFile, document.data, document.place)
        if content is not None:
            return content.regulasi
        raise ValueError("; ".join(finding.pesan for finding in findings))
    raise ValueError(f"{name}: empty")


def write(folder: Path) -> int:
    """Write all generated pages below ``folder``; return how many there are."""
    for name in INDICATORS:
        for old in (folder / name).glob("*.md"):
            old.unlink()
    pages = list(
        all_pages(
            iku.load_catalog(),
            regulations=regulations(),
            regions=load_regions(),
            rows=load_coverage(),
            typeset=typeset,
        )
    )
    for page in pages:
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    return len(pages)


if __name__ == "__main__":
    print(f"{write(DOCS)} pages written below {DOCS.name}/")
