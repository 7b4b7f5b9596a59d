"""``explain``: how a value came about, step by step."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import texts
from kesbang_iku.cli.catalogs import versions
from kesbang_iku.cli.command_texts import explain as own_texts
from kesbang_iku.cli.computed import compute_sources
from kesbang_iku.cli.finding_lines import Findings, has_errors
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import finish, read_sources
from kesbang_iku.computing.reports import Results
from kesbang_iku.computing.result import Result

ANSWER_SCHEMA = "kesbang-iku/penjelasan/1"


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("file", about="laporan", metavar="FILE")
    add.option("--kode", metavar="KODE", required=True)
    add.option("--wilayah", metavar="KODE_WILAYAH")
    add.year()
    add.formats(_FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write the explanation of every item of the file that fits the options."""
    catalog = session.catalog()
    kode = versions(catalog, options.kode)[-1].kode
    sources = read_sources([options.file], session)
    if not sources.opened and not sources.findings:
        return finish(sources, session, 2)
    results = compute_sources(sources, catalog)
    chosen = _chosen(results, kode, options, session)
    _FORMATS[options.format](chosen, results, session)
    if options.format != "json":
        Findings(session, sources.opened).complain(results.temuan)
    found = (*results.temuan, *(finding for result in chosen for finding in result.temuan))
    if not chosen:
        _complain_of_none(kode, results, options, session)
        return 2
    return 1 if has_errors(found) else 0


def _complain_of_none(kode: str, results: Results, options: Namespace, session: Session) -> None:
    there = sorted({f"{result.kode} ({result.wilayah} {result.tahun})" for result in results})
    error = CannotRunError(
        own_texts.NO_SUCH_ITEM, kode=kode, berkas=options.file, ada=", ".join(there) or "-"
    )
    session.screen.complain(error.render(session.language))


def _chosen(results: Results, kode: str, options: Namespace, session: Session) -> list[Result]:
    region = None if options.wilayah is None else _region(options.wilayah, session)
    return [
        result
        for result in results
        if result.kode == kode
        and (region is None or result.wilayah == region)
        and (options.tahun is None or result.tahun == options.tahun)
    ]


def _region(code: str, session: Session) -> str:
    """Return the code of the region that an argument names.

    Raises:
        CannotRunError: there is no such region.
    """
    region, findings = load_regions().find(code, sistem="kemendagri", place=None)
    if region is None:
        reason = findings[0].hint(session.language) if findings else ""
        raise CannotRunError(texts.UNKNOWN_REGION, wilayah=code, sebab=reason)
    return region.kode


def _write_json(chosen: Sequence[Result], results: Results, session: Session) -> None:
    language = session.language
    session.answer_json(
        {
            "skema": ANSWER_SCHEMA,
            "katalog": results.katalog,
            "hasil": [result.explanation().as_dict(language) for result in chosen],
            "temuan": [finding.as_dict(language) for finding in results.temuan],
        }
    )


def _write_markdown(chosen: Sequence[Result], _results: Results, session: Session) -> None:
    if chosen:
        pages = [result.explanation().as_markdown(session.language) for result in chosen]
        session.answer("\n".join(pages))


def _write_text(chosen: Sequence[Result], _results: Results, session: Session) -> None:
    if chosen:
        rule = f"\n\n{'─' * min(session.screen.width, 80)}\n\n"
        pages = [result.explanation().as_text(session.language) for result in chosen]
        session.answer(rule.join(map(_cleaned, pages)))


def _cleaned(text: str) -> str:
    return "\n".join(clean(line) for line in text.splitlines())


_FORMATS: Final[Mapping[str, Callable[[Sequence[Result], Results, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "markdown": _write_markdown,
}
