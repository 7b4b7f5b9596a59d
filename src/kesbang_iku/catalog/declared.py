"""What a catalog declares beside definitions: relations between numbers, and fillings of terms.

A relation must hold between numbers of several indicators. A filling says what a term means in a
region that a national definition leaves open.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kesbang_iku.catalog.additions import DECLARED, RELATIONS, TERMS
from kesbang_iku.catalog.checks import check_expression, check_known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.formula import FormulaError, is_condition, parse
from kesbang_iku.formula.checking import Declaration
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.open_terms import TermFile
from kesbang_iku.model.relations import Relation, RelationFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.shape import Locator, Pointer, below, check_shape

_MODELS: Final[Mapping[str, type[Any]]] = {RELATIONS: RelationFile, TERMS: TermFile}
_Versions = Mapping[str, Iterable[Definition]]
"""The versions of each indicator there is."""


class Placed(NamedTuple):
    """A relation or a filling, and where each of its parts stands."""

    said: Any
    locate: Locator


def declared_in(name: str, document: Document, findings: list[Finding]) -> list[Placed]:
    """Return what the file ``name`` declares; what is wrong with its form goes to ``findings``."""
    content, found = check_shape(_MODELS[name], document.data, document.place)
    findings += found
    key = DECLARED[name]
    entries = () if content is None else getattr(content, key)
    return [Placed(one, below(document.place, (key, at))) for at, one in enumerate(entries)]


def check_declared(
    declared: Mapping[str, Sequence[Placed]],
    by_code: _Versions,
    *,
    national: bool,
    alone: bool = False,
) -> Iterator[Finding]:
    """Yield what keeps relations from being judged, and which fillings fill nothing, or too much.

    Args:
        declared: what catalogs beside the national one declare, by the name of its file.
        by_code: the versions of each indicator there is.
        national: whether the relations of the national catalog are there as well.
        alone: whether indicators with a prefix of their own may be there that are not known here.
    """
    own = load_data(RELATIONS, RelationFile).hubungan if national else ()
    taken = {one.nama for one in own}
    yield from _relations(declared.get(RELATIONS, ()), by_code, taken, alone=alone)
    yield from _fillings(declared.get(TERMS, ()), by_code)


def check_declared_file(name: str, document: Document, by_code: _Versions) -> list[Finding]:
    """Return what is wrong with a file ``name`` by itself, held against a catalog.

    Codes with a prefix of their own may be of the folder the file lies in, which is not known here.
    """
    findings: list[Finding] = []
    declared = {name: declared_in(name, document, findings)}
    return [*findings, *check_declared(declared, by_code, national=False, alone=True)]


def _relations(
    relations: Sequence[Placed], by_code: _Versions, taken: set[str], *, alone: bool
) -> Iterator[Finding]:
    prefixes = {_prefix(code) for code in by_code}
    for relation, locate in relations:
        if relation.nama in taken:
            yield kinds.DUPLICATE_NAME.at(locate(("nama",)), jenis="hubungan", nama=relation.nama)
        taken.add(relation.nama)
        for name, number in relation.angka.items():
            if alone and _prefix(number.kode) not in prefixes:
                continue
            pointer: Pointer = ("angka", name)
            yield from check_known(number.kode, by_code, "kode", locate, (*pointer, "kode"))
            variables = {
                variable.nama
                for definition in by_code.get(number.kode, ())
                for variable in definition.variabel
            }
            if variables:
                yield from check_known(
                    number.variabel, variables, "variabel", locate, (*pointer, "variabel")
                )
        yield from _expression(relation, locate)


def _prefix(code: str) -> str:
    return code.partition("-")[0]


def _expression(relation: Relation, locate: Locator) -> Iterator[Finding]:
    """Yield what is wrong with an expression: it is true or false of all its numbers."""
    pointer: Pointer = ("ekspresi",)
    declared = dict.fromkeys(relation.angka, Declaration())
    yield from check_expression(relation.ekspresi, declared, locate, pointer)
    try:
        decides = is_condition(parse(relation.ekspresi))
    except FormulaError:
        return
    if not decides:
        place = locate(pointer)
        yield kinds.WRONG_VALUE.at(place, value=relation.ekspresi, harapan=said.A_COMPARISON)


def _fillings(fillings: Sequence[Placed], by_code: _Versions) -> Iterator[Finding]:
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
            place, told = locate(("isi",)), term.said(filling.isi)
            yield kinds.TERM_OUT_OF_RANGE.at(
                place, value=filling.isi, isi=told, rentang=term.range_text, **facts
            )
