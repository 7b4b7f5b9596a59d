"""Verifying: what a result states is computed anew, from the numbers it states.

What is proven is the arithmetic: that these numbers, by this definition, give this value, this
achievement and these classes, of a region that there was in that year. Whether the numbers put in
are true is not asked.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.archive import Archive
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.holding import outside_of_time
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.answers import VerdictAnswer
from kesbang_iku.findings import NOWHERE, Language, Level, Text, build_answer
from kesbang_iku.findings.sentences import computing as texts
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.statement import START, Statement, StatementError, is_number, short_print
from kesbang_iku.indicator.status import Status
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.shape import shown

_INPUTS: Final = ("masukan", "sebelumnya")
SHOWN_LINE: Final = "untaian"
"""The line as people read it, of a page that states it where they do not, too."""
LONGEST: Final = 2000
"""No line of a result is as long, and of a longer one no more is kept."""
FACTS: Final = (
    "kode", "versi", "wilayah", "tahun", "periode", "status", "nilai", "nilai_eksak", "kategori",
    "target", "capaian", "capaian_eksak", "capaian_tanpa_batas", "metode_capaian", "tercapai",
    "predikat", "sidik", *_INPUTS,
)  # fmt: skip
"""The keys of a result that follow from its numbers."""


class Answer(StrEnum):
    """What verifying found."""

    FOLLOWS = "sesuai"
    DIFFERS = "tidak_sesuai"
    OTHER_VERSION = "versi_lain"
    UNKNOWN = "tidak_dikenal"


@dataclass(frozen=True)
class Verdict:
    """What became of one statement.

    Attributes:
        jawaban: what was found.
        teks: the line as it was given.
        tertulis: what is written, by key.
        terhitung: what follows for those keys; empty where nothing could be computed.
        terkini: the same by today's definition, where the statement is of another one.
        beda: the keys that are written otherwise than they follow.
        why: why nothing follows, or nothing could be computed.
    """

    jawaban: Answer
    teks: str
    tertulis: Mapping[str, Any] = field(default_factory=dict)
    terhitung: Mapping[str, Any] = field(default_factory=dict)
    terkini: Mapping[str, Any] | None = None
    beda: tuple[str, ...] = ()
    why: Text | None = None
    statement: Statement | None = field(default=None, repr=False)
    berkas: str | None = None
    baris: int | None = None

    @property
    def follows(self) -> bool:
        """Whether what is written follows, by the definition of the time."""
        return self.jawaban in {Answer.FOLLOWS, Answer.OTHER_VERSION}

    def at(self, berkas: str | None, baris: int | None) -> "Verdict":
        """Return it with where the statement stands."""
        return replace(self, berkas=berkas, baris=baris)

    def as_dict(self, bahasa: Language = "id") -> VerdictAnswer:
        """Return it as JSON."""
        about = ("kode", "versi", "wilayah", "tahun", "periode")
        stated = {key: getattr(self.statement, key, None) for key in about}
        return build_answer(VerdictAnswer, self, bahasa, **stated, alasan=self.why)


class Verifier:
    """Verifies against a catalog and its archive.

    Args:
        katalog: the standard; the package's own by default.
        archive: definitions of other versions; by default those kept with the catalog.
    """

    def __init__(self, katalog: Catalog | None = None, archive: Archive | None = None) -> None:
        self._catalog = load_catalog() if katalog is None else katalog
        self._given = archive

    @cached_property
    def _archive(self) -> Archive:
        if self._given is not None:
            return self._given
        added = [Path(str(one.folder)) for one in self._catalog.additions]
        return Archive([catalog_root(), *added], self._catalog.tables)

    def text(self, line: str) -> Verdict:
        """Verify one line."""
        return self.answer({"verifikasi": line})

    def answer(self, told: Mapping[str, Any]) -> Verdict:
        """Verify a result as an answer, a page or a table tells it, by all that it says.

        ``told`` has the keys of a result, ``verifikasi`` among them; keys that are absent are not
        asked for, and a table's texts stand for numbers.
        """
        line = str(told.get("verifikasi") or "").strip()
        if not line:
            named = (told.get(key) for key in ("kode", "wilayah", "tahun", "periode"))
            about = " ".join(str(one) for one in named if one is not None)
            return Verdict(Answer.UNKNOWN, about[:LONGEST], why=texts.NO_STATEMENT)
        try:
            stated = Statement.read(line)
        except StatementError as error:
            why = texts.UNREADABLE_STATEMENT.filled(bagian=shown(error.part))
            return Verdict(Answer.UNKNOWN, line[:LONGEST], why=why)
        # What a region printed stands as the value, whatever variables were beside it.
        facts = FACTS if stated.masukan else FACTS[: -len(_INPUTS)]
        written = {key: told[key] for key in facts if key in told}
        if _lacks_parts(told):
            # Who has not reported is not among the numbers.
            written.pop("status", None)
        found, read = self._judge(stated, line, written), told.get(SHOWN_LINE, line)
        if read == line:
            return found
        return replace(
            found,
            jawaban=Answer.DIFFERS if found.follows else found.jawaban,
            tertulis={**found.tertulis, SHOWN_LINE: read},
            terhitung={**found.terhitung, SHOWN_LINE: line},
            beda=(*found.beda, SHOWN_LINE),
        )

    def _judge(self, stated: Statement, line: str, beside: Mapping[str, Any]) -> Verdict:
        own = {"nilai": f"{stated.nilai:f}", "capaian": _text(stated.capaian)}
        written = {**own, **beside}
        indicator, today = self._definitions(stated)
        current = None if today is None or today is indicator else _computed(today, stated)
        now = None if current is None else _told(current, written)
        if indicator is None:
            known = stated.kode in self._catalog
            reason = texts.UNKNOWN_FINGERPRINT if known else texts.UNKNOWN_STATED_CODE
            told = reason.filled(kode=stated.kode, versi=stated.versi, sidik=stated.sidik)
            return Verdict(Answer.UNKNOWN, line, written, terkini=now, why=told, statement=stated)
        result = _computed(indicator, stated)
        follows = _told(result, written)
        # What the line itself says has to follow, too, whatever stands beside it.
        written |= {key: one for key, one in own.items() if not _same(one, follows.get(key))}
        doubt = _no_such_region(stated)
        if doubt is not None:
            written = {**written, "wilayah": stated.wilayah}
            follows["wilayah"] = None
        differing = tuple(key for key in written if not _same(written[key], follows.get(key)))
        if differing or result.nilai is None:
            answer = Answer.DIFFERS
        else:
            answer = Answer.FOLLOWS if indicator is today else Answer.OTHER_VERSION
        why = result.why or doubt
        if why is None and not stated.masukan:
            why = texts.PRINTED_ALONE
        return Verdict(answer, line, written, follows, now, differing, why, stated)

    def _definitions(self, stated: Statement) -> tuple[Indicator | None, Indicator | None]:
        """Return the definition of the fingerprint, and today's of the code and version."""
        versions = self._catalog.versions(stated.kode) if stated.kode in self._catalog else ()
        same = next((one for one in versions if short_print(one.sidik) == stated.sidik), None)
        today = next((one for one in versions if one.versi == stated.versi), None)
        if same is not None and same.versi == stated.versi:
            return same, same
        return self._archive.find(stated.kode, stated.sidik), today


def _computed(indicator: Indicator, stated: Statement) -> Result:
    """Return what follows from the numbers that are stated; without any, from the value itself."""
    printed = not stated.masukan
    return indicator.compute(
        stated.masukan,
        target=stated.target,
        realisasi=f"{stated.nilai:f}" if printed else None,
        sebelumnya=stated.sebelumnya,
        wilayah=stated.wilayah,
        tingkat=stated.tingkat,
        tahun=stated.tahun,
        periode=stated.periode,
        format_angka="en",
    )


def _no_such_region(stated: Statement) -> Text | None:
    """Return that the region is none, or was none in the year that is stated."""
    if stated.wilayah is None:
        return None
    regions = load_regions()
    region, found = regions.read(stated.wilayah)
    if region is not None:
        found += outside_of_time(region, stated.tahun, regions, NOWHERE)
    wrong = next((one for one in found if one.tingkat is Level.GALAT), None)
    return None if wrong is None else Text.each(wrong.message)


def _lacks_parts(told: Mapping[str, Any]) -> bool:
    """Say whether a result is told to be incomplete since not all parts of it have reported."""
    covered = told.get("cakupan")
    counts = covered if isinstance(covered, Mapping) else told
    lacking = counts.get("melapor") != counts.get("seharusnya")
    return lacking and told.get("status") == Status.INCOMPLETE


def _told(result: Result, asked: Mapping[str, Any]) -> dict[str, Any]:
    told = result.as_dict(only=asked)
    return {key: told.get(key) for key in asked}


def _same(written: object, follows: object) -> bool:
    """Say whether two facts are the same.

    A table writes numbers and words as texts, and a workbook a number without the zeros at its end;
    Indonesian Excel writes it with a comma. Programs make numbers of texts.
    """
    if isinstance(written, int | float) and not isinstance(written, bool):
        written = str(written)
    if written == follows or not isinstance(written, str):
        return written == follows
    told = _text(follows)
    numbers = _number(written.replace(",", ".")), _number(told or "")
    return written == told or (None not in numbers and numbers[0] == numbers[1])


def _number(text: str) -> Fraction | None:
    return Fraction(text) if is_number(text) else None


def _text(fact: object) -> str | None:
    if fact is None:
        return None
    return str(fact).lower() if isinstance(fact, bool) else str(fact)


def is_statement(text: str) -> bool:
    """Say whether a text looks like a line that :class:`Verifier` reads."""
    return text.strip().startswith(START)
