"""``pages``: documentation pages of the local indicators, as Markdown."""

from argparse import Namespace

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import write_files
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.pages.collection import local_pages
from kesbang_iku.publish.pages.mathml import best_typeset


def arguments(add: Options) -> None:
    """Declare the options."""
    add.target("-o", "--output", metavar="FOLDER", required=True)
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Write the pages of every added catalog into a folder."""
    catalog = open_catalog(session)
    if not catalog.origins:
        raise CannotRunError(commands.pages.NOTHING_LOCAL)
    pages = local_pages(catalog, regions=load_regions(), typeset=best_typeset())
    write_files(options.output, {page.path: page.text for page in pages}, options, session)
    return 0
