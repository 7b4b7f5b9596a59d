"""Words for time in a statement: this period and the one before become marks of their own."""

from __future__ import annotations

import re
from functools import cache

from kesbang_iku.alignment.wording.pieces import BEFORE, NOW
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.model.wording import alternatives


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    words = known().waktu
    units = alternatives(words.satuan.isi)
    letters = "".join(words.huruf.isi)
    upper = letters.upper()
    minus = r"\s*[-?]\s*1(?!\d)\s*"
    return (
        (re.compile(rf"\b(?:{alternatives(words.lalu.isi)})\b", re.IGNORECASE), f" {BEFORE} "),
        (re.compile(rf"\b(?:{alternatives(words.kini.isi)})\b", re.IGNORECASE), f" {NOW} "),
        (
            re.compile(rf"\b(?:{units})\s*(?:ke)?\s*-?\s*\(\s*[{letters}]{minus}\)", re.IGNORECASE),
            f" {BEFORE} ",
        ),
        (
            re.compile(rf"\b(?:{units})\s*(?:ke)?\s*-?\s*[{letters}]{minus}", re.IGNORECASE),
            f" {BEFORE} ",
        ),
        (
            re.compile(
                rf"\b(?:{units})\s*(?:ke)?\s*-?\s*(?:\(\s*[{letters}]\s*\)|[{letters}]\b)",
                re.IGNORECASE,
            ),
            f" {NOW} ",
        ),
        # P t-1, Pt-1, P(t-1): the letter of time behind a symbol.
        (
            re.compile(rf"\b([A-Za-z]{{1,4}}?)[\s_]*\(\s*[{letters}{upper}]{minus}\)"),
            rf"\1 {BEFORE} ",
        ),
        (re.compile(rf"\b([A-Z][a-zA-Z]{{0,3}}?)[\s_]*[{letters}]{minus}"), rf"\1 {BEFORE} "),
    )


def mark_periods(statement: str) -> str:
    """Return ``statement`` with marks where it speaks of this period or the one before.

    A bare ``n`` is a period where ``n-1`` stands beside it.
    """
    letters = "".join(known().waktu.huruf.isi)
    bare = re.compile(
        rf"\(?(?<![\w])([{letters}])\s*[-]\s*1\s*\)|(?<![\w])([{letters}])\s*-\s*1(?![\w.,])"
    )
    patterns = _patterns()
    for pattern, mark in patterns[:5]:
        statement = pattern.sub(mark, statement)
    until = alternatives(known().kata.daftar.isi)
    statement = re.sub(rf"\s(?:{until})\s+{NOW}", f" {NOW}", statement, flags=re.IGNORECASE)
    symbolic = statement
    for pattern, mark in patterns[5:]:
        symbolic = pattern.sub(mark, symbolic)
    if symbolic != statement:
        # The same symbols without "-1" are those of this period.
        for symbol in set(re.findall(rf"(\w+) {BEFORE}", symbolic)):
            now = re.compile(rf"\b{re.escape(symbol)}[\s_]*\(?[{letters}]\)?(?![\w])")
            symbolic = now.sub(f"{symbol} {NOW} ", symbolic)
        return symbolic
    return bare.sub(_period, statement)


def _period(match: re.Match[str]) -> str:
    letter = match[1] or match[2]
    opening = match[0].startswith("(")
    closing = match[0].endswith(")")
    text = f" {letter} {BEFORE} "
    if closing and not opening:
        return f"{text})"
    return text
