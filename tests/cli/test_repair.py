"""``validate --perbaiki``: the difference is shown, nothing is written unasked."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workbooks import Rows, sheets

Write = Callable[[str, str | bytes], Path]

REPORT = """# laporan kota
jenis: laporan
wilayah: 6271
tahun: 2024
item:
  - kode: KBP-WAS-2  # konflik
    variabel: {konflik_diselesaikan: 17, konflik: 20}
    bukti: Laporan 2024
"""
REPAIRED = REPORT.replace("6271", '"62.71"').replace("KBP-WAS-2", "KBP-WAS-02")


class _Terminal(io.StringIO):
    """A stream that somebody sits at."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_the_difference_is_all(run: Run, write: Write) -> None:
    path = write("laporan.yaml", REPORT)
    ran = run("validate", path, "--perbaiki", stdin="")
    assert ran.status == 1
    assert ran.out.startswith(f"--- {path}\n+++ {path}\n@@ -1,8 +1,8 @@\n # laporan kota\n")
    assert '-wilayah: 6271\n+wilayah: "62.71"\n' in ran.out
    assert "2 perbaikan dalam 1 berkas: IKU303, IKU310\n\n" in ran.out
    assert "1 galat, 0 peringatan, 1 info dalam 1 berkas" in ran.out
    assert "tambahkan --ya" in ran.err
    assert path.read_text(encoding="utf-8") == REPORT


def test_ya_writes_and_reports_what_is_left(run: Run, write: Write) -> None:
    path, other = write("laporan.yaml", REPORT), write("lain.yaml", REPAIRED)
    ran = run("validate", path, other, "--perbaiki", "--ya")
    assert path.read_text(encoding="utf-8") == REPAIRED
    assert ran.err == f"Diperbaiki: {path}\n"
    # The two files are now seen to report the same.
    assert "IKU314" in ran.out
    assert ran.status == 1
    again = run("validate", path, "--perbaiki", "--ya")
    assert again.status == 0
    assert again.out.splitlines()[0] == "0 galat, 0 peringatan, 0 info dalam 1 berkas"
    assert again.err == "Tidak ada yang dapat diperbaiki.\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [("y\n", True), ("Ya\n", True), ("t\n", False), ("\n", False), ("", False)],
)
def test_person_at_a_terminal_is_asked(
    typed: str, written: bool, run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("laporan.yaml", REPORT)
    monkeypatch.setattr(sys, "stdin", _Terminal(typed))
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    run("validate", path, "--perbaiki")
    said = screen.getvalue()
    assert said.startswith("Tulis perubahan ini? [y/t] ")
    assert said.rstrip().endswith(f"Diperbaiki: {path}" if written else "diubah.")
    assert path.read_text(encoding="utf-8") == (REPAIRED if written else REPORT)


def test_answer_for_programs_stays_whole(run: Run, write: Write) -> None:
    path = write("laporan.yaml", REPORT)
    ran = run("validate", path, "--perbaiki", "--format", "json", stdin="")
    repairs = [found.get("perbaikan") for found in ran.json["temuan"]]
    assert repairs[0] == {
        "isi": "62.71",
        "suntingan": [{"baris": 3, "kolom": 10, "kolom_akhir": 14, "teks": '"62.71"'}],
    }
    assert f"+++ {path}" in ran.err


def test_sarif_carries_the_fix(run: Run, write: Write) -> None:
    path = write("laporan.yaml", REPORT)
    log = run("validate", path, "--format", "sarif").json
    changes = [
        change["replacements"]
        for result in log["runs"][0]["results"]
        for fix in result["fixes"]
        for change in fix["artifactChanges"]
    ]
    assert changes[0] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 10, "endColumn": 14},
            "insertedContent": {"text": '"62.71"'},
        }
    ]


def test_standard_input_is_refused(run: Run) -> None:
    ran = run("validate", "-", "--perbaiki", stdin=REPORT)
    assert (ran.status, ran.out) == (2, "")
    assert "berikan nama berkasnya" in ran.err


def test_ya_alone_is_refused(run: Run, write: Write) -> None:
    ran = run("validate", write("laporan.yaml", REPORT), "--ya")
    assert (ran.status, ran.out) == (2, "")
    assert "--perbaiki" in ran.err


def test_workbook_is_told_what_to_type(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "laporan.xlsx"
    rows: Rows = [["wilayah", "tahun", "kode", "variabel", "nilai"]]
    rows = [*rows, ["6271", "2024", "KBP-WAS-2", "konflik", "20"]]
    content = sheets(Laporan=rows)
    path.write_bytes(content)
    ran = run("validate", path, "--perbaiki", "--ya")
    assert "'62.71' di sel" in ran.err
    assert "'KBP-WAS-02' di sel" in ran.err
    assert path.read_bytes() == content


def test_what_is_set_aside_is_not_repaired(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("laporan.yaml", REPORT)
    settings = write("kesbang-iku.toml", 'abaikan = ["IKU303"]\n')
    run("validate", path, "--perbaiki", "--ya", "--konfigurasi", settings)
    assert path.read_text(encoding="utf-8") == REPORT.replace("KBP-WAS-2", "KBP-WAS-02")
    baseline = tmp_path / "garis-dasar.json"
    run("validate", path, "--tulis-garis-dasar", baseline)
    ran = run("validate", path, "--perbaiki", "--ya", "--garis-dasar", baseline)
    assert "Tidak ada yang dapat diperbaiki" in ran.err
    assert json.loads(baseline.read_text(encoding="utf-8"))["temuan"]


def test_file_that_cannot_be_written_is_named(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("laporan.yaml", REPORT)
    monkeypatch.setattr("os.access", lambda *_: False)
    ran = run("validate", path, "--perbaiki", "--ya")
    assert ran.status == 2
    assert str(path) in ran.err
    assert path.read_text(encoding="utf-8") == REPORT
