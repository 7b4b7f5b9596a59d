"""One aligned plan on a terminal, and as CSV.

On a terminal rows stand by programme, each on one line: those to look at, what is in line with a
count, rows of other fields on one line together. What is to be said stands once below them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kesbang_iku.alignment import overview
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.cli.alignment_remarks import Rows, folded, remark_lines, write_remarks
from kesbang_iku.cli.finding_choice import FindingChoice
from kesbang_iku.cli.screen import display_width
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import GAP, Column, columns_of, shortened_within, table_lines
from kesbang_iku.findings.sentences import commands
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.reading import Opened

_CSV_COLUMNS: Final = (
    "baris", "nama", "padanan", "versi", "nama_padanan", "cara", "keyakinan", "kandidat",
    "penyimpangan", "tema", "temuan", "hubungan", "terdekat", "oleh", "tanggal",
)  # fmt: skip
_COLUMNS: Final = ("baris", "nama", "padanan", "cara", "keyakinan", "penyimpangan")
_SHORT: Final = ("baris", "nama", "padanan", "keyakinan", "penyimpangan")
_NAME: Final = 1
_NOTHING: Final = "–"
_BEFORE_COUNTS: Final = " · "
_LEAST_NAME: Final = 20
_LONGEST_ROWS: Final = 12
_LONGEST_CELL: Final = 21
_MOST_LINES: Final = 50
"""So many lines of a long plan are its table and the remarks on it, for 60 with all others."""
_GROUPED_FROM: Final = 8
"""A handful of rows is seen at a glance, in the order of the plan."""


def alignment_csv(found: Alignment, session: Session) -> str:
    """Return a row for each indicator of the plan; lists hold the codes and kinds alone."""
    return csv_text(_CSV_COLUMNS, [_row(one, session) for one in found])


def write_alignment(
    found: Alignment,
    opened: Iterable[Opened],
    choice: FindingChoice,
    session: Session,
    *,
    whole: bool = False,
) -> None:
    """Write the indicators with counterparts, deviations and findings, and what is missing.

    Args:
        found: the plan against the standard.
        opened: the files whose lines are shown.
        choice: which findings count.
        session: where to write.
        whole: whether each row is shown, and each text in full.
    """
    table = [*_Table(found, session, whole).lines()] if len(found) else []
    if not whole and len(table) + remark_lines(found, session) > _MOST_LINES:
        table = [*_Table(found, session, whole, crowded=True).lines()]
    session.answer_lines(table)
    room = _MOST_LINES - len(table)
    write_remarks(found, opened, choice, session, whole=whole, room=room)
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


class _Table:
    """The lines of the table of a plan."""

    def __init__(
        self, found: Alignment, session: Session, whole: bool, *, crowded: bool = False
    ) -> None:
        self._session: Final = session
        self._whole: Final = whole
        self._alike: Final = () if whole else _ALIKE if crowded else _ALIKE[:2]
        self._rows: Final = Rows(found)
        decided = any(one.keputusan is not None for one in found)
        self._keys: Final = _COLUMNS if whole or decided else _SHORT
        shown = [one for one in found if whole or not one.tempat.bidang_lain]
        self._grouped: Final = len(shown) >= _GROUPED_FROM
        self._groups: Final = overview.by_programme(shown) if self._grouped else [(None, shown)]
        self._others: Final = [] if whole else [one for one in found if one.tempat.bidang_lain]

    def lines(self) -> Iterator[str]:
        """Yield the lines, the row of what is of other fields at the end."""
        columns = columns_of(
            commands.align.ALIGNMENT,
            self._session,
            self._keys,
            number={"baris", "keyakinan"},
            flexible={"nama", "padanan", "penyimpangan"},
        )
        rows: list[str | tuple[str, ...]] = []
        for program, items in self._groups:
            if self._grouped:
                rows.append(self._heading(program, items))
            rows += self._shown(items)
        if not self._whole:
            rows = self._on_one_line(columns, rows)
        yield from table_lines(columns, rows, self._session.screen)
        if self._others:
            facts = {"jumlah": len(self._others), "baris": self._rows.text(self._others)}
            yield ""
            yield from folded(
                self._session.say(commands.align.OTHER_FIELDS, **facts), self._session
            )

    def _heading(self, program: str | None, items: Sequence[AlignedItem]) -> str:
        counted = Counter(overview.state_of(one) for one in items)
        said = ", ".join(
            f"{counted[state]} {self._session.say(commands.align.STATES[state])}"
            for state in overview.STATES
            if counted[state]
        )
        if program is None:
            return f"{self._session.say(commands.align.NO_PROGRAMME)}{_BEFORE_COUNTS}{said}"
        named = self._session.say(overview.title_of(program))
        room = self._session.screen.width - display_width(said) - len(_BEFORE_COUNTS)
        return f"{shortened_within(named, room)}{_BEFORE_COUNTS}{said}"

    def _shown(self, items: Sequence[AlignedItem]) -> Iterator[tuple[str, ...]]:
        """Yield the rows to look at; outputs, and rows like nothing, on one line each together."""
        apart = [[one for one in items if said(one)] for said in self._alike]
        together = [those for those in apart if len(those) > 1]
        for one in items:
            if not any(one is other for those in together for other in those):
                yield self._cells(one)
        yield from map(self._together, together)

    def _together(self, those: Sequence[AlignedItem]) -> tuple[str, ...]:
        """Return one row for several outputs, in what they deviate, or for what is like nothing."""
        said, deviating = (
            commands.align.OUTPUTS_ALIGNED,
            sum(bool(one.penyimpangan) for one in those),
        )
        if those[0].padanan is None:
            said = commands.align.LIKE_NOTHING
        elif _is_settled(those[0]):
            said = commands.align.ALIGNED_TOGETHER
        elif deviating:
            said = commands.align.OUTPUTS_DEVIATING
        codes = [one.padanan.kode for one in those if one.padanan is not None]
        rows = self._rows.text(those)
        cells = {
            "baris": rows if len(rows) <= _LONGEST_ROWS else f"{rows[: _LONGEST_ROWS - 1]}…",
            "nama": self._session.say(said, jumlah=len(those), menyimpang=deviating),
            "padanan": self._codes(codes),
            "penyimpangan": self._deviating(those),
        }
        return tuple(cells.get(key, "") for key in self._keys)

    @staticmethod
    def _codes(codes: Sequence[str]) -> str:
        """Return the first of several codes; of outputs what they begin with."""
        if not codes:
            return _NOTHING
        start, point, _ = codes[0].rpartition(".")
        return f"{start}.…" if point else f"{codes[0]} …"

    def _deviating(self, those: Iterable[AlignedItem]) -> str:
        """Return in what items deviate."""
        found = dict.fromkeys(kind for one in those for kind in kinds_of(one))
        return ", ".join(self._session.say(commands.align.DEVIATIONS[kind]) for kind in found)

    def _cells(self, one: AlignedItem) -> tuple[str, ...]:
        sure = self._session.number(one.keyakinan)
        counterpart = one.padanan.kode if one.padanan is not None else self._nearest(one)
        if one.padanan is None and not self._whole:
            sure = ""
        cells = {
            "baris": self._rows.label(one),
            "nama": one.item.nama,
            "padanan": counterpart,
            "cara": self._way(one),
            "keyakinan": sure,
            "penyimpangan": self._deviating([one]),
        }
        return tuple(cells[key] for key in self._keys)

    def _way(self, one: AlignedItem) -> str:
        """Return how a counterpart was found; of a decision also whose and when."""
        carried = one.keputusan is not None and one.keputusan.dari is not None
        said = commands.align.CARRIED if carried else commands.align.WAYS[one.cara]
        way = self._session.say(said)
        by = one.keputusan and ", ".join(filter(None, (one.keputusan.oleh, one.keputusan.tanggal)))
        return f"{way}: {by}" if by else way

    def _nearest(self, one: AlignedItem) -> str:
        """Return the codes that may be meant, those the name is only like, or the nearest one."""
        if one.cara == "lokal":
            return self._session.say(commands.align.STATES["lokal"])
        near = overview.nearest_codes(one)
        if near is None:
            return _NOTHING
        codes = near.codes if self._whole else near.codes[:1]
        shown = self._session.say(near.said, kode=", ".join(codes))
        long = near.meant and not self._whole and display_width(shown) > _LONGEST_CELL
        return f"{codes[0]} ?" if long else shown

    def _on_one_line(
        self, columns: Sequence[Column], rows: Sequence[str | tuple[str, ...]]
    ) -> list[str | tuple[str, ...]]:
        """Return the rows with each name shortened within to what its column has room for."""
        full = [row for row in rows if not isinstance(row, str)]
        widths = [
            max(display_width(columns[at].heading), *(display_width(row[at]) for row in full))
            for at in range(len(columns))
            if at != _NAME and any(row[at] for row in full)
        ]
        room = self._session.screen.width - sum(widths) - len(GAP) * len(widths)
        room = max(room, _LEAST_NAME)
        return [
            row
            if isinstance(row, str)
            else (*row[:_NAME], shortened_within(row[_NAME], room), *row[_NAME + 1 :])
            for row in rows
        ]


def _is_like_nothing(one: AlignedItem) -> bool:
    """Say whether a row has no counterpart, nothing near to it, and nothing is to be said of it."""
    near = one.terdekat or one.tempat.terdekat or one.kandidat
    return one.padanan is None and one.cara == "tidak_ada" and not near and not one.temuan


def _is_output(one: AlignedItem) -> bool:
    """Say whether a row is surely the output of a sub kegiatan, and no finding is about it."""
    return overview.is_output(one) and not (one.temuan or one.cara == "mirip")


def _is_settled(one: AlignedItem) -> bool:
    """Say whether a row surely has its counterpart, of which nothing else is to be said."""
    sure = overview.has_sure_counterpart(one)
    return sure and not (one.penyimpangan or one.temuan or _is_output(one))


_ALIKE: Final = (_is_output, _is_like_nothing, _is_settled)
"""What stands on one line together, each with its like; the last where there is much to say."""


def _write_summary(found: Alignment, session: Session) -> None:
    session.answer(f"\n{session.say(commands.align.ALIGNMENT_COUNTS, **found.ringkasan)}")
    if found.wajib_belum_diadopsi:
        codes = ", ".join(found.wajib_belum_diadopsi)
        session.answer(session.say(commands.align.ASKED_FOR, kode=codes))
    others = len(set(found.belum_diadopsi) - set(found.wajib_belum_diadopsi))
    if others:
        session.answer(session.say(commands.align.NOT_ADOPTED, jumlah=others))
