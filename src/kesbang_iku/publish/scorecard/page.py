"""The scorecard page as a whole."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeVar

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.charts import trend_chart
from kesbang_iku.charts.multiples import small_multiples
from kesbang_iku.charts.style import PART
from kesbang_iku.computing.periods import items_over_time
from kesbang_iku.computing.reports import Results
from kesbang_iku.findings import Finding, Language, Level, Text
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import indicator as sentences
from kesbang_iku.findings.sentences import scorecard
from kesbang_iku.findings.waiting import passed
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.region import Region
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.letterhead import Letterhead, Signature
from kesbang_iku.publish.frame.page import page
from kesbang_iku.publish.frame.pieces import State
from kesbang_iku.publish.markup import Html, visible
from kesbang_iku.publish.scorecard import groups
from kesbang_iku.publish.scorecard.comparison import FEW, RANKED, Comparison, Row, cell_of, keys_in
from kesbang_iku.publish.scorecard.data import page_data
from kesbang_iku.publish.scorecard.words import (
    STATES,
    names,
    period_text,
    qr_code,
    region_text,
    state_of,
    when_text,
)
from kesbang_iku.publish.templates import Templates
from kesbang_iku.sources.personal import hide_numbers

_TEMPLATES: Final = Templates(names, html=True)
_NAMED: Final = 6
"""Up to so many regions are named at the top; more are counted."""
_MOST: Final = 400
"""Up to so many results each have a row and a card; a page of more would be too large to open."""
_MOST_TOLD: Final = 40_000
"""Up to so many results are in the data of a page, 5 MB of it; of more, the newest of each."""
_SHORT: Final = 12
"""So many targets that are not reached stand in the summary, which is to be one sheet."""
_MULTIPLES: Final = 12
"""Up to so many regions have a small chart each."""
_CARDS: Final = 0.8
"""Making the cards is so much of the work; the tables are the rest."""

T = TypeVar("T")
_Report = tuple[str, Sequence[groups.GroupEntry]]
"""A report of a region: its year and period in words, and its items."""


@misuse_told
def scorecard_page(  # noqa: PLR0913  # one keyword for each thing a page may have; all but one optional
    results: Results,
    regions: Mapping[str, Region] | None = None,
    *,
    files: Sequence[str] = (),
    language: Language = "id",
    remarks: Sequence[str] = (),
    brief: bool = False,
    letterhead: Letterhead | None = None,
    signature: Signature | None = None,
    codes: str | None = None,
) -> str:
    """Return the results of reports as HTML that needs nothing else.

    Args:
        results: the results, with the findings of their files.
        regions: the register of regions, for their names; the package's own by default.
        files: what the files of the reports are called.
        language: language of the page; what reports and standard say stays Indonesian.
        remarks: what to say about findings that are not shown.
        brief: whether to leave out the details of each indicator, and tell findings by kind.
        letterhead: what stands above the title.
        signature: who signs the summary.
        codes: draw each verification string as a QR code, with this before it: empty, or the
            address of a page that verifies, to which ``#`` is added.

    Returns:
        The page, whole. Of more results than a page can hold as tables, the details of each region
        are data that the page draws when they are asked for.

    Raises:
        MissingExtraError: Jinja2 is not installed, which the extra ``pages`` brings; or segno,
            which the extra ``qr`` brings, where codes are wanted.
    """
    regions = load_regions() if regions is None else regions
    compared = Comparison.of(results)
    words = scorecard.WORDS
    return page(
        _TEMPLATES,
        "scorecard/page.html",
        language,
        wide=len(compared.regions) > FEW,
        catalog=results.standar,
        title=_title(results, regions, language),
        facts=list(_facts(results, regions, remarks, language)),
        origin=[(words["berkas"], ", ".join(dict.fromkeys(map(hide_numbers, files))))],
        letterhead=letterhead,
        signature=signature,
        closing=[scorecard.SENTENCES[key] for key in ("kedudukan", "asal")],
        **_content(results, compared, _Shape(brief, len(results) > _MOST), regions, language),
        **_compared(compared, regions, language),
        **_coded(results, codes),
    )


def _content(
    results: Results,
    compared: Comparison,
    shape: "_Shape",
    regions: Mapping[str, Region],
    language: Language,
) -> dict[str, object]:
    """Return the view of the summary, of the tables and cards, and of the findings."""
    catalog, findings = results.standar, results.semua_temuan
    cards = groups.cards_of(results) if shape.cards else ()
    reports = groups.reports_of(cards, results)
    over_time = items_over_time(results)
    counts = Counter(state_of(result).key for result in over_time)
    levels = Counter(finding.tingkat for finding in findings)
    missed = (one for one in over_time if state_of(one).key == "tak_tercapai")
    short = sorted(missed, key=lambda one: one.capaian or 0)
    told = results if len(results) <= _MOST_TOLD else list(compared.newest)
    named = partial(region_text, regions=regions, language=language)

    def tables_passed(things: Collection[T]) -> Iterable[T]:
        return passed(things, _CARDS, 1)

    return {
        "figure": counts_figure(scorecard.COUNTED, _bars(counts), language),
        "summary": _summary(counts, len(reports), language),
        "levels": {level.value: levels[level] for level in Level},
        "findings": findings,
        "grouped": None if shape.all_findings else list(_by_kind(findings)),
        "short": short[:_SHORT],
        "several": len(reports) > 1,
        "more_short": max(0, len(short) - _SHORT),
        "cards": passed(cards, 0, _CARDS),
        "tables": _by_region(reports, language),
        "shows_tables": not shape.bounded,
        "bounded": shape.on_demand,
        "data": page_data(told, compared.regions, named, language) if shape.on_demand else None,
        "all_told": len(told) == len(results),
        "passed": tables_passed,
        "trend_of": partial(_trend, catalog=catalog, language=language),
        "published_of": partial(groups.published_of, catalog=catalog, regions=regions),
        "editions_of": partial(groups.editions_of, catalog=catalog),
        "said_above": _said_above,
    }


def _coded(results: Results, before: str | None) -> dict[str, object]:
    """Return the view of the codes: of no result where there are too many, ``None`` unasked."""
    few = len(results) <= _MOST
    start = f"{before}#" if before else ""

    def drawn(one: Result) -> Html:
        return qr_code(f"{start}{one.verifikasi}")

    stated = [one for one in results if few and one.verifikasi is not None]
    return {"coded": None if before is None else stated, "code_of": drawn}


def _compared(
    compared: Comparison, regions: Mapping[str, Region], language: Language
) -> dict[str, object]:
    """Return the view of the comparison, and what regions are called."""
    named = partial(region_text, regions=regions, language=language)
    return {
        "compared": compared if len(compared.regions) > 1 else None,
        "ranked": RANKED,
        "keys_in": keys_in,
        "cell_of": cell_of,
        "title_of": lambda row: row.indicator and row.indicator.title,
        "multiples_of": partial(_multiples, named=named, language=language),
        "region": named,
    }


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a page holds: by what is asked for, and by how much there is."""

    brief: bool
    bounded: bool

    @property
    def cards(self) -> bool:
        """Whether each indicator has a card of its own."""
        return not (self.brief or self.bounded)

    @property
    def all_findings(self) -> bool:
        """Whether each finding is told, and not only each kind of them."""
        return self.cards

    @property
    def on_demand(self) -> bool:
        """Whether the regions are data that the page draws when they are asked for."""
        return self.bounded and not self.brief


def _said_above(result: Result) -> Collection[Text]:
    """Return the lines of an explanation that say what the line of the value says, too."""
    exact = result.nilai_eksak if result.nilai_eksak == result.nilai else None
    goal = result.target
    return (
        Text.each(lambda language: f"Target: {goal and goal.shown(language)}"),
        sentences.ACHIEVED.filled(persen=result.capaian),
        *(sentences.TARGET_REACHED.filled(jawab=word) for word in (sentences.YES, sentences.NO)),
        sentences.EXACT_VALUE.filled(nilai_eksak=exact),
    )


def _by_kind(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Yield the first finding of each kind, and how many there are, the gravest kinds first."""
    found = grouped((one.kode, one) for one in findings)
    order = {level: number for number, level in enumerate(Level)}
    for those in sorted(found.values(), key=lambda all_: (order[all_[0].tingkat], -len(all_))):
        yield those[0], len(those)


def _multiples(
    row: Row, named: Callable[[str | None], str], language: Language
) -> Mapping[str, Html]:
    """Return a chart of each region over the years; none for one year, or for very many regions."""
    if not 1 < len(row.history) <= _MULTIPLES or max(map(len, row.history.values())) == 1:
        return {}
    series = {visible(named(region)): values for region, values in row.history.items()}
    drawn = small_multiples(series, language=language)
    return {name: Html(one) for name, one in drawn.items()}


def _trend(card: groups.Card, catalog: Catalog, language: Language) -> Html | None:
    code = card.results[0].kode
    if code not in catalog:
        return None
    versions = catalog.versions(code)
    drawn = trend_chart(card.results, versions, language=language, style=PART)
    return None if drawn is None else Html(drawn)


def _title(results: Iterable[Result], regions: Mapping[str, Region], language: Language) -> str:
    codes = _codes(results)
    title = scorecard.WORDS["judul"].plain(language)
    region = regions.get(codes[0]) if len(codes) == 1 else None
    name = "" if region is None else f": {region.nama}"
    return " ".join(part for part in (f"{title}{name}", _years(results)) if part)


def _facts(
    results: Results, regions: Mapping[str, Region], remarks: Sequence[str], language: Language
) -> Iterator[tuple[Text, str]]:
    words = scorecard.WORDS
    codes = _codes(results)
    named = ", ".join(region_text(code, regions, language) for code in codes)
    counted = words["jumlah_wilayah"].fill(language, jumlah=len(codes))
    periods = dict.fromkeys(period_text(result.periode, language) for result in results)
    yield words["wilayah"], named if len(codes) <= _NAMED else counted
    yield words["tahun"], _years(results)
    yield words["periode"], ", ".join(periods)
    yield words["temuan"], "; ".join(remarks)


def _codes(results: Iterable[Result]) -> list[str]:
    return sorted({one.wilayah for one in results if one.wilayah is not None})


def _years(results: Iterable[Result]) -> str:
    years = sorted({result.tahun for result in results if result.tahun is not None})
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _bars(counts: Mapping[str, int]) -> list[tuple[State, int]]:
    shown = (key for key in STATES if counts[key] or key != "tak_terputus")
    return [(STATES[key], counts[key]) for key in shown]


def _summary(counts: Counter[str], reports: int, language: Language) -> str:
    said = {"butir": counts.total(), "laporan": reports, **{key: counts[key] for key in STATES}}
    keys = ("ringkasan", "tak_terputus") if counts["tak_terputus"] else ("ringkasan",)
    return " ".join(scorecard.SENTENCES[key].fill(language, **said) for key in keys)


def _by_region(
    reports: Iterable[Sequence[groups.GroupEntry]], language: Language
) -> list[tuple[str | None, list[_Report]]]:
    """Return the reports of each region."""
    found: dict[str | None, list[_Report]] = {}
    for entries in reports:
        first = entries[0].result
        found.setdefault(first.wilayah, []).append((when_text(first, language), entries))
    return list(found.items())
