"""The files of mappings a command is given, and the one it writes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.decisions import Decisions
from kesbang_iku.alignment.mapping_index import MappingIndex
from kesbang_iku.alignment.mapping_text import mapping_columns, mappings_text, suggestions
from kesbang_iku.alignment.mappings import (
    Mappings,
    NameMapping,
    has_mappings,
    in_order,
    merged,
    read_mappings,
)
from kesbang_iku.cli.finding_lines import has_errors
from kesbang_iku.cli.output import check_output
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import Sources, expand_folders, progress, read_sources
from kesbang_iku.cli.table_options import known_context
from kesbang_iku.findings import Finding, Level
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.writing import write_whole

if TYPE_CHECKING:
    from kesbang_iku.alignment.alignment import Alignment
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.tables.context import KnownContext

_ENDING: Final = ".tsv"
_WORKBOOK: Final = ".xlsx"
_SHEET: Final = "padanan"
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class MappingFiles:
    """The files of mappings that were read.

    Attributes:
        index: their rows together.
        findings: what was found in them.
        sources: the files.
        kept: what each holds, by its name.
    """

    index: MappingIndex
    findings: tuple[Finding, ...]
    sources: Sources
    kept: dict[str, Mappings]

    @property
    def together(self) -> Mappings:
        """The rows of all of them."""
        return Mappings(tuple(self.index.semua))

    @property
    def of_weight(self) -> tuple[Finding, ...]:
        """What was found but remarks on other regions and years."""
        return tuple(one for one in self.findings if one.tingkat is not Level.INFO)


def read_mapping_files(names: Iterable[str], session: Session, catalog: Catalog) -> MappingFiles:
    """Read files of mappings, each once; a folder stands for those in it, and others are told."""
    named = list(names)
    sources = read_sources(expand_folders(dict.fromkeys(named), session), session)
    others = [one for one in sources.opened if one.name not in named and not _may_be_one(one)]
    if others:
        sources.opened = [one for one in sources.opened if one not in others]
        listed = ", ".join(one.name for one in others[:_SHOWN])
        told = listed + (", …" if len(others) > _SHOWN else "")
        session.remark(session.say(texts.NO_MAPPINGS, jumlah=len(others), daftar=told))
    kept = {one.name: read_mappings(one, catalog) for one in progress(sources.opened, session)}
    rows = [row for one in kept.values() for row in one.baris]
    index = MappingIndex(len(kept), rows, catalog)
    said = (found for one in kept.values() for found in one.temuan)
    return MappingFiles(index, (*sources.findings, *said, *index.temuan), sources, kept)


def known_names(
    options: Namespace, sources: Sources, catalog: Catalog, session: Session
) -> KnownContext | None:
    """Return what options say of tables, with what people decided of the names in them.

    What is wrong with the files of mappings joins what was found in ``sources``.
    """
    known = known_context(options)
    if not options.padanan:
        return known
    from kesbang_iku.alignment.names import KnownNames  # noqa: PLC0415  # light: names alone need it
    from kesbang_iku.tables.context import KnownContext  # noqa: PLC0415  # light: tables alone need it

    files = read_mapping_files(options.padanan, session, catalog)
    sources.findings += files.of_weight
    sources.not_read += files.sources.not_read
    decisions = Decisions(files.index.semua, cache(lambda: KnownNames(catalog)))
    return replace(known or KnownContext(), names=decisions.code)


def take_mappings(options: Namespace) -> None:
    """Tell plans from files of mappings: these may stand among plans, and plans behind them.

    Raises:
        CannotRunError: there is no plan.
    """
    given = options.plans or options.padanan
    endings = (_ENDING,) if options.plans else (_ENDING, _WORKBOOK)
    mappings = [name for name in given if _is_mapping(name, endings)]
    if not options.plans:
        options.padanan = []
    options.plans = [name for name in given if name not in mappings]
    options.padanan += mappings
    if not options.plans:
        raise CannotRunError(commands.align.NO_PLAN)


def _may_be_one(opened: Opened) -> bool:
    """Say whether a file of a folder is meant as one of mappings."""
    return opened.name.casefold().endswith(_ENDING) or has_mappings(opened)


def _is_mapping(name: str, endings: tuple[str, ...]) -> bool:
    opened = open_source(name)[0] if name.casefold().endswith(endings) else None
    return opened is not None and has_mappings(opened)


def check_mappings(
    name: str | None, read: Sequence[str], files: MappingFiles, *, overwrite: bool = True
) -> None:
    """Refuse to write into a file of mappings what would lose a row of it.

    Raises:
        CannotRunError: it is another one that is read, one that is there and may not be
            written over, or holds rows that could not be read.
    """
    if name is None:
        return
    check_output(name, read, overwrite=overwrite)
    if name in files.kept and has_errors(files.kept[name].temuan):
        raise CannotRunError(texts.MAPPINGS_BROKEN, berkas=name)


def write_mappings(name: str, rows: Sequence[NameMapping], head: Sequence[str] = ()) -> None:
    """Write rows as a workbook where the name ends so, else as SSSOM/TSV under ``head``.

    Raises:
        OSError: it cannot be written.
        MissingExtraError: the library that writes workbooks is not installed.
    """
    if not name.casefold().endswith(_WORKBOOK):
        write_whole(name, mappings_text(rows, head).encode("utf-8", "replace"))
        return
    from kesbang_iku.publish.workbook import workbook_of  # noqa: PLC0415  # light: seldom wanted

    columns = mapping_columns(rows)
    cells = [[row.cells.get(one) for one in columns] for row in sorted(rows, key=in_order)]
    write_whole(name, workbook_of(columns, cells, _SHEET))


def tell_unused(aligned: Iterable[Alignment], files: MappingFiles, session: Session) -> None:
    """Say so where there are decisions, and not one of them is about the plans at hand."""
    used = any(item.keputusan is not None for one in aligned for item in one)
    regions = sorted({row.wilayah or "*" for row in files.index.baris if row.keputusan})
    if regions and not used:
        told = ", ".join(regions[:_SHOWN]) + (", …" if len(regions) > _SHOWN else "")
        session.remark(session.say(texts.NO_DECISION_USED, wilayah=told))


def keep_mappings(
    name: str, aligned: Iterable[Alignment], files: MappingFiles, session: Session
) -> None:
    """Write what stands in a file of mappings already, and what the plans suggest besides.

    Raises:
        OSError: it cannot be written.
    """
    before = files.kept.get(name, Mappings())
    new = [row for one in aligned for row in suggestions(one, session.language)]
    rows = merged((*before.baris, *new))
    write_mappings(name, rows, before.kepala)
    decided = sum(row.keputusan for row in rows)
    told = {"berkas": name, "keputusan": decided, "usulan": len(rows) - decided}
    session.remark(session.say(texts.MAPPINGS_WRITTEN, **told))
