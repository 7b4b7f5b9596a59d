"""Blocks of pages in Markdown: what has nothing to say leaves no trace, what has stays whole."""

from __future__ import annotations

import pytest

from kesbang_iku.publish import templates
from kesbang_iku.publish.pages import writing
from kesbang_iku.publish.pages.writing import write


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """Return the page of the template that the test is given."""
    monkeypatch.setattr(templates, "_source", lambda _name: request.param)
    monkeypatch.setattr(
        writing, "_TEMPLATES", templates.Templates(lambda language: {**writing.names(language)})
    )
    return write("x", "id", text="a\n\n\n\nb\n", empty="")


def given(source: str, made: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("page", "made"), [(source, made)], indirect=["page"])


@given("\n\na\n\n\n{{ empty }}\n\n\nb\n\n", "a\n\nb\n")
def test_blocks_have_one_blank_line_between_them(page: str, made: str) -> None:
    assert page == made


@given(
    "{% filter section(w.rumus) %}\n\n{{ empty }}\n{% endfilter %}\n"
    "{% filter section(w.rumus, 3, ' { x }') %}\na\n{% endfilter %}\nb",
    "### Rumus { x }\n\na\n\nb\n",
)
def test_a_section_without_content_has_no_heading(page: str, made: str) -> None:
    assert page == made


@given(
    "{% filter table %}\n| a | b |\n| {{ empty }} | 1 |\n{% endfilter %}\n"
    "{% filter table %}\n| a | b |\n{% endfilter %}\nc",
    "| a | b |\n| --- | --- |\n| – | 1 |\n\nc\n",
)
def test_a_table_marks_empty_cells_and_is_nothing_without_rows(page: str, made: str) -> None:
    assert page == made


@given(
    "{% filter facts %}\n| a | 1 |\n| b | {{ empty }} |\n{% endfilter %}",
    "| Keterangan | Isi |\n| --- | --- |\n| **a** | 1 |\n",
)
def test_facts_without_value_are_left_out(page: str, made: str) -> None:
    assert page == made


@given(
    "{{ text | fenced('yaml') }}\n\n{{ text | fenced('yaml') | folded('quote', 'x') }}",
    '```yaml\na\n\n\n\nb\n```\n\n??? quote "x"\n\n    ```yaml\n    a\n\n\n\n    b\n    ```\n',
)
def test_blank_lines_of_a_fenced_text_stay(page: str, made: str) -> None:
    assert page == made


@given("{% filter folded('info', 'x') %}\n{{ empty }}\n{% endfilter %}a", "a\n")
def test_nothing_is_not_folded(page: str, made: str) -> None:
    assert page == made


@pytest.mark.parametrize("page", ["<p>{{ 'a\x1b[31m\u202e<b>' | html }}</p>"], indirect=True)
def test_what_a_terminal_would_obey_is_shown_in_html_too(page: str) -> None:
    assert page == "<p>a&lt;U+001B&gt;[31m&lt;U+202E&gt;&lt;b&gt;</p>\n"
