"""``rollup``: what reports give for the regions above, and periods for the year."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.computed import choose_findings, compute_sources, not_reports, write_findings
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.mapping_files import known_names
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.results_table import result_lines
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import Sources, expand_folders, finish, read_sources
from kesbang_iku.cli.table import AnswerTable, Column, columns_of
from kesbang_iku.cli.table_options import mapping_options, table_options
from kesbang_iku.computing.rollup import COUNTRY, PROVINCES, Goals, Rolled, rolled_up
from kesbang_iku.extras import MissingExtraError
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.sources.csv_text import csv_text

if TYPE_CHECKING:
    from kesbang_iku.composite.standings import Standings

_SPREAD: Final = ("n", "min", "kuartil_1", "median", "kuartil_3", "maks")
_CSV_COLUMNS: Final = (
    "kode", "versi", "nama", "wilayah", "nama_wilayah", "tingkat", "tahun", "periode", "status",
    "nilai", "nilai_eksak", "satuan", "kategori", "target", "dokumen_target", "capaian",
    "capaian_eksak", "metode_capaian", "alasan_capaian", "tercapai", "predikat",
    "melapor", "seharusnya", "tidak_melapor", *(f"sebaran_{key}" for key in _SPREAD),
    "alasan", "sidik", "temuan", "asal", "capaian_tanpa_batas", "kurang", "verifikasi",
)  # fmt: skip
_MOST_NAMED: Final = 8
_RANK_COLUMNS: Final = (
    "kode", "versi", "nama", "tahun", "periode", "dalam", "wilayah", "nama_wilayah", "nilai",
    "peringkat", "terbaik", "terburuk", "pasti", "pita", "alasan",
)  # fmt: skip


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", about="laporan", metavar="BERKAS", nargs="+")
    add.option("--ke", metavar="WILAYAH")
    add.option("--waktu", choices=(ANNUAL,))
    add.option("--banding", action="store_true")
    table_options(add)
    mapping_options(add)
    output_options(add, _FORMATS)
    choice_options(add)


def run(options: Namespace, session: Session) -> int:
    """Write what the reports in the files give together."""
    names = expand_folders(options.files, session, but=(options.output,))
    form = choose_form(options, tuple(_FORMATS), names)
    choice = FindingChoice.asked(options, session)
    goals = _goals(options.ke)
    catalog = open_catalog(session)
    sources = read_sources(names, session)
    known = known_names(options, sources, catalog, session)
    results = compute_sources(sources, catalog, session, known)
    rolled = rolled_up(results, goals, yearly=options.waktu is not None)
    rolled = choose_findings(rolled, choice)
    compared = _compared(rolled, session) if options.banding else []
    with answering(options, session) as answer:
        _FORMATS[form](_Answer(rolled, compared, sources, choice, options.banding), answer)
    alone = [commands.rollup.FEW_REGIONS] if options.banding and rolled and not compared else []
    for said in (*alone, *not_reports(sources, results)):
        session.remark(session.say(said))
    return finish(sources, session, int(choice.failed))


def _goals(written: str | None) -> Goals:
    """Return what ``--ke`` names: a region by code or name, or a level."""
    if written is None or written.strip().casefold() in {PROVINCES, COUNTRY}:
        return None if written is None else written.strip().casefold()
    return region_named(written, load_regions())


def _compared(rolled: Rolled, session: Session) -> list[Standings]:
    """Return the ranks of the parts of each result, and of results beside each other.

    Raises:
        CannotRunError: numpy is needed for them, and not installed.
    """
    from kesbang_iku.composite.standings import standings_of  # noqa: PLC0415  # light: asked for only

    together: dict[tuple[str, str, int | None, str], list[Result]] = {}
    for result in rolled:
        about = (result.kode, result.versi, result.tahun, result.periode)
        together.setdefault(about, []).append(result)
    groups: list[tuple[str | None, Sequence[Result]]] = [
        (result.wilayah, parts) for result, parts in zip(rolled, rolled.bagian, strict=True)
    ]
    groups += [(None, results) for results in together.values()]
    try:
        found = [standings_of(results, where) for where, results in groups]
    except MissingExtraError as error:
        reason = error.render(session.language)
        raise CannotRunError(commands.rollup.NOT_COMPARED, sebab=reason) from error
    return [one for one in found if one is not None]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was rolled up from the files, with the findings that were chosen."""

    results: Rolled
    compared: Sequence[Standings]
    sources: Sources
    choice: FindingChoice
    ranks: bool


def _write_json(answer: _Answer, session: Session) -> None:
    results, language = answer.results, session.language
    told = replace(results, temuan=(*answer.sources.not_read, *results.temuan)).as_dict(language)
    if answer.ranks:
        told["perbandingan"] = [one.as_dict(language) for one in answer.compared]
    session.answer_json({**told, **answer.choice.as_dict(session)})


def _write_csv(answer: _Answer, session: Session) -> None:
    """Write a row a result, or a row a region that is compared."""
    if answer.ranks:
        session.answer(csv_text(_RANK_COLUMNS, _rank_rows(answer, session)))
    else:
        rows = (_csv_row(result, session) for result in answer.results)
        session.answer(csv_text(_CSV_COLUMNS, rows))
    if not session.quiet:
        answer.choice.complain(answer.results.semua_temuan, answer.sources.opened, session)


def _csv_row(result: Result, session: Session) -> Mapping[str, object]:
    told = result.as_dict(session.language)
    covered, spread = told.get("cakupan"), told.get("sebaran")
    return {
        **told,
        "melapor": covered and covered["melapor"],
        "seharusnya": covered and covered["seharusnya"],
        "tidak_melapor": covered and covered["kurang"],
        **{f"sebaran_{key}": spread and spread[key] for key in _SPREAD},
        "temuan": [finding.kode for finding in result.temuan],
    }


def _rank_rows(answer: _Answer, session: Session) -> Iterator[Mapping[str, object]]:
    for one in answer.compared:
        told = one.as_dict(session.language)
        for standing in told["wilayah"]:
            yield {**told, **standing, "nama": told["nama"], "alasan": None}
        for region, why in told["tanpa_peringkat"].items():
            yield {**dict.fromkeys(_RANK_COLUMNS), **told, "wilayah": region, "alasan": why}


def _write_table(answer: _Answer, session: Session) -> None:
    results = answer.results
    blocks = [[*result_lines(results, session, coverage=True)]] if len(results) else []
    blocks.append(list(_missing_lines(results, session)))
    spread = _spread_table(results, session)
    tables = [*([] if spread is None else [spread])]
    tables += [_standings_table(one, session) for one in answer.compared]
    blocks += [[table.as_text(session.screen)] for table in tables]
    for number, lines in enumerate(filter(None, blocks)):
        session.answer_lines(["", *lines] if number else lines)
    write_findings(results, answer.sources, answer.choice, session)


def _spread_table(results: Iterable[Result], session: Session) -> AnswerTable | None:
    """Return how the values are spread that make none together, if there are some."""
    rows = [
        (
            result.kode,
            _region(result.wilayah),
            f"{result.tahun}"
            if result.periode == "tahunan"
            else f"{result.tahun} {result.periode}",
            *(session.number(getattr(result.sebaran, key)) for key in _SPREAD),
        )
        for result in results
        if result.sebaran is not None
    ]
    if not rows:
        return None
    columns = _columns(("kode", "wilayah", "tahun", *_SPREAD), session)
    return AnswerTable(session.say(commands.rollup.SPREAD), columns, rows)


def _missing_lines(results: Iterable[Result], session: Session) -> Iterator[str]:
    """Yield which parts have not reported, once for all indicators that miss the same."""
    groups: dict[tuple[str | None, int | None, str, tuple[str, ...]], list[str]] = {}
    for result in results:
        if result.cakupan is not None and result.cakupan.kurang:
            about = (result.wilayah, result.tahun, result.periode, result.cakupan.kurang)
            groups.setdefault(about, []).append(result.kode)
    for (region, year, period, missing), codes in groups.items():
        named = [_region(code) for code in missing[:_MOST_NAMED]]
        if len(missing) > _MOST_NAMED:
            named.append(session.say(commands.rollup.MORE, jumlah=len(missing) - _MOST_NAMED))
        yield session.say(
            commands.rollup.MISSING,
            wilayah=_region(region),
            tahun=f"{year}" if period == "tahunan" else f"{year} {period}",
            jumlah=len(missing),
            daftar=", ".join(named),
            butir=codes[0]
            if len(codes) == 1
            else session.say(commands.rollup.CODES, jumlah=len(codes)),
        )


def _standings_table(found: Standings, session: Session) -> AnswerTable:
    """Return the ranks of regions as a table."""
    language = session.language
    name = "" if found.nama is None else found.nama.plain(language)
    where = "" if found.dalam is None else f" · {_region(found.dalam)}"
    period = "" if found.periode == "tahunan" else f" {found.periode}"
    rows = [
        (
            str(one.peringkat),
            _region(one.wilayah),
            session.number(one.nilai),
            "" if one.pasti else f"{one.terbaik}–{one.terburuk}",
        )
        for one in found.wilayah
    ]
    unsure = any(not one.pasti for one in found.wilayah)
    remarks = [session.say(commands.rollup.BANDS[found.pita])] if unsure else []
    remarks += [
        session.say(
            commands.rollup.NOT_RANKED, wilayah=_region(code), sebab=why.plain(language).rstrip(".")
        )
        for code, why in found.tanpa_peringkat.items()
    ]
    title = f"{found.kode} {name}{where} · {found.tahun}{period}"
    columns = _columns(("peringkat", "wilayah", "nilai", "pita"), session)
    return AnswerTable(title, columns, rows, remarks)


def _columns(keys: Iterable[str], session: Session) -> list[Column]:
    words = commands.rollup.COLUMNS
    numbers = words.keys() - {"kode", "wilayah", "dalam"}
    return columns_of(words, session, keys, number=numbers, flexible={"wilayah"})


def _region(code: str | None) -> str:
    """Return a region with its name, or a part of a year as it is."""
    region = load_regions().get(code or "")
    return (code or NOTHING) if region is None else f"{code} {region.nama}"


_FORMATS: Final[Mapping[str, Callable[[_Answer, Session], None]]] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}
