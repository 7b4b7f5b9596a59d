"""Opening the standard, with the catalogs a user adds to it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kesbang_iku.catalog.catalog import Catalog, UnknownCodeError
from kesbang_iku.catalog.load import is_catalog_folder, load_catalog
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.validation.configuration import read_configuration
from kesbang_iku.validation.fingerprints import relative_name

_SHOWN: Final = 12
"""Up to so many indicators a name may mean are listed."""


def open_catalog(session: Session) -> Catalog:
    """Return the standard with the session's catalogs added.

    Raises:
        CannotRunError: a folder is none.
        CatalogError: something in it is broken.
    """
    folders = session.folders or _configured_folders(session)
    for folder in folders:
        if not Path(folder).is_dir():
            raise CannotRunError(texts.NO_FOLDER, folder=folder)
        if not is_catalog_folder(Path(folder)):
            raise CannotRunError(texts.NO_CATALOG, folder=folder)
    return load_catalog(folders, packages=session.packages)


def _configured_folders(session: Session) -> tuple[str, ...]:
    """Return the catalog folders that the configuration names, relative to its own folder.

    Raises:
        CannotRunError: something in it is wrong; the findings are written first.
    """
    path = session.configuration
    if path is None:
        return ()
    name = relative_name(str(path))
    configuration, found = read_configuration(path, name)
    if found:
        Findings(session).complain(found)
        raise CannotRunError(texts.BROKEN_CONFIGURATION, berkas=name)
    return tuple(str(path.parent / folder) for folder in configuration.catalogs)


def versions(catalog: Catalog, reference: str) -> tuple[Indicator, ...]:
    """Return the versions of the indicator that an argument names, oldest first.

    It may be named by a code, by its name or abbreviation, or by words that no other one has.

    Raises:
        CannotRunError: there is no such indicator, or there are several.
    """
    try:
        return catalog.versions(reference)
    except UnknownCodeError as error:
        named = _named(catalog, reference, near=bool(error.near))
        if len(named) == 1:
            return catalog.versions(named[0])
        if named:
            raise _several(catalog, reference, named) from error
        if error.near:
            near = ", ".join(error.near)
            raise CannotRunError(texts.UNKNOWN_CODE_NEAR, kode=reference, dekat=near) from error
        raise CannotRunError(texts.UNKNOWN_CODE, kode=reference) from error


def _named(catalog: Catalog, reference: str, *, near: bool) -> tuple[str, ...]:
    """Return the codes of what words name: by the whole name first, also with a letter wrong."""
    from kesbang_iku.catalog.search import called, plain, search  # noqa: PLC0415  # light: names alone

    named = called(catalog.definitions, reference)
    if not named and not near:
        result = search(catalog.definitions, reference)
        read_as = dict(result.read_as)
        meant = " ".join(read_as.get(word, word) for word in plain(reference).split())
        named = called(catalog.definitions, meant) or result.definitions
    return tuple(dict.fromkeys(one.kode for one in named))


def _several(catalog: Catalog, reference: str, codes: Sequence[str]) -> CannotRunError:
    """Return the error that lists, shortly, the indicators a name may mean."""
    shown = [catalog[code] for code in codes[:_SHOWN]]
    listed = Text.each(
        lambda language: "".join(
            f"\n  {one.kode}  {clean(one.title.plain(language))}" for one in shown
        )
    )
    more = Text("", "") if len(codes) <= _SHOWN else texts.AND_MORE.filled(sisa=len(codes) - _SHOWN)
    said = {"kode": clean(reference), "jumlah": len(codes), "daftar": listed, "sisa": more}
    return CannotRunError(texts.SEVERAL_CODES.filled(**said))
