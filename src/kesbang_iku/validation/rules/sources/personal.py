"""Rules over a file as a whole: data about single people have no place in it (IKU620-622).

Nothing of what is found is said again: the findings name the place, and never the data.
"""

from typing import Final

from kesbang_iku.privacy.numbers import Kind
from kesbang_iku.sources.personal import PersonalData
from kesbang_iku.validation.rules.rule import Outcomes, Rules, at

rule: Final = Rules[PersonalData, PersonalData](lambda found: (found,), __name__)
"""The rules over files as they were handed in."""


@rule("IKU620")
def identity_number(found: PersonalData) -> Outcomes:
    """A number of an identity card."""
    yield from _once_each(found, "identitas")


@rule("IKU621")
def phone_number(found: PersonalData) -> Outcomes:
    """A number of a mobile phone."""
    yield from _once_each(found, "telepon")


def _once_each(found: PersonalData, wanted: Kind) -> Outcomes:
    for place in dict.fromkeys(place for kind, place, _ in found.numbers if kind == wanted):
        yield at(place)


@rule("IKU622")
def personal_columns(found: PersonalData) -> Outcomes:
    """A table of people."""
    seen: set[str] = set()
    for column in found.personal_columns:
        title = " ".join(column.title.casefold().split())
        if title not in seen:
            seen.add(title)
            yield at(column.place, kolom=title)
