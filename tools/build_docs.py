"""Write the pages that come from the standard into ``docs/``, before the site is built.

    python tools/build_docs.py

Everything it writes is ignored by git. A page whose indicator is gone is removed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.registers import Regulation, RegulationFile
from kesbang_iku.publish.pages.calculator import all_scripts
from kesbang_iku.publish.pages.collection import Page, all_pages
from kesbang_iku.publish.pages.findings import shown_examples
from kesbang_iku.publish.pages.mathml import mathml
from kesbang_iku.sources.data import load_data

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
EXAMPLES: Final = DOCS.parent / "examples" / "aturan"
EMPTIED: Final = (
    "indikator/*.md",
    "en/indikator/*.md",
    "temuan/*.md",
    "en/temuan/*.md",
    "peraturan/*.md",
    "en/peraturan/*.md",
    "js/indikator/*.js",
)
"""What is written anew whole, so that nothing stays of what is gone from the catalog."""


def regulations() -> tuple[Regulation, ...]:
    """Return the documents that the catalog cites.

    Raises:
        ValueError: the list cannot be read.
    """
    return load_data("regulasi.yaml", RegulationFile).regulasi


def write(folder: Path) -> int:
    """Write all generated pages below ``folder``; return how many there are."""
    for pattern in EMPTIED:
        for old in folder.glob(pattern):
            old.unlink()
    catalog = iku.load_catalog()
    more = {file.name: file.read_text(encoding="utf-8") for file in EXAMPLES.iterdir()}
    pages = list(
        all_pages(
            catalog,
            regulations=regulations(),
            regions=load_regions(),
            rows=load_data("cakupan.yaml", CoverageFile),
            examples=shown_examples(catalog, more),
            typeset=mathml,
        )
    )
    scripts = [Page(path, text) for path, text in all_scripts(catalog)]
    for page in (*pages, *scripts):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    return len(pages)


if __name__ == "__main__":
    print(f"{write(DOCS)} pages written below {DOCS.name}/")
