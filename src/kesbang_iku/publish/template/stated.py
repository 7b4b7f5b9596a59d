"""The verification string of a result, as a formula of the cells it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from kesbang_iku._records import dataclass
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.statement import START, short_print
from kesbang_iku.publish.template.written import quoted

_LONGEST: Final = 8_000
_POINT: Final = ((",", "."),)
_SIGNS: Final = (*_POINT, *((sign, quote(sign, safe="")) for sign in " ≥≤><=–/"))
"""What is written otherwise in a string: the decimal comma, and signs that have a meaning there."""


@dataclass(frozen=True, slots=True)
class StatementCells:
    """Writes the string of a result whose variables stand in ``cells``, by their names."""

    cells: Mapping[str, str]

    def line(
        self,
        indicator: Indicator,
        *,
        region: str,
        time: str,
        target: str,
        value: tuple[str, int],
        achievement: tuple[str, int],
    ) -> str:
        """Return the formula.

        Args:
            indicator: what is computed.
            region: the cell of the region.
            time: the year and its part, as a piece of a formula.
            target: the cell of the target, as it is filled in.
            value: the cell of the value, and its decimals.
            achievement: likewise.
        """
        named = f"{START}{quote(indicator.kode, safe='')}@{quote(indicator.versi, safe='')}/"
        pairs = "&".join(
            f'IF(ISNUMBER({cell}),{quoted(f";{name}=")}&{_number(cell)},"")'
            for name, cell in self.cells.items()
        )
        aimed = f"IF(ISNUMBER({target}),{_number(target)},{_written(f'TRIM({target})', _SIGNS)})"
        parts = (
            quoted(named), region, '"/"', time, '"/"', f"MID({pairs},2,{_LONGEST})",
            f'IF({target}="","","/t="&{aimed})',
            f'"/v="&{_fixed(*value)}',
            f'IF(ISNUMBER({achievement[0]}),"/c="&{_fixed(*achievement)},"")',
            quoted(f"/{short_print(indicator.sidik)}"),
        )  # fmt: skip
        return "&".join(parts)


def _number(cell: str) -> str:
    """Return a number with a decimal point, whatever the country of the program writes."""
    return _written(f'{cell}&""', _POINT)


def _fixed(cell: str, decimals: int) -> str:
    return _written(f"FIXED({cell},{decimals},TRUE)", _POINT)


def _written(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, instead in signs:
        text = f'SUBSTITUTE({text},"{sign}","{instead}")'
    return text
