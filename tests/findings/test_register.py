"""The register of kinds: by code, by name, by prefix, and by what is nearly a code."""

from __future__ import annotations

import pytest

from kesbang_iku.findings import Level, Text, kinds
from kesbang_iku.findings.register import (
    all_kinds,
    fields_of,
    kind_of,
    kinds_of,
    near_codes,
    pattern_of,
)


def test_kinds_stand_once_and_in_the_order_of_their_codes() -> None:
    codes = [kind.code for kind in all_kinds()]
    assert codes == sorted(set(codes))


def test_a_kind_is_one_and_the_same_by_name_and_by_code() -> None:
    assert kinds.FILE_MISSING is kind_of("IKU001")
    assert kinds.FILE_MISSING.code == "IKU001"
    assert kinds.FILE_MISSING.level is Level.GALAT


def test_what_no_kind_is_called_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="NO_SUCH_KIND"):
        kinds.NO_SUCH_KIND  # type: ignore[attr-defined]  # noqa: B018  # asked for on purpose
    with pytest.raises(KeyError):
        kind_of("IKU999")


def test_a_kind_that_will_be_an_error_says_from_when_on() -> None:
    kind = kind_of("IKU355")
    assert kind.level is Level.PERINGATAN
    assert kind.announced is Level.GALAT
    assert kind.message.id.endswith(" Mulai versi 1.0 ini galat.")
    assert kind.message.en.endswith(" From version 1.0 on this is an error.")


def test_a_code_is_the_prefix_of_itself_alone() -> None:
    assert [kind.code for kind in kinds_of("IKU405")] == ["IKU405"]


def test_a_prefix_names_all_codes_that_start_with_it() -> None:
    found = {kind.code for kind in kinds_of("IKU53")}
    assert found == {"IKU530", "IKU531"}
    assert kinds_of("IKU") == all_kinds()


def test_what_is_no_code_names_nothing() -> None:
    assert kinds_of("") == kinds_of("K405") == kinds_of("IKU4055") == kinds_of("iku405") == ()


def test_a_code_that_is_nearly_right_is_recognised() -> None:
    assert near_codes("IKU-405")[0] == "IKU405"
    assert near_codes("405")[0] == "IKU405"
    assert near_codes("warna") == ()


def test_fields_of_a_text_stay_as_their_names() -> None:
    text = Text("Kurung {{ di {baris_awal}.", "Bracket {{ in {baris_awal}.")
    assert pattern_of(text, "id") == "Kurung { di {baris_awal}."


def test_the_value_found_is_a_field_of_the_sentences() -> None:
    named = [kind for kind in all_kinds() if kind.seen is not None]
    assert len(named) > 50
    assert [kind.code for kind in named if kind.seen not in fields_of(kind)] == []
