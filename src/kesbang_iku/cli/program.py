"""Running one command: reading the arguments, finding the command, and ending in its status."""

from kesbang_iku.catalog.errors import CatalogError
from kesbang_iku.cli import registry
from kesbang_iku.cli.interrupts import INTERRUPTED
from kesbang_iku.cli.parser import UsageError, read_arguments
from kesbang_iku.cli.screen import Screen, discard_output
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.settings import (
    LANGUAGE_VARIABLE,
    LANGUAGES,
    catalog_folders,
    configuration_path,
    language_of,
    wrong_language,
)
from kesbang_iku.extras import MissingExtraError
from kesbang_iku.findings import refusal
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.signs import NOTHING

PIPE_CLOSED = 141
"""Exit status when the reader of our output has gone, likewise."""


def run(arguments: list[str]) -> int:
    """Run the command that ``arguments`` name, and return its exit status."""
    screen = Screen()
    try:
        status = _run(arguments, screen)
        screen.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return PIPE_CLOSED
    except OSError as error:
        # What a file or folder refuses while a command runs, or a full disk behind the output.
        discard_output()
        language = language_of(arguments)
        why = refusal(error).plain(language)
        # A folder that was deleted while one stands in it is refused without its name.
        unnamed = "." if isinstance(error, FileNotFoundError) else NOTHING
        reason = CannotRunError(texts.REFUSED, apa=error.filename or unnamed, sebab=why)
        screen.complain(reason.render(language))
        return 2
    return status


def _run(arguments: list[str], screen: Screen) -> int:
    try:
        chosen = read_arguments(arguments)
    except UsageError as error:
        screen.complain(str(error))
        return 2
    if chosen.answer is not None:
        screen.answer(chosen.answer)
        return 0
    options = chosen.options
    session = Session(
        language=options.bahasa,
        folders=catalog_folders(options),
        configuration=configuration_path(options),
        packages=not options.tanpa_paket,
        quiet=options.quiet,
        screen=screen.with_colour(wanted=not options.no_color),
    )
    try:
        _check_environment()
        return registry.command(chosen.command).run(options, session)
    except CannotRunError as error:
        session.screen.complain(error.render(session.language))
        return 2
    except MissingExtraError as error:
        session.screen.complain(f"kesbang-iku: {error.render(session.language)}")
        return 2
    except CatalogError as error:  # at any time: definitions are read as they are needed
        return _refuse_catalog(error, session)


def _refuse_catalog(error: CatalogError, session: Session) -> int:
    """Say what is wrong with the catalog, each at its place."""
    from kesbang_iku.cli.finding_lines import Findings  # noqa: PLC0415  # light: hardly ever needed

    Findings(session).complain(error.temuan)
    reason = CannotRunError(texts.BROKEN_CATALOG, jumlah=len(error.temuan))
    session.screen.complain(reason.render(session.language))
    return 2


def _check_environment() -> None:
    """Refuse a language that the environment says and nobody speaks here.

    Raises:
        CannotRunError: there is one.
    """
    wrong = wrong_language()
    if wrong is not None:
        raise CannotRunError(
            texts.WRONG_LANGUAGE, nama=LANGUAGE_VARIABLE, nilai=wrong, ada=", ".join(LANGUAGES)
        )
