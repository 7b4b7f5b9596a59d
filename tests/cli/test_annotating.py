"""``--catat``: the workbook that was read, written back with its findings and counterparts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.publish.annotated_workbook.books import parts
from tests.tables.sheets import FOLDER, by_xlsxwriter, read_sheet
from tests.workbooks import Rows, repacked, sheets

HEAD = ["wilayah", "tahun", "kode", "konflik_diselesaikan", "konflik"]
WRONG = sheets(Laporan=[[*HEAD], ["62", 2024, "KBP-WAS-02", -5, 20], ["62", 2024, "KBP-X", 1, 2]])
RIGHT = sheets(Laporan=[[*HEAD], ["62", 2024, "KBP-WAS-02", 5, 20]])
NIK = "6271010101900001"


def _book(path: Path) -> Any:  # noqa: ANN401 - published without types
    return openpyxl.load_workbook(path)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(WRONG)
    return path


def test_the_findings_stand_in_the_cells(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    plain, ran = run("validate", book), run("validate", book, "--catat", path)
    assert (ran.status, ran.out) == (plain.status, plain.out)
    assert f"{path} ditulis." in ran.err
    assert book.read_bytes() == WRONG
    told = {one["sel"]: one for one in run("validate", book, "--format", "json").json["temuan"]}
    written = _book(path)
    for cell, one in told.items():
        text = written["Laporan"][cell].comment.text
        assert all(one[key] in text for key in ("kode", "pesan", "saran"))
    assert written["Temuan"].max_row == 4 + len(told)


def test_what_was_annotated_is_read_as_before(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    before = run("validate", book, "--catat", path, "--format", "json").json["temuan"]
    after = run("validate", path, "--format", "json").json["temuan"]
    for one in (*before, *after):
        del one["berkas"]
    assert after == before


def test_it_speaks_the_language_asked_for(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    run("validate", book, "--catat", path, "--bahasa", "en")
    written = _book(path)
    assert "error IKU310: There is no code 'KBP-X'" in written["Laporan"]["C3"].comment.text
    assert "findings, written by kesbang-iku" in written["Temuan"]["A2"].value


def test_without_a_finding_it_is_written_too(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    book.write_bytes(RIGHT)
    assert run("validate", book, "--catat", path, "--tingkat-temuan", "galat").status == 0
    assert "Tidak ada temuan" in _book(path)["Temuan"]["A2"].value


def test_only_findings_that_are_shown_are_written(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    run("validate", book, "--catat", path, "--pilih", "IKU310")
    sheet = _book(path)["Temuan"]
    assert {sheet.cell(row, 2).value for row in range(5, sheet.max_row + 1)} == {"IKU310"}


@pytest.mark.parametrize("name", ["a.csv", "a.yaml", "a.json"])
def test_a_text_is_no_workbook(run: Run, tmp_path: Path, name: str) -> None:
    contents = {
        "a.csv": "wilayah,tahun,kode,konflik_diselesaikan,konflik\n62,2024,KBP-WAS-02,5,20\n",
        "a.yaml": 'jenis: laporan\nwilayah: "62"\ntahun: 2024\nitem: []\n',
        "a.json": '{"jenis": "laporan", "wilayah": "62", "tahun": 2024, "item": []}',
    }
    path, wanted = tmp_path / name, tmp_path / "b.xlsx"
    path.write_text(contents[name], encoding="utf-8")
    ran = run("validate", path, "--catat", wanted)
    assert (ran.status, ran.out, wanted.exists()) == (2, "", False)
    assert "bukan buku kerja Excel" in ran.err


def test_one_workbook_at_a_time(run: Run, book: Path, tmp_path: Path) -> None:
    ran = run("validate", book, book, "--catat", tmp_path / "b.xlsx")
    assert (ran.status, "ada 2 berkas" in ran.err) == (2, True)


def test_nothing_is_overwritten_unasked(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    path.write_bytes(b"milik orang")
    assert run("validate", book, "--catat", path).status == 2
    assert path.read_bytes() == b"milik orang"
    assert run("validate", book, "--catat", path, "--timpa").status == 1
    assert "Temuan" in _book(path).sheetnames
    ran = run("validate", book, "--catat", book, "--timpa")
    assert (ran.status, book.read_bytes()) == (2, WRONG)
    ran = run("validate", book, "--catat", tmp_path / "c.xlsx", "-o", tmp_path / "c.xlsx")
    assert (ran.status, "pakai dua nama" in ran.err) == (2, True)


def test_a_workbook_with_macros_keeps_its_ending(run: Run, book: Path, tmp_path: Path) -> None:
    def macros(content: bytes) -> bytes:
        plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        return content.replace(plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")

    book.write_bytes(repacked(WRONG, {"[Content_Types].xml": macros}))
    ran = run("validate", book, "--catat", tmp_path / "b.xlsx")
    assert (ran.status, ".xlsm" in ran.err) == (2, True)
    assert run("validate", book, "--catat", tmp_path / "b.xlsm").status == 1


def test_what_cannot_be_read_is_not_written(run: Run, book: Path, tmp_path: Path) -> None:
    locked = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
    for content in (locked, WRONG[:-40]):
        book.write_bytes(content)
        plain, ran = run("validate", book), run("validate", book, "--catat", tmp_path / "b.xlsx")
        assert (ran.status, ran.out) == (plain.status, plain.out)
        assert "tidak ditulis" in ran.err
    missing = run("validate", tmp_path / "tiada.xlsx", "--catat", tmp_path / "b.xlsx")
    assert missing.status == 2
    assert not (tmp_path / "b.xlsx").exists()


def test_numbers_of_persons_are_not_said_again(run: Run, book: Path, tmp_path: Path) -> None:
    rows: Rows = [[*HEAD], ["62", 2024, f"KBP-{NIK}", 1, 2], ["62", 2024, NIK, 1, 2]]
    book.write_bytes(sheets(**{f"L {NIK}": rows}))
    path = tmp_path / "b.xlsx"
    assert run("validate", book, "--catat", path).status == 1
    before = parts(book.read_bytes())
    for name, content in parts(path.read_bytes()).items():
        said = content.count(NIK.encode())
        links = content.count(b"<hyperlink ref") if "sheet2" in name else 0
        assert said <= before.get(name, b"").count(NIK.encode()) + links
    written = _book(path)
    assert any(cell.comment for row in written.worksheets[0].iter_rows() for cell in row)


PLAN: Rows = [
    ["nama", "satuan", "target 2025"],
    ["Indeks Demokrasi Indonesia", "Indeks", 80],
    ["Persentase penyelesaian konflik sosial", "Orang", 90],
    ["Jumlah kendaraan dinas yang dicuci", "Unit", 4],
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "renstra.xlsx"
    path.write_bytes(sheets(**{"Renstra 1": PLAN}))
    return path


def test_a_plan_comes_back_with_its_counterparts(run: Run, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    words = ("align", plan, "--tingkat", "provinsi")
    plain, ran = run(*words), run(*words, "--catat", path)
    assert (ran.status, ran.out) == (plain.status, plain.out)
    items = run(*words, "--format", "json").json["item"]
    written = _book(path)
    assert written.sheetnames == ["Renstra 1", "Temuan", "Padanan"]
    rows = list(written["Padanan"].iter_rows(min_row=5))
    assert [(row[1].value, row[2].value) for row in rows] == [
        (one["nama"], one["padanan"]) for one in items
    ]
    assert [row[1].hyperlink.location for row in rows] == [
        f"'Renstra 1'!A{number}" for number in (2, 3, 4)
    ]
    assert "satuan" in rows[1][8].value
    for one in (found for item in items for found in item["temuan"]):
        assert one["kode"] in written["Renstra 1"][one["sel"]].comment.text


def test_counterparts_are_not_read_as_a_plan(run: Run, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    words = ("--tingkat", "provinsi", "--format", "json")
    before = run("align", plan, *words, "--catat", path).json
    after = run("align", path, *words).json
    assert [one["padanan"] for one in after["item"]] == [one["padanan"] for one in before["item"]]
    assert [one["sel"] for one in after["temuan"]] == [one["sel"] for one in before["temuan"]]


def test_counterparts_of_one_plan_only(run: Run, plan: Path, tmp_path: Path) -> None:
    rows: Rows = [["wilayah", *map(str, PLAN[0])], ["62", *PLAN[1]], ["61", *PLAN[2]]]
    path = tmp_path / "catatan.xlsx"
    plan.write_bytes(sheets(Renstra=rows))
    ran = run("align", plan, "--catat", path)
    assert (ran.status, path.exists()) == (2, False)
    assert "memuat 2" in ran.err
    text = tmp_path / "a.csv"
    text.write_text("nama,target 2025\nIndeks Demokrasi Indonesia,80\n", encoding="utf-8")
    ran = run("align", text, "--tingkat", "provinsi", "--catat", path)
    assert (ran.status, "bukan buku kerja Excel" in ran.err) == (2, True)


def test_codes_are_filled_beside_the_table(run: Run, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "catatan.xlsx"
    words = ("--tingkat", "provinsi", "--format", "json")
    ran = run("align", plan, *words, "--catat", path, "--isi-kode")
    before = ran.json["item"]
    many = sum(_sure(one) is not None for one in before)
    assert f"{many} kode diisikan; {3 - many} butir tanpa kode dibiarkan." in ran.err
    sheet = _book(path)["Renstra 1"]
    filled = [sheet.cell(row, 4).value for row in range(1, 5)]
    assert filled == ["kode", *(_sure(one) for one in before)]
    assert {"KBP-POL-01", None} < set(filled)
    after = run("align", path, *words).json["item"]
    assert [one["padanan"] for one in after] == [one["padanan"] for one in before]
    assert [one["cara"] == "kode" for one in after] == [_sure(one) is not None for one in before]


def _sure(item: dict[str, str]) -> str | None:
    return item["padanan"] if float(item["keyakinan"]) > 0.9 else None


def test_codes_are_filled_where_the_table_has_a_column(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    path = tmp_path / "catatan.xlsx"
    own = [["kode", *PLAN[0]], [None, *PLAN[1]], ["KBP-WAS-02", *PLAN[2]], [None, *PLAN[3]]]
    rows: Rows = [[*row] for row in own]
    plan.write_bytes(sheets(Renstra=rows))
    run("align", plan, "--tingkat", "provinsi", "--catat", path, "--isi-kode")
    sheet = _book(path)["Renstra"]
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        "kode", "KBP-POL-01", "KBP-WAS-02", None,
    ]  # fmt: skip
    assert sheet.max_column == 4


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*c27*-0.lembar")), ids=lambda one: one.stem)
def test_codes_beside_forms_of_governments_are_read_again(
    run: Run, path: Path, tmp_path: Path
) -> None:
    sheet = read_sheet(path)
    first, second = tmp_path / "renstra.xlsx", tmp_path / "catatan.xlsx"
    first.write_bytes(by_xlsxwriter(sheet.rows, sheet.merges))
    words = ("--tingkat", "provinsi", "--format", "json")
    before = run("align", first, *words, "--catat", second, "--isi-kode").json["item"]
    after = run("align", second, *words).json["item"]
    assert [one["padanan"] for one in after] == [one["padanan"] for one in before]
    sure = [_sure(one) is not None and one["cara"] != "kode" for one in before]
    assert any(sure)
    ways = [one["cara"] == "kode" for one in after]
    assert all(way for way, one in zip(ways, sure, strict=True) if one)


def test_codes_need_somewhere_to_go(run: Run, plan: Path) -> None:
    ran = run("align", plan, "--isi-kode")
    assert (ran.status, "hanya berarti bersama --catat" in ran.err) == (2, True)
