"""Names of the library that have a new one: they stay, and say so (docs/kestabilan.md)."""

import warnings
from typing import Final

from kesbang_iku.findings.sentences import findings as said

_CALLER: Final = 3
"""Who used the name: the caller of what has it."""


def warn_of_old_name(old: str, new: str) -> None:
    """Say that ``old`` is now called ``new``, to whoever used it.

    Args:
        old: the class and the name.
        new: the name that replaces it.
    """
    text = said.OLD_NAME.filled(lama=old, baru=new).en
    warnings.warn(text, DeprecationWarning, stacklevel=_CALLER)
