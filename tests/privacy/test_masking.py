"""Texts that say nothing about people: what is secret is taken out, whole, and nothing else is."""

from __future__ import annotations

import pytest

from kesbang_iku.privacy.masking import hiding


@pytest.mark.parametrize(
    ("secrets", "text", "said"),
    [
        ({"Sari", "Sari Uji"}, "Sari Uji dan Sari", "••• dan •••"),
        ({"Uji", "Sari Uji"}, "Sari Uji dan Uji", "••• dan •••"),
        ({"a.b"}, "a.b, axb", "•••, axb"),
        ({"(x"}, "(x)", "•••)"),
        (set(), "apa adanya", "apa adanya"),
    ],
)
def test_secrets_are_taken_out_whole(secrets: set[str], text: str, said: str) -> None:
    assert hiding(secrets)(text) == said
