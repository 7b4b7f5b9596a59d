"""``align``: plans against the standard, in each form of the answer."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import Alignment, align
from kesbang_iku.alignment.regional import RegionalComparison, RegionalPlan, compare_plans
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.alignment_table import alignment_csv, write_alignment
from kesbang_iku.cli.annotating import (
    annotation_option,
    check_annotated,
    check_annotation,
    write_annotated,
)
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.comparison_table import comparison_csv, write_comparison
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.finding_lines import Findings, counts
from kesbang_iku.cli.index_table import INDEX_FORMS
from kesbang_iku.cli.mapping_files import (
    MappingFiles,
    check_mappings,
    keep_mappings,
    read_mapping_files,
    take_mappings,
    tell_unused,
)
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import STANDARD_OUTPUT, answering, choose_form, output_options
from kesbang_iku.cli.plan_sources import PlanSources, read_plan_sources
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import each_once, expand_folders, finish, progress
from kesbang_iku.cli.suggestion import write_suggestion
from kesbang_iku.cli.table_options import mapping_options, table_options
from kesbang_iku.findings import Finding, Level, kinds
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.waiting import waiting
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.reading import Opened
from kesbang_iku.tables.summary import lines


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("plans", metavar="RENCANA", nargs="*")
    add.level(REGIONAL_LEVELS)
    add.option("--wilayah", metavar="WILAYAH", action="append", default=[])
    table_options(add, but=("tingkat", "wilayah"))
    output_options(add, _ONE)
    annotation_option(add)
    add.option("--isi-kode", action="store_true")
    add.option("--semua", action="store_true")
    add.option("--indeks", action="store_true")
    add.option("--usulkan", metavar="BERKAS")
    mapping_options(add)
    add.target("--simpan")
    choice_options(add)


def run(options: Namespace, session: Session) -> int:
    """Write the counterparts and deviations of a plan, or what several regions have."""
    but = (options.output, options.usulkan, options.simpan)
    names = expand_folders(options.plans, session, but=(*but, options.catat))
    options.plans = [*each_once(names, session)]
    take_mappings(options)
    if options.isi_kode and options.catat is None:
        raise CannotRunError(commands.align.CODES_WHERE)
    check_annotation(options, options.plans, but)
    form = choose_form(options, tuple(_ONE), options.plans)
    choice = FindingChoice.asked(options, session)
    catalog = open_catalog(session)
    mappings = _mappings(options, session, catalog)
    found = read_plan_sources(options, session, load_regions())
    found.sources.not_read += mappings.sources.not_read
    check_annotated(options, found.sources.opened)
    if not found.plans:
        shown = choice.shown(found.findings)
        choice.complain(shown, found.sources.opened, session)
        return finish(found.sources, session, 2)
    single = len(found.plans) == 1 and len(options.plans) == 1
    if options.usulkan is not None and not single:
        raise CannotRunError(commands.align.SUGGESTION_FOR_ONE, jumlah=len(found.plans))
    if options.catat is not None and not single:
        name, many = options.plans[0], len(found.plans)
        raise CannotRunError(texts.ANNOTATED_ONE_PLAN, berkas=name, jumlah=many)
    if options.indeks and (options.usulkan or options.catat):
        raise CannotRunError(commands.align.INDEX_ALONE)
    answer = _one if single and not options.indeks else _several
    with answering(options, session) as delivered:
        asked = _Asked(found, form, catalog, choice, mappings)
        status = answer(asked, options, delivered)
    return finish(found.sources, session, status)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Plans to be held against the standard, and what is wanted of the answer."""

    plans: PlanSources
    form: str
    catalog: Catalog
    choice: FindingChoice
    mappings: MappingFiles

    @property
    def opened(self) -> list[Opened]:
        """The files that findings may be about."""
        return [*self.plans.sources.opened, *self.mappings.sources.opened]


def _mappings(options: Namespace, session: Session, catalog: Catalog) -> MappingFiles:
    """Return what people decided, in the files given and in the one that is to be written.

    Raises:
        CannotRunError: writing would lose something.
    """
    kept: str | None = options.simpan
    own = [kept] if kept is not None and Path(kept).exists() else []
    found = read_mapping_files([*options.padanan, *own], session, catalog)
    check_mappings(options.simpan, options.plans, found)
    return found


# -------------------------------------------------------------------------------------- one plan


def _one(asked: _Asked, options: Namespace, session: Session) -> int:
    found, choice = asked.plans, asked.choice
    source = found.plans[0]
    if source.tingkat is None and not source.plan.items:
        # That it is no plan is to be mended first.
        said = choice.shown(secrets_of(source.plan.sumber).mask(source.plan.temuan))
        choice.complain(said, found.sources.opened, session)
        return int(choice.failed) or 2
    if source.tingkat is None:
        raise CannotRunError(commands.align.NO_LEVEL)
    code = None if source.wilayah is None else source.wilayah.kode
    bar = progress_bar(session, commands.align.ALIGNING_FILE)
    with bar as tell, waiting(partial(tell, source.berkas)):
        aligned = align(
            source.plan,
            asked.catalog,
            tingkat=source.tingkat,
            wilayah=code,
            padanan=asked.mappings.together,
        )
    aligned = replace(aligned, temuan=(*asked.mappings.of_weight, *aligned.temuan))
    shown = _with_shown(aligned, choice)
    tell_unused([aligned], asked.mappings, session)
    if options.simpan is not None:
        keep_mappings(options.simpan, [aligned], asked.mappings, session)
    if options.usulkan is not None:
        write_suggestion(source, found.sources.opened[0], aligned, asked.catalog, options, session)
    write_annotated(options, found.sources.opened, shown.semua_temuan, session, shown)
    if options.usulkan == STANDARD_OUTPUT:
        errors = (one for one in shown.semua_temuan if one.tingkat is Level.GALAT)
        Findings(session, asked.opened).complain(errors)
    else:
        _say_how_read(found, asked.form, session)
        answered = _Aligned(shown, source, asked, options.semua)
        _answer(_ONE[asked.form](answered, session), session)
        if asked.form == "csv" and not session.quiet:
            choice.complain(shown.semua_temuan, asked.opened, session)
    return int(choice.failed)


def _with_shown(found: Alignment, choice: FindingChoice) -> Alignment:
    """Return an alignment with those of its findings that are to be shown."""
    return replace(
        found,
        temuan=choice.shown(found.temuan),
        items=tuple(
            replace(one, temuan=choice.shown(one.temuan)) if one.temuan else one for one in found
        ),
    )


@dataclass(frozen=True, slots=True)
class _Aligned:
    """One plan, held against the standard."""

    found: Alignment
    source: RegionalPlan
    asked: _Asked
    whole: bool


def _write_table(aligned: _Aligned, session: Session) -> None:
    choice, opened = aligned.asked.choice, aligned.asked.opened
    write_alignment(aligned.found, opened, choice, session, whole=aligned.whole)


def _json(aligned: _Aligned, session: Session) -> str:
    answer = aligned.found.as_dict(session.language)
    return session.json_text({**answer, **aligned.asked.choice.as_dict(session)})


def _page(aligned: _Aligned, session: Session) -> str:
    from kesbang_iku.publish.alignment_page.single import alignment_page  # noqa: PLC0415  # light: HTML only

    source = aligned.source
    return alignment_page(
        aligned.found,
        aligned.asked.catalog,
        plan=secrets_of(source.plan.sumber).cover(source.plan.plan),
        region=source.wilayah,
        file=PurePath(source.berkas).name,
        language=session.language,
        remarks=aligned.asked.choice.remarks(session),
    )


_ONE: Final[Mapping[str, Callable[[_Aligned, Session], str | None]]] = {
    "table": _write_table,
    "json": _json,
    "csv": lambda aligned, session: alignment_csv(aligned.found, session),
    "html": _page,
}
"""The forms of the answer about one plan; a table is written at once, others are returned."""


# ----------------------------------------------------------------------------------- many plans


def _several(asked: _Asked, options: Namespace, session: Session) -> int:
    found, choice = asked.plans, asked.choice
    found.findings += asked.mappings.of_weight
    usable = []
    status = 0
    for source in found.plans:
        if not source.plan.items:
            # A file that holds no indicator is no plan that lacks them all.
            found.findings += secrets_of(source.plan.sumber).mask(source.plan.temuan)
        elif source.tingkat is None:
            found.findings.append(kinds.PLAN_WITHOUT_LEVEL.at(source.plan.locate(())))
            status = 2
        else:
            usable.append(source)
    compared = compare_plans(
        progress(usable, session, commands.align.ALIGNING),
        asked.catalog,
        padanan=asked.mappings.together,
    )
    aligned = [one.selaras for one in compared.rencana]
    tell_unused(aligned, asked.mappings, session)
    if options.simpan is not None:
        keep_mappings(options.simpan, aligned, asked.mappings, session)
    alone = choice.shown(found.findings)
    compared = replace(
        compared,
        rencana=tuple(
            replace(one, selaras=_with_shown(one.selaras, choice)) for one in compared.rencana
        ),
    )
    _say_how_read(found, asked.form, session)
    if asked.form == "json" and not options.indeks:
        answer = compared.as_dict(session.language)
        session.answer_json({**answer, **choice.as_dict(session)})
    else:
        forms = INDEX_FORMS if options.indeks else _SEVERAL
        _answer(forms[asked.form](compared, session), session)
    told = asked.form == "json" and not options.indeks
    found_in_all = alone if told else (*alone, *compared.semua_temuan)
    _complain(found_in_all, choice, asked.opened, session)
    return max(status, int(choice.failed))


def _comparison_page(compared: RegionalComparison, session: Session) -> str:
    # Light: the same.
    from kesbang_iku.publish.alignment_page.regions import comparison_page  # noqa: PLC0415  # light: seldom wanted

    return comparison_page(compared, language=session.language)


_SEVERAL: Final[Mapping[str, Callable[[RegionalComparison, Session], str | None]]] = {
    "table": write_comparison,
    "csv": lambda compared, _session: comparison_csv(compared),
    "html": _comparison_page,
}
"""The forms of the answer about several plans but JSON, likewise."""


def _complain(
    said: Sequence[Finding], choice: FindingChoice, opened: Iterable[Opened], session: Session
) -> None:
    """Say what was found: errors in full, and of the rest how many there are."""
    errors = [finding for finding in said if finding.tingkat is Level.GALAT]
    choice.complain(errors, opened, session)
    if said:
        session.remark(session.say(texts.FINDING_COUNTS, **counts(said)))


def _say_how_read(found: PlanSources, form: str, session: Session) -> None:
    """Say how the tables were read: in the answer for people, else beside it."""
    say = session.answer if form == "table" else session.remark
    if form != "json" and not session.quiet:
        for sentence in lines(one.plan.bacaan for one in found.plans):
            say(sentence.plain(session.language))
        if form == "table" and any(one.plan.bacaan for one in found.plans):
            say("")


def _answer(content: str | None, session: Session) -> None:
    """Write an answer that is not written yet."""
    if content is not None:
        session.answer_whole(content)
