"""Reading reports: every form says the same, and every part of it has its place."""

from __future__ import annotations

import json

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Place
from tests.definitions import line_of

_YAML = """\
# a report as a region types it
jenis: laporan
wilayah: "62"
tahun: 2018
item:
  - kode: KBP-POL-01
    variabel:
      kebebasan_sipil: "90,09"
      hak_politik: 50.46
    target: {nilai: 72, dokumen: Renstra}
    realisasi: 71.27
---
jenis: laporan
wilayah: "62.71"
tahun: 2019
item:
  - {kode: KBP-WAS-02, variabel: {konflik: 20}, target: 90}
"""


def _read(text: str, name: str) -> iku.Reports:
    return iku.read_reports(text.encode(), name=name)


def _codes(reports: iku.Reports) -> list[str]:
    return [found.kode for found in reports.temuan]


def test_yaml_documents_are_reports_in_their_order() -> None:
    reports = _read(_YAML, "a.yaml")
    assert [loaded.report.wilayah for loaded in reports] == ["62", "62.71"]
    assert [loaded.items[0].item.kode for loaded in reports] == ["KBP-POL-01", "KBP-WAS-02"]
    assert reports.temuan == ()


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        (("item", 0, "variabel", "kebebasan_sipil"), '"90,09"'),
        (("item", 0, "target", "nilai"), "72, dokumen"),
        (("item", 0, "realisasi"), "71.27"),
        (("tahun",), "2018"),
    ],
)
def test_place_of_a_part_is_where_it_is_written(pointer: tuple[str | int, ...], words: str) -> None:
    place = _read(_YAML, "a.yaml")[0].locate(pointer)
    line = _YAML.splitlines()[line_of(_YAML, words) - 1]
    assert (place.berkas, place.baris) == ("a.yaml", line_of(_YAML, words))
    assert place.kolom == line.index(words) + 1
    assert place.penunjuk == "/" + "/".join(map(str, pointer))


def test_place_of_an_item_counts_from_the_start_of_the_file() -> None:
    loaded = _read(_YAML, "a.yaml")[1]
    assert loaded.items[0].locate(("target",)).baris == _YAML.count("\n")


def test_json_list_is_several_reports_with_pointers_into_the_list() -> None:
    item = {"kode": "KBP-WAS-02", "variabel": {"konflik": 20.50}, "target": "90"}
    one = {"wilayah": "62", "tahun": 2024, "item": [item]}
    reports = _read(json.dumps([one, {**one, "tahun": 2025}], indent=1), "a.json")
    assert [loaded.report.tahun for loaded in reports] == [2024, 2025]
    place = reports[1].items[0].locate(("variabel", "konflik"))
    assert place.penunjuk == "/1/item/0/variabel/konflik"


_LONG = """\
wilayah,tahun,periode,kode,variabel,nilai,target,capaian
62,2018,tahunan,KBP-POL-01,kebebasan_sipil,"90,09",72,"98,99"
62,2018,tahunan,KBP-POL-01,hak_politik,"50,46",72,
62,2018,tahunan,KBP-POL-01,lembaga_demokrasi,"80,65",,
62.71,2018,tahunan,KBP-WAS-02,konflik,20,,
"""
_WIDE = """\
wilayah;tahun;kode;konflik;konflik_diselesaikan;target
62.71;2024;KBP-WAS-02;20;17;90
62.72;2024;KBP-WAS-02;8;8;100
"""


def test_rows_of_one_item_come_together() -> None:
    reports = _read(_LONG, "a.csv")
    (item,) = reports[0].items
    assert item.item.variabel == {
        "kebebasan_sipil": "90,09",
        "hak_politik": "50,46",
        "lembaga_demokrasi": "80,65",
    }
    assert reports.temuan == ()
    assert len(reports) == 2


@pytest.mark.parametrize(
    ("pointer", "row", "cell"),
    [
        (("variabel", "hak_politik"), 3, "F3"),
        (("target",), 3, "G3"),
        (("capaian",), 2, "H2"),
        ((), 2, "D2"),
    ],
)
def test_long_table_has_the_cell_of_each_part(
    pointer: tuple[str, ...], row: int, cell: str
) -> None:
    place = _read(_LONG, "a.csv")[0].items[0].locate(pointer)
    assert (place.baris, place.sel) == (row, cell)


def test_wide_table_has_the_cell_of_each_variable() -> None:
    reports = _read(_WIDE, "a.csv")
    assert [len(loaded.items) for loaded in reports] == [1, 1]
    place = reports[1].items[0].locate(("variabel", "konflik_diselesaikan"))
    assert (place.baris, place.sel) == (3, "E3")


def test_the_same_report_in_each_form_gives_the_same_item() -> None:
    yaml = (
        'wilayah: "62.71"\ntahun: 2024\nitem:\n'
        '  - kode: KBP-WAS-02\n    target: "90"\n'
        '    variabel: {konflik: "20", konflik_diselesaikan: "17"}\n'
    )
    text = {"konflik": "20", "konflik_diselesaikan": "17"}
    entry = {"kode": "KBP-WAS-02", "variabel": text, "target": "90"}
    as_json = json.dumps({"wilayah": "62.71", "tahun": 2024, "item": [entry]})
    forms = [_read(yaml, "a.yaml"), _read(as_json, "a.json"), _read(_WIDE, "a.csv")]
    items = [reports[0].items[0].item for reports in forms]
    assert items[0] == items[1] == items[2]


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("wilayah,tahun,variabel,nilai", ["kode"]),
        ("kode", ["wilayah", "tahun"]),
        ("wilayah,tahun,kode,variabel", ["nilai"]),
        ("wilayah,tahun,kode,nilai", ["variabel"]),
    ],
)
def test_column_that_is_missing_is_named(header: str, missing: list[str]) -> None:
    reports = _read(f"{header}\n" + ",".join("1" for _ in header.split(",")) + "\n", "a.csv")
    assert len(reports) == 0
    named = [
        dict(found.arguments)["kolom"].id for found in reports.temuan if found.kode == "IKU321"
    ]
    assert named == missing


def test_row_without_identity_is_named_and_the_others_are_read() -> None:
    reports = _read(_WIDE + ";2024;KBP-WAS-02;1;1;\n", "a.csv")
    assert [(found.kode, found.place.sel) for found in reports.temuan] == [("IKU322", "A4")]
    assert len(reports) == 2


def test_number_without_a_variable_is_not_dropped_in_silence() -> None:
    text = _LONG + "62,2018,tahunan,KBP-POL-01,,12,,\n"
    assert [(found.kode, found.place.sel) for found in _read(text, "a.csv").temuan] == [
        ("IKU322", "E6")
    ]


def test_cells_of_one_item_that_contradict_each_other_are_found() -> None:
    text = _LONG + "62,2018,tahunan,KBP-POL-01,hak_politik,51,73,\n"
    found = _read(text, "a.csv").temuan
    assert [(one.kode, one.place.sel, one.nilai) for one in found] == [
        ("IKU323", "G6", "73"),
        ("IKU323", "F6", "51"),
    ]


def test_empty_cell_contradicts_nothing() -> None:
    text = (
        "wilayah,tahun,kode,variabel,nilai\n62,2018,KBP-WAS-02,konflik,\n"
        "62,2018,KBP-WAS-02,konflik,5\n62,2018,KBP-WAS-02,konflik,\n"
    )
    reports = _read(text, "a.csv")
    assert reports.temuan == ()
    assert reports[0].items[0].item.variabel == {"konflik": "5"}


@pytest.mark.parametrize(
    ("text", "name", "pointer"),
    [
        ("jenis: rencana\nitem: []\n", "a.yaml", "/jenis"),
        ("- 1\n", "a.yaml", "/0"),
        ("[[]]", "a.json", "/0"),
        ('"x"', "a.json", ""),
    ],
)
def test_what_is_no_report_is_told_so_at_its_place(text: str, name: str, pointer: str) -> None:
    (found,) = _read(text, name).temuan
    assert (found.kode, found.place.penunjuk) == ("IKU320", pointer)


def test_item_that_cannot_be_read_leaves_the_others(katalog: iku.Catalog) -> None:
    text = (
        'wilayah: "62"\ntahun: 2024\nitem:\n  - kode: KBP-WAS-02\n    tarjet: 5\n'
        "  - {kode: KBP-WAS-02, realisasi: 5}\n  - 7\n"
    )
    reports = _read(text, "a.yaml")
    assert _codes(reports) == ["IKU202", "IKU203"]
    assert len(reports[0].items) == 1
    assert reports[0].broken == 2
    assert "'target'" in reports.temuan[0].saran
    assert reports.temuan[0].baris == 5
    assert len(iku.compute(reports, katalog)) == 1


def test_reports_add_up() -> None:
    both = _read(_YAML, "a.yaml") + _read("x: [", "b.yaml")
    assert len(both) == 2
    assert {found.berkas for found in both.temuan} == {"b.yaml"}


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.csv"])
@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "\x00", "[", '{"a": ', "a,b\n\x00\n"])
def test_content_of_a_file_raises_nothing(text: str, name: str) -> None:
    reports = _read(text, name)
    assert len(reports) == 0
    assert reports.temuan
    assert all(isinstance(found.place, Place) for found in reports.temuan)


def test_file_that_does_not_exist_is_a_finding() -> None:
    (found,) = iku.read_reports("tidak-ada.yaml").temuan
    assert found.berkas == "tidak-ada.yaml"


def test_an_unknown_key_is_pointed_at_itself_not_what_stands_under_it() -> None:
    text = """\
jenis: laporan
wilayah: "62"
tahun: 2024
item:
  - kode: KBP-WAS-02
    variabell:
      konflik: 20
"""
    (found,) = iku.read_reports(text.encode(), name="laporan.yaml").temuan
    place = found.place
    assert found.kode == "IKU202"
    assert (place.baris, place.kolom, place.kolom_akhir) == (6, 5, 14)
    assert place.penunjuk == "/item/0/variabell"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", _YAML),
        ("a.json", '[{"wilayah": "62", "tahun": 2018,\n"item": [\n{"kode": "KBP-POL-01"}]}]'),
        ("a.csv", "wilayah;tahun;kode;target\n62;2018;KBP-POL-01;72\n62;2019;KBP-POL-01;73\n"),
    ],
)
def test_an_item_begins_in_the_file_and_line_of_its_place(name: str, text: str) -> None:
    items = [item for report in _read(text, name) for item in report.items]
    assert items
    for item in items:
        place = item.locate(())
        assert (item.berkas, item.baris) == (place.berkas, place.baris) != (None, None)
