"""``list``: which definitions the catalog holds, and which values were published of them."""

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, get_args

from kesbang_iku._grouped import grouped
from kesbang_iku.catalog.answers import ListAnswer, ListedAnswer, ObservationAnswer, YearsAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.catalog.search import plain, search, search_fields
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.published_lines import listed_values, value_answer, value_lines
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table import FittedTable, columns_of, fit_columns, table_lines
from kesbang_iku.findings import Text, build_answer, sentences
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.observation import Observation
from kesbang_iku.model.registers import WorkField
from kesbang_iku.model.vocabulary import AdminLevel, Standing
from kesbang_iku.sources.csv_text import csv_text

_Values = list[tuple[str, Observation]]
"""Published values, each with the code of its indicator."""

_CODE_OF_NOMENCLATURE: Final = re.compile(r"[0-9]\.[0-9]{2}\b")
"""How codes of programmes, activities and sub-activities begin."""
_CSV_COLUMNS: Final = (
    "kode", "versi", "nama", "nama_en", "bidang", "program", "jenis", "tingkat", "satuan",
    "desimal", "polaritas", "frekuensi", "mulai", "selesai", "status", "tema_lokal",
    "mendukung", "katalog",
)  # fmt: skip


_TABLE_COLUMNS: Final = (
    "kode", "versi", "nama", "tingkat", "satuan", "polaritas", "berlaku", "kedudukan",
)  # fmt: skip
_SPARE_COLUMNS: Final = ("satuan", "tingkat", "polaritas", "berlaku", "versi", "kedudukan")
"""Those that make way for the names, the first one first."""


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("words", metavar="KATA", nargs="*")
    add.option("--bidang", metavar="BIDANG")
    add.level(get_args(AdminLevel))
    add.year()
    add.option(
        "--kedudukan",
        "--status",
        choices=get_args(Standing),
        words=sentences.indicator.STANDINGS,
        metavar="KEDUDUKAN",
        dest="kedudukan",
    )
    add.option("--cari", metavar="KATA")
    add.option("--keluaran", action="store_true")
    add.option("--nilai", action="store_true")
    add.option("--wilayah", metavar="WILAYAH")
    output_options(add, _FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write the definitions that fit the options."""
    options.cari = " ".join([*options.words, options.cari or ""]).strip()
    catalog = open_catalog(session)
    if options.bidang is None and options.cari.upper() in catalog.tables.fields:
        options.bidang, options.cari = options.cari, ""
    field = _field(options.bidang, catalog, session)
    found = _listed(options, catalog).select(
        field=field, level=options.tingkat, year=options.tahun, standing=options.kedudukan
    )
    if options.cari:
        found = _searched(options.cari, found, session)
    form = choose_form(options, tuple(_FORMATS))
    values = _values(options, found)
    with answering(options, session) as answer:
        if values is None:
            _FORMATS[form](found, catalog, answer)
        else:
            _VALUE_FORMATS[form](values, found, catalog, answer)
    return 0


def _values(options: Namespace, found: Catalog) -> _Values | None:
    """Return the published values that are asked for, or ``None`` where definitions are."""
    if not options.nilai and options.wilayah is None:
        return None
    region = None if options.wilayah is None else region_named(options.wilayah, load_regions()).kode
    return listed_values(found, region=region, year=options.tahun)


def _listed(options: Namespace, catalog: Catalog) -> Catalog:
    """Return what is listed: with the second tier where it, or a code like its own, is asked for.

    There is an output for each sub-activity, all named alike, so it is not listed by the way.
    """
    if options.keluaran:
        return catalog.where(catalog.outputs)
    if _CODE_OF_NOMENCLATURE.match(options.cari):
        return catalog.where((*catalog.definitions, *catalog.outputs))
    return catalog


def _searched(words: str, listed: Catalog, session: Session) -> Catalog:
    """Return what fits the words, none for signs; a word that was read as another one is said."""
    result = search(listed.definitions, words)
    _say_slips(result.read_as, session)
    return listed.where(result.definitions if plain(words) else ())


def _say_slips(read_as: Iterable[tuple[str, str]], session: Session) -> None:
    for written, meant in read_as:
        session.remark(session.say(commands.list.READ_AS, kata=clean(written), maksud=meant))


def _field(wanted: str | None, catalog: Catalog, session: Session) -> str | None:
    """Return the code of the field of work that was asked for, by its code, name or words of it.

    Raises:
        CannotRunError: the catalog has no such field, or several.
    """
    fields = catalog.tables.fields
    if wanted is None or wanted.upper() in fields:
        return wanted if wanted is None else wanted.upper()
    result = search_fields(fields.values(), wanted)
    found = result.definitions
    if len(found) == 1:
        _say_slips(result.read_as, session)
        return found[0].kode
    text = commands.list.SEVERAL_FIELDS if found else commands.list.UNKNOWN_FIELD
    raise CannotRunError(text, bidang=wanted, ada=_listed_fields(found or fields.values()))


def _listed_fields(fields: Iterable[WorkField]) -> Text:
    return Text("; ", "; ").join(
        Text(f"{one.kode} ({one.nama})", f"{one.kode} ({one.nama_en})") for one in fields
    )


def list_answer(found: Catalog, catalog: Catalog) -> ListAnswer:
    """Return the definitions ``found`` of a catalog in short, as a JSON object."""
    entries = [_entry(indicator, catalog) for indicator in found]
    return build_answer(ListAnswer, None, katalog=catalog.identity, indikator=entries)


def _entry(definition: Definition, catalog: Catalog) -> ListedAnswer:
    added = catalog.origins.get(definition.kode)
    return build_answer(
        ListedAnswer,
        definition,
        tingkat=definition.tingkat.berlaku,
        berlaku=_years(definition),
        lokal=None if definition.lokal is None else definition.lokal.model_dump(mode="json"),
        katalog=None if added is None else added.label,
    )


def _write_values_json(values: _Values, found: Catalog, catalog: Catalog, session: Session) -> None:
    by_code = grouped((code, value_answer(value)) for code, value in values)
    entries = [
        ListedAnswer(**{**_entry(found[code], catalog), "nilai_terbit": listed})
        for code, listed in by_code.items()
    ]
    session.answer_json(build_answer(ListAnswer, None, katalog=catalog.identity, indikator=entries))


def values_csv(values: _Values) -> str:
    """Return published values as a table, each with the code of its indicator."""
    columns = ("kode", *ObservationAnswer.__annotations__)
    return csv_text(columns, ({"kode": code, **value_answer(one)} for code, one in values))


def _write_values_table(
    values: _Values, _found: Catalog, _catalog: Catalog, session: Session
) -> None:
    taken = [pair for pair in values if pair[1].dipakai]
    if not taken:
        session.remark(session.say(commands.list.NO_VALUES))
        return
    session.answer_lines(value_lines(taken, session))
    if not session.quiet:
        codes = len({code for code, _ in taken})
        others = len(values) - len(taken)
        counted = session.say(commands.list.VALUE_COUNT, jumlah=len(taken), kode=codes)
        more = session.say(commands.list.VALUES_NOT_TAKEN, jumlah=others) if others else ""
        session.answer(f"\n{counted} {more}".rstrip())


def _write_csv(found: Catalog, catalog: Catalog, session: Session) -> None:
    session.answer(csv_text(_CSV_COLUMNS, (_csv_row(indicator, catalog) for indicator in found)))


def _csv_row(definition: Definition, catalog: Catalog) -> dict[str, object]:
    local = definition.lokal
    return {
        **_entry(definition, catalog),
        **_years(definition),
        "tema_lokal": None if local is None else local.tema,
        "mendukung": None if local is None else local.mendukung,
    }


def _years(definition: Definition) -> YearsAnswer:
    return build_answer(YearsAnswer, definition.berlaku)


def _write_table(found: Catalog, catalog: Catalog, session: Session) -> None:
    if not len(found):
        session.remark(session.say(commands.list.NOTHING_FITS))
        return
    long = {"nama", "tingkat", "satuan"}
    columns = columns_of(texts.COLUMNS, session, _TABLE_COLUMNS, flexible=long, main="nama")
    rows = [
        (
            definition.kode,
            definition.versi,
            definition.title.plain(session.language),
            _levels(definition.tingkat.berlaku, session),
            session.say(unit_words(definition.satuan)),
            session.say(commands.list.POLARITIES[definition.polaritas]),
            years_text(definition),
            _standing(definition, session),
        )
        for definition in found
    ]
    spare = [_TABLE_COLUMNS.index(key) for key in _SPARE_COLUMNS]
    fitted = fit_columns(columns, rows, session.screen.width, spare)
    session.answer_lines(table_lines(fitted.columns, fitted.rows, session.screen))
    if not session.quiet:
        _write_left_out(fitted, session)
        counted = session.say(
            commands.list.DEFINITION_COUNT, jumlah=len(found), kode=len(found.codes)
        )
        session.answer(f"\n{counted}")
        local = Counter(
            catalog.origins[one.kode].label for one in found if one.kode in catalog.origins
        )
        for label, count in local.items():
            session.answer(
                session.say(commands.list.ADDED_CATALOG, jumlah=count, katalog=clean(label))
            )


def _write_left_out(fitted: FittedTable, session: Session) -> None:
    """Say what all rows have in common, and which columns there was no room for."""
    if fitted.same or fitted.left_out:
        session.answer("")
    if fitted.same:
        common = "; ".join(f"{heading}: {content}" for heading, content in fitted.same)
        session.answer(session.say(commands.list.ALL_THE_SAME, isi=clean(common)))
    if fitted.left_out:
        session.answer(session.say(commands.list.NO_ROOM, kolom=", ".join(fitted.left_out)))


def _levels(levels: Sequence[AdminLevel], session: Session) -> str:
    """Return levels of government in short, and in one word where there is one for them."""
    together = commands.list.LEVEL_GROUPS.get(",".join(levels))
    if together is not None:
        return session.say(together)
    return ", ".join(session.say(commands.list.LEVELS_SHORT[level]) for level in levels)


def _standing(definition: Definition, session: Session) -> str:
    standing = session.say(sentences.indicator.STANDINGS[definition.status])
    if definition.lokal is None:
        return standing
    return f"{standing} ({session.say(texts.LOCAL_MARK)})"


def years_text(definition: Definition) -> str:
    """Return the years of a version; nothing where both ends are open."""
    first, last = definition.berlaku.mulai, definition.berlaku.selesai
    if first is None and last is None:
        return ""
    return f"{first or ''}–{last or ''}"


_VALUE_FORMATS: Final[Mapping[str, Callable[[_Values, Catalog, Catalog, Session], None]]] = {
    "table": _write_values_table,
    "json": _write_values_json,
    "csv": lambda values, _found, _catalog, session: session.answer(values_csv(values)),
}
_FORMATS: Final[Mapping[str, Callable[[Catalog, Catalog, Session], None]]] = {
    "table": _write_table,
    "json": lambda found, catalog, session: session.answer_json(list_answer(found, catalog)),
    "csv": _write_csv,
}
