"""MS-Var: a row of the form for variables for each variable of a definition."""

from collections.abc import Iterator, Mapping

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.publish.exports import _forms


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the form, filled; what nobody published stays empty."""
    return {"ms-var.csv": _forms.filled("msvar", _entries(catalog))}


def _entries(catalog: Catalog) -> Iterator[Mapping[str, object]]:
    for one in catalog.definitions:
        for variable in one.variabel:
            ends = {"≥": variable.minimum, "≤": variable.maximum}
            yield {
                "label": variable.label,
                "nama": f"{one.kode}@{one.versi} {variable.nama}",
                "catatan": variable.catatan,
                "waktu": _forms.known(one.frekuensi),
                "tipe": _forms.known(variable.jenis),
                "rentang": [f"{sign} {end}" for sign, end in ends.items() if end is not None],
                "akses": _forms.public(one.akses),
            }
