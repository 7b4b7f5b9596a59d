"""What every key of the data files and answers means, in Indonesian, for the JSON Schemas.

The words stand in ``texts/kunci.yaml`` and are read when the first schema is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from kesbang_iku.files import read_yaml
from kesbang_iku.files.resources import texts_root


@cache
def _texts() -> Mapping[str, Mapping[str, Any]]:
    content = (texts_root() / "kunci.yaml").read_text(encoding="utf-8")
    documents, _ = read_yaml(content, "kunci.yaml")
    return cast("Mapping[str, Mapping[str, Any]]", documents[0].data)


def title_of(model: str) -> tuple[str, str]:
    """Return what to call ``model``, and what it is; nothing is said of one without texts."""
    found = _texts()["bentuk"].get(model)
    return (model, "") if found is None else (found["judul"]["id"], found["arti"]["id"])


def description_of(model: str, key: str) -> str | None:
    """Return what ``key`` means in ``model``, or ``None`` where nothing is said."""
    keys = _texts()["kunci"]
    names = (f"{model}.{key}", f"{model}.*", key)
    return next((keys[name]["id"] for name in names if name in keys), None)
