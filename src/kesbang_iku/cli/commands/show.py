"""``show``: one definition, whole."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import yaml

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.cli.catalogs import open_catalog, versions
from kesbang_iku.cli.commands.list import years_text
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.published_lines import published_lines, weight_lines, weights_of_indicator
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table import columns_of, table_lines
from kesbang_iku.findings import Text
from kesbang_iku.findings.closed_words import spoken, spoken_all
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.formula import to_text
from kesbang_iku.indicator.explanation import cite
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import class_words, unit_words
from kesbang_iku.model.definition import Bounds, Variable
from kesbang_iku.model.observation import Edition
from kesbang_iku.model.scale import Scale, ScaleClass

_MARGIN = 2
_NOT_WRITTEN: Final = {"nilai_terbit", "edisi", "penanggung_jawab"}
"""What a file of a definition has elsewhere, or under another name."""


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("kode", metavar="KODE")
    add.year()
    add.option("--bobot", action="store_true")
    add.formats(_FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write the definition that a code names, in the version of a year or the newest."""
    catalog = open_catalog(session)
    found = versions(catalog, options.kode)
    indicator = _version(found, options.tahun)
    added = catalog.origins.get(indicator.kode)
    origin = "" if added is None else f"{added.label} ({added.jenis})"
    indicator = with_published(indicator, catalog)
    if options.bobot:
        return _write_weights(indicator, options.format, session)
    _FORMATS[options.format](indicator, found, origin, session)
    return 0


def _write_weights(indicator: Indicator, form: str, session: Session) -> int:
    """Write which weights are possible, or refuse where published values do not say.

    Raises:
        CannotRunError: the indicator is no weighted mean, or too little of it was published.
    """
    answer = weights_of_indicator(indicator)
    if answer is None:
        raise CannotRunError(commands.show.NO_WEIGHTS, kode=indicator.kode)
    if form == "json":
        session.answer_json(answer)
    elif form == "yaml":
        text = yaml.safe_dump(dict(answer), allow_unicode=True, sort_keys=False, width=120)
        session.answer(text.rstrip())
    else:
        session.answer_lines(list(weight_lines(indicator, session))[1:])
    return 0


def _version(found: Sequence[Indicator], year: int | None) -> Indicator:
    """Return the version that applied in a year, or without a year the newest.

    Raises:
        CannotRunError: none applied then.
    """
    if year is None:
        return found[-1]
    in_force = [version for version in found if year in version.berlaku]
    if in_force:
        return in_force[-1]
    known = ", ".join(f"{version.versi} ({years_text(version)})" for version in found)
    raise CannotRunError(commands.show.NOT_IN_FORCE, kode=found[0].kode, tahun=year, versi=known)


def with_published(indicator: Indicator, catalog: Catalog) -> Indicator:
    """Return the version with the published values and editions of its years in it."""
    observations = catalog.observations
    values = observations.values(indicator.kode)
    editions = observations.editions(indicator.kode)
    return indicator.model_copy(
        update={
            "nilai_terbit": tuple(one for one in values if one.tahun in indicator.berlaku),
            "edisi": tuple(
                one
                for one in editions
                if one.mulai in indicator.berlaku or one.selesai in indicator.berlaku
            ),
        }
    )


def _write_yaml(
    indicator: Indicator, _versions: Sequence[Indicator], _origin: str, session: Session
) -> None:
    content = indicator.model_dump(mode="json", exclude_defaults=True, exclude=_NOT_WRITTEN)
    content = {"kode": indicator.kode, "versi": indicator.versi, **content}
    session.answer(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120).rstrip())


def _lines(
    indicator: Indicator, found: Sequence[Indicator], origin: str, session: Session
) -> Iterator[str]:
    names = indicator.title
    yield session.screen.paint(f"{indicator.kode} · {clean(session.say(names))}", "strong")
    yield clean(Text(names.en, names.id).plain(session.language))
    yield ""
    facts = [(key, value) for key, value in _facts(indicator, found, origin, session) if value]
    width = max(len(session.say(commands.show.SHOW[key])) for key, _ in facts) + _MARGIN
    for key, value in facts:
        label = session.say(commands.show.SHOW[key]).ljust(width)
        yield from session.screen.wrapped(value, label, " " * width)
    yield ""
    yield session.screen.paint(session.say(commands.show.SHOW["variabel"]), "strong")
    yield from _variable_lines(indicator, session)
    for key, entries in _lists(indicator, session):
        if entries:
            yield ""
            yield session.screen.paint(session.say(commands.show.SHOW[key]), "strong")
            for entry in entries:
                yield from session.screen.wrapped(entry, "  • ", "    ")
    yield from weight_lines(indicator, session)
    yield from published_lines(indicator, session)


def _facts(
    indicator: Indicator, found: Sequence[Indicator], origin: str, session: Session
) -> Iterator[tuple[str, str]]:
    fields = indicator.engine.tables.fields
    work = fields.get(indicator.bidang)
    others = [version for version in found if version.versi != indicator.versi]
    yield "versi", f"{indicator.versi} {_in_brackets(years_text(indicator))}".strip()
    yield (
        "versi_lain",
        ", ".join(
            f"{version.versi} {_in_brackets(years_text(version))}".strip() for version in others
        ),
    )
    yield "singkatan", indicator.singkatan or ""
    yield "alias", "; ".join(indicator.alias)
    yield (
        "rujukan",
        "; ".join(
            f"{system}:{', '.join(codes)}"
            for system, codes in indicator.rujukan.model_dump().items()
            if codes
        ),
    )
    name = "" if work is None else f" — {Text(work.nama, work.nama_en).plain(session.language)}"
    yield "bidang", f"{indicator.bidang}{name}"
    yield "program", indicator.program
    if indicator.lokal is not None:
        yield "lokal", " → ".join(filter(None, (indicator.lokal.tema, indicator.lokal.mendukung)))
    yield "katalog", origin
    yield "jenis", session.say(spoken(indicator.jenis))
    yield "tingkat", session.say(spoken_all(indicator.tingkat.berlaku))
    yield "diestimasi", session.say(spoken_all(indicator.tingkat.diestimasi))
    yield "pemilik", "; ".join(indicator.pemilik)
    yield "koordinator", "; ".join(indicator.koordinator)
    yield "pelaksana_ukur", "; ".join(indicator.pelaksana_ukur)
    yield "satuan", _unit(indicator, session)
    yield "polaritas", session.say(spoken(indicator.polaritas))
    yield "frekuensi", session.say(spoken(indicator.frekuensi))
    yield "akses", session.say(spoken(indicator.akses))
    yield "status", session.say(spoken(indicator.status))
    yield "konsep", indicator.konsep
    yield "definisi", indicator.definisi
    yield "interpretasi", indicator.interpretasi
    yield "rumus", indicator.formula or ""
    yield "tanpa_rumus", indicator.tanpa_rumus or ""
    method = indicator.engine.scorer.single.method
    title = method.title.plain(session.language)
    yield "capaian", f"{session.say(spoken(method.nama))} — {title}: {method.rumus}"
    yield "predikat", _classes(indicator.engine.achievement_scale, session)
    scales = indicator.engine.tables.scales
    yield (
        "kategori",
        " | ".join(_classes(scales[name], session) for name in indicator.category_scales),
    )
    yield "catatan", indicator.catatan or ""


def _in_brackets(text: str) -> str:
    return f"({text})" if text else ""


def _unit(indicator: Indicator, session: Session) -> str:
    text = session.say(
        commands.show.DECIMALS, satuan=unit_words(indicator.satuan), desimal=indicator.desimal
    )
    bounds = _bounds(indicator.rentang, session)
    return f"{text}, {bounds}" if bounds else text


def _bounds(bounds: Bounds, session: Session) -> str:
    low, high = bounds.min, bounds.maks
    if low is None and high is None:
        return ""
    return "–".join("…" if bound is None else session.number(bound) for bound in (low, high))


def _classes(scale: Scale, session: Session) -> str:
    classes = "; ".join(
        f"{class_words(found.label, scale).plain(session.language)} {_range(found, session)}"
        for found in scale.kelas
    )
    return f"{scale.nama}: {classes}"


def _range(found: ScaleClass, session: Session) -> str:
    parts = []
    if found.dari is not None:
        text = commands.show.FROM if found.dari_termasuk else commands.show.ABOVE
        parts.append(session.say(text, dari=session.number(found.dari)))
    if found.sampai is not None:
        text = commands.show.UP_TO if found.sampai_termasuk else commands.show.BELOW
        parts.append(session.say(text, sampai=session.number(found.sampai)))
    return " ".join(parts)


def _variable_lines(indicator: Indicator, session: Session) -> list[str]:
    keys = ("nama", "label", "satuan", "rentang", "agregasi")
    columns = columns_of(texts.COLUMNS, session, keys, flexible={"label", "agregasi"})
    rows = [_variable_row(variable, session) for variable in indicator.variabel]
    return table_lines(columns, rows, session.screen)


def _variable_row(variable: Variable, session: Session) -> tuple[str, ...]:
    bounds = Bounds.model_construct(min=variable.minimum, maks=variable.maximum)
    unit = session.say(unit_words(variable.satuan))
    ways = (variable.agregasi.wilayah, variable.agregasi.waktu)
    return (
        variable.nama,
        variable.label,
        f"{unit} ({session.say(spoken(variable.jenis))})",
        _bounds(bounds, session),
        " / ".join(session.say(spoken(way)) for way in ways),
    )


def _lists(indicator: Indicator, session: Session) -> Iterator[tuple[str, list[str]]]:
    if indicator.tree is not None:
        labels = {variable.nama: variable.label for variable in indicator.variabel}
        yield "rumus", [to_text(indicator.tree, labels, session.language)]
    yield (
        "tak_terdefinisi",
        [
            f"{case.jika}: {case.reason.plain(session.language)}"
            for case in indicator.jika_tak_terdefinisi
        ],
    )
    yield (
        "aturan",
        [f"{rule.ekspresi}: {rule.message.plain(session.language)}" for rule in indicator.aturan],
    )
    yield (
        "istilah",
        [f"{term.nama}: {term.hal} — {session.say(term.range_text)}" for term in indicator.istilah],
    )
    said = {True: commands.show.COMPARABLE, False: commands.show.NOT_COMPARABLE}
    yield (
        "keterbandingan",
        [
            f"{other.versi}: {session.say(said[other.sebanding])} — {other.alasan}"
            for other in indicator.keterbandingan
        ],
    )
    yield "edisi", [_edition(one) for one in indicator.edisi if one.sampel or one.galat]
    yield "sumber", [cite(source, session.language) for source in indicator.sumber]
    yield (
        "koreksi",
        [
            f"{found.letak}: {found.tercetak} → {found.diambil} ({found.alasan})"
            for found in indicator.koreksi
        ],
    )


def _edition(found: Edition) -> str:
    """Return an edition that is a sample: how many were asked, how, and how far it may be off."""
    told = "; ".join(filter(None, (found.sampel, found.cara, found.galat)))
    return f"{found.edisi}: {told} ({found.kedudukan})"


_FORMATS: Final[Mapping[str, Callable[[Indicator, Sequence[Indicator], str, Session], None]]] = {
    "text": lambda one, found, origin, session: session.answer_lines(
        _lines(one, found, origin, session)
    ),
    "json": lambda one, _found, _origin, session: session.answer_json(one.model_dump(mode="json")),
    "yaml": _write_yaml,
}
