"""What axe finds on a page that not everyone can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import Page

WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS: Final = ["color-contrast", "link-in-text-block"]
"""The rules that depend on colours; they take most of the time."""

EVERYTHING: Final[dict[str, Any]] = {"runOnly": {"type": "tag", "values": WCAG}}
ONLY_COLOURS: Final[dict[str, Any]] = {"runOnly": {"type": "rule", "values": COLOURS}}
NO_COLOURS: Final = EVERYTHING | {"rules": {rule: {"enabled": False} for rule in COLOURS}}


def violations(page: Page, rules: dict[str, Any] = EVERYTHING) -> dict[str, list[str]]:
    """Return the rules that a page breaks, each with its first elements."""
    return _elements(_judged(page, rules)["violations"])


def looked_at(page: Page, rules: dict[str, Any]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the same, and the rules that some of a page keeps."""
    judged = _judged(page, rules)
    return _elements(judged["violations"]), [*_elements(judged["passes"])]


def _judged(page: Page, rules: dict[str, Any]) -> dict[str, Any]:
    from axe_playwright_python.sync_playwright import Axe

    # What keeps the rules is thousands of elements, and to describe each takes the most time.
    options = rules | {"resultTypes": ["violations"]}
    judged: dict[str, Any] = Axe().run(page, options=options).response
    return judged


def _elements(found: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {one["id"]: [str(node["html"])[:160] for node in one["nodes"][:3]] for one in found}
