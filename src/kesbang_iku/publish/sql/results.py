"""From sums to results: the steps that a long and a wide query have in common.

A step is a named query over the one before it. A row that a database cannot prove gets in
``perlu_eksak`` the reason why the exact engine has to compute it, and no answer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import kinds
from kesbang_iku.formula.engines.quotient import NotFoldedError
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.method import Method
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR
from kesbang_iku.model.scale import ScaleClass
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.sql.achievement import (
    LARGEST,
    UNIT_DECIMALS,
    WIDE,
    scales_freely,
    written_method,
)
from kesbang_iku.publish.sql.dialects import Dialect, Doubles
from kesbang_iku.publish.sql.numbers import (
    ABOVE,
    BELOW,
    BROKEN,
    DOUBTFUL,
    FOREIGN,
    ONE_THERE,
    digit,
)
from kesbang_iku.publish.sql.rows import LEVELS, Most, decimal
from kesbang_iku.publish.sql.targets import CLASS, OTHER, RANGE, Step, Targets

ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang")
NEEDS_EXACT: Final = "perlu_eksak"
KEYS: Final = ("wilayah", "tahun", "periode", "kode")
_ABOVE, _BELOW = "p", "q"
_OVER: Final = (("kali_rilis", "abs(dirilis)"), ("kali", "abs(a)", "abs(b)"), ("kali", "abs(a)"))
_UNDER: Final = (("bagi_rilis",), ("bagi",), ("bagi", "abs(b)"))
"""What is multiplied above and below the line: of a released value, a product, a quotient."""
_CERTAIN: Final = f"(2e0 * {_ABOVE} + 3e0 * {_BELOW} < {1 << 52}e0)"
"""Where one division of doubles is proven to give the exact digits."""
_CERTAIN_ROOT: Final = f"(26e0 * {_ABOVE} + 38e0 * {_BELOW} < {1 << 52}e0)"
"""The same of a root of one."""
_FINE: Final = 9 * 10**15
"""Steps below this are whole doubles."""
_UNITS: Final = f"{10**UNIT_DECIMALS}e0"
_AGAINST: Final = {"<=": ">", "<": ">=", "=": "<>", "<>": "="}
"""What holds where a relation does not."""
_COMPLETE, _INCOMPLETE, _UNDEFINED, _REJECTED, _NOWHERE = (
    f"'{one.value}'"
    for one in (
        *(Status.COMPLETE, Status.INCOMPLETE, Status.UNDEFINED),
        *(Status.REJECTED, Status.NOT_APPLICABLE),
    )
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a script is about.

    Attributes:
        most: what a definition has at most.
        tables: the methods and scales.
        methods: the methods in use, by name.
        achievement_scales, value_scales: the scales in use.
    """

    most: Most
    tables: Tables
    methods: tuple[str, ...]
    achievement_scales: tuple[str, ...]
    value_scales: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The steps from the sums of each key to its result."""

    shape: Shape
    dialect: Dialect
    targets: Targets

    def steps(self, source: str) -> Iterator[Step]:
        """Yield the steps, name and query; the first one reads ``source``.

        ``source`` has the keys, the columns of the definition (``dikenal``: its first year) and of
        the region, the period where it is known (``masa``), the sums of ``sums_of``, what is seen
        (``ada``), and ``t_kecil`` and ``t_besar`` of the target.
        """
        yield "iku_dinilai", self._judged(source)
        yield "iku_dibagi", self._divided()
        yield "iku_langkah", self._stepped()
        yield "iku_terbit", self._published()
        yield from self.targets.steps("iku_terbit")
        yield "iku_satuan_kecil", self._valued()
        yield "iku_banding", self._widened()
        yield "iku_capaian", self._achieved()

    # -------------------------------------------------------------------------- before the value

    def _judged(self, source: str) -> str:
        """Which variables are there, and what decides before there is a value."""
        below, release = "bawah + penyebut", "0e0"
        if self.shape.most.released:
            apart = "rilisan" if self.shape.most.apart else "0e0"
            up = self.dialect.floor.format("bawah / nullif(geser, 0e0)")
            release = (
                f"CASE WHEN geser > 0e0 THEN CAST({up} AS {self.dialect.double}) ELSE {apart} END"
            )
            below += f" - geser * {release}"
        of_level = " ".join(f"WHEN '{one}' THEN kategori_{one}" for one in LEVELS)
        bits = self.dialect.mask(f"ada - {ONE_THERE}e0 * {self._there()}")
        return (
            f"SELECT s.*, atas + pembilang AS a, {below} AS b, {release} AS dirilis,\n"
            f"  CASE WHEN ada = lengkap THEN dasar WHEN ada < {FOREIGN} THEN {bits} ELSE 0 END"
            f" AS tampak,\n"
            f"  CASE WHEN (jenjang & setingkat) <> 0 THEN 1 WHEN jenjang IS NULL THEN 0 "
            f"WHEN setingkat IS NOT NULL THEN 0 END AS berlaku,\n"
            f"  CASE tingkat {of_level} END AS skala_nilai\n"
            f"FROM {source} s"
        )

    def _there(self) -> str:
        """Return how many numbers are there."""
        return self.dialect.floor.format(f"ada / {ONE_THERE}e0")

    @property
    def _released(self) -> str:
        return "(tampak & rilis) <> 0" if self.shape.most.released else "1 = 0"

    def _divided(self) -> str:
        """Return the two sums that are divided, and the status that they leave."""
        released, missing = self._released, "(tampak & dasar) <> dasar"
        above, below = self._by_way(_OVER, " * ".join), self._by_way(_UNDER, " * ".join)
        return (
            f"SELECT s.*,\n  {above} AS p,\n  {below} AS q,\n"
            f"  CASE WHEN {released} THEN 0 ELSE akar END AS berakar,\n"
            f"  CASE WHEN berlaku = 0 THEN {_NOWHERE}\n"
            f"    WHEN tampak >= {BELOW} OR ada >= {FOREIGN} OR {self._broken()} "
            f"THEN {_REJECTED}\n"
            f"    WHEN {missing} AND NOT ({released}) THEN {_INCOMPLETE}\n"
            f"    WHEN NOT ({released}) AND berkali = 0 AND b = 0e0 "
            f"THEN {_UNDEFINED}\n"
            f"    ELSE {_COMPLETE} END AS keadaan,\n"
            f"  CASE {self._doubts(missing, released)} END AS ragu\n"
            f"FROM iku_dinilai s"
        )

    def _by_way(
        self, factors: Sequence[Sequence[str]], joined: Callable[[Sequence[str]], str]
    ) -> str:
        """Return a product of those of a released value, of two sums multiplied, of two divided."""
        released, product, plain = map(joined, factors)
        cases = [(self._released, released)] if self.shape.most.released else []
        cases += [("berkali = 1", product)] if self.shape.most.product else []
        return _case(cases, plain) if cases else plain

    def _wide(self, factors: Sequence[str]) -> str:
        return " * ".join(map(self.dialect.widened, factors))

    def _doubts(self, missing: str, released: str) -> str:
        """Return what leaves a result to the exact engine, the first thing first."""
        bits = " + ".join(
            f"CASE WHEN (tampak & {1 << place}) <> 0 THEN 1 ELSE 0 END"
            for place in range(max(1, self.shape.most.bits))
        )
        ends, year = f"{FIRST_YEAR} AND {LAST_YEAR}", self.dialect.year.format("tahun")
        cases = (
            # Almost always all is there once, and nothing else: that is known by one comparison.
            ("ada = lengkap AND berlaku = 1 AND masa IS NOT NULL", "NULL"),
            ("setingkat IS NULL", "'wilayah'"),
            (f"tahun IS NULL OR tahun NOT BETWEEN {ends} OR NOT {year}", "'tahun'"),
            ("masa IS NULL", "'periode'"),
            (f"dikenal IS NULL AND {spelt_otherwise('kode')}", "'kode'"),
            # An unknown code, and what does not apply, is known without any number.
            ("berlaku = 0", "NULL"),
            ("lengkap IS NULL", "'rumus'"),
            (f"ada >= {DOUBTFUL}", "'angka'"),
            (f"ada >= {FOREIGN}", "'variabel'"),
            (f"{self._there()} <> {bits}", "'ganda'"),
            (f"ambang = 1 AND tampak < {BELOW} AND {missing} AND NOT ({released})", "'komponen'"),
        )
        return "\n    ".join(f"WHEN {when} THEN {then}" for when, then in cases)

    def _broken(self) -> str:
        """Return whether a rule does not hold; what misses a number breaks none."""
        parts, at_most = [], self.shape.most
        for place in range(at_most.rules):
            rule = f"aturan_{place}"
            own = f"{rule} + " if place in at_most.own else ""
            total = f"{rule}_atas * a + {rule}_bawah * b + {own}{rule}_tetap"
            against = {sign: f"{total} {_AGAINST[sign]} 0e0" for sign in at_most.signs}
            if len(against) > 1:
                against |= {s: f"{rule}_tanda = '{s}' AND {how}" for s, how in against.items()}
            known = f"(tampak & {rule}_bit) = {rule}_bit"
            parts.append(f"({known} AND ({' OR '.join(against.values())}))")
        return f"({' OR '.join(parts)})" if parts else "(1 = 0)"

    # ------------------------------------------------------------------------------- the value

    def _stepped(self) -> str:
        """Return the value in steps of its last place, without its sign: the one rounding."""
        above, below = self._wide_above(), self._wide_below()
        exact = self.dialect.divided.format(f"(2 * {above} + {below})", f"nullif(2 * {below}, 0)")
        doubles = Doubles(self.dialect)
        return (
            f"SELECT s.*,\n"
            f"  CASE WHEN keadaan <> {_COMPLETE} OR ragu IS NOT NULL THEN NULL\n"
            f"    WHEN berakar = 1 THEN CASE WHEN {_CERTAIN_ROOT} "
            f"THEN {doubles.root_half_up(_ABOVE, _BELOW)} END\n"
            f"    WHEN {_CERTAIN} THEN {doubles.half_up(_ABOVE, _BELOW)}\n"
            f"    WHEN {self._held()} THEN CAST({exact} AS {self.dialect.double}) END AS langkah,\n"
            f"  {self._sign()} AS tanda,\n"
            f"  {self._beside_release()} AS hitungan\n"
            f"FROM iku_dibagi s"
        )

    def _sign(self) -> str:
        one, other, released = (
            f"CASE WHEN {name} < 0e0 THEN (-1e0) ELSE 1e0 END" for name in ("a", "b", "dirilis")
        )
        if not self.shape.most.released:
            return _case([("a >= 0e0 AND b >= 0e0", "1e0")], f"{one} * {other}")
        # A value that is not there counts as 0 here.
        none_below = "a >= 0e0 AND b >= 0e0 AND dirilis >= 0e0"
        return _case([(none_below, "1e0"), (self._released, released)], f"{one} * {other}")

    def _beside_release(self) -> str:
        """Return the steps that the parts give beside a released value; -1 where not proven."""
        if not self.shape.most.released:
            return f"CAST(NULL AS {self.dialect.double})"
        above, below = "(kali * a)", "(bagi * b)"
        certain = (
            f"berkali = 0 AND akar = 0 AND a >= 0e0 AND b > 0e0 AND "
            f"2e0 * {above} + 3e0 * {below} < {1 << 52}e0"
        )
        steps = Doubles(self.dialect).half_up(above, below)
        return (
            f"CASE WHEN {self._released} THEN CASE WHEN (tampak & dasar) = dasar "
            f"AND (berkali = 1 OR b <> 0e0) "
            f"THEN CASE WHEN {certain} THEN {steps} ELSE (-1e0) END END END"
        )

    def _held(self) -> str:
        """Return whether wide numbers hold a quotient, and a double its steps."""
        largest = self.dialect.capacity.largest
        return (
            f"{_ABOVE} < {_FINE}e0 * {_BELOW} AND "
            f"2e0 * {_ABOVE} + 2e0 * {_BELOW} < {float(largest):.6g}"
        )

    def _wide_above(self) -> str:
        return f"({self._by_way(_OVER, self._wide)})"

    def _wide_below(self) -> str:
        return f"({self._by_way(_UNDER, self._wide)})"

    def _published(self) -> str:
        """Return the value, and what the range of the indicator rejects."""
        return (
            f"SELECT s.*,\n"
            f"  tanda * langkah / pangkat + 0e0 AS terbit,\n"
            f"  CASE WHEN tanda * langkah > terendah AND tanda * langkah < tertinggi THEN NULL\n"
            f"    WHEN tanda * langkah < terendah THEN 'bawah'\n"
            f"    WHEN tanda * langkah > tertinggi THEN 'atas'\n"
            f"    WHEN tanda * langkah = terendah OR tanda * langkah = tertinggi THEN "
            f"CASE WHEN {self._beyond('terendah', '<')} THEN 'bawah'\n"
            f"    WHEN {self._beyond('tertinggi', '>')} THEN 'atas' END END AS di_luar,\n"
            f"  CASE WHEN ragu IS NULL AND keadaan = {_COMPLETE} AND langkah IS NULL "
            f"THEN 'angka'\n"
            f"    WHEN ragu IS NULL AND keadaan = {_COMPLETE} AND hitungan <> tanda * langkah "
            f"THEN 'rilis' ELSE ragu END AS alasan\n"
            f"FROM iku_langkah s"
        )

    def _beyond(self, end: str, sign: str) -> str:
        """Return whether a value lies beyond the end that it is rounded to."""
        wide = self.dialect.widened
        limit = f"{end} * CASE WHEN berakar = 1 THEN {end} ELSE 1e0 END"
        double = f"tanda * {_ABOVE} {sign} {limit} * {_BELOW}"
        exact = f"{wide('tanda')} * {self._wide_above()} {sign} {wide(end)} * {self._wide_below()}"
        return (
            f"(tanda * langkah = {end} AND "
            f"CASE WHEN berakar = 1 OR {_CERTAIN} THEN {double} ELSE {exact} END)"
        )

    # -------------------------------------------------------------------------- the achievement

    def _achieved(self) -> str:
        """Return the achievement, and what in the end is left to the exact engine."""
        told = f"alasan IS NULL AND di_luar IS NULL AND keadaan = {_COMPLETE}"
        numbers = f"jenis_target IS NOT NULL AND jenis_target NOT IN ('{CLASS}', '{OTHER}')"
        percent, unproven = self._by_method()
        return (
            f"SELECT s.*,\n"
            f"  CASE WHEN {told} AND {numbers} THEN {percent} END AS diraih,\n"
            f"  CASE WHEN alasan IS NOT NULL THEN alasan\n"
            f"    WHEN keadaan = {_NOWHERE} THEN NULL\n"
            f"    WHEN jenis_target = '{OTHER}' THEN 'target'\n"
            f"    WHEN {told} AND {numbers} AND {unproven} THEN 'target' END AS {NEEDS_EXACT}\n"
            f"FROM iku_banding s"
        )

    def _valued(self) -> str:
        """Return value and target in the units that they are compared in: small, or both whole."""
        whole = "(1 = 0)"
        if all(map(scales_freely, self._methods())):
            parts = ("t1", "coalesce(t2, 0e0)")
            floor = self.dialect.floor.format
            rounds = (f"abs({t}) / {_UNITS} = {floor(f'abs({t}) / {_UNITS}')}" for t in parts)
            whole = f"pangkat = 1e0 AND {' AND '.join(rounds)}"
        units = f"CASE WHEN {whole} THEN {_UNITS} ELSE 1e0 END"
        value = f"tanda * langkah * ({_UNITS} / pangkat) / {units}"
        targets = f"t1 / {units} AS w1, t2 / {units} AS w2"
        return f"SELECT s.*, {value} AS v,\n  {targets}\nFROM iku_target s"

    def _widened(self) -> str:
        columns = ("v", "w1", "w2") if self.targets.ranges else ("v", "w1")
        widened = self.dialect.widened
        wide = ",\n  ".join(
            f"CASE WHEN abs({one}) <= {LARGEST}e0 THEN {widened(one)} END AS {one}{WIDE}"
            for one in columns
        )
        return f"SELECT s.*,\n  {wide}\nFROM iku_satuan_kecil s"

    def _methods(self) -> Iterator[Method]:
        methods = self.shape.tables.methods
        for name in self.shape.methods:
            yield methods[name]
            ranged = methods[name].bila_rentang
            if ranged is not None and self.targets.ranges:
                yield methods[ranged]

    def _by_method(self) -> tuple[str, str]:
        """Return the achievement by the method of each definition, and where it is not proven."""
        percents, doubts = [], []
        for name in self.shape.methods:
            percent, doubt = self._of_method(name)
            percents.append(f"WHEN '{name}' THEN {percent}")
            doubts.append(f"WHEN '{name}' THEN {doubt}")
        if not percents:
            return f"CAST(NULL AS {self.dialect.double})", "(1 = 1)"
        listed = "\n    ".join(percents), "\n    ".join(doubts)
        return f"CASE metode {listed[0]} END", f"CASE metode {listed[1]} ELSE 1 END = 1"

    def _of_method(self, name: str) -> tuple[str, str]:
        method = self.shape.tables.methods[name]
        percent, doubt = self._written(method, {"realisasi": "v", "target": "w1"})
        if not self.targets.ranges:
            return percent, doubt
        ranged, open_ = "NULL", "0"
        if method.bila_rentang is not None:
            columns = {"realisasi": "v", "target_min": "w1", "target_maks": "w2"}
            ranged, open_ = self._written(self.shape.tables.methods[method.bila_rentang], columns)
        is_range = f"jenis_target = '{RANGE}'"
        return _case([(is_range, ranged)], percent), _case([(is_range, open_)], doubt)

    def _written(self, method: Method, columns: Mapping[str, str]) -> tuple[str, str]:
        try:
            found = written_method(method, columns, self.dialect)
        except NotFoldedError:
            return f"CAST(NULL AS {self.dialect.double})", "1"
        percent = f"({found.steps}) / {10**method.desimal}e0"
        return percent, found.unproven

    # ------------------------------------------------------------------------------- the answer

    def answer(self) -> Sequence[str]:
        """Return the columns of the answer, over the last step."""
        proven = f"{NEEDS_EXACT} IS NULL"
        complete = f"{proven} AND keadaan = {_COMPLETE} AND di_luar IS NULL"
        answers = {
            "nilai": f"CASE WHEN {complete} THEN terbit END",
            "status": f"CASE WHEN NOT ({proven}) OR dikenal IS NULL THEN NULL "
            f"WHEN di_luar IS NOT NULL THEN {_REJECTED} ELSE keadaan END",
            "capaian": f"CASE WHEN {complete} THEN diraih END",
            "predikat": f"CASE WHEN {complete} AND diraih IS NOT NULL THEN "
            f"{self._class('predikat', 'diraih', self.shape.achievement_scales)} END",
            "kategori": f"CASE WHEN {complete} THEN "
            f"{self._class('skala_nilai', 'terbit', self.shape.value_scales)} END",
            "temuan": f"CASE WHEN {proven} THEN {self._codes()} END",
            "kurang": f"CASE WHEN NOT ({proven}) THEN NULL "
            f"WHEN keadaan = {_INCOMPLETE} THEN {self._missing()} ELSE '' END",
        }
        columns = [f"{answers[name]} AS {name}" for name in ANSWERS]
        return [*KEYS, *columns, NEEDS_EXACT]

    def _class(self, column: str, number: str, scales: Sequence[str]) -> str:
        """Return the class of a published number: doubles nearest to decimals keep their order."""
        # Most have none: that is one question, not one for each.
        cases = [(f"{column} IS NULL", "NULL")]
        for name in scales:
            scale = self.shape.tables.scales[name]
            tests = [(_inside(number, one), self.dialect.literal(one.label)) for one in scale.kelas]
            cases.append((f"{column} = '{name}'", _case(tests, "NULL")))
        return _case(cases, "NULL") if scales else "nullif('a', 'a')"

    def _codes(self) -> str:
        """Return the codes of what is to be said of a result, in their order."""
        below, above, broken = (
            f"keadaan = {_REJECTED} AND {digit('tampak', unit)}" for unit in (BELOW, ABOVE, BROKEN)
        )
        here = f"keadaan <> {_NOWHERE} AND t1 IS NOT NULL AND dikenal IS NOT NULL"
        outside = " OR ".join(
            f"{target} * pangkat {sign} {end} * {_UNITS}"
            for target in ("t1", "t2")
            for end, sign in (("terendah", "<"), ("tertinggi", ">"))
        )
        found = {
            kinds.UNKNOWN_CODE.code: "dikenal IS NULL AND kode IS NOT NULL",
            kinds.CELL_MISSING.code: "kode IS NULL",
            kinds.BEFORE_REGION.code: "tahun < sejak",
            kinds.NOT_IN_FORCE.code: "dikenal IS NOT NULL AND jenjang IS NULL",
            kinds.NOT_ESTIMATED.code: f"jenjang IS NOT NULL AND keadaan = {_NOWHERE}",
            kinds.MISSING_VARIABLE.code: f"keadaan = {_INCOMPLETE}",
            kinds.BELOW_MINIMUM.code: f"di_luar = 'bawah' OR ({below})",
            kinds.ABOVE_MAXIMUM.code: f"di_luar = 'atas' OR ({above})",
            kinds.NOT_WHOLE.code: broken,
            kinds.RULE_BROKEN.code: f"keadaan = {_REJECTED} AND tampak < {BELOW}",
            kinds.UNDEFINED_VALUE.code: f"keadaan = {_UNDEFINED}",
            kinds.TARGET_OUT_OF_RANGE.code: f"{here} AND ({outside})",
            kinds.TARGET_WRONG_WAY.code: f"{here} AND arah <> polaritas",
            kinds.ACHIEVEMENT_UNDEFINED.code: f"keadaan = {_COMPLETE} AND di_luar IS NULL "
            "AND jenis_target IS NOT NULL AND diraih IS NULL",
        }
        parts = [_case([(when, f"'{code} '")], "''") for code, when in sorted(found.items())]
        # Of almost all nothing is to be said, and little has to be asked to know that.
        of_target = (
            f"jenis_target IS NOT NULL AND (diraih IS NULL OR arah IS NOT NULL OR {outside})"
        )
        anything = (
            f"keadaan <> {_COMPLETE} OR di_luar IS NOT NULL OR tahun < sejak OR ({of_target})"
        )
        return _case([(anything, f"trim({self.dialect.joined(parts)})")], "''")

    def _missing(self) -> str:
        """Return the names of the variables that are missing."""
        width = self.shape.most.width
        parts = []
        for place in range(self.shape.most.names):
            missing = f"(tampak & {1 << place}) = 0 AND (dasar & {1 << place}) <> 0"
            name = f"trim(substr(nama, {1 + place * width}, {width}))"
            parts.append(_case([(missing, self.dialect.joined([name, "' '"]))], "''"))
        return f"trim({self.dialect.joined(parts)})" if parts else "''"


def plain_code(column: str) -> str:
    """Return a code in the letters of the standard; the version it may name stays behind it."""
    return f"upper(trim({column}))"


def spelt_otherwise(column: str) -> str:
    """Return whether a code is not written as the standard writes codes, or names a version."""
    return f"({column} <> {plain_code(column)} OR {column} LIKE '%@%' OR {odd_ends(column)})"


def is_chosen(column: str, codes: Sequence[str], dialect: Dialect) -> str:
    """Return whether a code is one of those asked for, however it is spelt: none is lost."""
    listed = ", ".join(map(dialect.literal, codes))
    plain = plain_code(column)
    versions = (f"{plain} LIKE {dialect.literal(f'{one}@%')}" for one in codes)
    parts = (f"{plain} LIKE {dialect.literal(f'%{one}%')}" for one in codes)
    spaced = f"({odd_ends(column)} AND ({' OR '.join(parts)}))"
    return " OR ".join((f"{column} IN ({listed})", f"{plain} IN ({listed})", *versions, spaced))


def odd_ends(column: str) -> str:
    """Return whether a code begins or ends in neither letter nor digit: no database trims a tab."""
    digits = ", ".join(f"'{digit}'" for digit in range(10))
    ends = (f"substr({column}, {place}, 1)" for place in ("1", f"length({column})"))
    odd = (f"(upper({end}) = lower({end}) AND {end} NOT IN ({digits}))" for end in ends)
    return f"({' OR '.join(odd)})"


def period_of(column: str) -> str:
    """Return the period of a row: the whole year where none is told."""
    return f"CASE WHEN {column} <> '' THEN {column} ELSE '{ANNUAL}' END"


def _case(cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    listed = " ".join(f"WHEN {when} THEN {then}" for when, then in cases)
    return f"CASE {listed} ELSE {otherwise} END"


def _inside(number: str, one: ScaleClass) -> str:
    tests = []
    if one.dari is not None:
        tests.append(f"{number} {'>=' if one.dari_termasuk else '>'} {decimal(one.dari)}")
    if one.sampai is not None:
        tests.append(f"{number} {'<=' if one.sampai_termasuk else '<'} {decimal(one.sampai)}")
    return " AND ".join(tests) or f"{number} IS NOT NULL"
