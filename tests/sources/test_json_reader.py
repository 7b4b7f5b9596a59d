from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Finding
from kesbang_iku.sources.document import Document, Lines, NumberText
from kesbang_iku.sources.json_reader import MAX_DEPTH, MAX_VALUES, read_json
from kesbang_iku.sources.json_scanner import scan_json
from tests.scalars import scalars


def read_one(text: str) -> Document:
    documents, findings = read_json(text, "a.json")
    assert findings == []
    (document,) = documents
    return document


def codes(findings: list[Finding]) -> list[str]:
    return [finding.kode for finding in findings]


@pytest.mark.parametrize("written", ["0", "-1", "85.10", "1e3", "2.50E-2", "12463335063"])
def test_numbers_keep_their_digits_and_are_told_from_strings(written: str) -> None:
    data = read_one(f'[{written}, "{written}"]').data
    assert data == [written, written]
    assert isinstance(data, list)
    assert [type(item) for item in data] == [NumberText, str]


def test_true_false_and_null_are_python_values() -> None:
    assert read_one("[true, false, null]").data == [True, False, None]


def test_escapes_are_read() -> None:
    assert read_one(r'"\"\\\/\b\f\n\r\tA\u00e9\ud83d\ude00"').data == '"\\/\b\f\n\r\tAé😀'


def test_place_of_a_value_and_of_its_key() -> None:
    document = read_one('{"tahun": 2018,\n "item": [{"kode": "x"}]}')
    value = document.place(("item", 0, "kode"))
    key = document.place(("item", 0, "kode"), key=True)
    assert (value.baris, value.kolom, value.kolom_akhir) == (2, 20, 23)
    assert (key.baris, key.kolom, key.kolom_akhir) == (2, 12, 18)
    assert value.penunjuk == key.penunjuk == "/item/0/kode"


def test_place_of_what_is_missing_is_its_nearest_ancestor() -> None:
    place = read_one('{"item":\n [{"a": 1}]}').place(("item", 0, "b"))
    assert (place.baris, place.kolom, place.penunjuk) == (2, 3, "/item/0")


def test_a_pointer_escapes_slash_and_tilde() -> None:
    assert read_one('{"a/b~c": 1}').place(("a/b~c",)).penunjuk == "/a~1b~0c"


def test_of_a_duplicate_key_the_first_counts_and_the_second_is_told() -> None:
    documents, findings = read_json('{"a": 1,\n "a": 2}', "a.json")
    assert documents[0].data == {"a": "1"}
    assert [(f.kode, f.place.baris, f.place.kolom) for f in findings] == [("IKU023", 2, 2)]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1,\n "a": "x: y"}',
        '{"a" : 1,\n "a":2, "b": ": c"}',
        '{"a": {"b": 1}, "c:": [{"d": 1,\n "d": 1}]}',
        '{"a\\":": {"\\\\": 1}, "c": [{"d": ":\\\\",\n "d": 1}]}',
    ],
)
def test_a_duplicate_key_is_told_where_texts_hold_colons_and_where_none_does(text: str) -> None:
    assert codes(read_json(text, "a.json")[1]) == ["IKU023"]


def test_colons_in_texts_and_keys_make_no_duplicate() -> None:
    documents, findings = read_json('{"a: b": "c: d", "e" : {"f": ":"}}', "a.json")
    assert (documents[0].data, findings) == ({"a: b": "c: d", "e": {"f": ":"}}, [])


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_values_that_are_no_number_are_refused_and_kept(text: str) -> None:
    documents, findings = read_json(f'{{"a": {text}, "b": 1}}', "a.json")
    assert (documents[0].data, codes(findings)) == ({"a": text, "b": "1"}, ["IKU033"])


@pytest.mark.parametrize("opening", ["[", '{"a": ', '[{"a": '])
def test_deep_nesting_is_refused(opening: str) -> None:
    documents, findings = read_json(opening * 20_000, "a.json")
    assert (documents, codes(findings)) == ([], ["IKU029"])


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "IKU031", 1, 1),
        ('{"a": 1\n "b": 2}', "IKU031", 2, 2),
        ('{"a" 1}', "IKU031", 1, 6),
        ("{a: 1}", "IKU031", 1, 2),
        ('{"a": 1,}', "IKU031", 1, 9),
        ("[1, 2", "IKU031", 1, 6),
        ("[1,]", "IKU031", 1, 4),
        ("[012]", "IKU031", 1, 2),
        ("[1.]", "IKU031", 1, 2),
        ("['a']", "IKU031", 1, 2),
        ("[+1]", "IKU031", 1, 2),
        ('["a\nb"]', "IKU032", 1, 4),
        ('["a', "IKU032", 1, 2),
        (r'["\x"]', "IKU032", 1, 3),
        (r'["\ud800"]', "IKU032", 1, 3),
        (r'["\udc00\ud800"]', "IKU032", 1, 3),
        ('{"a": 1}\n{"b": 2}', "IKU034", 2, 1),
    ],
)
def test_a_mistake_of_syntax_has_its_place(text: str, code: str, line: int, column: int) -> None:
    _, findings = read_json(text, "a.json")
    assert [(f.kode, f.place.baris, f.place.kolom) for f in findings] == [(code, line, column)]


numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    st.none() | st.booleans() | numbers | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def spelled(value: object) -> object:
    """Return ``value`` with its numbers as JSON writes them."""
    if isinstance(value, dict):
        return {name: spelled(item) for name, item in value.items()}
    if isinstance(value, list):
        return [spelled(item) for item in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return json.dumps(value)
    return value


@given(json_values, st.sampled_from([None, 1, "\t"]), st.booleans())
@settings(max_examples=100, deadline=None)
def test_reads_what_the_standard_library_writes(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert read_one(text).data == spelled(value)


@given(
    json_values, st.integers(0, 400), st.sampled_from(['"', "\\", "]", "{", ",", "1", "\\ud83d"])
)
@settings(max_examples=150, deadline=None)
def test_reading_and_scanning_say_the_same(value: object, at: int, sign: str) -> None:
    text = json.dumps(value, indent=1)
    text = text[:at] + sign + text[at:]
    documents, findings = read_json(text, "a.json")
    scanned, said = scan_json(text, "a.json", Lines(text), MAX_DEPTH, MAX_VALUES)
    assert [one.data for one in documents] == [*(scanned or ())]
    assert findings == said


@pytest.mark.parametrize("opening", ["[", '{"a": ', '[{"a": '])
def test_collections_stand_in_one_another_fifty_times_at_most(opening: str) -> None:
    closing = opening.translate({ord("["): "]", ord("{"): "}"}).replace('"a": ', "")[::-1]
    most = MAX_DEPTH // len(closing)
    assert codes(read_json(opening * most + "1" + closing * most, "a.json")[1]) == []
    assert codes(read_json(opening * most + "[1]" + closing * most, "a.json")[1]) == ["IKU029"]


@pytest.mark.parametrize(
    "text", ['"]"', '"}]"', r'"\"]"', r'"\\", "]"', '"[", "]]"', '"é]"', '{"]": 1}']
)
def test_brackets_in_texts_close_nothing(text: str) -> None:
    deep = f"[{text}, " * (MAX_DEPTH - 1) + "[[1]]" + "]" * (MAX_DEPTH - 1)
    assert codes(read_json(deep, "a.json")[1]) == ["IKU029"]


@pytest.mark.parametrize("text", ['"["', '"[{"', r'"\"["', r'"\\", "["', '"]", "[["', '"é["'])
def test_brackets_in_texts_open_nothing(text: str) -> None:
    assert codes(read_json(f"[{text}, " * MAX_DEPTH + "1" + "]" * MAX_DEPTH, "a.json")[1]) == []


@pytest.mark.parametrize(
    "text", [r'["\\ud83d"]', r'["\ud83d\ude00\ud83d\ude00"]', '["]", ":", "{"]']
)
def test_escapes_and_signs_within_texts_are_no_mistakes(text: str) -> None:
    assert read_one(text).data == json.loads(text)


def test_places_stand_after_everything_that_is_skipped() -> None:
    text = '{"a": {"b": [1, {"c": "]}"}]},\n "a": 2, "d": NaN, "e": [[ ], {"f": -1.5}]}'
    (document,), _ = read_json(text, "a.json")
    found = {key: document.span(("e", 1, "f"), key=key) for key in (False, True)}
    assert [text[slice(*span)] for span in found.values() if span] == ["-1.5", '"f"']
    assert document.span(("a",)) == (6, 29)
    assert document.span(("e", 2)) is None


@given(json_values)
@settings(max_examples=60, deadline=None)
def test_the_text_at_every_place_is_the_value(value: object) -> None:
    text = json.dumps(value, indent=1)
    document = read_one(text)
    lines = text.split("\n")
    for pointer, scalar in scalars(document):
        place = document.place(pointer)
        assert place.baris is not None
        assert place.kolom is not None
        assert place.kolom_akhir is not None
        seen = lines[place.baris - 1][place.kolom - 1 : place.kolom_akhir - 1]
        if isinstance(scalar, NumberText):
            assert seen == scalar
        else:
            assert json.loads(seen) == scalar


@given(st.text(max_size=40) | st.text(alphabet='{}[]:,"\\u0019etrufalsn. -\n', max_size=40))
@settings(max_examples=300, deadline=None)
def test_accepts_exactly_what_the_standard_library_accepts(text: str) -> None:
    refused: list[str] = []
    try:
        json.loads(text, parse_constant=refused.append)
    except (ValueError, RecursionError):
        refused.append("syntax")
    _, findings = read_json(text, "a.json")
    own = [f for f in findings if f.kode != "IKU023"]
    if text.startswith("\ufeff"):
        return
    lone_surrogate = any(f.kode == "IKU032" and "UTF-16" in f.pesan for f in own)
    assert bool(own) == bool(refused) or lone_surrogate
