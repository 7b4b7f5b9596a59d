"""Completion for PowerShell, of Windows and of other systems."""

from collections.abc import Iterator

from kesbang_iku.cli.completion import CompletedCommand, Completion
from kesbang_iku.cli.shells import filled


def render(completion: Completion) -> str:
    """Return the script."""
    return filled("powershell.ps1", WORDS="\n".join(_tables(completion)))


def _tables(completion: Completion) -> Iterator[str]:
    names = tuple(command.name for command in completion.commands)
    yield "$KesbangIkuWords = @{"
    for kind, words in {**completion.words, "COMMANDS": names}.items():
        yield f"    {_quoted(kind)} = @({', '.join(map(_quoted, words))})"
    yield "}"
    yield "$KesbangIkuTakes = @{"
    yield from _command(completion.program, "COMMANDS")
    for command in completion.commands:
        yield from _command(command, command.takes)
    yield "}"


def _command(command: CompletedCommand, otherwise: str) -> Iterator[str]:
    """Yield what each option of a command takes: nothing, a kind, or ``-`` for anything."""
    yield f"    {_quoted(command.name)} = @{{"
    for option in command.options:
        for name in option.names:
            # Hash tables ignore case, so of -V and -v there is one.
            yield f"        {_quoted(name)} = {_quoted(option.takes or '-' * option.valued)}"
    yield f"        '*' = {_quoted(otherwise)}"
    yield "    }"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
