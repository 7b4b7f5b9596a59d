"""Writing the workbook of a plan to fill in: indicators with a baseline and a target a year."""

from collections.abc import Sequence
from typing import Any, Final, get_args

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.wording.reader import WordingStatus, read_formula
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import template as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import Polarity
from kesbang_iku.publish.alignment_page.words import formula_words, is_released
from kesbang_iku.publish.template.form import HEAD, About, Form, titled
from kesbang_iku.sources.grid import column_letters

INPUT: Final = "Rencana"
_TEXTS: Final = (
    ("Kode", 13), ("Sasaran", 26), ("Indikator", 34), ("Satuan", 11), ("Rumus", 40),
    ("Polaritas", 13), ("Sumber Data", 24),
)  # fmt: skip
"""The headings that are words, with their widths in characters."""
_OPEN: Final = frozenset({1, 6})
"""Those that are filled in beside an indicator of the standard, too."""
_CODE, _POLARITY, _BASE = 0, 5, len(_TEXTS)
_WIDTH: Final = 12
_OWN: Final = 10
"""So many rows are left for indicators of the region's own."""
_DOUBT: Final = "#FBDDB5"


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A workbook for the plan of a region.

    Attributes:
        catalog: the catalog the indicators are from.
        indicators: the indicators, in their order.
        region: the region.
        first, last: the years of the first and the last target; the baseline is of the year before.
        language: in which it speaks to people; headings are Indonesian, as data is.
    """

    catalog: Catalog
    indicators: Sequence[Indicator]
    region: Region
    first: int
    last: int
    language: Language = "id"

    def content(self) -> bytes:
        """Return the workbook.

        Raises:
            MissingExtraError: the library that writes workbooks is not installed.
        """
        say = self.language
        years = f"{self.first}\N{EN DASH}{self.last}"
        yearly = [f"Baseline {self.first - 1}"]
        yearly += [f"Target {year}" for year in range(self.first, self.last + 1)]
        columns = [*_TEXTS, *((heading, _WIDTH) for heading in yearly)]
        title, region = said.PLAN_TITLE.fill(say, tahun=years), titled(self.region)
        told = (title, region, said.PLAN_LEGEND, say)
        form = Form(About(self.catalog, self.indicators, self.region, *told), INPUT, columns)
        return _written(self, form, len(columns) - 1)


def _written(one: PlanTemplate, form: Form, right: int) -> bytes:
    """Write all rows, ``right`` the last column, and return the workbook."""
    form.heads(right)
    rows: list[Indicator | None] = [*one.indicators, *([None] * _OWN)]
    for row, indicator in enumerate(rows, start=HEAD + 1):
        texts: list[str | None] = [None] * _BASE if indicator is None else texts_of(indicator)
        for column, text in enumerate(texts):
            free = indicator is None or column in _OPEN
            look = form.looks("words") if free else form.looks("plain", text_wrap=True)
            form.sheet.write(row, column, text, look)
        scale = None if indicator is None else indicator.engine.scale(one.region.tingkat)
        for column in range(_BASE, right + 1):
            form.target((row, column), indicator, scale)
    last = HEAD + len(rows)
    _polarities(form, HEAD + 1 + len(one.indicators), last, one.language)
    _marks(form, last, right)
    form.name("iku_kode", (HEAD + 1, _CODE, last, _CODE))
    form.name("iku_dasar", (HEAD + 1, _BASE, last, _BASE))
    form.name("iku_target", (HEAD + 1, _BASE + 1, last, right))
    form.sheet.freeze_panes(HEAD + 1, 3)
    return form.finish(last, right, _BASE, f"{one.first}\N{EN DASH}{one.last}")


def texts_of(indicator: Indicator) -> list[str | None]:
    """Return what a plan says of an indicator of the standard, by the headings that are words."""
    unit = unit_words(indicator.satuan).plain("id")
    formula = _formula(indicator)
    return [indicator.kode, None, indicator.nama, unit, formula, indicator.polaritas, None]


def _formula(indicator: Indicator) -> str | None:
    """Return the formula in words, or in symbols where its words can be read in two ways."""
    base = indicator.komponen.formula if indicator.komponen else indicator.rumus
    if base is None or is_released(base, indicator):
        return None
    words = formula_words(indicator, "id")
    read = read_formula(words, nama=indicator.nama)
    return words if read.status is WordingStatus.READ else base


def _polarities(form: Form, first: int, last: int, say: Language) -> None:
    """Offer the directions where an indicator is the region's own."""
    rule: dict[str, Any] = {
        "validate": "list",
        "source": [*get_args(Polarity)],
        "error_title": said.NO_POLARITY.plain(say),
        "error_message": said.POLARITY.plain(say),
        "input_message": said.POLARITY.plain(say),
    }
    form.sheet.data_validation(first, _POLARITY, last, _POLARITY, rule)


def _marks(form: Form, last: int, right: int) -> None:
    """Mark a target that is worse than the one before it, and one that no program reads surely."""
    top = HEAD + 2
    before, here = f"{column_letters(_BASE)}{top}", f"{column_letters(_BASE + 1)}{top}"
    which = f"${column_letters(_POLARITY)}{top}"
    worse = (
        f'=AND(ISNUMBER({before}),ISNUMBER({here}),OR(AND({which}="maksimalkan",{here}<{before}),'
        f'AND({which}="minimalkan",{here}>{before})))'
    )
    doubtful = f'=AND(ISTEXT({before}),ISNUMBER(FIND(".",{before})))'
    look = form.book.add_format({"bg_color": _DOUBT})
    for left, rule in ((_BASE + 1, worse), (_BASE, doubtful)):
        area = (HEAD + 1, left, last, right)
        form.sheet.conditional_format(*area, {"type": "formula", "criteria": rule, "format": look})
