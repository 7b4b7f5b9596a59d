"""Reading the numbers of an item: from what a region wrote to exact values the formula can take."""

import re
from collections.abc import Collection, Sequence
from dataclasses import field, replace
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import (
    Finding,
    FindingKind,
    Level,
    Place,
    Repair,
    kinds,
    sentences,
    worst_level,
)
from kesbang_iku.findings.near import near
from kesbang_iku.indicator.engine import Engine, ExpectedUnit, VariableLimits
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.indicator.written_units import check_unit
from kesbang_iku.model.definition import Bounds, Definition
from kesbang_iku.model.vocabulary import NumberFormat
from kesbang_iku.sources.document import Key, NumberText
from kesbang_iku.sources.notation import plain
from kesbang_iku.sources.numbers import (
    Bound,
    Limit,
    Number,
    Range,
    Reading,
    Words,
    from_python,
    read_number,
    simple_number,
)
from kesbang_iku.sources.shape import Pointer, shown
from kesbang_iku.sources.spelling import key_meant

_TOKEN: Final = regex(r"\d(?:[\d.,]*\d)?", re.ASCII)
_MOST_DECIMALS: Final = 40
_SHORT: Final = 10**40
_FORMS: Final = {Range: "range", Bound: "bound", Words: "words"}


@dataclass(slots=True)
class Inputs:
    """The numbers of an item, read.

    Attributes:
        values: exact values of the variables that are present.
        previous: the same of the previous period.
        findings: what was found on the way.
        rejected: whether some number cannot be right, so that no value may be computed.
    """

    values: dict[str, int | Fraction] = field(default_factory=dict)
    previous: dict[str, int | Fraction] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    rejected: bool = False


def read_inputs(engine: Engine, item: ItemInput) -> Inputs:
    """Return the variables of ``item``, read as the definition declares them."""
    inputs = Inputs()
    limits = engine.limits
    for key, written, values in (
        ("variabel", item.variabel, inputs.values),
        ("sebelumnya", item.sebelumnya, inputs.previous),
    ):
        for name, number in written.items():
            limit = limits.get(name)
            if limit is None:
                place = item.locate((key, Key(str(name))))
                unknown = _unknown(str(name), engine.definition, item, place, written)
                inputs.findings.append(unknown)
                inputs.rejected = True
                continue
            value = _read_variable(number, name, limit, item, key, inputs)
            if value is None:
                continue
            if limit.bounds.contains(value) and not (limit.whole and value.denominator != 1):
                values[name] = value
            else:
                inputs.findings.append(_impossible(value, name, limit, item, key))
                inputs.rejected = True
    return inputs


def _read_variable(
    written: object, name: str, limit: VariableLimits, item: ItemInput, key: str, inputs: Inputs
) -> int | Fraction | None:
    if (type(written) is int or type(written) is Fraction) and _is_short(written):
        return written
    if type(written) is str:
        simple = simple_number(written, item.format_angka)
        if simple is not None and type(simple.value) is Number:
            return simple.value.value
    pointer = (key, name)
    reading = read_value(written, limit.bounds, item, pointer, whole=limit.whole)
    content, findings = _one_number(reading, written, name, item, pointer, limit.unit)
    if findings:
        inputs.findings += findings
        if worst_level(findings) is Level.GALAT:
            inputs.rejected = True
    return content.value if content is not None else None


def read_one(
    written: object,
    name: str,
    bounds: Bounds | None,
    item: ItemInput,
    pointer: Pointer,
    *,
    whole: bool = False,
    unit: ExpectedUnit | None = None,
) -> tuple[PrintedNumber | None, Sequence[Finding]]:
    """Return what is written as one number, or ``None`` where it is missing or no number.

    Args:
        written: a number of Python's, or a text as a region writes it.
        name: what the number is, for findings.
        bounds: what is possible, to settle an ambiguous notation.
        item: the item it belongs to; its ``format_angka`` counts.
        pointer: where in the item it stands.
        whole: whether only whole numbers are possible.
        unit: the unit it should have, if one may be written behind it.
    """
    reading = read_value(written, bounds, item, pointer, whole=whole)
    content, findings = _one_number(reading, written, name, item, pointer, unit)
    if content is None:
        return None, findings
    decimals = content.decimals
    if decimals is None:
        decimals = _printed_decimals(reading.text, content.value)
    where = partial(item.locate, pointer)
    by_program = not isinstance(written, str) or isinstance(written, NumberText)
    return PrintedNumber(content.value, decimals, written, where, by_program), findings


def _one_number(  # the parts of a cell, all needed
    reading: Reading,
    written: object,
    name: str,
    item: ItemInput,
    pointer: Pointer,
    unit: ExpectedUnit | None,
) -> tuple[Number | None, Sequence[Finding]]:
    """Return the one number that was read, or ``None`` where there is none."""
    content = reading.value
    if isinstance(content, Number):
        if unit is None or content.unit is None:
            return content, reading.findings
        doubts = check_unit(content.unit, unit, name, partial(item.locate, pointer))
        findings = (*reading.findings, *doubts)
        return None if worst_level(findings) is Level.GALAT else content, findings
    form = _FORMS.get(type(content))
    if form is None:
        return None, reading.findings
    unreadable = kinds.UNREADABLE_VALUE.at(
        item.locate(pointer),
        value=shown(written),
        nama=name,
        bentuk=sentences.indicator.FORMS[form],
    )
    return None, (*reading.findings, unreadable)


def read_value(
    written: object,
    bounds: Bounds | None,
    item: ItemInput,
    pointer: Pointer,
    *,
    whole: bool = False,
) -> Reading:
    """Return what is written as a number, range, bound, words, or as missing."""
    if written is None or isinstance(written, str):
        ends = (None, None) if bounds is None else (bounds.min, bounds.maks)
        read = _read_text if type(written) is str else _read
        reading = read(written, item.format_angka, *ends, whole)
    elif (type(written) is int or type(written) is Fraction) and _is_short(written):
        return Reading("", Number(Fraction(written)))
    else:
        reading = from_python(written)
    if not reading.findings:
        return reading
    place = item.locate(pointer)
    return replace(reading, findings=tuple(found.moved(place) for found in reading.findings))


def _read(
    text: str | None, notation: NumberFormat | None, least: Limit, most: Limit, whole: bool
) -> Reading:
    return read_number(text, format_angka=notation, minimum=least, maximum=most, whole=whole)


_read_text = lru_cache(maxsize=4096)(_read)
"""What is no number beyond doubt stands in many rows: a target, a word for what is missing."""


def _is_short(number: int | Fraction) -> bool:
    """Say whether a number needs no look at its length, as every number of a report."""
    return -_SHORT < number.numerator < _SHORT and number.denominator < _SHORT


def _printed_decimals(text: str, value: Fraction) -> int:
    """Return how many decimals the number in ``text`` was printed with, trailing zeros included."""
    token = _TOKEN.search(text)
    mark = max(token.group().rfind(","), token.group().rfind(".")) if token else -1
    if token is not None and mark >= 0:
        decimals = len(token.group()) - mark - 1
        digits = token.group().replace(".", "").replace(",", "")
        if abs(value.numerator) * 10**decimals == int(digits) * value.denominator:
            return decimals
    places = 0
    while (value * 10**places).denominator != 1 and places < _MOST_DECIMALS:
        places += 1
    return places


def _impossible(
    value: int | Fraction, name: str, limit: VariableLimits, item: ItemInput, key: str
) -> Finding:
    """Return that a variable cannot have this value."""
    kind: FindingKind = kinds.NOT_WHOLE
    facts: dict[str, object] = {"nama": name, "nilai": Fraction(value)}
    if limit.minimum is not None and value < limit.minimum:
        kind, facts["batas"] = kinds.BELOW_MINIMUM, limit.minimum
    elif limit.maximum is not None and value > limit.maximum:
        kind, facts["batas"] = kinds.ABOVE_MAXIMUM, limit.maximum
    place = item.locate((key, name))
    return kind.at(place, value=plain(Fraction(value), "."), **facts)


def _unknown(
    name: str, definition: Definition, item: ItemInput, place: Place, written: Collection[object]
) -> Finding:
    """Return what is wrong with a variable's name; ``written`` are the names beside it."""
    wanted = ", ".join(definition.variables_by_name)
    for other in item.siblings:
        if name in other.variables_by_name:
            return kinds.WRONG_VERSION.at(
                place,
                variabel=name,
                kode=definition.kode,
                versi=definition.versi,
                versi_lain=other.versi,
                masa_lain=other.berlaku,
                tahun=item.tahun,
                harus=wanted,
            )
    meant = key_meant(name, definition.variables_by_name)
    repair = None
    if len(meant) == 1 and meant[0] not in written:
        repair = Repair(meant[0], kunci=True)
    guess = meant or near(name, definition.variables_by_name)
    usul = (
        sentences.findings.PERHAPS.filled(dekat=guess[0])
        if guess
        else sentences.indicator.USE.filled(harus=wanted)
    )
    return kinds.UNKNOWN_VARIABLE.at(
        place, kode=definition.kode, variabel=name, harus=wanted, usul=usul
    ).repairable(repair)
