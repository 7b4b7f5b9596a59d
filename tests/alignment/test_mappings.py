"""Reading files of mappings, and joining their rows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.alignment.mapping_text import mappings_text
from kesbang_iku.alignment.mappings import Mappings, merged
from kesbang_iku.sources.reading import open_source
from kesbang_iku.validation.contents import kind_of
from tests.alignment.mapping_rows import COLUMNS, DECIDED, HEAD, read, row

Katalog = iku.Catalog


def _codes(found: Mappings) -> list[str]:
    return [one.kode for one in found.temuan]


def test_a_decision_is_read_with_who_made_it(katalog: Katalog) -> None:
    text = HEAD + row("Konflik yang ditangani", predicate_id="skos:closeMatch", confidence="0.90")
    found = read(text, katalog)
    (one,) = found.baris
    assert found.temuan == ()
    assert (one.subjek, one.hubungan, one.objek) == (
        "Konflik yang ditangani",
        "dekat",
        "KBP-WAS-02",
    )
    assert (one.oleh, one.tanggal, one.wilayah, one.keyakinan, one.keputusan) == (
        *("Siti", "2025-03-01", "62.71", Decimal("0.9")),
        True,
    )


def test_lines_on_top_count_and_tell_what_is_true_of_all_rows(katalog: Katalog) -> None:
    head = "#curie_map:\n#  iku: x\n#mapping_date: 2024-01-31\n#license: none\n"
    text = head + (HEAD + row("Nama satu")).replace("\tmapping_date", "").replace(
        "\t2025-03-01", ""
    )
    (one,) = read(text, katalog).baris
    assert (one.place.baris, one.tanggal) == (6, "2024-01-31")
    assert "license" not in one.cells


def test_what_a_spreadsheet_makes_of_the_file_says_the_same(katalog: Katalog) -> None:
    text = HEAD + row("Nama satu", confidence="0.5")
    saved = "\ufeff" + text.replace("\t", ";").replace("\n", "\r\n")
    assert [one.cells for one in read(saved, katalog).baris] == [
        one.cells for one in read(text, katalog).baris
    ]


def test_a_region_may_be_named(katalog: Katalog) -> None:
    (one,) = read(HEAD + row("Nama satu", wilayah="Kota Palangka Raya"), katalog).baris
    assert (one.wilayah, one.cells["wilayah"]) == ("62.71", "62.71")


def test_the_code_of_another_list_is_its_entry(katalog: Katalog) -> None:
    (one,) = read(HEAD + row("Nama satu", object_id="sipd:000599"), katalog).baris
    assert (one.objek, one.cells["object_id"]) == ("KBP-ORM-01", "sipd:000599")


def test_a_column_of_somebody_else_is_kept(katalog: Katalog) -> None:
    text = HEAD.replace("comment", "nomor_rapat") + row("Nama satu", comment="7")
    found = read(text, katalog)
    assert found.temuan == ()
    assert "nomor_rapat" in mappings_text(found.baris)


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"object_id": "iku:KBP-WAS-99"}, "IKU310", "object_id"),
        ({"object_id": "http://x/y"}, "IKU203", "object_id"),
        ({"object_id": "lain:1"}, "IKU203", "object_id"),
        ({"object_id": ""}, "IKU201", "object_id"),
        ({"predicate_id": "skos:sameAs"}, "IKU203", "predicate_id"),
        ({"predicate_id": ""}, "IKU201", "predicate_id"),
        ({"mapping_justification": "semapv:Guess"}, "IKU203", "mapping_justification"),
        ({"mapping_date": "2025-13-40"}, "IKU203", "mapping_date"),
        ({"mapping_date": "20250301"}, "IKU203", "mapping_date"),
        ({"confidence": "0,9"}, "IKU203", "confidence"),
        ({"confidence": "1.01"}, "IKU203", "confidence"),
        ({"confidence": "NaN"}, "IKU203", "confidence"),
        ({"tahun": "25"}, "IKU203", "tahun"),
        ({"wilayah": "Kota Entah"}, "IKU203", "wilayah"),
        ({"wilayah": "99.99"}, "IKU300", "wilayah"),
    ],
)
def test_a_row_that_is_wrong_is_told_at_its_cell_and_left_out(
    cells: dict[str, str], code: str, column: str, katalog: Katalog
) -> None:
    text = HEAD + row("Nama satu") + row("Nama dua", **cells)
    found = read(text, katalog)
    line = text.splitlines()[2].split("\t")
    start = sum(len(cell) + 1 for cell in line[: COLUMNS.index(column)])
    (told,) = found.temuan
    assert (told.kode, told.place.baris, told.place.kolom) == (code, 3, start + 1)
    assert [one.subjek for one in found.baris] == ["Nama satu"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"author_label": ""}, "IKU277"),
        ({"mapping_date": ""}, "IKU277"),
        ({"mapping_justification": "semapv:LexicalMatching"}, "IKU278"),
    ],
)
def test_a_decision_needs_a_signature_and_a_signature_a_decision(
    cells: dict[str, str], code: str, katalog: Katalog
) -> None:
    found = read(HEAD + row("Nama satu", **cells), katalog)
    assert _codes(found) == [code]
    assert len(found.baris) == 1


def test_a_misspelt_column_is_told(katalog: Katalog) -> None:
    text = HEAD.replace("confidence", "confidance") + row("Nama satu")
    assert _codes(read(text, katalog)) == ["IKU202"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#a: b\n",
        "a\tb\n1\t2\n",
        HEAD,
        HEAD + "\x01\n",
        HEAD + '"tak tertutup\tskos:exactMatch\n',
        HEAD + row("N", object_id="::::"),
        HEAD + row("N", object_id="iku:" + "9" * 5000),
        HEAD + row("", subject_label=""),
        HEAD + row("N", confidence="1e-999999999"),
        "#" * 5000 + "\n",
        bytes(range(256)).decode("latin1"),
    ],
)
def test_a_broken_file_is_told_and_never_raised(text: str, katalog: Katalog) -> None:
    found = read(text, katalog)
    assert found.baris == ()
    assert found.temuan


def test_no_formula_of_a_name_runs_in_a_spreadsheet(katalog: Katalog) -> None:
    text = HEAD + row("=HYPERLINK(1)", author_label="@x")
    found = read(text, katalog)
    written = mappings_text(found.baris)
    assert "\t=" not in f"\t{written.splitlines()[-1]}"
    assert read(written, katalog).baris[0].subjek == "=HYPERLINK(1)"


def test_a_file_of_mappings_is_known_by_its_headers() -> None:
    opened, _ = open_source(("#x: y\n" + HEAD + row("N")).encode(), name="a.tsv")
    assert opened is not None
    assert kind_of(opened) == "padanan"


# ------------------------------------------------------------------------------------ many rows

_NAMES = st.sampled_from(["Nama satu", "NAMA  satu", "Nama dua"])
_ROWS = st.builds(
    row,
    _NAMES,
    predicate_id=st.sampled_from(["skos:exactMatch", "skos:broadMatch"]),
    object_id=st.sampled_from(["iku:KBP-WAS-02", "iku:KBP-ORM-01", "sssom:NoTermFound"]),
    mapping_justification=st.sampled_from([DECIDED, "semapv:LexicalMatching"]),
    mapping_date=st.sampled_from(["2025-03-01", "2026-03-01", ""]),
    tahun=st.sampled_from(["", "2025", "2026"]),
    wilayah=st.sampled_from(["62.71", "32.73", ""]),
)
_FILES = st.lists(_ROWS, max_size=8).map(lambda rows: HEAD + "".join(rows))


@pytest.mark.slow
@given(_FILES, _FILES, _FILES)
def test_joining_is_the_same_in_any_order_and_any_number_of_times(
    katalog: Katalog, one: str, other: str, third: str
) -> None:
    first, second, last = (read(text, katalog).baris for text in (one, other, third))
    joined = mappings_text(merged((*first, *second, *last)))
    assert mappings_text(merged((*last, *second, *first))) == joined
    assert mappings_text(merged((*first, *first, *second, *last))) == joined
    assert mappings_text(merged((*merged((*first, *second)), *last))) == joined
    assert mappings_text(merged((*first, *merged((*second, *last))))) == joined


@given(_FILES)
def test_what_is_written_is_read_as_it_was(katalog: Katalog, text: str) -> None:
    rows = merged(read(text, katalog).baris)
    written = mappings_text(rows)
    again = read(written, katalog)
    assert merged(again.baris) == again.baris or not rows
    assert mappings_text(again.baris, again.kepala) == written
    assert [(one.key, one.hubungan, one.objek, one.keputusan) for one in again.baris] == [
        (one.key, one.hubungan, one.objek, one.keputusan) for one in rows
    ]


def test_a_decision_outlives_every_likeness(katalog: Katalog) -> None:
    likeness = row(
        *("Nama satu",),
        mapping_justification="semapv:LexicalMatching",
        author_label="",
        object_id="iku:KBP-ORM-01",
        mapping_date="2030-01-01",
        tahun="2030",
    )
    rows = merged(read(HEAD + row("nama  SATU") + likeness, katalog).baris)
    assert [one.objek for one in rows] == ["KBP-WAS-02"]


def test_one_changed_row_changes_one_line(katalog: Katalog) -> None:
    names = [row(f"Nama {letter}") for letter in "cab"]
    before = mappings_text(read(HEAD + "".join(names), katalog).baris)
    names[0] = row("Nama c", comment="rapat", object_id="iku:KBP-ORM-01")
    names[1] = row("Nama a", comment="lama")
    with_comments = mappings_text(read(HEAD + "".join([*names[::-1]]), katalog).baris)
    names[0] = row("Nama c", comment="rapat", object_id="iku:KBP-ORM-02")
    after = mappings_text(read(HEAD + "".join(names), katalog).baris)
    assert before != with_comments
    changed = set(with_comments.splitlines()) ^ set(after.splitlines())
    assert len(changed) == 2
