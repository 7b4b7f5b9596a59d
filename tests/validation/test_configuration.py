"""The configuration of the checks: what counts, where, and how much it weighs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kesbang_iku.findings import Finding, Level, Place
from kesbang_iku.findings.register import kinds_of
from kesbang_iku.validation.configuration import (
    Configuration,
    apply_configuration,
    matches,
    parse_configuration,
    read_configuration,
)
from kesbang_iku.validation.configuration_file import find_configuration


def finding(code: str, name: str | None = "a.yaml") -> Finding:
    return Finding(kinds_of(code)[0], Place(name))


def kept(configuration: Configuration, *codes: str, name: str = "a.yaml") -> list[str]:
    configured = apply_configuration([finding(code, name) for code in codes], configuration)
    assert sorted(one.kode for one in configured.kept + configured.ignored) == sorted(codes)
    return [one.kode for one in configured.kept]


def read(text: str) -> tuple[Configuration, list[Finding]]:
    return parse_configuration(text, "kesbang-iku.toml")


def test_without_a_configuration_everything_counts_as_it_is() -> None:
    found = [finding("IKU405"), finding("IKU232")]
    configured = apply_configuration(found, Configuration())
    assert configured.kept == tuple(found)
    assert configured.ignored == ()


def test_ignored_codes_and_prefixes_are_set_aside() -> None:
    configuration = Configuration(ignore=("IKU232", "IKU5"))
    assert kept(configuration, "IKU232", "IKU233", "IKU510") == ["IKU233"]


def test_only_selected_codes_count() -> None:
    assert kept(Configuration(select=("IKU4",)), "IKU405", "IKU510") == ["IKU405"]


@pytest.mark.parametrize(
    ("select", "ignore", "counts"),
    [("IKU405", "IKU4", True), ("IKU4", "IKU405", False), ("IKU405", "IKU405", False)],
)
def test_the_longer_of_two_prefixes_decides(select: str, ignore: str, *, counts: bool) -> None:
    configuration = Configuration(select=(select,), ignore=(ignore,))
    assert kept(configuration, "IKU405") == (["IKU405"] if counts else [])


def test_codes_may_be_ignored_in_some_files_only() -> None:
    configuration = Configuration(ignore_in=(("arsip/**", ("IKU4",)),))
    assert kept(configuration, "IKU405", "IKU510", name="arsip/2019/a.yaml") == ["IKU510"]
    assert kept(configuration, "IKU405", name="a.yaml") == ["IKU405"]


def test_a_finding_of_no_file_counts() -> None:
    configuration = Configuration(ignore_in=(("**", ("IKU4",)),))
    assert len(apply_configuration([finding("IKU405", None)], configuration).kept) == 1


def test_patterns_are_relative_to_the_folder_of_the_configuration(tmp_path: Path) -> None:
    configuration = Configuration(ignore_in=(("arsip/*", ("IKU4",)),), root=tmp_path / "proyek")
    name = str(tmp_path / "proyek" / "arsip" / "a.yaml")
    assert kept(configuration, "IKU405", name=name) == []
    assert kept(configuration, "IKU405", name="arsip/a.yaml") == ["IKU405"]


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "x/y/a.yaml", True),
        ("x/*.yaml", "x/a.yaml", True),
        ("x/*.yaml", "x/y/a.yaml", False),
        ("x/**/*.yaml", "x/a.yaml", True),
        ("x/**/*.yaml", "x/y/z/a.yaml", True),
        ("x/**", "x/y/a.yaml", True),
        ("x/**", "xy/a.yaml", False),
        ("./x/a.yaml", "x/a.yaml", True),
        ("a?.yaml", "ab.yaml", True),
        ("a?.yaml", "a.yaml", False),
        ("a.yaml", "axyaml", False),
        ("[a].yaml", "a.yaml", False),
        ("**/a.yaml", "a.yaml", True),
    ],
)
def test_patterns_of_files(pattern: str, name: str, *, fits: bool) -> None:
    assert matches(pattern, name) is fits


def test_levels_are_set_by_the_most_exact_code() -> None:
    configuration = Configuration(levels=(("IKU23", "info"), ("IKU232", "galat")))
    configured = apply_configuration([finding("IKU232"), finding("IKU233")], configuration)
    assert [one.tingkat for one in configured.kept] == [Level.GALAT, Level.INFO]
    assert [one.kode for one in configured.kept] == ["IKU232", "IKU233"]


def test_the_announced_level_can_be_had_before_its_time() -> None:
    kind = replace(kinds_of("IKU232")[0], announced=Level.GALAT)
    configuration = Configuration(levels=(("IKU", "mendatang"),))
    configured = apply_configuration([Finding(kind), finding("IKU233")], configuration)
    assert [one.tingkat for one in configured.kept] == [Level.GALAT, Level.PERINGATAN]


# ---------------------------------------------------------------------------------------- reading


def test_every_key_is_read() -> None:
    configuration, found = read(
        'pilih = ["IKU"]\nabaikan = ["IKU232"]\n[abaikan-per-berkas]\n"arsip/**" = ["IKU5"]\n'
        '[tingkat]\nIKU502 = "galat"\nIKU23 = "mendatang"\n'
    )
    assert found == []
    assert configuration == Configuration(
        select=("IKU",),
        ignore=("IKU232",),
        ignore_in=(("arsip/**", ("IKU5",)),),
        levels=(("IKU502", "galat"), ("IKU23", "mendatang")),
        name="kesbang-iku.toml",
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('pilih = ["IKU"]\nabaikn = []\n', "IKU091", 2, 1),
        ('abaikan = "IKU4"\n', "IKU092", 1, 1),
        ("# abaikan\nabaikan = [4]\n", "IKU092", 2, 1),
        ("abaikan-per-berkas = []\n", "IKU092", 1, 1),
        ('[abaikan-per-berkas]\n"a/*" = "IKU4"\n', "IKU092", 2, 2),
        ("tingkat = 3\n", "IKU092", 1, 1),
        ('abaikan = ["IKU4", "IKU999"]\n', "IKU093", 1, 21),
        ('[tingkat]\nIKUX = "galat"\n', "IKU093", 2, 1),
        ('[tingkat]\nIKU502 = "fatal"\n', "IKU094", 2, 11),
        ("[tingkat]\nIKU502 = [1]\n", "IKU094", 2, 1),
        ("abaikan = [\n", "IKU090", 2, None),
        ("abaikan = [}\n", "IKU090", 1, 12),
    ],
)
def test_what_is_wrong_is_found_at_its_place(
    text: str, code: str, line: int | None, column: int | None
) -> None:
    found = read(text)[1]
    assert [(one.kode, one.baris) for one in found] == [(code, line)]
    assert column is None or found[0].kolom == column
    assert found[0].berkas == "kesbang-iku.toml"


def test_a_misspelt_key_or_code_gets_a_proposal_in_both_languages() -> None:
    found = read('abaikn = []\npilih = ["IKU-405"]\n')[1]
    assert [one.hint("en").partition(".")[0] for one in found] == [
        "Perhaps 'abaikan' is meant",
        "Perhaps IKU405 is meant",
    ]
    assert found[0].saran.startswith("Barangkali maksudnya 'abaikan'.")


def test_in_a_shared_file_only_our_table_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n[tool.kesbang-iku]\nabaikan = ["IKU4"]\n')
    configuration, found = read_configuration(path)
    assert found == []
    assert configuration.ignore == ("IKU4",)
    assert configuration.root == tmp_path


def test_a_shared_file_without_our_table_configures_nothing() -> None:
    for text in ("", "tool = 5\n", "[tool.lain]\npilih = 5\n", "[project]\nname = 'data'\n"):
        configuration, found = parse_configuration(text, "pyproject.toml", shared=True)
        assert configuration == Configuration(name="pyproject.toml")
        assert found == []


def test_a_comment_is_not_the_place_of_a_wrong_key() -> None:
    (found,) = read("  # abaikn: nanti\nabaikn = []\n")[1]
    assert (found.baris, found.place.kolom) == (2, 1)


def test_what_is_wrong_is_found_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "kesbang-iku.toml"
    path.write_text("abaikan = 5\n", encoding="utf-8")
    assert [one.berkas for one in read_configuration(path)[1]] == [str(path)]
    assert [one.berkas for one in read_configuration(path, "di sini")[1]] == ["di sini"]


def test_our_table_must_be_a_table() -> None:
    text = "[tool]\nkesbang-iku = 3\n"
    found = parse_configuration(text, "pyproject.toml", shared=True)[1]
    assert [one.kode for one in found] == ["IKU092"]
    assert "tabel" in found[0].pesan
    assert "a table" in found[0].message("en")


def test_an_empty_file_configures_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kesbang-iku.toml"
    path.write_bytes(b"")
    configuration, found = read_configuration(path)
    assert found == []
    assert configuration.ignore == ()


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "kesbang-iku.toml"
    path.write_bytes(b"%PDF-1.7")
    assert [one.kode for one in read_configuration(path)[1]] == ["IKU006"]


def test_the_nearest_configuration_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    shared = tmp_path / "pyproject.toml"
    shared.write_text("[tool.kesbang-iku]\n")
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "kesbang-iku-x"\n')
    assert find_configuration(inner) == shared
    own = tmp_path / "a" / "kesbang-iku.toml"
    own.write_text("")
    assert find_configuration(inner) == own


def test_a_shared_file_that_is_no_toml_is_not_passed_over(tmp_path: Path) -> None:
    shared = tmp_path / "pyproject.toml"
    shared.write_text("[tool.kesbang-iku\n")
    assert find_configuration(tmp_path) == shared
    assert [one.kode for one in read_configuration(shared)[1]] == ["IKU090"]


def test_the_end_of_a_wrong_key_is_known_too() -> None:
    _, (found,) = read('[tingkat]\nIKU405 = "keras"\n')
    assert found.place.kolom is not None
    assert found.place.kolom_akhir is not None
    assert found.place.kolom_akhir > found.place.kolom


def test_bytes_of_no_text_are_said_by_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kesbang-iku.toml"
    path.write_bytes(b"\x00\x01\x02")
    _, found = read_configuration(path)
    assert {one.berkas for one in found} == {str(path)}


def test_settings_nested_without_end_are_no_toml() -> None:
    _, found = parse_configuration("pilih = " + "[" * 100_000, "kesbang-iku.toml")
    assert [(one.kode, one.berkas) for one in found] == [("IKU090", "kesbang-iku.toml")]


def test_two_stars_cross_whatever_a_name_holds() -> None:
    assert matches("arsip/**", "arsip/lama\nsekali/a.yaml")
    assert matches("**/a.yaml", "arsip/lama\nsekali/a.yaml")
