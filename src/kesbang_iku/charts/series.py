"""A chart of the published values of an indicator over the years, by version."""

from collections.abc import Iterator, Sequence
from typing import Final

from kesbang_iku.charts.lines import (
    NO_YARDSTICK,
    Lines,
    Mark,
    Run,
    Yardstick,
    YearValue,
    lines_chart,
)
from kesbang_iku.charts.style import PICTURE, Style
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import charts as said
from kesbang_iku.model.definition import Definition, PublishedValue

_OFFICIAL: Final = Mark(filled=True, meaning=said.OFFICIAL)
_OTHER: Final = Mark(filled=False, meaning=said.OTHER)


@misuse_told
def series_chart(
    versions: Sequence[Definition],
    wilayah: str,
    *,
    title: str | None = None,
    dimensi: str | None = None,
    language: Language = "id",
    held: Yardstick = NO_YARDSTICK,
    style: Style | None = None,
) -> str:
    """Return the published values of one region over the years.

    Versions that may not be compared are not joined: a dashed line parts them. Within a version
    years without a published value are bridged by a dotted line. Values printed by the owner are
    filled marks, all others hollow ones.

    Args:
        versions: the versions of one indicator.
        wilayah: code of the region, ``"0"`` for Indonesia.
        title: what is shown; the indicator's name by default.
        dimensi: the dimension of the indicator; ``None`` for the indicator itself.
        language: language of words and numbers.
        held: what the values are held against: targets, and the classes of a scale.
        style: a part of a page; a picture by default.

    Returns:
        The chart as SVG.

    Raises:
        ValueError: there is no published value.
    """
    runs = sorted(_runs(versions, wilayah, dimensi), key=lambda run: run.points[0].year)
    if not runs:
        raise ValueError(f"there is no published value of region {wilayah}")
    newest = runs[-1].definition
    name = title or newest.title.plain(language)
    lines = Lines(name, runs, (_OFFICIAL, _OTHER), held)
    return lines_chart(lines, language, PICTURE if style is None else style)


def _runs(versions: Sequence[Definition], wilayah: str, dimensi: str | None) -> Iterator[Run]:
    for definition in versions:
        points = [
            _point(value)
            for value in definition.deret
            if value.wilayah == wilayah and value.dimensi == dimensi
        ]
        if points:
            yield Run(definition, tuple(sorted(points, key=lambda point: point.year)))


def _point(value: PublishedValue) -> YearValue:
    mark = _OFFICIAL if value.kedudukan == "resmi" else _OTHER
    return YearValue(value.tahun, value.nilai, mark, Text.same(value.kedudukan))
