from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import Any

import pytest

import kesbang_iku as iku

KEYS = {"wilayah": "62", "tahun": 2025, "kode": "KBP-WAS-02"}
LONG = [
    {**KEYS, "variabel": "konflik_diselesaikan", "nilai": 17, "target": 90},
    {**KEYS, "variabel": "konflik", "nilai": 20},
]


class NotAvailable:
    """What pandas has for what is missing: not even equal to itself, and no truth value."""

    def __ne__(self, other: object) -> NotAvailable:  # type: ignore[override]
        return self

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        raise TypeError


NOTHING = NotAvailable()


def test_rows_of_a_program_are_computed() -> None:
    (result,) = iku.compute(LONG)
    assert (str(result.nilai), str(result.capaian), result.temuan) == ("85.00", "94.44", ())


@pytest.mark.parametrize("periods", [("", "tahunan"), ("tahunan", ""), (None, "tahunan")])
def test_a_period_may_be_written_on_one_row_of_the_year_alone(periods: tuple[str, str]) -> None:
    rows = [{**row, "periode": period} for row, period in zip(LONG, periods, strict=True)]
    (result,) = results = iku.compute(rows)
    assert (str(result.nilai), result.periode, results.temuan) == ("85.00", "tahunan", ())


def test_a_row_may_be_an_item() -> None:
    row = {**KEYS, "konflik_diselesaikan": 17.0, "konflik": Decimal(20), "target": 90}
    (result,) = iku.compute([row])
    assert (str(result.nilai), result.periode) == ("85.00", "tahunan")


def test_rows_are_typed_as_a_dataframe_gives_them() -> None:
    row = {"wilayah": "62", "tahun": 2025, "kode": "KBP-ESB-02", "realisasi": 78}
    rows: list[dict[Hashable, Any]] = [dict(row.items())]
    assert str(iku.compute(rows)[0].nilai) == "78"


@pytest.mark.parametrize("nothing", [None, float("nan"), Decimal("NaN"), NOTHING, ""])
def test_what_is_missing_in_a_dataframe_is_missing_here(nothing: object) -> None:
    row = {**KEYS, "konflik_diselesaikan": nothing, "konflik": 20, "target": nothing}
    (result,) = iku.compute([row])
    assert (result.status, result.kurang) == ("belum_lengkap", ("konflik_diselesaikan",))
    direct = iku.load_catalog()["KBP-WAS-02"].compute(
        {"konflik_diselesaikan": nothing, "konflik": 20}
    )
    assert direct.kurang == ("konflik_diselesaikan",)


def test_a_number_counts_as_it_is_and_a_text_as_people_write_it() -> None:
    as_number = {**KEYS, "konflik_diselesaikan": 1, "konflik": 1.0, "realisasi": 85.23}
    as_text = {**as_number, "realisasi": "85,23"}
    (one,) = iku.compute([as_number])
    (other,) = iku.compute([as_text])
    assert [found.kode for found in one.temuan] == [found.kode for found in other.temuan]


def test_a_number_of_numpy_counts_as_the_decimal_that_it_shows() -> None:
    numpy = pytest.importorskip("numpy")
    row = {"wilayah": "62", "tahun": numpy.float32(2024), "kode": "KBP-ESB-02"}
    thirds = dict.fromkeys(("toleransi", "kesetaraan", "kerja_sama"), numpy.float32(70.1))
    (result,) = iku.compute([{**row, **thirds, "target": numpy.float16(70)}])
    assert (str(result.nilai), str(result.capaian), result.tahun) == ("70.10", "100.14", 2024)


def test_a_finding_points_to_its_row_and_column() -> None:
    results = iku.compute([*LONG, {**KEYS, "kode": None, "variabel": "x", "nilai": 1}])
    (found,) = results.temuan
    assert (found.kode, found.place.penunjuk) == ("IKU322", "/2/kode")


@pytest.mark.parametrize("wrong", [{"kode": "KBP-WAS-02"}, "laporan.yaml", 5, [1, 2]])
def test_what_are_no_rows_is_refused_with_a_sentence(wrong: Any) -> None:  # noqa: ANN401  # what no type allows
    with pytest.raises(TypeError, match="read_reports"):
        iku.compute(wrong)


@pytest.mark.parametrize(
    "row",
    [
        {"wilayah": "62", "tahun": 2025, "kode": "KBP-WAS-02", "KONFLIK": 20},
        {"Wilayah": "62", "TAHUN": 2025, "Kode ": "KBP-WAS-02", "Konflik": 20},
    ],
)
def test_columns_are_recognised_as_those_of_a_file(row: dict[str, object]) -> None:
    (result,) = results = iku.compute([{**row, "Konflik Diselesaikan": 17, "dibuat_oleh": "x"}])
    (unused,) = results.temuan
    assert (str(result.nilai), result.temuan) == ("85.00", ())
    assert (unused.kode, unused.place.penunjuk) == ("IKU332", "/0/dibuat_oleh")


def test_a_finding_points_to_a_column_as_the_program_calls_it() -> None:
    (result,) = iku.compute([{**KEYS, "KONFLIK": -1, "konflik_diselesaikan": 17}])
    assert [one.place.penunjuk for one in result.temuan] == ["/0/KONFLIK"]


def test_two_columns_of_one_row_that_are_the_same_one_are_told() -> None:
    rows = [{**KEYS, "KONFLIK": 20, "konflik": 21}, {**KEYS, "tahun": 2024, "konflik": 20}]
    (found,) = iku.compute(rows).temuan
    assert (found.kode, found.place.penunjuk) == ("IKU036", "/0/konflik")


def test_no_rows_have_no_results_and_nothing_is_said_of_their_columns() -> None:
    results = iku.compute(iter(()))
    assert (len(results), results.semua_temuan) == (0, ())
