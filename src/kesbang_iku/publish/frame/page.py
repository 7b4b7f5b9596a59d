"""A whole page: its style, and the template that puts its parts into the frame."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from kesbang_iku.findings import Language
from kesbang_iku.publish.markup import Html
from kesbang_iku.publish.templates import Templates

_STYLE: Final = "style.css"
_SCRIPT: Final = "script.js"


def page(
    templates: Templates, name: str, language: Language, *, wide: bool = False, **view: object
) -> str:
    """Return a whole page.

    Args:
        templates: where its template is, and what that may use.
        name: the template; ``style.css`` and ``script.js`` of its room come after the frame's.
        language: its language.
        wide: whether it needs the width of the screen, and paper lying down.
        view: what it shows; the frame asks for ``title``, ``closing`` and ``catalog``, and shows
            ``facts``, ``origin`` (what it was made of, as facts at its foot) and ``letterhead``.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    rooms = ("frame", name.partition("/")[0])
    script = "".join(_part(room, _SCRIPT) for room in rooms)
    whole = templates.render(
        name,
        language,
        style=Html("".join(_part(room, _STYLE) for room in rooms)),
        script=Html(script),
        # The one script that may run: whatever a file says, nothing of it ever does.
        digest=b64encode(sha256(script.encode()).digest()).decode(),
        wide=wide,
        **{"facts": [], "origin": [], "letterhead": None, **view},
    )
    return f"<!doctype html>\n{whole}\n"


@cache
def _part(room: str, name: str) -> str:
    found = files("kesbang_iku.publish") / room / name
    return found.read_text(encoding="utf-8") if found.is_file() else ""
