"""Plans whose regions are numbered by another system than ours."""

from dataclasses import replace

from kesbang_iku.catalog.regions import region_code
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.plans import LoadedPlan, Plans


def plans_in_system(plans: Plans, system: CodeSystem | None) -> Plans:
    """Return plans with the codes of their regions, which are of ``system``, as ours."""
    if system is None:
        return plans
    entries = tuple(_in_system(one, system) for one in plans)
    return Plans(entries, plans.temuan, plans.bacaan, plans.sumber)


def _in_system(loaded: LoadedPlan, system: CodeSystem) -> LoadedPlan:
    written = loaded.plan.wilayah
    if written is None:
        return loaded
    told = {"wilayah": region_code(written, system)}
    return replace(loaded, plan=loaded.plan.model_copy(update=told))
