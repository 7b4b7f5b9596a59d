"""``validate`` for machines, with a configuration and with a baseline."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from junitparser import JUnitXml

from tests.cli.conftest import Run

Write = Callable[[str, str | bytes], Path]

GOOD = "examples/idi-kalimantan-tengah.yaml"
REPORT = """\
jenis: laporan
wilayah: "62"
tahun: 2024
item:
  - kode: KBP-WAS-02
    variabel: {konflik_diselesaikan: 25, konflik: 20}
"""
SECOND = "  - kode: KBP-WAS-99\n    variabel: {konflik: 20}\n"


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands in the folder of the test, where ``a.yaml`` has one finding, IKU405."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(REPORT, encoding="utf-8")
    return run


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_no_format_changes_the_exit_status(here: Run, form: str) -> None:
    assert here("validate", "a.yaml", "--format", form).status == 1
    assert here("validate", "a.yaml", "tiada.yaml", "--format", form).status == 2
    Path("a.yaml").write_text(REPORT.replace("25", "15"), encoding="utf-8")
    assert here("validate", "a.yaml", "--format", form).status == 0


def test_sarif_is_all_there_is_on_standard_output(here: Run) -> None:
    ran = here("validate", "a.yaml", "--format", "sarif", "--bahasa", "en")
    (result,) = ran.json["runs"][0]["results"]
    assert ran.err == ""
    assert result["ruleId"] == "IKU405"
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "a.yaml"
    assert location["region"] == {"startLine": 6, "startColumn": 15, "endColumn": 54}


def test_junit_is_read_by_others(here: Run) -> None:
    document = JUnitXml.fromstring(here("validate", "a.yaml", "--format", "junit").out.encode())
    assert (document.tests, document.failures) == (1, 1)


def test_github_and_gitlab_name_the_line(here: Run) -> None:
    line = here("validate", "a.yaml", "--format", "github").out
    assert line.startswith("::error file=a.yaml,line=6,col=15,endColumn=54,title=IKU405 ")
    (entry,) = here("validate", "a.yaml", "--format", "gitlab").json
    assert entry["location"] == {"path": "a.yaml", "lines": {"begin": 6}}


def test_a_clean_file_gives_an_answer_in_each_format(run: Run) -> None:
    assert run("validate", GOOD, "--format", "github").out == ""
    assert run("validate", GOOD, "--format", "gitlab").json == []
    assert run("validate", GOOD, "--format", "sarif").json["runs"][0]["results"] == []


# --------------------------------------------------------------------------------------- baseline


def test_a_written_baseline_accepts_what_is_there_and_says_so(here: Run) -> None:
    ran = here("validate", "a.yaml", "--tulis-garis-dasar", "dasar.json")
    assert ran.status == 0
    assert ran.err == "1 temuan dicatat dalam dasar.json.\n"
    ran = here("validate", "a.yaml", "--garis-dasar", "dasar.json")
    assert (ran.status, ran.err) == (0, "")
    summary, accepted, inconclusive = ran.out.splitlines()
    assert summary == "0 galat, 0 peringatan, 0 info dalam 1 berkas"
    assert accepted == "1 diterima oleh garis dasar dasar.json"
    assert "aturan tidak dapat menilai" in inconclusive


def test_only_new_findings_count_beside_a_baseline(here: Run) -> None:
    here("validate", "a.yaml", "--tulis-garis-dasar", "dasar.json")
    Path("a.yaml").write_text(f"# catatan\n{REPORT}{SECOND}", encoding="utf-8")
    ran = here("validate", "a.yaml", "--garis-dasar", "dasar.json", "--format", "json")
    assert ran.status == 1
    assert [one["kode"] for one in ran.json["temuan"]] == ["IKU310"]
    assert ran.json["ringkasan"]["diterima"] == 1


def test_what_the_baseline_accepts_is_said_beside_an_answer_for_machines(here: Run) -> None:
    here("validate", "a.yaml", "--tulis-garis-dasar", "dasar.json")
    ran = here("validate", "a.yaml", "--garis-dasar", "dasar.json", "--format", "sarif")
    assert ran.status == 0
    assert ran.json["runs"][0]["results"][0]["suppressions"] == [{"kind": "external"}]
    assert ran.err == "1 diterima oleh garis dasar dasar.json\n"


def test_entries_that_occur_no_more_are_said(here: Run) -> None:
    here("validate", "a.yaml", "--tulis-garis-dasar", "dasar.json")
    Path("a.yaml").write_text(REPORT.replace("25", "15"), encoding="utf-8")
    ran = here("validate", "a.yaml", "--garis-dasar", "dasar.json", "--bahasa", "en")
    assert ran.out.splitlines()[1] == "1 entry of the baseline dasar.json no longer needed"


def test_an_entry_that_is_ignored_on_this_run_occurs_all_the_same(here: Run) -> None:
    here("validate", "a.yaml", "--tulis-garis-dasar", "dasar.json")
    ran = here("validate", "a.yaml", "--garis-dasar", "dasar.json", "--abaikan", "IKU4")
    assert "1 diabaikan menurut --abaikan" in ran.out
    assert "tidak terjadi lagi" not in ran.out


def test_a_baseline_that_is_none_stops_the_command(here: Run) -> None:
    Path("dasar.json").write_text("{}", encoding="utf-8")
    ran = here("validate", "a.yaml", "--garis-dasar", "dasar.json")
    assert (ran.status, ran.out) == (2, "")
    assert "IKU095" in ran.err


@pytest.mark.parametrize(("name", "said"), [("b.csv", "--timpa"), ("a.yaml", "berkas yang dibaca")])
def test_a_baseline_takes_the_place_of_no_other_file(here: Run, name: str, said: str) -> None:
    Path("b.csv").write_text("kode,nilai\n1,2\n", encoding="utf-8")
    before = Path(name).read_bytes()
    ran = here("validate", "a.yaml", "--tulis-garis-dasar", name)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert Path(name).read_bytes() == before


def test_a_baseline_takes_the_place_of_an_older_one_and_of_others_where_asked(here: Run) -> None:
    Path("b.csv").write_text("kode,nilai\n1,2\n", encoding="utf-8")
    for name in ("dasar.json", "dasar.json", "b.csv"):
        assert here("validate", "a.yaml", "--tulis-garis-dasar", name, "--timpa").status == 0
    assert here("validate", "a.yaml", "--tulis-garis-dasar", "dasar.json").status == 0


def test_a_baseline_never_hides_a_file_that_cannot_be_had(here: Run) -> None:
    ran = here("validate", "tiada.yaml", "--tulis-garis-dasar", "dasar.json")
    assert ran.status == 2
    assert json.loads(Path("dasar.json").read_text(encoding="utf-8"))["temuan"] == []


# ---------------------------------------------------------------------------------- configuration


def test_the_configuration_of_the_folder_holds_and_is_named(here: Run) -> None:
    Path("kesbang-iku.toml").write_text('abaikan = ["IKU405"]\n', encoding="utf-8")
    ran = here("validate", "a.yaml")
    assert ran.status == 0
    assert ran.out.splitlines()[1] == "1 diabaikan menurut kesbang-iku.toml"
    answer = here("validate", "a.yaml", "--format", "json").json
    assert answer["ringkasan"]["diabaikan"] == 1


def test_the_configuration_can_be_left_out_or_named(here: Run) -> None:
    Path("kesbang-iku.toml").write_text('abaikan = ["IKU405"]\n', encoding="utf-8")
    Path("lain.toml").write_text('tingkat = { IKU405 = "info" }\n', encoding="utf-8")
    assert here("validate", "a.yaml", "--tanpa-konfigurasi").status == 1
    ran = here("validate", "a.yaml", "--konfigurasi", "lain.toml")
    assert ran.status == 0
    assert "1 info dalam 1 berkas" in ran.out


def test_a_wrong_configuration_stops_the_command_with_its_place(here: Run) -> None:
    Path("pyproject.toml").write_text(
        '[tool.kesbang-iku]\nabaikan = ["IKU999"]\n', encoding="utf-8"
    )
    ran = here("validate", "a.yaml", "--bahasa", "en")
    assert (ran.status, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert (
        lines[0] == "pyproject.toml:2:13: error IKU093 No finding has the code or prefix 'IKU999'."
    )
    assert lines[-1] == "kesbang-iku: pyproject.toml cannot be used; nothing was checked."


def test_a_configuration_that_is_not_there_stops_the_command(here: Run) -> None:
    ran = here("validate", "a.yaml", "--konfigurasi", "tiada.toml")
    assert (ran.status, ran.out) == (2, "")
    assert "IKU001" in ran.err
