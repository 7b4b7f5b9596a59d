"""Which findings count on this run, which of those are shown, and what is said of the others."""

import json
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from kesbang_iku._records import dataclass
from kesbang_iku.cli.finding_lines import Findings, counts, has_errors
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.settings import configuration_path
from kesbang_iku.cli.table import Column, table_lines
from kesbang_iku.findings import Finding, Level, build_answer
from kesbang_iku.findings.answers import ChoiceAnswer, ChoiceCountsAnswer
from kesbang_iku.findings.register import kinds_of, near_codes
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.statistics import CodeCount, count_codes
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.writing import write_whole
from kesbang_iku.validation.baseline import BaselineMatch, is_baseline, make_baseline, read_baseline
from kesbang_iku.validation.configuration import (
    Configuration,
    apply_configuration,
    read_configuration,
    weighs_enough,
)
from kesbang_iku.validation.fingerprints import relative_name


def choice_options(add: Options) -> None:
    """Declare the options that choose findings: which count, and which are shown."""
    group = add.group(texts.FINDING_OPTIONS)
    group.option("--pilih", metavar="KODE,...", action="append")
    group.option("--abaikan", metavar="KODE,...", action="append")
    levels = tuple(level.value for level in Level)
    group.option("--tingkat-temuan", choices=levels, words=texts.LEVELS)
    group.option("--statistik", action="store_true")
    group.option("--konfigurasi", metavar="BERKAS")
    group.option("--tanpa-konfigurasi", action="store_true")


def chosen_configuration(options: Namespace, session: Session) -> Configuration:
    """Return the configuration that holds, with what the options say in the place of its choices.

    Raises:
        CannotRunError: something in it is wrong; the findings are written first.
    """
    configuration = Configuration()
    path = configuration_path(options)
    if path is not None:
        name = relative_name(str(path))
        configuration, found = read_configuration(path, name)
        refuse_settings(found, name, session)
    given = {"--pilih": options.pilih, "--abaikan": options.abaikan}
    names = [configuration.name, *(name for name, codes in given.items() if codes is not None)]
    least = options.tingkat_temuan
    return replace(
        configuration,
        select=configuration.select if options.pilih is None else _codes(options.pilih),
        ignore=configuration.ignore if options.abaikan is None else _codes(options.abaikan),
        least=configuration.least if least is None else Level(least),
        statistics=configuration.statistics or options.statistik,
        name=", ".join(name for name in names if name is not None) or None,
    )


def refuse_settings(findings: Sequence[Finding], name: str, session: Session) -> None:
    """Refuse to run where a file of settings is wrong.

    Raises:
        CannotRunError: there are ``findings``; they are written first.
    """
    if findings:
        Findings(session).complain(findings)
        raise CannotRunError(commands.validate.BROKEN_SETTINGS, berkas=name)


def _codes(lists: Iterable[str]) -> tuple[str, ...]:
    codes = [code.strip().upper() for text in lists for code in text.split(",")]
    for code in codes:
        if not kinds_of(code):
            near = near_codes(code)
            if near:
                dekat = ", ".join(near)
                raise CannotRunError(commands.rules.UNKNOWN_RULE_NEAR, kode=code, dekat=dekat)
            raise CannotRunError(commands.rules.UNKNOWN_RULE, kode=code)
    return tuple(codes)


@dataclass(slots=True)
class FindingChoice:
    """Findings held against a configuration, each once, as they pass. Filled meanwhile.

    Attributes:
        configuration: what counts, and what of it is shown.
        counting: the findings so far that count, shown or not.
        ignored: how many so far do not.
        hidden: how many of those that count weigh too little to be shown.
    """

    configuration: Configuration
    counting: list[Finding] = field(default_factory=list)
    ignored: int = 0
    hidden: int = 0

    @classmethod
    def asked(cls, options: Namespace, session: Session) -> "FindingChoice":
        """Return what the options and the configuration want; nothing has passed yet.

        Raises:
            CannotRunError: something in them is wrong.
        """
        return cls(chosen_configuration(options, session))

    def shown(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return those of ``findings`` that are to be shown, at the level they have here."""
        configured = apply_configuration(findings, self.configuration)
        least = self.configuration.least
        shown = tuple(one for one in configured.kept if weighs_enough(one, least))
        self.counting += configured.kept
        self.ignored += len(configured.ignored)
        self.hidden += len(configured.kept) - len(shown)
        return shown

    @property
    def failed(self) -> bool:
        """Whether some finding that counts is of level ``galat``."""
        return has_errors(self.counting)

    def part(self) -> "FindingChoice":
        """Return a choice of the same kind that counts for itself."""
        return FindingChoice(self.configuration)

    def add(self, part: "FindingChoice") -> None:
        """Count what a part has counted."""
        self.counting += part.counting
        self.ignored += part.ignored
        self.hidden += part.hidden

    def as_dict(self, session: Session) -> ChoiceAnswer:
        """Return the keys that an answer in JSON has where something was chosen; else none."""
        configuration = self.configuration
        summary = None
        if (configuration.name, configuration.least) != (None, None):
            summary = build_answer(
                ChoiceCountsAnswer,
                None,
                **counts(self.counting),
                diabaikan=None if configuration.name is None else self.ignored,
                disembunyikan=None if configuration.least is None else self.hidden,
            )
        counted = count_codes(self.counting) if configuration.statistics else None
        return build_answer(
            ChoiceAnswer, None, session.language, ringkasan_temuan=summary, statistik=counted
        )

    def remarks(self, session: Session) -> list[str]:
        """Return what to say about findings that do not count or are not shown."""
        return set_aside(self.configuration, self.ignored, self.hidden, session)

    def lines(self, session: Session) -> list[str]:
        """Return the table that counts the findings by code, where it is asked for."""
        counted = count_codes(self.counting) if self.configuration.statistics else ()
        return count_lines(counted, session)

    def answer(self, shown: Sequence[Finding], opened: Iterable[Opened], session: Session) -> None:
        """Write findings as a part of the answer, or how many there are of each code.

        Args:
            shown: the findings.
            opened: the files whose lines are shown.
            session: where to write.
        """
        if self.configuration.statistics:
            session.answer_lines(self.lines(session))
        else:
            Findings(session, opened).answer(shown)

    def complain(
        self, shown: Sequence[Finding], opened: Iterable[Opened], session: Session
    ) -> None:
        """Write to standard error what :meth:`answer` writes, and what is not shown."""
        if not self.configuration.statistics:
            Findings(session, opened).complain(shown)
        elif self.counting:
            session.screen.complain("\n".join(self.lines(session)))
        for remark in self.remarks(session):
            session.remark(remark)


def set_aside(
    configuration: Configuration, ignored: int, hidden: int, session: Session
) -> list[str]:
    """Return what to say about findings that do not count, or weigh too little to be shown."""
    said = []
    if ignored:
        said.append(session.say(texts.IGNORED, jumlah=ignored, berkas=configuration.name))
    if hidden and configuration.least is not None:
        level = session.say(texts.LEVELS[configuration.least])
        said.append(session.say(texts.HIDDEN, jumlah=hidden, tingkat=level))
    return said


def count_lines(counted: Sequence[CodeCount], session: Session) -> list[str]:
    """Return the lines of a table of counts; none where there are none."""
    if not counted:
        return []
    columns = [
        Column(session.say(texts.STATISTICS["jumlah"]), number=True),
        Column(session.say(texts.COLUMNS["kode"])),
        Column(session.say(commands.rules.RULE["tingkat"])),
        Column(session.say(texts.STATISTICS["judul"]), flexible=True),
    ]
    said = session.say
    rows = [
        (str(one.jumlah), one.kode, said(texts.LEVELS[one.tingkat]), said(one.judul))
        for one in counted
    ]
    return table_lines(columns, rows, session.screen)


@dataclass(frozen=True, slots=True)
class FindingSettings:
    """The configuration, and the fingerprints that a baseline accepts."""

    configuration: Configuration
    baseline: frozenset[str]


def read_settings(options: Namespace, session: Session) -> FindingSettings:
    """Return the settings that the options ask for, or that hold in the current folder.

    Raises:
        CannotRunError: something in them is wrong; the findings are written first.
    """
    configuration = chosen_configuration(options, session)
    baseline: frozenset[str] = frozenset()
    if options.garis_dasar is not None:
        baseline, found = read_baseline(options.garis_dasar)
        refuse_settings(found, options.garis_dasar, session)
    return FindingSettings(configuration, baseline)


def check_baseline(options: Namespace, read: Iterable[str]) -> None:
    """Refuse to record findings over a file that is no baseline.

    Raises:
        CannotRunError: they may not be written there.
    """
    name = options.tulis_garis_dasar
    if name is not None:
        check_output(name, read, overwrite=options.timpa or is_baseline(name))


def write_baseline(path: str, judged: Iterable[BaselineMatch], session: Session) -> None:
    """Write a baseline that accepts all of ``judged``, and say how many they are.

    Raises:
        OSError: the file cannot be written.
    """
    content = make_baseline(judged)
    written = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    write_whole(path, written.encode("utf-8", "backslashreplace"))
    entries = content["temuan"]
    number = len(entries) if isinstance(entries, list) else 0
    session.remark(session.say(commands.validate.BASELINE_WRITTEN, jumlah=number, berkas=path))
