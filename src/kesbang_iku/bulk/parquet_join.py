"""Files of Parquet put one behind the other as they stand, without reading what is in them.

A file is its groups of rows and, at the end, a description of them that says where each begins. Of
files with the same columns the groups are copied as bytes, and described together, each so much
further on as it now stands. What an engine would decode, and encode again, costs more than the
results themselves.

The description is written in the compact protocol of Apache Thrift, which tells the type of each
field: it is read and written here without knowing more of it than where the places stand.
"""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

_MAGIC: Final = b"PAR1"
_LENGTH: Final = 4
_AT_ONCE: Final = 1 << 20

# The types of fields, as the protocol numbers them.
_BOOLEANS: Final = frozenset({1, 2})
_I64: Final = 6
_INTEGERS: Final = frozenset({4, 5, _I64})
_SIZES: Final = {3: 1, 7: 8}
_BINARY: Final = 8
_LIST: Final = 9
_LISTS: Final = frozenset({_LIST, 10})
_STRUCT: Final = 12
_LONG_LIST: Final = 15
_SEVEN_BITS: Final = 0x7F
_MORE: Final = 0x80

# The numbers of fields, as the format of Parquet has them.
_SCHEMA, _ROWS, _GROUPS, _ORDERS = 2, 3, 4, 7
_COLUMNS, _GROUP_BEGINS, _ORDINAL = 1, 5, 7
_CHUNK_PLACES: Final = (2, 4, 6)
_CHUNK_DATA: Final = 3
_DATA_PLACES: Final = (9, 10, 11, 14)

Field = tuple[int, Any]
"""The type of a field, and what stands in it."""
Struct = dict[int, Field]


class UnlikeFilesError(ValueError):
    """The files do not have the same columns."""


def joined(files: Sequence[Path], output: Path) -> None:
    """Write the groups of rows of all files into one, in their order, and let it reach the disk.

    Args:
        files: files of Parquet, at least one, written by one engine.
        output: where they go.

    Raises:
        UnlikeFilesError: their columns, or the types of these, are not the same.
    """
    described = [_description(one) for one in files]
    first = described[0][0]
    if any(one.get(name) != first.get(name) for one, _ in described for name in (_SCHEMA, _ORDERS)):
        raise UnlikeFilesError(files)
    groups: list[Struct] = []
    with output.open("wb") as stream:
        stream.write(_MAGIC)
        for path, (one, size) in zip(files, described, strict=True):
            moved = stream.tell() - len(_MAGIC)
            with path.open("rb") as part:
                part.seek(len(_MAGIC))
                _copied(part, stream, size - len(_MAGIC))
            for group in one[_GROUPS][1][1]:
                _move(group, moved)
                groups.append(group)
        rows = sum(one[_ROWS][1] for one, _ in described)
        whole = {**first, _ROWS: (_I64, rows), _GROUPS: (_LIST, (_STRUCT, groups))}
        written = bytearray()
        _write_struct(written, whole)
        stream.write(written + len(written).to_bytes(_LENGTH, "little") + _MAGIC)
        stream.flush()
        os.fsync(stream.fileno())


def _description(path: Path) -> tuple[Struct, int]:
    """Return what a file says of itself, and where that begins."""
    with path.open("rb") as stream:
        end = stream.seek(-_LENGTH - len(_MAGIC), os.SEEK_END)
        length = int.from_bytes(stream.read(_LENGTH), "little")
        if stream.read() != _MAGIC:
            raise ValueError(f"no Parquet: {path.name}")
        begins = stream.seek(end - length)
        return _Reader(stream.read(length)).struct(), begins


def _copied(source: BinaryIO, target: BinaryIO, size: int) -> None:
    target.writelines(source.read(min(_AT_ONCE, size - at)) for at in range(0, size, _AT_ONCE))


def _move(group: Struct, by: int) -> None:
    """Say of a group of rows that it stands so much further on."""
    group.pop(_ORDINAL, None)
    _moved(group, (_GROUP_BEGINS,), by)
    for chunk in group[_COLUMNS][1][1]:
        _moved(chunk, _CHUNK_PLACES, by)
        _moved(chunk[_CHUNK_DATA][1], _DATA_PLACES, by)


def _moved(struct: Struct, places: Sequence[int], by: int) -> None:
    for place in places:
        kind, begins = struct.get(place, (_I64, 0))
        if begins:  # 0 is none: there stands the mark of the format
            struct[place] = (kind, begins + by)


class _Reader:
    """Reads the compact protocol."""

    def __init__(self, data: bytes) -> None:
        self.data: bytes = data
        self.at: int = 0

    def struct(self) -> Struct:
        fields: Struct = {}
        number = 0
        while head := self._byte():
            step, kind = head >> 4, head & 15
            number = number + step if step else self._signed()
            fields[number] = (kind, self._value(kind))
        return fields

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def _bytes(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]

    def _unsigned(self) -> int:
        number = shift = 0
        while (one := self._byte()) & _MORE:
            number |= (one & _SEVEN_BITS) << shift
            shift += 7
        return number | one << shift

    def _signed(self) -> int:
        number = self._unsigned()
        return number >> 1 ^ -(number & 1)

    def _value(self, kind: int) -> Any:  # noqa: ANN401  # of what type is told beside it
        if kind in _INTEGERS:
            return self._signed()
        if kind == _BINARY:
            return self._bytes(self._unsigned())
        if kind == _STRUCT:
            return self.struct()
        if kind in _LISTS:
            return self._list()
        if kind in _BOOLEANS:
            return None  # the type says it
        if kind in _SIZES:
            return self._bytes(_SIZES[kind])
        raise ValueError(f"unknown type {kind}")

    def _list(self) -> tuple[int, list[Any]]:
        head = self._byte()
        size, kind = head >> 4, head & 15
        size = self._unsigned() if size == _LONG_LIST else size
        read = self._byte if kind in _BOOLEANS else partial(self._value, kind)
        return kind, [read() for _ in range(size)]


def _write_struct(out: bytearray, fields: Struct) -> None:
    before = 0
    for number, (kind, value) in sorted(fields.items()):
        step = number - before
        if 0 < step < _LONG_LIST:
            out.append(step << 4 | kind)
        else:
            out.append(kind)
            _write_unsigned(out, number << 1)
        _write_value(out, kind, value)
        before = number
    out.append(0)


def _write_value(out: bytearray, kind: int, value: Any) -> None:  # noqa: ANN401  # the same
    if kind in _INTEGERS:
        _write_unsigned(out, value << 1 if value >= 0 else (-value << 1) - 1)
    elif kind == _BINARY:
        _write_unsigned(out, len(value))
        out += value
    elif kind == _STRUCT:
        _write_struct(out, value)
    elif kind in _LISTS:
        _write_list(out, *value)
    elif value is not None:
        out += value


def _write_list(out: bytearray, kind: int, values: Sequence[Any]) -> None:
    if len(values) < _LONG_LIST:
        out.append(len(values) << 4 | kind)
    else:
        out.append(_LONG_LIST << 4 | kind)
        _write_unsigned(out, len(values))
    for value in values:
        if kind in _BOOLEANS:
            out.append(value)
        else:
            _write_value(out, kind, value)


def _write_unsigned(out: bytearray, number: int) -> None:
    while number > _SEVEN_BITS:
        out.append(number & _SEVEN_BITS | _MORE)
        number >>= 7
    out.append(number)
