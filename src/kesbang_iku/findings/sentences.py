"""What is said to people besides findings: ``sentences.<file of texts/>.<NAME>``.

The type checkers learn the names from ``sentences.pyi``, which ``tools/build_texts.py`` writes.
"""

from kesbang_iku.findings.texts import sentences_in as __getattr__

__all__ = ["__getattr__"]
