"""``template``: the workbook to fill in, with live formulas."""

from argparse import Namespace
from pathlib import PurePath
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.chosen import indicators_for, plan_years
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output, check_workbooks, deliver
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.template.plan import PlanTemplate
from kesbang_iku.publish.template.workbook import Template

_WORKBOOK: Final = ".xlsx"


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("--wilayah", metavar="WILAYAH", required=True)
    add.year()
    add.option("--kode", metavar="KODE", action="append", default=[])
    add.option("--rencana", action="store_true")
    add.year(name="--sampai")
    add.target("-o", "--output", required=True)
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Write the workbook of a report, or of a plan."""
    first, last = _years(options)
    if PurePath(options.output).suffix.lower() != _WORKBOOK:
        raise CannotRunError(commands.template.NO_WORKBOOK, berkas=options.output)
    check_workbooks()
    check_output(options.output, (), overwrite=options.timpa)
    region = region_named(options.wilayah, load_regions())
    catalog = open_catalog(session)
    indicators = indicators_for(catalog, region, first, options.kode)
    template = (
        Template(catalog, indicators, region, first, session.language)
        if last is None
        else PlanTemplate(catalog, indicators, region, first, last, session.language)
    )
    deliver(options.output, template.content(), session)
    return 0


def _years(options: Namespace) -> tuple[int, int | None]:
    """Return the year of a report, or the first and the last year of a plan.

    Raises:
        CannotRunError: they are not told, or the last one comes before the first.
    """
    if not options.rencana:
        if options.sampai is not None:
            raise CannotRunError(commands.template.ONLY_OF_A_PLAN)
        if options.tahun is None:
            raise CannotRunError(commands.template.NO_YEAR)
        return options.tahun, None
    return plan_years(options.tahun, options.sampai)
