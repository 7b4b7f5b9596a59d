"""``list``, ``show``, ``schema``, ``vectors`` and ``formula``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

from kesbang_iku.publish.schemas import SCHEMA_NAMES, make_schema
from tests.cli.conftest import Run
from tests.tree import ROOT

Write = Callable[[str, str | bytes], Path]


def _codes(run: Run, *options: str) -> list[str]:
    answer = run("list", "--format", "json", *options).json
    assert answer["skema"] == "kesbang-iku/daftar/1"
    return [f"{found['kode']}@{found['versi']}" for found in answer["indikator"]]


def test_list_answers_every_version(run: Run) -> None:
    codes = _codes(run)
    assert {"KBP-POL-01@2009", "KBP-POL-01@2021", "KBP-WAS-02@1"} <= set(codes)
    assert len(codes) == len(set(codes))


def test_list_by_year_has_one_version_each(run: Run) -> None:
    codes = _codes(run, "--tahun", "2018")
    assert "KBP-POL-01@2015" in codes
    assert "KBP-POL-01@2021" not in codes


def test_list_by_field_level_standing_and_words(run: Run) -> None:
    assert all(code.startswith("KBP-POL-") for code in _codes(run, "--bidang", "pol"))
    assert "KBP-POL-01@2021" not in _codes(run, "--tingkat", "kota")
    assert "KBP-POL-01@2009" not in _codes(run, "--status", "resmi")
    assert _codes(run, "--cari", "penyelesaian KONFLIK sosial") == ["KBP-WAS-02@1"]


def test_list_as_csv(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").out)))
    (older,) = [row for row in rows if (row["kode"], row["versi"]) == ("KBP-POL-01", "2009")]
    assert older["nama"] == "Indeks Demokrasi Indonesia"
    assert (older["mulai"], older["selesai"]) == ("2009", "2014")
    assert older["tingkat"] == "nasional; provinsi"


def test_list_as_table(run: Run) -> None:
    ran = run("list", "--bidang", "POL", "--tahun", "2018")
    assert "KBP-POL-01" in ran.out
    assert "2015–2020" in ran.out
    assert ran.out.splitlines()[-1].startswith(
        str(len(_codes(run, "--bidang", "POL", "--tahun", "2018")))
    )


_OF_2018 = ("list", "--nilai", "--wilayah", "kalimantan tengah", "--tahun", "2018")


def test_list_of_published_values_in_each_form(run: Run) -> None:
    (indicator,) = run(*_OF_2018, "--format", "json").json["indikator"]
    (index,) = [one for one in indicator["nilai_terbit"] if one["bagian"] is None]
    assert (indicator["kode"], index["nilai"], index["kedudukan"]) == (
        "KBP-POL-01",
        "71.27",
        "resmi",
    )
    assert index["nama_wilayah"] == "Kalimantan Tengah"
    rows = list(csv.DictReader(io.StringIO(run(*_OF_2018, "--format", "csv").out)))
    assert {row["wilayah"] for row in rows} == {"62"}
    assert len(rows) == len(indicator["nilai_terbit"])
    table = run(*_OF_2018).out
    assert "71,27" in table
    assert table.splitlines()[-1] == "4 nilai terbit dari 1 indikator."


def test_list_of_published_values_says_how_many_are_not_taken(run: Run) -> None:
    out = run("list", "--nilai", "--wilayah", "64", "--tahun", "2024", "--cari", "kerawanan").out
    assert "74,04" in out
    assert "77,04" not in out
    assert "1 nilai lain tidak dipakai katalog" in out


def test_list_of_published_values_of_nothing(run: Run) -> None:
    ran = run("list", "--nilai", "--cari", "penyelesaian konflik")
    assert ran.out == ""
    assert "Tidak ada nilai terbit" in ran.err


@pytest.mark.parametrize("words", ["zzzz", "%", " - * "])
def test_list_without_anything_that_fits(run: Run, words: str) -> None:
    ran = run("list", "--cari", words)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "Tidak ada definisi yang cocok.\n"


def test_list_with_an_unknown_field(run: Run) -> None:
    ran = run("list", "--bidang", "XYZ")
    assert ran.status == 2
    assert all(f"{code} (" in ran.err for code in ("IDE", "POL", "ORM", "ESB", "WAS", "UMM"))


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("was", "WAS"),
        ("kewaspadaan", "WAS"),
        ("National Vigilance", "WAS"),
        ("kewaspadan", "WAS"),
        ("wasnas", "WAS"),
        ("narkoba", "ESB"),
        ("8.01.04", "ORM"),
        ("politik", "POL"),
    ],
)
def test_a_field_is_asked_for_by_code_name_or_words(asked: str, code: str, run: Run) -> None:
    assert set(_codes(run, "--bidang", asked)) == set(_codes(run, "--bidang", code))


def test_words_of_several_fields_are_asked_about(run: Run) -> None:
    ran = run("list", "--bidang", "dan", "--bahasa", "en")
    assert ran.status == 2
    assert "IDE (Ideology and national insight); POL (Domestic politics and democracy)" in ran.err


@pytest.mark.parametrize(
    "reference", ["KBP-POL-01", "kbp-pol-01", "sipd:000048", "kodref:09.07.001"]
)
def test_show_understands_codes_of_all_lists(reference: str, run: Run) -> None:
    found = run("show", reference, "--format", "json").json
    assert (found["kode"], found["versi"]) == ("KBP-POL-01", "2021")


def test_show_in_a_year(run: Run) -> None:
    assert run("show", "KBP-POL-01", "--tahun", "2018", "--format", "json").json["versi"] == "2015"
    ran = run("show", "KBP-POL-01", "--tahun", "1990")
    assert ran.status == 2
    assert "2009 (2009–2014), 2015 (2015–2020), 2021 (2021–)" in ran.err


@pytest.mark.parametrize("code", ["KBP-POL-01", "KBP-WAS-02", "KBP-WAS-05", "8.01.02.2.01.0003"])
def test_show_as_data_fits_the_schema_of_definitions(code: str, run: Run) -> None:
    schema = make_schema("indikator")
    jsonschema.validate(run("show", code, "--format", "json").json, schema)
    jsonschema.validate(yaml.safe_load(run("show", code, "--format", "yaml").out), schema)


def test_show_as_data_carries_the_published_values_of_its_years(run: Run) -> None:
    shown = run("show", "KBP-POL-01", "--tahun", "2013", "--format", "json").json
    national = {
        found["revisi"]: found["nilai"]
        for found in shown["nilai_terbit"]
        if (found["wilayah"], found["tahun"], found["bagian"]) == ("0", 2013, None)
    }
    assert national == {1: "63.68", 2: "63.72"}
    assert max(found["tahun"] for found in shown["nilai_terbit"]) == 2014
    assert [found["edisi"] for found in shown["edisi"]] == ["2009–2014"]
    assert shown["deret"]


def test_show_ends_with_the_newest_published_values(run: Run) -> None:
    out = run("show", "KBP-POL-01").out
    table = out.partition("Nilai terbit\n")[2]
    assert "78,19" in table
    assert "nilai lain; semuanya dengan --format json." in table
    assert "78.19" in run("show", "KBP-POL-01", "--bahasa", "en").out


def test_show_names_samples_and_errors_of_editions(run: Run) -> None:
    out = run("show", "KBP-ESB-02", "--tahun", "2019").out
    assert "13.600 responden" in out
    assert "4,8 % menurut cetakan" in out


def test_show_without_published_values_says_nothing_of_them(run: Run) -> None:
    assert "Nilai terbit\n" not in run("show", "KBP-WAS-02").out
    assert run("show", "KBP-WAS-02", "--format", "json").json["nilai_terbit"] == []


def test_the_owner_by_the_older_key_is_shown_by_both(run: Run) -> None:
    local = ("--katalog", "examples/katalog-daerah")
    shown = run("show", "BANDUNG-ESB-02", "--format", "json", *local).json
    assert shown["pemilik"] == shown["penanggung_jawab"] != []


def test_a_written_baseline_fits_its_schema(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "garis-dasar.json"
    run("validate", "examples/laporan-keliru.yaml", f"--tulis-garis-dasar={target}")
    written = json.loads(target.read_text(encoding="utf-8"))
    assert written["temuan"]
    jsonschema.validate(written, make_schema("garis-dasar"))


def test_show_as_yaml_is_a_definition_again(run: Run, write: Write) -> None:
    path = write("x.yaml", run("show", "KBP-WAS-02", "--format", "yaml").out)
    assert run("validate", path).status == 0


def test_show_as_text_is_whole(run: Run) -> None:
    out = run("show", "KBP-POL-01").out
    for part in (
        "Indeks Demokrasi Indonesia",
        "2015 (2015–2020)",
        "nilai_rilis",
        "0.3097 * kebebasan",
        "realisasi / target * 100",
        "Badan Pusat Statistik",
        "Sangat Tinggi mulai 91",
        "buruk di bawah 60",
        "tidak sebanding",
    ):
        assert part in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_show_in_english(run: Run) -> None:
    out = run("show", "KBP-WAS-02", "--bahasa", "en").out
    assert out.startswith("KBP-WAS-02 · Percentage of Social Conflicts Resolved")
    assert "Resolved conflicts cannot exceed" in out


def test_show_an_unknown_code(run: Run) -> None:
    ran = run("show", "KBP-WAS-002")
    assert (ran.status, ran.out) == (2, "")
    assert "Barangkali maksudnya KBP-WAS-02" in ran.err


def test_schema_lists_its_names(run: Run) -> None:
    assert run("schema").json == list(SCHEMA_NAMES)


@pytest.mark.parametrize("name", ["laporan", "hasil"])
def test_schema_in_both_editions(name: str, run: Run) -> None:
    assert run("schema", name).json == make_schema(name)
    older = run("schema", name, "--draft", "7").json
    assert older["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_schema_without_that_name(run: Run) -> None:
    ran = run("schema", "lapor")
    assert ran.status == 2
    assert "laporan" in ran.err


def test_vectors_are_one_document(run: Run) -> None:
    answer = run("vectors").json
    assert answer["skema"] == "kesbang-iku/vektor/1"
    laws = {"rumus", "angka", "bulat", "periode"}
    assert answer.keys() == {"skema", "katalog", "indikator", "capaian", "skala", *laws}


def test_vectors_are_written_as_files(run: Run, tmp_path: Path) -> None:
    ran = run("vectors", "-o", tmp_path / "vektor")
    assert (ran.status, ran.out) == (0, "")
    names = {path.relative_to(tmp_path / "vektor").parts[0] for path in tmp_path.rglob("*.json")}
    assert names == {"indikator", "capaian", "skala", "laws"}


def test_vectors_cannot_be_written_over_a_file(run: Run, write: Write) -> None:
    ran = run("vectors", "-o", write("berkas", "x"))
    assert ran.status == 2
    assert "sistem menolak" in ran.err


def test_why_the_system_refuses_is_told_in_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    report = ROOT / "examples" / "idi-nasional.yaml"
    target = tmp_path / "tidak" / "ada.html"
    assert "berkas atau folder itu tidak ada." in run("report", report, "-o", target).err
    ran = run("--bahasa", "en", "report", report, "-o", target)
    assert (ran.status, ran.out) == (2, "")
    assert "No such file or directory." in ran.err


def test_formula_json_is_the_contracts_answer(run: Run) -> None:
    ran = run("formula", "(a/b)*100", "--format", "json")
    assert ran.status == 0
    assert ran.json == {
        "skema": "kesbang-iku/rumus/1",
        "status": "terbaca",
        "rumus": "a / b * 100",
        "variabel": [{"nama": "a", "label": "a"}, {"nama": "b", "label": "b"}],
        "catatan": [],
    }


def test_formula_variables_stand_in_the_order_of_the_text(run: Run) -> None:
    answer = run("formula", "zeta_satu + alfa * zeta_satu", "--format", "json").json
    assert [found["nama"] for found in answer["variabel"]] == ["zeta_satu", "alfa"]
    assert answer["variabel"][0]["label"] == "zeta satu"


def test_formula_that_cannot_be_read(run: Run) -> None:
    ran = run("formula", "a +* b", "--format", "json")
    assert ran.status == 1
    assert {key: ran.json[key] for key in ("status", "rumus", "variabel")} == {
        "status": "tidak_terhitung",
        "rumus": None,
        "variabel": [],
    }
    (finding,) = ran.json["catatan"]
    assert (finding["kode"], finding["kolom"]) == ("IKU117", 4)


def test_formula_as_text(run: Run) -> None:
    out = run("formula", "a / b * 100").out
    assert "a / b * 100" in out
    assert "a dibagi b, dikali 100" in out
    assert "\\frac" in out
    assert "bilangan" in out


def test_formula_that_cannot_be_read_is_pointed_at(run: Run) -> None:
    ran = run("formula", "a +* b")
    assert ran.status == 1
    assert ran.out.splitlines()[1:3] == ["    a +* b", "       ^"]


def test_formula_from_standard_input(run: Run) -> None:
    assert run("formula", "-", "--format", "json", stdin="a + b\n").json["rumus"] == "a + b"
    assert run("formula", "-", stdin=b"\xff\xfe\x00").status == 2


@pytest.mark.parametrize("text", ["(" * 5000, "9" * 5000, "a" * 100_000, "", "\x00", "a\x1b[2Jb"])
def test_formula_survives_anything(text: str, run: Run) -> None:
    ran = run("formula", text)
    assert ran.status == 1
    assert "\x1b" not in ran.out


_PLAN = "examples/rencana/kota-bandung.yaml"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("hasil", ["compute", "examples/laporan-keliru.yaml"]),
        ("hasil", ["compute", "examples/idi-kalimantan-tengah.yaml"]),
        ("hasil", ["compute", "tidak-ada.yaml"]),
        ("temuan", ["validate", "examples/laporan-keliru.yaml", "catalog"]),
        ("temuan", ["validate", "tidak-ada.yaml"]),
        ("rumus", ["formula", "akar(a) / b"]),
        ("rumus", ["formula", "akar(a"]),
        ("penjelasan", ["explain", "examples/idi-nasional.yaml", "--kode", "KBP-POL-01"]),
        ("penjelasan", ["explain", "examples/laporan-keliru.yaml", "--kode", "KBP-WAS-02"]),
        (
            "penjelasan",
            ["explain", "examples/idi-nasional.yaml", "--kode", "KBP-POL-01", "--rincian"],
        ),
        (
            "penjelasan",
            ["explain", "examples/idi-nasional.yaml", "--kode", "KBP-POL-01", "--kepekaan"],
        ),
        ("daftar", ["list"]),
        ("daftar", ["list", "--katalog", "examples/katalog-daerah"]),
        ("beda", ["diff", "2018", "2026"]),
        ("beda", ["diff", "catalog", "examples/katalog-daerah"]),
        ("aturan", ["rules"]),
        ("selaras", ["align", _PLAN]),
        ("selaras-banding", ["align", _PLAN, "examples/rencana/kota-tangerang.yaml"]),
        ("indeks-keselarasan", ["align", _PLAN, "--indeks"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_answers_fit_their_schema_and_have_no_key_it_does_not_name(
    name: str, arguments: list[str], run: Run
) -> None:
    answer = json.loads(run(*arguments, "--format", "json").out)
    jsonschema.validate(answer, make_schema(name))
    closed = json.loads(
        json.dumps(make_schema(name)).replace(
            '"additionalProperties": true', '"additionalProperties": false'
        )
    )
    jsonschema.validate(answer, closed)


def test_every_sentence_of_a_result_is_in_the_language_asked_for(run: Run, write: Write) -> None:
    """A value that is undefined, and an achievement decided by a policy, each with its reason."""
    items = (
        "  - {kode: KBP-WAS-02, variabel: {konflik: 0, konflik_diselesaikan: 0}, target: 90}\n"
        "  - {kode: KBP-WAS-02, realisasi: Sedang, target: Tinggi}\n"
    )
    file = write("a.yaml", f"wilayah: '62.71'\ntahun: 2024\nitem:\n{items}")
    on_progress = {
        language: [
            one[key]
            for one in run("--bahasa", language, "compute", file, "--format", "json").json["hasil"]
            for key in ("alasan", "alasan_capaian")
        ]
        for language in ("id", "en")
    }
    assert on_progress["id"][0].startswith("Tidak ada konflik")
    assert on_progress["en"][0].startswith("No conflict")
    assert [one is None for one in on_progress["id"]] == [one is None for one in on_progress["en"]]
    assert not {one for one in on_progress["id"] if one} & set(on_progress["en"])
