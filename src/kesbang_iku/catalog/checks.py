"""Proving at load time that a definition can be computed: names, units, bounds, weights.

A composite is proven on every level of it.
"""

from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial

from kesbang_iku.findings import Finding, Repair, Text, format_number, kinds, sentences
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.near import near
from kesbang_iku.findings.sentences import catalog
from kesbang_iku.findings.sentences import findings as said
from kesbang_iku.formula import Declaration, Expression, FormulaError, check, parse
from kesbang_iku.model.definition import Composite, Definition, Variable
from kesbang_iku.model.method import Method
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.tables import Tables
from kesbang_iku.sources.reports import ENVELOPE, IDENTITY, ITEM_FIELDS
from kesbang_iku.sources.shape import Locator, Pointer

METHOD_VARIABLES = ("realisasi", "target")
RANGE_METHOD_VARIABLES = ("realisasi", "target_min", "target_maks")


def check_definition(definition: Definition, tables: Tables, locate: Locator) -> Iterator[Finding]:
    """Yield what keeps ``definition`` from being computed, each finding at its place."""
    yield from _references(definition, tables, locate)
    yield from _direction(definition, tables, locate)
    yield from _variable_names(definition, locate)
    if definition.berlaku.empty:
        yield kinds.EMPTY_YEARS.at(locate(("berlaku",)), masa=definition.berlaku)
    yield from _composite(definition, locate)
    declarations = _declarations(definition.variabel, tables)
    yield from _formula(definition, declarations, tables, locate)
    for number, rule in enumerate(definition.aturan):
        yield from _condition(rule.ekspresi, declarations, locate, ("aturan", number, "ekspresi"))
    for number, case in enumerate(definition.jika_tak_terdefinisi):
        pointer: Pointer = ("jika_tak_terdefinisi", number, "jika")
        yield from _condition(case.jika, declarations, locate, pointer)


def check_method(method: Method, tables: Tables, locate: Locator) -> Iterator[Finding]:
    """Yield what keeps an achievement method from being computed."""
    in_ranges = any(other.bila_rentang == method.nama for other in tables.methods.values())
    names = RANGE_METHOD_VARIABLES if in_ranges else METHOD_VARIABLES
    declarations = {name: Declaration(None, None, None, whole=False) for name in names}
    yield from check_expression(method.rumus, declarations, locate, ("rumus",), set(names))
    for number, policy in enumerate(method.kebijakan):
        yield from _condition(policy.jika, declarations, locate, ("kebijakan", number, "jika"))
        if policy.capaian is not None:
            pointer: Pointer = ("kebijakan", number, "capaian")
            yield from check_expression(policy.capaian, declarations, locate, pointer, set(names))
    if method.bila_rentang is not None:
        yield from check_known(
            method.bila_rentang, tables.methods, "metode", locate, ("bila_rentang",)
        )


def check_scale(scale: Scale, _tables: Tables, locate: Locator) -> Iterator[Finding]:
    """Yield the classes that hold no value, overlap the one before or do not ascend."""
    for number, found in enumerate(scale.kelas):
        if found.empty:
            yield kinds.SCALE_DISORDER.at(locate(("kelas", number)), kelas=found.label)
    for number, (lower, upper) in enumerate(zip(scale.kelas, scale.kelas[1:], strict=False), 1):
        ascending = (
            lower.sampai is not None
            and upper.dari is not None
            and (
                lower.sampai < upper.dari
                or (
                    lower.sampai == upper.dari
                    and not (lower.sampai_termasuk and upper.dari_termasuk)
                )
            )
        )
        if not ascending:
            yield kinds.SCALE_DISORDER.at(locate(("kelas", number)), kelas=upper.label)


def _references(definition: Definition, tables: Tables, locate: Locator) -> Iterator[Finding]:
    yield from _known_unit(definition.satuan, tables, locate, ("satuan",))
    yield from check_known(definition.capaian, tables.methods, "metode", locate, ("capaian",))
    yield from check_known(
        definition.predikat, _scales(tables, "capaian"), "skala capaian", locate, ("predikat",)
    )
    for name in definition.category_scales:
        yield from check_known(name, _scales(tables, "nilai"), "skala nilai", locate, ("kategori",))
    for number, variable in enumerate(definition.variabel):
        pointer: Pointer = ("variabel", number, "satuan")
        yield from _known_unit(variable.satuan, tables, locate, pointer)
    for number, theme in enumerate(definition.tema):
        yield from check_known(theme, tables.themes, "tema", locate, ("tema", number))
    yield from check_known(definition.bidang, tables.fields, "bidang", locate, ("bidang",))
    work = tables.fields.get(definition.bidang)
    if work is not None and work.program != definition.program:
        yield kinds.WRONG_PROGRAM.at(
            locate(("program",)),
            bidang=work.kode,
            program=definition.program,
            seharusnya=work.program,
        )


def _known_unit(name: str, tables: Tables, locate: Locator, pointer: Pointer) -> Iterator[Finding]:
    """Yield a finding if there is no unit ``name``; another spelling of one can be repaired."""
    meant = tables.unit_spelled(name)
    repair = None if meant is None else Repair(meant.nama)
    for finding in check_known(name, tables.units, "satuan", locate, pointer):
        yield finding.repairable(repair)


def _scales(tables: Tables, use: str) -> dict[str, Scale]:
    return {name: scale for name, scale in tables.scales.items() if scale.untuk == use}


def _direction(definition: Definition, tables: Tables, locate: Locator) -> Iterator[Finding]:
    method = tables.methods.get(definition.capaian)
    if method is not None and method.polaritas != definition.polaritas:
        yield kinds.METHOD_WRONG_WAY.at(
            locate(("capaian",)),
            value=method.nama,
            metode=spoken(method.nama),
            polaritas=spoken(definition.polaritas),
            arah=method.polaritas,
        )


def _variable_names(definition: Definition, locate: Locator) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, variable in enumerate(definition.variabel):
        if variable.nama in seen:
            place = locate(("variabel", number, "nama"))
            yield kinds.DUPLICATE_NAME.at(place, jenis="variabel", nama=variable.nama)
        seen.add(variable.nama)
        if variable.nama in {*IDENTITY, *ENVELOPE, *ITEM_FIELDS}:
            place = locate(("variabel", number, "nama"))
            yield kinds.VARIABLE_LIKE_COLUMN.at(place, nama=variable.nama)


def check_known(
    name: str, table: Collection[str], kind: str, locate: Locator, pointer: Pointer
) -> Iterator[Finding]:
    """Yield a finding if ``name`` is not in ``table``, with the name most like it."""
    if name in table:
        return
    meant = near(name, table)
    usul = said.PERHAPS.filled(dekat=meant[0]) if meant else catalog.ADD_THAT.filled(jenis=kind)
    place = locate(pointer)
    yield kinds.UNKNOWN_REFERENCE.at(place, jenis=kind, nama=name, usul=usul)


def _composite(definition: Definition, locate: Locator) -> Iterator[Finding]:
    ways = (definition.rumus, definition.komponen, definition.tanpa_rumus)
    if sum(way is not None for way in ways) != 1:
        yield kinds.NO_FORMULA.at(locate(()))
    if definition.komponen is not None:
        names = definition.variables_by_name
        yield from check_composite(definition.komponen, names, locate, ("komponen",))
    if definition.rilis is not None:
        variable = definition.variables_by_name.get(definition.rilis)
        if variable is None or variable.jenis != "rilis":
            yield kinds.INVALID_RELEASE.at(locate(("rilis",)), nama=definition.rilis)


def _declarations(variables: Iterable[Variable], tables: Tables) -> dict[str, Declaration]:
    return {
        variable.nama: Declaration(
            tables.units[variable.satuan].for_formula()
            if variable.satuan in tables.units
            else None,
            variable.minimum,
            variable.maximum,
            whole=variable.whole,
        )
        for variable in variables
    }


def _formula(
    definition: Definition, declarations: Mapping[str, Declaration], tables: Tables, locate: Locator
) -> Iterator[Finding]:
    composite = definition.komponen if definition.rumus is None else None
    if definition.formula is None or (composite is not None and not composite.members):
        return
    key = "bobot" if composite is not None and composite.bobot else "anggota"
    pointer: Pointer = ("rumus",) if composite is None else ("komponen", key)
    unit = tables.units.get(definition.satuan)
    result = Declaration(
        unit.for_formula() if unit else None,
        definition.rentang.min,
        definition.rentang.maks,
        whole=False,
    )
    own = _own_columns(definition)
    tree = yield from _parsed(definition.formula, locate, pointer, own)
    if tree is not None:
        found = check(tree, declarations, result=result)
        if composite is None:
            yield from _placed(found, locate, pointer, own)
            return
        # The formula is built, so a column in it is no column of the file.
        explained = sums_are_explained(composite)
        of_weights = (kinds.WEIGHTS_SUM, kinds.RESULT_SCALE)
        for finding in found:
            if not (explained and finding.kind in of_weights):
                yield finding.moved(locate(pointer))


def _own_columns(definition: Definition) -> range | None:
    """Return the columns of a formula that stand in the file, unlike what its release adds."""
    if definition.rilis is None or not definition.rumus:
        return None
    first = (definition.formula or "").index(definition.rumus) + 1
    return range(first, first + len(definition.rumus))


def _condition(
    text: str, declarations: Mapping[str, Declaration], locate: Locator, pointer: Pointer
) -> Iterator[Finding]:
    yield from check_expression(text, declarations, locate, pointer, set(declarations))


def check_expression(
    text: str,
    declarations: Mapping[str, Declaration],
    locate: Locator,
    pointer: Pointer,
    unused_allowed: Collection[str] = (),
) -> Iterator[Finding]:
    """Yield what is wrong with an expression over declared names, at its place in the file."""
    tree = yield from _parsed(text, locate, pointer)
    if tree is not None:
        found = check(tree, declarations, unused_allowed=unused_allowed)
        yield from _placed(found, locate, pointer)


def _parsed(
    text: str, locate: Locator, pointer: Pointer, own: range | None = None
) -> Generator[Finding, None, Expression | None]:
    try:
        return parse(text)
    except FormulaError as error:
        yield from _placed([error.finding], locate, pointer, own)
        return None


def _placed(
    findings: Iterable[Finding], locate: Locator, pointer: Pointer, own: range | None = None
) -> Iterator[Finding]:
    """Move findings from their place in the formula's text to their place in the file.

    ``own`` are the columns that stand in the file, of a formula with more around them.
    """
    for finding in findings:
        # Looked up here only: nearly every formula of a catalog has nothing to be found.
        place, inner = locate(pointer), finding.place
        if place.kolom is None or inner.kolom is None:
            yield finding.moved(place)
            continue
        end = inner.kolom_akhir or inner.kolom + 1
        if own is not None and not own.start <= inner.kolom < end <= own.stop:
            yield finding.moved(place)
            continue
        shift = place.kolom - (1 if own is None else own.start)
        yield finding.moved(replace(place, kolom=inner.kolom + shift, kolom_akhir=end + shift))


def check_composite(
    composite: Composite, variables: Collection[str], locate: Locator, pointer: Pointer
) -> Iterator[Finding]:
    """Yield what is wrong with ``composite`` and the groups in it, each finding at its place.

    Args:
        composite: the composite.
        variables: names of the declared variables. Whether every member is declared is seen by the
            check of the formula that the composite stands for.
        locate: tells where a part of the document stands.
        pointer: where the composite stands in it.
    """
    for key, reason in _structure(composite, variables):
        yield kinds.COMPOSITE_MALFORMED.at(locate((*pointer, *key)), cacat=reason)
    for name, times in Counter(composite.anggota).items():
        if times > 1:
            place = locate((*pointer, "anggota"))
            yield kinds.DUPLICATE_NAME.at(place, jenis="anggota", nama=name)
    yield from _weights(composite, locate, (*pointer, "bobot"))
    for name, group in composite.kelompok.items():
        yield from check_composite(group, variables, locate, (*pointer, "kelompok", name))


def sums_are_explained(composite: Composite) -> bool:
    """Whether some level's weights do not sum to one, and every such level says why not."""
    levels = list(_levels(composite))
    odd = [level for level in levels if level.bobot and sum(level.bobot.values()) != 1]
    return bool(odd) and all(level.catatan for level in odd)


def _levels(composite: Composite) -> Iterator[Composite]:
    yield composite
    for group in composite.kelompok.values():
        yield from _levels(group)


def _structure(composite: Composite, variables: Collection[str]) -> Iterator[tuple[Pointer, Text]]:
    if bool(composite.bobot) == bool(composite.anggota):
        yield (), sentences.catalog.EXACTLY_ONE_OF_BOBOT_AND
    for name in composite.kelompok:
        if name in variables:
            yield ("kelompok", name), sentences.catalog.NAMES_BOTH_A_VARIABLE_AND.filled(nama=name)
        if name not in composite.members:
            yield ("kelompok", name), sentences.catalog.THE_GROUP_IS_NOT_USED.filled(nama=name)
    if composite.ambang is not None and not 0 < composite.ambang <= 1:
        yield ("ambang",), sentences.catalog.A_THRESHOLD_IS_A_SHARE
    for name, weight in composite.bobot.items():
        if weight <= 0:
            yield ("bobot", name), sentences.catalog.THE_WEIGHT_MUST_BE_ABOVE.filled(nama=name)


def _weights(composite: Composite, locate: Locator, pointer: Pointer) -> Iterator[Finding]:
    weights = tuple(composite.bobot.values())
    if not weights:
        return
    if composite.metode == "geometrik" and len(set(weights)) > 1:
        written = (Text.each(partial(format_number, weight)) for weight in weights)
        listed = Text.same(", ").join(written)
        yield kinds.GEOMETRIC_WEIGHTS.at(locate(pointer), bobot=listed)
    total = sum(weights, Fraction(0))
    if total != 1 and composite.catatan:
        yield kinds.WEIGHTS_EXPLAINED.at(locate(pointer), jumlah=total, catatan=composite.catatan)
    elif total != 1:
        yield kinds.WEIGHTS_NOT_ONE.at(locate(pointer), jumlah=total)
