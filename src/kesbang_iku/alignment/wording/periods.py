"""Words for time in a statement: this period and the one before become marks of their own."""

import re
from functools import cache

from kesbang_iku.alignment.wording.pieces import BEFORE, NOW
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.model.wording import alternatives


@cache
def _patterns() -> tuple[list[tuple[re.Pattern[str], str]], list[re.Pattern[str]], str]:
    """Return what words say of time, each with its mark; symbols of time; and its letters."""
    words = known().waktu
    letter = f"[{''.join(words.huruf.isi)}]"
    minus = r"\s*[-?]\s*1(?!\d)\s*"
    earlier = letter + minus
    unit = rf"\b(?:{alternatives(words.satuan.isi)})\s*(?:ke)?\s*-?\s*"
    until = alternatives(known().kata.daftar.isi)
    worded = [
        (words.lalu.anywhere, BEFORE),
        (words.kini.anywhere, NOW),
        (re.compile(rf"{unit}(?:\(\s*{earlier}\)|{earlier})", re.IGNORECASE), BEFORE),
        (re.compile(rf"{unit}(?:\(\s*{letter}\s*\)|{letter}\b)", re.IGNORECASE), NOW),
        (re.compile(rf"\s(?:{until})\s+{NOW}", re.IGNORECASE), NOW),
    ]
    # P t-1, Pt-1, P(t-1): the letter of time behind a symbol.
    symbols = [
        re.compile(rf"\b([A-Za-z]{{1,4}}?)[\s_]*\(\s*(?i:{letter}){minus}\)"),
        re.compile(rf"\b([A-Z][a-zA-Z]{{0,3}}?)[\s_]*{earlier}"),
    ]
    return worded, symbols, letter


def mark_periods(statement: str) -> str:
    """Return ``statement`` with marks where it speaks of this period or the one before.

    A bare ``n`` is a period where ``n-1`` stands beside it.
    """
    worded, symbols, letter = _patterns()
    for pattern, mark in worded:
        statement = pattern.sub(f" {mark} ", statement)
    symbolic = statement
    for pattern in symbols:
        symbolic = pattern.sub(rf"\1 {BEFORE} ", symbolic)
    if symbolic == statement:
        minus = r"\s*-\s*1(?:(?=\s*\))|(?![\w.,]))"
        bare = rf"\((?<!\w)({letter})\s*-\s*1\s*\)|(?<!\w)({letter}){minus}"
        return re.sub(bare, lambda found: f" {found[1] or found[2]} {BEFORE} ", statement)
    # The same symbols without "-1" are those of this period.
    for symbol in set(re.findall(rf"(\w+) {BEFORE}", symbolic)):
        now = rf"\b{re.escape(symbol)}[\s_]*\(?{letter}\)?(?![\w])"
        symbolic = re.sub(now, f"{symbol} {NOW} ", symbolic)
    return symbolic
