"""Templates show what they are given in the language of the page, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from jinja2 import UndefinedError

from kesbang_iku import extras
from kesbang_iku.extras import MissingExtraError
from kesbang_iku.findings import Language, Text
from kesbang_iku.publish import templates
from kesbang_iku.publish.markup import Html
from kesbang_iku.publish.templates import Templates

Render = Callable[..., str]


@pytest.fixture
def render(monkeypatch: pytest.MonkeyPatch) -> Render:
    """Return what fills a template that is written in the test."""

    def fill(source: str, language: Language = "id", *, html: bool = True, **view: object) -> str:
        monkeypatch.setattr(templates, "_source", lambda _name: source)
        # Each time of its own, since templates are kept.
        made = Templates(lambda _language: {"twice": lambda text: text * 2}, html=html)
        return made.render("x.html" if html else "x.md", language, **view)

    return fill


def test_a_text_and_a_number_are_written_in_the_language_of_the_page(render: Render) -> None:
    view = {"said": Text("Nilai", "Value"), "number": Fraction(5, 2), "year": 2024, "unknown": None}
    source = "{{ said }} {{ number }} {{ year }}{{ unknown }}"
    assert render(source, **view) == "Nilai 2,5 2024"
    assert render(source, "en", **view) == "Value 2.5 2024"


def test_a_name_that_nobody_gave_is_an_error(render: Render) -> None:
    for source in ("{{ nothing }}", "{% if nothing %}x{% endif %}", "{{ given.nothing }}"):
        for html in (True, False):
            with pytest.raises(UndefinedError, match="nothing"):
                render(source, html=html, given=Text("a", "b"))


def test_html_escapes_every_text_and_no_piece(render: Render) -> None:
    macro = "{% macro m() %}<i>{{ text }}</i>{% endmacro %}"
    source = macro + '<p title="{{ text }}">{{ text }}{{ piece }}{{ m() }}</p>'
    made = render(source, text="\"<\u202e>'", piece=Html("<b>x</b>"))
    safe = "&quot;&lt;\ufffd&gt;&#x27;"
    assert made == f'<p title="{safe}">{safe}<b>x</b><i>{safe}</i></p>'


def test_lines_of_html_continue_each_other_and_spaces_within_stay(render: Render) -> None:
    source = (
        "<ul>\n  {% for one in ones %}\n    <li>{{ one }} <b>x</b></li>\n  {% endfor %}\n</ul>\n"
    )
    assert render(source, ones=["a\n b", "c"]) == (
        "<ul><li>a\n b <b>x</b></li><li>c <b>x</b></li></ul>"
    )


def test_what_somebody_wrote_is_never_a_template(render: Render) -> None:
    for html in (True, False):
        assert render("{{ text }}", html=html, text="{{ 1 + 1 }}") == "{{ 1 + 1 }}"


def test_an_error_in_html_is_told_with_its_line(render: Render) -> None:
    with pytest.raises(UndefinedError) as caught:
        render("<p>\n\n</p>\n{{ nothing }}\n")
    assert 4 in [one.lineno + 1 for one in caught.traceback if "template" in one.name]


def test_markdown_is_written_as_it_stands(render: Render) -> None:
    source = "{% if true %}\n# {{ text }}\n{% endif %}\n\n{{ 'ab' | twice }}"
    assert render(source, html=False, text="<b>") == "# <b>\n\nabab"


def test_without_the_library_it_is_said_what_brings_it(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match=r"jinja2.*kesbang-iku\[pages\]"):
        render("x")
