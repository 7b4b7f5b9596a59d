"""Sequences of words that stand for others."""

from collections.abc import Container, Iterable, Iterator
from heapq import heappop
from typing import Final

Tokens = tuple[str, ...]

_PASSES: Final = 3
"""Spellings may be made of what other spellings are replaced by; this often is always enough."""
_LONGEST_REGION: Final = 4
"""No name of a region has more words."""


def runs(
    tokens: Tokens, beginnings: Container[str] | None = None
) -> Iterator[tuple[int, int, str]]:
    """Yield where the name of a region may stand, the longest first, with its words as one.

    ``beginnings`` holds all words that one may begin with, where they are known.
    """
    for start in range(1, len(tokens)):
        if beginnings is not None and tokens[start] not in beginnings:
            continue
        for end in range(min(start + _LONGEST_REGION, len(tokens)), start, -1):
            yield start, end, "".join(tokens[start:end])


class Replacements:
    """Replaces sequences of words, the longest first."""

    def __init__(self, pairs: Iterable[tuple[Tokens, Tokens]]) -> None:
        self._by_first: Final[dict[str, list[tuple[Tokens, Tokens]]]] = {}
        for written, meant in pairs:
            if written and written != meant:
                self._by_first.setdefault(written[0], []).append((written, meant))
        for found in self._by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def apply(self, tokens: Tokens) -> Tokens:
        """Return ``tokens`` with every sequence replaced by what it means."""
        for _ in range(_PASSES):
            if self._by_first.keys().isdisjoint(tokens):
                break
            replaced = tuple(self._once(tokens))
            if replaced == tokens:
                break
            tokens = replaced
        return tokens

    def _once(self, tokens: Tokens) -> Iterator[str]:
        start = 0
        while start < len(tokens):
            for written, meant in self._by_first.get(tokens[start], ()):
                if tokens[start : start + len(written)] == written:
                    yield from meant
                    start += len(written)
                    break
            else:
                yield tokens[start]
                start += 1


class Synonyms:
    """Replaces what means the same anywhere, then in their order what does beside some words.

    Args:
        always: what means the same anywhere.
        beside: the words of which one must stand beside others, and what these then mean.
    """

    def __init__(
        self, always: Replacements, beside: Iterable[tuple[Iterable[str], Replacements]]
    ) -> None:
        self._always: Final = always
        self._beside: Final = [(frozenset(words), meant) for words, meant in beside]
        self._near: Final[dict[str, list[int]]] = {}
        for place, (words, _) in enumerate(self._beside):
            for word in words:
                self._near.setdefault(word, []).append(place)

    def apply(self, tokens: Tokens) -> Tokens:
        """Return ``tokens`` with all that they mean in their place."""
        tokens = self._always.apply(tokens)
        waiting = self._waiting(tokens, -1)
        while waiting:
            place = heappop(waiting)
            words, meant = self._beside[place]
            before = tokens
            tokens = tokens if words.isdisjoint(tokens) else meant.apply(tokens)
            if tokens is not before:
                waiting = self._waiting(tokens, place)
        return tokens

    def _waiting(self, tokens: Tokens, place: int) -> list[int]:
        """Return which behind ``place`` mean something beside one of ``tokens``, as a heap."""
        near = self._near
        return sorted(
            {one for token in tokens if token in near for one in near[token] if one > place}
        )
