"""``explain --rincian``: what each component adds to a value, and to its change in a year."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Self

from kesbang_iku._records import dataclass
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import AnswerTable, Column, columns_of
from kesbang_iku.composite import decomposition
from kesbang_iku.findings import Language, Text, build_answer, format_number
from kesbang_iku.findings.sentences import commands
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.answers import (
    BreakdownAnswer,
    ComponentChangeAnswer,
    ContributionAnswer,
    ValueChangeAnswer,
)
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.status import Status

_SHARE_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One result, taken apart by component.

    Attributes:
        indicator: the definition it was computed by.
        parts: what each component adds to the value; none where it cannot be taken apart.
        before: the result of the year before, where there is one of the same version.
        change: the change since then.
        remarks: why something is not taken apart.
    """

    indicator: Indicator
    parts: tuple[decomposition.Contribution, ...]
    before: Result | None
    change: decomposition.Decomposition | None
    remarks: tuple[Text, ...]

    @classmethod
    def of(cls, result: Result, indicator: Indicator, results: Iterable[Result]) -> Self:
        """Return ``result`` taken apart; the year before is looked for among ``results``."""
        remarks: list[Text] = []
        parts: tuple[decomposition.Contribution, ...] = ()
        change = None
        try:
            parts = decomposition.contributions(indicator, result.masukan)
        except decomposition.CompositeError as error:
            remarks.append(error.text)
        before = _year_before(result, results) if parts else None
        if before is not None and before.versi != result.versi:
            remarks.append(
                commands.explain.OTHER_VERSION.filled(tahun=str(before.tahun), versi=before.versi)
            )
            before = None
        if before is not None:
            try:
                change = decomposition.decompose_change(indicator, before.masukan, result.masukan)
            except decomposition.CompositeError as error:
                remarks.append(error.text)
        return cls(indicator, parts, before, change, tuple(remarks))

    def as_dict(self, language: Language) -> BreakdownAnswer:
        """Return it as a JSON object; numbers are texts, exact ones ``None`` for floats."""
        return BreakdownAnswer(
            sumbangan=[
                build_answer(ContributionAnswer, part, **self._entry(part), nilai=str(part.value))
                for part in self.parts
            ],
            perubahan=self._change(),
            keterangan=[remark.plain(language) for remark in self.remarks],
        )

    def _change(self) -> ValueChangeAnswer | None:
        if self.change is None or self.before is None or self.before.tahun is None:
            return None
        decimals = self.indicator.desimal
        return ValueChangeAnswer(
            tahun=self.before.tahun,
            sebelum=_rounded(self.change.before, decimals),
            sesudah=_rounded(self.change.after, decimals),
            selisih=_rounded(self.change.total, decimals),
            komponen=[
                build_answer(
                    ComponentChangeAnswer,
                    part,
                    **self._entry(part),
                    sebelum=str(part.before),
                    sesudah=str(part.after),
                )
                for part in self.change.parts
            ],
        )

    def _entry(self, part: decomposition.Contribution | decomposition.Change) -> dict[str, object]:
        return {
            "variabel": part.variable,
            "bobot": str(part.weight),
            "sumbangan": _rounded(part.amount, self.indicator.desimal),
            "sumbangan_eksak": None if isinstance(part.amount, float) else str(part.amount),
            "bagian": None if part.share is None else _rounded(part.share, decimals=4),
        }

    def tables(self, session: Session) -> Iterator[AnswerTable]:
        """Yield the tables of the contributions and of the change."""
        language = session.language
        remarks = [remark.plain(language) for remark in self.remarks]
        yield AnswerTable(
            session.say(commands.explain.CONTRIBUTIONS),
            _columns(("komponen", "bobot", "nilai", "sumbangan", "bagian"), session),
            [self._cells(part, (part.value,), language) for part in self.parts],
            remarks,
        )
        if self.change is None or self.before is None:
            return
        decimals = self.indicator.desimal
        title = session.say(
            commands.explain.CHANGE,
            tahun=str(self.before.tahun),
            sebelum=_number(self.change.before, decimals, language),
            sesudah=_number(self.change.after, decimals, language),
            selisih=_signed(self.change.total, decimals, language),
        )
        yield AnswerTable(
            title,
            _columns(("komponen", "bobot", "sebelum", "sesudah", "sumbangan", "bagian"), session),
            [
                self._cells(part, (part.before, part.after), language, signed=True)
                for part in self.change.parts
            ],
        )

    def _cells(
        self,
        part: decomposition.Contribution | decomposition.Change,
        values: Sequence[Fraction],
        language: Language,
        *,
        signed: bool = False,
    ) -> tuple[str, ...]:
        write = _signed if signed else _number
        share = None if part.share is None else _number(part.share * 100, _SHARE_DECIMALS, language)
        return (
            part.label,
            format_number(part.weight, language),
            *(format_number(value, language) for value in values),
            write(part.amount, self.indicator.desimal, language),
            "" if share is None else f"{share}%",
        )


def _year_before(result: Result, results: Iterable[Result]) -> Result | None:
    """Return the complete result of the same region and period in the year before."""
    if result.tahun is None:
        return None
    wanted = (result.kode, result.wilayah, result.periode, result.tahun - 1, Status.COMPLETE)
    for other in results:
        if (other.kode, other.wilayah, other.periode, other.tahun, other.status) == wanted:
            return other
    return None


def _columns(keys: Iterable[str], session: Session) -> list[Column]:
    words, texts = commands.explain.COMPONENT_COLUMNS, {"komponen"}
    return columns_of(words, session, keys, number=words.keys() - texts, flexible=texts)


def _rounded(value: Fraction | float, decimals: int) -> str:
    return format(round_half_up(Fraction(value), decimals), "f")


def _number(value: Fraction | float, decimals: int, language: Language) -> str:
    return format_number(round_half_up(Fraction(value), decimals), language)


def _signed(value: Fraction | float, decimals: int, language: Language) -> str:
    text = _number(value, decimals, language)
    return f"+{text}" if value > 0 else text
