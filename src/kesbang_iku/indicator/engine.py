"""A definition made ready to compute: every formula compiled once, every reference resolved."""

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Text
from kesbang_iku.formula import Expression, FormulaError, Value, compile_exact, parse, variables
from kesbang_iku.indicator.achievement import Scorer, methods_for_numbers, scorer_for
from kesbang_iku.indicator.deciding import deciding
from kesbang_iku.model.definition import Bounds, Composite, Definition, Rule, UndefinedCase
from kesbang_iku.model.digest import digest_of
from kesbang_iku.model.record import Record
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel

Evaluator = Callable[..., Value]


class ExpectedUnit(NamedTuple):
    """The unit a number should have, the table of all units, and what the number is called."""

    name: str
    tables: Tables
    label: str = ""


class VariableLimits(NamedTuple):
    """What is possible for a variable."""

    minimum: Fraction | None
    maximum: Fraction | None
    whole: bool
    unit: ExpectedUnit
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Reduction:
    """A composite over the part of its variables that is present.

    Attributes:
        composite: what is left of the composite, its weights brought back to their sum.
        tree: its formula.
        left_out: the variables that do not count: those that are missing, and those that are there
            but whose group falls short of its threshold.
        share: the share of the weight of the whole that counts.
    """

    composite: Composite
    tree: Expression
    left_out: tuple[str, ...]
    share: Fraction


@dataclass(frozen=True)
class Engine:
    """What computing one definition needs, prepared on first use and kept."""

    definition: Definition
    tables: Tables

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What others worked out of the definition and keep here, by a name of their own."""
        return {}

    @cached_property
    def formula(self) -> Evaluator | None:
        """The formula, compiled; ``None`` where the indicator has none."""
        tree = self.definition.tree
        return None if tree is None else compile_exact(tree)

    @cached_property
    def computed(self) -> Evaluator | None:
        """The formula without the released value, to hold the released one against."""
        tree = self.base_tree
        return None if self.definition.rilis is None or tree is None else compile_exact(tree)

    @cached_property
    def base_tree(self) -> Expression | None:
        """The same as a tree."""
        definition = self.definition
        base = definition.komponen.formula if definition.komponen else definition.rumus
        return None if base is None else parse(base)

    def reduction(self, present: Collection[str]) -> Reduction | None:
        """Return the composite over the variables in ``present``.

        ``None`` where the indicator is no composite, where nothing of it is missing, or where less
        is present than its threshold asks for; without a threshold that is any variable missing.
        """
        composite = self.definition.komponen
        if composite is None:
            return None
        weights = composite.leaf_weights
        missing = [name for name in weights if name not in present]
        reduced = composite.without(missing) if missing else None
        if reduced is None:
            return None
        try:
            tree = parse(reduced.formula)
        except FormulaError:
            # Weights of very many digits: a quotient of two of them is longer than a constant of
            # the language may be. The value then counts as incomplete, as without a threshold.
            return None
        kept = variables(tree)
        left_out = tuple(name for name in weights if name not in kept)
        lost = sum((weights[name] for name in left_out), Fraction(0))
        return Reduction(reduced, tree, left_out, 1 - lost / sum(weights.values(), Fraction(0)))

    @cached_property
    def name(self) -> Text:
        """What the indicator is called, held once for all of its results."""
        return Text(self.definition.nama, self.definition.nama_en)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The variables of the formula, in order; without a formula, all that are declared."""
        tree = self.definition.tree
        return tuple(self.definition.variables_by_name) if tree is None else variables(tree)

    @cached_property
    def computed_from(self) -> tuple[str, ...]:
        """The same without a value that its owner released beside a formula."""
        return (self.base_tree and variables(self.base_tree)) or self.needed

    @cached_property
    def limits(self) -> Mapping[str, VariableLimits]:
        """What is possible for each variable, by name."""
        return {
            variable.nama: VariableLimits(
                variable.minimum,
                variable.maximum,
                variable.whole,
                ExpectedUnit(variable.satuan, self.tables, variable.label),
                Bounds.model_construct(min=variable.minimum, maks=variable.maximum),
            )
            for variable in self.definition.variabel
        }

    @cached_property
    def value_unit(self) -> ExpectedUnit:
        """The unit of the value, its target, and what a region printed of it."""
        counted = self.definition.nama if self.counts else ""
        return ExpectedUnit(self.definition.satuan, self.tables, counted)

    @property
    def counts(self) -> bool:
        """Whether the value is a whole number, as what counts things is."""
        return self.definition.desimal == 0

    @cached_property
    def achievement_unit(self) -> ExpectedUnit:
        """The unit of the achievement: that of its scale."""
        return ExpectedUnit(self.achievement_scale.satuan, self.tables)

    @cached_property
    def releases(self) -> frozenset[str]:
        """The variables that hold a value released by the indicator's owner."""
        return frozenset(found.nama for found in self.definition.variabel if found.jenis == "rilis")

    @cached_property
    def rules(self) -> tuple[tuple[Evaluator, Rule], ...]:
        """The relations that must hold, compiled."""
        return tuple((compile_exact(parse(rule.ekspresi)), rule) for rule in self.definition.aturan)

    @cached_property
    def undefined_cases(self) -> tuple[tuple[Evaluator, UndefinedCase], ...]:
        """What an undefined value means, each with its condition compiled."""
        cases = self.definition.jika_tak_terdefinisi
        return tuple((compile_exact(parse(case.jika)), case) for case in cases)

    def scale(self, level: AdminLevel | None) -> Scale | None:
        """Return the category scale of the value at a level of government."""
        name = self.definition.category_scale(level)
        return None if name is None else self.tables.scales[name]

    @cached_property
    def scorer(self) -> Scorer:
        """What judges a value of the indicator against a target."""
        return self._scorer_for(self.definition.capaian)

    @cached_property
    def other_scorers(self) -> Mapping[str, Scorer]:
        """The same with every other method of the catalog, by name, to recognise what was used."""
        names = methods_for_numbers(self.tables)
        return {name: self._scorer_for(name) for name in names if name != self.definition.capaian}

    @property
    def parts(self) -> tuple[Record, ...]:
        """Everything that decides a result: the definition, its methods, its scales."""
        single, ranged = self.scorer.single.method, self.scorer.ranged
        scales = (self.tables.scales[name] for name in self.definition.category_scales)
        methods = (single,) if ranged is None else (single, ranged.method)
        return (self.definition, *methods, self.achievement_scale, *scales)

    @cached_property
    def digest(self) -> str:
        """The fingerprint of everything that decides a result, whatever is said beside it."""
        return digest_of(deciding(self.parts))

    @cached_property
    def achievement_scale(self) -> Scale:
        """The scale of the achievement."""
        return self.tables.scales[self.definition.predikat]

    def _scorer_for(self, name: str) -> Scorer:
        return scorer_for(self.tables, name, self.definition.polaritas, self.achievement_scale)
