"""A plan written back with codes: nothing of the region's text is lost, and it reads as it says."""

from __future__ import annotations

import csv
import io
import json
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku import Alignment, Catalog, LoadedPlan, load_catalog, read_plan
from kesbang_iku.alignment.alignment import align_with
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.publish.plan_suggestion import (
    NotSuggestedError,
    Suggestion,
    plan_yaml,
    suggest_csv,
    suggest_yaml,
)
from kesbang_iku.sources.reading import Opened, open_source
from tests.workbooks import sheets

PLAN = """\
# Renstra kami
jenis: rencana
wilayah: "62.71"   # Palangka Raya

item:
  - nama: Prosentase konflik sosial yang diselesaikan  # dari tabel 4.2
    satuan: Persen
    target: {2025: "82,50", 2026: 84}
  -   nama: Jumlah rumah ibadah yang dibangun masyarakat

  - {satuan: Indeks, nama: IKN}
  - kode: KBP-WAS-99
    nama: Indeks Harmoni Indonesia
  - kode:
    nama: Indeks Kinerja Ormas
  - nama: Indeks Perlindungan Kebhinnekaan
    lokal: {tema: sosial}
"""


@cache
def _catalog() -> Catalog:
    return load_catalog()


@cache
def _matcher() -> Matcher:
    return Matcher(KnownNames(_catalog(), "kota"))


def _read(content: str | bytes) -> tuple[Opened, LoadedPlan, Alignment]:
    encoded = content if isinstance(content, bytes) else content.encode()
    opened, _ = open_source(encoded)
    assert opened is not None
    plan = read_plan(opened)
    return opened, plan, align_with(_matcher(), plan)


def _suggest(content: str | bytes) -> Suggestion:
    return suggest_yaml(*_read(content), standard=_catalog())


def _without_insertions(original: str, made: str) -> bool:
    """Say whether ``original`` is left when characters are taken out of ``made``, in order."""
    rest = iter(made)
    return all(character in rest for character in original)


def test_a_yaml_file_keeps_every_line_of_its_own() -> None:
    made = _suggest(PLAN).text
    assert _without_insertions(PLAN, made)
    for line in PLAN.splitlines():
        kept = line.strip().removeprefix("-").strip().removeprefix("{")
        assert kept in made, line


def test_what_is_filled_in_is_found_by_its_code() -> None:
    made = _suggest(PLAN)
    again = _read(made.text)[2]
    assert [one.cara for one in again] == ["kode", "tidak_ada", "kode", "nama", "kode", "lokal"]
    assert [one.padanan.kode for one in again if one.padanan is not None] == [
        "KBP-WAS-02", "KBP-WAS-01", "KBP-ESB-01", "KBP-ORM-01",
    ]  # fmt: skip
    assert (made.filled, made.open) == (3, 1)
    before = [one.item.model_dump(exclude={"kode"}) for one in _read(PLAN)[2]]
    assert [one.item.model_dump(exclude={"kode"}) for one in again] == before


def test_suggesting_again_adds_no_code() -> None:
    made = _suggest(PLAN).text
    assert _suggest(made).filled == 0


def test_doubt_and_a_local_theme_are_comments_only() -> None:
    made = _suggest(PLAN).text
    assert "# lokal: {tema: sosial}" in made
    assert "# kode di bawah tidak ada dalam katalog" in made
    assert "kode: KBP-WAS-99" in made
    doubtful = _suggest("item: [{nama: Persentase ormas terdaftar}]")
    assert "# kode: KBP-" in doubtful.text
    assert _read(doubtful.text)[1].items[0].item.kode is None


def test_line_ends_of_the_file_are_kept() -> None:
    made = _suggest(PLAN.replace("\n", "\r\n")).text
    assert made.count("\n") == made.count("\r\n")
    assert next(iter(_read(made)[2])).cara == "kode"


def test_a_table_becomes_yaml_with_its_other_columns_as_comments() -> None:
    table = (
        "wilayah,indikator,satuan,baseline 2024,target 2025,Bidang Pengampu\n"
        '62.71,Indeks Kewaspadaan Nasional,Indeks,"3,50","=1+1",Seksi "A"\n'
        "62.71,Jumlah rumah ibadah,unit,-,10 s.d. 12,\n"
    )
    made = _suggest(table).text
    plan, again = _read(made)[1:]
    assert plan.plan.wilayah == "62.71"
    assert [one.cara for one in again] == ["kode", "tidak_ada"]
    assert plan.items[0].item.target == {2025: "=1+1"}
    assert plan.items[0].item.dasar == {2024: "3,50"}
    assert plan.items[1].item.target == {2025: "10 s.d. 12"}
    assert plan.items[0].item.penanggung_jawab == 'Seksi "A"'


def test_the_code_of_a_programme_makes_room_for_that_of_the_indicator() -> None:
    table = (
        "kode,indikator,satuan,target 2025\n"
        "8.01.06,Indeks Kewaspadaan Nasional,Indeks,72\n"
        "8.01.06.2.01,Jumlah rumah ibadah,unit,3\n"
    )
    opened, plan, found = _read(table)
    made = suggest_yaml(opened, plan, found, standard=_catalog()).text
    again = _read(made)[1]
    assert [one.item.kode for one in again.items] == ["KBP-WAS-01", None]
    assert "# kolom kode program: 8.01.06\n" in made
    in_a_table = _read(suggest_csv(plan, found).text)[1]
    assert [one.item.kode for one in in_a_table.items] == ["KBP-WAS-01", None]


def test_numbers_of_a_workbook_stay_the_numbers_they_were() -> None:
    content = sheets(IKU=[["Indikator", "Target 2025"], ["Indeks Kewaspadaan Nasional", 83.125]])
    made = _suggest(content).text
    again = _read(made)[2]
    assert "format_angka: en" in made
    assert not [one for one in again[0].penyimpangan if one.jenis == "target"]
    desimal = [one for one in again[0].penyimpangan if one.jenis == "desimal"]
    assert desimal[0].milik_daerah == "2025 = 83,125"


@pytest.mark.parametrize("number", [100, 7.03, 0, 1e15])
def test_numbers_of_a_workbook_need_no_tag(number: float) -> None:
    content = sheets(IKU=[["Indikator", "Target 2025"], ["Indeks Kewaspadaan Nasional", number]])
    made = _suggest(content).text
    assert "!!" not in made
    plan, _ = _read(made)[1:]
    assert plan.temuan == ()
    assert [float(str(value)) for value in plan.items[0].item.target.values()] == [number]


def test_json_is_written_as_yaml() -> None:
    made = _suggest(
        '{"item": [{"nama": "IKN", "target": {"2025": 3.5, "2026": 4}, "catatan": "a: b # c"}]}'
    )
    item = _read(made.text)[1].items[0].item
    assert "!!" not in made.text
    assert (item.kode, item.catatan, item.target) == (
        "KBP-WAS-01",
        "a: b # c",
        {2025: "3.5", 2026: "4"},
    )


def test_aliases_are_written_out_where_nothing_can_be_put_in() -> None:
    text = "x: &a {nama: IKN}\nitem: [*a, *a]\n"
    _, plan, found = _read(text.replace("x:", "catatan: x #"))
    assert len(plan.items) == len(found)


def test_items_that_cannot_be_read_are_never_lost() -> None:
    with pytest.raises(NotSuggestedError):
        _suggest('{"item": [{"nama": "IKN"}, {"satuan": "tanpa nama"}]}')
    kept = _suggest("item:\n  - nama: IKN\n  - satuan: tanpa nama\n").text
    assert "satuan: tanpa nama" in kept


def test_csv_has_codes_and_proposals_in_columns() -> None:
    _, plan, found = _read(PLAN.replace("    lokal: {tema: sosial}\n", ""))
    made = suggest_csv(plan, found)
    rows = list(csv.DictReader(io.StringIO(made.text)))
    assert rows[0]["kode"] == "KBP-WAS-02"
    assert (rows[0]["target 2025"], rows[0]["target 2026"]) == ("82,50", "84")
    assert "lokal" in rows[1]["usulan"]
    assert [one.cara for one in _read(made.text)[2]][:3] == ["kode", "tidak_ada", "kode"]


def test_csv_cannot_hold_a_local_indicator() -> None:
    _, plan, found = _read(PLAN)
    with pytest.raises(NotSuggestedError):
        suggest_csv(plan, found)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
            lambda text: text.strip() != "" and text.isprintable()
        ),
        min_size=1,
        max_size=3,
    )
)
def test_any_name_comes_back_as_it_was(names: list[str]) -> None:
    content = json.dumps({"item": [{"nama": name, "sumber_data": name} for name in names]})
    before = read_plan(content.encode())
    again = read_plan(plan_yaml(before).encode())
    assert [one.item.nama for one in again.items] == [one.item.nama for one in before.items]
    assert [one.item.sumber_data for one in again.items] == names


@pytest.mark.parametrize(
    "text",
    [
        "item:\n-\n  nama: IKN\n-\n    # c\n    satuan: Indeks\n    nama: IHaI\n",
        'item:\n- "nama": "IKN"\n  "target":\n    2025: 3\n',
        'item: [ {nama: IKN}, {"nama":"IKO"} ]',
        "---\nitem:\n  - ? nama\n    : IKN\n",
        "item:\n  - nama: IKO\n    catatan: |\n      kode: palsu\n      nama: x\n",
        "- item:\n  - nama: >-\n      Indeks\n      Kewaspadaan Nasional\n",
        "item:\n  - {nama: IKN, kode: }\n  - {kode: ~, nama: IKO}\n",
        'item:\n  - nama: IKN\n    kode: ""\n  - nama: IKO\n    kode: null # belum\n',
        "\ufeffitem:\n  - nama: IKN\n",
        "%YAML 1.2\n---\nitem:\n  - nama: IKN\n",
        "item:\n  - nama: IKN\n---\nitem:\n  - nama: IKO\n",
    ],
)
def test_every_way_of_writing_a_plan_reads_back_with_its_codes(text: str) -> None:
    made = _suggest(text)
    before, again = _read(text)[2], _read(made.text)[2]
    assert made.filled == len(before)
    assert [one.cara for one in again] == ["kode"] * len(before)
    assert [one.item.model_dump(exclude={"kode"}) for one in again] == [
        one.item.model_dump(exclude={"kode"}) for one in before
    ]
