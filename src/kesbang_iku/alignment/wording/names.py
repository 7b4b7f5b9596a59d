"""Names of variables, made from labels: short, unique, and allowed in the formula language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kesbang_iku.alignment.wording.pieces import is_symbol
from kesbang_iku.alignment.wording.vocabulary import content_words, known
from kesbang_iku.formula import FormulaError, Name, parse

_LONGEST: Final = 40
_REMARK: Final = re.compile(r"\([^()]*\)")
_FALLBACK: Final = "nilai"
_REMEMBERED: Final = 4096


def make_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return one name for each label, in order."""
    names: list[str] = []
    for label in labels:
        names.append(_free(_candidates(label), names))
    return tuple(names)


@lru_cache(maxsize=_REMEMBERED)
def allowed(name: str) -> bool:
    """Tell whether ``name`` is a variable to the formula language."""
    try:
        return parse(f"{name} + 1 * {name}").left == Name(name)  # type: ignore[union-attr] # a sum
    except FormulaError:
        return False


def _candidates(label: str) -> list[str]:
    if is_symbol(label) or "_" in label:
        return [_slug([label])]
    plain = _REMARK.sub(" ", label)
    words = content_words(plain) or re.findall(r"\w+", plain.casefold())
    length = known().batas.kata_nama.nilai
    every = re.findall(r"\w+", label.casefold())
    return [
        _slug(words[:length]),
        *(_slug(words[:more]) for more in range(length + 1, len(words) + 1)),
        _slug(every[: 2 * length]),
    ]


def _slug(words: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFKD", "_".join(words)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")
    slug = slug[:_LONGEST].rstrip("_") or _FALLBACK
    return slug if slug[0].isalpha() else f"{_FALLBACK}_{slug}"


def _free(candidates: list[str], taken: Sequence[str]) -> str:
    usable = [name if allowed(name) else f"{name}_{_FALLBACK}" for name in candidates]
    for name in usable:
        if name not in taken:
            return name
    number = 2
    while f"{usable[0]}_{number}" in taken:
        number += 1
    return f"{usable[0]}_{number}"
