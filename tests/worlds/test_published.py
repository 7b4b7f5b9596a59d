"""What was really published, parts and value: judged row by row, and no right print is blamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import kesbang_iku as iku
from kesbang_iku.formula import parse, variables
from kesbang_iku.model.observation import Observation

# Every other row is what its parts give to the digit.
_SAID = {
    ("KBP-ESB-02", "0", 2024): "IKU501",  # 76,47 of at least 76,4783: cut off
    ("KBP-ESB-05", "0", 2019): "IKU524",  # 1,83 rounded to 1,8, then filled to 1,80
    ("KBP-POL-01", "0", 2015): "IKU523",
    ("KBP-POL-01", "0", 2017): "IKU523",
    ("KBP-POL-01", "14", 2017): "IKU523",
    ("KBP-POL-01", "14", 2018): "IKU523",
    ("KBP-POL-01", "18", 2013): "IKU500",  # 63,13 of 63,1615 to 63,1715
    ("KBP-POL-01", "19", 2015): "IKU523",
    ("KBP-POL-01", "74", 2016): "IKU523",
    ("KBP-POL-01", "75", 2023): "IKU523",
    ("KBP-POL-01", "76", 2021): "IKU523",
    ("KBP-POL-01", "91", 2019): "IKU523",
    ("KBP-POL-01", "91", 2020): "IKU523",
}


def _rows(
    katalog: iku.Catalog,
) -> Iterator[tuple[iku.Indicator, Observation, Mapping[str, object]]]:
    """Yield each value that was published with all its parts, and those parts as printed."""
    for code in {found.kode for found in katalog.definitions}:
        groups: dict[tuple[str, int, str | None], dict[str | None, Observation]] = {}
        for found in katalog.nilai(code):
            if found.dipakai and found.kedudukan != "turunan":
                about = (found.wilayah, found.tahun, found.edisi)
                groups.setdefault(about, {}).setdefault(found.bagian, found)
        for group in groups.values():
            total = group.get(None)
            if total is None or code not in katalog.in_force(total.tahun):
                continue
            indicator = katalog.in_force(total.tahun)[code]
            base = indicator.komponen.formula if indicator.komponen else indicator.rumus
            names = () if base is None else variables(parse(base))
            if names and set(names) <= group.keys():
                yield indicator, total, {name: group[name].nilai for name in names}


def test_every_published_row_gets_the_verdict_it_deserves(katalog: iku.Catalog) -> None:
    said, count = {}, 0
    for indicator, total, parts in _rows(katalog):
        count += 1
        result = indicator.compute(parts, realisasi=total.nilai)
        codes = [found.kode for found in result.temuan if found.kode.startswith("IKU5")]
        if codes:
            (said[indicator.kode, total.wilayah, total.tahun],) = codes
    assert said == _SAID
    assert count >= 75


def test_what_is_possible_is_told_with_both_numbers_and_nothing_to_write(
    katalog: iku.Catalog,
) -> None:
    index = katalog.in_force(2017)["KBP-POL-01"]
    parts = {"kebebasan_sipil": "78,75", "hak_politik": "66,63", "lembaga_demokrasi": "72,49"}
    (found,) = index.compute(parts, realisasi="72,11").temuan
    assert (found.kode, found.tingkat) == ("IKU523", iku.Level.INFO)
    assert "72,11" in found.pesan
    assert "72,12" in found.pesan
    assert "ulis 7" not in found.saran
    assert "rite" not in found.hint("en")
