"""``--pilih``, ``--abaikan``, ``--tingkat-temuan``, ``--statistik``, and lists that stay short."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRONG = "examples/laporan-keliru.yaml"
MANY = 40


def _codes(run: Run, *options: str) -> list[str]:
    return [
        one["kode"] for one in run("validate", WRONG, "--format", "json", *options).json["temuan"]
    ]


def test_codes_that_are_left_out_are_counted_and_decide_nothing(run: Run) -> None:
    everything = run("validate", WRONG, "--format", "json", "--tanpa-konfigurasi").json
    errors = {one["kode"] for one in everything["temuan"] if one["tingkat"] == "galat"}
    ran = run("validate", WRONG, "--abaikan", ",".join(sorted(errors)))
    assert ran.status == 0
    left_out = sum(one["kode"] in errors for one in everything["temuan"])
    assert f"{left_out} diabaikan menurut --abaikan" in ran.out
    answer = run("validate", WRONG, "--format", "json", "--abaikan", *errors and ["IKU"]).json
    assert answer["ringkasan"]["diabaikan"] == len(everything["temuan"])


def test_codes_can_be_chosen(run: Run) -> None:
    assert set(_codes(run, "--pilih", "IKU310")) == {"IKU310"}
    assert set(_codes(run, "--pilih", "iku3", "--pilih", "IKU310")) >= {"IKU310"}
    assert "IKU310" not in _codes(run, "--pilih", "IKU3", "--abaikan", "IKU310")


def test_a_code_that_is_none_is_refused(run: Run) -> None:
    ran = run("validate", WRONG, "--pilih", "IKU3100")
    assert (ran.status, ran.out) == (2, "")
    assert "IKU310" in ran.err


def test_what_weighs_less_is_hidden_and_still_counts(run: Run) -> None:
    everything = run("validate", WRONG, "--format", "json").json
    ran = run("validate", WRONG, "--format", "json", "--tingkat-temuan", "galat")
    assert {one["tingkat"] for one in ran.json["temuan"]} == {"galat"}
    hidden = len(everything["temuan"]) - len(ran.json["temuan"])
    assert ran.json["ringkasan"] == {**everything["ringkasan"], "disembunyikan": hidden}
    assert (ran.status, hidden > 0) == (1, True)
    assert f"{hidden} di bawah tingkat galat tidak ditampilkan" in run(
        "validate", WRONG, "--tingkat-temuan", "galat"
    ).out  # fmt: skip
    for form in ("csv", "github", "junit", "sarif", "gitlab"):
        answer = run("validate", WRONG, "--format", form, "--tingkat-temuan", "galat")
        assert answer.status == 1
        assert len(answer.out) < len(run("validate", WRONG, "--format", form).out)


def test_findings_are_counted_by_code(run: Run) -> None:
    answer = run("validate", WRONG, "--format", "json", "--statistik").json
    counted = {(one["kode"], one["tingkat"]): one["jumlah"] for one in answer["statistik"]}
    found = [(one["kode"], one["tingkat"]) for one in answer["temuan"]]
    assert counted == {key: found.count(key) for key in found}
    lines = run("validate", WRONG, "--statistik").out.splitlines()
    assert lines[0].split() == ["Banyaknya", "Kode", "Tingkat", "Temuan"]
    assert sum(line.lstrip()[:1].isdigit() and " IKU" in line for line in lines) == len(counted)
    table = run("validate", WRONG, "--statistik", "--format", "csv").out
    assert table.startswith("kode,tingkat,jumlah,judul\n")
    assert run("validate", WRONG, "--statistik", "--format", "sarif").status == 2


def test_the_choices_may_stand_in_the_configuration(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "k.toml"
    settings.write_text(
        'abaikan = ["IKU310"]\ntingkat-temuan = "galat"\nstatistik = true\n', encoding="utf-8"
    )
    answer = run("validate", WRONG, "--format", "json", "--konfigurasi", settings).json
    assert "IKU310" not in {one["kode"] for one in answer["temuan"]}
    assert answer["statistik"]
    assert "disembunyikan" in answer["ringkasan"]
    # The command line takes the place of what stands there.
    options = ("--konfigurasi", str(settings), "--abaikan", "IKU2")
    assert "IKU310" in _codes(run, *options)


@pytest.mark.parametrize(
    "line", ['tingkat-temuan = "berat"', "tingkat-temuan = 3", 'statistik = "ya"']
)
def test_a_choice_that_makes_no_sense_is_told(run: Run, tmp_path: Path, line: str) -> None:
    settings = tmp_path / "k.toml"
    settings.write_text(line, encoding="utf-8")
    ran = run("validate", WRONG, "--konfigurasi", settings)
    assert (ran.status, "IKU092" in ran.err) == (2, True)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Return a report with many equal mistakes."""
    path = tmp_path / "laporan.csv"
    rows = [
        f"62.{71 + number % 2},{1990 + number},tahunan,KBP-TAK-01,x,1\n" for number in range(MANY)
    ]
    path.write_text("wilayah,tahun,periode,kode,variabel,nilai\n" + "".join(rows), encoding="utf-8")
    return path


def test_equal_findings_beyond_ten_are_counted(run: Run, flood: Path) -> None:
    places = [one["kode"] for one in run("validate", flood, "--format", "json").json["temuan"]]
    assert places.count("IKU310") == MANY
    lines = run("validate", flood).out.splitlines()
    assert sum(" galat IKU310 " in line and line.startswith(str(flood)) for line in lines) == 10
    assert any(line.startswith(f"  {MANY - 10} lagi galat IKU310 ") for line in lines)
    errors = run("compute", flood, "--format", "csv").err
    assert errors.count(f"{flood}:") == errors.count(f"{flood}:") <= 10 * len(set(places))
    assert f"{MANY - 10} lagi galat IKU310" in errors


def test_a_kind_is_shown_fifty_times_at_most_in_all_files(
    run: Run, flood: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.csv" for number in range(8)]
    for file in files:
        file.write_bytes(flood.read_bytes())
    lines = run("compute", *files).out.splitlines()
    assert sum(" galat IKU310 " in line and line.startswith(str(tmp_path)) for line in lines) == 50


def test_the_weightiest_findings_of_a_file_come_first(run: Run) -> None:
    lines = [line for line in run("validate", WRONG).out.splitlines() if line.startswith(WRONG)]
    levels = [line.split()[1] for line in lines]
    order = ["galat", "peringatan", "info"]
    assert levels == sorted(levels, key=order.index)
    assert len(set(levels)) > 1
