from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Finding
from kesbang_iku.sources.csv_reader import clean_header, read_csv, read_csv_grid
from kesbang_iku.sources.grid import column_letters
from kesbang_iku.sources.named_rows import Table


def codes(findings: list[Finding]) -> list[str]:
    return [finding.kode for finding in findings]


def read_clean(text: str | bytes) -> Table:
    table, findings = read_csv(text, "a.csv")
    assert findings == []
    assert table is not None
    return table


def cells(table: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_found(delimiter: str) -> None:
    table = read_clean(delimiter.join(["kode", "nilai"]) + "\n" + delimiter.join(["x", "1"]))
    assert table.headers == ("kode", "nilai")
    assert cells(table) == [["x", "1"]]


def test_decimal_commas_do_not_make_a_comma_the_delimiter() -> None:
    assert cells(read_clean("kode;nilai\nx;85,23\ny;1,5\n")) == [["x", "85,23"], ["y", "1,5"]]


def test_a_comma_in_a_header_gives_way_to_the_delimiter_that_fits_every_row() -> None:
    table = read_clean("nama, lengkap;nilai\nx;1\ny;2\n")
    assert table.headers == ("nama, lengkap", "nilai")


def test_two_delimiters_that_fit_equally_are_asked_for() -> None:
    table, findings = read_csv("a;b,c\n1;2,3\n", "a.csv")
    assert (table, codes(findings)) == (None, ["IKU037"])
    assert "koma dan titik koma" in findings[0].pesan


def test_expected_headers_settle_the_delimiter() -> None:
    table, findings = read_csv("kode;b,c\n1;2,3\n", "a.csv", known={"kode"})
    assert findings == []
    assert table is not None
    assert table.headers == ("kode", "b,c")


def test_a_declared_delimiter_counts_as_spreadsheets_write_it() -> None:
    table = read_clean("sep=;\r\na;b,c\r\n1;2,3\r\n")
    assert table.headers == ("a", "b,c")
    assert table.rows[0].place("b,c").sel == "B3"


def test_a_given_delimiter_overrides_the_search() -> None:
    table, _ = read_csv("a;b,c\n1;2,3\n", "a.csv", delimiter=",")
    assert table is not None
    assert table.headers == ("a;b", "c")


def test_one_column_needs_no_delimiter() -> None:
    assert cells(read_clean("nama\nx y\n")) == [["x y"]]


def test_headers_are_cleaned_and_titles_kept() -> None:
    table = read_clean("\ufeff Indikator\u00a0 Kinerja\u200b  UTAMA ,Target\n1,2\n")
    assert table.headers == ("indikator kinerja utama", "target")
    assert table.titles == ("Indikator\u00a0 Kinerja\u200b  UTAMA", "Target")


def test_quoted_cells_may_hold_delimiters_quotes_and_line_breaks() -> None:
    table = read_clean('a,b\n"1,5","baris ""satu""\ndua"\n3,4\n')
    assert cells(table) == [["1,5", 'baris "satu"\ndua'], ["3", "4"]]
    assert table.rows[1].line == 4


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('="62.71"', "62.71"),
        ('"=""62.71"""', "62.71"),
        (' ="62.71" ', "62.71"),
        ('"=""1,5"""', "1,5"),
        ('="satu ""dua"""', 'satu "dua"'),
        ('=""', ""),
        ('="8"&"1"', '="8"&"1"'),
        ("=A1+2", "=A1+2"),
        ('="8"+1', '="8"+1'),
        ('"=1"', "=1"),
    ],
)
def test_a_text_kept_from_spreadsheets_is_read_as_the_text(written: str, read: str) -> None:
    table = read_clean(f'="a",b\n{written},2\n')
    assert table.headers == ("a", "b")
    assert cells(table) == [[read, "2"]]
    assert table.rows[0].place("b").kolom == len(written) + 2


def test_a_place_has_line_column_and_cell() -> None:
    table = read_clean("a;b\n\nx;85,23\n")
    place = table.rows[0].place("b")
    assert (place.berkas, place.baris, place.kolom, place.kolom_akhir, place.sel) == (
        "a.csv",
        3,
        3,
        8,
        "B3",
    )


def test_a_cell_address_counts_records_as_a_spreadsheet_does() -> None:
    row = read_clean('a,b\n"x\ny",1\nz,2\n').rows[1]
    assert (row.line, row.place("b").sel) == (4, "B3")


def test_a_header_has_a_place() -> None:
    assert read_clean("a,b\n1,2\n").header_places["b"].sel == "B1"


def test_a_place_of_an_unknown_header_is_the_row() -> None:
    assert read_clean("a,b\n1,2\n").rows[0].place("zz").sel == "A2"


def test_empty_lines_and_empty_columns_at_the_end_are_passed_over() -> None:
    assert cells(read_clean("a;b;;\n\n;;;\n1;2;;\n\n")) == [["1", "2"]]


def test_a_row_with_too_many_cells_is_told_and_left_out() -> None:
    table, findings = read_csv("kode,nilai\nx,85,23\ny,1\n", "a.csv", delimiter=",")
    assert table is not None
    assert cells(table) == [["y", "1"]]
    assert [(f.kode, f.place.baris) for f in findings] == [("IKU038", 2)]


def test_a_row_with_too_few_cells_is_told_and_filled_up() -> None:
    table, findings = read_csv("a,b,c\n1\n", "a.csv")
    assert table is not None
    assert cells(table) == [["1", "", ""]]
    assert [(f.kode, f.place.baris) for f in findings] == [("IKU039", 2)]


def test_a_duplicate_header_is_told_where_it_stands() -> None:
    table, findings = read_csv("a,b, A \n1,2,3\n", "a.csv")
    assert table is not None
    assert table.headers == ("a", "b")
    assert [(f.kode, f.place.sel) for f in findings] == [("IKU036", "C1")]


def test_data_without_a_header_is_told() -> None:
    _, findings = read_csv("a,,b\n1,2,3\n", "a.csv")
    assert [(f.kode, f.place.sel) for f in findings] == [("IKU035", "B1")]


def test_a_table_without_rows_is_told() -> None:
    table, findings = read_csv("a,b\n", "a.csv")
    assert table is not None
    assert codes(findings) == ["IKU042"]


def test_an_open_quote_is_told_where_it_opens() -> None:
    _, findings = read_csv('a,b\n1,"x\n2,3\n', "a.csv")
    assert [(f.kode, f.place.baris, f.place.kolom) for f in findings] == [("IKU040", 2, 3)]


def test_text_behind_a_closing_quote_is_told() -> None:
    _, findings = read_csv('a,b\n"x"y,1\n', "a.csv")
    assert codes(findings) == ["IKU041"]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", ",,\n"])
def test_a_text_without_any_cell_is_empty(text: str) -> None:
    table, findings = read_csv(text, "a.csv")
    assert (table, codes(findings)) == (None, ["IKU005"])


def test_control_characters_are_refused() -> None:
    assert codes(read_csv("a,b\n1,\0", "a.csv")[1]) == ["IKU009"]


def test_bytes_are_decoded() -> None:
    assert cells(read_clean("a;b\né;1\n".encode("utf-8-sig"))) == [["é", "1"]]


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_in_spreadsheets(index: int, letters: str) -> None:
    assert column_letters(index) == letters


def test_cleaning_a_clean_header_changes_nothing() -> None:
    assert clean_header(clean_header("  Sumber\u00a0DATA ")) == "sumber data"


cell_texts = st.text(alphabet='ab1 ",;|\t\n\r.é', max_size=6)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(cell_texts, min_size=width, max_size=width).filter(
            lambda row: any(cell.strip() for cell in row)
        ),
        min_size=1,
        max_size=5,
    )
)


@given(tables, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=150, deadline=None)
def test_what_the_standard_library_writes_is_read_back(
    rows: list[list[str]], delimiter: str, line_break: str
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(
        stream, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=line_break
    )
    headers = [f"h{index}" for index in range(len(rows[0]))]
    writer.writerows([headers, *rows])
    table, findings = read_csv(stream.getvalue(), "a.csv", delimiter=delimiter)
    assert (codes(findings), table is None) == ([], False)
    assert table is not None
    assert cells(table) == [[cell.strip() for cell in row] for row in rows]


@given(st.text(max_size=60) | st.text(alphabet='ab";,|\t\n\r sep=', max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_the_reader_raise(text: str) -> None:
    table, findings = read_csv(text, "a.csv")
    assert table is not None or findings
    for finding in findings:
        assert finding.message("id")
        assert finding.message("en")
    for row in table.rows if table else ():
        for header in row.cells:
            assert row.place(header).baris is not None


@given(st.binary(max_size=80))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_the_reader_raise(content: bytes) -> None:
    table, findings = read_csv(content, "a.csv")
    assert table is not None or findings


def test_a_grid_keeps_every_row_with_its_number_and_place() -> None:
    grid, findings = read_csv_grid("sep=;\nJudul\n\nkode;nilai\nx; 85,23 ;lebih\n", "a.csv")
    assert grid is not None
    assert findings == []
    assert {row.number: dict(row.cells) for row in grid.rows} == {
        2: {0: "Judul"},
        4: {0: "kode", 1: "nilai"},
        5: {0: "x", 1: "85,23", 2: "lebih"},
    }
    place = grid.place(5, 1)
    assert (place.baris, place.kolom, place.sel) == (5, 3, "B5")
    assert grid.place(2, 7).sel == "H2"


def test_a_grid_finds_its_separator_below_a_title() -> None:
    grid, _ = read_csv_grid(
        "Tabel 4.3, IKU\nkode;nilai\nx;85,23\n", "a.csv", known={"kode", "nilai"}
    )
    assert grid is not None
    assert dict(grid.rows[2].cells) == {0: "x", 1: "85,23"}


def test_a_grid_with_two_separators_that_fit_asks() -> None:
    grid, findings = read_csv_grid("a,b;c\nd,e;f\n", "a.csv")
    assert (grid, [finding.kode for finding in findings]) == (None, ["IKU037"])


@given(st.text('a",; \n\r', max_size=12), st.sampled_from(["", "x", ' "b" ']))
def test_a_quoted_cell_reads_as_the_standard_library_has_it(inner: str, behind: str) -> None:
    doubled = inner.replace('"', '""')
    content = f'kode,catatan\n1,"{doubled}"{behind}\n'
    table, findings = read_csv(content, "a.csv", delimiter=",")
    assert table is not None
    (row,) = table.rows
    assert row.cells["catatan"] == (inner + behind.rstrip()).strip()
    assert [one.kode for one in findings] == (["IKU041"] if behind.strip() else [])
