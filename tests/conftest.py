"""What tests of many rooms need: the standard, loaded once, and the site, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.site import built_site


@pytest.fixture(scope="session")
def katalog() -> iku.Catalog:
    """Return the national catalog. It is immutable, so one serves all tests."""
    return iku.load_catalog()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built documentation."""
    return built_site(tmp_path_factory)
