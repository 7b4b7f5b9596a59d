"""What a project wants of the checks: which findings count, where, and how much they weigh.

Written as ``[tool.kesbang-iku]`` in ``pyproject.toml``, or as a whole file ``kesbang-iku.toml``::

    pilih = ["IKU"]
    abaikan = ["IKU232", "IKU233"]
    abaikan-per-berkas = { "arsip/**" = ["IKU5"] }
    tingkat = { IKU502 = "galat" }
    bahasa = "en"
    katalog = ["katalog-daerah"]
    tingkat-temuan = "peringatan"
    statistik = true

Codes may be prefixes. Where both ``pilih`` and ``abaikan`` fit a finding, the longer one decides.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Final, TypeVar, get_args

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import Finding, Language, Level, Place, kinds, sentences
from kesbang_iku.findings.near import near
from kesbang_iku.findings.register import kinds_of, near_codes
from kesbang_iku.sources.text_reader import decode, read_bytes
from kesbang_iku.validation.configuration_file import SHARED_FILE, TABLE
from kesbang_iku.validation.fingerprints import relative_name

ANNOUNCED: Final = "mendatang"
"""In place of a level: the one that a kind of finding announces for the next major version."""

_KEYS: Final = (
    "pilih", "abaikan", "abaikan-per-berkas", "tingkat", "tingkat-temuan", "statistik",
    "bahasa", "katalog",
)  # fmt: skip
_LEVELS: Final = (*(level.value for level in Level), ANNOUNCED)
T = TypeVar("T")
_EXAMPLES: Final = {
    "table": "[…]",
    "codes": '["IKU232", "IKU5"]',
    "globs": '{ "arsip/**" = ["IKU5"] }',
    "levels": '{ IKU502 = "galat" }',
    "language": '"en"',
    "folders": '["katalog-daerah"]',
    "level": '"peringatan"',
    "switch": "true",
}
"""What settings look like, by what they hold."""
_POSITION: Final = regex(r"\(at line (\d+), column (\d+)\)")
_GLOB: Final = regex(r"\*\*/|/\*\*$|\*\*|\*|\?|[^*?/]+|/")
_GLOB_PARTS: Final = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What counts. Codes may be prefixes; nothing given means that everything counts as it is.

    Attributes:
        select: the codes that count; all where empty.
        ignore: the codes that do not.
        ignore_in: patterns of files, each with the codes that do not count there.
        levels: codes with the level they get, or :data:`ANNOUNCED`.
        language: the language of messages, where it is said.
        catalogs: the catalog folders to add, relative to ``root``.
        least: what weighs less is not shown, though it counts; ``None`` shows everything.
        statistics: whether findings are counted by code in place of being shown.
        name: the file it stands in, for people.
        root: the folder that patterns are relative to; the current one where ``None``.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ignore_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    language: Language | None = None
    catalogs: tuple[str, ...] = ()
    least: Level | None = None
    statistics: bool = False
    name: str | None = None
    root: Path | None = None


@dataclass(frozen=True, slots=True)
class ConfiguredFindings:
    """Findings held against a configuration: those that count, and those it sets aside."""

    kept: tuple[Finding, ...]
    ignored: tuple[Finding, ...]


def apply_configuration(
    findings: Iterable[Finding], configuration: Configuration
) -> ConfiguredFindings:
    """Return which findings count, at the level that ``configuration`` gives them."""
    kept, ignored = [], []
    for finding in findings:
        if _counts(finding, configuration):
            kept.append(_weighed(finding, configuration))
        else:
            ignored.append(finding)
    return ConfiguredFindings(tuple(kept), tuple(ignored))


def weighs_enough(finding: Finding, least: Level | None) -> bool:
    """Say whether a finding weighs at least as much as ``least``."""
    order = tuple(Level)
    return least is None or order.index(finding.tingkat) <= order.index(least)


def _counts(finding: Finding, configuration: Configuration) -> bool:
    ignored = _longest(finding.kode, configuration.ignore)
    if configuration.select:
        selected = _longest(finding.kode, configuration.select)
        if selected <= ignored:
            return False
    elif ignored:
        return False
    if finding.berkas is None:
        return True
    name = relative_name(finding.berkas, configuration.root)
    return not any(
        _longest(finding.kode, codes) and matches(pattern, name)
        for pattern, codes in configuration.ignore_in
    )


def _weighed(finding: Finding, configuration: Configuration) -> Finding:
    fitting = [(code, level) for code, level in configuration.levels if _fits(finding.kode, code)]
    if not fitting:
        return finding
    wanted = max(fitting, key=lambda pair: len(pair[0]))[1]
    kind = finding.kind
    level = (kind.announced or kind.level) if wanted == ANNOUNCED else Level(wanted)
    return replace(finding, kind=replace(kind, level=level))


def _fits(code: str, prefix: str) -> bool:
    return code.startswith(prefix)


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """Return how long the longest of ``prefixes`` is that ``code`` starts with, else 0."""
    return max((len(prefix) for prefix in prefixes if _fits(code, prefix)), default=0)


def matches(pattern: str, name: str) -> bool:
    """Say whether a file, named with slashes, fits a pattern.

    ``*`` and ``?`` stay within one folder, ``**`` crosses folders. A pattern without a slash fits
    the name of the file in any folder.
    """
    if "/" not in pattern:
        name = name.rpartition("/")[2]
    parts = _GLOB.findall(pattern.removeprefix("./"))
    expression = "".join(_GLOB_PARTS.get(part) or re.escape(part) for part in parts)
    return re.fullmatch(expression, name, re.DOTALL) is not None


# ---------------------------------------------------------------------------------------- reading


def read_configuration(path: Path, name: str | None = None) -> tuple[Configuration, list[Finding]]:
    """Return the configuration in a file, and what is wrong with it.

    Nothing is raised for content; with findings, the configuration means nothing.
    """
    called = str(path) if name is None else name
    content, findings = read_bytes(path, name=called)
    if content is None:
        return Configuration(), findings
    if not content.strip():
        return Configuration(name=called, root=path.parent), []
    text, findings = decode(content, called)
    if text is None or findings:
        return Configuration(), findings
    configuration, found = parse_configuration(text, called, shared=path.name == SHARED_FILE)
    return replace(configuration, root=path.parent), found


def parse_configuration(
    text: str, name: str, *, shared: bool = False
) -> tuple[Configuration, list[Finding]]:
    """Return the configuration that ``text`` holds, and what is wrong with it.

    Args:
        text: TOML.
        name: what findings call it.
        shared: whether it is a ``pyproject.toml``, where only our own table is ours.
    """
    import tomllib  # noqa: PLC0415  # light: 2 ms that most folders are not to wait for

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Configuration(), [kinds.CONFIGURATION_SYNTAX.at(_place_in(error, text, name))]
    except RecursionError:
        return Configuration(), [kinds.CONFIGURATION_SYNTAX.at(Place(berkas=name))]
    data: object = table
    if shared:
        tool = table.get("tool")
        data = tool.get(TABLE, {}) if isinstance(tool, dict) else {}
    reader = _Reader(text, name)
    configuration = reader.read(data)
    return configuration, reader.findings


def _place_in(error: ValueError, text: str, name: str) -> Place:
    found = _POSITION.search(str(error))
    if found:
        return Place(berkas=name, baris=int(found[1]), kolom=int(found[2]))
    return Place(berkas=name, baris=text.count("\n") + 1)


@dataclass(slots=True)
class _Reader:
    """Turns TOML data into a configuration. Filled with findings while it reads."""

    text: str
    name: str
    findings: list[Finding] = field(default_factory=list)

    def read(self, data: object) -> Configuration:
        if not isinstance(data, Mapping):
            self._wrong("tool.kesbang-iku", "table")
            return Configuration()
        for key in data:
            if key not in _KEYS:
                self._unknown(key)
        return Configuration(
            select=self._codes("pilih", data.get("pilih", [])),
            ignore=self._codes("abaikan", data.get("abaikan", [])),
            ignore_in=self._per_file(data.get("abaikan-per-berkas", {})),
            levels=self._levels(data.get("tingkat", {})),
            language=self._one_of(get_args(Language), "bahasa", "language", data),
            catalogs=self._folders(data.get("katalog", [])),
            least=self._one_of(Level, "tingkat-temuan", "level", data),
            statistics=self._one_of((True, False), "statistik", "switch", data) or False,
            name=self.name,
        )

    def _codes(self, key: str, value: object, expected: str = "codes") -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            self._wrong(key, expected)
            return ()
        for code in value:
            self._check_code(code)
        return tuple(value)

    def _one_of(
        self, known: Iterable[T], key: str, expected: str, data: Mapping[str, object]
    ) -> T | None:
        """Return what a setting says, ``None`` where it is not there or none of what is known."""
        written = data.get(key)
        for one in known:
            if one == written and isinstance(one, bool) is isinstance(written, bool):
                return one
        if key in data:
            self._wrong(key, expected)
        return None

    def _per_file(self, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
        if not isinstance(value, Mapping):
            self._wrong("abaikan-per-berkas", "globs")
            return ()
        return tuple((pattern, self._codes(pattern, codes)) for pattern, codes in value.items())

    def _levels(self, value: object) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, Mapping):
            self._wrong("tingkat", "levels")
            return ()
        found = []
        for code, level in value.items():
            self._check_code(code)
            if level in _LEVELS:
                found.append((code, level))
            else:
                # What is no text is not written in the file as it is shown.
                shown = level if isinstance(level, str) else code
                self.findings.append(
                    kinds.UNKNOWN_LEVEL.at(
                        self._place(shown), nilai=level, ada=", ".join(_LEVELS), value=str(level)
                    )
                )
        return tuple(found)

    def _folders(self, value: object) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(folder, str) for folder in value):
            return tuple(value)
        self._wrong("katalog", "folders")
        return ()

    def _check_code(self, code: str) -> None:
        if not kinds_of(code):
            near = near_codes(code)
            usul = (
                sentences.validation.PERHAPS_CODE.filled(dekat=near[0])
                if near
                else sentences.validation.A_CODE_IS_IKU_AND
            )
            self.findings.append(
                kinds.UNKNOWN_FINDING_CODE.at(self._place(code), kode=code, usul=usul)
            )

    def _unknown(self, key: str) -> None:
        meant = near(key, _KEYS)
        usul = (
            sentences.validation.PERHAPS_KEY.filled(dekat=meant[0])
            if meant
            else sentences.validation.REMOVE_THIS_KEY
        )
        self.findings.append(
            kinds.UNKNOWN_SETTING.at(self._place(key), kunci=key, usul=usul, ada=", ".join(_KEYS))
        )

    def _wrong(self, key: str, expected: str) -> None:
        harapan, contoh = sentences.validation.EXPECTED[expected], _EXAMPLES[expected]
        self.findings.append(
            kinds.WRONG_SETTING.at(self._place(key), kunci=key, harapan=harapan, contoh=contoh)
        )

    def _place(self, word: str) -> Place:
        """Return where ``word`` stands, as far as that can be told: TOML readers say no places."""
        whole = regex(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        for number, line in enumerate(self.text.split("\n"), start=1):
            found = whole.search(line.partition(" #")[0])
            if found and not line.lstrip().startswith("#"):
                start, end = found.span()
                return Place(berkas=self.name, baris=number, kolom=start + 1, kolom_akhir=end + 1)
        return Place(berkas=self.name)
