"""The API reference has an entry for every public name, and for no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import kesbang_iku as iku
from tests.docs.test_pages_run import text_of
from tests.docs.test_site import read

PAGES: Final = ("api.md", "en/api.md")


def entries(page: str) -> list[str]:
    return re.findall(r"^::: (\S+)$", text_of(page), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_public_name_has_one_entry(page: str) -> None:
    assert sorted(entries(page)) == sorted(f"kesbang_iku.{name}" for name in iku.__all__)


def test_both_languages_have_the_same_order() -> None:
    assert entries("api.md") == entries("en/api.md")


@pytest.mark.site
@pytest.mark.parametrize("page", PAGES)
def test_every_entry_is_written_out_with_its_members(site: Path, page: str) -> None:
    anchors = read(site / page.removesuffix(".md") / "index.html").anchors
    assert set(entries(page)) <= anchors
    assert {f"kesbang_iku.{name}" for name in ("Result.nilai", "Catalog.__getitem__")} <= anchors
    assert "kesbang_iku.Catalog.__repr__" not in anchors
