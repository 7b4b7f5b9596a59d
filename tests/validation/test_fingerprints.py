"""Fingerprints: the same for the same finding on a moved line, another for anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.validation.fingerprints import fingerprints, relative_name


def finding(
    line: int = 3, pointer: str | None = "/item/0", value: str = "9", first: int = 1
) -> Finding:
    place = Place("a.yaml", line, 1, penunjuk=pointer)
    return kinds.KEY_DUPLICATE.at(place, value=value, kunci="k", baris_awal=first)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_finding_on_a_moved_line_keeps_its_fingerprint(before: int, after: int) -> None:
    assert fingerprints([finding(before)]) == fingerprints([finding(after)])


def test_pointer_value_and_file_tell_findings_apart() -> None:
    all_of_them = [
        finding(),
        finding(pointer="/item/1"),
        finding(value="8"),
        finding().moved(Place("b.yaml", 3, 1, penunjuk="/item/0")),
        kinds.FILE_EMPTY.at(Place("a.yaml", penunjuk="/item/0"), value="9", berkas="a.yaml"),
    ]
    assert len({fingerprints([one])[0] for one in all_of_them}) == len(all_of_them)


def test_findings_that_agree_in_everything_are_counted_through() -> None:
    twice = fingerprints([finding(3), finding(9)])
    assert len(set(twice)) == 2
    assert fingerprints([finding(5), finding(6)]) == twice


def test_without_a_pointer_what_is_said_tells_findings_apart() -> None:
    one, other = finding(pointer=None, first=1), finding(pointer=None, first=2)
    assert fingerprints([one]) != fingerprints([other])


def test_how_the_path_was_typed_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["a.yaml", "./a.yaml", "b/../a.yaml", str(tmp_path / "a.yaml")]
    found = {fingerprints([kinds.FILE_EMPTY.at(Place(name), berkas=name)])[0] for name in names}
    assert len(found) == 1


def test_paths_below_the_root_are_relative_and_others_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "proyek"
    assert relative_name("laporan/a.yaml") == "laporan/a.yaml"
    assert relative_name("proyek/x/a.yaml", root) == "x/a.yaml"
    assert relative_name(str(root / "x" / "a.yaml"), root) == "x/a.yaml"
    for name in ("proyek2/a.yaml", "a.yaml"):
        assert relative_name(name, root) == (tmp_path / name).as_posix()


def test_every_file_lies_below_the_root_of_the_system() -> None:
    assert relative_name("/laporan/a.yaml", Path("/")) == "laporan/a.yaml"
