from __future__ import annotations

from typing import Any

import pytest

import kesbang_iku
from kesbang_iku.findings.misuse import MisuseError, misuse_told

REPORT = b'jenis: laporan\nwilayah: "62"\ntahun: 2024\nitem: [{kode: KBP-WAS-02, realisasi: 85}]\n'
PLAN = b'jenis: rencana\nwilayah: "62"\nitem: [{nama: Indeks Harmoni Indonesia}]\n'
iku: Any = kesbang_iku  # as programs without types use it
KATALOG = iku.load_catalog()
ROWS = b"wilayah,tahun,kode,konflik\n62,2024,KBP-WAS-02,3\n"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: KATALOG.in_force("2024"), "in_force() takes year as int, not '2024', such as"),
        (
            lambda: iku.compute(iku.read_reports(REPORT), "katalog/"),
            "compute() takes katalog as Catalog | None, not 'katalog/', such as what",
        ),
        (
            lambda: iku.align(iku.read_plan(PLAN), wilayah=62),
            'align() takes wilayah as str | None, not 62, such as wilayah="62".',
        ),
        (
            lambda: iku.read_reports(ROWS, katalog=5),
            "read_reports() takes katalog as Catalog | None, not 5, such as what load_catalog()",
        ),
        (lambda: KATALOG.select(level="Provinsi"), "select() takes level as "),
        (lambda: KATALOG.select(standing="xx"), "select() takes standing as "),
        (
            lambda: KATALOG.nilai("KBP-POL-01", tahun="2018"),
            "nilai() takes tahun as int | None, not '2018', such as tahun=2018.",
        ),
        (
            lambda: KATALOG.nilai("KBP-POL-01", wilayah=51),
            'nilai() takes wilayah as str | None, not 51, such as wilayah="51".',
        ),
        (
            lambda: iku.validate(REPORT, jenis="xyz"),
            "jenis='xyz' is not known; there are laporan, rencana, capaian, katalog, padanan.",
        ),
        (lambda: KATALOG.where(["KBP-WAS-02"]), "where() takes definitions as "),
        (lambda: KATALOG.select(field=5), "select() takes field as str | None, not 5, such as "),
        (lambda: iku.rollup(iku.read_reports(REPORT), ke=62), "rollup() takes ke as str | None"),
        (lambda: iku.load_catalog(extra=5), "load_catalog() takes extra as Sequence["),
        (lambda: iku.schema(None), "schema() takes "),
        (
            lambda: KATALOG["KBP-WAS-02"].exists_at("desa"),
            "exists_at() takes level as 'nasional' | 'provinsi' | 'kabupaten' | 'kota', not 'desa'",
        ),
    ],
)  # fmt: skip
def test_an_argument_of_another_kind_is_named_with_what_is_taken(call: Any, said: str) -> None:  # noqa: ANN401  # what no type allows
    with pytest.raises(MisuseError) as caught:
        call()
    assert str(caught.value).startswith(said)


def test_what_breaks_by_no_argument_stays_as_it_is() -> None:
    @misuse_told
    def broken(number: int, *, names: list[str] | None = None) -> int:
        return number + len(names or ()) + dict[str, int]()["gone"]

    with pytest.raises(KeyError, match="gone"):
        broken(1, names=["a"])
    with pytest.raises(MisuseError, match=r"^broken\(\) takes names as list\[str\] \| None, not l"):
        broken(1, names=[1])  # type: ignore[list-item]


def test_a_wrong_name_of_an_argument_is_told_by_the_language() -> None:
    with pytest.raises(TypeError, match="tahun"):
        KATALOG.in_force(tahun=2024)
