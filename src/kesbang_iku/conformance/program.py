"""A program under test: it is started once, asked a case a line, and answers a line each."""

import json
import queue
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Text, refusal
from kesbang_iku.findings.sentences import conformance as texts
from kesbang_iku.findings.signs import NOTHING

PATIENCE: Final = 10.0
"""So many seconds a program has for each answer."""
_LAST_WORDS: Final = 2_000
"""So many bytes of what it said last are shown."""
_LEAVE: Final = 1.0
"""So many seconds it has to end."""


class CannotStartError(Exception):
    """The program cannot be started at all; ``sebab`` says why."""

    def __init__(self, sebab: Text) -> None:
        super().__init__(sebab.id)
        self.sebab = sebab


@dataclass(frozen=True, slots=True)
class Reply:
    """What a program answered to a case, or why it did not."""

    answer: Mapping[str, Any]
    why: Text | None = None


class Program:
    """A running program.

    Args:
        process: it, with pipes for its standard input and output.
        said: where its standard error goes.
    """

    def __init__(self, process: subprocess.Popen[bytes], said: IO[bytes]) -> None:
        self._process = process
        self._asked, self._answered = _pipes(process)
        self._said = said
        self._lines: queue.Queue[bytes | None] = queue.Queue()
        self._lost: Text | None = None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        for line in self._answered:
            self._lines.put(line)
        self._lines.put(None)  # it says nothing more

    def ask(self, question: Mapping[str, Any]) -> Reply:
        """Return what the program answers to one question. Raises nothing for what it does."""
        if self._lost is not None:
            return Reply({}, self._lost)
        try:
            line = json.dumps(question, ensure_ascii=False)
            self._asked.write(line.encode() + b"\n")
            self._asked.flush()
        except OSError:
            return self._ended()
        try:
            answered = self._lines.get(timeout=PATIENCE)
        except queue.Empty:
            # What comes late would be taken for the answer to the next question.
            self._lost = texts.TOO_LATE.filled(detik=int(PATIENCE))
            return Reply({}, self._lost)
        return self._ended() if answered is None else _reply(answered, question["id"])

    def _ended(self) -> Reply:
        try:
            status: object = self._process.wait(timeout=_LEAVE)
        except subprocess.TimeoutExpired:
            status = NOTHING  # it closed its output and goes on
        self._lost = texts.ENDED.filled(status=status)
        return Reply({}, self._lost)

    def end(self) -> None:
        """Let the program end by itself, as it is asked nothing more; make it if it does not."""
        with suppress(OSError):
            self._asked.close()
        try:
            self._process.wait(timeout=_LEAVE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(timeout=_LEAVE)
        self._answered.close()

    def last_words(self) -> str:
        """Return the end of what the program said on standard error."""
        self._said.flush()
        size = self._said.seek(0, 2)
        self._said.seek(max(0, size - _LAST_WORDS))
        return self._said.read().decode("utf-8", "replace").strip()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """Return where a program is asked and where it answers."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("a program under test is started with both pipes")
    return process.stdin, process.stdout


def _reply(line: bytes, name: str) -> Reply:
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        return Reply({}, texts.NO_JSON.filled(baris=line.decode("utf-8", "replace")[:200].strip()))
    if not isinstance(answer, dict):
        return Reply({}, texts.NO_OBJECT)
    if answer.get("id") != name:
        return Reply({}, texts.OTHER_ID.filled(id=str(answer.get("id"))))
    return Reply(answer)


@contextmanager
def started(command: Sequence[str]) -> Iterator[Program]:
    """Give a program that runs until the end of the block.

    Raises:
        CannotStartError: there is no such program, or it may not be run.
    """
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(  # noqa: S603  # it is what the user asks to be run
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said
            )
        except (OSError, ValueError) as error:
            raise CannotStartError(refusal(error)) from error
        running = Program(process, said)
        try:
            yield running
        finally:
            running.end()
