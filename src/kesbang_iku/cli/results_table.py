"""The table of results that ``compute`` answers people with."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import columns_of, each_line, fit_columns
from kesbang_iku.findings import sentences
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.indicator.status import Status
from kesbang_iku.indicator.words import class_words, period_words, unit_words
from kesbang_iku.model.scale import Scale

_COLUMNS: Final = (
    *("kode", "nama", "nilai", "satuan", "melapor"),
    *("kategori", "target", "capaian", "predikat", "status"),
)
_NUMBERS: Final = ("nilai", "melapor", "target", "capaian")
_SPARE: Final = ("kategori", "satuan", "predikat", "status")
"""Those that make way where names would be cut, the first one first."""
_NAME_WIDTH: Final = 16


def result_lines(
    results: Iterable[Result], session: Session, *, coverage: bool = False
) -> Iterator[str]:
    """Yield the lines of the table of ``results``, ``coverage`` with how many parts they have."""
    regions = load_regions()
    flexible = {"nama", *_SPARE}
    columns = columns_of(
        texts.COLUMNS, session, _COLUMNS, number=_NUMBERS, flexible=flexible, main="nama"
    )
    known, words = tuple(results), _Words(session)
    spare = [_COLUMNS.index(key) for key in _SPARE]
    fitted = fit_columns(
        columns,
        [_row(result, words, coverage=coverage) for result in known],
        session.screen.width,
        spare,
        common=False,
        name_width=_NAME_WIDTH,
    )
    rows: list[str | Sequence[str]] = []
    last = ""
    for result, row in zip(known, fitted.rows, strict=True):
        about = _about(result, regions, session)
        if about != last:
            rows.append(about)
            last = about
        rows.append(row)
    # Once they fit, all columns make way alike.
    shown = [replace(column, main=False) for column in fitted.columns]
    yield from each_line(shown, rows, session.screen)
    if fitted.left_out and not session.quiet:
        left_out = ", ".join(fitted.left_out)
        yield from ("", session.say(commands.list.NO_ROOM, kolom=left_out))


def count_text(results: Iterable[Result], session: Session) -> str:
    """Return how many results there are of each status, in words."""
    found = Counter(result.status for result in results)
    if not found:
        return session.say(texts.NO_RESULTS)
    parts = [
        f"{found[status]} {session.say(sentences.indicator.STATUS_NAMES[status])}"
        for status in Status
        if found[status]
    ]
    return session.say(texts.RESULT_COUNTS, jumlah=found.total(), rincian=", ".join(parts))


class _Words:
    """What cells say, each of it worked out once: most of them say what others say."""

    def __init__(self, session: Session) -> None:
        self.session: Session = session
        # By what is written, since 85 and 85.00 are the same number.
        self.number: Callable[[str], str] = cache(lambda one: session.number(Decimal(one)))
        self.unit: Callable[[str], str] = cache(lambda name: session.say(unit_words(name)))
        self.status: Callable[[Status], str] = cache(
            lambda one: session.say(sentences.indicator.STATUS_NAMES[one])
        )
        self._classes: dict[tuple[str, str | None], str] = {}

    def class_of(self, label: str | None, scale: Scale | None) -> str:
        """Return what a class of a scale is called; nothing where there is none."""
        if label is None:
            return ""
        key = (label, None if scale is None else scale.nama)
        if key not in self._classes:
            self._classes[key] = self.session.say(class_words(label, scale))
        return self._classes[key]


def _row(result: Result, words: _Words, *, coverage: bool) -> tuple[str, ...]:
    indicator, there = result.indicator, result.cakupan
    session = words.session
    name, engine = "", None
    if indicator is not None:
        engine = indicator.engine
        name = indicator.title.plain(session.language)
        if indicator.lokal is not None:
            name = f"{name} ({session.say(texts.LOCAL_MARK)})"
    return (
        result.kode,
        name,
        "" if result.nilai is None else words.number(str(result.nilai)),
        words.unit(result.satuan) if result.nilai is not None else "",
        f"{there.melapor}/{there.seharusnya}" if coverage and there is not None else "",
        words.class_of(result.kategori, None if engine is None else engine.scale(result.tingkat)),
        "" if result.target is None else result.target.shown(session.language),
        "" if result.capaian is None else f"{words.number(str(result.capaian))}%",
        words.class_of(result.predikat, None if engine is None else engine.achievement_scale),
        words.status(result.status),
    )


def _about(result: Result, regions: Regions, session: Session) -> str:
    """Return what the results of one report have in common: region with its name, and period."""
    parts = []
    if result.wilayah is not None:
        region = regions.get(result.wilayah)
        parts.append(result.wilayah if region is None else f"{result.wilayah} {region.nama}")
    if result.tahun is not None:
        parts.append(str(result.tahun))
    if result.periode != "tahunan":
        parts.append(session.say(period_words(result.periode)))
    return " · ".join(parts)
