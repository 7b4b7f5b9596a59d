"""Verification strings as pictures that a telephone reads (QR codes), drawn by a library."""

from __future__ import annotations

from kesbang_iku.extras import require_extra
from kesbang_iku.publish.markup import Html

_MARGIN = 4
"""So many empty squares around it the standard asks for."""


def qr_code(text: str) -> Html:
    """Return a text as the picture of a QR code, black on white whatever the page is.

    Raises:
        MissingExtraError: the library is not installed, which the extra ``qr`` brings.
    """
    require_extra("segno", "qr")
    import segno  # noqa: PLC0415  # light: seldom wanted

    code = segno.make(text, micro=False, error="m")
    drawn = code.svg_inline(
        border=_MARGIN, light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    return Html(drawn)
