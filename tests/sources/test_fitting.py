"""What fits a model without its validator is what the validator makes of it, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from fractions import Fraction
from typing import Annotated, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field as PydanticField
from pydantic import ValidationError

from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.method import MethodFile
from kesbang_iku.model.observation import Observation
from kesbang_iku.model.plan import Plan
from kesbang_iku.model.record import Record
from kesbang_iku.model.registers import FieldFile, UnitFile
from kesbang_iku.model.report import Report
from kesbang_iku.model.scalars import Whole
from kesbang_iku.model.scale import ScaleClass, ScaleFile
from kesbang_iku.sources.fitting import UnfitError, _of_model, fitted
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.shipped import read_shipped

_REPORT: Final = {
    "jenis": "laporan",
    "wilayah": "11",
    "tahun": "2024",
    "periode": "triwulan-1",
    "format_angka": "id",
    "item": [
        {"kode": "KBP-WAS-02", "variabel": {"konflik": "17"}, "target": "61,79", "bukti": "LKjIP"},
        {"kode": "KBP-POL-01", "target": {"nilai": None, "dokumen": "RPJMD"}, "capaian": None},
    ],
}
_PLAN: Final = {
    "wilayah": "62.71",
    "periode": {"mulai": "2025", "selesai": "2029"},
    "item": [
        {"nama": "Indeks", "target": {"2025": "80", "2026": None}, "lokal": {"tema": "sosial"}}
    ],
}
_OBSERVATION: Final = {
    "wilayah": "0", "tahun": "2024", "nilai": "-79.51", "satuan": "poin", "sumber": "BPS",
    "dilihat": "2026-01-01", "kedudukan": "resmi", "dipakai": True, "revisi": "2",
}  # fmt: skip


def _shipped() -> Iterator[tuple[type[Record], Any]]:
    """Yield what the catalog holds, with the model it is of."""
    files: dict[str, type[Record]] = {
        "bidang.yaml": FieldFile,
        "satuan.yaml": UnitFile,
        "capaian.yaml": MethodFile,
        "predikat.yaml": ScaleFile,
        "pemeriksaan.yaml": CheckingFile,
    }
    for name, model in files.items():
        yield from ((model, one.data) for one in read_shipped(catalog_root() / name)[0])
    folder = catalog_root() / "indikator"
    for file in sorted(folder.iterdir(), key=lambda one: one.name)[::9]:
        inside = [file] if file.is_file() else [*file.iterdir()][::9]
        for one in inside:
            yield from ((Indicator, document.data) for document in read_shipped(one)[0])


ENTRIES: Final[list[tuple[type[Record], Any]]] = [
    (Report, _REPORT),
    (Plan, _PLAN),
    (Observation, _OBSERVATION),
    *_shipped(),
]


def _fit(model: type[Record], data: object) -> Record | None:
    try:
        found: Record = _of_model(model)(data)
    except UnfitError:
        return None
    except ValueError:  # of a function that a field names
        return None
    return found


def _same(fit: Record, model: type[Record], data: object) -> bool:
    """Say whether the validator makes the same of data: values, types, what was given, order."""
    made = model.model_validate(data)
    return (
        fit == made
        and repr(fit.__dict__) == repr(made.__dict__)
        and _given(fit) == _given(made)
        and fit.model_dump(mode="json") == made.model_dump(mode="json")
    )


def _given(value: object) -> object:
    """Return which keys were given, for a model and all that it holds."""
    if isinstance(value, Record):
        held = {name: _given(one) for name, one in value.__dict__.items()}
        return (value.model_fields_set, held)
    if isinstance(value, Mapping):
        return {key: _given(one) for key, one in value.items()}
    return [_given(one) for one in value] if isinstance(value, tuple) else type(value)


@pytest.mark.parametrize(("model", "data"), ENTRIES)
def test_what_is_written_well_fits(model: type[Record], data: object) -> None:
    before = deepcopy(data)
    fit = _fit(model, data)
    assert fit is not None
    assert _same(fit, model, data)
    assert data == before


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.fractions(),
    st.sampled_from(
        ["", "11", "2024", "2024\n", "٢٠٢٤", "true", "ya", "resmi", "62.71", "1/3", "1/0", "\ud800",
         "KBP-POL-01\n", "triwulan-1", "https://a\x1f", "80,5", "é", " 7"]
    ),
    st.text(max_size=5),
)  # fmt: skip
_VALUES = (
    _SCALARS
    | st.lists(_SCALARS, max_size=3)
    | st.dictionaries(st.sampled_from(["nilai", "min", "maks", "2025", "kode"]), _SCALARS)
    | st.tuples(_SCALARS)
)


def _places(data: object, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _places(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _places(value, (*at, number))


@given(st.data())
def test_whatever_fits_is_what_the_validator_makes_of_it(data: st.DataObject) -> None:
    model, entry = data.draw(st.sampled_from(ENTRIES))
    changed = deepcopy(entry)
    for _ in range(data.draw(st.integers(1, 2))):
        place = data.draw(st.sampled_from([*_places(changed)][1:] or [()]))
        if not place:
            continue
        holder = changed
        for step in place[:-1]:
            holder = holder[step]
        if isinstance(holder, dict) and data.draw(st.booleans()):
            held = holder.pop(place[-1])
            if data.draw(st.booleans()):  # another key, a known one or not
                holder[data.draw(st.sampled_from(["catatan", "kode", "tiada", 7]))] = held
        else:
            holder[place[-1]] = data.draw(_VALUES)
    fit = _fit(model, changed)
    if fit is not None:
        assert _same(fit, model, changed)


class _Unsure(Record):
    angka: Whole | Fraction


class _Dividing(Record):
    angka: Annotated[int, PydanticField(multiple_of=2)]


@pytest.mark.parametrize("model", [_Unsure, _Dividing])
def test_what_fields_do_not_say_is_left_to_the_validator(model: type[Record]) -> None:
    assert fitted(model, {"angka": 2}) is None


def test_what_does_not_fit_is_left_to_the_validator() -> None:
    assert fitted(Report, {**_REPORT, "tahun": "dua ribu"}) is None
    assert fitted(Report, {**_REPORT, "tahun": "1800"}) is None
    assert fitted(Report, {**_REPORT, "asing": "1"}) is None
    assert fitted(ScaleClass, {"label": "A", "tercapai": []}) is None
    with pytest.raises(ValidationError):
        Report.model_validate({**_REPORT, "asing": "1"})
