"""What is raised where a catalog cannot be used; it loads no catalog, so that all can catch it."""

from kesbang_iku.findings import Finding
from kesbang_iku.findings.old_names import warn_of_old_name


class CatalogError(ValueError):
    """A catalog that cannot be used.

    Attributes:
        temuan: everything that is wrong with it, each at its place.
    """

    def __init__(self, temuan: tuple[Finding, ...]) -> None:
        super().__init__(temuan)
        self.temuan = temuan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """``temuan`` by its old name, which goes in version 2.0."""
        warn_of_old_name("CatalogError.findings", "CatalogError.temuan")
        return self.temuan

    def __str__(self) -> str:
        first = self.temuan[0]
        where = (first.place.berkas, first.place.baris)
        place = "".join(f"{part}:" for part in where if part is not None)
        place = f"{place} " if place else ""
        more = f" (dan {len(self.temuan) - 1} temuan lain)" if len(self.temuan) > 1 else ""
        return f"{place}{first.kode} {first.pesan}{more}"
