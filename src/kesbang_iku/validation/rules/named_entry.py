"""What rules over indicators that are called by name look at: the name, and its first words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Final

from kesbang_iku.model.checking import plain_words

_SHOWN: Final = 80
"""How many characters of a name findings show."""


class NamedEntry(ABC):
    """Something that a plan or a performance table calls by name."""

    __slots__ = ()

    @property
    @abstractmethod
    def nama(self) -> str:
        """The name as written."""

    @property
    def short(self) -> str:
        """The name as findings show it."""
        name = " ".join(self.nama.split())
        return name if len(name) <= _SHOWN else name[: _SHOWN - 1] + "…"

    @property
    def common(self) -> Mapping[str, object]:
        """What all findings say of it: its name."""
        return {"nama": self.short}

    @property
    def first_words(self) -> tuple[str, ...]:
        """The words of the name, plain."""
        return tuple(plain_words(self.nama).split())
