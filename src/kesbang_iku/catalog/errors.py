"""What is raised where a catalog cannot be used; it loads no catalog, so that all can catch it."""

from __future__ import annotations

from kesbang_iku.findings import Finding


class CatalogError(ValueError):
    """A catalog that cannot be used.

    Attributes:
        findings: everything that is wrong with it, each at its place.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        first = self.findings[0]
        where = (first.place.berkas, first.place.baris)
        place = "".join(f"{part}:" for part in where if part is not None)
        place = f"{place} " if place else ""
        more = f" (dan {len(self.findings) - 1} temuan lain)" if len(self.findings) > 1 else ""
        return f"{place}{first.kode} {first.pesan}{more}"
