"""Proving at load time that a composite can be put together, on every level of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import partial

from kesbang_iku.findings import Finding, Text, format_number, kinds, sentences
from kesbang_iku.model.definition import Composite
from kesbang_iku.sources.shape import Locator, Pointer


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
            yield kinds.DUPLICATE_NAME.at(place, value=name, jenis="anggota", nama=name)
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
        yield (
            (),
            sentences.catalog.EXACTLY_ONE_OF_BOBOT_AND,
        )
    for name in composite.kelompok:
        if name in variables:
            yield (
                ("kelompok", name),
                sentences.catalog.NAMES_BOTH_A_VARIABLE_AND.filled(nama=name),
            )
        if name not in composite.members:
            yield (
                ("kelompok", name),
                sentences.catalog.THE_GROUP_IS_NOT_USED.filled(nama=name),
            )
    if composite.ambang is not None and not 0 < composite.ambang <= 1:
        yield (
            ("ambang",),
            sentences.catalog.A_THRESHOLD_IS_A_SHARE,
        )
    for name, weight in composite.bobot.items():
        if weight <= 0:
            yield (
                ("bobot", name),
                sentences.catalog.THE_WEIGHT_MUST_BE_ABOVE.filled(nama=name),
            )


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
