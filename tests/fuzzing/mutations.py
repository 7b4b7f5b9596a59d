"""Inputs a few steps away from real ones, the same in every run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Final

_SPECIAL: Final = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\t", b"\xc2\xa0", b"\xe2\x80\xa8"),
    *(b"{", b"[", b"]}", b'"', b"'", b"-", b"1e999", b"1.234", b"-0", b"9" * 50),
    *(b"&a", b"*a", b"!!int ", b"---\n", b"? ", b"null", b"<", b"\xed\xa0\x80"),
)


def mutated(data: bytes, words: Sequence[bytes], random: Random) -> bytes:
    """Return ``data`` after one to four steps: words put in, parts taken out, moved or doubled."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_STEPS)(data, words, random)
    return data


def mutants(
    seeds: Sequence[bytes], words: Sequence[bytes], count: int, random: Random
) -> Iterator[bytes]:
    """Yield ``count`` inputs made from random ones of ``seeds``."""
    for _ in range(count):
        yield mutated(random.choice(seeds), words, random)


def _part(data: bytes, random: Random) -> tuple[int, int]:
    """Return the bounds of a part of ``data``: mostly a line or a few characters."""
    if data and random.random() < 1 / 2:
        start = data.rfind(b"\n", 0, random.randrange(len(data))) + 1
        end = data.find(b"\n", start) + 1
        return start, end or len(data)
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(0, 8))


def _put_in(data: bytes, words: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    word = random.choice(words) if words and random.random() < 1 / 2 else random.choice(_SPECIAL)
    return data[:at] + word + data[at:]


def _replace(data: bytes, words: Sequence[bytes], random: Random) -> bytes:
    start, end = _part(data, random)
    return data[:start] + random.choice(words or _SPECIAL) + data[end:]


def _take_out(data: bytes, _words: Sequence[bytes], random: Random) -> bytes:
    start, end = _part(data, random)
    return data[:start] + data[end:]


def _double(data: bytes, _words: Sequence[bytes], random: Random) -> bytes:
    start, end = _part(data, random)
    return data[:end] + data[start:end] * random.randint(1, 3) + data[end:]


def _move(data: bytes, _words: Sequence[bytes], random: Random) -> bytes:
    start, end = _part(data, random)
    rest = data[:start] + data[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _cut(data: bytes, _words: Sequence[bytes], random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


_STEPS: Final[tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...]] = (
    *(_put_in, _replace, _take_out, _double, _move, _cut),
)


def minimised(data: bytes, breaks: Callable[[bytes], bool]) -> bytes:
    """Return a part of ``data`` that still ``breaks`` and cannot lose any single byte."""
    size = max(1, len(data) // 2)
    while True:
        start = 0
        smaller = data
        while start < len(smaller):
            without = smaller[:start] + smaller[start + size :]
            if breaks(without):
                smaller = without
            else:
                start += size
        if size == 1 and smaller == data:
            return data
        data = smaller
        size = max(1, size // 2)
