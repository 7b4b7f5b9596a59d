"""Rows of wide tables that tell variables of other indicators: in columns, as the engine has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pytest

from kesbang_iku.bulk import computation
from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import by_key, rows_of
from tests.bulk.hostile import answers
from tests.bulk.small import DRUGS, FALL, SHARE, decimals, floats, ints, rows, shares, texts, told
from tests.bulk.typed import LIBRARIES, Column, Columns

pytestmark = pytest.mark.frames

COUNT: Final = "KBP-WAS-09"
"""An indicator that has only one of the two variables of ``SHARE``."""
PAIR: Final = {
    "konflik_diselesaikan": floats(17, 21, None, 17, 17, -1),
    "konflik": floats(20, 20, 20, 0, 20, 20),
}
PLAIN: Final[Mapping[str, Columns]] = {
    "numbers": told(**PAIR, ditangani=floats(3, 3, 3, 3, None, 3), dpk=ints(0, 1, 2, 3, None, 5)),
    "decimals": told(**PAIR, ditangani=decimals("3", "0", "-1.5", "2", None, "7.125")),
    "truths": told(**PAIR, ditangani=Column("bool", [True, False, True, False, None, True])),
    "texts": told(**PAIR, ditangani=texts("3", "tiga", "n/a", "1.500", "3271010101900001", "?0")),
    "names that come near": told(**PAIR, konflk=floats(1, 2, 3, 4, 5, 6)),
    "targets": told(**PAIR, ditangani=floats(*[3.0] * 6), target=floats(90, 0, 900, -1, 90, 1)),
    "regions": told(
        **PAIR,
        ditangani=floats(*[3.0] * 6),
        wilayah=["62.71", "6271", "62", "0", "35.10", "Kota Palangka Raya"],
    ),
    "years": told(**PAIR, ditangani=floats(*[3.0] * 6), tahun=[2025, 2000, 2019, 2058, 2010, 2024]),
    "of several": told(
        [SHARE, SHARE, COUNT, COUNT, FALL, FALL],
        **PAIR,
        insiden_lalu=floats(4, None, 1, None, 4, 4),
        insiden_kini=floats(2, None, None, None, 2, 2),
    ),
}
"""Tables in which nothing else is strange but a negative number, an odd region or a target."""
DOUBTFUL: Final[Mapping[str, Columns]] = {
    "blanks": told(**PAIR, ditangani=texts("", " ", "\u00a0", "\t", None, "-")),
    "marks": told(**PAIR, ditangani=texts("—", "?", "½", "\u200b", "\ufeff", "۳")),
    "no numbers": told(**PAIR, ditangani=floats(float("nan"), float("inf"), -0.0, None, 1e300, 2)),
    "categories": told(**PAIR, ditangani=Column("category", ["a", "", " ", None, "3", "-"])),
    "of another version": told(
        DRUGS,
        wilayah="62",
        tahun=[2015, 2015, 2019, 2025, 2025, 2025],
        penyalahguna=floats(5, 5, 5, 5, None, None),
        penduduk_15_64=floats(1600, 1600, None, 1600, None, None),
        nilai_rilis=floats(None, 1.7, 1.7, None, 1.7, 1.7),
        konflik=floats(3, 3, 3, 3, 3, None),
    ),
    "beside": told(**PAIR, ditangani=floats(*[3.0] * 6), capaian=floats(90, 91, 92, None, 1, 2)),
}
TABLES: Final = {**PLAIN, **DOUBTFUL}


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", TABLES)
def test_foreign_variables_are_told_as_the_exact_engine_tells_them(name: str, library: str) -> None:
    found = by_key(rows_of(compute_frame(LIBRARIES[library](TABLES[name]))))
    assert found == answers(rows(TABLES[name]))
    assert any("IKU400" in row["temuan"] for row in found.values())


@pytest.mark.parametrize("library", [one for one in LIBRARIES if one != "pandas-objects"])
def test_rows_with_foreign_variables_are_not_computed_one_by_one(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def counted(found: Iterable[Any], *_: object, **__: object) -> list[Any]:
        asked.extend(found)
        return []

    monkeypatch.setattr(computation, "exact_answers", counted)
    table = shares(
        floats(17, 18, 19),
        floats(20, 20, 20),
        ditangani=floats(3, None, 4),
        dpk=Column("bool", [True, None, False]),
        kader_target=texts("tiga", None, "4"),
    )
    told_of = rows_of(compute_frame(LIBRARIES[library](table)))
    assert sorted(str(row["temuan"]) for row in told_of) == ["", "IKU400", "IKU400"]
    assert sorted(row["status"] for row in told_of) == ["ditolak", "ditolak", "lengkap"]
    assert not asked
