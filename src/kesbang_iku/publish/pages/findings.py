"""The page of every kind of finding, which each finding refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesbang_iku.diagnostics import FindingKind, Language, Level, Text
from kesbang_iku.publish.pages.markdown import esc, facts, front_matter, link, page
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS

_TITLE = Text("Temuan", "Findings")
_INTRODUCTION = Text(
    "Setiap temuan punya kode yang tidak pernah berubah artinya. Di bawah ini pesan dan perbaikan "
    "ditulis dengan bagian yang berubah dalam kurung kurawal. Hanya tingkat galat yang membuat "
    "perintah berakhir dengan status 1.",
    "Each finding has a code whose meaning never changes. Messages and cures are given below with "
    "their changing parts in braces. Only the level galat (error) makes a command end with "
    "status 1.",
)
_RANGES: tuple[tuple[int, Text], ...] = (
    (1, Text("Membaca berkas", "Reading files")),
    (50, Text("Membaca angka", "Reading numbers")),
    (90, Text("Konfigurasi dan garis dasar", "Configuration and baselines")),
    (100, Text("Menulis rumus", "Writing formulas")),
    (150, Text("Memeriksa rumus", "Checking formulas")),
    (200, Text("Berkas katalog", "Catalog files")),
    (300, Text("Bentuk dan identitas laporan", "Shape and identity of reports")),
    (350, Text("Rencana", "Plans")),
    (400, Text("Nilai", "Values")),
    (450, Text("Target", "Targets")),
    (500, Text("Tercetak dibandingkan hitungan", "Printed against computed")),
)


def finding_page(kinds: Iterable[FindingKind], language: Language = "id") -> str:
    """Return the page of these kinds, by code; the anchor of each is its code in lower case."""
    other = (
        link("In English", "en/temuan.md")
        if language == "id"
        else link("Dalam bahasa Indonesia", "../temuan.md")
    )
    return page(
        front_matter(_TITLE.plain(language)),
        f"# {_TITLE.plain(language)}",
        f"{other}\n{{: .lintas }}",
        _INTRODUCTION.plain(language),
        *_sections(sorted(kinds, key=lambda kind: kind.code), language),
    )


def _sections(kinds: Iterable[FindingKind], language: Language) -> Iterator[str]:
    written = ""
    for kind in kinds:
        title = _range_title(kind).plain(language)
        if title != written:
            yield f"## {title}"
            written = title
        yield f"### {kind.code} {esc(kind.title.plain(language))} {{ #{kind.code.lower()} }}"
        yield esc(kind.reason.plain(language))
        yield facts(
            (WORDS["keterangan"].plain(language), WORDS["isian"].plain(language)),
            [
                (WORDS["tingkat_temuan"].plain(language), _level(kind.level, language)),
                (WORDS["pesan"].plain(language), esc(kind.message.plain(language))),
                (WORDS["saran"].plain(language), esc(kind.hint.plain(language))),
            ],
        )


def _level(level: Level, language: Language) -> str:
    word = VOCABULARY[level.value].plain(language)
    return f'<span class="lencana tingkat--{level.value}">{word}</span>'


def _range_title(kind: FindingKind) -> Text:
    number = int(kind.code.removeprefix("IKU"))
    return [title for first, title in _RANGES if first <= number][-1]
