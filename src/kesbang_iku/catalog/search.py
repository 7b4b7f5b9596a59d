"""Finding definitions by words: by what they are called, and by what people call it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Generic, TypeVar

from kesbang_iku.findings.near import near, one_slip
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.lexicon import LexiconFile
from kesbang_iku.model.registers import WorkField
from kesbang_iku.sources.data import load_data

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_FILE: Final = "kosakata.yaml"
Found = TypeVar("Found", bound=Definition)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class SearchResult(Generic[Thing]):
    """What fits, and the words that were read as others, being a letter off."""

    definitions: tuple[Thing, ...]
    read_as: tuple[tuple[str, str], ...] = ()


def search(definitions: Iterable[Found], text: str) -> SearchResult[Found]:
    """Return the definitions whose names, codes or concept have every word of ``text``.

    A word may be the beginning of one there. What people shorten or call otherwise (``wasbang``,
    ``narkoba``) is found by any of its spellings in the catalog's vocabulary. A word that no
    definition has is read as one that is a single letter off.
    """
    return _search([(one, searched_text(one)) for one in definitions], text)


def search_fields(fields: Iterable[WorkField], text: str) -> SearchResult[WorkField]:
    """Return the fields of work whose names, code or programme have every word of ``text``.

    Words are compared as :func:`search` does it.
    """
    said = [(one, searched_words((one.kode, one.nama, one.nama_en, one.program))) for one in fields]
    return _search(said, text)


def _search(said: Sequence[tuple[Thing, str]], text: str) -> SearchResult[Thing]:
    words = [found for word in text.split() if (found := plain(word))]
    read_as = dict(_slips(words, [there for _, there in said]))
    wanted = list(_alternatives([read_as.get(word, word) for word in words]))
    fitting = (found for found, there in said if all(one.is_in(there) for one in wanted))
    return SearchResult(tuple(fitting), tuple(read_as.items()))


def called(definitions: Iterable[Found], name: str) -> tuple[Found, ...]:
    """Return the definitions of which ``name`` is a name or the abbreviation, in any case."""
    wanted = plain(name)
    return tuple(one for one in definitions if wanted in set(map(plain, _names(one))))


def short_forms(names: Iterable[str]) -> tuple[str, ...]:
    """Return the short words by which people call what ``names`` spell out."""
    text = " ".join(f" {plain(name)} " for name in names)
    return tuple(
        dict.fromkeys(
            entry.baku
            for entry in load_data(_FILE, LexiconFile).padanan
            if " " not in entry.baku
            and not entry.bila  # beside other words it would mean the same there alone
            and any(" " in form for form in entry.tulisan)
            and any(
                f" {form} " in text
                for form in (entry.baku, *entry.tulisan)
                if form == entry.baku or " " in form
            )
        )
    )


def plain(text: str) -> str:
    """Return ``text`` as it is compared: lower case, signs as single spaces."""
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


def _names(definition: Definition) -> tuple[str, ...]:
    short = definition.singkatan
    names = (definition.nama, definition.nama_en, *definition.alias)
    return names if short is None else (short, *names)


def searched_text(definition: Definition) -> str:
    """Return all that search looks at: each word with a space before and behind it."""
    references = definition.rujukan
    parts = (
        definition.kode, definition.program, *_names(definition), definition.konsep,
        *references.kodref, *references.sipd,
    )  # fmt: skip
    return searched_words(parts)


def vocabulary() -> Mapping[str, list[list[str]] | list[str]]:
    """Return what search knows of words, for another program that searches as it does.

    Under ``ejaan`` stand groups of spellings that mean the same, under ``gabungan`` the spellings
    that are put together of short words.
    """
    groups = sorted({tuple(sorted(group)) for group in _groups().values()})
    return {"ejaan": [list(group) for group in groups], "gabungan": sorted(_put_together())}


def searched_words(parts: Iterable[str]) -> str:
    """Return what is said in ``parts``, with a space before and behind each word.

    It stands there once more without the words that names are compared without, as the vocabulary
    writes its spellings.
    """
    words = [plain(part) for part in parts]
    idle = _idle_words()
    bare = (" ".join(word for word in part.split() if word not in idle) for part in words)
    return f" {'  '.join((*words, *bare))} "


@cache
def _idle_words() -> frozenset[str]:
    groups = load_data(_FILE, LexiconFile).abaikan
    return frozenset(word for group in groups for word in group.kata)


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    """Return for each spelling all that mean the same, whatever stands beside it."""
    found: dict[str, frozenset[str]] = {}
    for group in _groups().values():
        for form in group:
            found[form] = found.get(form, frozenset()) | group
    return found


def _groups() -> Mapping[str, set[str]]:
    groups: dict[str, set[str]] = {}
    lexicon = load_data(_FILE, LexiconFile)
    for entry in (*lexicon.padanan, *lexicon.pencarian):
        if not entry.bila:
            groups.setdefault(entry.baku, {entry.baku}).update(entry.tulisan)
    return groups


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One thing that a text must say: as it is written, or in one of other ways.

    Attributes:
        written: words of the search; a text may go on behind them.
        same: other spellings of them.
        parts: where a spelling is put together of short words, what each of those means.
    """

    written: str
    same: frozenset[str]
    parts: "tuple[_Wanted, ...]" = ()

    @classmethod
    def of(cls, written: str) -> "_Wanted":
        asked = set(written.split())
        known = _spellings().get(written, frozenset())
        # A part of the words would ask for less: social conflicts are not any conflicts.
        same = frozenset(form for form in known if not asked > set(form.split()))
        put_together = next((form for form in sorted(same) if form in _put_together()), "")
        parts = (cls(word, _spellings().get(word, frozenset())) for word in put_together.split())
        return cls(written, same, tuple(parts))

    def is_in(self, text: str) -> bool:
        if f" {self.written}" in text or any(f" {form} " in text for form in self.same):
            return True
        return bool(self.parts) and all(part.is_in(text) for part in self.parts)


def _alternatives(words: Sequence[str]) -> Iterator[_Wanted]:
    """Yield what is wanted, one after the other; words that are a spelling together are one."""
    known = _spellings()
    start = 0
    while start < len(words):
        ends = range(len(words), start, -1)
        end = next((end for end in ends if " ".join(words[start:end]) in known), start + 1)
        yield _Wanted.of(" ".join(words[start:end]))
        start = end


@cache
def _put_together() -> frozenset[str]:
    """Return the words of the house that are put together of others, as ``bankeu parpol``."""
    entries = load_data(_FILE, LexiconFile).padanan
    return frozenset(entry.baku for entry in entries if " " in entry.baku)


def _slips(words: Iterable[str], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that nothing begins with, each with the one it is a letter off."""
    for word in dict.fromkeys(words):
        if word in _spelt_words() or any(f" {word}" in text for text in texts):
            continue
        known = {one for text in texts for one in text.split()} | _spelt_words()
        slips = sorted(one for one in known if one_slip(word, one))
        meant = near(word, slips)
        if meant:
            yield word, meant[0]


@cache
def _spelt_words() -> frozenset[str]:
    return frozenset(word for form in _spellings() for word in form.split())
