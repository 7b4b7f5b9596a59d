"""What a value written in a data file may look like."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from pydantic import ValidationError

from kesbang_iku.model.record import Record
from kesbang_iku.model.scalars import Cell, Exact, PhraseChoices, TextList, Whole


class _Model(Record):
    eksak: Exact = Fraction(0)
    bulat: Whole = 0
    sel: Cell = None
    daftar: TextList = ()
    frasa: PhraseChoices = ()


def _read(**values: object) -> _Model:
    return _Model.model_validate(values)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0.327", Fraction(327, 1000)),
        ("-5", Fraction(-5)),
        ("7126841/100000", Fraction(7126841, 100000)),
        (3, Fraction(3)),
        (0.1, Fraction(1, 10)),
        (Decimal("0.10"), Fraction(1, 10)),
        (Fraction(1, 3), Fraction(1, 3)),
    ],
)
def test_exact_number_is_exact(written: object, value: Fraction) -> None:
    model = _read(eksak=written)
    assert model.eksak == value
    again = _Model.model_validate(model.model_dump(mode="json"))
    assert again.eksak == value


@pytest.mark.parametrize(
    "written",
    ["", "0,5", "1e5", ".5", "5.", "1/0", "1/02", "+5", " 5", "\u0665", "1" * 41, True, None, []],
)
def test_what_is_no_exact_number_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        _read(eksak=written)


@pytest.mark.parametrize("written", [float("inf"), float("nan")])
def test_infinity_is_no_exact_number(written: float) -> None:
    with pytest.raises(ValidationError):
        _read(eksak=written)


@pytest.mark.parametrize("written", ["2.0", "", "1" * 19, "\u0665", True, 2.5, None])
def test_what_is_no_whole_number_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        _read(bulat=written)


@pytest.mark.parametrize("written", [True, [1], {"a": 1}])
def test_cell_is_one_number_or_one_text(written: object) -> None:
    with pytest.raises(ValidationError):
        _read(sel=written)


def test_single_text_is_a_list_of_one() -> None:
    assert _read(daftar="a").daftar == ("a",)
    assert _read(daftar=["a", "b"]).daftar == ("a", "b")


def test_record_is_closed_and_frozen() -> None:
    with pytest.raises(ValidationError):
        _read(lain=1)
    model = _read()
    with pytest.raises(ValidationError):
        model.bulat = 1  # type: ignore[misc]  # what must fail


@pytest.mark.parametrize(
    ("written", "phrases"),
    [
        ("ormas", ("ormas",)),
        (["(a|b) c", "d"], ("a c", "b c", "d")),
        (["tidak (naik|pecah)(| menjadi)"], ("tidak naik", "tidak naik menjadi", "tidak pecah",
                                              "tidak pecah menjadi")),
        (["(|aksi )massa"], ("massa", "aksi massa")),
    ],
)  # fmt: skip
def test_choices_in_a_phrase_stand_for_every_phrase(
    written: object, phrases: tuple[str, ...]
) -> None:
    assert _read(frasa=written).frasa == phrases
