"""Every standing is told to other programs, by a code that they are told the meaning of."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from kesbang_iku.findings.sentences import sdmx as said
from kesbang_iku.model.observation import StandingFile, StatusCodes
from kesbang_iku.model.vocabulary import Standing
from kesbang_iku.sources.data import load_data

FILE = load_data("kedudukan.yaml", StandingFile)


def test_every_standing_has_a_status_that_is_named_and_no_status_is_named_in_vain() -> None:
    assert set(FILE.sdmx.dipakai) == set(get_args(Standing))
    assert {*FILE.sdmx.dipakai.values(), FILE.sdmx.tidak_dipakai} == set(said.STATUSES)


def test_what_is_not_taken_is_told_apart_from_all_that_is() -> None:
    assert FILE.sdmx.tidak_dipakai not in FILE.sdmx.dipakai.values()


@pytest.mark.parametrize("left_out", get_args(Standing))
def test_a_standing_without_a_status_is_refused(left_out: Standing) -> None:
    rest = {name: code for name, code in FILE.sdmx.dipakai.items() if name != left_out}
    with pytest.raises(ValidationError):
        StatusCodes.model_validate({"dipakai": rest, "tidak_dipakai": "U"})
