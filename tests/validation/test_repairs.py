"""Repairing files: what is repaired, that nothing else changes, and that it stays repaired."""

from __future__ import annotations

import stat
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.findings import Edit, Finding
from kesbang_iku.sources.reading import Format, Opened, open_source
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.repair_meaning import MeaningCheck
from kesbang_iku.validation.repairs import FileRepair, Repairs, edited, find_repairs

Katalog = iku.Catalog

REPORT = """jenis: laporan
wilayah: {wilayah}
tahun: 2024
item:
  - kode: {kode}
    variabel: {{konflik_diselesaikan: 17, konflik: 20}}
"""
PLAN = """jenis: rencana
wilayah: "62.71"
item:
  - nama: Persentase Penyelesaian Konflik Sosial
    satuan: {satuan}
    target: {{2025: 82}}
"""


def opened(text: str, form: Format = "yaml", name: str = "berkas") -> Opened:
    return Opened(name, text, form)


def repairs_of(text: str, katalog: Katalog, form: Format = "yaml") -> Repairs:
    return find_repairs([opened(text, form)], katalog)


def repaired(text: str, katalog: Katalog, form: Format = "yaml") -> str:
    """Return the text as it is after its repairs; the law must allow them."""
    found = repairs_of(text, katalog, form)
    assert found.ditolak == ()
    return found.berkas[0].sesudah.text if found.berkas else text


# -------------------------------------------------------------------------------- what is repaired


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("6271", '"62.71"'),
        ("'6271'", "'62.71'"),
        ('"6271"', '"62.71"'),
        ("62.71", '"62.71"'),
        ("62.10", '"62.10"'),
        ("6200", '"62"'),
        ('"62,71"', '"62.71"'),
        ("6271.0", '"62.71"'),
        ("Kota Palangka Raya", '"62.71"'),
    ],
)
def test_code_of_a_region(written: str, wanted: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah=f"{written}  # di sini", kode="KBP-WAS-02")
    assert repaired(text, katalog) == text.replace(written, wanted, 1)


@pytest.mark.parametrize("written", ['"62"', '"62.71"', "62.1", "11.1", "Bogor", "99", "62.71.01"])
def test_code_of_a_region_that_is_right_or_nobody_can_tell(written: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah=written, kode="KBP-WAS-02")
    assert repaired(text, katalog) == text


@pytest.mark.parametrize(
    "written",
    ["KBP-WAS-2", "kbp-was-2", "KBP WAS 02", "KBP.WAS.02", "Kbp_Was_002", "KBP–WAS–02"],
)
def test_code_of_an_indicator(written: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode=f"{written} # kode")
    assert repaired(text, katalog) == text.replace(written, "KBP-WAS-02")


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_code_keeps_the_quotes_it_stands_in(quote: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode=f"{quote}KBP_WAS_2{quote}")
    wanted = REPORT.format(wilayah='"62.71"', kode=f"{quote}KBP-WAS-02{quote}")
    assert repaired(text, katalog) == wanted


@pytest.mark.parametrize("written", ["KBP-WAS-20", "KBP-WSA-02", "WAS-02", "KBP-WAS"])
def test_another_code_is_never_taken_for_a_spelling(written: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode=written)
    assert repaired(text, katalog) == text


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("TW 1", "triwulan-1"), ("Triwulan II", "triwulan-2"), ("bulan 3", "bulan-03"),
     ("Tahunan", "tahunan"), ("'Semester 1'", "'semester-1'")],
)  # fmt: skip
def test_period(written: str, wanted: str, katalog: Katalog) -> None:
    text = f"periode: {written}\n" + REPORT.format(wilayah='"62.71"', kode="KBP-WAS-02")
    assert repaired(text, katalog) == text.replace(written, wanted)


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("wilyah", "wilayah"),
        ("Wilayah", "wilayah"),
        ("wiilayah", "wilayah"),
        ("wialyah", "wilayah"),
    ],
)
def test_key(key: str, wanted: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode="KBP-WAS-02").replace("wilayah", key)
    assert repaired(text, katalog) == text.replace(key, wanted)


def test_key_that_is_there_already_stays(katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"\nwilyah: "62.72"', kode="KBP-WAS-02")
    assert repaired(text, katalog) == text


def test_name_of_a_variable(katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode="KBP-WAS-02")
    broken = text.replace("konflik_diselesaikan", "konflik_diselesaikn")
    assert repaired(broken, katalog) == text


def test_name_with_another_digit_is_another_variable(katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62"', kode="KBP-IDE-01").replace(
        "{konflik_diselesaikan: 17, konflik: 20}", "{sila_1: 70, sila_6: 70}"
    )
    assert repaired(text, katalog) == text


def test_number_that_only_its_bounds_decide(katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62"', kode="KBP-IDE-01").replace(
        "{konflik_diselesaikan: 17, konflik: 20}", "{sila_1: 85.231} # sila"
    )
    assert repaired(text, katalog) == text.replace("85.231", "85.2310")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Persentase", "Persen"),
        ("(%)", "Persen"),
        ("Persen", "Persen"),
        ('"%"', '"%"'),
        ('"Persentase"', '"Persen"'),
        ("'Persentase'", "'Persen'"),
    ],
)
def test_unit_of_a_plan(written: str, wanted: str, katalog: Katalog) -> None:
    text = PLAN.format(satuan=f"{written} # satuan")
    assert repaired(text, katalog) == PLAN.format(satuan=f"{wanted} # satuan")


def test_codes_of_a_plan(katalog: Katalog) -> None:
    text = PLAN.format(satuan="Persen\n    kode: kbp-was-2").replace('"62.71"', "6271")
    wanted = PLAN.format(satuan="Persen\n    kode: KBP-WAS-02")
    assert repaired(text, katalog) == wanted


def test_scalar_that_readers_of_yaml_disagree_on(katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode="KBP-WAS-02\n    catatan: no")
    assert repaired(text, katalog) == text.replace("catatan: no", 'catatan: "no"')


@pytest.mark.parametrize("written", ["!kode 6271", "|\n  6271", '"62\\\n  71"'])
def test_value_that_is_more_than_a_word_on_a_line(written: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah=written, kode="KBP-WAS-02")
    assert repaired(text, katalog) == text


def test_rows_that_would_contradict_each_other_are_refused(katalog: Katalog) -> None:
    text = (
        "wilayah,tahun,kode,variabel,nilai\n6271,2024,KBP-WAS-02,konflik,20\n"
        "62.71,2024,KBP-WAS-02,konflik,17\n"
    )
    found = repairs_of(text, katalog, "csv")
    assert found.berkas == ()
    assert len(found.ditolak) == 1


def test_json(katalog: Katalog) -> None:
    text = '[{"wilayah": 62.10,\t"tahun": 2024, "item": [{"kode" : "KBP-WAS-2"}]}]\r\n'
    wanted = text.replace("62.10", '"62.10"').replace("KBP-WAS-2", "KBP-WAS-02")
    assert repaired(text, katalog, "json") == wanted


def test_number_of_json_stays_one(katalog: Katalog) -> None:
    text = '{"wilayah": "62.71", "tahun": 2024.0, "item": []}'
    assert repaired(text, katalog, "json") == text.replace("2024.0", "2024")


def test_table_repeats_a_code_in_every_row(katalog: Katalog) -> None:
    text = (
        'wilayah;tahun;kode;variabel;nilai\r\n6271;2024; kbp-was-2 ;konflik;"20"\r\n'
        '"6271";2024;kbp-was-2;konflik_diselesaikn;17\r\n3510;2024;KBP-WAS-02;konflik;6271'
    )
    assert repaired(text, katalog, "csv") == (
        'wilayah;tahun;kode;variabel;nilai\r\n62.71;2024; KBP-WAS-02 ;konflik;"20"\r\n'
        '"62.71";2024;KBP-WAS-02;konflik_diselesaikan;17\r\n35.10;2024;KBP-WAS-02;konflik;6271'
    )


def test_table_of_a_plan_repeats_a_code_in_every_row(katalog: Katalog) -> None:
    text = (
        "Daftar;;;\n1. Kode;Indikator;Satuan;Target 2025\nkbp-was-2;kbp-was-2;Persen;82\n"
        "kbp-was-2;Persentase Konflik;Persentase;83\n;Persentase Konflik;Persen;83\n"
    )
    assert repaired(text, katalog, "csv") == (
        "Daftar;;;\n1. Kode;Indikator;Satuan;Target 2025\nKBP-WAS-02;kbp-was-2;Persen;82\n"
        "KBP-WAS-02;Persentase Konflik;Persen;83\n;Persentase Konflik;Persen;83\n"
    )


def test_cell_gets_quotes_only_where_it_needs_them(katalog: Katalog) -> None:
    text = 'wilayah,tahun,kode,sila_1\n62,2024,KBP-IDE-01,"85,231"\n'
    assert repaired(text, katalog, "csv") == text.replace("85,231", "85,2310")
    text = "wilayah;tahun;kode;sila_1\n62;2024;KBP-IDE-01;85,231\n"
    assert repaired(text, katalog, "csv") == text.replace("85,231", "85,2310")


def test_unit_of_a_definition(katalog: Katalog) -> None:
    path = Path(iku.__file__).parents[2] / "catalog" / "indikator" / "was" / "kbp-was-02.yaml"
    text = path.read_text(encoding="utf-8")
    assert repaired(text.replace("satuan: persen", "satuan: Persentase", 1), katalog) == text


def test_what_configuration_sets_aside_is_left_alone(katalog: Katalog) -> None:
    text = REPORT.format(wilayah="6271", kode="kbp-was-2")
    found = find_repairs(
        [opened(text)], katalog, counting=lambda all_: [one for one in all_ if one.kode != "IKU303"]
    )
    assert found.berkas[0].sesudah.text == text.replace("kbp-was-2", "KBP-WAS-02")


def test_file_about_people_is_not_shown(katalog: Katalog) -> None:
    text = REPORT.format(wilayah="6271", kode="KBP-WAS-02") + "# NIK 6271014501900001\n"
    assert any(found.kode == "IKU620" for found in iku.validate(text.encode(), katalog))
    assert repairs_of(text, katalog).berkas == ()


# ----------------------------------------------------------------------------------- laws of repair

CODES = st.sampled_from(['"62.71"', "6271", "'6271'", "62.10", "6200", "62.1", "Bogor", "Jambi"])
INDICATORS = st.sampled_from(["KBP-WAS-02", "kbp-was-2", "KBP WAS 02", "KBP-WAS-3", "WAS-02"])
KEYS = st.sampled_from(["wilayah", "wilyah", "Wilayah"])
PERIODS = st.sampled_from(["tahunan", "TW 1", "Triwulan II", "entah", "bulan 7"])
COMMENTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=15)
NUMBERS = st.sampled_from(["20", '"20"', "20,0", "1.234", '"1,234"', "٢٠", "dua", "0x14"])


@st.composite
def reports(draw: st.DrawFn) -> str:
    end = draw(st.sampled_from(["\n", "\r\n"]))
    comment = draw(COMMENTS)
    lines = [
        f"# {comment}",
        f"{draw(KEYS)}:   {draw(CODES)}  # {comment}",
        "tahun: 2024",
        f"periode: {draw(PERIODS)}",
        "item:",
        f"  - kode: {draw(INDICATORS)}",
        f"    variabel: {{konflik_diselesaikn: 17, konflik: {draw(NUMBERS)}}}",
        *draw(st.lists(st.just(""), max_size=2)),
    ]
    return end.join(lines)


@st.composite
def tables(draw: st.DrawFn) -> str:
    mark = draw(st.sampled_from([";", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    rows = draw(st.lists(st.tuples(CODES, INDICATORS, NUMBERS), min_size=1, max_size=4))
    lines = [["wilayah", "tahun", "kode", "konflik", "catatan"]]
    lines += [[code.strip("'"), "2024", kode, number, ""] for code, kode, number in rows]
    return end.join(mark.join(line) for line in lines)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.one_of(st.tuples(reports(), st.just("yaml")), st.tuples(tables(), st.just("csv"))))
def test_repaired_file_means_the_same_and_nothing_is_left_to_repair(
    katalog: Katalog, case: tuple[str, Format]
) -> None:
    text, form = case
    found = repairs_of(text, katalog, form)
    assert found.ditolak == ()
    after = repaired(text, katalog, form)
    assert MeaningCheck.of(katalog).holds(opened(text, form), opened(after, form))
    assert repairs_of(after, katalog, form).berkas == ()
    errors = [
        [one.kode for one in iku.validate(each.encode(), katalog) if one.perbaikan is None]
        for each in (text, after)
    ]
    assert set(errors[1]) <= set(errors[0]) or found.berkas


@pytest.mark.slow
@settings(max_examples=60)
@given(st.one_of(st.tuples(reports(), st.just("yaml")), st.tuples(tables(), st.just("csv"))))
def test_every_byte_outside_the_edits_stays(katalog: Katalog, case: tuple[str, Format]) -> None:
    text, form = case
    edits = {
        edit
        for found in validate_all([opened(text, form)], katalog).temuan
        if found.perbaikan
        for edit in found.perbaikan.suntingan
    }
    after = edited(text, edits)
    kept = [(0, 0), *((edit.akhir, len(edit.teks)) for edit in sorted(edits, key=lambda e: e.awal))]
    at = 0
    for (start, length), edit in zip(
        kept, [*sorted(edits, key=lambda e: e.awal), None], strict=True
    ):
        at += length
        untouched = text[start : edit.awal if edit else None]
        assert after[at : at + len(untouched)] == untouched
        at += len(untouched)
    assert at == len(after)


def test_second_repair_finds_nothing(katalog: Katalog) -> None:
    text = REPORT.format(wilayah="6271", kode="kbp-was-2").replace("konflik: 20", "konflk: 20")
    once = repaired(text, katalog)
    assert once == REPORT.format(wilayah='"62.71"', kode="KBP-WAS-02")
    assert repairs_of(once, katalog) == Repairs(())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("konflik: 20}", "konflik: 21}"),
        ("konflik: 20}", "konflik: 2.0}"),
        ('"62.71"', '"62.72"'),
        ("KBP-WAS-02", "KBP-WAS-03"),
        ("KBP-WAS-02", "KBP_WAS_2"),
        ("konflik: 20}", "konflik: 20, lain: 1}"),
        ("konflik: 20}", "}"),
        ("tahun: 2024", "tahun: 2023"),
        ("konflik_diselesaikan: 17", "konflik_ditangani: 17"),
        ("item:", "- item:"),
    ],
)
def test_law_refuses_another_meaning(before: str, after: str, katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"62.71"', kode="KBP-WAS-02")
    assert before in text
    meaning = MeaningCheck.of(katalog)
    assert meaning.holds(opened(text), opened(text))
    assert not meaning.holds(opened(text), opened(text.replace(before, after)))


@pytest.mark.parametrize(("old", "new"), [("62.71", "62.72"), ("20", "21"), ("konflik", "lain")])
def test_law_refuses_another_meaning_of_a_table(old: str, new: str, katalog: Katalog) -> None:
    text = "wilayah,tahun,kode,variabel,nilai\n62.71,2024,KBP-WAS-02,konflik,20\n"
    meaning = MeaningCheck.of(katalog)
    assert meaning.holds(opened(text, "csv"), opened(text, "csv"))
    assert not meaning.holds(opened(text, "csv"), opened(text.replace(old, new), "csv"))


WHOLE = """wilayah: "62.71"
tahun: 2024
periode: tahunan
item:
  - kode: KBP-WAS-02
    variabel: {konflik_diselesaikan: 17, konflik: 20}
    sebelumnya: {konflik: 18}
    target: 80
    catatan: benar
  - {kode: KBP-POL-12, realisasi: 7}
"""
CELLS = """jenis: rencana
wilayah: Antah
item:
  - nama: Persentase konflik
    satuan: Antah
    polaritas: "!"
    target: {2025: "1.234", 2026: "81,69–85,23", 2027: "≥ 80", 2028: "20 orang", 2029: "٢٠"}
"""
ROWS = """wilayah;tahun;kode;konflik;catatan
62.71;2024;KBP-WAS-02;20;x
62.72;2024;KBP-WAS-02;21
"""
NAMED = """wilayah,tahun,kode,variabel,nilai
62.71,2024,KBP-WAS-02,konflk,20
62.71,2024,KBP-WAS-02,konflik_diselesaikan,17
"""
PLANNED = "Indikator;Satuan;Target 2025\nPersentase konflik;Persentase;80\n"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        # A slip of a key keeps what is said, but not what comes of it.
        (WHOLE, "konflik: 20", "konflk: 20"),
        (WHOLE, "{konflik: 18", "{konflk: 18"),
        (WHOLE, "target:", "targt:"),
        (WHOLE, "realisasi:", "realisas:"),
        (WHOLE, "catatan:", "ctatan:"),
        (WHOLE, "17, konflik", "17, wilayah"),
        (WHOLE, "  - {kode: KBP-POL-12, realisasi: 7}\n", ""),
        (WHOLE, "realisasi: 7}\n", "realisasi: 7}\n  - {kode: KBP-POL-13, realisasi: 7}\n"),
        (WHOLE, "tahunan", "Tahunan"),
        (WHOLE, "tahun: 2024", "tahun: '2024,0'"),
        (WHOLE, "benar", "null"),
        (WHOLE, "KBP-POL-12", "KBP-POL-13"),
        (WHOLE, WHOLE, f"{WHOLE}---\n{WHOLE}"),
        (f"{WHOLE}---\n{WHOLE}", f"---\n{WHOLE}", ""),
        (WHOLE, "tahun: 2024\n", "tahun: 2024\ntahun: 2024\n"),
        (CELLS, "wilayah: Antah", "wilayah: Berantah"),
        (CELLS, "satuan: Antah", "satuan: Berantah"),
        (CELLS, "!", "?"),
        (CELLS, "polaritas", "sasaran"),
        (CELLS, '"1.234"', '"1,234"'),
        (CELLS, "81,69", "81,68"),
        (CELLS, "85,23", "85,24"),
        (CELLS, "≥ 80", "> 80"),
        (CELLS, "≥ 80", "80"),
        (CELLS, "20 orang", "20"),
        (CELLS, "20 orang", "20 kasus"),
        (CELLS, "٢٠", "21"),
        (CELLS, "Persentase konflik", "Persentase konflk"),
        (ROWS, "21\n", "21;y\n"),
        (ROWS, ";x\n", "\n"),
        (ROWS, "62.72;2024;KBP-WAS-02;21\n", ""),
        (ROWS, "21\n", "21\n62.73;2024;KBP-WAS-02;22\n"),
        (ROWS, "konflik;", "konflk;"),
        (ROWS, "62.72;2024", "62.72;2023"),
        (ROWS, "20;x", "2O;x"),
        (ROWS, "20;x", "20;x;y"),
        (ROWS.replace(";x", ";benar"), "benar", "benr"),
        (NAMED, "konflk", "lain"),
        (NAMED, "diselesaikan", "ditangani"),
        (NAMED, "diselesaikan", "diselesaikn"),
        (PLANNED, "Persentase;80", "Orang;80"),
        (PLANNED, "2025", "2026"),
        (PLANNED, "80", "81"),
        (PLANNED, "Target 2025", "Target"),
    ],
)
def test_law_refuses_what_says_more_or_less_or_something_else(
    text: str, old: str, new: str, katalog: Katalog
) -> None:
    assert not _may_become(text, old, new, katalog)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (WHOLE, "17", "'17'"),
        (WHOLE, "2024", "'2024'"),
        (WHOLE.replace("target", "targt"), "targt", "target"),
        (CELLS, '"1.234"', '"1234"'),
        (CELLS, '"1.234"', '"1,2340"'),
        (CELLS, "81,69–85,23", "81,69-85,23"),
        (CELLS, "≥ 80", ">= 80"),
        (CELLS, "٢٠", "20"),
        (CELLS, "Persentase konflik", "persentase  Konflik"),
        (CELLS.replace("Antah", "Palangka Raya", 1), "Palangka Raya", '"62.71"'),
        (ROWS, ";x\n", ";x\n;;;;\n"),
        (ROWS, "20;x", "20;X"),
        (NAMED, "konflk", "konflik"),
        (PLANNED, "Persentase;80", "Persen;80"),
    ],
)
def test_law_allows_another_spelling(text: str, old: str, new: str, katalog: Katalog) -> None:
    assert _may_become(text, old, new, katalog)


def _may_become(text: str, old: str, new: str, katalog: Katalog) -> bool:
    assert old in text
    form: Format = "yaml" if "item:" in text else "csv"
    changed = text.replace(old, new, 1)
    return MeaningCheck.of(katalog).holds(opened(text, form), opened(changed, form))


def test_file_whose_meaning_would_change_is_refused(
    katalog: Katalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MeaningCheck, "holds", lambda *_: False)
    found = repairs_of(REPORT.format(wilayah="6271", kode="KBP-WAS-02"), katalog)
    assert found.berkas == ()
    assert [refused.berkas for refused in found.ditolak] == ["berkas"]


# ---------------------------------------------------------------------------------- edits and files


def test_edits_say_where_they_are(katalog: Katalog) -> None:
    text = REPORT.format(wilayah="6271", kode="KBP-WAS-02")
    (found,) = [one for one in iku.validate(text.encode(), katalog) if one.kode == "IKU303"]
    assert found.perbaikan is not None
    (edit,) = found.perbaikan.suntingan
    assert text[edit.awal : edit.akhir] == "6271"
    assert found.as_dict()["perbaikan"] == {
        "isi": "62.71",
        "suntingan": [{"baris": 2, "kolom": 10, "kolom_akhir": 14, "teks": '"62.71"'}],
    }


def test_finding_without_a_repair_has_no_key_for_it(katalog: Katalog) -> None:
    (found,) = iku.validate(REPORT.format(wilayah="62.1", kode="KBP-WAS-02").encode(), katalog)
    assert "perbaikan" not in found.as_dict()


def test_edits_are_made_in_any_order() -> None:
    edits = [Edit("x", 4, 5, 1, 5, "EE"), Edit("x", 0, 1, 1, 1, "A"), Edit("x", 2, 2, 1, 3, "_")]
    assert edited("abcdef", edits) == "Ab_cdEEf"


def repair_of(before: str, after: str, name: str) -> FileRepair:
    return FileRepair(opened(before, name=name), opened(after, name=name), ())


def test_difference_is_shown_with_its_surroundings() -> None:
    before = "\n".join(f"baris {number}" for number in range(1, 21)) + "\n"
    after = before.replace("baris 5\n", "BARIS 5\n").replace("baris 20", "BARIS 20")
    assert list(repair_of(before, after, "x").diff()) == [
        "--- x", "+++ x", "@@ -2,7 +2,7 @@", " baris 2", " baris 3", " baris 4", "-baris 5",
        "+BARIS 5", " baris 6", " baris 7", " baris 8", "@@ -17,4 +17,4 @@", " baris 17",
        " baris 18", " baris 19", "-baris 20", "+BARIS 20",
    ]  # fmt: skip


def test_difference_of_the_first_line_starts_there() -> None:
    before = "\n".join(f"baris {number}" for number in range(1, 11)) + "\n"
    changed = repair_of(before, before.replace("baris 1\n", "BARIS 1\n"), "x")
    assert list(changed.diff())[2:5] == ["@@ -1,4 +1,4 @@", "-baris 1", "+BARIS 1"]


def test_differences_of_the_first_line_and_far_down_stand_in_two_parts() -> None:
    before = "\n".join(f"baris {number}" for number in range(1, 31))
    after = before.replace("baris 1\n", "BARIS 1\n").replace("baris 20\n", "BARIS 20\n")
    hunks = [line for line in repair_of(before, after, "x").diff() if line.startswith("@@")]
    assert hunks == ["@@ -1,4 +1,4 @@", "@@ -17,7 +17,7 @@"]


def test_difference_far_down_starts_at_its_surroundings() -> None:
    before = "\n".join(f"baris {number}" for number in range(1, 31))
    after = before.replace("baris 20\n", "BARIS 20\n").replace("baris 27\n", "BARIS 27\n")
    hunks = [line for line in repair_of(before, after, "x").diff() if line.startswith("@@")]
    assert hunks == ["@@ -17,14 +17,14 @@"]


def test_difference_of_lines_eight_apart_stands_in_two_parts() -> None:
    before = "\n".join(f"baris {number}" for number in range(1, 31))
    after = before.replace("baris 20\n", "BARIS 20\n").replace("baris 28\n", "BARIS 28\n")
    hunks = [line for line in repair_of(before, after, "x").diff() if line.startswith("@@")]
    assert hunks == ["@@ -17,7 +17,7 @@", "@@ -25,6 +25,6 @@"]


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("cp1252", b""),
    ("utf-16-le", b"\xff\xfe"),
]


@pytest.mark.parametrize(
    ("encoding", "end", "last"), list(product(ENCODINGS, ["\n", "\r\n"], ["", "end"]))
)
def test_file_keeps_encoding_mode_and_ends_of_lines(
    encoding: tuple[str, bytes], end: str, last: str, tmp_path: Path, katalog: Katalog
) -> None:
    codec, mark = encoding
    text = REPORT.format(wilayah="6271  # é – ", kode="KBP-WAS-02").rstrip("\n")
    text = text.replace("\n", end) + (end if last else "")
    path = tmp_path / "laporan.yaml"
    path.write_bytes(mark + text.encode(codec))
    path.chmod(0o640)
    found = find_repairs(_read(path), katalog)
    assert found.berkas[0].write() is None
    assert path.read_bytes() == mark + text.replace("6271", '"62.71"').encode(codec)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["laporan.yaml"]


def _read(path: Path) -> list[Opened]:
    source, _ = open_source(path)
    assert source is not None
    return [source]


def test_file_that_changed_meanwhile_is_left(tmp_path: Path, katalog: Katalog) -> None:
    path = tmp_path / "laporan.yaml"
    path.write_text(REPORT.format(wilayah="6271", kode="KBP-WAS-02"), encoding="utf-8")
    found = find_repairs(_read(path), katalog)
    path.write_text("lain\n", encoding="utf-8")
    assert found.berkas[0].write() is not None
    assert path.read_text(encoding="utf-8") == "lain\n"


def test_failed_write_leaves_the_file_and_no_other(
    tmp_path: Path, katalog: Katalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "laporan.yaml"
    text = REPORT.format(wilayah="6271", kode="KBP-WAS-02")
    path.write_text(text, encoding="utf-8")
    found = find_repairs(_read(path), katalog)

    def full(new: Path, old: Path) -> Path:
        assert (new.parent, new.name[:14]) == (tmp_path, ".laporan.yaml.")
        assert old == path
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    reason = found.berkas[0].write()
    assert reason is not None
    assert "No space left" in reason.en
    assert path.read_text(encoding="utf-8") == text
    assert [one.name for one in tmp_path.iterdir()] == ["laporan.yaml"]


def test_link_stays_a_link(tmp_path: Path, katalog: Katalog) -> None:
    path, link = tmp_path / "laporan.yaml", tmp_path / "tautan.yaml"
    path.write_text(REPORT.format(wilayah="6271", kode="KBP-WAS-02"), encoding="utf-8")
    link.symlink_to(path)
    assert find_repairs(_read(link), katalog).berkas[0].write() is None
    assert link.is_symlink()
    assert '"62.71"' in path.read_text(encoding="utf-8")


def test_results_stay_what_they_were(katalog: Katalog) -> None:
    text = REPORT.format(wilayah="6271", kode="KBP-WAS-02")
    results = [
        iku.compute(iku.read_reports(each.encode()), katalog)[0]
        for each in (text, repaired(text, katalog))
    ]
    assert [result.nilai for result in results] == [Decimal("85.00")] * 2
    assert isinstance(results[0].temuan, tuple)
    assert all(isinstance(one, Finding) for one in results[1].temuan)


@pytest.mark.parametrize("changed", ["18", "2025", "32.73"])
def test_a_cell_that_says_something_else_breaks_the_law(katalog: Katalog, changed: str) -> None:
    table = (
        "wilayah;tahun;kode;konflik_diselesaikan;konflik\n62.71;2024;KBP-WAS-02;17;20\n"
        "62.72;2024;KBP-WAS-02;1;2\n"
    )
    old = {"18": "17", "2025": "2024", "32.73": "62.71"}[changed]
    meaning = MeaningCheck.of(katalog)
    assert meaning.holds(opened(table, "csv"), opened(table, "csv"))
    assert not meaning.holds(opened(table, "csv"), opened(table.replace(old, changed, 1), "csv"))


def test_a_repaired_file_says_which_findings_are_repaired(katalog: Katalog) -> None:
    text = REPORT.format(wilayah='"6271"', kode="KBP-WAS-2")
    (repaired,) = find_repairs([opened(text)], katalog).berkas
    assert {one.perbaikan.isi for one in repaired.temuan if one.perbaikan} == {
        "62.71",
        "KBP-WAS-02",
    }
