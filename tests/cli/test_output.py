"""``-o``, ``--timpa`` and ``--untuk``: where answers go."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from kesbang_iku.publish.workbook import for_excel
from tests.cli.conftest import Run
from tests.workbooks import sheets

REPORT = "examples/idi-kalimantan-tengah.yaml"
PLAN = "examples/rencana-daerah.yaml"
COMMANDS = [
    ("list", "--bidang", "POL"),
    ("compute", REPORT),
    ("validate", REPORT),
    ("rules", "IKU4"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_file_holds_what_the_screen_would(
    run: Run, tmp_path: Path, command: tuple[str, ...], form: str
) -> None:
    path = tmp_path / f"jawaban.{form}"
    ran = run(*command, "-o", path)
    assert (ran.out, f"{path} ditulis." in ran.err) == ("", True)
    assert path.read_text(encoding="utf-8") == run(*command, "--format", form).out


@pytest.mark.parametrize(
    "command",
    [
        ("compute", REPORT),
        ("rollup", REPORT),
        ("validate", REPORT),
        ("read", PLAN),
        ("align", PLAN),
        ("sql", "--dialek", "duckdb"),
        ("report", REPORT),
        ("bulk", "-"),
    ],
    ids=" ".join,
)
def test_a_folder_that_is_not_there_is_named_with_what_to_do(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    if command[0] == "bulk":
        pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")
    folder = tmp_path / "belum"
    ending = {"sql": "sql", "report": "html"}.get(command[0], "csv")
    ran = run(*command, "-o", folder / f"hasil.{ending}")
    assert (ran.status, ran.out, folder.exists()) == (2, "", False)
    assert f"hasil.{ending} tidak dapat ditulis: " in ran.err
    assert f"Buat dulu folder {folder}, atau sebut folder yang sudah ada." in ran.err
    assert "sebagian" not in ran.err
    told = run(*command, "-o", folder / f"hasil.{ending}", "--bahasa", "en")
    assert f"Make the folder {folder} first, or name one that is there." in told.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_a_file_is_not_overwritten_unasked(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_text("lama", encoding="utf-8")
    ran = run(*command, "-o", path)
    assert (ran.status, ran.out, path.read_text(encoding="utf-8")) == (2, "", "lama")
    assert "--timpa" in ran.err
    run(*command, "-o", path, "--timpa")
    assert path.read_text(encoding="utf-8").startswith("kode,")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "a.xls"), "ditulis sebagai .xlsx"),
        (("-o", "a.xlsx", "--format", "json"), "bukan tabel"),
        (("--format", "xlsx"), "-o NAMA.xlsx"),
        (("--format", "xlsx", "-o", "-"), "-o NAMA.xlsx"),
        (("--format", "xlsx", "-o", "a.csv"), "-o NAMA.xlsx"),
        (("-o", "a.xlsx", "--format", "xlsx", "--untuk", "excel"), "hanya untuk CSV"),
        (("-o", "a.xlsx", "--untuk", "excel"), "hanya untuk CSV"),
        (("-o", "a.txt"), "tidak menyebut bentuknya"),
        (("-o", "a.txt", "--format", "table"), "di layar saja"),
        (("--untuk", "excel"), "hanya untuk CSV"),
        (("-o", REPORT, "--timpa", "--format", "json"), "berkas yang dibaca"),
        (("-o", "tidak/ada/a.csv"), "tidak/ada/a.csv"),
    ],
)
def test_what_cannot_be_written_is_said(run: Run, options: tuple[str, ...], said: str) -> None:
    ran = run("compute", REPORT, *options)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        (
            ("align", "examples/rencana/kota-tangerang.yaml"),
            "pakai .json, .csv, .html, .xlsx, atau",
        ),
        (("read", "examples/tabel-capaian.csv"), "pakai .json, .csv, .yaml, .xlsx, atau"),
        (("verify", "IKU1/x"), "pakai .json, atau"),
    ],
    ids=["align", "read", "verify"],
)
def test_the_endings_that_tell_the_form_are_those_of_the_command(
    run: Run, command: tuple[str, ...], endings: str
) -> None:
    ran = run(*command, "-o", "a.txt")
    assert (ran.status, ran.out) == (2, "")
    assert endings in ran.err


def test_align_refuses_to_overwrite_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "selaras.html"
    path.write_text("lama", encoding="utf-8")
    plan = tmp_path / "rencana.csv"
    plan.write_text("nama,satuan,2025\nIndeks Demokrasi Indonesia,indeks,80\n", encoding="utf-8")
    command = ("align", plan, "--tingkat", "provinsi", "-o", path)
    ran = run(*command)
    assert (ran.status, path.read_text(encoding="utf-8")) == (2, "lama")
    run(*command, "--timpa")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_excel_gets_its_signs(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    run("compute", REPORT, "-o", path, "--untuk", "excel")
    content = path.read_bytes().decode("utf-8")
    assert content.startswith("\ufeffkode;versi;nama;wilayah;")
    assert ";2015;Indeks Demokrasi Indonesia;62;Kalimantan Tengah;" in content
    assert '"=""7126841/100000"""' in content
    assert ";71,27;" in content
    shown = run("compute", REPORT, "--format", "csv", "--untuk", "excel").out
    assert shown.splitlines() == content.splitlines()


def test_cells_that_excel_would_change_are_texts_for_it() -> None:
    table = 'kode,nilai,wilayah,nilai_eksak,nama\n8.01.02,-1.5,62.71,17/20,"a; b"\n'
    assert for_excel(table) == (
        "\ufeffkode;nilai;wilayah;nilai_eksak;nama\r\n"
        '"=""8.01.02""";-1,5;"=""62.71""";"=""17/20""";"a; b"\r\n'
    )


def test_results_carry_the_names_of_indicator_and_region(run: Run) -> None:
    result = run("compute", REPORT, "--format", "json").json["hasil"][0]
    assert (result["nama"], result["nama_wilayah"]) == (
        "Indeks Demokrasi Indonesia", "Kalimantan Tengah",
    )  # fmt: skip
    english = run("compute", REPORT, "--format", "csv", "--bahasa", "en").out
    assert ",Indonesian Democracy Index,62,Kalimantan Tengah," in english


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_a_table_is_written_as_a_workbook_of_the_same_cells(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path, asked = tmp_path / "jawaban.xlsx", tmp_path / "diminta.xlsx"
    assert run(*command, "-o", path).out == ""
    assert run(*command, "--format", "xlsx", "-o", asked).out == ""
    assert asked.read_bytes() == path.read_bytes()
    head, *rows = csv.reader(run(*command, "--format", "csv").out.splitlines())
    (sheet,) = openpyxl.load_workbook(path).worksheets
    written = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
    assert written[0] == head
    assert len(written) - 1 == len(rows)
    kode = head.index("kode")
    assert [row[kode] for row in written[1:]] == [row[kode] for row in rows]


def test_a_value_in_a_workbook_is_a_number_with_the_published_decimals(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "hasil.xlsx"
    run("compute", REPORT, "-o", path)
    (sheet,) = openpyxl.load_workbook(path).worksheets
    head = [cell.value for cell in sheet[1]]
    found = dict(zip(head, sheet[3], strict=True))
    assert (found["nilai"].value, found["nilai"].number_format) == (71.27, "0.00")
    assert (found["wilayah"].value, found["tahun"].value) == ("62", 2018)


def test_without_the_library_the_line_to_type_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kesbang_iku.extras.find_spec", lambda _name: None)
    path = tmp_path / "hasil.xlsx"
    ran = run("list", "-o", path)
    assert (ran.status, ran.out, path.exists()) == (2, "", False)
    assert "pip install 'kesbang-iku[excel]'" in ran.err


def test_values_of_tables_are_a_table_too(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "renstra.csv"
    table.write_text("Indikator;Satuan;Target 2025\nJumlah konflik;Kasus;3\n", encoding="utf-8")
    ran = run("read", table, "--format", "csv", "--quiet")
    row = next(csv.DictReader(ran.out.splitlines()))
    assert (row["nama"], row["sebagai"], row["untuk"], row["nilai"]) == (
        "Jumlah konflik", "target", "2025", "3",
    )  # fmt: skip


def test_a_plan_is_suggested_as_a_workbook_that_reads_the_same(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "renstra.xlsx"
    plan.write_bytes(
        sheets(
            Renstra=[
                ["Indikator", "Satuan", "Target 2025"],
                ["Jumlah Konflik Sosial", "Kasus", 3.5],
            ]
        )
    )
    made = tmp_path / "usulan.xlsx"
    assert run("align", plan, "--tingkat", "kota", "--usulkan", made).status == 0
    (sheet,) = openpyxl.load_workbook(made).worksheets
    found = dict(zip(*([cell.value for cell in row] for row in (sheet[1], sheet[2])), strict=True))
    assert (found["kode"], found["target 2025"]) == ("KBP-WAS-09", 3.5)
    again = run("align", made, "--tingkat", "kota", "--format", "json").json["item"]
    assert [(one["padanan"], one["cara"]) for one in again] == [("KBP-WAS-09", "kode")]


@pytest.mark.parametrize(
    "command",
    [
        ("validate", REPORT, "--tulis-garis-dasar"),
        ("align", PLAN, "--simpan"),
        ("explain", REPORT, "KBP-POL-01", "--gambar"),
        ("vectors", "-o"),
        ("export", "json", "-o"),
        ("export", "npm", "-o"),
    ],
    ids=" ".join,
)
def test_what_needs_a_name_makes_no_file_called_as_standard_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    arguments = [
        str(Path(one).resolve()) if one.startswith("examples/") else one for one in command
    ]
    monkeypatch.chdir(tmp_path)
    ran = run(*arguments, "-")
    assert (ran.status, ran.out, list(tmp_path.iterdir())) == (2, "", [])
    assert "'-' (keluaran standar) tidak dapat dipakai di sini" in ran.err
