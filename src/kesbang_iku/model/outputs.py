"""What is said once of all output indicators of the nomenclature."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kesbang_iku.model.scalars import Record


class OutputFile(Record):
    """The file ``keluaran.yaml``.

    Its texts have fields, as ``{kode}``; once filled in for a row, ``definisi`` and the sources are
    parts of a definition, and are held against its model then.
    """

    definisi: Mapping[str, Any]
    catatan_satuan: str
    satuan_en: Mapping[str, str]
    sumber: Mapping[str, Any]
    sumber_usulan: Any
