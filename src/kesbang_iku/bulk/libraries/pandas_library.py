"""pandas, where each distinct text of a column is looked up once."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from math import nan
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.keys import ORDER
from kesbang_iku.bulk.libraries.library import Lazy, of_native
from kesbang_iku.bulk.libraries.mapped_keys import MappingLibrary

_TEXTS: Final = ("string", "empty")
"""What pandas calls objects of which none is anything but a text."""


class PandasLibrary(MappingLibrary):
    """Tables of pandas; what is missing among numbers of NumPy is not a number."""

    def __init__(self) -> None:
        """Import NumPy, which pandas stands on."""
        self.np: Any = import_module("numpy")

    def types(self, table: Lazy) -> dict[str, nw.dtypes.DType]:
        """Say of objects that they are texts where all of them are, not the first hundred alone."""
        native: Any = table.collect().to_native()
        infer = import_module("pandas").api.types.infer_dtype
        found = super().types(table)
        objects = [name for name in found if native[name].dtype == object]
        mixed = (one for one in objects if infer(native[one], skipna=True) not in _TEXTS)
        return found | dict.fromkeys(mixed, nw.Object())

    def numbered(self, table: Lazy, name: str, column: str, numbers: Mapping[str, int]) -> Lazy:
        """Return a table with a column more: the numbers that the texts of another stand for."""
        native: Any = table.collect().to_native()
        found = self._numbers(native[column], numbers)
        return of_native(native.assign(**{name: found})).lazy()

    def years(self, table: Lazy) -> Any:  # noqa: ANN401  # an array of NumPy
        """Return the years of a table."""
        return table.collect().to_native()["tahun"].to_numpy(dtype="float64", na_value=nan)

    def places(self, table: Lazy, name: str, known: Sequence[str]) -> Any:  # noqa: ANN401  # the same
        """Return where the texts of a column stand among those that are known."""
        numbers = {text: place for place, text in enumerate(known)}
        return self._numbers(table.collect().to_native()[name], numbers)

    def marks(self, table: Lazy, places: Any, size: int) -> tuple[int, int]:  # noqa: ANN401  # the same
        """Mark places in a map of bytes."""
        _ = table
        there = places[~self.np.isnan(places)].astype("int64")
        marked = self.np.zeros(size, dtype=bool)
        marked[there] = True
        return int(marked.sum()), len(there)

    def labelled_rows(self, results: nw.DataFrame[Any], table: nw.DataFrame[Any] | Lazy) -> object:
        """Return results under the labels of their rows, by which pandas puts columns together."""
        native: Any = results.to_native()
        labels = table.to_native().index.take(native[ORDER])
        return native.drop(columns=ORDER).set_axis(labels, axis="index")

    def _numbers(self, column: Any, numbers: Mapping[str, int]) -> Any:  # noqa: ANN401  # of pandas, of NumPy
        codes, texts = column.factorize()  # where nothing stands the code is that of the last
        known = [numbers.get(text, nan) for text in texts]
        return self.np.array([*known, nan], dtype="float64")[codes]
