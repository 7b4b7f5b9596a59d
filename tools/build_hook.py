"""What building the wheel adds: a bill of materials, the catalog as its reader reads it, and texts.

The bill (CycloneDX, in `.dist-info/sboms/`, PEP 770) is made of the project's own metadata alone,
the rest of catalog and texts alone. None of it holds a time or a random number, so that two builds
of the same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILE: Final = "kesbang-iku.cdx.json"
_PYPI: Final = "pkg:pypi/"


class WheelHook(BuildHookInterface[Any]):
    """Writes what it adds beside the build, and hands it to the wheel."""

    _made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add to the wheel; an editable one carries no files, so it needs nothing."""
        if version != "standard":
            return
        self._made = Path(tempfile.mkdtemp())
        bill = bill_of_materials(
            name=self.metadata.core.name,
            version=self.metadata.version,
            licence=self.metadata.core.license_expression,
            required=self.metadata.core.dependencies,
            extras=self.metadata.core.optional_dependencies,
            bundled=self.config["bundled"],
            root=Path(self.root),
        )
        path = self._made / FILE
        path.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        build_data["sbom_files"].append(str(path))
        with _sources(Path(self.root)):
            prove_catalog()
            root = Path(self.root)
            made = make_ready(root, self._made) | pack_texts(root, self._made)
            made |= pack_series(root, self._made) | pack_digest(root, self._made)
        for file, inside in made.items():
            build_data["force_include"][str(file)] = inside

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made, which is in the wheel now."""
        del version, build_data, artifact_path
        if self._made is not None:
            shutil.rmtree(self._made)


def prove_catalog() -> None:
    """Hold the catalog to all rules of loading, which nobody does again for what is made of it.

    Raises:
        CatalogError: it breaks one.
    """
    from kesbang_iku.catalog.load import load_catalog  # noqa: PLC0415  # own sources

    tuple(load_catalog(packages=False))  # all definitions are read and checked together


def make_ready(root: Path, folder: Path) -> dict[Path, str]:
    """Write the data of each YAML file of the catalog into a folder, and return where they go.

    The library's own reader reads them, so that its user gets the same without the reading.

    Args:
        root: the folder of the project.
        folder: where the files are written.

    Raises:
        ValueError: a file cannot be read without a finding.
    """
    from kesbang_iku.sources.reading import open_source, read_documents  # noqa: PLC0415  # own sources
    from kesbang_iku.sources.shipped import FOLDER, name_of  # noqa: PLC0415  # own sources

    places: dict[Path, str] = {}
    for source in sorted((root / "catalog").rglob("*.yaml")):
        opened, findings = open_source(source)
        documents, said = ([], []) if opened is None else read_documents(opened)
        if opened is None or findings or said:
            raise ValueError(f"{source} is not read without a finding: {[*findings, *said]}")
        file = folder / name_of(opened.text)
        data = [document.data for document in documents]
        file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
        places[file] = f"kesbang_iku/_data/{FOLDER}/{file.name}"
    return places


def pack_series(root: Path, folder: Path) -> dict[Path, str]:
    """Write the published values of each code as its series, and return where they go.

    Args:
        root: the folder of the project.
        folder: where the files are written.
    """
    from kesbang_iku.catalog.observations import ObservationFolder, Observations, packed  # noqa: PLC0415  # own sources
    from kesbang_iku.model.definition import Years  # noqa: PLC0415  # own sources
    from kesbang_iku.sources.shipped import FOLDER, name_of  # noqa: PLC0415  # own sources

    places: dict[Path, str] = {}
    values = ObservationFolder(root / "catalog")
    for code in values.codes:
        series = packed(Observations([root / "catalog"]).series(code, Years()))
        file = folder / name_of(values.text_of_series(code))
        file.write_text(json.dumps(series, ensure_ascii=False, separators=(",", ":")), "utf-8")
        places[file] = f"kesbang_iku/_data/{FOLDER}/{file.name}"
    return places


def pack_digest(root: Path, folder: Path) -> dict[Path, str]:
    """Write the fingerprint of the whole catalog, and return where it goes.

    Args:
        root: the folder of the project.
        folder: where the file is written.
    """
    from kesbang_iku.catalog.load import load_catalog  # noqa: PLC0415  # own sources
    from kesbang_iku.sources.shipped import FOLDER, name_of, text_of_all  # noqa: PLC0415  # own sources

    file = folder / name_of(text_of_all(root / "catalog"))
    file.write_text(json.dumps(load_catalog(packages=False).digest), "utf-8")
    return {file: f"kesbang_iku/_data/{FOLDER}/{file.name}"}


def pack_texts(root: Path, folder: Path) -> dict[Path, str]:
    """Write each file or folder of ``texts/`` as one JSON file, and return where they go.

    Args:
        root: the folder of the project.
        folder: where the files are written.
    """
    from kesbang_iku.findings.texts import read_yaml  # noqa: PLC0415  # own sources

    places: dict[Path, str] = {}
    for source in sorted((root / "texts").iterdir()):
        file = folder / f"{source.stem}.json"
        content = {**read_yaml(root / "texts", source.stem)}
        file.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
        places[file] = f"kesbang_iku/_data/texts/{file.name}"
    return places


@contextmanager
def _sources(root: Path) -> Iterator[None]:
    """Let the project's own sources be imported: the build knows them by their folder alone."""
    sys.path.insert(0, str(root / "src"))
    try:
        yield
    finally:
        sys.path.pop(0)


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
