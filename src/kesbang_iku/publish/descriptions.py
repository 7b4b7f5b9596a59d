"""What every key of the data files and answers means, in Indonesian, for the JSON Schemas.

The words stand in ``texts/kunci.yaml`` and are read when the first schema is made.
"""

from __future__ import annotations

from kesbang_iku.findings.texts import read_texts


def title_of(model: str) -> tuple[str, str]:
    """Return what to call ``model``, and what it is; nothing is said of one without texts."""
    found = read_texts("kunci")["bentuk"].get(model)
    return (model, "") if found is None else (found["judul"]["id"], found["arti"]["id"])


def description_of(model: str, key: str) -> str | None:
    """Return what ``key`` means in ``model``, or ``None`` where nothing is said."""
    keys = read_texts("kunci")["kunci"]
    names = (f"{model}.{key}", f"{model}.*", key)
    return next((keys[name]["id"] for name in names if name in keys), None)
