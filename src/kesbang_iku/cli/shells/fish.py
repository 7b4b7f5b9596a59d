"""Completion for fish."""

from collections.abc import Iterator
from typing import Final

from kesbang_iku.cli.completion import FILES, CompletedCommand, Completion, Taken

_HEAD: Final = """\
# fish completion for kesbang-iku:
#   kesbang-iku completion fish > ~/.config/fish/completions/kesbang-iku.fish"""


def render(completion: Completion) -> str:
    """Return the script."""
    return "\n".join((_HEAD, *_lines(completion))) + "\n"


def _lines(completion: Completion) -> Iterator[str]:
    for kind, words in completion.words.items():
        yield f"function __kesbang_iku_{kind}"
        yield f"    printf '%s\\n' {' '.join(map(_quoted, words))}"
        yield "end"
    for option in completion.program.options:
        yield _option(option, "")
    for command in completion.commands:
        about = f"-d {_quoted(command.about)}"
        yield f"complete -c kesbang-iku -n __fish_use_subcommand -f -a {command.name} {about}"
        yield from _command(command, len(completion.program.options))


def _command(command: CompletedCommand, common: int) -> Iterator[str]:
    """Yield the lines of a command; its last ``common`` options are said once for all."""
    here = f"-n '__fish_seen_subcommand_from {command.name}' "
    for option in command.options[:-common]:
        yield _option(option, here)
    if command.takes != FILES:
        yield f"complete -c kesbang-iku {here}-f{_proposed(command.takes)}"


def _option(option: Taken, where: str) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    value = "" if not option.valued else " -r" if option.takes == FILES else " -x"
    proposed = _proposed(option.takes) if option.takes != FILES else ""
    return f"complete -c kesbang-iku {where}{names}{value}{proposed} -d {_quoted(option.about)}"


def _proposed(kind: str) -> str:
    return f" -a '(__kesbang_iku_{kind})'" if kind else ""


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
