"""Published values: reading them from the folders of a catalog, each code's when it is asked for.

``nilai/<code>.csv`` holds the values of one code, ``nilai/edisi.csv`` the editions of all, and
``nilai/sumber.csv`` the documents that both refer to.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.model.definition import PublishedValue, Years
from kesbang_iku.model.observation import Edition, Observation
from kesbang_iku.sources.fitting import fitted
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.shipped import made_of

Folder = Traversable | Path
Row = dict[str, object]
Found = TypeVar("Found")
Made = TypeVar("Made", Observation, Edition)

FOLDER: Final = "nilai"
_SOURCES: Final = "sumber.csv"
_EDITIONS: Final = "edisi.csv"

_TAKEN: Final = {"ya": True, "tidak": False}
EARLIER_PRINT: Final = "cetakan sebelumnya"


class Line(NamedTuple, Generic[Found]):
    """What a line of a table says, and the place it stands at."""

    found: Found
    place: Place


class Table(NamedTuple, Generic[Found]):
    """A table: the lines that could be read, and what is wrong with the others."""

    lines: list[Line[Found]]
    findings: list[Finding]


class ObservationFolder:
    """The published values of one catalog folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder: Final = folder / FOLDER
        self._read: Final[dict[str, Table[Observation]]] = {}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes it holds published values of, in order."""
        if not self._folder.is_dir():
            return ()
        names = {file.name for file in self._folder.iterdir()} - {_SOURCES, _EDITIONS}
        return tuple(
            sorted(name.removesuffix(".csv").upper() for name in names if name.endswith(".csv"))
        )

    def values(self, code: str) -> Table[Observation]:
        """Return the published values of a code."""
        if code not in self._read:
            self._read[code] = self._table(f"{code.lower()}.csv", self._observation)
        return self._read[code]

    @cached_property
    def editions(self) -> Table[tuple[str, Edition]]:
        """The editions of all codes, each with its code."""
        return self._table(_EDITIONS, self._edition)

    def packed_series(self, code: str) -> "list[PackedValue] | None":
        """Return the series of a code as the build has packed it, where it has."""
        made: list[PackedValue] | None = made_of(self._folder, self.text_of_series(code))
        return made

    def text_of_series(self, code: str) -> str:
        """Return all that the series of a code is made of."""
        values = self._folder / f"{code.lower()}.csv"
        return values.read_text(encoding="utf-8") + self._shared_text

    @cached_property
    def _shared_text(self) -> str:
        files = [self._folder / name for name in (_SOURCES, _EDITIONS)]
        return "".join(file.read_text(encoding="utf-8") for file in files if file.is_file())

    @cached_property
    def _sources(self) -> Mapping[str, Row]:
        """What stands in a value about its source, by the name that values have for it."""
        return {
            str(row.get("id")): {
                "sumber": row.get("dokumen"),
                "tautan": row.get("url"),
                "dilihat": row.get("dilihat"),
            }
            for row in _rows(self._folder / _SOURCES)
        }

    def _table(self, name: str, read: Callable[[Row], Found]) -> Table[Found]:
        file = self._folder / name
        table: Table[Found] = Table([], [])
        for number, row in enumerate(_rows(file), 2):
            place = Place(berkas=str(file), baris=number)
            try:
                table.lines.append(Line(read(row), place))
            except _UnreadableError as error:
                table.findings.extend(
                    kinds.VALUE_UNREADABLE.at(place, kolom=column) for column in error.columns
                )
        return table

    def _observation(self, row: Row) -> Observation:
        taken = _TAKEN.get(str(row.get("dipakai")))
        return _made(Observation, self._sourced({**row, "dipakai": taken}))

    def _edition(self, row: Row) -> tuple[str, Edition]:
        code = str(row.pop("kode", ""))
        return code, _made(Edition, self._sourced(row))

    def _sourced(self, row: Row) -> Row:
        """Return a row with its document in place of the name that stands for it."""
        name = str(row.pop("sumber", ""))
        return {**row, **self._sources.get(name, {})}


@cache
def of_standard() -> ObservationFolder:
    """Return the values of the standard, read once for all catalogs of a program that hold them."""
    return ObservationFolder(catalog_root())


class Observations:
    """The published values of the folders that a catalog was read from."""

    def __init__(self, folders: Iterable[Folder] = ()) -> None:
        held = (folder for folder in folders if (folder / FOLDER).is_dir())
        self.folders: Final = tuple(
            of_standard() if str(folder) == str(catalog_root()) else ObservationFolder(folder)
            for folder in held
        )

    def values(self, code: str) -> tuple[Observation, ...]:
        """Return the published values of a code, in the order they stand."""
        return tuple(
            line.found
            for folder in self.folders
            if code in folder.codes
            for line in folder.values(code).lines
        )

    def editions(self, code: str) -> tuple[Edition, ...]:
        """Return the editions of a code, oldest first."""
        found = [
            edition
            for folder in self.folders
            for (owner, edition), _ in folder.editions.lines
            if owner == code
        ]
        return tuple(sorted(found, key=lambda one: (one.mulai, one.edisi)))

    def series(self, code: str, years: Years) -> tuple[PublishedValue, ...]:
        """Return the values of these years that a catalog takes, in the shape of a ``deret``."""
        holding = [folder for folder in self.folders if code in folder.codes]
        if not holding:
            return ()
        packed = holding[0].packed_series(code) if len(self.folders) == 1 else None
        if packed is not None:
            return unpacked(packed, years)
        return series_of(self.values(code), self.editions(code), years)


PackedValue = list[Any]
"""A published value as the build packs it: what its fields hold, the number as a quotient."""
_FIELDS: Final = tuple(PublishedValue.model_fields)
_NUMBER: Final = _FIELDS.index("nilai")
_YEAR: Final = _FIELDS.index("tahun")


def packed(series: Iterable[PublishedValue]) -> list[PackedValue]:
    """Return a series as plain data, from which it is read in a tenth of the time."""
    return [
        [value.as_integer_ratio() if name == "nilai" else value for name, value in one]
        for one in series
    ]


def unpacked(packed: Iterable[PackedValue], years: Years) -> tuple[PublishedValue, ...]:
    """Return the values of these years in a packed series."""
    found = []
    for values in packed:
        if values[_YEAR] in years:
            fields = dict(zip(_FIELDS, values, strict=True))
            fields["nilai"] = Fraction(*values[_NUMBER])
            found.append(PublishedValue.model_made(fields, set(fields)))
    return tuple(found)


def series_of(
    observations: Iterable[Observation], editions: Iterable[Edition], years: Years
) -> tuple[PublishedValue, ...]:
    """Return the values of these years that a catalog takes, in the shape of a ``deret``.

    A print that was replaced by a later one is of no dimension that is drawn or compared, but of
    one that says so.
    """
    names = {edition.edisi: edition.deret for edition in editions}
    taken = [found for found in observations if found.dipakai and found.tahun in years]
    newest: dict[tuple[object, ...], int] = {}
    for found in taken:
        newest[_about(found)] = max(newest.get(_about(found), 0), found.revisi or 0)
    return tuple(
        _published(found, names, replaced=(found.revisi or 0) < newest[_about(found)])
        for found in taken
    )


def _about(found: Observation) -> tuple[object, ...]:
    return (found.wilayah, found.tahun, found.edisi, found.bagian)


def _published(
    found: Observation, names: Mapping[str, str | None], *, replaced: bool
) -> PublishedValue:
    parts = (names.get(found.edisi or ""), found.bagian, EARLIER_PRINT if replaced else None)
    # All of it has been checked in the observation.
    return PublishedValue.model_construct(
        wilayah=found.wilayah,
        tahun=found.tahun,
        dimensi=", ".join(filter(None, parts)) or None,
        nilai=found.eksak,
        kedudukan=found.kedudukan,
        sumber=found.sumber,
        digantikan=replaced,
        catatan=found.catatan,
    )


class _UnreadableError(ValueError):
    """A row has another shape, in these columns."""

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__(*columns)
        self.columns = columns


def _made(model: type[Made], row: Row) -> Made:
    """Return a row as ``model``.

    Raises:
        _UnreadableError: it has another shape.
    """
    made = fitted(model, row)
    if made is not None:
        return made
    from pydantic import ValidationError  # noqa: PLC0415  # light: what fits needs none

    try:
        return model.model_validate(row)
    except ValidationError as error:
        told = error.errors(include_url=False, include_input=False)
        raise _UnreadableError([".".join(map(str, one["loc"])) for one in told]) from error


def _rows(file: Folder) -> Iterator[Row]:
    """Yield the rows of a table, without the cells that say nothing."""
    if file.is_file():
        for row in csv.DictReader(StringIO(file.read_text(encoding="utf-8"))):
            yield {column: cell for column, cell in row.items() if cell}
