"""Data files of the catalog: read once, and refused where they lack their form."""

from __future__ import annotations

from pathlib import Path

import pytest

from kesbang_iku.model.registers import FieldFile
from kesbang_iku.sources.data import load_data


def test_a_file_of_the_library_is_read_once() -> None:
    assert load_data("bidang.yaml", FieldFile) is load_data("bidang.yaml", FieldFile)


def test_a_file_elsewhere_is_read_each_time(tmp_path: Path) -> None:
    (tmp_path / "bidang.yaml").write_text("{bidang: [], tema: [], sumber: A}", encoding="utf-8")
    assert load_data("bidang.yaml", FieldFile, tmp_path).sumber == "A"
    (tmp_path / "bidang.yaml").write_text("{bidang: [], tema: [], sumber: B}", encoding="utf-8")
    assert load_data("bidang.yaml", FieldFile, tmp_path).sumber == "B"


@pytest.mark.parametrize("content", ["bidang: [", "- a\n", "", "{bidang: [], tema: []}", "a: 1"])
def test_a_file_without_its_form_is_refused_by_its_name(content: str, tmp_path: Path) -> None:
    (tmp_path / "bidang.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^bidang\.yaml: \w"):
        load_data("bidang.yaml", FieldFile, tmp_path)
