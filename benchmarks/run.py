"""Measure what users wait for, each figure against a named rival in the same run.

Every row is a ratio, below 1 where the library is the faster one, and the two sides it is of: what
each took and the environment it ran in, made by ``benchmarks/environments.py``. Usage::

    python -m benchmarks.run [GROUP ...]

The groups are ``engine``, ``starting``, ``reports``, ``alignment``, ``reading``, ``frames``,
``sql``, ``spark``, ``verifying``, ``workbooks``, ``packages`` and ``table``; without one, all but
``spark``, which needs Java, ``packages``, which need Node or PHP, and ``table`` are measured, which
takes minutes.
"""

from __future__ import annotations

import argparse
from typing import Final

from benchmarks import (
    alignment,
    engine,
    frames,
    packages,
    reading,
    reports,
    spark,
    sql,
    starting,
    table,
    verifying,
    workbooks,
)
from benchmarks.pairs import measure

GROUPS: Final = {
    "engine": engine.figures,
    "starting": starting.figures,
    "reports": reports.figures,
    "alignment": alignment.figures,
    "reading": reading.figures,
    "sql": sql.figures,
    "spark": spark.figures,
    "verifying": verifying.figures,
    "workbooks": workbooks.figures,
    "packages": packages.figures,
    "table": table.figures,
    "frames": frames.figures,
}
USUAL: Final = (
    "engine",
    "starting",
    "reports",
    "alignment",
    "reading",
    "frames",
    "sql",
    "verifying",
    "workbooks",
)


def main() -> None:
    """Measure the figures of the groups that are asked for, and print one line for each."""
    parser = argparse.ArgumentParser(description="Measure against named rivals.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    groups = parser.parse_args().groups or USUAL
    unknown = [name for name in groups if name not in GROUPS]
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    for name in groups:
        measure(GROUPS[name]())


if __name__ == "__main__":
    main()
