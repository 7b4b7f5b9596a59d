"""What the benchmarks measure, files that the checks find no error in, and how they measure it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Final

import pytest

import kesbang_iku as iku
from benchmarks import environments, packages
from benchmarks.environments import Environment, clean_environ
from benchmarks.material import write_json, write_reports, write_table, write_workbook
from benchmarks.pairs import Figure, Side, answering, best, line, task
from kesbang_iku.findings import Level
from kesbang_iku.sources.document import NumberText
from kesbang_iku.tables.reading import read_tables
from kesbang_iku.validation.check import validate_all
from tests.javascript import NODE
from tests.publish.packages import php
from tests.publish.packages.calling import written


def _errors(katalog: iku.Catalog, *files: Path) -> set[str]:
    found = validate_all(files, katalog).temuan
    return {one.pesan for one in found if one.tingkat is Level.GALAT}


def test_reports_hold_no_error_at_any_level_of_government(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    files = write_reports(tmp_path, 24)
    regions = {iku.read_reports(file)[0].report.wilayah for file in files}
    assert {"." in code for code in regions} == {True, False}
    assert _errors(katalog, *files) == set()


def test_the_table_holds_no_error(katalog: iku.Catalog, tmp_path: Path) -> None:
    file = tmp_path / "laporan.csv"
    assert write_table(file, 200_000) > 1000
    assert _errors(katalog, file) == set()


def test_the_report_of_json_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "laporan.json"
    count = write_json(file, 50_000)
    assert 40_000 < file.stat().st_size < 60_000
    read = iku.read_reports(file)
    assert [*read.temuan] == []
    assert [len(report.items) for report in read] == [count]
    assert {type(one.item.realisasi) for one in read[0].items} <= {NumberText, type(None)}


def test_the_workbook_is_read_without_a_word(tmp_path: Path) -> None:
    file = tmp_path / "capaian.xlsx"
    write_workbook(file, 60)
    read = read_tables(file)
    (table,) = read.tables
    assert read.findings == ()
    assert len(table.items) == 60
    assert {*table.items[0].values} == {"target", "realisasi", "capaian"}


@pytest.mark.parametrize("name", ["cells_openpyxl", "cells_calamine"])
def test_a_rival_reads_the_same_workbook(name: str, tmp_path: Path) -> None:
    pytest.importorskip({"cells_openpyxl": "openpyxl", "cells_calamine": "python_calamine"}[name])
    file = tmp_path / "capaian.xlsx"
    write_workbook(file, 5)
    with task("cells", PYTHON, name, "cells", str(file)) as side:
        assert side.seconds(1) >= 0


def test_a_report_holds_so_many_items_at_most(tmp_path: Path) -> None:
    (file,) = write_reports(tmp_path, 1, items=1)
    assert len(iku.read_reports(file)[0].items) == 1


PYTHON: Final = Environment(Path(sys.prefix), "of the tests")


def _side(*times: float) -> tuple[Side, list[int]]:
    """Return a side whose runs take these seconds one after another, and the runs asked of it."""
    asked: list[int] = []
    following = iter(times)

    def seconds(runs: int) -> float:
        asked.append(runs)
        return next(following) * runs

    return Side("something", PYTHON, seconds), asked


def test_the_best_times_of_both_sides_are_paired() -> None:
    ours, asked = _side(3, 4, *(5, 2, 6))
    other, asked_other = _side(1, 1, *(1.5, 3, 0.5))
    assert best(Figure(ours, other)) == (2, 0.5)
    assert asked == asked_other == [1] * 5


def test_short_runs_are_timed_together() -> None:
    ours, asked = _side(*[0.01] * 20)
    other, _ = _side(*[0.3] * 20)
    assert best(Figure(ours, other)) == pytest.approx((0.01, 0.3))
    assert asked == [1, 1, 10, 22, *[22] * 7]


def test_what_takes_very_long_is_run_once() -> None:
    ours, asked = _side(60)
    other, asked_other = _side(30)
    assert best(Figure(ours, other)) == (60, 30)
    assert asked == asked_other == [1]


def test_a_row_names_the_environment_of_each_side_and_says_whether_the_goal_is_reached() -> None:
    ours = Side("our work", Environment(Path("a"), "ours, its wheel"), _side()[0].seconds)
    other = Side("their work", Environment(Path("b"), "rival 1.0"), _side()[0].seconds)
    ratio, first, second = line(Figure(ours, other, goal=0.5), 0.25, 0.5).splitlines()
    assert ratio.split() == ["ratio", "0.5", "goal", "0.5:", "reached"]
    assert first.split() == ["250", "ms", "our", "work", "[ours,", "its", "wheel]"]
    assert second.split() == ["500", "ms", "their", "work", "[rival", "1.0]"]
    assert line(Figure(ours, other, goal=0.4), 0.25, 0.5).splitlines()[0].endswith("missed")


def test_a_task_is_prepared_once_in_its_environment_and_timed_as_often_as_asked(
    tmp_path: Path,
) -> None:
    file = tmp_path / "file.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    with task("loading", PYTHON, "csafeloader", "loading", str(tmp_path)) as side:
        few, many = side.seconds(1), side.seconds(1000)
    assert 0 <= few < many


def test_the_task_of_a_package_is_timed_as_often_as_asked(
    tmp_path: Path, katalog: iku.Catalog
) -> None:
    package = written(tmp_path / "npm", katalog)
    numbers = json.dumps(packages.PARTS)
    file = environments.ROOT / "benchmarks" / "tasks" / "npm.mjs"
    line_ = [str(NODE), str(file), str(package), packages.INDICATOR, numbers]
    with answering("npm", PYTHON, line_) as side:
        few, many = side.seconds(1), side.seconds(2000)
    assert 0 <= few < many


def test_the_task_of_the_package_for_php_is_timed_as_often_as_asked(
    tmp_path: Path, katalog: iku.Catalog
) -> None:
    package = php.written(tmp_path / "php", katalog)
    numbers = json.dumps(packages.PARTS)
    file = environments.ROOT / "benchmarks" / "tasks" / "composer.php"
    line_ = [php.program("php"), str(file), str(package), packages.INDICATOR, numbers]
    with answering("composer", PYTHON, line_) as side:
        few, many = side.seconds(1), side.seconds(2000)
    assert 0 <= few < many


def test_nothing_leads_a_measured_program_to_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    assert "PYTHONPATH" not in clean_environ()


def test_an_environment_serves_until_what_it_was_made_of_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, ...]] = []

    def note(*words: str) -> None:
        ran.append(words)
        (tmp_path / "rapidfuzz").mkdir(exist_ok=True)

    monkeypatch.setattr(environments, "_FOLDER", tmp_path)
    monkeypatch.setattr(environments, "_run", note)
    made = environments.rival.__wrapped__("rapidfuzz")
    assert made == environments.rival.__wrapped__("rapidfuzz")
    assert re.fullmatch(r"rapidfuzz \d+\.\d+\.\d+", made.label)
    assert [words[2] for words in ran] == ["venv", "pip"]
    assert ran[1][-1] == "rapidfuzz"
    monkeypatch.setattr(environments, "_pinned", lambda _name: "0")
    environments.rival.__wrapped__("rapidfuzz")
    assert [words[2] for words in ran] == ["venv", "pip"] * 2


def test_a_rival_without_a_pinned_version_is_none() -> None:
    with pytest.raises(LookupError, match="no-such-rival"):
        environments.rival.__wrapped__("no-such-rival")
