"""``align``: the indicators of a plan against the standard."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from kesbang_iku.alignment.alignment import AlignedItem, Alignment, align
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import texts
from kesbang_iku.cli.finding_lines import Findings, has_errors
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import finish, read_sources
from kesbang_iku.cli.table import Column, table_lines
from kesbang_iku.files.plans import LoadedPlan, read_plan
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.csv_text import csv_text

_CSV_COLUMNS: Final = (
    "baris", "nama", "padanan", "versi", "nama_padanan", "cara", "keyakinan", "kandidat",
    "penyimpangan", "tema", "temuan",
)  # fmt: skip


def run(options: Namespace, session: Session) -> int:
    """Write the counterparts and deviations of the plan in the file."""
    catalog = session.catalog()
    asked = None if options.wilayah is None else _region(options.wilayah)
    sources = read_sources([options.plan], session)
    if not sources.opened:
        Findings(session).complain(sources.findings)
        return finish(sources, session, 2)
    plan = read_plan(sources.opened[0])
    region = asked or _written_region(plan)
    level = options.tingkat or _level_of(region)
    if level is None:
        raise CannotRunError(texts.NO_LEVEL)
    found = align(plan, catalog, tingkat=level, wilayah=None if region is None else region.kode)
    findings = Findings(session, sources.opened)
    if options.format == "json":
        session.answer_json(found.as_dict(session.language))
    elif options.format == "csv":
        session.answer(csv_text(_CSV_COLUMNS, [_row(one, session) for one in found]))
        if not session.quiet:
            findings.complain(found.findings)
    else:
        _write_table(found, findings, session)
    return finish(sources, session, 1 if has_errors(found.findings) else 0)


def _region(code: str) -> Region:
    """Return the region that an argument names.

    Raises:
        CannotRunError: there is no such region.
    """
    region, findings = load_regions().find(code)
    if region is None:
        reason = findings[0].pesan if findings else "-"
        raise CannotRunError(texts.UNKNOWN_REGION, wilayah=code, sebab=reason)
    return region


def _written_region(plan: LoadedPlan) -> Region | None:
    written = plan.plan.wilayah
    return None if written is None else load_regions().find(written)[0]


def _level_of(region: Region | None) -> AdminLevel | None:
    return None if region is None or region.tingkat == "nasional" else region.tingkat


def _row(one: AlignedItem, session: Session) -> dict[str, object]:
    """Return the row of an indicator; lists hold the codes and kinds alone."""
    return {
        **one.as_dict(session.language),
        "kandidat": [candidate.indicator.kode for candidate in one.kandidat],
        "penyimpangan": _kinds(one),
        "temuan": [finding.kode for finding in one.temuan],
    }


def _kinds(one: AlignedItem) -> list[str]:
    return list(dict.fromkeys(found.jenis for found in one.penyimpangan))


def _write_table(found: Alignment, findings: Findings, session: Session) -> None:
    if len(found):
        keys = ("nama", "padanan", "cara", "keyakinan", "penyimpangan")
        columns = [
            Column(
                session.say(texts.ALIGNMENT[key]),
                number=key == "keyakinan",
                flexible=key in {"nama", "padanan", "penyimpangan"},
            )
            for key in keys
        ]
        rows = [_cells(one, session) for one in found]
        session.answer_lines(table_lines(columns, rows, session.screen))
        _write_deviations(found, session)
    if found.findings:
        session.answer("")
        findings.answer(found.findings)
    if not session.quiet:
        _write_summary(found, session)


def _cells(one: AlignedItem, session: Session) -> tuple[str, ...]:
    if one.padanan is not None:
        counterpart = one.padanan.kode
    else:
        near = ", ".join(candidate.indicator.kode for candidate in one.kandidat)
        counterpart = session.say(texts.PERHAPS_CODES, kode=near) if near else ""
    kinds = ", ".join(session.say(texts.DEVIATIONS[kind]) for kind in _kinds(one))
    way = session.say(texts.WAYS[one.cara])
    return (one.item.nama, counterpart, way, str(one.keyakinan), kinds)


def _write_deviations(found: Alignment, session: Session) -> None:
    for one in found:
        if one.padanan is None or not one.penyimpangan:
            continue
        title = f"{one.item.nama} → {one.padanan.kode} {one.padanan.nama}"
        session.answer(f"\n{session.screen.paint(clean(title), 'strong')}")
        for deviation in one.penyimpangan:
            facts = deviation.as_dict(session.language)
            facts["jenis"] = session.say(texts.DEVIATIONS[deviation.jenis])
            session.answer(f"  {clean(session.say(texts.DEVIATION, **facts))}")


def _write_summary(found: Alignment, session: Session) -> None:
    session.answer(f"\n{session.say(texts.ALIGNMENT_COUNTS, **found.ringkasan)}")
    if found.wajib_belum_diadopsi:
        codes = ", ".join(found.wajib_belum_diadopsi)
        session.answer(session.say(texts.ASKED_FOR, kode=codes))
    others = len(set(found.belum_diadopsi) - set(found.wajib_belum_diadopsi))
    if others:
        session.answer(session.say(texts.NOT_ADOPTED, jumlah=others))
