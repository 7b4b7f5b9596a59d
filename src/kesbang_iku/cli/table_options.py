"""What the options of a command say of tables that they do not say themselves."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from typing import TYPE_CHECKING, Final, get_args

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS, CodeSystem

if TYPE_CHECKING:
    from kesbang_iku.sources.year_parts import Part
    from kesbang_iku.tables.context import KnownContext

_WHOLE_YEAR: Final = "tahunan"


def table_options(add: Options, but: Collection[str] = ()) -> None:
    """Declare what a command takes of tables, ``but`` what it declares itself."""
    if "lembar" not in but:
        add.option("--lembar", metavar="LEMBAR")
    if "wilayah" not in but:
        add.option("--wilayah", metavar="WILAYAH", about="wilayah-tabel")
    add.option("--sistem-kode", choices=get_args(CodeSystem))
    if "tingkat" not in but:
        add.level(REGIONAL_LEVELS, about="tingkat-tabel")
    if "tahun" not in but:
        add.year(about="tahun-tabel")
    if "periode" not in but:
        add.option("--periode", metavar="PERIODE", about="periode-tabel")


def mapping_options(add: Options) -> None:
    """Declare ``--padanan``."""
    add.option("--padanan", metavar="BERKAS", action="extend", nargs="+", default=[])


def known_context(options: Namespace, *, region: bool = True) -> KnownContext | None:
    """Return what the options of a command say of its tables, ``None`` if they say nothing.

    ``region`` tells whether they may name one region for all.

    Raises:
        CannotRunError: the region or the part of the year is not known.
    """
    told = vars(options).get  # a command may have few of them
    asked = told("wilayah") if region else None
    if {asked, *map(told, ("tingkat", "tahun", "periode", "lembar", "sistem_kode"))} == {None}:
        return None
    from kesbang_iku.tables.context import KnownContext  # noqa: PLC0415  # light: tables alone need it

    return KnownContext(
        None if asked is None else region_named(asked, load_regions(), options.sistem_kode),
        told("tingkat"),
        options.tahun,
        None if options.periode is None else _part(options.periode),
        told("lembar"),
        options.sistem_kode,
    )


def _part(written: str) -> Part | None:
    from kesbang_iku.tables.headings import load_words  # noqa: PLC0415  # light: the same

    if written == _WHOLE_YEAR:
        return None
    part = load_words().part_of_year(written)
    if part is None:
        raise CannotRunError(texts.UNKNOWN_PERIOD, periode=written)
    return part
