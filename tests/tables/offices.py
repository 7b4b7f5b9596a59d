"""Layouts of regional offices written by hand, each with the reading that was written down first.

``kantor*.txt`` tell each as text: the cells, what is merged or hidden, and after ``harap`` the
kind and the values. A value behind ``?`` may be refused if that is told at its row, its column or
the headers of its table; behind ``~`` it may be missing, for a form leaves open whether it is of a
year.
A cell ``=1~0%`` or ``@2025-01-01~mmm-yy`` has a format, ``%A1+1>2`` a formula and what it gave when
it was saved. ``salah=5,7`` behind ``harap:`` names the rows with planted mistakes of arithmetic,
``kode=5:KBP-WAS-02`` the indicators that rows are of. ``sandi`` tells the encoding of a CSV,
``saring`` the range of a filter.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kesbang_iku.tables.reading import read_tables
from tests.tables.excuses import columns_of, is_excused

FILES = tuple(sorted(Path(__file__).parent.glob("kantor*.txt")))
VALUES = ("dasar", "target", "realisasi", "capaian", "predikat", "anggaran")
Key = tuple[str | None, int, str, str, str]
"""Sheet, row, name, role, and year with its part."""


@dataclass
class Page:
    """A sheet: its name, its rows of cells as text, its merged ranges, and what it hides."""

    name: str
    rows: list[str] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    filtered: str = ""


@dataclass
class Office:
    """A file of an office, and what it must be read as."""

    name: str
    file: str
    encoding: str
    pages: list[Page]
    told: dict[str, str]
    wanted: dict[Key, str]
    refusable: set[Key]
    open: set[Key]
    texts: dict[tuple[str | None, int, str], dict[str, str]]

    @property
    def clean(self) -> bool:
        """Whether nothing but remarks may be said of it."""
        return "bersih" in self.told

    def content(self) -> bytes:
        """Return the file."""
        if self.file.endswith(".csv"):
            text = "\n".join([*self.pages[0].rows, ""])
            return text.replace("<TAB>", "\t").encode(self.encoding)
        return _workbook(self.pages)

    def read(self) -> dict[str, Any]:
        """Return how the file is read."""
        return dict(read_tables(self.content(), name=self.file).as_dict())


@dataclass
class Judgement:
    """Values that are right, refused and told, wrong, and lost without a word; other faults."""

    right: int
    told: list[str]
    wrong: list[str]
    lost: list[str]
    faults: list[str]


def offices() -> Iterator[Office]:
    """Yield every office of the file."""
    for file in FILES:
        for text in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, *lines = text.splitlines()
            yield _office(name, lines)


def _office(name: str, lines: list[str]) -> Office:
    at = next(number for number, line in enumerate(lines) if line.startswith("harap:"))
    file, encoding, pages = "tabel.xlsx", "utf-8", [Page("Lembar")]
    for line in lines[:at]:
        word, _, rest = line.partition(": ")
        if word == "berkas":
            file = rest
        elif word == "sandi":
            encoding = rest
        elif word == "saring":
            pages[-1].filtered = rest
        elif word == "lembar":
            pages = [one for one in pages if one.rows] + [Page(rest)]
        elif word == "gabung":
            pages[-1].merges = rest.split()
        elif word == "sembunyi":
            pages[-1].hidden = rest.split()
        else:
            pages[-1].rows.append(line)
    told = dict(one.partition("=")[::2] for one in lines[at].split()[1:])
    office = Office(name, file, encoding, pages, told, {}, set(), set(), {})
    for line in lines[at + 1 :]:
        _expect(office, line)
    return office


def _expect(office: Office, line: str) -> None:
    where, name, *rest = line.split(" | ")
    sheet, _, number = where.rpartition("!")
    page = None if office.file.endswith(".csv") else sheet or office.pages[-1].name
    texts = office.texts.setdefault((page, int(number), name), {})
    for one in rest:
        role, *values = one.split(" ") if " " in one else [one]
        if role.partition("=")[0] not in VALUES and "=" in role:
            key, _, text = one.partition("=")
            texts[key] = text
            continue
        for value in re.split(r" (?=[?~]?(?:\d{4}|-)[/=])", " ".join(values)):
            mark = value[0] if value[0] in "?~" else ""
            when, _, text = value.removeprefix(mark).partition("=")
            key_ = (page, int(number), name, role, when)
            office.wanted[key_] = text
            if mark:
                (office.refusable if mark == "?" else office.open).add(key_)


def _workbook(pages: list[Page]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheets = [book.add_worksheet(page.name) for page in pages]
    shown = [
        sheet for page, sheet in zip(pages, sheets, strict=True) if "lembar" not in page.hidden
    ]
    shown[0].activate()
    shown[0].set_first_sheet()
    for page, sheet in zip(pages, sheets, strict=True):
        cells = [[] if row == "~" else [one.strip() for one in row.split("|")] for row in page.rows]
        for merge in page.merges:
            sheet.merge_range(merge, "")
        for hidden in page.hidden:
            _hide(sheet, hidden)
        if page.filtered:
            sheet.autofilter(page.filtered)
        for number, row in enumerate(cells):
            for column, text in enumerate(row):
                if text:
                    _write(book, sheet, number, column, text)
    book.close()
    return stream.getvalue()


def _hide(sheet: Worksheet, what: str) -> None:
    if what == "lembar":
        sheet.hide()
    elif what.isdecimal():
        sheet.set_row(int(what) - 1, None, None, {"hidden": True})
    else:
        sheet.set_column(f"{what}:{what}", None, None, {"hidden": True})


def _write(book: xlsxwriter.Workbook, sheet: Worksheet, row: int, column: int, text: str) -> None:
    if text.startswith("="):
        number, _, form = text[1:].partition("~")
        style = book.add_format({"num_format": form}) if form else None
        sheet.write_number(row, column, float(number), style)
    elif text.startswith("%") and ">" in text:
        formula, _, value = text[1:].rpartition(">")
        sheet.write_formula(row, column, f"={formula}", None, float(value) if value else "")
    elif text.startswith("@"):
        day, _, form = text[1:].partition("~")
        style = book.add_format({"num_format": form or "d mmm yyyy"})
        sheet.write_datetime(row, column, dt.datetime.fromisoformat(day), style)
    elif (marked := re.fullmatch(r"(\d+)\^(\d+)", text)) is not None:
        raised = book.add_format({"font_script": 1})
        sheet.write_rich_string(row, column, marked[1], raised, marked[2])
    elif (marked := re.fullmatch(r"~(\d+)~(\d+)", text)) is not None:
        struck = book.add_format({"font_strikeout": True})
        sheet.write_rich_string(row, column, struck, marked[1], marked[2])
    else:
        sheet.write_string(row, column, text.replace("\\n", "\n").replace("<NBSP>", "\u00a0"))


def judge(office: Office, answer: dict[str, Any]) -> Judgement:
    """Hold what was read against what was written down, value by value."""
    read = _values(answer)
    said = [one for one in answer["temuan"] if one["tingkat"] != "info"]
    judged = Judgement(0, [], [], [], [])
    for key, value in office.wanted.items():
        shown = f"{key}: {value} read as {read.get(key)}"
        if read.get(key) == value:
            judged.right += 1
        elif key in read:
            judged.wrong.append(shown)
        elif key in office.open:
            continue
        elif _excused(office, key, value, answer):
            judged.told.append(shown)
            if key not in office.refusable:
                judged.faults.append(f"refused: {shown}")
        else:
            judged.lost.append(shown)
    judged.wrong += [f"{key}: read as {read[key]}" for key in read.keys() - office.wanted.keys()]
    judged.faults += _faults(office, answer, said)
    return judged


def _values(answer: dict[str, Any]) -> dict[Key, str]:
    return {
        (table["lembar"], item["baris"], item["nama"], role, key): value
        for table in answer["tabel"]
        for item in table["item"]
        for role in VALUES
        for key, value in item.get(role, {}).items()
    }


def _excused(office: Office, key: Key, value: str, answer: dict[str, Any]) -> bool:
    """Say whether a finding stands at the row or column of a value, or in its table's headers."""
    sheet, number, *_ = key
    page = next((one for one in office.pages if one.name == sheet), office.pages[0])
    cells = page.rows[number - 1].split("|") if number <= len(page.rows) else []
    return is_excused(answer, sheet, number, columns_of(cells, value))


def _faults(office: Office, answer: dict[str, Any], said: list[dict[str, Any]]) -> Iterator[str]:
    if office.clean:
        yield from (f"said: {one['kode']} {one.get('sel')} {one['pesan']}" for one in said)
    table = next((one for one in answer["tabel"] if one["item"]), (answer["tabel"] or [{}])[0])
    for key in ("jenis", "wilayah", "tahun"):
        if key in office.told and office.told[key] != str(table.get(key)):
            yield f"{key}: {table.get(key)}, not {office.told[key]}"
    found = {
        (one["lembar"], item["baris"], item["nama"]): item
        for one in answer["tabel"]
        for item in one["item"]
    }
    for where, texts in office.texts.items():
        told = any(one.get("baris") == where[1] or one["kode"] == "IKU330" for one in said)
        if where not in found and not told:
            yield f"no item {where}"
        for key, text in texts.items() if where in found else ():
            if found[where].get(key) != text:
                yield f"{where} {key}: {found[where].get(key)}, not {text}"
    yield from (f"an item that is none: {where}" for where in found.keys() - office.texts.keys())
