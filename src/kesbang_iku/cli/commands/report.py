"""``report``: the scorecard page of one or several reports."""

from argparse import Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Final, TypeVar

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.computed import choose_findings, compute_sources, not_reports
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.finding_lines import counts
from kesbang_iku.cli.mapping_files import known_names
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output, deliver
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.results_table import count_text
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import expand_folders, finish, read_sources
from kesbang_iku.cli.table_options import mapping_options, table_options
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Level, Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.waiting import waiting
from kesbang_iku.model.record import Record
from kesbang_iku.publish.frame.letterhead import (
    MOST_BYTES,
    Letterhead,
    LetterheadFile,
    SignatoryFile,
    Signature,
    picture_address,
)
from kesbang_iku.publish.scorecard.page import scorecard_page
from kesbang_iku.sources.reading import open_source, read_documents
from kesbang_iku.sources.shape import check_shape
from kesbang_iku.validation.check import validate_all

_OTHER_FORMS: Final = frozenset(
    {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ods", ".csv", ".json", ".yaml", ".yml", ".md"}
)
"""What the name of a page may not end in: programs would take it for something else."""
_FILES: Final = frozenset({".yaml", ".yml", ".json"})
_STROKE: Final = "|"
_OFFICE_AND_NAME: Final = 2

Model = TypeVar("Model", bound=Record)


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", about="laporan", metavar="BERKAS", nargs="+")
    table_options(add)
    mapping_options(add)
    add.option("-o", "--output", metavar="BERKAS", required=True)
    add.option("--timpa", action="store_true")
    add.option("--ringkas", action="store_true")
    add.option("--kop", metavar="TEKS")
    add.option("--penandatangan", metavar="TEKS")
    add.option("--qr", action="store_true")
    add.option("--qr-alamat", metavar="ALAMAT")
    choice_options(add)


def run(options: Namespace, session: Session) -> int:
    """Write the page of the reports in the files."""
    target = options.output
    names = expand_folders(options.files, session, but=(target,))
    check_output(target, names, overwrite=options.timpa)
    if PurePath(target).suffix.lower() in _OTHER_FORMS:
        raise CannotRunError(commands.report.ONLY_HTML, berkas=target)
    codes = _codes(options)
    letterhead, signature = _letterhead_of(options.kop), _signature_of(options.penandatangan)
    choice = FindingChoice.asked(options, session)
    catalog = open_catalog(session)
    sources = read_sources(names, session)
    known = known_names(options, sources, catalog, session)
    computed = compute_sources(sources, catalog, session, known)
    for other in not_reports(sources, computed, known):
        raise CannotRunError(other)
    with progress_bar(session) as tell:
        checked = validate_all(sources.opened, catalog, known=known, on_progress=tell)
    results = choose_findings(computed.with_findings(checked.temuan), choice)
    found = replace(results, temuan=(*sources.not_read, *results.temuan))
    if not results:
        choice.complain(results.semua_temuan, sources.opened, session)
        session.screen.complain(f"kesbang-iku: {session.say(commands.report.NOTHING_TO_SHOW)}")
        return finish(sources, session, 2)
    files = [PurePath(opened.name).name for opened in sources.opened]
    with progress_bar(session, commands.report.BUILDING) as tell, waiting(partial(tell, target)):
        content = scorecard_page(
            found,
            load_regions(),
            files=files,
            language=session.language,
            remarks=choice.remarks(session),
            brief=options.ringkas,
            letterhead=letterhead,
            signature=signature,
            codes=codes,
        )
    deliver(target, content, session)
    said = session.say(texts.FINDING_COUNTS, **counts((*sources.not_read, *choice.counting)))
    lines = [*choice.lines(session), f"{count_text(results, session)} {said}."]
    session.remark("\n".join([*lines, *choice.remarks(session)]))
    return finish(sources, session, int(choice.failed))


def _codes(options: Namespace) -> str | None:
    """Return what stands before each string in its code, ``None`` where no codes are wanted.

    Raises:
        CannotRunError: what is called an address is none.
        MissingExtraError: what draws codes is not installed.
    """
    address: str | None = options.qr_alamat
    if address is not None and not address.startswith(("https://", "http://", "file://")):
        raise CannotRunError(commands.report.NO_ADDRESS, alamat=address)
    if address is None and not options.qr:
        return None
    require_extra("segno", "qr")
    return (address or "").rstrip("#")


def _letterhead_of(told: str | None) -> Letterhead | None:
    """Return what ``--kop`` tells.

    Raises:
        CannotRunError: its file cannot be read, or its picture is none.
    """
    if told is None:
        return None
    if not _is_file(told):
        return Letterhead(_parts(told))
    found = _read(told, LetterheadFile)
    lines = tuple(one for one in (found.pemerintah, found.instansi, found.alamat) if one)
    return Letterhead(lines, None if found.logo is None else _picture(Path(told), found.logo))


def _signature_of(told: str | None) -> Signature | None:
    """Return what ``--penandatangan`` tells.

    Raises:
        CannotRunError: its file cannot be read, or office and name are not both there.
    """
    if told is None:
        return None
    if _is_file(told):
        found = _read(told, SignatoryFile)
        when = ", ".join(one for one in (found.tempat, found.tanggal) if one) or None
        nip = found.nip and f"NIP {found.nip.removeprefix('NIP').strip(' .:')}"
        below = tuple(one for one in (found.pangkat, nip) if one)
        return Signature(when, found.jabatan, found.nama, below)
    parts = _parts(told)
    if len(parts) < _OFFICE_AND_NAME:
        raise CannotRunError(commands.report.OFFICE_AND_NAME, teks=told)
    return Signature(None, parts[0], parts[1], parts[2:])


def _parts(told: str) -> tuple[str, ...]:
    lines = told.replace("\n", _STROKE).split(_STROKE)
    return tuple(" ".join(one.split()) for one in lines if one.strip())


def _is_file(told: str) -> bool:
    return Path(told).suffix.lower() in _FILES


def _read(name: str, model: type[Model]) -> Model:
    opened, findings = open_source(Path(name))
    documents, said = ([], []) if opened is None else read_documents(opened)
    findings = [*findings, *said]
    if documents:
        content, deviations = check_shape(model, documents[0].data, documents[0].place)
        if content is not None:
            return content
        findings += deviations
    wrong = [finding for finding in findings if finding.tingkat is Level.GALAT]
    first = wrong[0]
    raise CannotRunError(commands.report.NOT_READ, berkas=name, sebab=Text.each(first.message))


def _picture(beside: Path, name: str) -> str:
    path = beside.parent / name
    try:
        address = picture_address(path.read_bytes())
    except OSError:
        address = None
    if address is None:
        raise CannotRunError(commands.report.NO_PICTURE, berkas=str(path), kb=MOST_BYTES // 1000)
    return address
