"""What is known of one item before anything is computed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from typing import NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Place
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat
from kesbang_iku.sources.shape import Locator
from kesbang_iku.worlds.span import Span


class Part(NamedTuple):
    """A percentage that is printed for a part of a whole, and what can stand behind it."""

    value: Fraction
    span: Span


PartsOf = Callable[["ItemInput", str], Sequence[Sequence[Part]]]
"""Is asked for what ``realisasi`` or ``capaian`` is of parts: a group for each way to divide it."""


def nowhere(_pointer: object) -> Place:
    """Locate values that came from a program: they stand nowhere."""
    return Place()


def without_parts(_item: "ItemInput", _column: str) -> Sequence[Sequence[Part]]:
    """Return that an item is no whole of others."""
    return ()


@dataclass(slots=True)
class ItemInput:
    """What is known of one item, as written; ``berkas`` and ``baris`` are where it begins.

    ``bagian`` knows the parts of a whole, as the regions inside a province; most items have none.
    """

    variabel: Mapping[str, object]
    target: object = None
    realisasi: object = None
    capaian: object = None
    predikat: str | None = None
    sebelumnya: Mapping[str, object] = field(default_factory=dict)
    wilayah: str | None = None
    nama_wilayah: str | None = None
    tingkat: AdminLevel | None = None
    tahun: int | None = None
    periode: str = "tahunan"
    format_angka: NumberFormat | None = None
    berkas: str | None = None
    baris: int | None = None
    locate: Locator = nowhere
    siblings: tuple[Definition, ...] = ()
    bagian: PartsOf = without_parts

    def parts(self, column: str) -> Sequence[Sequence[Part]]:
        """Return what ``column`` is of the parts of the item: a group for each way to divide it."""
        return self.bagian(self, column)
