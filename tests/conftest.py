"""What tests of many rooms need: the standard, loaded once."""

from __future__ import annotations

import pytest

import kesbang_iku as iku


@pytest.fixture(scope="session")
def katalog() -> iku.Catalog[iku.Indicator]:
    """Return the national catalog. It is immutable, so one serves all tests."""
    return iku.load_catalog()
