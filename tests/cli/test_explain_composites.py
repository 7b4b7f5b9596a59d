"""``explain`` of composites: what components add, what a ranking owes to weights, and charts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kesbang_iku import extras
from tests.cli.conftest import Run

Write = Callable[[str, str | bytes], Path]

IDI = ("explain", "examples/idi-kalimantan-tengah.yaml", "--kode", "KBP-POL-01")
NO_COMPOSITE = ("explain", "examples/laporan-keliru.yaml", "--kode", "KBP-POL-02")
ROWS = (
    "31,2018,KBP-POL-01,92,80,85",
    "32,2018,KBP-POL-01,90,60,70",
    "33,2018,KBP-POL-01,70,74,71",
    "34,2018,KBP-POL-01,60,55,65",
)


def regions(write: Write, *rows: str) -> tuple[str, ...]:
    path = write("laporan.yaml", "---\n".join(map(_report, rows or ROWS)))
    return ("explain", str(path), "--kode", "KBP-POL-01", "--kepekaan")


def _report(row: str) -> str:
    region, year, code, *values = row.split(",")
    names = ("kebebasan_sipil", "hak_politik", "lembaga_demokrasi")
    given = ", ".join(f"{n}: {v}" for n, v in zip(names, values, strict=True) if v)
    return (
        f'jenis: laporan\nwilayah: "{region}"\ntahun: {year}\n'
        f"item:\n  - kode: {code}\n    variabel: {{{given}}}\n"
    )


def test_each_component_says_what_it_adds_to_the_value_and_to_its_change(run: Run) -> None:
    ran = run(*IDI, "--tahun", "2018", "--rincian")
    assert (ran.status, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "Indeks aspek kebebasan sipil 0,327 90,09 29,46 41,3%" in lines
    assert "Perubahan sejak 2017: 76,12 → 71,27 (-4,85)" in lines
    assert "Indeks aspek hak-hak politik 0,413 56,69 50,46 -2,57 53,1%" in lines
    assert lines[0].startswith("Indeks Demokrasi Indonesia")


def test_the_parts_in_json_sum_exactly_to_the_value(run: Run) -> None:
    first, second = run(*IDI, "--rincian", "--format", "json").json["hasil"]
    parts = second["rincian"]["sumbangan"]
    assert sum(Fraction(part["sumbangan_eksak"]) for part in parts) == Fraction(
        second["nilai_eksak"]
    )
    change = second["rincian"]["perubahan"]
    assert (change["tahun"], change["sebelum"], change["selisih"]) == (2017, "76.12", "-4.85")
    assert [part["sumbangan"] for part in change["komponen"]] == ["-1.80", "-2.57", "-0.48"]
    assert first["rincian"]["perubahan"] is None


def test_markdown_has_a_table_of_the_components(run: Run) -> None:
    ran = run(*IDI, "--tahun", "2018", "--rincian", "--format", "markdown", "--bahasa", "en")
    assert "\n## What each component adds\n\n| Component | Weight |" in ran.out
    assert "\n## Change since 2017: 76.12 → 71.27" in ran.out


def test_without_the_option_nothing_is_added(run: Run) -> None:
    assert all("rincian" not in one for one in run(*IDI, "--format", "json").json["hasil"])
    assert "kepekaan" not in run(*IDI, "--format", "json").json


@pytest.mark.parametrize("option", ["--rincian", "--kepekaan"])
def test_what_has_no_components_is_refused(option: str, run: Run) -> None:
    ran = run(*NO_COMPOSITE, option)
    assert (ran.status, ran.out) == (2, "")
    assert "bukan jumlah tertimbang" in ran.err
    assert "neither a weighted sum" in run(*NO_COMPOSITE, option, "--bahasa", "en").err


def test_an_item_that_lacks_a_component_says_so(run: Run, write: Write) -> None:
    arguments = regions(write, "31,2018,KBP-POL-01,92,80,")[:-1]
    (one,) = run(*arguments, "--rincian", "--format", "json").json["hasil"]
    assert one["rincian"]["sumbangan"] == []
    (reason,) = one["rincian"]["keterangan"]
    assert "lembaga_demokrasi" in reason


def test_regions_are_ranked_with_what_other_weights_would_make_of_it(
    run: Run, write: Write
) -> None:
    ran = run(*regions(write))
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "KBP-POL-01 Indeks Demokrasi Indonesia · 2018"
    assert "1 31 Daerah Khusus Ibukota Jakarta 85,22 1–1 1 100%" in lines
    assert any(line.startswith("2 32 Jawa Barat 72,41 2–3 2 ") for line in lines)
    assert "Indeks aspek kebebasan sipil 0,5 1" in lines


def test_a_ranking_in_json_names_ranks_and_who_has_none(run: Run, write: Write) -> None:
    arguments = regions(write, *ROWS, "35,2018,KBP-POL-01,60,55,")
    ran = run(*arguments, "--format", "json")
    (ranking,) = ran.json["kepekaan"]
    assert [one["wilayah"] for one in ranking["wilayah"]] == ["31", "32", "33", "34"]
    assert [one["peringkat"] for one in ranking["wilayah"]] == [1, 2, 3, 4]
    assert (ranking["ubahan"], ranking["rentang_bobot"], ranking["benih"]) == (2000, "1/5", 1)
    assert list(ranking["tanpa_peringkat"]) == ["35"]
    assert len(ran.json["hasil"]) == 5


def test_every_year_has_a_ranking_of_its_own(run: Run, write: Write) -> None:
    earlier = (row.replace("2018", "2017") for row in ROWS)
    ran = run(*regions(write, *ROWS, *earlier), "--format", "markdown")
    assert ran.out.count("Indeks Demokrasi Indonesia · 201") == 2


def test_a_region_that_is_there_twice_is_ranked_twice(run: Run, write: Write) -> None:
    ran = run(*regions(write, *ROWS, ROWS[0]), "--format", "json")
    assert [one["wilayah"] for one in ran.json["kepekaan"][0]["wilayah"]][:2] == ["31", "31*"]


def test_without_numpy_the_command_says_what_to_install(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    ran = run(*regions(write))
    assert (ran.status, ran.out) == (2, "")
    assert "pip install" in ran.err


def test_the_two_are_not_asked_for_together(run: Run) -> None:
    ran = run(*IDI, "--rincian", "--kepekaan")
    assert (ran.status, ran.out) == (2, "")
    assert "--rincian dan --kepekaan" in ran.err


def test_charts_are_written_into_a_folder(run: Run, write: Write, tmp_path: Path) -> None:
    folder = tmp_path / "gambar"
    ran = run(*IDI, "--tahun", "2018", "--rincian", "--gambar", folder)
    assert ran.err == f"2 berkas ditulis ke {folder}.\n"
    run(*IDI, "--gambar", folder)
    run(*regions(write), "--gambar", folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "deret-KBP-POL-01-62.svg",
        "peringkat-KBP-POL-01-2015-2018.svg",
        "perubahan-KBP-POL-01-62-2018.svg",
        "sumbangan-KBP-POL-01-62-2018.svg",
    ]
    for name in names:
        root = ET.parse(folder / name).getroot()  # noqa: S314 - our own drawing
        assert root.tag.endswith("svg")
