"""The figures of the page on reading tables are those of the corpus."""

from __future__ import annotations

import pytest

from kesbang_iku.findings import Language
from tests.tables import accuracy
from tests.tree import ROOT


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_tells_what_is_measured(language: Language) -> None:
    text = (ROOT / accuracy.PAGES[language]).read_text(encoding="utf-8")
    assert accuracy.written(text, accuracy.table(language)) == text
