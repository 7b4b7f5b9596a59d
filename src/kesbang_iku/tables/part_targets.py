"""Targets under a title that names a part of the year: of that part, or of the whole year."""

from collections.abc import Callable, Iterator, Sequence

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.items import TableItem
from kesbang_iku.tables.meanings import TARGET
from kesbang_iku.tables.two_readings import mostly_right, triples_of


def drop_unclear_targets(
    columns: Sequence[TableColumn], items: Sequence[TableItem], title_place: Callable[[int], Place]
) -> Iterator[Finding]:
    """Take the targets out of items that may be of the whole year, and yield that this was done.

    A target is that of the part that a title names if most of the printed achievements follow.
    """
    for column in columns:
        if column.role == TARGET and column.of_title and not _is_of_part(column, items):
            held = [item for item in items if _drop(column, item)]
            if held:
                title = " / ".join(column.titles)
                said = {"periode": str(column.part), "judul": title}
                place = title_place(column.index)
                yield kinds.TARGET_OF_PART_UNCLEAR.at(place, value=title, **said)


def _is_of_part(column: TableColumn, items: Sequence[TableItem]) -> bool:
    triples = [one for item in items for one in triples_of(item) if one.target.column == column]
    return bool(triples) and mostly_right(triples)


def _drop(column: TableColumn, item: TableItem) -> bool:
    """Take what stands in a column out of an item, and say whether anything did."""
    kept = [one for one in item.cells if one.column != column]
    dropped = len(kept) < len(item.cells)
    item.cells = kept
    if dropped:
        item.values.get(TARGET, {}).pop(column.key, None)
    return dropped
