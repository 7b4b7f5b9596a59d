"""What changed between two states of the standard, and whether series stay comparable."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.answers import DifferenceAnswer, IndicatorChangeAnswer, KeyChangeAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text, build_answer, decimal_text, sentences
from kesbang_iku.findings.closed_words import closed_word
from kesbang_iku.findings.markdown import literal
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.record import Record

# What does not change a definition: how often it was edited, and what was computed with it.
_NOT_COMPARED: Final = frozenset(
    {
        *("kode", "versi", "riwayat", "contoh", "keterbandingan", "hubungan"),
        *("deret", "nilai_terbit", "edisi", "penanggung_jawab"),
    }
)
_LONGEST: Final = 300
_BEFORE: Final = 40
"""How much of a long text is shown before the place where it differs."""
_TABLES: Final = ("satuan", "metode", "skala", "bidang", "tema")
"""What answers call the shared tables, in their order."""
_Content = Mapping[str, object]
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
    """What changed from one state of the standard to another, by code, and beside definitions.

    The keys of ``bersama`` are a table and what an entry is called there: units, methods, scales,
    fields, themes, relations of numbers, open terms filled in, published values.
    """

    dari: str
    ke: str
    perubahan: tuple[IndicatorChange, ...]
    bersama: tuple[KeyChange, ...] = ()

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
        if not self.perubahan and not self.bersama:
            return [*lines, sentences.catalog.NO_CHANGES.plain(bahasa)]
        for change in self.perubahan:
            versions = " → ".join(v for v in (change.versi_lama, change.versi_baru) if v)
            kind = sentences.catalog.KIND[change.kind].plain(bahasa)
            name = Text.translated(change.nama, change.nama_en).plain(bahasa)
            lines.append(heading + shown(f"{change.kode} {name}: {kind} ({versions})"))
            lines += [bullet + shown(line) for line in _details(change, bahasa)]
            lines.append("")
        if self.bersama:
            lines.append(heading + shown(sentences.catalog.SHARED.plain(bahasa)))
        told = (line for key in self.bersama for line in _told(key, bahasa))
        return [*lines, *(bullet + shown(line) for line in told)] if self.bersama else lines[:-1]


def _details(change: IndicatorChange, bahasa: Language) -> list[str]:
    said = sentences.catalog
    lines = []
    if change.sebanding is not None:
        word = said.COMPARABLE if change.sebanding else said.NOT_COMPARABLE
        lines.append(word.plain(bahasa) + (f": {change.alasan}" if change.alasan else ""))
    elif change.kind is ChangeKind.REPLACED:
        lines.append(said.NOTHING_IS_SAID_ON_COMPARABILITY.plain(bahasa))
    return [*lines, *(line for key in change.kunci for line in _told(key, bahasa))]


def _told(key: KeyChange, bahasa: Language) -> Iterator[str]:
    """Yield what changed of a key; only the parts that differ, where the whole reads the same."""
    table, _, entry = key.kunci.partition(" ")
    name = f"{_key(table, bahasa)} {entry}".rstrip()
    old, new = (_short(one, bahasa) for one in (key.lama, key.baru))
    if old != new:
        yield f"{name}: {old} → {new}"
        return
    for part in _apart((), key.lama, key.baru):
        old, new = (_readable(one, bahasa) for one in (part.old, part.new))
        ends = (at for at, pair in enumerate(zip(old, new, strict=False)) if len({*pair}) > 1)
        differ = next(ends, min(len(old), len(new)))
        cut = max(0, differ - _BEFORE) if max(len(old), len(new)) > _LONGEST else 0
        old, new = ("…" * bool(cut) + _short(one[cut:], bahasa) for one in (old, new))
        yield ": ".join([name, *(_key(step, bahasa) for step in part.way), f"{old} → {new}"])


class _Part(NamedTuple):
    """A part of plain data that differs, and the way to it."""

    way: tuple[str, ...]
    old: object
    new: object


def _apart(way: tuple[str, ...], old: object, new: object) -> Iterator[_Part]:
    """Yield the smallest parts of plain data that differ."""
    parts: Iterable[_Part]
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        parts = (_Part((*way, key), old.get(key), new.get(key)) for key in {**old, **new})
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True), 1)
        parts = (_Part((*way, _called(pair[1]) or str(at)), *pair) for at, pair in pairs)
    else:
        yield _Part(way, old, new)
        return
    for part in parts:
        if part.old != part.new:
            yield from _apart(*part)


def _called(value: object) -> str | None:
    """Return what a record of plain data is called, where it has a name."""
    known = value if isinstance(value, Mapping) else {}
    called = known.get("nama", known.get("dokumen"))
    return None if called is None else str(called)


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
        called = _called(value)
        if called is not None:
            return called
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
    versions = ((one.by_code.get(kode, ()) for one in (before, after))
                for kode in sorted({*before.codes, *after.codes}))  # fmt: skip
    changes = (_change(*pair) for found in versions for pair in _pairs(*found))
    shared = () if before.tables is after.tables else _key_changes(_shared(before), _shared(after))
    return Comparison(dari, ke, tuple(filter(None, changes)), shared)


def _pairs(
    old: Sequence[Definition], new: Sequence[Definition]
) -> Iterator[tuple[Definition | None, Definition | None]]:
    """Yield what to compare of one code: the newest versions, then the others of the same name."""
    newest = (old[-1] if old else None, new[-1] if new else None)
    yield newest
    before, after = ({one.versi: one for one in versions} for versions in (old, new))
    for versi in dict.fromkeys((*before, *after)):
        pair = (before.get(versi), after.get(versi))
        if any(one not in (None, known) for one, known in zip(pair, newest, strict=True)):
            yield pair


def _change(old: Definition | None, new: Definition | None) -> IndicatorChange | None:
    one = new or old
    if one is None:
        return None
    keys: tuple[KeyChange, ...] = ()
    kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
    said = None
    if old is not None and new is not None:
        keys, said = _key_changes(_content(old), _content(new)), comparability(old, new)
        kind = ChangeKind.EDITED if old.versi == new.versi else ChangeKind.REPLACED
        if kind is ChangeKind.EDITED and not keys:
            return None
    versions = [None if found is None else found.versi for found in (old, new)]
    same, why = said or (None, None)
    return IndicatorChange(
        one.kode, one.nama, kind, versions[0], versions[1], same, why, keys, one.nama_en
    )


def _shared(catalog: Catalog) -> _Content:
    """Return what a catalog holds beside its definitions, by the table and what it is called."""
    tables = zip(_TABLES, catalog.tables.all, strict=True)
    found: dict[str, object] = {
        f"{table} {name}": _content(entry)
        for table, entries in tables
        for name, entry in entries.items()
    }
    found |= {f"hubungan {one.nama}": _content(one) for one in catalog.relations}
    for one in catalog.fillings:
        found[f"isian {one.kode} {one.istilah} {one.wilayah or ''}".rstrip()] = _content(one)
    values: dict[str, list[_Content]] = {}
    for code in catalog.codes:
        for value in catalog.observations.values(code):
            named = f"nilai {code} {value.wilayah} {value.tahun}"
            values.setdefault(named, []).append(_content(value))
    return found | values


def comparability(one: Definition, other: Definition) -> tuple[bool, str] | None:
    """Return whether two versions are comparable and why, or ``None`` if neither says so."""
    for this, that in ((one, other), (other, one)):
        for said in this.keterbandingan:
            if said.versi == that.versi:
                return said.sebanding, said.alasan
    return None


def _content(record: Record) -> _Content:
    """Return what is compared of a record, in the order of its model: names first, sources last."""
    told = record.model_dump(mode="json", exclude_defaults=True)
    return {key: told.get(key) for key in type(record).model_fields if key not in _NOT_COMPARED}


def _key_changes(old: _Content, new: _Content) -> tuple[KeyChange, ...]:
    return tuple(
        KeyChange(key, old.get(key), new.get(key))
        for key in {**old, **new}
        if old.get(key) != new.get(key)
    )
