"""What the headers of a table mean by those beside them, where they do not say it alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final, TypeAlias

from kesbang_iku.catalog.region_codes import plain_name
from kesbang_iku.sources.grid import GridRow
from kesbang_iku.sources.year_parts import Part
from kesbang_iku.tables.amounts import Amounts
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.header_paths import by_heads
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import (
    ACHIEVED,
    BASELINE,
    NAME,
    PLAN_WIDE,
    REALISED,
    SOFT_TARGET,
    TARGET,
    VALUES,
    YEAR,
    Heading,
)
from kesbang_iku.tables.spending import read_spent

TARGET_OF_PLAN: Final = "target_renstra"
BEFORE_CHANGE: Final = "semula"
"""What was planned before it was changed."""
_CHANGES: Final = frozenset({"perubahan", "penurunan", "selisih"})
_PROVINCE: Final = "provinsi"
_COMPARED: Final = (REALISED, TARGET)
_VALUE_AND_SHARE: Final = 2
_COUNT: Final = re.compile(r"\s*[A-Za-z]{0,5}[\s.-]*\d{1,2}(?:\.\d{1,2})*[.:)]?\s*", re.ASCII)
_Paths: TypeAlias = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TableContext:
    """What stands above a table, or was told from outside, of the year and of what years mean.

    ``stacked`` says that each row says itself what its values are, ``scaled`` that money is in
    thousands or more, ``cumulative`` that parts of a year run from the start of it; ``span`` are
    the years of the plan that a title names; ``turned`` says that it lies on its side, ``unclear``
    that titles speak of data, which may be either, ``several_parts`` that they name several parts
    of a year, ``several_years`` that they name several years, ``region`` is the
    plain name of the regency or city it is of.
    """

    year: int | None = None
    part: Part | None = None
    realised: bool = False
    planned: bool = False
    stacked: bool = False
    scaled: bool = False
    cumulative: bool = False
    span: range = range(0)
    turned: bool = False
    unclear: bool = False
    several_parts: bool = False
    several_years: bool = False
    region: str | None = None


def meant_together(
    found: TableRegion, words: TableWords, context: TableContext
) -> dict[int, Heading]:
    """Return what each header of a table says, read by the others and by what stands above it."""
    block, amounts = found.block, Amounts(found.below)
    headings = dict(block.headings)
    _read_counted(headings, found.below)
    _read_changed(headings, block.paths, words)
    _read_letters(headings, block.paths)
    _read_ends(headings, block.paths, words)
    _read_nth(headings, context.span)
    _read_beside(headings, context)
    _read_day(headings, context)
    if context.region is not None:
        _read_own(headings, block.paths, words, context)
    _read_last_year(headings, block.paths, words, context)
    _read_longer(headings)
    read_spent(headings, block.paths, amounts)
    _read_shares(headings, block.paths, amounts)
    _read_reached(headings, block.paths, words)
    _read_percent(headings)
    _read_values(headings)
    _read_labelled(headings, context)
    _read_performance(headings)
    _read_bare(headings, _with_past(context, headings))
    _read_sum(headings, block.paths, words)
    return headings


def _read_counted(headings: dict[int, Heading], rows: Sequence[GridRow]) -> None:
    """Read names that only count as numbers where others name what they count: ``IKU 1``."""
    named = [at for at, said in headings.items() if said.role == NAME]
    texts = {at: [row.cells[at] for row in rows if at in row.cells] for at in named}
    counted = [at for at in named if texts[at] and all(map(_COUNT.fullmatch, texts[at]))]
    if len(counted) < len(named):
        headings.update(dict.fromkeys(counted, Heading("no", exact=True)))


def _read_changed(headings: dict[int, Heading], paths: _Paths, words: TableWords) -> None:
    """Read what was changed as in force, and what it was before as none: ``Semula | Menjadi``."""
    pairs: dict[tuple[str, ...], dict[int, list[int]]] = {}
    for index, path in paths.items():
        rank, rest = words.without_change(path)
        pairs.setdefault(rest, {}).setdefault(rank, []).append(index)
    for rest, found in pairs.items():
        said = words.column(rest)
        planned = said.says_something and said.role in (None, TARGET, SOFT_TARGET)
        if planned and [*map(len, found.values())] == [1, 1]:
            (before,), (after,) = (found[rank] for rank in sorted(found))
            # ``Perubahan Target`` may be by how much it was changed.
            if min(found) < 0 or " ".join(paths[after]).casefold().startswith(rest[0]):
                headings[after], headings[before] = said, Heading(BEFORE_CHANGE)
        elif planned and any(1 in others for others in pairs.values()):
            headings |= dict.fromkeys(found.get(-1, ()), Heading(unclear=True))


def _read_sum(headings: dict[int, Heading], paths: _Paths, words: TableWords) -> None:
    """Read ``Jumlah`` beside all parts of a year as of the year, and leave it open as a head."""
    sums = [at for at, path in paths.items() if words.is_total(" ".join(path))]
    said = [(one, one.part) for one in headings.values() if one.part is not None]
    of = {(one.role, one.year, one.money) for one, _ in said}
    parts = {part.nomor for _, part in said if not part.sampai}
    last = [part.nomor for _, part in said if part.ends_year]
    for at, path in paths.items() if said and not last else ():
        if any(map(words.is_total, path[:-1])):
            headings[at] = replace(headings[at], unclear=True)
    if not len(sums) == len(of) == len(last) == 1 or not len(parts) == len(said) == last[0]:
        return
    ((role, year, money),) = of
    whole = {one.role for one in headings.values() if one.part is None}
    if not money and role in {TARGET, REALISED} - whole:
        headings[sums[0]] = Heading(role, year=year)


def _read_letters(headings: dict[int, Heading], paths: _Paths) -> None:
    """Leave letters alone open where headers say but one thing of values: ``A | B | C``."""
    letters = [at for at in headings if len("".join(paths[at]).strip()) == 1]
    told = {one.role for one in headings.values()} & VALUES
    for index in letters if len(told) == 1 else ():
        if headings[index].role in told:
            headings[index] = replace(headings[index], role=None, unclear=True)


def _read_ends(headings: dict[int, Heading], paths: _Paths, words: TableWords) -> None:
    """Leave parts named by their last month open beside others so named that are none of a kind."""
    ends = [at for at, path in paths.items() if at in headings and words.last_months(path)]
    if any(headings[at].part is None for at in ends):
        for at in ends:
            headings[at] = replace(headings[at], part=None, role=None, unclear=True)


def _read_nth(headings: dict[int, Heading], span: range) -> None:
    """Read the years of a plan by their numbers, where they are as many as the plan has years."""
    numbered = {at: one.nth for at, one in headings.items() if one.nth is not None}
    if not numbered or {*numbered.values()} != {*range(1, len(span) + 1)}:
        return
    for index, nth in numbered.items():
        headings[index] = replace(headings[index], year=span[nth - 1], nth=None)


def _read_beside(headings: dict[int, Heading], context: TableContext) -> None:
    """Read ``Bulan Ini`` and ``Bulan Lalu`` by the part of the year that a title names."""
    for index, said in headings.items():
        if said.part is None or said.part.nomor > 0:
            continue
        told = context.part
        number = said.part.nomor + told.nomor if told and told.nama == said.part.nama else 0
        headings[index] = (
            replace(said, part=replace(said.part, nomor=number), year=said.year or context.year)
            if number
            else replace(said, part=None, role=None, unclear=True)
        )


def _read_day(headings: dict[int, Heading], context: TableContext) -> None:
    """Read a column of days as the time of its rows where nothing else says any."""
    if context.year is None and not any(one.dated or one.role == YEAR for one in headings.values()):
        for index, said in headings.items():
            if said.role == "tanggal":
                headings[index] = replace(said, role="periode")


def _read_own(
    headings: dict[int, Heading], paths: _Paths, words: TableWords, context: TableContext
) -> None:
    """Read what stands under the name of the region itself as its own, and a province beside it."""
    for above, group in by_heads(paths).items():
        own = [at for at in group if above and plain_name(paths[at][-1]) == context.region]
        if len(own) == 1 and headings[own[0]].unclear:
            headings[own[0]] = words.column(above)
            for at in group:
                if headings[at].unclear and plain_name(paths[at][-1]).startswith(_PROVINCE):
                    headings[at] = Heading("keterangan")


def _read_last_year(
    headings: dict[int, Heading], paths: _Paths, words: TableWords, context: TableContext
) -> None:
    """Read ``Tahun Lalu`` as the year before the one that all other values are of.

    That has a result of its own, so that it is over; before a year that runs it may be any.
    """
    last = [at for at, path in paths.items() if any(map(words.last_year.search, path))]
    others = [one for at, one in headings.items() if at not in last and one.role not in PLAN_WIDE]
    year = None if context.part or context.several_years else _year_over(others, context)
    for index in last if year else ():
        rest = (words.last_year.sub("", text).strip() for text in paths[index])
        said = words.column([*filter(None, rest)])
        if said.exact and said.role in _COMPARED and not (said.dated or said.unclear):
            headings[index] = replace(said, year=(year or 0) - 1)


def _year_over(said: Sequence[Heading], context: TableContext) -> int | None:
    """Return the only year that headers and titles name, if it has results and they no plan."""
    years = {*filter(None, (context.year, *(one.year for one in said)))}
    over = any(one.role == REALISED and not (one.unclear or one.part) for one in said)
    plan = context.planned or context.span
    return years.pop() if len(years) == 1 and over and not plan else None


def _read_longer(headings: dict[int, Heading]) -> None:
    """Read the targets of a longer plan: of the year where they name one or no other target is."""
    soft = [at for at, one in headings.items() if one.role == SOFT_TARGET]
    own = any(one.role == TARGET and not one.money for one in headings.values())
    for index in soft:
        said = headings[index]
        of_year = said.year is not None or not (own or said.spans)
        headings[index] = replace(said, role=TARGET if of_year else TARGET_OF_PLAN)


def _read_shares(headings: dict[int, Heading], paths: _Paths, amounts: Amounts) -> None:
    """Read the columns that only say "per cent" by those beside them under the same heads."""
    found = [one.role for one in headings.values() if one.part is None and not one.money]
    # Under no head it may be of the only target and the only result of a whole year.
    whole = found.count(TARGET) == found.count(REALISED) == 1
    for above, group in by_heads(paths).items():
        if any(headings[index].role in _CHANGES for index in group):
            # A share may be how many per cent a value has changed.
            for index in (at for at in group if headings[at].share):
                if not _achieved(index, headings, amounts):
                    headings[index] = replace(headings[index], share=False, unclear=True)
        _read_group(headings, group, {REALISED} if whole and not above else set())
    for index, said in headings.items():
        proven = _achieved(index, headings, amounts) if said.share and not said.money else set()
        if len(proven) == 1:
            result = headings[proven.pop()]
            headings[index] = replace(result, role=ACHIEVED, percent=True)


def _achieved(index: int, headings: Mapping[int, Heading], amounts: Amounts) -> set[int]:
    """Return the results of which a column holds how many per cent of a target they are."""
    values, wholes = ([at for at, one in headings.items() if one.role == role and not one.money]
                      for role in (REALISED, TARGET))  # fmt: skip
    both = product(values, wholes)
    return {value for value, whole in both if amounts.is_share(index, value, whole)}


def _read_group(
    headings: dict[int, Heading], group: Sequence[int], others: set[str | None]
) -> None:
    """Read the shares of a group, which may be of the ``others`` of the table, too."""
    shares = [index for index in group if headings[index].share]
    roles = {headings[index].role for index in group if not headings[index].share} | others
    for index in shares:
        said = headings[index]
        if said.money:
            continue
        known = len(shares) == 1 and not {REALISED, ACHIEVED}.isdisjoint({said.role, *roles})
        headings[index] = replace(said, role=ACHIEVED if known else None, unclear=not known)
        achieved = [at for at in group if headings[at].role == ACHIEVED and at != index]
        if known and TARGET in roles and REALISED not in roles and len(achieved) == 1:
            # Where no value is named, the achievement that is no percentage is the value.
            headings[achieved[0]] = replace(headings[achieved[0]], role=REALISED)


def _read_reached(headings: dict[int, Heading], paths: _Paths, words: TableWords) -> None:
    """Read what was achieved under ``Realisasi`` as the value, where nothing else there is one."""
    for above, columns in by_heads(paths).items():
        group = [at for at in columns if above and not headings[at].money]
        named = [at for at in group if headings[at].role == ACHIEVED and not headings[at].percent]
        others = {headings[at].role for at in group} & {REALISED, TARGET}
        if len(named) == 1 and not others and words.column(above).role == REALISED:
            headings[named[0]] = replace(headings[named[0]], role=REALISED)


def _read_percent(headings: dict[int, Heading]) -> None:
    """Read the second realised value that is a percentage as what was achieved."""
    realised = [at for at, one in headings.items() if one.role == REALISED and not one.money]
    percent = [at for at in realised if headings[at].percent]
    achieved = any(one.role == ACHIEVED for one in headings.values())
    if len(percent) == 1 and len(realised) > 1 and not achieved:
        headings[percent[0]] = replace(headings[percent[0]], role=ACHIEVED)


def _read_bare(headings: dict[int, Heading], context: TableContext) -> None:
    """Read the columns that name nothing but a year, or a part of one, by what the table is of."""
    bare = [at for at, one in headings.items() if one.role is None and one.dated]
    parts = [at for at in bare if headings[at].part is not None]
    years = [at for at in bare if headings[at].part is None and not headings[at].money]
    named = {one.role for one in headings.values() if not one.money}
    money = {one.year for one in headings.values() if one.money}
    for index in years:
        said = headings[index]
        if said.unclear or said.share:
            continue
        known = not said.performance or said.year in money
        headings[index] = replace(said, role=_year_role(named, context) if known else None)
    for index in parts:
        if headings[index].unclear:
            continue
        headings[index] = replace(headings[index], role=_part_role(named, context))


def _read_values(headings: dict[int, Heading]) -> None:
    """Read the two achievements of which one is a percentage as a value and what was achieved."""
    own = {at: one for at, one in headings.items() if not one.money}
    roles = {one.role for one in own.values()}
    achieved = [at for at, one in own.items() if one.role == ACHIEVED]
    percent = [at for at in achieved if own[at].percent]
    dated = {(own[at].year, own[at].part) for at in achieved}
    if REALISED in roles or TARGET not in roles or len(dated) > 1:
        return
    if len(achieved) == _VALUE_AND_SHARE and len(percent) == 1:
        (value,) = set(achieved) - set(percent)
        headings[value] = replace(headings[value], role=REALISED)


def _read_labelled(headings: dict[int, Heading], context: TableContext) -> None:
    """Read the column ``nilai`` of a long table by what each row says that its value is."""
    values = [at for at, one in headings.items() if one.role == "nilai"]
    roles = {one.role for one in headings.values()}
    if context.stacked and len(values) == 1 and roles.isdisjoint({"variabel", *VALUES}):
        headings[values[0]] = replace(headings[values[0]], role=TARGET)


def _read_performance(headings: dict[int, Heading]) -> None:
    """Read ``Kinerja`` beside a target and a value, with nothing else achieved, as the latter."""
    roles = {one.role for one in headings.values() if not one.money}
    named = [
        at for at, one in headings.items() if one.performance and not one.dated and not one.role
    ]
    if len(named) == 1 and {TARGET, REALISED} <= roles and ACHIEVED not in roles:
        headings[named[0]] = replace(headings[named[0]], role=ACHIEVED)


def _with_past(context: TableContext, headings: Mapping[int, Heading]) -> TableContext:
    """Return what is known, where years alone before that of a title need not be of targets."""
    bare = (one for one in headings.values() if one.role is None and not one.money)
    past = any((one.year or 0) < (context.year or 0) for one in bare if one.year)
    return replace(context, unclear=context.unclear or (past and not context.planned))


def _year_role(named: set[str | None], context: TableContext) -> str | None:
    """Return what years alone are, or ``None`` where a title speaks of targets and results."""
    if context.stacked:
        return TARGET
    if context.realised == context.planned and (context.turned or context.realised):
        return None
    if context.realised or not _CHANGES.isdisjoint(named):
        return REALISED
    planned = context.planned or not {BASELINE, TARGET}.isdisjoint(named)
    return TARGET if planned or not context.unclear else None


def _part_role(named: set[str | None], context: TableContext) -> str | None:
    """Return what the parts of a year are where no header says so, or ``None``."""
    if context.stacked:
        return TARGET
    if context.planned != context.realised:
        return TARGET if context.planned else REALISED
    if "realisasi_lalu" in named or "realisasi_renstra" in named:
        return REALISED
    return None
