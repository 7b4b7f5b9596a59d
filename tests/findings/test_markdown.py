"""Texts of others in Markdown do nothing."""

from __future__ import annotations

import pytest

from kesbang_iku.findings.markdown import literal


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a_b / c * 100", "a_b / c * 100"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("*tebal* _miring_", r"\*tebal\* \_miring\_"),
        ("&lt;b&gt; R&D", r"\&lt;b\&gt; R&D"),
        ("a\n# b", "a # b"),
        ("a\x1b[2J\u202eb", r"a\<U+001B\>\[2J\<U+202E\>b"),
    ],
)
def test_it_reads_as_it_was_written(text: str, written: str) -> None:
    assert literal(text) == written
