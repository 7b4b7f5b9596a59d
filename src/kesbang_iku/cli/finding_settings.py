"""Which findings count on this run: the project's configuration, and a baseline."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kesbang_iku._records import dataclass
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.cli.settings import configuration_path
from kesbang_iku.files.writing import write_whole
from kesbang_iku.findings import Finding, Level
from kesbang_iku.findings.register import kinds_of, near_codes
from kesbang_iku.findings.sentences import commands
from kesbang_iku.validation.baseline import BaselineMatch, make_baseline, read_baseline
from kesbang_iku.validation.configuration import (
    Configuration,
    read_configuration,
)
from kesbang_iku.validation.fingerprints import relative_name

if TYPE_CHECKING:
    from kesbang_iku.cli.options import Options
    from kesbang_iku.cli.session import Session


@dataclass(frozen=True, slots=True)
class FindingSettings:
    """The configuration, and the fingerprints that a baseline accepts."""

    configuration: Configuration
    baseline: frozenset[str]


def choice_options(add: Options) -> None:
    """Declare the options that choose findings: which count, and which are shown."""
    add.option("--pilih", metavar="KODE,...", action="append")
    add.option("--abaikan", metavar="KODE,...", action="append")
    add.option("--tingkat-temuan", choices=tuple(level.value for level in Level))
    add.option("--statistik", action="store_true")


def read_settings(options: Namespace, session: Session) -> FindingSettings:
    """Return the settings that the options ask for, or that hold in the current folder.

    Raises:
        CannotRunError: something in them is wrong; the findings are written first.
    """
    configuration = Configuration()
    path = configuration_path(options)
    if path is not None:
        name = relative_name(str(path))
        configuration, found = read_configuration(path, name)
        _refuse(found, name, session)
    baseline: frozenset[str] = frozenset()
    if options.garis_dasar is not None:
        baseline, found = read_baseline(options.garis_dasar)
        _refuse(found, options.garis_dasar, session)
    return FindingSettings(_overridden(configuration, options), baseline)


def _overridden(configuration: Configuration, options: Namespace) -> Configuration:
    """Return ``configuration`` with what the command line says in the place of its own choices.

    Raises:
        CannotRunError: a code is none.
    """
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


def _refuse(findings: list[Finding], name: str, session: Session) -> None:
    if findings:
        Findings(session).complain(findings)
        raise CannotRunError(commands.validate.BROKEN_SETTINGS, berkas=name)


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
