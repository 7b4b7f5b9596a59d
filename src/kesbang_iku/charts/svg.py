"""Drawing simple SVG pictures: shapes and text, readable for people and for screen readers.

A picture is a text that stands for itself: no script, no style sheet, no font, no identifier from
outside, so that any number of them may stand in one page. The same calls give the same text.
"""

import re
from collections.abc import Sequence
from textwrap import wrap
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

from kesbang_iku.findings import Language

INK: Final = "#1b1b1b"
MUTED: Final = "#4d4d4d"
GRID: Final = "#c8c8c8"
PAPER: Final = "#ffffff"
BLUE: Final = "#1f5a99"
PALE_BLUE: Final = "#c9dcf0"
ORANGE: Final = "#a84300"

SIZE: Final = 14
SMALL: Final = 12
LARGE: Final = 17

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

_FONT: Final = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif"
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDTH_OF_A_LETTER: Final = 0.58
"""Mean width of a letter as a part of its height, in the widest of the fonts above."""


class Drawing:
    """A picture that is being drawn. Coordinates are pixels from the upper left corner."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._parts: list[str] = []

    def rect(
        self,
        at: Point,
        size: Point,
        fill: str,
        *,
        stroke: str | None = None,
        thickness: float = 0,
        opacity: float = 1,
    ) -> None:
        """Draw a rectangle from its upper left corner."""
        line = _stroke(stroke, thickness)
        line += "" if opacity >= 1 else f' fill-opacity="{_n(opacity)}"'
        self._parts.append(
            f'<rect x="{_n(at[0])}" y="{_n(at[1])}" width="{_n(max(size[0], 0))}" '
            f'height="{_n(max(size[1], 0))}" fill="{fill}"{line}/>'
        )

    def line(
        self,
        start: Point,
        end: Point,
        colour: str = INK,
        thickness: float = 1,
        *,
        dashes: str | None = None,
    ) -> None:
        """Draw a straight line; ``dashes`` are lengths of strokes and gaps."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<line x1="{_n(start[0])}" y1="{_n(start[1])}" x2="{_n(end[0])}" y2="{_n(end[1])}"'
            f"{_stroke(colour, thickness)}{dashed}/>"
        )

    def circle(
        self, at: Point, radius: float, fill: str, *, stroke: str = INK, thickness: float = 2
    ) -> None:
        """Draw a circle around a point."""
        self._parts.append(
            f'<circle cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}" fill="{fill}"'
            f"{_stroke(stroke, thickness)}/>"
        )

    def polygon(
        self, corners: Sequence[Point], fill: str, *, stroke: str = INK, thickness: float = 2
    ) -> None:
        """Draw a closed shape through its corners."""
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)
        self._parts.append(
            f'<polygon points="{points}" fill="{fill}"{_stroke(stroke, thickness)}/>'
        )

    def diamond(self, at: Point, radius: float, fill: str, *, stroke: str = INK) -> None:
        """Draw a square that stands on a corner, around a point."""
        x, y = at
        self.polygon(
            [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)],
            fill,
            stroke=stroke,
        )

    def text(
        self,
        at: Point,
        content: str,
        *,
        size: int = SIZE,
        colour: str = INK,
        anchor: Anchor = "start",
        bold: bool = False,
    ) -> None:
        """Write one line; ``at`` is the left, middle or right end of its base line."""
        placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(
            f'<text x="{_n(at[0])}" y="{_n(at[1])}" font-size="{size}" fill="{colour}"'
            f"{placed}{weight}>{escape(clean(content))}</text>"
        )

    def note(
        self, at: Point, content: str, *, anchor: Anchor = "start", colour: str = MUTED
    ) -> None:
        """Write one small line beside what is drawn."""
        self.text(at, content, size=SMALL, colour=colour, anchor=anchor)

    def as_svg(
        self, title: str, description: str, language: Language, *, ground: str | None = PAPER
    ) -> str:
        """Return the picture as SVG text.

        Args:
            title: what it shows; read out as its name.
            description: its content in words, with the numbers; read out after the name.
            language: the language of its texts.
            ground: colour behind it; ``None`` lets the page show through.
        """
        width, height = _n(self.width), _n(self.height)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{language}" '
            f'aria-label={quoteattr(clean(title))} width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family={quoteattr(_FONT)}>'
        )
        lines = [
            head,
            f"<title>{escape(clean(title))}</title>",
            f"<desc>{escape(clean(description))}</desc>",
            f'<rect width="{width}" height="{height}" fill="{ground}"/>' if ground else "",
            *self._parts,
            "</svg>",
        ]
        return "\n".join(line for line in lines if line) + "\n"

    def as_ornament(self) -> str:
        """Return the picture as SVG for the eye alone: what it shows must stand beside it."""
        width, height = _n(self.width), _n(self.height)
        head = f'<svg aria-hidden="true" viewBox="0 0 {width} {height}">'
        return "".join([head, *self._parts, "</svg>"])


def clean(text: str) -> str:
    """Return ``text`` on one line, without the characters that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def fitted(text: str, width: float, size: int = SIZE) -> list[str]:
    """Return ``text`` in lines that fit into ``width`` pixels; a longer word is broken."""
    letters = max(int(width / (size * _WIDTH_OF_A_LETTER)), 4)
    return wrap(clean(text), letters) or [""]


def width_of(text: str, size: int = SIZE) -> float:
    """Return about how wide ``text`` is on one line, in pixels."""
    return len(text) * size * _WIDTH_OF_A_LETTER


def _stroke(colour: str | None, thickness: float) -> str:
    return f' stroke="{colour}" stroke-width="{_n(thickness)}"' if colour and thickness else ""


def _n(value: float) -> str:
    """Return a coordinate with two decimals at most, so that no machine writes it otherwise."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
