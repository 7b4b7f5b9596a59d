"""What a result needs to reach its target: of which count how many, all others as they are."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text, build_answer, sentences
from kesbang_iku.indicator.answers import NeedAnswer


@dataclass(frozen=True, slots=True)
class Need:
    """The whole number of one variable with which the target is reached.

    The number before it, nearer to what is reported, does not reach it.

    Attributes:
        variabel: the variable.
        label: what it is called.
        kini: what is reported of it.
        menjadi: what it has to be.
        dari: what it is a part of, and cannot be larger than; ``None`` where nothing bounds it.
        nilai: the value that is then published.
    """

    variabel: str
    label: str
    kini: int
    menjadi: int
    dari: int | Fraction | None
    nilai: Decimal

    @property
    def selisih(self) -> int:
        """How many more are needed; negative where there have to be fewer."""
        return self.menjadi - self.kini

    @property
    def keterangan(self) -> Text:
        """It as a sentence, with what it takes for granted."""
        return self._said(sentences.indicator.NEEDED)

    @property
    def singkat(self) -> Text:
        """It in a few words, for a table: ``perlu 18 dari 20, kurang 1``."""
        return self._said(sentences.indicator.NEEDED_SHORT)

    def _said(self, forms: Mapping[str, Text]) -> Text:
        kind = "fewer" if self.selisih < 0 else "more" if self.dari is None else "part"
        numbers = {
            "kini": Fraction(self.kini),
            "menjadi": Fraction(self.menjadi),
            "dari": Fraction(self.dari or 0),
            "selisih": Fraction(abs(self.selisih)),
        }
        return forms[kind].filled(label=self.label, **numbers)

    def as_dict(self, bahasa: Language = "id") -> NeedAnswer:
        """Return it as it stands in the answer to ``compute``; numbers are texts."""
        return build_answer(
            NeedAnswer,
            self,
            bahasa,
            **{key: str(getattr(self, key)) for key in ("kini", "menjadi", "selisih")},
        )
