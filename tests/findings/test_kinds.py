"""What ``texts/temuan`` says of every kind of finding: codes, levels, and both languages."""

from __future__ import annotations

import re
import string

from kesbang_iku.findings import FindingKind, Text
from kesbang_iku.findings.register import all_kinds
from kesbang_iku.findings.texts import read_texts
from tests.each import each

KINDS = {kind.code: kind for kind in all_kinds()}

each_kind = each(KINDS, str)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_each_code_stands_once_in_the_file_of_its_hundred_and_in_order() -> None:
    for name, hundred in read_texts("temuan").items():
        assert list(hundred) == sorted(hundred)
        assert all(re.fullmatch(rf"{name}\d\d", code) for code in hundred)


def test_no_name_stands_for_two_kinds() -> None:
    entries = [entry for hundred in read_texts("temuan").values() for entry in hundred.values()]
    names = [entry["nama"] for entry in entries if "nama" in entry]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[A-Z][A-Z_]+", name) for name in names)


@each_kind
def test_both_languages_say_the_same_things_in_their_own_words(code: str) -> None:
    kind = KINDS[code]
    for text in (kind.title, kind.message, kind.hint, kind.reason):
        assert text.id.strip()
        assert text.en.strip()
        assert text.id != text.en or text.id.startswith("{")
    for text in (kind.message, kind.hint):
        assert _fields(text.id) == _fields(text.en)
    for text in (kind.title, kind.reason):
        assert not _fields(text.id) | _fields(text.en)


_COUNTED = re.compile(
    r"(?<![\d.,/])1 (?:\w+ )?(arguments|cells|errors|findings|files|headers|indicators|infos|plans|"
    r"regions|results|rows|warnings)\b"
)
_NEVER_ONE = {
    "IKU351": "one plan is none too many",
    "IKU399": "one indicator is what a cell is for",
    "IKU439": "more regions than there are",
    "IKU442": "one part is not parts together",
    "IKU552": "the sum of one row is no sum",
}


@each_kind
def test_one_is_counted_in_the_singular(code: str) -> None:
    kind = KINDS[code]
    for text in (kind.message, kind.hint):
        said = text.fill("en", **dict.fromkeys(_fields(text.en), 1))
        assert bool(_COUNTED.search(said)) == (code in _NEVER_ONE and text is kind.message)


@each_kind
def test_texts_can_be_filled_in(code: str) -> None:
    kind: FindingKind = KINDS[code]
    names = {name for text in (kind.message, kind.hint) for name in _fields(text.id)}
    assert all(name.isidentifier() for name in names)
    found = kind.at(**dict.fromkeys(names, Text("isi", "filling")))  # type: ignore[arg-type]  # no field is called place or value
    for said in (found.pesan, found.message("en"), found.saran, found.hint("en")):
        assert said.strip()
        assert not re.search(r"\{[a-z_]+\}", said)
