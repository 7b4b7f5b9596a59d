"""What is to be said of an aligned plan, each thing once, with the rows it is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kesbang_iku._grouped import grouped
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.alignment.deviations import Deviation
from kesbang_iku.cli.finding_choice import FindingChoice
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.session import Session
from kesbang_iku.findings import Finding, Level
from kesbang_iku.findings.closed_words import spoken_all
from kesbang_iku.findings.place import rows_text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.sources.reading import Opened

_CLOSED: Final = frozenset({"tingkat", "polaritas"})
"""What is told in closed words of the catalog, on both sides."""
_INDENT: Final = "    "
_CURE: Final = "→ "
_LONG_PLAN: Final = 20
"""With more rows than this what is said of them is said as shortly as it can be."""
_MOST_PAIRS: Final = 1
"""So many differences of one kind and reason are shown; of the others the rows are named."""
_MOST_OF_A_CODE: Final = 2
"""So many different messages of one code are shown; of the others the rows are named."""


class Rows:
    """Says in which rows items stand; of several sheets each with its name."""

    def __init__(self, found: Alignment) -> None:
        self._several: Final = len({one.lembar for one in found}) > 1

    def label(self, one: AlignedItem) -> str:
        """Return the row of one item."""
        return self.text((one,))

    def text(self, items: Iterable[AlignedItem]) -> str:
        """Return the rows of several."""
        sheets = grouped(
            (one.lembar, one.place.baris) for one in items if one.place.baris is not None
        )
        return "; ".join(
            f"{sheet}!{rows_text(rows)}" if self._several and sheet else rows_text(rows)
            for sheet, rows in sheets.items()
        )


class _Difference(NamedTuple):
    """In what one item differs, in the words of its reader."""

    item: AlignedItem
    kind: str
    own: str
    standard: str
    note: str


def write_remarks(
    found: Alignment,
    opened: Iterable[Opened],
    choice: FindingChoice,
    session: Session,
    *,
    whole: bool,
    room: int,
) -> None:
    """Write deviations, nearest entries and findings, the same remark once for all its rows.

    Of a long plan no more than ``room`` lines, with how many remarks are left out.
    """
    remarks = _Remarks(found, session, whole)
    told = found.semua_temuan
    in_full = whole or choice.configuration.statistics or not len(found)
    sections = [remarks.deviations(), remarks.nearest(), [] if in_full else remarks.findings()]
    left = _fitted(sections, room) if remarks.brief and not in_full else 0
    session.answer_lines(_apart(sections[:2]))
    errors = [*filter(_is_error, told)]
    beside = remarks.brief and sections[0] and not errors
    if told and len(found) and not beside:
        session.answer("")
    if in_full and told:
        choice.answer(told, opened, session)
        return
    Findings(session, opened).answer(errors)
    more = [session.say(commands.align.MORE_REMARKS, jumlah=left)] * bool(left)
    apart = [""] if errors and len(errors) < len(told) else []
    session.answer_lines([*apart, *_lines_of(sections[2]), *more])


def remark_lines(found: Alignment, session: Session) -> int:
    """Return how many lines all remarks on a plan take."""
    remarks = _Remarks(found, session, whole=False)
    return sum(
        map(len, map(_lines_of, (remarks.deviations(), remarks.nearest(), remarks.findings())))
    )


def _is_error(finding: Finding) -> bool:
    return finding.tingkat is Level.GALAT


def _apart(sections: Iterable[Iterable[Sequence[str]]]) -> list[str]:
    """Return the lines of sections, each behind an empty one."""
    return [line for lines in filter(None, map(_lines_of, sections)) for line in ("", *lines)]


def _lines_of(remarks: Iterable[Sequence[str]]) -> list[str]:
    return [line for one in remarks for line in one]


def _fitted(sections: Sequence[list[list[str]]], room: int) -> int:
    """Take the last remarks out of the longest sections until the lines fit; say how many."""
    left = 0
    while sum(map(len, map(_lines_of, sections))) > room and any(sections):
        max(sections, key=lambda one: len(_lines_of(one))).pop()
        left += 1
    return left


class _Remarks:
    def __init__(self, found: Alignment, session: Session, whole: bool) -> None:
        self._found: Final = found
        self.brief: Final = not whole and len(found) > _LONG_PLAN
        self._session: Final = session
        self._rows: Final = Rows(found)

    # --------------------------------------------------------------------------------- deviations

    def deviations(self) -> list[list[str]]:
        """Return what deviates: by its kind and its reason, then by what both sides say."""
        by_note = grouped(((one.kind, one.note), one) for one in self._differences())
        remarks = []
        for (kind, note), those in by_note.items():
            named = self.brief and all(one.own == one.item.item.nama for one in those)
            pairs: Iterable[str] = ()
            if len({(one.own, one.standard) for one in those}) == 1 and not named:
                facts = {"milik_daerah": those[0].own, "milik_standar": those[0].standard}
                said = self._session.say(
                    commands.align.DEVIATION, jenis=kind, keterangan=note, **facts
                )
            else:
                said, pairs = f"{kind}: {note}", self._by_pair(those)
            remarks.append(self._said(self._rows_of(one.item for one in those), said, pairs))
        return remarks

    def _by_pair(self, those: Sequence[_Difference]) -> Iterator[str]:
        """Yield what both sides say, each pair once with its rows; of many those of most rows."""
        pairs = grouped(((one.own, one.standard), one) for one in those)
        shown = list(pairs.items())
        if self.brief:
            shown.sort(key=lambda pair: -len(pair[1]))
        left = shown[_MOST_PAIRS:] if self.brief and len(shown) > _MOST_PAIRS + 1 else []
        for (own, standard), same in shown[: len(shown) - len(left)]:
            # The table has the region's name already.
            named = own == same[0].item.item.nama
            yield self._session.say(
                commands.align.NAME_OF_ROW if named else commands.align.DEVIATION_OF_ROW,
                baris=self._rows.text(one.item for one in same),
                milik_daerah=own,
                milik_standar=standard,
            )
        if left:
            yield self._session.say(
                commands.align.MORE_PAIRS, jumlah=sum(len(one) for _, one in left)
            )

    def _differences(self) -> Iterator[_Difference]:
        say = self._session.say
        for one in self._found:
            if one.padanan is None:
                continue
            for deviation in one.penyimpangan:
                told = self._told(deviation, one.padanan)
                yield _Difference(
                    one,
                    say(commands.align.DEVIATIONS[deviation.jenis]),
                    str(told["milik_daerah"]),
                    str(told["milik_standar"]),
                    str(told["keterangan"]),
                )

    def _told(self, deviation: Deviation, counterpart: Indicator) -> dict[str, object]:
        """Return a deviation with the closed words of the catalog as people read them."""
        told: dict[str, object] = {**deviation.as_dict(self._session.language)}
        if deviation.jenis == "satuan":
            told["milik_standar"] = self._session.say(unit_words(counterpart.satuan))
        elif deviation.jenis in _CLOSED:
            for key in ("milik_daerah", "milik_standar"):
                told[key] = spoken_all(str(told[key]).split(", ")).plain(self._session.language)
        return told

    # ------------------------------------------------------------------------------------ nearest

    def nearest(self) -> list[list[str]]:
        """Return the nearest entry of each item without counterpart, and what both have in common.

        Where a finding says already what a name is like and why it is not the same, that is enough.
        """
        groups: dict[tuple[str, str], list[AlignedItem]] = {}
        names: dict[str, str] = {}
        for one in self._found:
            near = one.tempat.terdekat
            if one.padanan is None and near is not None and not one.temuan:
                code = near.indicator.kode
                names[code] = self._session.say(near.indicator.title)
                reason = self._session.say(near.reason)
                groups.setdefault((code, reason), []).append(one)
        remarks = []
        for (code, reason), items in groups.items():
            facts = {"kode": code, "nama": names[code], "alasan": reason}
            said = self._session.say(commands.align.NEAREST, **facts)
            remarks.append(self._folded(self._rows_of(items), said))
        return remarks

    # ----------------------------------------------------------------------------------- findings

    def findings(self) -> list[list[str]]:
        """Return warnings and remarks by their code, each message with the rows it is about.

        Remarks about how the file was read are counted: `read` shows how it was.
        """
        about: dict[int, AlignedItem] = {
            id(finding): one for one in self._found for finding in one.temuan
        }
        codes: dict[str, list[Finding]] = {}
        reading = Counter[str]()
        for one in self._found.semua_temuan:
            if one.tingkat is Level.INFO and id(one) not in about:
                reading[one.kode] += 1
            elif one.tingkat is not Level.GALAT:
                codes.setdefault(one.kode, []).append(one)
        remarks = [[*self._of_code(kode, those, about)] for kode, those in codes.items()]
        if reading:
            said = {"jumlah": reading.total(), "kode": ", ".join(reading)}
            told = self._session.say(commands.align.READING_REMARKS, **said)
            remarks.append(folded(told, self._session))
        return remarks

    def _of_code(
        self, kode: str, those: Sequence[Finding], about: dict[int, AlignedItem]
    ) -> Iterator[str]:
        language = self._session.language
        level = self._session.say(texts.LEVELS[those[0].tingkat])
        messages = grouped((one.message(language), one) for one in those)
        hints = [
            f"{_CURE}{hint}"
            for hint in dict.fromkeys(
                one.hint(language)
                for one in those
                if not (self.brief and one.tingkat is Level.INFO)
            )
        ]
        by_weight = sorted(messages.items(), key=lambda one: -len(one[1]))
        for message, same in by_weight[:_MOST_OF_A_CODE]:
            items = [about[id(one)] for one in same if id(one) in about]
            rows = self._rows_of(items)
            more = hints if same is by_weight[-1][1] else []
            yield from self._said(" ".join(filter(None, (level, kode, rows))), message, more)
        others = [one for _, same in by_weight[_MOST_OF_A_CODE:] for one in same]
        if others:
            rows = rows_text(one.place.baris for one in others if one.place.baris is not None)
            facts = {"jumlah": len(others), "kode": kode, "baris": rows or NOTHING}
            yield from folded(
                self._session.say(commands.align.MORE_OF_A_CODE, **facts), self._session
            )
            for hint in hints:
                yield from self._folded("", hint)

    # -------------------------------------------------------------------------------------- lines

    def _rows_of(self, items: Iterable[AlignedItem]) -> str:
        rows = self._rows.text(items)
        return self._session.say(commands.align.ROWS, baris=rows) if rows else ""

    def _said(self, head: str, text: str, more: Iterable[str]) -> list[str]:
        """Return a remark, and more on lines of its own; in a long plan all of it together."""
        rest = list(more)
        if self.brief:
            return self._folded(head, " ".join((text, *rest)))
        own = rest if rest and rest[0].startswith(_CURE) else [" ".join(rest)]
        return [*self._folded(head, text), *(line for one in own for line in self._folded("", one))]

    def _folded(self, head: str, text: str) -> list[str]:
        return folded(f"{head} {text}".strip() if head else f"{_INDENT}{text}", self._session)


def folded(text: str, session: Session) -> list[str]:
    """Return ``text`` in lines as wide as the screen, the first one as it begins."""
    indent = _INDENT if text.startswith(_INDENT) else ""
    return session.screen.wrapped(text.strip(), indent, _INDENT)
