"""``validate``: everything that is wrong with files, whatever their kind."""

from __future__ import annotations

from argparse import Namespace

from kesbang_iku.cli import texts
from kesbang_iku.cli.finding_lines import Findings, by_file, counts, has_errors
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources, finish, is_catalog, read_sources
from kesbang_iku.diagnostics import Finding
from kesbang_iku.validation.check import Validation, validate


def run(options: Namespace, session: Session) -> int:
    """Write the findings of the files and catalog folders."""
    folders = [name for name in options.files if is_catalog(name)]
    sources = read_sources([name for name in options.files if name not in folders], session)
    findings = list(sources.findings)
    if sources.opened:
        catalog = session.catalog()
        for opened in sources.opened:
            findings += validate(opened, catalog, jenis=options.jenis)
    for folder in folders:
        findings += validate(folder)
    files = sources.count + len(folders)
    if options.format == "json":
        found = (*sources.not_read, *findings)
        answer = Validation(found, files + len(sources.not_read))
        session.answer_json(answer.as_dict(session.language))
    elif files:
        _write_text(findings, files, sources, session)
    return finish(sources, session, 1 if has_errors(findings) else 0)


def _write_text(findings: list[Finding], files: int, sources: Sources, session: Session) -> None:
    Findings(session, sources.opened).answer(by_file(findings))
    if not session.quiet:
        levels = session.say(texts.FINDING_COUNTS, **counts(findings))
        summary = session.say(texts.IN_FILES, temuan=levels, berkas=files)
        session.answer(f"\n{summary}" if findings else summary)
