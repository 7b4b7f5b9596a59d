"""``validate``: everything that is wrong with files, whatever their kind."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_lines import Findings, counts, has_errors
from kesbang_iku.cli.finding_settings import choice_options, read_settings, write_baseline
from kesbang_iku.cli.folders import expand_folders
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.repairing import advise_workbooks, check_options, repair
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import Sources, finish, is_catalog, read_sources
from kesbang_iku.cli.table import Column, table_lines
from kesbang_iku.cli.table_options import known_context, table_options
from kesbang_iku.files.long_table import LongTable
from kesbang_iku.findings import Finding, Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish import formats
from kesbang_iku.publish.csv_text import csv_text
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import BaselineMatch, match_baseline, stale
from kesbang_iku.validation.check import Validation, long_report, validate, validate_all
from kesbang_iku.validation.configuration import (
    Configuration,
    apply_configuration,
    weighs_enough,
)
from kesbang_iku.validation.content import FILE_KINDS
from kesbang_iku.validation.processes import processors
from kesbang_iku.validation.rules.rule import InconclusiveRule
from kesbang_iku.validation.statistics import count_codes

_CSV_COLUMNS: Final = (
    "kode", "tingkat", "berkas", "baris", "kolom", "sel", "nilai", "pesan", "saran", "penunjuk",
    "rujukan",
)  # fmt: skip
_COUNT_COLUMNS: Final = ("kode", "tingkat", "jumlah", "judul")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was found, and what of it counts."""

    sources: Sources
    names: tuple[str, ...]
    """The names of all files and folders."""
    files: int
    matches: tuple[BaselineMatch, ...]
    baseline: str | None
    """The name of the baseline that was read or written."""
    gone: int
    """How many entries of the baseline no finding has any more."""
    configuration: Configuration
    """What counts, and what of it is shown."""
    ignored: int
    """How many findings the configuration ignores."""
    inconclusive: tuple[InconclusiveRule, ...]
    """The rules that could not judge."""
    told: tuple[Text, ...] | None
    """How the tables were read that are not in our own format."""

    @property
    def new(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(one.finding for one in self.matches if not one.accepted)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """Those of them that weigh enough to be shown."""
        least = self.configuration.least
        return tuple(one for one in self.new if weighs_enough(one, least))

    @property
    def accepted(self) -> int:
        """How many findings a baseline accepts."""
        return sum(one.accepted for one in self.matches)


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", metavar="BERKAS", nargs="+")
    add.option("--jenis", choices=FILE_KINDS)
    add.option("--garis-dasar", metavar="BERKAS")
    add.option("--tulis-garis-dasar", metavar="BERKAS")
    add.option("--konfigurasi", metavar="BERKAS")
    add.option("--tanpa-konfigurasi", action="store_true")
    add.option("--perbaiki", action="store_true")
    add.option("--ya", action="store_true")
    add.count("--proses")
    table_options(add)
    choice_options(add)
    output_options(add, _forms())


def _forms() -> tuple[str, ...]:
    return (*_FORMATS, *formats.names())


def run(options: Namespace, session: Session) -> int:
    """Write the findings of the files and catalog folders."""
    check_options(options)
    settings = read_settings(options, session)
    own = (options.output, options.garis_dasar, options.tulis_garis_dasar)
    names = expand_folders(options.files, session, but=own, catalogs=True)
    options.format = choose_form(options, _forms(), names)
    if settings.configuration.statistics and options.format not in _FORMATS:
        raise CannotRunError(commands.validate.STATISTICS_FORM)
    folders = [name for name in names if is_catalog(name)]
    # Repairing takes a file as a whole.
    tables = {} if options.perbaiki else _long_tables(names, options)
    apart = {*folders, *tables}
    sources = read_sources([name for name in names if name not in apart], session)
    repaired = not options.perbaiki or repair(sources, folders, settings, options, session)
    checked = _check(sources, tuple(tables.values()), folders, options, session)
    if options.perbaiki:
        advise_workbooks(checked.temuan, sources, session)
    configured = apply_configuration(checked.temuan, settings.configuration)
    matches = match_baseline(configured.kept, settings.baseline)
    gone = len(stale(matches, settings.baseline))
    if options.tulis_garis_dasar is not None:
        write_baseline(options.tulis_garis_dasar, matches, session)
        matches, gone = match_baseline(configured.kept, (one.fingerprint for one in matches)), 0
    outcome = _Outcome(
        sources=sources,
        names=(*_names(sources), *tables, *folders),
        files=sources.count + len(tables) + len(folders),
        matches=matches,
        baseline=options.garis_dasar or options.tulis_garis_dasar,
        gone=gone,
        configuration=settings.configuration,
        ignored=len(configured.ignored),
        inconclusive=checked.tidak_dinilai,
        told=checked.bacaan,
    )
    with answering(options, session) as answer:
        if options.format in _FORMATS:
            _FORMATS[options.format](outcome, answer)
        else:
            _write_for_programs(outcome, options.format, answer)
    status = finish(sources, session, 1 if has_errors(outcome.new) else 0)
    return status if repaired else 2


def _long_tables(names: Sequence[str], options: Namespace) -> dict[str, LongTable]:
    """Return the files that are too long to be held in memory, by their names."""
    opened = {name: long_report(name, options.jenis) for name in names}
    return {name: table for name, table in opened.items() if table is not None}


def _check(
    sources: Sources,
    tables: Sequence[LongTable],
    folders: Sequence[str],
    options: Namespace,
    session: Session,
) -> Validation:
    findings = list(sources.findings)
    inconclusive: tuple[InconclusiveRule, ...] = ()
    told = None
    if sources.opened or tables:
        with progress_bar(session) as on_progress:
            checked = validate_all(
                [*sources.opened, *tables],
                open_catalog(session),
                jenis=options.jenis,
                known=known_context(options),
                on_progress=on_progress,
                proses=options.proses or processors(),
            )
        findings += checked.temuan
        inconclusive, told = checked.tidak_dinilai, checked.bacaan
    for folder in folders:
        findings += validate(folder)
    files = sources.count + len(tables) + len(folders)
    return Validation(tuple(findings), files, tidak_dinilai=inconclusive, bacaan=told)


def _names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the files that could be had, each once."""
    names = [source.name for source in sources.opened]
    names += [finding.berkas for finding in sources.findings if finding.berkas is not None]
    return tuple(dict.fromkeys(names))


def _write_text(outcome: _Outcome, session: Session) -> None:
    if not outcome.files:
        return
    findings = outcome.new
    if outcome.configuration.statistics:
        _write_statistics(findings, session)
    else:
        Findings(session, outcome.sources.opened).answer(outcome.shown)
    if not session.quiet:
        levels = session.say(texts.FINDING_COUNTS, **counts(findings))
        summary = session.say(commands.validate.IN_FILES, temuan=levels, berkas=outcome.files)
        aside = [*_how_read(outcome, session), *_set_aside(outcome, session)]
        if outcome.inconclusive:
            rules = len({one.kode for one in outcome.inconclusive})
            aside.append(session.say(commands.validate.NOT_JUDGED, jumlah=rules))
        lines = "\n".join([summary, *aside])
        session.answer(f"\n{lines}" if findings else lines)


def _write_statistics(findings: Sequence[Finding], session: Session) -> None:
    counted = count_codes(findings)
    if not counted:
        return
    columns = [
        Column(session.say(commands.validate.STATISTICS["jumlah"]), number=True),
        Column(session.say(texts.COLUMNS["kode"])),
        Column(session.say(commands.rules.RULE["tingkat"])),
        Column(session.say(commands.validate.STATISTICS["judul"]), flexible=True),
    ]
    rows = [
        (
            str(one.jumlah),
            one.kode,
            session.say(texts.LEVELS[one.tingkat]),
            one.judul.plain(session.language),
        )
        for one in counted
    ]
    session.answer_lines(table_lines(columns, rows, session.screen))


def _write_csv(outcome: _Outcome, session: Session) -> None:
    if outcome.configuration.statistics:
        counted = [{**one.as_dict(session.language)} for one in count_codes(outcome.new)]
        session.answer(csv_text(_COUNT_COLUMNS, counted))
    else:
        found = (*outcome.sources.not_read, *outcome.shown)
        rows = [{**one.as_dict(session.language)} for one in found]
        session.answer(csv_text(_CSV_COLUMNS, rows))
    for remark in (*_how_read(outcome, session), *_set_aside(outcome, session)):
        session.remark(remark)


def _write_json(outcome: _Outcome, session: Session) -> None:
    missing = outcome.sources.not_read
    answer = Validation(
        (*missing, *outcome.new),
        outcome.files + len(missing),
        None if outcome.baseline is None else outcome.accepted,
        None if outcome.configuration.name is None else outcome.ignored,
        outcome.inconclusive,
        outcome.configuration.least,
        outcome.configuration.statistics,
        outcome.told,
    )
    session.answer_json(answer.as_dict(session.language))


_FORMATS: Final[Mapping[str, Callable[[_Outcome, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
"""The forms of its own; those for other programs are found in ``publish.formats``."""


def _write_for_programs(outcome: _Outcome, form: str, session: Session) -> None:
    least = outcome.configuration.least
    shown = tuple(one for one in outcome.matches if weighs_enough(one.finding, least))
    report = FindingReport(outcome.names, shown, match_baseline(outcome.sources.not_read))
    content = formats.load(form).render(report, session.language)
    if not isinstance(content, str):
        session.answer_json(content)
    elif content:
        session.answer(session.markup_text(content) if content.startswith("<") else content)
    for remark in (*_how_read(outcome, session), *_set_aside(outcome, session)):
        session.remark(remark)


def _how_read(outcome: _Outcome, session: Session) -> list[str]:
    """Return what to say of tables that are not in our own format."""
    if not outcome.told:
        return []
    from kesbang_iku.tables.summary import lines  # noqa: PLC0415  # light: tables alone need it

    return [one.plain(session.language) for one in lines(outcome.told)]


def _set_aside(outcome: _Outcome, session: Session) -> list[str]:
    """Return what to say about findings that do not count, so that none disappears unsaid."""
    said = []
    if outcome.accepted:
        said.append(
            session.say(
                commands.validate.ACCEPTED, jumlah=outcome.accepted, berkas=outcome.baseline
            )
        )
    if outcome.gone:
        said.append(
            session.say(commands.validate.GONE, jumlah=outcome.gone, berkas=outcome.baseline)
        )
    if outcome.ignored:
        said.append(
            session.say(
                commands.validate.IGNORED,
                jumlah=outcome.ignored,
                berkas=outcome.configuration.name,
            )
        )
    hidden, least = len(outcome.new) - len(outcome.shown), outcome.configuration.least
    if hidden and least is not None:
        level = session.say(texts.LEVELS[least])
        said.append(session.say(commands.validate.HIDDEN, jumlah=hidden, tingkat=level))
    return said
