"""``read``: how the tables of a file are read, for people, for programs, or in our own format."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

import yaml

from kesbang_iku.alignment.report_reader import reports_of
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.progress import reading_each
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import each_once, expand_folders, finish, read_sources
from kesbang_iku.cli.table import columns_of, table_lines
from kesbang_iku.cli.table_options import known_context, table_options
from kesbang_iku.findings import Finding
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.sentences import tables as said_of
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.reading import Opened
from kesbang_iku.tables.answers import ReadingAnswer
from kesbang_iku.tables.columns import value_key
from kesbang_iku.tables.context import KnownContext
from kesbang_iku.tables.items import TableItem
from kesbang_iku.tables.own_format import OPEN, Document, plan_documents, report_documents
from kesbang_iku.tables.plans import PLANS, plans_of
from kesbang_iku.tables.read_table import FileReading, ReadTable
from kesbang_iku.tables.reading import read_tables

_READING: Final = commands.read
_FORMATS: Final = ("table", "json", "csv", "yaml")
_CSV_COLUMNS: Final = (
    "berkas", "lembar", "jenis", "wilayah", "nama_wilayah", "tahun", "baris", "kode", "nama",
    "satuan", "sebagai", "untuk", "nilai",
)  # fmt: skip
_NO_YEAR: Final = value_key(None, None)


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", metavar="BERKAS", nargs="+")
    table_options(add)
    add.option("--sel", action="store_true")
    output_options(add, _FORMATS)
    choice_options(add)


def run(options: Namespace, session: Session) -> int:
    """Write how each file was read, and what was found while reading."""
    known = known_context(options) or KnownContext()
    found = expand_folders(options.files, session, but=(options.output,))
    names = [*each_once(found, session)]
    form = choose_form(options, _FORMATS, names)
    choice = FindingChoice.asked(options, session)
    sources = read_sources(names, session)
    said = sources.findings + sources.not_read * (form == "json")  # people are told by `finish`
    shown: list[Finding] = []
    readings, parts = [], []
    for reading in _read_all(names, sources.opened, said, known, session):
        part = choice.part()
        readings.append(replace(reading, findings=part.shown(reading.findings)))
        choice.add(part)
        shown += readings[-1].findings
        parts.append(part)
    if form in {"yaml", "csv"}:
        choice.complain(shown, sources.opened, session)
    status = finish(sources, session, int(choice.failed))
    with answering(options, session) as answer:
        if form == "json":
            answers = [
                {**_answer(reading, session, cells=options.sel), **part.as_dict(session)}
                for reading, part in zip(readings, parts, strict=True)
            ]
            answer.answer_json(answers[0] if len(answers) == 1 else answers)
        elif form == "yaml":
            _write_yaml(readings, known, answer)
        elif form == "csv":
            answer.answer(csv_text(_CSV_COLUMNS, _rows_of(readings)))
        else:
            for reading in readings:
                if reading.tables and len(readings) > 1:
                    answer.answer(f"{answer.screen.paint(clean(reading.file), 'strong')}\n")
                _write_tables(reading, answer)
    if form == "table":
        choice.answer(shown, sources.opened, session)
        for remark in choice.remarks(session):
            session.remark(remark)
    return status


def _answer(reading: FileReading, session: Session, *, cells: bool) -> ReadingAnswer:
    answer = reading.as_dict(session.language)
    return {**answer, "isi_lembar": reading.sheets()} if cells else answer


def _read_all(
    names: Sequence[str],
    files: Sequence[Opened],
    said: Sequence[Finding],
    known: KnownContext,
    session: Session,
) -> Iterator[FileReading]:
    """Yield how files are read, without what they say about people; some hold no table at all."""
    read = {
        one.name: secrets_of([one]).cover(read_tables(one, options=known))
        for one in reading_each(files, session)
    }
    for name in names:
        had = read.get(name, FileReading(name, ()))
        own = (finding for finding in said if finding.place.berkas == name)
        yield replace(had, findings=(*own, *had.findings))


# --------------------------------------------------------------------------------- in our format


def _write_yaml(readings: Iterable[FileReading], known: KnownContext, session: Session) -> None:
    """Write the indicators in our own format.

    Raises:
        CannotRunError: there are none.
    """
    catalog = open_catalog(session)
    documents: list[Document] = []
    for reading in readings:
        planned = [one for one in reading.tables if one.kind in PLANS]
        documents += plan_documents(plans_of(reading, planned) if planned else ())
        if any(table.kind not in {*PLANS, "bukan_indikator"} for table in reading.tables):
            made = reports_of(reading, catalog, known, unknown=OPEN)
            documents += report_documents(made)
    if not documents:
        raise CannotRunError(_READING.NO_YAML)
    session.answer(yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False, width=100))
    items = [item for document in documents for item in document["item"]]
    open_codes = {item["catatan"] for item in items if item.get("kode") == OPEN}
    if open_codes:
        session.remark(session.say(_READING.OPEN_CODES, tanda=OPEN, jumlah=len(open_codes)))


def _rows_of(readings: Iterable[FileReading]) -> Iterator[dict[str, object]]:
    """Yield a row for each value of each indicator; one that has none has a row without."""
    regions = load_regions()
    for reading in readings:
        for table in reading.tables:
            setting = table.setting
            for item in table.items:
                region = regions.get(table.region_of(item) or "")
                about = {
                    "berkas": reading.file,
                    "lembar": table.grid.name,
                    "jenis": table.kind,
                    "wilayah": table.region_of(item),
                    "nama_wilayah": None if region is None else region.nama,
                    "tahun": item.texts.get("tahun", setting.year),
                    "baris": table.shown_row(item.row),
                    "kode": item.texts.get("kode"),
                    "nama": item.name,
                    "satuan": item.texts.get("satuan"),
                }
                values = [
                    (role, *one) for role, told in item.values.items() for one in told.items()
                ]
                for role, key, text in values or [("", "", "")]:
                    yield {**about, "sebagai": role, "untuk": key, "nilai": text}


# ------------------------------------------------------------------------------------ for people


def _write_tables(reading: FileReading, session: Session) -> None:
    for number, table in enumerate(reading.tables, start=1):
        lines = [*_heading(number, table, session), ""]
        if table.columns:
            lines += [*_columns(table, session), ""]
        if table.items:
            lines += [*_items(table, session), ""]
        if table.skipped:
            lines += [_skipped(table, session), ""]
        session.answer_lines(lines)


def _heading(number: int, table: ReadTable, session: Session) -> list[str]:
    setting = table.setting
    kind = session.say(said_of.KIND[table.kind])
    kind = kind if table.form is None else f"{kind} ({table.form})"
    titles, body = (_span(*span) for span in table.shown_spans)
    said = [session.say(_READING.TABLE, nomor=number, jenis=kind, judul=titles, isi=body)]
    if table.grid.name is not None:
        said.append(session.say(_READING.SHEET, lembar=table.grid.name))
    region = setting.region
    if region is not None and setting.origin is not None:
        origin = session.say(said_of.ORIGIN[setting.origin])
        said.append(session.say(_READING.REGION, nama=region.nama, kode=region.kode, asal=origin))
    if setting.year is not None:
        said.append(session.say(_READING.YEAR, tahun=setting.year))
    return [session.screen.paint(" · ".join(said), "strong")]


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}\u2013{last}"


def _columns(table: ReadTable, session: Session) -> list[str]:
    keys = ("kolom", "judul", "sebagai", "contoh")
    columns = columns_of(_READING.COLUMNS, session, keys, flexible={"judul", "contoh"})
    first = table.items[0].row if table.items else table.body[0]
    cells = next((row.cells for row in table.grid.rows if row.number == first), {})
    rows = [
        (
            table.shown_column(column),
            " / ".join(" ".join(title.split()) for title in column.titles),
            _role(column.role, session) if column.year is None and column.part is None
            else f"{_role(column.role, session)} {column.key.removeprefix('-/')}",
            cells.get(column.index, ""),
        )
        for column in table.columns
    ]  # fmt: skip
    return table_lines(columns, rows, session.screen)


def _items(table: ReadTable, session: Session) -> list[str]:
    keys, long = ("baris", "nama", "satuan", "nilai"), {"nama", "nilai"}
    columns = columns_of(_READING.ROWS, session, keys, number={"baris"}, flexible=long)
    rows = [
        (str(table.shown_row(it.row)), it.name, it.texts.get("satuan", ""), _values(it, session))
        for it in table.items
    ]
    return table_lines(columns, rows, session.screen)


def _role(name: str, session: Session) -> str:
    return session.say(_READING.ROLES[name]) if name in _READING.ROLES else name


def _values(item: TableItem, session: Session) -> str:
    said = []
    for role, values in item.values.items():
        listed = (text if key == _NO_YEAR else f"{key} = {text}" for key, text in values.items())
        said.append(f"{_role(role, session)} {', '.join(listed)}")
    return "; ".join(said)


def _skipped(table: ReadTable, session: Session) -> str:
    said = []
    for reason, rows in groupby(table.skipped, key=lambda one: one.reason):
        numbers = [row.number for row in rows]
        span = _span(numbers[0], numbers[-1])
        told = session.say(_READING.REASON[reason])
        said.append(session.say(_READING.SKIPPED_ROW, baris=span, sebab=told))
    return session.say(_READING.SKIPPED, daftar=", ".join(said))
