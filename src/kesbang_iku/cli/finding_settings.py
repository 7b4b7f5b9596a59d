"""Which findings count on this run: the project's configuration, and a baseline."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable

from kesbang_iku._records import dataclass
from kesbang_iku.cli.finding_choice import chosen_configuration, refuse_settings
from kesbang_iku.cli.session import Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.sources.writing import write_whole
from kesbang_iku.validation.baseline import BaselineMatch, make_baseline, read_baseline
from kesbang_iku.validation.configuration import Configuration


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
