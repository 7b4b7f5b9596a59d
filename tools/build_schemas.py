"""Write the JSON Schemas of all files and answers into schemas/, from the models.

The example of a data repository keeps copies of two of them, as such repositories do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kesbang_iku.publish.schemas import SCHEMA_NAMES, Draft, make_schema

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "schemas"
COPIES = ROOT / "examples" / "repositori-data" / "skema"
_EDITIONS: Final[Mapping[Draft, str]] = {"2020-12": "", "7": "draft-07/"}


def schema_files() -> dict[str, str]:
    """Return the files that hold all schemas: path below ``schemas/`` to content."""
    return {
        f"{folder}{name}.json": (
            json.dumps(make_schema(name, draft), ensure_ascii=False, indent=2) + "\n"
        )
        for draft, folder in _EDITIONS.items()
        for name in SCHEMA_NAMES
    }


def main() -> None:
    """Write every schema, and remove the files of schemas that are no more."""
    files = schema_files()
    for path, content in files.items():
        target = FOLDER / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    for found in FOLDER.rglob("*.json"):
        if found.relative_to(FOLDER).as_posix() not in files:
            found.unlink()
    for copy in COPIES.glob("*.json"):
        copy.write_text(files[copy.name], encoding="utf-8")
    print(f"{len(files)} schemas written to {FOLDER.name}/")


if __name__ == "__main__":
    main()
