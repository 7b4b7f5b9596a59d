"""Finding definitions in a catalog: by code, year, other lists' codes, and words."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog, UnknownCodeError
from kesbang_iku.catalog.load import load_catalog, read_catalog
from kesbang_iku.model.digest import digest_of
from tests.definitions import DEFINITION, FIELDS, METHODS, SCALES, UNITS, write_catalog

Katalog = Catalog


def test_code_alone_means_the_newest_version(katalog: Katalog) -> None:
    assert katalog["KBP-POL-01"].versi == "2021"
    assert [found.versi for found in katalog.versions("KBP-POL-01")] == ["2009", "2015", "2021"]


@pytest.mark.parametrize(
    ("year", "version"),
    [
        (2009, "2009"),
        (2014, "2009"),
        (2015, "2015"),
        (2020, "2015"),
        (2021, "2021"),
        (2025, "2021"),
    ],
)
def test_year_decides_the_version_in_force(katalog: Katalog, year: int, version: str) -> None:
    assert katalog.in_force(year)["KBP-POL-01"].versi == version


def test_no_year_has_two_versions_of_a_code(katalog: Katalog) -> None:
    for year in range(2000, 2045):
        in_force = katalog.in_force(year)
        assert len(in_force) == len(in_force.codes), year


def test_code_out_of_force_is_unknown_in_that_year(katalog: Katalog) -> None:
    with pytest.raises(iku.UnknownCodeError):
        katalog.in_force(1999)["KBP-POL-01"]


@pytest.mark.parametrize("written", ["kbp-was-02", " KBP-WAS-02 ", "Kbp-Was-02"])
def test_case_and_spaces_of_a_code_do_not_matter(katalog: Katalog, written: str) -> None:
    assert katalog[written].kode == "KBP-WAS-02"
    assert written in katalog


def test_codes_of_other_lists_lead_to_the_entry(katalog: Katalog) -> None:
    for found in katalog:
        for system in ("kodref", "sipd", "rpjmn", "rpjpn", "sdg"):
            for code in getattr(found.rujukan, system):
                assert f"{system}:{code}" in katalog
    assert katalog["SIPD: 000603"].kode == katalog["sipd:000603"].kode


def test_codes_of_sipd_and_kodref_lead_to_one_entry_only(katalog: Katalog) -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for found in katalog:
        for system in ("kodref", "sipd"):
            for code in getattr(found.rujukan, system):
                owners.setdefault((system, code), set()).add(found.kode)
    assert {key: codes for key, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    "reference",
    ["", ":", "x:y", "sipd:", "sipd:999999", "copy:x", "model_fields:kodref", "__class__:a", "KBP"],
)
def test_what_names_nothing_is_not_in_the_catalog(katalog: Katalog, reference: str) -> None:
    assert reference not in katalog
    with pytest.raises(iku.UnknownCodeError):
        katalog[reference]


@pytest.mark.parametrize("thing", [None, 5, ("KBP-WAS-02",)])
def test_only_texts_can_be_in_a_catalog(katalog: Katalog, thing: object) -> None:
    assert thing not in katalog


def test_unknown_code_error_offers_what_is_most_like_it(katalog: Katalog) -> None:
    with pytest.raises(iku.UnknownCodeError) as caught:
        katalog["KBP-WSA-02"]
    error = caught.value
    assert isinstance(error, KeyError)
    assert error.code == "KBP-WSA-02"
    assert "KBP-WAS-02" in error.near
    assert str(error).startswith("Kode 'KBP-WSA-02' tidak ada dalam katalog.")
    assert "KBP-WAS-02" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301  # our own bytes


@pytest.mark.parametrize("written", ["KBP-WAS-2", "kbp was 02", "KBP/WAS/002"])
def test_unknown_code_error_offers_alone_what_is_the_same_code(
    katalog: Katalog, written: str
) -> None:
    with pytest.raises(iku.UnknownCodeError) as caught:
        katalog[written]
    assert caught.value.near == ("KBP-WAS-02",)


def test_an_indicator_is_printed_in_a_line(katalog: Katalog) -> None:
    shown = str(katalog["KBP-WAS-02"])
    assert shown == "KBP-WAS-02@1: Persentase Penyelesaian Konflik Sosial"


def test_unknown_code_error_offers_nothing_where_nothing_is_near(katalog: Katalog) -> None:
    with pytest.raises(iku.UnknownCodeError) as caught:
        katalog["~~~"]
    assert caught.value.near == ()
    assert "Barangkali" not in str(caught.value)


def test_selection_holds_exactly_what_fits(katalog: Katalog) -> None:
    chosen = katalog.select(field="was", level="kota", year=2025, standing="dilaporkan")
    assert len(chosen)
    for found in katalog:
        fits = (
            found.bidang == "WAS"
            and "kota" in found.tingkat.berlaku
            and 2025 in found.berlaku
            and found.status == "dilaporkan"
        )
        assert (found in chosen.definitions) is fits


def test_selection_by_words_asks_for_all_of_them(katalog: Katalog) -> None:
    assert "KBP-WAS-02" in katalog.select(text="KONFLIK penyelesaian").codes
    assert katalog.select(text="konflik demokrasi-apung").codes == ()
    assert katalog.select().definitions == katalog.definitions


def test_narrower_catalog_leaves_the_wider_one_alone(katalog: Katalog) -> None:
    before = len(katalog)
    assert len(katalog.select(field="ESB")) < before
    assert len(katalog) == before


def test_catalog_says_what_it_is_in_one_line(katalog: Katalog) -> None:
    assert len(repr(katalog)) < 100
    assert iku.__version__ in repr(katalog)


def test_catalog_travels_between_processes(katalog: Katalog) -> None:
    again = pickle.loads(pickle.dumps(katalog))  # noqa: S301  # our own bytes
    assert again.digest == katalog.digest
    assert again["KBP-WAS-02"].compute({"konflik": 20, "konflik_diselesaikan": 17}).nilai == 85


def _digest(folder: Path, *definitions: str, **tables: str) -> str:
    folder.mkdir()
    written = write_catalog(folder, *definitions, **tables)
    return read_catalog([written], national=False).catalog.digest


def test_digest_does_not_depend_on_how_a_file_is_laid_out(tmp_path: Path) -> None:
    spaced = DEFINITION.replace("desimal: 2", "# two\ndesimal:   2\n")
    reordered = DEFINITION.replace("akses: umum\n", "") + "akses: umum\n"
    first = _digest(tmp_path / "a")
    assert first.startswith("sha256:")
    assert len(first) == len("sha256:") + 64
    assert first == _digest(tmp_path / "b", spaced) == _digest(tmp_path / "c", reordered)


_CHANGES: list[Callable[[Path], str]] = [
    lambda folder: _digest(folder, DEFINITION.replace("* 100", "* 1e2".replace("1e2", "100.0"))),
    lambda folder: _digest(folder, DEFINITION.replace("konsep: Perkara.", "konsep: Perkara")),
    lambda folder: _digest(folder, DEFINITION.replace("desimal: 2", "desimal: 3")),
    lambda folder: _digest(folder, satuan=UNITS.replace("simbol: kasus", "simbol: ks")),
    lambda folder: _digest(folder, capaian=METHODS.replace("desimal: 2", "desimal: 1")),
    lambda folder: _digest(folder, predikat=SCALES.replace("80", "81")),
    lambda folder: _digest(folder, bidang=FIELDS.replace("nama: Damai", "nama: Aman")),
]


@pytest.mark.parametrize("change", range(len(_CHANGES)))
def test_digest_changes_with_any_change(tmp_path: Path, change: int) -> None:
    assert _CHANGES[change](tmp_path / "b") != _digest(tmp_path / "a")


def test_digest_is_of_content_not_of_key_order() -> None:
    assert digest_of({"a": 1, "b": [1, 2]}) == digest_of({"b": [1, 2], "a": 1})
    assert digest_of([1, 2]) != digest_of([2, 1])


def test_fingerprint_does_not_depend_on_keys_that_say_nothing() -> None:
    said = {"a": [{"b": 0, "c": "", "d": False}], "e": [None, []]}
    silent: dict[str, object] = {"f": None, "g": [], "h": {"i": {"j": None}}}
    assert digest_of(said) == digest_of({**said, **silent})
    assert len({digest_of({"a": value}) for value in (0, "", False, [None], {"b": ""}, None)}) == 6


def test_a_version_may_stand_behind_the_code(katalog: Catalog) -> None:
    assert katalog["KBP-POL-01@2009"].versi == "2009"
    assert "KBP-POL-01@2009" in katalog
    assert [one.versi for one in katalog.versions("KBP-POL-01@2009")] == ["2009"]
    assert "KBP-POL-01@1999" not in katalog
    with pytest.raises(UnknownCodeError) as unknown:
        katalog["KBP-POL-01@1999"]
    assert "KBP-POL-01@2021" in unknown.value.near


@pytest.mark.parametrize("code", [None, 3])
def test_a_code_that_is_no_text_is_refused(katalog: Catalog, code: object) -> None:
    with pytest.raises(TypeError, match=f"A code is text, .* not {type(code).__name__}"):
        katalog.get(code)  # type: ignore[call-overload]  # wrongly used


def test_what_is_not_there_is_got_as_the_default(katalog: Catalog) -> None:
    assert katalog.get("KBP-LAIN-99") is None
    assert katalog.get("KBP-LAIN-99", "lain") == "lain"
    found = katalog.get("KBP-WAS-02")
    assert found is not None
    assert found.kode == "KBP-WAS-02"


def test_one_path_is_no_list_of_folders() -> None:
    with pytest.raises(TypeError, match=r"extra=\['k2'\]"):
        load_catalog("k2")
