"""DuckDB, to whose session answers go back as rows of a query."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.libraries.library import Answers, Lazy, Library

_NAME: Final = "laporan"
_DEPTH: Final = 1000
"""As deep as DuckDB itself lets one table be."""


class DuckdbLibrary(Library):
    """Relations of DuckDB."""

    def rows(self, table: Lazy) -> list[dict[str, Any]]:
        """Return the rows of a table."""
        native: Any = table.to_native()
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]

    def distinct(self, table: Lazy, *names: str) -> Lazy:
        """Return the rows there are of some columns, once each: ``unique`` would be a window."""
        native: Any = table.to_native()
        distinct: Lazy = nw.from_native(native.select(*names).distinct())
        return distinct

    def kept(self, table: Lazy) -> tuple[Lazy, Callable[[], object]]:
        """Hold its rows, as DuckDB does from 2.0 on; an older one works them out for each query."""
        native: Any = table.to_native()
        held = native.materialize() if hasattr(native, "materialize") else native
        return nw.from_native(held), lambda: None

    def together(self, tables: Sequence[Lazy]) -> Lazy:
        """Return the rows of some tables; of many DuckDB counts all the steps as one depth."""
        native: Any = tables[0].to_native()
        native.query(_NAME, f"SET max_expression_depth = {_DEPTH * (len(tables) + 1)}")
        return super().together(tables)

    def made(self, native: Any, columns: Mapping[str, Sequence[Any]]) -> Lazy:  # noqa: ANN401  # a relation
        """Return a relation of these columns in the session of ``native``."""
        rows = [*zip(*columns.values(), strict=True)]
        texts = (any(isinstance(one, str) for one in column) for column in columns.values())
        types = ["VARCHAR" if text else "DOUBLE" for text in texts]
        made: Lazy = nw.from_native(_relation(native, [*columns], types, rows))
        return made

    def with_answers(
        self,
        regular: Lazy,
        strange: Sequence[Lazy],
        answer: Callable[[Any], Answers],
    ) -> object:
        """Answer strange rows now, since a query of DuckDB knows no way to do so later."""
        native: Any = regular.to_native()
        names = native.columns
        answers = [one for rows in strange for one in answer(self.rows(rows))]
        rows = [[one[name] for name in names] for one in answers]
        return native.union(_relation(native, names, map(str, native.types), rows))


def _relation(
    native: Any,  # noqa: ANN401  # a relation
    names: Sequence[str],
    types: Iterable[str],
    rows: Sequence[Sequence[Any]],
) -> Any:  # noqa: ANN401  # a relation
    """Return rows as a relation of the session that ``native`` is of."""
    columns = ", ".join(
        f"CAST({_quoted(name)} AS {kind}) AS {_quoted(name)}"
        for name, kind in zip(names, types, strict=True)
    )
    values = ", ".join(f"({', '.join(map(_literal, row))})" for row in rows)
    listed = ", ".join(map(_quoted, names))
    query = f"SELECT {columns} FROM (VALUES {values}) AS t({listed})"  # all is quoted
    return native.query(_NAME, query)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(value: object) -> str:
    """Return a value as a text of SQL; each column is cast to its type as a whole."""
    return "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"
