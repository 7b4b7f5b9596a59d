"""What each column of a table was taken for, from its headers and from those beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Final

from kesbang_iku.tables.amounts import Amounts
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.headings import (
    ACHIEVED,
    BASELINE,
    MONEY,
    NAME,
    PLAN_WIDE,
    REALISED,
    SOFT_TARGET,
    TARGET,
    UNKNOWN,
    VALUES,
    YEAR,
    Heading,
    TableWords,
)
from kesbang_iku.tables.spending import read_spent
from kesbang_iku.tables.year_parts import Part

_OF_YEAR: Final = frozenset({TARGET, REALISED, ACHIEVED, "predikat", MONEY})
BEYOND: Final = frozenset({"wilayah", "tahun", "periode", "variabel", "nilai"})
"""What a column may hold beyond the roles that an answer tells: it tells them as remarks."""
_SINGLE: Final = ("nama", "kode", "satuan", "rumus", "polaritas", "sumber_data", "keterangan")
_VALUE_AND_SHARE: Final = 2
_TARGET_OF_PLAN: Final = "target_renstra"
_TARGET_OF_NOW: Final = "target_berjalan"
_WHOLE_PLAN: Final = frozenset({"perkiraan_renstra", "realisasi_renstra"})
INDICATOR: Final = re.compile(r"indikator|\bik[ukd]\b", re.IGNORECASE)
"""What a header says that is of indicators."""
_UNTIL: Final = "sd-"
_PROVINCE: Final = "provinsi"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: where it stands (from 0), its headers, and what it was taken for.

    ``meaning`` is what its headers say in the names of ``tajuk.yaml``, of which ``role`` is what an
    answer tells; ``of_title`` says that its part of the year stands in a title alone, ``spent``
    that it is money that was spent, which is no budget; ``whole_plan`` that it is of a whole plan
    and of no year, ``of_whole`` that it says to be of a whole year.
    """

    index: int
    titles: tuple[str, ...]
    role: str
    year: int | None = None
    part: Part | None = None
    spent: bool = False
    whole_plan: bool = False
    meaning: str | None = None
    of_title: bool = False
    of_whole: bool = False

    @property
    def holds_values(self) -> bool:
        """Whether its cells are values of a year."""
        return self.role in VALUES

    @property
    def key(self) -> str:
        """The year and the part of it, as the values of an item are keyed."""
        return value_key(self.year, self.part)


def value_key(year: int | None, part: Part | str | None) -> str:
    """Return how a value of a year or a part of one is keyed: ``2025``, ``2025/triwulan-1``."""
    told = "-" if year is None else str(year)
    return told if part is None else f"{told}/{part}"


def running_key(key: str) -> str:
    """Return the key of a value of a part of a year as of one that runs from the start of it."""
    year, parted, part = key.partition("/")
    return f"{year}/{_UNTIL}{part}" if parted and not part.startswith(_UNTIL) else key


@dataclass(frozen=True, slots=True)
class TableContext:
    """What stands above a table, or was told from outside, of the year and of what years mean.

    ``stacked`` says that each row says itself what its values are, ``scaled`` that money is in
    thousands or more, ``cumulative`` that parts of a year run from the start of it; ``span`` are
    the years of the plan that a title names; ``turned`` says that it lies on its side, ``unclear``
    that titles speak of data, which may be either, ``several_parts`` that they name several parts
    of a year.
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


def make_columns(found: TableRegion, words: TableWords, context: TableContext) -> list[TableColumn]:
    """Return the columns of a table from left to right."""
    block, amounts = found.block, Amounts(found.below)
    headings = dict(block.headings)
    _read_letters(headings, block.paths)
    _read_nth(headings, context.span)
    _read_beside(headings, context)
    _read_day(headings, context)
    _read_longer(headings)
    read_spent(headings, block.paths, amounts)
    _read_shares(headings, block.paths)
    _read_reached(headings, block.paths, words)
    _read_percent(headings)
    _read_values(headings)
    _read_labelled(headings, context)
    _read_performance(headings)
    _read_bare(headings, _with_past(context, headings))
    earlier = _results_before(headings)
    if context.scaled:
        headings = {at: replace(one, scaled=one.money) for at, one in headings.items()}
    if context.cumulative:
        headings = {at: replace(one, part=_running(one.part)) for at, one in headings.items()}
    columns = []
    for index in sorted(headings):
        path = tuple(dict.fromkeys(text for text in block.paths[index] if text.strip()))
        columns.append(_column(index, path, headings[index], words))
    columns = _of_region(_of_plan([_as_baseline(column, earlier) for column in columns]))
    return _certain(_named_once(_dated(columns, context, amounts), headings))


def _running(part: Part | None) -> Part | None:
    """Return a part of a year as one that runs from the start of it."""
    return None if part is None else replace(part, sampai=True)


def _column(index: int, path: tuple[str, ...], said: Heading, words: TableWords) -> TableColumn:
    found = TableColumn(index, path, UNKNOWN, said.year, said.part, meaning=said.role)
    counted = said.scaled or said.nth is not None
    if counted and (said.money or said.role is None or words.told(said.role) in VALUES):
        return found
    if said.money:
        return _of_money(found, share=said.share or said.percent)
    if said.unclear or said.role is None:
        return found
    told = words.told(said.role)
    wide = said.role in PLAN_WIDE
    year = None if said.role == _TARGET_OF_PLAN else said.year
    known = told in VALUES or told in words.file.sebagai.values() or told in _ROLES
    role = told if known else UNKNOWN
    whole = words.whole.search(" ".join(path).casefold()) is not None
    return replace(found, role=role, year=year, whole_plan=wide, of_whole=whole)


def _of_money(found: TableColumn, *, share: bool) -> TableColumn:
    said = found.meaning
    planned = said in (None, TARGET, _TARGET_OF_NOW, _TARGET_OF_PLAN, BASELINE, "perubahan")
    return replace(
        found,
        role=MONEY,
        spent=share or not planned,
        whole_plan=said in PLAN_WIDE,
        meaning=ACHIEVED if share and planned else said or TARGET,
    )


_ROLES: Final = frozenset({*_SINGLE, "nomor", "sasaran", "penanggung_jawab", *BEYOND})


def _read_letters(headings: dict[int, Heading], paths: Mapping[int, tuple[str, ...]]) -> None:
    """Leave letters alone open where headers say but one thing of values: ``A | B | C``."""
    letters = [at for at in headings if len("".join(paths[at]).strip()) == 1]
    told = {one.role for one in headings.values()} & VALUES
    for index in letters if len(told) == 1 else ():
        if headings[index].role in told:
            headings[index] = replace(headings[index], role=None, unclear=True)


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


def _read_longer(headings: dict[int, Heading]) -> None:
    """Read the targets of a longer plan: of the year where they name one or no other target is."""
    soft = [at for at, one in headings.items() if one.role == SOFT_TARGET]
    own = any(one.role == TARGET and not one.money for one in headings.values())
    for index in soft:
        said = headings[index]
        of_year = said.year is not None or not (own or said.spans)
        headings[index] = replace(said, role=TARGET if of_year else _TARGET_OF_PLAN)


def _read_shares(headings: dict[int, Heading], paths: Mapping[int, tuple[str, ...]]) -> None:
    """Read the columns that only say "per cent" by those beside them under the same heads."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, path in paths.items():
        groups.setdefault(path[:-1], []).append(index)
    for group in groups.values():
        _read_group(headings, group)


def _read_group(headings: dict[int, Heading], group: Sequence[int]) -> None:
    shares = [index for index in group if headings[index].share]
    roles = {headings[index].role for index in group if not headings[index].share}
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


def _read_reached(
    headings: dict[int, Heading], paths: Mapping[int, tuple[str, ...]], words: TableWords
) -> None:
    """Read what was achieved under ``Realisasi`` as the value, where nothing else there is one."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, path in paths.items():
        if path[1:] and not headings[index].money:
            groups.setdefault(path[:-1], []).append(index)
    for above, group in groups.items():
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


def _of_plan(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Tell the targets of a table over the years of a whole plan by where they stand.

    In the table of a work plan, and in the form that evaluates one, the target of the whole plan
    stands first, that of the year that is over beside its realised value, and that of the running
    year behind it.
    """
    meant: dict[int, str] = {}
    named = {one.meaning for one in columns}
    if named & _WHOLE_PLAN:
        for money in (False, True):
            same = [one for one in columns if (one.role == MONEY) == money]
            meant |= _targets_of_plan(same, named)
    return [
        replace(
            one,
            meaning=meant.get(one.index, one.meaning),
            whole_plan=one.whole_plan
            or (one.year is None and meant.get(one.index) == _TARGET_OF_PLAN),
        )
        for one in columns
    ]


def _targets_of_plan(columns: Sequence[TableColumn], named: set[str | None]) -> dict[int, str]:
    """Return by column what the targets are that stand before and behind a realised value."""
    found: dict[int, str] = {}
    realised = next((one.index for one in columns if one.meaning == REALISED), None)
    if realised is None:
        return found
    planned = [one.index for one in columns if one.meaning == TARGET]
    before = [index for index in planned if index < realised]
    later = [index for index in planned if index > realised]
    if later and _TARGET_OF_NOW not in named:
        found[later[0]] = _TARGET_OF_NOW
    if before[1:] and _TARGET_OF_PLAN not in named:
        found[before[0]] = _TARGET_OF_PLAN
    return found


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
    if context.realised or not {"perubahan", "penurunan", "selisih"}.isdisjoint(named):
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


def _results_before(headings: Mapping[int, Heading]) -> frozenset[int]:
    """Return the years of results in a plan: before its targets, with nothing else of them."""
    named = {one.role for one in headings.values()}
    targets = {one.year for one in headings.values() if one.role == TARGET and one.year}
    achieved = {one.year for one in headings.values() if one.role == ACHIEVED and one.year}
    if REALISED in named or not targets or len(targets) < _VALUE_AND_SHARE:
        return frozenset()
    return frozenset(year for year in achieved if year < min(targets))


def _as_baseline(column: TableColumn, years: frozenset[int]) -> TableColumn:
    if column.role == ACHIEVED and column.year in years and column.part is None:
        return replace(column, role=BASELINE, meaning=BASELINE)
    return column


def _of_region(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Take a province for a remark where the region itself stands in a column."""
    own = any(one.role == "wilayah" and one.meaning != _PROVINCE for one in columns)
    return [
        replace(one, role="keterangan") if own and one.meaning == _PROVINCE else one
        for one in columns
    ]


_COMPARED: Final = (REALISED, TARGET)
"""What an achievement is made of."""
_MADE: Final = (ACHIEVED, "predikat")
_UNTOLD: Final = value_key(None, None)
_RESULTS: Final = (REALISED, *_MADE)


def _dated(
    columns: Sequence[TableColumn], context: TableContext, amounts: Amounts
) -> list[TableColumn]:
    """Give the values without a year that of the table, else that of the columns beside them."""
    yearly = _named_years(columns)
    year = max(yearly) if context.year is None and len(yearly) == 1 else context.year
    undated = {one.index for one in columns if _lacks_year(one)}
    made = {one.index for one in columns if one.role in _MADE}
    found = [replace(one, year=year) if one.index in undated - made else one for one in columns]
    years = dict.fromkeys(undated & made, year) | (_years_told(found, amounts) if yearly else {})
    found = [replace(one, year=years[one.index]) if one.index in undated & made else one
             for one in found]  # fmt: skip
    return _closed(_parted(_of_part(found), columns, context), columns, context)


def _closed(
    found: Sequence[TableColumn], named: Sequence[TableColumn], context: TableContext
) -> list[TableColumn]:
    """Leave results without a time beside those of parts open, unless these reach the year's end.

    They may be of the parts that are over, as their sum.
    """
    parts = {*filter(None, (one.part for one in found if one.role == REALISED))}
    parted = context.part is not None and any(one.part for one in found)
    whole = any(last.ends_year and last.nomor != one.nomor for last, one in product(parts, parts))
    if whole or not (len(parts) > 1 or parted or context.several_parts):
        return [*found]
    untold = {one.index for one in named if one.role in _RESULTS and one.key == _UNTOLD}
    return [
        replace(one, role=UNKNOWN) if one.index in untold and one.part is None else one
        for one in found
    ]


def _named_years(columns: Sequence[TableColumn]) -> set[int]:
    """Return the years that headers name for values of a year."""
    others = {_TARGET_OF_PLAN, _TARGET_OF_NOW, *PLAN_WIDE}
    found = {one.year for one in columns if one.role in _OF_YEAR and one.meaning not in others}
    return {year for year in found if year}


def _lacks_year(column: TableColumn) -> bool:
    return column.role in _OF_YEAR and column.year is None and not column.whole_plan


def _years_beside(columns: Sequence[TableColumn]) -> dict[int, int | None]:
    """Return the years of what was achieved, by those of the values before it.

    Of several years it is one that has a target and a result, wherever the columns stand. Else one
    achievement alone may be of any of them, but where it stands behind all and next to the last.
    """
    realised, planned = (_years_of(columns, role) for role in _COMPARED)
    years, compared = realised | planned, realised & planned
    made = [one for one in columns if one.role == ACHIEVED and one.year is None]
    sure = bool(compared) or len(made) >= len(years)
    found: dict[int, int | None] = {}
    dated: list[int] = []
    for column in columns:
        if column.role in _COMPARED and column.year in (compared or years):
            dated.append(column.year or 0)
        elif column.role in _MADE and dated:
            last = dated[-1] == max(years) and years <= {*dated}
            found[column.index] = dated[-1] if sure or last else None
    return found


def _years_made(
    made: TableColumn, columns: Sequence[TableColumn], amounts: Amounts
) -> set[int | None]:
    """Return the years whose targets and results give what was achieved in every row."""
    values, wholes = ([one for one in columns if one.role == role] for role in _COMPARED)
    return {
        value.year
        for value, whole in product(values, wholes)
        if value.year == whole.year is not None
        if amounts.is_share(made.index, value.index, whole.index)
    }


def _years_told(columns: Sequence[TableColumn], amounts: Amounts) -> dict[int, int | None]:
    """Return the years of what was achieved, by its amounts or else by the values before it.

    A mark goes with its order alone, where that holds for all achievements and the columns of each
    year stand together.
    """
    found = _years_beside(columns)
    made = (one for one in columns if one.role == ACHIEVED and one.year is None)
    proven = {one.index: _years_made(one, columns, amounts) for one in made}
    others = {at: years for at, years in proven.items() if years and found.get(at) not in years}
    told = {at: years.pop() if len(years) == 1 else None for at, years in others.items()}
    dated = [one.year for one in columns if one.role in _COMPARED and one.year]
    together = not others and len([*groupby(dated)]) == len({*dated})
    kept = {at: year if at in proven or together else None for at, year in found.items()}
    return kept | told


def _years_of(columns: Sequence[TableColumn], role: str) -> set[int]:
    return {one.year for one in columns if one.role == role and one.year}


def _parted(
    found: Sequence[TableColumn], named: Sequence[TableColumn], context: TableContext
) -> list[TableColumn]:
    """Give the values of the table's year the part of it that its title names."""
    if context.part is None or any(one.part for one in named):
        return list(found)
    # A target whose header names the year itself is of the whole of it.
    whole = {one.index for one in named if one.role == TARGET and (one.year or one.of_whole)}
    meant = {
        one.index
        for one in found
        if one.role in (REALISED, ACHIEVED, TARGET) and one.year == context.year
    }
    return [
        replace(one, part=context.part, of_title=True) if one.index in meant - whole else one
        for one in found
    ]


def _certain(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Leave values without a year open where others of their kind have one, or several have."""
    dated = {(one.role, one.part) for one in columns if one.holds_values and one.year is not None}
    several = len({one.year for one in columns if one.role in _COMPARED and one.year}) > 1
    several = several and all(one.role != YEAR for one in columns)
    return [
        replace(one, role=UNKNOWN)
        if _lacks_year(one) and (several or (one.role, one.part) in dated)
        else one
        for one in columns
    ]


def _named_once(
    columns: Sequence[TableColumn], headings: Mapping[int, Heading]
) -> list[TableColumn]:
    """Take a column that only sounds like the name for a remark where another one is it."""
    named = [one for one in columns if one.role == NAME]
    ranks = {one.index: _rank(one, headings[one.index]) for one in named}
    best = max(ranks.values(), default=0)
    first = next((at for at, rank in ranks.items() if rank == best), -1)
    return [
        replace(one, role="keterangan", meaning=None)
        if one.role == NAME and one.index != first and not headings[one.index].exact
        else one
        for one in columns
    ]


def _rank(column: TableColumn, said: Heading) -> int:
    """Return how surely a column names indicators: by its whole header, by a word of it, or not."""
    spoken = any(map(INDICATOR.search, column.titles))
    return 2 if said.exact else int(spoken)


def _of_part(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Give what was achieved the part of the year of the only values that were realised."""
    parts = {column.part for column in columns if column.role == REALISED}
    if len(parts) != 1 or any(one.part for one in columns if one.role == ACHIEVED):
        return list(columns)
    (part,) = parts
    return [
        replace(one, part=part) if one.role in (ACHIEVED, "predikat") else one for one in columns
    ]


def rivals(columns: Sequence[TableColumn]) -> Iterator[list[TableColumn]]:
    """Yield the columns of values that would be one and the same thing."""
    same: dict[tuple[str, str], list[TableColumn]] = {}
    for column in columns:
        if column.holds_values and not column.spent:
            key = f"{column.key}!" if column.whole_plan else column.key
            same.setdefault((column.role, key), []).append(column)
    for group in same.values():
        if len(group) > 1:
            yield group
