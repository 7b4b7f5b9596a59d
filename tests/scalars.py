"""What a document holds, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kesbang_iku.sources.document import Data, Document, Pointer, Scalar


def scalars(document: Document) -> Iterator[tuple[Pointer, Scalar]]:
    """Yield every scalar of the document with its pointer, in the order written."""
    stack: list[tuple[Pointer, Data]] = [((), document.data)]
    while stack:
        pointer, value = stack.pop()
        if isinstance(value, Mapping):
            stack.extend(((*pointer, name), item) for name, item in reversed(value.items()))
        elif isinstance(value, list):
            indexed = reversed(list(enumerate(value)))
            stack.extend(((*pointer, index), item) for index, item in indexed)
        else:
            yield pointer, value
