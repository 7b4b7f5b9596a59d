"""What changed between two states of the standard, and whether series stay comparable."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.answers import DifferenceAnswer, IndicatorChangeAnswer, KeyChangeAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text, build_answer, decimal_text, sentences
from kesbang_iku.findings.closed_words import closed_word
from kesbang_iku.findings.markdown import literal
from kesbang_iku.model.definition import Definition

# What does not change a definition: how often it was edited, and what was computed with it.
_NOT_COMPARED: Final = frozenset(
    {
        *("kode", "versi", "riwayat", "contoh", "keterbandingan", "hubungan"),
        *("deret", "nilai_terbit", "edisi", "penanggung_jawab"),
    }
)
_LONGEST: Final = 300
_ENGLISH: Final = "_en"
# How exact numbers travel in plain data.
_QUOTIENT: Final = re.compile(r"-?\d+/\d+")


class ChangeKind(StrEnum):
    """What happened to an indicator."""

    ADDED = "ditambah"
    REMOVED = "dihapus"
    REPLACED = "diganti"
    EDITED = "diubah"


@dataclass(frozen=True, slots=True)
class KeyChange:
    """One key of a definition, before and after, as plain data; ``None`` where not given."""

    kunci: str
    lama: object
    baru: object

    def as_dict(self, bahasa: Language = "id") -> KeyChangeAnswer:
        """Return the key as a JSON object, which is the same in each language."""
        return build_answer(KeyChangeAnswer, self, bahasa)


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """What changed of one indicator.

    Attributes:
        kode: its code.
        nama: its name after the change, or before if it is gone.
        nama_en: the same in English, if it has one.
        kind: what happened.
        versi_lama, versi_baru: the versions.
        sebanding: whether values before and after may be compared; ``None`` if nothing is said.
        alasan: why, as the standard says it.
        kunci: the keys that changed.
    """

    kode: str
    nama: str
    kind: ChangeKind
    versi_lama: str | None
    versi_baru: str | None
    sebanding: bool | None = None
    alasan: str | None = None
    kunci: tuple[KeyChange, ...] = ()
    nama_en: str | None = None

    def as_dict(self, bahasa: Language = "id") -> IndicatorChangeAnswer:
        """Return the change as a JSON object, which is the same in each language."""
        return build_answer(IndicatorChangeAnswer, self, bahasa, jenis=self.kind)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one state of the standard to another, by code."""

    dari: str
    ke: str
    perubahan: tuple[IndicatorChange, ...]

    def as_dict(self) -> DifferenceAnswer:
        """Return the comparison as a JSON object."""
        return build_answer(DifferenceAnswer, self)

    def as_text(self, bahasa: Language = "id") -> str:
        """Return the comparison as plain text."""
        return "\n".join(self._lines(bahasa, "", "  ", str))

    def as_markdown(self, bahasa: Language = "id") -> str:
        """Return the comparison as Markdown."""
        return "\n".join(self._lines(bahasa, "## ", "- ", literal)) + "\n"

    def _lines(
        self, bahasa: Language, heading: str, bullet: str, shown: Callable[[str], str]
    ) -> list[str]:
        title = sentences.catalog.CHANGES.filled(dari=self.dari, ke=self.ke)
        lines = [heading.replace("##", "#") + shown(title.plain(bahasa)), ""]
        if not self.perubahan:
            return [*lines, sentences.catalog.NO_CHANGES.plain(bahasa)]
        for change in self.perubahan:
            versions = " → ".join(v for v in (change.versi_lama, change.versi_baru) if v)
            kind = sentences.catalog.KIND[change.kind].plain(bahasa)
            name = Text.translated(change.nama, change.nama_en).plain(bahasa)
            lines.append(heading + shown(f"{change.kode} {name}: {kind} ({versions})"))
            lines += [bullet + shown(line) for line in _details(change, bahasa)]
            lines.append("")
        return lines[:-1]


def _details(change: IndicatorChange, bahasa: Language) -> list[str]:
    lines = []
    if change.sebanding is not None:
        word = (
            sentences.catalog.COMPARABLE if change.sebanding else sentences.catalog.NOT_COMPARABLE
        )
        lines.append(word.plain(bahasa) + (f": {change.alasan}" if change.alasan else ""))
    elif change.kind is ChangeKind.REPLACED:
        unknown = sentences.catalog.NOTHING_IS_SAID_ON_COMPARABILITY
        lines.append(unknown.plain(bahasa))
    changed = [
        f"{_key(key.kunci, bahasa)}: {_short(key.lama, bahasa)} → {_short(key.baru, bahasa)}"
        for key in change.kunci
    ]
    return lines + changed


def _key(name: str, bahasa: Language) -> str:
    """Return a key of a definition as it is called in a language; others are names of data."""
    known = sentences.catalog.KEYS
    return known[name].plain(bahasa) if name in known else name


def _short(value: object, bahasa: Language) -> str:
    text = _readable(value, bahasa)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _readable(value: object, bahasa: Language) -> str:
    """Return plain data as people read it; of a list of records only what each is called."""
    if value is None:
        return "–"
    if isinstance(value, Mapping):
        called = value.get("nama", value.get("dokumen"))
        if called is not None:
            return str(called)
        parts = _in_one_language(value, bahasa).items()
        return ", ".join(f"{_key(key, bahasa)}: {_readable(part, bahasa)}" for key, part in parts)
    if isinstance(value, list):
        return "; ".join(_readable(part, bahasa) for part in value)
    if isinstance(value, bool):
        return (sentences.formula.TRUE if value else sentences.formula.FALSE).plain(bahasa)
    if not isinstance(value, str):
        return str(value)
    if _QUOTIENT.fullmatch(value):
        return decimal_text(Fraction(value)) or value
    known = closed_word(value) if bahasa == "en" else None
    return value if known is None else known.plain(bahasa)


def _in_one_language(record: Mapping[str, object], bahasa: Language) -> dict[str, object]:
    """Return a record whose texts stand in one language where it has them in both."""
    twins = {key.removesuffix(_ENGLISH) for key in record if key.endswith(_ENGLISH)}
    return {
        key: record[f"{key}{_ENGLISH}"] if bahasa == "en" and key in twins else part
        for key, part in record.items()
        if not (key.endswith(_ENGLISH) and key.removesuffix(_ENGLISH) in record)
    }


def compare_years(catalog: Catalog, before: int, after: int) -> Comparison:
    """Return what changed between what applied in two years."""
    return compare(
        catalog.in_force(before), catalog.in_force(after), dari=str(before), ke=str(after)
    )


def compare(before: Catalog, after: Catalog, *, dari: str, ke: str) -> Comparison:
    """Return what changed between two catalogs; ``dari`` and ``ke`` are what to call them."""
    old = {found.kode: found for found in before}
    new = {found.kode: found for found in after}
    changes = []
    for kode in sorted({*old, *new}):
        change = _change(old.get(kode), new.get(kode))
        if change is not None:
            changes.append(change)
    return Comparison(dari, ke, tuple(changes))


def _change(old: Definition | None, new: Definition | None) -> IndicatorChange | None:
    if old is None and new is not None:
        return IndicatorChange(
            new.kode, new.nama, ChangeKind.ADDED, None, new.versi, nama_en=new.nama_en
        )
    if old is None:
        return None
    if new is None:
        return IndicatorChange(
            old.kode, old.nama, ChangeKind.REMOVED, old.versi, None, nama_en=old.nama_en
        )
    keys = _key_changes(old, new)
    if old.versi == new.versi and not keys:
        return None
    replaced = old.versi != new.versi
    said = comparability(old, new) if replaced else None
    return IndicatorChange(
        new.kode,
        new.nama,
        ChangeKind.REPLACED if replaced else ChangeKind.EDITED,
        old.versi,
        new.versi,
        None if said is None else said[0],
        None if said is None else said[1],
        keys,
        new.nama_en,
    )


def comparability(one: Definition, other: Definition) -> tuple[bool, str] | None:
    """Return whether two versions are comparable and why, or ``None`` if neither says so."""
    for this, that in ((one, other), (other, one)):
        for said in this.keterbandingan:
            if said.versi == that.versi:
                return said.sebanding, said.alasan
    return None


def _key_changes(old: Definition, new: Definition) -> tuple[KeyChange, ...]:
    before = old.model_dump(mode="json", exclude_defaults=True)
    after = new.model_dump(mode="json", exclude_defaults=True)
    # The order of the model, so that names come before formulas and sources last.
    keys = [key for key in type(new).model_fields if key not in _NOT_COMPARED]
    return tuple(
        KeyChange(key, before.get(key), after.get(key))
        for key in keys
        if before.get(key) != after.get(key)
    )
