"""The search of the site finds what the command line finds, with the same words read as others."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.search import search, searched_text, vocabulary
from tests.tree import ROOT
from tools.browser.brought import NODE

ASKING: Final = Path(__file__).with_name("searching.mjs")
TYPED: Final = ROOT / "tests" / "browser" / "first_hits.yaml"
MORE: Final = (
    "wasbang", "narkoba parpol", "banpol", "bantuan parpol", "KONFLIK penyelesaian",
    "konflk sosial", "zzzzzz", " - ", "pilgub", "penyampaian pendapat di muka umum",
)  # fmt: skip


def _queries(katalog: Catalog) -> Iterator[str]:
    yield from MORE
    for typed in yaml.safe_load(TYPED.read_text(encoding="utf-8")).values():
        yield from (one["cari"] for one in typed)
    names = [name for one in katalog.definitions for name in (one.nama, *one.alias)]
    yield from names
    for word in sorted({word for name in names for word in name.split()}):
        yield word
        yield word[:3] + word[4:]  # a letter lost


@pytest.mark.parametrize(
    "one_in", [pytest.param(1, marks=pytest.mark.slow), 7], ids=["all", "some"]
)
def test_the_site_finds_what_the_command_line_finds(katalog: Catalog, one_in: int) -> None:
    queries = list(dict.fromkeys(_queries(katalog)))[::one_in]
    assert len(queries) > 700 / one_in
    texts = [(f"{one.kode}@{one.versi}", searched_text(one)) for one in katalog.definitions]
    asked = json.dumps({"words": vocabulary(), "texts": texts, "queries": queries})
    done = subprocess.run(
        (str(NODE), str(ASKING), str(ROOT / "docs" / "js" / "cari.js")),
        input=asked, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for query, (found, read_as) in zip(queries, json.loads(done.stdout), strict=True):
        expected = search(katalog.definitions, query)
        codes = [f"{one.kode}@{one.versi}" for one in expected.definitions]
        assert (query, found) == (query, codes)
        assert [tuple(pair) for pair in read_as] == list(expected.read_as), query
