"""Baselines: findings that are known and accepted, so that only new ones count.

A baseline is a JSON file of fingerprints. What it accepts is counted and can be shown; it never
just disappears.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.model.record import Field, Record
from kesbang_iku.sources.reading import read_documents
from kesbang_iku.sources.shape import check_shape
from kesbang_iku.sources.text_reader import Source, source_name
from kesbang_iku.validation.fingerprints import fingerprints, relative_name

BASELINE_SCHEMA: Final = "kesbang-iku/garis-dasar/1"


class BaselineEntry(Record):
    """One accepted finding: its fingerprint, and for people what it is about."""

    sidik: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    kode: str
    berkas: str | None = None
    penunjuk: str | None = None
    nilai: str | None = None


class BaselineFile(Record):
    """A baseline file."""

    skema: Literal["kesbang-iku/garis-dasar/1"]
    temuan: tuple[BaselineEntry, ...]


@dataclass(frozen=True, slots=True)
class BaselineMatch:
    """A finding held against a baseline.

    Attributes:
        finding: the finding.
        fingerprint: what makes it the same finding on the next run.
        accepted: whether the baseline accepts it.
    """

    finding: Finding
    fingerprint: str
    accepted: bool = False


def match_baseline(
    findings: Iterable[Finding], baseline: Iterable[str] = (), *, root: Path | None = None
) -> tuple[BaselineMatch, ...]:
    """Return each finding with its fingerprint and whether ``baseline`` accepts it.

    Args:
        findings: what was found.
        baseline: the fingerprints that are accepted.
        root: the folder that the names of files are relative to; the current one by default.
    """
    listed = tuple(findings)
    known = frozenset(baseline)
    return tuple(
        BaselineMatch(finding, fingerprint, fingerprint in known)
        for finding, fingerprint in zip(listed, fingerprints(listed, root), strict=True)
    )


def stale(matches: Iterable[BaselineMatch], baseline: Iterable[str]) -> frozenset[str]:
    """Return the fingerprints of ``baseline`` that no finding has any more."""
    return frozenset(baseline) - {one.fingerprint for one in matches}


def make_baseline(
    matches: Iterable[BaselineMatch], *, root: Path | None = None
) -> dict[str, object]:
    """Return the content of a baseline file that accepts all of ``judged``.

    Beside each fingerprint stands what it is about, for people who review the file. Lines do not,
    so that the file changes only where the findings do.
    """
    entries = [
        BaselineEntry(
            sidik=one.fingerprint,
            kode=one.finding.kode,
            berkas=None if (name := one.finding.berkas) is None else relative_name(name, root),
            penunjuk=one.finding.place.penunjuk,
            nilai=one.finding.nilai,
        )
        for one in matches
    ]
    entries.sort(key=lambda entry: (entry.berkas or "", entry.kode, entry.sidik))
    return {"skema": BASELINE_SCHEMA, "temuan": [entry.model_dump() for entry in entries]}


def is_baseline(path: str) -> bool:
    """Say whether a file is there that a new baseline may take the place of."""
    return Path(path).is_file() and not read_baseline(path)[1]


def read_baseline(source: Source) -> tuple[frozenset[str], list[Finding]]:
    """Return the fingerprints that a baseline file accepts, and what is wrong with the file.

    Nothing is raised for content; with findings, the fingerprints mean nothing.
    """
    documents, findings = read_documents(source)
    if findings:
        return frozenset(), findings
    name = source_name(source)
    data = documents[0].data if len(documents) == 1 else None
    if not isinstance(data, dict) or data.get("skema") != BASELINE_SCHEMA:
        finding = kinds.NOT_A_BASELINE.at(Place(berkas=name), berkas=name, skema=BASELINE_SCHEMA)
        return frozenset(), [finding]
    file, found = check_shape(BaselineFile, data, documents[0].place)
    if file is None:
        return frozenset(), found
    return frozenset(entry.sidik for entry in file.temuan), []
