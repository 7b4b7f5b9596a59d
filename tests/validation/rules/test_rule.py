"""Rules as functions: what they find, what they cannot tell, and what the runner adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kesbang_iku.findings import Place, Repair, Text
from kesbang_iku.findings.register import kind_of
from kesbang_iku.validation.rules.rule import (
    Hit,
    Inconclusive,
    Outcomes,
    Rules,
    at,
    inconclusive,
    required,
)


@dataclass(frozen=True)
class _Item:
    number: int
    berkas: str | None = "a.yaml"

    @property
    def common(self) -> Mapping[str, object]:
        return {"nama": f"butir {self.number}", "kode": "KBP-WAS-02"}

    def place(self, *pointer: str | int) -> Place:
        return Place(berkas=self.berkas, baris=self.number, penunjuk="/".join(map(str, pointer)))


_Context = list[_Item]
_NO_REASON = Text("tidak ada", "there is none")


def test_what_is_found_stands_at_a_part_of_what_was_looked_at() -> None:
    hit = at(_Item(7), "target", "2025", value=Fraction(5, 2), tahun=2025)
    assert hit.place == Place(berkas="a.yaml", baris=7, penunjuk="target/2025")
    assert hit.fields == {"nama": "butir 7", "kode": "KBP-WAS-02", "tahun": 2025}


def test_what_a_rule_says_itself_goes_before_what_all_say() -> None:
    assert at(_Item(1), nama="lain").fields["nama"] == "lain"


def test_a_finding_has_the_fields_of_its_sentences_and_a_number_as_programs_read_it() -> None:
    found = at(_Item(3), value=Fraction(5, 2), tahun=2025, target=Fraction(5, 2), rentang="0–1")
    finding = found.finding(kind_of("IKU355"))
    assert finding.nilai == "2.5"
    assert {name for name, _ in finding.arguments} == {"tahun", "nama", "target", "rentang"}
    assert "butir 3" in finding.pesan
    assert "2,5" in finding.pesan


def test_a_place_by_itself_and_a_place_elsewhere_are_places_too() -> None:
    assert at(Place(baris=3)).place == Place(baris=3)
    assert at(_Item(3), place=Place(baris=9)).place == Place(baris=9)


def test_a_repair_is_handed_on() -> None:
    found = at(_Item(3), repair=Repair("Persen"), satuan="prosen", standar="Persen")
    assert found.finding(kind_of("IKU383")).perbaikan == Repair("Persen")


def test_what_cannot_be_told_is_said_of_its_file() -> None:
    assert inconclusive(_Item(3), _NO_REASON) == Inconclusive(_NO_REASON, "a.yaml")


def test_a_rule_looks_at_each_item_at_each_in_its_context_or_at_the_whole() -> None:
    rule = Rules[_Context, _Item](
        lambda context: context, "kesbang_iku.validation.rules.sources.personal"
    )

    @rule("IKU355")
    def of_one(item: _Item) -> Outcomes:
        yield at(item, value=item.number)

    @rule.within("IKU356")
    def of_one_among(item: _Item, context: _Context) -> Outcomes:
        yield at(item, value=len(context))

    @rule.whole("IKU358")
    def of_all(context: _Context) -> Outcomes:
        yield at(context[0], value=sum(item.number for item in context))

    context = [_Item(2), _Item(5)]
    found = {
        one.code: [hit.value for hit in one.check(context) if isinstance(hit, Hit)]
        for one in rule.by_code
    }
    assert found == {"IKU355": [2, 5], "IKU356": [2, 2], "IKU358": [7]}
    assert [hit.value for hit in of_one(_Item(4)) if isinstance(hit, Hit)] == [4]
    assert len(list(of_one_among(_Item(4), context))) == len(list(of_all(context))) == 1


def test_an_item_that_lacks_what_a_rule_needs_is_not_judged_and_the_others_are() -> None:
    rule = Rules[_Context, _Item](
        lambda context: context, "kesbang_iku.validation.rules.sources.personal"
    )

    @rule("IKU355")
    def _(item: _Item) -> Outcomes:
        yield at(item, value=required(item.number or None, _NO_REASON))

    (one,) = rule.by_code
    hit, unjudged, last = one.check([_Item(1), _Item(0, "b.yaml"), _Item(2)])
    assert isinstance(hit, Hit)
    assert unjudged == Inconclusive(_NO_REASON, "b.yaml")
    assert isinstance(last, Hit)
    assert (hit.value, last.value) == (1, 2)
