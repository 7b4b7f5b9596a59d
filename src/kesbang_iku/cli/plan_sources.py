"""The plans a command is given, each with its region and level."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from kesbang_iku.alignment.plan_regions import (
    province_of,
    region_of_file,
    region_written,
    uncertain_regions,
)
from kesbang_iku.alignment.regional import RegionalPlan
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.cli.progress import reading_each
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import Sources, read_sources
from kesbang_iku.cli.table_options import known_context
from kesbang_iku.findings import Finding
from kesbang_iku.findings.sentences import commands
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.plans import LoadedPlan, Plans, first_plan
from kesbang_iku.sources.reading import Opened
from kesbang_iku.tables.context import KnownContext
from kesbang_iku.tables.plans import by_region, read_plans


@dataclass(slots=True)
class PlanSources:
    """What the files of a command hold.

    Attributes:
        sources: the files.
        plans: the plans in them.
        findings: what was found in files that hold no plan.
    """

    sources: Sources
    plans: list[RegionalPlan] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_plan_sources(options: Namespace, session: Session, regions: Regions) -> PlanSources:
    """Read the plans in the files that ``options`` name.

    Raises:
        CannotRunError: a region asked for does not exist, or there are more regions than files.
    """
    asked = _regions_asked(options, regions)
    known = known_context(options, region=False) or KnownContext()
    found = PlanSources(read_sources(options.plans, session))
    found.findings += found.sources.findings
    for opened, read in _read_all(found.sources.opened, session, known, asked):
        of_file = asked.get(opened.name)
        plans = _plans_of_regions(read, regions)
        if read and not plans:
            said = (*read.temuan, *_said(uncertain_regions(read, regions)))
            found.findings += secrets_of(read.sumber).mask(said)
        for plan in plans:
            region = of_file if len(plans) == 1 else None
            region = region or region_written(plan.plan.wilayah, regions)
            region = region or region_of_file(opened.name, regions)
            level = options.tingkat or level_of(region) or plan.tingkat
            province = province_of(region, regions)
            found.plans.append(RegionalPlan(opened.name, plan, region, province, level))
    return found


def _read_all(
    files: Sequence[Opened], session: Session, known: KnownContext, asked: Mapping[str, Region]
) -> Iterator[tuple[Opened, Plans]]:
    """Yield each file with the plans in it; a table may hold those of several regions."""
    for one in reading_each(files, session):
        read = read_plans(one, known=replace(known, region=asked.get(one.name)))
        yield one, by_region(read) if one.tabular else read


def level_of(region: Region | None) -> AdminLevel | None:
    """Return the level of a region's government; the nation's is none of a plan."""
    return None if region is None or region.tingkat == "nasional" else region.tingkat


def _regions_asked(options: Namespace, regions: Regions) -> dict[str, Region]:
    if options.wilayah and len(options.wilayah) != len(options.plans):
        raise CannotRunError(
            commands.align.REGIONS_COUNT, wilayah=len(options.wilayah), rencana=len(options.plans)
        )
    pairs = zip(options.plans, options.wilayah, strict=bool(options.wilayah))
    system = options.sistem_kode
    return {name: region_named(asked, regions, system) for name, asked in pairs}


def _plans_of_regions(plans: Plans, regions: Regions) -> Sequence[LoadedPlan]:
    """Return the plans of a file that are of different regions, or else its first one.

    One whose region is not certain is left out, and a finding of the first plan says so.
    """
    uncertain = uncertain_regions(plans, regions)
    certain = [plan for index, plan in enumerate(plans) if index not in uncertain]
    named = {region_written(plan.plan.wilayah, regions) for plan in certain}
    if not uncertain and (len(named) < len(certain) or not named or None in named):
        return (first_plan(plans),)
    if not certain:
        return ()
    first, *others = certain
    return (replace(first, temuan=(*plans.temuan, *_said(uncertain))), *others)


def _said(uncertain: Mapping[int, tuple[Finding, ...]]) -> Iterator[Finding]:
    return chain.from_iterable(uncertain.values())
