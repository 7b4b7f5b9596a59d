"""What reading a file gives: its entries, each with its places, and everything found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from functools import partial
from itertools import repeat
from typing import Final, Generic, Self, TypeVar, overload

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import (
    NOWHERE,
    Finding,
    FindingKind,
    Place,
    Repair,
    Text,
    kinds,
    sentences,
)
from kesbang_iku.findings.waiting import part, passed
from kesbang_iku.model.record import Record
from kesbang_iku.sources.column_fitting import objects_of
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.fitting import fitted_all
from kesbang_iku.sources.personal import data_without_numbers
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.shape import Locator, Meanings, Pointer, check_shape

T = TypeVar("T")
Item = TypeVar("Item", bound=Record)
Envelope = TypeVar("Envelope", bound=Record)
Value = TypeVar("Value")

_DECIMAL: Final = regex(r"[0-9]{2}\.[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Placed(Generic[Item]):
    """One item of a file, and where each of its parts stands.

    ``places`` tells that of its parts, or of those of the whole list in which it stands ``at``;
    ``start`` is where it begins, as far as that was looked up already.
    """

    item: Item
    places: Locator = field(repr=False, compare=False)
    start: Place = NOWHERE
    at: int | None = None

    def locate(self, pointer: Pointer) -> Place:
        """Return where the part at a pointer stands."""
        return self.places(pointer if self.at is None else (self.at, *pointer))

    @property
    def berkas(self) -> str | None:
        """The file it begins in."""
        return self.start.berkas

    @property
    def baris(self) -> int | None:
        """The line it begins in."""
        line = self.start.baris
        return self.locate(()).baris if line is None else line


@dataclass(frozen=True, slots=True)
class Loaded(Sequence[T]):
    """What was read from one or more files, in the order written.

    Attributes:
        entries: what could be read.
        temuan: everything found while reading.
        bacaan: how the files were read, a sentence for each that is not in our own format.
        sumber: the files, which are searched for what must not be said of them.
    """

    entries: tuple[T, ...] = ()
    temuan: tuple[Finding, ...] = ()
    bacaan: tuple[Text, ...] = ()
    sumber: tuple[Opened, ...] = field(default=(), repr=False, compare=False)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self.entries[index]

    def __len__(self) -> int:
        return len(self.entries)

    def __add__(self, other: Self) -> Self:
        return replace(
            self,
            entries=self.entries + other.entries,
            temuan=self.temuan + other.temuan,
            bacaan=self.bacaan + other.bacaan,
            sumber=self.sumber + other.sumber,
        )


@dataclass(frozen=True, slots=True)
class Body(Generic[Envelope, Item]):
    """One report or plan of a document: its envelope, without items, and the items beside it.

    ``broken`` counts the items that could not be read.
    """

    envelope: Envelope
    items: tuple[Placed[Item], ...]
    locate: Locator
    broken: int


def _place_below(document: Document, base: Pointer, pointer: Pointer) -> Place:
    """Return where a value stands that is below ``base``; unlike a closure it can be pickled."""
    return document.place((*base, *pointer))


def bodies(
    documents: Sequence[Document],
    jenis: str,
    shapes: tuple[type[Envelope], type[Item]],
    not_one: FindingKind,
    findings: list[Finding],
    meanings: Meanings | None = None,
    told: Mapping[str, str] | None = None,
) -> Iterator[Body[Envelope, Item]]:
    """Yield what ``documents`` hold of the kind ``jenis``: one a document, or a list of them.

    Args:
        documents: the documents of a file.
        jenis: what their key ``jenis`` says, if it is there.
        shapes: the model of the envelope, and that of its items.
        not_one: what is found where something else stands.
        findings: takes everything that is wrong.
        meanings: what odd spellings in the envelope can only mean.
        told: what an envelope says that has no such key.
    """
    for index, document in enumerate(documents):
        content = data_without_numbers(document)
        listed = isinstance(content, list)
        several = content if isinstance(content, list) else [content]
        for number, data in enumerate(several):
            done = index + number / len(several)
            share = (done / len(documents), (done + 1 / len(several)) / len(documents))
            base: Pointer = (number,) if listed else ()
            locate = partial(_place_below, document, base)
            if isinstance(data, Mapping) and _is_decimal(data.get("wilayah")):
                findings += _unquoted_code(document, (*base, "wilayah"))
            if not isinstance(data, Mapping):
                findings.append(not_one.at(locate(()), bentuk=sentences.sources.NO_MAPPING))
            elif data.get("jenis", jenis) != jenis:
                kind = str(data["jenis"])
                findings.append(not_one.at(locate(("jenis",)), value=kind, bentuk=f"'{kind}'"))
            else:
                with part(*share):
                    whole = {**told, **data} if told else data
                    body = _body(document, base, whole, shapes, findings, meanings)
                if body is not None:
                    yield body


def _body(
    document: Document,
    base: Pointer,
    data: Mapping[str, object],
    shapes: tuple[type[Envelope], type[Item]],
    findings: list[Finding],
    meanings: Meanings | None,
) -> Body[Envelope, Item] | None:
    """Return the envelope if it can be read; each item is read, or found wrong, by itself."""
    locate = partial(_place_below, document, base)
    listed = data.get("item")
    raw_items = listed if isinstance(listed, list) else []
    alone = {**data, "item": []} if isinstance(listed, list) else data
    envelope, found = check_shape(shapes[0], alone, locate, meanings=meanings)
    findings += found
    items = tuple(_items(document, (*base, "item"), raw_items, shapes[1], findings))
    if envelope is None:
        return None
    return Body(envelope, items, locate, len(raw_items) - len(items))


def _items(
    document: Document,
    base: Pointer,
    raw_items: Sequence[object],
    shape: type[Item],
    findings: list[Finding],
) -> list[Placed[Item]]:
    places, start = partial(_place_below, document, base), Place(document.source)
    made = fitted_all(shape, raw_items)
    if made is not None:
        shared: dict[str, Iterable[object]] = {"places": repeat(places), "start": repeat(start)}
        return objects_of(Placed, len(made), item=made, at=range(len(made)), **shared)
    items: list[Placed[Item]] = []
    for number, raw in enumerate(passed(raw_items)):
        item, found = check_shape(shape, raw, places, (number,))
        findings += found
        if item is not None:
            items.append(Placed(item, places, start, number))
    return items


def nearest(places: Mapping[Pointer, Value], pointer: Pointer) -> Value | None:
    """Return what ``places`` knows of ``pointer``, or of the nearest part that holds it."""
    for length in range(len(pointer), -1, -1):
        found = places.get(pointer[:length])
        if found is not None:
            return found
    return None


def _is_decimal(value: object) -> bool:
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None


def _unquoted_code(document: Document, pointer: Pointer) -> Iterator[Finding]:
    """Yield that the region code at ``pointer`` is written like a number with decimals."""
    span = document.span(pointer)
    if span is None:
        return
    written = document.text[slice(*span)]
    if _DECIMAL.fullmatch(written):
        yield kinds.CODE_UNQUOTED.at(
            document.place(pointer),
            value=written,
            kode=written,
            bilangan=Decimal(written).normalize(),
        ).repairable(Repair(written, teks=True))
