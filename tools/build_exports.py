"""Pack every form of ``export`` as a release carries it, into ``build/exports``.

Forms are found, none is named: one of a single file is that file, one of several a zip archive, and
a package for npm the archive that npm installs. A bill of materials (CycloneDX) names each with its
digest and those of the files in it, ``SHA256SUMS`` all of them. Nothing depends on the day, so that
two builds of the same sources give the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from kesbang_iku import __version__
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.publish.exports import exported, names

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "build" / "exports"
SUMS: Final = "SHA256SUMS"
_NAME: Final = "kesbang-iku"
_NPM: Final = "package.json"
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip archive can tell."""

Files = Mapping[str, bytes]


def packed(form: str, files: Files) -> tuple[str, bytes]:
    """Return the name and the content of what a release carries for a form.

    Args:
        form: the name of the form.
        files: its files by their names.
    """
    stem = f"{_NAME}-{__version__}-{form}"
    if len(files) == 1:
        ((name, content),) = files.items()
        return f"{stem}{PurePosixPath(name).suffix}", content
    if _NPM in files:
        return f"{stem}.tgz", _tar({f"package/{name}": files[name] for name in sorted(files)})
    return f"{stem}.zip", _zip({f"{stem}/{name}": files[name] for name in sorted(files)})


def bill_of_materials(forms: Mapping[str, Files], made: Files, pyproject: str) -> dict[str, Any]:
    """Return the bill of what was made of the forms.

    Args:
        forms: the files of each form.
        made: the content of each that a release carries, in the order of the forms.
        pyproject: names the project's licence, and the data of others that its catalog holds.
    """
    told = tomllib.loads(pyproject)
    bundled = told["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["bundled"]
    licences = [{"expression": told["project"]["license"]}]
    own = {"type": "data", "bom-ref": _NAME, "name": f"{_NAME} exports", "version": __version__}
    carried = [
        {
            "type": "data",
            "bom-ref": one["purl"],
            **{key: one[key] for key in ("name", "version", "purl")},
            "licenses": [{"license": {"id": one["licence"]}}],
        }
        for one in bundled
    ]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "licenses": licences}},
        "components": [
            *(_asset(*one) for one in zip(made.items(), forms.values(), strict=True)),
            *carried,
        ],
        "dependencies": [
            {"ref": _NAME, "dependsOn": [*made]},
            *({"ref": name, "dependsOn": [one["bom-ref"] for one in carried]} for name in made),
        ],
    }


def build(folder: Path) -> list[str]:
    """Write what a release carries into a folder, anew, and return the names."""
    catalog = load_catalog(packages=False)
    forms = {
        form: {name: text.encode() for name, text in exported(form, catalog).items()}
        for form in names()
    }
    made = dict(packed(form, files) for form, files in forms.items())
    bill = bill_of_materials(forms, made, (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    text = json.dumps(bill, indent=2, ensure_ascii=False) + "\n"
    all_made = {**made, f"{_NAME}-{__version__}-exports.cdx.json": text.encode()}
    sums = "".join(f"{_digest(all_made[name])}  {name}\n" for name in sorted(all_made))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in {**all_made, SUMS: sums.encode()}.items():
        (folder / name).write_bytes(content)
    return [*all_made, SUMS]


def main() -> None:
    """Write them, and print the digest of each."""
    build(FOLDER)
    print((FOLDER / SUMS).read_text(encoding="utf-8"), end="")


def _asset(made: tuple[str, bytes], files: Files) -> dict[str, Any]:
    name, content = made
    return {
        "type": "data",
        "bom-ref": name,
        "name": name,
        "version": __version__,
        "hashes": _hashes(content),
        "components": [*_members(name, files)],
    }


def _members(name: str, files: Files) -> Iterator[dict[str, Any]]:
    for file in sorted(files):
        yield {
            "type": "file",
            "bom-ref": f"{name}#{file}",
            "name": file,
            "hashes": _hashes(files[file]),
        }


def _hashes(content: bytes) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": _digest(content)}]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _zip(files: Files) -> bytes:
    packed_bytes = io.BytesIO()
    with zipfile.ZipFile(packed_bytes, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # a Unix, whatever packs it
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content)
    return packed_bytes.getvalue()


def _tar(files: Files) -> bytes:
    packed_bytes = io.BytesIO()
    with (
        gzip.GzipFile(filename="", fileobj=packed_bytes, mode="wb", mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(content))
    return packed_bytes.getvalue()


if __name__ == "__main__":
    main()
