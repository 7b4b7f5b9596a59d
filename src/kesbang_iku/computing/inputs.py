"""Reading the numbers of an item: from what a region wrote to exact values the formula can take."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from kesbang_iku.computing.findings import (
    ABOVE_MAXIMUM,
    BELOW_MINIMUM,
    NOT_WHOLE,
    UNKNOWN_VARIABLE,
    UNREADABLE_VALUE,
    WRONG_VERSION,
)
from kesbang_iku.computing.printed import PrintedNumber
from kesbang_iku.diagnostics import Finding, FindingKind, Level, Place, Text
from kesbang_iku.files.notation import format_number
from kesbang_iku.files.numbers import Bound, Number, Range, Reading, Words, from_python, read_number
from kesbang_iku.files.shape import shown
from kesbang_iku.model.definition import Bounds, Definition, Variable

if TYPE_CHECKING:
    from kesbang_iku.computing.item import ItemInput

_TOKEN: Final = re.compile(r"\d(?:[\d.,]*\d)?", re.ASCII)
_MOST_DECIMALS: Final = 40
_FORMS: Final = {
    Range: Text("rentang", "a range"),
    Bound: Text("batas", "a bound"),
    Words: Text("kata", "words"),
}


@dataclass(slots=True)
class Inputs:
    """The numbers of an item, read.

    Attributes:
        values: exact values of the variables that are present.
        previous: the same of the previous period.
        findings: what was found on the way.
        rejected: whether some number cannot be right, so that no value may be computed.
    """

    values: dict[str, Fraction] = field(default_factory=dict)
    previous: dict[str, Fraction] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    rejected: bool = False


def read_inputs(definition: Definition, item: ItemInput) -> Inputs:
    """Return the variables of ``item``, read as ``definition`` declares them."""
    inputs = Inputs()
    for key, raw, values in (
        ("variabel", item.variabel, inputs.values),
        ("sebelumnya", item.sebelumnya, inputs.previous),
    ):
        for name, written in raw.items():
            variable = definition.variables_by_name.get(name)
            if variable is None:
                place = item.locate((key, name))
                inputs.findings.append(_unknown(name, definition, item, place))
                inputs.rejected = True
                continue
            if type(written) is int or type(written) is Fraction:
                value: Fraction | None = Fraction(written)
            else:
                value = _read_variable(written, variable, item, (key, name), inputs)
            if value is not None and _fits(value, variable, item, (key, name), inputs):
                values[name] = value
    return inputs


def _read_variable(
    written: object, variable: Variable, item: ItemInput, pointer: tuple[str, str], inputs: Inputs
) -> Fraction | None:
    place = item.locate(pointer)
    bounds = Bounds.model_construct(min=variable.minimum, maks=variable.maximum)
    number, findings = read_one(
        written, variable.nama, bounds, item, place, whole=variable.whole
    )
    inputs.findings += findings
    if any(finding.tingkat is Level.GALAT for finding in findings):
        inputs.rejected = True
    return number.value if number is not None else None


def read_one(
    written: object,
    name: str,
    bounds: Bounds | None,
    item: ItemInput,
    place: Place,
    *,
    whole: bool = False,
) -> tuple[PrintedNumber | None, list[Finding]]:
    """Return what is written as one number, or ``None`` where it is missing or no number.

    Args:
        written: a number of Python's, or a text as a region writes it.
        name: what the number is, for findings.
        bounds: what is possible, to settle an ambiguous notation.
        item: the item it belongs to; its ``format_angka`` counts.
        place: where it stands.
        whole: whether only whole numbers are possible.
    """
    reading = read_value(written, bounds, item, place, whole=whole)
    findings = list(reading.findings)
    content = reading.value
    if isinstance(content, Number):
        decimals = _printed_decimals(reading.text, content.value)
        return PrintedNumber(content.value, decimals, shown(written), place), findings
    form = _FORMS.get(type(content))
    if form is not None:
        findings.append(
            UNREADABLE_VALUE.at(
                place, value=shown(written), nama=name, bentuk=form.id, bentuk_en=form.en
            )
        )
    return None, findings


def read_value(
    written: object,
    bounds: Bounds | None,
    item: ItemInput,
    place: Place,
    *,
    whole: bool = False,
) -> Reading:
    """Return what is written as a number, range, bound, words, or as missing."""
    if written is not None and not isinstance(written, str):
        reading = from_python(written)
        return replace(reading, findings=tuple(found.moved(place) for found in reading.findings))
    return read_number(
        written,
        format_angka=item.format_angka,
        minimum=bounds.min if bounds else None,
        maximum=bounds.maks if bounds else None,
        whole=whole,
        place=place,
    )


def _printed_decimals(text: str, value: Fraction) -> int:
    """Return how many decimals the number in ``text`` was printed with, trailing zeros included."""
    token = _TOKEN.search(text)
    mark = max(token.group().rfind(","), token.group().rfind(".")) if token else -1
    if token is not None and mark >= 0:
        decimals = len(token.group()) - mark - 1
        digits = "".join(filter(str.isdigit, token.group()))
        if abs(value) == Fraction(int(digits), 10**decimals):
            return decimals
    places = 0
    while (value * 10**places).denominator != 1 and places < _MOST_DECIMALS:
        places += 1
    return places


def _fits(
    value: Fraction, variable: Variable, item: ItemInput, pointer: tuple[str, str], inputs: Inputs
) -> bool:
    kind: FindingKind | None = None
    bound: Fraction | None = None
    if variable.minimum is not None and value < variable.minimum:
        kind, bound = BELOW_MINIMUM, variable.minimum
    elif variable.maximum is not None and value > variable.maximum:
        kind, bound = ABOVE_MAXIMUM, variable.maximum
    elif variable.whole and value.denominator != 1:
        kind = NOT_WHOLE
    if kind is None:
        return True
    number = format_number(value)
    facts = {"nama": variable.nama, "nilai": number}
    if bound is not None:
        facts["batas"] = format_number(bound)
    inputs.findings.append(kind.at(item.locate(pointer), value=number, **facts))
    inputs.rejected = True
    return False


def _unknown(name: str, definition: Definition, item: ItemInput, place: Place) -> Finding:
    wanted = ", ".join(definition.variables_by_name)
    for other in item.siblings:
        if name in other.variables_by_name:
            return WRONG_VERSION.at(
                place,
                value=name,
                variabel=name,
                kode=definition.kode,
                versi=definition.versi,
                versi_lain=other.versi,
                masa_lain=other.berlaku,
                tahun=item.tahun,
                harus=wanted,
            )
    near = difflib.get_close_matches(name, definition.variables_by_name, n=1)
    usul = f"Barangkali yang dimaksud '{near[0]}'." if near else f"Pakai: {wanted}."
    usul_en = f"Perhaps '{near[0]}' is meant." if near else f"Use: {wanted}."
    return UNKNOWN_VARIABLE.at(
        place,
        value=name,
        kode=definition.kode,
        variabel=name,
        harus=wanted,
        usul=usul,
        usul_en=usul_en,
    )


