"""Words of a name that only say how, where or by whom something happens.

They make no other indicator: a name of the standard without them may mean the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Literal

from kesbang_iku.alignment.affixes import verb_form
from kesbang_iku.alignment.replacements import Tokens
from kesbang_iku.model.lexicon import LexiconFile

_LEAST_MEASURED: Final = 2
"""So many words say what is measured in front of a phrase for who did it together."""

_State = Literal["main", "clause", "aside", "agent", "place"]
"""Where a word stands: in what is measured, before a clause's verb, an aside, an agent, a place."""


@dataclass(slots=True)
class _Said:
    """What the words so far are; ``waiting`` are those of a clause whose verb is still to come.

    ``nested`` is true right behind the word that opens a clause within an agent, ``final`` behind
    the one that opens a purpose, which goes on to the end: ``untuk menjaga daerah yang aman``.
    """

    asides: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    agents: list[list[str]] = field(default_factory=list)
    state: _State = "main"
    verb: bool = False
    last: str = ""
    nested: bool = False
    final: bool = False

    def opens(self, state: _State, *tokens: str) -> None:
        """Take words that open or end something."""
        self.state = state
        self.asides.update(tokens)
        if state == "agent":
            self.agents.append(list(tokens))


class AsideFinder:
    """Finds the words of asides by where they stand, with the words of the catalog.

    An aside is opened by a word such as ``melalui``, or by a passive verb, behind which Indonesian
    names who acts: ``yang diselesaikan pemerintah daerah bersama TNI``.

    Args:
        lexicon: the words that matter.
    """

    def __init__(self, lexicon: LexiconFile) -> None:
        words = lexicon.keterangan
        self._openers: Final = frozenset(words.pembuka)
        self._before_agents: Final = frozenset(words.pembuka_pelaku)
        self._phrases: Final[dict[str, list[tuple[Tokens, bool]]]] = {}
        """Phrases by their first words, and whether they open who acts."""
        for opening, phrases in ((True, words.pembuka_bersama), (False, words.cara)):
            for phrase in sorted(map(str.split, phrases), key=len, reverse=True):
                self._phrases.setdefault(phrase[0], []).append((tuple(phrase), opening))
        self._done: Final = frozenset(words.dikerjakan)
        self._handled: Final = frozenset(words.ditangani)
        self._sections: Final = frozenset(words.bagian)
        self._workers: Final = self._sections.union(words.pelaku)
        self._of_sections: Final = frozenset(words.nama_bagian)
        self._agents: Final = frozenset(words.pelaku)
        self._sources: Final = frozenset(words.depan_pelaku)
        self._joining: Final = frozenset(words.dalam_pelaku)
        self._behind_verbs: Final = frozenset(words.di_belakang_kerja)
        self._clauses: Final = frozenset(words.anak_kalimat)
        self._ends: Final = frozenset(words.akhir)
        self._purposes: Final = frozenset(words.tujuan)
        self._giving: Final = frozenset(words.pemberi)
        self._before_places: Final = frozenset(words.depan_tempat)
        events = lexicon.event_words
        self._verbs: Final = events | {
            written
            for group in lexicon.padanan
            if not events.isdisjoint(group.baku.split())
            for written in group.tulisan
        }
        self._verbal: Final = verb_form(lexicon.awalan.kata)
        self._passive: Final = verb_form(lexicon.imbuhan.awalan)
        self._active: Final = verb_form(lexicon.imbuhan.awalan_aktif)
        self._empty: Final = frozenset(chain.from_iterable(one.kata for one in lexicon.abaikan))
        self._located: Final = self._empty.union(words.tempat)
        self._possessed: Final = tuple(lexicon.akhiran.kata)
        self._protected: Final = events.union(lexicon.objek.kata, lexicon.sebab.kata)
        self._told_apart: Final = [
            (frozenset(group.bila), frozenset(chain.from_iterable(group.anggota.values())))
            for group in lexicon.lawan
            if not group.kepala and group.sepihak != "tidak"
        ]

    def found(self, tokens: Iterable[str]) -> tuple[frozenset[str], tuple[Tokens, ...], Tokens]:
        """Return those of ``tokens`` that stand in asides alone, and the asides of agents apart.

        Each of the latter is what stands behind a word such as ``oleh``, in the order of the text;
        its words that stand elsewhere too are returned last.
        """
        said, words = _Said(), tuple(tokens)
        skipped = 0
        for place, (token, behind) in enumerate(zip(words, (*words[1:], ""), strict=False)):
            if place >= skipped and not said.final and token in self._phrases:
                skipped = place + self._phrased(words[place:], said)
            if place >= skipped:
                self._take(token, behind, said)
        others = said.others | said.waiting
        runs = (tuple(one for one in run if one not in others) for run in said.agents)
        again = tuple(one for run in said.agents for one in run if one in others)
        return frozenset(said.asides - others), tuple(filter(None, runs)), again

    def _take(self, token: str, behind: str, said: _Said) -> None:
        """Take a word by where it stands and what it is; ``behind`` is the next one."""
        if said.final:
            said.agents[-1].append(token)
            return
        following = self._opened(token, behind, said)
        said.nested = said.state == "agent" and token in self._clauses
        if following is not None:
            said.opens(following, token)
        elif said.state == "agent" and not self._is_passive(token):
            said.agents[-1].append(token)
        elif token in self._verbs or (said.state != "aside" and self._verbal.fullmatch(token)):
            self._happens(token, said)
        else:
            self._stands(token, said)
        said.last = token

    def _phrased(self, words: Tokens, said: _Said) -> int:
        """Take the phrase that ``words`` begin with, and return how many words it has."""
        for phrase, opening in self._phrases[words[0]]:
            if words[: len(phrase)] == phrase and len(said.others) >= opening * _LEAST_MEASURED:
                if opening:
                    said.opens("agent", *phrase)
                else:
                    said.asides.update(phrase)
                return len(phrase)
        return 0

    def _stands(self, token: str, said: _Said) -> None:
        """Take any other word, by where it stands."""
        if said.state == "clause":
            said.waiting.add(token)
        elif said.state == "aside" or (
            said.state == "place" and (token in self._located or token.isdecimal())
        ):
            said.asides.add(token)
        else:
            said.state = "main"
            owned = token.endswith(self._possessed)
            (said.asides if owned else said.others).add(token)

    def _happens(self, token: str, said: _Said) -> None:
        """Take a word for what happens; behind a passive one stands who did it."""
        if token in self._verbs:
            # A clause that says nothing known is no aside: konflik yang berulang.
            said.asides |= said.waiting
            said.waiting.clear()
            said.verb = True
        said.others.add(token)
        acted = said.verb and token not in self._giving and self._passive.fullmatch(token)
        said.state = "aside" if acted else "main"

    def _is_passive(self, token: str) -> bool:
        """Tell whether ``token`` has the form of a passive verb, and is no empty word."""
        return self._passive.fullmatch(token) is not None and token not in self._empty

    def is_unknown_passive(self, word: str) -> bool:
        """Tell whether ``word`` has the form of a passive verb, and says nothing known."""
        return word not in self._verbs and self._passive.fullmatch(word) is not None

    def _opened(self, token: str, behind: str, said: _Said) -> _State | None:
        """Return what ``token``, with the word behind it, opens or ends, if it is such a word."""
        if token in self._clauses:
            return "clause"
        said.final = token in self._purposes and self._active.fullmatch(behind) is not None
        if said.final or self._acts(token, behind, said):
            return "agent"
        if token in self._openers or (said.verb and token in self._behind_verbs):
            return "aside"
        if token in self._ends and not (
            said.state in {"agent", "clause"} and token in self._joining
        ):
            return "main"
        if said.state in {"main", "clause"} and token in self._before_places:
            return "place"
        return None

    def _acts(self, token: str, behind: str, said: _Said) -> bool:
        """Say whether ``token`` opens what acts or how, or a clause that says more of that.

        Such a clause has an unknown verb: ``sesuai jadwal yang ditetapkan``.
        """
        if said.nested and self._is_passive(token):
            return token not in self._verbs
        if token in self._done and said.state in {"main", "clause"}:
            return behind in self._workers
        if token in self._sections and behind in self._of_sections:
            return said.last in self._handled
        return token in self._before_agents or (token in self._sources and behind in self._agents)

    def without_meaning(self, words: frozenset[str], bag: frozenset[str]) -> frozenset[str]:
        """Return those of ``words`` that stand in ``bag`` and mean nothing of this field.

        A body of this field that only acts there means nothing.
        """
        kept = (words & bag) - self._protected
        for beside, members in self._told_apart:
            if not beside or not beside.isdisjoint(bag):
                kept -= members
        return kept | (words & bag & self._agents)
