"""``rollup`` as people and programs use it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kesbang_iku.publish.schemas import schema
from tests.cli.conftest import Run

EXAMPLE = "examples/rekap"
Write = Callable[[str, str | bytes], Path]
HEADER = "wilayah,tahun,periode,kode,konflik_diselesaikan,konflik,realisasi\n"


def of_code(answer: Any, code: str) -> Any:  # noqa: ANN401  # of a JSON answer nothing more is known
    (found,) = [one for one in answer["hasil"] if one["kode"] == code]
    return found


def test_a_province_is_rolled_up_with_its_coverage(run: Run) -> None:
    ran = run("rollup", EXAMPLE, "--ke", "34", "--waktu", "tahunan", "--format", "json")
    share = of_code(ran.json, "KBP-WAS-02")
    assert ran.status == 0
    assert (share["nilai"], share["target"], share["capaian"]) == ("80.00", "90", "88.89")
    assert share["cakupan"] == {"melapor": 5, "seharusnya": 5, "kurang": []}
    survey = of_code(ran.json, "KBP-UMM-01")
    assert (survey["nilai"], survey["status"]) == (None, "tidak_terdefinisi")
    assert survey["sebaran"]["median"] == "83.51"
    assert survey["cakupan"]["kurang"] == ["34.71"]


def test_the_answer_fits_its_schema(run: Run) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    ran = run("rollup", EXAMPLE, "--ke", "34", "--banding", "--format", "json")
    jsonschema.Draft202012Validator(schema("hasil")).validate(ran.json)
    assert ran.json["skema"] == "kesbang-iku/hasil/1"


def test_the_table_says_who_is_missing_and_how_values_are_spread(run: Run) -> None:
    out = run("rollup", EXAMPLE, "--ke", "Daerah Istimewa Yogyakarta", "--waktu", "tahunan").out
    assert "1 belum melapor: 34.71 Kota Yogyakarta." in out
    assert "Sebaran nilai yang tidak dijumlahkan" in out
    assert "Peringkat" not in out


def test_ranks_are_shown_when_asked_for(run: Run) -> None:
    out = run("rollup", EXAMPLE, "--ke", "34", "--waktu", "tahunan", "--banding").out
    ranks = [line.split()[0] for line in out.splitlines() if " Kota Yogyakarta" in line]
    assert "Peringkat" in out
    assert "2" in ranks


def test_a_spreadsheet_gets_a_row_a_result(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rekap.csv"
    run("rollup", EXAMPLE, "--ke", "34", "--waktu", "tahunan", "-o", str(path))
    rows = {row["kode"]: row for row in csv.DictReader(io.StringIO(path.read_text("utf-8")))}
    survey = rows["KBP-UMM-01"]
    assert (survey["melapor"], survey["seharusnya"], survey["tidak_melapor"]) == ("4", "5", "34.71")
    assert (survey["nilai"], survey["sebaran_n"], survey["sebaran_median"]) == ("", "4", "83.51")
    assert rows["KBP-WAS-02"]["asal"] == "dihitung"
    valued = sum(row["nilai"] != "" for row in rows.values())
    assert run("verify", path).out.startswith(f"{valued} pernyataan: {valued} sesuai.\n")


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_a_roll_up_of_some_regions_is_verified_by_its_numbers(
    run: Run, write: Write, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"rekap.{form}"
    rows = "34.01,2024,tahunan,KBP-WAS-02,1,2,\n34.02,2024,tahunan,KBP-WAS-02,3,4,\n"
    source = write("a.csv", HEADER + rows)
    assert run("rollup", source, "--format", "json").json["hasil"][0]["status"] == "belum_lengkap"
    run("rollup", source, "-o", path)
    assert run("verify", path).status == 0


def test_a_spreadsheet_of_ranks_has_a_row_a_region(run: Run) -> None:
    ran = run("rollup", EXAMPLE, "--ke", "34", "--waktu", "tahunan", "--banding", "--format", "csv")
    rows = [row for row in csv.DictReader(io.StringIO(ran.out)) if row["kode"] == "KBP-ORM-04"]
    assert [(row["wilayah"], row["peringkat"], row["pasti"]) for row in rows][:2] == [
        ("34.04", "1", "true"),
        ("34.71", "2", "true"),
    ]


def test_a_region_that_is_left_out_is_an_error(run: Run, write: Write) -> None:
    rows = "34.01,2024,tahunan,KBP-WAS-02,1,2,\n34.02,2024,tahunan,KBP-WAS-02,,,80\n"
    ran = run("rollup", write("a.csv", HEADER + rows), "--format", "json")
    assert ran.status == 1
    (result,) = ran.json["hasil"]
    assert [(one["kode"], one["baris"]) for one in result["temuan"]] == [("IKU470", 3)]
    assert result["status"] == "belum_lengkap"


def test_missing_regions_alone_are_no_error(run: Run, write: Write) -> None:
    rows = "34.01,2024,tahunan,KBP-WAS-02,1,2,\n"
    assert run("rollup", write("a.csv", HEADER + rows)).status == 0


@pytest.mark.parametrize("wrong", ["Atlantis", "99", "34.99"])
def test_a_goal_that_is_no_region_cannot_be_rolled_up_to(run: Run, wrong: str) -> None:
    ran = run("rollup", EXAMPLE, "--ke", wrong)
    assert (ran.status, ran.out) == (2, "")
    assert f"wilayah '{wrong}' tidak dikenal" in ran.err


def test_files_come_in_any_order(run: Run, write: Write) -> None:
    one = write("a.csv", HEADER + "34.01,2024,tahunan,KBP-WAS-02,1,2,\n")
    other = write("b.csv", HEADER + "34.02,2024,tahunan,KBP-WAS-02,3,4,\n")
    first = run("rollup", one, other, "--format", "json").json
    second = run("rollup", other, one, "--format", "json").json
    assert first["hasil"] == second["hasil"]


def test_a_file_that_cannot_be_read_is_told_with_the_rest(run: Run, write: Write) -> None:
    good = write("a.csv", HEADER + "34.01,2024,tahunan,KBP-WAS-02,1,2,\n")
    ran = run("rollup", good, "tidak-ada.csv", "--format", "json")
    assert ran.status == 2
    assert [one["kode"] for one in ran.json["temuan"]] == ["IKU001"]
    assert len(ran.json["hasil"]) == 1


def test_a_plan_is_told_where_it_belongs(run: Run) -> None:
    ran = run("rollup", "examples/rencana/kota-bandung.yaml")
    assert ran.status == 1
    assert "kesbang-iku align" in ran.err


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize(
    ("language", "said"), [("id", "Tidak ada peringkat"), ("en", "No ranks are given")]
)
def test_one_region_alone_is_told_to_have_no_ranks(
    run: Run, write: Write, form: str, language: str, said: str
) -> None:
    path = write("satu.csv", HEADER + "34.01,2024,tahunan,KBP-WAS-02,4,5,\n")
    asked = ("rollup", path, "--banding", "--bahasa", language, "--format", form)
    ran = run(*asked)
    assert said in ran.err
    assert ran.status == 0
    two = write("dua.csv", path.read_text("utf-8") + "34.02,2024,tahunan,KBP-WAS-02,1,5,\n")
    assert said not in run("rollup", two, *asked[2:]).err


def test_periods_of_more_than_they_lie_in_are_told_as_validate_tells_them(
    run: Run, write: Write
) -> None:
    rows = [("semester-1", 10), ("semester-2", 10), ("triwulan-1", 12), ("triwulan-2", 3),
            ("triwulan-3", 3), ("triwulan-4", 3)]  # fmt: skip
    text = "".join(f"34.01,2024,{period},KBP-WAS-09,,{one},\n" for period, one in rows)
    path = write("dua-cara.csv", HEADER + text)
    checked = run("validate", path, "--format", "json").json
    rolled = run("rollup", path, "--waktu", "tahunan", "--format", "json").json
    facts = ("kode", "tingkat", "pesan", "saran", "berkas", "baris", "nilai")
    (due,) = [[one[fact] for fact in facts] for one in checked["temuan"] if one["kode"] == "IKU443"]
    (year,) = rolled["hasil"]
    assert [[one[fact] for fact in facts] for one in year["temuan"]] == [due]
    assert year["nilai"] == "21"


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("goal", [(), ("--ke", "34")])
@pytest.mark.parametrize(
    "asked",
    [
        ("triwulan", (30, 5, 5, 5, 6), "IKU433"),
        ("semester", (30, 5, 6), "IKU433"),
        ("triwulan", (6, 9, 5, 7, 6), "IKU468"),
        ("triwulan", (30, 31), "IKU443"),
        ("triwulan", (21, 5, 5, 5, 6), ""),
        ("triwulan", (21, 5, 10, 15, 21), ""),
        ("triwulan", (30, 5, 5, 5), ""),
    ],
)
def test_a_year_that_contradicts_its_parts_is_told_as_validate_tells_it(
    run: Run,
    write: Write,
    form: str,
    goal: Sequence[str],
    asked: tuple[str, Sequence[int], str],
) -> None:
    kind, numbers, due = asked
    rows = zip(("tahunan", *(f"{kind}-{one}" for one in range(1, 5))), numbers, strict=False)
    text = "".join(f"34.01,2024,{period},KBP-WAS-02,0,{one},\n" for period, one in rows)
    path = write("dua-cara.csv", HEADER + text)
    kinds = {"IKU433", "IKU434", "IKU443", "IKU468"}
    checked = run("validate", path, "--format", "json").json["temuan"]
    facts = [(one["kode"], one["baris"], one["nilai"]) for one in checked if one["kode"] in kinds]
    ran = run("rollup", path, "--waktu", "tahunan", *goal, "--format", form)
    said = ran.out + ran.err
    assert {one for one in kinds if one in said} == {*filter(None, [due])}
    if form == "json":
        told = [one for result in ran.json["hasil"] for one in result["temuan"]]
        found = [(one["kode"], one["baris"], one["nilai"]) for one in told if one["kode"] in kinds]
        assert found == facts


def test_a_sum_says_which_region_contradicts_itself(run: Run, write: Write) -> None:
    rows = [("tahunan", 30), ("semester-1", 5), ("semester-2", 6)]
    text = "".join(f"34.01,2024,{period},KBP-WAS-02,0,{one},\n" for period, one in rows)
    path = write("dua-cara.csv", HEADER + text + "34.02,2024,tahunan,KBP-WAS-02,1,4,\n")
    (province,) = run("rollup", path, "--waktu", "tahunan", "--ke", "34", "--format", "json").json[
        "hasil"
    ]
    (said,) = [one["pesan"] for one in province["temuan"] if one["kode"] == "IKU433"]
    assert said.startswith("konflik KBP-WAS-02 (34.01) 2024 = 30, ")


def test_a_goal_that_lies_in_what_reports_is_told_with_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    rows = "34,2024,KBP-WAS-02,konflik_diselesaikan,8\n34,2024,KBP-WAS-02,konflik,10\n"
    file.write_text(f"wilayah,tahun,kode,variabel,nilai\n{rows}", encoding="utf-8")
    done = run("rollup", file, "--ke", "34.71", "--format", "json")
    (said,) = done.json["temuan"]
    assert (done.json["hasil"], said["kode"], said["baris"]) == ([], "IKU476", 2)
    assert "tidak termasuk 34.71" in said["pesan"]
    assert said["pesan"].endswith(": 34.")
    file.write_text(file.read_text(encoding="utf-8").replace("34,", "0,"), encoding="utf-8")
    assert "IKU474" in run("rollup", file, "--ke", "provinsi").out
