"""Completion for PowerShell, of Windows and of other systems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kesbang_iku.cli.completion import CompletedCommand, Completion

_HEAD: Final = """\
# PowerShell completion for kesbang-iku; add it to the profile:
#   kesbang-iku completion powershell >> $PROFILE"""
_FUNCTION: Final = r"""
Register-ArgumentCompleter -Native -CommandName kesbang-iku -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Where-Object {
        $_.Extent.EndOffset -lt $cursorPosition
    } | ForEach-Object { $_.Extent.Text } | Select-Object -Skip 1)
    $command = ''
    for ($i = 0; $i -lt $before.Count; $i++) {
        if ($KesbangIkuTakes[''].ContainsKey($before[$i])) {
            if ($KesbangIkuTakes[''][$before[$i]] -ne '') { $i++ }
        } elseif (-not $before[$i].StartsWith('-')) {
            $command = $before[$i]
            break
        }
    }
    $takes = $KesbangIkuTakes[$command]
    if ($null -eq $takes) { return }
    $previous = if ($before.Count) { $before[-1] } else { '' }
    $typed = $wordToComplete.Trim("'", '"')
    $kind = if ($takes[$previous]) { $takes[$previous] } else { $takes['*'] }
    $proposed = if ($typed.StartsWith('-')) {
        $takes.Keys | Where-Object { $_ -ne '*' } | Sort-Object
    } else {
        $KesbangIkuWords[$kind]
    }
    # Where nothing is proposed, PowerShell proposes files.
    $proposed | Where-Object {
        $_ -and $_.StartsWith($typed, 'OrdinalIgnoreCase')
    } | ForEach-Object {
        $text = if ($_ -match "[ ']") { "'" + $_.Replace("'", "''") + "'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
"""


def render(completion: Completion) -> str:
    """Return the script."""
    return "\n".join((_HEAD, *_tables(completion), _FUNCTION))


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
