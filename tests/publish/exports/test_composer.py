"""The package for PHP: installed as its users do, it answers as the library does."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku import __version__
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.conformance.cases import LEVELS, Taraf, cases_of
from kesbang_iku.conformance.run import ask_all
from kesbang_iku.conformance.vectors import REASONS, law_files, vector_document
from kesbang_iku.findings import kinds
from kesbang_iku.formula import FormulaError, Missing, Undefined, evaluate, round_half_up
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.exports import exported
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import Bound, Number, Range, Words, read_number
from tests.composite_indicators import composite_of
from tests.local_catalog import FILLED, GROWTH, local_catalog
from tests.publish.packages.php import Call, answers_of, asked, program, written
from tests.publish.packages.random_items import Item, random_items, release_items, unit_items
from tests.publish.packages.random_years import (
    TOLD_YEARS,
    YEAR,
    codes,
    library_says,
    random_years,
    says,
)
from tests.tree import ROOT

pytestmark = pytest.mark.slow

CLAIMED: Final[tuple[Taraf, ...]] = ("angka", "rumus", "capaian", "periode", "indeks")
FACTS: Final = (
    "kode", "versi", "nama", "wilayah", "tingkat", "tahun", "periode", "status", "asal", "nilai",
    "nilai_eksak", "satuan", "kategori", "target", "capaian", "capaian_eksak",
    "capaian_tanpa_batas", "metode_capaian", "alasan_capaian", "tercapai", "predikat", "kurang",
    "alasan", "masukan", "sebelumnya", "sidik", "verifikasi",
)  # fmt: skip
NAMES: Final = ROOT / "tests" / "publish" / "packages" / "names.php"
OF_PHP_8_1: Final = frozenset((NAMES.with_name("php-8.1.txt")).read_text().split())
"""Functions that PHP has had since 8.1 or longer, without any extension that can be left out: those
that the package uses. Another one is looked up before it is written there."""
LARGEST: Final = 2**63 - 1
WHY: Final = {text: code for code, text in REASONS.items()}

Told = Mapping[str, Any]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, katalog: iku.Catalog) -> Path:
    return written(tmp_path_factory.mktemp("php") / "kesbang-iku-php", katalog)


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Path:
    """Return a folder in which Composer installed the package, without a network."""
    user = tmp_path_factory.mktemp("sistem")
    path = {"type": "path", "url": str(package), "options": {"symlink": False}}
    wanted = {
        "name": "uji/sistem",
        "version": "1.0.0",
        "repositories": [{"packagist": False}, path],
        "require": {"kesbang-iku/kesbang-iku": __version__},
    }
    (user / "composer.json").write_text(json.dumps(wanted), encoding="utf-8")
    environment = {
        **os.environ,
        "COMPOSER_HOME": str(user / "home"),
        "COMPOSER_DISABLE_NETWORK": "1",
        "COMPOSER_ALLOW_SUPERUSER": "1",
    }
    command = [program("composer"), "install", "--no-interaction", "--no-plugins", "--quiet"]
    ran = subprocess.run(
        command, cwd=user, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return user


def test_the_same_catalog_gives_the_same_bytes() -> None:
    one, other = (exported("composer", load_catalog()) for _ in range(2))
    assert dict(one) == dict(other)
    assert list(one) == list(other)


def test_it_depends_on_nothing_and_says_what_it_is(katalog: iku.Catalog) -> None:
    files = exported("composer", katalog)
    manifest = json.loads(files["composer.json"])
    assert (manifest["name"], manifest["version"]) == ("kesbang-iku/kesbang-iku", __version__)
    assert manifest["require"] == {"php-64bit": ">=8.1"}
    readme = files["README.md"]
    assert "{{" not in readme
    assert katalog.digest in readme
    assert f"{len(katalog)} definisi" in readme
    assert "## In English" in readme
    assert sum(name.startswith("data/definisi/") for name in files) == len(katalog)


def test_each_file_holds_one_class_of_its_name_in_one_namespace(katalog: iku.Catalog) -> None:
    for name, text in exported("composer", katalog).items():
        if name.startswith("src/"):
            (found,) = re.findall(
                r"^(?:final |abstract )?(?:class|interface) (\w+)", text, re.MULTILINE
            )
            assert name == f"src/{found}.php"
            assert text.startswith("<?php\n\ndeclare(strict_types=1);\n\nnamespace KesbangIku;\n")
            # What Debian's PHP has without extensions, and no float where an integer is meant.
            assert not re.search(r"\b(?:mb|bc|gmp|iconv|intl|ctype)_?\w*\(", text), name


def test_the_data_speak_no_english_but_names(katalog: iku.Catalog) -> None:
    data = exported("composer", katalog)
    for name in ("data/katalog.php", "data/bacaan.php", "data/definisi/KBP-POL-01@2021.php"):
        assert re.findall(r"'(\w+_en|en)' =>", data[name]) in ([], ["nama_en"])


def test_installed_by_composer_it_passes_every_case_of_the_levels_it_claims(
    system: Path, katalog: iku.Catalog
) -> None:
    found = ask_all([program("php"), str(system / "vendor/bin/kesbang-iku-adaptor")], katalog)
    counts = found.counts()
    claimed = {level: counts[level] for level in CLAIMED}
    assert {level for level, (passed, count) in claimed.items() if passed < count} == set()
    assert sum(count for _, count in claimed.values()) == len(cases_of(katalog, CLAIMED))
    # What it does not claim it answers, and does not pass.
    assert set(LEVELS) - set(CLAIMED) == {"validasi"}
    assert counts["validasi"][0] == 0


def test_installed_by_composer_its_classes_are_found(system: Path) -> None:
    code = (
        'require "vendor/autoload.php"; echo KesbangIku\\Kalkulator::hitung("KBP-WAS-02",'
        ' ["konflik_diselesaikan" => 17, "konflik" => 20], target: 90)->verifikasi();'
    )
    command = [program("php"), "-r", code]
    ran = subprocess.run(command, cwd=system, capture_output=True, text=True, check=True)
    due = load_catalog()["KBP-WAS-02"].compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=90
    )
    assert ran.stdout == due.verifikasi


def test_it_uses_nothing_that_is_newer_than_the_php_it_asks_for(package: Path) -> None:
    manifest = json.loads((package / "composer.json").read_text(encoding="utf-8"))
    assert manifest["require"] == {"php-64bit": ">=8.1"}
    found = _names_in(package)
    assert found["newer"] == []
    assert set(found["functions"]) <= OF_PHP_8_1


def test_what_is_newer_is_seen(tmp_path: Path) -> None:
    (tmp_path / "baru.php").write_text(
        "<?php readonly class A { const string X = 'a'; public private(set) int $b = 0;"
        " public string $c { get => 'x'; } function f((B&C)|null $x): null { $n = 'X';"
        " A::{$n}; $y = new A()->f(1) |> trim(...); return json_validate('x'); } }"
    )
    found = _names_in(tmp_path)
    assert [one[:3] for one in found["newer"]] == ["8.2"] * 3 + ["8.3"] * 2 + ["8.4"] * 3 + ["8.5"]
    assert set(found["functions"]) - OF_PHP_8_1 == {"json_validate"}


def _names_in(folder: Path) -> dict[str, list[str]]:
    command = [program("php"), str(NAMES), str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


def test_random_items_of_every_definition_are_as_the_library_has_them(
    package: Path, katalog: iku.Catalog
) -> None:
    _hold(package, katalog, 1_500, 7)


def test_a_release_near_its_components_is_judged_as_the_library_judges_it(
    package: Path, katalog: iku.Catalog
) -> None:
    items = list(release_items(katalog, 1_000, 3))
    assert _wrong(package, items) == []
    said = Counter(one.kode for item in items for one in item.due.temuan)
    assert min(said["IKU408"], said["IKU523"]) > 100


def test_a_unit_behind_a_number_is_judged_as_the_library_judges_it(
    package: Path, katalog: iku.Catalog
) -> None:
    items = list(unit_items(katalog))
    assert _wrong(package, items) == []
    said = Counter(one.kode for item in items for one in item.due.temuan)
    assert min(said["IKU447"], said["IKU448"]) > 10


def test_a_float_has_the_decimals_that_the_library_prints_of_it(
    package: Path, katalog: iku.Catalog
) -> None:
    kader = katalog["KBP-POL-22"]
    told = (3.0, 1e15, 1e16, 1.5e22, 1e30, 0.001)
    items = [
        Item(["capaian", kader.kode, value, 3, {}], kader.compute(realisasi=value, target=3))
        for value in told
    ]
    assert _wrong(package, items) == []


def test_many_random_items_are_as_the_library_has_them(package: Path, katalog: iku.Catalog) -> None:
    _hold(package, katalog, 20_000, 23)


def _wrong(package: Path, items: Sequence[Item]) -> list[tuple[object, object]]:
    """Return the calls that the package answers otherwise than the library, with what differs."""
    answers = answers_of(package, (_in_php(item.call) for item in items))
    return [
        (item.call, differing)
        for item, answer in zip(items, answers, strict=True)
        if (differing := _differing(item.due.as_dict(), answer))
    ]


def _hold(package: Path, katalog: iku.Catalog, count: int, seed: int) -> None:
    items = list(random_items(katalog, count, seed))
    assert _wrong(package, items) == []
    assert {str(item.due.status) for item in items} == {
        "lengkap", "belum_lengkap", "tidak_terdefinisi", "tidak_berlaku", "ditolak"
    }  # fmt: skip


def _in_php(call: list[Any]) -> Call:
    """Return a call with its arguments by the names they have in PHP."""
    name, kode, *given = call
    if name == "capaian":
        told, target, about = given
        found = {"kode": kode, "realisasi": told, "target": target, **about}
    else:
        numbers, about = given
        found = {"kode": kode, "variabel": numbers, **about}
    formatted = found.pop("format_angka", None)
    return name, {**found, "formatAngka": formatted}


def _differing(due: Told, answer: Told) -> dict[str, tuple[object, object]]:
    """Return what differs, the sentences of findings among it."""
    found = {key: (due[key], answer[key]) for key in FACTS if due[key] != answer[key]}
    said = [
        {key: one[key] for key in ("kode", "tingkat", "pesan", "saran")} for one in due["temuan"]
    ]
    return found | ({"temuan": (said, answer["temuan"])} if said != answer["temuan"] else {})


def test_counts_near_and_above_64_bits_are_exact(package: Path, katalog: iku.Catalog) -> None:
    draw = Random(5)
    calls: list[Call] = []
    due = []
    shares = [one for one in katalog if len(one.engine.needed) > 1 and one.rilis is None]
    for _ in range(600):
        indicator = draw.choice(shares)
        numbers = dict(_huge(draw, indicator))
        target = draw.choice((None, 90, LARGEST, "0,01"))
        due.append(indicator.compute(numbers, target=target))
        given = {name: str(one) if one > LARGEST else one for name, one in numbers.items()}
        calls.append(("hitung", {"kode": _named(indicator), "variabel": given, "target": target}))
    answers = answers_of(package, calls)
    wrong = [
        (call, differing)
        for call, one, answer in zip(calls, due, answers, strict=True)
        if (differing := _differing(one.as_dict(), answer))
    ]
    assert wrong == []
    assert sum(one.nilai is not None for one in due) > len(due) // 4


def _named(indicator: Indicator) -> str:
    return f"{indicator.kode}@{indicator.versi}"


def _huge(draw: Random, indicator: Indicator) -> Iterator[tuple[str, int]]:
    numbers = sorted(
        draw.choice((LARGEST, LARGEST + 1, 2**62, 10**19, 10**30)) - draw.randrange(10**6)
        for _ in indicator.engine.needed
    )
    for name, number in zip(indicator.engine.needed, numbers, strict=True):
        most = indicator.variables_by_name[name].maximum
        yield name, number if most is None else draw.randrange(int(most) + 1)


def test_every_worked_example_is_as_the_vectors_say(package: Path, katalog: iku.Catalog) -> None:
    calls: list[Call] = []
    due = []
    for content in vector_document(katalog)["indikator"]:
        for case in content["kasus"]:
            exact = {name: {"pecahan": text} for name, text in case["variabel"].items()}
            about = {"target": case["target"], "wilayah": case["wilayah"], "tahun": case["tahun"]}
            named = f"{content['kode']}@{content['versi']}"
            calls.append(("hitung", {"kode": named, "variabel": exact, **about}))
            due.append(case["hasil"])
    answers = answers_of(package, calls)
    assert len(answers) >= 185
    wrong = [
        (call, expected, answer)
        for call, expected, answer in zip(calls, due, answers, strict=True)
        if any(answer[key] != value for key, value in expected.items())
    ]
    assert wrong == []


FORMATS: Final[tuple[NumberFormat | None, ...]] = (None, None, "id", "en")
NUMBER_PIECES: Final = (
    *("0", "7", "12", "123", "1.234", "85,23", "000", ".", ",", "'", " ", "-", "−", "–", "%"),
    *("Rp ", "Rp. ", ",-", "≥ ", "> ", "minimal ", "di atas ", " s.d. ", " sampai ", " persen"),
    *(" (2023)", " juta", " atau lebih", "e5", "½", "²", "٣", " km²", "*", "a)", "#N/A", "Tinggi"),
    *("n/a", "…", "\u00a0", "\u2009", "\u200b", "é", "x", "Skor ", "/", "K", "IDR", "hingga", "Ⅳ"),
)  # fmt: skip


def test_random_texts_are_read_as_numbers_as_the_library_does(package: Path) -> None:
    draw = Random(4)
    known = [case["teks"] for case in json.loads(law_files()["laws/angka.json"])["kasus"]]
    calls: list[Call] = []
    due = []
    for _ in range(4_000):
        text = "".join(draw.choices(NUMBER_PIECES, k=draw.randrange(1, 6)))
        text = draw.choice(known) + draw.choice(NUMBER_PIECES) if draw.random() < 0.2 else text
        most = draw.choice((None, 100))
        whole, form = draw.random() < 0.2, draw.choice(FORMATS)
        calls.append(
            ("baca", {"teks": text, "formatAngka": form, "min": 0, "maks": most, "bulat": whole})
        )
        due.append(_read(text, form, most, whole=whole))
    found = [
        one["hasil"] if "hasil" in one else {"galat": one["kode"], "pesan": one["pesan"]}
        for one in asked(package, calls)
    ]
    assert [one for one in zip(calls, due, found, strict=True) if one[1] != one[2]] == []
    assert {next(iter(one)) for one in due} == {
        "nilai", "rentang", "batas", "kata", "hilang", "galat"
    }  # fmt: skip


def _read(text: str, form: NumberFormat | None, most: int | None, *, whole: bool) -> Told:
    reading = read_number(text, format_angka=form, minimum=0, maximum=most, whole=whole)
    match reading.value:
        case Number(value=value):
            return {"nilai": str(value)}
        case Range(low=low, high=high):
            return {"rentang": {"min": str(low), "maks": str(high)}}
        case Bound(op=sign, value=value):
            return {"batas": {"tanda": sign, "nilai": str(value)}}
        case Words(text=words):
            return {"kata": words}
        case None:
            (finding,) = reading.findings
            return {"galat": finding.kode, "pesan": f"{finding.pesan} {finding.saran}"}
        case _:
            return {"hilang": True}


FORMULA_PIECES: Final = (
    *("a", "b", "c", "1", "2.5", "0", "007", " ", "+", "-", "*", "/", "(", ")", ",", ", ", ">"),
    *("<=", "=", "!=", "dan", "atau", "bukan", "jika(", "akar(", "rata_rata(", "isi(", "bulat("),
    *("rata_rata_geometrik(", "sebelumnya(", "sqrt(", "if", "x", "per", "and", "null", "é", "²"),
    *("½", "%", "≤", "**", "==", "->", ":=", "[", "'", ".", "a.b", "_a", "A", "\uff41", "\u200b"),
    *("\u00a0", "\n", "0,5", "12abc", ";", "ﬁ", "9" * 31, "(" * 33, "−", "📊", "jika(a > 0, "),
    *("a / b", "akar(a) * ", "bulat(a / b, 2)"),
)  # fmt: skip


def test_random_texts_are_read_as_formulas_or_refused_as_the_library_does(package: Path) -> None:
    draw = Random(3)
    texts = ["".join(draw.choices(FORMULA_PIECES, k=draw.randrange(9))) for _ in range(3_000)]
    due = _held(package, texts)
    assert {next(iter(one)) for one in due} > {"galat", "nilai", "hilang"}


def test_random_formulas_with_roots_have_the_values_of_the_library(package: Path) -> None:
    draw = Random(9)
    due = _held(package, [_tree(draw, 3) for _ in range(500)])
    assert sum("akar(" in one.get("nilai", "") for one in due) > 30


def _tree(draw: Random, depth: int) -> str:
    if depth == 0 or draw.random() < 0.1:
        return draw.choice(("a", "b", "c", str(draw.randrange(30)), "2.75", "sebelumnya(c)"))
    one, other = _tree(draw, depth - 1), _tree(draw, depth - 1)
    shapes = (
        *(f"({one} {sign} {other})" for sign in "+-*/"),
        *(f"akar({one})", f"rata_rata_geometrik({one}, {other}, 2)", f"maks({one}, {other})"),
        *(f"jika({one} > {other}, {other}, {one})", f"-{one}", f"bulat({one}, 2)"),
    )
    return draw.choice(shapes)


def _held(package: Path, texts: list[str]) -> list[Told]:
    values, before = {"a": "50.46", "b": "3/7"}, {"c": "2"}
    about = {"variabel": values, "sebelumnya": before, "desimal": 4}
    exact, earlier = (
        {name: Fraction(text) for name, text in one.items()} for one in (values, before)
    )
    due = [_evaluated(text, exact, earlier) for text in texts]
    found = [
        one["hasil"] if "hasil" in one else {"galat": one["kode"]}
        for one in asked(package, (("evaluasi", {"rumus": text, **about}) for text in texts))
    ]
    assert [one for one in zip(texts, due, found, strict=True) if one[1] != one[2]] == []
    return due


def _evaluated(text: str, values: Mapping[str, Fraction], before: Mapping[str, Fraction]) -> Told:
    try:
        value = evaluate(text, values, before)
    except FormulaError as error:
        return {"galat": error.finding.kode}
    match value:
        case bool():
            return {"benar": value}
        case Missing(names=names):
            return {"hilang": list(names)}
        case Undefined(reason=reason):
            return {"tak_terdefinisi": WHY[reason]}
        case _:
            return {"nilai": str(value), "terbit": f"{round_half_up(value, 4):f}"}


KNOWN: Final = {"konflik_diselesaikan": 17, "konflik": 20}
WAS: Final = {"kode": "KBP-WAS-02", "variabel": KNOWN}
ENDLESS: Final = {"konflik": {"tak_hingga": True}}
NO_PART: Final = {"kode": "KBP-WAS-02", "bagian": {"tahunan": KNOWN}}
METHOD: Final = {"metode": "maksimalkan", "realisasi": 1, "target": 2}
BAD_POLICIES: Final = {"rumus": "realisasi", "kebijakan": [1]}


@pytest.mark.parametrize(
    ("call", "kind", "said"),
    [
        (("hitung", {**WAS, "kode": "KBP-WAS-2"}), "KodeTidakDikenal", "maksudnya KBP-WAS-02"),
        (("hitung", {**WAS, "kode": "KBP-POL-01@1999"}), "KodeTidakDikenal", "yang ada: 2009"),
        (("hitung", {**WAS, "variabel": {"konflk": 1}}), "VariabelTidakDikenal", "mempunyai"),
        (("hitung", {**WAS, "variabel": ENDLESS}), "AngkaKeliru", "INF bukan bilangan"),
        (("hitung", {**WAS, "variabel": {"konflik": True}}), "AngkaKeliru", "konflik: bool bukan"),
        (("hitung", {**WAS, "variabel": {"konflik": []}}), "AngkaKeliru", "konflik: array bukan"),
        (("bulatkan", {"angka": 1, "desimal": -1}), "IsiTidakDikenal", "'-1' bukan desimal"),
        (("hitung", {**WAS, "wilayah": "99.99"}), "IsiTidakDikenal", "bukan wilayah"),
        (("hitung", {**WAS, "tingkat": "desa"}), "IsiTidakDikenal", "bukan tingkat"),
        (("hitung", {**WAS, "tahun": 24}), "IsiTidakDikenal", "bukan tahun"),
        (("hitung", {**WAS, "periode": "triwulan-5"}), "IsiTidakDikenal", "bukan periode"),
        (("hitung", {**WAS, "formatAngka": "de"}), "IsiTidakDikenal", "'de' bukan formatAngka"),
        (("setahun", NO_PART), "IsiTidakDikenal", "periode"),
        (("eksak", {"angka": "1,5"}), "AngkaKeliru", "1,5 bukan bilangan"),
        (("baca", {"teks": "1.234"}), "AngkaKeliru", "dapat berarti 1234 (ribuan)"),
        (("evaluasi", {"rumus": "a +* 3", "variabel": {}}), "RumusKeliru", "kolom 4 (IKU117)"),
        (("kelas", {"nilai": 1, "skala": "x"}), "IsiTidakDikenal", "'x' bukan skala"),
        (("kelas", {"nilai": 1, "skala": [1]}), "IsiTidakDikenal", "bukan skala"),
        (("setahun", {**NO_PART, "bagian": [{}]}), "IsiTidakDikenal", "'0' bukan periode"),
        (("capaianMetode", {**METHOD, "target": {"min": 1}}), "IsiTidakDikenal", "bukan target"),
        (("capaianMetode", {**METHOD, "metode": {}}), "IsiTidakDikenal", "bukan rumus"),
        (("capaianMetode", {**METHOD, "metode": BAD_POLICIES}), "IsiTidakDikenal", "kebijakan"),
    ],
)  # fmt: skip
def test_what_a_program_asks_wrongly_throws_an_error_of_a_kind_with_a_sentence(
    package: Path, call: Call, kind: str, said: str
) -> None:
    (answer,) = asked(package, [call])
    assert answer["salah"] == kind
    assert said in answer["pesan"]


def test_the_version_is_the_one_named_or_in_force_or_the_newest(package: Path) -> None:
    asked_for: tuple[dict[str, Any], ...] = (
        {"kode": "KBP-POL-01@2009"},
        {"tahun": 2015},
        {},
        {"tahun": 2024},
        {"tahun": 1950},
    )
    calls = [("hitung", {"kode": "kbp-pol-01", "variabel": {}, **one}) for one in asked_for]
    found = [(one["versi"], one["status"]) for one in answers_of(package, calls)]
    due = load_catalog()
    newest = due["KBP-POL-01"].versi
    assert found == [
        ("2009", "belum_lengkap"),
        (due.in_force(2015)["KBP-POL-01"].versi, "belum_lengkap"),
        (newest, "belum_lengkap"),
        (newest, "belum_lengkap"),
        (newest, "tidak_berlaku"),
    ]


def test_a_year_that_is_not_whole_says_which_periods_lack(package: Path) -> None:
    parts = {f"triwulan-{n}": {"konflik_diselesaikan": n, "konflik": 2 * n} for n in (1, 2, 4)}
    index = {"kode": "KBP-POL-01@2021", "bagian": {"triwulan-1": {"nilai_rilis": 80}}}
    running = {"sd-triwulan-4": KNOWN, "triwulan-1": KNOWN}
    rest = {**parts, "triwulan-3": KNOWN}
    lacking, whole, measured, total = answers_of(
        package,
        [
            ("setahun", {"kode": "KBP-WAS-02", "bagian": parts, "tahun": 2024, "wilayah": "6271"}),
            ("setahun", {"kode": "KBP-WAS-02", "bagian": rest, "target": 60}),
            ("setahun", index),
            ("setahun", {"kode": "KBP-WAS-02", "bagian": running}),
        ],
    )  # fmt: skip
    assert (lacking["nilai"], lacking["wilayah"], lacking["tingkat"]) == (None, "62.71", "kota")
    assert lacking["cakupan"] == {"melapor": 3, "seharusnya": 4, "kurang": ["triwulan-3"]}
    said = [one["kode"] for one in lacking["temuan"]]
    assert said == [kinds.YEAR_NOT_WHOLE.code, kinds.NORMALISED_CODE.code]
    assert (whole["nilai"], whole["capaian"]) == ("70.59", "117.65")
    assert [one["kode"] for one in measured["temuan"]] == [kinds.YEAR_NEEDS_ITS_OWN_VALUE.code]
    assert total["nilai"] == "85.00"


def test_years_are_made_of_their_periods_as_the_library_makes_them(
    package: Path, katalog: iku.Catalog
) -> None:
    years = [*random_years(katalog, 200, seed=6)]
    calls = [("setahun", {"kode": one.kode, "bagian": one.parts, **YEAR}) for one in years]
    told = [answer["nilai"] for answer in answers_of(package, calls)]
    assert [one for one in zip(years, told, strict=True) if one[0].due != one[1]] == []
    assert 40 < sum(one.due is not None for one in years) < 185


def test_what_is_said_of_years_and_their_periods_is_what_the_library_says(
    package: Path, katalog: iku.Catalog
) -> None:
    calls = [
        ("setahun", {"kode": one.kode, "bagian": one.parts, **one.about})
        for one in TOLD_YEARS.values()
    ]
    told = dict(zip(TOLD_YEARS, map(says, answers_of(package, calls)), strict=True))
    due = {name: sorted(filter(None, one.due.split(", "))) for name, one in TOLD_YEARS.items()}
    assert {name: codes(found) for name, found in told.items()} == due
    library = {name: library_says(katalog, one) for name, one in TOLD_YEARS.items()}
    assert {name: {*found} for name, found in told.items()} == library


def test_a_composite_over_a_part_of_its_components_is_refused_and_not_guessed(
    tmp_path: Path, katalog: iku.Catalog
) -> None:
    reduced = composite_of({"anggota": ["a", "b"], "ambang": "1/2"}, "ab")
    package = written(tmp_path / "lain", replace(katalog, by_code={reduced.kode: (reduced,)}))
    whole, part = asked(
        package,
        [
            ("hitung", {"kode": reduced.kode, "variabel": {"a": 10, "b": 20}}),
            ("hitung", {"kode": reduced.kode, "variabel": {"a": 10}}),
        ],
    )
    assert whole["hasil"]["nilai"] == f"{reduced.compute({'a': 10, 'b': 20}).nilai:f}"
    assert part["salah"] == "TidakDidukung"


def test_of_a_local_catalog_years_and_earlier_numbers_are_as_in_the_library(tmp_path: Path) -> None:
    (tmp_path / "katalog").mkdir()
    package = written(tmp_path / "paket", local_catalog(tmp_path / "katalog"))
    parts = {f"triwulan-{n}": {"pagi": n, "malam": 5} for n in (1, 2, 4)}
    growth = {"kode": GROWTH, "variabel": {"kasus": 50}}
    year, broken, undefined = answers_of(
        package,
        [
            ("setahun", {"kode": FILLED, "bagian": parts, "target": 90}),
            ("hitung", {**growth, "sebelumnya": {"kasus": 20}}),
            ("hitung", {**growth, "variabel": {"kasus": 0}, "sebelumnya": {"kasus": 0}}),
        ],
    )
    assert (year["nilai"], year["capaian"]) == (None, None)
    assert (year["status"], year["kurang"]) == ("belum_lengkap", ["pagi", "malam"])
    assert broken["status"] == "ditolak"
    assert "kasus = 50, sebelumnya(kasus) = 20" in broken["temuan"][0]["saran"]
    assert undefined["alasan"] == "Dahulu tidak ada."
