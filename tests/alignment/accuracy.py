"""The figures of the accuracy page: made anew from the labels, so that they stay true.

Usage: ``python -m tests.alignment.accuracy`` writes them into the pages, and draws the diagrams.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import kesbang_iku as iku
from kesbang_iku.findings import Language, format_number
from kesbang_iku.formula import round_half_up
from tests.alignment.pairs import Answer, Half, answers
from tests.alignment.relations import Judged, all_labels, judged
from tests.alignment.reliability import Bin, reliability_chart
from tests.alignment.wording.corpus import CASES, Case
from tests.tree import ROOT

Katalog = iku.Catalog

PAGES: Final[dict[Language, str]] = {
    "id": "docs/ketelitian-penyelarasan.md",
    "en": "docs/en/alignment-accuracy.md",
}
PICTURES: Final[dict[Language, str]] = {
    "id": "docs/gambar/keandalan.svg",
    "en": "docs/gambar/keandalan-en.svg",
}
_BLOCK: Final = re.compile(r"(<!-- angka -->\n).*?(<!-- /angka -->)", re.DOTALL)
_EDGES: Final = (0, 0.7, 0.8, 0.9, 0.96, 1.01)
_SURE: Final = 0.9
_TITLES: Final[dict[Language, str]] = {
    "id": "Padanan yang benar menurut keyakinan",
    "en": "Right counterparts by confidence",
}
_NAMES: Final[dict[Language, tuple[tuple[Half, str], ...]]] = {
    "id": (("pengembangan", "yang disesuaikan"), ("uji", "yang ditahan")),
    "en": (("pengembangan", "tuned on"), ("uji", "held back")),
}


def _percent(part: int, whole: int, language: Language) -> str:
    if not whole:
        return "–"
    share = format_number(round_half_up(Fraction(100 * part, whole), 1), language)
    return f"{share} % ({part}/{whole})"


def _row(name: str, found: list[Answer], language: Language) -> str:
    said = [one for one in found if one.padanan is None]
    meant = [one for one in found if one.pair.padanan is None]
    both = sum(one.pair.padanan is None for one in said)
    sure = [one for one in found if one.keyakinan > _SURE]
    cells = (
        _percent(sum(one.right for one in found), len(found), language),
        _percent(both, len(said), language),
        _percent(both, len(meant), language),
        _percent(sum(one.right for one in sure), len(sure), language),
    )
    return f"| {name} | {' | '.join(cells)} |"


def _cases_row(name: str, cases: list[Case], language: Language) -> str:
    readings = [(case, case.read()) for case in cases]
    readable = [(case, read) for case, read in readings if case.status == "terbaca"]
    right = sum(case.is_right(read) for case, read in readable)
    wrong = sum(case.is_wrongly_certain(read) for case, read in readings)
    return f"| {name} | {len(cases)} | {_percent(right, len(readable), language)} | {wrong} |"


def _relations_row(wave: int, found: list[Judged], language: Language) -> str:
    due = [one for one in found if one.label.padanan is not None]
    foreign = [one for one in found if one.label.of_another_field]
    near = [one for one in found if one.label.hubungan not in {None, "sama"}]
    cells = (
        _percent(sum(one.right for one in found), len(found), language),
        _percent(sum(one.right for one in due), len(due), language),
        f"{sum(one.code is not None for one in foreign)}/{len(foreign)}",
        _percent(sum(one.relation == one.label.hubungan for one in near), len(near), language),
        _percent(sum(one.related for one in near), len(near), language),
    )
    return f"| {wave} | {' | '.join(cells)} |"


def _relations(katalog: Katalog, language: Language) -> list[str]:
    head = {
        "id": (
            "| Gelombang hubungan | Jawaban pertama benar | Yang mempunyai padanan | "
            "Urusan lain disangka padanan | Hubungan benar | Juga indikator terdekatnya |"
        ),
        "en": (
            "| Wave of relations | First answer right | Those with a counterpart | "
            "Other fields claimed | Relation right | Nearest indicator too |"
        ),
    }[language]
    waves = sorted({label.gelombang for label in all_labels()})
    rows = [_relations_row(wave, judged(katalog, wave), language) for wave in waves]
    return ["", head, "|---|---|---|---|---|---|", *rows]


def tables(katalog: Katalog, language: Language) -> str:
    """Return the tables of the page, in Markdown."""
    heads = {
        "id": (
            (
                '| Pasangan nama | Jawaban pertama benar | "Tidak ada padanan": ketepatan | '
                "kelengkapan | Ketepatan di atas keyakinan 0,9 |"
            ),
            (
                "| Naskah rumus | Banyaknya | Yang dapat dibaca dan terbaca benar | "
                "Salah yang dinyatakan pasti |"
            ),
        ),
        "en": (
            (
                '| Pairs of names | First answer right | "No counterpart": precision | recall | '
                "Precision above a confidence of 0.9 |"
            ),
            (
                "| Texts of formulas | How many | Readable, and read right | "
                "Wrong but said to be certain |"
            ),
        ),
    }[language]
    names = _NAMES[language]
    rows = [_row(name, answers(katalog, half), language) for half, name in names]
    held = {"pengembangan": False, "uji": True}
    texts = [
        _cases_row(name, [c for c in CASES if c.held_back is held[half]], language)
        for half, name in names
    ]
    lines = [heads[0], "|---|---|---|---|---|", *rows, *_relations(katalog, language)]
    lines += ["", heads[1], "|---|---|---|---|", *texts]
    return "\n".join(lines)


def bins(katalog: Katalog) -> list[Bin]:
    """Return the matches of all pairs with a certain label, by confidence."""
    halves: tuple[Half, ...] = ("pengembangan", "uji")
    found = [one for half in halves for one in answers(katalog, half) if one.padanan is not None]
    return list(_binned(found))


def _binned(found: list[Answer]) -> Iterator[Bin]:
    for low, high in itertools.pairwise(_EDGES):
        inside = [one for one in found if low <= one.keyakinan < high]
        if inside:
            mean = Fraction(sum(one.keyakinan for one in inside) / len(inside))
            yield Bin(mean, sum(one.right for one in inside), len(inside))


def picture(katalog: Katalog, language: Language) -> str:
    """Return the reliability diagram."""
    return reliability_chart(bins(katalog), title=_TITLES[language], language=language)


def written(text: str, block: str) -> str:
    """Return a page with its figures replaced."""
    return _BLOCK.sub(lambda found: f"{found[1]}{block}\n{found[2]}", text)


def main() -> None:
    """Write the figures into both pages, and both diagrams."""
    katalog = iku.load_catalog()
    for language, page in PAGES.items():
        path = ROOT / page
        text = path.read_text(encoding="utf-8")
        path.write_text(written(text, tables(katalog, language)), encoding="utf-8")
        (ROOT / PICTURES[language]).write_text(picture(katalog, language), encoding="utf-8")


if __name__ == "__main__":
    main()
