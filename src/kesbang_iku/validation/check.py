"""Validating files: whatever the kind, everything that is wrong with it, as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings import Finding, Language, Level, Text, build_answer, sentences
from kesbang_iku.findings.misuse import MisuseError, misuse_told
from kesbang_iku.findings.statistics import CodeCount, count_codes
from kesbang_iku.findings.waiting import waiting
from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.sources.long_table import LongTable
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.text_reader import Source
from kesbang_iku.validation.answers import CountsAnswer, FindingsAnswer
from kesbang_iku.validation.configuration import weighs_enough
from kesbang_iku.validation.content import FILE_KINDS, FileKind
from kesbang_iku.validation.pipeline.files import ManyFiles
from kesbang_iku.validation.pipeline.processes import may_divide
from kesbang_iku.validation.pipeline.run import check
from kesbang_iku.validation.pipeline.sources import Intake, is_folder
from kesbang_iku.validation.rules.rule import InconclusiveRule
from kesbang_iku.validation.standard import Standard

if TYPE_CHECKING:
    from kesbang_iku.tables.context import KnownContext

ProgressCallback = Callable[[str, float], None]
"""Is told how far a file is: its name, and a number from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Validation:
    """The findings of one or more files.

    Attributes:
        temuan: the findings, file by file, in the order of their places.
        berkas: how many files were looked at.
        diterima: how many more findings a baseline accepts; ``None`` where none was given.
        diabaikan: how many more findings the configuration sets aside; ``None`` without one.
        tidak_dinilai: the rules that could not judge, each with the reason and how often.
        least: what weighs less is counted, but not shown; ``None`` shows everything.
        counted: whether the answer also counts the findings by code.
        bacaan: how the tables were read that are not in our own format, a sentence for each file.
    """

    temuan: tuple[Finding, ...]
    berkas: int
    diterima: int | None = None
    diabaikan: int | None = None
    tidak_dinilai: tuple[InconclusiveRule, ...] = ()
    least: Level | None = None
    counted: bool = False
    bacaan: tuple[Text, ...] | None = None

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that weigh enough to be shown."""
        return tuple(one for one in self.temuan if weighs_enough(one, self.least))

    @property
    def disembunyikan(self) -> int | None:
        """How many findings weigh too little to be shown; ``None`` where all are."""
        return None if self.least is None else len(self.temuan) - len(self.shown)

    @property
    def statistik(self) -> tuple[CodeCount, ...] | None:
        """How many findings there are of each code, where that was asked for."""
        return count_codes(self.temuan) if self.counted else None

    def count(self, level: Level) -> int:
        """Return how many findings have this level."""
        return sum(finding.tingkat is level for finding in self.temuan)

    def as_dict(self, bahasa: Language = "id") -> FindingsAnswer:
        """Return the contract's answer to ``validate --format json`` (section 4)."""
        levels = {level.value: self.count(level) for level in Level}
        summary = build_answer(CountsAnswer, self, **levels)
        return build_answer(FindingsAnswer, self, bahasa, temuan=self.shown, ringkasan=summary)


@misuse_told
def validate(
    source: Source | Opened,
    katalog: Catalog | None = None,
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

    Raises:
        TypeError: ``katalog`` is none: more than one file was given; or ``jenis`` is no kind.
    """
    if katalog is not None and not isinstance(katalog, Catalog):
        raise MisuseError(sentences.validation.ONE_FILE.filled(jenis=type(katalog).__name__).en)
    if jenis not in (None, *FILE_KINDS):
        there = ", ".join(FILE_KINDS)
        raise MisuseError(sentences.validation.NO_KIND.filled(jenis=jenis, ada=there).en)
    if name is not None and not is_folder(source):
        opened, findings = open_source(source, name=name)
        if opened is None:
            return tuple(findings)
        checked = validate_all([opened], katalog, jenis=jenis).temuan
        return _in_order([*findings, *checked], [opened.name])
    return validate_all([source], katalog, jenis=jenis).temuan


def validate_all(
    sources: Iterable[Source | Opened | LongTable],
    katalog: Catalog | None = None,
    *,
    jenis: FileKind | None = None,
    known: KnownContext | None = None,
    hari_ini: date | None = None,
    on_progress: ProgressCallback | None = None,
    proses: int = 1,
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
        known: whose their tables are and for when, and which sheet counts, if they do not say it;
            and what people decided of the names in them.
        hari_ini: the day by which years are over or still to come; today by default.
        on_progress: is told how far a long table is: its name, and a number from 0 to 1.
        proses: in how many processes many files may be judged at the same time. What is found is
            the same. More than one are taken on Linux only, where this process has one thread.
    """
    intake = Intake()
    for source in sources:
        intake.take(source, jenis)
    if not intake.opened and not intake.long:
        return Validation(_in_order(intake.findings, intake.names), intake.files)
    katalog = katalog if katalog is not None else load_catalog()
    today = hari_ini or date.today()  # noqa: DTZ011  # a day where the user is
    standard = Standard.of(katalog, today, None if known is None else known.names)
    processes = proses if proses > 1 and may_divide() else 1
    told = on_progress or _no_progress
    inconclusive: tuple[InconclusiveRule, ...] = ()
    for table in intake.long:
        from kesbang_iku.validation.pipeline.tables import OneLongTable  # noqa: PLC0415  # light: long ones

        system = None if known is None else known.system
        work = OneLongTable(table, standard, system, partial(told, table.name))
        with waiting(None):
            result = check(work, standard, processes)
        intake.findings += result.temuan
        inconclusive += result.tidak_dinilai
    files = ManyFiles(intake.opened, standard, jenis, intake.findings, known)
    with paused_gc():
        result = check(files, standard, processes)
        findings = _in_order(result.temuan, intake.names)
    inconclusive += result.tidak_dinilai
    read = result.bacaan or None
    return Validation(findings, intake.files, tidak_dinilai=inconclusive, bacaan=read)


def _no_progress(_name: str, _share: float) -> None:
    """Tell nobody how far the work is."""


def _in_order(findings: Iterable[Finding], names: Sequence[str]) -> tuple[Finding, ...]:
    """Order findings by file as given, and by place; those without a place come in front."""
    order = {name: number for number, name in reversed(list(enumerate(names)))}

    def key(finding: Finding) -> tuple[int, str, str, int, int]:
        place = finding.place
        file = place.berkas or ""
        number = order.get(file, len(names) if file else -1)
        return (number, file, *place.order)

    return tuple(sorted(findings, key=key))
