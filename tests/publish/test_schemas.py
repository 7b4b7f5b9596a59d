"""The schemas say what the models say: two independent validators agree on it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import jsonschema_rs
import pytest
import yaml

import kesbang_iku as iku
from kesbang_iku.publish.blank import definition_yaml
from kesbang_iku.publish.schemas import SCHEMA_NAMES, Draft, make_schema
from tests.tree import ROOT
from tools.build_schemas import schema_files

DRAFTS: tuple[Draft, ...] = get_args(Draft)
_TABLES = {
    "bidang.yaml": "bidang",
    "satuan.yaml": "satuan",
    "capaian.yaml": "capaian",
    "predikat.yaml": "predikat",
    "regulasi.yaml": "regulasi",
    "penamaan.yaml": "penamaan",
    "cakupan.yaml": "cakupan",
    "pemeriksaan.yaml": "pemeriksaan",
    "hubungan-angka.yaml": "hubungan-angka",
    "tajuk.yaml": "tajuk",
}
Content = dict[str, Any] | list[Any]
Check = Callable[[str, Draft, Content], bool]


@cache
def _python_validator(name: str, draft: Draft) -> jsonschema.protocols.Validator:
    schema = make_schema(name, draft)
    return jsonschema.validators.validator_for(schema)(schema)


@cache
def _rust_validator(name: str, draft: Draft) -> Any:  # noqa: ANN401 - one class for each draft
    return jsonschema_rs.validator_for(make_schema(name, draft))


def _by_jsonschema(name: str, draft: Draft, content: Content) -> bool:
    return _python_validator(name, draft).is_valid(content)


def _by_jsonschema_rs(name: str, draft: Draft, content: Content) -> bool:
    return bool(_rust_validator(name, draft).is_valid(content))


VALIDATORS: list[Check] = [_by_jsonschema, _by_jsonschema_rs]


def _definition_files() -> list[Path]:
    return sorted((ROOT / "catalog" / "indikator").rglob("*.yaml"))


@cache
def _documents(path: Path) -> tuple[Any, ...]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(yaml.load_all(path.read_text(encoding="utf-8"), loader))


def _walk(schema: object) -> Iterator[dict[str, Any]]:
    """Yield every schema with properties inside ``schema``."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from _walk(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _walk(value)


def _report(**changes: object) -> dict[str, Any]:
    return {
        "wilayah": "62",
        "tahun": 2024,
        "item": [{"kode": "KBP-WAS-02", "variabel": {"konflik": 20}, "target": 90}],
        **changes,
    }


def test_committed_schemas_are_those_of_the_models() -> None:
    folder = ROOT / "schemas"
    committed = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.json")
    }
    assert committed == schema_files(), "run: python tools/build_schemas.py"


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schema_is_valid_in_its_own_edition(name: str, draft: Draft) -> None:
    schema = make_schema(name, draft)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)


@pytest.mark.parametrize("draft", DRAFTS)
def test_identifiers_are_unique_and_name_no_host(draft: Draft) -> None:
    identifiers = [make_schema(name, draft)["$id"] for name in SCHEMA_NAMES]
    assert len(set(identifiers)) == len(SCHEMA_NAMES)
    assert all(identifier.startswith("urn:kesbang-iku:skema:") for identifier in identifiers)


def test_draft_7_uses_no_word_of_later_editions() -> None:
    later = re.compile(r'"(\$defs|prefixItems|dependentRequired|unevaluatedProperties)"')
    for name in SCHEMA_NAMES:
        assert later.search(json.dumps(make_schema(name, "7"))) is None, name


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_key_is_described_in_indonesian(name: str) -> None:
    undescribed = [
        f"{part['title']}.{key}"
        for part in _walk(make_schema(name))
        for key, found in part["properties"].items()
        if not found.get("description")
    ]
    assert undescribed == []


@pytest.mark.parametrize("valid", VALIDATORS)
@pytest.mark.parametrize("draft", DRAFTS)
def test_every_catalog_file_fits_its_schema(draft: Draft, valid: Check) -> None:
    unfit = [
        path.name
        for path in _definition_files()
        for document in _documents(path)
        if not valid("indikator", draft, document)
    ]
    unfit += [
        name
        for name, schema in _TABLES.items()
        for document in _documents(ROOT / "catalog" / name)
        if not valid(schema, draft, document)
    ]
    assert unfit == []


@pytest.mark.parametrize("valid", VALIDATORS)
@pytest.mark.parametrize("draft", DRAFTS)
def test_every_example_is_a_report_by_schema(draft: Draft, valid: Check) -> None:
    examples = sorted((ROOT / "examples").glob("*.yaml"))
    assert examples
    unfit = [
        path.name
        for path in examples
        for document in _documents(path)
        if not valid("laporan", draft, document)
    ]
    assert unfit == []


def test_every_catalog_file_names_a_schema_that_exists() -> None:
    named = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)
    paths = [*_definition_files(), *(ROOT / "catalog" / name for name in _TABLES)]
    for path in paths:
        found = named.search(path.read_text(encoding="utf-8"))
        assert found is not None, path.name
        assert (path.parent / found[1]).resolve().is_relative_to(ROOT / "schemas"), path.name
        assert (path.parent / found[1]).is_file(), path.name


@pytest.mark.parametrize("valid", VALIDATORS)
@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_report(), id="one report"),
        pytest.param([_report(), _report(tahun="2023")], id="a list of reports"),
        pytest.param(_report(periode="triwulan-1"), id="a quarter"),
        pytest.param(
            _report(item=[{"kode": "X", "variabel": {"a": "1.234,5", "b": None}}]), id="texts"
        ),
        pytest.param(
            _report(item=[{"kode": "X", "target": {"nilai": "≥ 80", "dokumen": "Renstra"}}]),
            id="a target with its document",
        ),
        pytest.param(_report(item=[{"kode": "X", "bukti": "LKjIP"}]), id="one text for a list"),
    ],
)
def test_schema_accepts(content: Content, draft: Draft, valid: Check) -> None:
    assert valid("laporan", draft, content)


@pytest.mark.parametrize("valid", VALIDATORS)
@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param({}, id="nothing"),
        pytest.param([], id="an empty list"),
        pytest.param(_report(wilayah=62), id="a region code as number"),
        pytest.param(_report(periode="kuartal-1"), id="an unknown period"),
        pytest.param(_report(thn=2024), id="an unknown key"),
        pytest.param(_report(item=[{"variabel": {}}]), id="an item without code"),
        pytest.param(_report(item=[{"kode": "X", "variabel": {"a": [1]}}]), id="a list as number"),
        pytest.param(_report(item=[{"kode": "X", "target": {"nilai": 1, "x": 2}}]), id="a key"),
        pytest.param(_report(tahun="dua ribu"), id="a year in words"),
        pytest.param(_report(jenis="rencana"), id="another kind"),
    ],
)
def test_schema_refuses(content: Content, draft: Draft, valid: Check) -> None:
    assert not valid("laporan", draft, content)


@pytest.mark.parametrize("valid", VALIDATORS)
@pytest.mark.parametrize(
    "change",
    [
        {"kode": "kbp-was-02"},
        {"bidang": "Politik"},
        {"desimal": "dua"},
        {"rentang": {"min": "nol"}},
        {"status": "benar"},
        {"variabel": []},
        {"rentang": {"minimum": 0}},
        {"komponen": {"metode": "aritmetika", "bobot": {"A B": 1}, "kedudukan": "resmi"}},
    ],
    ids=str,
)
def test_definition_schema_refuses(change: dict[str, object], valid: Check) -> None:
    (document,) = _documents(ROOT / "catalog" / "indikator" / "was" / "kbp-was-02.yaml")
    assert valid("indikator", "2020-12", document)
    assert not valid("indikator", "2020-12", {**document, **change})


@pytest.mark.parametrize("valid", VALIDATORS)
def test_plan_schema_accepts_the_plan_of_the_documentation(valid: Check) -> None:
    item = {
        "nama": "Persentase konflik sosial yang diselesaikan",
        "kode": "KBP-WAS-02",
        "satuan": "Persen",
        "rumus": "(Jumlah konflik yang diselesaikan / jumlah konflik) x 100%",
        "polaritas": "maksimalkan",
        "dasar": {"2024": 80},
        "target": {"2025": 82, "2026": "84"},
        "lokal": {"tema": "sosial", "mendukung": "KBP-WAS-01"},
    }
    plan = {
        "jenis": "rencana",
        "wilayah": "62.71",
        "periode": {"mulai": 2025, "selesai": 2029},
        "item": [item],
    }
    assert valid("rencana", "2020-12", plan)
    assert not valid("rencana", "2020-12", {**plan, "item": [{**item, "dasar": {"baseline": 1}}]})


@pytest.mark.parametrize("page", ["docs/skema.md", "docs/en/schemas.md"])
def test_the_page_about_schemas_names_each_of_them(page: str) -> None:
    rows = re.findall(r"^\| (`[^|]+`) \|", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(re.findall(r"`([\w-]+)`", " ".join(rows))) == sorted(SCHEMA_NAMES)


def test_a_program_is_given_the_schema_that_the_command_writes() -> None:
    made = iku.schema("laporan")
    assert made == make_schema("laporan")
    made.clear()
    assert iku.schema("laporan") == make_schema("laporan")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lapran", "Skema 'lapran' tidak ada. Barangkali: laporan."),
        ("zzz", f"Skema 'zzz' tidak ada. Barangkali: {', '.join(SCHEMA_NAMES)}."),
    ],
)
def test_an_unknown_schema_is_an_error_that_names_what_is_near(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        iku.schema(name)


@pytest.mark.parametrize("check", VALIDATORS)
@pytest.mark.parametrize("draft", DRAFTS)
def test_a_short_definition_of_a_region_fits_a_schema_of_its_own(
    check: Check, draft: Draft
) -> None:
    short = yaml.safe_load(definition_yaml("id", None))
    assert check("indikator-daerah", draft, short)
    assert not check("indikator", draft, short)
    for file in sorted((ROOT / "examples" / "katalog-daerah" / "indikator").rglob("*.yaml")):
        assert check("indikator-daerah", draft, yaml.safe_load(file.read_text("utf-8")))
    for key in ("nama", "satuan", "polaritas", "variabel", "sumber"):
        assert not check("indikator-daerah", draft, {**short, key: None})
        assert not check("indikator-daerah", draft, {k: v for k, v in short.items() if k != key})
