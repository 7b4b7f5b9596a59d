"""Fractions whose parts are named: ``Pembilang: ...``, ``Penyebut: ...``, ``Pengali: 100``."""

from __future__ import annotations

import re
from typing import Final

from kesbang_iku.alignment.wording.vocabulary import PATTERNS

_FACTOR: Final = re.compile(r"[;,]\s*[xX×*]\s*(\d[\d.,]*\s*%?)$")


def with_named_parts(text: str) -> str:
    """Return ``text`` with a quotient in the place of the named parts of a fraction.

    Where the text goes on with a formula of these words, they are replaced in it. A text that names
    a part twice, or only one of the two, stays as it is.
    """
    found = list(PATTERNS.named_part.finditer(text))
    parts = {_part(match): match["text"].strip(" .,;") for match in found}
    if len(parts) < len(found) or not {"above", "below"} <= set(parts):
        return text
    rest = [text[: found[0].start()].strip()]
    ends = [*(match.start() for match in found[1:]), len(text)]
    rest += [text[match.end() : end].strip() for match, end in zip(found, ends, strict=True)]
    around = "\n".join(piece for piece in rest if piece)
    words = PATTERNS.part_word
    if {_part(word) for word in words.finditer(around)} >= {"above", "below"}:
        return words.sub(lambda word: f"({parts.get(_part(word), word[0])})", around)
    if words.search(around):
        return text
    by = parts.get("by", "")
    factor = _FACTOR.search(parts["below"])
    if factor and not by:
        by, parts["below"] = factor[1], parts["below"][: factor.start()]
    quotient = f"({parts['above']}) / ({parts['below']}){f' x {by}' if by else ''}"
    return "\n".join(piece for piece in (rest[0], quotient, *rest[1:]) if piece)


def _part(match: re.Match[str]) -> str:
    """Return which part of the fraction a match names."""
    return next(name for name in ("above", "below", "by") if match[name] is not None)
