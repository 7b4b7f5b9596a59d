"""What all forms of findings for machines have in common: the files, the findings, the paths."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding
from kesbang_iku.validation.baseline import BaselineMatch, match_baseline
from kesbang_iku.validation.fingerprints import relative_name


@dataclass(frozen=True, slots=True)
class FindingReport:
    """The findings of one run over files.

    Attributes:
        files: the names of the files and folders looked at, clean ones too, as they were given.
        judged: the findings, each with its fingerprint and whether a baseline accepts it.
        unread: the findings of files that could not be had at all.
        root: the folder that paths are relative to; the current one where ``None``.
    """

    files: tuple[str, ...]
    matches: tuple[BaselineMatch, ...]
    unread: tuple[BaselineMatch, ...] = ()
    root: Path | None = None

    @classmethod
    def of(
        cls,
        files: Iterable[str],
        findings: Iterable[Finding],
        *,
        baseline: Iterable[str] = (),
        unread: Iterable[Finding] = (),
        root: Path | None = None,
    ) -> "FindingReport":
        """Return the report of ``findings`` held against ``baseline``."""
        matches = match_baseline(findings, baseline, root=root)
        return cls(tuple(files), matches, match_baseline(unread, root=root), root)

    @property
    def everything(self) -> tuple[BaselineMatch, ...]:
        """All findings, those of files that could not be had first."""
        return self.unread + self.matches

    def path(self, name: str) -> str:
        """Return a file's path below the root, with slashes; absolute where it lies elsewhere."""
        return relative_name(name, self.root)

    def by_file(self) -> Iterator[tuple[str, tuple[BaselineMatch, ...]]]:
        """Yield each file with its findings: files as given, then others as they first occur.

        What belongs to no file comes last, under an empty name.
        """
        found: dict[str, list[BaselineMatch]] = {self.path(name): [] for name in self.files}
        homeless: list[BaselineMatch] = []
        for one in self.everything:
            name = one.finding.berkas
            (homeless if name is None else found.setdefault(self.path(name), [])).append(one)
        for name, matches in found.items():
            yield name, tuple(matches)
        if homeless:
            yield "", tuple(homeless)
