"""Holding what a region printed against what the standard computes, and naming what differs.

A printed number is right when it is the computed one rounded to the digits printed. Otherwise the
finding says what seems to have happened: digits cut off, a cap nobody mentions, another method, the
realised value in the column of the achievement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku.computing.result import Achievement, Result
from kesbang_iku.diagnostics import Finding, FindingKind, Level, Place, Text
from kesbang_iku.formula import Exact, round_half_up

_REASON: Final = Text(
    "Angka tercetak yang tidak dapat dihitung ulang tidak dapat dipercaya.",
    "A printed number that cannot be recomputed cannot be trusted.",
)


def _differs(code: str, level: Level, title: Text, message: Text, hint: Text) -> FindingKind:
    return FindingKind(code, level, title, message, hint, _REASON)


_WRITE: Final = Text("Tulis {hitung}.", "Write {hitung}.")

VALUE_DIFFERS: Final = _differs(
    "IKU500",
    Level.GALAT,
    Text("Realisasi tidak sesuai hitungan", "Realised value disagrees"),
    Text(
        "Tercetak {cetak}, sedangkan variabelnya menghasilkan {hitung}.",
        "Printed {cetak}, but the variables give {hitung}.",
    ),
    _WRITE,
)
VALUE_CUT: Final = _differs(
    "IKU501",
    Level.PERINGATAN,
    Text("Realisasi terpotong", "Realised value cut off"),
    Text(
        "Tercetak {cetak}, sedangkan {eksak} dibulatkan menjadi {hitung}; tampaknya angkanya "
        "dipotong, bukan dibulatkan.",
        "Printed {cetak}, but {eksak} rounds to {hitung}; it seems to have been cut off, not rounded.",
    ),
    _WRITE,
)
VALUE_LAST_DIGIT: Final = _differs(
    "IKU502",
    Level.PERINGATAN,
    Text("Realisasi berbeda satu angka terakhir", "Realised value off by one in the last digit"),
    Text(
        "Tercetak {cetak}, sedangkan {eksak} dibulatkan menjadi {hitung}; tampaknya komponennya "
        "sudah dibulatkan sebelum dihitung.",
        "Printed {cetak}, but {eksak} rounds to {hitung}; its components seem to have been rounded first.",
    ),
    Text(
        "Hitung dari komponen yang belum dibulatkan, atau tulis {hitung}.",
        "Compute from components before rounding, or write {hitung}.",
    ),
)
ACHIEVEMENT_DIFFERS: Final = _differs(
    "IKU510",
    Level.GALAT,
    Text("Capaian tidak sesuai hitungan", "Achievement disagrees"),
    Text(
        "Tercetak {cetak}, sedangkan metode {metode} menghasilkan {hitung}.",
        "Printed {cetak}, but the method {metode} gives {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_CUT: Final = _differs(
    "IKU511",
    Level.PERINGATAN,
    Text("Capaian terpotong", "Achievement cut off"),
    Text(
        "Tercetak {cetak}, sedangkan hasilnya {hitung}; tampaknya angkanya dipotong, bukan dibulatkan.",
        "Printed {cetak}, but the result is {hitung}; it seems to have been cut off, not rounded.",
    ),
    _WRITE,
)
ACHIEVEMENT_IS_VALUE: Final = _differs(
    "IKU512",
    Level.GALAT,
    Text("Kolom capaian berisi realisasi", "Achievement filled with the realised value"),
    Text(
        "Capaian tercetak {cetak} sama dengan realisasinya; terhadap target {target} capaiannya {hitung}.",
        "The printed achievement {cetak} is the realised value; against the target {target} it is {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_OTHER_METHOD: Final = _differs(
    "IKU513",
    Level.GALAT,
    Text("Capaian dihitung dengan metode lain", "Achievement computed by another method"),
    Text(
        "Tercetak {cetak}: itu hasil metode {lain} ({rumus}); untuk indikator ini berlaku {metode}, "
        "hasilnya {hitung}.",
        "Printed {cetak}: that is the result of {lain} ({rumus}); this indicator takes {metode}, "
        "which gives {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_CAPPED: Final = _differs(
    "IKU514",
    Level.PERINGATAN,
    Text("Capaian tampaknya dibatasi", "Achievement seems to be capped"),
    Text(
        "Tercetak {cetak}, sedangkan hasilnya {hitung}; tampaknya dibatasi tanpa disebutkan.",
        "Printed {cetak}, but the result is {hitung}; it seems to be capped without saying so.",
    ),
    Text(
        "Tulis {hitung}, atau sebutkan batas dan dasarnya.",
        "Write {hitung}, or name the cap and its ground.",
    ),
)
ACHIEVEMENT_AS_RATIO: Final = _differs(
    "IKU515",
    Level.GALAT,
    Text("Capaian ditulis sebagai rasio", "Achievement written as a ratio"),
    Text(
        "Tercetak {cetak}, tampaknya belum dikalikan 100; hasilnya {hitung}.",
        "Printed {cetak}, apparently not multiplied by 100; the result is {hitung}.",
    ),
    _WRITE,
)
ACHIEVEMENT_WITHOUT_GROUND: Final = _differs(
    "IKU516",
    Level.GALAT,
    Text("Capaian tanpa dasar", "Achievement without a ground"),
    Text(
        "Tercetak {cetak}, padahal capaiannya tidak ada: {alasan}",
        "Printed {cetak}, but there is no achievement: {alasan_en}",
    ),
    Text("Kosongkan kolom capaian.", "Leave the column of the achievement empty."),
)
CATEGORY_DIFFERS: Final = _differs(
    "IKU520",
    Level.GALAT,
    Text("Predikat tidak sesuai", "Category disagrees"),
    Text(
        "Tercetak '{cetak}', sedangkan capaian {capaian} berpredikat '{hitung}'.",
        "Printed '{cetak}', but the achievement {capaian} is '{hitung}'.",
    ),
    Text("Tulis '{hitung}'.", "Write '{hitung}'."),
)

KINDS: Final = (
    VALUE_DIFFERS,
    VALUE_CUT,
    VALUE_LAST_DIGIT,
    ACHIEVEMENT_DIFFERS,
    ACHIEVEMENT_CUT,
    ACHIEVEMENT_IS_VALUE,
    ACHIEVEMENT_OTHER_METHOD,
    ACHIEVEMENT_CAPPED,
    ACHIEVEMENT_AS_RATIO,
    ACHIEVEMENT_WITHOUT_GROUND,
    CATEGORY_DIFFERS,
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a region printed it: its value, its decimals, and where it stands."""

    value: Fraction
    decimals: int
    text: str
    place: Place

    def is_rounding_of(self, exact: Exact) -> bool:
        """Say whether this is ``exact``, rounded half up to the decimals printed."""
        return Fraction(round_half_up(exact, self.decimals)) == self.value

    def is_cut_of(self, exact: Exact) -> bool:
        """Say whether this is ``exact`` with its further digits cut off."""
        # Twenty more digits than printed decide the cut of any number a report can hold.
        many = round_half_up(exact, self.decimals + 20)
        return Fraction(many.quantize(Decimal(1).scaleb(-self.decimals), ROUND_DOWN)) == self.value

    @property
    def last_digit(self) -> Fraction:
        """What one unit of the last printed digit is worth."""
        return Fraction(1, 10**self.decimals)


def check_value(printed: PrintedNumber, result: Result) -> Iterator[Finding]:
    """Yield what is wrong with a printed realised value."""
    exact, published = result.nilai_eksak, result.nilai
    if exact is None or published is None:
        return
    if printed.is_rounding_of(exact) or printed.is_rounding_of(Fraction(published)):
        return
    numbers = {
        "cetak": printed.text,
        "hitung": f"{published:f}",
        "eksak": f"{round_half_up(exact, result_decimals(published) + 2):f}",
    }
    rounded = Fraction(round_half_up(exact, printed.decimals))
    if printed.is_cut_of(exact):
        yield VALUE_CUT.at(printed.place, value=printed.text, **numbers)
    elif abs(printed.value - rounded) == printed.last_digit and printed.decimals > 0:
        yield VALUE_LAST_DIGIT.at(printed.place, value=printed.text, **numbers)
    else:
        yield VALUE_DIFFERS.at(printed.place, value=printed.text, **numbers)


def result_decimals(published: Decimal) -> int:
    """Return how many decimals a published value has."""
    exponent = published.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def check_achievement(
    printed: PrintedNumber, result: Result, others: Iterable[tuple[str, str, Achievement]]
) -> Iterator[Finding]:
    """Yield what is wrong with a printed achievement.

    Args:
        printed: the achievement as printed.
        result: what was computed.
        others: achievements by the catalog's other methods: name, formula, achievement.
    """
    achievement = result.achievement
    if achievement is None:
        return
    if achievement.exact is None or achievement.published is None:
        if achievement.goal.value is not None or achievement.goal.low is not None:
            alasan = achievement.reason or "-"
            yield ACHIEVEMENT_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.text, alasan=alasan, alasan_en=alasan
            )
        return
    right = (achievement.exact, Fraction(achievement.published), achievement.unlimited)
    if any(value is not None and printed.is_rounding_of(_exact(value)) for value in right):
        return
    yield _diagnosis(printed, result, achievement, others)


def _exact(value: Exact | Decimal) -> Exact:
    return Fraction(value) if isinstance(value, Decimal) else value


def _diagnosis(
    printed: PrintedNumber,
    result: Result,
    achievement: Achievement,
    others: Iterable[tuple[str, str, Achievement]],
) -> Finding:
    """Return the finding that names what seems to have happened to a printed achievement."""
    exact, published = achievement.exact, achievement.published
    assert exact is not None
    assert published is not None
    facts = {
        "cetak": printed.text,
        "hitung": f"{published:f}",
        "metode": achievement.method,
        "target": str(achievement.goal),
    }
    if printed.is_cut_of(exact):
        return ACHIEVEMENT_CUT.at(printed.place, value=printed.text, **facts)
    if result.nilai is not None and printed.is_rounding_of(Fraction(result.nilai)):
        return ACHIEVEMENT_IS_VALUE.at(printed.place, value=printed.text, **facts)
    for name, formula, other in others:
        if other.exact is not None and printed.is_rounding_of(other.exact):
            return ACHIEVEMENT_OTHER_METHOD.at(
                printed.place, value=printed.text, lain=name, rumus=formula, **facts
            )
    ratio = PrintedNumber(
        printed.value * 100, max(printed.decimals - 2, 0), printed.text, printed.place
    )
    if printed.decimals > 0 and ratio.is_rounding_of(exact):
        return ACHIEVEMENT_AS_RATIO.at(printed.place, value=printed.text, **facts)
    # A cap in use is a whole number from full achievement on; which one is the region's choice.
    if printed.value.denominator == 1 and Fraction(100) <= printed.value < Fraction(published):
        return ACHIEVEMENT_CAPPED.at(printed.place, value=printed.text, **facts)
    return ACHIEVEMENT_DIFFERS.at(printed.place, value=printed.text, **facts)


def check_category(printed: str, result: Result, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with a printed class of the achievement."""
    category = result.predikat
    if category is None or " ".join(printed.casefold().split()) == category.casefold():
        return
    yield CATEGORY_DIFFERS.at(
        place, value=printed, cetak=printed, hitung=category, capaian=f"{result.capaian:f}"
    )
