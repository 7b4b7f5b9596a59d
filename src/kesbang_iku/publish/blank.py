"""Files to fill in, as text: a report, a plan, the definition of an indicator of one's own."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import blank as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.region import Region
from kesbang_iku.publish.template.plan import texts_of
from kesbang_iku.sources.csv_text import csv_text

_REPORT = ("wilayah", "tahun", "periode", "kode", "variabel", "nilai", "target")
_PLAN = ("kode", "sasaran", "nama", "satuan", "rumus", "polaritas", "sumber_data")


def report_yaml(
    indicators: Iterable[Indicator], region: Region | None, year: int | None, language: Language
) -> str:
    """Return a report without numbers, as YAML: each one says in a comment what it counts.

    Args:
        indicators: those that it has.
        region: the region that reports; a comment asks for it where it is not known.
        year: the year, likewise.
        language: of the comments.
    """
    lines = [
        *_comment(said.REPORT.plain(language)),
        "jenis: laporan",
        *_region(region, language),
        f"tahun: {year or ''}  # {said.YEAR.plain(language)}",
        f"periode: {ANNUAL}  # {said.PERIOD.plain(language)}",
        "item:",
    ]
    for one in indicators:
        lines += [
            f"  # {one.title.plain(language)} ({unit_words(one.satuan).plain(language)})",
            f"  - kode: {one.kode}",
            "    variabel:",
            *(f"      {part.nama}:  # {part.label} ({unit_words(part.satuan).plain(language)})"
              for part in one.variabel),
            f"    target:  # {said.TARGET.plain(language)}",
        ]  # fmt: skip
    return _text([*lines, *_comment(said.REPORT_END.plain(language), "    ")])


def report_csv(indicators: Iterable[Indicator], region: Region | None, year: int | None) -> str:
    """Return a report without numbers, as CSV with a row a variable."""
    code = None if region is None else region.kode
    rows = (
        (code, year, ANNUAL, one.kode, part.nama, None, None)
        for one in indicators
        for part in one.variabel
    )
    return csv_text(_REPORT, (dict(zip(_REPORT, row, strict=True)) for row in rows))


def plan_yaml(
    indicators: Iterable[Indicator], region: Region | None, years: Sequence[int], language: Language
) -> str:
    """Return a plan without targets, as YAML; the first one of ``years`` has the baseline."""
    base, *targets = years
    lines = [
        *_comment(said.PLAN.plain(language)),
        "jenis: rencana",
        *_region(region, language),
        "periode:",
        f"  mulai: {targets[0]}",
        f"  selesai: {targets[-1]}",
        "item:",
    ]
    for one in indicators:
        texts = dict(zip(_PLAN, texts_of(one), strict=True))
        known = {key: text for key, text in texts.items() if text is not None}
        lines += [
            f"  - kode: {known.pop('kode')}",
            *(f"    {key}: {json.dumps(text, ensure_ascii=False)}" for key, text in known.items()),
            f"    dasar:  # {said.BASELINE.plain(language)}",
            f"      {base}:",
            f"    target:  # {said.TARGET.plain(language)}",
            *(f"      {year}:" for year in targets),
        ]
    return _text([*lines, *_comment(said.PLAN_END.plain(language), "  ")])


def plan_csv(indicators: Iterable[Indicator], years: Sequence[int]) -> str:
    """Return a plan without targets, as CSV with a row an indicator."""
    base, *targets = years
    columns = (*_PLAN, f"dasar {base}", *(f"target {year}" for year in targets))
    empty = dict.fromkeys(columns)
    rows = ({**empty, **dict(zip(_PLAN, texts_of(one), strict=True))} for one in indicators)
    return csv_text(columns, rows)


def definition_yaml(language: Language, kode: str | None) -> str:
    """Return the definition of an indicator of one's own that computes, to be written over."""
    told = said.DEFINITION.plain(language).rstrip("\n") + "\n"
    return told if kode is None else re.sub(r"(?m)^kode: \S+", f"kode: {kode}", told)


def _region(region: Region | None, language: Language) -> Iterator[str]:
    code, name = ("", said.REGION.plain(language)) if region is None else (region.kode, region.nama)
    yield f'wilayah: "{code}"  # {name}'


def _comment(text: str, indent: str = "") -> Iterator[str]:
    yield from (f"{indent}# {line}".rstrip() for line in text.splitlines())


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
