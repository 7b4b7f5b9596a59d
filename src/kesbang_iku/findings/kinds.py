"""Every kind of finding that code names: ``kinds.FILE_MISSING``; ``texts/temuan`` is what they say.

The type checkers learn the names, and the fields each kind takes, from ``kinds.pyi``, which
``tools/build_texts.py`` writes.
"""

from kesbang_iku.findings.register import kind_named as __getattr__

__all__ = ["__getattr__"]
