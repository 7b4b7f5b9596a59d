"""What a region makes of the terms that the standard leaves open."""

from __future__ import annotations

from collections.abc import Iterable

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.answers import FilledTermAnswer, TermState
from kesbang_iku.alignment.deviations import Deviation
from kesbang_iku.findings import Language, build_answer, sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import OpenTerm
from kesbang_iku.model.open_terms import TermFilling


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
    indicator: Indicator, fillings: Iterable[TermFilling], region: str | None
) -> tuple[FilledTerm, ...]:
    """Return the open terms of ``indicator``; what is filled for the region itself goes first."""
    if not indicator.istilah:
        return ()
    known: dict[str, str] = {}
    for whose in (None, region):
        mine = (one for one in fillings if one.kode == indicator.kode and one.wilayah == whose)
        known.update((one.istilah, one.isi) for one in mine)
    return tuple(FilledTerm(term, known.get(term.nama)) for term in indicator.istilah)
