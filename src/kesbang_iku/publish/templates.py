"""Pages from templates: text with holes that a designer can read, filled by small views.

A template stands in the folder ``templates`` beside the modules that fill it. Whatever it shows is
shown in the language of its page: a text in both languages, a number as people write it, nothing
for ``None``. In HTML every text is escaped; in Markdown the template says where. A name that a
template uses and nobody gave is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Language, Text, format_number

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = "templates"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one package.

    Attributes:
        package: the package whose folder ``templates`` holds them.
        names: what all of them may use on a page of a language: functions are filters as well.
        shown: how a text of a page is written, if not as it stands.
    """

    package: str
    names: Callable[[Language], Mapping[str, object]]
    shown: Callable[[str], str] | None = None

    def render(self, name: str, language: Language, **view: object) -> str:
        """Return the template ``name`` filled with ``view``.

        Raises:
            MissingExtraError: Jinja2 is not installed.
            jinja2.UndefinedError: the template uses a name that nobody gave.
        """
        return _environment(self, language).get_template(name).render(view)

    def source(self, name: str) -> str:
        """Return the text of a template; a package that is one file has it, too."""
        return (files(self.package) / _FOLDER / name).read_text(encoding="utf-8")


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

    def shown(value: object) -> object:
        said = plain(value, language)
        if templates.shown is None or hasattr(said, "__html__"):
            return said
        return templates.shown(str(said))

    made = Environment(
        loader=FunctionLoader(templates.source),
        undefined=StrictUndefined,
        finalize=shown,
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names = templates.names(language)
    made.globals.update(names, language=language)
    made.filters.update({name: one for name, one in names.items() if callable(one)})
    return made
