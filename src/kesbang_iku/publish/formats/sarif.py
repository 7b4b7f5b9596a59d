"""Findings as SARIF 2.1.0, the form that code hosts and editors read from checking tools."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from kesbang_iku._version import __version__
from kesbang_iku.findings import (
    Finding,
    FindingKind,
    Language,
    Level,
    Place,
    Repair,
    Text,
    sentences,
)
from kesbang_iku.findings.register import all_kinds, pattern_of
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import BaselineMatch
from kesbang_iku.validation.fingerprints import FINGERPRINT

SARIF_VERSION: Final = "2.1.0"
SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT: Final = "%SRCROOT%"
"""What names of files start from: the folder the program ran in, wherever that is."""
_FIELD: Final = re.compile(r"\{\w+\}")
_SOMETHING: Final = "…"
_ARTICLES: Final = frozenset({"a", "an", "the"})
_LEVELS: Final[Mapping[Level, str]] = {
    Level.GALAT: "error",
    Level.PERINGATAN: "warning",
    Level.INFO: "note",
}


def render(report: FindingReport, language: Language = "id") -> dict[str, object]:
    """Return the SARIF log of one run, ready for JSON.

    Args:
        report: the findings and the files they are about.
        language: the language of messages and rules.

    Returns:
        A log with one run. Only the rules that were broken are described. Columns count code
        points. Names of files are relative to ``%SRCROOT%``, which is left for the reader to fill
        in. A finding that a baseline accepts is a suppressed result. No text of the files is
        repeated beyond the values in messages: reports may hold what is not for everybody's eyes.
    """
    results = report.everything
    rules = _rules(results)
    numbers = {kind.code: number for number, kind in enumerate(rules)}
    suppresses = any(one.accepted for one in results)
    return {
        "$schema": SARIF_SCHEMA,
        "version": SARIF_VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "kesbang-iku",
                        "fullName": f"kesbang-iku {__version__}",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "language": language,
                        "rules": [_rule(kind, language) for kind in rules],
                    }
                },
                # The part before the slash names the check, the rest would name one run of it.
                "automationDetails": {"id": "kesbang-iku/"},
                "language": language,
                "originalUriBaseIds": {
                    _ROOT: {"description": {"text": sentences.publish.ROOT_IS.plain(language)}}
                },
                "columnKind": "unicodeCodePoints",
                "defaultEncoding": "utf-8",
                "invocations": [{"executionSuccessful": not report.unread}],
                "artifacts": [
                    {"location": _artifact(name)} for name, _ in report.by_file() if name
                ],
                "results": [
                    _result(one, numbers, report, language, suppresses=suppresses)
                    for one in results
                ],
            }
        ],
    }


def _rules(results: Sequence[BaselineMatch]) -> list[FindingKind]:
    """Return the kinds of these findings by code, as they are before any configuration."""
    standard = {kind.code: kind for kind in all_kinds()}
    found = {one.finding.kode: one.finding.kind for one in results}
    return [standard.get(code, found[code]) for code in sorted(found)]


def _rule(kind: FindingKind, language: Language) -> dict[str, object]:
    reason, cure = _general(kind.reason, language), _general(kind.hint, language)
    helped = {"text": reason, "markdown": reason}
    if cure != _SOMETHING:
        heading = sentences.publish.CURE.plain(language)
        helped = {
            "text": f"{reason}\n{heading}: {cure}",
            "markdown": f"{reason}\n\n**{heading}:** {cure}",
        }
    return {
        "id": kind.code,
        "name": _rule_name(kind),
        "shortDescription": {"text": _general(kind.title, language)},
        "fullDescription": {"text": reason},
        "help": helped,
        "defaultConfiguration": {"level": _LEVELS[kind.level]},
        "properties": {"rujukan": Finding(kind).rujukan, "tingkat": kind.level.value},
    }


def _general(text: Text, language: Language) -> str:
    """Return a text of a kind with an ellipsis for what differs from finding to finding."""
    return _literal(_FIELD.sub(_SOMETHING, pattern_of(text, language)))


def _rule_name(kind: FindingKind) -> str:
    """Return the English title as one word with capitals, which stays when languages change.

    Articles and the apostrophe go: ``NotAWholeNumber`` is not what readers take for such a word.
    """
    title = kind.title.en.replace("'", "").replace("’", "")
    words = "".join(sign if sign.isalnum() else " " for sign in title).split()
    return "".join(word[0].upper() + word[1:] for word in words if word.lower() not in _ARTICLES)


def _result(
    one: BaselineMatch,
    numbers: Mapping[str, int],
    report: FindingReport,
    language: Language,
    *,
    suppresses: bool,
) -> dict[str, object]:
    finding = one.finding
    message = f"{finding.message(language)}\n{finding.hint(language)}"
    result: dict[str, object] = {
        "ruleId": finding.kode,
        "ruleIndex": numbers[finding.kode],
        "level": _LEVELS[finding.tingkat],
        "message": {"text": _literal(message)},
        "locations": _locations(finding.place, report),
        "partialFingerprints": {FINGERPRINT: one.fingerprint},
    }
    if finding.nilai is not None:
        result["properties"] = {"nilai": finding.nilai}
    if finding.perbaikan is not None and finding.perbaikan.suntingan:
        result["fixes"] = [_fix(finding, finding.perbaikan, report, language)]
    if suppresses:
        # SARIF wants this of every result of a run, or of none.
        result["suppressions"] = [{"kind": "external"}] if one.accepted else []
    return result


def _fix(
    finding: Finding, repair: Repair, report: FindingReport, language: Language
) -> dict[str, object]:
    """Return a repair as an editor applies it: regions of the file, and what replaces them."""
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.baris,
                "startColumn": edit.kolom,
                "endColumn": edit.kolom + edit.akhir - edit.awal,
            },
            "insertedContent": {"text": edit.teks},
        }
        for edit in repair.suntingan
    ]
    location = _artifact(report.path(repair.suntingan[0].berkas))
    return {
        "description": {"text": _literal(finding.hint(language))},
        "artifactChanges": [{"artifactLocation": location, "replacements": replacements}],
    }


def _locations(place: Place, report: FindingReport) -> list[dict[str, object]]:
    location: dict[str, object] = {}
    if place.berkas is not None:
        physical: dict[str, object] = {"artifactLocation": _artifact(report.path(place.berkas))}
        if place.baris is not None:
            physical["region"] = _region(place)
        location["physicalLocation"] = physical
    logical: list[dict[str, object]] = []
    if place.penunjuk:
        name = place.penunjuk.rpartition("/")[2]
        logical.append({"fullyQualifiedName": place.penunjuk, "name": name, "kind": "value"})
    if place.sel is not None:
        logical.append({"fullyQualifiedName": place.sel, "name": place.sel, "kind": "cell"})
    if logical:
        location["logicalLocations"] = logical
    return [location] if location else []


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.baris or 1}
    if place.kolom is not None:
        region["startColumn"] = place.kolom
        if place.kolom_akhir is not None and place.kolom_akhir >= place.kolom:
            region["endColumn"] = place.kolom_akhir
    return region


def _artifact(path: str) -> dict[str, str]:
    """Return where a file is: below the root of the sources, or at an address of its own."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(path.encode("utf-8", "surrogateescape"), safe="/"), "uriBaseId": _ROOT}


def _literal(text: str) -> str:
    """Return a text that SARIF shows as it stands: braces are placeholders there, if alone."""
    return text.replace("{", "{{").replace("}", "}}")
