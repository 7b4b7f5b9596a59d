from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kesbang_iku.catalog.checks import check_definition
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.programs import Programs, load_programs, output_definitions
from kesbang_iku.findings import Place
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.registers import OutputFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.yaml_reader import read_yaml

PROGRAMS = load_programs()
PLAIN = {entry["kode"]: entry for entry in output_definitions(PROGRAMS)}
DEFINITIONS = {code: Definition.model_validate(entry) for code, entry in PLAIN.items()}
HEADER = "kode,tingkat,jenjang,nama,nama_tampil,indikator,satuan,induk,sumber,kedudukan\n"


def texts(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in texts(value)]
    return [node] if isinstance(node, str) else []


def names_in(file: str, key: str) -> set[str]:
    documents, _ = read_yaml((catalog_root() / file).read_text(encoding="utf-8"), file)
    data = documents[0].data
    assert isinstance(data, dict)
    entries: Any = data[key]
    return {entry["nama"] for entry in entries}


def test_every_output_of_the_nomenclature_becomes_a_definition() -> None:
    assert list(DEFINITIONS) == [row.kode for row in PROGRAMS.outputs()]
    assert len(DEFINITIONS) == 66


def test_a_definition_has_the_indicator_as_printed_and_counts_it() -> None:
    definition = DEFINITIONS["8.01.05.2.01.0003"]

    assert "Penyalagunaan" in definition.nama
    assert definition.jenis == "keluaran"
    assert definition.formula == "jumlah_keluaran"
    assert [(one.nama, one.jenis) for one in definition.variabel] == [("jumlah_keluaran", "cacah")]
    assert (definition.satuan, definition.variabel[0].satuan) == ("orang", "orang")


def test_the_field_of_work_follows_from_the_programme() -> None:
    fields = {(one.program, one.bidang) for one in DEFINITIONS.values()}

    assert fields == {
        ("8.01.02", "IDE"),
        ("8.01.03", "POL"),
        ("8.01.04", "ORM"),
        ("8.01.05", "ESB"),
        ("8.01.06", "WAS"),
    }


def test_the_level_follows_from_the_code() -> None:
    for code, definition in DEFINITIONS.items():
        expected = {"1": ("provinsi",), "2": ("kabupaten", "kota")}[code.split(".")[3]]
        assert definition.tingkat.berlaku == expected
        assert definition.tingkat.diestimasi == expected


def test_units_methods_and_scales_exist_in_the_catalog() -> None:
    assert {one.satuan for one in DEFINITIONS.values()} <= names_in("satuan.yaml", "satuan")
    assert {one.capaian for one in DEFINITIONS.values()} <= names_in("capaian.yaml", "metode")
    assert {one.predikat for one in DEFINITIONS.values()} <= names_in("predikat.yaml", "skala")


def test_no_field_of_the_template_is_left_unfilled() -> None:
    for entry in PLAIN.values():
        for text in texts(entry):
            assert not re.search(r"[{}]", text)


def test_what_the_nomenclature_does_not_say_stands_as_a_proposal() -> None:
    for definition in DEFINITIONS.values():
        standings = Counter(source.kedudukan for source in definition.sumber)
        assert standings["resmi"] == 1
        assert standings["usulan"] == 1
        proposal = next(one for one in definition.sumber if one.kedudukan == "usulan")
        assert "polaritas" in proposal.untuk


def test_an_indicator_that_does_not_name_its_unit_says_so() -> None:
    assert "tidak menyebut satuannya" in (DEFINITIONS["8.01.02.1.01.0010"].catatan or "")
    assert "tidak menyebut satuannya" not in (DEFINITIONS["8.01.02.1.01.0009"].catatan or "")


def test_a_row_the_template_knows_nothing_about_is_refused() -> None:
    programs = Programs.load(
        f"{HEADER}8.01.02.1.01.0001,provinsi,sub_kegiatan,A,A,Jumlah Ekor,Ekor,,Tanpa,resmi\n"
    )

    with pytest.raises(ValueError, match=r"8\.01\.02\.1\.01\.0001.*ekor"):
        list(output_definitions(programs))


@pytest.mark.parametrize("content", ["definisi: [", "- a\n", ""])
def test_a_template_that_cannot_be_read_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "keluaran.yaml").write_text(content, encoding="utf-8")

    with pytest.raises(ValueError, match=r"keluaran\.yaml"):
        load_data("keluaran.yaml", OutputFile, tmp_path)


def test_every_output_definition_can_be_computed() -> None:
    catalog = load_catalog(packages=False)
    findings = [
        (definition.kode, finding.kode)
        for definition in catalog.outputs
        for finding in check_definition(definition, catalog.tables, lambda _pointer: Place())
    ]
    assert findings == []


def test_a_catalog_finds_outputs_by_their_code_however_it_is_padded() -> None:
    catalog = load_catalog(packages=False)
    assert catalog["8.01.02.1.01.3"] is catalog["8.01.02.1.01.0003"]
    assert catalog["8.01.02.1.01.0003"] not in tuple(catalog)
