"""Holding the worked examples of a catalog against what they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.findings import WRONG_EXAMPLE
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.computing.worked import differences, indicator_example
from kesbang_iku.diagnostics import Finding
from kesbang_iku.files.shape import Locator


def wrong_examples(
    catalog: Catalog[Indicator], places: Mapping[tuple[str, str], Locator]
) -> Iterator[Finding]:
    """Yield what the worked examples of definitions state otherwise than is computed.

    Args:
        catalog: the definitions; each can be computed.
        places: where the parts of each stand, by code and version.
    """
    for indicator in catalog:
        yield from wrong_examples_of(indicator, places[indicator.kode, indicator.versi])


def wrong_examples_of(indicator: Indicator, locate: Locator) -> Iterator[Finding]:
    """Yield what the worked examples of one definition state otherwise than is computed."""
    for number, example in enumerate(indicator.contoh):
        for found in differences(example, indicator_example(indicator, example)):
            yield WRONG_EXAMPLE.at(
                locate(("contoh", number, "hasil", found.key)),
                value=_shown(found.stated),
                nama=example.nama,
                kunci=found.key,
                tertulis=_shown(found.stated),
                dihitung=_shown(found.computed),
            )


def _shown(value: object) -> str:
    """Return a stated or computed value as text; nothing is shown as a dash."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "-"
    return "-" if value is None else str(value)
