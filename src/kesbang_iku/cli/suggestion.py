"""Writing a plan back with codes filled in."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.alignment.regional import RegionalPlan
from kesbang_iku.cli.output import check_workbooks, write_table
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.plan_suggestion import (
    NotSuggestedError,
    Suggestion,
    suggest_csv,
    suggest_yaml,
)
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.reading import Opened

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog

_YAML: Final = frozenset({".yaml", ".yml"})
_CSV: Final = ".csv"
_WORKBOOK: Final = ".xlsx"
_SHEET: Final = "rencana"
_PRINTED: Final = ".yaml"
STANDARD_OUTPUT: Final = "-"


def write_suggestion(
    source: RegionalPlan,
    opened: Opened,
    found: Alignment,
    catalog: Catalog,
    options: Namespace,
    session: Session,
) -> None:
    """Write the plan with codes filled in to the file asked for.

    Raises:
        CannotRunError: the file exists, its ending is not known, or something would be lost.
    """
    if options.usulkan == STANDARD_OUTPUT:
        session.answer(_written(source, _PRINTED, opened, found, catalog, session).text)
        return
    target = Path(options.usulkan)
    ending = target.suffix.lower()
    if ending not in {*_YAML, _CSV, _WORKBOOK}:
        raise CannotRunError(commands.align.SUGGESTION_FORM, berkas=target.name)
    if target.exists() and not options.timpa:
        raise CannotRunError(texts.NOT_OVERWRITTEN, berkas=options.usulkan)
    if ending == _WORKBOOK:
        check_workbooks()
    made = _written(source, ending, opened, found, catalog, session)
    write_table(options.usulkan, made.text, _SHEET)
    said = session.say(
        commands.align.SUGGESTION_WRITTEN, berkas=options.usulkan, kode=made.filled, ragu=made.open
    )
    session.remark(said)


def _written(
    source: RegionalPlan,
    ending: str,
    opened: Opened,
    found: Alignment,
    catalog: Catalog,
    session: Session,
) -> Suggestion:
    plan = source.plan
    try:
        if ending in {_CSV, _WORKBOOK}:
            made = suggest_csv(plan, found, language=session.language)
        else:
            made = suggest_yaml(opened, plan, found, standard=catalog, language=session.language)
    except NotSuggestedError as error:
        raise CannotRunError(commands.align.SUGGESTION_LOSES, berkas=opened.name) from error
    secrets = secrets_of(plan.sumber)
    return replace(made, text=secrets.hide(made.text)) if secrets else made
