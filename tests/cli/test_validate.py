"""``validate``: findings with place, line, caret and cure; the contract's summary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.material import write_reports
from kesbang_iku.validation import partition
from kesbang_iku.validation.content import FILE_KINDS
from tests.cli.conftest import Run
from tests.cli.test_compute import FINDING_KEYS
from tests.workbooks import Rows, sheets

Write = Callable[[str, str | bytes], Path]

GOOD = "examples/idi-kalimantan-tengah.yaml"
WRONG = "examples/laporan-keliru.yaml"
DEFINITION = "catalog/indikator/was/kbp-was-02.yaml"


def test_a_clean_report(run: Run) -> None:
    ran = run("validate", GOOD)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "0 galat, 0 peringatan, 0 info dalam 1 berkas",
        "6 aturan tidak dapat menilai semuanya karena kurang data; sebabnya ada di --format json.",
    ]


def test_rules_that_could_not_judge_are_counted_once_each_and_said_where_to_look(run: Run) -> None:
    inconclusive = run("validate", GOOD, "examples/ikub.yaml", "--format", "json").json[
        "tidak_dinilai"
    ]
    rules = {one["kode"] for one in inconclusive}
    assert len(rules) < len(inconclusive)
    ran = run("validate", GOOD, "examples/ikub.yaml", "--bahasa", "en")
    assert ran.out.splitlines()[-1].startswith(f"{len(rules)} rules could not judge everything")
    assert "aturan" not in run("validate", "examples/tabel-capaian.csv").out.splitlines()[-1]


def test_json_is_the_contracts_answer(run: Run) -> None:
    ran = run("validate", WRONG, GOOD, "--format", "json")
    answer = ran.json
    assert ran.status == 1
    assert answer.keys() == {"skema", "temuan", "tidak_dinilai", "ringkasan"}
    assert answer["skema"] == "kesbang-iku/temuan/1"
    levels = [finding["tingkat"] for finding in answer["temuan"]]
    assert answer["ringkasan"] == {
        "galat": levels.count("galat"),
        "peringatan": levels.count("peringatan"),
        "info": levels.count("info"),
        "berkas": 2,
    }
    assert levels.count("galat") > 0
    for finding in answer["temuan"]:
        assert finding.keys() == FINDING_KEYS


def test_text_shows_the_line_with_a_caret_and_the_cure(run: Run, write: Write) -> None:
    content = 'wilayah: "62"\ntahun: 2024\nitem:\n  - kode: KBP-WAS-2\n'
    path = write("a.yaml", content)
    ran = run("validate", path)
    assert ran.status == 1
    assert ran.out.splitlines() == [
        f"{path}:4:11: galat IKU310 Kode 'KBP-WAS-2' tidak ada dalam katalog.",
        "    - kode: KBP-WAS-2",
        "            ~~~~~~~~^",
        ran.out.splitlines()[3],
        "",
        "1 galat, 0 peringatan, 0 info dalam 1 berkas",
    ]
    assert ran.out.splitlines()[3].startswith("    → Barangkali yang dimaksud 'KBP-WAS-")


def test_text_points_at_the_cell_of_a_csv_file(run: Run, write: Write) -> None:
    path = write(
        "a.csv",
        "wilayah,tahun,kode,konflik_diselesaikan,konflik\n62,2024,KBP-WAS-02,-5,20\n",
    )
    lines = run("validate", path).out.splitlines()
    assert lines[0].startswith(f"{path}:2:20: galat IKU402")
    assert lines[1].strip() == "62,2024,KBP-WAS-02,-5,20"
    assert lines[2] == " " * (4 + 19) + "~^"


def test_json_shows_a_terminal_nothing_that_it_would_obey(run: Run, write: Write) -> None:
    code = "KBP\u202e\u009b31m\u200b"
    report = (
        '[{"jenis": "laporan", "wilayah": "62", "tahun": 2024, "periode": "tahunan", '
        f'"item": [{{"kode": "{code}", "realisasi": 1}}]}}]'
    )
    ran = run("validate", "--format", "json", write("a.json", report))
    assert all(sign.isprintable() for sign in ran.out.replace("\n", ""))
    assert code in {finding["nilai"] for finding in ran.json["temuan"]}


def test_text_in_english(run: Run) -> None:
    ran = run("validate", WRONG, "--bahasa", "en")
    assert "error IKU310" in ran.out
    summary, inconclusive = ran.out.splitlines()[-2:]
    assert "errors, " in summary
    assert "could not judge" in inconclusive


def test_findings_are_grouped_by_file(run: Run) -> None:
    ran = run("validate", WRONG, "examples/ikub.yaml", WRONG.replace("examples/", "./examples/"))
    files = [line.split(":")[0] for line in ran.out.splitlines() if " IKU" in line]
    assert len(set(files)) == sum(
        1 for before, after in zip(["", *files], files, strict=False) if before != after
    )


def test_a_warning_alone_is_no_failure(run: Run) -> None:
    ran = run("validate", "examples/ikub.yaml")
    assert ran.status == 0
    assert "peringatan" in ran.out


def test_a_definition_is_recognised(run: Run) -> None:
    assert run("validate", DEFINITION).status == 0


def test_a_broken_definition_is_a_finding(run: Run, write: Write) -> None:
    text = (
        Path(DEFINITION).read_text(encoding="utf-8").replace("/ konflik * 100", "/ konflikk * 100")
    )
    ran = run("validate", write("x.yaml", text))
    assert ran.status == 1
    assert "konflikk" in ran.out


def test_the_kind_can_be_named(run: Run, write: Write) -> None:
    plan = write("a.yaml", "item:\n  - nama: Persentase konflik yang selesai\n")
    assert run("validate", plan).status == 1
    assert run("validate", plan, "--jenis", "rencana").status == 0


def test_a_plan_is_recognised(run: Run, write: Write) -> None:
    plan = write("a.yaml", "jenis: rencana\nitem:\n  - nam: X\n")
    ran = run("validate", plan)
    assert ran.status == 1
    assert "'nama'" in ran.out


def test_a_catalog_folder_is_checked_whole(run: Run, write: Write) -> None:
    text = Path(DEFINITION).read_text(encoding="utf-8")
    path = write("katalog/indikator/kbp-was-02.yaml", text)
    ran = run("validate", path.parents[1])
    assert ran.status == 1
    assert "kode nasional KBP-WAS-02" in ran.out
    assert ran.out.endswith("dalam 1 berkas\n")


def test_a_file_that_is_not_there(run: Run) -> None:
    ran = run("validate", "tidak-ada.yaml", GOOD)
    assert ran.status == 2
    assert ran.out.splitlines()[0] == "0 galat, 0 peringatan, 0 info dalam 1 berkas"
    assert "IKU001" in ran.err


def test_quiet_answers_findings_only(run: Run) -> None:
    assert run("validate", GOOD, "--quiet").out == ""


def test_a_sheet_names_the_cell(run: Run, write: Write) -> None:
    rows: Rows = [
        ["Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
        ["Indeks Kepuasan Masyarakat", "Indeks", 89.55, 89.75, 100.27],
    ]
    path = write("lkjip.xlsx", sheets(LKjIP=rows))
    ran = run("validate", str(path))
    assert ran.status == 1
    assert ran.out.startswith(f"{path}:E2: galat IKU510 ")
    assert "(E2)" in run("validate", str(path), "--format", "junit").out


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_many_files_are_answered_alike_by_any_number_of_processes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(partition, "_WORTH_IT", 10)
    monkeypatch.setattr("kesbang_iku.validation.check.may_divide", lambda: True)
    files = write_reports(tmp_path, 120)
    alone = run("validate", *files, "--format", form, "--proses", "1")
    assert "IKU462" in alone.out
    assert run("validate", *files, "--format", form, "--proses", "2") == alone


def test_the_kinds_of_files_are_those_of_the_library(run: Run) -> None:
    table = "examples/tabel-capaian.csv"
    for kind in FILE_KINDS:
        assert "tidak dikenal" not in run("validate", table, "--jenis", kind).err
    said, unsaid = run("validate", table, "--jenis", "capaian"), run("validate", table)
    assert (said.status, said.out) == (unsaid.status, unsaid.out)


def test_what_tables_do_not_say_is_told_and_how_they_were_read_is_said(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.xlsx"
    rows: Rows = [["Indikator", "Satuan", "Target"], ["Indeks Demokrasi Indonesia", "Indeks", 80]]
    file.write_bytes(sheets(Renstra=rows, RKPD=rows))
    done = run("validate", file, "--format", "json").json
    assert {one["kode"] for one in done["temuan"]} >= {"IKU338"}
    options = ("--tahun", "2025", "--lembar", "RKPD", "--wilayah", "Kota Bandung")
    told = run("validate", file, *options, "--format", "json").json
    codes = {one["kode"] for one in told["temuan"]}
    # The index is not estimated for a city.
    assert "IKU373" in codes
    assert not codes & {"IKU338", "IKU365"}
    (said,) = told["bacaan"]
    assert "lembar 'RKPD', tajuk baris 1, 1 indikator, target 2025, Kota Bandung dari pil" in said
    assert said in run("validate", file, *options).out
    assert said in run("validate", file, *options, "--format", "csv").err
