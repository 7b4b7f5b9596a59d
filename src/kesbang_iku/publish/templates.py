"""Pages from templates: text with holes that a designer can read, filled by small views.

A template stands in the folder ``templates`` beside the modules that fill it: ``pages/units.md`` is
``pages/templates/units.md``. Whatever it shows is shown in the language of its page: a text in both
languages, a number as people write it, nothing for ``None``. A name that a template uses and nobody
gave is an error. In HTML every text is escaped, and line ends and indentation are the designer's: a
line continues the one before it. In Markdown the template says where a text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Language, Text, format_number
from kesbang_iku.publish.markup import piece

if TYPE_CHECKING:
    from jinja2 import Environment

_ROOM: Final = "kesbang_iku.publish"
_FOLDER: Final = "templates"


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates with what they may use.

    Attributes:
        names: what all of them may use on a page of a language: functions are filters as well.
        html: whether they are HTML; else they are Markdown.
        beside: a folder of templates that is none of the package's, behind the name it goes by.
    """

    names: Callable[[Language], Mapping[str, object]]
    html: bool = False
    beside: tuple[str, Path] | None = None

    def render(self, name: str, language: Language, **view: object) -> str:
        """Return the template ``name`` filled with ``view``.

        Raises:
            MissingExtraError: Jinja2 is not installed.
            jinja2.UndefinedError: the template uses a name that nobody gave.
        """
        return _environment(self, language).get_template(name).render(view)


def plain(value: object, language: Language) -> object:
    """Return what a page of a language shows of a value: a text, or a piece of a page."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return value.plain(language)
    if isinstance(value, Fraction | Decimal):
        return format_number(value, language)
    return value


@cache
def _environment(templates: Templates, language: Language) -> Environment:
    require_extra("jinja2", "pages")
    from jinja2 import (  # noqa: PLC0415  # light: an extra
        Environment,
        FunctionLoader,
        StrictUndefined,
        select_autoescape,
    )

    from kesbang_iku.publish.joined_lines import JoinedLines  # noqa: PLC0415  # light: the same

    def shown(value: object) -> object:
        said = plain(value, language)
        return piece(said) if templates.html else said

    def source(name: str) -> str:
        room, _, file = name.partition("/")
        if templates.beside is not None and room == templates.beside[0]:
            return (templates.beside[1] / file).read_text(encoding="utf-8")
        return _source(name)

    made = Environment(
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        finalize=shown,
        autoescape=select_autoescape(),
        extensions=[JoinedLines] if templates.html else (),
        trim_blocks=not templates.html,
        lstrip_blocks=not templates.html,
    )
    names = templates.names(language)
    made.globals.update(names, language=language)
    made.filters.update({name: one for name, one in names.items() if callable(one)})
    return made


def _source(name: str) -> str:
    """Return the text of a template, also where the package is one file."""
    room, _, file = name.partition("/")
    return files(_ROOM).joinpath(room, _FOLDER, file).read_text(encoding="utf-8")
