"""The value, status and achievement of a table in VTL, the language of statistics offices."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from vtlengine import run

KEYS = ("wilayah", "tahun", "periode", "kode")
NUMBERS = ("konflik_diselesaikan", "konflik", "target")
SCRIPT = """
    berstatus := laporan[calc status :=
        if isnull(konflik_diselesaikan) or isnull(konflik) then "belum_lengkap"
        else if konflik_diselesaikan > konflik then "ditolak"
        else if konflik = 0 then "tidak_terdefinisi" else "lengkap"];
    bernilai := berstatus[calc nilai := if status = "lengkap"
        then round(konflik_diselesaikan / konflik * 100, 2) else null];
    hasil <- bernilai[calc capaian := if target > 0 then round(nilai / target * 100, 2) else null];
"""


def computing(path: str, engine: str) -> Callable[[], object]:
    """Compute the three columns, in the engine of pandas or of DuckDB."""
    table = pd.read_parquet(path)
    columns = [
        {"name": name, "type": kind, "role": role, "nullable": role == "Measure"}
        for names, kind, role in ((KEYS, "String", "Identifier"), (NUMBERS, "Number", "Measure"))
        for name in names
    ]
    table["tahun"] = table["tahun"].astype(str)
    structure = {"datasets": [{"name": "laporan", "DataStructure": columns}]}
    return lambda: run(
        script=SCRIPT,
        data_structures=structure,
        datapoints={"laporan": table},
        use_duckdb=engine == "duckdb",
    )
