"""Of how many parts a value is made."""

from __future__ import annotations

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language
from kesbang_iku.indicator.answers import CoverageAnswer


@dataclass(frozen=True)
class Coverage:
    """Of how many parts something is made: how many there are, should be, and which ones miss."""

    melapor: int
    seharusnya: int
    kurang: tuple[str, ...]

    def as_dict(self, _bahasa: Language = "id") -> CoverageAnswer:
        """Return it as an answer tells it."""
        return {
            "melapor": self.melapor,
            "seharusnya": self.seharusnya,
            "kurang": [*self.kurang],
        }
