"""What the page that checks files runs is brought together of the sources alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import build_runtime


def test_what_python_keeps_beside_sources_is_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "src" / "room" / "module.py"
    kept = source.parent / "__pycache__" / "module.cpython-311.pyc.140377130835888"
    kept.parent.mkdir(parents=True)
    for path in (source, kept):
        path.touch()
    monkeypatch.setattr(build_runtime, "ROOT", tmp_path)
    monkeypatch.setattr(build_runtime, "_FILES", ())
    assert [one for one in build_runtime._parts() if one.is_file()] == [source]
