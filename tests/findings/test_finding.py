"""Findings: what they say, where they stand, and how much they weigh."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kesbang_iku.findings import (
    Edit,
    Finding,
    FindingKind,
    Level,
    Place,
    Repair,
    Text,
    worst_level,
)

_KIND = FindingKind(
    "IKU999",
    Level.PERINGATAN,
    Text("Judul", "Title"),
    Text("Angka {angka} di {tempat}.", "Number {angka} at {tempat}."),
    Text("Tulis {angka}.", "Write {angka}."),
    Text("Sebab.", "Reason."),
)


def test_message_is_in_the_language_asked_for() -> None:
    found = _KIND.at(angka=5, tempat=Text("sini", "here"))
    assert (found.pesan, found.message("en")) == ("Angka 5 di sini.", "Number 5 at here.")
    assert (found.saran, found.hint("en")) == ("Tulis 5.", "Write 5.")


@pytest.mark.parametrize("number", [Decimal("1234.50"), Fraction(12345, 10)])
def test_number_is_written_as_each_language_writes_it(number: Decimal | Fraction) -> None:
    found = _KIND.at(angka=number, tempat="x")
    assert found.pesan.startswith("Angka 1.234,5")
    assert found.message("en").startswith("Number 1,234.5")


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 file is"), (0, "0 files are"), (2, "2 files are"), (11, "11 files are")],
)
def test_words_agree_with_the_count_beside_them(count: int, said: str) -> None:
    text = Text("{n} berkas", "{n:file is|files are}")
    assert (text.fill("id", n=count), text.fill("en", n=count)) == (f"{count} berkas", said)


def test_a_number_in_a_text_is_written_as_its_language_writes_it() -> None:
    text = Text("{a}, {b}, {c}", "{a}, {b}, {c}")
    a, b, c = Decimal("0.50"), Fraction(1, 4), Text("satu", "one")
    assert text.fill("id", a=a, b=b, c=c) == "0,50, 0,25, satu"
    assert text.fill("en", a=a, b=b, c=c) == "0.50, 0.25, one"


@pytest.mark.parametrize("text", ["{", "}", "{x}", "{0}", "{angka}", "%s", "{{}}"])
def test_braces_of_an_argument_mean_nothing(text: str) -> None:
    assert _KIND.at(angka=1, tempat=text).pesan == f"Angka 1 di {text}."


def test_what_a_terminal_obeys_or_hides_is_named_in_messages() -> None:
    found = _KIND.at(value="\u202ea", angka=1, tempat="\x1b[2J\u202ea\u200b\u009b")
    assert found.pesan == "Angka 1 di <U+001B>[2J<U+202E>a<U+200B><U+009B>."
    assert found.nilai == "\u202ea"


def test_a_value_of_megabytes_is_not_said_whole() -> None:
    found = _KIND.at(value="x" * 10**6, angka=1, tempat="y" * 10**6)
    described = found.as_dict()
    assert found.pesan == f"Angka 1 di {'y' * 999}…."
    assert described["nilai"] == "x" * 999 + "…"
    assert found.nilai == "x" * 10**6


def test_finding_knows_its_place() -> None:
    place = Place("a.yaml", 3, 5, 9, penunjuk="/x")
    found = _KIND.at(place, value="v", angka=1, tempat="x")
    assert (found.berkas, found.baris, found.kolom, found.nilai) == ("a.yaml", 3, 5, "v")
    assert found.moved(place.within("b.yaml")).berkas == "b.yaml"
    assert found.berkas == "a.yaml"


def test_finding_is_a_value() -> None:
    found = _KIND.at(angka=1, tempat="x")
    assert found == _KIND.at(angka=1, tempat="x")
    assert len({found, _KIND.at(angka=1, tempat="x"), _KIND.at(angka=2, tempat="x")}) == 2


def test_a_finding_arrives_whole_in_another_process() -> None:
    place = Place("a.yaml", 1, 2, 3, "B4", "/item/0")
    found = _KIND.at(place, value="5", angka=Decimal("1.5"), tempat=Text("sini", "here"))
    found = found.repairable(Repair("6", kunci=True, suntingan=(Edit("a.yaml", 0, 1, 1, 2, "6"),)))
    again = pickle.loads(pickle.dumps(found))  # noqa: S301  # our own bytes
    assert again == found
    assert again.message("en") == found.message("en")


def test_reference_leads_to_the_code() -> None:
    assert _KIND.at(angka=1, tempat="x").rujukan == "temuan/#iku999"


def test_worst_level_is_the_weightiest() -> None:
    def at(level: Level) -> Finding:
        kind = FindingKind("IKU998", level, _KIND.title, _KIND.title, _KIND.title, _KIND.reason)
        return kind.at()

    assert worst_level([]) is None
    assert worst_level([at(Level.INFO)]) is Level.INFO
    assert worst_level([at(Level.INFO), at(Level.GALAT), at(Level.PERINGATAN)]) is Level.GALAT


def test_places_of_a_file_are_ordered_by_sheet_row_and_column() -> None:
    placed = [
        Place("a.xlsx"),
        Place("a.xlsx", 9, sel="'Kab. A'!B9"),
        Place("a.xlsx", 2, sel="Kota!B2"),
        Place("a.xlsx", 2, sel="Kota!Z2"),
        Place("a.xlsx", 2, sel="Kota!AA2"),
        Place("a.xlsx", 10, sel="Kota!A10"),
    ]
    lines = [Place("a.csv", 2, 9, sel="B2"), Place("a.csv", 2, 11, sel="A2"), Place("a.csv", 3)]
    for places in (placed, lines):
        orders = [place.order for place in places]
        assert orders == sorted(set(orders))


def test_a_kind_may_name_the_field_that_is_the_value_found() -> None:
    kind = replace(_KIND, seen="angka")
    assert kind.at(angka="5", tempat="x").nilai == "5"
    assert kind.at(angka=None, tempat="x").nilai is None
    assert kind.at(angka="5", tempat="x", value="5,0").nilai == "5,0"
