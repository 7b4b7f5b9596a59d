"""``template``: the workbook to fill in, with live formulas."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog, versions
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output, check_workbooks
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.region import Region
from kesbang_iku.publish.template.choice import chosen, fits
from kesbang_iku.publish.template.plan import PlanTemplate
from kesbang_iku.publish.template.workbook import Template
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.writing import write_whole

_WORKBOOK: Final = ".xlsx"
_MOST_YEARS: Final = 16
"""So many years of targets fit beside each other."""


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("--wilayah", metavar="WILAYAH", required=True)
    add.year()
    add.option("--kode", metavar="KODE", action="append", default=[])
    add.option("--rencana", action="store_true")
    add.year(name="--sampai")
    add.option("-o", "--output", metavar="BERKAS", required=True)
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
    codes = [*_codes(catalog, region, first, options.kode)]
    indicators = chosen(catalog, region.tingkat, first, codes)
    if not indicators:
        raise CannotRunError(commands.template.NOTHING, wilayah=region.nama, tahun=first)
    template = (
        Template(catalog, indicators, region, first, session.language)
        if last is None
        else PlanTemplate(catalog, indicators, region, first, last, session.language)
    )
    write_whole(options.output, template.content())
    session.remark(session.say(texts.FILE_WRITTEN, berkas=options.output))
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
    limits = load_data("pemeriksaan.yaml", CheckingFile).ambang
    first = options.tahun or limits.horizon_mulai.whole
    last = options.sampai or limits.horizon_selesai.whole
    if not first <= last < first + _MOST_YEARS:
        raise CannotRunError(
            commands.template.NO_YEARS, mulai=first, selesai=last, banyak=_MOST_YEARS
        )
    return first, last


def _codes(catalog: Catalog, region: Region, year: int, references: Iterable[str]) -> Iterator[str]:
    """Yield the codes that were chosen.

    Raises:
        CannotRunError: one is unknown, or is not of this level or year.
    """
    for reference in references:
        found = versions(catalog, reference)
        kode = found[0].kode
        if not any(fits(one, region.tingkat, year) for one in found):
            raise CannotRunError(
                commands.template.NOT_HERE,
                kode=kode,
                wilayah=region.nama,
                tingkat=region.tingkat,
                tahun=year,
            )
        yield kode
