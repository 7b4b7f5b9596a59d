"""Every kind of finding in one place: none forgotten, found by code and by prefix."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import kesbang_iku
from kesbang_iku.findings import FindingKind, Text
from kesbang_iku.validation.kinds import ALL_KINDS, kinds_of, near_codes, pattern_of


def kinds_in_the_package() -> dict[str, FindingKind]:
    names = [found.name for found in walk_packages(kesbang_iku.__path__, "kesbang_iku.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    values = [value for module in modules for value in vars(module).values()]
    # The kinds of judged rules stand in their classes, and in the list of the registry.
    values += [kind for module in modules for kind in vars(module).get("KINDS", ())]
    return {value.code: value for value in values if isinstance(value, FindingKind)}


def test_no_kind_of_any_module_is_forgotten() -> None:
    forgotten = kinds_in_the_package().keys() - {kind.code for kind in ALL_KINDS}
    assert not forgotten, "add the KINDS of their modules to validation/kinds.py"
    assert {kind.code: kind for kind in ALL_KINDS} == kinds_in_the_package()


def test_kinds_stand_once_and_in_the_order_of_their_codes() -> None:
    codes = [kind.code for kind in ALL_KINDS]
    assert codes == sorted(set(codes))


def test_a_code_is_the_prefix_of_itself_alone() -> None:
    assert [kind.code for kind in kinds_of("IKU405")] == ["IKU405"]


def test_a_prefix_names_all_codes_that_start_with_it() -> None:
    found = {kind.code for kind in kinds_of("IKU52")}
    assert found == {"IKU520", "IKU521", "IKU522"}
    assert kinds_of("IKU") == ALL_KINDS


def test_what_is_no_code_names_nothing() -> None:
    assert kinds_of("") == kinds_of("K405") == kinds_of("IKU4055") == kinds_of("iku405") == ()


def test_a_code_that_is_nearly_right_is_recognised() -> None:
    assert near_codes("IKU-405")[0] == "IKU405"
    assert near_codes("405")[0] == "IKU405"
    assert near_codes("warna") == ()


def test_fields_of_a_text_stay_as_their_names() -> None:
    text = Text("Kurung {{ di {baris_awal}.", "Bracket {{ in {baris_awal}.")
    assert pattern_of(text, "id") == "Kurung { di {baris_awal}."
