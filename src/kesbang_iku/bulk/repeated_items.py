"""Items of a wide table that come more than once, put together where columns prove each of them.

The first counts, and what is said of all together is asked of the exact engine once for those that
are alike: of one indicator, year and period, with the same said of each and the same cells filled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.computation import Part
from kesbang_iku.bulk.duckdb_sql import named
from kesbang_iku.bulk.indicator_columns import ANSWERS, GIVEN, STRANGE
from kesbang_iku.bulk.input_table import FILE, LINE
from kesbang_iku.bulk.keys import KEYS
from kesbang_iku.bulk.libraries.library import REPEATED

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST: Final = 8
"""A key that comes more often is for the exact engine."""
_KIND: Final = ("kode", "tahun", "periode", "rupa")
_VALUES: Final = frozenset({"nilai", "capaian"})

Codes = Callable[[Sequence[Mapping[str, Any]]], str]
"""Tells the codes of what is found of the rows of a key."""


@dataclass(frozen=True, slots=True)
class RepeatedItems:
    """Puts together what the engine ``con`` has of a part in the view ``bagian``.

    Attributes:
        con: the engine.
        told: the columns that say something to the library.
        codes: asks the exact engine.
    """

    con: DuckDBPyConnection
    told: Sequence[str]
    codes: Codes

    def gather(self, found: Part) -> int:
        """Make the view ``terhitung`` of their results, and say how many rows these are of.

        Of a key of which columns do not prove all rows there is none.
        """
        con, keys, kind = self.con, ", ".join(KEYS), ", ".join(_KIND)
        repeated = found.table.filter(~nw.col(REPEATED).is_null())
        repeated.to_native().create_view("berulang", replace=True)
        answered: Any = found.columns.answered(repeated.filter(~nw.col(STRANGE)), found.schema)
        answered.to_native().create_view("terhitung", replace=True)
        numbers = [name for name in answered.columns if name.startswith(GIVEN)]
        cells = (f"{named(name)} IS NULL" for name in (*numbers, *found.columns.foreign))
        same = ", ".join(("status", "temuan", *cells))
        # A text is kept as one of many of its kind.
        kept = {one: one if one in _VALUES else f"CAST({one} AS VARCHAR)" for one in ANSWERS}
        first = ", ".join(f"{name} := {value}" for name, value in kept.items())
        order = f"ORDER BY {FILE}, {LINE}"
        con.execute(
            f"CREATE OR REPLACE TABLE kembar AS SELECT {keys}, count(*) AS jumlah, "
            f"first(struct_pack({first}) {order}) AS pertama, "
            f"list(concat_ws(' ', {same}) {order}) AS rupa FROM terhitung GROUP BY {keys} "
            f"HAVING count(*) = any_value({REPEATED}) AND count(*) <= {_MOST}"
        )
        texts = ", ".join(f"CAST({name} AS VARCHAR)" for name in KEYS)
        con.execute(
            f"INSERT INTO ganjil SELECT DISTINCT {texts} FROM berulang ANTI JOIN kembar "
            f"USING ({keys})"
        )
        con.execute(
            "CREATE OR REPLACE TABLE rupa AS SELECT row_number() OVER () AS nomor, * FROM "
            f"(SELECT {kind}, min(wilayah) AS wilayah FROM kembar GROUP BY {kind})"
        )
        codes = {number: self.codes(rows) for number, rows in self._samples()}
        con.execute(
            "CREATE OR REPLACE TABLE kata AS "
            "SELECT unnest(?::BIGINT[]) AS nomor, unnest(?::VARCHAR[]) AS temuan",
            [[*codes], [*codes.values()]],
        )
        answers = ", ".join(
            f"{'kata' if name == 'temuan' else 'pertama'}.{name}" for name in ANSWERS
        )
        con.execute(
            f"CREATE OR REPLACE VIEW terhitung AS SELECT kembar.* EXCLUDE (jumlah, pertama, rupa), "
            f"{answers} FROM kembar JOIN rupa USING ({kind}) JOIN kata USING (nomor)"
        )
        return int(con.execute("SELECT coalesce(sum(jumlah), 0) FROM kembar").fetchall()[0][0])

    def _samples(self) -> Iterator[tuple[int, list[Mapping[str, Any]]]]:
        """Yield the rows of one key of each kind, with its number."""
        told = ", ".join(f"bagian.{named(name)}" for name in self.told)
        same = " AND ".join(f"bagian.{name} = rupa.{name}" for name in KEYS)
        rows = self.con.execute(
            f"SELECT nomor, {told} FROM bagian JOIN rupa ON {same} ORDER BY nomor, {FILE}, {LINE}"
        ).fetchall()
        found = (dict(zip(("nomor", *self.told), row, strict=True)) for row in rows)
        for number, together in groupby(found, itemgetter("nomor")):
            yield number, [*together]
