"""What programs may ask: four tools, each answered by a command with the JSON it gives people.

A tool turns its arguments into the words of a command and the text of standard input. What is
asked is so read, masked and refused exactly as on the command line.
"""

import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import Any, Final, NamedTuple, get_args

from kesbang_iku._records import dataclass
from kesbang_iku.cli.program import run
from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.computing.verification import is_statement
from kesbang_iku.findings.sentences import commands
from kesbang_iku.model.vocabulary import AdminLevel

Arguments = Mapping[str, Any]

_SAID: Final = commands.serve
_TEXT: Final[Mapping[str, Any]] = {"type": "string"}
_NUMBER: Final[Mapping[str, Any]] = {"type": ["string", "number"]}
_SHAPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "berkas": _TEXT,
    "isi": _TEXT,
    "kata": _TEXT,
    "kode": _TEXT,
    "periode": _TEXT,
    "realisasi": _NUMBER,
    "tahun": {"type": "integer"},
    "target": _NUMBER,
    "tingkat": {"type": "string", "enum": list(get_args(AdminLevel))},
    "variabel": {"type": "object", "additionalProperties": _NUMBER},
    "wilayah": _TEXT,
}
"""The JSON Schemas of the arguments."""
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "object": (dict,),
}
_CONTEXT: Final = ("wilayah", "tingkat", "tahun", "periode")
"""What says whose a table is and for when, as options of the same names do."""
_SOURCES: Final = (("berkas",), ("isi",), ("variabel", "realisasi"))
_COULD_NOT_RUN: Final = 2
_FORM: Final = ("--format", "json")


class Question(NamedTuple):
    """The words of a command, and what stands on its standard input."""

    words: Sequence[str]
    text: str = ""


class Answered(NamedTuple):
    """What a command answered: its JSON, what else it said, and whether it could not run."""

    answer: str
    said: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name, the arguments it needs and those it takes, and what it asks."""

    name: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    question: Callable[[str, Arguments], Question]

    def schema(self, described: Callable[[str], str]) -> dict[str, Any]:
        """Return the JSON Schema of its arguments, each with the text that ``described`` gives."""
        names = (*self.needs, *self.takes)
        return {
            "type": "object",
            "properties": {one: {**_SHAPES[one], "description": described(one)} for one in names},
            "required": list(self.needs),
            "additionalProperties": False,
        }

    def asked(self, given: Arguments) -> Question:
        """Return what it asks with some arguments.

        Raises:
            CannotRunError: an argument is missing, unknown, or of another kind.
        """
        told = {name: value for name, value in given.items() if value is not None}
        names = (*self.needs, *self.takes)
        for name, value in told.items():
            if name not in names:
                raise CannotRunError(
                    _SAID.UNKNOWN_ARGUMENT, alat=self.name, nama=name, ada=", ".join(names)
                )
            if not _fits(value, _SHAPES[name]):
                shown = json.dumps(value, ensure_ascii=False)
                raise CannotRunError(_SAID.WRONG_ARGUMENT, alat=self.name, nama=name, nilai=shown)
        _require(self.name, self.needs, told)
        return self.question(self.name, told)


def _fits(value: object, shape: Mapping[str, Any]) -> bool:
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    allowed = tuple(kind for name in kinds for kind in _KINDS[name])
    if isinstance(value, bool) or not isinstance(value, allowed):
        return False
    inner = shape.get("additionalProperties")
    if isinstance(value, dict) and inner is not None:
        return all(_fits(one, inner) for one in value.values())
    return "enum" not in shape or value in shape["enum"]


def _require(tool: str, needed: Sequence[str], told: Arguments) -> None:
    missing = [name for name in needed if name not in told]
    if missing:
        raise CannotRunError(_SAID.MISSING_ARGUMENT, alat=tool, nama=", ".join(missing))


def _options(told: Arguments, *names: str) -> list[str]:
    return [f"--{name}={told[name]}" for name in names if name in told]


def _find(_tool: str, told: Arguments) -> Question:
    words = _options({**told, "cari": told["kata"]}, "cari", "tingkat", "tahun")
    return Question(("list", *_FORM, *words))


def _show(_tool: str, told: Arguments) -> Question:
    return Question(("show", *_FORM, *_options(told, "tahun"), "--", told["kode"]))


def _check(tool: str, told: Arguments) -> Question:
    _require_one_source(tool, told, _SOURCES[:2])
    if is_statement(told.get("isi", "")):
        return Question(("verify", *_FORM, "--", told["isi"]))
    return _of_source(("validate", *_FORM, *_options(told, *_CONTEXT)), told)


def _compute(tool: str, told: Arguments) -> Question:
    _require_one_source(tool, told, _SOURCES)
    explained = ("explain", *_FORM, *_options(told, "kode"))
    if "berkas" in told or "isi" in told:
        command = explained if "kode" in told else ("compute", *_FORM)
        return _of_source((*command, *_options(told, *_CONTEXT)), told)
    _require(tool, ("kode", "wilayah", "tahun"), told)
    item = {name: told[name] for name in ("kode", *_SOURCES[2], "target") if name in told}
    when = {name: told[name] for name in ("wilayah", "tahun", "periode") if name in told}
    report = json.dumps({"jenis": "laporan", **when, "item": [item]}, ensure_ascii=False)
    return Question((*explained, "--", "-"), report)


def _require_one_source(tool: str, told: Arguments, sources: Sequence[Sequence[str]]) -> None:
    if sum(any(name in told for name in names) for names in sources) != 1:
        there = ", ".join("/".join(names) for names in sources)
        raise CannotRunError(_SAID.ONE_SOURCE, alat=tool, ada=there)


def _of_source(words: Sequence[str], told: Arguments) -> Question:
    return Question((*words, "--", told.get("berkas", "-")), told.get("isi", ""))


TOOLS: Final[Mapping[str, Tool]] = {
    tool.name: tool
    for tool in (
        Tool("cari_indikator", ("kata",), ("tingkat", "tahun"), _find),
        Tool("tampilkan_definisi", ("kode",), ("tahun",), _show),
        Tool(
            "hitung",
            (),
            ("kode", "variabel", "target", "realisasi", *_CONTEXT, "isi", "berkas"),
            _compute,
        ),
        Tool("periksa", (), ("isi", "berkas", *_CONTEXT), _check),
    )
}


def tool_named(name: str) -> Tool:
    """Return the tool of a name.

    Raises:
        CannotRunError: there is none.
    """
    if name not in TOOLS:
        raise CannotRunError(_SAID.UNKNOWN_TOOL, nama=name, ada=", ".join(TOOLS))
    return TOOLS[name]


def ask(question: Question, common: Sequence[str] = ()) -> Answered:
    """Run the command of a question in this process, with streams of its own.

    Args:
        question: what is asked; standard input holds its text and nothing else.
        common: options of every command, such as the language.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    text = io.BytesIO(question.text.encode("utf-8", "replace"))
    own, sys.stdin = sys.stdin, io.TextIOWrapper(text, "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = run([*common, *question.words])
    finally:
        sys.stdin = own
    return Answered(_written(out), _written(err).strip(), status == _COULD_NOT_RUN)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    return buffer.getvalue().decode("utf-8") if isinstance(buffer, io.BytesIO) else ""
