"""What a region makes of the terms that the standard leaves open."""

from collections.abc import Iterable, Iterator
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.answers import FilledTermAnswer, TermState
from kesbang_iku.alignment.deviations import Deviation
from kesbang_iku.alignment.wording.cleaning import clean
from kesbang_iku.alignment.wording.pieces import read_figure
from kesbang_iku.alignment.wording.vocabulary import PATTERNS
from kesbang_iku.alignment.words import plain_tokens
from kesbang_iku.findings import Language, build_answer, decimal_text, sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import OpenTerm
from kesbang_iku.model.open_terms import TermFilling

_NEAR: Final = 40
"""So many characters around a number its words may stand."""


@dataclass(frozen=True, slots=True)
class FilledTerm:
    """A term that an indicator leaves open, and its filling in a region, if it has one."""

    istilah: OpenTerm
    isi: str | None

    @property
    def nama(self) -> str:
        """The name of the term."""
        return self.istilah.nama

    @property
    def keadaan(self) -> TermState:
        """Whether it is still open, filled within its range, or outside of it."""
        if self.isi is None:
            return "terbuka"
        return "sama" if self.istilah.allows(self.isi) else "menyimpang"

    @property
    def deviation(self) -> Deviation:
        """What a filling outside of the range deviates in: another thing is computed."""
        said = sentences.alignment.TERM_OUT_OF_RANGE.filled(hal=self.istilah.hal)
        own = self.istilah.said(self.isi or "")
        return Deviation("rumus", own, self.istilah.range_text, said)

    def as_dict(self, bahasa: Language = "id") -> FilledTermAnswer:
        """Return it as an answer tells it."""
        return build_answer(FilledTermAnswer, self, bahasa)


def filled_terms(
    indicator: Indicator,
    fillings: Iterable[TermFilling],
    region: str | None,
    formula: str | None = None,
) -> tuple[FilledTerm, ...]:
    """Return the open terms of ``indicator`` with what fills them.

    What the region's own formula says goes first, then what is filled for the region, then for all.
    """
    if not indicator.istilah:
        return ()
    known: dict[str, str] = {}
    for whose in (None, region):
        mine = (one for one in fillings if one.kode == indicator.kode and one.wilayah == whose)
        known.update((one.istilah, one.isi) for one in mine)
    said = "" if formula is None else formula
    return tuple(
        FilledTerm(term, stated_filling(term, said) or known.get(term.nama))
        for term in indicator.istilah
    )


def stated_filling(term: OpenTerm, formula: str) -> str | None:
    """Return what ``formula`` says of a term, where it says exactly one thing."""
    if term.rentang is None:
        words = f" {' '.join(plain_tokens(formula))} "
        found = {
            choice.nama
            for choice in term.pilihan
            if any(f" {' '.join(plain_tokens(one))} " in words for one in choice.kata)
        }
    else:
        found = set(_stated_numbers(term, formula))
    return found.pop() if len(found) == 1 else None


def _stated_numbers(term: OpenTerm, formula: str) -> Iterator[str]:
    """Yield the lowest values that a formula names beside one of the term's words."""
    for bound in PATTERNS.lower_bound.finditer(clean(formula)):
        around = bound.string[max(bound.start() - _NEAR, 0) : bound.end() + _NEAR]
        number, certain = read_figure(bound["number"])
        if certain and not set(term.kata).isdisjoint(plain_tokens(around)):
            yield decimal_text(number) or str(number)
