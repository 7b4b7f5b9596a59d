"""The columns of a table of reports with a row an indicator: which of them are variables.

A database exports more columns than a report has. One that is no variable, and comes near to none,
is passed over; one that comes near to a variable is a slip, and is told as such.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Self

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.near import near
from kesbang_iku.model.definition import Variable
from kesbang_iku.sources.headers import squeeze
from kesbang_iku.sources.named_rows import Table
from kesbang_iku.sources.reports import COLUMNS, Reports
from kesbang_iku.sources.table_reports import is_long, reports_from_table

_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class VariableNames:
    """What the variables of some indicators may be called: by their names, and by labels."""

    names: Mapping[str, Variable]
    labels: Mapping[str, str]

    @classmethod
    def of(cls, codes: Iterable[str], katalog: Catalog) -> Self:
        """Return those of all versions of the indicators of some codes."""
        known = (katalog.versions(code) for code in codes if code in katalog)
        names = {one.nama: one for versions in known for of in versions for one in of.variabel}
        return cls(names, {squeeze(one.label): name for name, one in names.items()})

    def meant(self, header: str) -> str | None:
        """Return the variable that a cleaned header means, if it means one."""
        name = header.replace(" ", "_")
        return name if name in self.names else self.labels.get(squeeze(header))


def reports_of_columns(table: Table, katalog: Catalog | None, findings: list[Finding]) -> Reports:
    """Return the reports of a table in our own layout; ``findings`` is what was found before."""
    if is_long(table):
        return reports_from_table(table, findings)
    variables = variable_columns(table, load_catalog() if katalog is None else katalog, findings)
    return reports_from_table(table, findings, variables)


def variable_columns(table: Table, katalog: Catalog, findings: list[Finding]) -> Mapping[str, str]:
    """Return the columns that are variables: the name of each by its header.

    Args:
        table: a table with a row an indicator.
        katalog: the standard, which knows the variables of the codes in the table.
        findings: takes the one remark about columns that were passed over.
    """
    codes = dict.fromkeys(row.cells.get("kode", "").strip() for row in table.rows)
    variables = VariableNames.of(codes, katalog)
    further = [header for header in table.headers if header not in COLUMNS]
    named = {header: meant for header in further if (meant := variables.meant(header))}
    found = named | {header: header for header in slips(further, variables, katalog)}
    _tell(table, [header for header in further if header not in found], findings)
    return found


def slips(headers: Iterable[str], variables: VariableNames, katalog: Catalog) -> list[str]:
    """Return the headers that mean no variable here, but come near to one, or mean one elsewhere.

    What is a variable of another indicator stands at the wrong code, and is told as such.
    """
    odd = [one for one in headers if one not in COLUMNS and variables.meant(one) is None]
    others = {one.nama for each in katalog for one in each.variabel} if odd else set()
    return [one for one in odd if one in others or near(one.replace(" ", "_"), variables.names)]


def _tell(table: Table, passed: Sequence[str], findings: list[Finding]) -> None:
    """Tell once which columns that hold something were passed over."""
    filled = [one for one in passed if any(row.cells.get(one, "").strip() for row in table.rows)]
    if filled:
        listed = ", ".join(f"'{one[:60]}'" for one in filled[:_SHOWN])
        more = ", …" if len(filled) > _SHOWN else ""
        place = table.header_places.get(filled[0], Place(berkas=table.source))
        findings.append(kinds.COLUMNS_UNUSED.at(place, judul=listed + more))
