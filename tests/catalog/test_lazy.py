"""The national catalog read as it is needed: nothing is opened that nobody asked for."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog import load
from kesbang_iku.catalog.load import read_catalog
from kesbang_iku.catalog.observations import of_standard
from kesbang_iku.sources import resources, shipped
from tests.definitions import DEFINITION, write_catalog
from tests.tree import ROOT
from tools.build_hook import pack_digest


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files of definitions that are read from now on."""
    names: list[str] = []
    read = shipped.read_shipped

    def noted(source: object) -> object:
        names.append(PurePath(str(source)).name)
        return read(source)  # type: ignore[arg-type]  # whatever the caller hands over

    monkeypatch.setattr(load, "read_shipped", noted)
    monkeypatch.setattr(load, "_NATIONAL", {})
    return names


def test_whoever_asks_for_the_national_catalog_gets_the_same(tmp_path: Path) -> None:
    katalog = iku.load_catalog()
    assert iku.load_catalog() is katalog
    write_catalog(tmp_path, DEFINITION)
    assert "ABC-UJI-01" not in katalog
    assert "ABC-UJI-01" in iku.load_catalog([tmp_path], national=False)
    assert iku.load_catalog() is katalog


def test_one_code_opens_its_own_files_only(opened: list[str]) -> None:
    katalog = iku.load_catalog()
    assert not [name for name in opened if name.startswith("kbp-")]
    assert [found.versi for found in katalog.versions("kbp-pol-01")] == ["2009", "2015", "2021"]
    assert katalog["KBP-POL-01"].compute({"nilai_rilis": 80}).nilai is not None
    assert {name[:10] for name in opened if name.startswith("kbp-")} == {"kbp-pol-01"}


def test_known_codes_are_told_without_opening_any(opened: list[str]) -> None:
    katalog = iku.load_catalog()
    assert "KBP-WAS-02" in katalog.codes
    assert not [name for name in opened if name.startswith("kbp-")]


def test_it_holds_what_reading_everything_gives() -> None:
    katalog = iku.load_catalog()
    first = katalog["KBP-ESB-02"]
    whole = read_catalog().catalog
    assert katalog.codes == whole.codes
    assert katalog.definitions == whole.definitions
    assert katalog.digest == whole.digest
    assert katalog == whole
    assert any(found is first for found in katalog)


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the catalog as a package carries it, with the fingerprint that the build made of it."""
    data = tmp_path / "_data"
    shutil.copytree(ROOT / "catalog", data / "catalog")
    (data / shipped.FOLDER).mkdir()
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    monkeypatch.setattr(load, "_NATIONAL", {})
    of_standard.cache_clear()
    shipped._root.cache_clear()
    for file, inside in pack_digest(ROOT, tmp_path).items():
        file.rename(tmp_path / Path(inside).relative_to("kesbang_iku"))
    yield data / "catalog"
    of_standard.cache_clear()
    shipped._root.cache_clear()


def test_the_fingerprint_of_a_shipped_catalog_opens_nothing(
    packaged: Path, opened: list[str]
) -> None:
    assert packaged.is_dir()
    digest = iku.load_catalog(packages=False).digest
    assert not [name for name in opened if name.startswith("kbp-")]
    assert digest == read_catalog().catalog.digest


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("indikator/pol/kbp-pol-01-2009.yaml", "Indonesian Democracy Index", "Democracy Index"),
        ("satuan.yaml", "label: Persen\n", "label: Persén\n"),
        ("nilai/kbp-pol-01.csv", "67.30", "67.31"),
    ],
)
def test_a_shipped_catalog_that_was_edited_has_a_fingerprint_of_its_own(
    packaged: Path, name: str, old: str, new: str
) -> None:
    before = iku.load_catalog(packages=False).digest
    text = (packaged / name).read_text("utf-8")
    assert old in text
    (packaged / name).write_text(text.replace(old, new, 1), "utf-8")
    load._NATIONAL.clear()
    of_standard.cache_clear()
    katalog = iku.load_catalog(packages=False)
    assert katalog.digest not in {before, None}
    assert katalog.digest == read_catalog().catalog.digest


def test_a_part_of_a_shipped_catalog_has_a_fingerprint_of_its_own(packaged: Path) -> None:
    assert packaged.is_dir()
    katalog = iku.load_catalog(packages=False)
    part = katalog.where(katalog.definitions[:3])
    assert part.digest not in {katalog.digest, katalog.where(katalog.definitions[:2]).digest}
    assert katalog.where(katalog.definitions).digest == katalog.digest


def test_every_national_file_is_named_after_the_code_it_holds() -> None:
    for (code, _), locate in read_catalog().places.items():
        name = PurePath(str(locate(()).berkas)).stem
        assert f"{name}-".startswith(f"{code.lower()}-")


def test_other_lists_codes_and_output_codes_are_found_too() -> None:
    katalog = iku.load_catalog()
    assert katalog["sipd:000603"].kode == "KBP-WAS-01"
    assert katalog["8.01.02.2.01.0003"].kode == "8.01.02.2.01.0003"
    with pytest.raises(iku.UnknownCodeError, match="KBP-POL-01"):
        katalog["KBP-POL-001"]


def test_it_can_be_sent_to_another_process() -> None:
    katalog = pickle.loads(pickle.dumps(iku.load_catalog()))  # noqa: S301  # our own bytes
    assert katalog["KBP-WAS-02"].kode == "KBP-WAS-02"


def _standard(folder: Path, name: str, definition: str) -> Path:
    write_catalog(folder, definition)
    (folder / "indikator" / "0.yaml").rename(folder / "indikator" / name)
    return folder


def test_a_broken_definition_is_refused_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = DEFINITION.replace("rumus:", "rumusan:")
    folder = _standard(tmp_path, "abc-uji-01.yaml", broken)
    monkeypatch.setattr(load, "catalog_root", lambda: folder)
    katalog = iku.load_catalog()
    with pytest.raises(iku.CatalogError) as raised:
        katalog["ABC-UJI-01"]
    assert raised.value.temuan[0].kode == "IKU202"


def test_a_code_in_a_file_of_another_name_is_still_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _standard(tmp_path, "lain.yaml", DEFINITION)
    monkeypatch.setattr(load, "catalog_root", lambda: folder)
    katalog = iku.load_catalog()
    assert katalog["ABC-UJI-01"].kode == "ABC-UJI-01"
    assert "ABC-UJI-02" not in katalog
