"""``new``: files to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.cli.conftest import Run

HERE = ("--wilayah", "62.71", "--tahun", "2025", "--kode", "KBP-WAS-02")


@pytest.mark.parametrize("ending", [".yaml", ".csv"])
def test_a_report_lacks_its_numbers_alone(run: Run, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"laporan{ending}"
    ran = run("new", "laporan", *HERE, "-o", str(file))
    assert (ran.status, ran.out) == (0, "")
    errors = {one.kode for one in iku.validate(file) if one.tingkat == "galat"}
    assert errors == {"IKU401"}
    report = iku.read_reports(file)[0]
    assert (report.report.wilayah, report.report.tahun) == ("62.71", 2025)
    codes = [item.item.kode for item in report.items]
    assert codes[0] == "KBP-ESB-01"
    assert codes[-1] == "KBP-WAS-02"
    again = run("new", "laporan", *HERE, "-o", str(file))
    assert again.status == 2
    assert "--timpa" in again.err


def test_a_report_that_was_filled_in_is_computed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "laporan.yaml"
    assert run("new", "laporan", "--kode", "KBP-WAS-02", "-o", str(file)).status == 0
    text = file.read_text("utf-8")
    for key, value in (('wilayah: ""', 'wilayah: "62.71"'), ("tahun: ", "tahun: 2025"),
                       ("konflik_diselesaikan: ", "konflik_diselesaikan: 17"),
                       ("konflik: ", "konflik: 20"), ("target: ", "target: 90")):  # fmt: skip
        assert text.count(f" {key}" if key[0] == "k" else key) == 1
        text = text.replace(f" {key}", f" {value}") if key[0] == "k" else text.replace(key, value)
    file.write_text(text, "utf-8")
    (result,) = iku.compute(iku.read_reports(file))
    assert (str(result.nilai), str(result.capaian)) == ("85.00", "94.44")


@pytest.mark.parametrize("ending", [".yaml", ".csv"])
def test_a_plan_is_the_standard_with_empty_targets(
    run: Run, tmp_path: Path, katalog: iku.Catalog, ending: str
) -> None:
    file = tmp_path / f"rencana{ending}"
    words = ("--wilayah", "62.71", "--sampai", "2028", "-o", str(file))
    assert run("new", "rencana", *words).status == 0
    assert not [one for one in iku.validate(file) if one.tingkat == "galat"]
    aligned = [*iku.align(iku.read_plan(file), katalog, tingkat="kota")]
    assert len(aligned) > 5
    assert not [one for one in aligned if one.penyimpangan or one.padanan is None]
    assert "2028" in file.read_text("utf-8")
    assert "2029" not in file.read_text("utf-8")


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_definition_is_valid_and_computes(run: Run, tmp_path: Path, language: str) -> None:
    folder = tmp_path / "katalog" / "indikator"
    folder.mkdir(parents=True)
    file = folder / "posko.yaml"
    assert run("new", "indikator", "--bahasa", language, "-o", str(file)).status == 0
    assert [one.kode for one in iku.validate(folder.parent)] == ["IKU258"]
    catalog = iku.load_catalog([folder.parent])
    result = catalog["LOKAL-WAS-01"].compute({"posko_aktif": 3, "posko": 8}, target=50)
    assert (str(result.nilai), str(result.capaian)) == ("37.50", "75.00")


@pytest.mark.parametrize(
    ("name", "kode"),
    [("bandung-esb-07", "BANDUNG-ESB-07"), ("KBP-WAS-99", "LOKAL-WAS-01"), ("a", "LOKAL-WAS-01")],
)
def test_a_definition_has_the_code_of_its_file(
    run: Run, tmp_path: Path, name: str, kode: str
) -> None:
    file = tmp_path / f"{name}.yaml"
    run("new", "indikator", "-o", str(file))
    assert f"\nkode: {kode}  # " in file.read_text("utf-8")


def test_every_key_of_the_comments_may_be_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "katalog" / "indikator" / "posko.yaml"
    file.parent.mkdir(parents=True)
    run("new", "indikator", "-o", str(file))
    head, _, rest = file.read_text("utf-8").partition("Selebihnya")
    shown = [line.removeprefix("# ") for line in rest.splitlines()[1:]]
    official = "\n".join(shown).replace("status: resmi", "status: dilaporkan")
    file.write_text(f"{head}\n{official}\n", "utf-8")
    (told,) = iku.validate(tmp_path / "katalog")
    assert told.kode == "IKU258"
    assert "konsep" not in told.pesan


def test_standard_output_takes_it(run: Run) -> None:
    ran = run("new", "report", "-o", "-")
    assert ran.status == 0
    assert 'wilayah: ""' in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("surat", "-o", "a.yaml"), "jenis: 'surat'"),
        (("laporan", "-o", "a.xlsx"), "template --wilayah WILAYAH --tahun TAHUN -o a.xlsx"),
        (("rencana", "--wilayah", "62.71", "-o", "a.xlsx"), "template --wilayah 62.71 --rencana"),
        (
            (
                *("rencana", "--wilayah", "Kota Bandung", "--tahun", "2026", "--sampai", "2027"),
                *("--kode", "KBP-WAS-02", "-o", "a.xlsx"),
            ),
            '--wilayah "Kota Bandung" --rencana --tahun 2026 --sampai 2027 --kode KBP-WAS-02 -o a',
        ),
        (("indikator", "-o", "a.csv"), ".yaml"),
        (("laporan", "-o", "a.txt"), ".csv"),
        (("indikator", "--tahun", "2025", "-o", "a.yaml"), "--tahun"),
        (("laporan", "--sampai", "2030", "-o", "a.yaml"), "new rencana"),
        (("laporan", "--kode", "KBP-ABC-01", "-o", "a.yaml"), "KBP-ABC-01"),
        (("rencana", "--tahun", "2031", "-o", "a.yaml"), "--sampai"),
    ],
)
def test_what_cannot_be_written_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("new", *words)
    assert ran.status == 2
    assert said in ran.err
    assert not [*tmp_path.iterdir()]
