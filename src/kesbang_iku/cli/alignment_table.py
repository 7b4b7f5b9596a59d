"""One aligned plan on a terminal, and as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.table import Column, table_lines
from kesbang_iku.cli.words import words
from kesbang_iku.findings import format_number
from kesbang_iku.findings.sentences import alignment, commands
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.sources.csv_text import csv_text

if TYPE_CHECKING:
    from kesbang_iku.alignment.deviations import Deviation
    from kesbang_iku.cli.finding_choice import FindingChoice
    from kesbang_iku.cli.session import Session
    from kesbang_iku.indicator.indicator import Indicator

_CSV_COLUMNS: Final = (
    "baris", "nama", "padanan", "versi", "nama_padanan", "cara", "keyakinan", "kandidat",
    "penyimpangan", "tema", "temuan", "hubungan", "terdekat", "oleh", "tanggal",
)  # fmt: skip

_CLOSED: Final = frozenset({"tingkat", "polaritas"})
"""What is told in closed words of the catalog, on both sides."""


def alignment_csv(found: Alignment, session: Session) -> str:
    """Return a row for each indicator of the plan; lists hold the codes and kinds alone."""
    return csv_text(_CSV_COLUMNS, [_row(one, session) for one in found])


def write_alignment(
    found: Alignment, findings: Findings, choice: FindingChoice, session: Session
) -> None:
    """Write the indicators with counterparts, deviations and findings, and what is missing."""
    if len(found):
        keys = ("nama", "padanan", "cara", "keyakinan", "penyimpangan")
        columns = [
            Column(
                session.say(commands.align.ALIGNMENT[key]),
                number=key == "keyakinan",
                flexible=key in {"nama", "padanan", "cara", "penyimpangan"},
            )
            for key in keys
        ]
        rows = [_cells(one, session) for one in found]
        session.answer_lines(table_lines(columns, rows, session.screen))
        _write_deviations(found, session)
    if found.semua_temuan:
        if len(found):
            session.answer("")
        choice.answer(found.semua_temuan, findings, session)
    # A file that holds no indicator is no plan that lacks them all.
    if len(found) and not session.quiet:
        _write_summary(found, session)
        session.answer_lines(choice.remarks(session))


def kinds_of(one: AlignedItem) -> list[str]:
    """Return what deviates, each kind once."""
    return list(dict.fromkeys(found.jenis for found in one.penyimpangan))


def _row(one: AlignedItem, session: Session) -> dict[str, object]:
    return {
        **one.as_dict(session.language),
        "kandidat": [candidate.indicator.kode for candidate in one.kandidat],
        "penyimpangan": kinds_of(one),
        "temuan": [finding.kode for finding in one.temuan],
        "terdekat": None if one.terdekat is None else one.terdekat.indicator.kode,
        "oleh": None if one.keputusan is None else one.keputusan.oleh,
        "tanggal": None if one.keputusan is None else one.keputusan.tanggal,
    }


def _cells(one: AlignedItem, session: Session) -> tuple[str, ...]:
    if one.padanan is not None:
        counterpart = one.padanan.kode
    elif one.terdekat is not None:
        near = one.terdekat
        counterpart = f"{session.say(alignment.MATCHES[near.relation])} {near.indicator.kode}"
    else:
        counterpart = "; ".join(_candidates(one, session))
    kinds = ", ".join(session.say(commands.align.DEVIATIONS[kind]) for kind in kinds_of(one))
    way = session.say(commands.align.WAYS[one.cara])
    if one.keputusan is not None:
        by = filter(None, (one.keputusan.oleh, one.keputusan.tanggal))
        way = f"{way}: {', '.join(by)}" if one.keputusan.oleh or one.keputusan.tanggal else way
    sure = format_number(one.keyakinan, session.language)
    return (one.item.nama, counterpart, way, sure, kinds)


def _candidates(one: AlignedItem, session: Session) -> Iterator[str]:
    """Yield the codes that may be meant, and those the name is only like."""
    for only_alike, said in (
        (False, commands.align.PERHAPS_CODES),
        (True, commands.align.NOT_CODES),
    ):
        near = [each.indicator.kode for each in one.kandidat if each.only_alike is only_alike]
        if near:
            yield session.say(said, kode=", ".join(near))


def _write_deviations(found: Alignment, session: Session) -> None:
    for one in found:
        if one.padanan is None or not one.penyimpangan:
            continue
        title = f"{one.item.nama} → {one.padanan.kode} {session.say(one.padanan.title)}"
        session.answer(f"\n{session.screen.paint(clean(title), 'strong')}")
        for deviation in one.penyimpangan:
            kind = session.say(commands.align.DEVIATIONS[deviation.jenis])
            facts = {**_told(deviation, one.padanan, session), "jenis": kind}
            session.answer(f"  {clean(session.say(commands.align.DEVIATION, **facts))}")


def _told(deviation: Deviation, counterpart: Indicator, session: Session) -> dict[str, object]:
    """Return a deviation with the closed words of the catalog as people read them."""
    told: dict[str, object] = {**deviation.as_dict(session.language)}
    if deviation.jenis == "satuan":
        told["milik_standar"] = unit_words(counterpart.satuan)
    elif deviation.jenis in _CLOSED:
        for key in ("milik_daerah", "milik_standar"):
            told[key] = words(str(told[key]).split(", "), session)
    return told


def _write_summary(found: Alignment, session: Session) -> None:
    session.answer(f"\n{session.say(commands.align.ALIGNMENT_COUNTS, **found.ringkasan)}")
    if found.wajib_belum_diadopsi:
        codes = ", ".join(found.wajib_belum_diadopsi)
        session.answer(session.say(commands.align.ASKED_FOR, kode=codes))
    others = len(set(found.belum_diadopsi) - set(found.wajib_belum_diadopsi))
    if others:
        session.answer(session.say(commands.align.NOT_ADOPTED, jumlah=others))
