"""``mappings``: many files of mappings joined and checked, and who uses which entry."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.mapping_index import usage
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.finding_lines import counts
from kesbang_iku.cli.mapping_files import (
    MappingFiles,
    check_mappings,
    read_mapping_files,
    write_mappings,
)
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import finish
from kesbang_iku.cli.table import columns_of, table_lines
from kesbang_iku.findings import Finding
from kesbang_iku.findings.sentences import alignment, commands
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.shape import shown

_CSV_COLUMNS: Final = (
    "kode", "wilayah", "nama_wilayah", "tahun", "nama", "hubungan", "cara", "keyakinan", "oleh",
    "tanggal", "berkas", "baris",
)  # fmt: skip
_CHAIN_COLUMNS: Final = (
    "wilayah", "tahun", "nama", "hubungan", "kode", "lewat", "keyakinan", "alasan",
)  # fmt: skip


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", metavar="BERKAS", nargs="+")
    add.target("--simpan")
    add.option("--rantai", action="store_true")
    output_options(add, _FORMATS)
    choice_options(add)


def run(options: Namespace, session: Session) -> int:
    """Write who uses which entry, and what is wrong with the files."""
    form = choose_form(options, tuple(_FORMATS), options.files)
    choice = FindingChoice.asked(options, session)
    files = read_mapping_files(options.files, session, open_catalog(session))
    check_mappings(options.simpan, options.files, files, overwrite=options.timpa)
    shown = choice.shown(files.findings)
    with answering(options, session) as answer:
        _FORMATS[form](_Answer(files, shown, choice, options.rantai), answer)
    if options.simpan is not None:
        chains = [one.as_mapping for one in files.index.rantai] if options.rantai else []
        write_mappings(options.simpan, (*files.index.baris, *chains))
        session.remark(session.say(texts.FILE_WRITTEN, berkas=options.simpan))
    return finish(files.sources, session, int(choice.failed))


@dataclass(frozen=True, slots=True)
class _Answer:
    """The files of mappings, and what of the findings is to be shown."""

    files: MappingFiles
    shown: Sequence[Finding]
    choice: FindingChoice
    chains: bool

    def rows(self, session: Session) -> Iterator[Mapping[str, object]]:
        """Yield the rows of the table: who uses an entry, or what follows."""
        index = self.files.index
        if self.chains:
            yield from (one.as_dict(session.language) for one in index.rantai)
            return
        for code, rows in index.by_code.items():
            yield from ({"kode": code, **usage(row)} for row in rows)


def _write_json(answer: _Answer, session: Session) -> None:
    index, language = answer.files.index, session.language
    told = index.as_dict(language, chains=answer.chains)
    told["temuan"] = [one.as_dict(language) for one in answer.shown]
    session.answer_json({**told, **answer.choice.as_dict(session)})


def _write_csv(answer: _Answer, session: Session) -> None:
    columns = _CHAIN_COLUMNS if answer.chains else _CSV_COLUMNS
    session.answer(csv_text(columns, answer.rows(session)))
    if not session.quiet:
        answer.choice.complain(answer.shown, answer.files.sources.opened, session)


def _write_table(answer: _Answer, session: Session) -> None:
    long = {"nama", "keputusan"}
    columns = columns_of(commands.mappings.COLUMNS, session, flexible=long, main="nama")
    rows = [_cells(row, session) for row in answer.rows(session)]
    session.answer_lines(table_lines(columns, rows, session.screen))
    if answer.shown:
        session.answer("")
        answer.choice.answer(answer.shown, answer.files.sources.opened, session)
    if not session.quiet:
        told = {**answer.files.index.ringkasan, **counts(answer.choice.counting)}
        levels = session.say(texts.FINDING_COUNTS, **told)
        summary = session.say(commands.mappings.COUNTS, **told)
        session.answer_lines(["", f"{summary} {levels}.", *answer.choice.remarks(session)])


def _cells(row: Mapping[str, object], session: Session) -> tuple[str, ...]:
    relation = session.say(alignment.MATCHES[str(row["hubungan"])])
    told = row.get("alasan")
    if told is None:
        told = ", ".join(str(row[key]) for key in ("oleh", "tanggal") if row[key] is not None)
        told = told or session.say(commands.align.WAYS[str(row["cara"])])
    cells = (row["kode"], row["wilayah"], row["tahun"], shown(row["nama"]), relation, told)
    return tuple("" if cell is None else str(cell) for cell in cells)


_FORMATS: Final[Mapping[str, Callable[[_Answer, Session], None]]] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}
