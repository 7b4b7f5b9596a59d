"""Dividing many files into shares, so that what must be looked at together stays together.

Reports are held against each other within a province: a kabupaten against itself in other years,
and against its province. Only what the nation reports is held against all provinces. So files of
different provinces may be judged apart, and at the same time, where none is of the nation.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Final, TypeVar

from kesbang_iku._regex import regex
from kesbang_iku.catalog.regions import NATION, Regions
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.reports import LoadedReport
from kesbang_iku.validation.content import Content

File = Opened | Content
"""A file, or what was already read of it."""
F = TypeVar("F", bound=File)
T = TypeVar("T")

_WORTH_IT: Final = 150
"""From so many files for each process on, starting it takes less than it saves."""
_AT_A_TIME: Final = 250
"""So many files are held in memory at a time, or a few more."""
_NO_DIGIT: Final = regex(r"\D+", re.ASCII)
_PROVINCE_DIGITS: Final = 2
_REGION: Final = regex(r"""wilayah["']?\s*:\s*["']?([^"'\s,}#]*)""")


def province_of(wilayah: str) -> str:
    """Return what the codes of one province have in common."""
    return _NO_DIGIT.sub("", wilayah)[:_PROVINCE_DIGITS]


def provinces_of(reports: Iterable[LoadedReport], regions: Regions) -> frozenset[str]:
    """Return the provinces that reports are of; what is of no known region has one by its text."""
    texts: dict[tuple[str, CodeSystem | None], CodeSystem | None] = {
        (one.report.wilayah, one.report.sistem_kode): one.report.sistem_kode for one in reports
    }
    found = ((text, regions.read(text, sistem=system)[0]) for (text, _), system in texts.items())
    return frozenset(province_of(text if region is None else region.kode) for text, region in found)


def partition(files: Sequence[F], regions: Regions, processes: int) -> list[list[list[F]]]:
    """Return the files in at most so many shares of about the same size, each in parts.

    A part is what is judged at a time, its files in their order: memory does not grow with the
    number of files. Where a text tells of which province it is, that is believed; whether it was
    right is seen when the file is read.
    """
    count = max(1, min(processes, len(files) // _WORTH_IT))
    parts = max(1, len(files) // _AT_A_TIME // count)
    if count == parts == 1:
        return [[list(files)]]
    groups = _groups(files, regions)
    size = partial(_size, files)
    return [
        [
            [files[number] for number in sorted(chain.from_iterable(part))]
            for part in split_evenly(share, size, parts)
        ]
        for share in split_evenly(groups, size, count)
    ]


def split_evenly(things: Iterable[T], size: Callable[[T], int], count: int) -> list[list[T]]:
    """Return things in at most so many shares of about the same size."""
    shares: list[list[T]] = [[] for _ in range(count)]
    sizes = [0] * count
    for thing in sorted(things, key=size, reverse=True):
        smallest = sizes.index(min(sizes))
        shares[smallest].append(thing)
        sizes[smallest] += size(thing)
    return [share for share in shares if share]


def _size(files: Sequence[File], group: Iterable[int]) -> int:
    chosen = (files[number] for number in group)
    return sum(len((one.opened if isinstance(one, Content) else one).text) for one in chosen)


def _groups(files: Sequence[File], regions: Regions) -> list[list[int]]:
    """Return the numbers of the files that belong together, since they share a province."""
    groups: list[list[int]] = []
    group_of: dict[str, list[int]] = {}
    for number, file in enumerate(files):
        provinces = _provinces_said(file, regions)
        if NATION in provinces:
            return [[*range(len(files))]]
        joined = {id(group): group for name in provinces if (group := group_of.get(name))}
        group, *others = joined.values() or [[]]
        if not group:
            groups.append(group)
        group.append(number)
        for other in others:
            group += other
            groups.remove(other)
            group_of |= {name: group for name, known in group_of.items() if known is other}
        group_of |= dict.fromkeys(provinces, group)
    return groups


def _provinces_said(file: File, regions: Regions) -> frozenset[str]:
    if isinstance(file, Content):
        return provinces_of(file.reports, regions)
    return frozenset(map(province_of, _REGION.findall(file.text)))
