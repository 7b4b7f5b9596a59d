"""Small pieces of a page: paragraphs, names with values, tables, signs of a state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text
from kesbang_iku.publish.markup import Child, Html, element, joined


@dataclass(frozen=True, slots=True)
class State:
    """A state of something: its key in style sheets, its name, and its sign.

    The sign tells it apart by form, where colours cannot.
    """

    key: str
    sign: str
    name: Text


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: what it is called, and whether it holds numbers."""

    title: str
    number: bool = False


def paragraph(content: Child) -> Html:
    """Return a paragraph."""
    return element("p", content)


def native(content: str | None, language: Language) -> Html | None:
    """Return a text of a file or of the standard, which is Indonesian whatever the page is."""
    if content is None:
        return None
    return joined(content) if language == "id" else element("span", content, lang="id")


def facts_list(facts: Iterable[tuple[str, Child]]) -> Html | None:
    """Return names with their values; those without a value are left out, all of them likewise."""
    pairs = [joined(element("dt", name), element("dd", value)) for name, value in facts if value]
    return element("dl", *pairs) if pairs else None


def table(
    caption: str,
    columns: Sequence[TableColumn],
    rows: Iterable[Sequence[Child]],
    *,
    kind: str = "",
) -> Html:
    """Return a table whose first column names its rows; on a phone each row is a block.

    ``kind`` is a further class for its style.
    """
    return grouped_table(caption, columns, [(None, rows)], kind=kind)


def grouped_table(
    caption: str,
    columns: Sequence[TableColumn],
    groups: Iterable[tuple[Child, Iterable[Sequence[Child]]]],
    *,
    kind: str = "",
) -> Html:
    """Return a table of rows in groups, each with its title in a row of its own, if it has one.

    Roles are written out, since a table laid out as blocks is no table to a screen reader else.
    """
    heads = [
        element("th", one.title, scope="col", role="columnheader", class_=_kind(one))
        for one in columns
    ]
    bodies = []
    for title, rows in groups:
        body = [_row(columns, row) for row in rows]
        if title is not None:
            span = element("th", title, scope="rowgroup", role="rowheader", colspan=len(columns))
            body.insert(0, element("tr", span, role="row", class_="group"))
        bodies.append(element("tbody", *body, role="rowgroup"))
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        *bodies,
        class_=f"stack {kind}".strip(),
        role="table",
    )


def badge(state: State, language: Language) -> Html:
    """Return the sign and the name of a state, in its colour."""
    sign = element("span", f"{state.sign} ", aria_hidden="true")
    return element("span", sign, state.name.plain(language), class_=f"badge {state.key}")


def bare_sign(state: State, language: Language) -> Html:
    """Return the sign of a state alone, its name for those who hear the page."""
    return joined(
        element("span", state.sign, class_=f"mark {state.key}", aria_hidden="true"),
        element("span", state.name.plain(language), class_="vh"),
    )


def _row(columns: Sequence[TableColumn], row: Sequence[Child]) -> Html:
    first, *others = row
    cells = [
        element("td", value, role="cell", class_=_kind(column, value), data_label=column.title)
        for column, value in zip(columns[1:], others, strict=True)
    ]
    return element("tr", element("th", first, scope="row", role="rowheader"), *cells, role="row")


def _kind(column: TableColumn, value: Child = "-") -> str | None:
    names = [*(["number"] if column.number else []), *([] if value else ["empty"])]
    return " ".join(names) or None
