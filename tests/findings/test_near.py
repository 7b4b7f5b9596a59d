"""What comes near to a wrong word, and what is too far from it."""

from __future__ import annotations

import difflib
import random
import subprocess
import sys

import pytest

from kesbang_iku.findings.near import near, one_slip

KNOWN = ("konflik", "konflik_diselesaikan", "persen", "KBP-WAS-01", "KBP-WAS-02", "nilai", "pos")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("konflk", "konflik"),
        ("konflik_baru", "konflik"),
        ("konflik_selesai", "konflik_diselesaikan"),
        ("Persentase", "persen"),
        ("kbp-was-1", "KBP-WAS-01"),
        ("WAS-02", "KBP-WAS-02"),
        ("pos_x", "pos"),
    ],
)
def test_the_nearest_word_is_found_in_any_case(word: str, meant: str) -> None:
    assert near(word, KNOWN) == (meant,)


@pytest.mark.parametrize("word", ["nik", "lain", "ABC-UJI-01", "zzz", "", "x" * 10_000])
def test_what_is_merely_a_little_alike_is_not_near(word: str) -> None:
    assert near(word, KNOWN) == ()


def test_as_many_as_are_asked_for_come_the_nearest_first() -> None:
    assert near("KBP-WAS-03", KNOWN, 3) == ("KBP-WAS-02", "KBP-WAS-01")
    assert near("KBP-WAS-03", KNOWN) == ("KBP-WAS-02",)


@pytest.mark.parametrize("written", ["konfli", "konflikk", "konfiik", "kofnlik"])
def test_one_letter_is_a_slip(written: str) -> None:
    assert one_slip(written, "konflik")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("konflik", "konflik"), ("konfl", "konflik"), ("sila_1", "sila_2"), ("pox", "pos")],
)
def test_two_letters_digits_and_short_words_are_no_slip(written: str, meant: str) -> None:
    assert not one_slip(written, meant)


def test_what_is_right_is_checked_without_the_library_that_compares() -> None:
    code = (
        "import sys; from kesbang_iku.cli import main;"
        "sys.argv[1:] = ['validate', 'examples/idi-kalimantan-tengah.yaml'];"
        "sys.exit(main() or 'difflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_word_that_the_slow_comparison_finds_is_passed_over() -> None:
    chance = random.Random(5)
    known = ["".join(chance.choices("abdeiknoru ", k=chance.randrange(3, 15))) for _ in range(150)]
    folded = {one.casefold(): one for one in known}
    found = 0
    for word in chance.choices(known, k=150):
        letters = [*word]
        for _ in range(chance.randrange(5)):
            place = chance.randrange(len(letters) + 1)
            letters[place : place + chance.randrange(3)] = chance.choice(("", "a", "nk", "Z"))
        written = "".join(letters)
        close = difflib.get_close_matches(written.casefold(), folded, 3, 0.72)
        assert near(written, known, 3) == tuple(folded[one] for one in close)
        found += bool(close)
    assert 50 < found < 150
