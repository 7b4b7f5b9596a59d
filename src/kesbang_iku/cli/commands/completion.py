"""``completion``: a script by which a shell completes what is typed."""

from argparse import Namespace

from kesbang_iku.cli import shells
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.completion import completion_of
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import Session
from kesbang_iku.findings.sentences import commands


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("shell", metavar="SHELL", choices=shells.names(), words=commands.completion.SHELLS)


def run(options: Namespace, session: Session) -> int:
    """Write the script for a shell, with the indicators of the session's catalogs."""
    completion = completion_of(open_catalog(session), session)
    session.answer(shells.load(options.shell).render(completion).rstrip())
    return 0
