"""How the standing of a published number is told to other programs: ``kedudukan.yaml``."""

from collections.abc import Mapping
from typing import get_args

from kesbang_iku.model.observation import Observation
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.vocabulary import Standing


class StatusCodes(Record):
    """The status codes of a code list of others.

    Attributes:
        dipakai: the code of a number that the catalog takes, by its standing; every one has its.
        tidak_dipakai: the code of a number that it does not take.
    """

    dipakai: Mapping[Standing, str] = Field(min_length=len(get_args(Standing)))
    tidak_dipakai: str

    def of(self, value: Observation) -> str:
        """Return the code of a published number."""
        return self.dipakai[value.kedudukan] if value.dipakai else self.tidak_dipakai


class StandingFile(Record):
    """The file ``kedudukan.yaml``; the standing is that of what it chooses."""

    sdmx: StatusCodes
    kedudukan: Standing
