"""The line that a result states."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.indicator.statement import Statement, StatementError

CATALOG = load_catalog()
LONGEST = 150
"""So many characters a line may have for every worked example (contract, section 8)."""

NAMES = st.from_regex(r"\A[a-z][a-z0-9_]{0,11}\Z")
NUMBERS = st.fractions(max_denominator=10**6)
PRINTED = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2
)


def test_every_worked_example_states_itself_in_few_characters() -> None:
    stated = 0
    for indicator in CATALOG.definitions:
        for example in indicator.contoh:
            result = indicator.compute(
                example.variabel,
                target=example.target,
                wilayah=example.wilayah,
                tahun=example.tahun,
                format_angka="en",
            )
            line = result.verifikasi
            assert (line is None) == (result.nilai is None)
            if line is not None:
                stated += 1
                assert len(line) <= LONGEST
                assert str(Statement.read(line)) == line
    assert stated > 100  # most examples have a value


def test_a_line_is_as_the_contract_prints_it() -> None:
    indicator = CATALOG["KBP-WAS-02"]
    numbers = {"konflik_diselesaikan": 17, "konflik": 20}
    result = indicator.compute(numbers, target="≥ 90", wilayah="62.71", tahun=2024)
    assert result.verifikasi == (
        "IKU1/KBP-WAS-02@1/62.71/2024/konflik_diselesaikan=17;konflik=20/t=%E2%89%A5%2090"
        f"/v=85.00/c=94.44/{indicator.sidik[7:15]}"
    )
    quarter = indicator.compute(numbers, tingkat="kota", tahun=2024, periode="triwulan-1")
    assert quarter.verifikasi is not None
    assert quarter.verifikasi.startswith("IKU1/KBP-WAS-02@1/kota/2024-triwulan-1/")


def test_a_result_without_a_value_states_nothing() -> None:
    result = CATALOG["KBP-WAS-02"].compute({"konflik": 0, "konflik_diselesaikan": 0})
    assert (result.nilai, result.verifikasi) == (None, None)


@given(
    st.dictionaries(NAMES, NUMBERS, max_size=4),
    st.dictionaries(NAMES, NUMBERS, max_size=2),
    st.none() | st.text(min_size=1, max_size=12),
    PRINTED,
    st.none() | PRINTED,
    st.none() | st.text(min_size=1, max_size=8).filter(lambda text: text != "-"),
)
def test_what_is_written_is_read_again(  # one for each part of a line
    numbers: dict[str, Fraction],
    before: dict[str, Fraction],
    target: str | None,
    value: Decimal,
    achieved: Decimal | None,
    region: str | None,
) -> None:
    stated = Statement(
        "KBP-POL-01", "2021", region, None, 2024, "tahunan", numbers, before, target, value,
        achieved, "0123abcd",
    )  # fmt: skip
    line = str(stated)
    assert line.isascii()
    assert not set(line) & set(" \"'<>&")
    read = Statement.read(line)
    assert (read.masukan, read.sebelumnya) == (numbers, before)
    assert (read.target, read.nilai, read.capaian) == (target, value, achieved)
    assert (read.wilayah or read.tingkat) == region


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("IKU2/a", "IKU2/a"),
        ("IKU1/KBP-WAS-02/62/2024/a=1/v=1/0123abcd", "KBP-WAS-02"),
        ("IKU1/KBP-WAS-02@1/62/24/a=1/v=1/0123abcd", "24"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1/v=1/0123abc", "0123abc"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=satu/v=1/0123abcd", "a=satu"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1%2F0/v=1/0123abcd", "a=1/0"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1/v=1e3/0123abcd", "1e3"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1/t=3/0123abcd", "v"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1/v=1/v=2/0123abcd", "v=1/v=2"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1;b=2;a=3/v=1/0123abcd", "a=3"),
        ("IKU1/KBP-WAS-02@1/62/2024/-a=1;a=2;-a=1/v=1/0123abcd", "-a=1"),
        ("IKU1/KBP-WAS-02@1/62/2024/a=1/c=1/v=2/0123abcd", "c=1/v=2"),
        (f"IKU1/KBP-WAS-02@1/62/2024/a={'9' * 5000}/v=1/0123abcd", f"a={'9' * 5000}"),
    ],
)
def test_what_cannot_be_read_names_the_part(line: str, part: str) -> None:
    with pytest.raises(StatementError) as caught:
        Statement.read(line)
    assert caught.value.part == part
