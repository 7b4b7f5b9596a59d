"""The calculator on an indicator's page: where it is drawn, and the scripts that draw it."""

import html
from collections.abc import Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.javascript.runtime import definition_script, runtime_script
from kesbang_iku.publish.packages.content import can_compute

FOLDER = "js"
RUNTIME = f"{FOLDER}/kesbang-iku.js"


def script_path(code: str) -> str:
    """Return the path of the script with all versions of an indicator."""
    return f"{FOLDER}/indikator/{code.lower()}.js"


def calculator(indicator: Indicator, language: Language) -> str:
    """Return the place of the calculator of one version, with a sentence until it is drawn."""
    if not can_compute(indicator):
        return ""
    return (
        f'<div class="kalkulator" data-definisi="{html.escape(indicator.kode)} '
        f'{html.escape(indicator.versi)}" data-bahasa="{language}" data-akar="../../">'
        f"<p>{html.escape(pages.calculator.WITHOUT.plain(language))}</p></div>"
    )


def calculator_scripts(code: str, language: Language) -> str:
    """Return what loads the runtime, the definitions of an indicator, and the calculator."""
    root = "../../" if language == "id" else "../../../"
    names = (RUNTIME, script_path(code), f"{FOLDER}/kalkulator.js", f"{FOLDER}/grafik.js")
    return "\n".join(f'<script defer src="{root}{name}"></script>' for name in names)


def all_scripts(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield every generated script: its path below the documentation's root, and its text."""
    yield RUNTIME, runtime_script(catalog.tables)
    for code in catalog.codes:
        versions = (found for found in catalog.versions(code) if can_compute(found))
        yield script_path(code), definition_script(versions)
