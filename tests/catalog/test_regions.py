from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.findings import Level, Place, kinds
from kesbang_iku.findings.signs import visible
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.resources import catalog_root

HEADER = "kode,nama,tingkat,induk,kode_bps,berlaku_mulai,berlaku_selesai\n"
REGIONS = load_regions()


def codes(text: str, sistem: CodeSystem | None = "kemendagri") -> list[str]:
    """Return the codes of the findings on ``text``; no region is found along with an error."""
    region, findings = REGIONS.find(text, sistem=sistem)
    assert (region is None) == any(finding.tingkat is Level.GALAT for finding in findings)
    return [finding.kode for finding in findings]


# --- the list ---------------------------------------------------------------------------------


def test_the_list_holds_every_province_kabupaten_and_kota_once() -> None:
    levels = Counter(region.tingkat for region in REGIONS.values())

    assert levels == {"nasional": 1, "provinsi": 38, "kabupaten": 416, "kota": 98}


def test_the_file_has_as_many_rows_as_regions() -> None:
    text = (catalog_root() / "wilayah.csv").read_text(encoding="utf-8")

    assert len(text.splitlines()) == len(REGIONS) + 1


def test_the_nation_is_the_only_region_without_a_parent() -> None:
    assert [region.nama for region in REGIONS.values() if region.induk is None] == ["Indonesia"]


def test_every_parent_exists_and_is_one_level_up() -> None:
    above = {"provinsi": "nasional", "kabupaten": "provinsi", "kota": "provinsi"}

    for region in REGIONS.values():
        if region.induk is not None:
            assert REGIONS[region.induk].tingkat == above[region.tingkat], region


def test_levels_agree_with_the_range_of_the_code() -> None:
    for code, region in REGIONS.items():
        if "." in code:
            assert code.startswith(f"{region.induk}.")
            number = int(code[3:])
            expected = range(1, 70) if region.tingkat == "kabupaten" else range(71, 100)
            assert number in expected, region


def test_names_say_the_level_and_have_no_stray_spaces() -> None:
    for region in REGIONS.values():
        assert region.nama == " ".join(region.nama.split())
        if "." in region.kode:
            assert region.nama.casefold().startswith(f"{region.tingkat} ")


def test_codes_are_sorted() -> None:
    assert list(REGIONS) == sorted(REGIONS)


def test_every_region_has_a_bps_code_of_its_own() -> None:
    known = [region.kode_bps for region in REGIONS.values() if region.kode != "0"]

    assert None not in known
    assert len(set(known)) == 552


def test_digits_that_mean_two_regions_are_counted() -> None:
    digits = {code.replace(".", ""): code for code in REGIONS}
    by_bps = {region.kode_bps: region.kode for region in REGIONS.values() if region.kode_bps}
    both = [code for code in by_bps if code in digits and digits[code] != by_bps[code]]

    assert len(both) == 174


def test_the_table_of_bps_codes_agrees_with_the_list() -> None:
    text = (catalog_root() / "wilayah-bps.csv").read_text(encoding="utf-8")
    supported = {
        (line.split(",")[1], line.split(",")[0])
        for line in text.splitlines()[1:]
        if line.split(",")[2]
    }

    assert supported == {(one.kode, one.kode_bps) for one in REGIONS.values() if one.kode_bps}


def test_children_of_the_nation_are_the_provinces() -> None:
    assert REGIONS.children("0") == REGIONS.provinces()
    assert len(REGIONS.provinces()) == 38


def test_a_province_has_its_kabupaten_and_kota() -> None:
    children = REGIONS.children("62")

    assert len(children) == 14
    assert [region.nama for region in children if region.tingkat == "kota"] == ["Kota Palangkaraya"]


def test_a_kabupaten_has_no_children() -> None:
    assert REGIONS.children("62.01") == ()


# --- codes as people write them -----------------------------------------------------------------


@pytest.mark.parametrize("sistem", ["kemendagri", None])
@pytest.mark.parametrize("code", ["0", "62", "35.10", "62.71"])
def test_the_usual_form_is_found_without_a_remark(code: str, sistem: CodeSystem | None) -> None:
    region, findings = REGIONS.find(code, sistem=sistem)

    assert region is not None
    assert region.kode == code
    assert findings == []


@pytest.mark.parametrize(
    ("written", "code"),
    [("3510", "35.10"), ("6271", "62.71"), ("6200", "62"), (" 62 ", "62"), ("9100", "91")],
)
def test_another_form_is_found_and_told(written: str, code: str) -> None:
    region, findings = REGIONS.find(written, sistem="kemendagri")

    assert region is REGIONS[code]
    assert [finding.kind for finding in findings] == [kinds.NORMALISED_CODE]
    assert findings[0].tingkat is Level.INFO
    assert code in findings[0].pesan


@given(st.sampled_from(sorted(REGIONS)))
def test_every_region_is_found_by_its_code_with_and_without_dot(code: str) -> None:
    assert REGIONS.find(code, sistem="kemendagri") == (REGIONS[code], [])
    assert REGIONS.find(code.replace(".", ""), sistem="kemendagri")[0] is REGIONS[code]


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("11.1", ["11.01", "11.10"]),
        ("11,1", ["11.01", "11.10"]),
        ("11,01", ["11.01"]),
        ("62,71", ["62.71"]),
        ("35.0", ["35"]),
        ("3510.0", ["35.10"]),
        ("6200,0", ["62"]),
        ("11.00", ["11"]),
        ("99.9", []),
        ("7.5", []),
    ],
)
def test_a_code_that_a_spreadsheet_damaged_is_not_guessed(
    written: str, candidates: list[str]
) -> None:
    assert codes(written) == ["IKU302"]
    hint = REGIONS.find(written, sistem="kemendagri")[1][0].saran
    expected = [f"{code} ({REGIONS[code].nama})" for code in candidates]
    assert re.findall(r"\d\d(?:\.\d\d)? \([^)]+\)", hint) == expected


@pytest.mark.parametrize("code", ["91", "92", "93", "94", "95", "96"])
def test_a_declared_kemendagri_code_of_papua_is_accepted(code: str) -> None:
    assert REGIONS.find(code, sistem="kemendagri") == (REGIONS[code], [])


@pytest.mark.parametrize(
    ("code", "kemendagri", "bps"),
    [
        ("91", "Papua,", "Papua Barat"),
        ("92", "Papua Barat,", "Papua Barat Daya"),
        ("93", "Papua Selatan,", "belum diketahui"),
        ("94", "Papua Tengah,", "Papua"),
        ("9400", "Papua Tengah,", "Papua"),
        ("95", "Papua Pegunungan,", "Papua Selatan"),
        ("96", "Papua Barat Daya,", "Papua Tengah"),
        ("97", "bukan wilayah mana pun,", "Papua Pegunungan"),
        ("1101", "Kabupaten Aceh Selatan,", "Kabupaten Simeulue"),
        ("1102", "Kabupaten Aceh Tenggara,", "Kabupaten Aceh Singkil"),
        ("9401", "Kabupaten Nabire,", "belum diketahui"),
    ],
)
def test_an_undeclared_code_of_two_meanings_is_refused_with_both(
    code: str, kemendagri: str, bps: str
) -> None:
    assert codes(code, None) == ["IKU301"]
    message = REGIONS.find(code)[1][0].pesan
    assert f"menurut Kemendagri {kemendagri}" in message
    assert message.endswith(f"{bps}.")


@pytest.mark.parametrize("code", ["94.01", "11.01", "62", "11", "3510"])
def test_an_undeclared_code_of_one_meaning_is_accepted(code: str) -> None:
    region, _ = REGIONS.find(code)

    assert region is not None


@pytest.mark.parametrize(
    ("bps", "code"),
    [
        *[("95", "93"), ("96", "94"), ("97", "95"), ("9200", "96"), ("1101", "11.09")],
        *[("91", "92"), ("94", "91"), ("1102", "11.10"), ("9501", "93.01")],
    ],
)
def test_a_declared_bps_code_is_translated_and_told(bps: str, code: str) -> None:
    region, findings = REGIONS.find(bps, sistem="bps")

    assert region is REGIONS[code]
    assert [finding.kind for finding in findings] == [kinds.NORMALISED_CODE]


@pytest.mark.parametrize("code", ["93", "9401", "9999"])
def test_a_bps_code_of_no_region_is_not_translated(code: str) -> None:
    assert codes(code, "bps") == ["IKU306"]


def test_a_pair_without_a_document_is_not_translated() -> None:
    rows = "0,Indonesia,nasional,,,,\n91,Papua,provinsi,0,,,\n"
    regions = Regions.load(f"{HEADER}{rows}", "kode_bps,kode,kedudukan\n94,91,\n")

    assert regions.find("94", sistem="bps")[0] is None


def test_a_bps_code_given_as_kemendagri_code_is_unknown_and_gets_its_translation() -> None:
    assert codes("97") == ["IKU300"]
    assert "95 (Papua Pegunungan)" in REGIONS.find("97", sistem="kemendagri")[1][0].saran


@pytest.mark.parametrize("code", ["62.99", "20", "1", "00", "-1", "", "62.00.00"])
def test_a_code_of_no_region_is_unknown(code: str) -> None:
    assert codes(code)[0] in {"IKU300", "IKU304"}


def test_an_unknown_code_gets_codes_of_the_same_province() -> None:
    hint = REGIONS.find("62.17", sistem="kemendagri")[1][0].saran

    assert "62.71 (Kota Palangkaraya)" in hint


@pytest.mark.parametrize("code", ["62.71.01", "62.71.01.1001", "627101", "6271010", "6271011001"])
def test_a_kecamatan_or_village_is_refused_with_its_kota(code: str) -> None:
    assert codes(code) == ["IKU304"]
    assert "62.71 (Kota Palangkaraya)" in REGIONS.find(code, sistem="kemendagri")[1][0].saran


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Bogor", ["32.01", "32.71"]),
        ("Kota Palangka Raya", ["62.71"]),
        ("Kalimantan Tengh", ["62"]),
        ("Atlantis", []),
        ("x" * 100_000, []),
    ],
)
def test_a_name_is_no_code_and_gets_the_code(name: str, suggested: list[str]) -> None:
    assert codes(name) == ["IKU305"]
    hint = REGIONS.find(name, sistem="kemendagri")[1][0].saran
    for code in suggested:
        assert f"{code} ({REGIONS[code].nama})" in hint
    assert ("Yang dimaksud" in hint) is bool(suggested)


@given(st.text(max_size=12) | st.text("0123456789.,", max_size=12))
def test_any_text_gives_a_region_or_a_finding_that_can_be_read(text: str) -> None:
    systems: tuple[CodeSystem | None, ...] = (None, "kemendagri", "bps")
    for sistem in systems:
        region, findings = REGIONS.find(text, sistem=sistem)
        assert region is not None or findings
        for finding in findings:
            assert "{" not in finding.message("id").replace(visible(text.strip()), "")
            assert finding.message("en")
            assert finding.hint("en")


def test_findings_stand_at_the_place_given() -> None:
    place = Place(berkas="laporan.csv", baris=3)

    assert REGIONS.find("3510", sistem="kemendagri", place=place)[1][0].place == place
    assert REGIONS.find("94", place=place)[1][0].place == place


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kalimantan Tengah", ["62"]),
        ("provinsi kalimantan tengah", ["62"]),
        ("Prov. Kalimantan Tengah", ["62"]),
        ("Kab. Bogor", ["32.01"]),
        ("KOTA  BOGOR", ["32.71"]),
        ("Bogor", ["32.01", "32.71"]),
        ("Kab. Adm. Kepulauan Seribu", ["31.01"]),
        ("Fakfak", ["92.03"]),
        ("Palangka Raya", ["62.71"]),
        ("Papua", ["91"]),
        ("Jambi", ["15", "15.71"]),
        ("Provinsi Jambi", ["15"]),
        ("Nowhere", []),
        ("", []),
    ],
)
def test_regions_are_found_by_name_as_people_write_it(text: str, expected: list[str]) -> None:
    assert [region.kode for region in REGIONS.by_name(text)] == expected


def test_every_name_with_its_level_is_unique() -> None:
    for region in REGIONS.values():
        level = "Provinsi " if region.tingkat == "provinsi" else ""
        assert REGIONS.by_name(f"{level}{region.nama}") == (region,)


# --- in time ------------------------------------------------------------------------------------


def test_a_region_knows_since_when_it_is_one_and_what_it_was_taken_from() -> None:
    assert REGIONS["96"].berlaku.mulai == 2022
    assert REGIONS["96"].dari == ("92",)
    assert 2021 not in REGIONS["32.18"].berlaku or REGIONS["32.18"].berlaku.mulai == 2012


def test_the_year_of_a_law_that_only_refounded_a_region_is_no_beginning() -> None:
    assert REGIONS["11.01"].berlaku.mulai is None
    assert REGIONS["31"].berlaku.mulai is None


def test_a_region_knows_what_was_taken_from_it() -> None:
    assert {region.kode for region in REGIONS.split_from("91")} == {"92", "93", "94", "95"}
    assert REGIONS.split_from("93") == ()


def test_a_region_knows_its_older_names_and_codes() -> None:
    assert REGIONS["73.71"].nama_lama == ("Ujung Pandang",)
    assert REGIONS["93.01"].kode_lama == ("91.01",)


def test_every_region_that_another_was_taken_from_exists() -> None:
    assert {code for region in REGIONS.values() for code in region.dari} <= set(REGIONS)


def test_an_older_code_is_read_as_the_region_it_was_of() -> None:
    region, found = REGIONS.find("91.01", sistem="kemendagri")

    assert region is REGIONS["93.01"]
    assert [one.kind for one in found] == [kinds.RENUMBERED_REGION]
    assert found[0].perbaikan is not None
    assert found[0].perbaikan.isi == "93.01"


def test_digits_of_an_older_code_that_mean_another_region_to_bps_are_not_guessed() -> None:
    # 9101 was Merauke, and is Fakfak to the statistics office.
    region, found = REGIONS.find("9101", sistem="kemendagri")

    assert region is None
    assert "92.03" in found[0].saran


def test_every_older_code_leads_to_its_region() -> None:
    older = {code: one for one in REGIONS.values() for code in one.kode_lama}

    assert len(older) == 26
    assert all(REGIONS.find(code, sistem="kemendagri")[0] is one for code, one in older.items())
    assert all(REGIONS.current(code) == one.kode for code, one in older.items())
    assert REGIONS.current("62.71") == "62.71"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mamuju Utara", "76.01"),
        ("Kabupaten Mamuju Utara", "76.01"),
        ("Kab. Pontianak", "61.02"),
        ("Pontianak", "61.71"),
        ("Irian Jaya", "91"),
        ("Provinsi Nanggroe Aceh Darussalam", "11"),
        ("Maluku Utara", "82"),
        ("Kabupaten Maluku Utara", "82.01"),
        ("Kabupaten Paniai", "94.03"),
        ("Kabupaten Sawahlunto/Sijunjung", "13.03"),
        ("Pahuwato", "75.04"),
    ],
)
def test_a_region_is_found_by_a_name_it_had_unless_another_one_has_it(name: str, code: str) -> None:
    assert [one.kode for one in REGIONS.by_name(name)] == [code]


def test_a_name_a_region_had_is_said_beside_the_one_it_has() -> None:
    _, found = REGIONS.find("Kabupaten Toba Samosir", sistem="kemendagri")

    assert "12.12 (Kabupaten Toba, dulu Toba Samosir)" in found[0].saran
    assert "12.12 (Kabupaten Toba, formerly Toba Samosir)" in found[0].hint("en")


# --- whose code it is ---------------------------------------------------------------------------


def test_a_code_of_a_file_is_kemendagris_and_a_doubt_is_said() -> None:
    region, found = REGIONS.read("9501")

    assert region is REGIONS["95.01"]
    assert [one.kind for one in found] == [kinds.CODE_OF_OTHER_SYSTEM]
    assert found[0].perbaikan is None


def test_every_code_of_two_regions_is_said_to_be_one() -> None:
    doubtful = [
        code
        for code in REGIONS
        if any(
            found.kind in {kinds.CODE_OF_OTHER_SYSTEM, kinds.PROVINCE_OF_OTHER_SYSTEM}
            for found in REGIONS.read(code.replace(".", ""))[1]
        )
    ]

    assert len(doubtful) == 174


@pytest.mark.parametrize(("system", "code"), [("kemendagri", "95.01"), ("bps", "93.01")])
def test_a_declared_system_leaves_no_doubt(system: CodeSystem, code: str) -> None:
    region, found = REGIONS.read("9501", sistem=system)

    assert region is REGIONS[code]
    assert kinds.CODE_OF_OTHER_SYSTEM not in {one.kind for one in found}


@pytest.mark.parametrize("code", ["95.01", "62", "6271", "0"])
def test_a_code_of_one_region_is_read_without_a_doubt(code: str) -> None:
    assert REGIONS.read(code) == REGIONS.find(code, sistem="kemendagri")


def test_a_bps_code_that_is_none_is_no_region() -> None:
    region, found = REGIONS.read("9999", sistem="bps")

    assert region is None
    assert [one.kind for one in found] == [kinds.UNKNOWN_BPS_CODE]


# --- reading ------------------------------------------------------------------------------------


def test_years_of_validity_are_read() -> None:
    regions = Regions.load(f"{HEADER}0,Indonesia,nasional,,,1945,2099\n")

    assert 2026 in regions["0"].berlaku
    assert 2100 not in regions["0"].berlaku


@pytest.mark.parametrize(
    ("text", "bps", "message"),
    [
        ("kode,nama\n0,Indonesia\n", "", "tingkat"),
        (f"{HEADER}0,Indonesia,negara,,,,\n", "", "negara"),
        (f"{HEADER}62,Kalimantan Tengah,provinsi,0,,,\n", "", "do not exist"),
        (f"{HEADER}0,Indonesia,nasional,,,,\n", "kode_bps,kode,kedudukan\n94,91,resmi\n", "91"),
        (f"{HEADER}0,Indonesia,nasional,,,,\n", "kode_bps,kode\n94,91\n", "kedudukan"),
    ],
)
def test_a_list_that_does_not_hold_together_is_refused(text: str, bps: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Regions.load(text, bps)
