"""``diff``: what changed between two years, or between two catalog folders."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.comparison import Comparison, compare, compare_years
from kesbang_iku.catalog.errors import CatalogError
from kesbang_iku.catalog.load import is_catalog_folder, load_catalog
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands

_YEAR = re.compile(r"[0-9]{4}")


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("dari", metavar="DARI")
    add.option("ke", metavar="KE")
    add.formats(_FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write what changed, and whether series stay comparable."""
    comparison = _comparison(options.dari, options.ke, session)
    _FORMATS[options.format](comparison, session)
    return 0


def _comparison(before: str, after: str, session: Session) -> Comparison:
    """Return what changed between two years of the standard, or between two folders.

    Raises:
        CannotRunError: the two are neither two years nor two catalog folders.
    """
    years = [name for name in (before, after) if _YEAR.fullmatch(name)]
    if years == [before, after]:
        return compare_years(open_catalog(session), int(before), int(after))
    if years:
        other = after if before in years else before
        raise CannotRunError(commands.diff.NEITHER_YEAR_NOR_FOLDER, nilai=other)
    folders = [_folder(name, session) for name in (before, after)]
    return compare(*folders, dari=before, ke=after)


def _folder(name: str, session: Session) -> Catalog:
    """Return the catalog in a folder; one without tables of its own stands on the standard."""
    folder = Path(name)
    if not folder.is_dir() or not is_catalog_folder(folder):
        raise CannotRunError(commands.diff.NEITHER_YEAR_NOR_FOLDER, nilai=name)
    whole = (folder / "satuan.yaml").is_file()
    try:
        return load_catalog([folder], national=not whole, packages=False)
    except CatalogError as error:
        Findings(session).complain(error.temuan)
        raise CannotRunError(texts.BROKEN_CATALOG, jumlah=len(error.temuan)) from error


def _write_text(comparison: Comparison, session: Session) -> None:
    session.answer(comparison.as_text(session.language))


def _write_json(comparison: Comparison, session: Session) -> None:
    session.answer_json(comparison.as_dict())


def _write_markdown(comparison: Comparison, session: Session) -> None:
    session.answer(comparison.as_markdown(session.language).rstrip())


_FORMATS: Final[Mapping[str, Callable[[Comparison, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "markdown": _write_markdown,
}
