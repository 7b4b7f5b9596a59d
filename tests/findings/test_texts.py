"""Texts as data: read when first asked for, by their names, and filled as they are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kesbang_iku.findings import Text, sentences
from kesbang_iku.findings.texts import read_texts, read_yaml


def test_a_sentence_is_read_once_and_stays() -> None:
    assert sentences.findings.PERHAPS is sentences.findings.PERHAPS
    assert sentences.findings.PERHAPS.filled(dekat="a") == Text(
        "Barangkali yang dimaksud 'a'.", "Perhaps 'a' is meant."
    )


def test_a_group_of_sentences_is_a_mapping() -> None:
    assert sentences.sources.SHAPES["list"] == Text("daftar", "a list")


def test_what_nobody_says_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="says nothing by 'NO_SUCH_SENTENCE'"):
        sentences.sources.NO_SUCH_SENTENCE  # type: ignore[attr-defined]  # noqa: B018  # asked for on purpose
    with pytest.raises(FileNotFoundError):
        read_texts("no_such_file")


def test_a_folder_is_read_as_its_files(tmp_path: Path) -> None:
    (tmp_path / "perintah").mkdir()
    (tmp_path / "perintah" / "satu.yaml").write_text("A: {id: a, en: b}\n", encoding="utf-8")
    assert read_yaml(tmp_path, "perintah") == {"satu": {"A": {"id": "a", "en": "b"}}}


def test_texts_are_joined_in_each_language() -> None:
    parts = [Text("koma", "comma"), Text("tab", "tab")]
    assert sentences.findings.AND.join(parts) == Text("koma dan tab", "comma and tab")
