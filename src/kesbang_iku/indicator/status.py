"""What became of an item, and where its value comes from."""

from enum import StrEnum


class Status(StrEnum):
    """What became of an item."""

    COMPLETE = "lengkap"
    INCOMPLETE = "belum_lengkap"
    UNDEFINED = "tidak_terdefinisi"
    NOT_APPLICABLE = "tidak_berlaku"
    REJECTED = "ditolak"


class Origin(StrEnum):
    """Where a value comes from: computed here, released by its owner, or printed by the region."""

    COMPUTED = "dihitung"
    RELEASED = "rilis"
    PRINTED = "tercetak"
