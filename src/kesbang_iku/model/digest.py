"""The fingerprint of plain data."""

import hashlib
import json


def digest_of(content: object) -> str:
    """Return the fingerprint of plain data: equal data have equal ones, whatever the layout.

    A key that says nothing, be it null, an empty list or a mapping of such keys, counts as absent:
    a key that the standard learns later changes the fingerprint of no definition without it.
    """
    said = _said(content)
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def _said(content: object) -> object:
    if isinstance(content, dict):
        held = {key: _said(value) for key, value in content.items()}
        return {key: value for key, value in held.items() if value not in (None, [], {})}
    return [_said(value) for value in content] if isinstance(content, list) else content
