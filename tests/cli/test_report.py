"""``report``: the scorecard page written to a file, and what it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kesbang_iku import extras
from kesbang_iku.publish import templates
from tests.cli.conftest import Run
from tests.tree import ROOT

Write = Callable[[str, str | bytes], Path]

REPORT = "examples/idi-kalimantan-tengah.yaml"


def test_the_page_is_written_and_counted(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "laporan.html"
    ran = run("report", REPORT, "-o", target)
    assert (ran.status, ran.out) == (0, "")
    assert f"{target} ditulis." in ran.err
    assert "2 hasil: 2 lengkap." in ran.err
    assert target.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="id">')


def test_a_hyphen_writes_to_standard_output(run: Run) -> None:
    ran = run("report", REPORT, "-o", "-", "--quiet", "--bahasa", "en")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("<!doctype html>")
    assert "Scorecard of performance indicators" in ran.out


def test_several_reports_make_one_page_and_errors_its_status(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "l.html"
    ran = run("report", REPORT, "examples/laporan-keliru.yaml", "-o", target)
    assert ran.status == 1
    page = target.read_text(encoding="utf-8")
    assert "Kabupaten Kotawaringin Barat" in page
    assert "Kalimantan Tengah" in page


def test_a_file_that_exists_is_replaced_only_if_asked_for(run: Run, write: Write) -> None:
    target = write("laporan.html", "milik orang")
    ran = run("report", REPORT, "-o", target)
    assert ran.status == 2
    assert "--timpa" in ran.err
    assert target.read_text(encoding="utf-8") == "milik orang"
    assert run("report", REPORT, "-o", target, "--timpa").status == 0
    assert target.read_text(encoding="utf-8").startswith("<!doctype")


def test_a_report_is_never_overwritten_by_its_page(run: Run, write: Write) -> None:
    report = write("laporan.yaml", 'wilayah: "62"\ntahun: 2024\nitem: []\n')
    before = report.read_bytes()
    ran = run("report", report, "-o", report, "--timpa")
    assert ran.status == 2
    assert "berkas lain" in ran.err
    assert report.read_bytes() == before


def test_a_page_is_written_under_no_name_of_other_files(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "kartu.pdf"
    ran = run("report", REPORT, "-o", target)
    assert (ran.status, "-o NAMA.html" in ran.err, target.exists()) == (2, True, False)


def test_the_file_to_write_must_be_named(run: Run) -> None:
    ran = run("report", REPORT)
    assert ran.status == 2
    assert "-o" in ran.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("examples/tabel-capaian.csv", "--wilayah"),
        ("examples/rencana/kota-bandung.yaml", "kesbang-iku align"),
        ("catalog/indikator/was/kbp-was-02.yaml", "definisi, bukan laporan"),
    ],
)
def test_what_is_no_report_is_sent_where_it_belongs(
    run: Run, tmp_path: Path, name: str, said: str
) -> None:
    target = tmp_path / "l.html"
    ran = run("report", name, "-o", target)
    assert ran.status == 2
    assert said in ran.err
    assert not target.exists()


def test_without_a_result_no_page_is_written(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "l.html"
    report = 'wilayah: "62"\ntahun: 2024\nitem:\n  - {kode: KBP-WAS-99}\n'
    ran = run("report", "-", "-o", target, stdin=report)
    assert ran.status == 2
    assert "IKU310" in ran.err
    assert not target.exists()


def test_a_file_that_is_missing_is_said_beside_the_page_of_the_others(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "l.html"
    ran = run("report", "tidak-ada.yaml", REPORT, "-o", target)
    assert ran.status == 2
    assert "tidak-ada.yaml" in ran.err
    assert "tidak-ada.yaml" in target.read_text(encoding="utf-8")


def test_a_folder_that_is_missing_is_no_crash(run: Run, tmp_path: Path) -> None:
    ran = run("report", REPORT, "-o", tmp_path / "tidak" / "ada.html")
    assert ran.status == 2
    assert "ada.html" in ran.err


def test_what_a_report_says_about_people_is_not_repeated(run: Run) -> None:
    report = (
        'wilayah: "62.71"\ntahun: 2024\nitem:\n'
        "  - {kode: KBP-WAS-02, variabel: {konflik_diselesaikan: NIK 6271014507890001, "
        "konflik: 20},\n"
        '     target: {nilai: 90, dokumen: "PK 6271010101800001"}}\n'
        "  - {kode: KBP-WAS-04, variabel: {meninggal: 3, penduduk: 250000},\n"
        '     target: {nilai: 2, dokumen: "PK 6271010101800001"}}\n'
    )
    ran = run("report", "-", "-o", "-", stdin=report)
    assert "KBP-WAS-02" in ran.out
    assert "PK •••" in ran.out
    for number in ("6271014507890001", "6271010101800001"):
        assert number not in ran.out + ran.err


def test_without_jinja_the_commands_that_write_pages_say_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    monkeypatch.setattr(templates, "_environment", templates._environment.__wrapped__)
    folder = ("--katalog", "examples/katalog-daerah", "-o", str(tmp_path))
    for words in (
        ("report", "examples/ikub.yaml", "-o", "-"),
        ("align", "examples/rencana/kota-bandung.yaml", "--format", "html"),
        ("pages", *folder),
    ):
        ran = run(*words)
        assert (ran.status, ran.out) == (2, "")
        assert "kesbang-iku: " in ran.err
        assert "pip install 'kesbang-iku[pages]'" in ran.err
        assert "jinja2" in run("--bahasa", "en", *words).err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        *("iku317", "iku432", "iku440", "iku443", "iku480", "iku481", "iku482"),
        *("iku501", "iku513", "iku524", "iku620", "iku622"),
    ],
)
def test_the_page_has_the_findings_of_validate(run: Run, tmp_path: Path, name: str) -> None:
    (file,) = (ROOT / "examples" / "temuan").glob(f"{name}.*")
    found = json.loads(run("validate", file, "--format", "json").out)["temuan"]
    expected = sorted({one["kode"] for one in found})
    assert name.upper() in expected
    target = tmp_path / "l.html"
    ran = run("report", file, "-o", target)
    page = target.read_text(encoding="utf-8")
    section = page[page.index('id="temuan"') :]
    assert sorted(set(re.findall(r"<code>(IKU\d{3})</code>", section))) == expected
    assert ran.status == int(any(one["tingkat"] == "galat" for one in found))


def test_findings_of_rules_can_be_set_aside(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "l.html"
    run("report", "examples/temuan/iku480.yaml", "-o", target, "--abaikan", "IKU480")
    assert "IKU480" not in target.read_text(encoding="utf-8")


def test_a_page_says_no_number_of_a_person_that_a_file_is_called_by(
    run: Run, write: Write, tmp_path: Path
) -> None:
    report = (ROOT / "examples" / "temuan" / "iku480.yaml").read_text(encoding="utf-8")
    file = write("laporan 6271035203900001.yaml", report)
    target = tmp_path / "l.html"
    run("report", file, "-o", target)
    page = target.read_text(encoding="utf-8")
    assert "6271035203900001" not in page
    assert "laporan •••.yaml" in page


LETTERHEAD = """\
pemerintah: PEMERINTAH KOTA CONTOH
instansi: BADAN KESATUAN BANGSA DAN POLITIK
alamat: Jalan Satu Nomor 1
logo: lambang.svg
"""
SIGNATORY = """\
nama: Nama Lengkap
jabatan: Kepala Badan
pangkat: Pembina Utama Muda
nip: "198001012005011001"
tempat: Palangka Raya
tanggal: 5 Januari 2026
"""
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def test_letterhead_and_signature_are_read_from_files(
    run: Run, write: Write, tmp_path: Path
) -> None:
    head, signed = write("kop.yaml", LETTERHEAD), write("ttd.yaml", SIGNATORY)
    write("lambang.svg", LOGO)
    target = tmp_path / "l.html"
    ran = run("report", REPORT, "-o", target, "--kop", head, "--penandatangan", signed)
    assert ran.status == 0
    page = target.read_text(encoding="utf-8")
    assert "alert(1)" not in page
    assert '<img src="data:image/svg+xml;base64,' in page
    for said in ("BADAN KESATUAN BANGSA DAN POLITIK", "Palangka Raya, 5 Januari 2026"):
        assert f"<p>{said}</p>" in page
    assert "NIP 198001012005011001" in page


def test_letterhead_and_signature_are_read_from_a_text(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "l.html"
    told = ("--kop", "BADAN A | Jalan B", "--penandatangan", "Kepala Badan | Nama | NIP 1")
    assert run("report", REPORT, "-o", target, *told).status == 0
    page = target.read_text(encoding="utf-8")
    assert "<p>BADAN A</p><p>Jalan B</p>" in page
    assert '<p>Kepala Badan</p><p class="name">Nama</p><p>NIP 1</p>' in page


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--kop", "alamat: Jalan\n", "instansi"),
        ("--kop", "instansi: A\nlogo: tidak-ada.png\n", "tidak-ada.png bukan gambar"),
        ("--kop", "instansi: A\nlogo: kop.yaml\n", "PNG, JPEG, atau SVG"),
        ("--kop", "instansi: [", "kop.yaml tidak terbaca"),
        ("--penandatangan", "nama: A\njabatan: B\nsurel: c\n", "surel"),
        ("--penandatangan", "", "kop.yaml tidak terbaca"),
    ],
)
def test_what_is_wrong_with_a_letterhead_is_said(
    run: Run, write: Write, tmp_path: Path, option: str, content: str, said: str
) -> None:
    target = tmp_path / "l.html"
    ran = run("report", REPORT, "-o", target, option, write("kop.yaml", content))
    assert (ran.status, target.exists()) == (2, False)
    assert said in ran.err


def test_a_signature_needs_an_office_and_a_name(run: Run, tmp_path: Path) -> None:
    ran = run("report", REPORT, "-o", tmp_path / "l.html", "--penandatangan", "Nama saja")
    assert ran.status == 2
    assert '"Kepala Badan | Nama Lengkap"' in ran.err


def test_a_brief_page_is_without_details(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "l.html"
    assert run("report", REPORT, "-o", target, "--ringkas").status == 0
    page = target.read_text(encoding="utf-8")
    assert "Rincian indikator" not in page
    assert "Ringkasan" in page
