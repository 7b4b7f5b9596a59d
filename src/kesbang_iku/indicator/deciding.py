"""What decides a result: the parts of a definition, its methods and scales that make the numbers.

Names, explanations, sources, corrections and published values say what a number means and where the
definition comes from; no number changes with them. A fingerprint is of the rest, so that a better
explanation does not make an old result unverifiable, and what has changed is what it says.
"""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

from kesbang_iku.model.definition import Definition
from kesbang_iku.model.method import Method
from kesbang_iku.model.record import Record
from kesbang_iku.model.scalars import exact_text
from kesbang_iku.model.scale import Scale

_Parts = Mapping[str, Collection[str] | None]
"""What is taken of each field: all of it, or so many fields of each record it holds."""


_DECIDING: Final[Mapping[type[Record], _Parts]] = {
    Definition: {
        **dict.fromkeys((
            "kode", "versi", "tingkat", "satuan", "desimal", "rentang", "polaritas", "frekuensi",
            "kumulatif", "berlaku", "rumus", "komponen", "rilis", "capaian", "predikat", "kategori",
        )),
        "variabel": ("nama", "satuan", "jenis", "rentang", "agregasi"),
        "jika_tak_terdefinisi": ("jika",),
        "aturan": ("ekspresi",),
    },
    Method: {
        **dict.fromkeys(
            ("nama", "polaritas", "rumus", "dasar", "desimal", "batas", "bila_rentang")
        ),
        "kebijakan": ("jika", "capaian"),
    },
    Scale: {
        **dict.fromkeys(("nama", "untuk", "satuan")),
        "kelas": ("label", "dari", "dari_termasuk", "sampai", "sampai_termasuk", "tercapai"),
    },
}  # fmt: skip


def deciding(records: Iterable[Record]) -> list[dict[str, Any]]:
    """Return of definitions, methods and scales, as plain data, what decides a result.

    A key that has its default is left out, so that a key that comes to be later changes nothing of
    what does without it. Pydantic would write the same, and takes long to be ready.
    """
    return [_fields(record, _parts_of(record)) for record in records]


def _fields(record: Record, parts: _Parts) -> dict[str, Any]:
    fields = type(record).model_fields
    return {
        name: _data(held, parts[name])
        for name in fields
        if name in parts and (held := getattr(record, name)) != fields[name].default
    }


def _data(value: object, names: Collection[str] | None = None) -> object:
    """Return a value as plain data, of records in it the fields of these ``names``."""
    match value:
        case Record():
            kept = type(value).model_fields if names is None else names
            return _fields(value, dict.fromkeys(kept))
        case tuple() | list():
            return [_data(one, names) for one in value]
        case Mapping():
            return {str(key): _data(one, names) for key, one in value.items()}
        case Fraction():
            return exact_text(value)
        case None | str() | int():
            return value
        case _:
            raise TypeError(type(value))


def _parts_of(record: Record) -> _Parts:
    return next(parts for kind, parts in _DECIDING.items() if isinstance(record, kind))
