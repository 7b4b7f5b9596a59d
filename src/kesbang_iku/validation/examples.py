r"""An example for kinds of findings: a small input that is wrong in just that way.

Each stands in a file of its own, named after the code. A formula stands in a file ending in
``.rumus``. A file whose bytes are no plain text in UTF-8 stands in one ending in ``.baita``, where
``\xNN`` is the byte of that number; a workbook is described in one ending in ``.lembar``, and a
catalog folder in one ending in ``.folder``, where each of its files stands behind a line with its
path: ``== nilai/kbp-pol-01.csv``. All others are files as people hand them in, or configurations.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import align
from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.alignment.wording.reader import read_formula
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import NATION, load_regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.computing.rollup import rollup_reports
from kesbang_iku.findings import Finding
from kesbang_iku.formula import FormulaError, parse
from kesbang_iku.sources.reading import open_source
from kesbang_iku.sources.reports import Reports
from kesbang_iku.sources.resources import data_root
from kesbang_iku.tables.plans import read_plan
from kesbang_iku.validation.check import validate
from kesbang_iku.validation.configuration import parse_configuration
from kesbang_iku.validation.contents import kind_of
from kesbang_iku.validation.example_workbooks import workbook_of

FORMULA_SUFFIX: Final = ".rumus"
BYTES_SUFFIX: Final = ".baita"
WORKBOOK_SUFFIX: Final = ".lembar"
FOLDER_SUFFIX: Final = ".folder"
_FILE_MARK: Final = "== "


@dataclass(frozen=True, slots=True)
class FindingExample:
    """An input that makes a finding of one kind: the code, the name of the file, and its text."""

    code: str
    name: str
    text: str

    @property
    def content(self) -> bytes:
        """What the file it is an example of holds."""
        return _DESCRIBED.get(PurePath(self.name).suffix, str.encode)(self.text)

    def findings(self, catalog: Catalog | None = None) -> tuple[Finding, ...]:
        """Return what is found in the example, as anybody would get it."""
        read = _NO_FILES_TO_CHECK.get(PurePath(self.name).suffix)
        if read is not None:
            return tuple(read(self))
        found = validate(self.content, catalog, name=self.name)
        if any(one.kode == self.code for one in found):
            return found
        # What a name means is said where a plan is held against the standard, or a table computed.
        aligned = align(read_plan(self.content, name=self.name), catalog).semua_temuan
        if any(one.kode == self.code for one in aligned) or self._is_plan():
            return (*found, *aligned)
        reports = read_reports(self.content, name=self.name, katalog=catalog)
        computed = compute(reports, catalog).semua_temuan
        told = [one for one in computed if one.kode == self.code]
        return (*found, *(told or self._of_roll_ups(reports, catalog)))

    def _of_roll_ups(self, reports: Reports, catalog: Catalog | None) -> Iterator[Finding]:
        """Yield what is found of its kind where the reports are rolled up, to what they can be."""
        regions = load_regions()
        written = (one.report.wilayah for one in reports)
        inside = dict.fromkeys(regions[code].induk for code in written if code in regions)
        for goal in (None, NATION, *inside):
            rolled = rollup_reports(reports, catalog, ke=goal)
            told = [one for one in rolled.semua_temuan if one.kode == self.code]
            if told:
                yield from told
                return

    def _is_plan(self) -> bool:
        """Say whether the file is a plan, of which nothing is computed."""
        opened, _ = open_source(self.content, name=self.name)
        return opened is not None and kind_of(opened) == "rencana"


_DESCRIBED: Final[Mapping[str, Callable[[str], bytes]]] = {
    BYTES_SUFFIX: lambda said: said.encode("ascii").decode("unicode_escape").encode("latin-1"),
    WORKBOOK_SUFFIX: workbook_of,
}
"""What makes a file of its description, by how the name of the example ends."""


def _of_formula(example: FindingExample) -> Iterator[Finding]:
    """Yield what is wrong with a formula in the catalog's language, and as words."""
    try:
        parse(example.text)
    except FormulaError as error:
        for one in dict.fromkeys((error.finding, *read_formula(example.text).catatan)):
            yield one.moved(replace(one.place, berkas=example.name, baris=1))


def _of_folder(example: FindingExample) -> Iterator[Finding]:
    """Yield what is wrong with a catalog folder, at the lines of its description."""
    with TemporaryDirectory() as made:
        root = Path(made)
        (root / "indikator").mkdir()
        lines_before = {}
        for name, before, text in _files_of(example.text):
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            lines_before[str(file)] = before
        for found in validate(root):
            before = lines_before.get(found.berkas or "", 0)
            line = None if found.baris is None else found.baris + before
            yield found.moved(replace(found.place, berkas=example.name, baris=line))


def _files_of(description: str) -> Iterator[tuple[str, int, str]]:
    """Yield each file of a described folder: its path, the lines before its text, and the text."""
    lines = description.splitlines(keepends=True)
    marks = [number for number, line in enumerate(lines) if line.startswith(_FILE_MARK)]
    for start, end in zip(marks, [*marks[1:], len(lines)], strict=True):
        path = PurePath(lines[start].removeprefix(_FILE_MARK).strip())
        if path.is_absolute() or ".." in path.parts:
            raise ValueError(f"{path} leads out of the folder that is described")
        yield str(path), start + 1, "".join(lines[start + 1 : end])


_NO_FILES_TO_CHECK: Final[Mapping[str, Callable[[FindingExample], Iterable[Finding]]]] = {
    FORMULA_SUFFIX: _of_formula,
    FOLDER_SUFFIX: _of_folder,
    ".toml": lambda example: parse_configuration(example.text, example.name)[1],
}
"""What reads the examples that are no single file to be checked, by how their names end."""


def examples_root() -> Traversable:
    """Return the folder of the examples."""
    return data_root() / "examples" / "temuan"


def all_examples() -> dict[str, FindingExample]:
    """Return every example there is, by code."""
    folder = examples_root()
    found = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else ():
        name = PurePath(file.name)
        code = file.name.partition(".")[0].upper()
        text = file.read_text(encoding="utf-8")
        # A formula is one line; the end of that line is no part of it.
        found[code] = FindingExample(
            code, file.name, text.rstrip("\n") if name.suffix == FORMULA_SUFFIX else text
        )
    return found
