"""The package for JavaScript: installed as its users do, it answers as the library does."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku import __version__
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.conformance.cases import LEVELS, Taraf, cases_of
from kesbang_iku.conformance.run import ask_all
from kesbang_iku.conformance.vectors import vector_document
from kesbang_iku.findings import kinds
from kesbang_iku.formula import FormulaError, Missing, Undefined, evaluate, round_half_up
from kesbang_iku.publish.exports import exported
from kesbang_iku.publish.exports.npm import CLASSIC, MODULE, OFFERED
from tests.composite_indicators import composite_of
from tests.javascript import NODE
from tests.local_catalog import FILLED, GROWTH, local_catalog
from tests.publish.packages.calling import answers_of, asked, written
from tests.publish.packages.random_items import random_items, release_items, unit_items
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

NPM: Final = NODE.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
CLAIMED: Final[tuple[Taraf, ...]] = ("angka", "rumus", "capaian", "periode", "indeks")
FACTS: Final = (
    "kode", "versi", "nama", "wilayah", "tingkat", "tahun", "periode", "status", "asal", "nilai",
    "nilai_eksak", "satuan", "kategori", "target", "capaian", "capaian_eksak",
    "capaian_tanpa_batas", "metode_capaian", "alasan_capaian", "tercapai", "predikat", "kurang",
    "alasan", "masukan", "sebelumnya", "sidik", "verifikasi",
)  # fmt: skip
NAMES: Final = ROOT / "tests" / "publish" / "packages" / "names.cjs"
USED: Final = (
    "Array", "BigInt", "Boolean", "Error", "Map", "Math", "Number", "Object", "RegExp", "Set",
    "String", "TypeError", "WeakMap", "encodeURIComponent", "undefined",
)  # fmt: skip
"""The names of the language that the package uses; each is of ECMAScript 2020."""

Told = Mapping[str, Any]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, katalog: iku.Catalog) -> Path:
    return written(tmp_path_factory.mktemp("npm") / "kesbang-iku", katalog)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Path:
    """Return the folder of the package, packed and installed by npm without a network."""
    user = tmp_path_factory.mktemp("pemakai")
    environment = {
        **os.environ,
        "npm_config_cache": str(user / "cache"),
        "npm_config_offline": "true",
    }
    (user / "package.json").write_text('{"name": "pemakai", "private": true}')

    def npm(*words: str | Path) -> str:
        command = [str(NODE), str(NPM), *map(str, words), "--no-audit", "--no-fund"]
        ran = subprocess.run(
            command, cwd=user, env=environment, capture_output=True, text=True, check=True
        )
        return ran.stdout

    packed = npm("pack", package).split()[-1]
    npm("install", "--ignore-scripts", user / packed)
    return user / "node_modules" / "kesbang-iku"


def test_the_same_catalog_gives_the_same_bytes() -> None:
    one, other = (exported("npm", load_catalog()) for _ in range(2))
    assert dict(one) == dict(other)
    assert list(one) == list(other)


def test_it_depends_on_nothing_and_says_what_it_is(katalog: iku.Catalog) -> None:
    files = exported("npm", katalog)
    manifest = json.loads(files["package.json"])
    assert (manifest["name"], manifest["version"]) == ("kesbang-iku", __version__)
    assert not {key for key in manifest if "ependencies" in key or key == "scripts"}
    assert set(manifest["files"]) | {"package.json", "README.md", "LICENSE"} == set(files)
    readme = files["README.md"]
    assert "{{" not in readme
    assert katalog.digest in readme
    assert f"{len(katalog)} definisi" in readme


def test_the_classic_script_has_no_module_and_leaves_one_name(package: Path) -> None:
    script = (package / CLASSIC).read_text(encoding="utf-8")
    assert not re.search(r"^\s*(?:import|export)\b", script, re.MULTILINE)
    # What Apps Script may lack is taken away before it runs: of V8 all names but those that the
    # script uses (no console, no Intl, no WebAssembly), and nothing of Node is there.
    code = """
      const vm = require("node:vm");
      const context = vm.createContext(Object.create(null));
      const run = (text) => vm.runInContext(text, context);
      run(`for (const name of Object.getOwnPropertyNames(globalThis)) {
             if (!${process.argv[2]}.includes(name)) delete globalThis[name];
           }`);
      run(`for (const [from, names] of [[String.prototype, ["at", "replaceAll"]],
             [Array.prototype, ["at", "findLast", "toSorted"]], [Object, ["hasOwn", "groupBy"]]]) {
             for (const name of names) delete from[name];
           }`);
      const names = () => run("Object.getOwnPropertyNames(this)");
      const before = new Set(names());
      run(require("node:fs").readFileSync(process.argv[1], "utf-8"));
      console.log(JSON.stringify([
        [...names()].filter((name) => !before.has(name)),
        run("typeof module + typeof require"),
        run("Object.keys(kesbangIku).sort()"),
        run('kesbangIku.capaian("KBP-POL-01@2009", "71,27", 72).capaian'),
        run(`kesbangIku.hitung("KBP-WAS-02", {
          konflik_diselesaikan: 17, konflik: "1.234.567" }).nilai`),
      ]));
    """
    kept = json.dumps([*USED, "globalThis"])
    command = [str(NODE), "-e", code, str(package / CLASSIC), kept]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    names, modules, offered, achieved, value = json.loads(ran.stdout)
    assert (names, modules) == (["kesbangIku"], "undefinedundefined")
    assert tuple(offered) == tuple(sorted(OFFERED))
    assert (achieved, value) == ("98.99", "0.00")


def test_the_classic_script_is_of_2020_and_uses_no_name_that_apps_script_may_lack(
    package: Path,
) -> None:
    command = [str(NODE), "--expose-internals", str(NAMES), str(package / CLASSIC), "2020"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    # `module` is only asked for where there is one.
    assert set(json.loads(ran.stdout)) == {*USED, "module"}


def test_the_types_name_what_is_offered(katalog: iku.Catalog) -> None:
    files = exported("npm", katalog)
    pattern = r"^export declare (?:class|function|const) (\w+)"
    declared = re.findall(pattern, files["index.d.ts"], re.MULTILINE)
    assert sorted(declared) == sorted(OFFERED)
    assert files[MODULE].count("export const {") == 1


def test_a_result_has_the_keys_that_its_type_names(package: Path) -> None:
    types = (package / "index.d.ts").read_text(encoding="utf-8")

    def keys(name: str) -> list[str]:
        (body,) = re.findall(rf"export interface {name} {{\n(.*?)\n}}", types, re.DOTALL)
        return sorted(re.findall(r"^  (?:readonly )?(\w+)\??:", body, re.MULTILINE))

    result, definition = answers_of(
        package, [["hitung", "KBP-WAS-02", {"konflik": "x"}], ["definisi", "KBP-WAS-02"]]
    )
    assert sorted(result) == keys("Hasil")
    assert sorted(result["temuan"][0]) == keys("Temuan")
    assert sorted(definition) == keys("Definisi")
    assert sorted(definition["variabel"][0]) == keys("Variabel")


def test_random_items_of_every_definition_are_as_the_library_has_them(
    package: Path, katalog: iku.Catalog
) -> None:
    _hold(package, katalog, 1_500, 7)


def test_a_release_near_its_components_is_judged_as_the_library_judges_it(
    package: Path, katalog: iku.Catalog
) -> None:
    items = list(release_items(katalog, 1_000, 3))
    wrong = []
    for item, answer in zip(items, answers_of(package, (one.call for one in items)), strict=True):
        due = [(one["kode"], one["pesan"]) for one in item.due.as_dict()["temuan"]]
        told = [(one["kode"], one["pesan"]) for one in answer["temuan"]]
        wrong += [] if due == told else [(item.call, due, told)]
    assert wrong == []
    said = Counter(one.kode for item in items for one in item.due.temuan)
    assert min(said["IKU408"], said["IKU523"]) > 100


def test_a_unit_behind_a_number_is_judged_as_the_library_judges_it(
    package: Path, katalog: iku.Catalog
) -> None:
    items = list(unit_items(katalog))
    answers = answers_of(package, (item.call for item in items))
    wrong = [
        (item.call, due, told)
        for item, answer in zip(items, answers, strict=True)
        if (due := [one.kode for one in item.due.temuan])
        != (told := [one["kode"] for one in answer["temuan"]])
    ]
    assert wrong == []


def test_many_random_items_are_as_the_library_has_them(package: Path, katalog: iku.Catalog) -> None:
    _hold(package, katalog, 20_000, 11)


def _hold(package: Path, katalog: iku.Catalog, count: int, seed: int) -> None:
    items = list(random_items(katalog, count, seed))
    answers = answers_of(package, (item.call for item in items))
    wrong = []
    for item, answer in zip(items, answers, strict=True):
        due: Told = {**item.due.as_dict()}
        codes = [one["kode"] for one in due["temuan"]]
        said = {key: (due[key], answer[key]) for key in FACTS if due[key] != answer[key]}
        if said or codes != [one["kode"] for one in answer["temuan"]]:
            wrong.append((item.call, said, codes, answer["temuan"]))
    assert wrong == []
    assert len({item.due.kode for item in items}) > len(katalog.codes) // 2
    assert {str(item.due.status) for item in items} == {
        "lengkap", "belum_lengkap", "tidak_terdefinisi", "tidak_berlaku", "ditolak"
    }  # fmt: skip


def test_every_worked_example_is_as_the_vectors_say(package: Path, katalog: iku.Catalog) -> None:
    regions = load_regions()
    calls, due = [], []
    for content in vector_document(katalog)["indikator"]:
        for case in content["kasus"]:
            region = regions.get(case["wilayah"]) if case["wilayah"] else None
            level = None if region is None else region.tingkat
            numbers = {name: {"pecahan": text} for name, text in case["variabel"].items()}
            named = f"{content['kode']}@{content['versi']}"
            calls.append(["hitung", named, numbers, {"target": case["target"], "tingkat": level}])
            due.append(case["hasil"])
    answers = answers_of(package, calls)
    assert len(answers) >= 185
    wrong = [
        (call, expected, answer)
        for call, expected, answer in zip(calls, due, answers, strict=True)
        if any(answer[key] != value for key, value in expected.items())
    ]
    assert wrong == []


def test_installed_by_npm_it_passes_every_case_of_the_levels_it_claims(
    installed: Path, katalog: iku.Catalog
) -> None:
    found = ask_all([str(NODE), str(installed / "kesesuaian.mjs")], katalog)
    counts = found.counts()
    claimed = {level: counts[level] for level in CLAIMED}
    assert {level for level, (passed, count) in claimed.items() if passed < count} == set()
    assert sum(count for _, count in claimed.values()) == len(cases_of(katalog, CLAIMED))
    # What it does not claim it answers, and does not pass.
    assert set(LEVELS) - set(CLAIMED) == {"validasi"}
    assert counts["validasi"][0] == 0
    readme = (installed / "README.md").read_text(encoding="utf-8")
    assert all(f"`{level}`" in readme for level in LEVELS)


def test_installed_by_npm_it_is_imported_and_required_by_its_name(installed: Path) -> None:
    user = installed.parents[1]
    (user / "pakai.mjs").write_text(
        'import { createRequire } from "node:module";\n'
        'import { katalog } from "kesbang-iku";\n'
        'const required = createRequire(import.meta.url)("kesbang-iku");\n'
        "console.log(katalog.sidik === required.katalog.sidik, katalog.definisi.length);\n"
    )
    ran = subprocess.run([NODE, "pakai.mjs"], cwd=user, capture_output=True, text=True, check=True)
    assert ran.stdout == f"true {len(load_catalog())}\n"


FORMULA_PIECES: Final = (
    *("a", "b", "c", "1", "2.5", "0", "1.000", "007", " ", " ", "+", "-", "*", "/", "(", ")", ","),
    *(", ", ">", "<=", "=", "!=", "dan", "atau", "bukan", "jika(", "akar(", "rata_rata(", "maks("),
    *("rata_rata_geometrik(", "isi(", "sebelumnya(", "bulat(", "sqrt(", "if", "x", "per", "and"),
    *("null", "é", "²", "½", "%", "≤", "**", "==", "->", ":=", "[", "'", ".", "a.b", "a_b", "_a"),
    *("A", "\uff41", "\u200b", "\u00a0", "\n", "0,5", "12abc", ";", "constructor", "toString", "ﬁ"),
    *("9" * 31, "(" * 33, "−", "📊", "jika(a > 0, ", "a / b", "akar(a) * ", "bulat(a / b, 2)"),
)


def test_random_formulas_are_read_refused_and_computed_as_the_library_does(package: Path) -> None:
    draw = Random(3)
    values = {"a": "50.46", "b": "3/7"}
    texts = ["".join(draw.choices(FORMULA_PIECES, k=draw.randrange(9))) for _ in range(3_000)]
    calls = [["evaluasi", text, values, {"sebelumnya": {"c": "2"}, "desimal": 2}] for text in texts]
    exact = {name: Fraction(text) for name, text in values.items()}
    told = [_evaluated(text, exact, {"c": Fraction(2)}) for text in texts]
    found = [_outcome(answer) for answer in answers_of(package, calls)]
    wrong = [found for found in zip(texts, told, found, strict=True) if found[1] != found[2]]
    assert wrong == []
    assert {next(iter(one)) for one in told} > {"galat", "nilai", "hilang"}


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
            return {"tak_terdefinisi": reason.id}
        case _:
            return {"nilai": str(value), "terbit": f"{round_half_up(value, 2):f}"}


def _outcome(answer: Told) -> Told:
    match answer["bentuk"]:
        case "galat":
            return {"galat": answer["temuan"][0]["kode"]}
        case "bilangan":
            return {"nilai": answer["nilai"], "terbit": answer["terbit"]}
        case "syarat":
            return {"benar": answer["benar"]}
        case "hilang":
            return {"hilang": answer["hilang"]}
        case _:
            return {"tak_terdefinisi": answer["alasan"]}


KNOWN: Final = {"konflik_diselesaikan": 17, "konflik": 20}


@pytest.mark.parametrize(
    ("call", "kind", "said"),
    [
        (["hitung", "KBP-POL-99", {}], "kode_tidak_dikenal", "Kode 'KBP-POL-99' tidak ada"),
        (["hitung", "__proto__", {}], "kode_tidak_dikenal", "Kode '__proto__' tidak ada"),
        (["definisi", None], "kode_tidak_dikenal", "Kode 'null' tidak ada"),
        (["hitung", "KBP-POL-01@1999", {}], "versi_tidak_dikenal", "KBP-POL-01@2009"),
        (["hitung", "KBP-WAS-02", {"konflk": 1}], "variabel_tidak_dikenal", "konflik_diselesaikan"),
        (["hitung", "KBP-WAS-02", KNOWN, {"sasaran": 1}], "pilihan_tidak_dikenal", "target"),
        (["hitung", "KBP-WAS-02", {"konflik": True}], "bukan_bilangan", "konflik: boolean bukan"),
        (["hitung", "KBP-WAS-02", {"konflik": [1]}], "bukan_bilangan", "konflik: object bukan"),
        (["hitung", "KBP-WAS-02", [1, 2]], "bukan_bilangan", "variabel: object bukan"),
        (["hitung", "KBP-WAS-02", KNOWN, {"wilayah": "99.99"}], "isi_tidak_dikenal", "wilayah"),
        (["hitung", "KBP-WAS-02", KNOWN, {"tingkat": "desa"}], "isi_tidak_dikenal", "tingkat"),
        (["hitung", "KBP-WAS-02", KNOWN, {"tahun": "2024"}], "isi_tidak_dikenal", "tahun"),
        (
            ["hitung", "KBP-WAS-02", KNOWN, {"periode": "triwulan-5"}],
            "isi_tidak_dikenal",
            "periode",
        ),
        (["setahun", "KBP-WAS-02", {"tahunan": KNOWN}], "isi_tidak_dikenal", "periode"),
        (["hitung", "KBP-WAS-02", KNOWN, {"periode": "constructor-1"}], "isi_tidak_dikenal", "-1"),
        (["hitung", "KBP-WAS-02", {"konflik": 1e31}], "bukan_bilangan", "konflik: 1e+31 bukan"),
        (["eksak", 1e-31], "bukan_bilangan", "1e-31"),
        (["eksak", "1,5"], "bukan_bilangan", "1,5"),
        (["eksak", None], "bukan_bilangan", "null"),
        (["bulatkan", "1", -1], "isi_tidak_dikenal", "desimal"),
        (["bulatkan", "1", "2"], "isi_tidak_dikenal", "desimal"),
        (["kelas", "80", "constructor"], "isi_tidak_dikenal", "skala"),
        (["kelas", "80", None], "isi_tidak_dikenal", "skala"),
        (["capaianMetode", "toString", 1, 2], "isi_tidak_dikenal", "metode"),
        (["capaianMetode", None, 1, 2], "isi_tidak_dikenal", "rumus"),
        (["capaianMetode", {"rumus": "a +"}, 1, 2], "isi_tidak_dikenal", "'a +' bukan rumus"),
        (["capaianMetode", "maksimalkan", 1, None], "bukan_bilangan", "null"),
    ],
)
def test_what_a_program_asks_wrongly_is_an_error_with_a_kind_and_a_sentence(
    package: Path, call: list[Any], kind: str, said: str
) -> None:
    (answer,) = asked(package, [call])
    assert answer["galat"]["jenis"] == kind
    assert said in answer["galat"]["pesan"]


def test_whatever_a_program_hands_in_only_the_error_of_the_package_is_thrown(
    package: Path,
) -> None:
    command = [str(NODE), str(NAMES.with_name("junk.mjs")), str(package / MODULE), "20000"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    assert len(found["functions"]) == len(OFFERED) - 3  # the error, the catalog and the number
    assert found["thrown"] == []


def test_the_version_is_the_one_named_or_in_force_or_the_newest(package: Path) -> None:
    calls: list[list[Any]] = [
        ["definisi", "KBP-POL-01@2009"], ["definisi", "KBP-POL-01", {"tahun": 2015}],
        ["definisi", "kbp-pol-01"], ["definisi", "KBP-POL-01", {"tahun": 2024}],
    ]  # fmt: skip
    versions = [one["versi"] for one in answers_of(package, calls)]
    due = load_catalog()
    assert versions[0] == "2009"
    assert versions[1] == due.in_force(2015)["KBP-POL-01"].versi
    assert versions[2:] == [due["KBP-POL-01"].versi] * 2


def test_a_region_is_known_with_and_without_its_point_and_decides_the_level(package: Path) -> None:
    calls = [["hitung", "KBP-WAS-02", KNOWN, {"wilayah": code}] for code in ("62.71", "6271", 6271)]
    answers = answers_of(package, calls)
    assert {(one["wilayah"], one["tingkat"]) for one in answers} == {("62.71", "kota")}


def test_a_year_that_is_not_whole_says_which_periods_lack(package: Path) -> None:
    parts = {f"triwulan-{n}": {"konflik_diselesaikan": n, "konflik": 2 * n} for n in (1, 2, 4)}
    answers = answers_of(
        package,
        [
            ["setahun", "KBP-WAS-02", parts, {"tahun": 2024}],
            ["setahun", "KBP-WAS-02", {**parts, "triwulan-3": KNOWN}, {"target": 60}],
            ["setahun", "KBP-POL-01@2021", {"triwulan-1": {"kebebasan": 80}}, {}],
            ["setahun", "KBP-WAS-02", {"sd-triwulan-4": KNOWN, "triwulan-1": KNOWN}, {}],
        ],
    )
    part, whole, index, running = answers
    assert (part["nilai"], part["temuan"][0]["kode"]) == (None, kinds.YEAR_NOT_WHOLE.code)
    assert part["cakupan"] == {"melapor": 3, "seharusnya": 4, "kurang": ["triwulan-3"]}
    assert (whole["nilai"], whole["capaian"]) == ("70.59", "117.65")
    assert index["nilai"] is None
    assert running["nilai"] == "85.00"


def test_years_are_made_of_their_periods_as_the_library_makes_them(
    package: Path, katalog: iku.Catalog
) -> None:
    years = [*random_years(katalog, 250, seed=5)]
    calls = [["setahun", one.kode, one.parts, YEAR] for one in years]
    told = [answer["nilai"] for answer in answers_of(package, calls)]
    assert [one for one in zip(years, told, strict=True) if one[0].due != one[1]] == []
    assert 50 < sum(one.due is not None for one in years) < 230


def test_what_is_said_of_years_and_their_periods_is_what_the_library_says(
    package: Path, katalog: iku.Catalog
) -> None:
    calls = [["setahun", one.kode, one.parts, one.about] for one in TOLD_YEARS.values()]
    told = dict(zip(TOLD_YEARS, map(says, answers_of(package, calls)), strict=True))
    due = {name: sorted(filter(None, one.due.split(", "))) for name, one in TOLD_YEARS.items()}
    assert {name: codes(found) for name, found in told.items()} == due
    library = {name: library_says(katalog, one) for name, one in TOLD_YEARS.items()}
    assert {name: {*found} for name, found in told.items()} == library


def test_sentences_are_in_the_language_asked_for(package: Path) -> None:
    told = [["hitung", "KBP-WAS-02", {"konflik": "x"}, {"bahasa": one}] for one in ("id", "en")]
    indonesian, english = answers_of(package, told)
    assert indonesian["temuan"][0]["kode"] == english["temuan"][0]["kode"]
    assert indonesian["temuan"][0]["pesan"] != english["temuan"][0]["pesan"]
    assert english["nama"] == load_catalog()["KBP-WAS-02"].nama_en


def test_a_composite_over_a_part_of_its_components_is_refused_and_not_guessed(
    tmp_path: Path, katalog: iku.Catalog
) -> None:
    reduced = composite_of({"anggota": ["a", "b"], "ambang": "1/2"}, "ab")
    alone = replace(katalog, by_code={reduced.kode: (reduced,)})
    package = written(tmp_path / "lain", alone)
    whole, part = asked(
        package,
        [["hitung", reduced.kode, {"a": 10, "b": 20}], ["hitung", reduced.kode, {"a": 10}]],
    )
    assert whole["hasil"]["nilai"] == f"{reduced.compute({'a': 10, 'b': 20}).nilai:f}"
    assert part["galat"]["jenis"] == "tidak_didukung"


def test_of_a_local_catalog_years_and_earlier_numbers_are_as_in_the_library(tmp_path: Path) -> None:
    (tmp_path / "katalog").mkdir()
    package = written(tmp_path / "paket", local_catalog(tmp_path / "katalog"))
    parts = {f"triwulan-{n}": {"pagi": n, "malam": 5} for n in (1, 2, 4)}
    year, broken, undefined = answers_of(
        package,
        [
            ["setahun", FILLED, parts, {"target": 90}],
            ["hitung", GROWTH, {"kasus": 50}, {"sebelumnya": {"kasus": 20}}],
            ["hitung", GROWTH, {"kasus": 0}, {"sebelumnya": {"kasus": 0}}],
        ],
    )
    assert (year["nilai"], year["capaian"]) == (None, None)
    assert (year["status"], year["kurang"]) == ("belum_lengkap", ["pagi", "malam"])
    assert broken["status"] == "ditolak"
    assert "kasus = 50, sebelumnya(kasus) = 20" in broken["temuan"][0]["saran"]
    assert undefined["alasan"] == "Dahulu tidak ada."
