"""Mappings on the command line: kept, used, joined; and what a change touches."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.alignment.mapping_rows import HEAD, row
from tests.cli.conftest import Run

Write = Callable[[str, str | bytes], Path]
_NAME = "Persentase konflik yang ditangani"
_PLAN = (
    "wilayah,nama,satuan,target {year}\n"
    "62.71,Persentase penyelesaian konflik sosial,Persen,80\n"
    f"62.71,{_NAME},Persen,90\n"
)


def test_names_are_kept_decided_and_remembered(run: Run, write: Write, tmp_path: Path) -> None:
    kept = tmp_path / "padanan.tsv"
    first = write("renstra-2025.csv", _PLAN.format(year=2025))
    assert run("align", first, "--simpan", kept).status == 0
    suggested = kept.read_text()
    assert "Persentase penyelesaian konflik sosial\tskos:exactMatch\tiku:KBP-WAS-02" in suggested
    assert run("align", first, "--simpan", kept).status == 0
    assert kept.read_text() == suggested

    decided = write("keputusan.tsv", HEAD + row(_NAME, predicate_id="skos:closeMatch"))
    assert run("mappings", kept, decided, "--simpan", kept, "--timpa").status == 2
    joined = write("gabungan.tsv", HEAD)
    assert run("mappings", kept, decided, "--simpan", joined, "--timpa").status == 0
    second = write("renstra-2026.csv", _PLAN.format(year=2026))
    answer = run("align", second, "--padanan", joined, "--format", "json").json
    found = {one["nama"]: one for one in answer["item"]}[_NAME]
    assert (found["cara"], found["hubungan"], found["padanan"]) == ("keputusan", "dekat", None)
    assert found["keputusan"]["oleh"] == "Siti"
    table = run("align", second, "--padanan", joined).out
    assert "keputusan: Siti" in table

    line = next(one for one in joined.read_text().splitlines() if "Siti" in one)
    assert run("align", second, "--simpan", joined).status == 0
    assert line in joined.read_text().splitlines()
    assert "\t2026\t62.71" in joined.read_text()


def test_plans_and_mappings_are_told_apart_in_any_order(run: Run, write: Write) -> None:
    plan = write("renstra.csv", _PLAN.format(year=2026))
    decided, other = write("padanan.tsv", HEAD + row(_NAME)), write("b.tsv", HEAD + row("N"))
    for order in (
        (plan, "--padanan", decided, other),
        ("--padanan", decided, other, plan),
        (plan, decided),
        (plan.parent, "--padanan", decided),
    ):
        answer = run("align", *order, "--format", "json").json
        assert [one["cara"] for one in answer["item"]] == ["nama", "keputusan"]
    assert run("align", "--padanan", decided).status == 2


def test_several_plans_use_the_same_decisions(run: Run, write: Write) -> None:
    one = write("a/renstra.csv", _PLAN.format(year=2026))
    other = write("b/renstra.csv", _PLAN.format(year=2026).replace("62.71", "62.01"))
    decided = write("padanan.tsv", HEAD + row(_NAME))
    answer = run("align", one, other, "--padanan", decided, "--format", "json").json
    ways = {plan["wilayah"]: plan["item"][1]["cara"] for plan in answer["rencana"]}
    assert ways["62.71"] == "keputusan"
    assert ways["62.01"] != "keputusan"


def test_decisions_about_other_regions_are_told(run: Run, write: Write) -> None:
    plan = write("renstra.csv", _PLAN.format(year=2026).replace("62.71", ""))
    decided = write("padanan.tsv", HEAD + row(_NAME))
    told = run("align", plan, "--tingkat", "kota", "--padanan", decided)
    assert "62.71" in told.err
    named = run("align", plan, "--wilayah", "62.71", "--padanan", decided)
    assert (named.status, named.err) == (0, "")


def test_a_broken_row_is_told_and_never_lost(run: Run, write: Write) -> None:
    plan = write("renstra.csv", _PLAN.format(year=2026))
    broken = write("padanan.tsv", HEAD + row(_NAME, confidence="1,5"))
    told = run("align", plan, "--padanan", broken)
    assert (told.status, "IKU203" in told.out) == (1, True)
    before = broken.read_text()
    refused = run("align", plan, "--simpan", broken)
    assert (refused.status, broken.name in refused.err) == (2, True)
    assert broken.read_text() == before


def test_mappings_go_to_a_file(run: Run, write: Write) -> None:
    plan = write("renstra.csv", _PLAN.format(year=2026))
    assert run("align", plan, "--simpan", "-").status == 2
    assert run("mappings", write("a.tsv", HEAD + row("N")), "--simpan", "-").status == 2


@pytest.mark.parametrize("name", ["renstra.csv", "lain.tsv"])
def test_no_other_file_is_written_over(name: str, run: Run, write: Write) -> None:
    plan = write("renstra.csv", _PLAN.format(year=2026))
    write("lain.tsv", "a\tb\n1\t2\n")
    before = plan.with_name(name).read_text()
    assert run("align", plan, "--simpan", plan.with_name(name)).status == 2
    assert plan.with_name(name).read_text() == before


def test_a_missing_file_of_mappings_ends_with_two(run: Run, write: Write) -> None:
    plan = write("renstra.csv", _PLAN.format(year=2026))
    assert run("align", plan, "--padanan", plan.with_name("tidak-ada.tsv")).status == 2


def test_many_files_are_joined_the_same_in_any_order(run: Run, write: Write) -> None:
    one = write("a.tsv", HEAD + row("Nama X"))
    other = write("b.tsv", HEAD + row("Nama Y", wilayah="32.73"))
    results = []
    for number, names in enumerate([(one, other), (other, one), (one, other, one)]):
        target = one.with_name(f"hasil-{number}.tsv")
        assert run("mappings", *names, "--simpan", target).status == 0
        results.append(target.read_text())
    assert len(set(results)) == 1
    rows = list(csv.DictReader(io.StringIO(run("mappings", one, other, "--format", "csv").out)))
    assert [(found["wilayah"], found["nama"], found["oleh"]) for found in rows] == [
        ("32.73", "Nama Y", "Siti"),
        ("62.71", "Nama X", "Siti"),
    ]
    table = run("mappings", one, other).out
    assert "2 baris dari 2 berkas: 2 keputusan, 2 wilayah, 1 kode." in table


def test_other_files_of_a_folder_are_told(run: Run, write: Write) -> None:
    one = write("a/padanan.tsv", HEAD + row("Nama X"))
    write("a/renstra.csv", _PLAN.format(year=2026))
    told = run("mappings", one.parent)
    assert (told.status, "renstra.csv" in told.err) == (0, True)
    assert "1 baris dari 1 berkas" in told.out


def test_chains_are_shown_and_written(run: Run, write: Write) -> None:
    one = write("a.tsv", HEAD + row("Nama X", object_id="iku:KBP-ORM-01"))
    target = one.with_name("rantai.tsv")
    answer = run("mappings", one, "--rantai", "--simpan", target, "--format", "json").json
    assert ("sipd:000599", "sama") in {(c["kode"], c["hubungan"]) for c in answer["rantai"]}
    assert "sipd:000599\t" in target.read_text()
    again = run("mappings", target, "--format", "json").json
    assert again["indeks"][0]["pemakaian"][0]["nama"] == "Nama X"
    assert len(again["indeks"]) == 1
    assert "sipd:000599" in run("mappings", one, "--rantai").out
    assert "sipd:000599" in run("mappings", one, "--rantai", "--format", "csv").out


def test_a_contradiction_fails(run: Run, write: Write) -> None:
    one = write("a.tsv", HEAD + row("N") + row("N", object_id="iku:KBP-ORM-01"))
    for command in (("mappings", one), ("validate", one)):
        told = run(*command)
        assert (told.status, "IKU272" in told.out) == (1, True)


def test_files_of_mappings_are_checked_as_such(run: Run, write: Write) -> None:
    one = write("a.tsv", HEAD + row("N"))
    assert run("validate", one).status == 0
    assert run("validate", one, "--jenis", "padanan").status == 0
    assert run("validate", write("b.csv", "a,b\n1,2\n"), "--jenis", "padanan").status == 1


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({}, ["KBP-WAS-02", "KBP-WAS-02"]),
        ({"predicate_id": "skos:closeMatch"}, ["KBP-WAS-02"]),
        ({"object_id": "sssom:NoTermFound"}, ["KBP-WAS-02"]),
    ],
)
def test_names_in_tables_of_performance_are_those_decided(
    cells: dict[str, str], codes: list[str], run: Run, write: Write
) -> None:
    table = write(
        "lkjip.csv",
        "Indikator;Satuan;Target 2025;Realisasi 2025\n"
        "Persentase Penyelesaian Konflik Sosial;Persen;90;85\n"
        "Angka setempat kami;Persen;80;70\n",
    )
    decided = write("padanan.tsv", HEAD + row("Angka setempat kami", **cells))
    asked = ("compute", table, "--wilayah", "62.71", "--format", "json")
    assert [one["kode"] for one in run(*asked).json["hasil"]] == ["KBP-WAS-02"]
    found = run(*asked, "--padanan", decided).json["hasil"]
    assert [one["kode"] for one in found] == codes
    broken = write("rusak.tsv", HEAD + row("N", confidence="x"))
    assert run(*asked, "--padanan", broken).status == 1


def test_mappings_are_kept_in_a_workbook_too(run: Run, write: Write, tmp_path: Path) -> None:
    """What is decided in a spreadsheet says what the same rows say as SSSOM/TSV."""
    plan = write("renstra-62.71.csv", _PLAN.format(year=2025))
    book, text = tmp_path / "padanan.xlsx", tmp_path / "padanan.tsv"
    for kept in (book, text):
        assert run("align", plan, "--simpan", kept).status == 0
    told = [run("mappings", kept, "--format", "csv").out for kept in (book, text)]
    rows = [list(csv.DictReader(io.StringIO(one))) for one in told]
    for one in (*rows[0], *rows[1]):
        del one["berkas"], one["baris"]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 2
    decided = write("putusan.tsv", HEAD + row(_NAME, object_id="sssom:NoTermFound"))
    assert run("mappings", decided, "--simpan", book, "--timpa").status == 0
    found = run("align", plan, "--padanan", book, "--format", "json").json
    assert [one["cara"] for one in found["item"]] == ["nama", "keputusan"]
    assert found["item"][1]["keputusan"]["oleh"] == "Siti"
    # Plans may stand behind it, it is checked as what it is, and a second run keeps the decision.
    assert run("align", "--padanan", book, plan).status == 0
    assert run("validate", book).status == 0
    assert run("align", plan, "--simpan", book).status == 0
    assert "1 keputusan" in run("mappings", book).out


def test_a_workbook_without_mappings_is_said_to_have_none(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "lain.xlsx"
    assert run("template", "--wilayah", "62.71", "--tahun", "2025", "-o", other).status == 0
    assert "predicate_id" in run("mappings", other).out


def test_what_was_decided_of_a_name_holds_when_files_are_checked(run: Run, write: Write) -> None:
    table = write(
        "lkjip.csv",
        "Indikator;Satuan;Target 2025;Realisasi 2025;Capaian 2025\n"
        "Angka setempat kami;Kasus;10;5;50\n",
    )
    plan = write("renstra.csv", "nama,satuan,target 2025\nAngka setempat kami,Persen,10\n")

    def codes(path: Path, *more: Path) -> set[str]:
        given: tuple[str | Path, ...] = ("--padanan", *more) if more else ()
        asked = run("validate", path, "--wilayah", "62.71", *given, "--format", "json")
        return {one["kode"] for one in asked.json["temuan"]}

    conflicts = write("a.tsv", HEAD + row("Angka setempat kami", object_id="iku:KBP-WAS-09"))
    nothing = write("b.tsv", HEAD + row("Angka setempat kami", object_id="sssom:NoTermFound"))
    elsewhere = write("c.tsv", HEAD + row("Angka setempat kami", wilayah="62.01"))
    assert codes(table, conflicts) - codes(table)
    assert codes(table, nothing) == codes(table, elsewhere) == codes(table)
    assert codes(plan, conflicts) - codes(plan)
    broken = write("rusak.tsv", HEAD + row("N", confidence="x"))
    assert run("validate", plan, "--padanan", broken).status == 1


def test_a_change_is_held_against_files(run: Run, write: Write) -> None:
    plan = write(
        "renstra.yaml",
        'jenis: rencana\nwilayah: "62"\nitem:\n'
        "  - {nama: Indeks Demokrasi Indonesia, target: {2021: 75}}\n",
    )
    asked = ("diff", "2020", "2021", "--pada", plan)
    answer = run(*asked, "--format", "json")
    assert answer.status == 0
    (found,) = answer.json["dampak"]
    assert (found["kode"], found["berkas"], found["baris"]) == ("KBP-POL-01", str(plan), 4)
    assert answer.json["ringkasan"] == {"berkas": 1, "kena": 1, "item": 1}
    assert "Pisahkan deretnya" in run(*asked).out.replace("\n", " ").replace("  ", " ")
    assert run(*asked, "--format", "markdown", "--bahasa", "en").out.count("## Impact") == 1
    assert "dampak" not in run("diff", "2020", "2021", "--format", "json").json


def test_a_file_that_cannot_be_read_is_told(run: Run, write: Write) -> None:
    broken = write("laporan.yaml", 'wilayah: "62"\ntahun: [\n')
    told = run("diff", "2020", "2021", "--pada", broken, "--format", "json")
    assert told.status == 1
    assert {one["berkas"] for one in told.json["temuan"]} == {str(broken)}
    gone = run("diff", "2020", "2021", "--pada", broken.with_name("tidak-ada.yaml"))
    assert gone.status == 2
