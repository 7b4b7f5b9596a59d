"""The figures of the page on reading tables are those of the corpus."""

from __future__ import annotations

import pytest

from tests.tables import accuracy
from tests.tree import ROOT


@pytest.mark.slow
def test_the_pages_tell_what_is_measured() -> None:
    for language, page in accuracy.PAGES.items():
        text = (ROOT / page).read_text(encoding="utf-8")
        assert accuracy.written(text, accuracy.table(language)) == text
