"""``new``: a file to fill in."""

from argparse import Namespace
from pathlib import PurePath
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.defaults import code_in_name
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog, versions
from kesbang_iku.cli.chosen import indicators_for, plan_years
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import STANDARD_OUTPUT, check_output, deliver
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.region import Region
from kesbang_iku.publish import blank
from kesbang_iku.publish.template.choice import directed

_REPORT, _PLAN, _DEFINITION = "laporan", "rencana", "indikator"
_YAML: Final = (".yaml", ".yml")
_CSV: Final = ".csv"
_WORKBOOK: Final = ".xlsx"


def arguments(add: Options) -> None:
    """Declare the options."""
    kinds = (_REPORT, _PLAN, _DEFINITION)
    add.option("jenis", choices=kinds, words=commands.new.MEANT)
    add.option("--wilayah", metavar="WILAYAH")
    add.year()
    add.year(name="--sampai")
    add.option("--kode", metavar="KODE", action="append", default=[])
    add.option("-o", "--output", metavar="BERKAS", required=True)
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Write the file."""
    ending = PurePath(options.output).suffix.lower()
    _check_ending(options, ending)
    check_output(options.output, (), overwrite=options.timpa)
    content = _content(options, session, as_table=ending == _CSV)
    deliver(options.output, content, session)
    return 0


def _check_ending(options: Namespace, ending: str) -> None:
    """Refuse a file that nothing is written as, or an option that the kind does not have.

    Raises:
        CannotRunError: it is one.
    """
    table = options.jenis != _DEFINITION
    if ending == _WORKBOOK and table:
        raise CannotRunError(commands.new.WORKBOOK, **_asked_of_template(options))
    known = ending in _YAML or options.output == STANDARD_OUTPUT or (table and ending == _CSV)
    if not known:
        raise CannotRunError(commands.new.NO_FORM, berkas=options.output)
    given = [name for name in ("wilayah", "tahun", "kode") if getattr(options, name)]
    if not table and given:
        raise CannotRunError(commands.new.NOT_OF_A_DEFINITION, pilihan=f"--{given[0]}")
    if options.sampai is not None and options.jenis != _PLAN:
        raise CannotRunError(commands.template.ONLY_OF_A_PLAN)


def _asked_of_template(options: Namespace) -> dict[str, str]:
    """Return the parts of the command that writes the same as a workbook."""
    plan = options.jenis == _PLAN
    region = options.wilayah or "WILAYAH"
    year = options.tahun or ("" if plan else "TAHUN")
    told = [("--tahun", year), ("--sampai", options.sampai)]
    told += [("--kode", one) for one in options.kode]
    more = " --rencana" * plan + "".join(f" {name} {value}" for name, value in told if value)
    quoted = f'"{region}"' if " " in region else region
    return {"berkas": options.output, "wilayah": quoted, "pilihan": more}


def _content(options: Namespace, session: Session, *, as_table: bool) -> str:
    catalog = open_catalog(session)
    if options.jenis == _DEFINITION:
        kode = code_in_name(options.output)
        taken = {known.partition("-")[0] for known in catalog.codes if known not in catalog.origins}
        own = kode is not None and kode.partition("-")[0] not in taken
        return blank.definition_yaml(session.language, kode if own else None)
    region = None
    if options.wilayah is not None:
        region = region_named(options.wilayah, load_regions())
    if options.jenis == _REPORT:
        found = _indicators(catalog, region, options.tahun, options.kode)
        if as_table:
            return blank.report_csv(found, region, options.tahun)
        return blank.report_yaml(found, region, options.tahun, session.language)
    first, last = plan_years(options.tahun, options.sampai)
    years = range(first - 1, last + 1)
    found = _indicators(catalog, region, first, options.kode)
    if as_table:
        return blank.plan_csv(found, years)
    return blank.plan_yaml(found, region, years, session.language)


def _indicators(
    catalog: Catalog, region: Region | None, year: int | None, references: list[str]
) -> tuple[Indicator, ...]:
    """Return the indicators of the region and year; without them, those that were asked for.

    Where none was, what the centre asks for of all regions.
    """
    if region is not None and year is not None:
        return indicators_for(catalog, region, year, references)
    found = [versions(catalog, one)[-1] for one in references]
    return tuple(found) or tuple(catalog.versions(code)[-1] for code in directed())
