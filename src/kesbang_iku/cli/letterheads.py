"""Reading ``--kop`` and ``--penandatangan``: a text with strokes, or a YAML file."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.findings import Level, Text
from kesbang_iku.findings.sentences import commands
from kesbang_iku.model.record import Record
from kesbang_iku.publish.frame.letterhead import (
    MOST_BYTES,
    Letterhead,
    LetterheadFile,
    SignatoryFile,
    Signature,
    picture_address,
)
from kesbang_iku.sources.reading import open_source, read_documents
from kesbang_iku.sources.shape import check_shape

_FILES: Final = frozenset({".yaml", ".yml", ".json"})
_STROKE: Final = "|"
_OFFICE_AND_NAME: Final = 2

Model = TypeVar("Model", bound=Record)


def letterhead_of(told: str | None) -> Letterhead | None:
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


def signature_of(told: str | None) -> Signature | None:
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
