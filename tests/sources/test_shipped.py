from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kesbang_iku.sources import resources, shipped, yaml_reader
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.reading import read_documents
from kesbang_iku.sources.shipped import FOLDER, name_of, read_shipped
from kesbang_iku.sources.yaml_reader import read_yaml

_TEXT = "# Satuan\nsatuan:\n  - nama: persen\n    pecahan: true\n---\nkosong:\n"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a file of a package, and what a build has made of it."""
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    shipped._root.cache_clear()
    source = tmp_path / "_data" / "catalog" / "satuan.yaml"
    source.parent.mkdir(parents=True)
    source.write_text(_TEXT, encoding="utf-8")
    ready = tmp_path / "_data" / FOLDER / name_of(_TEXT)
    ready.parent.mkdir()
    data = [document.data for document in read_documents(source)[0]]
    ready.write_text(json.dumps(data), encoding="utf-8")
    yield source
    shipped._root.cache_clear()


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the files whose YAML is read."""
    names: list[str] = []

    def noting(text: str, name: str) -> object:
        names.append(name)
        return read_yaml(text, name)

    monkeypatch.setattr(yaml_reader, "read_yaml", noting)
    return names


def _seen(documents: list[Document]) -> list[object]:
    pointers = [(), ("satuan",), ("satuan", 0, "nama"), ("kosong",), ("tiada", 3)]
    return [
        (one.data, one.source, one.text, [(one.place(to), one.span(to)) for to in pointers])
        for one in documents
    ]


def test_what_the_build_has_made_is_read_instead_of_the_yaml(
    source: Path, parsed: list[str]
) -> None:
    documents, findings = read_shipped(source)
    assert [document.data for document in documents] == [
        {"satuan": [{"nama": "persen", "pecahan": True}]},
        {"kosong": None},
    ]
    assert findings == []
    assert parsed == []


def test_places_are_those_of_the_yaml_which_is_read_for_them(
    source: Path, parsed: list[str]
) -> None:
    documents, _ = read_shipped(source)
    assert documents[0].place(("satuan", 0, "nama")).baris == 3
    assert parsed == [str(source)]
    assert _seen(documents) == _seen(read_documents(source)[0])


def test_a_file_that_was_edited_where_it_lies_is_in_force(source: Path) -> None:
    source.write_text(_TEXT.replace("persen", "orang"), encoding="utf-8")
    documents, _ = read_shipped(source)
    assert _seen(documents) == _seen(read_documents(source)[0])
    assert documents[0].data == {"satuan": [{"nama": "orang", "pecahan": True}]}


def test_a_file_elsewhere_is_read_itself_though_its_text_is_the_same(
    source: Path, tmp_path: Path, parsed: list[str]
) -> None:
    own = tmp_path / "satuan.yaml"
    own.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    assert _seen(read_shipped(own)[0]) == _seen(read_documents(own)[0])
    assert parsed[0] == str(own)


def test_what_is_wrong_with_a_file_is_said_as_ever(source: Path, tmp_path: Path) -> None:
    source.write_text("satuan: no\n", encoding="utf-8")
    assert read_shipped(source)[1] == read_documents(source)[1] != []
    assert read_shipped(tmp_path / "tiada.yaml") == read_documents(tmp_path / "tiada.yaml")
