"""The API reference has an entry for every public name, and for no other."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Final

import griffe
import pytest

import kesbang_iku as iku
from tests.docs.test_pages_run import text_of
from tests.docs.test_site import read
from tools.list_api import public_names

PAGES: Final = ("api.md", "en/api.md")


def entries(page: str) -> list[str]:
    return re.findall(r"^::: (\S+)$", text_of(page), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_public_name_has_one_entry(page: str) -> None:
    assert sorted(entries(page)) == sorted(f"kesbang_iku.{name}" for name in public_names())


def test_both_languages_have_the_same_order() -> None:
    assert entries("api.md") == entries("en/api.md")


@pytest.mark.site
@pytest.mark.parametrize("page", PAGES)
def test_every_entry_is_written_out_with_its_members(site: Path, page: str) -> None:
    anchors = read(site / page.removesuffix(".md") / "index.html").anchors
    assert set(entries(page)) <= anchors
    assert {f"kesbang_iku.{name}" for name in ("Result.nilai", "Catalog.__getitem__")} <= anchors
    assert "kesbang_iku.Catalog.__repr__" not in anchors


def sections(function: object) -> dict[str, list[str]]:
    """Return the sections of a docstring by their kind, with the names each of them describes."""
    parsed = griffe.Docstring(inspect.getdoc(function) or "").parse("google", warnings=False)
    return {
        one.kind.value: [getattr(entry, "name", "") for entry in one.value]
        if isinstance(one.value, list)
        else []
        for one in parsed
    }


FUNCTIONS: Final = {
    name: found for name, found in public_names().items() if inspect.isfunction(found)
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_says_what_it_takes_and_what_it_gives(name: str) -> None:
    function = FUNCTIONS[name]
    said = sections(function)
    assert said["parameters"] == list(inspect.signature(function).parameters)
    assert "returns" in said


@pytest.mark.parametrize(
    ("owner", "name", "error"),
    [
        (iku, "load_catalog", "CatalogError"),
        (iku.Catalog, "__getitem__", "UnknownCodeError"),
        (iku.Catalog, "versions", "UnknownCodeError"),
        (iku.Result, "explanation", "ValueError"),
    ],
)
def test_what_raises_says_so(owner: object, name: str, error: str) -> None:
    assert "raises" in sections(getattr(owner, name))
    assert f"    {error}: " in (inspect.getdoc(getattr(owner, name)) or "")
