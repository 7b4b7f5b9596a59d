"""The templates of the site's own pages, which stand beside the modules that fill them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kesbang_iku.findings import Language
from kesbang_iku.publish.pages.writing import names, written
from kesbang_iku.publish.templates import Templates

_FOLDER: Final = Path(__file__).with_name("templates")
_TEMPLATES: Final = Templates(names, beside=("site", _FOLDER))


def write(template: str, language: Language, **view: object) -> str:
    """Return the page that a template makes of ``view``.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    return written(_TEMPLATES, f"site/{template}.md", language, **view)


def script_data(data: Mapping[str, object]) -> str:
    """Return what a script of a page reads, as JSON: inside of a script only "<" could end it."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
