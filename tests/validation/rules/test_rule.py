"""Kinds of findings as rules declare them: an error that is to come is said before it bites."""

from __future__ import annotations

from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.validation.rules.rule import kind

_TITLE = Text("Judul", "Title")
_MESSAGE = Text("Nilai {nilai}.", "The value is {nilai}.")
_HINT = Text("Periksa.", "Check it.")
_REASON = Text("Sebab.", "A reason.")


def test_a_kind_says_what_it_is_given() -> None:
    made = kind("IKU999", Level.INFO, title=_TITLE, message=_MESSAGE, hint=_HINT, reason=_REASON)
    assert made == FindingKind("IKU999", Level.INFO, _TITLE, _MESSAGE, _HINT, _REASON)
    assert made.announced is None


def test_a_kind_that_will_be_an_error_says_so_and_is_none_yet() -> None:
    made = kind(
        "IKU999",
        Level.PERINGATAN,
        title=_TITLE,
        message=_MESSAGE,
        hint=_HINT,
        reason=_REASON,
        akan_galat="1.0",
    )
    said = Text(
        "Nilai {nilai}. Mulai versi 1.0 ini galat.",
        "The value is {nilai}. From version 1.0 on this is an error.",
    )
    assert made == FindingKind(
        "IKU999", Level.PERINGATAN, _TITLE, said, _HINT, _REASON, announced=Level.GALAT
    )
