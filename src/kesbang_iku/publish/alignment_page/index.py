"""The page of the alignment index of plans."""

from collections.abc import Sequence
from functools import partial

from kesbang_iku.alignment.alignment_index import AlignmentIndex
from kesbang_iku.composite.ranking import Sensitivity
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import commands
from kesbang_iku.formula import round_half_up
from kesbang_iku.publish.alignment_page.words import TEMPLATES, closing
from kesbang_iku.publish.frame.page import page


def index_page(
    found: AlignmentIndex,
    plans: Sequence[Sequence[str]],
    changes: Sequence[str],
    *,
    ranked: Sensitivity | None,
    language: Language = "id",
) -> str:
    """Return the page as HTML that needs nothing else.

    Args:
        found: the index.
        plans: the cells of each plan, in words.
        changes: what each change is, in words.
        ranked: how the ranks answer to the weights, where that is known.
        language: its language.

    Raises:
        MissingExtraError: Jinja2 is not installed, which the extra ``pages`` brings.
    """
    return page(
        TEMPLATES,
        "alignment_page/index.html",
        language,
        wide=True,
        catalog=found.banding.katalog,
        title=found.indikator.title,
        closing=[commands.align.INDEX_STANDING, *closing()],
        found=found,
        plans=plans,
        changes=list(zip(changes, found.perubahan, strict=True)),
        ranked=ranked,
        c=commands.align.INDEX_COLUMNS,
        points=partial(round_half_up, decimals=2),
    )
