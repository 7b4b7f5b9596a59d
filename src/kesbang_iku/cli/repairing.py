"""``validate --perbaiki``: showing the safe repairs of files, asking, and writing them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.screen import Style, clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT, Sources
from kesbang_iku.findings import Finding, Text
from kesbang_iku.findings.sentences import commands
from kesbang_iku.validation.pipeline.settle import settle

if TYPE_CHECKING:
    from kesbang_iku.cli.finding_choice import FindingSettings
    from kesbang_iku.validation.repairs import FileRepair

_YES: Final = frozenset({"y", "ya", "yes"})
_STYLES: Final[dict[str, Style]] = {"-": "removed", "+": "added", "@": "faint"}


def check_options(options: Namespace) -> None:
    """Refuse what cannot be repaired.

    Raises:
        CannotRunError: standard input is to be repaired, or ``--ya`` stands alone.
    """
    if options.ya and not options.perbaiki:
        raise CannotRunError(commands.validate.NOTHING_TO_CONFIRM)
    if options.perbaiki and STANDARD_INPUT in options.files:
        raise CannotRunError(commands.validate.NOT_STANDARD_INPUT)


def repair(
    sources: Sources,
    folders: Sequence[str],
    settings: FindingSettings,
    options: Namespace,
    session: Session,
) -> bool:
    """Show the repairs of the files, and write them where that is wanted.

    What was written takes the place of what was read in ``sources``.

    Returns:
        Whether everything could be done: no file was refused, neither by the law nor the system.
    """
    from kesbang_iku.validation.repairs import find_repairs  # noqa: PLC0415  # light: few repair

    def counting(findings: Sequence[Finding]) -> Iterable[Finding]:
        return settle(findings, settings.configuration, settings.baseline).new

    for folder in folders:
        session.screen.complain(
            session.say(commands.validate.FOLDER_NOT_EDITED, berkas=clean(folder))
        )
    found = find_repairs(
        sources.opened, open_catalog(session), jenis=options.jenis, counting=counting
    )
    for refusal in found.ditolak:
        _complain(refusal.berkas, refusal.alasan, session)
    if not found.berkas:
        session.remark(session.say(commands.validate.NOTHING_TO_REPAIR))
        return not found.ditolak
    _show(found.berkas, options, session)
    if not _wanted(options, session):
        return not found.ditolak
    written = [file for file in found.berkas if _write(file, session)]
    now = {file.berkas: file.sesudah for file in written}
    sources.opened = [now.get(source.name, source) for source in sources.opened]
    return not found.ditolak and len(written) == len(found.berkas)


def _show(files: Sequence[FileRepair], options: Namespace, session: Session) -> None:
    """Show the differences: as part of an answer to people, beside one to programs."""
    errors = options.format != "text"
    lines = [line for file in files for line in _diff(file, session, errors=errors)]
    findings = [finding for file in files for finding in file.temuan]
    codes = ", ".join(dict.fromkeys(sorted(finding.kode for finding in findings)))
    lines += [
        "",
        session.say(
            commands.validate.REPAIR_COUNT, jumlah=len(findings), berkas=len(files), kode=codes
        ),
        "",
        "",
    ]
    text = "\n".join(lines)
    if errors:
        session.screen.complain(text)
    else:
        session.answer(text)
        session.screen.flush()


def _diff(file: FileRepair, session: Session, *, errors: bool) -> Iterator[str]:
    for number, line in enumerate(file.diff()):
        shown = "\t".join(map(clean, line.split("\t")))
        style = "strong" if number < len(("---", "+++")) else _STYLES.get(line[0])
        yield shown if style is None else session.screen.paint(shown, style, errors=errors)


def _wanted(options: Namespace, session: Session) -> bool:
    """Say whether the repairs are to be written: told in advance, or asked on a terminal."""
    if options.ya:
        return True
    asked = session.screen.watched and sys.stdin is not None and sys.stdin.isatty()
    if not asked:
        session.remark(session.say(commands.validate.HOW_TO_WRITE))
        return False
    wanted = session.screen.ask(session.say(commands.validate.QUESTION)).strip().casefold() in _YES
    if not wanted:
        session.remark(session.say(commands.validate.UNCHANGED))
    return wanted


def _write(file: FileRepair, session: Session) -> bool:
    reason = file.write()
    if reason is not None:
        _complain(file.berkas, reason, session)
        return False
    session.remark(session.say(commands.validate.REPAIRED, berkas=clean(file.berkas)))
    return True


def _complain(name: str, reason: Text, session: Session) -> None:
    alasan = clean(reason.plain(session.language))
    session.screen.complain(
        session.say(commands.validate.NOT_REPAIRED, berkas=clean(name), alasan=alasan)
    )


def advise_workbooks(findings: Iterable[Finding], sources: Sources, session: Session) -> None:
    """Say of workbooks, which are not edited, what is to be typed into which cell."""
    books = {source.name: source for source in sources.opened if source.format == "xlsx"}
    typed: dict[str, list[str]] = {}
    for finding in findings:
        place, meant = finding.place, finding.perbaikan
        if meant is None or meant.kunci or place.sel is None or place.berkas not in books:
            continue
        line = session.say(commands.validate.TO_TYPE, isi=clean(meant.isi), sel=clean(place.sel))
        typed.setdefault(place.berkas, []).append(line)
    for name, lines in typed.items():
        isi = ", ".join(dict.fromkeys(lines))
        session.screen.complain(
            session.say(commands.validate.WORKBOOK_NOT_EDITED, berkas=clean(name), isi=isi)
        )
