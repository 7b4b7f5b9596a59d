"""The closed words of the catalog, as people read and write them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings import sentences
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.indicator.words import class_words, unit_words
from kesbang_iku.model import vocabulary
from tests.cli.conftest import Run

CLOSED = (
    *("Standing", "AdminLevel", "Kind", "Access", "Polarity", "Frequency", "VariableKind"),
    *("RegionAggregation", "TimeAggregation"),
)
INDONESIAN = re.compile(
    r"\b(persen|indeks|kasus|orang|resmi|dilaporkan|turunan|usulan|maksimalkan|minimalkan|provinsi"
    r"|kabupaten|dampak|keluaran|tahunan|umum|cacah|dijumlahkan|Sangat Tinggi|sedang)\b"
)


@pytest.fixture(scope="module")
def katalog() -> Catalog:
    return load_catalog()


@pytest.mark.parametrize("name", CLOSED)
def test_every_closed_word_is_said_in_both_languages(name: str) -> None:
    for value in get_args(getattr(vocabulary, name)):
        said = spoken(value)
        assert said.id != said.en, value


def test_every_unit_and_class_of_the_catalog_is_said_in_both_languages(katalog: Catalog) -> None:
    assert set(sentences.units.UNITS) == set(katalog.tables.units)
    assert unit_words("persen").id == "persen"
    assert unit_words("ekor_kuda").en == "ekor kuda"
    for scale in katalog.tables.scales.values():
        for found in scale.kelas:
            assert class_words(found.label, scale).en == (found.label_en or found.label)
    assert class_words("Luar Biasa", None).en == "Luar Biasa"


@pytest.mark.parametrize(
    "typed",
    [
        ("list", "--bidang", "WAS"),
        ("compute", "examples/idi-kalimantan-tengah.yaml"),
        ("compute", "examples/prevalensi-narkotika.yaml"),
    ],
)
def test_tables_for_people_have_no_words_of_the_data(typed: tuple[str, ...], run: Run) -> None:
    ran = run(*typed, "--bahasa", "en")
    # Names of regions and what files hold stay as they are.
    shown = "\n".join(line for line in ran.out.splitlines() if " · " not in line)
    assert INDONESIAN.findall(shown) == []


def test_columns_are_told_by_words_of_the_reader(run: Run) -> None:
    shown = run("read", "examples/tabel-capaian.csv", "--bahasa", "en").out
    assert re.search(r"^[A-Z]  +Satuan +unit ", shown, re.MULTILINE)
    assert re.search(r"^[A-Z]  +Realisasi.* +realised ", shown, re.MULTILINE)


def test_facts_of_a_definition_are_in_the_language_of_the_reader(run: Run) -> None:
    facts = run("show", "KBP-WAS-02", "--bahasa", "en").out
    for said in ("Kind                       outcome", "province, regency, city", "percent, 2 dec"):
        assert said in facts
    for said in ("cases (count)", "summed / summed", "Very high from 91", "maximise", "reported"):
        assert said in facts


def test_programs_read_the_words_of_the_data_in_any_language(run: Run) -> None:
    for form in ("json", "csv"):
        typed = ("list", "--bidang", "WAS", "--format", form)
        indonesian, english = (run(*typed, "--bahasa", one).out for one in ("id", "en"))
        assert indonesian == english


@pytest.mark.parametrize(
    ("command", "option", "written", "meant"),
    [
        (("list",), "--kedudukan", "official", "resmi"),
        (("list",), "--kedudukan", "Usulan", "usulan"),
        (("list",), "--tingkat", "regency", "kabupaten"),
        (("validate", "examples/laporan-keliru.yaml"), "--tingkat-temuan", "warning", "peringatan"),
        (("validate", "examples/laporan-keliru.yaml"), "--jenis", "report", "laporan"),
    ],
)
def test_choices_may_be_written_in_either_language(
    command: tuple[str, ...], option: str, written: str, meant: str, run: Run
) -> None:
    assert run(*command, option, written) == run(*command, option, meant)
    assert run(*command, option, "entah").status == 2
