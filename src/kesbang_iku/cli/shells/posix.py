"""What the scripts for bash and zsh share: words in variables, and one ``case`` of the commands."""

from collections.abc import Iterator

from kesbang_iku.cli.completion import CompletedCommand, Completion
from kesbang_iku.cli.shells import filled


def posix_script(name: str, completion: Completion) -> str:
    """Return the script called ``name``, with what there is to complete."""
    words = "\n".join(_word_lines(completion))
    cases = "\n".join(_command_cases(completion))
    valued = _valued_before_commands(completion)
    return filled(name, VALUED=valued, CASES=cases, WORDS=words)


def _quoted(text: str) -> str:
    """Return ``text`` in single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"


def _word_lines(completion: Completion) -> Iterator[str]:
    """Yield a variable for each kind of value, with a line for each word."""
    for kind, words in completion.words.items():
        yield f"_kesbang_iku_words_{kind}={_quoted(chr(10).join(words))}"


def _command_cases(completion: Completion) -> Iterator[str]:
    """Yield, for the command in ``$command``, what sets ``options`` and ``kind``.

    ``$prev`` is the word before the one that is completed.
    """
    yield "    case $command in"
    for command in completion.commands:
        yield f"    {command.name})"
        yield from _branch(command, command.takes or "-")
    names = " ".join(command.name for command in completion.commands)
    yield "    '')"
    yield f"        commands={_quoted(names)}"
    yield from _branch(completion.program, "COMMANDS")
    yield "    esac"


def _valued_before_commands(completion: Completion) -> str:
    """Return a pattern of the options in front of a command that take a value."""
    return "|".join(
        name for option in completion.program.options if option.valued for name in option.names
    )


def _branch(command: CompletedCommand, otherwise: str) -> Iterator[str]:
    names = " ".join(name for option in command.options for name in option.names)
    yield f"        options={_quoted(names)}"
    yield "        case $prev in"
    for option in command.options:
        if option.valued:
            yield f"        {'|'.join(option.names)}) kind={option.takes or '-'} ;;"
    yield f"        *) kind={otherwise} ;;"
    yield "        esac"
    yield "        ;;"
