"""Shares of files: nothing lost, nothing twice, and no province in two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.sources.reading import Opened
from kesbang_iku.validation.pipeline import partition as partitioning
from kesbang_iku.validation.pipeline.partition import partition, province_of, provinces_of

_REGIONS = ["11", "11.01", "1102", "12", "12.71", "35", "35.10", "62.71", "00", "Aceh", ""]


def _file(number: int, regions: list[str]) -> Opened:
    text = "---\n".join(f'wilayah: "{region}"\ntahun: 2024\nitem: []\n' for region in regions)
    return Opened(f"{number}.yaml", text, "yaml")


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitioning, "_WORTH_IT", 1)
    monkeypatch.setattr(partitioning, "_AT_A_TIME", 1)


@given(st.lists(st.lists(st.sampled_from(_REGIONS), max_size=3), max_size=12), st.integers(1, 5))
def test_parts_divide_files_by_province(regions: list[list[str]], processes: int) -> None:
    files = [_file(number, some) for number, some in enumerate(regions)]
    divided = partition(files, load_regions(), processes)
    assert len(divided) <= processes
    parts = [part for share in divided for part in share]
    assert sorted(file.name for part in parts for file in part) == sorted(
        file.name for file in files
    )
    assert all(part == sorted(part, key=files.index) for part in parts)
    seen = [
        {province_of(region) for file in part for region in regions[files.index(file)]}
        for part in parts
    ]
    assert sum(map(len, seen)) == len(set().union(*seen))


def test_files_of_many_provinces_are_shared_about_evenly() -> None:
    files = [_file(number, [f"{11 + number % 8}.01"]) for number in range(80)]
    divided = partition(files, load_regions(), 4)
    assert [[len(part) for part in share] for share in divided] == [[10, 10]] * 4


def test_what_the_nation_reports_keeps_all_files_together() -> None:
    files = [_file(number, [f"{11 + number % 8}.01"]) for number in range(40)]
    files.insert(20, _file(99, ["0"]))
    assert partition(files, load_regions(), 4) == [[files]]


def test_few_files_stay_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitioning, "_WORTH_IT", 50)
    files = [_file(number, [f"{11 + number % 8}"]) for number in range(99)]
    (share,) = partition(files, load_regions(), 4)
    assert sorted(file.name for part in share for file in part) == sorted(
        file.name for file in files
    )


def test_files_are_divided_from_the_number_on_that_is_documented(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    files = [_file(number, [f"{11 + number % 8}"]) for number in range(450)]
    for count, parts in ((299, 1), (300, 2), (449, 2), (450, 3)):
        assert len(partition(files[:count], load_regions(), 4)) == parts


def test_a_few_files_are_judged_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitioning, "_AT_A_TIME", 20)
    files = [_file(number, [f"{11 + number % 8}"]) for number in range(96)]
    assert partition(files[:39], load_regions(), 1) == [[files[:39]]]
    (share,) = partition(files, load_regions(), 1)
    assert [len(part) for part in share] == [24] * 4


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
    files = [Opened("a.yaml", text, "yaml"), other]
    assert partition(files, regions, 2) == [[files]]
