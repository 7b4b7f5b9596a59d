"""The pages of cited documents: the list, and one page for each with what rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method
from kesbang_iku.model.record import Record
from kesbang_iku.model.registers import Regulation
from kesbang_iku.model.scale import Scale
from tools.site_pages.writing import write

FOLDER = "peraturan"

_YEAR = re.compile(r"(?P<short>.+?) (?P<number>[^ /]+)/(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Use:
    """What rests on a document.

    Attributes:
        citing: the indicators whose definition names it, newest versions.
        methods: the methods that name it.
        scales: the scales that name it.
        resting: the other indicators, which are judged by those methods and scales.
    """

    citing: Sequence[Indicator]
    methods: Sequence[Method]
    scales: Sequence[Scale]
    resting: Sequence[Indicator]


def cites(text: str, regulation: Regulation) -> bool:
    """Say whether ``text`` names a document, in its short form or spelled out."""
    forms = [re.escape(regulation.nomor)]
    parts = _YEAR.fullmatch(regulation.nomor)
    if parts is not None:
        names = f"(?:{re.escape(regulation.jenis)}|{re.escape(parts['short'])})"
        forms.append(f"{names} Nomor {re.escape(parts['number'])} Tahun {parts['year']}")
    return re.search(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", text) is not None


def uses_of(regulations: Iterable[Regulation], catalog: Catalog) -> dict[str, Use]:
    """Return what rests on each document, by its name in the register."""
    newest = [catalog.versions(code)[-1] for code in catalog.codes]
    tables = catalog.tables
    texts = {
        id(one): "\n".join(_texts(one.model_dump(mode="json")))
        for one in (*newest, *tables.methods.values(), *tables.scales.values())
    }

    def use(regulation: Regulation) -> Use:
        def named(one: Record) -> bool:
            return cites(texts[id(one)], regulation)

        methods = [one for one in tables.methods.values() if named(one)]
        scales = [one for one in tables.scales.values() if named(one)]
        names = {*(one.nama for one in methods), *(one.nama for one in scales)}
        return Use(
            [one for one in newest if named(one)],
            methods,
            scales,
            [
                one
                for one in newest
                if not named(one) and names & {one.capaian, one.predikat, *one.category_scales}
            ],
        )

    return {regulation.id: use(regulation) for regulation in regulations}


def regulation_pages(
    regulations: Sequence[Regulation], catalog: Catalog, language: Language = "id"
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the list of cited documents, and of the page of each."""
    uses = uses_of(regulations, catalog)
    yield (
        f"{FOLDER}.md",
        write("regulations", language, found=regulations, uses=uses, path=page_path),
    )
    for one in regulations:
        path = page_path(one)
        yield path, write("regulation", language, found=one, path=path, use=uses[one.id])


def page_path(regulation: Regulation) -> str:
    """Return the path of a document's page, beside that of the list."""
    return f"{FOLDER}/{regulation.id}.md"


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for part in content.values():
            yield from _texts(part)
    elif isinstance(content, list):
        for part in content:
            yield from _texts(part)
