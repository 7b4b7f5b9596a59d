"""What the reference of the library needs to know records by: an extension of griffe.

It takes a class for a dataclass where it is one of the standard library. Those of the package are
made by a lighter decorator, which type checkers see as the original; so does griffe with this.
"""

from __future__ import annotations

from typing import Final

import griffe

_LIGHT: Final = "kesbang_iku._records.dataclass"


class LightDataclasses(griffe.Extension):
    """Names the decorator of the package as the one of the standard library."""

    def on_alias_instance(self, *, alias: griffe.Alias, **_: object) -> None:
        """Take an imported name for the original."""
        if alias.target_path == _LIGHT:
            alias.target_path = "dataclasses.dataclass"
