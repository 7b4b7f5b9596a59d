"""The page that checks files as one file to carry, with the library inside it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

ROOT: Final = Path(__file__).resolve().parents[2]
_SCRIPTS: Final = ROOT / "docs" / "js" / "periksa"
_STYLES: Final = ROOT / "docs" / "css" / "tambahan.css"
_JOINED: Final = (
    "unsur.mjs",
    "lembar.mjs",
    "kata.mjs",
    "sambungan.mjs",
    "halaman.mjs",
    "mandiri.mjs",
)
"""In the order in which they need each other; the library's own script stays a file of its own."""
_IMPORT: Final = re.compile(r"^import (\{.*\}) from (\"\./.*\");$", re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:function|const) (\w+))", re.MULTILINE)
_OWN_STYLES: Final = re.compile(r"/\* Checking files\. \*/.*?(?=\n/\* |\Z)", re.DOTALL)


def one_file(listed: Mapping[str, object], files: Mapping[str, bytes]) -> str:
    """Return the page: ``listed`` is the list of the library's files, ``files`` their contents."""
    held = {**files, "pustaka.mjs": (_SCRIPTS / "pustaka.mjs").read_bytes()}
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, autoescape=True
    )
    (styles,) = _OWN_STYLES.findall(_STYLES.read_text("utf-8"))
    return environment.get_template("one_file.html").render(
        list=json.dumps(listed).replace("<", "\\u003c"),
        files={name: base64.b64encode(content).decode() for name, content in held.items()},
        script="\n".join(map(_joined, _JOINED)),
        styles=styles,
    )


def _joined(name: str) -> str:
    """Return a script as a part of another: what it exports is kept under its name."""
    text = (_SCRIPTS / name).read_text("utf-8")
    exported = ", ".join(found for _, found in _EXPORT.findall(text))
    within = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = PARTS[\2];", text))
    return f'PARTS["./{name}"] = await (async () => {{\n{within}\nreturn {{ {exported} }};\n}})();'
