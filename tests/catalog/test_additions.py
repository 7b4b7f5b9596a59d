"""Catalogs of installed packages: found by their entry point, named when they are broken."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.metadata import MetadataPathFinder
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog import additions
from kesbang_iku.catalog.additions import GROUP, added_folder, installed_catalogs

_LOCAL = """\
kode: UJI-WAS-01
nama: Persentase Pos Ronda Aktif
nama_en: Share of Active Night-Watch Posts
lokal: {tema: keamanan, mendukung: KBP-WAS-02}
bidang: WAS
program: "8.01.06"
konsep: Pos ronda yang dijaga.
definisi: Pos ronda yang dijaga dibagi seluruh pos ronda, dikali 100.
interpretasi: Makin tinggi makin baik.
jenis: keluaran
tingkat: {berlaku: [kota], diestimasi: [kota]}
akses: umum
satuan: persen
desimal: 2
polaritas: maksimalkan
frekuensi: tahunan
kumulatif: false
variabel:
  - nama: pos_aktif
    label: Pos ronda yang dijaga
    satuan: unit
    jenis: cacah
    agregasi: {wilayah: jumlah, waktu: terakhir}
  - nama: pos
    label: Seluruh pos ronda
    satuan: unit
    jenis: cacah
    agregasi: {wilayah: jumlah, waktu: terakhir}
rumus: pos_aktif / pos * 100
capaian: maksimalkan
predikat: permendagri-86-2017
status: usulan
sumber: [{dokumen: Usulan uji, kedudukan: usulan, dilihat: "2026-01-01"}]
"""


class Site:
    """A folder of installed packages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, module: str, *, text: str | None = _LOCAL, code: str = "") -> Path:
        """Install a package whose entry point names ``module``; return its catalog's folder."""
        info = self.folder / f"{name.replace('-', '_')}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
        (info / "entry_points.txt").write_text(f"[{GROUP}]\nisi = {module}\n")
        package = self.folder / module
        if text is not None:
            (package / "indikator").mkdir(parents=True)
            (package / "indikator" / "isi.yaml").write_text(text, encoding="utf-8")
            (package / "__init__.py").write_text(code)
        return package


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.syspath_prepend(tmp_path)
    return Site(tmp_path)


def _findings() -> dict[str, str]:
    with pytest.raises(iku.CatalogError) as caught:
        iku.load_catalog()
    return {found.kode: found.pesan for found in caught.value.temuan}


def test_nothing_is_installed_here() -> None:
    assert installed_catalogs() == ([], [])


def test_packages_that_lie_in_no_folder_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "tiada")])
    monkeypatch.setattr(sys, "meta_path", [PathFinder])
    assert not additions._may_be_installed()
    archive = tmp_path / "paket.zip"
    archive.write_bytes(b"")
    monkeypatch.setattr(sys, "path", [str(archive)])
    assert additions._may_be_installed()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    (tmp_path / "lama.egg").mkdir()
    assert additions._may_be_installed()
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "meta_path", [PathFinder, MetadataPathFinder])
    assert additions._may_be_installed()


def test_an_installed_catalog_is_part_of_the_standard_and_says_where_from(site: Site) -> None:
    site.install("katalog-uji", "katalog_uji_a")
    catalog = iku.load_catalog()
    assert str(catalog["UJI-WAS-01"].compute({"pos_aktif": 1, "pos": 8}).nilai) == "12.50"
    assert catalog.origins["UJI-WAS-01"].label == "katalog-uji 1.2"
    assert "KBP-WAS-02" not in catalog.origins
    (told,) = catalog.added
    assert (told["jenis"], told["nama"], told["versi"]) == ("paket", "katalog-uji", "1.2")
    assert str(told["sidik"]).startswith("sha256:")
    assert catalog.identity["tambahan"] == [told]


def test_packages_can_be_left_out_and_never_come_without_the_national_catalog(site: Site) -> None:
    whole = site.install("katalog-uji", "katalog_uji_b")
    alone = iku.load_catalog(packages=False)
    assert "UJI-WAS-01" not in alone
    assert "tambahan" not in alone.identity
    assert alone.digest != iku.load_catalog().digest
    with pytest.raises(iku.CatalogError):  # a folder without tables cannot stand alone
        iku.load_catalog([whole], national=False)


def test_a_folder_that_is_also_installed_is_read_once(site: Site) -> None:
    folder = site.install("katalog-uji", "katalog_uji_c")
    catalog = iku.load_catalog([folder, str(folder)])
    assert [one.jenis for one in catalog.additions] == ["folder"]
    assert len(catalog.versions("UJI-WAS-01")) == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise RuntimeError('rusak sekali')", "RuntimeError: rusak sekali"),
        ("import modul_yang_tidak_ada", "ModuleNotFoundError"),
        ("(", "SyntaxError"),
    ],
)
def test_a_package_that_cannot_be_imported_is_named(site: Site, code: str, reason: str) -> None:
    site.install("katalog-rusak", f"katalog_rusak_{len(code)}", code=code)
    said = _findings()["IKU240"]
    assert "katalog-rusak" in said
    assert reason in said


def test_a_package_that_is_not_there_or_holds_no_catalog_is_named(site: Site) -> None:
    site.install("katalog-hilang", "katalog_hilang", text=None)
    assert "katalog-hilang" in _findings()["IKU240"]
    folder = site.folder / "katalog_hilang"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    assert "indikator" in _findings()["IKU240"]


def test_errors_inside_a_package_are_said_with_their_line_and_the_package(site: Site) -> None:
    folder = site.install(
        "katalog-keliru", "katalog_keliru", text=_LOCAL.replace("rumus: pos_aktif", "rumus: pos_x")
    )
    with pytest.raises(iku.CatalogError) as caught:
        iku.load_catalog()
    findings = caught.value.temuan
    whose = next(found for found in findings if found.kode == "IKU241")
    assert "katalog-keliru" in whose.pesan
    assert "--tanpa-paket" in whose.saran
    first = findings[0]
    assert first.berkas == str(folder / "indikator" / "isi.yaml")
    assert first.baris is not None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("UJI-WAS-01", "KBP-WAS-02", "IKU213"),
        ("UJI-WAS-01", "KBP-WAS-99", "IKU236"),
        ("kode: UJI-WAS-01", "kode: 8.01.06.1.01.0001", "IKU213"),
        ("mendukung: KBP-WAS-02", "mendukung: UJI-WAS-01", "IKU210"),
    ],
)
def test_an_addition_keeps_off_what_is_national(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    (tmp_path / "indikator").mkdir()
    (tmp_path / "indikator" / "isi.yaml").write_text(_LOCAL.replace(old, new), encoding="utf-8")
    with pytest.raises(iku.CatalogError) as caught:
        iku.load_catalog([tmp_path])
    assert code in {found.kode for found in caught.value.temuan}


def test_a_folder_is_called_as_it_was_given() -> None:
    assert added_folder("daerah/katalog").label == "daerah/katalog"
