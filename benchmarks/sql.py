"""The script of SQL in DuckDB against what a hand writes there: inexact, and one shape alone."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import kesbang_iku as iku
from benchmarks.environments import Environment, clean_environ, rival
from benchmarks.pairs import Figure, task
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.sql.coefficients import NotLinearError, coefficients_of
from kesbang_iku.publish.sql.dialects import DIALECTS
from kesbang_iku.publish.sql.script import Script

_TASKS: Final = "duckdb_queries"
_SHARE: Final = 2
_VALUE: Final = "wilayah, tahun, periode, kode, nilai, status, perlu_eksak"
_GOAL: Final = 2


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    catalog, regions, duckdb = iku.load_catalog(), load_regions(), rival("duckdb")
    script = Script(catalog, regions, DIALECTS["duckdb"])
    with TemporaryDirectory() as folder, ExitStack() as running:
        start = running.enter_context
        place = Path(folder)
        shares = shares_of(catalog)
        long, wide = _tables(place, shares, duckdb)
        text = _written(place / "panjang.sql", script.long())
        roles = [f"{code},{a},1,0\n{code},{b},0,1" for code, (a, b) in shares.items()]
        pivot = start(
            task(
                "a pivot of percentages, inexact",
                duckdb,
                *(_TASKS, "long_pivot", long),
                _written(place / "peran.csv", "kode,variabel,atas,bawah\n" + "\n".join(roles)),
            )
        )
        for what, columns in (("value and status", _VALUE), ("all columns", "*")):
            name = f"the view of all indicators, {what}"
            yield Figure(
                start(task(name, duckdb, _TASKS, "long_script", long, text, columns)),
                pivot,
                goal=_GOAL if columns is _VALUE else None,
            )
        code = min(shares)
        tables = _written(place / "lebar.sql", ";\n".join(script.wide_statements()))
        query = script.wide_queries()[code].replace("FROM laporan l", "FROM lebar l")
        asked = _written(place / "kueri.sql", query)
        words = (_TASKS, "wide_script", wide, tables, asked)
        ours = start(task(f"the query of {code}, wide, all columns", duckdb, *words))
        naive = (_TASKS, "wide_naive", wide, *shares[code], code)
        yield Figure(
            ours, start(task("round(a / b * 100, 2), and its achievement", duckdb, *naive))
        )


def shares_of(catalog: iku.Catalog) -> dict[str, tuple[str, str]]:
    """Return the percentages of two counts, with the variables above and below the line."""
    found = {}
    for code in catalog.codes:
        versions = catalog.versions(code)
        try:
            known = coefficients_of(versions[0])
        except NotLinearError:
            continue
        above, below = known.above.coefficients, known.below.coefficients
        counted = all(one.whole for one in versions[0].variabel)
        plain = len(above) == len(below) == 1 and len(known.names) == _SHARE
        if len(versions) == 1 and counted and plain and known.factors == (10000, 1):
            found[code] = (next(iter(above)), next(iter(below)))
    return found


def _tables(
    place: Path, shares: dict[str, tuple[str, str]], duckdb: Environment
) -> tuple[str, str]:
    variables = [
        f"{code},{name},{number}" for code in shares for number, name in enumerate(shares[code])
    ]
    told = _written(place / "variabel.csv", "kode,variabel,urut\n" + "\n".join(variables))
    known = [one.kode for one in load_regions().values() if one.tingkat in {"kota", "kabupaten"}]
    regions = _written(place / "wilayah.csv", "kode\n" + "\n".join(known))
    files = (str(place / "panjang.parquet"), str(place / "lebar.parquet"))
    file = Path(__file__).with_name("tasks") / f"{_TASKS}.py"
    program = "import runpy, sys; runpy.run_path(sys.argv[1])['write_tables'](*sys.argv[2:])"
    line = (duckdb.python, "-I", "-c", program, str(file), told, regions, *files)
    subprocess.run(line, check=True, env=clean_environ())
    return files


def _written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)
