"""The language and the catalogs to add where no option says them: environment, then configuration.

The language is wanted before anything is understood or loaded, so a configuration that says it
wrongly says nothing here; what is wrong with it is told by the commands that use a catalog.
"""

import os
from argparse import Namespace
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Final, get_args

from kesbang_iku.findings import Language
from kesbang_iku.validation.configuration_file import (
    SHARED_FILE,
    find_configuration,
    own_table,
    start_of,
)

LANGUAGE_VARIABLE: Final = "KESBANG_IKU_BAHASA"
CATALOG_VARIABLE: Final = "KESBANG_IKU_KATALOG"
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_KEY: Final = "bahasa"


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language of the person: by option, environment, configuration, or Indonesian."""
    asked = _last_value(arguments, "--bahasa") or os.environ.get(LANGUAGE_VARIABLE)
    said = asked or _configured_language(_asked_configuration(arguments))
    return "en" if said == "en" else "id"


def wrong_language() -> str | None:
    """Return what the environment says that is none of the languages."""
    said = os.environ.get(LANGUAGE_VARIABLE)
    return said if said and said not in LANGUAGES else None


def catalog_folders(options: Namespace) -> tuple[str, ...]:
    """Return the catalog folders of the options, or else those of the environment."""
    if options.katalog:
        return tuple(options.katalog)
    return tuple(filter(None, os.environ.get(CATALOG_VARIABLE, "").split(os.pathsep)))


def configuration_path(options: Namespace) -> Path | None:
    """Return the configuration that the options ask for, or that holds in the current folder."""
    if getattr(options, "tanpa_konfigurasi", False):
        return None
    asked = getattr(options, "konfigurasi", None)
    if asked is not None:
        return Path(asked)
    try:
        return find_configuration(Path.cwd())
    except FileNotFoundError:
        return None  # the current folder was deleted, and whatever held in it


def _asked_configuration(arguments: Sequence[str]) -> Path | None:
    without = "--tanpa-konfigurasi" in arguments
    asked = _last_value(arguments, "--konfigurasi")
    return configuration_path(Namespace(tanpa_konfigurasi=without, konfigurasi=asked))


def _configured_language(path: Path | None) -> object:
    content = b"" if path is None else start_of(path)
    if path is None or _KEY.encode() not in content:
        return None
    return own_table(content, shared=path.name == SHARED_FILE).get(_KEY)


def _last_value(arguments: Sequence[str], option: str) -> str | None:
    """Return what ``arguments`` say last by ``option``, before they are understood."""
    found = None
    for argument, following in zip_longest(arguments, arguments[1:]):
        name, equals, value = argument.partition("=")
        if name == "--":
            break
        if name == option:
            found = value if equals else following
    return found
