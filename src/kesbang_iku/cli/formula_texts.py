"""What ``formula`` says about a formula as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.alignment.wording.reader import WordingStatus
from kesbang_iku.findings import Text

STATUS: Final = Text("Pembacaan", "Reading")
VARIABLES: Final = Text("Variabel", "Variable")
STATUSES: Final[Mapping[WordingStatus, Text]] = {
    WordingStatus.READ: Text("terbaca", "read"),
    WordingStatus.DOUBTFUL: Text(
        "ragu, periksa sebelum dipakai", "in doubt, check before using it"
    ),
    WordingStatus.NOT_COMPUTABLE: Text("tidak terhitung", "not computable"),
}
