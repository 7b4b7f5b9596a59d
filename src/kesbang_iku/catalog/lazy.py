"""The national catalog, each definition read when its code is first asked for.

Most runs need a few of its indicators. Files are named after the code they hold, so that finding
one opens no other; a code that no file is named after leads to reading them all. A definition that
is read alone is held to every rule it can break alone or against other versions of its code; what
concerns the catalog as a whole is checked when the whole is read, as for a list of it, and by
``validate`` on its folder.
"""

from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import cached_property

from kesbang_iku.indicator.indicator import Indicator

Versions = tuple[Indicator, ...]


class LazyVersions(Mapping[str, Versions]):
    """The versions of each code, the codes known before anything is read.

    Asking for one code reads its files; asking for all versions, or for a code that no file is
    named after, reads everything.

    Args:
        codes: every code.
        read_versions: gives the versions of one code, oldest first.
        read_whole: gives all indicators, ordered as a catalog orders them.
        digest: gives the fingerprint of the catalog, where it is known without reading them.
    """

    def __init__(
        self,
        codes: Collection[str],
        read_versions: Callable[[str], Versions],
        read_whole: Callable[[], Versions],
        digest: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._codes = tuple(sorted(codes))
        self._read_versions = read_versions
        self._read_whole = read_whole
        self.digest = digest
        self._read: dict[str, Versions] = {}

    def __getitem__(self, code: str) -> Versions:
        if code not in self._read:
            if code not in self._codes:
                # It is unknown only once all files have been read.
                return self._whole[code]
            self._read[code] = self._read_versions(code)
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def items(self) -> ItemsView[str, Versions]:
        """Return each code with its versions, all of them read and checked together."""
        return self._whole.items()

    def values(self) -> ValuesView[Versions]:
        """Return the versions of each code, all of them read and checked together."""
        return self._whole.values()

    @cached_property
    def _whole(self) -> dict[str, Versions]:
        # Whoever has got an indicator before goes on to meet the same object.
        by_code = versions_by_code(self._read_whole())
        return {code: self._read.setdefault(code, found) for code, found in by_code.items()}


def versions_by_code(definitions: Iterable[Indicator]) -> dict[str, Versions]:
    """Return the versions of each code, in the order of ``definitions``."""
    by_code: dict[str, Versions] = {}
    for definition in definitions:
        by_code[definition.kode] = (*by_code.get(definition.kode, ()), definition)
    return by_code
