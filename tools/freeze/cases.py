"""What is run: every command, in every format and both languages, and what the library answers."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, get_args

import kesbang_iku as iku
from kesbang_iku.cli import main

WRITTEN: Final = "keluaran"
"""The folder that cases write into; all that is in it afterwards belongs to the answer."""

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "list": ("table", "json", "csv"),
    "show": ("text", "json", "yaml"),
    "compute": ("table", "json", "csv"),
    "explain": ("text", "json", "markdown"),
    "validate": ("text", "json", "sarif", "junit", "github", "gitlab"),
    "align": ("table", "json", "csv", "html"),
    "report": (),
    "diff": ("text", "json", "markdown"),
    "formula": ("text", "json"),
    "schema": ("json",),
    "rules": ("table", "text", "json"),
    "vectors": ("json",),
    "pages": (),
}
"""Every command, with its formats."""
_LOCAL: Final = "examples/katalog-daerah"
_OTHERS: Final = "examples/paket-katalog/src/katalog_contoh"
_REPORT: Final = "examples/idi-kalimantan-tengah.yaml"
_WRONG: Final = "examples/laporan-keliru.yaml"
_PLAN: Final = "examples/rencana/kota-bandung.yaml"
_CODE: Final = re.compile(r"\b[A-Z]+(?:-[A-Z]+)+-\d+\b")
_READ: Final = frozenset({".csv", ".json", ".txt", ".xls", ".xlsx", ".yaml"})
_OF_PLANS: Final = re.compile(r"rencana|target", re.IGNORECASE)
_SHORT: Final = 3000


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to run.

    Attributes:
        name: what it is called in comparisons; a command is called as it is typed.
        work: runs it, and returns the exit status.
        stdin: what standard input holds.
        columns: how wide the terminal is.
        watched: whether somebody sits at it.
        encoding: what the streams can hold.
        folder: where it runs, below the inputs.
        copies: the inputs that are copied into the written folder first, by the name there.
        long: whether it takes seconds.
    """

    name: str
    work: Callable[[], int]
    stdin: bytes = b""
    columns: int = 100
    watched: bool = False
    encoding: str = "utf-8"
    folder: str = ""
    copies: Mapping[str, str] = field(default_factory=dict)
    long: bool = False


def all_cases(tree: Path) -> list[Case]:
    """Return every case, for the inputs below the working directory.

    Args:
        tree: the tree whose documentation is built.
    """
    files = _files()
    cases = (
        *_usage(),
        *_standard(),
        *_findings_and_schemas(),
        *(case for name in files for case in _of_file(name)),
        *_of_groups(files),
        *_of_examples(files),
        *_plans(files),
        *_settings(files),
        *_repairs(files),
        *_catalogs(),
        *_streams(),
        *_formulas(),
        *_vectors(),
        Case("tools/build_docs.py", partial(_build_docs, tree), long=True),
    )
    # What several of these ask in the same words is asked once.
    return list({case.name: case for case in cases}.values())


def _files() -> list[str]:
    """Return the inputs that are reports, plans, tables or definitions, or were to be."""
    left_out = ("vectors", "pasangan", "katalog", WRITTEN)
    return sorted(
        path.as_posix()
        for path in Path().rglob("*")
        if path.is_file() and path.suffix in _READ and path.parts[0] not in left_out
        if path.name != "rumus.txt"
    )


def _command(*words: str, note: str = "", name: str = "", **settings: Any) -> Case:  # noqa: ANN401
    """Return the case that runs a command."""
    called = name or shlex.join(words)
    return Case(f"{called} {note}".strip(), partial(main, list(words)), **settings)


def _both(*words: str, name: str = "", **settings: Any) -> Iterator[Case]:  # noqa: ANN401
    """Yield a command in both languages."""
    for language in LANGUAGES:
        named = f"{name} --bahasa {language}" if name else ""
        yield _command(*words, "--bahasa", language, name=named, **settings)


def _forms(*words: str, name: str = "", **settings: Any) -> Iterator[Case]:  # noqa: ANN401
    """Yield a command in every format and both languages."""
    for form in _FORMATS[words[0]]:
        named = f"{name} --format {form}" if name else ""
        yield from _both(*words, "--format", form, name=named, **settings)


def _usage() -> Iterator[Case]:
    """Yield help, and arguments that make no sense."""
    yield _command("--version")
    for columns in (60, 100):
        for words in ((), *((command,) for command in _FORMATS)):
            yield from _both(*words, "--help", note=f"[{columns}]", columns=columns)
    everywhere: tuple[tuple[str, ...], ...] = (
        (),
        ("--tidak-ada",),
        ("--fromat", "json"),
        ("--format", "xml"),
        ("--format",),
        ("--katalog", "tidak-ada"),
        ("--katalog", "examples/rencana"),
        ("--bahasa=fr",),
        ("satu", "dua", "tiga"),
        ("-o",),
        ("--tahun", "20x4"),
        ("--tingkat", "desa"),
        ("--", "-x"),
    )
    for words in everywhere:
        for command in _FORMATS:
            yield _command(command, *words)
            yield _command("--bahasa", "en", command, *words)
    for words in ((), ("lits",), ("--tidak-ada", "list"), ("--bahasa",), ("--kuiet", "list")):
        yield _command(*words, note="[alone]")
        yield _command("--bahasa=en", *words, note="[alone]")


def _standard() -> Iterator[Case]:
    """Yield what is asked of the standard itself."""
    for more in (
        (),
        ("--bidang", "POL"),
        ("--bidang", "XYZ"),
        ("--tingkat", "kota"),
        ("--tahun", "2024"),
        ("--tahun", "1801"),
        ("--status", "usulan"),
        ("--cari", "konflik sosial"),
        ("--cari", "zzz"),
        ("--katalog", _LOCAL),
        ("--katalog", _OTHERS),
    ):
        yield from _forms("list", *more)
    for columns in (60, 200):
        yield from _both("list", note=f"[{columns}]", columns=columns)
    standard = iku.load_catalog(packages=False)
    for code in standard.codes:
        yield from _forms("show", code)
    for code in iku.load_catalog([_LOCAL, _OTHERS], packages=False).codes:
        if code not in standard.codes:
            yield from _forms("show", code, "--katalog", _LOCAL, "--katalog", _OTHERS)
    yield from _both("vectors", long=True)
    yield _command("vectors", "-o", WRITTEN)
    yield _command("vectors", "--katalog", _LOCAL)
    yield from _references(standard)


def _references(standard: iku.Catalog[iku.Indicator]) -> Iterator[Case]:
    """Yield what is asked by other lists' codes and by years."""
    for code in ("kbp-pol-1", "KBP-POL-99", "sipd:000048", "sipd:000603", "rpjmn:01.01.01"):
        yield from _forms("show", code)
    for code in ("kodref:09.07.001", "kodref:09.01.003", "rpjpn:30", "sdg:16", "tidak ada"):
        yield from _forms("show", code)
    for indicator in standard.outputs:
        yield from _both("show", indicator.kode)
    for year in ("2018", "2022", "2026"):
        yield from _both("show", "KBP-POL-01", "--tahun", year)
    for before, after in (("2024", "2025"), ("2018", "2026"), ("2026", "2018"), ("2025", "2025")):
        yield from _forms("diff", before, after)
    for before, after in ((_LOCAL, _OTHERS), (_OTHERS, _LOCAL), (_LOCAL, "2025")):
        yield from _forms("diff", before, after)


def _findings_and_schemas() -> Iterator[Case]:
    yield from _forms("rules")
    found = io.StringIO()
    with redirect_stdout(found):
        main(["rules", "--format", "json"])
    codes = sorted(set(re.findall(r'"(IKU\d{3})"', found.getvalue())))
    for code in codes:
        yield _command("rules", code)
        yield _command("rules", code, "--format", "json", "--bahasa", "en")
    for prefix in ("IKU4", "IKU9", "IKU999", "iku301", "apa"):
        yield from _forms("rules", prefix)
    yield from _both("schema")
    found = io.StringIO()
    with redirect_stdout(found):
        main(["schema"])
    for name in json.loads(found.getvalue()):
        for draft in ("2020-12", "7"):
            yield from _both("schema", name, "--draft", draft)
    yield from _both("schema", "lapor")


def _of_file(path: str) -> Iterator[Case]:
    """Yield what is asked of each file alone."""
    if _OF_PLANS.search(Path(path).read_bytes()[:_SHORT].decode("utf-8", "replace")):
        yield _command("align", path, "--format", "csv")
    yield Case(f"library {path}", partial(_library, path))


def _of_groups(files: list[str]) -> Iterator[Case]:
    """Yield what is asked of many files together, in every format."""
    folders: dict[str, list[str]] = {}
    for path in files:
        *parents, _ = Path(path).parts
        folders.setdefault("/".join(parents[:2]), []).append(path)
    for folder, inside in folders.items():
        for number, start in enumerate(range(0, len(inside), 100), 1):
            part = inside[start : start + 100]
            for words in (("validate", "--proses", "1", "--tanpa-konfigurasi"), ("compute",)):
                name = f"{words[0]} {folder}/* part {number}"
                if folder in {"buku", "uji"}:
                    yield from _both(*words, *part, name=name, long=True)
                else:
                    yield from _forms(*words, *part, name=name, long=True)
            name = f"report {folder}/* part {number}"
            yield from _both("report", "-o", f"{WRITTEN}/a.html", *part, name=name, long=True)
    few = [path for path in files if path.startswith("examples/")][::9]
    for count in ("2", "3"):
        words = ("validate", "--proses", count, *few)
        yield from _both(*words, name=f"validate --proses {count} some examples")


def _of_examples(files: list[str]) -> Iterator[Case]:
    """Yield the explanations, pages and plans of the examples people read."""
    for path in files:
        if not path.startswith("examples/") or path.startswith(("examples/aturan", "examples/tem")):
            continue
        text = Path(path).read_text(encoding="utf-8", errors="replace")
        added = ("--katalog", _LOCAL) if "katalog" in path else ()
        yield from _forms("validate", path, *added)
        yield from _forms("compute", path, *added)
        for code in sorted(set(_CODE.findall(text)))[:12]:
            yield from _forms("explain", path, "--kode", code, *added)
        yield from _both("report", path, "-o", "-", *added)
    words = ("explain", "examples/repositori-data/laporan/62/2024.yaml", "--kode", "KBP-POL-01")
    for more in (
        ("--wilayah", "62"),
        ("--wilayah", "11"),
        ("--tahun", "2024"),
        ("--tahun", "2020"),
    ):
        yield from _forms(*words, *more)
    yield from _both("explain", _REPORT, "--kode", "KBP-POL-99")
    yield from _both("explain", _REPORT, "--kode", "kbp-pol-1")
    yield from _both("report", _REPORT, "-o", f"{WRITTEN}/a.html")
    yield from _both(
        "report", _REPORT, "-o", f"{WRITTEN}/a.html", note="[there]", copies={"a.html": _REPORT}
    )
    yield from _both("report", _REPORT, "-o", "tidak/ada.html")
    for path in ("tidak-ada.yaml", "examples", "examples/demo.sh", "."):
        for command in ("validate", "compute", "align"):
            yield from _both(command, path)


def _plans(files: list[str]) -> Iterator[Case]:
    """Yield what is asked of plans."""
    plans = [path for path in files if "/rencana" in path and path.startswith("examples/")]
    for path in plans:
        added = ("--katalog", _LOCAL) if "katalog" in path else ()
        yield from _forms("align", path, *added, long=True)
        for suffix in ("yaml", "csv"):
            target = f"{WRITTEN}/usul.{suffix}"
            yield from _both("align", path, "--usulkan", target, *added)
    for suffix in ("json", "csv", "html", "txt"):
        yield from _both("align", _PLAN, "-o", f"{WRITTEN}/a.{suffix}")
    yield from _both("align", _PLAN, "--usulkan", "-")
    taken = f"{WRITTEN}/usul.yaml"
    for more in ((), ("--timpa",)):
        words = ("align", _PLAN, "--usulkan", taken, *more)
        yield from _both(*words, note="[there]", copies={"usul.yaml": _PLAN})
    yield from _forms("align", *(path for path in plans if "/rencana/" in path), long=True)
    yield from _both("align", _PLAN, "--tingkat", "provinsi")
    yield from _both("align", _PLAN, "--wilayah", "32.73")
    yield from _both("align", _PLAN, "--wilayah", "apa")
    for path in sorted(Path("pasangan").glob("*.csv")):
        level = path.name.partition("-")[0]
        words = ("align", path.as_posix(), "--tingkat", level, "--format")
        known = level if level != "nasional" else "provinsi"
        yield _command("align", path.as_posix(), "--tingkat", known, "--format", "json", long=True)
        yield _command(*words, "csv", "--bahasa", "en", long=True)


def _settings(files: list[str]) -> Iterator[Case]:
    """Yield validation with settings, baselines and kinds of files."""
    for path in sorted(path.as_posix() for path in Path().rglob("*.toml")):
        yield from _both("validate", "--konfigurasi", path, _WRONG)
    yield from _both("validate", "--konfigurasi", "tidak-ada.toml", _WRONG)
    for path in ("examples/tabel-capaian.csv", _PLAN, _WRONG, _REPORT):
        for kind in ("laporan", "rencana", "katalog", "capaian", "apa"):
            yield from _both("validate", "--jenis", kind, path)
    folder = "examples/repositori-data"
    inside = [path for path in files if path.startswith(folder)]
    there = [Path(path).relative_to(folder).as_posix() for path in inside]
    back = f"../../{WRITTEN}/garis-dasar.json"
    for more in (
        (),
        ("--tanpa-konfigurasi",),
        ("--garis-dasar", "garis-dasar.json"),
        ("--garis-dasar", "kesbang-iku.toml"),
        ("--garis-dasar", "tidak-ada.json"),
        ("--tulis-garis-dasar", back),
        ("--quiet",),
        ("--quiet", "--garis-dasar", "garis-dasar.json"),
    ):
        words = ("validate", "--proses", "1", *more)
        name = shlex.join(("validate", "data/*", *more))
        yield from _forms(*words, *there, name=name, folder=folder)
    words = ("validate", "--garis-dasar", "garis-dasar.json", "tulisan-lain.yaml")
    yield from _forms(*words, note="[pemeriksaan]", folder="examples/pemeriksaan")
    for path in sorted(path.as_posix() for path in Path("uji").glob("*.json")):
        yield from _both("validate", _WRONG, "--garis-dasar", path)
    yield from _both("validate", _WRONG, "--tulis-garis-dasar", f"{WRITTEN}/garis.json")


def _repairs(files: list[str]) -> Iterator[Case]:
    """Yield repairs, on copies."""
    able = [path for path in files if path.endswith((".yaml", ".json", ".csv"))]
    for number, start in enumerate(range(0, len(able), 40), 1):
        copies = {path.replace("/", "-"): path for path in able[start : start + 40]}
        words = ("validate", "--perbaiki", "--ya", *(f"{WRITTEN}/{name}" for name in copies))
        name = f"validate --perbaiki --ya part {number}"
        yield _command(*words, name=name, copies=copies, long=True)
    for path in [path for path in files if path.endswith(".xlsx")][::12]:
        words = ("validate", "--perbaiki", "--ya", f"{WRITTEN}/a.xlsx")
        yield _command(*words, note=f"[{path}]", copies={"a.xlsx": path})
    copies = {"a.yaml": _WRONG}
    for more in ((), ("--ya",), ("--format", "json"), ("--ya", "--format", "sarif"), ("--quiet",)):
        words = ("validate", "--perbaiki", f"{WRITTEN}/a.yaml", *more)
        yield from _both(*words, note="[a.yaml]", copies=copies)
    for typed in (b"y\n", b"t\n", b""):
        words = ("validate", "--perbaiki", f"{WRITTEN}/a.yaml")
        note = f"[terminal {typed!r}]"
        yield from _both(*words, note=note, copies=copies, stdin=typed, watched=True)
    yield from _both("validate", "--ya", _WRONG)


def _catalogs() -> Iterator[Case]:
    """Yield catalogs of regions, whole and broken."""
    for folder in (_LOCAL, _OTHERS):
        yield from _forms("validate", folder)
        yield from _both("pages", "-o", WRITTEN, "--katalog", folder)
        words = ("pages", "-o", WRITTEN, "--katalog", folder)
        yield from _both(*words, note="[into a folder that holds a.md]", copies={"a.md": _WRONG})
    yield from _both("pages", "-o", WRITTEN)
    for path in sorted(path.as_posix() for path in Path("katalog").glob("*")):
        yield _command("list", "--katalog", path, "--cari", "uji")
        yield _command("validate", path, "--format", "json", "--bahasa", "en")


def _streams() -> Iterator[Case]:
    """Yield terminals, pipes, and streams that cannot hold every character."""
    words: tuple[tuple[str, ...], ...] = (
        ("list", "--cari", "konflik"),
        ("show", "KBP-POL-01"),
        ("compute", _REPORT),
        ("explain", _REPORT, "--kode", "KBP-POL-01"),
        ("validate", _WRONG),
        ("align", _PLAN),
        ("diff", "2024", "2025"),
        ("formula", "jumlah a dibagi b"),
        ("rules", "IKU301"),
        ("rules",),
        ("report", _REPORT, "-o", "-"),
        ("validate", _WRONG, "--format", "json"),
    )
    for one in words:
        yield from _both(*one, note="[terminal]", watched=True)
        yield _command(*one, "--no-color", note="[terminal]", watched=True)
        yield _command(*one, note="[ascii]", encoding="ascii")
        for columns in (40, 72, 160):
            yield _command(*one, note=f"[{columns}]", columns=columns)
        yield _command(*one, "--quiet")
    for path in (_REPORT, _WRONG, _PLAN, "examples/tabel-capaian.csv"):
        content = Path(path).read_bytes()
        for command in ("validate", "compute", "align"):
            yield from _both(command, "-", note=f"< {path}", stdin=content)
        yield from _both("explain", "-", "--kode", "KBP-POL-01", note=f"< {path}", stdin=content)
        yield from _both("report", "-", "-o", "-", note=f"< {path}", stdin=content)
    yield from _both("formula", "-", note="< a / b", stdin=b"a / b * 100\n")
    yield from _both("validate", "-", "--perbaiki", stdin=b"jenis: laporan\n")
    yield from _both("validate", "-", note="[empty]")


def _formulas() -> Iterator[Case]:
    for text in Path("rumus.txt").read_text(encoding="utf-8").split("\0"):
        yield _command("formula", "--format", "json", "--bahasa", "en", "--", text)
    for text in ("a / b * 100", "jumlah a dibagi jumlah b", "a +", "", "rasio"):
        yield from _forms("formula", text)


def _vectors() -> Iterator[Case]:
    for path in sorted(Path("vectors/indikator").glob("*.json")):
        for language in LANGUAGES:
            yield Case(f"library {path} {language}", partial(_compute_vectors, path, language))
    for path in sorted(Path("vectors").rglob("*.json")):
        yield _command("validate", path.as_posix())


def _answer(content: object) -> int:
    print(json.dumps(content, ensure_ascii=False, indent=1, default=str))
    return 0


def _library(path: str) -> int:
    """Write what the library answers about one file, in both languages."""
    standard = iku.load_catalog()
    answers: dict[str, object] = {}

    def keep(name: str, ask: Callable[[], Iterable[Callable[[Language], object]]]) -> None:
        """Keep what each thing that ``ask`` returns says in each language."""
        answers[name] = _tried(
            lambda: [{language: say(language) for language in LANGUAGES} for say in ask()]
        )

    results = _tried(lambda: iku.compute(iku.read_reports(path), standard))
    if isinstance(results, iku.Results):
        keep("compute", lambda: [results.as_dict])
        keep("explain", lambda: [result.explain for result in results])
    else:
        answers["compute"] = results
    keep("validate", lambda: [one.as_dict for one in iku.validate(path, standard)])
    keep("read_plan", lambda: [one.as_dict for one in iku.read_plan(path).temuan])
    if path.startswith("examples/"):
        keep("align", lambda: [iku.align(iku.read_plan(path), standard).as_dict])
    return _answer(answers)


def _tried(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except Exception as error:  # noqa: BLE001  # what escapes is an answer as well
        return f"{type(error).__name__}: {error}"


def _compute_vectors(path: Path, language: Language) -> int:
    """Write the results and explanations of the cases of one indicator."""
    vectors = json.loads(path.read_text(encoding="utf-8"))
    answers: list[object] = []
    for indicator in iku.load_catalog().versions(vectors["kode"]):
        for case in vectors["kasus"]:
            result = indicator.compute(
                case["variabel"],
                target=case["target"],
                wilayah=case["wilayah"],
                tahun=case["tahun"],
            )
            answers += [result.as_dict(language), _tried(partial(result.explain, language))]
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
