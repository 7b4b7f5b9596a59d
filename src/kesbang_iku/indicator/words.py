"""How the closed words of a definition are told to people: units, and classes of scales."""

from kesbang_iku.findings import Text, sentences
from kesbang_iku.model.periods import ANNUAL, period_named
from kesbang_iku.model.scale import Scale


def unit_words(name: str) -> Text:
    """Return a unit as people write it; one that only a local catalog has, by its name there."""
    known = sentences.units.UNITS
    return known[name] if name in known else Text.same(name.replace("_", " "))


def period_words(written: str) -> Text:
    """Return a period in words: ``triwulan 1`` for ``triwulan-1``."""
    names = sentences.scorecard.PERIODS
    period = period_named(written)
    if period is None:
        return names[written] if written in names else Text.same(written)
    part = Text.each(lambda language: f"{names[period.kind].plain(language)} {period.number}")
    return sentences.scorecard.UP_TO.filled(bagian=part) if period.cumulative else part


def time_words(written: str) -> Text:
    """Return what stands in front of a year for the part of it that is meant, or for the whole."""
    return sentences.validation.YEAR if written == ANNUAL else period_words(written)


def class_words(label: str, scale: Scale | None) -> Text:
    """Return what a class of a scale is called; one that the scale lacks is called ``label``."""
    found = None if scale is None else scale.named(label)
    return Text.translated(label, None if found is None else found.label_en)
