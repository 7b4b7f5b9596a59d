"""``pages``: documentation pages of the local indicators, as Markdown."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.pages.collection import local_pages
from kesbang_iku.publish.pages.mathml import best_typeset


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("-o", "--output", metavar="FOLDER", required=True)


def run(options: Namespace, session: Session) -> int:
    """Write the pages of every added catalog into a folder."""
    catalog = open_catalog(session)
    if not catalog.origins:
        raise CannotRunError(commands.pages.NOTHING_LOCAL)
    folder = Path(options.output)
    written = 0
    for page in local_pages(catalog, regions=load_regions(), typeset=best_typeset()):
        target = folder / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8", newline="\n")
        written += 1
    session.remark(session.say(texts.FILES_WRITTEN, jumlah=written, folder=folder))
    return 0
