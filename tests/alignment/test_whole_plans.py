"""Whole plans, each row with the answer that was written down before anything read it."""

from __future__ import annotations

import pytest

from kesbang_iku.alignment.alignment import AlignedItem, align
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.tables.plans import read_plan
from tests.tree import ROOT, read_yaml

# What a row should get: its counterpart with what deviates, or what it is to the nearest entry.
SLEMAN = (
    "KBP-ESB-01", "KBP-WAS-02", "KBP-WAS-08 rumus", "KBP-WAS-15", "KBP-IDE-06", "KBP-IDE-08 satuan",
    "KBP-POL-02 rumus", "-", "KBP-POL-09", "KBP-ORM-04", "lebih_sempit KBP-ORM-05", "KBP-UMM-02",
    "KBP-UMM-01 satuan",
)  # fmt: skip
WEST_JAVA = (
    "KBP-POL-01 target", "KBP-POL-32", "KBP-ESB-02 target", "KBP-ESB-10", "KBP-WAS-09",
    "dekat KBP-WAS-09", "KBP-WAS-11", "KBP-WAS-01", "KBP-ESB-05", "KBP-ESB-12", "KBP-ORM-01",
    "dekat KBP-ORM-05", "-", "KBP-WAS-17",
)  # fmt: skip
# The formula of the turnout names both registers in one: that it is today's is not seen.
BANDUNG = (
    "KBP-WAS-02 rumus", "KBP-POL-02 rumus", "KBP-IDE-09", "KBP-WAS-14", "KBP-POL-14", "KBP-POL-15",
    "KBP-POL-12", "bagian KBP-ESB-02", "dekat KBP-WAS-15", "KBP-UMM-01 satuan",
)  # fmt: skip


def _told(one: AlignedItem) -> str:
    if one.padanan is not None:
        deviating = dict.fromkeys(
            found.jenis for found in one.penyimpangan if found.jenis != "nama"
        )
        return " ".join((one.padanan.kode, *deviating))
    near = one.terdekat
    return "-" if near is None else f"{near.relation} {near.indicator.kode}"


@pytest.mark.parametrize(
    ("file", "level", "expected"),
    [
        ("tc27-sleman", "kabupaten", SLEMAN),
        ("ringkas-jawa-barat", "provinsi", WEST_JAVA),
        ("iku-bandung", "kota", BANDUNG),
    ],
)
def test_a_plan_gets_what_was_expected_of_it(
    file: str, level: AdminLevel, expected: tuple[str, ...], katalog: Catalog
) -> None:
    plan = read_plan(ROOT / f"tests/alignment/rencana/{file}.csv")
    found = [_told(one) for one in align(plan, katalog, tingkat=level)]
    # Where nothing was expected, any nearest entry will do, but no counterpart.
    assert [
        "-" if due == "-" and not said.startswith("KBP-") else said
        for said, due in zip(found, expected, strict=True)
    ] == list(expected)


def _whole() -> dict[str, list[str]]:
    path = ROOT / "tests/alignment/rencana/utuh.yaml"
    found: dict[str, list[str]] = read_yaml(path)
    return found


@pytest.mark.parametrize("file", _whole())
def test_each_row_of_a_whole_plan_gets_its_answer(file: str, katalog: Catalog) -> None:
    plan, expected = read_plan(ROOT / f"tests/alignment/rencana/{file}"), _whole()[file]
    wrong = []
    for one, due in zip(align(plan, katalog, tingkat="kabupaten"), expected, strict=True):
        near = one.terdekat and f"{one.terdekat.relation} {one.terdekat.indicator.kode}"
        none = "lain" if one.tempat.bidang_lain else near or "-"
        said = f"sama {one.padanan.kode}" if one.padanan is not None else none
        if not (said == due or due[0] == "!" or (due == "-" and one.padanan is None)):
            wrong.append((one.item.nama, due, said))
    assert wrong == []
    assert sum(due[0] == "!" for due in expected) <= len(expected) // 14


def test_an_abbreviation_of_two_owners_is_never_certain(katalog: Catalog) -> None:
    plan = read_plan(ROOT / "tests/alignment/rencana/ringkas-jawa-barat.csv")
    found = align(plan, katalog, tingkat="provinsi")
    assert found[7].item.nama == "IKN"
    assert found[7].keyakinan <= 0.9
