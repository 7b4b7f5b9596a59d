"""Codes and regions of a table spelt as the standard spells them, so that the same is the same."""

from collections.abc import Iterator
from typing import Any, Final, get_args

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.computation import FrameComputation
from kesbang_iku.bulk.keys import year_of
from kesbang_iku.model.vocabulary import CodeSystem

_PLAIN: Final = "__plain"


def plainly_spelt(table: FrameComputation) -> Any:  # noqa: ANN401  # a frame of its library
    """Return the frame of a table; what nobody knows stays as it is written."""
    frame: Any = table.frame
    of_system = ("wilayah", "sistem_kode")
    for names, found in (
        (of_system, _declared(table) if of_system[1] in table.schema else ()),
        (("kode",), _codes(table)),
        (("wilayah",), _regions(table)),
    ):
        told = [*found]
        if not told:
            continue
        columns = dict(zip((*names, _PLAIN), zip(*told, strict=True), strict=True))
        plain: Any = table.library.made(
            frame.to_native(), {n: [*one] for n, one in columns.items()}
        )
        written = frame.with_columns(*(nw.col(name).cast(nw.String) for name in names))
        joined = written.join(
            plain.collect() if table.frame_is_eager else plain, on=[*names], how="left"
        )
        frame = joined.with_columns(nw.coalesce(_PLAIN, names[0]).alias(names[0])).drop(_PLAIN)
    return frame


def _declared(table: FrameComputation) -> Iterator[tuple[str, str, str]]:
    """Yield the regions of which it is told whose code they are named by, with the plain one."""
    names = [nw.col(name).cast(nw.String) for name in ("wilayah", "sistem_kode")]
    found = table.library.rows(table.table.select(*names).unique())
    for name, system in ((row["wilayah"], row["sistem_kode"]) for row in found):
        if name and system in get_args(CodeSystem):
            region, _ = table.regions.read(name, sistem=system)
            if region is not None:
                yield name, system, region.kode


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
    for name in table.others:
        region, _ = table.regions.read(name)
        if region is not None:
            yield name, region.kode
