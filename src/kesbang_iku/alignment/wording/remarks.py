"""What stands beside a formula and computes nothing: prose, definitions in words, remarks.

Each is taken off only where a formula stands on the other side of it, and where what is taken off
holds none of its own.
"""

from __future__ import annotations

import re
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known

_DIVISION: Final = re.compile(r"[/:÷]")
_FACTOR: Final = re.compile(r"[x×*]\s*100*(?:\.0{3})*\s*%?(?!\d)", re.IGNORECASE)
_EQUALS: Final = re.compile(r"=\s*\S")
_STRONG: Final = re.compile(r"[÷√Σ+]|=\s*\S|\s[/-]\s|\)\s*/|[\w)]\s*[x×*]\s*[\d(]", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"^\s*(?P<key>[^\W\d][^\n:=?]{5,}?)[ ]*(?:[:=?]|adalah|ialah|merupakan)[ ]+(?P<rest>\S.*)$",
    re.MULTILINE,
)
_BESIDE_FACTOR: Final = re.compile(
    r"(?P<factor>[x×*]\s*100*(?:\.0{3})*\s*%?)\s*\((?P<remark>[^()\d/×*+=]*[a-z][^()\d/×*+=]*)\)\s*[.]?\s*$",
    re.IGNORECASE,
)
"""A remark in parentheses behind the factor of a whole formula."""
_RESULT: Final = re.compile(r"=\s*(?=[.…_%])[.…_\s]*+%?[.\s]*+$")
"""Where the result is to be filled in: ``= ... %``."""


def without_remarks(text: str) -> str:
    """Return ``text`` without what explains its formula in words.

    Args:
        text: the text, cleaned; lines as they are.
    """
    text = PATTERNS.source_remark.sub(" ", text)
    text = _RESULT.sub("", text)
    text = _without_lost_picture(text)
    text = _without_definitions(text)
    text = _without_tail(text, PATTERNS.remark_heading)
    return _without_prose(text)


def without_ends(body: str) -> str:
    """Return the text without its legend, and without what a legend leaves behind or stands for."""
    body = _without_tail(body, PATTERNS.legend_line)
    remark = _BESIDE_FACTOR.search(body)
    if remark is None or _computes(remark["remark"]):
        return body
    return body[: remark.end("factor")]


def _computes(text: str) -> bool:
    """Tell whether ``text`` holds a formula, or changes one."""
    words = any(pattern.search(f" {text}") for pattern, _ in PATTERNS.operators)
    spoken = known().pembuka.tentang_rumus.anywhere.search(text)
    return words or bool(spoken or _STRONG.search(text) or _FACTOR.search(text))


def _divides(text: str) -> bool:
    words = any(pattern.search(text) for pattern, sign in PATTERNS.operators if sign == "/")
    spoken = words or known().pembuka.membagi.anywhere.search(text) is not None
    return spoken or bool(_DIVISION.search(text) and _FACTOR.search(text))


def _without_lost_picture(text: str) -> str:
    """Cut ``Rumus: Keterangan: ...`` off: a formula whose picture is lost, behind its words."""
    lost = PATTERNS.lost_picture.search(text)
    if lost is None or not _divides(text[: lost.start()]):
        return text
    tail = text[lost.end() :]
    if PATTERNS.heading.search(tail) or _computes(tail):
        return text
    return text[: lost.start()]


def _without_definitions(text: str) -> str:
    """Cut lines off that define a measure of the formula by its name: ``Jumlah A: ...``."""
    for found in _DEFINED.finditer(text):
        head, tail = text[: found.start()], text[found.start() :]
        named = re.escape(one_line(found["key"])).replace(r"\ ", r"\s+")
        operand = re.compile(
            rf"(?:^|[(/:÷=+-]|\bdibagi)\s*{named}\s*(?:[)/:÷+-]|[x×*]|$)",
            re.IGNORECASE | re.MULTILINE,
        )
        if (
            _computes(head)
            and operand.search(head)
            and not _computes(found["rest"])
            and not _FACTOR.search(tail)
        ):
            return PATTERNS.legend_at_end.sub("", head.rstrip()).rstrip(" \n-•*")
    return text


def _without_tail(text: str, headings: re.Pattern[str]) -> str:
    """Cut off what computes nothing behind a whole formula, under one of ``headings``."""
    for heading in headings.finditer(text):
        head, tail = text[: heading.start()], text[heading.end() :]
        if _divides(head) and not _computes(tail):
            return head.rstrip(" \n-•*.,;(")
    return text


def _without_prose(text: str) -> str:
    """Cut prose off that stands in front of a heading with a formula behind it."""
    for heading in PATTERNS.heading.finditer(text):
        head, tail = text[: heading.start()], text[heading.end() :]
        if not head.strip() or not (_EQUALS.search(tail) or _computes(tail)):
            continue
        field = PATTERNS.remark_heading.match(head.lstrip())
        if not _computes(head) or (field and not _FACTOR.search(head)):
            return tail
    return text
