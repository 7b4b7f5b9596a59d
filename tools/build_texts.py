"""Write what type checkers know of the texts: the stubs of ``kinds`` and ``sentences``.

Run it after a kind, a name or a field of ``texts/`` has changed; a test holds the stubs to the
texts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kesbang_iku.findings import FindingKind
from kesbang_iku.findings.register import all_kinds, fields_of, kind_named
from kesbang_iku.findings.texts import Entry, read_yaml

ROOT: Final = Path(__file__).resolve().parents[1]
TEXTS: Final = ROOT / "texts"
ROOM: Final = ROOT / "src" / "kesbang_iku" / "findings"
FINDINGS: Final = "temuan"
_APART: Final = frozenset({FINDINGS, "kunci"})
"""What code does not call by name."""

_KINDS_HEAD: Final = """\
# Every kind of finding that code names. Written by tools/build_texts.py.

# Each kind says which fields its sentences have; that narrows what ``at`` takes, on purpose.
# mypy: disable-error-code="override"
# pyright: reportIncompatibleMethodOverride=false

from typing import Final

from kesbang_iku.findings.finding import Finding, FindingKind
from kesbang_iku.findings.place import Place
"""
_SENTENCES_HEAD: Final = """\
# What is said to people besides findings. Written by tools/build_texts.py.

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings.text import Text
"""


def names() -> dict[str, FindingKind]:
    """Return the kinds that code names, by their names, in the order of their codes."""
    entries = {
        code: entry
        for hundred in read_yaml(TEXTS, FINDINGS).values()
        for code, entry in hundred.items()
    }
    named = {kind.code: kind for kind in all_kinds()}
    return {
        entry["nama"]: named[code] for code, entry in sorted(entries.items()) if "nama" in entry
    }


def kinds_stub() -> str:
    """Return the stub that tells type checkers of every kind, and of the fields each takes."""
    parts = [_KINDS_HEAD]
    for name in names():
        kind = kind_named(name)
        fields = "".join(f", {field}: object" for field in fields_of(kind))
        parts.append(
            f"class _{_camel(name)}(FindingKind):\n"
            f"    def at(self, place: Place | None = None, *, value: str | None = None{fields})"
            " -> Finding: ...\n"
        )
    parts.append("\n".join(f"{name}: Final[_{_camel(name)}]" for name in names()) + "\n")
    return "\n".join(parts)


def sentences_stub() -> str:
    """Return the stub that tells type checkers of every sentence, by the file it stands in."""
    names = sorted({path.stem for path in TEXTS.iterdir()} - _APART)
    parts = [_SENTENCES_HEAD, *(_class_of(name, read_yaml(TEXTS, name)) for name in names)]
    parts.append("\n".join(f"{name}: Final[_{_camel(name)}]" for name in names) + "\n")
    return "\n".join(parts)


def _class_of(name: str, entries: Entry) -> str:
    """Return the class of a file; of a folder those of its files in front."""
    inner = [
        _class_of(f"{name}_{key}", entry) for key, entry in entries.items() if not key.isupper()
    ]
    types = {
        key: _type(entry) if key.isupper() else f"_{_camel(f'{name}_{key}')}"
        for key, entry in entries.items()
    }
    lines = [f"    {key}: Final[{found}]" for key, found in types.items()]
    return "\n".join([*inner, "\n".join([f"class _{_camel(name)}:", *lines]) + "\n"])


def _camel(name: str) -> str:
    return name.title().replace("_", "")


def _type(entry: Entry | int) -> str:
    if isinstance(entry, int):
        return "int"
    return "Text" if entry.keys() == {"id", "en"} else "Mapping[str, Text]"


def main() -> None:
    """Write both stubs."""
    (ROOM / "kinds.pyi").write_text(kinds_stub(), encoding="utf-8")
    (ROOM / "sentences.pyi").write_text(sentences_stub(), encoding="utf-8")


if __name__ == "__main__":
    main()
