"""Plans as they are loaded, and reading them from YAML and JSON with the place of each value."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kesbang_iku import _records
from kesbang_iku.findings import Finding, Place, Text, kinds, sentences
from kesbang_iku.findings.sentences import sources as said
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.loaded import Loaded, Placed, bodies
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.shape import Locator


@_records.dataclass(frozen=True, slots=True)
class LoadedPlanItem(Placed[PlanItem]):
    """One indicator of a plan, and where each of its parts stands.

    ``lain`` holds what stands beside it in a table under titles that say nothing of a plan,
    ``lembar`` the sheet it stands in.
    """

    lain: dict[str, str] = field(default_factory=dict)
    lembar: str | None = None


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """One plan: whose it is and for when, and the indicators that could be read.

    Attributes:
        plan: the envelope; its own list of items is empty.
        items: the indicators, in the order written.
        locate: where each part of the envelope stands.
        broken: how many items could not be read.
        lembar: the sheet it was read from, if its file has sheets.
        temuan: everything found while reading, where the plan was read by
            :func:`kesbang_iku.read_plan`.
        ditolak: the values of items of which the table has columns that were not used, since it is
            not certain what they hold.
        tingkat: the level of government that its table names, if it names no region.
        bacaan: how its table was read, where that is not in our own format.
        sumber: the file, which is searched for what must not be said of it.
    """

    plan: Plan
    items: tuple[LoadedPlanItem, ...]
    locate: Locator = field(repr=False, compare=False)
    broken: int = 0
    lembar: str | None = None
    temuan: tuple[Finding, ...] = ()
    ditolak: frozenset[str] = frozenset()
    tingkat: AdminLevel | None = None
    bacaan: Text | None = None
    sumber: tuple[Opened, ...] = field(default=(), repr=False, compare=False)


class Plans(Loaded[LoadedPlan]):
    """Plans read from one or more files, and everything found while reading."""

    __slots__ = ()


def first_plan(plans: Plans) -> LoadedPlan:
    """Return the first of the plans of a file, with everything found; a finding says it is one."""
    if not plans:
        nothing = Plan(item=())
        return LoadedPlan(nothing, (), lambda _: Place(), temuan=plans.temuan, sumber=plans.sumber)
    found = plans.temuan
    first = plans[0]
    if len(plans) > 1:
        sheet = first.lembar
        taken = sentences.sources.THE_FIRST_ONE
        if sheet is not None:
            taken = said.THE_SHEET.filled(lembar=sheet)
        place = plans[1].locate(())
        finding = kinds.SEVERAL_PLANS.at(place, jumlah=len(plans), diambil=taken)
        found = (*found, finding)
    return replace(first, temuan=found)


def plans_from_documents(documents: Sequence[Document], findings: list[Finding]) -> Plans:
    """Return the plans that ``documents`` hold."""
    plans: list[LoadedPlan] = []
    for one in bodies(documents, "rencana", (Plan, PlanItem), kinds.NOT_A_PLAN, findings):
        if not one.items:
            findings.append(kinds.NO_PLAN_ITEM.at(one.locate(("item",))))
        items = tuple(LoadedPlanItem(each.item, each.places, at=each.at) for each in one.items)
        plans.append(LoadedPlan(one.envelope, items, one.locate, one.broken))
    return Plans(tuple(plans), tuple(findings))
