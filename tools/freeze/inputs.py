"""The files that commands are run on: examples, and the broken files that stand in tests.

They are kept together with the answers, so that a comparison runs on the same files even where the
tree has moved or changed them since.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import xlsxwriter
import yaml

Sheet = tuple[str, bool, list[list[str]]]
"""A sheet of a workbook: its name, whether it is hidden, and its rows."""

_UNREAD: Final = frozenset({".md", ".mjs", ".php", ".py", ".pyc", ".sh"})
_BUILT: Final = frozenset({"__pycache__", "build", "dist", "site"})
_LONGEST: Final = 20_000
_DEFINITION: Final = re.compile(r"^nama_en:", re.MULTILINE)
_SETTING: Final = re.compile(r"(?:#.*\n)*[\w.-]+ *=")
_NUMBER: Final = re.compile(r"(\d+(?:,\d+)?)(%?)", re.ASCII)
_MADE: Final = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def all_inputs(tree: Path) -> dict[str, bytes]:
    """Return the inputs that ``tree`` holds, by the names they are given to commands under."""
    found = dict(_examples(tree))
    for content in _files_in_tests(tree):
        found[f"uji/{_digest(content)}{_suffix(content)}"] = content.encode()
    found |= dict(_broken_catalogs(found))
    found |= dict(_workbooks(found))
    found |= {
        path.relative_to(tree / "tests").as_posix(): path.read_bytes()
        for path in (tree / "tests" / "vectors").rglob("*.json")
    }
    found |= dict(_names_to_align(tree))
    found["rumus.txt"] = "\0".join(_formulas(tree)).encode()
    return dict(sorted(found.items()))


def _examples(tree: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the examples; those that describe bytes or a workbook as what they describe."""
    for path in sorted((tree / "examples").rglob("*")):
        name = path.relative_to(tree).as_posix()
        if not path.is_file() or path.suffix in _UNREAD or _BUILT.intersection(path.parts):
            continue
        if path.suffix == ".baita":
            described = path.read_text(encoding="ascii")
            content = described.encode("ascii").decode("unicode_escape").encode("latin-1")
            yield name.removesuffix(path.suffix), content
        elif path.suffix == ".lembar":
            sheets = list(_described_sheets(path.read_text(encoding="utf-8")))
            yield name.removesuffix(path.suffix), workbook(sheets)
        else:
            yield name, path.read_bytes()


def _described_sheets(text: str) -> Iterator[Sheet]:
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        title, *lines = part.rstrip("\n").split("\n")
        rows = [[cell.strip() for cell in line.split("|")] for line in lines]
        yield title.partition("(")[0].strip(), "(" in title, rows


def workbook(sheets: list[Sheet]) -> bytes:
    """Return a workbook with ``sheets``: numbers, shares, formulas without an answer, and texts."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    share = book.add_format({"num_format": "0.00%"})
    for name, hidden, rows in sheets:
        sheet = book.add_worksheet(name)
        if hidden:
            sheet.hide()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                number = _NUMBER.fullmatch(cell)
                if number and number[2]:
                    value = float(number[1].replace(",", ".")) / 100
                    sheet.write_number(row, column, value, share)
                elif number:
                    sheet.write_number(row, column, float(number[1].replace(",", ".")))
                elif cell.startswith(("=", "#")):
                    shown = cell if cell.startswith("#") else ""
                    sheet.write_formula(row, column, "=1/0" if shown else cell, None, shown)
                elif cell:
                    sheet.write_string(row, column, cell)
    book.close()
    return stream.getvalue()


def _workbooks(inputs: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the tables among the inputs once more, as workbooks."""
    for name, content in inputs.items():
        if not name.endswith(".csv"):
            continue
        text = content.decode("utf-8", "replace")
        separator = ";" if ";" in text.partition("\n")[0] else ","
        rows = list(csv.reader(io.StringIO(text, newline=None), delimiter=separator))
        yield f"buku/{_digest(text)}.xlsx", workbook([("Lembar", False, rows)])


def _files_in_tests(tree: Path) -> list[str]:
    """Return the texts of several lines that stand in tests, in modules and in their data."""
    found = []
    for path in sorted((tree / "tests").rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        documented = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
        found += [
            node.value
            for node in ast.walk(module)
            if isinstance(node, ast.Constant) and id(node) not in documented
        ]
    texts = [text for text in found if isinstance(text, str)]
    texts += [text for key, text in _data_of_tests(tree) if key == "isi"]
    return sorted({text for text in texts if "\n" in text.strip() and len(text) < _LONGEST})


def _data_of_tests(tree: Path) -> Iterator[tuple[str, str]]:
    """Yield every text in the data of tests, with the key it stands under."""
    for path in sorted((tree / "tests").rglob("*.yaml")):
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
    keys = {"rumus", "teks"}
    found = [text for key, text in _data_of_tests(tree) if key in keys]
    for folder, pattern in (("tests", "*.json"), ("catalog", "*.yaml")):
        for path in sorted((tree / folder).rglob(pattern)):
            data = yaml.load(path.read_bytes(), yaml.CSafeLoader)
            found += [text for key, text in _texts("", data) if key == "rumus"]
    written = sorted((tree / "examples").rglob("*.rumus"))
    found += [path.read_text(encoding="utf-8").rstrip("\n") for path in written]
    return sorted({text for text in found if "\0" not in text})


def _names_to_align(tree: Path) -> Iterator[tuple[str, bytes]]:
    """Yield plans of the names whose counterpart in the standard is known."""
    for path in sorted((tree / "tests").rglob("pairs.csv")):
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
        for level in sorted({row["tingkat"] for row in rows}):
            named = [row for row in rows if row["tingkat"] == level]
            for start in range(0, len(named), 100):
                stream = io.StringIO()
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerow(["Indikator", "Satuan", "Target 2025"])
                for row in named[start : start + 100]:
                    writer.writerow([row["nama"], row["satuan"], "1"])
                yield f"pasangan/{level}-{start:04}.csv", stream.getvalue().encode()


def _broken_catalogs(inputs: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield each definition among the inputs once more, as a catalog of its own."""
    for name, content in inputs.items():
        if name.endswith(".yaml") and _DEFINITION.search(content.decode("utf-8", "replace")):
            stem = Path(name).stem
            folder = f"{Path(name).parent.name}-{stem}"
            yield f"katalog/{folder}/indikator/uji/{stem}.yaml", content


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _suffix(text: str) -> str:
    """Return how the name of a file with this text would end."""
    first = text.lstrip().partition("\n")[0]
    if first.startswith(("{", "[{", "[\n")):
        return ".json"
    if _SETTING.match(text.lstrip()):
        return ".toml"
    separated = any(sign in first for sign in ",;\t")
    return ".csv" if separated and ": " not in first and not first.startswith("#") else ".yaml"
