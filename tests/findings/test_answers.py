"""Answers are built by their classes: keys in order, texts in one language, numbers as texts."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import SimpleNamespace

from kesbang_iku.findings import Edit, Finding, FindingKind, Level, Repair, Text
from kesbang_iku.findings.answers import FindingAnswer, RepairAnswer, build_answer

_TITLE, _MESSAGE, _HINT, _REASON = (Text(f"{word}-id", f"{word}-en") for word in "tmhr")
_KIND = FindingKind("IKU999", Level.GALAT, _TITLE, _MESSAGE, _HINT, _REASON)


class _Way(StrEnum):
    NAME = "nama"


def _repair(isi: object, suntingan: object = ()) -> dict[str, object]:
    return {**build_answer(RepairAnswer, SimpleNamespace(isi=isi), "en", suntingan=suntingan)}


def test_keys_stand_in_the_order_of_the_class() -> None:
    repair = Repair("a", suntingan=(Edit("x.yaml", 5, 7, 1, 6, "a"),))
    answer = Finding(_KIND).repairable(repair).as_dict("en")
    assert list(answer) == list(FindingAnswer.__annotations__)
    assert (answer["pesan"], answer["saran"]) == ("m-en", "h-en")
    edit = {"baris": 1, "kolom": 6, "kolom_akhir": 8, "teks": "a"}
    assert answer.get("perbaikan") == {"isi": "a", "suntingan": [edit]}


def test_a_key_that_need_not_be_there_is_left_out_without_a_value() -> None:
    for finding in (Finding(_KIND), Finding(_KIND).repairable(Repair("a"))):
        assert list(finding.as_dict()) == list(FindingAnswer.__annotations__)[:-1]


def test_values_are_plain() -> None:
    assert _repair(Text("satu", "one"))["isi"] == "one"
    assert _repair(Decimal("1E+2"))["isi"] == "100"
    assert _repair(Fraction(1, 3))["isi"] == "1/3"
    assert type(_repair(_Way.NAME)["isi"]) is str
    assert _repair(None) == {"isi": None, "suntingan": []}
    assert _repair({"a": (Decimal("0.10"), 1, True)})["isi"] == {"a": ["0.10", 1, True]}


def test_a_finding_is_told_without_pydantic() -> None:
    code = (
        "import sys; from kesbang_iku.findings import Edit;"
        "Edit('a', 0, 1, 1, 1, 'b').as_dict(); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
