"""Shares of files: nothing lost, nothing twice, and no province in two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.files.reading import Opened
from kesbang_iku.files.reports import read_reports
from kesbang_iku.validation import shares
from kesbang_iku.validation.shares import province_of, provinces_of, shares_of

_REGIONS = ["11", "11.01", "1102", "12", "12.71", "35", "35.10", "62.71", "00", "Aceh", ""]


def _file(number: int, regions: list[str]) -> Opened:
    text = "---\n".join(f'wilayah: "{region}"\ntahun: 2024\nitem: []\n' for region in regions)
    return Opened(f"{number}.yaml", text, "yaml")


@pytest.fixture(autouse=True)
def _worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_WORTH_IT", 1)


@given(st.lists(st.lists(st.sampled_from(_REGIONS), max_size=3), max_size=12), st.integers(1, 5))
def test_shares_divide_files_by_province(regions: list[list[str]], processes: int) -> None:
    files = [_file(number, some) for number, some in enumerate(regions)]
    divided = shares_of(files, load_regions(), processes)
    assert len(divided) <= processes or processes == 0
    assert sorted(file.name for share in divided for file in share) == sorted(
        file.name for file in files
    )
    assert all(share == sorted(share, key=files.index) for share in divided)
    seen = [
        {province_of(region) for file in share for region in regions[files.index(file)]}
        for share in divided
    ]
    assert sum(map(len, seen)) == len(set().union(*seen))


def test_files_of_many_provinces_are_shared_about_evenly() -> None:
    files = [_file(number, [f"{11 + number % 8}.01"]) for number in range(80)]
    sizes = [len(share) for share in shares_of(files, load_regions(), 4)]
    assert sizes == [20, 20, 20, 20]


def test_few_files_are_not_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_WORTH_IT", 50)
    files = [_file(number, [f"{11 + number % 8}"]) for number in range(99)]
    assert shares_of(files, load_regions(), 4) == [files]


@pytest.mark.parametrize(
    "text",
    [
        '{"jenis": "laporan", "wilayah": "35.10", "tahun": 2024, "item": []}',
        "{jenis: laporan, wilayah: 35.10, tahun: 2024, item: []}",
        "- wilayah: '3510'\n  tahun: 2024\n  item: []\n",
        'jenis: laporan\n"wilayah" : "35.10" # Banyuwangi\ntahun: 2024\nitem: []\n',
    ],
)
def test_the_province_is_told_from_the_text_as_when_it_is_read(text: str) -> None:
    regions = load_regions()
    reports = read_reports(text.encode(), name="a")
    other = Opened("b.yaml", 'wilayah: "35"\n', "yaml")
    assert provinces_of(reports, regions) == {"35"}
    assert len(shares_of([Opened("a.yaml", text, "yaml"), other], regions, 2)) == 1
