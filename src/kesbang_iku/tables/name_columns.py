"""Which of several columns of names names the indicators of a table."""

from collections.abc import Sequence

from kesbang_iku.sources.grid import GridRow
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import NAME
from kesbang_iku.tables.row_labels import LABELS, in_words


def nearest_first(
    columns: Sequence[TableColumn], rows: Sequence[GridRow], words: TableWords
) -> list[int]:
    """Return the columns of names, the finest first; else the last where all stand before values.

    A column of single words only marks what the names before it are: ``IKU: Ya``. Codes do, too.
    """
    role = NAME if any(one.role == NAME for one in columns) else "kode"
    names = [one.index for one in columns if one.role == role]
    first = min((one.index for one in columns if one.holds_values), default=0)
    if len(names) < LABELS:
        return names
    wordy = _wordy(names, rows, words)
    wordy = wordy[::-1] if names[-1] < first else wordy
    rest = [at for at in names if at not in wordy]
    return [*sorted(wordy, key=lambda at: -_variety(at, rows)), *rest]


def _variety(index: int, rows: Sequence[GridRow]) -> int:
    return len({row.cells[index] for row in rows if index in row.cells})


def _wordy(names: Sequence[int], rows: Sequence[GridRow], words: TableWords) -> list[int]:
    return in_words(names, [row.cells for row in rows], frozenset(words.file.jenis_indikator))


def rival_names(
    columns: Sequence[TableColumn], rows: Sequence[GridRow], words: TableWords
) -> list[TableColumn]:
    """Return the columns of names of which only their order would tell whose the values are."""
    names = [one for one in columns if one.role == NAME]
    if len(names) < LABELS:
        return []
    wordy = _wordy([one.index for one in names], rows, words)
    if any(sum(at in row.cells for at in wordy) >= LABELS for row in rows):
        counts = sorted(_variety(at, rows) for at in wordy)
        return [one for one in names if one.index in wordy] if counts[-1] == counts[-2] else []
    return []
