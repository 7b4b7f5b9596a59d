"""What a row says itself that its values are: ``Target``, ``Realisasi``, in a cell or its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from kesbang_iku.sources.headers import squeeze
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import MONEY, NAME, UNKNOWN, VALUES

LABELS: Final = 2
"""How many labels there must be before they tell one row from another."""
MAY_LABEL: Final = frozenset({NAME, "sasaran", "nomor", "keterangan", UNKNOWN, None})
"""The roles of columns whose cells may say what a row holds; ``%`` under ``Satuan`` is a unit."""
_SHORTEST: Final = 4
_LONGEST_TIME: Final = 24
_MARK: Final = re.compile(
    r"^\s*(?:[-\u2013\u2022\u25aa*\u00b7\uf0b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?!\d)|"
    r"\d{1,2}(?:\.\d{1,2})+\.?(?=\s+[^\W\d]{4})|(?:iku|ikk|ikd|indikator)[\s-]*\d{1,2}\s*[.:)])\s*",
    re.IGNORECASE,
)
_AT_END: Final = re.compile(r"\s*\([^()]*\)\s*$")
_NOTHING: Final[Mapping[str, LabelledName]] = MappingProxyType({})


class LabelledName(NamedTuple):
    """A name that begins with what the values of its row are: the name without it, and the role."""

    name: str
    role: str


def clean_name(text: str) -> str:
    """Return a name without the number or mark of a list before it: ``a.``, ``1)``, ``IKU 1:``."""
    plain = " ".join(text.split())
    mark = _MARK.match(plain)
    return plain if mark is None else plain[mark.end() :] or plain


def nameless(texts: Iterable[str], words: TableWords) -> frozenset[str]:
    """Return the texts that are but the mark of a list or a time: ``a.``, ``- Triwulan I``."""
    short = [text for text in texts if len(text) < _LONGEST_TIME]
    timed = [text for text in short if words.times.search(text.casefold().rstrip("0123456789"))]
    dates = [text for text in timed if words.only_dates(clean_name(text))]
    return frozenset([*filter(_MARK.fullmatch, short), *dates])


def tells_rows(region: TableRegion, words: TableWords) -> bool:
    """Say whether the cells of a column, or names, say what the values of their rows are."""
    roles = label_roles(region.texts, words)
    found: dict[int, set[str]] = defaultdict(set)
    heads = region.block.headings
    for row in region.below if roles else ():
        for index, text in row.cells.items():
            said = heads[index].role if index in heads else None
            if text in roles and (said is None or words.told(said) in MAY_LABEL):
                found[index].add(roles[text])
    several = any(len(told) >= LABELS for told in found.values())
    return several or bool(names_by_label(region, words))


@lru_cache(maxsize=1)
def label_roles(texts: frozenset[str], words: TableWords) -> Mapping[str, str]:
    """Return the texts of a table that say what the values of a row are, and as what.

    None are returned where all say the same, which tells no row from another.
    """
    found = {text: role for text in texts if (role := words.row_role(text))}
    return found if len({*found.values()}) >= LABELS else {}


def money_rows(region: TableRegion, words: TableWords) -> tuple[frozenset[str], frozenset[str]]:
    """Return the texts that call a row money, ``Anggaran``: of the indicator above it, or of all.

    Where there is not one such row for each indicator, it is of several.
    """
    texts = frozenset(text for text in region.texts if words.row_role(text) == MONEY)
    rows = [row.cells.values() for row in region.below if len(row.cells) > 1] if texts else []
    money = [cells for cells in rows if not texts.isdisjoint(cells)]
    return (texts, frozenset()) if len(money) * 2 >= len(rows) else (frozenset(), texts)


def names_by_label(region: TableRegion, words: TableWords) -> Mapping[str, LabelledName]:
    """Return the names that say what their values are: ``Target Indeks`` and ``Realisasi Indeks``.

    Two names must be the same but for their labels, and no column may say what its values are: an
    indicator may be called ``Capaian rencana aksi``.
    """
    return _labelled(region.texts, words) if leaves_open(region, words) else _NOTHING


def leaves_open(region: TableRegion, words: TableWords) -> bool:
    """Say whether no column says itself what its values are."""
    roles = {words.told(one.role or "") for one in region.block.headings.values()}
    return roles.isdisjoint(VALUES)


@lru_cache(maxsize=1)
def _labelled(texts: frozenset[str], words: TableWords) -> Mapping[str, LabelledName]:
    named: dict[str, list[tuple[str, LabelledName]]] = defaultdict(list)
    for text in texts:
        label, _, rest = text.strip().partition(" ")
        role = words.row_role(label) if len(label) >= _SHORTEST else None
        if role is not None and (name := _AT_END.sub("", " ".join(rest.split()))):
            named[squeeze(name)].append((text, LabelledName(name, role)))
    return {
        text: LabelledName(min(other.name for _, other in group), one.role)
        for group in named.values()
        if len({one.role for _, one in group}) >= LABELS
        for text, one in group
    }


def in_words(
    names: Iterable[int], rows: Sequence[Mapping[int, str]], kinds: frozenset[str] = frozenset()
) -> list[int]:
    """Return the columns of ``names`` in which a text has several words, beside one before a colon.

    Single words name no indicators: ``IKU: Ya``, nor do ``kinds`` of them. Rows of one or two cells
    may be below the table.
    """
    full = [row for row in rows if len(row) > LABELS]
    texts = {at: [row[at].rpartition(":")[2].strip() for row in full if at in row] for at in names}
    return [
        at
        for at, found in texts.items()
        if any(" " in text and text.casefold() not in kinds for text in found)
    ]
