"""What rapidfuzz does with the names of indicators, timed in an environment of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz, process


def likeness(material: str) -> Callable[[], object]:
    """Return finding, for each name in the plans of the material, the known name most like it."""
    content = json.loads(Path(material).read_text("utf-8"))
    known = content["known"]
    names = [name for plan in content["plans"] for name in plan]
    return lambda: [process.extractOne(name, known, scorer=fuzz.token_set_ratio) for name in names]
