"""Every number of the catalog stands on a source, and none stands higher than its source."""

from __future__ import annotations

from collections.abc import Iterator

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.model.definition import Bounds, Composite, Definition, Variable
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import Standing
from tests.each import each

CATALOG = load_catalog(packages=False)
UNITS = CATALOG.tables.units
OWN_VOICE = ("Keputusan pustaka ini", "Ilustrasi katalog", "Angka ilustrasi")
# What a source may be said to support: the keys of an entry, and those inside its lists.
KEYS = frozenset(key for model in (Definition, Variable, Composite) for key in model.model_fields)

each_definition = each(CATALOG, lambda one: f"{one.kode}-{one.versi}")


def standings(definition: Definition, *keys: str) -> set[Standing]:
    """Return the standings of the sources that are said to support one of ``keys``."""
    if len(definition.sumber) == 1:
        return {definition.sumber[0].kedudukan}
    return {one.kedudukan for one in definition.sumber if set(keys) & set(one.untuk)}


def formula_standings(definition: Definition) -> set[Standing]:
    return standings(definition, "rumus", "komponen", "bobot")


def takes_a_release(definition: Definition) -> bool:
    """Say whether the value is the one its owner released, computed or not."""
    released = {one.nama for one in definition.variabel if one.jenis == "rilis"}
    return definition.rilis is not None or definition.rumus in released


def narrows(bounds: Bounds, natural: Bounds) -> bool:
    """Say whether ``bounds`` allow less than ``natural`` does."""
    low, high = bounds.min, bounds.maks
    return (low is not None and (natural.min is None or low > natural.min)) or (
        high is not None and (natural.maks is None or high < natural.maks)
    )


def all_sources(definition: Definition) -> Iterator[Source]:
    yield from definition.sumber
    for example in definition.contoh:
        yield example.sumber
    for variant in definition.varian:
        yield variant.sumber


@each_definition
def test_what_a_source_supports_is_a_key_of_the_entry(definition: Definition) -> None:
    for source in definition.sumber:
        assert set(source.untuk) <= KEYS, source.dokumen


@each_definition
def test_an_official_entry_has_an_official_source(definition: Definition) -> None:
    if definition.status == "resmi":
        assert any(one.kedudukan == "resmi" for one in definition.sumber)


@each_definition
def test_an_entry_stands_no_higher_than_its_best_source(definition: Definition) -> None:
    order = ("usulan", "turunan", "dilaporkan", "resmi")
    best = max(order.index(one.kedudukan) for one in definition.sumber)

    assert order.index(definition.status) <= best


@each_definition
def test_the_way_of_computing_has_a_source(definition: Definition) -> None:
    if definition.formula is not None and not takes_a_release(definition):
        assert formula_standings(definition)


@each_definition
def test_an_official_entry_computes_as_its_owner_prints(definition: Definition) -> None:
    computed = definition.formula is not None and not takes_a_release(definition)
    if definition.status == "resmi" and computed:
        assert "resmi" in formula_standings(definition)


@each_definition
def test_an_entry_whose_computing_is_only_proposed_is_a_proposal(definition: Definition) -> None:
    if not takes_a_release(definition) and formula_standings(definition) == {"usulan"}:
        assert definition.status == "usulan"


@each_definition
def test_weights_stand_no_higher_than_the_source_that_prints_them(definition: Definition) -> None:
    if definition.komponen is not None:
        assert definition.komponen.kedudukan in formula_standings(definition)


@each_definition
def test_bounds_narrower_than_those_of_the_unit_have_a_source(definition: Definition) -> None:
    if narrows(definition.rentang, UNITS[definition.satuan].rentang):
        assert standings(definition, "rentang")


@each_definition
def test_each_value_of_a_series_names_where_it_was_published(definition: Definition) -> None:
    for value in definition.deret:
        assert value.kedudukan != "usulan"
        assert value.sumber.strip()


@each_definition
def test_every_published_value_names_its_document_and_when_it_was_seen(
    definition: Definition,
) -> None:
    for value in CATALOG.nilai(definition.kode):
        assert value.sumber, value
        assert value.dilihat, value


@each_definition
def test_a_national_target_stands_no_higher_than_its_source(definition: Definition) -> None:
    targets = {target.kedudukan for target in definition.sasaran_nasional}
    assert targets == standings(definition, "sasaran_nasional") or not targets


@each_definition
def test_a_category_scale_of_an_entry_has_a_source(definition: Definition) -> None:
    if definition.category_scales:
        assert standings(definition, "kategori")


@each_definition
def test_the_catalog_never_calls_its_own_word_official(definition: Definition) -> None:
    for source in all_sources(definition):
        if source.dokumen.startswith(OWN_VOICE):
            assert source.kedudukan in {"usulan", "turunan"}, source.letak


@each_definition
def test_a_derivation_says_how_it_was_derived(definition: Definition) -> None:
    for source in definition.sumber:
        if source.kedudukan == "turunan":
            assert source.catatan, source.letak


@each_definition
def test_an_illustration_prints_nothing(definition: Definition) -> None:
    for example in definition.contoh:
        if example.sumber.kedudukan == "usulan":
            assert example.tercetak is None, example.nama
