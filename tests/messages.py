"""Files of messages as people read them, which tests hold the code to.

A test that reads such a file writes it anew when its module is run, as in
``python -m tests.validation.test_messages``; the difference then shows what people would read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from kesbang_iku.findings import Finding
from tests.tree import read_yaml


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as they are."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def described(finding: Finding) -> dict[str, Any]:
    """Return a finding as a file of messages has it."""
    place = finding.place
    where = {"baris": place.baris, "kolom": place.kolom, "sel": place.sel, "nilai": finding.nilai}
    return {
        "kode": finding.kode,
        **{name: value for name, value in where.items() if value is not None},
        "id": f"{finding.message('id')} | {finding.hint('id')}",
        "en": f"{finding.message('en')} | {finding.hint('en')}",
    }


def load(path: Path) -> Any:  # noqa: ANN401  # a list or mapping, as the test made it
    """Return what a file of messages holds, or nothing where there is none yet."""
    return read_yaml(path) if path.is_file() else {}


def write(path: Path, about: str, content: object) -> None:
    """Write a file of messages under a line that says what it is about."""
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(f"# {about}\n{text}", encoding="utf-8")
