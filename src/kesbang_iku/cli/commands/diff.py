"""``diff``: what changed between two years, or between two catalog folders."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.comparison import Comparison, compare, compare_years
from kesbang_iku.catalog.errors import CatalogError
from kesbang_iku.catalog.load import is_catalog_folder, load_catalog, stands_alone
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table_options import mapping_options
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.cli.impacts import Touched

_YEAR = re.compile(r"[0-9]{4}")


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("dari", metavar="DARI")
    add.option("ke", metavar="KE")
    add.option("--pada", metavar="BERKAS", nargs="+")
    mapping_options(add)
    add.formats(_FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write what changed, whether series stay comparable, and what that means for files."""
    compared = _compared(options.dari, options.ke, session)
    touched = None
    if options.pada is not None:
        from kesbang_iku.cli.impacts import look_at  # noqa: PLC0415  # light: asked for only

        touched = look_at(options, *compared, session)
    _FORMATS[options.format](compared[0], touched, session)
    return 0 if touched is None else touched.finished(options.format, session)


def _compared(before: str, after: str, session: Session) -> tuple[Comparison, Catalog, Catalog]:
    """Return what changed between two years of the standard, or between two folders, and both.

    Raises:
        CannotRunError: the two are neither two years nor two catalog folders.
    """
    years = [name for name in (before, after) if _YEAR.fullmatch(name)]
    if years == [before, after]:
        catalog = open_catalog(session)
        first, last = int(before), int(after)
        told = compare_years(catalog, first, last)
        return told, catalog.in_force(first), catalog.in_force(last)
    if years:
        other = after if before in years else before
        if is_catalog_folder(Path(other)):
            raise CannotRunError(commands.diff.MIXED, nilai=other)
        raise CannotRunError(commands.diff.NEITHER_YEAR_NOR_FOLDER, nilai=other)
    old, new = (_folder(name, session) for name in (before, after))
    return compare(old, new, dari=before, ke=after), old, new


def _folder(name: str, session: Session) -> Catalog:
    """Return the catalog in a folder; one without all tables of its own stands on the standard."""
    folder = Path(name)
    if not folder.is_dir() or not is_catalog_folder(folder):
        raise CannotRunError(commands.diff.NEITHER_YEAR_NOR_FOLDER, nilai=name)
    try:
        return load_catalog([folder], national=not stands_alone(folder), packages=False)
    except CatalogError as error:
        Findings(session).complain(error.temuan)
        raise CannotRunError(texts.BROKEN_CATALOG, jumlah=len(error.temuan)) from error


def _write_text(comparison: Comparison, touched: Touched | None, session: Session) -> None:
    session.answer(comparison.as_text(session.language))
    if touched is not None:
        session.answer(touched.as_text(session))


def _write_json(comparison: Comparison, touched: Touched | None, session: Session) -> None:
    told = comparison.as_dict()
    session.answer_json({**told, **({} if touched is None else touched.as_dict(session))})


def _write_markdown(comparison: Comparison, touched: Touched | None, session: Session) -> None:
    session.answer(comparison.as_markdown(session.language).rstrip())
    if touched is not None:
        session.answer("\n" + touched.as_markdown(session).rstrip())


_FORMATS: Final[Mapping[str, Callable[[Comparison, Touched | None, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "markdown": _write_markdown,
}
