"""The thresholds of the judged rules: proposals with reasons, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kesbang_iku.model.checking import CheckingFile, Thresholds, Words, plain_words
from kesbang_iku.sources.data import load_data
from tests.tree import ROOT


def test_every_threshold_has_a_reason() -> None:
    checking = load_data("pemeriksaan.yaml", CheckingFile)
    assert checking.kedudukan == "usulan"
    for name in Thresholds.model_fields:
        threshold = getattr(checking.ambang, name)
        assert threshold.nilai > 0, name
        assert threshold.alasan.endswith("."), name


def test_thresholds_are_read_once() -> None:
    assert load_data("pemeriksaan.yaml", CheckingFile) is load_data(
        "pemeriksaan.yaml", CheckingFile
    )


@pytest.mark.parametrize("written", ["NIK", " nik ", "Nik:"])
def test_spelling_does_not_matter(written: str) -> None:
    assert written in load_data("pemeriksaan.yaml", CheckingFile).kata.kolom_pribadi
    assert "nikah" not in load_data("pemeriksaan.yaml", CheckingFile).kata.kolom_pribadi


def test_words_are_compared_plainly() -> None:
    assert plain_words("No. HP") == plain_words("no_hp")
    assert "tempat  lahir" in Words(isi=("Tempat_Lahir",), alasan="Uji.")


def test_a_folder_of_ones_own_may_set_other_thresholds(tmp_path: Path) -> None:
    text = (ROOT / "catalog" / "pemeriksaan.yaml").read_text(encoding="utf-8")
    changed = text.replace("kali_mad:\n    nilai: 6", "kali_mad:\n    nilai: 9")
    (tmp_path / "pemeriksaan.yaml").write_text(changed, encoding="utf-8")
    assert load_data("pemeriksaan.yaml", CheckingFile, tmp_path).ambang.kali_mad.whole == 9


def test_a_threshold_that_is_missing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pemeriksaan.yaml").write_text("ambang: {}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="kali_mad"):
        load_data("pemeriksaan.yaml", CheckingFile, tmp_path)
