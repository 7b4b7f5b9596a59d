"""The rule over relations between indicators, which are data: ``hubungan-angka.yaml`` (IKU481).

Catalogs beside the national one may add their own.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

from kesbang_iku.catalog.additions import RELATIONS
from kesbang_iku.findings import Text, format_number, sentences
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.formula import compile_exact, parse
from kesbang_iku.model.relations import Relation, RelationFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.rule import Hit, Outcomes, at, inconclusive

_About = tuple[str, str, int, str]
"""A code, a region, a year and a period."""
_Found = Mapping[str, ReportEntry]
"""The items that hold the numbers of a relation, by their names in it."""


@rule.whole("IKU481")
def numbers_disagree(context: ReportContext) -> Outcomes:
    """Numbers of indicators that do not fit together, whatever each may be by itself.

    A remark in one of the items is taken to explain it.
    """
    entries: dict[_About, ReportEntry] = {}
    by_code: dict[str, list[ReportEntry]] = {}
    for entry in context.entries:
        entries.setdefault((entry.kode, entry.wilayah, entry.tahun, entry.periode), entry)
        by_code.setdefault(entry.kode, []).append(entry)
    added = context.katalog.relations
    own = load_data(RELATIONS, RelationFile).hubungan
    for relation in {one.nama: one for one in (*own, *added)}.values():
        holds = compile_exact(parse(relation.ekspresi))
        for found in _together(relation, entries, by_code):
            last = [*found.values()][-1]
            values = {
                name: found[name].result.masukan.get(one.variabel)
                for name, one in relation.angka.items()
            }
            known = {name: value for name, value in values.items() if value is not None}
            if len(known) < len(values):
                yield inconclusive(last, sentences.validation.NUMBER_MISSING)
            elif holds(known) is False and not any(
                one.loaded.item.catatan for one in found.values()
            ):
                yield _disagreement(relation, found, known)


def _together(
    relation: Relation,
    entries: Mapping[_About, ReportEntry],
    by_code: Mapping[str, list[ReportEntry]],
) -> Iterator[_Found]:
    """Yield the items of one region and period that a relation is about."""
    first, *_ = relation.angka.values()
    for entry in by_code.get(first.kode, ()):
        level = None if entry.region is None else entry.region.tingkat
        if relation.tingkat and level not in relation.tingkat:
            continue
        year = entry.tahun + first.mundur
        found = {
            name: entries.get((one.kode, entry.wilayah, year - one.mundur, entry.periode))
            for name, one in relation.angka.items()
        }
        known = {name: one for name, one in found.items() if one is not None}
        if len(known) == len(found) and entry in known.values():
            yield known


def _disagreement(relation: Relation, found: _Found, values: Mapping[str, Fraction | int]) -> Hit:
    """Return what does not fit, at the number named last in the relation that is of this year."""
    name = [one for one, number in relation.angka.items() if not number.mundur][-1]
    number = relation.angka[name]
    return at(
        found[name],
        "variabel",
        number.variabel,
        value=Fraction(values[name]),
        pesan=relation.message,
        angka=Text.same("; ").join(
            _shown(found[one], number.variabel, values[one])
            for one, number in relation.angka.items()
        ),
        kedudukan=said.STANDINGS[relation.kedudukan],
    )


def _shown(entry: ReportEntry, variable: str, value: Fraction | int) -> Text:
    number = Text.each(partial(format_number, value))
    return Text.same("").join((Text.same(f"{entry.kode} {variable} {entry.tahun} = "), number))
