"""``compute``: value, achievement and category of every item of every report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.computed import compute_sources
from kesbang_iku.cli.finding_lines import Findings, counts, has_errors
from kesbang_iku.cli.folders import expand_folders
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.results_table import count_text, result_lines
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources, finish, read_sources
from kesbang_iku.cli.table_options import known_context, table_options
from kesbang_iku.computing.reports import Results
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.publish.csv_text import csv_text

_CSV_COLUMNS: Final = (
    "kode", "versi", "nama", "wilayah", "nama_wilayah", "tingkat", "tahun", "periode", "status",
    "asal", "nilai", "nilai_eksak", "satuan", "kategori", "target", "dokumen_target", "capaian",
    "capaian_eksak", "capaian_tanpa_batas", "metode_capaian", "alasan_capaian", "tercapai",
    "predikat", "kurang", "alasan", "berkas", "baris", "sidik", "temuan",
)  # fmt: skip


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", about="laporan", metavar="BERKAS", nargs="+")
    table_options(add)
    output_options(add, _FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write the results of the reports in the files."""
    names = expand_folders(options.files, session, but=(options.output,))
    form = choose_form(options, tuple(_FORMATS), names)
    catalog = open_catalog(session)
    sources = read_sources(names, session)
    results = compute_sources(sources, catalog, session, known_context(options))
    with answering(options, session) as answer:
        _FORMATS[form](results, sources, answer)
    return finish(sources, session, 1 if has_errors(results.findings) else 0)


def _write_json(results: Results, sources: Sources, session: Session) -> None:
    """Write the answer; a program learns of the files that could not be had from it as well."""
    found = replace(results, temuan=(*sources.not_read, *results.temuan))
    session.answer_json(found.as_dict(session.language))


def _write_csv(results: Results, sources: Sources, session: Session) -> None:
    rows = []
    for result in results:
        row = result.as_dict(session.language)
        rows.append({**row, "temuan": [finding.kode for finding in result.temuan]})
    session.answer(csv_text(_CSV_COLUMNS, rows))
    if not session.quiet:
        Findings(session, sources.opened).complain(results.findings)


def _write_table(results: Results, sources: Sources, session: Session) -> None:
    if len(results):
        session.answer_lines(result_lines(results, session))
    findings = results.findings
    if findings:
        if len(results):
            session.answer("")
        Findings(session, sources.opened).answer(findings)
    if not session.quiet and sources.count:
        counted = count_text(results, session)
        levels = session.say(texts.FINDING_COUNTS, **counts(findings))
        separate = "\n" if len(results) or findings else ""
        session.answer(f"{separate}{counted} {levels}.")


_FORMATS: Final[Mapping[str, Callable[[Results, Sources, Session], None]]] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}
