"""Files are written whole, and stay whose they are."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from kesbang_iku.sources.writing import write_whole

ROOT_ONLY = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"x")
    (tmp_path / "b").write_bytes(b"x")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"}
    assert (len(modes), sorted(path.name for path in tmp_path.iterdir())) == (1, ["a", "b"])


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_hard_links_stay_one_file(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"much longer than before")
    other.hardlink_to(path)
    write_whole(path, b"new")
    assert (path.stat().st_nlink, other.read_bytes()) == (2, b"new")


def test_a_long_text_is_written_by_its_parts_in_a_new_file_and_in_the_old_one(
    tmp_path: Path,
) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    for _ in range(2):
        write_whole(path, ["Nilai ≥ 80\n", "", "\udc80\n"])
        assert path.read_bytes() == "Nilai ≥ 80\n?\n".encode()
        path.write_bytes(b"much longer than what is written")
        other.unlink(missing_ok=True)
        other.hardlink_to(path)


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_is_told_with_the_name_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    path = tmp_path / "a"
    if there:
        path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole(path, b"new")
    assert raised.value.filename == str(path)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"] * there


@ROOT_ONLY
def test_root_does_not_become_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 1234, 5678)
    write_whole(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid, path.read_bytes()) == (1234, 5678, b"new")


def test_where_the_owner_cannot_be_kept_the_file_itself_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"much longer than before")
    before = path.stat()

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr("kesbang_iku.sources.writing._made_alike", lambda *_two: False)
    write_whole(path, b"new")
    assert (path.stat().st_ino, path.read_bytes()) == (before.st_ino, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_failed_write_leaves_what_was_there_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"old", ["a"])


def test_a_device_is_written_to_as_it_is() -> None:
    write_whole(os.devnull, b"x")
    assert not stat.S_ISREG(Path(os.devnull).stat().st_mode)
