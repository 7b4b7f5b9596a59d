"""``validate``: everything that is wrong with files, whatever their kind."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_lines import Findings, by_file, counts, has_errors
from kesbang_iku.cli.finding_settings import read_settings, write_baseline
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.repairing import advise_workbooks, check_options, repair
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources, finish, is_catalog, read_sources
from kesbang_iku.files.long_table import LongTable
from kesbang_iku.findings import Finding
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish import formats
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import BaselineMatch, match_baseline, stale
from kesbang_iku.validation.check import Validation, long_report, validate, validate_all
from kesbang_iku.validation.configuration import apply_configuration
from kesbang_iku.validation.content import FILE_KINDS
from kesbang_iku.validation.processes import processors
from kesbang_iku.validation.rules.rule import InconclusiveRule


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
    configuration: str | None
    """The name of the configuration."""
    ignored: int
    """How many findings the configuration ignores."""
    inconclusive: tuple[InconclusiveRule, ...]
    """The rules that could not judge."""

    @property
    def new(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(one.finding for one in self.matches if not one.accepted)

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
    add.formats((*_FORMATS, *formats.names()))


def run(options: Namespace, session: Session) -> int:
    """Write the findings of the files and catalog folders."""
    check_options(options)
    settings = read_settings(options, session)
    folders = [name for name in options.files if is_catalog(name)]
    # Repairing takes a file as a whole.
    tables = {} if options.perbaiki else _long_tables(options)
    apart = {*folders, *tables}
    sources = read_sources([name for name in options.files if name not in apart], session)
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
        configuration=settings.configuration.name,
        ignored=len(configured.ignored),
        inconclusive=checked.tidak_dinilai,
    )
    if options.format in _FORMATS:
        _FORMATS[options.format](outcome, session)
    else:
        _write_for_programs(outcome, options.format, session)
    status = finish(sources, session, 1 if has_errors(outcome.new) else 0)
    return status if repaired else 2


def _long_tables(options: Namespace) -> dict[str, LongTable]:
    """Return the files that are too long to be held in memory, by their names."""
    opened = {name: long_report(name, options.jenis) for name in options.files}
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
    if sources.opened or tables:
        with progress_bar(session) as on_progress:
            checked = validate_all(
                [*sources.opened, *tables],
                open_catalog(session),
                jenis=options.jenis,
                on_progress=on_progress,
                proses=options.proses or processors(),
            )
        findings += checked.temuan
        inconclusive = checked.tidak_dinilai
    for folder in folders:
        findings += validate(folder)
    files = sources.count + len(tables) + len(folders)
    return Validation(tuple(findings), files, tidak_dinilai=inconclusive)


def _names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the files that could be had, each once."""
    names = [source.name for source in sources.opened]
    names += [finding.berkas for finding in sources.findings if finding.berkas is not None]
    return tuple(dict.fromkeys(names))


def _write_text(outcome: _Outcome, session: Session) -> None:
    if not outcome.files:
        return
    findings = outcome.new
    Findings(session, outcome.sources.opened).answer(by_file(findings))
    if not session.quiet:
        levels = session.say(texts.FINDING_COUNTS, **counts(findings))
        summary = session.say(commands.validate.IN_FILES, temuan=levels, berkas=outcome.files)
        aside = _set_aside(outcome, session)
        if outcome.inconclusive:
            rules = len({one.kode for one in outcome.inconclusive})
            aside.append(session.say(commands.validate.NOT_JUDGED, jumlah=rules))
        lines = "\n".join([summary, *aside])
        session.answer(f"\n{lines}" if findings else lines)


def _write_json(outcome: _Outcome, session: Session) -> None:
    missing = outcome.sources.not_read
    answer = Validation(
        (*missing, *outcome.new),
        outcome.files + len(missing),
        None if outcome.baseline is None else outcome.accepted,
        None if outcome.configuration is None else outcome.ignored,
        outcome.inconclusive,
    )
    session.answer_json(answer.as_dict(session.language))


_FORMATS: Final[Mapping[str, Callable[[_Outcome, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
}
"""The forms of its own; those for other programs are found in ``publish.formats``."""


def _write_for_programs(outcome: _Outcome, form: str, session: Session) -> None:
    report = FindingReport(outcome.names, outcome.matches, match_baseline(outcome.sources.not_read))
    content = formats.load(form).render(report, session.language)
    if not isinstance(content, str):
        session.answer_json(content)
    elif content:
        session.answer(session.markup_text(content) if content.startswith("<") else content)
    for remark in _set_aside(outcome, session):
        session.remark(remark)


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
                commands.validate.IGNORED, jumlah=outcome.ignored, berkas=outcome.configuration
            )
        )
    return said
