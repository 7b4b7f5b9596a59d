from __future__ import annotations

import dataclasses

import pytest

from kesbang_iku.model.region import Region, Validity


def test_a_region_cannot_be_changed() -> None:
    region = Region("62", "Kalimantan Tengah", "provinsi", "0")

    with pytest.raises(dataclasses.FrozenInstanceError):
        region.nama = "Kalteng"  # type: ignore[misc]  # what the test is about


@pytest.mark.parametrize(
    ("validity", "year", "inside"),
    [
        (Validity(2022, 2024), 2022, True),
        (Validity(2022, 2024), 2024, True),
        (Validity(2022, 2024), 2021, False),
        (Validity(2022, 2024), 2025, False),
        (Validity(None, 2024), 1945, True),
        (Validity(2022, None), 2100, True),
        (Validity(), 2026, True),
    ],
)
def test_validity_includes_both_ends_and_an_unknown_end_is_open(
    validity: Validity, year: int, *, inside: bool
) -> None:
    assert (year in validity) is inside
