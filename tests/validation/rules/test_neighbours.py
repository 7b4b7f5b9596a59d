"""A rule says the same of its bad example, whatever files, items and rows stand around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.validation.check import Validation, validate_all
from kesbang_iku.validation.rules.plans import context as plans
from kesbang_iku.validation.rules.reports import context as reports
from kesbang_iku.validation.rules.rows import context as rows
from kesbang_iku.validation.rules.rule import Rule
from tests.validation.rules.test_examples import TODAY, bad_example, good_example

Katalog = iku.Catalog
Said = list[tuple[object, ...]]

_KOTA: Final = "62.71"
"""The region that nearly all examples are about; the others are about provinces and the nation."""
_PROVINCES: Final = frozenset({"0", "62", "64", "72", "76", "81"})
_ITEMS: Final = """\
  - {nama: Kegiatan yang tidak dikenal}
  - {nama: Persentase yang belum diketahui, satuan: Persen, dasar: {2024: "-"}, target: {2026: "-"}}
  - nama: Jumlah pertemuan
    satuan: Dokumen
    polaritas: "-"
    sasaran: Meningkatnya kerukunan
    dasar: {2024: 4}
    target: {2025: 5}
    catatan: pertemuan di kecamatan
  - {nama: Indeks, satuan: Indeks, polaritas: maksimalkan, target: {2025: "70–75", 2026: banyak}}
  - {nama: Nilai akuntabilitas, kode: KBP-UMM-03, satuan: Nilai, target: {2025: 60, 2026: 61}}
  - {nama: Wawasan, satuan: Orang, dasar: {2024: 0}, target: {2025: 30, 2026: 31, 2027: 33}}
"""
_ROWS: Final = ("Kegiatan yang tidak dikenal", "Persentase yang belum ada", "Indeks", "Jumlah hal")


def _code(rule: Rule[Any]) -> str:
    return rule.code


def _is_about(rule: Rule[Any], regions: Iterable[str]) -> bool:
    text = bad_example(rule).read_text(encoding="utf-8")
    return any(f'"{region}"' in text for region in regions)


_OF_PROVINCES: Final = [rule for rule in reports.rule.by_code if _is_about(rule, _PROVINCES)]


def _validated(files: Iterable[Opened], katalog: Katalog) -> Validation:
    return validate_all(files, katalog, hari_ini=TODAY)


def _opened(text: str, name: str) -> Opened:
    opened, findings = open_source(text.encode(), name=name)
    assert opened is not None
    assert findings == []
    return opened


def _said(found: Validation, name: str) -> Said:
    """Return what is said of a file, of what is not judged too."""
    said: Said = [
        (one.kode, one.baris, one.kolom, one.nilai, one.message("id"))
        for one in found.temuan
        if one.berkas == name
    ]
    return said + sorted(
        (one.kode, one.alasan.id, one.jumlah) for one in found.tidak_dinilai if one.berkas == name
    )


def _unused_regions(katalog: Katalog) -> Iterator[str]:
    """Yield kabupaten and kota that neither the catalog nor an example knows anything of."""
    known = {value.wilayah for indicator in katalog for value in indicator.deret}
    regions = load_regions()
    for code in regions:
        if regions[code].induk not in _PROVINCES and code not in known:
            yield code


@pytest.fixture(scope="module")
def of_a_kota(katalog: Katalog) -> list[Opened]:
    """Return the examples about a kota, good and bad, each of a kota or kabupaten of its own."""
    regions = _unused_regions(katalog)
    found = []
    for rule in reports.rule.by_code:
        if rule in _OF_PROVINCES:
            continue
        for path in (bad_example(rule), good_example(rule)):
            text = path.read_text(encoding="utf-8").replace(_KOTA, next(regions))
            found.append(_opened(text, f"{path.parent.name}-{path.name}"))
    return found


@pytest.mark.parametrize("order", [1, -1])
def test_reports_are_judged_as_if_alone(
    of_a_kota: list[Opened], katalog: Katalog, order: int
) -> None:
    together = _validated(of_a_kota[::order], katalog)
    for opened in of_a_kota:
        assert _said(together, opened.name) == _said(_validated([opened], katalog), opened.name)


@pytest.mark.parametrize(
    "rule", [rule for rule in _OF_PROVINCES if not _is_about(rule, [_KOTA])], ids=_code
)
def test_what_a_province_reports_is_judged_as_if_alone(
    of_a_kota: list[Opened], katalog: Katalog, rule: Rule[Any]
) -> None:
    opened = _opened(bad_example(rule).read_text(encoding="utf-8"), "this.yaml")
    alone = _said(_validated([opened], katalog), opened.name)
    assert _said(_validated([*of_a_kota, opened], katalog), opened.name) == alone
    assert _said(_validated([opened, *of_a_kota], katalog), opened.name) == alone


@pytest.mark.parametrize("rule", plans.rule.by_code, ids=_code)
def test_items_of_a_plan_are_judged_as_if_alone(rule: Rule[Any], katalog: Katalog) -> None:
    head, start, items = bad_example(rule).read_text(encoding="utf-8").partition("item:\n")
    behind = _ITEMS.replace("nama: ", "nama: Lain lagi ")
    alone = _between(head + start, "", items, "", katalog)
    assert rule.code in {code for code, *_ in alone}
    assert _between(head + start, _ITEMS, items, behind, katalog) == alone


@pytest.mark.parametrize("cell", ["", "-"])
@pytest.mark.parametrize("rule", rows.rule.by_code, ids=_code)
def test_rows_of_a_table_are_judged_as_if_alone(
    rule: Rule[Any], cell: str, katalog: Katalog
) -> None:
    head, _, rows = bad_example(rule).read_text(encoding="utf-8").partition("\n")
    sign = ";" if ";" in head else ","
    cells = f"{sign}{cell}" * head.count(sign)
    before, behind = ("".join(f"{name}{end}{cells}\n" for name in _ROWS) for end in ("", " lain"))
    alone = _between(f"{head}\n", "", rows, "", katalog)
    assert rule.code in {code for code, *_ in alone}
    assert _between(f"{head}\n", before, rows, behind, katalog) == alone


def _between(
    head: str, before: str, lines: str, behind: str, katalog: Katalog
) -> list[tuple[object, ...]]:
    """Return what is said of ``lines`` of a file, as if nothing else stood behind its head."""
    first = (head + before).count("\n")
    opened = _opened(head + before + lines + behind, "this")
    return [
        (one.kode, one.baris - first, one.kolom, one.nilai)
        for one in _validated([opened], katalog).temuan
        if one.baris is not None and first < one.baris <= first + lines.count("\n")
    ]
