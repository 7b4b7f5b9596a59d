"""What people decided of names, which goes before any likeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kesbang_iku.alignment.answers import DecisionAnswer
from kesbang_iku.alignment.mappings import NameMapping, in_order, merged, name_key
from kesbang_iku.alignment.slots import Nearest
from kesbang_iku.findings import Finding, Language, Place, Text, build_answer, kinds
from kesbang_iku.findings.sentences import alignment as said

if TYPE_CHECKING:
    from kesbang_iku.alignment.matcher import Match
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.indicator.indicator import Indicator
    from kesbang_iku.sources.plans import LoadedPlanItem


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what a name means, when, why, and in which line of which file."""

    oleh: str | None
    tanggal: str | None
    catatan: str | None
    place: Place

    @classmethod
    def of(cls, row: NameMapping) -> Decision:
        """Return the decision that a row tells."""
        return cls(row.oleh, row.tanggal, row.cells.get("comment"), row.place)

    @property
    def reason(self) -> Text:
        """Why it was decided so; where nobody says, who did and when."""
        if self.catatan is not None:
            return Text.same(self.catatan)
        return said.DECIDED.filled(oleh=self.oleh or "?", tanggal=self.tanggal or "?")

    def as_dict(self, bahasa: Language = "id") -> DecisionAnswer:
        """Return it as a JSON object."""
        place = self.place
        return build_answer(DecisionAnswer, self, bahasa, berkas=place.berkas, baris=place.baris)


class Decisions:
    """What people decided of names, and what they refused; contradictions decide nothing."""

    def __init__(self, rows: Iterable[NameMapping] = ()) -> None:
        self._by_name: Final[dict[tuple[str, str], list[NameMapping]]] = {}
        for row in merged(rows):
            if row.keputusan and row.is_name:
                self._by_name.setdefault(row.key, []).append(row)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def of(self, name: str, wilayah: str | None, tahun: int | None = None) -> NameMapping | None:
        """Return what was decided of a name: in its region, else for all; the year it was for.

        Of several years the last one up to ``tahun`` counts, else the first one.
        """
        for region in dict.fromkeys((wilayah or "", "")):
            rows = [one for one in self._about(name, region) if not one.bukan]
            years = sorted({one.tahun or 0 for one in rows})
            if years:
                before = [year for year in years if tahun is None or year <= tahun]
                year = before[-1] if before else years[0]
                rows = [one for one in rows if (one.tahun or 0) == year]
                return None if contradiction(rows) else min(rows, key=_rank)
        return None

    def code(self, name: str, wilayah: str | None, tahun: int | None) -> str | None:
        """Return the code that was decided for a name, empty where it has none; else ``None``."""
        row = self.of(name, wilayah, tahun)
        same = row is not None and row.hubungan == "sama"
        return None if row is None else (row.objek or "") if same else ""

    def refused(self, name: str, wilayah: str | None) -> frozenset[str]:
        """Return the codes that somebody decided a name does not mean."""
        rows = (row for one in {wilayah or "", ""} for row in self._about(name, one))
        return frozenset(row.objek for row in rows if row.bukan and row.objek is not None)

    def but_refused(self, match: Match, name: str, wilayah: str | None) -> Match:
        """Return a match without what somebody decided that the name does not mean."""
        given = match.chosen is not None and match.chosen.way == "kode"
        refused = self.refused(name, wilayah)
        if given or not refused:
            return match
        left = tuple(one for one in match.candidates if one.indicator.kode not in refused)
        chosen = match.chosen if match.chosen in left else None
        near = match.nearest
        if near is not None and near.indicator.kode in refused:
            near = None
        return replace(match, chosen=chosen, candidates=left, parts=(), nearest=near)

    def _about(self, name: str, region: str) -> list[NameMapping]:
        return self._by_name.get((region, name_key(name)), [])


def _rank(row: NameMapping) -> tuple[bool, Decimal, tuple[str, ...]]:
    """Return what puts the nearest first: the same, then the surest."""
    return row.hubungan != "sama", -(row.keyakinan or Decimal(0)), in_order(row)


def contradiction(rows: Iterable[NameMapping]) -> tuple[NameMapping, NameMapping] | None:
    """Return two decisions on one name that cannot both be right, if there are such."""
    found = list(rows)
    for number, one in enumerate(found):
        for other in found[:number]:
            if _against(one, other):
                return other, one
    return None


def _against(one: NameMapping, other: NameMapping) -> bool:
    if one.bukan and other.bukan:
        return False
    if one.objek == other.objek:
        return one.hubungan != other.hubungan or one.bukan != other.bukan
    if one.bukan or other.bukan:
        return False
    if one.objek is None or other.objek is None:
        return True
    systems = {found.objek.partition(":")[0] if ":" in found.objek else "" for found in (one, other)
               if found.objek}  # fmt: skip
    return one.hubungan == other.hubungan == "sama" and len(systems) == 1


def nearest(row: NameMapping, found: Indicator | None) -> Nearest | None:
    """Return the entry that a decision calls near; ``found`` is what the catalog has for it."""
    if found is None or row.hubungan is None or row.hubungan == "sama":
        return None
    return Nearest(found, row.hubungan, Decision.of(row).reason, 1.0)


def overruled(
    loaded: LoadedPlanItem, meant: Indicator, row: NameMapping, katalog: Catalog
) -> Iterator[Finding]:
    """Yield that a plan gives another code than was decided for its name."""
    found = None if row.objek is None else katalog.get(row.objek)
    if row.hubungan != "sama" or found is None or found.kode != meant.kode:
        yield kinds.MAPPING_OVERRULED.at(
            loaded.locate(("kode",)),
            value=loaded.item.kode,
            kode=meant.kode,
            lain=row.told,
            tempat=where(row),
        )


def where(row: NameMapping) -> str:
    """Return where a row stands, as findings about another one say it."""
    return f"{row.place.berkas}:{row.place.baris}"
