"""``template``: the workbook to fill in, with live formulas."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
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
from kesbang_iku.model.region import Region
from kesbang_iku.publish.template.choice import chosen, fits
from kesbang_iku.publish.template.workbook import Template
from kesbang_iku.sources.writing import write_whole

_WORKBOOK: Final = ".xlsx"


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("--wilayah", metavar="WILAYAH", required=True)
    add.year()
    add.option("--kode", metavar="KODE", action="append", default=[])
    add.option("-o", "--output", metavar="BERKAS", required=True)
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Write the workbook."""
    if options.tahun is None:
        raise CannotRunError(commands.template.NO_YEAR)
    if PurePath(options.output).suffix.lower() != _WORKBOOK:
        raise CannotRunError(commands.template.NO_WORKBOOK, berkas=options.output)
    check_workbooks()
    check_output(options.output, (), overwrite=options.timpa)
    region = region_named(options.wilayah, load_regions())
    catalog = open_catalog(session)
    codes = [*_codes(catalog, region, options)]
    indicators = chosen(catalog, region.tingkat, options.tahun, codes)
    if not indicators:
        raise CannotRunError(commands.template.NOTHING, wilayah=region.nama, tahun=options.tahun)
    template = Template(catalog, indicators, region, options.tahun, session.language)
    write_whole(options.output, template.content())
    session.remark(session.say(texts.FILE_WRITTEN, berkas=options.output))
    return 0


def _codes(catalog: Catalog, region: Region, options: Namespace) -> Iterator[str]:
    """Yield the codes that were chosen.

    Raises:
        CannotRunError: one is unknown, or is not of this level or year.
    """
    for reference in options.kode:
        found = versions(catalog, reference)
        kode = found[0].kode
        if not any(fits(one, region.tingkat, options.tahun) for one in found):
            raise CannotRunError(
                commands.template.NOT_HERE,
                kode=kode,
                wilayah=region.nama,
                tingkat=region.tingkat,
                tahun=options.tahun,
            )
        yield kode
