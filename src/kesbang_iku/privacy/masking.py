"""Keeping what a file says about people out of everything that is said about the file."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Final, TypeVar, cast

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Text
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.record import Record
from kesbang_iku.privacy.numbers import MASK

T = TypeVar("T")

_BETWEEN: Final = r"[\s.,/_()'’\u00ad\u200b-\u200d\u2010-\u2015\u2212\ufeff-]{0,2}"
"""What may stand between the digits of a number that is printed otherwise than it was written."""
_DIGITS: Final = 9
"""So many digits are a number that somebody may print in groups."""
_DIALLED: Final = re.compile(r"^(?:0+|62)")


def hiding(secrets: Collection[str]) -> Callable[[str], str]:
    """Return what makes a text say none of ``secrets``, in whatever groups it says their digits."""
    # Of two that begin alike, the longer stands first.
    pattern = re.compile("|".join(map(_printed, sorted(secrets, reverse=True))), re.IGNORECASE)

    def hide(text: str) -> str:
        return pattern.sub(MASK, text) if pattern.pattern else text

    return hide


def _printed(secret: str) -> str:
    """Return a pattern for the forms in which a secret may be printed."""
    digits = "".join(str(int(sign)) for sign in secret if sign.isdecimal())
    if len(digits) >= _DIGITS and not any(map(str.isalpha, secret)):
        return _BETWEEN.join(_DIALLED.sub("", digits))
    words = r"\s+".join(map(re.escape, secret.split()))
    start = r"(?<!\w)" if secret[:1].isalnum() else ""
    end = r"(?!\w)" if secret[-1:].isalnum() else ""
    return f"{start}{words}{end}"


@dataclass(frozen=True)
class Secrets:
    """What must not be said of some files.

    Attributes:
        texts: the texts that must not be said.
        files: the names of the files they stand in.
        numbers: takes out the numbers of persons, however they are written.
    """

    texts: frozenset[str]
    files: frozenset[str]
    numbers: Callable[[str], str]

    def __bool__(self) -> bool:
        return bool(self.files)

    @cached_property
    def _hide(self) -> Callable[[str], str]:
        return hiding(self.texts)

    def hide(self, text: str) -> str:
        """Return ``text`` without anything about people."""
        return self._hide(self.numbers(text))

    def mask(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings that say nothing about people.

        Those about the files also lose their columns, so that nobody prints the line that they
        stand in, and their repairs, which would show the lines around it.
        """
        if not self.files:
            return tuple(findings)
        return tuple(
            self._masked(found) if found.berkas in self.files else found for found in findings
        )

    def _masked(self, finding: Finding) -> Finding:
        place, hide = finding.place, self.hide
        return replace(
            finding,
            place=replace(
                place,
                kolom=None,
                kolom_akhir=None,
                sel=None if place.sel is None else hide(place.sel),
                penunjuk=None if place.penunjuk is None else hide(place.penunjuk),
            ),
            nilai=None if finding.nilai is None else hide(finding.nilai),
            arguments=tuple(
                (name, Text(hide(text.id), hide(text.en))) for name, text in finding.arguments
            ),
            perbaikan=None,
        )

    def cover(self, answer: T) -> T:
        """Return an answer whose texts say nothing about people.

        Covered are texts in data classes, models, lists and mappings; what the standard itself says
        stays as it is, and so does everything that is no text.
        """
        return self._covered(answer) if self.files else answer  # type: ignore[return-value]  # the same class

    def _covered(self, value: object) -> object:
        if isinstance(value, str):
            said = value if isinstance(value, Enum) else self.hide(value)
            return value if said == value else said
        if isinstance(value, Finding):
            return self.mask([value])[0]
        if isinstance(value, Definition | type):
            return value
        if isinstance(value, Record):
            return value.model_copy(update=dict(self._changed(dict(value))))
        if isinstance(value, Mapping):
            return {self._covered(key): self._covered(one) for key, one in value.items()}
        if isinstance(value, tuple | list | frozenset):
            kind = cast("Callable[..., object]", type(value))
            covered = [self._covered(one) for one in value]
            return kind(*covered) if hasattr(value, "_fields") else kind(covered)
        if is_dataclass(value) and not isinstance(value, type):
            held = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
            return replace(value, **dict(self._changed(held)))
        return value

    def _changed(self, held: Mapping[str, object]) -> Iterator[tuple[str, object]]:
        for name, value in held.items():
            covered = self._covered(value)
            if covered is not value:
                yield name, covered
