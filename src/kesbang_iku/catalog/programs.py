"""The nomenclature of the field of national unity and politics, by code and by text."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import StringIO
from typing import Any, Final, get_args

from kesbang_iku.model.program import ProgramLevel, ProgramRow, Tier
from kesbang_iku.model.registers import FieldFile, OutputFile
from kesbang_iku.model.vocabulary import AdminLevel, Standing
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.resources import catalog_root

_TIERS: Final[Mapping[str, Tier]] = {one: one for one in get_args(Tier)}
_LEVELS: Final[Mapping[str, ProgramLevel | None]] = {
    "": None,
    **{one: one for one in get_args(ProgramLevel)},
}
_STANDINGS: Final[Mapping[str, Standing]] = {one: one for one in get_args(Standing)}
# Field, programme, level, kegiatan, sub kegiatan. Lists from before 2023 have sub kegiatan of two
# digits, and a spreadsheet drops their leading zeros.
_CODE: Final = re.compile(
    r"(?P<head>[0-9](?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[1-4]\.[0-9]{2})?)?)?)"
    r"|(?P<stem>[0-9]\.[0-9]{2}\.[0-9]{2}\.[1-4]\.[0-9]{2})\.(?P<sub>[0-9]{1,4})"
)


def normalise_code(text: str) -> str | None:
    """Return the nomenclature code in ``text`` with a sub kegiatan of four digits.

    Spaces and a dot at the end do not matter: ``8.01.02.2.01. 03`` is ``8.01.02.2.01.0003``.
    ``None`` if ``text`` has not the form of such a code, as the longer codes of agencies have not.
    """
    match = _CODE.fullmatch("".join(text.split()).removesuffix("."))
    if match is None:
        return None
    return match["head"] or f"{match['stem']}.{match['sub'].zfill(4)}"


class Programs:
    """The rows of the nomenclature, in their order."""

    def __init__(self, rows: Iterable[ProgramRow]) -> None:
        self._rows: Final = tuple(rows)
        self._codes: Final = {row.kode for row in self._rows}
        opened = {row.induk for row in self._rows}
        self._closed: Final = {
            row.kode for row in self._rows if row.jenjang == "program" and row.kode not in opened
        }
        self._by_text: Final[dict[str, list[ProgramRow]]] = {}
        for row in self._rows:
            for text in {_key(row.nama), _key(row.nama_tampil), _key(row.indikator or "")} - {""}:
                self._by_text.setdefault(text, []).append(row)

    @classmethod
    def load(cls, text: str) -> "Programs":
        """Return the rows of the CSV ``text``, whose columns are those of ``program.csv``.

        Raises:
            ValueError: a column is missing, a word is not in its list, or a parent does not exist.
        """
        programs = cls(_row(row) for row in csv.DictReader(StringIO(text)))
        absent = {row.induk for row in programs if row.induk is not None} - programs._codes
        if absent:
            raise ValueError(f"rows that are referred to do not exist: {sorted(absent)}")
        return programs

    def __iter__(self) -> Iterator[ProgramRow]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def names(self, code: str) -> bool:
        """Say whether ``code`` is one of the nomenclature, not of an indicator.

        That is the code of a row here, or of a part of a programme whose parts are not here.
        """
        written = normalise_code(code)
        if written is None or written in self._codes:
            return written is not None
        return any(written.startswith(f"{closed}.") for closed in self._closed)

    def by_text(self, text: str, tingkat: AdminLevel | None = None) -> tuple[ProgramRow, ...]:
        """Return the rows of which ``text`` is the name or the indicator.

        Case and white space do not matter. The same text may stand at several levels, under
        different codes: ``tingkat`` leaves those that a government of that level uses.
        """
        return tuple(row for row in self._by_text.get(_key(text), ()) if row.serves(tingkat))

    def outputs(self) -> Iterator[ProgramRow]:
        """Yield the rows that have an indicator, in their order."""
        return (row for row in self._rows if row.indikator is not None)


@lru_cache(maxsize=1)
def load_programs() -> Programs:
    """Return the nomenclature that comes with the library.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    return Programs.load((catalog_root() / "program.csv").read_text(encoding="utf-8"))


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _row(row: Mapping[str, str]) -> ProgramRow:
    try:
        return ProgramRow(
            kode=row["kode"],
            tingkat=_LEVELS[row["tingkat"]],
            jenjang=_TIERS[row["jenjang"]],
            nama=row["nama"],
            nama_tampil=row["nama_tampil"],
            indikator=row["indikator"] or None,
            satuan=row["satuan"] or None,
            induk=row["induk"] or None,
            sumber=row["sumber"],
            kedudukan=_STANDINGS[row["kedudukan"]],
        )
    except KeyError as error:
        raise ValueError(f"no column, or no such word, {error} in {dict(row)}") from error


# Documents as they come from a file, before a model has given them types.
Plain = dict[str, Any]


def output_definitions(programs: Programs) -> Iterator[Plain]:
    """Yield a definition for each output indicator of ``programs``, as a file would hold it.

    What a row of the nomenclature does not say stands in the catalog's ``keluaran.yaml``; the field
    of work follows from the programme, by ``bidang.yaml``. Numbers are texts, as in a file.

    Raises:
        ValueError: one of the two files cannot be read, or lacks what a row needs.
    """
    template = load_data("keluaran.yaml", OutputFile)
    fields = {field.program: field.kode for field in load_data("bidang.yaml", FieldFile).bidang}
    for row in programs.outputs():
        try:
            yield _definition(row, template, fields)
        except KeyError as error:
            raise ValueError(f"{row.kode}: nothing is said about {error}") from error


def _definition(row: ProgramRow, template: OutputFile, fields: Mapping[str, str]) -> Plain:
    unit = (row.satuan or "").casefold()
    program = ".".join(row.kode.split(".")[:3])
    values = {
        "kode": row.kode,
        "nama": row.nama_tampil,
        "indikator": row.indikator or "",
        "satuan": unit,
        "satuan_en": template.satuan_en[unit],
        "program": program,
    }
    sources = [template.sumber[name] for name in row.sumber.split("; ")]
    definition: Plain = {
        **template.definisi,
        "bidang": fields[program],
        "tingkat": {"berlaku": list(row.governments), "diestimasi": list(row.governments)},
        "status": row.kedudukan,
        "sumber": [*sources, template.sumber_usulan],
    }
    if unit not in values["indikator"].casefold():
        definition["catatan"] = f"{template.catatan_satuan} {definition['catatan']}"
    filled: Plain = _filled(definition, values)
    return filled


def _filled(node: Any, values: Mapping[str, str]) -> Any:  # noqa: ANN401 - any node of a document
    """Return ``node`` with the fields in its texts filled in."""
    if isinstance(node, str):
        return node.format_map(values)
    if isinstance(node, Mapping):
        return {key: _filled(value, values) for key, value in node.items()}
    if isinstance(node, Sequence):
        return [_filled(value, values) for value in node]
    return node
