"""The national catalog, each definition read when its code is first asked for.

Most runs need a few of its indicators. Files are named after the code they hold, so that finding
one opens no other; a code that no file is named after leads to reading them all. A definition that
is read alone is held to every rule it can break alone or against other versions of its code; what
concerns the catalog as a whole is checked when the whole is read, as for a list of it, and by
``validate`` on its folder.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TypeVar

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.tables import Tables
from kesbang_iku.model.definition import Definition

D = TypeVar("D", bound=Definition)


class LazyCatalog(Catalog[D]):
    """A catalog whose codes are known before its definitions are read.

    Args:
        codes: every code.
        read_versions: gives the versions of one code, oldest first.
        read_whole: gives all definitions, ordered as a catalog orders them.
        tables: units, achievement methods, category scales, fields of work, themes.
        version: version of the package the catalog came with.
        read_outputs: gives the second tier.
    """

    def __init__(
        self,
        codes: Collection[str],
        read_versions: Callable[[str], tuple[D, ...]],
        read_whole: Callable[[], tuple[D, ...]],
        tables: Tables,
        version: str,
        read_outputs: Callable[[], tuple[D, ...]],
    ) -> None:
        # What is set here is never set again: the class stays frozen, as its parent is.
        vars(self).update(
            tables=tables,
            version=version,
            read_outputs=read_outputs,
            additions=(),
            origins={},
            _codes=tuple(sorted(codes)),
            _read_versions=read_versions,
            _read_whole=read_whole,
            _read={},
        )

    _codes: tuple[str, ...]
    _read_versions: Callable[[str], tuple[D, ...]]
    _read_whole: Callable[[], tuple[D, ...]]
    _read: dict[str, tuple[D, ...]]

    @cached_property
    def definitions(  # pyright: ignore[reportIncompatibleVariableOverride]  # read when asked for
        self,
    ) -> tuple[D, ...]:
        """All definitions, by code, older versions before newer ones."""
        return tuple(found for versions in self._by_code.values() for found in versions)

    @cached_property
    def _by_code(  # pyright: ignore[reportIncompatibleVariableOverride]  # read when asked for
        self,
    ) -> Mapping[str, tuple[D, ...]]:
        by_code: dict[str, tuple[D, ...]] = {}
        for definition in self._read_whole():
            by_code[definition.kode] = (*by_code.get(definition.kode, ()), definition)
        # Whoever has got a definition before goes on to meet the same object.
        return {kode: self._read.setdefault(kode, found) for kode, found in by_code.items()}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, each once, in order."""
        return self._codes

    def where(self, definitions: tuple[D, ...]) -> Catalog[D]:
        """Return a catalog of these definitions with the same tables."""
        return Catalog(definitions, self.tables, self.version, self.read_outputs)

    def _find(self, reference: str) -> tuple[D, ...] | None:
        if reference in self._read:
            return self._read[reference]
        if ":" in reference:
            return super()._find(reference)
        kode = reference.strip().upper()
        if kode in self._codes and kode not in self._read:
            self._read[kode] = self._read_versions(kode)
        # A code that no file is named after is unknown only once all files have been read.
        return self._read.get(kode) or super()._find(reference)
