"""Write the pages and data that come from the standard into ``docs/``, before the site is built.

    python -m tools.build_docs

Everything it writes is ignored by git. A page whose indicator is gone is removed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.commands.list import list_answer, values_csv
from kesbang_iku.cli.commands.show import with_published
from kesbang_iku.cli.published_lines import listed_values
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.registers import Regulation, RegulationFile
from kesbang_iku.publish.pages.calculator import all_scripts
from kesbang_iku.publish.pages.collection import Page
from kesbang_iku.publish.pages.mathml import mathml
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.resources import catalog_root
from tools.feed import feed, newest
from tools.site_pages.collection import all_pages
from tools.site_pages.findings import shown_examples
from tools.site_pages.writing import write as write_page

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
THEME: Final = DOCS.parent / "tools" / "docs_theme" / "partials" / "katalog.html"
"""What the foot of each page says of the catalog."""
SCHEMAS: Final = DOCS.parent / "schemas"
EXAMPLES: Final = DOCS.parent / "examples" / "aturan"
EMPTIED: Final = (
    "indikator/*.md",
    "en/indikator/*.md",
    "temuan/*.md",
    "en/temuan/*.md",
    "peraturan/*.md",
    "en/peraturan/*.md",
    "js/indikator/*.js",
    "indikator/*.json",
    "indikator/*.yaml",
    "indikator/*/index.html",
    "en/indikator/*/index.html",
    "indikator/*.csv",
    "schemas/**/*.json",
)
"""What is written anew whole, so that nothing stays of what is gone from the catalog."""


def regulations() -> tuple[Regulation, ...]:
    """Return the documents that the catalog cites.

    Raises:
        ValueError: the list cannot be read.
    """
    return load_data("regulasi.yaml", RegulationFile).regulasi


def data_files(catalog: iku.Catalog) -> Iterator[Page]:
    """Yield what other programs fetch: the answers of the command line, at addresses that stay.

    An older version of an indicator stands beside the newest, with its name behind the code.
    """
    yield Page("katalog.json", _json(list_answer(catalog, catalog)))
    for code in catalog.codes:
        versions = catalog.versions(code)
        stem = f"indikator/{code.lower()}"
        for found in versions:
            name = stem if found is versions[-1] else f"{stem}-{found.versi}"
            content = with_published(found, catalog).model_dump(mode="json")
            yield Page(f"{name}.json", _json(content))
            written = definition_text(found)
            if written is not None:
                yield Page(f"{stem}-{found.versi}.yaml", written)
        values = listed_values(catalog.where(versions), region=None, year=None)
        yield Page(f"{stem}.csv", values_csv(values))
    for file in sorted(SCHEMAS.rglob("*.json")):
        path = file.relative_to(SCHEMAS.parent).as_posix()
        yield Page(path, file.read_text(encoding="utf-8"))
    yield Page("llms.txt", write_page("llms", "en", catalog=catalog))
    yield Page("perubahan.atom.xml", feed(catalog, os.environ.get("KESBANG_IKU_URL", "")))


def definition_text(definition: Definition) -> str | None:
    """Return the file of ``definition`` as it stands, or ``None`` if it comes from elsewhere."""
    folder = catalog_root() / "indikator" / definition.bidang.lower()
    code = definition.kode.lower()
    for name in (f"{code}-{definition.versi}.yaml", f"{code}.yaml"):
        file = folder / name
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return None


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False) + "\n"


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
    about = {"versi": iku.__version__, "tanggal": newest(catalog)}
    THEME.write_text(f"{{% set katalog = {json.dumps(about)} %}}\n", encoding="utf-8")
    scripts = [Page(path, text) for path, text in all_scripts(catalog)]
    for page in (*pages, *scripts, *data_files(catalog)):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    return len(pages)


if __name__ == "__main__":
    print(f"{write(DOCS)} pages written below {DOCS.name}/")
