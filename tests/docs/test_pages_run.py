"""What the hand-written pages show is what happens: code, commands, files, tables."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.cli import main
from kesbang_iku.findings import Language, Level, format_number
from kesbang_iku.sources.numbers import Bound, Missing, Number, Range, Words, read_number
from tests.tree import ROOT

# A hundred commands and more: too much for every run of the tests.
pytestmark = pytest.mark.slow

PAIRS: Final = {
    "mulai.md": "en/getting-started.md",
    "laporan.md": "en/report-files.md",
    "pemeriksaan.md": "en/checking.md",
    "halaman-capaian.md": "en/scorecard.md",
    "penyelarasan.md": "en/alignment.md",
    "padanan.md": "en/mappings.md",
    "ketelitian-penyelarasan.md": "en/alignment-accuracy.md",
    "indeks-keselarasan.md": "en/alignment-index.md",
    "membaca-tabel.md": "en/reading-tables.md",
    "skema.md": "en/schemas.md",
    "cakupan.md": "en/coverage.md",
    "pembulatan.md": "en/rounding.md",
    "capaian.md": "en/achievement.md",
    "gabungan.md": "en/composites.md",
    "tabel-besar.md": "en/large-tables.md",
    "rekap.md": "en/roll-up.md",
    "kedudukan.md": "en/standing.md",
    "katalog-daerah.md": "en/local-catalogs.md",
    "vektor.md": "en/vectors.md",
    "kesesuaian.md": "en/conformance.md",
    "paket.md": "en/packages.md",
    "verifikasi.md": "en/verification.md",
    "ekspor.md": "en/export.md",
    "program-bertanya.md": "en/programs-that-ask.md",
    "kestabilan.md": "en/stability.md",
    "panduan-pengembang.md": "en/guide-developer.md",
    "api.md": "en/api.md",
    "rumah.md": "en/house.md",
}
PAGES: Final = [*PAIRS, *PAIRS.values()]
BIN: Final = Path(sys.executable).parent
LEFT_OUT: Final = "…"


@pytest.fixture(scope="module")
def katalog() -> Catalog:
    return iku.load_catalog()


def language_of(page: str) -> Language:
    return "en" if page.startswith("en/") else "id"


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def blocks(page: str, *syntaxes: str) -> list[tuple[str, str]]:
    """Return the fenced blocks of a page as pairs of syntax and content."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    return [(syntax, content) for syntax, content in found if syntax in syntaxes]


def pages_with(syntax: str) -> list[str]:
    return [page for page in PAGES if blocks(page, syntax)]


def matches(output: str, shown: str) -> bool:
    """Say whether output is as shown; a line that says so stands for any lines left out."""
    left = [line.rstrip() for line in output.strip("\n").splitlines()]
    parts: list[list[str]] = [[]]
    for line in shown.strip("\n").splitlines():
        if line.rstrip() == LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line.rstrip())
    first, *later = parts
    if left[: len(first)] != first or (not later and len(left) != len(first)):
        return False
    left = left[len(first) :]
    for part in later[:-1]:
        at = next((n for n in range(len(left)) if left[n : n + len(part)] == part), None)
        if at is None:
            return False
        left = left[at + len(part) :]
    last = later[-1] if later else []
    return len(left) >= len(last) and left[len(left) - len(last) :] == last


def assert_shown(output: str, shown: str) -> None:
    if not matches(output, shown):
        # An equality that fails shows where the two part.
        assert output.strip("\n") == shown.strip("\n")


def test_a_line_left_out_stands_for_any_lines_but_the_rest_is_held_to_the_letter() -> None:
    assert matches("a\nb\nc", "a\n…")
    assert matches("a\nb\nc", "a\n…\nc")
    assert matches("a\nb\nc\nd\ne", "a\n…\nc\n…\ne")
    assert not matches("b\nb", "a\n…")
    assert not matches("a\nb\nc", "a\nb")
    assert not matches("a\nb\nc", "a\n…\nd\n…\nc")


@pytest.mark.parametrize("page", pages_with("python"))
def test_python_gives_the_values_and_prints_the_text_shown(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    printed: str | None = None
    stated = 0
    for syntax, content in blocks(page, "python", "text"):
        if syntax == "text":
            if printed:
                assert_shown(printed, content)
            printed = None
            continue
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            stated += run(content, names)
        printed = output.getvalue()
    assert stated


def run(code: str, names: dict[str, object]) -> int:
    """Run ``code`` and return how many stated values were found right."""
    lines, stated = code.splitlines(), 0
    for node in ast.parse(code).body:
        _, mark, comment = lines[(node.end_lineno or node.lineno) - 1].partition("  # ")
        if isinstance(node, ast.Expr) and mark:
            value = eval(compile(ast.Expression(node.value), "page", "eval"), names)  # noqa: S307 - code of our own pages
            shown = repr(value)
            assert (shown[1:-1] if isinstance(value, tuple) else shown) == comment
            stated += 1
        else:
            exec(compile(ast.Module([node], []), "page", "exec"), names)  # noqa: S102 - code of our own pages
    return stated


def commands(page: str) -> list[tuple[list[str], str]]:
    found = []
    for _, content in blocks(page, "console"):
        for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
            line, _, output = part.partition("\n")
            found.append((shlex.split(line), output))
    return found


def answer(words: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return what a command prints and what it says aside; our own runs in this process."""
    if words[0] != "kesbang-iku":
        program = [str(BIN / words[0]), *words[1:]]
        done = subprocess.run(program, capture_output=True, text=True, check=False)
        return done.stdout, done.stderr
    main(words[1:])
    return capfd.readouterr()


@pytest.mark.parametrize("page", pages_with("console"))
def test_commands_print_what_is_shown_below_them(
    page: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    for words, shown in commands(page):
        output, aside = answer(words, capfd)
        assert aside == ""
        assert_shown(output, shown)


@pytest.mark.parametrize("page", pages_with("toml"))
def test_the_configuration_shown_is_the_one_the_commands_below_it_use(page: str) -> None:
    (shown,) = [content for _, content in blocks(page, "toml")]
    used = ROOT / "examples" / "pemeriksaan" / "kesbang-iku.toml"
    assert shown == used.read_text(encoding="utf-8")
    assert any(str(used.relative_to(ROOT)) in words for words, _ in commands(page))


@pytest.mark.parametrize("page", PAGES)
def test_shell_lines_only_install(page: str) -> None:
    for _, content in blocks(page, "sh"):
        assert content.splitlines() == [
            "python3 -m venv .venv && . .venv/bin/activate",
            "python -m pip install .",
        ]


def files() -> list[tuple[str, str, str]]:
    return [
        (page, syntax, content)
        for page in PAGES
        for syntax, content in blocks(page, "yaml", "json", "csv")
    ]


@pytest.mark.parametrize(("page", "syntax", "content"), files())
def test_every_report_shown_is_read_and_computed_whole(
    page: str, syntax: str, content: str, tmp_path: Path, katalog: Catalog
) -> None:
    path = tmp_path / f"laporan.{syntax}"
    path.write_text(content, encoding="utf-8")
    reports = iku.read_reports(path)
    results = iku.compute(reports, katalog)
    found = [*reports.temuan, *(one for result in results for one in result.temuan)]
    assert [one.pesan for one in found if one.tingkat is Level.GALAT] == [], page
    assert [result.status.value for result in results] == ["lengkap"] * len(results)
    assert len(results) >= 1
    if syntax == "json":
        assert json.loads(content)["jenis"] == "laporan"


@pytest.mark.parametrize("page", ["laporan.md", "en/report-files.md"])
def test_numbers_are_read_as_the_table_says(page: str) -> None:
    header = "\n| tulisan |" if language_of(page) == "id" else "\n| written |"
    table = text_of(page).partition(header)[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \|$", table, re.MULTILINE)
    assert rows
    for written, shown in rows:
        code = re.fullmatch(r"\[(IKU\d{3})\]\(.*\)", shown)
        assert read_as(written, page) == (code[1] if code else shown)


def read_as(written: str, page: str) -> str:
    """Return how ``written`` is read, in the words of ``page``."""
    language = language_of(page)
    indonesian = language == "id"
    reading = read_number(written)
    match reading.value:
        case Number(value=value):
            return format_number(value, language)
        case Range(low=low, high=high):
            ends = format_number(low, language), format_number(high, language)
            return ("rentang {} sampai {}" if indonesian else "range {} to {}").format(*ends)
        case Bound(op=op, value=value):
            return f"{'batas' if indonesian else 'bound'} {op} {format_number(value, language)}"
        case Missing():
            return "tidak ada" if indonesian else "missing"
        case Words():
            return "kata" if indonesian else "words"
        case _:
            return ", ".join(finding.kode for finding in reading.findings)


@pytest.mark.parametrize("page", ["capaian.md", "en/achievement.md"])
def test_our_answers_to_the_seven_inputs_are_the_ones_shown(page: str, katalog: Catalog) -> None:
    header = re.search(r"^\| implement\w+ \|(.*)\|$", text_of(page), re.MULTILINE)
    row = re.search(r"^\| \*\*kesbang-iku, `(\w+)`\*\* \|(.*)\|$", text_of(page), re.MULTILINE)
    assert header
    assert row
    inputs = [re.findall(r"\d+", cell) for cell in header[1].split("|")]
    answers = [cell.strip(" *") for cell in row[2].split("|")]
    indicator = next(found for found in katalog if found.capaian == row[1])
    shown = []
    for target, realised in inputs:
        achievement = indicator.compute(realisasi=realised, target=target).achievement
        assert achievement is not None
        assert achievement.published is not None
        text = f"{achievement.published:.0f}"
        if achievement.unlimited != achievement.published:
            text += f" ({achievement.unlimited:.0f})".replace("-", "−")
        shown.append(text)
    assert len(shown) == 7
    assert shown == answers


@pytest.mark.parametrize("page", ["capaian.md", "en/achievement.md"])
def test_targets_of_zero_are_answered_as_the_table_says(page: str, katalog: Catalog) -> None:
    table = text_of(page).partition("target 0, ")[2].splitlines()[2:5]
    for line, name in zip(table, ("maksimalkan", "minimalkan", "stabilkan"), strict=True):
        indicator = next(found for found in katalog if found.capaian == name)
        for cell, realised in zip(line.split("|")[2:4], (0, 1), strict=True):
            achievement = indicator.compute(realisasi=realised, target=0).achievement
            assert achievement is not None
            undefined = "tidak terdefinisi" if page == "capaian.md" else "undefined"
            shown = undefined if achievement.published is None else f"{achievement.published:.0f}"
            assert cell.strip() == shown


@pytest.mark.parametrize(("indonesian", "english"), PAIRS.items())
def test_pages_lead_to_each_other_and_have_the_same_parts(indonesian: str, english: str) -> None:
    here, there = text_of(indonesian), text_of(english)
    assert f"[In English]({english})" in here
    assert f"[Dalam bahasa Indonesia](../{indonesian})" in there
    assert [line.split()[0] for line in here.splitlines() if line.startswith("#")][:1] == ["#"]
    levels = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in (here, there)]
    assert levels[0] == levels[1]
    syntaxes = [re.findall(r"^```(\w+)$", text, re.MULTILINE) for text in (here, there)]
    assert syntaxes[0] == syntaxes[1]
