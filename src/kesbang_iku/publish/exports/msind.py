"""MS-Ind: a row of the form for indicators for each version of a definition."""

from collections.abc import Mapping
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.exports import _forms
from kesbang_iku.publish.exports._tables import levels

_AS_THEY_ARE: Final = (
    "nama", "konsep", "definisi", "interpretasi", "ukuran", "satuan", "klasifikasi",
)  # fmt: skip


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the form, filled; columns of the officer, and what nobody published, stay empty."""
    return {"ms-ind.csv": _forms.filled("msind", map(_entry, catalog.definitions))}


def _entry(one: Indicator) -> Mapping[str, object]:
    composite = one.komponen is not None
    labels = [variable.label for variable in one.variabel if variable.jenis != "rilis"]
    activities = [variable.kegiatan for variable in one.variabel if variable.kegiatan]
    return {
        **{key: getattr(one, key) for key in _AS_THEY_ARE},
        "rumus": one.formula,
        "komposit": _forms.flag(composite),
        "publikasi": one.publikasi if composite else None,
        "indikator_pembangun": labels if composite else None,
        "kegiatan": None if composite else activities,
        "variabel_pembangun": None if composite else labels,
        "tingkat": [_forms.known(level) for level in levels(one)],
        "akses": _forms.public(one.akses),
    }
