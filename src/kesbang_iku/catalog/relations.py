"""Relations between numbers that a catalog beside the national one declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kesbang_iku.catalog.additions import RELATIONS
from kesbang_iku.catalog.checks import check_expression, check_known
from kesbang_iku.findings import Finding, kinds, sentences
from kesbang_iku.formula import FormulaError, is_condition, parse
from kesbang_iku.formula.checking import Declaration
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.relations import Relation, RelationFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.shape import Locator, Pointer, below, check_shape


class PlacedRelation(NamedTuple):
    """A relation, and where each of its parts stands."""

    relation: Relation
    locate: Locator


def relations_of(document: Document, findings: list[Finding]) -> list[PlacedRelation]:
    """Return the relations of a file; what is wrong with its form is added to ``findings``."""
    content, found = check_shape(RelationFile, document.data, document.place)
    findings += found
    if content is None:
        return []
    return [
        PlacedRelation(one, below(document.place, ("hubungan", number)))
        for number, one in enumerate(content.hubungan)
    ]


def check_relations(
    relations: Sequence[PlacedRelation],
    by_code: Mapping[str, Iterable[Definition]],
    *,
    national: bool,
    alone: bool = False,
) -> Iterator[Finding]:
    """Yield what keeps relations from being judged.

    Args:
        relations: those of catalogs beside the national one.
        by_code: the versions of each indicator there is.
        national: whether the relations of the national catalog are there as well.
        alone: whether indicators with a prefix of their own may be there that are not known here.
    """
    own = load_data(RELATIONS, RelationFile).hubungan if national else ()
    taken = {one.nama for one in own}
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


def check_relation_file(
    document: Document, by_code: Mapping[str, Iterable[Definition]]
) -> list[Finding]:
    """Return what is wrong with a file of relations by itself, held against a catalog.

    Codes with a prefix of their own may be of the folder the file lies in, which is not known here.
    """
    findings: list[Finding] = []
    relations = relations_of(document, findings)
    return [*findings, *check_relations(relations, by_code, national=False, alone=True)]


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
        wanted = sentences.catalog.A_COMPARISON
        yield kinds.WRONG_VALUE.at(locate(pointer), value=relation.ekspresi, harapan=wanted)
