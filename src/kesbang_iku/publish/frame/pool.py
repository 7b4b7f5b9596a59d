"""What a page draws on demand, as data: each text once, and nothing that could end its element."""

import json
from collections.abc import Mapping

from kesbang_iku.publish.markup import Html, visible


class Pool:
    """Texts, each once, by their number; the first is empty.

    Beside a text may stand what the page states by it and does not show.
    """

    def __init__(self, stated: int = 0) -> None:
        self._numbers: dict[tuple[str, ...], int] = {("",) * (1 + stated): 0}

    def number(self, text: str | None, *stated: str) -> int:
        """Return the number of a text, which is shown as a page shows it, and of what it states."""
        return self._numbers.setdefault((visible(text or ""), *stated), len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All texts, by number."""
        return [text for text, *_ in self._numbers]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """All texts with what is stated by them, by number."""
        return list(self._numbers)


def embedded(data: Mapping[str, object]) -> Html:
    """Return ``data`` as JSON that may stand in a page: no text in it can end its element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Html(written.replace("<", "\\u003c").replace(">", "\\u003e"))
