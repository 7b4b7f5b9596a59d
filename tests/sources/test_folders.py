"""Walking a folder: in order, never out of it, and what is passed over is counted."""

from __future__ import annotations

from pathlib import Path

from kesbang_iku.sources.folders import files_below, leads_out

SUFFIXES = {".csv", ".yaml"}


def _fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a,b\n", encoding="utf-8")


def test_files_come_in_sorted_order_and_the_others_are_counted(tmp_path: Path) -> None:
    _fill(tmp_path, "b.csv", "a/z.YAML", "a/b.txt", ".git/config.yaml", "~$b.csv", "A.csv")
    found = files_below(tmp_path, SUFFIXES, whole=lambda _folder: False)
    named = [str(path.relative_to(tmp_path)) for path in found.files]
    assert (named, found.passed) == (["A.csv", "a/z.YAML", "b.csv"], 3)


def test_a_link_that_leads_out_or_round_is_passed_over(tmp_path: Path) -> None:
    inside, outside = tmp_path / "dalam", tmp_path / "luar"
    _fill(inside, "a.csv")
    _fill(outside, "b.csv")
    (inside / "luar.csv").symlink_to(outside / "b.csv")
    (inside / "akar").symlink_to("/")
    (inside / "lingkar").symlink_to(inside)
    (inside / "putus.csv").symlink_to(inside / "tidak-ada.csv")
    (inside / "sama.csv").symlink_to("a.csv")
    found = files_below(inside, SUFFIXES, whole=lambda _folder: False)
    assert [path.name for path in found.files] == ["a.csv", "sama.csv"]
    assert found.passed == 4


def test_a_folder_to_be_taken_as_a_whole_is_not_entered(tmp_path: Path) -> None:
    _fill(tmp_path, "a.csv", "k/indikator/b.yaml")
    found = files_below(tmp_path, SUFFIXES, whole=lambda folder: folder.name == "k")
    assert (len(found.files), found.apart, found.passed) == (1, [tmp_path / "k"], 0)


def test_what_is_no_link_leads_nowhere(tmp_path: Path) -> None:
    assert not leads_out(tmp_path, tmp_path)
    (tmp_path / "diri").symlink_to(tmp_path / "diri")
    assert not leads_out(tmp_path / "diri", tmp_path)
