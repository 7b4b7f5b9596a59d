"""Pictures of cells: the sheet of an example, with what its check says there as a comment."""

from __future__ import annotations

import io
import zipfile
from html import unescape

import pytest
from xlsxwriter import Workbook

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Finding
from kesbang_iku.findings.register import all_kinds
from kesbang_iku.publish.annotated_workbook.annotation import annotated
from kesbang_iku.sources.reading import open_source
from kesbang_iku.validation.examples import FindingExample, all_examples
from tools.site_pages.findings import Shown, kind_page
from tools.site_pages.sheets import Picture, picture_of

pytestmark = pytest.mark.slow

FEWEST: int = 200
"""So many examples at least are tables whose cell can be shown."""
KINDS = {kind.code: kind for kind in all_kinds()}


@pytest.fixture(scope="module")
def katalog() -> Catalog:
    return iku.load_catalog()


@pytest.fixture(scope="module")
def pictures(katalog: Catalog) -> dict[str, Picture]:
    made = ((code, picture_of(one, katalog)) for code, one in all_examples().items())
    return {code: picture for code, picture in made if picture is not None}


def test_most_examples_of_tables_have_a_picture_and_its_cell_is_in_it(
    pictures: dict[str, Picture],
) -> None:
    assert len(pictures) >= FEWEST
    for code, one in pictures.items():
        assert {found.kode for found in one.said} == {code}
        assert 1 <= one.at[0] <= len(one.rows), code
        assert one.at[1] < len(one.letters), code


def test_a_plan_in_yaml_is_shown_as_a_sheet_with_the_cell_that_is_wrong(
    pictures: dict[str, Picture],
) -> None:
    one = pictures["IKU356"]
    assert one.cell == "F2"
    assert one.rows[0][one.at[1]] == "Target 2027"
    assert one.rows[1][one.at[1]] == "26"


@pytest.mark.parametrize("code", ["IKU356", "IKU432", "IKU501"])
def test_the_comment_is_what_the_annotated_workbook_says_in_that_cell(
    pictures: dict[str, Picture], code: str
) -> None:
    one = pictures[code]
    made = io.BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet("Lembar1")
        for number, row in enumerate(one.rows):
            sheet.write_row(number, 0, row)
    opened, _ = open_source(made.getvalue(), name=f"{code.lower()}.lembar")
    assert opened is not None
    with zipfile.ZipFile(io.BytesIO(annotated(opened, one.said))) as archive:
        comments = archive.read("xl/comments1.xml").decode()
    assert f'ref="{one.cell}"' in comments
    assert one.comment("id").splitlines()[0] in unescape(comments)


def test_what_is_no_table_has_no_picture(katalog: Catalog) -> None:
    assert picture_of(FindingExample("IKU101", "a.rumus", "a +"), katalog) is None
    assert (
        picture_of(FindingExample("IKU356", "a.yaml", "jenis: rencana\nitem: 3\n"), katalog) is None
    )


def test_the_page_shows_the_sheet_before_the_text_of_the_file(
    pictures: dict[str, Picture],
) -> None:
    one = pictures["IKU356"]
    found: tuple[Finding, ...] = tuple(one.said)
    text = kind_page(KINDS["IKU356"], "id", Shown("iku356.yaml", "a: 1", found, None, one))
    assert text.index("## Di Excel") < text.index("## Contoh yang memicunya")
    assert '<td class="lembar-kena lembar-kena--peringatan">26</td>' in text
    assert "Komentar pada sel F2:" in text
    assert "## Di Excel" not in kind_page(KINDS["IKU356"], "id", Shown("a.yaml", "a: 1", found))
