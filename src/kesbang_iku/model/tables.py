"""What definitions refer to by name: units, methods, category scales, fields, themes."""

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.model.method import Method
from kesbang_iku.model.record import Record
from kesbang_iku.model.registers import Theme, Unit, WorkField
from kesbang_iku.model.scale import Scale

_BROKEN_LINE: Final = regex(r"(?<=[a-z])-\s+(?=[a-z])")


@dataclass(frozen=True)
class Tables:
    """The shared tables of a catalog, each by name."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    methods: Mapping[str, Method] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    fields: Mapping[str, WorkField] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)

    @cached_property
    def unit_spellings(self) -> Mapping[str, Unit]:
        """Every known spelling of a unit, without what people vary: case, spaces, a last dot."""
        return {
            _plain(spelling): unit
            for unit in self.units.values()
            for spelling in (*unit.sinonim, unit.label or "", unit.simbol, unit.nama)
            if spelling
        }

    def unit_spelled(self, text: str) -> Unit | None:
        """Return the unit that somebody wrote as ``text``, or ``None`` if it is no known one."""
        return self.unit_spellings.get(_plain(text))

    @property
    def all(self) -> tuple[Mapping[str, Record], ...]:
        """The tables, in a fixed order."""
        return (self.units, self.methods, self.scales, self.fields, self.themes)

    def joined(self, other: "Tables") -> "Tables":
        """Return both tables in one; what ``self`` has already is kept."""
        return Tables(
            units={**other.units, **self.units},
            methods={**other.methods, **self.methods},
            scales={**other.scales, **self.scales},
            fields={**other.fields, **self.fields},
            themes={**other.themes, **self.themes},
        )


def _plain(spelling: str) -> str:
    """Return a spelling without what people and pages vary.

    That is case, spaces, a dot at the end, and a hyphen where a line was broken.
    """
    whole = _BROKEN_LINE.sub("", spelling.casefold())
    return "".join(whole.split()).rstrip(".")
