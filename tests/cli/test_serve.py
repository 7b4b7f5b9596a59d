"""``serve``: a program asks by the protocol's own client, and gets what the command line says."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

from kesbang_iku import extras
from kesbang_iku.cli.tools import TOOLS
from tests.cli.conftest import Run
from tests.tree import ROOT

pytestmark = [
    pytest.mark.skipif(find_spec("mcp") is None, reason="the extra mcp is not installed"),
    pytest.mark.slow,
]

REPORT: Final = "examples/laporan-keliru.yaml"
STATEMENT: Final = "IKU1/KBP-WAS-02@1/-/-/konflik_diselesaikan=18;konflik=20/v=90.00/24287ea2"
ITEM: Final = {
    "kode": "KBP-WAS-02",
    "wilayah": "62.71",
    "tahun": 2024,
    "variabel": {"konflik_diselesaikan": 17, "konflik": "20"},
    "target": 90,
}
NUMBERED: Final = "wilayah,tahun,kode,variabel,nilai\n62,2024,KBP-WAS-02,konflik,6271010101900001\n"
"""A number of a person where a count should stand."""

WITHOUT_NETWORK: Final = """
import sys
def refuse(event, arguments):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo"}:
        raise RuntimeError(event)
sys.addaudithook(refuse)
from kesbang_iku.cli import main
sys.exit(main(["serve", "--stdio"]))
"""

ASKED: Final[Mapping[str, tuple[str, dict[str, Any]]]] = {
    "find": ("cari_indikator", {"kata": "konflik sosial", "tingkat": "kota"}),
    "show": ("tampilkan_definisi", {"kode": "KBP-POL-01", "tahun": 2018}),
    "compute": ("hitung", {"berkas": REPORT}),
    "explain": ("hitung", ITEM),
    "check": ("periksa", {"berkas": REPORT}),
    "check text": ("periksa", {"isi": NUMBERED}),
    "verify": ("periksa", {"isi": STATEMENT}),
    "no file": ("periksa", {"berkas": "tidak-ada.yaml"}),
    "no tool": ("tebak", {}),
    "no code": ("tampilkan_definisi", {"kode": "KBP-WAS-99"}),
}


@pytest.fixture(scope="module")
def talk() -> Mapping[str, Any]:
    """Return the tools and the answers of one conversation with a process of its own."""
    from mcp import Client, StdioServerParameters

    async def all_asked() -> dict[str, Any]:
        started = StdioServerParameters(
            command=sys.executable, args=["-c", WITHOUT_NETWORK], cwd=ROOT
        )
        async with Client(started) as client:
            answers: dict[str, Any] = {"tools": (await client.list_tools()).tools}
            for name, (tool, arguments) in ASKED.items():
                answers[name] = await client.call_tool(tool, arguments)
            return answers

    return asyncio.run(all_asked())


def test_four_tools_say_what_they_do_and_take(talk: Mapping[str, Any]) -> None:
    told = {one.name: one for one in talk["tools"]}
    assert list(told) == list(TOOLS)
    assert len(told) == 4
    for one in told.values():
        assert one.title
        assert one.description
        assert all(about["description"] for about in one.input_schema["properties"].values())
        assert one.annotations.read_only_hint


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("find", ("list", "--cari", "konflik sosial", "--tingkat", "kota")),
        ("show", ("show", "KBP-POL-01", "--tahun", "2018")),
        ("compute", ("compute", REPORT)),
        ("check", ("validate", REPORT)),
        ("verify", ("verify", STATEMENT)),
    ],
)
def test_an_answer_is_that_of_the_command_line(
    run: Run, talk: Mapping[str, Any], name: str, words: tuple[str, ...]
) -> None:
    expected = run(*words, "--format", "json")
    assert talk[name].structured_content == expected.json
    assert talk[name].content[0].text == expected.out
    assert not talk[name].is_error


def test_numbers_are_computed_with_their_steps(talk: Mapping[str, Any]) -> None:
    (result,) = talk["explain"].structured_content["hasil"]
    assert (result["nilai"], result["capaian"]) == ("85.00", "94.44")
    assert result["langkah"][0]["dengan_angka"] == "17 / 20"
    assert result["verifikasi"].startswith("IKU1/KBP-WAS-02@1/62.71/2024/")


def test_numbers_of_persons_are_masked(talk: Mapping[str, Any]) -> None:
    told = talk["check text"]
    assert told.structured_content["temuan"]
    assert "6271010101900001" not in told.model_dump_json()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no file", "Berkas tidak-ada.yaml tidak ada."),
        ("no tool", "tidak ada alat 'tebak'"),
        ("no code", "kode 'KBP-WAS-99' tidak ada dalam katalog"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(talk: Mapping[str, Any], name: str, said: str) -> None:
    assert talk[name].is_error
    assert said in talk[name].content[-1].text
    assert "Traceback" not in talk[name].model_dump_json()


def test_without_its_extra_or_its_option_it_says_how_to_start_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("serve")
    assert (ran.status, ran.out) == (2, "")
    assert "serve --stdio" in ran.err
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    ran = run("serve", "--stdio", "--bahasa", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'kesbang-iku[mcp]'" in ran.err


def test_it_takes_its_own_options_along(run: Run, tmp_path: Path) -> None:
    from mcp import Client, StdioServerParameters

    options = ("--katalog", str(ROOT / "examples" / "katalog-daerah"), "--bahasa", "en")

    async def asked() -> Any:  # noqa: ANN401 - an answer of the client
        words = ["-m", "kesbang_iku", *options, "serve", "--stdio"]
        started = StdioServerParameters(command=sys.executable, args=words, cwd=tmp_path)
        async with Client(started) as client:
            tools = (await client.list_tools()).tools
            return tools[0].title, await client.call_tool("cari_indikator", {"kata": "forum"})

    title, found = asyncio.run(asked())
    assert title == "Find an indicator"
    expected = run(*options, "list", "--cari", "forum", "--format", "json").json
    assert found.structured_content == expected
