"""``verify``: answers, tables and lines, computed anew."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.template.workbook import HEADERS
from tests.cli.conftest import Run
from tests.tree import ROOT

EXAMPLE = ROOT / "examples" / "idi-kalimantan-tengah.yaml"


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "excel.csv"])
def test_an_answer_follows_in_every_form_and_a_changed_digit_does_not(
    run: Run, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"hasil.{form}"
    for_excel = ("--untuk", "excel") if form == "excel.csv" else ()
    assert run("compute", EXAMPLE, "-o", file, *for_excel, "--quiet").status == 0
    ran = run("verify", file)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("2 pernyataan: 2 sesuai.\n")
    assert "Benar tidaknya masukan tidak diperiksa" in ran.out
    if form == "xlsx":
        return
    old, new = ("71,27", "71,28") if for_excel else ('"71.27"', '"71.28"')
    text = file.read_text(encoding="utf-8")
    if form == "csv":
        old, new = ",71.27,", ",71.28,"
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    changed = run("verify", file, "--quiet")
    assert changed.status == 1
    assert "nilai: tertulis 71" in changed.out
    assert "seharusnya 71.27" in changed.out


def test_lines_stand_in_any_text_and_on_the_command_line(run: Run, tmp_path: Path) -> None:
    told = run("compute", EXAMPLE, "--format", "json").json["hasil"]
    lines = [one["verifikasi"] for one in told]
    note = tmp_path / "nota.txt"
    note.write_text(f"Nilai 2018: {lines[1]}\nlain\n<{lines[0]}>\n", encoding="utf-8")
    answer = run("verify", note, lines[0], "--format", "json")
    assert answer.status == 0
    assert [(one["baris"], one["jawaban"]) for one in answer.json["hasil"]] == [
        (1, "sesuai"), (3, "sesuai"), (None, "sesuai"),
    ]  # fmt: skip
    assert answer.json["ringkasan"]["sesuai"] == len(answer.json["hasil"])
    assert run("verify", "-", stdin=lines[0]).status == 0


@pytest.mark.parametrize("around", ["{}.", "({})", "({}).", "[{}];", "'{}'?", "{}, dan"])
def test_a_sign_that_ends_the_sentence_is_no_part_of_the_line(
    run: Run, tmp_path: Path, around: str
) -> None:
    line = run("compute", EXAMPLE, "--format", "json").json["hasil"][1]["verifikasi"]
    text = tmp_path / "laporan.txt"
    text.write_text(f"Indeksnya 71,27 {around.format(line)}\n", encoding="utf-8")
    ran = run("verify", text)
    assert (ran.status, "1 sesuai." in ran.out) == (0, True)


def test_a_page_is_read_by_its_facts_or_by_what_it_shows(run: Run, tmp_path: Path) -> None:
    told = run("compute", EXAMPLE, "--format", "json")
    page = tmp_path / "bagan.html"
    page.write_text(
        f'<!doctype html><title>x</title><script type="application/json">{told.out}</script>',
        encoding="utf-8",
    )
    assert run("verify", page, "--quiet").out == "2 pernyataan: 2 sesuai.\n"
    line = told.json["hasil"][0]["verifikasi"]
    page.write_text(f"<html><p>Untaian <code>{line}</code></p></html>", encoding="utf-8")
    assert "1 pernyataan: 1 sesuai.\n" in run("verify", page).out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("tidak-ada.json", "bukan berkas dan bukan untaian verifikasi"),
        (str(ROOT / "README.md"), "tidak ada untaian verifikasi"),
    ],
)
def test_what_states_nothing_is_told_what_would(run: Run, given: str, said: str) -> None:
    ran = run("verify", given)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_unknown_fingerprints_end_with_one(run: Run) -> None:
    line = run("compute", EXAMPLE, "--format", "json").json["hasil"][0]["verifikasi"]
    ran = run("verify", line[:-8] + "00000000", "--bahasa", "en")
    assert ran.status == 1
    assert ran.out.startswith("unknown\n")
    assert "neither in this catalog nor in its archive" in ran.out


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_scorecard_is_verified_by_the_numbers_it_shows(
    run: Run, tmp_path: Path, language: str
) -> None:
    page = tmp_path / "bagan.html"
    words = ("report", EXAMPLE, "-o", page, "--bahasa", language)
    assert run(*words).status == 0
    answer = run("verify", page, "--format", "json").json
    # Each result stands in the table and on its card, what falls short in the summary as well.
    assert answer["ringkasan"] == {
        "sesuai": 5, "tidak_sesuai": 0, "versi_lain": 0, "tidak_dikenal": 0,
    }  # fmt: skip
    text = page.read_text(encoding="utf-8")
    point = "," if language == "id" else "."
    for key, old, new in (
        ("nilai", f"71{point}27", f"71{point}72"),
        ("capaian", f"98{point}99%", f"98{point}98%"),
        ("target", "72", "73"),
    ):
        shown = f'data-fakta="{key}">{old}<'
        places = [found.start() for found in re.finditer(re.escape(shown), text)]
        assert len(places) == 3
        for place in places:
            rest = text[place:].replace(old, new, 1)
            page.write_text(text[:place] + rest, encoding="utf-8")
            ran = run("verify", page)
            follows = old.replace(",", ".").rstrip("%")
            assert (ran.status, f"seharusnya {follows}" in ran.out) == (1, True)
    # The string that people copy has to be the one that the page was verified by.
    page.write_text(re.sub('("untaian">IKU1/[^<]*?/)62/', r"\g<1>63/", text, count=1), "utf-8")
    ran = run("verify", page)
    assert (ran.status, "untaian: tertulis IKU1/KBP-POL-01@2015/63/" in ran.out) == (1, True)
    assert "dalam grafik" in ran.err


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("target", ["81,69–85,23", "≥ 80,5", "1.234.567", "-3"])
def test_a_target_of_any_form_is_verified_on_a_page(
    run: Run, tmp_path: Path, target: str, language: str
) -> None:
    page, report = tmp_path / "bagan.html", tmp_path / "laporan.csv"
    numbers = (
        'toleransi,72,"%s"\n62,2024,KBP-ESB-02,kesetaraan,74,\n62,2024,KBP-ESB-02,kerja_sama,71,'
    )
    head = "wilayah,tahun,kode,variabel,nilai,target\n62,2024,KBP-ESB-02,"
    report.write_text(head + numbers % target, encoding="utf-8")
    run("report", report, "-o", page, "--bahasa", language)
    assert run("verify", page).status == 0
    text = page.read_text(encoding="utf-8")
    places = list(re.finditer(r'data-fakta="target">[^<]*?(\d)', text))
    assert len(places) >= 2
    for place in places:
        other = str(int(place[1]) % 9 + 1)
        page.write_text(text[: place.start(1)] + other + text[place.end(1) :], "utf-8")
        assert run("verify", page).status == 1


def test_regions_side_by_side_are_verified_cell_by_cell(run: Run, tmp_path: Path) -> None:
    page, table = tmp_path / "banding.html", tmp_path / "dua.csv"
    rows = [
        f"{code},2024,KBP-WAS-02,{name},{number}"
        for code, solved in (("62.71", 17), ("62.01", 19))
        for name, number in (("konflik_diselesaikan", solved), ("konflik", 20))
    ]
    table.write_text("\n".join(["wilayah,tahun,kode,variabel,nilai", *rows]), encoding="utf-8")
    assert run("report", table, "-o", page).status == 0
    text = page.read_text(encoding="utf-8")
    places = [found.start() for found in re.finditer('data-fakta="nilai">95,00<', text)]
    assert len(places) == 4  # in the comparison, by rank, in the table, on its card
    for place in places:
        page.write_text(text[:place] + text[place:].replace("95,00", "96,00", 1), "utf-8")
        assert "seharusnya 95.00" in run("verify", page).out


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_of_very_many_results_is_verified_by_the_data_it_draws(
    run: Run, tmp_path: Path, language: str
) -> None:
    rows = ["wilayah,tahun,periode,kode,variabel,nilai,target"]
    for number, code in enumerate([one for one in load_regions() if one != "0"][:401]):
        start = f"{code},2024,triwulan-{number % 4 + 1},KBP-WAS-02"
        rows += [
            f"{start},konflik_diselesaikan,{number % 20},",
            f"{start},konflik,20,{'' if number % 3 else 90 + number / 10}",
        ]
    table, page = tmp_path / "nasional.csv", tmp_path / "nasional.html"
    table.write_text("\n".join(rows), encoding="utf-8")
    run("report", table, "-o", page, "--bahasa", language)
    text = page.read_text(encoding="utf-8")
    # Of the tables only that of the summary says what it states.
    summary = text.count("data-verifikasi=")
    assert summary <= 12
    assert run("verify", page, "--format", "json").json["ringkasan"] == {
        "sesuai": 401 + summary, "tidak_sesuai": 0, "versi_lain": 0, "tidak_dikenal": 0,
    }  # fmt: skip
    data = text.index('"wilayah":')
    old, new = ',"3;20"', ',"4;20"'
    page.write_text(text[:data] + text[data:].replace(old, new, 1), encoding="utf-8")
    ran = run("verify", page, "--format", "json")
    assert (ran.status, ran.json["ringkasan"]["tidak_sesuai"]) == (1, 1)
    point = "," if language == "id" else "."
    value = f'"15{point}00"'
    page.write_text(text[:data] + text[data:].replace(value, f'"16{point}00"', 1), "utf-8")
    (wrong,) = [
        one
        for one in run("verify", page, "--format", "json").json["hasil"]
        if one["jawaban"] != "sesuai"
    ]
    assert (wrong["tertulis"]["nilai"], wrong["terhitung"]["nilai"]) == ("16.00", "15.00")


@pytest.mark.parametrize(
    ("row", "heading", "value", "said"),
    [
        (0, "Realisasi", 95, "nilai: tertulis 95, seharusnya 85.00"),
        (0, "Capaian", 94.45, "capaian: tertulis 94.45, seharusnya 94.44"),
        (0, "Predikat", "Tinggi", "predikat: tertulis Tinggi, seharusnya Sangat Tinggi"),
        (0, "Target", 91, "target: tertulis 91, seharusnya 90"),
        (1, "Nilai", 21, "masukan: tertulis konflik_diselesaikan=17; konflik=21, seharusnya"),
        (0, "Tahun", 2023, "tahun: tertulis 2023, seharusnya 2024"),
    ],
)
def test_a_workbook_that_was_filled_in_is_recomputed(
    run: Run, tmp_path: Path, row: int, heading: str, value: object, said: str
) -> None:
    result = load_catalog()["KBP-WAS-02"].compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=90, wilayah="62.71", tahun=2024
    )
    common = {"Kode": "KBP-WAS-02", "Periode": "tahunan", "Wilayah": "62.71", "Tahun": 2024}
    top = {
        "Variabel": "konflik_diselesaikan", "Nilai": 17, "Target": 90, "Realisasi": 85,
        "Capaian": 94.44, "Predikat": "Sangat Tinggi", "Status": "lengkap",
        "Verifikasi": result.verifikasi,
    }  # fmt: skip
    rows: list[dict[str, object]] = [
        {**common, **top},
        {**common, "Variabel": "konflik", "Nilai": 20},
    ]
    file = tmp_path / "isian.xlsx"
    for changed in (False, True):
        if changed:
            rows[row][heading] = value
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(["Laporan"])
        sheet.append([*HEADERS])
        for one in rows:
            sheet.append([one.get(name) for name in HEADERS])
        book.save(file)
        ran = run("verify", file)
        assert ran.status == int(changed)
        assert (said in ran.out) == changed
        assert (f"{file}:3: tidak sesuai" in ran.out) == changed


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_value_without_a_string_is_not_passed_over(run: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"hasil.{form}"
    run("compute", EXAMPLE, "-o", file, "--quiet")
    line = run("compute", EXAMPLE, "--format", "json").json["hasil"][0]["verifikasi"]
    text = file.read_text(encoding="utf-8")
    assert line in text
    file.write_text(text.replace(line, ""), encoding="utf-8")
    ran = run("verify", file)
    assert ran.status == 1
    assert "2 pernyataan: 1 sesuai, 1 tidak dikenal." in ran.out
    assert "tidak ada untaian verifikasi di sini" in ran.out
