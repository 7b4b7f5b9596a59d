"""``help``: what the program and its commands take."""

from argparse import Namespace

from kesbang_iku.cli import registry
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.parser import read_arguments
from kesbang_iku.cli.session import Session


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("perintah", metavar="PERINTAH", nargs="?", choices=registry.ordered())


def run(options: Namespace, session: Session) -> int:
    """Write the help of a command, or of the program."""
    chosen = [] if options.perintah is None else [options.perintah]
    asked = read_arguments(["--bahasa", session.language, *chosen, "--help"])
    session.answer(asked.answer or "")
    return 0
