"""Findings counted by code: what a long list of them comes down to."""

from collections import Counter
from collections.abc import Iterable

from kesbang_iku._records import dataclass
from kesbang_iku.findings.answers import CodeCountAnswer, build_answer
from kesbang_iku.findings.finding import Finding, Level
from kesbang_iku.findings.numerals import Language
from kesbang_iku.findings.text import Text


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many findings there are of one code and level.

    Attributes:
        kode: the code.
        tingkat: the level they have here.
        jumlah: how many there are.
        judul: what kind of finding it is.
    """

    kode: str
    tingkat: Level
    jumlah: int
    judul: Text

    def as_dict(self, bahasa: Language = "id") -> CodeCountAnswer:
        """Return it as a JSON object."""
        return build_answer(CodeCountAnswer, self, bahasa)


def count_codes(findings: Iterable[Finding]) -> tuple[CodeCount, ...]:
    """Return how many findings there are of each code: the weightiest first, then the most."""
    order = tuple(Level)
    counted = Counter((one.kode, one.tingkat, one.kind.title) for one in findings)
    made = (CodeCount(kode, level, n, title) for (kode, level, title), n in counted.items())
    return tuple(sorted(made, key=lambda one: (order.index(one.tingkat), -one.jumlah, one.kode)))
