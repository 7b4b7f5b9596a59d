"""Computing reports: which version, which level, what is said where, and nothing raised."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.model.report import Report, ReportItem
from tests.definitions import line_of

Katalog = iku.Catalog


def _computed(text: str, katalog: Katalog, name: str = "a.yaml") -> iku.Results:
    return iku.compute(iku.read_reports(text.encode(), name=name), katalog)


def _report(items: str, *, wilayah: str = "62.71", tahun: int = 2024) -> str:
    return f'wilayah: "{wilayah}"\ntahun: {tahun}\nitem:\n{items}'


_WAS = "  - {kode: KBP-WAS-02, variabel: {konflik: 20, konflik_diselesaikan: 17}}\n"


def test_year_of_the_report_decides_the_version(katalog: Katalog) -> None:
    item = "  - {kode: KBP-POL-02, variabel: {pengguna_hak_pilih: 8, dpt: 10%s}}\n"
    older = _computed(_report(item % "", tahun=2019), katalog)[0]
    newer = _computed(_report(item % ", dpk: 0"), katalog)[0]
    assert [older.versi, newer.versi] == ["2019", "2024"]


@pytest.mark.parametrize(("tahun", "said"), [(2014, []), (2024, ["IKU311"])])
def test_a_version_that_is_named_is_the_one_that_counts(
    tahun: int, said: list[str], katalog: Katalog
) -> None:
    text = _report(
        "  - {kode: KBP-POL-01@2009, variabel: "
        '{kebebasan_sipil: "64,28", hak_politik: 70, lembaga_demokrasi: 61}}\n',
        wilayah="62",
        tahun=tahun,
    )
    results = _computed(text, katalog)
    assert [found.kode for found in results.semua_temuan] == said
    assert (results[0].nilai is None) == bool(said)


def test_a_version_that_nobody_knows_is_told_with_those_there_are(katalog: Katalog) -> None:
    (found,) = _computed(_report("  - kode: KBP-POL-01@1999\n"), katalog).semua_temuan
    assert found.kode == "IKU310"
    assert "KBP-POL-01" in found.saran


def test_only_the_definitions_are_read_that_a_wide_table_names(
    katalog: Katalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_whole(_: Katalog) -> None:
        raise AssertionError("all definitions are read")

    monkeypatch.setattr(iku.Catalog, "definitions", property(read_whole))
    row = {"wilayah": "62.71", "tahun": 2024, "kode": "KBP-WAS-02", "konflik": 20}
    (result,) = iku.compute([{**row, "konflik_diselesaikan": 17}], katalog)
    assert str(result.nilai) == "85.00"


def test_the_packages_own_standard_is_the_default(katalog: Katalog) -> None:
    reports = iku.read_reports(_report(_WAS).encode(), name="a.yaml")
    assert iku.compute(reports).as_dict() == iku.compute(reports, katalog).as_dict()


def test_variable_of_another_years_method_is_named_as_that(katalog: Katalog) -> None:
    text = _report(
        "  - kode: KBP-POL-01\n    variabel: {kebebasan_sipil: 90}\n", wilayah="62", tahun=2023
    )
    results = _computed(text, katalog)
    (found,) = results.semua_temuan
    assert (found.kode, found.baris) == ("IKU312", line_of(text, "kebebasan_sipil"))
    assert "versi 2009" in found.pesan
    assert "kapasitas" in found.saran
    assert results[0].status is iku.Status.REJECTED


def test_year_without_a_version_does_not_apply(katalog: Katalog) -> None:
    results = _computed(_report("  - {kode: KBP-WAS-01, realisasi: 5}\n", tahun=2001), katalog)
    assert results[0].status is iku.Status.NOT_APPLICABLE
    assert results[0].nilai is None
    (found,) = results.semua_temuan
    assert (found.kode, found.baris) == ("IKU311", 2)
    assert results[0].alasan == found.pesan


def test_level_that_is_not_estimated_does_not_apply(katalog: Katalog) -> None:
    results = _computed(_report("  - {kode: KBP-POL-01, realisasi: 70}\n"), katalog)
    (found,) = results.semua_temuan
    assert (found.kode, found.baris, found.nilai) == ("IKU313", 4, "KBP-POL-01")
    assert results[0].status is iku.Status.NOT_APPLICABLE
    assert "kota" in found.pesan


def test_a_method_that_gives_nothing_is_said_to_in_words(katalog: Katalog) -> None:
    item = {"kode": "LOKAL-01", "target": 0, "realisasi": 0, "capaian": "100"}
    report = Report.model_validate({"wilayah": "62", "tahun": 2024, "item": [item]})
    (found,) = [one for one in iku.compute(report, katalog).semua_temuan if one.kode == "IKU517"]
    assert found.pesan.endswith("dengan metode maksimalkan hasilnya tidak ada.")
    assert found.message("en").endswith("the method maximise gives none.")


def test_a_report_made_in_python_is_computed_as_if_it_was_read(katalog: Katalog) -> None:
    item = {"kode": "KBP-WAS-02", "variabel": {"konflik_diselesaikan": "17", "konflik": 20}}
    data: dict[str, Any] = {"jenis": "laporan", "wilayah": "62", "tahun": 2025}
    data["item"] = [{**item, "target": 90}]
    made = iku.compute(Report.model_validate(data), katalog)
    read = iku.compute(iku.read_reports(json.dumps(data).encode()), katalog)
    keys = ("wilayah", "tahun", "status", "nilai", "capaian", "verifikasi", "temuan")
    assert [getattr(made[0], key) for key in keys] == [getattr(read[0], key) for key in keys]
    assert str(made[0].capaian) == "94.44"
    unknown = Report.model_validate({**data, "item": [{"kode": "KBP-WAS-99"}]})
    assert [one.kode for one in iku.compute(unknown, katalog).semua_temuan] == ["IKU310"]


def test_unknown_code_is_found_with_the_nearest_one(katalog: Katalog) -> None:
    results = _computed(_report(_WAS.replace("WAS-02", "WSA-02") + _WAS), katalog)
    (found,) = results.temuan
    assert (found.kode, found.baris) == ("IKU310", 4)
    assert found.kolom == len("  - {kode: ") + 1
    assert "KBP-WAS-02" in found.saran
    assert len(results) == 1


@pytest.mark.parametrize(
    ("written", "meant"), [("KBP WAS 2", "KBP-WAS-02"), ("KBP-WAS-20", None), ("entah", None)]
)
def test_only_a_code_in_another_spelling_can_be_repaired(
    katalog: Katalog, written: str, meant: str | None
) -> None:
    (found,) = _computed(_report(f"  - {{kode: {written}, realisasi: 5}}\n"), katalog).semua_temuan
    repair = found.perbaikan
    assert (None if repair is None else repair.isi) == meant


def test_the_region_of_a_report_is_kemendagris_and_its_level_is_known(katalog: Katalog) -> None:
    # 91 is Papua to Kemendagri, and another province to the statistics office.
    results = _computed(_report(_WAS, wilayah="91"), katalog)
    assert [finding.kind for finding in results.temuan] == [
        iku.findings.kinds.PROVINCE_OF_OTHER_SYSTEM
    ]
    assert (results[0].wilayah, results[0].tingkat) == ("91", "provinsi")


@pytest.mark.parametrize(
    ("code", "year", "reason"),
    [("LOKAL-01", 2024, "IKU310"), ("KBP-WAS-01", 2001, "IKU311"), ("KBP-POL-01", 2024, "IKU313")],
)
@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ('target: 80, realisasi: 72, capaian: "90,00"', []),
        ('target: 80, realisasi: 72, capaian: "110,00"', ["IKU517"]),
        ('target: {nilai: 80, dokumen: Renstra}, realisasi: 72, capaian: "72"', ["IKU512"]),
        ('target: 80, realisasi: "-", capaian: "100%"', ["IKU516"]),
        ('target: 80, realisasi: 72, capaian: "90,00", predikat: Tinggi', []),
        ('target: 80, realisasi: 72, capaian: "90,00", predikat: Sedang', ["IKU520"]),
        ("target: 80, realisasi: 72", []),
    ],
)
def test_numbers_printed_for_what_no_definition_judges_are_still_checked(
    katalog: Katalog, code: str, year: int, reason: str, numbers: str, wrong: list[str]
) -> None:
    results = _computed(_report(f"  - {{kode: {code}, {numbers}}}\n", tahun=year), katalog)
    assert [found.kode for found in results.semua_temuan] == [reason, *wrong]
    assert {found.baris for found in results.semua_temuan[1:]} <= {4}


def test_a_printed_value_outside_of_the_scale_is_found_where_it_stands(katalog: Katalog) -> None:
    item = "  - {kode: KBP-WAS-02, realisasi: 105}\n"
    (found,) = _computed(_report(item), katalog).semua_temuan
    assert (found.kode, found.nilai) == ("IKU403", "105")
    assert found.kolom == item.index("105") + 1


def test_the_numbers_of_the_period_before_are_kept(katalog: Katalog) -> None:
    item = _WAS.replace("}}", "}, sebelumnya: {konflik: 18}}")
    result = _computed(_report(item), katalog)[0]
    assert dict(result.sebelumnya) == {"konflik": 18}
    assert result.as_dict()["sebelumnya"] == {"konflik": "18"}


def test_unknown_region_is_found_and_the_rest_is_computed(katalog: Katalog) -> None:
    results = _computed(_report(_WAS, wilayah="99.99"), katalog)
    assert [found.baris for found in results.temuan] == [1]
    assert str(results[0].nilai) == "85.00"
    assert results[0].wilayah == "99.99"


def test_item_reported_twice_names_both_places(katalog: Katalog) -> None:
    results = _computed(_report(_WAS + _WAS), katalog)
    (found,) = results.temuan
    assert (found.kode, found.baris) == ("IKU314", 5)
    assert "a.yaml:4" in found.pesan
    assert len(results) == 2


def test_same_item_of_another_period_is_no_repetition(katalog: Katalog) -> None:
    text = "---\n".join(f"periode: triwulan-{n}\n" + _report(_WAS) for n in (1, 2))
    results = _computed(text, katalog)
    assert [result.periode for result in results] == ["triwulan-1", "triwulan-2"]
    # All that is said is that the year is not whole yet.
    assert [one.kode for one in results.semua_temuan] == ["IKU454"]


def test_empty_report_is_said_to_be_empty(katalog: Katalog) -> None:
    (found,) = _computed('wilayah: "62"\ntahun: 2024\nitem: []\n', katalog).temuan
    assert (found.kode, found.tingkat) == ("IKU315", iku.Level.PERINGATAN)


def test_report_whose_items_are_broken_is_not_said_to_be_empty(katalog: Katalog) -> None:
    assert [found.kode for found in _computed(_report("  - 5\n"), katalog).temuan] == ["IKU203"]


_CELL = """\
wilayah,tahun,kode,variabel,nilai,target,capaian
62.71,2024,KBP-WAS-02,konflik,20,90,
62.71,2024,KBP-WAS-02,konflik_diselesaikan,"17,5",,99
"""
_ROW = """\
wilayah,tahun,kode,konflik,konflik_diselesaikan,target,capaian
62.71,2024,KBP-WAS-02,20,17,90,"94,44"
62.99,2024,KBP-WAS-02,20,25,90,
62.71,2025,KBP-WAS-02,20,17,90,99
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_CELL, [("IKU404", "E3")]),
        (_ROW, [("IKU300", "A3"), ("IKU405", "C3"), ("IKU510", "G4")]),
    ],
)
def test_finding_of_a_table_has_its_cell(
    katalog: Katalog, text: str, expected: list[tuple[str, str]]
) -> None:
    found = _computed(text, katalog, "a.csv").semua_temuan
    assert [(one.kode, one.place.sel) for one in found] == expected
    assert all(one.berkas == "a.csv" for one in found)


def test_finding_of_json_has_its_pointer(katalog: Katalog) -> None:
    item = {"kode": "KBP-WAS-02", "variabel": {"konflik": 20.5, "konflik_diselesaikan": 1}}
    report = {"wilayah": "62.71", "tahun": 2024, "item": [item]}
    text = json.dumps([report, {**report, "tahun": 2025}], indent=1)
    found = _computed(text, katalog, "a.json").semua_temuan
    assert [one.place.penunjuk for one in found] == [
        "/0/item/0/variabel/konflik",
        "/1/item/0/variabel/konflik",
    ]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "20.5" in line]
    assert [one.baris for one in found] == lines


def test_json_number_has_the_dot_as_its_decimal_mark(katalog: Katalog) -> None:
    item = {"kode": "KBP-POL-01", "variabel": {"nilai_rilis": 71.127}}
    report = {"wilayah": "62", "tahun": 2024, "item": [item]}
    (result,) = _computed(json.dumps(report), katalog, "a.json")
    assert str(result.nilai) == "71.13"
    assert result.temuan == ()


def test_findings_of_second_document_stand_in_its_own_lines(katalog: Katalog) -> None:
    text = _report(_WAS) + "---\n" + _report(_WAS.replace("17", "21"), tahun=2025)
    (found,) = _computed(text, katalog).semua_temuan
    assert (found.kode, found.baris) == ("IKU405", 9)


def test_format_of_the_report_settles_its_numbers(katalog: Katalog) -> None:
    item = "  - {kode: KBP-ORM-03, variabel: {ormas_terdaftar: '121.000'}}\n"
    open_ended = _computed(_report(item), katalog)[0]
    configured = _computed("format_angka: id\n" + _report(item), katalog)[0]
    assert open_ended.status is iku.Status.REJECTED
    assert configured.nilai == 121000


def test_answer_is_json_and_in_the_language_asked_for(katalog: Katalog) -> None:
    results = _computed(_report(_WAS.replace("17", "21")), katalog)
    in_both = [json.dumps(results.as_dict(language)) for language in ("id", "en")]
    assert "melebihi" in in_both[0]
    assert "exceed" in in_both[1]


_KEYS = st.sampled_from(
    [*Report.model_fields, *ReportItem.model_fields, "nilai", "konflik", "konflik_diselesaikan"]
)
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**45), 10**45)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["KBP-WAS-02", "62.71", "2024", "9.999.999", "1-2", "≥ 5", "n/a", "laporan"])
)
_ANY = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=20,
)
_ITEMS = st.fixed_dictionaries(
    {"kode": st.sampled_from(["KBP-WAS-02", "KBP-POL-01", "KBP-WAS-04", "x:y"])},
    optional={
        "variabel": st.dictionaries(_KEYS, _SCALARS, max_size=4),
        "target": _SCALARS,
        "realisasi": _SCALARS,
        "capaian": _SCALARS,
        "predikat": _SCALARS,
    },
)


def _holds_together(results: iku.Results) -> None:
    for found in results.semua_temuan:
        assert found.message("id")
        assert found.message("en")
        assert found.hint("id")
        assert found.hint("en")
    for result in results:
        assert (result.nilai is not None) == (result.status is iku.Status.COMPLETE)
        result.explanation().as_dict("en")
    json.dumps(results.as_dict())


@settings(max_examples=30, deadline=None)
@given(data=_ANY)
def test_any_json_is_answered(katalog: Katalog, data: object) -> None:
    _holds_together(_computed(json.dumps(data), katalog, "a.json"))


@settings(max_examples=30, deadline=None)
@given(items=st.lists(_ITEMS, max_size=3))
def test_any_numbers_in_a_report_are_answered(katalog: Katalog, items: list[Any]) -> None:
    report = {"wilayah": "62", "tahun": 2024, "item": items}
    _holds_together(_computed(json.dumps(report), katalog, "a.json"))


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(
        st.lists(st.text(alphabet="012.,-%;\"'\n x=", max_size=6), max_size=8), max_size=5
    )
)
def test_any_table_is_answered(katalog: Katalog, rows: list[list[str]]) -> None:
    header = "wilayah,tahun,kode,konflik,konflik_diselesaikan,target,capaian\n"
    body = "\n".join("62,2024,KBP-WAS-02," + ",".join(row) for row in rows)
    _holds_together(_computed(header + body, katalog, "a.csv"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        '{"item":' * 2000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nitem: [*c, *c]\n",
        "wilayah: 62\ntahun: 2024\nitem: [{kode: KBP-WAS-02, target: " + "9" * 9000 + "}]\n",
        "wilayah: 62\ntahun: 2024\nitem: [{kode: " + "K" * 9000 + "}]\n",
        "wilayah: 62\ntahun: " + "9" * 5000 + "\nitem: []\n",
    ],
    ids=["deep list", "deep mapping", "aliases", "long target", "long code", "long year"],
)
def test_hostile_files_are_answered_with_findings(katalog: Katalog, text: str) -> None:
    for name in ("a.yaml", "a.json"):
        results = _computed(text, katalog, name)
        assert results.semua_temuan
        assert all(len(found.pesan) < 12_000 for found in results.semua_temuan)


def test_result_that_does_not_apply_says_whose_it_is_and_nothing_else(katalog: Katalog) -> None:
    text = "periode: triwulan-2\n" + _report("  - {kode: KBP-WAS-01, realisasi: 5}\n", tahun=2001)
    (result,) = _computed(text, katalog)
    answer = {**result.as_dict()}
    known = ("kode", "wilayah", "tahun", "periode", "status", "berkas", "baris")
    assert {key: answer[key] for key in known} == {
        "kode": "KBP-WAS-01",
        "wilayah": "62.71",
        "tahun": 2001,
        "periode": "triwulan-2",
        "status": "tidak_berlaku",
        "berkas": "a.yaml",
        "baris": 5,
    }
    numbers = ("nilai", "nilai_eksak", "target", "capaian", "predikat")
    assert {answer[key] for key in numbers} == {None}


def test_code_that_comes_near_none_is_answered_with_where_codes_are_listed(
    katalog: Katalog,
) -> None:
    (found,) = _computed(_report("  - {kode: '????', realisasi: 5}\n"), katalog).temuan
    assert found.hint("id") == "Lihat 'kesbang-iku list'."
    assert found.hint("en") == "See 'kesbang-iku list'."


@pytest.mark.parametrize(
    ("parts", "indonesian", "english"),
    [
        (
            "realisasi: 85",
            "tidak ada target yang terbaca.",
            "there is no target that can be read.",
        ),
        (
            "target: 90",
            "tidak ada nilai yang dapat dibandingkan dengan target.",
            "there is no value to hold against the target.",
        ),
    ],
)
def test_printed_achievement_without_ground_is_told_what_is_missing(
    katalog: Katalog, parts: str, indonesian: str, english: str
) -> None:
    text = _report(f"  - {{kode: KBP-WAS-02, capaian: '94,4', {parts}}}\n")
    (found,) = (one for one in _computed(text, katalog).semua_temuan if one.kode == "IKU516")
    assert found.message("id") == f"Tercetak 94,4, padahal capaiannya tidak ada: {indonesian}"
    assert found.message("en") == f"Printed 94,4, but there is no achievement: {english}"


def test_a_misspelt_variable_can_be_repaired(katalog: iku.Catalog) -> None:
    text = (
        'wilayah: "62.71"\ntahun: 2025\nitem:\n'
        "  - {kode: KBP-WAS-02, variabel: {Konflik_Diselesaikan: 17, konflik: 20}}\n"
    )
    (result,) = iku.compute(iku.read_reports(text.encode()), katalog)
    repairs = [found.perbaikan for found in result.temuan if found.perbaikan is not None]
    assert [(one.isi, one.kunci) for one in repairs] == [("konflik_diselesaikan", True)]
