"""Codes and regions of a table spelt as the standard spells them, so that the same is the same."""

from collections.abc import Iterator
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.computation import FrameComputation
from kesbang_iku.bulk.keys import year_of

_PLAIN: Final = "__plain"


def plainly_spelt(table: FrameComputation) -> Any:  # noqa: ANN401  # a frame of its library
    """Return the frame of a table; what nobody knows stays as it is written."""
    frame: Any = table.frame
    for name, spelt in (("kode", dict(_codes(table))), ("wilayah", dict(_regions(table)))):
        if not spelt:
            continue
        columns = {name: [*spelt], _PLAIN: [*spelt.values()]}
        plain: Any = table.library.made(frame.to_native(), columns)
        written = frame.with_columns(nw.col(name).cast(nw.String))
        joined = written.join(
            plain.collect() if table.frame_is_eager else plain, on=name, how="left"
        )
        frame = joined.with_columns(nw.coalesce(_PLAIN, name).alias(name)).drop(_PLAIN)
    return frame


def _codes(table: FrameComputation) -> Iterator[tuple[str, str]]:
    """Yield the codes that are spelt otherwise, each with the plain one.

    A version that is named and does not apply in a year is not changed into the one that does.
    """
    for code in sorted(table.spelt_codes):
        versions = table.catalog.versions(code)
        told = (year_of(year) for one, year in table.pairs if one == code)
        years = {year for year in told if year is not None}
        applying = {year for year in years for one in versions if year in one.berlaku}
        if "@" not in code or years == applying:
            yield code, versions[-1].kode


def _regions(table: FrameComputation) -> Iterator[tuple[str, str]]:
    known = [code for codes in table.codes.values() for code in codes]
    for name in table.library.others(table.table, known):
        region, _ = table.regions.read(name)
        if region is not None:
            yield name, region.kode
