"""What tests of many rooms need: the standard, loaded once, and the site, built once."""

from __future__ import annotations

import gc
import signal
from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.site import built_site

# What runs in the background of a shell, or under nohup, starts with interrupts ignored, and so
# would every program that the tests start: those that interrupt one would wait in vain.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Fourteen thousand tests are kept in memory, and looking through them for what nobody refers to any
# more took a seventh of the time.
gc.set_threshold(200_000, 20, 100)


@pytest.fixture(scope="session")
def katalog() -> iku.Catalog:
    """Return the national catalog. It is immutable, so one serves all tests."""
    return iku.load_catalog()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built documentation."""
    return built_site(tmp_path_factory)
