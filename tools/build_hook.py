"""What building the wheel adds: a bill of materials (CycloneDX, in `.dist-info/sboms/`, PEP 770).

It is made of the project's own metadata alone and holds neither a time nor a random number, so that
two builds of the same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILE: Final = "kesbang-iku.cdx.json"
_PYPI: Final = "pkg:pypi/"


class BomHook(BuildHookInterface[Any]):
    """Writes the bill of materials beside the build, and hands it to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the bill to the wheel; an editable one carries no files, so it needs none."""
        if version != "standard":
            return
        bill = bill_of_materials(
            name=self.metadata.core.name,
            version=self.metadata.version,
            licence=self.metadata.core.license_expression,
            required=self.metadata.core.dependencies,
            extras=self.metadata.core.optional_dependencies,
            bundled=self.config["bundled"],
            root=Path(self.root),
        )
        path = Path(tempfile.mkdtemp()) / FILE
        path.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        build_data["sbom_files"].append(str(path))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the bill, which is in the wheel now."""
        del version, artifact_path
        for name in build_data["sbom_files"]:
            path = Path(name)
            path.unlink(missing_ok=True)
            path.parent.rmdir()


def bill_of_materials(
    *,
    name: str,
    version: str,
    licence: str,
    required: list[str],
    extras: dict[str, list[str]],
    bundled: list[dict[str, str]],
    root: Path,
) -> dict[str, Any]:
    """Return the bill: the package, the data of others in it, and the libraries it asks for.

    Args:
        name: the project's name.
        version: its version.
        licence: its licence expression.
        required: what an installation brings along, as requirements.
        extras: what its optional groups bring along.
        bundled: data of others inside the wheel: name, version, purl, licence, and the file.
        root: the folder that the files of ``bundled`` are named from.
    """
    own = f"{_PYPI}{name}@{version}"
    libraries = _libraries(required, "required") | {
        reference: found
        for group in extras.values()
        for reference, found in _libraries(group, "optional").items()
        if canonicalize_name(found["name"]) != name
    }
    libraries |= _libraries(required, "required")
    carried = [_carried(entry, root) for entry in bundled]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": own,
                "name": name,
                "version": version,
                "purl": own,
                "licenses": [{"expression": licence}],
            },
        },
        "components": [*carried, *(libraries[key] for key in sorted(libraries))],
        "dependencies": [
            {"ref": own, "dependsOn": [*(one["bom-ref"] for one in carried), *sorted(libraries)]}
        ],
    }


def _libraries(requirements: list[str], scope: str) -> dict[str, dict[str, Any]]:
    """Return libraries by reference. No version is named: the one installed is not known here."""
    found: dict[str, dict[str, Any]] = {}
    for text in requirements:
        requirement = Requirement(text)
        reference = f"{_PYPI}{canonicalize_name(requirement.name)}"
        found[reference] = {
            "type": "library",
            "bom-ref": reference,
            "name": requirement.name,
            "scope": scope,
            "purl": reference,
            "properties": [{"name": "python:requirement", "value": str(requirement)}],
        }
    return found


def _carried(entry: dict[str, str], root: Path) -> dict[str, Any]:
    """Return data of others inside the wheel, with the digest of the file that holds it."""
    digest = hashlib.sha256((root / entry["file"]).read_bytes()).hexdigest()
    return {
        "type": "data",
        "bom-ref": entry["purl"],
        "name": entry["name"],
        "version": entry["version"],
        "purl": entry["purl"],
        "licenses": [{"license": {"id": entry["licence"]}}],
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "properties": [{"name": "kesbang-iku:file", "value": entry["file"]}],
    }
