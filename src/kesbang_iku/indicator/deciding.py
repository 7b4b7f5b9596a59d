"""What decides a result: the parts of a definition, its methods and scales that make the numbers.

Names, explanations, sources, corrections and published values say what a number means and where the
definition comes from; no number changes with them. A fingerprint is of the rest, so that a better
explanation does not make an old result unverifiable, and what has changed is what it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kesbang_iku.model.definition import Definition
from kesbang_iku.model.method import Method
from kesbang_iku.model.record import Record
from kesbang_iku.model.scale import Scale

_Parts = Mapping[str, Any]


def _each(*names: str) -> _Parts:
    return {"__all__": dict.fromkeys(names, True)}


_DECIDING: Final[Mapping[type[Record], _Parts]] = {
    Definition: {
        **dict.fromkeys(
            ("kode", "versi", "tingkat", "satuan", "desimal", "rentang", "polaritas", "frekuensi",
             "kumulatif", "berlaku", "rumus", "komponen", "rilis", "capaian", "predikat",
             "kategori"),
            True,
        ),
        "variabel": _each("nama", "satuan", "jenis", "rentang", "agregasi"),
        "jika_tak_terdefinisi": _each("jika"),
        "aturan": _each("ekspresi"),
    },
    Method: {
        **dict.fromkeys(
            ("nama", "polaritas", "rumus", "dasar", "desimal", "batas", "bila_rentang"), True
        ),
        "kebijakan": _each("jika", "capaian"),
    },
    Scale: {
        **dict.fromkeys(("nama", "untuk", "satuan"), True),
        "kelas": _each(
            "label", "dari", "dari_termasuk", "sampai", "sampai_termasuk", "tercapai"
        ),
    },
}  # fmt: skip


def deciding(records: Iterable[Record]) -> list[dict[str, Any]]:
    """Return of definitions, methods and scales, as plain data, what decides a result.

    A key that has its default is left out, so that a key that comes to be later changes nothing of
    what does without it.
    """
    return [
        record.model_dump(mode="json", include=dict(_parts_of(record)), exclude_defaults=True)
        for record in records
    ]


def _parts_of(record: Record) -> _Parts:
    return next(parts for kind, parts in _DECIDING.items() if isinstance(record, kind))
