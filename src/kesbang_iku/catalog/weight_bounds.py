"""Which weights published parts and totals leave possible, and which claims they refute."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypedDict

from kesbang_iku.findings.numerals import decimal_text, decimals_of
from kesbang_iku.formula import parse
from kesbang_iku.formula.linear import linear
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.observation import Observation
from kesbang_iku.sources.numbers import Number, read_number
from kesbang_iku.worlds.span import Span, exactly, rounded
from kesbang_iku.worlds.weights import Row, WeightBounds, bounds_of

LEAST_ROWS: Final = 2
"""One row alone refutes no weights: it may itself be a slip."""
_STEP: Final = Decimal("0.0001")


def weights_of(definition: Definition) -> Mapping[str, Fraction] | None:
    """Return the weight of each part of an indicator that is a weighted mean of them."""
    if definition.komponen is None:
        return None
    total = linear(parse(definition.komponen.formula))
    if total is None or total.constant or sum(total.coefficients.values()) != 1:
        return None
    return total.coefficients if len(total.coefficients) >= LEAST_ROWS else None


def weight_bounds(
    definition: Definition, observations: Iterable[Observation]
) -> WeightBounds | None:
    """Return which weights can stand behind what was published of an indicator.

    Args:
        definition: the version of the indicator.
        observations: the published values of its code.

    Returns:
        The bounds and the rows they rest on; ``None`` for what is no weighted mean, or where fewer
        than two rows with all parts and the total were published.
    """
    weights = weights_of(definition)
    if weights is None:
        return None
    rows = published_rows(definition, observations, tuple(weights))
    return bounds_of(rows) if len(rows) >= LEAST_ROWS else None


def published_rows(
    definition: Definition, observations: Iterable[Observation], names: tuple[str, ...]
) -> list[Row]:
    """Return the published rows with all parts and the total, those of worked examples too.

    What was worked out of the total tells nothing about the weights, and a print whose slip is
    noted in its remark is no evidence.
    """
    groups: dict[tuple[str, int, str], dict[str | None, Observation]] = {}
    for found in observations:
        if found.dipakai and found.tahun in definition.berlaku and found.kedudukan != "turunan":
            about = (found.wilayah, found.tahun, found.edisi or "")
            groups.setdefault(about, {}).setdefault(found.bagian, found)
    rows = []
    for (region, year, _), group in sorted(groups.items()):
        total = group.get(None)
        if total is not None and total.catatan is None and set(names) <= group.keys():
            parts = {name: span_of_observation(definition, group[name]) for name in names}
            rows.append(Row(f"{region} {year}", parts, span_of_observation(definition, total)))
    return rows + _examples(definition, names, {row.name for row in rows})


class WeightAnswer(TypedDict):
    """One weight: what the definition says, and what published rows leave possible."""

    bagian: str
    bobot: str
    dari: str | None
    sampai: str | None
    mungkin: bool


class WeightsAnswer(TypedDict):
    """The answer of ``show --bobot``."""

    skema: Literal["kesbang-iku/bobot/1"]
    kode: str
    versi: str
    kedudukan: str
    baris: list[str]
    bukti: list[str]
    bobot: list[WeightAnswer]
    membantah: list[str]
    membantah_bobot_sama: list[str]


def weights_answer(definition: Definition, found: WeightBounds) -> WeightsAnswer:
    """Return what published rows say about the weights of a definition."""
    weights = weights_of(definition) or {}
    same = dict.fromkeys(weights, Fraction(1, max(len(weights), 1)))
    parts: list[WeightAnswer] = []
    for name, weight in weights.items():
        low, high = found.bounds.get(name, (None, None))
        parts.append(
            {
                "bagian": name,
                "bobot": decimal_text(weight) or str(weight),
                "dari": None if low is None else str(rounded_down(low)),
                "sampai": None if high is None else str(rounded_down(high) + _STEP),
                "mungkin": low is not None and high is not None and low <= weight <= high,
            }
        )
    return {
        "skema": "kesbang-iku/bobot/1",
        "kode": definition.kode,
        "versi": definition.versi,
        "kedudukan": "" if definition.komponen is None else definition.komponen.kedudukan,
        "baris": [row.name for row in found.rows],
        "bukti": [row.name for row in found.cutting],
        "bobot": parts,
        "membantah": [row.name for row in found.refuted_by(weights)],
        "membantah_bobot_sama": [row.name for row in found.refuted_by(same)],
    }


def rounded_down(value: Fraction) -> Decimal:
    """Return an end of a weight with four decimals, cut off: the next one up is above it."""
    return Decimal(value.numerator * 10**4 // value.denominator).scaleb(-4)


def _examples(definition: Definition, names: tuple[str, ...], known: set[str]) -> list[Row]:
    rows = []
    for example in definition.contoh:
        name = f"{example.wilayah or example.nama} {example.tahun or ''}".strip()
        if name in known or example.tercetak is None or not set(names) <= example.variabel.keys():
            continue
        total = read_number(example.tercetak, format_angka="en").value
        if isinstance(total, Number):
            # How many zeros their numbers end in is not known.
            shown = {part: example.variabel[part] for part in names}
            parts = {part: rounded(one, decimals_of(one) or 0) for part, one in shown.items()}
            decimals = len(example.tercetak.partition(".")[2])
            rows.append(Row(name, parts, rounded(total.value, decimals)))
    return rows


def span_of_observation(definition: Definition, found: Observation) -> Span:
    """Return what a published number stands for: counts and money are points."""
    variable = definition.variables_by_name.get(found.bagian or "")
    if variable is not None and variable.whole:
        return exactly(found.eksak)
    return rounded(found.eksak, found.desimal)
