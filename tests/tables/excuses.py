"""What excuses a number that was not read: a finding at its row, its column or its headers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from kesbang_iku.sources.grid import column_letters


def is_excused(answer: Mapping[str, Any], sheet: str | None, row: int, at: Collection[int]) -> bool:
    """Say whether a finding stands at ``row``, at the columns ``at``, or in the table's headers.

    A finding of the whole file, of another sheet or of another table of it excuses nothing.
    """
    above = [one for one in answer["tabel"] if one["lembar"] == sheet and one["judul"][0] <= row]
    nearest = max((one["judul"][0] for one in above), default=0)
    heads = {
        head
        for one in above
        if one["judul"][0] == nearest or one["isi"][0] <= row <= one["isi"][1]
        for head in range(one["judul"][0], one["judul"][1] + 1)
    }
    letters = {column_letters(index) for index in at}
    for one in answer["temuan"]:
        if one["tingkat"] == "info" or one["baris"] is None:
            continue
        named, mark, cell = (one["sel"] or "").rpartition("!")
        if mark and named.strip("'") != sheet:
            continue
        below = one["baris"] >= nearest and cell.rstrip("0123456789") in letters
        if below or one["baris"] in {row, *heads} or _lists(one, row):
            return True
    return False


def _lists(finding: Mapping[str, Any], row: int) -> bool:
    """Say whether a finding of several cells, whose results are not stored, lists one of a row."""
    told = finding["pesan"] if finding["kode"] == "IKU048" else ""
    ranges = re.findall(r"\b[A-Z]+(\d+)(?::[A-Z]+(\d+))?", told)
    return any(int(first) <= row <= int(last or first) for first, last in ranges)


def columns_of(cells: Sequence[object], value: str) -> set[int]:
    """Return the columns of the cells of a row that have the digits of ``value``."""
    wanted = _digits(value)
    return {at for at, cell in enumerate(cells) if wanted and _digits(str(cell)) == wanted}


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text.partition("~")[0].rpartition(">")[2]).lstrip("0")
