"""``compute``: value, achievement and category of every item of every report."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.computed import choose_findings, compute_sources, not_reports, write_findings
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.mapping_files import known_names
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.results_table import result_lines
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources, expand_folders, finish, read_sources
from kesbang_iku.cli.table_options import mapping_options, table_options
from kesbang_iku.computing.reports import Results
from kesbang_iku.indicator.computed_item import column_reader
from kesbang_iku.sources.csv_text import csv_blocks

_CSV_COLUMNS: Final = (
    "kode", "versi", "nama", "wilayah", "nama_wilayah", "tingkat", "tahun", "periode", "status",
    "asal", "nilai", "nilai_eksak", "satuan", "kategori", "target", "dokumen_target", "capaian",
    "capaian_eksak", "capaian_tanpa_batas", "metode_capaian", "alasan_capaian", "tercapai",
    "predikat", "kurang", "alasan", "berkas", "baris", "sidik", "verifikasi", "temuan",
)  # fmt: skip
_LINES: Final = 1000  # are written at once


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", about="laporan", metavar="BERKAS", nargs="+")
    table_options(add)
    mapping_options(add)
    output_options(add, _FORMATS)
    choice_options(add)


def run(options: Namespace, session: Session) -> int:
    """Write the results of the reports in the files."""
    names = expand_folders(options.files, session, but=(options.output,))
    form = choose_form(options, tuple(_FORMATS), names)
    choice = FindingChoice.asked(options, session)
    catalog = open_catalog(session)
    sources = read_sources(names, session)
    known = known_names(options, sources, catalog, session)
    results = choose_findings(compute_sources(sources, catalog, session, known), choice)
    with answering(options, session) as answer:
        _FORMATS[form](_Answer(results, sources, choice), answer)
    for said in not_reports(sources, results):
        session.remark(session.say(said))
    return finish(sources, session, int(choice.failed))


@dataclass(frozen=True, slots=True)
class _Answer:
    """The results of the files, with the findings that were chosen."""

    results: Results
    sources: Sources
    choice: FindingChoice


def _write_json(answer: _Answer, session: Session) -> None:
    """Write the answer; a program learns of the files that could not be had from it as well."""
    results = answer.results
    found = replace(results, temuan=(*answer.sources.not_read, *results.temuan))
    session.answer_json({**found.as_dict(session.language), **answer.choice.as_dict(session)})


def _write_csv(answer: _Answer, session: Session) -> None:
    told = column_reader(_CSV_COLUMNS[:-1], session.language)
    results = answer.results.hasil
    together = (results[at : at + _LINES] for at in range(0, len(results), _LINES))
    blocks = (
        [*told(some), [[found.kode for found in one.temuan] or None for one in some]]
        for some in together
    )
    for text in csv_blocks(_CSV_COLUMNS, blocks):
        session.answer(text)
    if not session.quiet:
        answer.choice.complain(answer.results.semua_temuan, answer.sources.opened, session)


def _write_table(answer: _Answer, session: Session) -> None:
    results = answer.results
    if len(results):
        session.answer_lines(result_lines(results, session))
    write_findings(results, answer.sources, answer.choice, session)


_FORMATS: Final[Mapping[str, Callable[[_Answer, Session], None]]] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}
