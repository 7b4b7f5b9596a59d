"""The fingerprint of plain data."""

from __future__ import annotations

import hashlib
import json


def digest_of(content: object) -> str:
    """Return the fingerprint of plain data: equal data have equal ones, whatever the layout."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
