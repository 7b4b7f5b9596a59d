"""A region's formula beside the standard's: whether both are the same function, or what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import permutations
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.relations import Related, Relation, is_ratio, relate
from kesbang_iku.alignment.wording.reader import WordingStatus, read_formula
from kesbang_iku.alignment.words import Phrase, excludes
from kesbang_iku.findings import NOWHERE, Finding, Text, kinds, sentences
from kesbang_iku.formula import Name, Witness, evaluate, parse, unproven, value_text, variables
from kesbang_iku.formula.equality import MAXIMUM_TRIALS
from kesbang_iku.formula.exact import Value
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import Opposition

_FOUND_EQUAL: Final = frozenset(
    {Relation.SAME, Relation.SCALED, Relation.INVERTED, Relation.COMPLEMENT}
)
"""Relations that hold because two formulas were found equal."""
_MOST_VARIABLES: Final = 4
"""With more variables no order of them is looked for: there are too many."""


@dataclass(frozen=True, slots=True)
class FormulaComparison:
    """What became of comparing two formulas.

    Attributes:
        deviation: in what they differ, or ``None`` where nothing of the kind is known.
        findings: why the region's formula could not be read with certainty.
    """

    deviation: Text | None = None
    findings: tuple[Finding, ...] = ()


def compare_formula(
    written: str, name: str, indicator: Indicator, names: KnownNames
) -> FormulaComparison:
    """Compare a formula, in words or symbols, with that of ``indicator``.

    A formula that cannot be read with certainty is not said to deviate: nothing is known about it.
    Only where nothing but its being turned over is doubted, that is what is said.
    """
    standard = indicator.komponen.formula if indicator.komponen else indicator.rumus
    read = read_formula(written, nama=name)
    findings = () if read.status is WordingStatus.READ else read.catatan
    if read.rumus is None or standard is None:
        return FormulaComparison(findings=findings)
    labels = {variable.nama: names.reader.read(variable.label) for variable in read.variabel}
    if _speaks_of(indicator, labels, names):
        # The name of the indicator says less about its subject than its variables do.
        findings = tuple(found for found in findings if found.kind is not kinds.OTHER_SUBJECT)
    if any(found.kind is not kinds.INVERTED for found in findings):
        return FormulaComparison(findings=findings)
    for part, other in _parted(labels, names):
        # What is so and what is not so are the whole together.
        joined = re.sub(rf"\b{other}\b", f"({other} - {part})", read.rumus)
        if relate(joined, standard).relation is Relation.SAME:
            return FormulaComparison(findings=findings)
    related = relate(read.rumus, standard)
    found = _Found(read.rumus, standard, related, labels, indicator, names, bool(findings))
    return FormulaComparison(_deviation(found), (*findings, *_not_proven(found)))


def _not_proven(found: _Found) -> Iterator[Finding]:
    """Yield that two formulas were found alike at points alone, where nothing more is known."""
    spelt = unproven(found.formula, found.standard)
    if spelt and found.related.relation in _FOUND_EQUAL:
        points = found.related.equality.points
        yield kinds.EQUAL_AT_POINTS.at(NOWHERE, bagian=", ".join(spelt), titik=points)


def _parted(labels: Mapping[str, Phrase], names: KnownNames) -> Iterator[tuple[str, str]]:
    """Yield two variables that are called alike, but that the second denies what the first is."""
    turning = (group.anggota.values() for group in names.lexicon.lawan if group.membalik)
    denials = {word for members in turning for words in members for word in words}
    for (first, mine), (second, other) in permutations(labels.items(), 2):
        if denials.isdisjoint(mine.bag) and mine.bag >= other.bag - denials < other.bag:
            yield first, second


def _speaks_of(indicator: Indicator, labels: Mapping[str, Phrase], names: KnownNames) -> bool:
    spoken = {word for phrase in labels.values() for word in phrase.bag} - names.reader.weak
    meant = {word for phrase in names.variables_of(indicator).values() for word in phrase.bag}
    return not spoken.isdisjoint(meant)


class _Found(NamedTuple):
    """A region's formula that was read, what it is to the standard's, and what both speak of."""

    formula: str
    standard: str
    related: Related
    labels: Mapping[str, Phrase]
    indicator: Indicator
    names: KnownNames
    inverted: bool


def _deviation(found: _Found) -> Text | None:
    relation = found.related.relation
    if relation is not Relation.SAME and _is_released(found.standard, found.indicator):
        return sentences.alignment.RELATIONS["own"]
    if relation is Relation.COMPLEMENT:
        said = sentences.alignment.COMPUTES_THE_REST_MINUS_THE
        rest = Text.each(partial(said.fill, utuh=found.related.whole))
        return None if _is_meant(found) else rest
    if relation not in (Relation.SAME, Relation.SCALED):
        return _of_another_version(found) or _different(found)
    ratio = is_ratio(found.standard)
    if _is_swapped(found) or (found.inverted and ratio):
        return sentences.alignment.RELATIONS["inverted"] if ratio else sentences.alignment.SWAPPED
    another = _another_measure(found)
    if another is not None or relation is Relation.SAME:
        return another or _other_variable(found)
    said, factor = sentences.alignment.THE_SAME_UP_TO_A, found.related.factor
    return Text.each(partial(said.fill, kali=factor, balik=1 / factor))


def _is_meant(found: _Found) -> bool:
    """Say whether the rest is meant: that of what is not so, or what the indicator is called."""
    if any(group.membalik for _, _, group in _pairs(found)):
        return True
    telling, read = found.names.telling, found.names.reader.read
    named = telling(read(found.indicator.nama))
    return is_ratio(found.formula) and any(named <= telling(one) for one in found.labels.values())


def _is_summed_up(found: _Found) -> bool:
    """Say whether one score stands for all the standard's, called like them: ``semua dimensi``."""
    meant, telling = found.names.variables_of(found.indicator), found.names.telling
    parts = [telling(meant[one]) for one in variables(parse(found.standard)) if one in meant]
    own = [telling(one) for one in found.labels.values()]
    if found.related.relation is not Relation.DIFFERENT or not len(own) == 1 < len(parts):
        return False
    called, common = own[0], frozenset.intersection(*parts)
    return not called.isdisjoint(common) and (called - common).isdisjoint(frozenset.union(*parts))


def _different(found: _Found) -> Text | None:
    """Say that two formulas differ, and how that is known: by numbers, or only by trying."""
    if _is_summed_up(found):
        return None
    relation, compared = found.related.relation, found.related.equality
    told = [sentences.alignment.RELATIONS[relation.name.lower()]]
    if compared.witness is not None:
        told.append(_witness(compared.witness, found.labels))
    elif compared.tried_all:
        told.append(sentences.alignment.OTHER_VARIABLES)
    if not compared.tried_all:
        told.append(sentences.alignment.NOT_ALL_TRIED.filled(jumlah=MAXIMUM_TRIALS))
    return Text.same(" ").join(told)


def _witness(witness: Witness, labels: Mapping[str, Phrase]) -> Text:
    """Return numbers at which two formulas differ, and what each gives there."""
    said = sentences.alignment
    gives = {"milik": _shown(witness.ours), "standar": _shown(witness.theirs)}
    if witness.level is not None:
        before = witness.level_before
        earlier = Text.same("") if before is None else said.BEFORE.filled(nilai=before)
        return said.WITNESS_AT_A_LEVEL.filled(nilai=witness.level, sebelum=earlier, **gives)
    held = [
        Text.same(f"{labels[name].text} = ").join([Text.same(""), _shown(Fraction(value))])
        for name, value in witness.values.items()
        if isinstance(value, int | Fraction)
    ]
    return said.WITNESS.filled(nilai=Text.same(", ").join(held), **gives)


def _shown(value: Value) -> Text:
    return Text.each(partial(value_text, value))


def _of_another_version(found: _Found) -> Text | None:
    for other in found.names.katalog.versions(found.indicator.kode):
        formula = other.komponen.formula if other.komponen else other.rumus
        if other.versi != found.indicator.versi and formula is not None:
            known = variables(parse(formula))
            same = relate(found.formula, formula).relation is Relation.SAME
            if same and len(known) > 1:
                return sentences.alignment.THIS_IS_THE_FORMULA_OF.filled(
                    lain=other.versi, versi=found.indicator.versi
                )
    return None


def _is_released(standard: str, indicator: Indicator) -> bool:
    """Tell whether the standard's formula is nothing but the value that somebody released."""
    kinds = {variable.nama: variable.jenis for variable in indicator.variabel}
    tree = parse(standard)
    return isinstance(tree, Name) and kinds.get(tree.name) == "rilis"


def _is_swapped(found: _Found) -> bool:
    """Say whether another order of the variables fits their labels better than the formula's."""
    renaming, names = found.related.renaming, found.names
    meant = names.variables_of(found.indicator)
    if not 1 < len(renaming) <= _MOST_VARIABLES or not meant.keys() >= set(renaming.values()):
        return False

    def fit(order: Sequence[str]) -> float:
        pairs = zip(renaming, order, strict=True)
        return sum(names.likeness(found.labels[own], meant[other]) for own, other in pairs)

    best = max(permutations(renaming.values()), key=fit)
    lead = names.matching.bobot.tertukar.number
    if fit(best) < fit(list(renaming.values())) + lead:
        return False
    # Where the order does not matter, as in a sum, none is wrong.
    values = {other: 2 + 3 * number for number, other in enumerate(best)}
    now = {own: values[other] for own, other in zip(renaming, best, strict=True)}
    usual = {own: values[other] for own, other in renaming.items()}
    return evaluate(found.formula, now) != evaluate(found.formula, usual)


def _paired(found: _Found) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield each variable's name with that of the standard's which it stands for."""
    meant = found.names.variables_of(found.indicator)
    for own, other in found.related.renaming.items():
        if other in meant:
            yield found.labels[own], meant[other]


def _pairs(found: _Found) -> Iterator[tuple[Phrase, Phrase, Opposition]]:
    """Yield each variable's name with the standard's, where a word of it speaks against that.

    A word that the indicator itself is named with never does.
    """
    named = found.names.reader.read(found.indicator.nama)
    meant = found.names.variables_of(found.indicator).values()
    for mine, theirs in _paired(found):
        others = (phrase.bag for phrase in meant if phrase is not theirs)
        shared = found.names.telling(mine).intersection(theirs.bag).difference(*others)
        for group in found.names.lexicon.lawan:
            marks = mine.marks.get(group.nama, frozenset())
            common = marks & named.marks.get(group.nama, frozenset())
            speaks = marks or (group.membalik and shared)
            if speaks and not common and excludes(mine, theirs, group):
                yield mine, theirs, group


def _another_measure(found: _Found) -> Text | None:
    """Say which variable is a measure of another indicator: inhabitants, where conflicts are meant.

    Only what is called like that measure, and shares no word with the one meant.
    """
    for mine, theirs in _paired(found):
        telling, other = map(found.names.telling, (mine, theirs))
        if telling in found.names.measures and telling.isdisjoint(other):
            return sentences.alignment.THE_FORMULA_HAS_THE_SAME.filled(
                satu=mine.text, dua=theirs.text
            )
    return None


def _other_variable(found: _Found) -> Text | None:
    """Say which variable has another meaning by its own words: handled, where resolved is meant."""
    named = found.names.reader.read(found.indicator.nama).marks
    for mine, theirs, group in _pairs(found):
        same_kind = group.nama in theirs.marks or group.nama in named
        narrower = group.slot == "objek" and not theirs.bag.isdisjoint(group.bila)
        if same_kind or group.membalik or narrower:
            return sentences.alignment.THE_SAME_FORMULA_BUT_IS.filled(
                satu=mine.text, dua=theirs.text, alasan=group.alasan
            )
    return None
