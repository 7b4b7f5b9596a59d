"""Verification strings and scorecard pages with one digit changed: how many are caught.

    python -m tests.computing.changed_digits --count 1000000 --pages 1000

A change is caught where ``verify`` says that it does not follow, or that it is unknown. Where only
what is put in was changed (numbers, target, region, year), what is written may still follow from
it: that is another valid report, which no string can tell from the first. A change of what is
printed that passes all the same would be missed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.reports import Results, compute
from kesbang_iku.computing.told_results import told_results
from kesbang_iku.computing.verification import Verdict, Verifier
from kesbang_iku.publish.scorecard.page import scorecard_page
from tests.tree import ROOT

PARTS: Final = (
    "tanda",
    "kode",
    "wilayah",
    "waktu",
    "masukan",
    "target",
    "nilai",
    "capaian",
    "sidik",
)
"""The parts of a string, as its documentation names them."""
PRINTED: Final = frozenset({"nilai", "capaian", "sidik"})
"""Those that follow from the others, and so may never pass."""
CAUGHT, OTHER, MISSED = "tertangkap", "laporan sah lain", "terlewat"
"""What may become of a change."""
DIGITS: Final = "0123456789"
SEED: Final = 20261129


class Change(NamedTuple):
    """A line with one digit changed, and the part of it that has the digit."""

    before: str
    after: str
    part: str


def lines(catalog: Catalog, rng: random.Random) -> list[str]:
    """Return verification strings: of the worked examples of all definitions, and of reports.

    Each example is told of a year and a region that there was, once with a target near its value
    and once without.
    """
    regions = sorted(load_regions().items())
    found = []
    for indicator in catalog.definitions:
        for example in indicator.contoh:
            year = example.tahun or rng.randint(2019, 2029)
            codes = [code for code, region in regions if year in region.berlaku]
            ask = partial(
                indicator.compute, example.variabel, wilayah=rng.choice(codes), tahun=year
            )
            plain = ask()
            near = (plain.nilai or Decimal(100)) * rng.randint(80, 120) / 100
            aimed = ask(target=near.quantize(Decimal("0.1")))
            found += [plain.verifikasi, aimed.verifikasi]
    for file in sorted((ROOT / "examples").glob("*.yaml")):
        results = compute(read_reports(file), catalog)
        found += [one.verifikasi for one in results if one.wilayah in load_regions()]
    return sorted({one for one in found if one is not None})


def part_at(line: str, place: int) -> str:
    """Return the part of a line that the sign at ``place`` belongs to."""
    number = line.count("/", 0, place)
    start = line.rfind("/", 0, place) + 1
    last = line.rfind("/")
    if place > last:
        return "sidik"
    marked = {"t=": "target", "v=": "nilai", "c=": "capaian"}.get(line[start : start + 2])
    return marked if marked and number > 4 else PARTS[min(number, 4)]


def change(line: str, rng: random.Random) -> Change:
    """Return the line with one of its digits, any of them, made another one."""
    place = rng.choice([at for at, sign in enumerate(line) if sign in DIGITS])
    digit = rng.choice(DIGITS.replace(line[place], ""))
    return Change(line, line[:place] + digit + line[place + 1 :], part_at(line, place))


def fate(changed: Change, verdict: Verdict) -> str:
    """Return what became of a change."""
    if not verdict.follows:
        return CAUGHT
    printed_alone = "//" in changed.before
    if changed.part in PRINTED and not (printed_alone and changed.part == "nilai"):
        return MISSED
    return OTHER  # what was only printed is itself what was put in


def changed_lines(count: int, catalog: Catalog, rng: random.Random) -> Counter[tuple[str, str]]:
    """Return how often which part had which fate, of ``count`` changes."""
    verifier = Verifier(catalog)
    there = lines(catalog, rng)
    counted: Counter[tuple[str, str]] = Counter()
    for _ in range(count):
        changed = change(rng.choice(there), rng)
        counted[changed.part, fate(changed, verifier.text(changed.after))] += 1
    return counted


class _Shown(HTMLParser):
    """Finds where in a page numbers are shown that something is stated of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.places: list[int] = []
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._fact = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._fact = "data-fakta" in dict(attrs)

    def handle_data(self, data: str) -> None:
        if self._fact:
            line, column = self.getpos()
            start = self._starts[line - 1] + column
            self.places += [start + at for at, sign in enumerate(data) if sign in DIGITS]
        self._fact = False


def changed_pages(count: int, catalog: Catalog, rng: random.Random) -> Counter[tuple[str, str]]:
    """Return the fates of ``count`` changes of a digit among the numbers a scorecard shows."""
    verifier = Verifier(catalog)
    counted: Counter[tuple[str, str]] = Counter()
    files = sorted((ROOT / "examples").glob("*.yaml"))
    results = [one for file in files for one in compute(read_reports(file), catalog)]
    page = scorecard_page(Results(tuple(results), (), catalog))
    places = _Shown(page).places
    with TemporaryDirectory() as folder:
        file = Path(folder) / "rapor.html"
        file.write_text(page, encoding="utf-8")
        before = [one.facts for one in told_results(str(file))[0]]
        for _ in range(count):
            place = rng.choice(places)
            digit = rng.choice(DIGITS.replace(page[place], ""))
            file.write_text(page[:place] + digit + page[place + 1 :], encoding="utf-8")
            told = [one.facts for one in told_results(str(file))[0]]
            other = [now for now, then in zip(told, before, strict=True) if now != then]
            caught = any(not verifier.answer(one).follows for one in other)
            counted["halaman", CAUGHT if caught else MISSED] += 1
    return counted


def told(counted: Counter[tuple[str, str]], parts: Sequence[str]) -> Iterator[str]:
    """Yield a line for each part: how many changes, and how many of each fate."""
    fates = (CAUGHT, OTHER, MISSED)
    for part in parts:
        numbers = [counted[part, one] for one in fates]
        if sum(numbers):
            yield f"{part:9}" + "".join(f"{number:>12,}" for number in (sum(numbers), *numbers))
    whole = [sum(counted[part, one] for part in parts) for one in fates]
    total = sum(whole)
    if not total:
        return
    yield f"{'semua':9}" + "".join(f"{number:>12,}" for number in (total, *whole))
    yield "".join(
        f"{one}: {100 * number / total:.4f} %. " for one, number in zip(fates, whole, strict=True)
    )


def main(words: Iterable[str] | None = None) -> int:
    """Count, print, and return 1 where a change was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(None if words is None else list(words))
    catalog, rng = load_catalog(), random.Random(asked.seed)
    begun = time.process_time()
    counted = changed_lines(asked.count, catalog, rng)
    print(*told(counted, PARTS), sep="\n")  # noqa: T201 - for the person who runs it
    counted |= (pages := changed_pages(asked.pages, catalog, random.Random(asked.seed)))
    used = f"{time.process_time() - begun:.0f} s"
    print(*told(pages, ("halaman",)), used, sep="\n")  # noqa: T201 - the same
    return int(any(one == MISSED for _, one in counted if counted[_, one]))


if __name__ == "__main__":
    sys.exit(main())
