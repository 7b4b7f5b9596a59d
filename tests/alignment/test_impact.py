"""What a change of the standard asks of plans and reports."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.impact import Changes, Impact, impacts
from kesbang_iku.alignment.plan_regions import province_of
from kesbang_iku.alignment.regional import RegionalPlan
from kesbang_iku.catalog.comparison import compare
from kesbang_iku.catalog.regions import load_regions
from tests.alignment.mapping_rows import HEAD, read, row

Katalog = iku.Catalog
_REPORT = """
wilayah: "62"
tahun: {year}
item:
  - kode: KBP-POL-01
    variabel: {{kebebasan_sipil: 90, hak_politik: 50, lembaga_demokrasi: 80}}
"""


def _of_years(katalog: Katalog, before: int, after: int) -> Changes:
    old, new = katalog.in_force(before), katalog.in_force(after)
    return Changes(compare(old, new, dari=str(before), ke=str(after)), old, new)


def _edited(katalog: Katalog, code: str, **keys: object) -> Changes:
    """Return that one entry was edited, in this state and the one before."""
    found = katalog[code].model_copy(update=keys)
    by_code = {**katalog.by_code, code: (found,)}
    new = katalog.where(tuple(one for versions in by_code.values() for one in versions))
    return Changes(compare(katalog, new, dari="a", ke="b"), katalog, new)


def _plan(name: str, targets: Mapping[int, str]) -> RegionalPlan:
    goals = ", ".join(f"{year}: {target}" for year, target in targets.items())
    text = f'jenis: rencana\nwilayah: "62"\nitem:\n  - {{nama: {name}, target: {{{goals}}}}}\n'
    regions = load_regions()
    region = regions["62"]
    plan = iku.read_plan(text.encode(), name="renstra.yaml")
    return RegionalPlan("renstra.yaml", plan, region, province_of(region, regions), "provinsi")


def _kinds(found: Impact) -> list[str]:
    return [one.jenis for one in found.tindakan]


def test_a_new_version_is_told_with_the_numbers_it_needs(katalog: Katalog) -> None:
    reports = iku.read_reports(_REPORT.format(year=2021).encode(), name="laporan.yaml")
    (found,) = impacts(_of_years(katalog, 2020, 2021), (), reports)
    assert (found.place.berkas, found.place.baris, found.jenis, found.tahun) == (
        *("laporan.yaml", 5, "laporan"),
        (2021,),
    )
    assert {"deret", "rumus"} <= set(_kinds(found))
    needed = next(one.uraian.id for one in found.tindakan if one.jenis == "angka")
    assert all(name in needed for name in ("kebebasan", "kesetaraan", "kapasitas"))


def test_what_the_older_version_judges_is_not_touched(katalog: Katalog) -> None:
    reports = iku.read_reports(_REPORT.format(year=2020).encode(), name="laporan.yaml")
    assert impacts(_of_years(katalog, 2020, 2021), (), reports) == ()


def test_a_plan_is_touched_in_the_years_that_change(katalog: Katalog) -> None:
    plan = _plan("Indeks Demokrasi Indonesia", {2020: "75", 2021: "76", 2022: "77"})
    (found,) = impacts(_of_years(katalog, 2020, 2021), [plan], ())
    assert (found.perubahan.kode, found.tahun, found.jenis) == (
        *("KBP-POL-01", (2021, 2022)),
        "rencana",
    )


@pytest.mark.parametrize(
    ("keys", "actions"),
    [
        ({"satuan": "kasus"}, ["satuan"]),
        ({"polaritas": "minimalkan"}, ["polaritas"]),
        ({"nama": "Persentase Konflik yang Selesai"}, ["nama"]),
        ({"desimal": 1}, ["rentang"]),
        ({"definisi": "Yang lain."}, ["definisi"]),
        ({"catatan": "Catatan lain."}, []),
        ({"interpretasi": "Bacaan lain."}, []),
        ({"rumus": "konflik_diselesaikan / konflik"}, ["rumus"]),
        ({"satuan": "kasus", "polaritas": "minimalkan"}, ["satuan", "polaritas"]),
    ],
)
def test_each_change_asks_what_it_needs(
    keys: dict[str, object], actions: list[str], katalog: Katalog
) -> None:
    plan = _plan("Persentase Penyelesaian Konflik Sosial", {2026: "80"})
    found = impacts(_edited(katalog, "KBP-WAS-02", **keys), [plan], ())
    assert [_kinds(one) for one in found] == ([actions] if actions else [])


def test_an_entry_that_is_gone_is_told_with_its_heir(katalog: Katalog) -> None:
    code = "KBP-WAS-02"
    old = katalog[code]
    rest = tuple(one for one in katalog.definitions if one.kode != code)
    gone, heir = katalog.where(rest), old.model_copy(update={"kode": "KBP-WAS-98"})
    plan = _plan(old.nama, {2026: "80"})
    for after, action in ((gone, "dihapus"), (katalog.where((*rest, heir)), "diganti")):
        changes = Changes(compare(katalog, after, dari="a", ke="b"), katalog, after)
        found = [one for one in impacts(changes, [plan], ()) if one.perubahan.kode == code]
        assert [_kinds(one) for one in found] == [[action]]


def test_a_new_entry_is_told_to_who_has_its_name(katalog: Katalog) -> None:
    code = "KBP-WAS-02"
    before = katalog.where(tuple(one for one in katalog.definitions if one.kode != code))
    changes = Changes(compare(before, katalog, dari="a", ke="b"), before, katalog)
    plan = _plan("Persentase Penyelesaian Konflik Sosial", {2026: "80"})
    (found,) = impacts(changes, [plan], ())
    assert (found.perubahan.kode, _kinds(found)) == (code, ["padanan"])


def test_a_name_that_was_decided_is_found(katalog: Katalog) -> None:
    plan = _plan("Angka setempat", {2026: "80"})
    decided = read(HEAD + row("Angka setempat", wilayah="62"), katalog)
    changes = _edited(katalog, "KBP-WAS-02", satuan="kasus")
    assert impacts(changes, [plan], ()) == ()
    assert [one.nama for one in impacts(changes, [plan], (), decided)] == ["Angka setempat"]
