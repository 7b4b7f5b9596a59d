"""The page of one indicator: every version of it, with formula, sources and worked examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.search import short_forms
from kesbang_iku.findings import Language
from kesbang_iku.indicator.explanation import Section
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Composite, Definition, Example, PublishedValue
from kesbang_iku.model.region import Region
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.calculator import calculator, calculator_scripts
from kesbang_iku.publish.pages.drawings import value_charts
from kesbang_iku.publish.pages.writing import write
from kesbang_iku.sources.resources import catalog_root

_RANKS: Mapping[Language, int] = {"id": 3, "en": 2}
"""In search the page of an indicator comes before those that name it."""

_SHORT: Final = 4
"""Letters of an abbreviation that longer words may begin with."""
_OTHER: Mapping[Language, Language] = {"id": "en", "en": "id"}
_NO_REGIONS: Mapping[str, Region] = {}


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
    typeset: md.Typeset = md.plain_formula,
    regions: Mapping[str, Region] = _NO_REGIONS,
) -> str:
    """Return the page of one indicator, newest version first.

    Args:
        reference: the indicator's code.
        catalog: the catalog it stands in.
        language: language of headings and labels; texts of the definition stay Indonesian.
        typeset: what makes a formula of LaTeX.
        regions: names of regions by code, for published values.

    Raises:
        UnknownCodeError: the catalog holds no such code.
    """
    versions = catalog.versions(reference)[::-1]
    newest = versions[0]

    def charts(found: Indicator) -> Iterator[str]:
        """Yield the charts of all versions, once: in the newest version that has values."""
        if found is next((one for one in versions if one.deret), None):
            yield from value_charts(versions[::-1], regions, language)

    def scales_of(found: Indicator) -> list[tuple[str, Scale]]:
        """Return the scales of the values, each with the level it is for, if it is for one."""
        named = {"": found.kategori} if isinstance(found.kategori, str) else found.kategori or {}
        known = catalog.tables.scales
        return [(level, known[name]) for level, name in named.items() if name in known]

    return write(
        "indicator",
        language,
        versions=versions,
        catalog=catalog,
        tables=catalog.tables,
        regions=regions,
        typeset=typeset,
        other_name=newest.title.plain(_OTHER[language]),
        rank=search_rank(newest, _RANKS[language]),
        tags=search_words(newest),
        scripts=calculator_scripts(newest.kode, language),
        labels_of=_labels,
        members=_members,
        references=_references,
        calculator=calculator,
        scales_of=scales_of,
        explained=_explained,
        charts=charts,
        published=_published,
        definition_text=definition_text,
    )


def _labels(found: Indicator) -> Mapping[str, str]:
    return {variable.nama: variable.label for variable in found.variabel}


def _members(
    composite: Composite,
    labels: Mapping[str, str],
    share: Fraction = Fraction(1),
    depth: int = 0,
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


def _published(found: Indicator) -> list[PublishedValue]:
    return sorted(found.deret, key=lambda one: (one.wilayah, one.dimensi or "", one.tahun))


def definition_text(definition: Definition) -> str | None:
    """Return the file of ``definition`` as it stands, or ``None`` if it comes from elsewhere."""
    folder = catalog_root() / "indikator" / definition.bidang.lower()
    code = definition.kode.lower()
    for name in (f"{code}-{definition.versi}.yaml", f"{code}.yaml"):
        file = folder / name
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return None


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
