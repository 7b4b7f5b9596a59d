"""What a page draws on demand, as data: each text once, and nothing that could end its element."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kesbang_iku.publish.markup import Html, visible


class Pool:
    """Texts, each once, by their number; the first is empty."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def number(self, text: str | None) -> int:
        """Return the number of a text, which is shown as a page shows it."""
        return self._numbers.setdefault(visible(text or ""), len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All texts, by number."""
        return list(self._numbers)


def embedded(data: Mapping[str, object]) -> Html:
    """Return ``data`` as JSON that may stand in a page: no text in it can end its element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Html(written.replace("<", "\\u003c").replace(">", "\\u003e"))
