"""What a library is asked for beyond expressions, done over narwhals as all of them can."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.columns import OwnWays, certain, nothing
from kesbang_iku.bulk.keys import KEYS, ORDER
from kesbang_iku.formula.engines.arithmetic import DOUBLE, Capacity

Lazy = nw.LazyFrame[Any]
Answers = list[dict[str, Any]]
Texts = Mapping[str, Sequence[str]]
"""For each column of numbers, counted from 0, the texts that they stand for."""
Flags = Mapping[str, tuple[str, Sequence[str]]]
"""By the name of a flag, the column that it looks at, and the texts there for which it holds."""
REPEATED: Final = "__repeated"
BEGUN: Final = "__begun"
_MOST_LISTED: Final = 8
MOST_NAMES: Final = 3000
"""Of so many names of regions, those that are no codes are asked what they mean."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What is known of the keys of a table before its rows are computed.

    Attributes:
        known: whether every region and period is one that there is.
        repeated: the keys that come more than once, marked by ``REPEATED``; ``None``: none does.
    """

    known: bool
    repeated: Lazy | None


class Library(OwnWays):
    """A library of dataframes; each method may be done better where the library can."""

    capacity: Capacity = DOUBLE
    """In which numbers a quotient is ``rounded`` without error."""

    most_listed: int = _MOST_LISTED
    """Of so many texts a column is chosen well; of more they are put together row by row."""

    maps_keys: bool = False
    """Whether a key counts as repeated only where its region is one that was told."""

    counts_keys: bool = False
    """Whether ``counted`` looks for repeated keys, so that nobody need look for them before."""

    known_keys: bool = False
    """Whether ``occurring`` saw that every region and period is one that there is."""

    all_named: Sequence[str] = ()
    """All that stands for a region in the table, where ``others`` looked and it is not too much."""

    def rows(self, table: Lazy) -> list[dict[str, Any]]:
        """Return the rows of a table, which are few."""
        return list(table.collect().iter_rows(named=True))

    def types(self, table: Lazy) -> dict[str, nw.dtypes.DType]:
        """Return the types of the columns of a table."""
        return dict(table.collect_schema())

    def distinct(self, table: Lazy, *names: str) -> Lazy:
        """Return the rows there are of some columns of a table, once each."""
        return table.select(*names).unique()

    def kept(self, table: Lazy) -> tuple[Lazy, Callable[[], object]]:
        """Return a table that several others are made of, worked out once, and how to let it go."""
        return table.collect().lazy(), lambda: None

    def count(self, table: Lazy) -> int:
        """Return how many rows a table has."""
        (found,) = self.rows(table.select(n=nw.len()))
        return int(found["n"])

    def counted(self, table: Lazy, marks: Sequence[str], *, repeating: bool) -> Lazy:
        """Return how many rows a table has, ``n``, and in how many of them each mark holds.

        In ``repeated`` stands how many times some key repeats, 0 where that is not looked for.

        Args:
            table: the table.
            marks: columns of conditions that are never missing.
            repeating: whether keys may repeat.
        """
        _ = repeating
        one, none = nw.lit(1), nw.lit(0)
        marked = table.select(
            *(nw.when(nw.col(name)).then(one).otherwise(none).alias(name) for name in marks)
        )
        found = marked.select(nw.len().alias("n"), *(nw.col(name).sum() for name in marks))
        return found.with_columns(repeated=none)

    def occurring(self, table: Lazy, regions: Sequence[str]) -> Sequence[tuple[object, object]]:
        """Return the pairs of code and year in a table; years may be told that do not occur.

        Args:
            table: the table.
            regions: the codes of the regions there are, for who looks for ``others`` at once.
        """
        _ = regions
        found = self.rows(self.distinct(table, "kode", "tahun"))
        return [(row["kode"], row["tahun"]) for row in found]

    def keys(self, table: Lazy, regions: Sequence[str], codes: Sequence[str]) -> Keys:
        """Look over the keys of a table.

        Args:
            table: the table.
            regions: the codes of the regions there are.
            codes: the codes of the indicators that occur; empty where all rows are of one.
        """
        _ = regions, codes
        counted = table.group_by(*KEYS).agg(nw.len().alias(REPEATED))
        repeated = counted.filter(nw.col(REPEATED) > 1)
        return Keys(known=False, repeated=repeated if self.count(repeated) else None)

    def others(self, table: Lazy, regions: Sequence[str]) -> Sequence[str]:
        """Return what stands for a region in a table and is none of ``regions``."""
        found = self.rows(self.distinct(table, "wilayah").head(MOST_NAMES))
        names = {row["wilayah"] for row in found if isinstance(row["wilayah"], str)}
        self.all_named = sorted(names) if len(found) < MOST_NAMES else ()
        return sorted(names.difference(regions, ("",)))

    def flagged(self, table: Lazy, flags: Flags) -> tuple[Lazy, Mapping[str, nw.Expr]]:
        """Return a table, and for each flag where a column holds one of some texts.

        Where nothing stands a flag does not hold.
        """
        found = {flag: certain(nw.col(name).is_in(texts)) for flag, (name, texts) in flags.items()}
        return table, found

    def in_order(self, table: Any) -> Any:  # noqa: ANN401  # as it came
        """Return a table whose rows have numbers, in ``ORDER``, where its queries turn them.

        Of rows that contradict each other it matters which comes first.
        """
        return table

    def settled(self, table: Lazy) -> Lazy:
        """Return a table of which all is computed before what comes next is."""
        return table

    def begun(self, table: Lazy, starts: Mapping[str, int], regions: Sequence[str]) -> Lazy:
        """Return a table with ``BEGUN``, the year in which a region began to be one.

        Args:
            table: the table.
            starts: the years by name; of a region without one it is missing or 0.
            regions: all names that rows have which give a result in columns.
        """
        _ = regions
        return self.numbered(table, BEGUN, "wilayah", starts)

    def numbered(self, table: Lazy, name: str, column: str, numbers: Mapping[str, int]) -> Lazy:
        """Return a table with a column more: the numbers that the texts of another stand for.

        Args:
            table: the table.
            name: of the new column.
            column: of the texts.
            numbers: the numbers by text; of any other it is missing.
        """
        return table.with_columns(number_of(column, numbers).alias(name))

    def together(self, tables: Sequence[Lazy]) -> Lazy:
        """Return the rows of some tables with the same columns."""
        return nw.concat(tables)

    def marked(self, table: Lazy, repeated: Lazy) -> Lazy:
        """Return a table with ``REPEATED`` where its key is one that comes more than once."""
        return table.join(repeated, on=[*KEYS], how="left")

    def windowed(self, table: Lazy, by: Sequence[str], **found: nw.Expr) -> Lazy:
        """Return a table with columns more: what is found in each group, in all of its rows.

        Args:
            table: the table.
            by: the columns that groups agree in, in which something stands in each row.
            found: by name, aggregates of columns.
        """
        return table.with_columns(**{name: one.over(*by) for name, one in found.items()})

    def labelled(self, table: Lazy, texts: Texts) -> Lazy:
        """Return a table with the texts in place of their numbers; no text at all: missing.

        Here of a table that is held whole, whose texts are taken from where they stand in a list.
        """
        frame = table.collect()
        told = {name: _taken(frame[name], known) for name, known in texts.items()}
        return frame.with_columns(**told).lazy()

    def labelled_rows(self, results: nw.DataFrame[Any], table: nw.DataFrame[Any] | Lazy) -> object:
        """Return results as their kind of table, each of the row of it that ``ORDER`` tells."""
        _ = table
        return results.drop(ORDER).to_native()

    def made(self, native: Any, columns: Mapping[str, Sequence[Any]]) -> Lazy:  # noqa: ANN401  # its table
        """Return a table of the same library, and session, as ``native``, of these columns."""
        frame: Any = nw.from_native(native)
        return nw.from_dict(columns, backend=frame.implementation).lazy()

    def with_answers(
        self, regular: Lazy, strange: Sequence[Lazy], answer: Callable[[Any], Answers]
    ) -> object:
        """Return the native table of the regular results and of the answers to strange rows.

        Args:
            regular: the results.
            strange: tables of rows to be answered, each with all rows of the keys in it.
            answer: answers rows.

        Raises:
            NotImplementedError: the library has no way to compute rows by a function.
        """
        _ = regular, strange, answer
        raise NotImplementedError


def typed_table(
    columns: Mapping[str, Sequence[Any]],
    kinds: Mapping[str, Any],
    library: Any,  # noqa: ANN401  # as narwhals names it
) -> nw.DataFrame[Any]:
    """Return a table of columns of some types in a library."""
    made: nw.DataFrame[Any] = nw.from_dict(columns, kinds, backend=library)
    if not made.implementation.is_pandas():
        return made
    # pandas below 3 has made a text, ``None``, of what is missing among texts.
    native = made.to_native()
    for name, cells in columns.items():
        native[name] = native[name].where([cell is not None for cell in cells])
    typed: nw.DataFrame[Any] = nw.from_native(native, eager_only=True)
    return typed


def number_of(name: str, numbers: Mapping[Any, int]) -> nw.Expr:
    """Return the numbers that cells of a column stand for, missing where for none."""
    return nw.col(name).replace_strict(
        [*numbers], [*numbers.values()], default=None, return_dtype=nw.Int64
    )


def of_native(table: object) -> Lazy:
    """Return a library's own lazy table as one to work on."""
    found: Lazy = nw.from_native(table)
    return found


def _taken(places: nw.Series[Any], texts: Sequence[str]) -> nw.Expr | nw.Series[Any]:
    """Return the text at each place of a list, missing where none is told."""
    if not texts:
        return nothing(text=True)
    listed = nw.new_series("", texts, backend=places.implementation)
    taken = listed[places.fill_null(0).cast(nw.Int64)]
    return nw.when(~places.is_null()).then(taken) if places.null_count() else taken
