"""The text of the file that a national definition stands in."""

from __future__ import annotations

from kesbang_iku.model.definition import Definition
from kesbang_iku.sources.resources import catalog_root


def definition_text(definition: Definition) -> str | None:
    """Return the file of ``definition`` as it stands, or ``None`` if it comes from elsewhere."""
    folder = catalog_root() / "indikator" / definition.bidang.lower()
    code = definition.kode.lower()
    for name in (f"{code}-{definition.versi}.yaml", f"{code}.yaml"):
        file = folder / name
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return None
