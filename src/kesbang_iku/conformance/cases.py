"""The cases a program is asked: the conformance vectors, one question each, by level.

A case goes to the program without its outcome. It says how an answer is compared: digit for digit
(``tepat``), or as numbers, where any way to write the same number will do (``bilangan``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import PurePath
from typing import Any, Final, Literal, NamedTuple, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.conformance.vectors import class_contents, method_content, vector_document
from kesbang_iku.findings import Level
from kesbang_iku.indicator.goal import numbers_of
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.statement import is_number
from kesbang_iku.validation.check import validate
from kesbang_iku.validation.examples import all_examples

Taraf = Literal["angka", "rumus", "capaian", "periode", "indeks", "validasi"]
LEVELS: Final[tuple[Taraf, ...]] = get_args(Taraf)
"""What a program can conform to, roughly in the order in which programs get there."""

Content = Mapping[str, Any]
Comparison = Literal["tepat", "bilangan"]
_Maker = Callable[[Content, Catalog], Iterator["Case"]]
_NUMBERS: Final = frozenset({"nilai", "min", "maks", "nilai_eksak"})
"""What is the same number however it is written, where a case is not about the writing."""
_OF_AN_INDICATOR: Final = ("kode", "versi", "rumus", "desimal")
_OF_A_CASE: Final = ("wilayah", "tahun", "variabel")
_REPORTS: Final = frozenset({".yaml", ".json", ".csv"})


class Case(NamedTuple):
    """A question to a program.

    Attributes:
        id: its name, the same in every release that has it.
        taraf: the level it belongs to.
        jenis: what is asked.
        tanya: what the program is told.
        hasil: what it should answer.
        banding: how the answer is compared.
    """

    id: str
    taraf: Taraf
    jenis: str
    tanya: Content
    hasil: Content
    banding: Comparison = "tepat"

    @property
    def sent(self) -> dict[str, Any]:
        """What goes to the program."""
        about = {"id": self.id, "taraf": self.taraf, "jenis": self.jenis, "banding": self.banding}
        return {**about, **self.tanya}


def cases_of(catalog: Catalog, levels: Iterable[Taraf] = LEVELS) -> list[Case]:
    """Return the cases of ``levels``, in the order of the levels.

    Raises:
        VectorError: a worked example of the catalog is wrong.
        FileNotFoundError: the package came without its vectors.
    """
    document = vector_document(catalog)
    found = [
        case
        for key, made in _MADE.items()
        for content in document[key]
        for case in made(content, catalog)
    ]
    asked = set(levels)
    if "validasi" in asked:
        found += _validated(catalog)
    wanted = [level for level in LEVELS if level in asked]
    return [case for level in wanted for case in found if case.taraf == level]


def _laws(taraf: Taraf, banding: Comparison) -> _Maker:
    """Return what makes cases of a file of laws: all a case says but its outcome is asked."""

    def made(content: Content, _catalog: Catalog) -> Iterator[Case]:
        for number, case in enumerate(content["kasus"]):
            asked = {key: value for key, value in case.items() if key not in {"hasil", "temuan"}}
            outcome = dict(case["hasil"])
            if isinstance(outcome.get("terbit"), Mapping):
                asked["desimal"] = outcome["terbit"]["desimal"]
                outcome["terbit"] = outcome["terbit"]["nilai"]
            name = f"{content['jenis']}/{content['hukum'].replace(' ', '-')}/{number}"
            yield Case(name, taraf, content["jenis"], asked, outcome, banding)

    return made


def _of_indicator(content: Content, catalog: Catalog) -> Iterator[Case]:
    """Yield the value of each example, and the achievement where it has a target."""
    about = {key: content[key] for key in _OF_AN_INDICATOR}
    indicator = next(
        one for one in catalog.versions(content["kode"]) if one.versi == content["versi"]
    )
    taraf: Taraf = "rumus" if indicator.komponen is None else "indeks"
    for number, case in enumerate(content["kasus"]):
        outcome = case["hasil"]
        name = f"{content['kode'].lower()}-{content['versi']}/{number}"
        asked = {**about, **{key: case[key] for key in _OF_A_CASE}}
        value = {key: outcome[key] for key in ("status", "nilai", "kategori")}
        yield Case(f"indikator/{name}", taraf, "indikator", asked, value)
        if outcome["capaian"] is not None:
            due = {key: outcome[key] for key in ("capaian", "predikat")}
            told = _achieving(indicator, outcome["nilai"], case["target"])
            yield Case(f"capaian/{name}", "capaian", "capaian", told, due)


def _achieving(indicator: Indicator, value: str, target: str) -> Content:
    """Return what an achievement is made of: the method for the target's form, and the classes."""
    scorer = indicator.engine.scorer
    goal = indicator.compute(realisasi=value, target=target, format_angka="en").target
    numbers = [*map(str, () if goal is None else numbers_of(goal))]
    ranged = scorer.ranged if len(numbers) > 1 else None
    method = scorer.single.method if ranged is None else ranged.method
    ends = dict(zip(("min", "maks"), numbers, strict=False))
    return {
        "metode": method_content(method),
        "realisasi": value,
        "target": "".join(numbers) if ranged is None else ends,
        "batas_kelas": class_contents(indicator.engine.achievement_scale),
    }


def _of_method(content: Content, catalog: Catalog) -> Iterator[Case]:
    about = {"metode": method_content(catalog.tables.methods[content["metode"]])}
    for number, case in enumerate(content["kasus"]):
        asked = {**about, "realisasi": case["realisasi"], "target": case["target"]}
        outcome = {"capaian": case["hasil"]["capaian"]}
        yield Case(f"metode/{content['metode']}/{number}", "capaian", "capaian", asked, outcome)


def _of_scale(content: Content, _catalog: Catalog) -> Iterator[Case]:
    for number, case in enumerate(content["kasus"]):
        asked = {"skala": content["skala"], "batas_kelas": content["kelas"], "nilai": case["nilai"]}
        name = f"skala/{content['skala']}/{number}"
        yield Case(name, "capaian", "skala", asked, {"kelas": case["kelas"]})


def _validated(catalog: Catalog) -> Iterator[Case]:
    """Yield what is found in the examples of findings that are reports."""
    for example in all_examples().values():
        if PurePath(example.name).suffix not in _REPORTS:
            continue
        found = validate(example.content, catalog, name=example.name)
        codes = sorted({one.kode for one in found if one.tingkat is not Level.INFO})
        asked = {"berkas": example.name, "isi": example.text}
        name = f"validasi/{example.name}"
        yield Case(name, "validasi", "validasi", asked, {"kode": codes})


_MADE: Final[Mapping[str, _Maker]] = {
    "angka": _laws("angka", "bilangan"),
    "bulat": _laws("angka", "tepat"),
    "rumus": _laws("rumus", "bilangan"),
    "indikator": _of_indicator,
    "capaian": _of_method,
    "skala": _of_scale,
    "periode": _laws("periode", "tepat"),
}


def agrees(case: Case, answer: Content) -> bool:
    """Say whether an answer to a case is the one that is due; further keys are not looked at."""
    return all(_same(case.banding, key, due, answer.get(key)) for key, due in case.hasil.items())


def _same(how: Comparison, key: str, due: object, given: object) -> bool:
    if isinstance(due, Mapping):
        return isinstance(given, Mapping) and all(
            _same(how, name, one, given.get(name)) for name, one in due.items()
        )
    if how == "bilangan" and key in _NUMBERS and _is_number(due) and _is_number(given):
        return Fraction(str(due)) == Fraction(str(given))
    if key == "kode" and isinstance(given, list):
        return due == sorted(map(str, given))
    return due == given


def _is_number(told: object) -> bool:
    return isinstance(told, str) and is_number(told)
