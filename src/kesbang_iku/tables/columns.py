"""What each column of a table was taken for, from its headers and from those beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Final

from kesbang_iku.sources.year_parts import Part
from kesbang_iku.tables.amounts import Amounts
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import (
    ACHIEVED,
    BASELINE,
    CLASS,
    MONEY,
    NAME,
    PLAN_WIDE,
    REALISED,
    TARGET,
    UNKNOWN,
    VALUES,
    YEAR,
    Heading,
)
from kesbang_iku.tables.neighbours import TARGET_OF_PLAN, TableContext, meant_together

_OF_YEAR: Final = frozenset({TARGET, REALISED, ACHIEVED, CLASS, MONEY})
BEYOND: Final = frozenset({"wilayah", "tahun", "periode", "variabel", "nilai"})
"""What a column may hold beyond the roles that an answer tells: it tells them as remarks."""
_SINGLE: Final = ("nama", "kode", "satuan", "rumus", "polaritas", "sumber_data", "keterangan")
_VALUE_AND_SHARE: Final = 2
_TARGET_OF_NOW: Final = "target_berjalan"
_WHOLE_PLAN: Final = frozenset({"perkiraan_renstra", "realisasi_renstra"})
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


def make_columns(found: TableRegion, words: TableWords, context: TableContext) -> list[TableColumn]:
    """Return the columns of a table from left to right."""
    block = found.block
    headings = meant_together(found, words, context)
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
    dated = _dated(columns, context, Amounts(found.below))
    named = _named_once(dated, headings, words)
    return _certain(context, _own(named, words) if context.region else named)


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
    year = None if said.role == TARGET_OF_PLAN else said.year
    known = told in VALUES or told in words.file.sebagai.values() or told in _ROLES
    role = told if known else UNKNOWN
    whole = words.whole.search(" ".join(path).casefold()) is not None
    return replace(found, role=role, year=year, whole_plan=wide, of_whole=whole)


def _of_money(found: TableColumn, *, share: bool) -> TableColumn:
    said = found.meaning
    planned = said in (None, TARGET, _TARGET_OF_NOW, TARGET_OF_PLAN, BASELINE, "perubahan")
    return replace(
        found,
        role=MONEY,
        spent=share or not planned,
        whole_plan=said in PLAN_WIDE,
        meaning=ACHIEVED if share and planned else said or TARGET,
    )


_ROLES: Final = frozenset({*_SINGLE, "nomor", "sasaran", "penanggung_jawab", *BEYOND})


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
            or (one.year is None and meant.get(one.index) == TARGET_OF_PLAN),
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
    if before[1:] and TARGET_OF_PLAN not in named:
        found[before[0]] = TARGET_OF_PLAN
    return found


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


def _own(columns: Sequence[TableColumn], words: TableWords) -> list[TableColumn]:
    """Take values of the province for remarks where the only other ones are a regency's own."""
    other: set[int] = set()
    for group in rivals(columns):
        beyond = {one.index for one in group if words.of_province(one.titles)}
        other |= beyond if len(group) - len(beyond) == 1 else set()
    return [replace(one, role="keterangan") if one.index in other else one for one in columns]


_COMPARED: Final = (REALISED, TARGET)
"""What an achievement is made of."""
_MADE: Final = (ACHIEVED, CLASS)
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
    return _closed(_parted(_of_part(found), columns, context), columns, context, amounts)


def _closed(
    found: Sequence[TableColumn],
    named: Sequence[TableColumn],
    context: TableContext,
    amounts: Amounts,
) -> list[TableColumn]:
    """Leave results without a time beside those of parts open, unless these reach the year's end.

    They may be of the parts that are over, as their sum; they are where the amounts prove it.
    """
    if not _may_run(found, context):
        return [*found]
    untold = {one.index for one in named if one.role in _RESULTS and one.key == _UNTOLD}
    left = [one for one in found if one.index in untold and one.part is None]
    open_ = {one.index: replace(one, role=UNKNOWN) for one in left}
    said = open_ | _summed(left, found, context.part, amounts)
    return [said.get(one.index, one) for one in found]


def _may_run(found: Sequence[TableColumn], context: TableContext) -> bool:
    """Say whether what has no time may be of the parts of a year that are over."""
    parts = {*filter(None, (one.part for one in found if one.role == REALISED))}
    parted = context.part is not None and any(one.part for one in found)
    whole = any(last.ends_year and last.nomor != one.nomor for last, one in product(parts, parts))
    return not whole and (len(parts) > 1 or parted or context.several_parts)


def _summed(
    left: Sequence[TableColumn], found: Sequence[TableColumn], last: Part | None, amounts: Amounts
) -> dict[int, TableColumn]:
    """Return the results that are the sum of all parts up to the last, and what was achieved so."""
    if last is None:
        return {}
    wanted = [replace(last, nomor=number, sampai=False) for number in range(1, last.nomor + 1)]
    parts = {one.part: one.index for one in found if one.role == REALISED and one.part is not None}
    if {*parts} != {*wanted}:
        return {}
    values = [one.index for one in left if one.role == REALISED]
    sums = {at for at in values if amounts.is_sum(at, [*parts.values()])}
    made = [one.index for one in left if one.role == ACHIEVED]
    wholes = [one.index for one in found if one.role == TARGET and one.part is None]
    both = product(made, sums, wholes)
    sums |= {at for at, one, whole in both if amounts.is_share(at, one, whole)}
    part = _running(last)
    return {one.index: replace(one, part=part) for one in left if one.index in sums}


def _named_years(columns: Sequence[TableColumn]) -> set[int]:
    """Return the years that headers name for values of a year."""
    others = {TARGET_OF_PLAN, _TARGET_OF_NOW, *PLAN_WIDE}
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


def _certain(context: TableContext, columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Leave values without a year open where others of their kind have one, or several are told."""
    dated = {(one.role, one.part) for one in columns if one.holds_values and one.year is not None}
    several = len({one.year for one in columns if one.role in _COMPARED and one.year}) > 1
    several = several or context.several_years
    several = several and all(one.role != YEAR for one in columns)
    return [
        replace(one, role=UNKNOWN)
        if _lacks_year(one) and (several or (one.role, one.part) in dated)
        else one
        for one in columns
    ]


def _named_once(
    columns: Sequence[TableColumn], headings: Mapping[int, Heading], words: TableWords
) -> list[TableColumn]:
    """Take a column that only sounds like the name for a remark where another one is it."""
    named = [one for one in columns if one.role == NAME]
    ranks = {one.index: _rank(one, headings[one.index], words) for one in named}
    best = max(ranks.values(), default=0)
    first = next((one.titles for one in named if ranks[one.index] == best), ())
    # One that is headed as the first is names as well, whichever of them stands first.
    return [
        replace(one, role="keterangan", meaning=None)
        if one.role == NAME and one.titles[-1:] != first[-1:] and not headings[one.index].exact
        else one
        for one in columns
    ]


def _rank(column: TableColumn, said: Heading, words: TableWords) -> int:
    """Return how surely a column names indicators: by its whole header, by a word of it, or not."""
    return 2 if said.exact else int(any(map(words.names_indicators, column.titles)))


def _of_part(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Give what was achieved the part of the year of the only values that were realised."""
    parts = {column.part for column in columns if column.role == REALISED}
    if len(parts) != 1 or any(one.part for one in columns if one.role == ACHIEVED):
        return list(columns)
    (part,) = parts
    return [replace(one, part=part) if one.role in (ACHIEVED, CLASS) else one for one in columns]


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
