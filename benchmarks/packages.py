"""The packages for other languages, each beside the library: a full result, one after another.

A language whose program is not installed is left out. A further language is one more entry of
``LANGUAGES``, and a task that answers as ``tasks/npm.mjs`` does.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks.environments import Environment, own
from benchmarks.pairs import Figure, answering, task

INDICATOR: Final = "KBP-POL-01"
"""The old Democracy Index: three parts, in the numbers of Kalimantan Tengah in 2018."""
PARTS: Final = {"kebebasan_sipil": "90.09", "hak_politik": "50.46", "lembaga_demokrasi": "80.65"}
_TASKS: Final = Path(__file__).with_name("tasks")


class Language(NamedTuple):
    """A package: the form it is exported as, the program that runs it, and its task."""

    form: str
    program: str
    task: str


LANGUAGES: Final = (
    Language("npm", "node", "npm.mjs"),
    Language("composer", "php", "composer.php"),
)


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    numbers = json.dumps(PARTS)
    for language in LANGUAGES:
        program = shutil.which(language.program)
        if program is None:
            continue
        asked = [program, "--version"]
        version = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
        label = f"{language.program} {' '.join(version[:2])}"
        with TemporaryDirectory() as folder:
            command = [own().program("kesbang-iku"), "export", language.form, "-o", folder]
            subprocess.run(command, check=True, capture_output=True)
            line = [program, str(_TASKS / language.task), folder, INDICATOR, numbers]
            with (
                answering(
                    f"{language.form}: value, achievement, category, verification string",
                    Environment(Path(program).parent, label),
                    line,
                ) as ours,
                task(
                    "the library: value, achievement, category, verification string",
                    own(),
                    *("library", "told", INDICATOR, numbers),
                ) as library,
            ):
                yield Figure(ours, library)
