"""An aligned plan as it is looked over: by programme, with what asks for attention standing out."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from kesbang_iku._grouped import grouped
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import alignment, commands
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.model.registers import FieldFile
from kesbang_iku.sources.data import load_data

STATES: Final = ("selaras", "menyimpang", "lokal", "tanpa_padanan")


def has_sure_counterpart(one: AlignedItem) -> bool:
    """Say whether no word of a row leaves its counterpart to a person, by ``penyelarasan.yaml``."""
    bound = load_data("penyelarasan.yaml", MatchingFile).bobot.tak_terjelaskan.nilai
    return one.padanan is not None and one.keyakinan > bound


class Programme(NamedTuple):
    """The items of one programme.

    Attributes:
        code: of the programme; ``None`` where it is not known.
        items: those to look at.
        together: outputs that are simply in line, where there are several of them.
    """

    code: str | None
    items: Sequence[AlignedItem]
    together: Sequence[AlignedItem]

    @property
    def title(self) -> Text:
        """What it is called."""
        if self.code is None:
            return commands.align.NO_PROGRAMME
        return title_of(self.code)

    @property
    def counts(self) -> dict[str, int]:
        """How many items are in each state; none is left out."""
        states = [state_of(one) for one in (*self.items, *self.together)]
        return {state: states.count(state) for state in STATES if state in states}


def title_of(code: str) -> Text:
    """Return the code of a programme with the fields it is of."""
    fields = load_data("bidang.yaml", FieldFile).bidang
    named = [one.title for one in fields if one.program == code]
    return Text.same(" ").join((Text.same(code), *named))


def programmes(found: Alignment) -> list[Programme]:
    """Return the items of this field of work by programme, those of none at the end."""
    return [
        Programme(code, *_parted(items))
        for code, items in by_programme(one for one in found if not one.tempat.bidang_lain)
    ]


def by_programme(items: Iterable[AlignedItem]) -> list[tuple[str | None, list[AlignedItem]]]:
    """Return the items by programme, in the order of the nomenclature; those of none last."""
    groups = grouped((one.tempat.program, one) for one in items)
    return sorted(groups.items(), key=lambda group: (group[0] is None, group[0] or ""))


def _parted(items: Sequence[AlignedItem]) -> tuple[list[AlignedItem], list[AlignedItem]]:
    plain = [one for one in items if is_plain_output(one)]
    together = {id(one) for one in plain} if len(plain) > 1 else set()
    return (
        [one for one in items if id(one) not in together],
        [one for one in plain if id(one) in together],
    )


def state_of(one: AlignedItem) -> str:
    """Return the state of an item, as the summary counts it."""
    if one.cara == "lokal":
        return "lokal"
    if one.padanan is None:
        return "tanpa_padanan"
    return "menyimpang" if one.penyimpangan else "selaras"


def is_plain_output(one: AlignedItem) -> bool:
    """Say whether a row is the output of a sub kegiatan of which nothing is to be said."""
    said = one.penyimpangan or one.temuan or one.cara == "mirip"
    return is_output(one) and not said


def is_output(one: AlignedItem) -> bool:
    """Say whether the counterpart of an item is the output of a sub kegiatan."""
    found = one.padanan
    return found is not None and found.kode.startswith(f"{found.program}.")


class Near(NamedTuple):
    """What stands in place of a counterpart.

    Attributes:
        said: what is said of the codes, with a field ``kode``.
        codes: the codes, the likeliest first.
        meant: whether they are what may be meant, and not what is nearest.
    """

    said: Text
    codes: Sequence[str]
    meant: bool = False


def nearest_codes(one: AlignedItem) -> Near | None:
    """Return the entry that is related to an item; else what may be meant, or is only like it.

    Else the nearest one; ``None`` where nothing is near.
    """
    different = {each.indicator.kode for each in one.kandidat if each.only_alike}
    if one.terdekat is not None and one.terdekat.indicator.kode not in different:
        relation = alignment.MATCHES[one.terdekat.relation]
        said = Text.same(" ").join((relation, Text.same("{kode}")))
        return Near(said, [one.terdekat.indicator.kode])
    for only_alike, said in (
        (False, commands.align.PERHAPS_CODES),
        (True, commands.align.NOT_CODES),
    ):
        near = [each.indicator.kode for each in one.kandidat if each.only_alike is only_alike]
        if near:
            return Near(said, near, meant=True)
    near_by = one.tempat.terdekat
    if near_by is None:
        return None
    return Near(commands.align.NEAREST_CODE, [near_by.indicator.kode])
