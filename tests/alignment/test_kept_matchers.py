"""What finds counterparts is prepared once for a catalog and a level of government."""

from __future__ import annotations

import kesbang_iku as iku
from kesbang_iku.alignment.kept_matchers import matcher_of


def test_it_is_kept_for_a_catalog_and_a_level(katalog: iku.Catalog) -> None:
    assert matcher_of(katalog, "kota") is matcher_of(katalog, "kota")
    assert matcher_of(katalog, "kota") is not matcher_of(katalog, "provinsi")
    assert matcher_of(katalog, "kota").names.level == "kota"


def test_another_catalog_has_another_one(katalog: iku.Catalog) -> None:
    other = katalog.in_force(2026)
    assert other is not katalog
    assert matcher_of(other).names.katalog is other
    assert matcher_of(katalog).names.katalog is katalog
