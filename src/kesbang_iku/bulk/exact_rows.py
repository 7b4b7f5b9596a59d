"""The rows that columns cannot prove, computed one by one by the exact engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kesbang_iku.bulk.keys import KEYS
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.indicator.indicator import Result

Row = Mapping[str, Any]
ORDER: Final = "__row"
"""The column that keeps the order of an eager table."""


def exact_answers(
    rows: Iterable[Row], columns: Sequence[str], catalog: Catalog, regions: Regions
) -> list[dict[str, Any]]:
    """Return one answer for each key among ``rows``, in the order in which the keys come first.

    Args:
        rows: rows of a table, as they are.
        columns: those of its columns that say something to the library; not every row has all.
        catalog: the standard.
        regions: the register of regions.
    """
    by_key: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        by_key.setdefault(tuple(row[name] for name in KEYS), []).append(row)
    return [_answer(key, found, columns, catalog, regions) for key, found in by_key.items()]


def _answer(
    key: tuple[object, ...],
    rows: Sequence[Row],
    columns: Sequence[str],
    catalog: Catalog,
    regions: Regions,
) -> dict[str, Any]:
    told = [{name: row[name] for name in columns if name in row} for row in rows]
    results = compute(told, catalog, regions=regions)
    # Of parts of a year the library also makes the year, which is no row here.
    own = results.per_butir
    found = [*results.temuan, *(one for result in own for one in result.temuan)]
    codes = sorted({one.kode for one in found})
    answer: dict[str, Any] = dict(zip(KEYS, key, strict=True))
    if ORDER in rows[0]:
        answer[ORDER] = rows[0][ORDER]
    answer |= cells_of(own[0] if own else None)
    region, indicator = regions.get(str(rows[0]["wilayah"])), own[0].indicator if own else None
    answer["nama_wilayah"] = None if region is None else region.nama
    answer["nama"] = None if indicator is None else indicator.nama
    answer["temuan"] = " ".join(codes)
    return answer


def cells_of(result: Result | None) -> dict[str, Any]:
    """Return a result as the cells of a table."""
    if result is None:
        empty = dict.fromkeys(("nilai", "status", "capaian", "predikat", "kategori"))
        return {**empty, "kurang": ""}
    return {
        "nilai": None if result.nilai is None else float(result.nilai),
        "status": result.status.value,
        "capaian": None if result.capaian is None else float(result.capaian),
        "predikat": result.predikat,
        "kategori": result.kategori,
        "kurang": " ".join(result.kurang),
    }
