"""Texts that hold no formula, and what they hold instead."""

from __future__ import annotations

import re
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known
from kesbang_iku.findings import Finding, kinds

_STEPS: Final = re.compile(r"(?:^|[\s;,])\d{1,3}\s*%?\s*=\s*\D")
_LETTER: Final = re.compile(r"[^\W\d_x×]|x(?=[^\W\d_])|(?<=[^\W\d_])x", re.IGNORECASE)
"""A letter that is no sign for a multiplication between numbers."""


def plain(text: str) -> str:
    """Return the letters and digits of ``text``, without case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def refusal(text: str, nama: str | None, *, formula_found: bool) -> Finding | None:
    """Return why nothing can be computed from ``text``; ``None`` if nothing speaks against it.

    Args:
        text: the text, cleaned.
        nama: the indicator's name, if known.
        formula_found: whether something in the text looks like a formula.
    """
    bare = one_line(PATTERNS.heading.sub("", f"{text}\n")).strip(" .:;")
    short = one_line(text).casefold().strip(" .:;")
    if (
        not re.search(r"\w", text)
        or bare.casefold() in known().tidak_terhitung.kosong.words
        or not bare
    ):
        return kinds.WORDS_EMPTY.at()
    if short in known().tidak_terhitung.kosong.words:
        return kinds.WORDS_EMPTY.at()
    counted = (
        known().pembuka.menjumlahkan.leading.match(bare)
        or bare.split()[0].casefold() in known().ukuran.cacah.words
    )
    if nama and plain(bare) == plain(nama) and not counted:
        return kinds.OWN_NAME.at()
    if len(_STEPS.findall(text)) > 1:
        return kinds.MILESTONES.at()
    stated = known().tidak_terhitung.tanpa_rumus.anywhere.search(text)
    if stated:
        return kinds.STATED_NONE.at(kata=stated[0])
    if formula_found and _LETTER.search(text):
        return None
    return _refusal_said(text)


def _refusal_said(text: str) -> Finding | None:
    for pattern, kind in (
        (known().tidak_terhitung.rilis.anywhere, kinds.RELEASED),
        (known().tidak_terhitung.survei.anywhere, kinds.SURVEY),
        (known().tidak_terhitung.metode.anywhere, kinds.SURVEY),
    ):
        found = pattern.search(text)
        if found:
            return kind.at(kata=found[0])
    if known().tidak_terhitung.tonggak.anywhere.search(text):
        return kinds.MILESTONES.at()
    if not _LETTER.search(text):
        return kinds.NUMBERS_ONLY.at()
    return None
