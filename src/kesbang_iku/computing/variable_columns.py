"""The columns of a table of reports with a row an indicator: which of them are variables.

A database exports more columns than a report has. One that is no variable, and comes near to none,
is passed over; one that comes near to a variable is a slip, and is told as such.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.near import near
from kesbang_iku.model.definition import Variable
from kesbang_iku.sources.headers import squeeze
from kesbang_iku.sources.named_rows import Table
from kesbang_iku.sources.reports import COLUMNS

_SHOWN: Final = 12


def variable_columns(table: Table, katalog: Catalog, findings: list[Finding]) -> Mapping[str, str]:
    """Return the columns that are variables: the name of each by its header.

    Args:
        table: a table with a row an indicator.
        katalog: the standard, which knows the variables of the codes in the table.
        findings: takes the one remark about columns that were passed over.
    """
    variables = {one.nama: one for one in _variables(table, katalog)}
    labels = {squeeze(one.label): name for name, one in variables.items()}
    found: dict[str, str] = {}
    passed: list[str] = []
    for header in table.headers:
        name = header.replace(" ", "_")
        meant = name if name in variables else labels.get(squeeze(header))
        if meant is not None or near(name, variables):
            found[header] = meant or header
        else:
            passed.append(header)
    found = {header: name for header, name in found.items() if header not in COLUMNS}
    passed = [header for header in passed if header not in COLUMNS]
    # What is a variable of another indicator stands at the wrong code, and is told as such.
    others = {one.nama for one in _all_variables(katalog)} if passed else set()
    found |= {header: header for header in passed if header in others}
    _tell(table, [header for header in passed if header not in others], findings)
    return found


def _tell(table: Table, passed: Sequence[str], findings: list[Finding]) -> None:
    """Tell once which columns that hold something were passed over."""
    filled = [one for one in passed if any(row.cells.get(one, "").strip() for row in table.rows)]
    if filled:
        listed = ", ".join(f"'{one[:60]}'" for one in filled[:_SHOWN])
        more = ", …" if len(filled) > _SHOWN else ""
        place = table.header_places.get(filled[0], Place(berkas=table.source))
        findings.append(kinds.COLUMNS_UNUSED.at(place, judul=listed + more))


def _all_variables(katalog: Catalog) -> Iterator[Variable]:
    for indicator in katalog:
        yield from indicator.variabel


def _variables(table: Table, katalog: Catalog) -> Iterator[Variable]:
    codes = dict.fromkeys(row.cells.get("kode", "").strip() for row in table.rows)
    for code in codes:
        for indicator in katalog.versions(code) if code in katalog else ():
            yield from indicator.variabel
