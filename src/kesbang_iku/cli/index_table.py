"""``align --indeks``: the alignment index of plans, with all that it is computed from."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku.alignment.alignment_index import (
    ADOPTED,
    LINKED,
    WITHOUT,
    AlignmentIndex,
    Change,
    IndexedPlan,
    index_of,
)
from kesbang_iku.alignment.regional import RegionalComparison
from kesbang_iku.cli.rankings import Ranking
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import AnswerTable, Column, columns_of
from kesbang_iku.composite.decomposition import CompositeError
from kesbang_iku.composite.ranking import sensitivity
from kesbang_iku.extras import MissingExtraError
from kesbang_iku.findings import Text
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.sentences import commands
from kesbang_iku.formula import round_half_up
from kesbang_iku.sources.csv_text import csv_text

_CSV: Final = (
    "berkas", "wilayah", "nama_wilayah", "tingkat", "indeks", "indeks_eksak", "variabel", "bobot",
    "ada", "semua", "hilang",
)  # fmt: skip
_TEXTS: Final = frozenset({"rencana", "kesesuaian", "langkah", "sebab", "perubahan"})
_FEWEST: Final = 2
"""So many plans at least have ranks."""


def ranking_of(found: AlignmentIndex) -> Ranking | Text | None:
    """Return how the ranks of the plans answer to the weights, or why that cannot be told."""
    table = found.table
    if len(table) < _FEWEST:
        return None
    try:
        ranked = sensitivity(found.indikator, table)
    except (CompositeError, MissingExtraError) as error:
        return Text.each(error.render)
    return Ranking(None, "tahunan", ranked, {name: name for name in table})


def _table(compared: RegionalComparison, session: Session) -> None:
    found = index_of(compared)
    session.answer("\n\n".join(one.as_text(session.screen) for one in _tables(found, session)))


def _json(compared: RegionalComparison, session: Session) -> str:
    found = index_of(compared)
    ranked = ranking_of(found)
    told = ranked.as_dict(session.language) if isinstance(ranked, Ranking) else None
    return session.json_text(found.as_dict(session.language, kepekaan=told))


def _csv(compared: RegionalComparison, _session: Session) -> str:
    found = index_of(compared)
    return csv_text(_CSV, (row for one in found.rencana for row in _rows(one, found)))


def _page(compared: RegionalComparison, session: Session) -> str:
    from kesbang_iku.publish.alignment_page.index import index_page  # noqa: PLC0415  # light: HTML only

    found = index_of(compared)
    ranked = ranking_of(found)
    return index_page(
        found,
        [_cells(one, session) for one in found.rencana],
        [change_text(one, session) for one in found.perubahan],
        ranked=ranked.found if isinstance(ranked, Ranking) else None,
        language=session.language,
    )


INDEX_FORMS: Final[Mapping[str, Callable[[RegionalComparison, Session], str | None]]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "html": _page,
}
"""The forms of the answer; a table is written at once, others are returned."""


def _tables(found: AlignmentIndex, session: Session) -> Iterator[AnswerTable]:
    """Yield the plans, what takes from 100, what lifts most, and the ranks under other weights."""
    say, number = session.say, session.number
    named = say(found.indikator.title)
    value = say(commands.align.INDEX_NONE) if found.nilai is None else number(found.nilai)
    title = say(
        commands.align.INDEX_TITLE,
        nama=named,
        nilai=value,
        kedudukan=spoken(found.indikator.status),
        jumlah=len(found.counted),
    )
    yield AnswerTable(
        title,
        _columns(("rencana", "indeks", ADOPTED, LINKED, "kesesuaian", "langkah"), session),
        [_cells(one, session) for one in found.rencana],
        [say(commands.align.INDEX_STANDING)],
    )
    if not found.counted:
        return
    yield AnswerTable(
        say(commands.align.INDEX_COLUMNS["sebab"]),
        _columns(("sebab", "bobot", "jumlah", "poin"), session),
        [
            (
                say(one.label),
                number(Fraction(one.bobot)),
                str(one.jumlah),
                number(_points(one.poin)),
            )
            for one in found.kehilangan
        ],
    )
    if found.perubahan:
        yield AnswerTable(
            say(commands.align.INDEX_COLUMNS["langkah"]),
            _columns(("perubahan", "jumlah", "banyak", "kenaikan"), session),
            [
                (
                    change_text(one, session),
                    str(one.jumlah),
                    str(one.rencana),
                    number(_points(one.kenaikan)),
                )
                for one in found.perubahan
            ],
        )
    ranked = ranking_of(found)
    if isinstance(ranked, Ranking):
        yield from ranked.tables(session)
    elif ranked is not None:
        yield AnswerTable(say(commands.align.INDEX_RANKS_NEED, sebab=ranked), (), ())


def _cells(one: IndexedPlan, session: Session) -> tuple[str, ...]:
    number = session.number
    value = "–" if one.nilai is None else number(one.nilai)
    best = one.langkah
    lift = "" if best is None else f" +{number(_points(best.kenaikan))}"
    shares = (f"{one.bagian[name].ada}/{one.bagian[name].semua}" for name in (ADOPTED, LINKED))
    step = "" if best is None else change_text(best, session) + lift
    return (one.rencana.label, value, *shares, _conforming(one, session), step)


def _conforming(one: IndexedPlan, session: Session) -> str:
    """Return the kinds of which some deviate, each with its share, and that of all the others."""
    kinds = {name: share for name, share in one.bagian.items() if name.startswith(WITHOUT)}
    failing = [
        f"{_kind(name, session)} {share.ada}/{share.semua}"
        for name, share in kinds.items()
        if share.ada < share.semua
    ]
    whole = next((share for share in kinds.values() if share.ada == share.semua), None)
    if whole is not None:
        said = commands.align.INDEX_OTHERS
        rest = session.say(said, ada=whole.ada, semua=whole.semua)
        failing.append(rest if failing else f"{whole.ada}/{whole.semua}")
    return ", ".join(failing)


def change_text(one: Change, session: Session) -> str:
    """Return what a change is."""
    if one.kode is not None:
        return session.say(commands.align.INDEX_ADOPT, kode=one.kode)
    if one.variabel == LINKED:
        return session.say(commands.align.INDEX_LINK)
    return session.say(commands.align.INDEX_MEND, jenis=_kind(one.variabel, session))


def _kind(variable: str, session: Session) -> str:
    return session.say(commands.align.DEVIATIONS[variable.removeprefix(WITHOUT)])


def _points(value: Fraction) -> Decimal:
    return round_half_up(value, 2)


def _columns(keys: tuple[str, ...], session: Session) -> list[Column]:
    words = commands.align.INDEX_COLUMNS
    numbers = words.keys() - _TEXTS
    return columns_of(words, session, keys, number=numbers, flexible=_TEXTS, main="rencana")


def _rows(one: IndexedPlan, found: AlignmentIndex) -> Iterator[dict[str, object]]:
    told = one.as_dict()
    plan = {key: told.get(key) for key in ("berkas", "wilayah", "nama_wilayah", "tingkat")}
    weights = {lost.variabel: lost.bobot for lost in found.kehilangan}
    for name, share in one.bagian.items():
        lost = one.kehilangan.get(name)
        yield {
            **plan,
            "indeks": told["nilai"],
            "indeks_eksak": told["nilai_eksak"],
            "variabel": name,
            "bobot": str(weights[name]),
            "ada": share.ada,
            "semua": share.semua,
            "hilang": None if lost is None else str(lost),
        }
