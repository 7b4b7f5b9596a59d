"""``explain --kepekaan``: how much the ranking of regions owes to the weights of a composite."""

from collections.abc import Iterable, Iterator, Mapping

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table import AnswerTable, Column, columns_of
from kesbang_iku.composite.decomposition import CompositeError
from kesbang_iku.composite.ranking import Sensitivity, sensitivity
from kesbang_iku.extras import MissingExtraError
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.answers import RankAnswer, RankingAnswer, WithoutComponentAnswer
from kesbang_iku.indicator.indicator import Result, indicator_of


@dataclass(frozen=True, slots=True)
class Ranking:
    """The regions of one year and period, ranked.

    Attributes:
        tahun, periode: the year and period.
        found: what becomes of the ranking when the weights vary.
        names: what each region is called, by its key in ``found``.
    """

    tahun: int | None
    periode: str
    found: Sensitivity
    names: Mapping[str, str]

    @property
    def title(self) -> tuple[str, ...]:
        """The year and period, as far as they say something."""
        year = () if self.tahun is None else (str(self.tahun),)
        return year if self.periode == "tahunan" else (*year, self.periode)

    def as_dict(self, language: Language) -> RankingAnswer:
        """Return it as a JSON object; rank 1 is best."""
        found = self.found
        return RankingAnswer(
            kode=found.kode,
            versi=found.versi,
            tahun=self.tahun,
            periode=self.periode,
            ubahan=found.draws,
            rentang_bobot=str(found.spread),
            benih=found.seed,
            wilayah=[
                RankAnswer(
                    wilayah=band.wilayah,
                    nilai=format(band.value, "f"),
                    peringkat=band.rank,
                    persentil_5=band.low,
                    median=band.median,
                    persentil_95=band.high,
                    bagian_tetap=str(band.stable),
                )
                for band in found.bands
            ],
            tanpa_komponen=[
                WithoutComponentAnswer(
                    variabel=one.variable,
                    label=one.label,
                    peringkat=dict(one.ranks),
                    pergeseran_rata_rata=str(one.mean_shift),
                    pergeseran_terbesar=one.largest_shift,
                )
                for one in found.left_out
            ],
            tanpa_peringkat={
                region: reason.plain(language) for region, reason in found.unranked.items()
            },
        )

    def tables(self, session: Session) -> Iterator[AnswerTable]:
        """Yield the tables of the ranks, and of the ranks without each component."""
        found, language = self.found, session.language
        name = Text(found.nama, found.nama_en).plain(language)
        note = session.say(
            commands.explain.VARIED,
            rentang=session.number(found.spread * 100),
            ubahan=session.number(found.draws),
        )
        unranked = [
            session.say(
                commands.explain.NOT_RANKED,
                wilayah=self.names[region],
                sebab=reason.plain(language),
            )
            for region, reason in found.unranked.items()
        ]
        yield AnswerTable(
            " · ".join((f"{found.kode} {name}", *self.title)),
            _columns(("peringkat", "wilayah", "nilai", "pita", "median", "tetap"), session),
            [
                (
                    str(band.rank),
                    self.names[band.wilayah],
                    session.number(band.value),
                    f"{band.low}–{band.high}",
                    str(band.median),
                    f"{session.number(round_half_up(band.stable * 100, 0))}%",
                )
                for band in found.bands
            ],
            [note, *unranked],
        )
        if found.left_out:
            yield AnswerTable(
                session.say(commands.explain.WITHOUT_ONE),
                _columns(("komponen", "rata_rata", "terbesar"), session),
                [
                    (
                        one.label,
                        session.number(round_half_up(one.mean_shift, 1)),
                        str(one.largest_shift),
                    )
                    for one in found.left_out
                ],
            )


def rankings(results: Iterable[Result], regions: Regions, session: Session) -> list[Ranking]:
    """Return a ranking for each version, year and period of ``results``.

    Raises:
        CannotRunError: they cannot be ranked, or numpy is not installed.
    """
    groups = grouped(((result.versi, result.tahun, result.periode), result) for result in results)
    try:
        return [_ranking(group, regions) for group in groups.values()]
    except (CompositeError, MissingExtraError) as error:
        raise CannotRunError(
            commands.explain.NOT_TAKEN_APART, sebab=error.render(session.language)
        ) from error


def _ranking(group: list[Result], regions: Regions) -> Ranking:
    first = group[0]
    table: dict[str, Mapping[str, object]] = {}
    names: dict[str, str] = {}
    for result in group:
        key = code = result.wilayah or NOTHING
        while key in table:
            # The same region twice is ranked twice: which of the two is meant cannot be told here.
            key += "*"
        region = regions.get(code)
        table[key] = result.masukan
        names[key] = key if region is None else f"{key} {region.nama}"
    return Ranking(first.tahun, first.periode, sensitivity(indicator_of(first), table), names)


def _columns(keys: Iterable[str], session: Session) -> list[Column]:
    words, texts = commands.explain.RANK_COLUMNS, {"wilayah", "komponen"}
    return columns_of(words, session, keys, number=words.keys() - texts, flexible=texts)
