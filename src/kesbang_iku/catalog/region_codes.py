"""The forms in which codes and names of regions are written. No region is looked up here."""

from collections.abc import Iterator
from typing import Final

from kesbang_iku._regex import regex
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS

_DOTTED: Final = regex(r"0|[0-9]{2}(?:\.(?!00)[0-9]{2})?")
_UNDOTTED: Final = regex(r"([0-9]{2})([0-9]{2})")
_FINER: Final = regex(
    r"([0-9]{2})\.([0-9]{2})\.[0-9]{2}(?:\.[0-9]{4})?|([0-9]{2})([0-9]{2})(?:[0-9]{2,3}|[0-9]{6})"
)
_NUMBER: Final = regex(r"([0-9]{1,4})[.,]([0-9]{0,6})")
_NOT_A_NAME: Final = regex(r"[0-9.,\s-]*")
_BETWEEN_WORDS: Final = regex(r"[\W_]+")
# How people shorten, or leave out, the words that stand before a region's name.
_WRITTEN_OUT: Final = {
    "kab": "kabupaten",
    "prov": "provinsi",
    "prop": "provinsi",
    "propinsi": "provinsi",
    "adm": "",
    "administrasi": "",
}


def canonical(code: str) -> str | None:
    """Return the dotted form of ``code`` (``35.10``, ``35``, ``0``), or ``None`` if it has no form.

    Understood are ``35.10``, ``3510``, ``35`` and ``3500``.
    """
    if _DOTTED.fullmatch(code):
        return code
    parts = _UNDOTTED.fullmatch(code)
    if parts is None:
        return None
    return parts[1] if parts[2] == "00" else f"{parts[1]}.{parts[2]}"


def owner_of_finer(code: str) -> str | None:
    """Return the kabupaten or kota of a kecamatan's or village's code; ``None`` for any other."""
    parts = _FINER.fullmatch(code)
    return None if parts is None else f"{parts[1] or parts[3]}.{parts[2] or parts[4]}"


def repairs(code: str) -> tuple[str, ...] | None:
    """Return what a code may have been before a spreadsheet made the number ``code`` of it.

    ``11.1`` may have been ``11.01`` or ``11.10``, ``3510.0`` was ``35.10``. ``None`` says that
    ``code`` is no such number; whether a region has the code is not asked here.
    """
    number = _NUMBER.fullmatch(code)
    if number is None:
        return None
    whole, fraction = number.groups()
    if not fraction.strip("0"):
        found = canonical(whole)
        return () if found is None else (found,)
    digits = fraction.rstrip("0")
    candidates = {f"{whole}.{digits.rjust(2, '0')}", f"{whole}.{digits.ljust(2, '0')}"}
    return tuple(sorted(one for one in candidates if _DOTTED.fullmatch(one)))


def is_name(text: str) -> bool:
    """Say whether ``text`` is a name, or anyway no attempt at a code."""
    return _NOT_A_NAME.fullmatch(text) is None


def plain_name(text: str) -> str:
    """Return ``text`` as names are compared: lower case, words written out, single spaces."""
    words = _BETWEEN_WORDS.sub(" ", text.casefold()).split()
    return " ".join(filter(None, (_WRITTEN_OUT.get(word, word) for word in words)))


def bare_name(plain: str) -> str:
    """Return a plain name without the word for its level."""
    first, _, rest = plain.partition(" ")
    return rest if rest and first in REGIONAL_LEVELS else plain


def name_key(plain: str) -> str:
    """Return what a plain name is found by: without spaces, as in Fakfak for Fak Fak."""
    return plain.replace(" ", "")


def shortened_names(plain: str) -> Iterator[str]:
    """Yield a plain name with two words or more in front shortened to their first letters."""
    words = plain.split()
    for count in range(2, len(words)):
        yield " ".join(["".join(word[0] for word in words[:count]), *words[count:]])
