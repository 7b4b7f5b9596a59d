"""Open terms of national definitions, as a catalog of a region fills them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kesbang_iku.catalog.checks import check_known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.open_terms import TermFile, TermFilling
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.shape import Locator, below, check_shape


class PlacedFilling(NamedTuple):
    """A filling, and where each of its parts stands."""

    filling: TermFilling
    locate: Locator


def fillings_of(document: Document, findings: list[Finding]) -> list[PlacedFilling]:
    """Return the fillings of a file; what is wrong with its form is added to ``findings``."""
    content, found = check_shape(TermFile, document.data, document.place)
    findings += found
    entries = () if content is None else content.isian
    return [
        PlacedFilling(one, below(document.place, ("isian", number)))
        for number, one in enumerate(entries)
    ]


def check_fillings(
    fillings: Sequence[PlacedFilling], by_code: Mapping[str, Iterable[Definition]]
) -> Iterator[Finding]:
    """Yield which fillings fill nothing, fill a term again, or lie outside of its range.

    The last is no error: the region measures something else then, and its plans are told so.
    """
    taken: set[tuple[str, str, str | None]] = set()
    for filling, locate in fillings:
        yield from check_known(filling.kode, by_code, "kode", locate, ("kode",))
        definitions = by_code.get(filling.kode, ())
        terms = {term.nama: term for found in definitions for term in found.istilah}
        term = terms.get(filling.istilah)
        facts = {"kode": filling.kode, "istilah": filling.istilah}
        if term is None:
            if definitions:
                open_ = ", ".join(terms) or said.NONE
                yield kinds.TERM_NOT_OPEN.at(locate(("istilah",)), terbuka=open_, **facts)
            continue
        key = (filling.kode, filling.istilah, filling.wilayah)
        if key in taken:
            region = filling.wilayah or said.EVERY_REGION
            yield kinds.TERM_FILLED_TWICE.at(locate(("istilah",)), wilayah=region, **facts)
        taken.add(key)
        if not term.allows(filling.isi):
            place = locate(("isi",))
            yield kinds.TERM_OUT_OF_RANGE.at(
                place,
                value=filling.isi,
                isi=term.said(filling.isi),
                rentang=term.range_text,
                **facts,
            )


def check_filling_file(
    document: Document, by_code: Mapping[str, Iterable[Definition]]
) -> list[Finding]:
    """Return what is wrong with a file of fillings by itself, held against a catalog."""
    findings: list[Finding] = []
    fillings = fillings_of(document, findings)
    return [*findings, *check_fillings(fillings, by_code)]
