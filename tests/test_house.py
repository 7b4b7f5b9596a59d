"""The page of the house is true: its rooms, and where one changes what, proved by doing it."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.javascript import NODE
from tests.toys import GENERATED, Ask, Copy, Toy, all_toys, write_inputs
from tests.tree import ROOT

PAGES: Final = {"id": "rumah.md", "en": "en/house.md"}
ROOMS: Final = {"id": "Kamar", "en": "Rooms"}
OUTSIDE: Final = {"id": "Di luar `src`", "en": "Outside `src`"}
CHANGES: Final = {"id": "Di mana mengubah apa", "en": "Where to change what"}
WORDS: Final = {"id": "Kata-kata rumah", "en": "The house's words"}
TOYS: Final = all_toys()
SOURCE: Final = ROOT / "src" / "kesbang_iku"
_SHOWN: Final = re.compile(r"`([^`]+)`")
_LEFT_OPEN: Final = re.compile(r"<[^>]+>")


def rows(language: str, heading: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the table below a heading."""
    text = (ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8")
    part = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = [line.strip("| ") for line in part.splitlines() if line.startswith("|")]
    for line in table[2:]:
        yield [cell.strip() for cell in line.split(" | ")]


def layers() -> list[set[str]]:
    """Return the rooms as ``pyproject.toml`` orders them, those of one level together."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    return [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]


@pytest.mark.parametrize("language", PAGES)
def test_the_rooms_are_those_of_the_tree_in_the_order_of_their_imports(language: str) -> None:
    named = [_SHOWN.findall(row[0])[0] for row in rows(language, ROOMS[language])]
    ordered = [room for layer in layers() for room in sorted(layer)]
    assert named == ordered
    inner = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    modules = {path.stem for path in SOURCE.glob("*.py")} - {"__init__", "__main__"}
    assert set(named) == inner | modules


def test_contributors_are_told_of_the_same_rooms() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"`cli` →[^.]*", text)
    assert [{room} for room in _SHOWN.findall(listed)] == [
        layer - {"_version"} for layer in layers()
    ]


@pytest.mark.parametrize("language", PAGES)
def test_every_room_is_said_in_one_sentence(language: str) -> None:
    for room, said in rows(language, ROOMS[language]):
        assert said.endswith("."), room
        assert ". " not in said, room


@pytest.mark.parametrize("language", PAGES)
def test_the_picture_shows_every_room_as_high_as_its_imports(language: str) -> None:
    text = (ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8")
    (name,) = re.findall(r"\]\((\S+\.svg)\)", text)
    picture = (ROOT / "docs" / PAGES[language]).parent / name
    drawn = re.findall(r'<text [^>]*y="(\d+)"[^>]*>(\w+)</text>', picture.read_text("utf-8"))
    heights = {room: int(y) for y, room in drawn}
    levels = [{heights[room] for room in layer if room != "_version"} for layer in layers()]
    assert levels == sorted(levels, key=min)
    assert len({min(level) for level in levels}) == len(levels)


@pytest.mark.parametrize("language", PAGES)
def test_what_stands_outside_the_source_is_there(language: str) -> None:
    named = [_SHOWN.findall(row[0])[0] for row in rows(language, OUTSIDE[language])]
    assert named
    assert [name for name in named if not (ROOT / name).is_dir()] == []


def identifiers() -> set[str]:
    """Return the words that names of the source are made of."""
    names = {
        name
        for path in SOURCE.rglob("*.py")
        for name in (path.stem, *re.findall(r"\b(?:def|class) (\w+)", path.read_text("utf-8")))
    }
    parts = re.compile(r"[A-Z]?[a-z]+")
    return {part.lower() for name in names for part in parts.findall(name)}


def data_words() -> set[str]:
    """Return the keys of files and answers, and the names of their schemas."""
    schemas = list((ROOT / "schemas").glob("*.json"))
    keys = {key for path in schemas for key in re.findall(r'"([\w-]+)":', path.read_text("utf-8"))}
    return keys | {path.stem for path in schemas}


@pytest.mark.parametrize("language", PAGES)
def test_the_words_of_the_house_are_used_and_each_stands_once(language: str) -> None:
    table = list(rows(language, WORDS[language]))
    code = [_SHOWN.findall(row[0])[0] for row in table]
    data = [word for row in table for word in _SHOWN.findall(row[1])]
    assert len(set(code)) == len(code)
    assert len(set(data)) == len(data)
    known = identifiers()
    assert [word for word in code if not {word, f"{word}s"} & known] == []
    assert set(data) <= data_words()
    assert [row[:2] for row in table] == [row[:2] for row in rows("id", WORDS["id"])]


def places(cell: str) -> list[re.Pattern[str]]:
    """Return what the paths in a cell stand for; ``<code>`` is any name."""
    found = []
    for path in _SHOWN.findall(cell):
        parts = map(re.escape, _LEFT_OPEN.split(path))
        found.append(re.compile("[^/]+".join(parts)))
    return found


def test_both_pages_name_the_same_changes_and_each_has_a_proof() -> None:
    tables = {one: list(rows(one, CHANGES[one])) for one in PAGES}
    assert [row[0] for row in tables["id"]] == list(TOYS)
    assert [row[0] for row in tables["en"]] == [toy.en for toy in TOYS.values()]
    here, there = (
        [_LEFT_OPEN.sub("<>", " ".join(_SHOWN.findall(row[1]))) for row in table]
        for table in tables.values()
    )
    assert here == there


@pytest.fixture(scope="module", params=TOYS)
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of a toy."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def toy(name: str) -> Toy:
    return TOYS[name]


@pytest.fixture(scope="module")
def copy(toy: Toy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Return a copy of the tree with the toy in it."""
    return Copy.with_toy(toy, tmp_path_factory.mktemp("salinan"))


@pytest.fixture(scope="module")
def touched(copy: Copy) -> set[str]:
    """Return the files of the toy, before anything was run in the copy."""
    return copy.touched()


@pytest.mark.slow
def test_the_page_says_which_files_are_touched(name: str, touched: set[str]) -> None:
    (row,) = (row for row in rows("id", CHANGES["id"]) if row[0] == name)
    said = places(row[1])
    assert len(said) == len(touched)
    assert [one.pattern for one in said if not any(map(one.fullmatch, touched))] == []
    assert [path for path in touched if not any(one.fullmatch(path) for one in said)] == []


@pytest.mark.slow
def test_what_is_generated_is_all_that_changes_besides(copy: Copy, touched: set[str]) -> None:
    ran = copy.python([str(copy.root / "tools" / "build_texts.py")])
    assert ran.text == ""
    assert copy.touched() - touched <= GENERATED


@pytest.mark.slow
def test_the_program_of_the_copy_has_what_was_added(
    copy: Copy, toy: Toy, touched: set[str], tmp_path: Path
) -> None:
    assert touched
    # What is asked for stands in the tree, or beside it as a user's own.
    for folder in copy.root.iterdir():
        (tmp_path / folder.name).symlink_to(folder)
    write_inputs(toy, tmp_path)
    for ask in (Ask(**one) for one in toy.asks):
        ran = copy.python(["-m", "kesbang_iku", *ask.run], tmp_path)
        assert ran.status == ask.status, ran.text
        assert [part for part in ask.shows if part not in ran.text] == [], ran.text
        assert [part for part in ask.hides if part in ran.text] == [], ran.text
    if toy.python:
        ran = copy.python(["-c", toy.python])
        assert ran.errors == ""
        assert json.loads(ran.output) == toy.prints


def test_the_tree_itself_has_none_of_it(toy: Toy) -> None:
    here = [path for path, change in toy.files.items() if isinstance(change, str)]
    assert [path for path in here if (ROOT / path).exists()] == []


def test_a_browser_computes_a_new_function_by_one_line(tmp_path: Path) -> None:
    copy = Copy.with_toy(TOYS["fungsi rumus"], tmp_path)
    folder = copy.root / "src" / "kesbang_iku" / "publish" / "javascript" / "parts"
    script = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("[123]-*.js")))
    asked = 'kesbangIku.formula.double(kesbangIku.formula.number("21/2")).evaluate(new Map())'
    done = subprocess.run(
        [str(NODE), "-e", f"{script}\nconsole.log(String({asked}))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("21\n", "")
