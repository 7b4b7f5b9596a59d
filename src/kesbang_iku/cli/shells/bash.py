"""Completion for bash, from version 3.2 on, which macOS still has."""

from kesbang_iku.cli.completion import Completion
from kesbang_iku.cli.shells.posix import posix_script


def render(completion: Completion) -> str:
    """Return the script."""
    return posix_script("bash.bash", completion)
