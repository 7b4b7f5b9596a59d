"""The rows that columns cannot prove, computed one by one by the exact engine."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kesbang_iku.bulk.alike import Alike
from kesbang_iku.bulk.keys import KEYS, ORDER
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.indicator.status import Status
from kesbang_iku.sources.numbers import is_absent

Row = Mapping[str, Any]
_MOST: Final = 20_000
"""So many rows unlike each other are remembered: mostly those that are alike stand together."""


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
    engine = ExactRows(catalog, regions, columns)
    return [
        {**engine.answer(found)[0], **_identity(key, found[0], regions)}
        for key, found in by_key.items()
    ]


class ExactRows:
    """Computes the rows of one key after those of another, and knows what it said of their like."""

    def __init__(self, catalog: Catalog, regions: Regions, columns: Sequence[str]) -> None:
        """Take rows of which some columns say something to the library."""
        self.catalog: Catalog = catalog
        self.regions: Regions = regions
        self.columns: Sequence[str] = columns
        self.alike: Alike = Alike(catalog, regions, columns)
        self.known: dict[object, tuple[dict[str, Any], Sequence[Finding]]] = {}

    def answer(self, rows: Sequence[Row]) -> tuple[dict[str, Any], Sequence[Finding]]:
        """Return the answer to the rows of one key, and what was found of them."""
        likeness = self.alike.of(rows[0]) if len(rows) == 1 else None
        answer = self.known.get(likeness) if likeness is not None else None
        if answer is None:
            answer = self._computed(rows)
            if likeness is not None and _of_no_number(answer[0]):
                if len(self.known) == _MOST:
                    self.known.clear()
                self.known[likeness] = answer
        return answer

    def _computed(self, rows: Sequence[Row]) -> tuple[dict[str, Any], Sequence[Finding]]:
        told = [{name: row[name] for name in self.columns if name in row} for row in rows]
        results = compute(told, self.catalog, regions=self.regions)
        # Of parts of a year the library also makes the year, which is no row here.
        own = results.per_butir
        found = [*results.temuan, *(one for result in own for one in result.temuan)]
        indicator = own[0].indicator if own else None
        answer = {
            **cells_of(own[0] if own else None),
            "nama": None if indicator is None else indicator.nama,
            "temuan": " ".join(sorted({one.kode for one in found})),
        }
        return answer, found


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
