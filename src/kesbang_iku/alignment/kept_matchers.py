"""Finders of counterparts, kept for the next question: preparing all names takes a while."""

from functools import lru_cache
from typing import Final

from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.vocabulary import AdminLevel

_MOST: Final = 8
"""Four levels of two catalogs."""


class _Identity:
    """A catalog as a key: another object is another catalog, whatever it holds."""

    def __init__(self, katalog: Catalog) -> None:
        self.katalog: Final = katalog

    def __hash__(self) -> int:
        return id(self.katalog)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.katalog is self.katalog


def matcher_of(katalog: Catalog, level: AdminLevel | None = None) -> Matcher:
    """Return what finds counterparts in a catalog, of a level of government or of all."""
    return _matcher(_Identity(katalog), level)


@lru_cache(maxsize=_MOST)
def _matcher(known: _Identity, level: AdminLevel | None) -> Matcher:
    return Matcher(KnownNames(known.katalog, level))
