from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kesbang_iku.sources import resources


def test_a_checkout_finds_its_own_catalog() -> None:
    assert (resources.catalog_root() / "bidang.yaml").is_file()


def test_a_checkout_keeps_the_vectors_among_the_tests() -> None:
    assert str(resources.vectors_root()).endswith(str(Path("tests", "vectors")))


def test_packaged_data_comes_before_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_data" / "catalog").mkdir(parents=True)
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)

    assert resources.catalog_root() == tmp_path / "_data" / "catalog"
    assert resources.vectors_root() == tmp_path / "_data" / "vectors"


def test_data_is_found_inside_a_zip_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "app.zip"
    with zipfile.ZipFile(archive, "w") as writer:
        writer.writestr("kesbang_iku/_data/catalog/bidang.yaml", "bidang: []\n")
    package = zipfile.Path(archive, "kesbang_iku/")
    monkeypatch.setattr(resources, "files", lambda _: package)

    assert (resources.catalog_root() / "bidang.yaml").read_text(encoding="utf-8") == "bidang: []\n"


def test_a_package_without_data_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    monkeypatch.setattr(
        resources, "__file__", str(tmp_path / "lib" / "kesbang_iku" / "sources" / "resources.py")
    )

    with pytest.raises(FileNotFoundError, match="came without its data"):
        resources.data_root()
