"""The rows that columns cannot prove, computed one by one by the exact engine."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from kesbang_iku.bulk.keys import KEYS, ORDER
from kesbang_iku.bulk.one_item import OneItem, filled
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.findings import Finding
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.indicator.status import Origin
from kesbang_iku.sources.numbers import is_absent
from kesbang_iku.sources.table_reports import cell_text

Row = Mapping[str, Any]
DIGITS: Final = {"nilai": "digit_nilai", "capaian": "digit_capaian"}
"""The cells with the published digits of numbers of which a double does not hold them all."""


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
        # A column of objects has several kinds of nothing, and one key without a year.
        told = tuple(None if is_absent(row[name]) else row[name] for name in KEYS)
        by_key.setdefault(told, []).append(row)
    engine = ExactRows(catalog, regions, columns)
    return [
        {**engine.named_answer(found), **_identity(key, found[0])} for key, found in by_key.items()
    ]


class ExactRows:
    """Computes the rows of one key after those of another."""

    def __init__(self, catalog: Catalog, regions: Regions, columns: Sequence[str]) -> None:
        """Take rows of which some columns say something to the library."""
        self.catalog: Catalog = catalog
        self.regions: Regions = regions
        self.columns: Sequence[str] = columns
        self.items: OneItem = OneItem(catalog, regions, columns)
        self.together: dict[object, frozenset[str]] = {}

    def answer(self, rows: Sequence[Row]) -> tuple[dict[str, Any], Sequence[Finding]]:
        """Return the answer to the rows of one key, and what was found of them."""
        if len(rows) > 1 and not self.items.long:
            return self._repeated(rows) or self._computed(rows)
        said = self.items.said(rows)
        return self._computed(rows) if said is None else _answer(*said)

    def named_answer(self, rows: Sequence[Row]) -> dict[str, Any]:
        """Return the answer; of rows without a result it names their region, too."""
        answer, _ = self.answer(rows)
        if answer["status"] is None:
            bps = cell_text(rows[0].get("sistem_kode")).strip() == "bps"
            region, _ = self.regions.read(str(rows[0]["wilayah"]), sistem="bps" if bps else None)
            answer["nama_wilayah"] = None if region is None else region.nama
        return answer

    def _repeated(self, rows: Sequence[Row]) -> tuple[dict[str, Any], Sequence[Finding]] | None:
        """Return the answer to several items of one key: the first, with what is said of all.

        What is said of them together, that they are several and make no year, goes by what became
        of each and which numbers are there: it is asked once of those that are alike in that.
        ``None`` where one of them has no answer of its own, or a value that a region printed.
        """
        first: Result | None = None
        answers: list[dict[str, Any]] = []
        firsts: dict[object, int] = {}
        lasts: dict[object, int] = {}
        for place, row in enumerate(rows):
            said = self.items.said([row])
            if said is None or said.result is None or said.result.asal is Origin.PRINTED:
                return None
            first = first or said.result
            answers.append(_answer(*said)[0])
            told = tuple(filled(row, self.items.columns))
            alike = (answers[-1]["status"], answers[-1]["temuan"], told)
            firsts.setdefault(alike, place)
            lasts.pop(alike, None)
            lasts[alike] = place
        codes = {code for one in answers for code in one["temuan"].split()}
        if first is None:
            return None
        about = (first.kode, first.versi, first.periode, *firsts, *lasts)
        if about not in self.together:
            places = sorted({*firsts.values(), *lasts.values()})
            found = self._computed([rows[place] for place in places])[0]["temuan"].split()
            alone = {code for place in places for code in answers[place]["temuan"].split()}
            self.together[about] = frozenset(found) - alone
        return {**answers[0], "temuan": " ".join(sorted(codes | self.together[about]))}, ()

    def _computed(self, rows: Sequence[Row]) -> tuple[dict[str, Any], Sequence[Finding]]:
        told = [{name: row[name] for name in self.columns if name in row} for row in rows]
        results = compute(told, self.catalog, regions=self.regions)
        # Of parts of a year the library also makes the year, which is no row here.
        own = results.per_butir
        found = [*results.temuan, *(one for result in own for one in result.temuan)]
        return _answer(own[0] if own else None, found)


def _answer(
    result: Result | None, found: Sequence[Finding]
) -> tuple[dict[str, Any], Sequence[Finding]]:
    """Return an answer of these cells, and what was found."""
    indicator = None if result is None else result.indicator
    name = None if indicator is None else indicator.nama
    codes = " ".join(sorted({one.kode for one in found}))
    digits = {cell: _digits(getattr(result, one, None)) for one, cell in DIGITS.items()}
    names = {"nama_wilayah": None if result is None else result.nama_wilayah, "nama": name}
    return {**cells_of(result), **digits, **names, "temuan": codes}, found


def _digits(number: Decimal | None) -> str | None:
    """Return the digits of a number where the double nearest to it prints others."""
    if number is None:
        return None
    told = f"{number:f}"
    return None if f"{float(number):.{len(told.partition('.')[2])}f}" == told else told


def _identity(key: tuple[object, ...], row: Row) -> dict[str, Any]:
    """Return what an answer is of."""
    identity: dict[str, Any] = dict(zip(KEYS, key, strict=True))
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
