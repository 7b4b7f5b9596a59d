"""Loading catalogs: every kind of breakage is a finding at its line, and a local folder adds."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.load import read_catalog
from tests.definitions import (
    DEFINITION,
    FIELDS,
    METHODS,
    SCALES,
    UNITS,
    line_of,
    write_catalog,
)


def _findings(folder: Path) -> list[iku.Finding]:
    return read_catalog([folder], national=False)[1]


def test_catalog_that_the_others_are_broken_from_is_whole(tmp_path: Path) -> None:
    assert _findings(write_catalog(tmp_path)) == []


# What is replaced, by what, the code that must come, and the words whose line it must stand at.
_BROKEN = {
    "unknown key": ("konsep: Perkara.", "konsep: P.\nkonsepp: x", "IKU202", "konsepp"),
    "missing key": ("konsep: Perkara.\n", "", "IKU201", "kode:"),
    "wrong type": ("desimal: 2", "desimal: dua", "IKU203", "desimal:"),
    "bad code": ("ABC-UJI-01", "abc", "IKU203", "kode:"),
    "word outside of its list": ("jenis: hasil", "jenis: baik", "IKU203", "jenis: baik"),
    "unknown unit": ("satuan: persen\ndesimal", "satuan: persenn\ndesimal", "IKU210", "persenn"),
    "unknown unit of a variable": (
        "label: Perkara\n    satuan: kasus",
        "label: Perkara\n    satuan: kasu",
        "IKU210",
        "satuan: kasu\n",
    ),
    "unknown method": ("capaian: naik", "capaian: turun", "IKU210", "capaian: turun"),
    "unknown scale": ("predikat: capaian-uji", "predikat: uji", "IKU210", "predikat: uji"),
    "scale of values for achievement": (
        "predikat: capaian-uji",
        "predikat: nilai-uji",
        "IKU210",
        "predikat: nilai-uji",
    ),
    "unknown theme": ("tema: [damai]", "tema: [ramai]", "IKU210", "ramai"),
    "unknown field": ("bidang: UJI", "bidang: UJX", "IKU210", "bidang:"),
    "wrong programme": ("8.01.02", "8.01.03", "IKU219", "program:"),
    "formula syntax": ("rumus: selesai /", "rumus: selesai // ", "IKU103", "rumus:"),
    "undeclared variable": (" / perkara * 100", " / perkar * 100", "IKU150", "rumus:"),
    "unit mismatch": ("selesai / perkara * 100", "selesai / perkara", "IKU157", "rumus:"),
    "rule that cannot be read": ("selesai <= perkara", "selesai <=", "IKU1", "ekspresi:"),
    "duplicate variable": (
        "nama: selesai",
        "nama: perkara",
        "IKU222",
        "nama: perkara\n    label: Perkara\n",
    ),
    "variable like a column": ("nama: perkara", "nama: target", "IKU228", "target"),
    "method in the wrong direction": (
        "polaritas: maksimalkan",
        "polaritas: minimalkan",
        "IKU221",
        "capaian: naik",
    ),
    "years that end before they start": (
        "berlaku: {mulai: 2020}",
        "berlaku: {mulai: 2020, selesai: 2019}",
        "IKU223",
        "berlaku: {",
    ),
    "release variable of another kind": (
        "rumus: selesai",
        "rilis: selesai\nrumus: selesai",
        "IKU215",
        "rilis:",
    ),
    "two ways to compute": (
        "rumus: selesai",
        "tanpa_rumus: belum ada\nrumus: selesai",
        "IKU216",
        "kode:",
    ),
    "comparable with no version": (
        "alias:",
        'keterbandingan: [{versi: "9", sebanding: true, alasan: x}]\nalias:',
        "IKU210",
        "keterbandingan:",
    ),
    "duplicate key": ("akses: umum", "akses: umum\nakses: umum", "IKU0", "akses: umum\nakses"),
}


@pytest.mark.parametrize("name", _BROKEN)
def test_breakage_is_found_at_its_line(tmp_path: Path, name: str) -> None:
    old, new, code, words = _BROKEN[name]
    assert DEFINITION.count(old) >= 1
    broken = DEFINITION.replace(old, new, 1)
    found = _findings(write_catalog(tmp_path, broken))
    near = {line_of(broken, words), line_of(broken, words) + 1 if name.startswith("dup") else 0}
    assert [(one.kode[: len(code)], one.baris in near) for one in found if code in one.kode] == [
        (code, True)
    ], [(one.kode, one.baris, one.pesan) for one in found]
    assert all(one.berkas and one.berkas.endswith("0.yaml") for one in found)


def test_error_inside_a_formula_points_at_the_column_in_the_file(tmp_path: Path) -> None:
    broken = DEFINITION.replace("selesai / perkara * 100", "selesai / perkar * 100")
    (found,) = (one for one in _findings(write_catalog(tmp_path, broken)) if one.kode == "IKU150")
    assert found.kolom == len("rumus: selesai / ") + 1
    assert found.place.kolom_akhir == found.kolom + len("perkar")


def test_a_column_is_that_of_the_file_where_a_release_prevails_over_the_formula(
    tmp_path: Path,
) -> None:
    formula = "rumus: selesai / perkara * 100"
    slip = DEFINITION.replace(formula, f"{formula[:-6]} * seratus\nrilis: selesai", 1)
    folders = tmp_path / "slip", tmp_path / "mixed"
    for folder in folders:
        folder.mkdir()
    (found,) = (one for one in _findings(write_catalog(folders[0], slip)) if one.kode == "IKU151")
    assert found.kolom == len("rumus: selesai / perkara * ") + 1
    assert found.place.kolom_akhir == found.kolom + len("seratus")
    # What follows from the two together stands at the whole formula.
    mixed = DEFINITION.replace(formula, f"{formula}\nrilis: selesai", 1)
    (found,) = (one for one in _findings(write_catalog(folders[1], mixed)) if one.kode == "IKU153")
    assert found.kolom == len("rumus: ") + 1
    assert found.place.kolom_akhir == len(formula) + 1


def test_unknown_reference_offers_the_name_most_like_it(tmp_path: Path) -> None:
    broken = DEFINITION.replace("satuan: persen\ndesimal", "satuan: persenn\ndesimal")
    found = next(one for one in _findings(write_catalog(tmp_path, broken)) if one.kode == "IKU210")
    assert "'persen'" in found.saran


_COMPOSITE = (
    DEFINITION.replace(
        "rumus: selesai / perkara * 100\n",
        "komponen:\n  metode: aritmetika\n  kedudukan: usulan\n"
        "  bobot: {selesai: 0.5, perkara: 0.5}\n",
    )
    .replace("    satuan: kasus", "    satuan: persen")
    .replace("jenis: cacah", "jenis: nilai")
)


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ("{selesai: 0.5, perkara: 0.5}", None),
        ("{selesai: 1/3, perkara: 2/3}", None),
        ("{selesai: 0.65, perkara: 0.5}", "IKU214"),
        ("{selesai: 0.333, perkara: 0.333}", "IKU214"),
        ("{selesai: 0.5, lain: 0.5}", "IKU151"),
    ],
)
def test_weights_must_sum_to_one_and_name_variables(
    tmp_path: Path, weights: str, code: str | None
) -> None:
    text = _COMPOSITE.replace("{selesai: 0.5, perkara: 0.5}", weights)
    found = _findings(write_catalog(tmp_path, text))
    codes = {one.kode: one for one in found}
    if code is None:
        assert codes == {}
    else:
        assert codes[code].baris == line_of(text, "bobot:")


def test_sum_of_weights_is_told_exactly(tmp_path: Path) -> None:
    text = _COMPOSITE.replace("selesai: 0.5", "selesai: 0.65")
    (found,) = (one for one in _findings(write_catalog(tmp_path, text)) if one.kode == "IKU214")
    assert "1,15" in found.message("id")
    assert "1.15" in found.message("en")


@pytest.mark.parametrize(
    ("classes", "number"),
    [
        ("{label: A, sampai: 50}\n      - {label: B, dari: 40}", 1),
        ("{label: A, dari: 50}\n      - {label: B, sampai: 50}", 1),
        ("{label: A, sampai: 50, sampai_termasuk: true}\n      - {label: B, dari: 50}", 1),
        ("{label: A, dari: 50, sampai: 20}\n      - {label: B, dari: 60}", 0),
        ("{label: A, dari: 20, sampai: 20}\n      - {label: B, dari: 60}", 0),
    ],
)
def test_classes_that_overlap_or_hold_nothing_are_found(
    tmp_path: Path, classes: str, number: int
) -> None:
    text = SCALES.replace("{label: rendah, sampai: 50}\n      - {label: tinggi, dari: 50}", classes)
    assert text != SCALES
    (found,) = _findings(write_catalog(tmp_path, predikat=text))
    assert found.kode == "IKU217"
    assert found.baris == line_of(text, "label: A, " if number == 0 else "label: B, ")


@pytest.mark.parametrize(
    ("table", "text", "words"),
    [
        ("satuan", UNITS, "  - {nama: kasus, simbol: k2, dimensi: {}, aditif: true}\n"),
        ("bidang", FIELDS, '  - {kode: UJI, nama: B, nama_en: B, program: "8.01.02"}\n'),
    ],
)
def test_name_that_stands_twice_in_a_table_is_found(
    tmp_path: Path, table: str, text: str, words: str
) -> None:
    head, first, rest = text.partition("\n")
    doubled = f"{head}{first}{words}{rest}"
    (found,) = _findings(write_catalog(tmp_path, **{table: doubled}))
    assert found.kode == "IKU222"
    assert found.baris is not None
    assert found.baris > 2


def test_formula_of_a_method_is_checked(tmp_path: Path) -> None:
    text = METHODS.replace("realisasi / target", "realisasi / sasaran")
    (found,) = _findings(write_catalog(tmp_path, capaian=text))
    assert (found.kode, found.baris) == ("IKU151", line_of(text, "rumus:"))


def test_same_version_twice_names_the_other_file(tmp_path: Path) -> None:
    found = _findings(write_catalog(tmp_path, DEFINITION, DEFINITION))
    (twice,) = (one for one in found if one.kode == "IKU211")
    assert "0.yaml" in twice.pesan
    assert twice.berkas is not None
    assert twice.berkas.endswith("1.yaml")


def test_versions_must_not_share_a_year(tmp_path: Path) -> None:
    older = DEFINITION.replace("berlaku: {mulai: 2020}", "berlaku: {selesai: 2020}").replace(
        "nama: Persentase", 'versi: "0"\nnama: Persentase', 1
    )
    found = _findings(write_catalog(tmp_path, DEFINITION, older))
    assert "IKU212" in {one.kode for one in found}


def test_versions_that_follow_each_other_are_fine(tmp_path: Path) -> None:
    older = DEFINITION.replace("berlaku: {mulai: 2020}", "berlaku: {selesai: 2019}").replace(
        "nama: Persentase", 'versi: "0"\nnama: Persentase', 1
    )
    folder = write_catalog(tmp_path, DEFINITION, older)
    catalog, found, _ = read_catalog([folder], national=False)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == []
    assert [entry.versi for entry in catalog.versions("ABC-UJI-01")] == ["0", "1"]


@pytest.mark.parametrize("claim", ["Perkara selesai", "persentase PERKARA selesai"])
def test_name_claimed_by_two_codes_is_found(tmp_path: Path, claim: str) -> None:
    other = DEFINITION.replace("ABC-UJI-01", "ABC-UJI-02").replace(
        "nama: Persentase perkara selesai", "nama: Lain", 1
    )
    other = other.replace("alias: [Perkara selesai]", f"alias: [{claim}]")
    found = _findings(write_catalog(tmp_path, DEFINITION, other))
    (claimed,) = (one for one in found if one.kode == "IKU218")
    assert claimed.baris == line_of(other, "alias:")


_LOCAL = """\
kode: ABC-WAS-01
lokal: {tema: keamanan, mendukung: KBP-WAS-02}
nama: Warga ronda per warga
nama_en: Share of residents on watch
bidang: WAS
program: "8.01.06"
konsep: Ronda.
definisi: Warga yang ronda dibagi warga.
interpretasi: Makin tinggi makin baik.
jenis: hasil
tingkat: {berlaku: [kota], diestimasi: [kota]}
akses: umum
satuan: persen
desimal: 1
polaritas: maksimalkan
frekuensi: tahunan
kumulatif: false
variabel:
  - nama: ronda
    label: Warga yang ronda
    satuan: orang
    jenis: cacah
    agregasi: {wilayah: jumlah, waktu: rata_rata}
  - nama: warga
    label: Warga
    satuan: orang
    jenis: cacah
    agregasi: {wilayah: jumlah, waktu: terakhir}
rumus: ronda / warga * 100
capaian: maksimalkan
predikat: permendagri-86-2017
status: usulan
sumber: [{dokumen: Peraturan wali kota uji, kedudukan: usulan, dilihat: "2026-01-01"}]
"""


def _local(folder: Path, text: str) -> Path:
    (folder / "indikator" / "was").mkdir(parents=True)
    (folder / "indikator" / "was" / "ronda.yaml").write_text(text, encoding="utf-8")
    return folder


def test_local_folder_adds_an_indicator_that_computes_and_is_found(tmp_path: Path) -> None:
    catalog = iku.load_catalog(extra=[_local(tmp_path, _LOCAL)])
    result = catalog["ABC-WAS-01"].compute({"ronda": 1, "warga": 8}, target="12,5")
    assert (str(result.nilai), str(result.capaian)) == ("12.5", "100.00")
    assert catalog.select(text="ronda").codes == ("ABC-WAS-01",)
    assert "KBP-WAS-02" in catalog


def test_a_local_indicator_of_a_field_that_tells_no_theme_must_name_one(tmp_path: Path) -> None:
    marked = "lokal: {tema: keamanan, mendukung: KBP-WAS-02}\n"
    iku.load_catalog(extra=[_local(tmp_path / "a", _LOCAL.replace(marked, ""))])
    text = _LOCAL.replace(marked, "").replace("WAS", "UMM").replace("8.01.06", "8.01.01")
    with pytest.raises(iku.CatalogError) as caught:
        iku.load_catalog(extra=[_local(tmp_path / "b", text)])
    assert [one.kode for one in caught.value.temuan] == ["IKU220"]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("ABC-WAS-01", "KBP-WAS-02", "IKU213", "kode:"),
        ("KBP-WAS-02}", "KBP-WAS-99}", "IKU210", "lokal:"),
        ("tema: keamanan", "tema: ronda", "IKU203", "lokal:"),
    ],
)
def test_local_indicator_must_keep_the_rules_of_the_house(
    tmp_path: Path, old: str, new: str, code: str, words: str
) -> None:
    text = _LOCAL.replace(old, new)
    with pytest.raises(iku.CatalogError) as caught:
        iku.load_catalog(extra=[_local(tmp_path, text)])
    found = next(one for one in caught.value.temuan if one.kode == code)
    assert found.baris == line_of(text, words)
    assert code in str(caught.value) or len(caught.value.temuan) > 1


def test_local_table_may_add_units_but_not_redefine_them(tmp_path: Path) -> None:
    _local(tmp_path, _LOCAL.replace("satuan: orang", "satuan: warga"))
    unit = '  - {nama: %s, simbol: "", dimensi: {warga: 1}, aditif: true}\n'
    (tmp_path / "satuan.yaml").write_text("satuan:\n" + unit % "warga", encoding="utf-8")
    assert "ABC-WAS-01" in iku.load_catalog(extra=[tmp_path])
    (tmp_path / "satuan.yaml").write_text(
        "satuan:\n" + unit % "warga" + unit % "persen", encoding="utf-8"
    )
    with pytest.raises(iku.CatalogError, match="IKU222"):
        iku.load_catalog(extra=[tmp_path])


def test_folder_that_holds_no_catalog_is_named(tmp_path: Path) -> None:
    with pytest.raises(iku.CatalogError, match="IKU224") as caught:
        iku.load_catalog(extra=[tmp_path / "tidak-ada"])
    assert "tidak-ada" in str(caught.value)
    assert "None" not in str(caught.value)


def test_catalog_error_travels_between_processes(tmp_path: Path) -> None:
    with pytest.raises(iku.CatalogError) as caught:
        iku.load_catalog(extra=[tmp_path / "tidak-ada"])
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # our own bytes
    assert again.temuan == caught.value.temuan


@pytest.mark.parametrize(
    "content",
    ["", "[]", "5", "a: [", "\x00", "kode: !!python/object:os.system x", "&a [*a]", "---\n---\n"],
)
def test_file_of_nonsense_is_a_finding_and_raises_nothing(tmp_path: Path, content: str) -> None:
    found = _findings(write_catalog(tmp_path, content))
    assert found
    assert all(one.pesan and "{" not in one.kind.code for one in found)


def test_national_catalog_has_no_errors_or_undeclared_doubts() -> None:
    found = read_catalog()[1]
    assert [
        (one.kode, one.berkas, one.pesan) for one in found if one.tingkat is iku.Level.GALAT
    ] == []
