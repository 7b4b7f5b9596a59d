"""Writing a plan back with codes filled in."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Final

from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.alignment.regional import RegionalPlan
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.cli.output import STANDARD_OUTPUT, check_output, check_workbooks, written_for
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.publish import plan_suggestion
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.writing import write_whole

_YAML: Final = frozenset({".yaml", ".yml"})
_CSV: Final = ".csv"
_WORKBOOK: Final = ".xlsx"
_SHEET: Final = "rencana"
_PRINTED: Final = ".yaml"


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
    check_output(options.usulkan, options.plans, overwrite=options.timpa)
    if ending == _WORKBOOK:
        check_workbooks()
    made = _written(source, ending, opened, found, catalog, session)
    if ending == _WORKBOOK:
        from kesbang_iku.publish.workbook import workbook_of  # noqa: PLC0415  # light: seldom wanted

        head, *rows = made.rows
        write_whole(target, workbook_of([*map(str, head)], rows, _SHEET))
    else:
        text = written_for(options, made.text) if ending == _CSV else made.text
        write_whole(target, text.encode("utf-8", "replace"))
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
) -> plan_suggestion.Suggestion:
    plan = source.plan
    try:
        if ending in {_CSV, _WORKBOOK}:
            made = plan_suggestion.suggest_csv(plan, found, language=session.language)
        else:
            made = plan_suggestion.suggest_yaml(
                opened, plan, found, standard=catalog, language=session.language
            )
    except plan_suggestion.NotSuggestedError as error:
        raise CannotRunError(commands.align.SUGGESTION_LOSES, berkas=opened.name) from error
    secrets = secrets_of(plan.sumber)
    if not secrets:
        return made
    rows = tuple(tuple(_hidden(cell, secrets) for cell in row) for row in made.rows)
    return replace(made, text=secrets.hide(made.text), rows=rows)


def _hidden(cell: object, secrets: Secrets) -> object:
    """Return a cell without what it says about people."""
    if isinstance(cell, list):
        return [_hidden(one, secrets) for one in cell]
    hidden = secrets.hide(cell) if isinstance(cell, str) else cell
    return cell if hidden == cell else hidden
