from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Finding, Level, sentences
from kesbang_iku.sources.document import Data, Document, Pointer
from kesbang_iku.sources.yaml_reader import (
    _NUMBER_TRAPS,
    HAS_LIBYAML,
    MAX_DEPTH,
    _taken_for,
    read_yaml,
)

BOTH_PARSERS = pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "python"])


def read_one(text: str, *, fast: bool = True) -> Document:
    documents, findings = read_yaml(text, "a.yaml", fast=fast)
    assert findings == []
    (document,) = documents
    return document


def codes(findings: list[Finding]) -> list[str]:
    return [finding.kode for finding in findings]


@BOTH_PARSERS
def test_scalars_stay_text_as_written(fast: bool) -> None:
    text = "a: 35.10\nb: 2026-01-01\nc: '012'\nd: 85,23\ne: \"no\"\nf: 5\n"
    assert read_one(text, fast=fast).data == {
        "a": "35.10",
        "b": "2026-01-01",
        "c": "012",
        "d": "85,23",
        "e": "no",
        "f": "5",
    }


def test_plain_true_and_false_are_truth_and_quoted_ones_are_text() -> None:
    assert read_one("[true, False, 'true']").data == [True, False, "true"]


def test_plain_null_is_none_and_quoted_null_is_text() -> None:
    assert read_one("[null, ~, 'null', '', \"~\"]").data == [None, None, "null", "", "~"]


def test_an_empty_value_is_none() -> None:
    assert read_one("a:\nb: 1\n").data == {"a": None, "b": "1"}


def test_number_keys_are_text() -> None:
    assert read_one("target: {2025: 82}").data == {"target": {"2025": "82"}}


def test_a_file_may_hold_several_documents() -> None:
    documents, findings = read_yaml("a: 1\n---\na: 2\n", "a.yaml")
    assert ([document.data for document in documents], findings) == ([{"a": "1"}, {"a": "2"}], [])


def test_place_of_a_value_counts_from_one_and_knows_its_end() -> None:
    place = read_one("tahun: 2018\nitem:\n  - kode: KBP-POL-01\n").place(("item", 0, "kode"))
    assert (place.berkas, place.baris, place.kolom, place.kolom_akhir, place.penunjuk) == (
        "a.yaml",
        3,
        11,
        21,
        "/item/0/kode",
    )


def test_place_of_a_key_is_the_key() -> None:
    place = read_one("a:\n  nama: x\n").place(("a", "nama"), key=True)
    assert (place.baris, place.kolom, place.kolom_akhir) == (2, 3, 7)


def test_place_of_what_is_missing_is_its_nearest_ancestor() -> None:
    place = read_one("a: 1\nitem:\n  - {kode: x}\n").place(("item", 0, "target", "nilai"))
    assert (place.baris, place.kolom, place.penunjuk) == (3, 5, "/item/0")


@BOTH_PARSERS
def test_columns_count_characters_after_letters_outside_ascii(fast: bool) -> None:
    place = read_one("{é–😀: 'ü', b: xyz}", fast=fast).place(("b",))
    assert (place.kolom, place.kolom_akhir) == (15, 18)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_count_with_every_line_break(line_break: str) -> None:
    document = read_one(line_break.join(["a: 1", "# x", "b:", "  c: 2", ""]))
    place = document.place(("b", "c"))
    assert (place.baris, place.kolom, place.kolom_akhir) == (4, 6, 7)


def test_a_byte_order_mark_moves_no_column() -> None:
    assert read_one("\ufeffa: 1").place(("a",)).kolom == 4


@pytest.mark.parametrize(
    "text",
    [
        *["yes", "no", "On", "OFF", "y", "N"],
        *["012", "-012", "08", "01.10", "1_000", "1e3", "1.5E-3", "0x1F", "0o17", "0b11"],
        *["1:30", "190:20:30", "685.230_15"],
    ],
)
def test_plain_text_that_readers_disagree_on_is_refused_and_kept(text: str) -> None:
    documents, findings = read_yaml(f"a: {text}\nb: 5\n", "a.yaml")
    assert documents[0].data == {"a": text, "b": "5"}
    assert codes(findings) == ["IKU028"]
    assert (findings[0].place.baris, findings[0].place.kolom) == (1, 4)
    assert f'"{text}"' in findings[0].saran


@pytest.mark.parametrize(
    "text", ["'012'", '"no"', "0", "0.5", "-3", "1.234", "Yesus", "none", "ya"]
)
def test_text_that_all_readers_agree_on_is_no_finding(text: str) -> None:
    assert codes(read_yaml(f"a: {text}", "a.yaml")[1]) == []


@pytest.mark.parametrize("key", ["no", "Y", "true", "FALSE", "012"])
def test_a_key_that_readers_disagree_on_is_refused_and_kept(key: str) -> None:
    documents, findings = read_yaml(f"{key}: 1\n", "a.yaml")
    assert (documents[0].data, codes(findings)) == ({key: "1"}, ["IKU028"])


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000", r"\uD800", r"\xZZ"])
def test_a_character_code_beyond_unicode_is_told(escape: str) -> None:
    assert codes(read_yaml(f'a: "{escape}"', "a.yaml")[1]) == ["IKU022"]


def test_the_parser_in_python_raises_nothing_for_such_a_code() -> None:
    documents, findings = read_yaml(r'a: "\UFFFFFFFF"', "a.yaml", fast=False)
    assert (documents, codes(findings)) == ([], ["IKU013"])


@BOTH_PARSERS
def test_of_a_duplicate_key_the_first_counts_and_the_second_is_told(fast: bool) -> None:
    documents, findings = read_yaml("a: 1\nb: 2\na: 3\n", "a.yaml", fast=fast)
    assert documents[0].data == {"a": "1", "b": "2"}
    (finding,) = findings
    assert (finding.kode, finding.place.baris, finding.place.kolom) == ("IKU023", 3, 1)
    assert "baris 1" in finding.pesan


@pytest.mark.parametrize("text", ["a: !!python/object:os.system x", "a: !t [1]", "a: ! 5"])
def test_tags_are_refused(text: str) -> None:
    assert codes(read_yaml(text, "a.yaml")[1]) == ["IKU026"]


def test_a_merge_key_is_refused() -> None:
    documents, findings = read_yaml("<<: {a: 1}\nb: 2", "a.yaml")
    assert (documents[0].data, codes(findings)) == ({"b": "2"}, ["IKU025"])


@pytest.mark.parametrize("key", ["[1, 2]", "{a: b}", "~", "null"])
def test_a_key_that_is_no_text_is_refused(key: str) -> None:
    documents, findings = read_yaml(f"? {key}\n: 1\nb: 2\n", "a.yaml")
    assert (documents[0].data, codes(findings)) == ({"b": "2"}, ["IKU027"])


@BOTH_PARSERS
def test_anchors_and_aliases_are_refused_where_they_stand(fast: bool) -> None:
    documents, findings = read_yaml("a: &x 1\nb: *x\n", "a.yaml", fast=fast)
    assert documents == []
    assert [(f.kode, f.place.baris, f.place.kolom) for f in findings] == [
        ("IKU024", 1, 4),
        ("IKU024", 2, 4),
    ]


def test_an_ampersand_inside_text_is_no_anchor() -> None:
    assert read_one("a: Politik & Hukum\nb: 'x &y'\nc: R&D\n").data == {
        "a": "Politik & Hukum",
        "b": "x &y",
        "c": "R&D",
    }


@BOTH_PARSERS
def test_an_alias_bomb_is_refused_unexpanded(fast: bool) -> None:
    names = "abcdefghi"
    lines = ["a: &a [x]"]
    for inner, outer in pairwise(names):
        lines.append(f"{outer}: &{outer} [{', '.join([f'*{inner}'] * 9)}]")
    documents, findings = read_yaml("\n".join(lines), "a.yaml", fast=fast)
    assert documents == []
    assert set(codes(findings)) == {"IKU024"}
    assert len(findings) == 20


@BOTH_PARSERS
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "!t ["])
def test_deep_nesting_is_refused(opening: str, fast: bool) -> None:
    documents, findings = read_yaml(opening * 20_000, "a.yaml", fast=fast)
    assert (documents, codes(findings)) == ([], ["IKU029"])


def test_nesting_up_to_the_limit_is_read() -> None:
    inside = MAX_DEPTH - 1
    assert codes(read_yaml("[" * inside + "x" + "]" * inside, "a.yaml")[1]) == []


def test_anchors_and_deep_nesting_together_are_refused() -> None:
    documents, findings = read_yaml("a: &x 1\nb: " + "[" * 20_000, "a.yaml")
    assert (documents, codes(findings)) == ([], ["IKU029"])


def test_too_many_values_are_refused() -> None:
    documents, findings = read_yaml("[" + "1," * 200_001 + "]", "a.yaml")
    assert (documents, codes(findings)) == ([], ["IKU030"])


def test_a_large_single_text_is_read() -> None:
    assert read_one("a: " + "x" * 5_000_000).data == {"a": "x" * 5_000_000}


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x7f", "\x85", "\u2028", "\ud800"])
def test_control_characters_are_refused_with_their_place(sign: str) -> None:
    documents, findings = read_yaml(f"a: 1\nb: x{sign}\n", "a.yaml")
    (finding,) = findings
    assert documents == []
    assert (finding.kode, finding.place.baris, finding.place.kolom) == ("IKU009", 2, 5)
    assert f"U+{ord(sign):04X}" in finding.pesan


SYNTAX = [
    ("a:\n\tb: 1", "IKU014", 2),
    ("a: 1\n\tb: 2", "IKU014", 2),
    ("a: 1\nb 2\nc: 3", "IKU015", 3),
    ("a: b: c", "IKU016", 1),
    ("a: 1\n  b: 2", "IKU016", 2),
    ("- a\nb: 1", "IKU017", 2),
    ("a: - b", "IKU021", 1),
    ("a: -", "IKU021", 1),
    ("target: >= 80", "IKU021", 1),
    ("target: > 75", "IKU021", 1),
    ('x: 1\na: "x\nb: 1', "IKU018", 3),
    ("a: 'it's'", "IKU019", 1),
    ('a: "b" c', "IKU019", 1),
    ("a: [1, 2\nb: 3", "IKU020", 2),
    ("{a: 1", "IKU020", 1),
    ("a: @x", "IKU021", 1),
    ("a: `b`", "IKU021", 1),
    ("a: *x", "IKU021", 1),
    ("a: * x", "IKU021", 1),
    ("a: }", "IKU021", 1),
    ('a: "\\d"', "IKU022", 1),
    ("%TAG\n---\na: 1", "IKU013", 1),
    ("%YAML 2.0\n---\na: 1", "IKU013", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), SYNTAX)
def test_a_mistake_of_syntax_is_named_with_its_line(text: str, code: str, line: int) -> None:
    _, findings = read_yaml(text, "a.yaml")
    assert [(f.kode, f.place.baris) for f in findings] == [(code, line)]


@pytest.mark.parametrize(
    ("text", "sign"),
    [("a: >= 80", ">"), ("a: -", "-"), ("a: @x", "@"), ("a: * x", "*"), ("a: & x", "&")],
)
def test_a_reserved_start_is_named_where_it_stands(text: str, sign: str) -> None:
    (finding,) = read_yaml(text, "a.yaml")[1]
    assert f'"{sign}"' in finding.pesan
    assert finding.place.kolom == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [\n", 1),
        ("a: 1\nb: [\n\n\n", 2),
        ("a:\n  - {x: [1, 2], y:\n", 2),
        ("a: {b:\n  [\n", 2),
        ("a: [1,\n", 1),
    ],
)
def test_a_bracket_with_nothing_behind_it_is_found(text: str, line: int) -> None:
    (finding,) = read_yaml(text, "a.yaml")[1]
    assert finding.kode == "IKU020"
    assert f"dibuka di baris {line} " in finding.pesan


def test_documents_before_a_mistake_of_syntax_are_kept() -> None:
    documents, findings = read_yaml("a: 1\n---\nb: [\n", "a.yaml")
    assert [document.data for document in documents] == [{"a": "1"}]
    assert codes(findings) == ["IKU020"]


def test_places_in_a_mapping_of_many_keys_are_those_of_a_small_one() -> None:
    text = "".join(f"k{number}: {number}\n" for number in range(200)) + "k7: dua kali\n"
    (document,), _ = read_yaml(text, "a.yaml")
    assert document.place(("k7",)).baris == 8
    assert document.place(("k199",), key=True).kolom_akhir == 5
    assert document.place(("k200",)).baris == 1


def test_the_documents_of_a_file_count_its_lines_once() -> None:
    documents, _ = read_yaml("a: 1\n---\na: 2\n---\na: 3\n", "a.yaml")
    assert [document.place(("a",)).baris for document in documents] == [1, 3, 5]
    assert len({id(document.lines) for document in documents}) == 1


def test_an_unclosed_quote_names_the_line_that_opened_it() -> None:
    (finding,) = read_yaml('x: 1\na: "x\nb: 1', "a.yaml")[1]
    assert "baris 2" in finding.pesan
    assert "line 2" in finding.message("en")


values = st.recursive(
    st.text(alphabet="abcXYZ é–", min_size=1, max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(alphabet="klmné", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def written(value: Data, pointer: Pointer, parts: list[str], at: dict[Pointer, int]) -> None:
    """Write ``value`` in flow style over several lines and note where each value starts."""
    at[pointer] = sum(map(len, parts))
    if isinstance(value, dict):
        parts.append("{\n")
        for name, item in value.items():
            parts.append(f'  "{name}": ')
            written(item, (*pointer, name), parts, at)
            parts.append(",\n")
        parts.append(" }")
    elif isinstance(value, list):
        parts.append("[ ")
        for index, item in enumerate(value):
            written(item, (*pointer, index), parts, at)
            parts.append(" ,\n ")
        parts.append("]")
    else:
        parts.append(f'"{value}"')


@given(values)
@settings(max_examples=60, deadline=None)
def test_every_place_is_where_the_value_was_written(value: Data) -> None:
    parts: list[str] = []
    offsets: dict[Pointer, int] = {}
    written(value, (), parts, offsets)
    text = "".join(parts)
    document = read_one(text)
    assert document.data == value
    for pointer, offset in offsets.items():
        place = document.place(pointer)
        before = text[:offset]
        assert place.baris == before.count("\n") + 1
        assert place.kolom == offset - (before.rfind("\n") + 1) + 1


@given(st.text(max_size=60) | st.text(alphabet="ab:-&*!{}[]?|>'\"#\n\t 0_.~<", max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_reader_raise(text: str) -> None:
    for finding in read_yaml(text, "a.yaml")[1]:
        assert finding.message("id")
        assert finding.hint("en")
        assert finding.place.baris is not None


@pytest.mark.skipif(not HAS_LIBYAML, reason="compares libyaml with the parser in Python")
@given(st.text(alphabet="ab:-{}[],'\"#\n 0", max_size=30))
@settings(max_examples=200, deadline=None)
def test_both_parsers_read_the_same_data_from_what_both_accept(text: str) -> None:
    fast, fast_findings = read_yaml(text, "a.yaml")
    pure, pure_findings = read_yaml(text, "a.yaml", fast=False)
    if not any(f.tingkat is Level.GALAT for f in [*fast_findings, *pure_findings]):
        assert [document.data for document in fast] == [document.data for document in pure]


@given(st.text(alphabet="012789+-._eExXoOb:", min_size=1, max_size=8))
def test_a_number_is_refused_as_one_of_the_traps_or_not_at_all(text: str) -> None:
    traps = [name for trap, name in _NUMBER_TRAPS if trap.fullmatch(text)]
    said = _taken_for(text)
    assert said == (sentences.sources.TAKEN_FOR[traps[0]] if traps else None)
