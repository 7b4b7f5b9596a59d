"""What templates of whole pages may use, and the states that such pages tell apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text, localized
from kesbang_iku.findings.sentences import frame
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.publish.markup import Html, between, piece
from kesbang_iku.publish.pages.words import STANDINGS, VOCABULARY
from kesbang_iku.publish.templates import plain
from kesbang_iku.sources.personal import hide_numbers


@dataclass(frozen=True, slots=True)
class State:
    """A state of something: its key in style sheets, its name, and its sign.

    The sign tells it apart by form, where colours cannot.
    """

    key: str
    sign: str
    name: Text


def states(signs: Mapping[str, str], names: Mapping[str, Text]) -> Mapping[str, State]:
    """Return states by their keys, with their signs and names."""
    return {key: State(key, sign, names[key]) for key, sign in signs.items()}


def names(language: Language) -> Mapping[str, object]:
    """Return what every template of a whole page may use."""

    def native(content: object) -> Html | None:
        """Return a text of a file or of the standard, which is Indonesian whatever the page is."""
        if content is None or language == "id":
            return None if content is None else piece(content)
        return Html(f'<span lang="id">{piece(content)}</span>')

    def standing_badge(standing: str) -> Html:
        """Return how well something stands, as a badge."""
        name = piece(STANDINGS[standing].plain(language))
        return Html(f'<span class="standing {piece(standing)}">{name}</span>')

    def parted(pieces: Iterable[object], separator: str) -> Html:
        return between((plain(one, language) for one in pieces), separator)

    return {
        "frame": frame.WORDS,
        "voc": VOCABULARY,
        "standings": STANDINGS,
        "said": lambda value: str(plain(value, language)),
        "between": parted,
        "native": native,
        # A page is passed on: what a file is called says nothing about people there, either.
        "hidden": hide_numbers,
        # Where a file lay on the machine that made the page is nothing to those who read it.
        "base_name": lambda name: PurePath(name).name,
        "standing_badge": standing_badge,
        "localized": partial(localized, language=language),
        "unit": lambda name: unit_words(name).plain(language),
        # Each with whether it holds numbers.
        "columns": lambda words, *keys, numbers=(): [(words[key], key in numbers) for key in keys],
        "pairs": lambda these, those: zip(these, those, strict=True),
        "shares": _shares,
    }


def _shares(counts: Mapping[str, int], shown: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the share of each state in percent: the state, where it begins, and how wide it is."""
    total = sum(counts[state] for state in shown)
    start = 0.0
    for state in shown:
        width = 100 * counts[state] / total if total else 0
        if width:
            yield state, f"{start:.2f}", f"{width:.2f}"
        start += width
