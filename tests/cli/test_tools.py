"""What programs may ask, turned into the words of commands."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.cli.tools import TOOLS, Question, ask, tool_named


@pytest.mark.parametrize(
    ("tool", "given", "words"),
    [
        ("cari_indikator", {"kata": "-x"}, ["list", "--cari=-x"]),
        ("tampilkan_definisi", {"kode": "--help"}, ["show", "--", "--help"]),
        ("periksa", {"berkas": "-o", "tahun": 2024}, ["validate", "--tahun=2024", "--", "-o"]),
        ("periksa", {"isi": "a", "tahun": None}, ["validate", "--", "-"]),
        ("hitung", {"isi": "a", "kode": "K"}, ["explain", "--kode=K", "--", "-"]),
        ("hitung", {"berkas": "b", "wilayah": "62"}, ["compute", "--wilayah=62", "--", "b"]),
    ],
)
def test_no_argument_is_taken_for_an_option(
    tool: str, given: dict[str, Any], words: list[str]
) -> None:
    asked = TOOLS[tool].asked(given)
    form = asked.words.index("--format")
    assert [*asked.words[:form], *asked.words[form + 2 :]] == words
    assert asked.text == given.get("isi", "")


def test_numbers_become_a_report() -> None:
    asked = TOOLS["hitung"].asked(
        {"kode": "K", "wilayah": "62", "tahun": 2024, "variabel": {"a": "1,5"}, "target": ">= 80"}
    )
    assert json.loads(asked.text) == {
        "jenis": "laporan",
        "wilayah": "62",
        "tahun": 2024,
        "item": [{"kode": "K", "variabel": {"a": "1,5"}, "target": ">= 80"}],
    }


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("tampilkan_definisi", {}, "memerlukan kode"),
        ("tampilkan_definisi", {"kode": 5}, "argumen 'kode'"),
        ("tampilkan_definisi", {"kode": "a", "tahun": True}, "argumen 'tahun'"),
        ("cari_indikator", {"kata": "a", "tingkat": "desa"}, "argumen 'tingkat'"),
        ("cari_indikator", {"kata": "a", "lain": 1}, "tidak mengenal argumen 'lain'"),
        ("hitung", {"kode": "K", "variabel": {"a": [1]}}, "argumen 'variabel'"),
        ("hitung", {"kode": "K", "variabel": {"a": 1}}, "memerlukan wilayah, tahun"),
        ("hitung", {"isi": "a", "berkas": "b"}, "salah satu saja"),
        ("periksa", {}, "salah satu saja"),
    ],
)
def test_wrong_arguments_are_said(tool: str, given: dict[str, Any], said: str) -> None:
    with pytest.raises(CannotRunError) as caught:
        TOOLS[tool].asked(given)
    assert said in caught.value.render("id")


def test_an_unknown_tool_is_told_those_there_are() -> None:
    with pytest.raises(CannotRunError) as caught:
        tool_named("hapus")
    assert "cari_indikator" in caught.value.render("en")


def test_a_command_has_streams_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    own = sys.stdin
    found = ask(Question(("validate", "--format", "json", "--", "-"), "jenis: laporan\n\ud800"))
    assert json.loads(found.answer)["ringkasan"]["galat"] > 0
    refused = ask(Question(("show", "--", "x")), ("--bahasa", "en"))
    assert (refused.answer, refused.refused) == ("", True)
    assert "kesbang-iku:" in refused.said
    assert capsys.readouterr() == ("", "")
    assert sys.stdin is own
