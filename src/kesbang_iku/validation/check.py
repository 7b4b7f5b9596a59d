"""Validating files: whatever the kind, everything that is wrong with it, as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from os import PathLike
from os.path import isdir
from pathlib import Path
from typing import Final, Literal, get_args

from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.checking import load_checking
from kesbang_iku.catalog.load import table_file_of
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.computing.indicator import Indicator, load_catalog
from kesbang_iku.computing.reports import compute, unknown_code
from kesbang_iku.diagnostics import Finding, Language, Level
from kesbang_iku.files.achievements import (
    LoadedAchievement,
    is_achievement,
    read_achievements,
)
from kesbang_iku.files.collector import paused_gc
from kesbang_iku.files.document import Document
from kesbang_iku.files.headers import load_headers
from kesbang_iku.files.layouts import NAME, find_header
from kesbang_iku.files.long_table import LongTable, open_long
from kesbang_iku.files.plans import LoadedPlan, plans_from_documents, read_plans
from kesbang_iku.files.reading import Opened, open_source, read_documents, read_grids
from kesbang_iku.files.reports import (
    COLUMNS,
    LoadedReport,
    Reports,
    read_reports,
    reports_from_documents,
)
from kesbang_iku.files.spelling import Guesses
from kesbang_iku.files.text_reader import Source
from kesbang_iku.validation.catalogs import check_document, check_folder
from kesbang_iku.validation.long_tables import Judged, check_long
from kesbang_iku.validation.performance import judge_rows
from kesbang_iku.validation.privacy import Privacy
from kesbang_iku.validation.registry import (
    PLAN_RULES,
    REPORT_RULES,
    Judgement,
    judge,
)
from kesbang_iku.validation.repair_spans import with_edits
from kesbang_iku.validation.rules.plans import PlanContext, names_of
from kesbang_iku.validation.rules.reports import ReportContext
from kesbang_iku.validation.rules.rows import RowContext
from kesbang_iku.validation.rules.rule import NotJudged

FileKind = Literal["laporan", "rencana", "capaian", "katalog"]
Told = Callable[[str, float], None]
"""Is told how far a file is: its name, and a number from 0 to 1."""
FILE_KINDS: Final = get_args(FileKind)
ANSWER_SCHEMA: Final = "kesbang-iku/temuan/1"
_REPORT_KEYS: Final = {"wilayah", "tahun", "item"}
_TOP_LINES: Final = 40
_REPORT_COLUMNS: Final = frozenset({"wilayah", "tahun", "kode"})


@dataclass(frozen=True, slots=True)
class Validation:
    """The findings of one or more files.

    Attributes:
        temuan: the findings, file by file, in the order of their places.
        berkas: how many files were looked at.
        diterima: how many more findings a baseline accepts; ``None`` where none was given.
        diabaikan: how many more findings the configuration sets aside; ``None`` without one.
        tidak_dinilai: the rules that could not judge, each with the reason and how often.
    """

    temuan: tuple[Finding, ...]
    berkas: int
    diterima: int | None = None
    diabaikan: int | None = None
    tidak_dinilai: tuple[NotJudged, ...] = ()

    def count(self, level: Level) -> int:
        """Return how many findings have this level."""
        return sum(finding.tingkat is level for finding in self.temuan)

    def as_dict(self, bahasa: Language = "id") -> dict[str, object]:
        """Return the contract's answer to ``validate --format json`` (section 4)."""
        summary = {level.value: self.count(level) for level in Level}
        summary["berkas"] = self.berkas
        aside = {"diterima": self.diterima, "diabaikan": self.diabaikan}
        summary |= {name: count for name, count in aside.items() if count is not None}
        return {
            "skema": ANSWER_SCHEMA,
            "temuan": [finding.as_dict(bahasa) for finding in self.temuan],
            "tidak_dinilai": [one.as_dict(bahasa) for one in self.tidak_dinilai],
            "ringkasan": summary,
        }


def validate(
    source: Source | Opened,
    katalog: Catalog[Indicator] | None = None,
    *,
    jenis: FileKind | None = None,
    name: str | None = None,
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a file, or with a catalog folder.

    Args:
        source: a path, ``-`` for standard input, the content as bytes, or a catalog folder.
        katalog: the standard; the package's own by default.
        jenis: what the file is; by default its content decides.
        name: what to call the source in findings, if not by its path.

    Returns:
        The findings in the order of their places. Nothing is raised for content.
    """
    if name is not None and not _is_folder(source):
        opened, findings = open_source(source, name=name)
        if opened is None:
            return tuple(findings)
        checked = validate_all([opened], katalog, jenis=jenis).temuan
        return _in_order([*findings, *checked], [opened.name])
    return validate_all([source], katalog, jenis=jenis).temuan


def validate_all(
    sources: Iterable[Source | Opened | LongTable],
    katalog: Catalog[Indicator] | None = None,
    *,
    jenis: FileKind | None = None,
    hari_ini: date | None = None,
    told: Told | None = None,
) -> Validation:
    """Return the findings of several files together.

    Reports are held against each other across files: an item that two files report, or a value
    that jumps from the year in one file to the year in another, is seen. A CSV table of reports
    from 8 MB on is judged by itself, province by province, and of each kind of finding its first
    100 are given, with the number of the others.

    Args:
        sources: what :func:`validate` takes, or files already opened.
        katalog: the standard; the package's own by default.
        jenis: what the files are; by default their content decides.
        hari_ini: the day by which years are over or still to come; today by default.
        told: is told how far a long table is: its name, and a number from 0 to 1.
    """
    work = _Work()
    seen: set[Opened] = set()
    for source in sources:
        work.files += 1
        if isinstance(source, LongTable):
            work.long.append(source)
            work.names.append(source.name)
            continue
        if _is_folder(source):
            work.names.append(str(source))
            work.findings += check_folder(Path(str(source)))
            continue
        table = long_report(source, jenis)
        if table is not None:
            work.long.append(table)
            work.names.append(table.name)
            continue
        opened, findings = open_source(source)
        work.findings += findings
        if opened is not None and opened not in seen:
            seen.add(opened)
            work.opened.append(opened)
            work.names.append(opened.name)
    if not work.opened and not work.long:
        return Validation(_in_order(work.findings, work.names), work.files)
    katalog = katalog if katalog is not None else load_catalog()
    today = hari_ini or date.today()  # noqa: DTZ011  # a day where the user is
    for table in work.long:
        judged = Judged(katalog, load_regions(), load_checking(), today)
        judgement = check_long(table, judged, partial(told or _untold, table.name))
        work.findings += judgement.temuan
        work.unjudged += judgement.tidak_dinilai
    with paused_gc():
        return _validate(work, jenis, katalog, today)


def long_report(source: Source | Opened, jenis: FileKind | None = None) -> LongTable | None:
    """Return ``source`` as a long table of reports, if that is what it is."""
    if jenis not in {None, "laporan"}:
        return None
    return open_long(source, known=COLUMNS, needed=_REPORT_COLUMNS)


def _untold(_name: str, _share: float) -> None:
    """Tell nobody how far the work is."""


def _validate(
    work: _Work, jenis: FileKind | None, katalog: Catalog[Indicator], today: date
) -> Validation:
    """Read and judge all files that could be opened.

    What is read of them is gone when this returns: a collector that was paused meanwhile would
    else look through all of it once more.
    """
    contents = _Contents(jenis, work.findings)
    for opened in work.opened:
        _read(opened, katalog, contents)
    judgement = _judge(contents, katalog, today)
    findings = with_edits([*contents.findings, *judgement.temuan], work.opened)
    return Validation(
        _in_order(findings, work.names),
        work.files,
        tidak_dinilai=(*work.unjudged, *judgement.tidak_dinilai),
    )


@dataclass(slots=True)
class _Work:
    """The files to be validated. Lives as long as ``validate_all`` runs."""

    files: int = 0
    names: list[str] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    long: list[LongTable] = field(default_factory=list)
    unjudged: list[NotJudged] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Contents:
    """What has been read of the files so far. Lives as long as ``_validate`` runs."""

    jenis: FileKind | None
    findings: list[Finding] = field(default_factory=list)
    reports: list[LoadedReport] = field(default_factory=list)
    plans: list[LoadedPlan] = field(default_factory=list)
    rows: list[tuple[LoadedAchievement, ...]] = field(default_factory=list)
    """The rows of performance tables, file by file."""
    about_people: list[Opened] = field(default_factory=list)
    """The files that are searched for data about people: all but those of a catalog."""


def _read(opened: Opened, katalog: Catalog[Indicator], work: _Contents) -> None:
    """Read a file as what it is, and note what is wrong with its form."""
    if opened.tabular:
        work.about_people.append(opened)
        kind = work.jenis or _kind_of_table(opened)
        if kind == "rencana":
            plans = read_plans(opened)
            work.plans += plans
            work.findings += plans.temuan
        elif kind == "capaian":
            rows = read_achievements(opened)
            work.rows.append(rows.entries)
            work.findings += rows.temuan
        else:
            reports = read_reports(opened)
            work.reports += reports
            work.findings += reports.temuan
        return
    documents, findings = read_documents(opened)
    work.findings += findings
    kinds = [work.jenis or recognise(document) for document in documents]
    if "katalog" not in kinds:
        work.about_people.append(opened)
    for document, kind in zip(documents, kinds, strict=True):
        if kind == "katalog":
            work.findings += check_document(document, katalog)
        elif kind == "rencana":
            plans = plans_from_documents([document], [])
            work.plans += plans
            work.findings += plans.temuan
        else:
            reports = reports_from_documents([document], [])
            work.reports += reports
            work.findings += reports.temuan


def kind_of(opened: Opened) -> FileKind:
    """Tell what a file is from its content; of several documents the first one decides."""
    if opened.tabular:
        return _kind_of_table(opened)
    documents, _ = read_documents(opened)
    return recognise(documents[0]) if documents else "laporan"


def _kind_of_table(opened: Opened) -> FileKind:
    """Tell what a table is from its headers.

    The columns of a report make it a report. One that names indicators is a performance table if
    it has what was realised, a plan if it has not.
    """
    if opened.format == "csv":
        # The headers of a table stand at its top; the rest may be long.
        top = "\n".join(opened.text.splitlines()[:_TOP_LINES])
        opened = replace(opened, text=top)
    grids, _ = read_grids(opened, known=load_headers())
    headers = [found for grid in grids if (found := find_header(grid)) is not None]
    named = [header for header in headers if NAME in header.names]
    if not named or any(header.names >= _REPORT_COLUMNS for header in headers):
        return "laporan"
    return "capaian" if any(map(is_achievement, named)) else "rencana"


def _judge(work: _Contents, katalog: Catalog[Indicator], today: date) -> Judgement:
    """Compute the reports, and run every judged rule over everything that was read."""
    regions, checking = load_regions(), load_checking()
    judgement = Judgement()
    if work.reports:
        reports = Reports(tuple(work.reports))
        results = compute(reports, katalog, regions=regions)
        work.findings += results.findings
        context = ReportContext.of(reports, results.hasil, katalog, regions, checking, today)
        judgement += judge(REPORT_RULES, context)
    if work.plans:
        programs, names = load_programs(), names_of(katalog)
        guesses = Guesses(katalog.codes)
        for plan in work.plans:
            planned = PlanContext.of(plan, katalog, regions, programs, checking, names)
            work.findings += _unknown_codes(plan, katalog, regions, guesses)
            judgement += judge(PLAN_RULES, planned)
    if work.rows:
        matcher = Matcher(KnownNames(katalog, None))
        for rows in work.rows:
            judgement += judge_rows(RowContext.of(rows, matcher, checking))
    privacy = Privacy.of(work.about_people, regions, checking)
    judgement += privacy.judgement
    work.findings = list(privacy.cover(work.findings))
    return Judgement(privacy.cover(judgement.temuan), judgement.tidak_dinilai)


def _unknown_codes(
    plan: LoadedPlan, katalog: Catalog[Indicator], regions: Regions, guesses: Guesses
) -> Iterator[Finding]:
    """Yield the codes of a plan that are of no region, or of no indicator.

    What is declared to be local may have a code of the region's own, and a table of programmes
    has theirs in its column of codes.
    """
    programs = load_programs()
    written = plan.plan.wilayah
    if written is not None:
        yield from regions.find(written, sistem="kemendagri", place=plan.locate(("wilayah",)))[1]
    for entry in plan.items:
        kode = entry.item.kode
        if kode is None or kode in katalog or entry.item.lokal is not None:
            continue
        if not programs.names(kode):
            yield unknown_code(kode, entry.locate, guesses)


def recognise(document: Document) -> FileKind:
    """Tell what a document is from its content: a definition, a plan, or else a report."""
    data = document.data
    if isinstance(data, Mapping):
        if data.get("jenis") == "rencana":
            return "rencana"
        if not _REPORT_KEYS & data.keys() and ("kode" in data or table_file_of(data)):
            return "katalog"
    return "laporan"


def _is_folder(source: Source | Opened) -> bool:
    if not isinstance(source, str | PathLike) or str(source) == "-":
        return False
    # Path.is_dir raises for a name that is longer than names can be.
    return isdir(source)  # noqa: PTH112


def _in_order(findings: Iterable[Finding], names: Sequence[str]) -> tuple[Finding, ...]:
    """Order findings by file as given, and by place; those without a place come in front."""
    order = {name: number for number, name in reversed(list(enumerate(names)))}

    def key(finding: Finding) -> tuple[int, str, str, int, int]:
        place = finding.place
        file = place.berkas or ""
        number = order.get(file, len(names) if file else -1)
        return (number, file, *place.order)

    return tuple(sorted(findings, key=key))
