"""``diff --pada``: the plans and reports at hand that a change of the standard touches."""

from argparse import Namespace
from collections.abc import Sequence

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.impact import Changes, Impact, impacts
from kesbang_iku.catalog.answers import ImpactCountsAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.comparison import Comparison
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.computed import load_all
from kesbang_iku.cli.finding_lines import Findings, has_errors
from kesbang_iku.cli.mapping_files import read_mapping_files
from kesbang_iku.cli.plan_sources import read_plan_sources
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources, expand_folders, finish, read_sources
from kesbang_iku.cli.table import AnswerTable, columns_of
from kesbang_iku.findings import Finding
from kesbang_iku.findings.sentences import catalog, commands
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.validation.contents import kind_of


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change means for files, and what was found in them."""

    impacts: Sequence[Impact]
    sources: Sources
    findings: Sequence[Finding]

    @property
    def counts(self) -> ImpactCountsAnswer:
        """How many files were looked at, and how many of them are touched."""
        files = {one.place.berkas for one in self.impacts}
        return {"berkas": len(self.sources.opened), "kena": len(files), "item": len(self.impacts)}

    def as_dict(self, session: Session) -> dict[str, object]:
        """Return the keys that the answer in JSON has besides."""
        language = session.language
        findings = (*self.sources.not_read, *self.findings)
        return {
            "dampak": [one.as_dict(language) for one in self.impacts],
            "ringkasan": self.counts,
            "temuan": [one.as_dict(language) for one in findings],
        }

    def as_text(self, session: Session) -> str:
        """Return a table for a terminal."""
        return "\n" + self._table(session).as_text(session.screen)

    def as_markdown(self, session: Session) -> str:
        """Return a section of Markdown."""
        return self._table(session).as_markdown()

    def finished(self, form: str, session: Session) -> int:
        """Say what was found beside an answer that cannot, and return the exit status."""
        if form != "json":
            Findings(session, self.sources.opened).complain(self.findings)
        return finish(self.sources, session, int(has_errors(self.findings)))

    def _table(self, session: Session) -> AnswerTable:
        long = {"nama", "tindakan"}
        columns = columns_of(commands.diff.COLUMNS, session, flexible=long, main="nama")
        words = commands.diff.ACTIONS
        rows = [
            (
                f"{one.place.berkas}:{one.place.baris or NOTHING}",
                one.perubahan.kode,
                one.nama,
                session.say(catalog.KIND[one.perubahan.kind]),
                ", ".join(session.say(words[each.jenis]) for each in one.tindakan),
            )
            for one in self.impacts
        ]
        # What each kind of thing to do is, is the same in many files: it is said once.
        told = dict.fromkeys(
            session.say(
                commands.diff.TO_DO,
                kode=one.perubahan.kode,
                tindakan=words[each.jenis],
                uraian=each.uraian,
            )
            for one in sorted(self.impacts, key=lambda one: one.perubahan.kode)
            for each in one.tindakan
        )
        summary = session.say(commands.diff.TOUCHED, **self.counts)
        return AnswerTable(session.say(commands.diff.IMPACT), columns, rows, [*told, summary])


def look_at(
    options: Namespace, comparison: Comparison, before: Catalog, after: Catalog, session: Session
) -> Touched:
    """Return what a change means for the files of ``--pada``."""
    names = expand_folders(options.pada, session)
    sources = read_sources(names, session)
    kinds = {one.name: kind_of(one) for one in sources.opened}
    decided = [name for name, kind in kinds.items() if kind == "padanan"]
    mappings = read_mapping_files([*options.padanan, *decided], session, after)
    sources.opened = [one for one in sources.opened if one.name not in decided]
    plans = [name for name, kind in kinds.items() if kind == "rencana"]
    asked = dict.fromkeys(("tingkat", "tahun", "periode", "lembar", "sistem_kode"))
    wanted = Namespace(plans=plans, wilayah=[], **asked)
    found = read_plan_sources(wanted, session, load_regions())
    others = Sources([one for one in sources.opened if one.name not in plans])
    reports = load_all(others, before, session)
    touched = impacts(Changes(comparison, before, after), found.plans, reports, mappings.together)
    secrets = secrets_of(sources.opened)
    of_plans = (one for plan in found.plans for one in plan.plan.temuan)
    said = (*sources.findings, *mappings.of_weight, *found.findings, *of_plans, *reports.temuan)
    sources.not_read += mappings.sources.not_read
    errors = [one for one in said if one.tingkat == "galat"]
    return Touched(secrets.cover(touched), sources, secrets.mask(errors))
