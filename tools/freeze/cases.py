"""What is run: every command, in every format and both languages, and what the library answers."""

from __future__ import annotations

import glob
import importlib.util
import io
import json
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, Literal, get_args

import kesbang_iku as iku
from kesbang_iku.cli import main

WRITTEN: Final = "keluaran"
"""The folder that cases write into; all that is in it afterwards belongs to the answer."""
FORMULAS: Final = "formulas.json"
"""The input that lists formulas."""

Language = Literal["id", "en"]
_LANGUAGES: Final = [("--bahasa", language) for language in get_args(Language)]
Sets = Mapping[str, Sequence[str]]
_COMMANDS: Final = Path(__file__).with_name("commands.txt")
_CATALOGS: Final = ("examples/katalog-daerah", "examples/paket-katalog/src/katalog_contoh")
_READ: Final = frozenset({".csv", ".json", ".txt", ".xls", ".xlsx", ".yaml"})
_CODE: Final = re.compile(r"\b[A-Z]+(?:-[A-Z]+)+-\d+\b")
_SET: Final = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to run: its name, what runs it, and under what circumstances."""

    name: str
    work: Callable[[], int]
    circumstances: Mapping[str, str] = field(default_factory=dict)


def all_cases(tree: Path) -> list[Case]:
    """Return every case, for the inputs below the working directory.

    Args:
        tree: the tree whose documentation is built.
    """
    files = [
        path.as_posix()
        for folder in ("examples", "uji", "buku")
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and path.suffix in _READ
    ]
    cases = (
        Case("tools/build_docs.py", partial(_build_docs, tree)),
        *(Case(f"library {path}", partial(_ask_library, path)) for path in files),
        *(
            Case(f"library {path}", partial(_compute_vectors, path))
            for path in found("vectors/indikator/*")
        ),
        *_typed(),
    )
    # What is listed in several ways is asked once.
    return list({case.name: case for case in cases}.values())


def _typed() -> Iterator[Case]:
    """Yield the commands that are listed, in every format and both languages."""
    forms = _forms()
    sets = _sets(forms)
    listed = _COMMANDS.read_text(encoding="utf-8").splitlines()
    for command in [line for line in listed if line and not line.startswith("#")]:
        for line in _each(command, sets):
            words = shlex.split(line)
            circumstances = {}
            while words and words[0].startswith("@"):
                what, _, value = words.pop(0)[1:].partition("=")
                circumstances[what] = value
            for form in forms.get(words[0], [()]) if "--format" not in words else [()]:
                for language in _LANGUAGES if "--bahasa" not in words else [()]:
                    typed = [*words[:1], *form, *language, *words[1:]]
                    name = " ".join((line, *form, *language))
                    yield Case(name, partial(_run, typed), circumstances)


def _each(line: str, sets: Sets) -> Iterator[str]:
    """Yield ``line`` with each value of the sets, or each file, that it names."""
    named = _SET.search(line)
    if not named:
        yield line
        return
    for value in sets.get(named[1]) or map(shlex.quote, found(named[1])):
        for rest in _each(line[named.end() :], sets):
            yield line[: named.start()] + value + rest


def found(pattern: str) -> list[str]:
    """Return the files that ``pattern`` names."""
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  # refuses "/ a"


def _run(words: list[str]) -> int:
    """Run a command as a shell would: on the files that its words name."""
    return main([name for word in words for name in found(word) or [word]])


def _asked(*words: str) -> str:
    """Return what a command answers."""
    stream = io.StringIO()
    with redirect_stdout(stream):
        main(list(words))
    return stream.getvalue()


def _forms() -> dict[str, list[tuple[str, ...]]]:
    """Return every command with what asks for each of its formats, as its help names them."""
    commands = re.findall(
        r"^    ([a-z]+) ", _asked("--help").partition("PERINTAH\n")[2], re.MULTILINE
    )
    formats = {name: re.search(r"--format \{(.+?)\}", _asked(name, "--help")) for name in commands}
    return {
        name: [("--format", form) for form in listed[1].split(",")] if listed else [()]
        for name, listed in formats.items()
    }


def _sets(commands: Iterable[str]) -> Sets:
    """Return what stands for the names in braces."""
    standard = iku.load_catalog(packages=False)
    more = iku.load_catalog(_CATALOGS, packages=False)
    codes = re.findall(r'"(IKU\d{3})"', _asked("rules", "--format", "json"))
    return {
        "command": list(commands),
        "catalog": _CATALOGS,
        "broken": found("katalog/*"),
        "settings": found("**/*.toml"),
        "indicator": list(standard.codes),
        "output": [one.kode for one in standard.outputs],
        "code": [code for code in more.codes if code not in standard.codes],
        "local": [code for code in more.codes if code not in standard.codes],
        "year": ("2018", "2022", "2025", "2026"),
        "finding": sorted(set(codes)),
        "schema": list(json.loads(_asked("schema"))),
        "item": list(_items()),
        "kind": ("laporan", "rencana", "katalog", "capaian", "apa"),
        "read": ("examples/idi-kalimantan-tengah.yaml", "examples/tabel-capaian.csv"),
        "formula": [shlex.quote(text) for text in json.loads(Path(FORMULAS).read_bytes())],
        "stream": ("@tty", "@ascii", "@columns=40", "@columns=160"),
        "suffix": ("json", "csv", "html", "txt"),
        "hex": "0123456789abcdef",
        "digit": "01234567",
    }


def _items() -> Iterator[str]:
    """Yield what asks for an explanation of each item of the reports that people read."""
    for path in found("examples/*.*"):
        codes = _CODE.findall(Path(path).read_text(encoding="utf-8"))
        yield from (f"{path} --kode {code}" for code in sorted(set(codes)))


def _answer(content: object) -> int:
    print(json.dumps(content, ensure_ascii=False, indent=1, default=str))
    return 0


def _tried(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except Exception as error:  # noqa: BLE001  # what escapes is an answer as well
        return f"{type(error).__name__}: {error}"


def _ask_library(path: str) -> int:
    """Write what the library answers about one file, in both languages."""
    standard = iku.load_catalog()
    answers = {}
    for language in get_args(Language):

        def computed(language: Language = language) -> object:
            results = iku.compute(iku.read_reports(path), standard)
            explained = [result.explain(language).splitlines() for result in results]
            return results.as_dict(language), explained

        def checked(language: Language = language) -> object:
            return [one.as_dict(language) for one in iku.validate(path, standard)]

        def aligned(language: Language = language) -> object:
            return iku.align(iku.read_plan(path), standard).as_dict(language)

        answers[language] = [_tried(computed), _tried(checked), _tried(aligned)]
    return _answer(answers)


def _compute_vectors(path: str) -> int:
    """Write the results and explanations of the cases of one indicator, in both languages."""
    vectors = json.loads(Path(path).read_bytes())
    answers: list[object] = []
    for indicator in iku.load_catalog().versions(vectors["kode"]):
        for case in vectors["kasus"]:
            given = {name: case[name] for name in ("target", "wilayah", "tahun")}
            result = indicator.compute(case["variabel"], **given)
            for language in get_args(Language):
                answers += [result.as_dict(language), result.explain(language).splitlines()]
    return _answer(answers)


def _build_docs(tree: Path) -> int:
    """Write the generated pages of the documentation."""
    spec = importlib.util.spec_from_file_location("build_docs", tree / "tools" / "build_docs.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(tree)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return _answer(module.write(Path(WRITTEN)))
