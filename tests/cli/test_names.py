"""Indicators, regions, levels and kinds of findings by what people call them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Write = Callable[[str, str | bytes], Path]
PLAN = "nama,satuan,2025,2026\nPersentase Penyelesaian Konflik Sosial,persen,80,82\n"


@pytest.mark.parametrize(
    "name",
    [
        "IDI",
        "idi",
        "Indeks Demokrasi Indonesia",
        "indeks demokrasi INDONESIA",
        "Indonesian Democracy Index",
        "indeks demokrasi indonesa",
    ],
)
def test_show_takes_abbreviations_and_names(name: str, run: Run) -> None:
    ran = run("show", name)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == run("show", "KBP-POL-01").out


def test_show_lists_the_indicators_that_words_may_mean(run: Run) -> None:
    ran = run("show", "konflik")
    assert (ran.status, ran.out) == (2, "")
    first, *listed = ran.err.splitlines()
    assert first.startswith("kesbang-iku: 'konflik' dapat berarti ")
    assert f"{len(listed)} indikator" in first
    assert "  KBP-WAS-02  Persentase Penyelesaian Konflik Sosial" in listed
    assert "  KBP-WAS-02  Percentage of Social" in run("--bahasa", "en", "show", "konflik").err


def test_a_long_list_of_what_may_be_meant_is_cut_with_its_rest_counted(run: Run) -> None:
    *_, last = run("show", "persentase").err.splitlines()
    assert last.strip().startswith("dan ")
    assert "list --cari" in last


def test_explain_takes_the_name_of_an_indicator_and_of_a_region(run: Run) -> None:
    file = "examples/idi-kalimantan-tengah.yaml"
    named = run("explain", file, "--kode", "IDI", "--wilayah", "Kalimantan Tengah")
    assert named.status == 0
    assert named.out == run("explain", file, "--kode", "KBP-POL-01", "--wilayah", "62").out


@pytest.mark.parametrize("word", ["wasbang", "unras", "narkoba", "banpol", "8.01.02", "IDI"])
def test_list_finds_what_people_call_it(word: str, run: Run) -> None:
    assert run("list", "--cari", word, "--format", "json").json["indikator"]


def test_a_word_that_is_a_letter_off_is_read_and_said(run: Run) -> None:
    ran, meant = run("list", "--cari", "wasbng"), run("list", "--cari", "wasbang")
    assert ran.out == meant.out
    assert ran.err == "'wasbng' tidak ada; dicari 'wasbang'.\n"
    assert meant.err == ""


def test_outputs_are_listed_when_they_are_asked_for(run: Run) -> None:
    outputs = run("list", "--keluaran", "--format", "json").json["indikator"]
    assert outputs
    assert all(one["kode"].startswith("8.01.") for one in outputs)
    programme = run("list", "--cari", "8.01.02", "--format", "json").json["indikator"]
    assert {one["program"] for one in programme} == {"8.01.02"}
    assert {one["kode"][:3] for one in programme} == {"8.0", "KBP"}
    everything = run("list", "--format", "json").json["indikator"]
    assert not any(one["kode"].startswith("8.01.") for one in everything)


def test_standing_goes_by_its_own_word_and_by_the_one_before(run: Run) -> None:
    asked = run("list", "--kedudukan", "resmi").out
    assert asked == run("list", "--status", "resmi").out
    assert "Kedudukan: resmi" in asked
    assert "Polaritas" in asked.splitlines()[0]


@pytest.mark.parametrize("level", ["kabupaten", "Kabupaten", "kab", "Kab.", "regency"])
def test_levels_are_taken_as_people_write_them(level: str, run: Run) -> None:
    assert run("list", "--tingkat", level).out == run("list", "--tingkat", "kabupaten").out


def test_a_level_that_is_none_is_refused(run: Run) -> None:
    ran = run("list", "--tingkat", "desa")
    assert ran.status == 2
    assert "pilih nasional, provinsi, kabupaten, kota" in ran.err


@pytest.mark.parametrize("name", ["35.10", "Kabupaten Banyuwangi", "kab. banyuwangi", "Banyuwangi"])
def test_a_region_is_taken_by_name_and_by_code(name: str, run: Run, write: Write) -> None:
    plan = write("rencana.csv", PLAN)
    ran = run("align", plan, "--wilayah", name, "--format", "json")
    assert ran.status == 0
    assert ran.json["wilayah"] == "35.10"


def test_a_name_of_two_regions_is_refused_with_both(run: Run, write: Write) -> None:
    ran = run("align", write("rencana.csv", PLAN), "--wilayah", "Bogor")
    assert (ran.status, ran.out) == (2, "")
    assert "32.01 (Kabupaten Bogor), 32.71 (Kota Bogor)" in ran.err


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "Yang dimaksud mungkin: 35.10"), ("en", "It may be one of: 35.10")],
)
def test_a_region_that_is_a_letter_off_is_proposed_not_taken(
    language: str, said: str, run: Run, write: Write
) -> None:
    plan = write("rencana.csv", PLAN)
    ran = run("--bahasa", language, "align", plan, "--wilayah", "Banyuwangy")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("words", ["persentase", "Sel berformat persen", "percentage formatted"])
def test_rules_are_found_by_words_of_their_titles(words: str, run: Run) -> None:
    ran = run("rules", words)
    assert ran.status == 0
    assert "IKU" in ran.out


def test_words_behind_list_are_searched_for(run: Run) -> None:
    assert run("list", "konflik", "sosial").out == run("list", "--cari", "konflik sosial").out
    assert run("list", "konflik", "--cari", "sosial").out == run("list", "konflik", "sosial").out


def test_the_only_indicator_of_a_file_is_explained(run: Run) -> None:
    report = "examples/idi-kalimantan-tengah.yaml"
    named = run("explain", report, "--kode", "KBP-POL-01")
    assert run("explain", report) == run("explain", report, "IDI") == named
    ran = run("explain", "examples/laporan-keliru.yaml")
    assert ran.status == 2
    assert "sebut salah satu dengan --kode: KBP-ESB-02, KBP-IDE-02" in ran.err


def test_a_formula_needs_no_quotes(run: Run) -> None:
    words = "jumlah konflik selesai dibagi jumlah konflik kali 100%"
    assert run("formula", *words.split()) == run("formula", words)


@pytest.mark.parametrize(("name", "meant"), [("report", "laporan"), ("rencna", "rencana")])
def test_a_schema_is_proposed_by_meaning_and_by_letters(name: str, meant: str, run: Run) -> None:
    ran = run("schema", name)
    assert (ran.status, f"Barangkali maksudnya {meant}." in ran.err) == (2, True)
