"""``compute``: the contract's answer, the table for people, CSV, and what becomes of bad files."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
import yaml

from kesbang_iku.catalog import load
from kesbang_iku.cli import catalogs
from tests.cli.conftest import Run
from tests.workbooks import sheets

Write = Callable[[str, str | bytes], Path]

IDI = "examples/idi-kalimantan-tengah.yaml"
WRONG = "examples/laporan-keliru.yaml"
# Section 4 of the contract: the keys each answer must have.
RESULT_KEYS = {
    *("kode", "versi", "wilayah", "tahun", "periode", "status", "asal", "nilai", "nilai_eksak"),
    *("satuan", "kategori", "target", "capaian", "capaian_eksak", "metode_capaian", "predikat"),
    *("berkas", "baris", "temuan"),
}
FINDING_KEYS = {
    *("kode", "tingkat", "pesan", "saran", "berkas", "baris", "kolom", "sel", "penunjuk"),
    *("nilai", "rujukan"),
}


def _report(*items: str, wilayah: str = "62", tahun: int = 2024) -> str:
    lines = "\n".join(f"  - {item}" for item in items)
    return f'wilayah: "{wilayah}"\ntahun: {tahun}\nitem:\n{lines}\n'


def _conflict(solved: object, all_of: object, rest: str = "") -> str:
    values = f"{{konflik_diselesaikan: {solved}, konflik: {all_of}}}"
    return f"{{kode: KBP-WAS-02, variabel: {values}{rest}}}"


def test_json_is_the_contracts_answer(run: Run) -> None:
    ran = run("compute", IDI, "--format", "json")
    assert ran.status == 0
    answer = ran.json
    assert answer["skema"] == "kesbang-iku/hasil/1"
    assert answer["katalog"]["versi"] == "0.1.0"
    assert answer["katalog"]["sidik"].startswith("sha256:")
    assert answer["temuan"] == []
    older, newer = answer["hasil"]
    assert newer.keys() >= RESULT_KEYS
    assert older["nilai"] == "76.12"
    expected = {
        "kode": "KBP-POL-01",
        "versi": "2015",
        "wilayah": "62",
        "tahun": 2018,
        "periode": "tahunan",
        "status": "lengkap",
        "asal": "dihitung",
        "nilai": "71.27",
        "nilai_eksak": "7126841/100000",
        "satuan": "indeks",
        "kategori": "sedang",
        "target": "72",
        "capaian": "98.99",
        "metode_capaian": "maksimalkan",
        "predikat": "Sangat Tinggi",
        "berkas": IDI,
        "temuan": [],
    }
    assert {key: newer[key] for key in expected} == expected


def test_table_speaks_indonesian_numbers(run: Run) -> None:
    ran = run("compute", IDI)
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert "62 Kalimantan Tengah · 2018" in lines
    row = lines[lines.index("62 Kalimantan Tengah · 2018") + 1]
    assert row.split() == [
        *("KBP-POL-01", "Indeks", "Demokrasi", "71,27", "indeks", "sedang", "72", "98,99%"),
        *("Sangat", "Tinggi", "lengkap"),
    ]
    assert lines[-1] == "2 hasil: 2 lengkap. 0 galat, 0 peringatan, 0 info."


def test_table_speaks_english(run: Run) -> None:
    ran = run("compute", IDI, "--bahasa", "en")
    assert "71.27" in ran.out
    assert "Indonesian" in ran.out
    assert ran.out.endswith("2 results: 2 complete. 0 errors, 0 warnings, 0 infos.\n")


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_table_fits_the_terminal(
    columns: int, run: Run, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    path = write("a.yaml", _report(_conflict(17, 20, ", target: 90"), _conflict(1, 3)))
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = run("compute", path, "--quiet")
    assert "85,00" in ran.out
    table = [line for line in ran.out.splitlines() if not line.startswith(str(path))]
    width = max(len(line) for line in table if "KBP-WAS" in line)
    assert width <= max(columns, 76)


def test_quiet_leaves_out_the_summary(run: Run) -> None:
    assert "hasil:" not in run("compute", IDI, "--quiet").out


def test_findings_stand_below_the_table_with_place_and_cure(run: Run) -> None:
    ran = run("compute", WRONG)
    assert ran.status == 1
    assert f"{WRONG}:8:11: galat IKU310" in ran.out
    assert ran.out.index("Kode") < ran.out.index(f"{WRONG}:8:11")
    assert "    kode: KBP-WAS-99\n" not in ran.err
    assert "~^" in ran.out
    assert "    → " in ran.out


def test_a_value_that_does_not_exist_is_null(run: Run, write: Write) -> None:
    (result,) = run("compute", write("a.yaml", _report(_conflict(0, 0))), "--format", "json").json[
        "hasil"
    ]
    assert result["status"] == "tidak_terdefinisi"
    assert result["alasan"]
    assert result["nilai"] is None
    assert result["nilai_eksak"] is None


def test_missing_variables_are_named(run: Run, write: Write) -> None:
    path = write("a.yaml", _report("{kode: KBP-WAS-02, variabel: {konflik: 3}}"))
    ran = run("compute", path, "--format", "json")
    (result,) = ran.json["hasil"]
    assert result["status"] == "belum_lengkap"
    assert result["kurang"] == ["konflik_diselesaikan"]
    (finding,) = result["temuan"]
    assert finding.keys() == FINDING_KEYS
    assert finding["baris"] == 4
    assert finding["berkas"] == str(path)


def test_csv_has_the_contracts_keys_as_headings(run: Run) -> None:
    ran = run("compute", IDI, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert set(rows[0]) >= RESULT_KEYS
    assert rows[1]["nilai"] == "71.27"
    assert rows[0]["capaian"] == ""


def test_csv_keeps_findings_off_the_answer(run: Run) -> None:
    ran = run("compute", WRONG, "--format", "csv")
    assert ran.status == 1
    assert "→" not in ran.out
    assert "IKU310" in ran.err


def test_csv_runs_nothing_in_a_spreadsheet(run: Run, write: Write) -> None:
    target = "{nilai: 90, dokumen: '=HYPERLINK(\"x\")'}"
    path = write("a.yaml", _report(_conflict(17, 20, f", target: {target}")))
    (row,) = csv.DictReader(io.StringIO(run("compute", path, "--format", "csv").out))
    assert row["dokumen_target"] == '\'=HYPERLINK("x")'


def test_standard_input_is_read(run: Run) -> None:
    ran = run("compute", "-", "--format", "json", stdin=_report(_conflict(17, 20)))
    assert ran.status == 0
    assert ran.json["hasil"][0]["nilai"] == "85.00"
    assert ran.json["hasil"][0]["berkas"] == "-"


def test_findings_of_standard_input_show_their_line(run: Run) -> None:
    ran = run("compute", "-", stdin=_report(_conflict(-1, 20)))
    assert ran.status == 1
    assert "-:4:" in ran.out
    assert "konflik_diselesaikan: -1" in ran.out


def test_standard_input_cannot_be_read_twice(run: Run) -> None:
    ran = run("compute", "-", "-", stdin="")
    assert ran.status == 2
    assert "hanya dapat dibaca sekali" in ran.err


def test_csv_reports_are_read(run: Run, write: Write) -> None:
    rows = "wilayah,tahun,kode,variabel,nilai,target\n" + "".join(
        f"62,2024,KBP-WAS-02,{name},{value},90\n"
        for name, value in (("konflik_diselesaikan", 17), ("konflik", 20))
    )
    (result,) = run("compute", write("a.csv", rows), "--format", "json").json["hasil"]
    assert (result["nilai"], result["capaian"]) == ("85.00", "94.44")


def test_a_file_that_is_not_there_does_not_stop_the_others(run: Run) -> None:
    ran = run("compute", "tidak-ada.yaml", IDI)
    assert ran.status == 2
    assert "71,27" in ran.out
    assert "tidak-ada.yaml: galat IKU001" in ran.err
    assert "IKU001" not in ran.out


def test_programs_learn_of_a_file_that_is_not_there(run: Run) -> None:
    ran = run("compute", "tidak-ada.yaml", IDI, "--format", "json")
    assert ran.status == 2
    assert [finding["kode"] for finding in ran.json["temuan"]] == ["IKU001"]
    assert len(ran.json["hasil"]) == 2


def test_nothing_is_answered_where_nothing_could_be_read(run: Run) -> None:
    ran = run("compute", "tidak-ada.yaml")
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "IKU005"),
        (b"PK\x03\x04xl/workbook", "IKU006"),
        (b"\xff\xfe\x00", "IKU008"),
        (b"item: [", "IKU020"),
        (b"- 1\n- 2\n", "IKU320"),
        (b'{"wilayah": "62", "tahun": 2024, "item": [}', "IKU031"),
        (b"jenis: rencana\nitem: []\n", "IKU320"),
        (b"a,b\n1,2\n", "IKU330"),
        (b"Indikator,Target,Realisasi\nA,1,2\n", "IKU445"),
        (b"wilayah: &a [*a]\n", "IKU024"),
        (b"\x00\x01\x02", "IKU006"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_bad_content_is_a_finding(content: bytes, code: str, run: Run, write: Write) -> None:
    ran = run("compute", write("berkas", content), "--format", "json")
    assert ran.status == 1
    assert code in {finding["kode"] for finding in ran.json["temuan"]}


def test_a_catalog_folder_is_no_report(run: Run) -> None:
    ran = run("compute", "catalog")
    assert ran.status == 2
    assert "IKU003" in ran.err


def test_huge_numbers_are_findings_and_no_traceback(run: Run, write: Write) -> None:
    path = write("a.yaml", _report(_conflict("9" * 5000, "1e999999999")))
    ran = run("compute", path)
    assert ran.status == 1
    assert "ditolak" in ran.out


def test_escapes_in_a_report_do_not_reach_the_terminal(run: Run, write: Write) -> None:
    path = write("a.yaml", _report('{kode: "\\e[2J", variabel: {"\\e]0;x\\a": 1}}'))
    ran = run("compute", path)
    assert "\x1b" not in ran.out + ran.err
    assert "\x07" not in ran.out + ran.err


def test_a_broken_added_catalog_is_said_with_its_findings(run: Run, write: Write) -> None:
    broken = write("katalog/indikator/x.yaml", "kode: KBP-WAS-02\n")
    ran = run("compute", IDI, "--katalog", broken.parents[1])
    assert (ran.status, ran.out) == (2, "")
    assert f"{broken}:1" in ran.err
    assert "IKU201" in ran.err
    assert "katalog tidak dapat dipakai" in ran.err


@pytest.mark.parametrize("command", ["compute", "validate"])
def test_a_broken_national_catalog_is_said_with_its_findings(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """As in a checkout: its definitions are read late, when a report asks for them."""
    copied = tmp_path / "catalog"
    shutil.copytree(Path("catalog"), copied)
    (broken,) = (copied / "indikator").rglob("kbp-pol-01-2021.yaml")
    broken.write_text("kode: KBP-POL-01\n", encoding="utf-8")
    monkeypatch.setattr(load, "catalog_root", lambda: copied)
    monkeypatch.setattr(catalogs, "load_catalog", load.load_catalog)
    ran = run(command, IDI)
    assert (ran.status, ran.out) == (2, "")
    assert f"{broken}:1" in ran.err
    assert ran.err.rstrip().splitlines()[-1].startswith("kesbang-iku: katalog tidak dapat dipakai")


@pytest.mark.parametrize(("folder", "said"), [("/tidak/ada", "tidak ada"), ("examples", "bukan")])
def test_a_catalog_folder_that_is_none_is_refused(folder: str, said: str, run: Run) -> None:
    ran = run("--katalog", folder, "compute", IDI)
    assert ran.status == 2
    assert said in ran.err


def test_colours_appear_on_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("compute", WRONG).out
    monkeypatch.setattr("kesbang_iku.cli.screen.Screen.paints", lambda self, **_: self.colour)
    assert "\x1b[1;31mgalat" in run("compute", WRONG).out
    assert "\x1b[" not in run("compute", WRONG, "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("compute", WRONG).out


def test_progress_shows_on_a_terminal_with_many_files(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "21" not in run("compute", *[IDI] * 21, "--format", "csv").err.replace("IKU314", "")[:60]
    monkeypatch.setattr("kesbang_iku.cli.screen.Screen.watched", True)
    assert "membaca 20/21 berkas" in run("compute", *[IDI] * 21, "--format", "json").err
    assert "membaca" not in run("compute", *[IDI] * 21, "--quiet").err
    assert "membaca" not in run("compute", *[IDI] * 3).err


def test_what_is_known_of_people_is_not_said_again(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "laporan.yaml"
    file.write_text(
        'wilayah: "62"\ntahun: 2018\nitem:\n  - kode: KBP-POL-01\n'
        "    variabel: {hak_politik: NIK 6271014507890001}\n",
        encoding="utf-8",
    )
    for command in (("compute", str(file)), ("explain", str(file), "--kode", "KBP-POL-01")):
        for form in ((), ("--format", "json")):
            answer = run(*command, *form)
            assert "6271014507890001" not in answer.out + answer.err
            assert "ditolak" in answer.out + answer.err


def test_no_text_of_an_answer_repeats_what_is_about_a_person(run: Run) -> None:
    report = (
        'wilayah: "62.71"\ntahun: 2024\nitem:\n'
        "  - {kode: KBP-WAS-02, variabel: {konflik_diselesaikan: 17, konflik: 20},\n"
        '     target: {nilai: 90, dokumen: "PK 6271010101800001"}}\n'
    )
    answer = run("compute", "-", "--format", "json", stdin=report)
    assert answer.json["hasil"][0]["dokumen_target"]
    assert "6271010101800001" not in answer.out


def test_a_table_of_achievements_is_told_what_to_do_with_it(run: Run) -> None:
    ran = run("compute", "examples/tabel-capaian.csv")
    assert (ran.status, ran.out.count("galat IKU")) == (1, 1)
    assert "--wilayah" in ran.out


def test_a_workbook_of_achievements_is_told_so_too(run: Run, write: Write) -> None:
    table = sheets(LKjIP=[["Indikator", "Target", "Realisasi"], ["A", 1, 2]])
    ran = run("compute", write("lkjip.xlsx", table), "--format", "json")
    assert [(one["kode"], one["sel"]) for one in ran.json["temuan"]] == [("IKU445", "A2")]


def test_names_are_readable_on_a_narrow_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    files = ("examples/bantuan-parpol.yaml", "examples/laporan-keliru.yaml")
    monkeypatch.setenv("COLUMNS", "80")
    narrow = run("compute", *files).out
    table = narrow[: narrow.index("\n\n")].splitlines()
    assert max(map(len, table)) <= 80
    assert not any("…" in line for line in table)
    assert "Tidak muat: Satuan" in narrow or "Tidak muat: Kategori, Satuan" in narrow
    monkeypatch.setenv("COLUMNS", "200")
    assert "Tidak muat" not in run("compute", *files).out


WAS: Final = "{kode: KBP-WAS-02, variabel: {konflik: 20, konflik_diselesaikan: 17}}"


@pytest.mark.parametrize(
    "report",
    [
        "kode,variabel,nilai\nKBP-WAS-02,konflik,20\nKBP-WAS-02,konflik_diselesaikan,17\n",
        "tahun,kode,konflik,konflik_diselesaikan\n2024,KBP-WAS-02,20,17\n",
        "wilayah,tahun,kode,konflik,konflik_diselesaikan\n62.71,2024,KBP-WAS-02,20,17\n",
        f"item: [{WAS}]\n",
        json.dumps([{"item": [yaml.safe_load(WAS)]}]),
    ],
)
def test_options_say_what_a_report_of_our_own_does_not(run: Run, report: str) -> None:
    options = ("--wilayah", "Kota Palangka Raya", "--tahun", "2024", "--periode", "TW II")
    (result,) = run("compute", "-", "--format", "json", *options, stdin=report).json["hasil"]
    keys = ("wilayah", "tahun", "periode", "nilai")
    assert [result[key] for key in keys] == ["62.71", 2024, "triwulan-2", "85.00"]
    assert run("validate", "-", *options, stdin=report).status == 0


@pytest.mark.parametrize(
    "report",
    [
        "wilayah,tahun,periode,kode,konflik\n62.71,2024,triwulan-1,KBP-WAS-02,20\n",
        f'{{wilayah: "62.71", tahun: 2024, periode: triwulan-1, item: [{WAS}]}}',
    ],
)
def test_what_a_report_says_goes_before_what_the_options_say(run: Run, report: str) -> None:
    options = ("--wilayah", "62", "--tahun", "2020", "--periode", "triwulan-3")
    (result,) = run("compute", "-", "--format", "json", *options, stdin=report).json["hasil"]
    keys = ("wilayah", "tahun", "periode")
    assert [result[key] for key in keys] == ["62.71", 2024, "triwulan-1"]


def test_a_region_that_is_told_stands_in_the_system_of_codes_that_is_told(run: Run) -> None:
    table = "tahun,kode,konflik,konflik_diselesaikan\n2024,KBP-WAS-02,20,17\n"
    options = ("--wilayah", "9471", "--sistem-kode", "bps")
    (result,) = run("compute", "-", "--format", "json", *options, stdin=table).json["hasil"]
    assert result["nama_wilayah"] == "Kota Jayapura"
