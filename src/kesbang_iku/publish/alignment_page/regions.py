"""The page of the plans of many regions against the standard, side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import Final, NamedTuple

from kesbang_iku.alignment.alignment import AlignedItem
from kesbang_iku.alignment.overview import STATES as ITEM_STATES
from kesbang_iku.alignment.overview import is_output, state_of
from kesbang_iku.alignment.regional import STATES as ALL_STATES
from kesbang_iku.alignment.regional import RegionalAlignment, RegionalComparison
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import alignment_page as texts
from kesbang_iku.publish.alignment_page.words import STATES, TEMPLATES, closing
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.page import page
from kesbang_iku.publish.frame.pool import Pool, embedded
from kesbang_iku.publish.markup import Html, visible
from kesbang_iku.sources.personal import hide_numbers

_MATCHED: Final = ("selaras", "menyimpang")
"""The states in which an item has a counterpart: a key indicator, or the output of an activity."""
_SHOWN: Final = ("selaras", "menyimpang", "diarahkan", "belum", "tidak_berlaku")
"""What the cells of the matrix tell apart."""
_MOST: Final = 38
"""So many regions stand in one matrix, as a sheet lying down holds them; more go by province."""


class PlanCounts(NamedTuple):
    """How many items of a plan are in each state, as every answer counts them.

    Attributes:
        plan: the plan.
        states: the items in each state.
        outputs: of those with a counterpart, the ones whose counterpart is the output of an
            activity; all others are key indicators.
        missing: how many indicators of the standard for its level it lacks.
    """

    plan: RegionalAlignment
    states: Mapping[str, int]
    outputs: Mapping[str, int]
    missing: int

    @classmethod
    def of(cls, plan: RegionalAlignment, found: RegionalComparison) -> "PlanCounts":
        """Count one plan."""
        states = Counter(map(state_of, plan.selaras))
        outputs = Counter(state_of(one) for one in plan.selaras if is_output(one))
        return cls(plan, states, outputs, found.row_counts(plan)["belum"])

    @property
    def cells(self) -> list[str]:
        """The numbers of its row: all items, key indicators and outputs, and the rest."""
        matched = (
            count
            for state in _MATCHED
            for count in (self.states[state] - self.outputs[state], self.outputs[state])
        )
        rest = (self.states["lokal"], self.states["tanpa_padanan"], self.missing)
        return [str(count) for count in (sum(self.states.values()), *matched, *rest)]


def comparison_page(found: RegionalComparison, *, language: Language = "id") -> str:
    """Return the page of several plans as HTML that needs nothing else.

    Raises:
        MissingExtraError: Jinja2 is not installed, which the extra ``pages`` brings.
    """
    plans = [PlanCounts.of(one, found) for one in found.rencana]
    total = {state: sum(one.states[state] for one in plans) for state in ITEM_STATES}

    def state_in(one: RegionalAlignment, code: str) -> str:
        if code in one.selaras.wajib_belum_diadopsi:
            return "diarahkan"
        return one.state(code)

    by_province = groupby(plans, key=lambda one: _province(one.plan))
    return page(
        TEMPLATES,
        "alignment_page/regions.html",
        language,
        wide=True,
        catalog=found.katalog,
        title=texts.WORDS["judul_banding"].plain(language),
        closing=closing(),
        figure=counts_figure(
            texts.COUNTED, [(STATES[state], count) for state, count in total.items()], language
        ),
        summary=_summary(found, plans, total, language),
        found=found,
        counted=("selaras", "menyimpang", "belum"),
        shown=_SHOWN,
        all_states=ALL_STATES,
        plan_columns=_columns(),
        plans=[(name, list(those)) for name, those in by_province],
        matrices=list(_matrices(found)),
        state_in=state_in,
        texts_of=lambda counts: [str(counts[state]) for state in ALL_STATES],
        data=plans_data(found.rencana, language),
    )


def _columns() -> list[tuple[Text, bool]]:
    words = texts.WORDS
    matched = [
        words[kind].filled(keadaan=STATES[state].name)
        for state in _MATCHED
        for kind in ("iku", "keluaran")
    ]
    rest = [STATES[state].name for state in ("lokal", "tanpa_padanan", "belum")]
    numbers = [words["butir"], *matched, *rest]
    return [(words["wilayah"], False), *((one, True) for one in numbers)]


def _matrices(
    found: RegionalComparison,
) -> Iterator[tuple[str | Text | None, Sequence[RegionalAlignment]]]:
    """Yield the plans of each matrix: all of them, or those of a province, with its name."""
    if len(found.rencana) <= _MOST:
        yield None, found.rencana
        return
    for name, plans in groupby(found.rencana, key=_province):
        those = list(plans)
        for start in range(0, len(those), _MOST):
            yield name, those[start : start + _MOST]


def _summary(
    found: RegionalComparison,
    plans: Sequence[PlanCounts],
    total: Mapping[str, int],
    language: Language,
) -> str:
    provinces = {
        one.source.provinsi.kode for one in found.rencana if one.source.provinsi is not None
    }
    outputs = {state: sum(one.outputs[state] for one in plans) for state in _MATCHED}
    return texts.SENTENCES["banding"].fill(
        language,
        rencana=len(plans),
        provinsi=len(provinces),
        item=sum(total.values()),
        indikator=len(found.indikator),
        belum=sum(one.missing for one in plans),
        **total,
        **{f"{state}_keluaran": count for state, count in outputs.items()},
        **{f"{state}_iku": total[state] - count for state, count in outputs.items()},
    )


def _province(one: RegionalAlignment) -> str | Text:
    province = one.source.provinsi
    return texts.HEADINGS["tanpa_provinsi"] if province is None else province.nama


_COLUMNS = ("baris", "indikator", "keadaan", "padanan_satu", "menyimpang")


def plans_data(plans: Iterable[RegionalAlignment], language: Language) -> Html:
    """Return every item of every plan: where it stands, its state, counterpart and deviations.

    Args:
        plans: in the order of the page's table.
        language: of the texts; what a plan says stays as it is.
    """
    pool = Pool()
    keys = list(STATES)

    def item(one: AlignedItem) -> list[int]:
        found = one.padanan or (one.terdekat.indicator if one.terdekat else None)
        deviations = (
            f"{texts.DEVIATIONS[each.jenis].plain(language)}: "
            f"{each.daerah.plain(language)} → {each.standar.plain(language)}"
            for each in one.penyimpangan
        )
        return [
            one.place.baris or 0,
            pool.number(one.item.nama),
            keys.index(state_of(one)),
            pool.number("" if found is None else f"{found.kode} {found.title.plain(language)}"),
            *map(pool.number, deviations),
        ]

    regions = [
        [visible(hide_numbers(PurePath(one.label).name)), [item(each) for each in one.selaras]]
        for one in plans
    ]
    states = [[key, state.sign, state.name.plain(language)] for key, state in STATES.items()]
    columns = [texts.WORDS[key].plain(language) for key in _COLUMNS]
    return embedded({"kolom": columns, "keadaan": states, "wilayah": regions, "teks": pool.texts})
