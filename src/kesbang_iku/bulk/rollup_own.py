"""What the regions that are rolled up to report themselves: their targets, and numbers to be held.

They are few, so their rows are looked at one by one. Numbers that are the sums of the regions below
prove themselves; whatever else they report is judged by the exact engine, by possible worlds.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.keys import BESIDE, KEYS
from kesbang_iku.model.periods import ANNUAL

Row = Mapping[str, Any]
Key = tuple[Any, ...]
Sums = Mapping[Key, Mapping[str, float]]
"""The sums of the variables of each result."""
_KNOWN: Final = frozenset({*KEYS, *BESIDE, "variabel", "target"})


@dataclass(frozen=True, slots=True)
class OwnReport:
    """What a region reports of itself, of one result.

    Attributes:
        rows: its rows, as they are written.
        numbers: what it tells of each variable, once or more.
        targets: its targets, each once.
        plain: whether nothing else stands there, and all of it for the period of the result.
    """

    rows: Sequence[Row]
    numbers: Mapping[str, Sequence[object]]
    targets: Sequence[object]
    plain: bool

    def settled(self, sums: Mapping[str, float]) -> bool:
        """Say whether columns can tell what becomes of it, beside the sums of its regions."""
        told = {name: values[0] for name, values in self.numbers.items() if len(values) == 1}
        same = not self.numbers or (told == sums and len(told) == len(self.numbers))
        return self.plain and same and len(self.targets) <= 1


def own_reports(rows: Iterable[Row], *, yearly: bool) -> Mapping[Key, OwnReport]:
    """Return what regions report of themselves, by the result that it belongs to."""
    by_key: dict[Key, list[Row]] = {}
    for row in rows:
        period = ANNUAL if yearly else row["periode"]
        by_key.setdefault((row["wilayah"], row["tahun"], period, row["kode"]), []).append(row)
    return {key: _own(key[2], found) for key, found in by_key.items()}


def _own(period: str, rows: Sequence[Row]) -> OwnReport:
    numbers: dict[str, list[object]] = {}
    for row in rows:
        if "variabel" in row:
            told = {str(row["variabel"]): row["nilai"]}
        else:
            told = {name: row[name] for name in row if name not in _KNOWN}
        for name, value in told.items():
            if there(value):
                numbers.setdefault(name, []).append(value)
    targets = dict.fromkeys(row["target"] for row in rows if there(row.get("target")))
    plain = all(
        row["periode"] == period and not any(there(row.get(name)) for name in BESIDE)
        for row in rows
    )
    return OwnReport(rows, numbers, [*targets], plain)


def there(cell: object) -> bool:
    """Say whether a cell says something."""
    return cell is not None and cell != "" and cell == cell  # noqa: PLR0124  # NaN differs from itself
