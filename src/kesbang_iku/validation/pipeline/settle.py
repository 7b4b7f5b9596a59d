"""The last stage: which findings count, what was accepted, and what is set aside."""

from collections.abc import Collection, Iterable

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding
from kesbang_iku.validation.baseline import BaselineMatch, match_baseline, stale
from kesbang_iku.validation.configuration import Configuration, apply_configuration, weighs_enough


@dataclass(frozen=True, slots=True)
class SettledFindings:
    """Findings held against a configuration and a baseline.

    Attributes:
        matches: those that the configuration lets count, each with whether it is accepted.
        ignored: how many it ignores.
        gone: how many entries of the baseline no finding has any more.
        configuration: what counts, and what of it is shown.
    """

    matches: tuple[BaselineMatch, ...]
    ignored: int
    gone: int
    configuration: Configuration

    @property
    def new(self) -> tuple[Finding, ...]:
        """The findings that count."""
        return tuple(one.finding for one in self.matches if not one.accepted)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """Those of them that weigh enough to be shown."""
        least = self.configuration.least
        return tuple(one for one in self.new if weighs_enough(one, least))

    @property
    def accepted(self) -> int:
        """How many findings the baseline accepts."""
        return sum(one.accepted for one in self.matches)


def settle(
    findings: Iterable[Finding], configuration: Configuration, accepted: Collection[str] = ()
) -> SettledFindings:
    """Return which findings count; ``accepted`` are the fingerprints of a baseline."""
    configured = apply_configuration(findings, configuration)
    matches = match_baseline(configured.kept, accepted)
    # What is ignored on this run occurs all the same.
    occurring = match_baseline((*configured.kept, *configured.ignored), accepted)
    gone = len(stale(occurring, accepted))
    return SettledFindings(matches, len(configured.ignored), gone, configuration)
