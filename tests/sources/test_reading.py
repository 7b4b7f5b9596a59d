from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.reading import (
    Format,
    Opened,
    detect_format,
    open_source,
    read_documents,
    read_grids,
    read_table,
)
from kesbang_iku.sources.text_reader import MAX_DOCUMENT_BYTES
from tests.workbooks import sheets


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("jenis: laporan\n", "", "yaml"),
        ("# judul\n\n---\nx", "", "yaml"),
        ("- a, b\n- c\n", "", "yaml"),
        ('"kode": 1\n', "", "yaml"),
        ("item:\n", "a.csv", "yaml"),
        ("{a: 1}", "", "yaml"),
        ("[a, b]", "", "yaml"),
        ('{"a": 1}', "", "json"),
        ('\n [ {"a": 1}]', "a.yaml", "json"),
        ("[]", "", "json"),
        ("{}", "a.csv", "json"),
        ("{a: 1}", "a.json", "json"),
        ("kode,nilai\nx,1\n", "", "csv"),
        ("kode;nilai: akhir\n", "", "csv"),
        ('"kode","nilai"\n', "", "csv"),
        ("sep=;\na;b\n", "", "csv"),
        ("nama\nx\n", "a.csv", "csv"),
        ("nama\nx\n", "A.TSV", "csv"),
        ("nama\nx\n", "a.yml", "yaml"),
        ("a, b", "a.yaml", "yaml"),
        ("5", "a.json", "json"),
        ("Indikator: Indeks A;;\nTahun;Target;Realisasi\n", "a.csv", "csv"),
        ("Indikator: Indeks A\n\nTahun,Target\n2025,80\n", "a.csv", "csv"),
        ("Indikator: Indeks A\tx\n2025\t80\n", "a.tsv", "csv"),
        ("Indikator: Indeks A;;\nTahun;Target;Realisasi\n", "", "yaml"),
        ("catatan: satu,\n  dua, tiga\nitem: [a, b]\n- c, d\n", "a.csv", "yaml"),
        ("nama", "", None),
        ("# catatan", "a.yaml", "yaml"),
    ],
)
def test_the_form_is_known_by_content_then_by_name(
    text: str, name: str, form: Format | None
) -> None:
    assert detect_format(text, name) == form


def test_documents_are_read_from_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n---\na: 2\n", encoding="utf-8")
    documents, findings = read_documents(path)
    assert ([document.data for document in documents], findings) == ([{"a": "1"}, {"a": "2"}], [])
    assert documents[0].source == str(path)


def test_documents_are_read_from_json_whatever_the_name() -> None:
    documents, findings = read_documents(b'[{"a": 1.50}]', name="a.txt")
    assert (documents[0].data, findings) == ([{"a": NumberText("1.50")}], [])


def test_flow_style_that_starts_like_json_is_read_as_yaml_by_its_name() -> None:
    documents, findings = read_documents(b'{"a": 1, b: 2}', name="a.yaml")
    assert (documents[0].data, findings) == ({"a": "1", "b": "2"}, [])


def test_broken_json_stays_broken_under_its_own_name() -> None:
    documents, findings = read_documents(b'{"a": 1, b: 2}', name="a.json")
    assert (documents, [f.kode for f in findings]) == ([], ["IKU031"])


def test_findings_of_decoding_come_along() -> None:
    documents, findings = read_documents("a: 81–85".encode("cp1252"), name="a.yaml")
    assert documents[0].data == {"a": "81–85"}
    assert [f.kode for f in findings] == ["IKU007"]


def test_a_table_is_read() -> None:
    table, findings = read_table(b"kode;nilai\nx;85,23\n", name="a.csv")
    assert findings == []
    assert table is not None
    assert dict(table.rows[0].cells) == {"kode": "x", "nilai": "85,23"}


def test_an_opened_file_is_not_read_twice() -> None:
    opened = Opened("a.yaml", "a: 1", "yaml")
    assert open_source(opened) == (opened, [])
    assert read_documents(opened)[0][0].data == {"a": "1"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"nama", "IKU010"),
        (b"a,b\n1,2", "IKU011"),
        (b"# catatan: saja\n---\n", "IKU005"),
        (b"[]", "IKU005"),
        (b"--- []\n", "IKU005"),
        (b"%PDF-1.7", "IKU006"),
    ],
)
def test_what_holds_no_documents_says_why(content: bytes, code: str) -> None:
    documents, findings = read_documents(content)
    assert (documents, [f.kode for f in findings]) == ([], [code])


@pytest.mark.parametrize(("content", "code"), [(b"a: 1", "IKU012"), (b"", "IKU005")])
def test_what_holds_no_table_says_why(content: bytes, code: str) -> None:
    table, findings = read_table(content)
    assert (table, [f.kode for f in findings]) == (None, [code])


def test_documents_have_a_smaller_limit_than_tables() -> None:
    filler = b"x" * MAX_DOCUMENT_BYTES
    assert [f.kode for f in read_documents(b"a: " + filler)[1]] == ["IKU004"]
    assert [f.kode for f in read_table(b"a,b\n1," + filler)[1]] == []


@given(st.binary(max_size=80), st.sampled_from(["", "a.yaml", "a.json", "a.csv"]))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_a_reader_raise(content: bytes, name: str) -> None:
    documents, said = read_documents(content, name=name)
    table, told = read_table(content, name=name)
    assert documents or said
    assert table is not None or told


def test_a_workbook_is_unpacked_once_however_often_it_is_read() -> None:
    opened, _ = open_source(sheets(Rencana=[["Indikator"], ["Ormas yang dibina"]]), name="a.xlsx")
    assert opened is not None
    (first, _), (again, _) = read_grids(opened), read_grids(opened)
    assert first[0] is again[0]
