"""``--pilih``, ``--abaikan``, ``--tingkat-temuan``, ``--statistik``, and lists that stay short."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRONG = "examples/laporan-keliru.yaml"
MANY = 40
PLAN = """
jenis: rencana
wilayah: "62.71"
item:
  - {nama: Indeks Demokrasi Indonesia, kode: KBP-POL-99, satuan: Indeks, target: {2025: 80}}
"""
TABLE = """
No;Indikator;Satuan;Target;Realisasi;Capaian
1;Indeks Lain;Indeks;80;40;50;x;y
2;Indeks Lain Dua;Indeks;80;40
"""
COMMANDS = ["compute", "explain", "report", "align", "align many", "read"]


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
def typed(tmp_path: Path) -> dict[str, list[str | Path]]:
    """Return how each command is typed that judges files by the way, on a file with an error."""
    plan, table = tmp_path / "rencana.yaml", tmp_path / "tabel.csv"
    plan.write_text(PLAN, encoding="utf-8")
    table.write_text(TABLE.strip(), encoding="utf-8")
    return {
        "compute": ["compute", WRONG],
        "explain": ["explain", WRONG, "--kode", "KBP-WAS-02"],
        "report": ["report", WRONG, "-o", "-"],
        "align": ["align", plan],
        "align many": ["align", plan, "examples/rencana/kota-bandung.yaml"],
        "read": ["read", table],
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_with_findings_lets_them_be_chosen(
    command: str, run: Run, typed: dict[str, list[str | Path]]
) -> None:
    asked = typed[command]
    everything = run(*asked)
    assert everything.status == 1
    ignoring = run(*asked, "--abaikan", "IKU")
    assert ignoring.status == 0
    assert "diabaikan menurut --abaikan" in ignoring.out + ignoring.err
    assert "galat IKU" not in ignoring.out + ignoring.err
    assert run(*asked, "--pilih", "IKU999").status == 2
    hiding = run(*asked, "--tingkat-temuan", "galat")
    assert hiding.status == 1
    assert "peringatan IKU" not in hiding.out + hiding.err
    counted = run(*asked, "--statistik")
    said = counted.out + counted.err
    assert (counted.status, "Banyaknya" in said, "    → " in said) == (1, True, False)


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "report"])
def test_the_answer_counts_what_was_left_out(
    command: str, run: Run, typed: dict[str, list[str | Path]]
) -> None:
    asked = [*typed[command], "--format", "json"]
    answer = run(*asked).json
    assert not {"ringkasan_temuan", "statistik"} & set(answer)
    hiding = run(*asked, "--tingkat-temuan", "galat", "--statistik").json
    counted = hiding["ringkasan_temuan"]
    assert counted["galat"] > 0
    assert counted["disembunyikan"] == counted["peringatan"] + counted["info"]
    found = sum(one["jumlah"] for one in hiding["statistik"])
    assert found == sum(counted[level] for level in ("galat", "peringatan", "info"))
    ignoring = run(*asked, "--abaikan", "IKU").json
    assert ignoring["ringkasan_temuan"] == {
        **dict.fromkeys(("galat", "peringatan", "info"), 0), "diabaikan": found
    }  # fmt: skip
    assert ignoring["temuan" if command != "align many" else "rencana"] is not None


def test_the_configuration_chooses_for_every_command(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Path(WRONG).resolve()
    (tmp_path / "kesbang-iku.toml").write_text('abaikan = ["IKU"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run("compute", report)
    assert (ran.status, "diabaikan menurut kesbang-iku.toml" in ran.out) == (0, True)
    assert run("compute", report, "--tanpa-konfigurasi").status == 1
    page = run("report", report, "-o", "-").out
    assert "diabaikan menurut kesbang-iku.toml</dd>" in page


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
