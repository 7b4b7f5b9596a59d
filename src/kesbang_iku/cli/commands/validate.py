"""``validate``: everything that is wrong with files, whatever their kind."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from kesbang_iku.cli import texts
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_lines import Findings, by_file, counts, has_errors
from kesbang_iku.cli.finding_settings import FindingSettings, read_settings, write_baseline
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.repairing import advise_workbooks, check_options, repair
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources, finish, is_catalog, read_sources
from kesbang_iku.files.long_table import LongTable
from kesbang_iku.findings import Finding
from kesbang_iku.publish.annotations import github_annotations, gitlab_code_quality
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.publish.junit import junit_xml
from kesbang_iku.publish.sarif import sarif_log
from kesbang_iku.validation.baseline import Judged, judge, stale
from kesbang_iku.validation.check import Validation, long_report, validate, validate_all
from kesbang_iku.validation.configuration import settle
from kesbang_iku.validation.processes import processors
from kesbang_iku.validation.rules.rule import NotJudged


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was found, and what of it counts."""

    names: tuple[str, ...]
    files: int
    judged: tuple[Judged, ...]
    ignored: int
    gone: int
    """How many entries of the baseline no finding has any more."""
    unjudged: tuple[NotJudged, ...]
    """The rules that could not judge."""

    @property
    def new(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(one.finding for one in self.judged if not one.accepted)

    @property
    def accepted(self) -> int:
        """How many findings a baseline accepts."""
        return sum(one.accepted for one in self.judged)


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
    settled = settle(checked.temuan, settings.configuration)
    judged = judge(settled.kept, settings.baseline)
    gone = len(stale(judged, settings.baseline))
    if options.tulis_garis_dasar is not None:
        write_baseline(options.tulis_garis_dasar, judged, session)
        judged, gone = judge(settled.kept, (one.fingerprint for one in judged)), 0
    files = sources.count + len(tables) + len(folders)
    names = (*_names(sources), *tables, *folders)
    unjudged = checked.tidak_dinilai
    outcome = _Outcome(names, files, judged, len(settled.ignored), gone, unjudged)
    _write(outcome, sources, settings, options, session)
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
    unjudged: tuple[NotJudged, ...] = ()
    if sources.opened or tables:
        with progress_bar(session) as told:
            checked = validate_all(
                [*sources.opened, *tables],
                open_catalog(session),
                jenis=options.jenis,
                told=told,
                proses=options.proses or processors(),
            )
        findings += checked.temuan
        unjudged = checked.tidak_dinilai
    for folder in folders:
        findings += validate(folder)
    files = sources.count + len(tables) + len(folders)
    return Validation(tuple(findings), files, tidak_dinilai=unjudged)


def _names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the files that could be had, each once."""
    names = [source.name for source in sources.opened]
    names += [finding.berkas for finding in sources.findings if finding.berkas is not None]
    return tuple(dict.fromkeys(names))


def _write(
    outcome: _Outcome,
    sources: Sources,
    settings: FindingSettings,
    options: Namespace,
    session: Session,
) -> None:
    if options.format == "text":
        if outcome.files:
            _write_text(outcome, sources, settings, options, session)
        return
    if options.format == "json":
        has_baseline = (options.garis_dasar or options.tulis_garis_dasar) is not None
        answer = Validation(
            (*sources.not_read, *outcome.new),
            outcome.files + len(sources.not_read),
            outcome.accepted if has_baseline else None,
            None if settings.configuration.name is None else outcome.ignored,
            outcome.unjudged,
        )
        session.answer_json(answer.as_dict(session.language))
        return
    report = FindingReport(outcome.names, outcome.judged, judge(sources.not_read))
    _write_report(report, options.format, session)
    for remark in _set_aside(outcome, settings, options, session):
        session.remark(remark)


def _write_report(report: FindingReport, form: str, session: Session) -> None:
    if form == "sarif":
        session.answer_json(sarif_log(report, session.language))
    elif form == "gitlab":
        session.answer_json(gitlab_code_quality(report, session.language))
    elif form == "junit":
        xml = junit_xml(report, session.language)
        if not session.screen.speaks_unicode:
            xml = xml.encode("ascii", "xmlcharrefreplace").decode("ascii")
        session.answer(xml)
    else:
        commands = github_annotations(report, session.language)
        if commands:
            session.answer(commands)


def _write_text(
    outcome: _Outcome,
    sources: Sources,
    settings: FindingSettings,
    options: Namespace,
    session: Session,
) -> None:
    findings = outcome.new
    Findings(session, sources.opened).answer(by_file(findings))
    if not session.quiet:
        levels = session.say(texts.FINDING_COUNTS, **counts(findings))
        summary = session.say(texts.IN_FILES, temuan=levels, berkas=outcome.files)
        aside = _set_aside(outcome, settings, options, session)
        if outcome.unjudged:
            rules = len({one.kode for one in outcome.unjudged})
            aside.append(session.say(texts.NOT_JUDGED, jumlah=rules))
        lines = "\n".join([summary, *aside])
        session.answer(f"\n{lines}" if findings else lines)


def _set_aside(
    outcome: _Outcome, settings: FindingSettings, options: Namespace, session: Session
) -> list[str]:
    """Return what to say about findings that do not count, so that none disappears unsaid."""
    baseline = options.garis_dasar or options.tulis_garis_dasar
    said = []
    if outcome.accepted:
        said.append(session.say(texts.ACCEPTED, jumlah=outcome.accepted, berkas=baseline))
    if outcome.gone:
        said.append(session.say(texts.GONE, jumlah=outcome.gone, berkas=baseline))
    if outcome.ignored:
        name = settings.configuration.name
        said.append(session.say(texts.IGNORED, jumlah=outcome.ignored, berkas=name))
    return said
