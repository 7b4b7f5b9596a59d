"""What stands beside a formula, and what stands in the place of one.

Prose, definitions in words and remarks compute nothing. Each is taken off only where a formula
stands on the other side of it, and where what is taken off holds none of its own. Parts of a
fraction that are named (``Pembilang: ...``) become a quotient. What is left may hold no formula.
"""

import re
from typing import Final

from kesbang_iku.alignment.wording.cleaning import SCALE, one_line
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known, starts_count
from kesbang_iku.findings import Finding, kinds

_DIVISION: Final = re.compile(r"[/:÷]")
_FACTOR: Final = re.compile(r"[x×*]\s*100*(?:\.0{3})*\s*%?(?!\d)", re.IGNORECASE)
_EQUALS: Final = re.compile(r"=\s*\S")
_STRONG: Final = re.compile(r"[÷√Σ+]|=\s*\S|\s[/-]\s|\)\s*/|[\w)]\s*[x×*]\s*[\d(]", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"^\s*(?P<key>[^\W\d][^\n:=?]{5,}?)[ ]*(?:[:=?]|adalah|ialah|merupakan)[ ]+(?P<rest>\S.*)$",
    re.MULTILINE,
)
_RESULT: Final = re.compile(r"=\s*(?=[.…_%])[.…_\s]*+%?[.\s]*+$")
"""Where the result is to be filled in: ``= ... %``."""
_STEPS: Final = re.compile(r"(?:^|[\s;,])\d{1,3}\s*%?\s*=\s*\D")
_LETTER: Final = re.compile(r"[^\W\d_x×]|x(?=[^\W\d_])|(?<=[^\W\d_])x", re.IGNORECASE)
"""A letter that is no sign for a multiplication between numbers."""


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
    return _without_tail(body, PATTERNS.legend_line)


def _computes(text: str) -> bool:
    """Tell whether ``text`` holds a formula, or changes one."""
    spoken = known().pembuka.tentang_rumus.anywhere.search(text)
    return PATTERNS.operates(f" {text}", "+-*/") or bool(
        spoken or _STRONG.search(text) or _FACTOR.search(text)
    )


def _divides(text: str) -> bool:
    spoken = (
        PATTERNS.operates(text, "/") or known().pembuka.membagi.anywhere.search(text) is not None
    )
    return spoken or bool(_DIVISION.search(text) and _FACTOR.search(text))


def _without_lost_picture(text: str) -> str:
    """Cut ``Rumus: Keterangan: ...`` off: a formula whose picture is lost, behind its words."""
    lost = PATTERNS.lost_picture.search(text)
    if lost is None or not _divides(text[: lost.start()]):
        return text
    tail = text[lost.end() :]
    return text if PATTERNS.heading.search(tail) or _computes(tail) else text[: lost.start()]


def _without_definitions(text: str) -> str:
    """Cut lines off that define a measure of the formula by its name: ``Jumlah A: ...``."""
    for found in _DEFINED.finditer(text):
        head, tail = text[: found.start()], text[found.start() :]
        named = re.escape(one_line(found["key"])).replace(r"\ ", r"\s+")
        operand = re.compile(
            rf"(?:^|[(/:÷=+-]|\bdibagi)\s*{named}\s*(?:[)/:÷+-]|[x×*]|$)",
            re.IGNORECASE | re.MULTILINE,
        )
        explains = not _computes(found["rest"]) and not _FACTOR.search(tail)
        if explains and _computes(head) and operand.search(head):
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
    factor = PATTERNS.part_factor.search(parts["below"]) or SCALE.search(parts["below"])
    if factor and not by:
        by, parts["below"] = factor[1], parts["below"][: factor.start()]
    quotient = f"({parts['above']}) / ({parts['below']}){f' x {by}' if by else ''}"
    return "\n".join(piece for piece in (rest[0], quotient, *rest[1:]) if piece)


def _part(match: re.Match[str]) -> str:
    """Return which part of the fraction a match names."""
    return next(name for name in ("above", "below", "by") if match[name] is not None)


def refusal(text: str, nama: str | None, *, formula_found: bool) -> Finding | None:
    """Return why nothing can be computed from ``text``; ``None`` if nothing speaks against it.

    Args:
        text: the text, cleaned.
        nama: the indicator's name, if known.
        formula_found: whether something in the text looks like a formula.
    """
    told = known().tidak_terhitung
    bare = one_line(PATTERNS.heading.sub("", f"{text}\n")).strip(" .:;")
    short = one_line(text).strip(" .:;").casefold()
    if not re.search(r"\w", bare) or not told.kosong.words.isdisjoint({bare.casefold(), short}):
        return kinds.WORDS_EMPTY.at()
    counted = known().pembuka.menjumlahkan.leading.match(bare) or starts_count(bare)
    if nama and _plain(bare) == _plain(nama) and not counted:
        return kinds.OWN_NAME.at()
    if len(_STEPS.findall(text)) > 1:
        return kinds.MILESTONES.at()
    stated = told.tanpa_rumus.anywhere.search(text)
    if stated:
        return kinds.STATED_NONE.at(kata=stated[0])
    lettered = _LETTER.search(text)
    if formula_found and lettered:
        return None
    for phrases, kind in (
        (told.rilis, kinds.RELEASED),
        (told.survei, kinds.SURVEY),
        (told.metode, kinds.SURVEY),
    ):
        found = phrases.anywhere.search(text)
        if found:
            return kind.at(kata=found[0])
    if told.tonggak.anywhere.search(text):
        return kinds.MILESTONES.at()
    return None if lettered else kinds.NUMBERS_ONLY.at()


def _plain(text: str) -> list[str]:
    """Return the letters and digits of ``text``, without case."""
    return re.findall(r"\w+", text.casefold())
