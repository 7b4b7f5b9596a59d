"""The page of one version of an indicator, in the order in which people ask, with its picture."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._version import __version__
from kesbang_iku.catalog.catalog import Catalog, UnknownCodeError
from kesbang_iku.catalog.search import short_forms
from kesbang_iku.charts import series_chart
from kesbang_iku.charts.lines import Yardstick
from kesbang_iku.charts.style import PART
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.formula import to_text
from kesbang_iku.indicator.explanation import Section
from kesbang_iku.indicator.goal import Goal, GoalKind
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Composite, Definition, Example, NationalTarget
from kesbang_iku.model.region import Region
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.calculator import calculator, calculator_scripts
from kesbang_iku.publish.pages.values import (
    NATION,
    NO_REGIONS,
    newest_value,
    sources_of,
    value_tables,
)
from kesbang_iku.publish.pages.words import goal_text
from kesbang_iku.publish.pages.writing import write

_RANKS: Mapping[Language, int] = {"id": 3, "en": 2}
"""In search the page of an indicator comes before those that name it."""

_SHORT: Final = 4
"""Letters of an abbreviation that longer words may begin with."""
_OTHER: Mapping[Language, Language] = {"id": "en", "en": "id"}
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"“(])")


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of a composite: how deep it stands, its weight among its equals, and in the whole.

    ``equal`` says that all of its group weigh the same; ``group`` is what it is made of itself.
    """

    name: str
    label: str
    depth: int
    weight: Fraction
    share: Fraction
    equal: bool
    group: Composite | None


def indicator_page(
    reference: str,
    catalog: Catalog,
    language: Language = "id",
    *,
    version: str | None = None,
    typeset: md.Typeset = md.plain_formula,
    regions: Mapping[str, Region] = NO_REGIONS,
) -> str:
    """Return the page of one version of an indicator.

    Args:
        reference: the indicator's code.
        catalog: the catalog it stands in.
        language: language of the page; texts that are Indonesian alone stand on that page.
        version: which version; the newest by default.
        typeset: what makes a formula of LaTeX.
        regions: names of regions by code, for published values.

    Raises:
        UnknownCodeError: the catalog holds no such code or version.
    """
    versions = catalog.versions(reference)[::-1]
    found = next((one for one in versions if version in {None, one.versi}), None)
    if found is None:
        raise UnknownCodeError(f"{reference} {version}")
    stems = {one.versi: page_stem(one, newest=one is versions[0]) for one in versions}
    direct = [one for one in found.variabel if one.nama == found.formula]
    return write(
        "indicator",
        language,
        found=found,
        versions=versions,
        stem=stems[found.versi],
        stems=stems,
        library=__version__,
        catalog=catalog,
        tables=catalog.tables,
        regions=regions,
        newest=newest_value(versions[versions.index(found) :], regions),
        goals=list(_goals(found, language)),
        released=any(one.jenis == "rilis" for one in direct),
        counted=bool(direct),
        typeset=typeset,
        other_name=found.title.plain(_OTHER[language]),
        rank=search_rank(found, _RANKS[language]),
        tags=search_words(found),
        scripts=calculator_scripts(found.kode, language),
        labels=_labels(found),
        sentence=_sentence(found, language),
        chart=value_chart(versions[::-1], regions, language) if found is versions[0] else "",
        documents={one.sumber: one.tautan for one in catalog.nilai(reference)},
        **_HELPERS,
    )


def page_stem(indicator: Indicator, *, newest: bool) -> str:
    """Return the name of the page of a version: the code, and the version where it is older."""
    code = indicator.kode.lower()
    return code if newest else f"{code}-{indicator.versi}"


def _goals(indicator: Indicator, language: Language) -> Iterator[tuple[int, str]]:
    for goal in indicator.official_targets:
        if goal.dimensi is None:
            yield goal.tahun, goal_text(goal, language, indicator.desimal)


def notes_of(definition: Definition) -> tuple[list[str], list[str]]:
    """Return the sentences of a note that say what nobody knows, and all others."""
    unknown = re.compile(pages.indicator.UNKNOWN_WORDS.plain("id"), re.IGNORECASE)
    parts: tuple[list[str], list[str]] = ([], [])
    composite = definition.komponen
    notes = (definition.catatan, composite.catatan if composite else None)
    for sentence in (part for note in notes for part in _SENTENCE.split(note or "")):
        if sentence:
            parts[unknown.search(sentence) is None].append(sentence)
    return parts


def _scales_of(found: Indicator) -> list[tuple[str, Scale]]:
    """Return the scales of the values, each with the level it is for, if it is for one."""
    named = {"": found.kategori} if isinstance(found.kategori, str) else found.kategori or {}
    known = found.engine.tables.scales
    return [(level, known[name]) for level, name in named.items() if name in known]


def _labels(found: Indicator) -> Mapping[str, str]:
    return {variable.nama: variable.label for variable in found.variabel}


def _sentence(found: Indicator, language: Language) -> str:
    """Return the formula as a sentence: names of variables begin small within it."""
    if found.tree is None:
        return ""
    labels = {name: _small(label) for name, label in _labels(found).items()}
    words = to_text(found.tree, labels, language)
    return words[:1].upper() + words[1:]


def _small(label: str) -> str:
    """Return a label as it stands within a sentence; a name in capitals stays what it is."""
    first, _, second = label.partition(" ")
    plain_words = first[1:].islower() and second[:1].islower()
    return label[:1].lower() + label[1:] if plain_words else label


def _members(
    composite: Composite, labels: Mapping[str, str], share: Fraction = Fraction(1), depth: int = 0
) -> Iterator[MemberRow]:
    for name, weight in composite.weights.items():
        group = composite.kelompok.get(name)
        label = labels.get(name, name.replace("_", " "))
        equal = not composite.bobot
        yield MemberRow(name, label, depth, weight, share * weight, equal, group)
        if group is not None:
            yield from _members(group, labels, share * weight, depth + 1)


def _references(found: Indicator) -> list[tuple[str, str]]:
    """Return the codes of other lists, each behind the name of its list."""
    listed = found.rujukan.model_dump().items()
    return [(system, number) for system, numbers in listed for number in numbers]


def _explained(found: Indicator, example: Example) -> Sequence[Section]:
    result = found.compute(
        example.variabel, target=example.target, wilayah=example.wilayah, tahun=example.tahun
    )
    return result.explanation().sections


_HELPERS: Final[Mapping[str, object]] = {
    "members": _members,
    "references": _references,
    "calculator": calculator,
    "scales_of": _scales_of,
    "explained": _explained,
    "value_tables": value_tables,
    "sources_of": sources_of,
    "notes_of": notes_of,
}
"""What the template asks of a version."""


def search_words(indicator: Indicator) -> list[str]:
    """Return the words by which search finds an indicator first.

    A name that spells out what people abbreviate (wawasan kebangsaan) is found by the short form
    (wasbang) too, as the catalog's list of spellings has it.
    """
    short = short_forms((indicator.nama, *indicator.alias))
    found = [indicator.kode, indicator.singkatan or "", *short]
    return list(dict.fromkeys(word for word in found if word))


def search_rank(indicator: Indicator, rank: int) -> int:
    """Return how a page ranks: two more where a short abbreviation begins longer ones (IKO)."""
    return rank + 2 * (indicator.singkatan is not None and len(indicator.singkatan) <= _SHORT)


# ------------------------------------------------------------------------------------ the picture


_FEWEST: Final = 2
"""Years it takes to see a change."""
_STYLES: Final = {"sempit": PART, "lebar": replace(PART, width=680)}
"""A picture for phones and one for desks: letters keep their size in both."""


def value_chart(
    versions: Sequence[Indicator], regions: Mapping[str, Region], language: Language
) -> str:
    """Return the values over the years of the nation, or of the region that has the most.

    Args:
        versions: all versions of one indicator, oldest first.
        regions: names of regions by code.
        language: language of the page.

    Returns:
        A piece of a page that Markdown leaves alone; nothing where there is no change to see.
    """
    years: defaultdict[str, set[int]] = defaultdict(set)
    for one in (value for found in versions for value in found.deret if value.dimensi is None):
        years[one.wilayah].add(one.tahun)
    code = max(years, key=lambda code: (code == NATION, len(years[code])), default=NATION)
    if len(years[code]) < _FEWEST:
        return ""
    newest = versions[-1]
    region = regions.get(code)
    name = region.nama if region else code
    title = f"{newest.singkatan or newest.title.plain(language)}, {name}"
    scales = newest.engine.tables.scales
    held = Yardstick(
        national_goals(newest) if code == NATION else (),
        scales.get(newest.category_scale(region.tingkat if region else None) or ""),
    )
    draw = partial(series_chart, versions, code, title=title, language=language, held=held)
    drawn = "".join(
        f'<div class="gambar gambar--{width}">{draw(style=style)}</div>'
        for width, style in _STYLES.items()
    ).replace("\n", "")
    stem = html.escape(f"{newest.kode.lower()}-{name}".replace(" ", "-"))
    return f'<figure class="grafik" data-nama="{stem}">{drawn}</figure>'


def national_goals(indicator: Indicator) -> list[tuple[int, Goal]]:
    """Return the national targets of an indicator as a whole, by year."""
    return [(one.tahun, _goal(one)) for one in indicator.official_targets if one.dimensi is None]


def _goal(goal: NationalTarget) -> Goal:
    if goal.nilai is not None:
        return Goal(GoalKind.VALUE, value=goal.nilai)
    if goal.min is not None and goal.maks is not None:
        return Goal(GoalKind.RANGE, low=goal.min, high=goal.maks)
    rising = goal.min is not None
    bound = goal.min if rising else goal.maks
    return Goal(GoalKind.BOUND, value=bound, direction="maksimalkan" if rising else "minimalkan")
