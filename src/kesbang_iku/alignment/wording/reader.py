"""Reads a formula as people write it, and says how sure the reading is.

Three answers only: read, in doubt, not computable. A reading is certain only where everything in
the text was understood and nothing of it can be meant in another way.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.wording.checks import CheckedReading, check_reading
from kesbang_iku.alignment.wording.cleaning import clean, without_bullets
from kesbang_iku.alignment.wording.drafts import Draft
from kesbang_iku.alignment.wording.labels import excerpt, make_names
from kesbang_iku.alignment.wording.legend import Legend, LegendEntry, split_legend
from kesbang_iku.alignment.wording.meanings import with_formulas
from kesbang_iku.alignment.wording.pieces import is_symbol
from kesbang_iku.alignment.wording.prose import (
    refusal,
    with_named_parts,
    without_ends,
    without_remarks,
)
from kesbang_iku.alignment.wording.statements import Attempt, read_statement, statements_of
from kesbang_iku.alignment.wording.trees import renamed, same_reading
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known
from kesbang_iku.alignment.wording.weighted_lists import listed_weights, numbered_items
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import FormulaError, Name, equal, parse, to_source, variables


class WordingStatus(StrEnum):
    """How sure a reading is."""

    READ = "terbaca"
    DOUBTFUL = "ragu"
    NOT_COMPUTABLE = "tidak_terhitung"


class Variable(NamedTuple):
    """A variable of a formula that was read: its name there, and what the text calls it."""

    nama: str
    label: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text says about how a value is computed.

    Attributes:
        status: how sure the reading is.
        rumus: the formula in the language of the catalog; in doubt the likeliest one, if any.
        variabel: its variables, in the order of their first appearance in the text.
        catatan: why it is in doubt or not computable, and what was done to the text.
    """

    status: WordingStatus
    rumus: str | None
    variabel: tuple[Variable, ...]
    catatan: tuple[Finding, ...]


_OWN_WORDS: Final = re.compile(r"[a-z0-9]_[a-z0-9]|\b[a-z_]+\([^()]*,")
_OWN_SIGNS: Final = re.compile(rf"{_OWN_WORDS.pattern}|\*")
"""Signs of the catalog's own language: whoever writes them wants to know what is wrong there."""
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
"""What is no symbol in a text that is written in capitals."""
_PHRASE: Final = re.compile(r"[^\W\d]\s+[^\W\d]")
"""Two words beside each other, as only people write them."""
_GROUPED: Final = re.compile(r"(?<![\w.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])", re.ASCII)
"""A thousand and more to people, a decimal to the catalog's own language."""

_REMEMBERED: Final = 2048
"""Plans of many regions repeat formulas."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_wording(text: str, *, nama: str | None = None) -> Wording:
    """Read a formula written in words, in symbols, or in both.

    Args:
        text: the formula, with its legend if it has one; at most as long as the catalog says.
        nama: the indicator's name, if known. A formula that contradicts it is in doubt.

    Returns:
        The reading. Nothing is raised for any text.
    """
    if _is_too_long(text):
        limit = known().batas.panjang.nilai
        return _not_computable(kinds.WORDS_TOO_LONG.at(ada=len(text), batas=limit))
    plain = _LONG_WORD.sub(lambda word: word[0].lower(), text) if text.isupper() else text
    cleaned = clean(plain)
    refused = refusal(cleaned, nama, formula_found=False)
    if refused is not None and refused.kind in (kinds.WORDS_EMPTY, kinds.OWN_NAME):
        return _not_computable(refused)
    cleaned = with_named_parts(cleaned)
    cleaned = PATTERNS.glued_weight.sub(r"\1 ", cleaned)
    legend = split_legend(without_remarks(without_bullets(cleaned)))
    body = without_ends(legend.body)
    listed = numbered_items(cleaned)
    if listed is not None:
        legend = Legend(body, ())
        attempts = [Attempt(cleaned, listed, None, is_mathematical=True)]
    else:
        attempts = _attempts(body, legend.entries)
    best = _best(attempts, legend.entries)
    if best is None or best.draft is None:
        return _without_formula(cleaned, attempts, nama)
    return _finished(best, best.draft, attempts, legend.entries, nama, cleaned)


@lru_cache(maxsize=_REMEMBERED)
def read_formula(text: str, *, nama: str | None = None) -> Wording:
    """Read ``text`` as the catalog's own language, else as people write formulas.

    What has the signs of the catalog's language and cannot be read in words either is not
    computable, and the note is the error of that language with its place in the text.

    A single word is taken for a variable only if it does not say that there is no formula; and what
    both ways read with certainty, but differently, is in doubt, as is a group of three digits.
    """
    try:
        tree = parse(text)
    except FormulaError as error:
        return _read_in_words(text, nama, error.finding)
    if text.strip().casefold() in known().tidak_terhitung.kosong.words:
        return _not_computable(kinds.WORDS_EMPTY.at())
    listed = tuple(Variable(name, name.replace("_", " ")) for name in variables(tree))
    own = Wording(WordingStatus.READ, to_source(tree), listed, ())
    wording = read_wording(text, nama=nama)
    if isinstance(tree, Name) and wording.status is WordingStatus.NOT_COMPUTABLE:
        told = wording.catatan[0].kind
        return own if told in (kinds.PROSE, kinds.OWN_NAME) else wording
    # What names fewer quantities has taken several of them, in a call, for one name.
    certain = wording.status is WordingStatus.READ or _GROUPED.search(text)
    meant = wording.rumus if certain and len(wording.variabel) >= len(listed) else None
    if meant is not None and equal(meant, own.rumus or "") is None:
        doubt = kinds.BOTH_WAYS.at(lain=meant)
        return replace(own, status=WordingStatus.DOUBTFUL, catatan=(doubt,))
    return own


def _read_in_words(text: str, nama: str | None, refused: Finding) -> Wording:
    """Read what is no formula of the catalog's language, which ``refused`` says."""
    if not text.strip() or _CONTROL.search(text) or _is_too_long(text):
        return _not_computable(refused)
    wording = read_wording(text, nama=nama)
    in_words = wording.status is not WordingStatus.NOT_COMPUTABLE and _PHRASE.search(text)
    if wording.rumus is None and (_OWN_WORDS if in_words else _OWN_SIGNS).search(text):
        return _not_computable(refused)
    return wording


def _is_too_long(text: str) -> bool:
    return len(text) > known().batas.panjang.nilai


def _not_computable(*notes: Finding) -> Wording:
    return Wording(WordingStatus.NOT_COMPUTABLE, None, (), notes)


def _attempts(body: str, entries: tuple[LegendEntry, ...]) -> list[Attempt]:
    """Read the body as one statement; if that fails or looks wrong, line by line."""
    if not body.strip() and len(entries) > 1:
        listed = listed_weights(entries)
        return [Attempt("", listed, None, is_mathematical=True)] if listed else []
    coarse = [read_statement(part) for part in statements_of(body)]
    if "\n" not in body or all(attempt.is_certain for attempt in coarse):
        return coarse
    fine = [read_statement(part) for line in body.split("\n") for part in statements_of(line)]
    certain = [attempt for attempt in fine if attempt.is_certain]
    broken = [attempt for attempt in fine if attempt.draft is None and attempt.is_mathematical]
    return fine if certain and not broken else coarse


def _rank(attempt: Attempt, entries: tuple[LegendEntry, ...]) -> tuple[int, bool]:
    """Prefer what is doubted least; of two such, the one that names what it computes with."""
    if attempt.draft is None:
        return 0, True
    known = {entry.symbol for entry in entries}
    bare = [label for label in attempt.draft.labels if label not in known and is_symbol(label)]
    return len(attempt.draft.doubts), bool(bare)


def _best(attempts: list[Attempt], entries: tuple[LegendEntry, ...]) -> Attempt | None:
    """Return the formula among the attempts: one with an operation, else a count."""
    read = [attempt for attempt in attempts if attempt.draft is not None]
    formulas = [attempt for attempt in read if attempt.is_mathematical]
    if formulas:
        return min(formulas, key=lambda attempt: _rank(attempt, entries))
    if any(attempt.is_mathematical for attempt in attempts):
        return None
    first = attempts[0] if attempts else None
    return first if first is not None and first.draft is not None and first.is_count else None


def _without_formula(text: str, attempts: list[Attempt], nama: str | None) -> Wording:
    broken = [attempt for attempt in attempts if attempt.is_mathematical and attempt.failure]
    refused = refusal(text, nama, formula_found=bool(broken))
    if refused is not None:
        return _not_computable(refused)
    if broken:
        notes = tuple(dict.fromkeys(attempt.failure for attempt in broken if attempt.failure))
        return Wording(WordingStatus.DOUBTFUL, None, (), notes)
    return _not_computable(kinds.PROSE.at())


def _finished(
    best: Attempt,
    draft: Draft,
    attempts: list[Attempt],
    entries: tuple[LegendEntry, ...],
    nama: str | None,
    text: str,
) -> Wording:
    draft, explained = with_formulas(draft, entries)
    if not draft.labels:
        return _not_computable(kinds.NUMBERS_ONLY.at())
    doubts = [*draft.doubts]
    others = [a for a in attempts if a is not best and a.is_mathematical]
    legend = {entry.symbol: entry for entry in entries}
    different = [a for a in others if not _says_the_same(best, a, legend)]
    if different:
        doubts.append(kinds.SEVERAL.at(banyak=len(different) + 1))
    doubts += [a.failure for a in others if a.draft is None and a.failure is not None]
    rest = [a.text for a in attempts if a is not best and not a.is_mathematical and a.text.strip()]
    doubts += _goes_on(rest)
    if PATTERNS.named_part.search(text):
        # One part of a fraction is named, and the other is not.
        doubts.append(kinds.INCOMPLETE.at(bagian=excerpt(text)))
    notes = [*draft.notes, *(kinds.REST_IGNORED.at(bagian=excerpt(text)) for text in rest[:1])]
    checked = check_reading(draft.tree, draft.labels, explained, nama, text, best.text)
    if checked is None:
        return _not_computable(kinds.NUMBERS_ONLY.at())
    return _named(checked, (*doubts, *checked.doubts), (*notes, *checked.notes))


def _goes_on(rest: list[str]) -> Iterator[Finding]:
    """Doubt what was not read, where it speaks of an operation: of dividing, or with a number."""
    for text in rest:
        if PATTERNS.operates(f" {text}", "+-") or PATTERNS.scaled.search(text):
            yield kinds.INCOMPLETE.at(bagian=excerpt(text))


def _says_the_same(first: Attempt, second: Attempt, legend: dict[str, LegendEntry]) -> bool:
    """Tell whether two formulas of a text are one; in words and in signs the names may differ.

    What could not be read says nothing else.
    """
    if first.draft is None or second.draft is None:
        return True
    restated = first.in_words != second.in_words
    return same_reading(first.draft, second.draft, legend, shortened=restated)


def _named(
    checked: CheckedReading, doubts: tuple[Finding, ...], notes: tuple[Finding, ...]
) -> Wording:
    """Give the variables their names, and make sure that the language reads the result."""
    names = make_names(checked.symbols)
    final = renamed(checked.tree, names)
    source = to_source(final)
    try:
        parse(source)
    except FormulaError:
        doubt = kinds.INCOMPLETE.at(bagian=excerpt(source))
        return Wording(WordingStatus.DOUBTFUL, None, (), (*doubts, doubt))
    used = variables(final)
    labels = zip(names, map(_lowered, checked.labels), strict=True)
    listed = tuple(Variable(name, label) for name, label in labels if name in used)
    status = WordingStatus.DOUBTFUL if doubts else WordingStatus.READ
    return Wording(status, source, listed, tuple(dict.fromkeys([*doubts, *notes])))


def _lowered(label: str) -> str:
    """Return a label as it stands inside a sentence: no capital in front, but in acronyms."""
    first = label.split(" ", 1)[0]
    if len(first) > 1 and first[0].isupper() and first[1:].islower():
        return label[0].lower() + label[1:]
    return label
