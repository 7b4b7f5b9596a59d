"""Verification strings of very many results, with what they have in common written once.

A page that draws its results from data carries no string for each: it carries the parts. Those of
an indicator, a region, a time and a target stand in lists; an item holds its numbers, and value and
achievement as they are shown, of which its string is put together again.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kesbang_iku.indicator.statement import START

ITEM: Final = (
    "waktu", "indikator", "nilai", "angka", "keadaan", "target", "capaian", "predikat", "kategori",
    "perlu", "sebab",
)  # fmt: skip
"""What an item holds, in this order; what is empty at its end is left out."""
ITEM_KEY: Final = "urutan"
_REGIONS: Final = "wilayah"
_MARKS: Final = ("t=", "v=", "c=")


class Parts(NamedTuple):
    """The parts of a string but for value and achievement, each as it is written there."""

    named: str
    region: str
    time: str
    names: str
    numbers: str
    target: str
    print: str

    @classmethod
    def of(cls, line: str) -> "Parts":
        """Return the parts of a string."""
        named, region, time, pairs, *marked = line.removeprefix(START).split("/")
        target = next((one.removeprefix("t=") for one in marked if one.startswith("t=")), "")
        split = [pair.partition("=") for pair in filter(None, pairs.split(";"))]
        names, numbers = (";".join(one[at] for one in split) for at in (0, 2))
        return cls(named, region, time, names, numbers, target, marked[-1])

    def line(self, value: str, achievement: str) -> str:
        """Return the string that states a value and an achievement, if there is one."""
        names = filter(None, self.names.split(";"))
        pairs = zip(names, self.numbers.split(";"), strict=True) if self.names else ()
        stated = ";".join(f"{name}={number}" for name, number in pairs)
        shown = zip(_MARKS, (self.target, value, achievement), strict=True)
        marked = [mark + text for mark, text in shown if text]
        return START + "/".join((self.named, self.region, self.time, stated, *marked, self.print))


def lines_of(data: Mapping[str, Any], number: Callable[[str], str]) -> Iterator[str]:
    """Yield the string of each item in the data of a page; what cannot be read comes as it stands.

    Args:
        data: the lists of a page, by their keys.
        number: makes of a number as it is shown one as strings write it.
    """
    if not isinstance(data.get(ITEM_KEY), list) or not isinstance(data.get(_REGIONS), list):
        return
    for region in data[_REGIONS]:
        for item in region[1] if isinstance(region, list) and len(region) > 1 else ():
            try:
                line = _line(data, region, item, number)
            except (TypeError, ValueError, LookupError, AttributeError):
                yield json.dumps(item, ensure_ascii=False)
            else:
                yield from () if line is None else (line,)


def _line(
    data: Mapping[str, Any],
    region: Sequence[Any],
    item: Sequence[Any],
    number: Callable[[str], str],
) -> str | None:
    """Return the string of an item; nothing where it has no value, or none that can be proven."""
    held = dict(zip(data[ITEM_KEY], item, strict=False))
    _, _, _, *stated = data["indikator"][held["indikator"]]
    if not held["nilai"] or not stated:
        return None
    named, sidik, names = stated
    parts = Parts(
        named,
        region[2],
        data["waktu"][held["waktu"]][1],
        names,
        held["angka"],
        data["target"][held.get("target") or 0][1],
        sidik,
    )
    return parts.line(number(held["nilai"]), number(held.get("capaian") or ""))
