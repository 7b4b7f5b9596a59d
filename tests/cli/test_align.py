"""``align``: a plan against the standard, in each form of the answer."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

from tests.cli.conftest import Run
from tests.workbooks import Rows, sheets

Write = Callable[[str, str], Path]

PLAN = """\
jenis: rencana
wilayah: "62.71"
item:
  - nama: Persentase Penyelesaian Konflik
    satuan: Persen
    target: {2025: 82, 2026: 84}
  - nama: Indeks Demokrasi Indonesia
    satuan: "%"
  - nama: Jumlah rumah ibadah
"""


def test_the_region_of_the_plan_gives_the_level(run: Run) -> None:
    done = run("align", "-", "--format", "json", stdin=PLAN)
    assert done.status == 0
    assert (done.json["wilayah"], done.json["tingkat"]) == ("62.71", "kota")
    assert [one["padanan"] for one in done.json["item"]] == ["KBP-WAS-02", "KBP-POL-01", None]
    assert [one["baris"] for one in done.json["item"]] == [4, 7, 9]


def test_the_level_asked_for_counts(run: Run) -> None:
    done = run("align", "-", "--tingkat", "provinsi", "--format", "json", stdin=PLAN)
    assert done.json["tingkat"] == "provinsi"
    kinds = [one["jenis"] for one in done.json["item"][1]["penyimpangan"]]
    assert kinds == ["satuan"]


def test_a_region_asked_for_gives_the_level_too(run: Run) -> None:
    done = run("align", "-", "--wilayah", "62", "--format", "json", stdin="item: [{nama: IKN}]")
    assert (done.json["wilayah"], done.json["tingkat"]) == ("62", "provinsi")


def test_without_level_and_region_it_cannot_run(run: Run) -> None:
    done = run("align", "-", stdin="item: [{nama: IKN}]")
    assert done.status == 2
    assert "--tingkat" in done.err
    assert done.out == ""


def test_a_region_that_does_not_exist_cannot_be_asked_for(run: Run) -> None:
    done = run("align", "-", "--wilayah", "99.99", stdin=PLAN)
    assert done.status == 2
    assert "99.99" in done.err


def test_a_nation_has_no_level_of_a_plan(run: Run) -> None:
    assert run("align", "-", "--tingkat", "nasional", stdin=PLAN).status == 2


def test_the_table_names_deviations_and_what_is_missing(run: Run) -> None:
    done = run("align", "-", stdin=PLAN)
    assert done.status == 0
    assert "KBP-WAS-02" in done.out
    assert "satuan: daerah '%', standar 'indeks'" in done.out
    assert "3 indikator: 1 selaras, 1 menyimpang, 0 lokal, 1 tanpa padanan." in done.out
    assert "Diarahkan pusat, belum ada dalam rencana" in done.out


def test_the_table_speaks_english_when_asked(run: Run) -> None:
    done = run("--bahasa", "en", "align", "-", stdin=PLAN)
    assert "3 indicators: 1 aligned, 1 deviating" in done.out


def test_how_sure_it_is_stands_as_the_readers_of_the_language_write_it(run: Run) -> None:
    plan = "item: [{nama: Indeks Harmoni Indonesia}]"
    said = run("align", "-", "--tingkat", "kota", stdin=plan).out.splitlines()
    said_en = run("--bahasa", "en", "align", "-", "--tingkat", "kota", stdin=plan).out.splitlines()
    assert (said[2].split()[-1], said_en[2].split()[-1]) == ("1,00", "1.00")


def test_the_table_tells_what_may_be_meant_from_what_is_not(run: Run) -> None:
    plan = (
        "item: [{nama: Indeks Kinerja Organisasi (IKO)}, {nama: Persentase ormas yang terdaftar}]"
    )
    done = run("align", "-", "--tingkat", "kota", stdin=plan)
    assert "bukan KBP-ORM-01" in done.out
    assert "dekat dengan KBP-ORM-03" in done.out


def test_csv_has_a_row_for_each_indicator(run: Run) -> None:
    done = run("align", "-", "--format", "csv", stdin=PLAN)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["cara"] for row in rows] == ["alias", "nama", "tidak_ada"]
    assert rows[1]["penyimpangan"] == "satuan; tingkat"


def test_an_error_in_the_plan_is_the_exit_status(run: Run) -> None:
    done = run("align", "-", "--tingkat", "kota", stdin="item: [{nama: IKN, kode: KBP-WAS-99}]")
    assert done.status == 1
    assert "IKU310" in done.out


def test_a_report_is_no_plan(run: Run) -> None:
    done = run("align", "examples/ikub.yaml", "--tingkat", "kota", "--format", "json")
    assert done.status == 1
    assert {one["kode"] for one in done.json["temuan"]} == {"IKU350"}


def test_a_file_that_is_not_there_cannot_be_aligned(run: Run) -> None:
    done = run("align", "tidak-ada.yaml", "--tingkat", "kota")
    assert done.status == 2
    assert "tidak-ada.yaml" in done.err


# ------------------------------------------------------------------------------ page and file


def test_the_page_goes_to_standard_output_or_a_file(run: Run, tmp_path: Path) -> None:
    shown = run("align", "-", "--format", "html", stdin=PLAN)
    assert shown.out.startswith("<!doctype html>")
    target = tmp_path / "laporan.html"
    written = run("align", "-", "-o", target, stdin=PLAN)
    assert (written.status, written.out) == (0, "")
    assert "laporan.html" in written.err
    assert target.read_text(encoding="utf-8") == shown.out


def test_the_ending_of_the_file_tells_the_form(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "jawaban.json"
    run("align", "-", "-o", target, "--quiet", stdin=PLAN)
    assert json.loads(target.read_bytes())["skema"] == "kesbang-iku/selaras/1"


def test_a_table_is_for_the_screen(run: Run, tmp_path: Path) -> None:
    done = run("align", "-", "-o", tmp_path / "jawaban.txt", stdin=PLAN)
    assert done.status == 2
    assert "--format" in done.err


# ------------------------------------------------------------------------------- several plans


OTHER = PLAN.replace("62.71", "11.01").replace("Persen\n", "Kasus\n")


def test_several_plans_are_compared(run: Run, write: Write) -> None:
    files = (write("a.yaml", PLAN), write("b.yaml", OTHER))
    done = run("align", *files, "--format", "json")
    assert done.status == 0
    assert done.json["skema"] == "kesbang-iku/selaras-banding/1"
    rows = {row["wilayah"]: row for row in done.json["matriks"]}
    assert rows["62.71"]["keadaan"]["KBP-WAS-02"] == "selaras"
    assert rows["11.01"]["keadaan"]["KBP-WAS-02"] == "menyimpang"
    alone = run("align", files[0], "--format", "json").json
    plan = next(one for one in done.json["rencana"] if one["wilayah"] == "62.71")
    assert {key: value for key, value in plan.items() if key != "berkas"} == alone


def test_each_plan_has_the_level_of_its_region(run: Run, write: Write) -> None:
    plan = "item: [{nama: IKN}]"
    files = (write("62.yaml", plan), write("renstra-kota-bandung.yaml", plan))
    rows = run("align", *files, "--format", "json").json["matriks"]
    assert [(row["wilayah"], row["tingkat"]) for row in rows] == [
        ("32.73", "kota"), ("62", "provinsi"),
    ]  # fmt: skip


def test_regions_are_given_in_the_order_of_the_plans(run: Run, write: Write) -> None:
    files = (write("a.yaml", "item: [{nama: IKN}]"), write("b.yaml", "item: [{nama: IHaI}]"))
    done = run("align", *files, "--wilayah", "62", "--wilayah", "11", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    used = {(row["wilayah"], row["nama_daerah"]) for row in rows if row["nama_daerah"]}
    assert used == {("62", "IKN"), ("11", "IHaI")}
    wrong = run("align", *files, "--wilayah", "62")
    assert wrong.status == 2
    assert "--wilayah" in wrong.err


def test_csv_of_several_has_a_row_for_each_plan_and_indicator(run: Run, write: Write) -> None:
    files = (write("a.yaml", PLAN), write("b.yaml", OTHER))
    rows = list(csv.DictReader(io.StringIO(run("align", *files, "--format", "csv").out)))
    pairs = {(row["wilayah"], row["kode"]) for row in rows}
    assert len(pairs) == len(rows)
    assert {row["keadaan"] for row in rows} <= {"selaras", "menyimpang", "belum", "tidak_berlaku"}
    asked = [row for row in rows if row["kode"] == "KBP-ESB-01"]
    assert [row["diarahkan"] for row in asked] == ["true", "true"]


def test_the_table_of_several_has_regions_below_their_province(run: Run, write: Write) -> None:
    done = run("align", write("a.yaml", PLAN), write("b.yaml", OTHER))
    assert done.out.index("Aceh\n") < done.out.index("Kabupaten Aceh Selatan")
    assert "Kota Palangkaraya" in done.out
    assert "2 rencana" in done.out


def test_the_page_of_several_has_a_matrix(run: Run, write: Write) -> None:
    files = (write("a.yaml", PLAN), write("b.yaml", OTHER))
    done = run("--bahasa", "en", "align", *files, "--format", "html")
    assert "Regions and indicators" in done.out


def test_one_table_of_several_regions_is_several_plans(run: Run, write: Write) -> None:
    table = "wilayah,indikator\n62.71,Indeks Kewaspadaan Nasional\n11.01,Indeks Harmoni Indonesia\n"
    done = run("align", write("semua.csv", table), "--format", "json")
    assert [row["wilayah"] for row in done.json["matriks"]] == ["11.01", "62.71"]


def test_a_plan_of_unknown_level_is_left_out_and_said(run: Run, write: Write) -> None:
    files = (write("a.yaml", PLAN), write("x.yaml", "item: [{nama: IKN}]"))
    done = run("align", *files, "--format", "json")
    assert done.status == 2
    assert len(done.json["matriks"]) == 1
    assert "x.yaml" in done.err
    both = run("align", *files, "--tingkat", "kota", "--format", "json")
    assert (both.status, len(both.json["matriks"])) == (0, 2)


def test_a_plan_of_unknown_level_is_an_error_with_its_place(run: Run, write: Write) -> None:
    files = (write("a.yaml", PLAN), write("x.yaml", "item: [{nama: IKN}]"))
    done = run("align", *files)
    assert "x.yaml:1:1: galat IKU385" in done.err
    assert "1 galat" in done.err


@pytest.mark.parametrize("region", ["", 'wilayah: "62.71"\n'])
def test_documents_that_are_not_read_are_an_error(run: Run, write: Write, region: str) -> None:
    one = f"jenis: rencana\n{region}item: [{{nama: IKN}}]\n"
    done = run("align", write("a.yaml", f"{one}---\n{one}"), "--tingkat", "kota")
    assert done.status == 1
    assert "galat IKU351" in done.out


def test_documents_of_several_regions_are_several_plans(run: Run, write: Write) -> None:
    done = run("align", write("a.yaml", f"{PLAN}---\n{OTHER}"), "--format", "json")
    assert [row["wilayah"] for row in done.json["matriks"]] == ["11.01", "62.71"]
    assert done.status == 0


def test_a_file_without_a_plan_is_no_plan_that_lacks_everything(run: Run, write: Write) -> None:
    done = run("align", write("a.yaml", PLAN), "examples/ikub.yaml", "--format", "json")
    assert done.status == 1
    assert len(done.json["matriks"]) == 1
    assert "IKU350" in done.err


@pytest.mark.parametrize("draft", ["2020-12", "7"])
def test_answers_are_as_their_schemas_say(run: Run, write: Write, draft: str) -> None:
    files = (write("a.yaml", PLAN), write("b.yaml", f"{OTHER}  - {{nama: IKO, kode: X}}\n"))
    for name, names in (("selaras", files[:1]), ("selaras", files[1:]), ("selaras-banding", files)):
        schema = run("schema", name, "--draft", draft).json
        answer = run("align", *names, "--format", "json").json
        jsonschema.validators.validator_for(schema)(schema).validate(answer)
        jsonschema_rs.validator_for(schema).validate(answer)


# ---------------------------------------------------------------------------------- suggestion


def test_the_plan_is_written_back_with_codes(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "usulan.yaml"
    done = run("align", "-", "--usulkan", target, "--format", "csv", stdin=PLAN)
    assert "2 kode terisi, 1 indikator perlu dipilih" in done.err
    again = run("align", target, "--format", "json").json
    assert [one["cara"] for one in again["item"]] == ["kode", "kode", "tidak_ada"]


def test_the_plan_written_back_for_excel_has_its_signs_and_reads_the_same(
    run: Run, tmp_path: Path
) -> None:
    plain, target = tmp_path / "usulan.csv", tmp_path / "excel.csv"
    for path, more in ((plain, ()), (target, ("--untuk", "excel"))):
        run("align", "-", "--usulkan", path, "--format", "csv", *more, stdin=PLAN)
    assert target.read_text(encoding="utf-8").startswith("\ufeffwilayah;kode;")
    asked = ("--tingkat", "kota", "--format", "json")
    items = [run("align", path, *asked).json["item"] for path in (plain, target)]
    assert items[0] == items[1]


def test_a_file_that_exists_is_replaced_only_when_asked(run: Run, write: Write) -> None:
    target = write("usulan.csv", "punya saya")
    refused = run("align", "-", "--usulkan", target, stdin=PLAN)
    assert refused.status == 2
    assert "--timpa" in refused.err
    assert target.read_text() == "punya saya"
    assert run("align", "-", "--usulkan", target, "--timpa", stdin=PLAN).status == 0
    assert "KBP-WAS-02" in target.read_text()


def test_a_suggestion_is_yaml_or_csv_of_one_plan(run: Run, write: Write, tmp_path: Path) -> None:
    assert run("align", "-", "--usulkan", tmp_path / "a.docx", stdin=PLAN).status == 2
    files = (write("a.yaml", PLAN), write("b.yaml", OTHER))
    many = run("align", *files, "--usulkan", tmp_path / "c.yaml")
    assert many.status == 2
    assert not (tmp_path / "c.yaml").exists()


def test_a_suggestion_takes_the_place_of_no_plan_that_is_read(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "renstra.yaml"
    plan.write_text(PLAN, encoding="utf-8")
    refused = run("align", plan, "--tingkat", "kota", "--usulkan", plan, "--timpa")
    assert (refused.status, plan.read_text(encoding="utf-8")) == (2, PLAN)
    assert "adalah berkas yang dibaca" in refused.err


def test_nothing_is_written_where_something_would_be_lost(run: Run, tmp_path: Path) -> None:
    local = "wilayah: '62.71'\nitem: [{nama: Indeks Kita, lokal: {tema: sosial}}]"
    target = tmp_path / "usulan.csv"
    done = run("align", "-", "--usulkan", target, stdin=local)
    assert done.status == 2
    assert not target.exists()


def test_a_suggestion_may_be_printed_in_place_of_the_answer(run: Run) -> None:
    done = run("align", "-", "--usulkan", "-", stdin=PLAN)
    assert done.status == 0
    assert done.out.startswith("# Rencana dengan kode terisi")
    assert run("align", "-", "--format", "json", stdin=done.out).json["item"][0]["cara"] == "kode"


def test_a_file_without_indicators_is_not_said_to_lack_them(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rencana.csv"
    file.write_text("region,level\nKota Bandung,kota\n", encoding="utf-8")
    answer = run("align", file, "--tingkat", "kota")
    assert answer.status == 1
    assert "IKU330" in answer.out
    assert "KBP-" not in answer.out


REGIONS = (
    "wilayah,indikator\n62.71,Indeks Kewaspadaan Nasional\n99.99,Indeks Harmoni Indonesia\n"
    "94,Indeks Harmoni Indonesia\n6271,Jumlah Konflik Sosial\n11.01,Indeks Harmoni Indonesia\n"
)


@pytest.mark.parametrize("form", ["table", "json", "csv", "html"])
def test_one_bad_region_of_a_table_loses_no_other(run: Run, write: Write, form: str) -> None:
    done = run("align", write("semua.csv", REGIONS), "--format", form)
    assert done.status == 1
    if form == "json":
        assert [row["wilayah"] for row in done.json["matriks"]] == ["11.01", "62.71", "94"]
        said = [one for plan in done.json["rencana"] for one in plan["temuan"]]
        assert [one["kode"] for one in said if one["tingkat"] == "galat"] == ["IKU300", "IKU354"]
    else:
        assert "IKU300" in done.err
        assert "IKU354" in done.err
        assert "Papua Tengah" in done.out


def test_the_only_good_region_of_a_table_is_aligned(run: Run, write: Write) -> None:
    table = "wilayah,indikator\n99.99,Indeks A\n62.71,Indeks Harmoni Indonesia\n"
    done = run("align", write("dua.csv", table), "--format", "json")
    assert done.status == 1
    assert done.json["wilayah"] == "62.71"
    assert [one["kode"] for one in done.json["temuan"]] == ["IKU300"]


def test_a_table_without_a_single_good_region_cannot_be_aligned(run: Run, write: Write) -> None:
    table = "wilayah,indikator\n99.99,Indeks A\n88.88,Indeks Harmoni Indonesia\n"
    done = run("align", write("dua.csv", table), "--tingkat", "kota")
    assert done.status == 2
    assert done.err.count("IKU300") == 2


@pytest.mark.parametrize("code", ["91", "92", "93", "94", "95", "96"])
def test_codes_of_papua_are_those_of_kemendagri(run: Run, code: str) -> None:
    asked = run("align", "-", "--wilayah", code, "--format", "json", stdin="item: [{nama: IKN}]")
    assert (asked.status, asked.json["wilayah"], asked.json["tingkat"]) == (0, code, "provinsi")
    written = run("align", "-", "--format", "json", stdin=f"wilayah: '{code}'\nitem: [{{nama: A}}]")
    assert (written.status, written.json["tingkat"]) == (0, "provinsi")


@pytest.mark.parametrize("form", ["--format=json", "--format=csv", "--format=table", "--usulkan=-"])
def test_targets_that_are_refused_are_said_in_each_form(run: Run, write: Write, form: str) -> None:
    table = "Indikator;Satuan;Target 2025;Tahun 2025\nJumlah Konflik Sosial;Kasus;3;1500000\n"
    done = run("align", write("a.csv", table), "--tingkat", "kota", form)
    assert done.status == 1
    assert "IKU341" in done.out + done.err
    assert "target:" not in done.out


# ------------------------------------------------------------------------------ tables as they are


def books() -> bytes:
    """Return a workbook with a regulation, a performance agreement, and a sheet of remarks."""
    agreement: Rows = [
        ["PERJANJIAN KINERJA TAHUN 2025"],
        ["BADAN KESATUAN BANGSA DAN POLITIK KABUPATEN BANYUWANGI"],
        ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target"],
        [1, "Rukun", "1) Indeks Harmoni Indonesia", "Indeks", "84 (Baik)"],
        [2, None, "Nilai SAKIP", "Nilai", "BB (>70)"],
        [None, "Program", "Anggaran"],
        [None, "Wawasan Kebangsaan", 1_500_000_000],
        [None, None, None, "Banyuwangi, 2 Januari 2025"],
        [None, None, None, "KEPALA BADAN"],
        [None, None, None, "NIP. 19650101 199003 1 001"],
    ]
    return sheets(
        Perkada=[
            ["Indikator Kinerja", "Satuan", "Tahun 2025", "Tahun 2026"],
            ["a. Jumlah konflik sosial", "Kasus", 3, 2],
            ["Indeks Harmoni", "Indeks", 70, 71],
        ],
        PK=agreement,
        Petunjuk=[["Isi lembar berikut"]],
    )


def test_all_plans_of_a_workbook_are_aligned_and_the_reading_is_said(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.xlsx"
    file.write_bytes(books())
    done = run("align", file, "--format", "json")
    answer = done.json
    assert (done.status, answer["wilayah"], answer["tingkat"]) == (0, "35.10", "kabupaten")
    assert [(one["lembar"], one["padanan"]) for one in answer["item"]] == [
        ("Perkada", "KBP-WAS-09"),
        ("Perkada", "KBP-ESB-01"),
        ("PK", "KBP-ESB-01"),
        ("PK", "KBP-UMM-02"),
    ]
    # What two documents say is no indicator twice.
    assert not [found for one in answer["item"] for found in one["temuan"]]
    assert "lembar 'PK', tajuk baris 3, 2 indikator, target 2025" in answer["bacaan"]
    shown = run("align", file)
    assert shown.out.startswith(answer["bacaan"])
    assert run("align", file, "--quiet").out.lstrip().startswith("Baris")
    assert answer["bacaan"] in run("align", file, "--format", "csv").err


def test_a_sheet_can_be_chosen(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rencana.xlsx"
    file.write_bytes(books())
    answer = run("align", file, "--lembar", "PK", "--format", "json").json
    assert [one["nama"] for one in answer["item"]] == ["Indeks Harmoni Indonesia", "Nilai SAKIP"]
    wrong = run("align", file, "--lembar", "PKK", "--format", "json", "--tingkat", "kota")
    assert (wrong.status, [one["kode"] for one in wrong.json["temuan"]]) == (1, ["IKU353"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--wilayah", "Banyuwangi"), ("35.10", "kabupaten")),
        (("--wilayah", "35.10"), ("35.10", "kabupaten")),
        (("--tingkat", "Kabupaten"), (None, "kabupaten")),
        (("--tingkat", "kab"), (None, "kabupaten")),
    ],
)
def test_what_a_table_does_not_say_is_told(
    run: Run, write: Write, options: tuple[str, ...], said: tuple[str | None, str]
) -> None:
    file = write("a.csv", "Indikator;Satuan;Target\nJumlah Konflik Sosial;Kasus;3\n")
    done = run("align", file, *options, "--tahun", "2025", "--format", "json").json
    assert (done["wilayah"], done["tingkat"]) == said
    assert "target 2025" in done["bacaan"]
    assert "IKU338" not in {one["kode"] for one in done["temuan"]}


def test_the_level_of_a_title_is_enough(run: Run, write: Write) -> None:
    table = "Renstra Badan Kesbangpol Kabupaten;;\nIndikator;Satuan;Target 2025\nIKN;Indeks;3\n"
    assert run("align", write("a.csv", table), "--format", "json").json["tingkat"] == "kabupaten"


def test_nothing_is_said_of_a_file_in_our_own_format(run: Run, write: Write) -> None:
    file = write("a.csv", "nama,satuan,target 2025\nJumlah Konflik Sosial,Kasus,3\n")
    assert "bacaan" not in run("align", file, "--tingkat", "kota", "--format", "json").json


def test_where_formulas_are_equal_at_points_alone_the_answer_says_so(
    run: Run, tmp_path: Path
) -> None:
    plan = tmp_path / "rencana.yaml"
    plan.write_text(
        """
jenis: rencana
wilayah: "62"
item:
  - nama: Indeks Ketahanan Masyarakat terhadap Penyalahgunaan Narkotika
    rumus: "akar(dektari * dektara)"
    target: {2025: 70}
  - nama: Persentase konflik sosial yang diselesaikan
    rumus: "konflik_diselesaikan / konflik * 100"
    target: {2025: 70}
""",
        encoding="utf-8",
    )
    rooted, rational = run("align", plan, "--format", "json").json["item"]
    assert [one["kode"] for one in rooted["temuan"]] == ["IKU238"]
    assert "akar" in rooted["temuan"][0]["pesan"]
    assert rooted["temuan"][0]["baris"] == 6
    assert "rumus" not in {one["jenis"] for one in rooted["penyimpangan"]}
    assert rational["temuan"] == []
    for form in ("table", "html"):
        ran = run("align", plan, "--format", form)
        assert (ran.status, "IKU238" in ran.out, "tidak terbukti" in ran.out) == (0, True, True)


def test_that_a_formula_differs_is_shown_by_numbers(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "rencana.yaml"
    plan.write_text(
        """
jenis: rencana
wilayah: "62"
item:
  - nama: Persentase konflik sosial yang diselesaikan
    rumus: "konflik_diselesaikan / (konflik + 1) * 100"
    target: {2025: 70}
  - nama: Persentase konflik sosial yang diselesaikan
    rumus: "100 * (2 * konflik_diselesaikan - konflik) / konflik"
    target: {2025: 70}
""",
        encoding="utf-8",
    )
    items = run("align", plan, "--format", "json").json["item"]
    said = [one["penyimpangan"][0]["keterangan"] for one in items]
    assert "bila semua variabelnya 2, rumus daerah memberi 200/3 ≈ 66,6667" in said[0]
    assert "konflik diselesaikan = 3, konflik = 2, rumus daerah memberi 200" in said[1]


# ------------------------------------------------------------------------------- whole plans


PLANS = Path(__file__).parents[1] / "alignment/rencana"


@pytest.mark.parametrize("width", [80, 120])
def test_a_whole_plan_of_42_rows_takes_no_more_than_60_lines(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("align", PLANS / "tc27-palangka-raya.csv", "--tingkat", "kota")
    lines = done.out.splitlines()
    assert len(lines) <= 60
    # But for the sentence that says how the file was read, with a path nobody can fold.
    assert max(map(len, lines[1:])) <= width
    headings = [line for line in lines if line.startswith("8.01.")]
    assert [heading[:7] for heading in headings] == [f"8.01.0{number}" for number in range(1, 7)]
    assert "14–21  8 keluaran selaras" in done.out
    assert done.out.count("IKU393") == 2


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("place", ["lembah-hijau", "tanjung-rimba", "pulau-karang"])
def test_a_plan_with_much_to_say_leaves_remarks_for_when_they_are_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, place: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    plan = PLANS / f"tc27-{place}.csv"
    lines = run("align", plan, "--tingkat", "kabupaten").out.splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines[1:])) <= width
    left = [line for line in lines if "catatan lagi; --semua" in line]
    whole = run("align", plan, "--tingkat", "kabupaten", "--semua").out
    assert len(whole.splitlines()) > 60
    assert len(left) == 1 or (place, width) == ("lembah-hijau", 120)
    assert not any("catatan lagi" in line for line in whole.splitlines())


@pytest.mark.parametrize("width", [80, 120])
def test_a_whole_plan_that_deviates_in_many_rows_takes_no_more_than_60_lines(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("align", PLANS / "tc27-menyimpang.csv", "--tingkat", "kota")
    lines = done.out.splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines[1:])) <= width
    outputs = [line for line in lines if "keluaran, " in line and "menyimpang" in line]
    assert len(outputs) == 5
    # Each deviating row is named, and all that both sides say stands where it is asked for.
    assert "lagi: --semua." in " ".join(done.out.split())
    whole = run("align", PLANS / "tc27-menyimpang.csv", "--tingkat", "kota", "--semua").out
    assert "lagi: --semua." not in whole
    assert "keluaran, " not in whole


def test_rows_of_other_fields_take_one_line_and_all_of_them_when_asked(run: Run) -> None:
    plan = PLANS / "bebas-kalimantan-tengah.csv"
    short = run("align", plan, "--tingkat", "provinsi").out
    assert "Bidang lain: 24 indikator, tidak dirinci (baris 4–27)" in short
    assert "Gini Rasio" not in short
    assert "Gini Rasio" in run("align", plan, "--tingkat", "provinsi", "--semua").out


def test_a_row_without_counterpart_names_the_nearest_entry(run: Run) -> None:
    done = run("align", PLANS / "bebas-kalimantan-tengah.csv", "--tingkat", "provinsi")
    assert "dekat KBP-POL-12" in done.out
    assert "baris 33 terdekat KBP-POL-12 Jumlah Peserta Pendidikan Politik" in done.out


def test_the_same_remark_is_said_once_for_all_its_rows(run: Run) -> None:
    plan = (
        "item: [{nama: Indeks Harmoni Indonesia, satuan: persen},"
        " {nama: Indeks Kewaspadaan Nasional, satuan: persen}]"
    )
    done = run("align", "-", "--tingkat", "kota", stdin=plan)
    assert done.out.count("tulis satuan standar") == 1


def test_of_many_messages_of_one_code_two_are_shown_and_the_rows_of_the_others(run: Run) -> None:
    titles = (
        "Penguatan Ideologi Pancasila dan Karakter Kebangsaan",
        "Pemberdayaan dan Pengawasan Organisasi Kemasyarakatan",
        "Pembinaan dan Pengembangan Ketahanan Ekonomi Sosial dan Budaya",
    )
    plan = "item:\n" + "".join(f"  - nama: Persentase {title}\n" for title in titles)
    done = run("align", "-", "--tingkat", "kota", stdin=plan)
    assert done.out.count("peringatan IKU396") == 2
    assert "… dan 1 lagi dengan IKU396 (baris 4)" in done.out


def test_rows_of_several_sheets_say_theirs(run: Run, tmp_path: Path) -> None:
    head: list[str | float | None] = ["Indikator", "Satuan", "2025", "2026"]
    book = tmp_path / "dua.xlsx"
    book.write_bytes(
        sheets(
            IKU=[head, ["Indeks Harmoni Indonesia", "%", 7, 8]],
            IKD=[head, ["Indeks Kewaspadaan Nasional", "%", 7, 8]],
        )
    )
    done = run("align", book, "--tingkat", "kota")
    assert done.status == 0
    assert "IKU!2" in done.out
    assert "IKD!2" in done.out


# ------------------------------------------------------------------------------------- index


def test_the_index_says_in_every_form_that_it_is_proposed(run: Run, write: Write) -> None:
    files = (write("a.yaml", PLAN), write("b.yaml", OTHER))
    assert "usulan kesbang-iku" in run("align", *files, "--indeks").out
    told = run("align", *files, "--indeks", "--format", "json").json
    assert told["definisi"]["kedudukan"] == "usulan"
    assert "usulan kesbang-iku" in run("align", *files, "--indeks", "--format", "html").out


def test_the_index_of_one_plan_has_a_row_for_each_of_its_variables(run: Run) -> None:
    done = run("align", "-", "--indeks", "--format", "csv", stdin=PLAN)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {row["variabel"]: (row["ada"], row["semua"]) for row in rows}["adopsi"] == ("0", "3")
    assert len(rows) == 9


def test_the_answer_about_the_index_is_as_its_schema_says(run: Run, write: Write) -> None:
    schema = run("schema", "indeks-keselarasan").json
    files = (write("a.yaml", PLAN), write("b.yaml", OTHER), write("11.yaml", "item: [{nama: IKN}]"))
    for names in (files[:1], files):
        answer = run("align", *names, "--indeks", "--format", "json").json
        jsonschema_rs.validator_for(schema).validate(answer)


def test_the_index_is_an_answer_by_itself(run: Run) -> None:
    done = run("align", "-", "--indeks", "--usulkan", "-", stdin=PLAN)
    assert done.status == 2
    assert "--usulkan" in done.err
