"""The plans of several regions on a terminal, and as CSV."""

from collections.abc import Iterator, Sequence
from typing import Final

from kesbang_iku.alignment.regional import RegionalAlignment, RegionalComparison
from kesbang_iku.cli.alignment_table import kinds_of
from kesbang_iku.cli.screen import display_width
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import Column, columns_of, fit_columns, table_lines
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.sentences import commands
from kesbang_iku.sources.csv_text import csv_text

_CSV_COLUMNS: Final = (
    "berkas", "wilayah", "nama_wilayah", "provinsi", "tingkat", "kode", "nama", "keadaan",
    "diarahkan", "nama_daerah", "keyakinan", "penyimpangan",
)  # fmt: skip
_BY_REGION: Final = (
    "wilayah", "tingkat", "item", "selaras", "menyimpang", "belum", "lokal", "tanpa_padanan",
)  # fmt: skip
_BY_INDICATOR: Final = ("kode", "nama", "selaras", "menyimpang", "belum")
_SPARE: Final = ("tingkat", "lokal", "tanpa_padanan", "belum")
"""What makes way for the names of regions, the first one first; the names tell the level."""
_TEXTS: Final = frozenset({"wilayah", "tingkat", "kode", "nama"})


def comparison_csv(found: RegionalComparison) -> str:
    """Return a row for each pair of a plan and a national indicator."""
    return csv_text(_CSV_COLUMNS, _pairs(found))


def write_comparison(found: RegionalComparison, session: Session) -> None:
    """Write what each region has of the national indicators, and who has each indicator."""
    province = None
    rows: list[str | tuple[str, ...]] = []
    for one in found.rencana:
        name = None if one.source.provinsi is None else one.source.provinsi.nama
        if name is not None and name != province:
            rows.append(name)
        province = name
        rows.append(_region_row(one, found, session))
    if rows:
        session.answer_lines(_by_region(rows, session))
        session.answer("")
    shown = [
        (
            one.kode,
            session.say(one.title),
            *(str(found.counts(one.kode)[key]) for key in _BY_INDICATOR[2:]),
        )
        for one in found.indikator
    ]
    session.answer_lines(table_lines(_columns(_BY_INDICATOR, session), shown, session.screen))
    if not session.quiet:
        said = {"rencana": len(found.rencana), "indikator": len(found.indikator)}
        session.answer(f"\n{session.say(commands.align.COMPARISON_COUNTS, **said)}")


def _by_region(rows: Sequence[str | tuple[str, ...]], session: Session) -> list[str]:
    """Return the lines of the table of regions, whose names are never cut."""
    columns = _columns(_BY_REGION, session)
    cells = [row for row in rows if not isinstance(row, str)]
    longest = max(display_width(row[0]) for row in cells)
    spare = [_BY_REGION.index(key) for key in _SPARE]
    fitted = fit_columns(
        columns, cells, session.screen.width, spare, common=False, name_width=longest
    )
    shown = iter(fitted.rows)
    full = [row if isinstance(row, str) else next(shown) for row in rows]
    lines = table_lines(fitted.columns, full, session.screen)
    if fitted.left_out and not session.quiet:
        left_out = ", ".join(fitted.left_out)
        lines += ["", session.say(commands.list.NO_ROOM, kolom=left_out)]
    return lines


def _columns(keys: tuple[str, ...], session: Session) -> list[Column]:
    words, long = commands.align.COMPARISON, {"wilayah", "nama"}
    numbers = words.keys() - _TEXTS
    return columns_of(words, session, keys, number=numbers, flexible=long, main="wilayah")


def _region_row(
    one: RegionalAlignment, found: RegionalComparison, session: Session
) -> tuple[str, ...]:
    counts = {**one.selaras.ringkasan, "belum": found.row_counts(one)["belum"]}
    numbers = (str(counts[key]) for key in _BY_REGION[2:])
    return (one.label, session.say(spoken(one.selaras.tingkat or "")), *numbers)


def _pairs(found: RegionalComparison) -> Iterator[dict[str, object]]:
    for one in found.rencana:
        region, province = one.source.wilayah, one.source.provinsi
        items = {item.padanan.kode: item for item in one.selaras if item.padanan is not None}
        for indicator in found.indikator:
            item = items.get(indicator.kode)
            yield {
                "berkas": one.source.berkas,
                "wilayah": one.selaras.wilayah,
                "nama_wilayah": None if region is None else region.nama,
                "provinsi": None if province is None else province.kode,
                "tingkat": one.selaras.tingkat,
                "kode": indicator.kode,
                "nama": indicator.nama,
                "keadaan": one.state(indicator.kode),
                "diarahkan": indicator.kode in one.selaras.diarahkan,
                "nama_daerah": None if item is None else item.item.nama,
                "keyakinan": None if item is None else str(item.keyakinan),
                "penyimpangan": None if item is None else kinds_of(item),
            }
