"""Files of mappings: what names of regions mean in the standard, decided by people or suggested.

The form is SSSOM/TSV: a block of lines with ``#`` in front, then a table with tabs between its
cells. What predicates and justifications mean stands in the catalog's ``padanan.yaml``.
``wilayah``, ``tahun`` and ``terbawa_dari`` are columns of ours; all others are kept as they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeVar

from kesbang_iku._regex import regex
from kesbang_iku.alignment.answers import DecisionAnswer
from kesbang_iku.alignment.words import plain_tokens
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.computing.reports import unknown_code
from kesbang_iku.findings import Finding, Language, Place, Text, build_answer, kinds, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import alignment as said
from kesbang_iku.model.mapping import MappingRules
from kesbang_iku.model.vocabulary import MatchRelation
from kesbang_iku.sources.csv_reader import clean_header
from kesbang_iku.sources.csv_text import as_meant
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.named_rows import NamedRow, Table
from kesbang_iku.sources.personal import (
    read_grids_without_numbers,
    read_table_without_numbers,
    secrets_of,
)
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.shape import shown
from kesbang_iku.sources.spelling import Guesses
from kesbang_iku.sources.text_reader import Source

T = TypeVar("T")
OWN: Final = "iku"
"""The prefix of the catalog's own codes."""
NO_MATCH: Final = "sssom:NoTermFound"
LITERAL: Final = "rdfs literal"
CARRIED_FROM: Final = "terbawa_dari"
"""The column for the name that a decision was made of, in a row that it was carried to."""
_NOT: Final = "Not"
_NEEDED: Final = ("predicate_id", "object_id", "mapping_justification")
_SUBJECTS: Final = ("subject_label", "subject_id")
_SHARE: Final = regex(r"[01]|[01]?\.[0-9]{1,30}")
_YEAR: Final = regex(r"[12][0-9]{3}")
_CURIE: Final = regex(r"([A-Za-z][\w.-]*):(\S+)")
_HEAD: Final = re.compile(r"(?:#[^\r\n]*(?:\r\n|\r|\n|$))+")
_REMEMBERED: Final = 20_000
"""Names of a few hundred plans."""
_TOP_ROWS: Final = 20
"""So far down a sheet the headers may stand."""
_FOR_ALL: Final = regex(r"#\s?([a-z_]+):[ \t]+(\S.*)")


@dataclass(frozen=True, slots=True)
class NameMapping:
    """A row of a file of mappings.

    Attributes:
        cells: its cells that are not empty, by column, codes of the catalog and of regions in full.
        place: where it stands.
        subjek: what is mapped: the name a region gives, or the code of a list.
        wilayah: the code of the region that calls it so; none: every region.
        tahun: the year it was decided for; none: every year.
        hubungan: what the subject is to the object; ``None`` where nothing fits.
        objek: the code of the catalog; one of another list, with its prefix, that no entry records.
        bukan: whether it says that this is not so.
        keyakinan: how sure it is, from 0 to 1; ``None`` where nobody says.
        keputusan: whether a person decided it.
        turunan: whether it only follows from other rows.
        dari: the name a person decided it of, where that one only reads as the same.
    """

    cells: Mapping[str, str]
    place: Place
    subjek: str
    wilayah: str | None
    tahun: int | None
    hubungan: MatchRelation | None
    objek: str | None
    bukan: bool
    keyakinan: Decimal | None
    keputusan: bool
    turunan: bool = False
    dari: str | None = None

    @property
    def is_name(self) -> bool:
        """Whether a name is mapped, and no code."""
        return "subject_id" not in self.cells or self.cells.get("subject_type") == LITERAL

    @property
    def key(self) -> tuple[str, str]:
        """The region and the name as it is found again, by its words."""
        return self.wilayah or "", name_key(self.subjek)

    @property
    def oleh(self) -> str | None:
        """Who decided it, or wrote it."""
        return self.cells.get("author_label") or self.cells.get("author_id")

    @property
    def tanggal(self) -> str | None:
        """When, as ``2026-03-31``."""
        return self.cells.get("mapping_date")

    @property
    def catatan(self) -> str | None:
        """Why, in the words of who decided it."""
        return self.cells.get("comment")

    @property
    def reason(self) -> Text:
        """Why it was decided so; where nobody says, who did and when."""
        if self.catatan is not None:
            return Text.same(self.catatan)
        return said.DECIDED.filled(oleh=self.oleh or "?", tanggal=self.tanggal or "?")

    def as_dict(self, bahasa: Language = "id") -> DecisionAnswer:
        """Return who decided it, when and where, as a JSON object."""
        return build_answer(
            DecisionAnswer, self, bahasa, berkas=self.place.berkas, baris=self.place.baris,
            terbawa_dari=self.dari, justifikasi=self.dari and mapping_rules().terbawa.alasan,
        )  # fmt: skip

    @property
    def told(self) -> Text:
        """What it says of its subject, in both languages."""
        if self.objek is None or self.hubungan is None:
            return said.NOTHING_FITS
        if self.bukan:
            return said.REFUSED.filled(objek=self.objek)
        return said.RELATED.filled(hubungan=said.MATCHES[self.hubungan], objek=self.objek)


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """Return the words of a name: case, spaces and punctuation change from year to year."""
    return " ".join(plain_tokens(name)) or clean_header(name)


@dataclass(frozen=True, slots=True)
class Mappings:
    """What files of mappings hold: their rows, what was found, and the block of lines on top."""

    baris: tuple[NameMapping, ...] = ()
    temuan: tuple[Finding, ...] = ()
    kepala: tuple[str, ...] = ()


def mapping_rules() -> MappingRules:
    """Return what predicates and justifications mean."""
    return load_data("padanan.yaml", MappingRules)


@misuse_told
def read_mappings(
    source: Source | Opened, katalog: Catalog | None = None, *, name: str | None = None
) -> Mappings:
    """Read a file of mappings.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        katalog: the standard; the package's own by default.
        name: what to call the source in findings, if not by its path.

    Returns:
        The rows that say something; of the others it is found what is wrong. Nothing is raised.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Mappings((), tuple(findings))
    rules = mapping_rules()
    if opened.format == "xlsx":
        lines: tuple[str, ...] = ()
        table, found = _of_workbook(opened)
    else:
        lines, opened = _parted(opened)
        table, found = read_table_without_numbers(opened, known=frozenset(rules.kolom))
    findings += found
    rows: list[NameMapping] = []
    if table is not None:
        for_all = {match[1]: match[2].strip("\"' ") for line in lines
                   if (match := _FOR_ALL.fullmatch(line)) and match[1] in rules.umum}  # fmt: skip
        standard = load_catalog() if katalog is None else katalog
        reader = _Reader(standard, rules, for_all, findings)
        rows += reader.rows(table)
    masked = secrets_of([opened]).mask(findings) if findings else ()
    return Mappings(tuple(rows), masked, lines)


def _parted(opened: Opened) -> tuple[tuple[str, ...], Opened]:
    """Return the block of lines on top of a text, and the text with blank lines in its place.

    So every other line keeps its number.
    """
    text = opened.text.removeprefix("\ufeff")
    head = _HEAD.match(text)
    if head is None:
        return (), opened
    lines = tuple(head[0].splitlines())
    return lines, replace(opened, text="\n" * len(lines) + text[head.end() :])


def _of_workbook(opened: Opened) -> tuple[Table | None, list[Finding]]:
    """Return the table of the first sheet that holds mappings, else the first table there is."""
    from kesbang_iku.tables.report_tables import named_table  # noqa: PLC0415  # light: workbooks alone

    grids, findings = read_grids_without_numbers(opened)
    titled = next((one for grid in grids if (one := _titles_of(grid))), None)
    if titled is None and grids:
        titled = grids[0], grids[0].rows[0]
    if titled is None:
        return None, findings
    grid, titles = titled
    headers: dict[str, int] = {}
    for at, text in titles.cells.items():
        headers.setdefault(clean_header(text), at)
    rows = (row for row in grid.rows if row.number > titles.number)
    return named_table(grid, headers, titles.number, rows), findings


def _titles_of(grid: Grid) -> tuple[Grid, GridRow] | None:
    """Return a sheet with the row of its headers, where these are those of mappings."""
    rows = (
        row
        for row in grid.rows[:_TOP_ROWS]
        if {*_NEEDED[:2]} <= {*map(clean_header, row.cells.values())}
    )
    return next(((grid, row) for row in rows), None)


def has_mappings(opened: Opened) -> bool:
    """Say whether a file is one of mappings, by its headers."""
    if opened.format == "xlsx":
        return any(_titles_of(grid) is not None for grid in opened.workbook[0])
    if opened.format != "csv" or _NEEDED[0] not in opened.text:
        return False
    head = _HEAD.match(opened.text.removeprefix("\ufeff"))
    titles = opened.text.removeprefix("\ufeff")[head.end() if head else 0 :].partition("\n")[0]
    return {*_NEEDED[:2]} <= {*re.split(r'[\t,;|"\s]+', titles)}


class _Reader:
    """Reads the rows of one file."""

    def __init__(
        self,
        katalog: Catalog,
        rules: MappingRules,
        for_all: Mapping[str, str],
        findings: list[Finding],
    ) -> None:
        self._katalog: Final = katalog
        self._rules: Final = rules
        self._for_all: Final = for_all
        self._findings: Final = findings
        self._prefixes: Final = {one.nama: one.kunci for one in rules.awalan}
        self._regions: Final[Regions] = load_regions()
        self._codes: Final = Guesses(katalog.codes)
        self._entries: Final[dict[str, str | None]] = {}

    def rows(self, table: Table) -> Iterator[NameMapping]:
        """Yield the rows that say something."""
        missing = [name for name in _NEEDED if name not in {*table.headers, *self._for_all}]
        if not {*_SUBJECTS} & {*table.headers}:
            missing = [_SUBJECTS[0], *missing]
        if missing:
            start = next(iter(table.header_places.values()), Place(table.source))
            self._findings.append(kinds.NO_MAPPINGS.at(start, kolom=", ".join(missing)))
            return
        known = Guesses(self._rules.kolom)
        for header in table.headers:
            near = None if header in self._rules.kolom else known.near(header)
            if near is not None:
                usul = sentences.findings.PERHAPS.filled(dekat=near)
                place = table.header_places[header]
                found = kinds.UNKNOWN_KEY.at(place, value=header, kunci=header, usul=usul)
                self._findings.append(found)
        for row in table.rows:
            made = self._row(row)
            if made is not None:
                yield made

    def _row(self, row: NamedRow) -> NameMapping | None:
        cells = {name: as_meant(text) for name, text in row.cells.items() if text}
        cells = {**{key: text for key, text in self._for_all.items() if key not in cells}, **cells}
        before = len(self._findings)
        subject = self._subject(row, cells)
        justification = self._one_of(
            row, cells, "mapping_justification", self._rules.justifications
        )
        found = self._object(row, cells)
        nothing = cells.get("object_id") == NO_MATCH
        relations = self._rules.relations
        relation = None if nothing else self._one_of(row, cells, "predicate_id", relations)
        modifier = cells.get("predicate_modifier")
        if modifier not in {None, _NOT}:
            self._wrong(row, "predicate_modifier", str(modifier))
        carried = cells.get(CARRIED_FROM)
        if justification is None or justification.tulisan != self._rules.terbawa.alasan:
            carried = None
        made = NameMapping(
            cells,
            row.place("subject_label" if "subject_label" in row.cells else "subject_id"),
            subject or "",
            self._region(row, cells),
            self._parsed(
                row, cells, "tahun", lambda one: int(one) if _YEAR.fullmatch(one) else None
            ),
            relation,
            found,
            modifier == _NOT,
            self._parsed(row, cells, "confidence", _confidence),
            justification is not None and (justification.keputusan or carried is not None),
            justification is not None and justification.turunan,
            carried,
        )
        self._parsed(row, cells, "mapping_date", _day)
        if any(one.tingkat == "galat" for one in self._findings[before:]):
            return None
        self._signed(row, made)
        return made

    def _signed(self, row: NamedRow, made: NameMapping) -> None:
        """Find a decision that nobody signed, and a signature below what is no decision."""
        if made.keputusan:
            lacking = {"author_label": made.oleh, "mapping_date": made.tanggal}
            names = ", ".join(name for name, text in lacking.items() if text is None)
            if names:
                place = row.place("mapping_justification")
                found = kinds.MAPPING_WITHOUT_AUTHOR.at(place, nama=shown(made.subjek), kolom=names)
                self._findings.append(found)
        elif made.oleh is not None and not made.turunan:
            decided = next(one.tulisan for one in self._rules.alasan if one.keputusan)
            written = made.cells["mapping_justification"]
            place = row.place("mapping_justification")
            told = {"nama": shown(made.subjek), "oleh": shown(made.oleh)}
            self._findings.append(
                kinds.MAPPING_UNDECIDED.at(place, **told, alasan=written, keputusan=decided)
            )

    def _subject(self, row: NamedRow, cells: dict[str, str]) -> str | None:
        label, code = cells.get("subject_label"), cells.get("subject_id")
        if code is None or (label is not None and cells.get("subject_type") == LITERAL):
            if label is None:
                self._findings.append(kinds.MISSING_KEY.at(row.place(), kunci=_SUBJECTS[0]))
            cells["subject_type"] = LITERAL
            return label
        read = self._code(code)
        if read is None:
            self._wrong(row, "subject_id", code)
            return None
        cells["subject_id"] = read if ":" in read else f"{OWN}:{read}"
        return read

    def _object(self, row: NamedRow, cells: dict[str, str]) -> str | None:
        written = self._there(row, cells, "object_id")
        if written in {None, NO_MATCH}:
            return None
        read = self._code(str(written))
        if read is None:
            self._wrong(row, "object_id", str(written))
            return None
        found = self._known(read)
        if found is None and ":" not in read:
            place = row.place("object_id")
            self._findings.append(unknown_code(read, lambda _: place, self._codes))
            return None
        cells["object_id"] = read if ":" in read else f"{OWN}:{found}"
        return found or read

    def _known(self, code: str) -> str | None:
        """Return the code of the entry that ``code`` names, also by the code of another list."""
        if code not in self._entries:
            found = self._katalog.get(code)
            self._entries[code] = None if found is None else found.kode
        return self._entries[code]

    def _code(self, written: str) -> str | None:
        """Return a code as the catalog writes it; that of another list with its prefix."""
        parts = _CURIE.fullmatch(written)
        if parts is None:
            return None if ":" in written or " " in written else written
        prefix, code = parts[1].casefold(), parts[2]
        if prefix == OWN:
            return code
        return f"{prefix}:{code}" if self._prefixes.get(prefix) else None

    def _region(self, row: NamedRow, cells: dict[str, str]) -> str | None:
        written = cells.get("wilayah")
        if written is None:
            return None
        named = self._regions.by_name(written)
        if len(named) == 1:
            code = named[0].kode
        elif any(map(str.isalpha, written)):
            self._wrong(row, "wilayah", written)
            return None
        else:
            region, found = self._regions.read(written, place=row.place("wilayah"))
            self._findings.extend(found)
            if region is None:
                return None
            code = region.kode
        cells["wilayah"] = code
        return code

    def _there(self, row: NamedRow, cells: Mapping[str, str], column: str) -> str | None:
        if column not in cells:
            self._findings.append(kinds.MISSING_KEY.at(row.place(column), kunci=column))
        return cells.get(column)

    def _one_of(
        self, row: NamedRow, cells: Mapping[str, str], column: str, known: Mapping[str, T]
    ) -> T | None:
        written = self._there(row, cells, column)
        if written is not None and written not in known:
            words = sentences.sources.OR.join(map(Text.same, known))
            expected = sentences.sources.ONE_OF.filled(isi=words)
            self._wrong(row, column, written, expected)
        return None if written is None else known.get(written)

    def _parsed(
        self, row: NamedRow, cells: dict[str, str], column: str, parse: Callable[[str], T | None]
    ) -> T | None:
        written = cells.get(column)
        read = None if written is None else parse(written)
        if written is not None and read is None:
            self._wrong(row, column, written)
        elif read is not None:
            cells[column] = f"{read:f}" if isinstance(read, Decimal) else str(read)
        return read

    def _wrong(
        self, row: NamedRow, column: str, written: str, expected: Text | None = None
    ) -> None:
        harapan = said.MAPPING[column] if expected is None else expected
        place = row.place(column)
        self._findings.append(kinds.WRONG_VALUE.at(place, value=shown(written), harapan=harapan))


def _confidence(written: str) -> Decimal | None:
    read = Decimal(written) if _SHARE.fullmatch(written) else Decimal(2)
    # As SSSOM writes numbers: no more than three decimals, and no zeros behind the last one.
    return None if read > 1 else round(read, 3).normalize()


def _day(written: str) -> date | None:
    try:
        read = date.fromisoformat(written)
    except ValueError:
        return None
    return read if written == read.isoformat() else None


# ---------------------------------------------------------------------------------- many rows


def merged(rows: Iterable[NameMapping]) -> tuple[NameMapping, ...]:
    """Return the rows of several files as one: whatever their order, and read however often.

    Of rows that say the same the newest stays; what a person decided goes before what is carried or
    suggested, of which the newest stays for each name; what follows from others is left out.
    """
    decided: dict[tuple[object, ...], NameMapping] = {}
    suggested: dict[tuple[str, str], NameMapping] = {}
    for row in rows:
        if (row.keputusan and row.dari is None) or not row.is_name:
            about = (row.key, row.tahun, row.objek, row.hubungan, row.bukan)
            decided[about] = max(decided.get(about, row), row, key=_age)
        elif not row.turunan:
            suggested[row.key] = max(suggested.get(row.key, row), row, key=_age)
    known = {row.key for row in decided.values() if not row.bukan}
    kept = (row for key, row in suggested.items() if key not in known)
    return tuple(sorted((*decided.values(), *kept), key=in_order))


def _age(row: NameMapping) -> tuple[object, ...]:
    return row.keputusan, row.tahun or 0, row.tanggal or "", sorted(row.cells.items())


def in_order(row: NameMapping) -> tuple[str, ...]:
    """Return what rows are ordered by: their cells, in the order of the columns."""
    return tuple(row.cells.get(column, "") for column in mapping_rules().kolom)
