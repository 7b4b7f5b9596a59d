"""The unit somebody wrote behind a number, held against the unit the number should have."""

from collections.abc import Callable, Iterator

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.indicator.engine import ExpectedUnit
from kesbang_iku.indicator.words import unit_words


def check_unit(
    written: str | None, expected: ExpectedUnit, name: str, locate: Callable[[], Place]
) -> Iterator[Finding]:
    """Yield what is wrong with the unit ``written`` behind a number.

    A word that is no unit at all may be a part of the number that was misread, such as the letter
    in ``9O``. A unit of another kind says that something else was counted. A unit of the same kind
    leaves the number what it is, and so does one that only lacks what it is of: ``Rp`` a vote.

    Args:
        written: the unit as written, or ``None`` where there is none.
        expected: the unit the number should have. Words of its label are as good: what conflicts
            count is cases, but people write ``20 konflik``.
        name: what the number is, for the finding.
        locate: tells where it stands.
    """
    wanted = expected.tables.units.get(expected.name)
    if written is None or wanted is None:
        return
    seen = expected.tables.unit_spelled(written)
    if seen == wanted or written.casefold() in expected.label.casefold().split():
        return
    facts = {"nama": name, "tertulis": written, "satuan": unit_words(wanted.nama).id}
    if seen is None:
        yield kinds.UNIT_UNKNOWN.at(locate(), value=written, **facts)
    elif seen.fits(wanted):
        yield kinds.UNIT_OTHER.at(locate(), value=written, **facts)
    else:
        yield kinds.UNIT_OTHER_KIND.at(locate(), value=written, **facts)
