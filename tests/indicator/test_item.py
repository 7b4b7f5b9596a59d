"""What becomes of an item: value, status, reason; and the numbers as regions write them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import kesbang_iku as iku
from kesbang_iku.model.vocabulary import NumberFormat
from tests.definitions import measured

Katalog = iku.Catalog
Status = iku.Status


def _codes(result: iku.Result) -> list[str]:
    return [found.kode for found in result.temuan]


def test_missing_is_not_zero(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute({"konflik": 20})
    assert result.status is Status.INCOMPLETE
    assert result.kurang == ("konflik_diselesaikan",)
    assert (result.nilai, result.nilai_eksak, result.asal) == (None, None, None)
    assert _codes(result) == ["IKU401"]


def test_zero_is_a_value(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute({"konflik": 20, "konflik_diselesaikan": 0})
    assert (result.status, str(result.nilai)) == (Status.COMPLETE, "0.00")


@pytest.mark.parametrize("sign", ["-", "---", "n/a", "Belum diisi", "", None, "–"])
def test_signs_of_absence_are_missing(katalog: Katalog, sign: str | None) -> None:
    result = katalog["KBP-WAS-02"].compute({"konflik": 20, "konflik_diselesaikan": sign})
    assert result.status is Status.INCOMPLETE
    assert result.nilai is None


def test_no_conflict_is_undefined_with_the_reason_of_the_catalog(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute({"konflik": 0, "konflik_diselesaikan": 0}, target=100)
    assert result.status is Status.UNDEFINED
    assert result.nilai is None
    assert result.capaian is None
    assert (result.alasan or "").startswith("Tidak ada konflik")
    assert result.as_dict()["alasan"] == result.alasan
    assert (result.as_dict("en")["alasan"] or "").startswith("No conflict")
    assert _codes(result) == ["IKU407"]
    assert result.temuan[0].tingkat is iku.Level.INFO
    assert "No conflict" in result.temuan[0].message("en")


def test_number_printed_for_an_undefined_value_is_found(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute(
        {"konflik": 0, "konflik_diselesaikan": 0},
        realisasi="100",
        target=100,
        capaian="100%",
        predikat="Sangat Tinggi",
    )
    assert _codes(result) == ["IKU407", "IKU503", "IKU516", "IKU521"]
    assert "No conflict" in result.temuan[1].message("en")


def test_numbers_that_break_a_rule_are_said_as_each_language_writes_them(katalog: Katalog) -> None:
    numbers = {"konflik": 1250, "konflik_diselesaikan": 1251}
    (found,) = (
        one for one in katalog["KBP-WAS-02"].compute(numbers).temuan if one.kode == "IKU405"
    )
    assert "konflik = 1.250" in found.hint("id")
    assert "konflik = 1,250" in found.hint("en")


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ({"konflik": 20, "konflik_diselesaikan": 21}, "IKU405"),
        ({"konflik": 20, "konflik_diselesaikan": -1}, "IKU402"),
        ({"konflik": 20, "konflik_diselesaikan": "1,5"}, "IKU404"),
        ({"konflik": 20, "konflik_diselesaikan": 1.5}, "IKU404"),
        ({"konflik": 20, "konflik_diselesaikan": "17", "konflk": 1}, "IKU400"),
        ({"konflik": 20, "konflik_diselesaikan": "3-5"}, "IKU406"),
        ({"konflik": 20, "konflik_diselesaikan": "≥ 5"}, "IKU406"),
        ({"konflik": 20, "konflik_diselesaikan": "banyak"}, "IKU406"),
        ({"konflik": 20, "konflik_diselesaikan": True}, "IKU067"),
        ({"konflik": 20, "konflik_diselesaikan": float("inf")}, "IKU068"),
        ({"konflik": 20, "konflik_diselesaikan": [5]}, "IKU069"),
        ({"konflik": 20, "konflik_diselesaikan": 10**1200}, "IKU0"),
    ],
)
def test_number_that_cannot_be_right_gives_no_value(
    katalog: Katalog, numbers: dict[str, object], code: str
) -> None:
    result = katalog["KBP-WAS-02"].compute(numbers)
    assert result.status is Status.REJECTED
    assert (result.nilai, result.nilai_eksak, result.kategori) == (None, None, None)
    assert any(found.startswith(code) for found in _codes(result))
    assert result.as_dict()["nilai"] is None


def test_value_above_the_scale_is_rejected(katalog: Katalog) -> None:
    parts = {"kebebasan_sipil": 100.01, "hak_politik": 100, "lembaga_demokrasi": 100}
    result = katalog.in_force(2018)["KBP-POL-01"].compute(parts)
    assert (result.status, _codes(result)) == (Status.REJECTED, ["IKU403"])


def test_misspelt_variable_offers_the_right_one(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute({"konflik": 1, "konflik_diselesaikn": 1})
    assert "'konflik_diselesaikan'" in result.temuan[0].saran


def test_broken_rule_says_its_numbers_in_both_languages(katalog: Katalog) -> None:
    (found,) = katalog["KBP-WAS-02"].compute({"konflik": 1, "konflik_diselesaikan": 2}).temuan
    assert "melebihi" in found.message("id")
    assert "exceed" in found.message("en")
    assert "konflik = 1" in found.hint("id")


# As written, format, and the value of the variable; None where it must not be guessed.
_WRITTEN: list[tuple[object, NumberFormat | None, str | None]] = [
    ("90,09", None, "90.09"),
    ("90.09", None, "90.09"),
    ("85.23", None, "85.23"),
    (" 85,23 ", None, "85.23"),
    ("85,23\u00a0%", None, "85.23"),
    ("1.234.567,89", None, "1234567.89"),
    ("12.463", None, None),
    ("12.463", "id", "12463"),
    ("12.463", "en", "12.463"),
    ("12,463", "id", "12.463"),
    ("12,463", "en", "12463"),
    (0.1, None, "0.1"),
    (Decimal("0.10"), None, "0.1"),
    (Fraction(1, 4), None, "0.25"),
    (7, None, "7"),
]


@pytest.mark.parametrize(("written", "form", "value"), _WRITTEN)
def test_number_is_read_as_written_or_not_at_all(
    katalog: Katalog, written: object, form: NumberFormat | None, value: str | None
) -> None:
    result = measured(katalog.tables).compute({"x": written}, format_angka=form)
    if value is None:
        assert result.status is Status.REJECTED
        assert _codes(result) == ["IKU050"]
    else:
        assert result.nilai_eksak == Fraction(value)


def test_money_is_read_as_people_write_it(katalog: Katalog) -> None:
    numbers = {"suara_sah": 1, "nilai_per_suara": 1}
    result = katalog["KBP-POL-04"].compute(numbers, target="Rp. 12.463.335.063,-")
    assert str(result.target) == "12463335063"


_BEHIND = [
    ("17", []),
    ("17 kasus", []),
    ("17 Kasus", []),
    ("17 konflik", []),  # a word of the variable's own label
    ("17 kejadian", ["IKU447"]),
    ("17%", ["IKU447"]),
    ("17 orang", ["IKU447"]),
    ("17 xyz", ["IKU446"]),
    ("1O", ["IKU064"]),  # the letter O
]


@pytest.mark.parametrize(("written", "codes"), _BEHIND)
def test_what_stands_behind_a_number_must_be_its_unit(
    katalog: Katalog, written: str, codes: list[str]
) -> None:
    numbers = {"konflik_diselesaikan": written, "konflik": 20}
    result = katalog["KBP-WAS-02"].compute(numbers)
    assert _codes(result) == codes
    assert (result.status is Status.REJECTED) == bool(codes)


@pytest.mark.parametrize(
    ("kode", "written", "codes"),
    [
        ("KBP-POL-12", "300 peserta", []),
        ("KBP-POL-13", "18 partai", []),
        ("KBP-POL-14", "20 kali", []),
        ("KBP-POL-12", "300 xyz", ["IKU446"]),
        ("KBP-POL-02", "80 pemilih", ["IKU446"]),
    ],
)
def test_what_a_name_says_that_is_counted_is_a_unit(
    katalog: Katalog, kode: str, written: str, codes: list[str]
) -> None:
    result = katalog[kode].compute({}, realisasi=written, target=written)
    found = [one.kode for one in result.temuan if one.kode.startswith("IKU44")]
    assert found == codes * 2


@pytest.mark.parametrize("given", ["a", [17, 20], []])
def test_numbers_without_names_are_refused(katalog: Katalog, given: object) -> None:
    kind = type(given).__name__
    with pytest.raises(TypeError, match=f"names of their variables.* not as {kind}"):
        katalog["KBP-WAS-02"].compute(given)  # type: ignore[arg-type]


def test_a_score_in_another_unit_of_scores_keeps_its_value_and_is_told(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-01"].compute({"nilai_rilis": "72,11 persen"})
    assert (str(result.nilai), _codes(result)) == ("72.11", ["IKU448"])


def test_a_target_in_another_unit_is_no_target(katalog: Katalog) -> None:
    numbers = {"konflik_diselesaikan": 17, "konflik": 20}
    result = katalog["KBP-WAS-02"].compute(numbers, target="90 orang")
    assert (result.capaian, _codes(result)) == (None, ["IKU447"])


def test_bounds_settle_what_the_notation_leaves_open(katalog: Katalog) -> None:
    parts = {"kebebasan_sipil": "90.091", "hak_politik": "50,462", "lembaga_demokrasi": "80,65"}
    result = katalog.in_force(2018)["KBP-POL-01"].compute(parts)
    assert result.masukan["kebebasan_sipil"] == Fraction("90.091")
    assert result.masukan["hak_politik"] == Fraction("50.462")


def test_counts_settle_what_the_notation_leaves_open(katalog: Katalog) -> None:
    numbers = {"konflik": "12.463", "konflik_diselesaikan": "12.001"}
    result = katalog["KBP-WAS-02"].compute(numbers)
    assert result.masukan == {"konflik": 12463, "konflik_diselesaikan": 12001}


def test_count_that_is_whole_either_way_is_not_guessed(katalog: Katalog) -> None:
    numbers = {"konflik": "121.000", "konflik_diselesaikan": "1"}
    assert katalog["KBP-WAS-02"].compute(numbers).status is Status.REJECTED
    configured = katalog["KBP-WAS-02"].compute(numbers, format_angka="id")
    assert configured.masukan["konflik"] == 121000


def test_printed_value_stands_where_there_are_no_variables(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute(realisasi="85,5", target=90, capaian="95")
    assert (result.asal, str(result.nilai), str(result.capaian)) == (
        iku.Origin.PRINTED,
        "85.5",
        "95.00",
    )
    assert result.temuan == ()


@pytest.mark.parametrize(
    ("printed", "code"), [("abc", "IKU406"), ("850", "IKU403"), ("1-2", "IKU406")]
)
def test_printed_value_that_cannot_stand_is_found_once(
    katalog: Katalog, printed: str, code: str
) -> None:
    result = katalog["KBP-WAS-02"].compute(realisasi=printed)
    assert (result.status, _codes(result), result.nilai) == (Status.REJECTED, [code], None)


@pytest.mark.parametrize(
    ("value", "target"), [("76,57¹", 80), ("abc", 80), (76, "bagus sekali"), (76, "7x")]
)
def test_an_achievement_is_not_blamed_for_what_cannot_be_read(
    katalog: Katalog, value: object, target: object
) -> None:
    result = katalog["KBP-WAS-02"].compute(realisasi=value, target=target, capaian="95,71")
    (found,) = result.temuan
    assert found.tingkat is iku.Level.GALAT
    assert found.kode != "IKU516"


@pytest.mark.parametrize(
    ("printed", "target", "reached"),
    [("BB", "B", True), ("bb", "BB", True), ("B", "BB", False), ("CC", "B", False)],
)
def test_a_class_is_enough_to_reach_a_class(
    katalog: Katalog, printed: str, target: str, reached: bool
) -> None:
    result = katalog["KBP-UMM-02"].compute(realisasi=printed, target=target)
    assert (result.nilai, result.status, result.kategori) == (
        None,
        Status.INCOMPLETE,
        printed.upper(),
    )
    assert (result.capaian, result.tercapai, _codes(result)) == (None, reached, [])


def test_the_lower_class_is_reached_where_lower_is_better(katalog: Katalog) -> None:
    index = katalog["KBP-WAS-12"]
    assert index.compute(realisasi="Aman", target="Cenderung Aman").tercapai is True
    assert index.compute(realisasi="Rawan", target="Cenderung Aman").tercapai is False


@pytest.mark.parametrize("value", ["B", "62,40"])
def test_full_achievement_of_a_class_that_is_missed_is_found(katalog: Katalog, value: str) -> None:
    score = katalog["KBP-UMM-02"]
    missed = score.compute(realisasi=value, target="BB", capaian="100%")
    (found,) = [one for one in missed.temuan if one.tingkat is iku.Level.GALAT]
    assert (found.kode, "target BB belum tercapai" in found.pesan) == ("IKU516", True)
    assert "IKU516" not in _codes(score.compute(realisasi=value, target="BB", capaian="90"))
    assert "IKU516" not in _codes(score.compute(realisasi=value, target="B", capaian="100"))


def test_no_percentage_comes_from_a_class_against_a_number(katalog: Katalog) -> None:
    result = katalog["KBP-UMM-02"].compute(realisasi="BB", target=75, capaian="100")
    assert (result.capaian, result.tercapai, _codes(result)) == (None, None, ["IKU516"])


def test_absent_printed_value_leaves_the_item_incomplete(katalog: Katalog) -> None:
    result = katalog["KBP-WAS-02"].compute(realisasi="n/a", target=90, capaian="n/a")
    assert (result.status, result.kurang) == (
        Status.INCOMPLETE,
        ("konflik_diselesaikan", "konflik"),
    )


def test_released_value_prevails_over_components(katalog: Katalog) -> None:
    index = katalog["KBP-POL-01"]
    parts: dict[str, object] = {"kebebasan": "70,00", "kesetaraan": "80,00", "kapasitas": "75,00"}
    computed = index.compute(parts)
    released = index.compute({**parts, "nilai_rilis": "75,01"})
    assert computed.asal is iku.Origin.COMPUTED
    assert released.asal is iku.Origin.RELEASED
    assert (str(computed.nilai), str(released.nilai)) == ("75.33", "75.01")
    assert _codes(released) == ["IKU408"]
    assert _codes(index.compute({**parts, "nilai_rilis": computed.nilai})) == []
    # 75,3331 from these parts as printed; parts that print so may give 75,3352 as well.
    near = {**parts, "kebebasan": "70,01", "nilai_rilis": "75,34"}
    assert _codes(index.compute(near)) == ["IKU523"]


def test_released_value_alone_is_enough(katalog: Katalog) -> None:
    result = katalog["KBP-POL-01"].compute({"nilai_rilis": "78,47"})
    assert (result.status, str(result.nilai), result.kurang) == (Status.COMPLETE, "78.47", ())


def test_indicator_without_a_formula_says_why(katalog: Katalog) -> None:
    index = katalog["KBP-WAS-05"]
    assert index.formula is None
    result = index.compute(dict.fromkeys(index.variables_by_name, 50))
    assert result.status is Status.UNDEFINED
    assert result.alasan == index.tanpa_rumus


def test_change_needs_the_previous_period(katalog: Katalog) -> None:
    change = measured(
        katalog.tables, rumus="x - sebelumnya(x)", rentang={"min": "-100", "maks": "100"}
    )
    assert change.compute({"x": 10}).status is Status.INCOMPLETE
    result = change.compute({"x": 10}, sebelumnya={"x": "12,5"})
    assert str(result.nilai) == "-2.50"
    assert result.sebelumnya == {"x": Fraction("12.5")}
    assert change.compute({"x": 10}, sebelumnya={"y": 1}).status is Status.REJECTED


def test_the_previous_period_can_break_a_rule_and_say_why_nothing_is_defined(
    katalog: Katalog,
) -> None:
    change = measured(
        katalog.tables,
        rumus="x / sebelumnya(x)",
        rentang={},
        aturan=[{"ekspresi": "x >= sebelumnya(x)", "pesan": "Turun."}],
        jika_tak_terdefinisi=[{"jika": "sebelumnya(x) = 0", "alasan": "Dahulu nol."}],
    )
    broken = change.compute({"x": 10}, sebelumnya={"x": 20})
    assert broken.status is Status.REJECTED
    assert "x = 10, sebelumnya(x) = 20" in broken.temuan[0].hint("en")
    assert change.compute({"x": 10}, sebelumnya={"x": 0}).alasan == "Dahulu nol."


def test_irrational_value_is_rounded_from_its_exact_form(katalog: Katalog) -> None:
    result = katalog["KBP-ESB-03"].compute({"dektari": "50", "dektara": "51"})
    assert str(result.nilai) == "50.50"
    assert not isinstance(result.nilai_eksak, Fraction)
    assert str(result.nilai_eksak) in str(result.as_dict()["nilai_eksak"])


def test_level_decides_the_category_scale(katalog: Katalog) -> None:
    index = katalog["KBP-POL-05"]
    name = next(iter(index.variables_by_name))
    province = index.compute({name: 60}, tingkat="provinsi")
    city = index.compute({name: 60}, tingkat="kota")
    unknown = index.compute({name: 60})
    assert (province.kategori, city.kategori, unknown.kategori) == ("sedang", "tinggi", None)


def test_names_and_classes_of_any_type_raise_nothing(katalog: Katalog) -> None:
    odd: dict[Any, object] = {5: 1, None: 2, ("a",): 3}
    result = katalog["KBP-WAS-02"].compute(odd, predikat=5, target=object())  # type: ignore[arg-type]  # what a careless program hands in
    assert result.status is Status.REJECTED
    assert result.as_dict()


def test_what_is_printed_beside_an_unreadable_number_is_judged_by_itself(katalog: Katalog) -> None:
    turnout = katalog["KBP-POL-02"]
    variables = {"pengguna_hak_pilih": "(85)", "dpt": 100, "dpk": 0}
    alone = turnout.compute(variables, target=90, capaian=80)
    assert "IKU516" not in {found.kode for found in alone.temuan}
    wrong = turnout.compute(variables, target=90, realisasi=80, capaian="94,44")
    right = turnout.compute(variables, target=90, realisasi=80, capaian="88,89")
    assert "IKU510" in {found.kode for found in wrong.temuan}
    assert {found.kode for found in right.temuan} == {found.kode for found in alone.temuan}
