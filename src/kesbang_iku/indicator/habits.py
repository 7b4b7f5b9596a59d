"""The register of habits: how else than by the standard numbers are seen to be computed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kesbang_iku.sources.data import load_data

if TYPE_CHECKING:
    from kesbang_iku.model.habit import HabitFile


@cache
def load_habits() -> HabitFile:
    """Return the register, read when a print is first found that the standard does not give."""
    from kesbang_iku.model.habit import HabitFile  # noqa: PLC0415  # light: such prints alone

    return load_data("kebiasaan.yaml", HabitFile)


def habit_of_method(method: str, polarity: str) -> str | None:
    """Return the habit that takes a method where another one is due, ``None`` if none is known."""
    found = (
        habit.nama
        for habit in load_habits().kebiasaan
        if habit.metode == method and (not habit.polaritas or polarity in habit.polaritas)
    )
    return next(found, None)
