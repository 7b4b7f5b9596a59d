"""A result read back from its JSON object, with nothing lost that stood in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, TypeVar

from kesbang_iku._regex import regex
from kesbang_iku.findings import Finding, Place, Repair, Text, sentences
from kesbang_iku.findings.place import Edit
from kesbang_iku.findings.register import kind_of
from kesbang_iku.formula import Root, evaluate
from kesbang_iku.formula.limits import MAXIMUM_DIGITS
from kesbang_iku.indicator.achievement import Achievement
from kesbang_iku.indicator.answers import ResultAnswer
from kesbang_iku.indicator.distribution import Coverage, Distribution
from kesbang_iku.indicator.goal import goal_written
from kesbang_iku.indicator.need import Need
from kesbang_iku.indicator.status import Origin, Status

T = TypeVar("T")
_LONG: Final = regex(rf"[0-9]{{{MAXIMUM_DIGITS + 1},}}")


def fields_of_result(answer: ResultAnswer | Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a result from what ``Result.as_dict`` gave.

    Texts are in the language of the answer, in both languages of the result.

    Raises:
        ValueError: it is no result.
    """
    told: Mapping[str, Any] = answer
    try:
        return {
            **{
                key: told[key] for key in ("kode", "versi", "satuan", "wilayah", "tingkat", "tahun")
            },
            **{key: told[key] for key in ("periode", "kategori", "berkas", "baris")},
            "status": Status(told["status"]),
            "asal": _made(Origin, told["asal"]),
            "nilai": _made(Decimal, told["nilai"]),
            "nilai_eksak": _made(_exact, told["nilai_eksak"]),
            "achievement": _achievement(told),
            "kurang": tuple(told["kurang"]),
            "why": _made(Text.same, told["alasan"]),
            "masukan": _numbers(told["masukan"]),
            "sebelumnya": _numbers(told["sebelumnya"]),
            "temuan": tuple(map(_finding, told["temuan"])),
            "cakupan": _made(_coverage, told.get("cakupan")),
            "sebaran": _made(_distribution, told.get("sebaran")),
            "_sidik": told["sidik"],
            "_need": _made(_need, told.get("diperlukan")),
            "nama": _made(Text.same, told["nama"]),
            "nama_wilayah": told["nama_wilayah"],
        }
    except (AttributeError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise ValueError(sentences.indicator.NOT_A_RESULT.filled(sebab=str(error)).en) from error


def _made(make: Callable[[Any], T], told: object) -> T | None:
    return None if told is None else make(told)


def _coverage(told: Mapping[str, Any]) -> Coverage:
    return Coverage(told["melapor"], told["seharusnya"], tuple(told["kurang"]))


def _distribution(told: Mapping[str, Any]) -> Distribution:
    numbers = {name: Decimal(told[name]) for name in told if name != "n"}
    return Distribution(told["n"], **numbers)


def _need(told: Mapping[str, Any]) -> Need:
    whole = _made(Fraction, told["dari"])
    now, then = int(told["kini"]), int(told["menjadi"])
    return Need(told["variabel"], told["label"], now, then, whole, Decimal(told["nilai"]))


def _achievement(told: Mapping[str, Any]) -> Achievement | None:
    if told["target"] is None:
        return None
    return Achievement(
        goal_written(told["target"], told["dokumen_target"]),
        told["metode_capaian"],
        exact=_made(_exact, told["capaian_eksak"]),
        published=_made(Decimal, told["capaian"]),
        unlimited=_made(Decimal, told["capaian_tanpa_batas"]),
        reached=told["tercapai"],
        why=_made(Text.same, told["alasan_capaian"]),
        category=told["predikat"],
    )


def _finding(told: Mapping[str, Any]) -> Finding:
    kind = replace(
        kind_of(told["kode"]), message=_literal(told["pesan"]), hint=_literal(told["saran"])
    )
    place = Place(
        berkas=told["berkas"],
        baris=told["baris"],
        kolom=told["kolom"],
        sel=told["sel"],
        penunjuk=told["penunjuk"],
    )
    found = Finding(kind, place, told["nilai"])
    repair = told.get("perbaikan")
    return found if repair is None else found.repairable(_repair(repair, told["berkas"] or ""))


def _repair(told: Mapping[str, Any], file: str) -> Repair:
    """Return a repair; where its edits stand in the text as a whole is not told in JSON."""
    edits = tuple(
        Edit(file, 0, one["kolom_akhir"] - one["kolom"], one["baris"], one["kolom"], one["teks"])
        for one in told["suntingan"]
    )
    return Repair(told["isi"], suntingan=edits)


def _literal(text: str) -> Text:
    """Return a text in which braces are no fields."""
    return Text.same(text.replace("{", "{{").replace("}", "}}"))


def _exact(told: str) -> Fraction | Root:
    try:
        return Fraction(told)
    except ValueError:
        # A formula that somebody writes has no such long numbers; what was computed may.
        long = {f"n{digits}": Fraction(digits) for digits in _LONG.findall(told)}
        value = evaluate(_LONG.sub(lambda found: f"n{found[0]}", told), long)
        if isinstance(value, Root):
            return value
        raise


def _numbers(told: Mapping[str, str]) -> dict[str, int | Fraction]:
    exact = {name: Fraction(number) for name, number in told.items()}
    return {name: one.numerator if one.denominator == 1 else one for name, one in exact.items()}
