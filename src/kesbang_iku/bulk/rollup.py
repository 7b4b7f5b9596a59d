"""Rolling up whatever holds reports: files that were read, rows, or a dataframe."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import cast, overload

from kesbang_iku.bulk.frame import Frame, opened
from kesbang_iku.bulk.keys import Layout
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.rollup import Rolled, goals_named, rollup_reports
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.sources.reports import Reports


@misuse_told
def rollup_frame(
    df: Frame,
    katalog: Catalog | None = None,
    *,
    ke: str | None = None,
    waktu: str | None = None,
    layout: Layout | None = None,
    nama: bool = False,
) -> Frame:
    """Return what a table of reports gives for the regions above, or for the whole year.

    The numbers that regions report are added as the catalog says, and the formula is evaluated
    again, with the digits of ``rollup``. A region that misses a number counts as not reporting.

    Args:
        df: a table as ``compute_frame`` takes it.
        katalog: the standard; the package's own by default.
        ke: code or name of the region to roll up to (``"0"`` is Indonesia), or ``"provinsi"`` or
            ``"nasional"``. By default one level up; with ``waktu``, each region stays by itself.
        waktu: ``"tahunan"`` makes years of quarters, months and other periods first.
        layout: ``"long"`` or ``"wide"``, as ``compute_frame`` takes it.
        nama: whether names are told, too.

    Returns:
        The columns of ``compute_frame``, and ``melapor`` and ``seharusnya``: how many parts report,
        of how many. ``status`` is ``belum_lengkap`` while some do not; what cannot be added has no
        value, and ``sebaran_n``, ``sebaran_min`` to ``sebaran_maks`` tell how it is spread. A
        target of the region above gives the achievement, and its own number is held against the
        sum, as by ``rollup``; findings of no single result are not told. The table is small and
        computed at once; a lazy one is read lazily.

    Raises:
        MissingExtraError: narwhals is not installed (the extra ``bulk``).
        ImportError: a table of DuckDB or PySpark needs PyArrow, which is not installed.
        InexactEngineError: the library does not compute as IEEE 754 says.
        TypeError: ``df`` is no table of these kinds.
        ValueError: a column that is needed is not there, or ``ke``, ``waktu`` or ``layout`` is
            another word.
    """
    regions = load_regions()
    goals = goals_named(ke, waktu, regions)
    katalog = katalog if katalog is not None else load_catalog()
    frame, chosen = opened(df, layout, katalog)
    engine = frame.implementation
    if (engine.is_duckdb() or engine.is_pyspark()) and find_spec("pyarrow") is None:
        raise ImportError(said.NEEDS_ARROW.filled(mesin=str(engine)).en, name="pyarrow")
    from kesbang_iku.bulk.computation import FrameComputation  # noqa: PLC0415  # light: an extra
    from kesbang_iku.bulk.frame_rollup import FrameRollup  # noqa: PLC0415  # light: an extra
    from kesbang_iku.bulk.libraries.choice import library_of  # noqa: PLC0415  # light: an extra
    from kesbang_iku.bulk.plain_spelling import plainly_spelt  # noqa: PLC0415  # light: an extra

    table = FrameComputation(frame, katalog, regions, chosen, library_of(engine), names=False)
    plain = plainly_spelt(table)
    native, library = plain.to_native(), table.library
    rolling = FrameRollup(
        plain, native, katalog, regions, goals, waktu is not None, chosen, library, table.told, nama
    )
    return cast("Frame", rolling.rolled())


@overload
def rollup(
    reports: Reports | Sequence[Mapping[str, object]],
    katalog: Catalog | None = None,
    *,
    ke: str | None = None,
    waktu: str | None = None,
) -> Rolled: ...


@overload
def rollup(
    reports: Frame,
    katalog: Catalog | None = None,
    *,
    ke: str | None = None,
    waktu: str | None = None,
) -> Frame: ...


@misuse_told
def rollup(
    reports: object,
    katalog: Catalog | None = None,
    *,
    ke: str | None = None,
    waktu: str | None = None,
) -> object:
    """Return what reports give for the regions above, or for the whole year.

    The variables are added as the catalog says, and the formula is evaluated again. What cannot be
    added, as a survey index, has no value, and ``sebaran`` shows how it is spread.

    Args:
        reports: what ``read_reports`` returned, or rows as ``compute`` takes them; a table as
            ``compute_frame`` takes it is rolled up by ``rollup_frame``.
        katalog: the standard; the package's own by default.
        ke: code or name of the region to roll up to (``"0"`` is Indonesia), or ``"provinsi"`` or
            ``"nasional"``. By default one level up; with ``waktu``, each region stays by itself.
        waktu: ``"tahunan"`` makes years of quarters, months and other periods first.

    Returns:
        A result for each region, year, period and indicator that something was reported for.
        ``cakupan`` says how many parts report, of how many; while some do not, ``status`` is
        ``belum_lengkap`` and the value is of those that do. Findings say what was left out. Of a
        table the same kind of table.

    Raises:
        TypeError: ``reports`` is none of these.
        ValueError: ``ke`` or ``waktu`` is no word or region that is known.
        MissingExtraError: a table needs narwhals, which is not installed.
    """
    if isinstance(reports, Reports | Sequence):
        return rollup_reports(reports, katalog, ke=ke, waktu=waktu)
    return rollup_frame(reports, katalog, ke=ke, waktu=waktu)
