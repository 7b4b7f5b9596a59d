"""The page of habits: how else numbers are seen to be computed, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.habits import load_habits
from kesbang_iku.model.habit import Habit
from kesbang_iku.publish.pages import markdown as md

NAME: Final = "kebiasaan.md"


def habits_page(language: Language = "id") -> str:
    """Return the page of all habits, by what they bend."""
    register = load_habits()
    texts = pages.habits
    blocks = [
        *md.head(texts.TITLE.plain(language), NAME, language, rank=md.LIST_RANKS[language]),
        texts.INTRODUCTION.plain(language),
    ]
    for kind, title in texts.KINDS.items():
        blocks.append(f"## {title.plain(language)}")
        for habit in register.kebiasaan:
            if habit.jenis == kind:
                blocks += _habit(habit, language)
    blocks.append(md.bullets(md.cited(source, language) for source in register.sumber))
    return md.page(*blocks)


def _habit(habit: Habit, language: Language) -> Iterator[str]:
    texts = pages.habits
    label = habit.title.plain(language)
    yield f"### {md.esc(label[0].upper() + label[1:])} {{ #{habit.nama.replace('_', '-')} }}"
    facts = [md.code(habit.nama)]
    if habit.rumus:
        facts.append(md.code(habit.rumus))
    if habit.jika:
        facts.append(md.code(habit.jika))
    if habit.metode:
        target = f"metode-capaian.md#{habit.metode.replace('_', '-')}"
        facts.append(f"[{habit.metode}]({target})")
    if habit.batas:
        facts.append(", ".join(format_number(one, language) for one in habit.caps))
    yield " · ".join(facts)
    if habit.catatan:
        yield md.native(habit.catatan, language)
    if not habit.terlihat:
        yield texts.NOT_SEEN.plain(language)
        return
    places = (
        ". ".join(filter(None, (seen.di, seen.letak, seen.catatan))) for seen in habit.terlihat
    )
    yield md.bullets(md.esc(place) for place in places)
