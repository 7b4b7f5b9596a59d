"""What makes a finding the same one tomorrow, after the lines of its file have moved."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kesbang_iku.findings import Finding

FINGERPRINT: Final = "kesbangIku/v1"
"""The name of this way of telling findings apart; another way gets another name."""
_LENGTH: Final = 32


def relative_name(name: str, root: Path | None = None) -> str:
    """Return the name of a file below ``root``, with slashes; absolute where it lies elsewhere.

    Args:
        name: a path as it was given: absolute, or relative to the current folder.
        root: the folder to name it from; the current one by default.
    """
    # Lexically, by os.path: links keep the names people gave them.
    try:
        folder = os.path.abspath(root or ".")  # noqa: PTH100 - Path.resolve follows links
        path = os.path.abspath(name)  # noqa: PTH100 - the same
    except FileNotFoundError:
        return name.replace(os.sep, "/")  # the current folder was deleted: there is no name from it
    inside = path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
    if inside:
        path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def fingerprints(findings: Iterable[Finding], root: Path | None = None) -> tuple[str, ...]:
    """Return the fingerprint of each finding, 32 hexadecimal digits.

    It is made of the code, the file, the JSON pointer and the value, so it survives that lines are
    added above. A finding without a pointer is told apart by what its message says instead.
    Findings that agree in all of that are counted through, so every fingerprint is unique.
    """
    seen = Counter[str]()
    found = []
    for finding in findings:
        key = _key(finding, root)
        seen[key] += 1
        content = f"{key}{seen[key]}".encode()
        found.append(hashlib.sha256(content).hexdigest()[:_LENGTH])
    return tuple(found)


def _key(finding: Finding, root: Path | None) -> str:
    place = finding.place
    file = None if place.berkas is None else relative_name(place.berkas, root)
    said = None
    if place.penunjuk is None:
        # The name of the file is an argument of some, as it was typed; it stands here already.
        said = [[name, text.id] for name, text in finding.arguments if text.id != place.berkas]
    return json.dumps([finding.kode, file, place.penunjuk, finding.nilai, said])
