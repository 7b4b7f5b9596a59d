"""The files that commands are run on: examples, and the broken files that stand in tests.

They are kept together with the answers, so that a comparison runs on the same files even where the
tree has moved or changed them since.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from kesbang_iku.publish.workbook import workbook_of
from kesbang_iku.validation.examples import BYTES_SUFFIX, WORKBOOK_SUFFIX, FindingExample
from tools.freeze.cases import FORMULAS

_UNREAD: Final = frozenset({".md", ".mjs", ".php", ".py", ".pyc", ".sh"})
_BUILT: Final = frozenset({"__pycache__", "build", "dist", "site"})
_LONGEST: Final = 20_000
_DEFINITION: Final = re.compile(r"^nama_en:", re.MULTILINE)
_SETTING: Final = re.compile(r"(?:#.*\n)*[\w.-]+ *=")


def all_inputs(tree: Path) -> dict[str, bytes]:
    """Return the inputs that ``tree`` holds, by the names they are given to commands under."""
    inputs = dict(_examples(tree))
    for text in _files_in_tests(tree):
        name, content = _digest(text), _content(text)
        inputs[f"uji/{name}{_suffix(text)}"] = content
        if _DEFINITION.search(text):
            inputs[f"katalog/{name}/indikator/uji/{name}.yaml"] = content
    for content in [content for name, content in inputs.items() if name.endswith(".csv")]:
        text = content.decode("utf-8", "replace")
        inputs[f"buku/{_digest(text)}.xlsx"] = _workbook(text)
    # Those above have no more parts than are read; notes are written into whole ones alone.
    achieved = inputs["examples/tabel-capaian.csv"].decode()
    columns, *rows = csv.reader(io.StringIO(achieved, newline=""), delimiter=";")
    inputs["catat/tabel-capaian.xlsx"] = workbook_of(columns, rows, "Lembar")
    vectors = tree / "tests" / "vectors"
    for path in vectors.rglob("*.json"):
        inputs[path.relative_to(vectors.parent).as_posix()] = path.read_bytes()
    for path in (tree / "tests").rglob("pairs.csv"):
        inputs |= dict(_names_to_align(path))
    inputs[FORMULAS] = json.dumps(_formulas(tree)).encode()
    return inputs


def _examples(tree: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the examples; those that describe bytes or a workbook as what they describe."""
    for path in sorted((tree / "examples").rglob("*")):
        name = path.relative_to(tree).as_posix()
        if not path.is_file() or path.suffix in _UNREAD or _BUILT.intersection(path.parts):
            continue
        if path.suffix in {BYTES_SUFFIX, WORKBOOK_SUFFIX}:
            described = FindingExample("", path.name, path.read_text(encoding="utf-8"))
            yield name.removesuffix(path.suffix), described.content
        else:
            yield name, path.read_bytes()


def _workbook(text: str) -> bytes:
    """Return a table as a workbook."""
    separator = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text, newline=None), delimiter=separator)
    lines = ["|".join(re.sub(r"[|\s]+", " ", cell) for cell in row) for row in rows]
    return FindingExample("", f"a{WORKBOOK_SUFFIX}", "\n".join(("== Lembar", *lines))).content


def _files_in_tests(tree: Path) -> list[str]:
    """Return the texts of several lines that stand in tests, in modules and in their data."""
    texts = {text for key, text in _data(tree, "tests/**/*.yaml") if key == "isi"}
    for path in (tree / "tests").rglob("*.py"):
        module = ast.parse(path.read_text(encoding="utf-8"))
        documented = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
        texts |= {
            node.value
            for node in ast.walk(module)
            if isinstance(node, ast.Constant)
            if isinstance(node.value, str)
            if id(node) not in documented
        }
    return sorted(text for text in texts if "\n" in text.strip() and len(text) < _LONGEST)


def _data(tree: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """Yield every text in files of data, with the key it stands under."""
    for path in sorted(tree.glob(pattern)):
        yield from _texts("", yaml.load(path.read_bytes(), yaml.CSafeLoader))


def _texts(key: str, data: object) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _texts(str(name), value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(key, value)
    elif isinstance(data, str):
        yield key, data


def _formulas(tree: Path) -> list[str]:
    """Return formulas, right and wrong, in the catalog's language and in words."""
    texts = set[str]()
    for pattern in ("tests/**/*.yaml", "tests/**/*.json", "catalog/**/*.yaml"):
        texts |= {text for key, text in _data(tree, pattern) if key in {"rumus", "teks"}}
    texts |= {
        path.read_text(encoding="utf-8").rstrip() for path in tree.glob("examples/**/*.rumus")
    }
    return sorted(texts)


def _names_to_align(pairs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield plans of the names whose counterpart in the standard is known."""
    rows = list(csv.DictReader(io.StringIO(pairs.read_text(encoding="utf-8"))))
    for start in range(0, len(rows), 100):
        for level in sorted({row["tingkat"] for row in rows[start : start + 100]}):
            stream = io.StringIO()
            table = csv.writer(stream, lineterminator="\n")
            table.writerow(["Indikator", "Satuan", "Target 2025"])
            for row in rows[start : start + 100]:
                if row["tingkat"] == level:
                    table.writerow([row["nama"], row["satuan"], "1"])
            yield f"pasangan/{level}-{start:04}.csv", stream.getvalue().encode()


def _digest(text: str) -> str:
    return hashlib.sha256(_content(text)).hexdigest()[:12]


def _content(text: str) -> bytes:
    """Return a text as a file holds it; a half of a sign in it makes the file a broken one."""
    return text.encode(errors="surrogatepass")


def _suffix(text: str) -> str:
    """Return how the name of a file with this text would end."""
    first = text.lstrip().partition("\n")[0]
    if first.startswith(("{", "[{", "[\n")):
        return ".json"
    if _SETTING.match(text.lstrip()):
        return ".toml"
    separated = any(sign in first for sign in ",;\t")
    return ".csv" if separated and ": " not in first and not first.startswith("#") else ".yaml"
