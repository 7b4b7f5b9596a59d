"""The rows that columns cannot prove, computed one by one by the exact engine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kesbang_iku.bulk.alike import Alike
from kesbang_iku.bulk.keys import KEYS, ORDER
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.findings import kinds
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.indicator.status import Status
from kesbang_iku.sources.numbers import is_absent

Row = Mapping[str, Any]


def exact_answers(
    rows: Iterable[Row], columns: Sequence[str], catalog: Catalog, regions: Regions
) -> list[dict[str, Any]]:
    """Return one answer for each key among ``rows``, in the order in which the keys come first.

    Rows that are alike but for numbers that nothing is computed of have one answer.

    Args:
        rows: rows of a table, as they are.
        columns: those of its columns that say something to the library; not every row has all.
        catalog: the standard.
        regions: the register of regions.
    """
    by_key: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        # A column of objects has several kinds of nothing, and one key without a year.
        told = tuple(None if is_absent(row[name]) else row[name] for name in KEYS)
        by_key.setdefault(told, []).append(row)
    alike = Alike(catalog, regions, columns)
    known: dict[object, dict[str, Any]] = {}
    answers = []
    for key, found in by_key.items():
        likeness = alike.of(found[0]) if len(found) == 1 else None
        answer = known.get(likeness) if likeness is not None else None
        if answer is None:
            answer = _answer(found, columns, catalog, regions)
            if likeness is not None and _of_no_number(answer):
                known[likeness] = answer
        answers.append({**answer, **_identity(key, found[0], regions)})
    return answers


def _of_no_number(answer: Mapping[str, Any]) -> bool:
    """Say whether no number was computed with: there is no result, or a cell rejects it.

    Where a rule is broken, numbers were held against each other.
    """
    if answer["status"] is None:
        return True
    broken = kinds.RULE_BROKEN.code in answer["temuan"].split()
    return answer["status"] == Status.REJECTED.value and not broken


def _identity(key: tuple[object, ...], row: Row, regions: Regions) -> dict[str, Any]:
    """Return what an answer is of."""
    region = regions.get(str(row["wilayah"]))
    identity: dict[str, Any] = dict(zip(KEYS, key, strict=True))
    identity["nama_wilayah"] = None if region is None else region.nama
    return {**identity, ORDER: row[ORDER]} if ORDER in row else identity


def _answer(
    rows: Sequence[Row], columns: Sequence[str], catalog: Catalog, regions: Regions
) -> dict[str, Any]:
    told = [{name: row[name] for name in columns if name in row} for row in rows]
    results = compute(told, catalog, regions=regions)
    # Of parts of a year the library also makes the year, which is no row here.
    own = results.per_butir
    found = [*results.temuan, *(one for result in own for one in result.temuan)]
    indicator = own[0].indicator if own else None
    return {
        **cells_of(own[0] if own else None),
        "nama": None if indicator is None else indicator.nama,
        "temuan": " ".join(sorted({one.kode for one in found})),
    }


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
