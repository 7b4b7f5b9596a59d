"""A library that is not installed is asked for in words that can be acted upon."""

from __future__ import annotations

import pickle

import pytest

from kesbang_iku.extras import MissingExtraError, require_extra


def test_a_library_that_is_there_is_not_asked_for() -> None:
    require_extra("json", "ranking")


def test_a_missing_library_is_named_with_the_command_that_brings_it() -> None:
    with pytest.raises(MissingExtraError) as caught:
        require_extra("library_that_does_not_exist", "ranking")
    error = caught.value
    assert (error.library, error.extra) == ("library_that_does_not_exist", "ranking")
    command = "pip install 'kesbang-iku[ranking]'"
    assert str(error) == (
        f"Fungsi ini memerlukan library_that_does_not_exist. Pasang dengan: {command}"
    )
    assert error.render("en") == (
        f"This function needs library_that_does_not_exist. Install it with: {command}"
    )
    assert isinstance(error, ImportError)
    travelled = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (str(travelled), travelled.library) == (str(error), error.library)
    assert error.name == "library_that_does_not_exist"
