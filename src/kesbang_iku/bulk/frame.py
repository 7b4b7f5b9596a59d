"""Dataframes of reports in, the same kind of dataframe with a result for each key out."""

from importlib import import_module
from typing import Any, Final, TypeVar, cast, get_args

from kesbang_iku.bulk.keys import Layout
from kesbang_iku.bulk.refusal import BulkError
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.extras import require_extra
from kesbang_iku.findings.misuse import MisuseError, misuse_told
from kesbang_iku.findings.sentences import bulk as said

Frame = TypeVar("Frame")
EXTRA: Final = "bulk"


@misuse_told
def compute_frame(
    df: Frame, katalog: Catalog | None = None, *, layout: Layout | None = None, nama: bool = False
) -> Frame:
    """Return a result for each key of a table of reports, as the same kind of table.

    Args:
        df: a DataFrame of pandas or Polars, a Polars LazyFrame, a PyArrow table, a DuckDB relation
            or a PySpark DataFrame, with the columns of a report in CSV: ``wilayah``, ``tahun``,
            ``kode`` and perhaps ``periode`` and ``target``; long, with ``variabel`` and ``nilai``,
            or wide, with a column for each variable. They are recognised as in a file: in any case,
            variables by their labels too. What is missing is null or NaN.
        katalog: the standard; the package's own by default.
        layout: ``"long"`` or ``"wide"``; by default long where ``variabel`` and ``nilai`` stand.
        nama: whether names are told too: ``nama_wilayah`` behind ``wilayah``, and ``nama`` of the
            indicator behind ``kode``; null where a code is not known.

    Returns:
        The columns ``wilayah``, ``tahun``, ``periode``, ``kode``, ``nilai``, ``status``,
        ``capaian``, ``predikat``, ``kategori``, ``temuan`` (codes, a space between them) and
        ``kurang``. ``nilai`` and ``capaian`` are the doubles nearest to the published decimals;
        null where there is none. A lazy table stays lazy, but for one query of its codes and years.
        Results of a wide table of pandas, PyArrow or Polars that is held whole stand in the order
        of its rows; in pandas a result has the label of the first of its rows.

    Raises:
        MissingExtraError: narwhals is not installed (the extra ``bulk``).
        InexactEngineError: the library does not compute as IEEE 754 says: one of the
            numbers that it is tried with, once in a process, comes out otherwise.
        TypeError: ``df`` is no table of these kinds.
        ValueError: a column that is needed is not there, ``layout`` is another word, or rows need
            the exact engine and the library of ``df`` cannot run it.
    """
    katalog = katalog if katalog is not None else load_catalog()
    frame, chosen = opened(df, layout, katalog)
    from kesbang_iku.bulk.computation import FrameComputation  # noqa: PLC0415  # light: an extra
    from kesbang_iku.bulk.libraries.choice import library_of  # noqa: PLC0415  # light: an extra

    library = library_of(frame.implementation)
    computation = FrameComputation(frame, katalog, load_regions(), chosen, library, nama)
    return cast("Frame", computation.computed())


def opened(df: object, layout: Layout | None, katalog: Catalog) -> tuple[Any, Layout]:
    """Return a table to be worked on, by an engine that computes as is assumed, and its layout.

    Raises:
        MissingExtraError: narwhals is not installed.
        InexactEngineError: the library does not compute as IEEE 754 says.
        TypeError: ``df`` is no table.
        ValueError: a column that is needed is not there, or ``layout`` is another word.
    """
    if layout not in (None, *get_args(Layout)):
        raise ValueError(said.NO_LAYOUT.filled(susunan=repr(layout)).en)
    require_extra("narwhals", EXTRA)
    import narwhals.stable.v2 as nw  # noqa: PLC0415  # light: an extra

    from kesbang_iku.bulk.column_names import recognised, with_names  # noqa: PLC0415  # light: an extra

    try:
        frame: Any = nw.from_native(with_names(df, katalog))
    except TypeError as error:
        raise MisuseError(said.NO_FRAME.filled(jenis=type(df).__name__).en) from error
    if frame.implementation.is_pyarrow():
        frame = nw.from_native(_sortable(frame.to_native()))
    try:
        frame, chosen = recognised(frame, katalog, layout)
    except BulkError as error:
        raise ValueError(error.render("en")) from None
    from kesbang_iku.bulk.libraries.choice import library_of  # noqa: PLC0415  # light: an extra
    from kesbang_iku.bulk.selftest import check  # noqa: PLC0415  # light: an extra

    check(library_of(frame.implementation), df, str(frame.implementation))
    return frame, chosen


def _sortable(table: Any) -> Any:  # noqa: ANN401  # a table of PyArrow
    """Return a table whose views of texts, and columns of no type, are texts, and runs are cells.

    PyArrow neither joins nor sorts the first, which Polars hands over, nor the others; nor texts
    that stand as places in several lists, as Parquet files read as such lists have them.
    """
    for place, column in enumerate(table.schema):
        kind, cells = str(column.type), table.column(place)
        if kind.startswith("run_end_encoded"):
            cells = import_module("pyarrow.compute").run_end_decode(cells)
            kind = str(cells.type)
        if kind.startswith("dictionary"):
            cells = cells.unify_dictionaries()
        if "string_view" in kind or kind == "null":
            cells = cells.cast("large_string")
        table = table.set_column(place, column.name, cells)
    return table
