"""Which findings count on this run: the project's configuration, and a baseline."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.findings import Finding
from kesbang_iku.findings.sentences import commands
from kesbang_iku.validation.baseline import BaselineMatch, make_baseline, read_baseline
from kesbang_iku.validation.configuration import (
    Configuration,
    find_configuration,
    read_configuration,
)
from kesbang_iku.validation.fingerprints import relative_name

if TYPE_CHECKING:
    from kesbang_iku.cli.session import Session


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
    configuration = Configuration()
    path = _configuration_path(options)
    if path is not None:
        name = relative_name(str(path))
        configuration, found = read_configuration(path, name)
        _refuse(found, name, session)
    baseline: frozenset[str] = frozenset()
    if options.garis_dasar is not None:
        baseline, found = read_baseline(options.garis_dasar)
        _refuse(found, options.garis_dasar, session)
    return FindingSettings(configuration, baseline)


def _configuration_path(options: Namespace) -> Path | None:
    if options.tanpa_konfigurasi:
        return None
    if options.konfigurasi is not None:
        return Path(options.konfigurasi)
    try:
        return find_configuration(Path.cwd())
    except FileNotFoundError:
        return None  # the current folder was deleted, and whatever held in it


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
    Path(path).write_bytes(written.encode("utf-8", "backslashreplace"))
    entries = content["temuan"]
    number = len(entries) if isinstance(entries, list) else 0
    session.remark(session.say(commands.validate.BASELINE_WRITTEN, jumlah=number, berkas=path))
