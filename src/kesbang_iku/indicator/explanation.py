"""Explaining a result: from the numbers handed in to the category, each step with its source."""

from functools import partial
from typing import Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text, build_answer, format_number
from kesbang_iku.findings.markdown import literal
from kesbang_iku.findings.sentences import indicator as said
from kesbang_iku.formula import (
    Expression,
    Step,
    Values,
    fraction_of,
    parse,
    to_text,
    trace,
    value_text,
)
from kesbang_iku.indicator.achievement import Achievement, method_inputs
from kesbang_iku.indicator.answers import ExplainedAnswer, StepAnswer
from kesbang_iku.indicator.computed_item import ComputedItem
from kesbang_iku.indicator.engine import Engine, Reduction
from kesbang_iku.indicator.reaching import need_of
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.indicator.words import class_words, period_words, unit_words
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.method import Method
from kesbang_iku.model.source import Source

_WHOLE_YEAR: Final = "tahunan"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; ``key`` says which part of the explanation it is."""

    title: Text
    lines: tuple[Text, ...]
    key: Literal["masukan", "nilai", "kategori", "capaian", "temuan", "sumber"]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a formula, as each language writes their numbers and outcomes."""

    id: tuple[Step, ...] = ()
    en: tuple[Step, ...] = ()

    @classmethod
    def of(cls, tree: Expression, values: Values, previous: Values | None = None) -> "Steps":
        """Return the steps that lead to the value of ``tree``."""
        return cls(trace(tree, values, previous), trace(tree, values, previous, "en"))

    def plain(self, language: Language) -> tuple[Step, ...]:
        """Return the steps as written in ``language``."""
        return self.id if language == "id" else self.en

    def lines(self) -> list[Text]:
        """Return a numbered line for each step."""
        return [Text.each(partial(self._line, at)) for at in range(len(self.id))]

    def _line(self, at: int, language: Language) -> str:
        step = self.plain(language)[at]
        outcome = value_text(step.value, language)
        return f"{at + 1}. {step.expression}  →  {step.substituted}  =  {outcome}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to a result.

    Attributes:
        result: the result that is explained.
        indicator: the definition it was computed by.
        title: one line that says what it is about.
        of_value: the steps of the formula, inner to outer.
        of_achievement: the steps of the achievement.
        sections: the whole as headings and lines, ready to print.
        reduction: what a composite was computed over, where components were left out.
    """

    result: ComputedItem
    indicator: Definition
    title: Text
    of_value: Steps
    of_achievement: Steps
    sections: tuple[Section, ...]
    reduction: Reduction | None = None

    @property
    def value_steps(self) -> tuple[Step, ...]:
        """The steps of the formula, inner to outer, as Indonesian writes them."""
        return self.of_value.id

    @property
    def achievement_steps(self) -> tuple[Step, ...]:
        """The steps of the achievement, as Indonesian writes them."""
        return self.of_achievement.id

    def as_text(self, bahasa: Language = "id") -> str:
        """Return the explanation as plain text."""
        blocks = [self.title.plain(bahasa)]
        for section in self.sections:
            lines = [f"  {line.plain(bahasa)}" for line in section.lines]
            blocks.append("\n".join([section.title.plain(bahasa), *lines]))
        return "\n\n".join(blocks)

    def as_markdown(self, bahasa: Language = "id") -> str:
        """Return the explanation as Markdown."""
        blocks = [f"# {literal(self.title.plain(bahasa))}"]
        for section in self.sections:
            lines = [f"- {literal(line.plain(bahasa))}" for line in section.lines]
            blocks.append("\n".join([f"## {literal(section.title.plain(bahasa))}", "", *lines]))
        return "\n\n".join(blocks) + "\n"

    def as_dict(self, bahasa: Language = "id") -> ExplainedAnswer:
        """Return the explanation as a JSON object: the result with its steps and its sources."""
        return build_answer(
            ExplainedAnswer,
            self,
            **{"cakupan": None, **self.result.as_dict(bahasa)},
            rincian=None,
            rumus=self.indicator.formula,
            rumus_tereduksi=self.reduction.composite.formula if self.reduction else None,
            langkah=[_step(step, bahasa) for step in self.of_value.plain(bahasa)],
            langkah_capaian=[_step(step, bahasa) for step in self.of_achievement.plain(bahasa)],
            sumber=[
                source.model_dump(mode="json", exclude_defaults=True)
                for source in self.indicator.sumber
            ],
        )


def _step(step: Step, language: Language) -> StepAnswer:
    return StepAnswer(
        ungkapan=step.expression,
        dengan_angka=step.substituted,
        hasil=value_text(step.value, language),
    )


def _about(result: ComputedItem) -> Text:
    """Return of which region and when a result is, as far as it is known."""
    parts = [
        Text.same(str(part))
        for part in (result.wilayah, result.nama_wilayah, result.tahun)
        if part is not None
    ]
    if result.periode != _WHOLE_YEAR:
        parts.append(period_words(result.periode))
    said = Text.same(" ").join(parts)
    return Text.same(" · ").join([Text.same(""), said]) if parts else said


def explain(result: ComputedItem, engine: Engine) -> Explanation:
    """Return every step of ``result``, which ``engine`` computed."""
    definition = engine.definition
    reduction = _reduction(engine, result)
    value_steps = _value_steps(definition, result, reduction)
    method = _method(engine, result.achievement)
    achievement_steps = _achievement_steps(method, result)
    sections = [
        _inputs_section(definition, result),
        _value_section(definition, result, value_steps, reduction),
        _category_section(engine, result),
        _achievement_section(engine, result, method, achievement_steps),
        _findings_section(result),
        _sources_section(engine),
    ]
    about = _about(result)
    return Explanation(
        result=result,
        indicator=definition,
        title=said.EXPLAINED.filled(
            nama=definition.title, kode=definition.kode, versi=definition.versi, tentang=about
        ),
        of_value=value_steps,
        of_achievement=achievement_steps,
        sections=tuple(section for section in sections if section is not None),
        reduction=reduction,
    )


def _reduction(engine: Engine, result: ComputedItem) -> Reduction | None:
    """Return what the value was computed over, where components were left out."""
    if not result.kurang or result.status is Status.INCOMPLETE:
        return None
    return engine.reduction(result.masukan)


def _value_steps(
    definition: Definition, result: ComputedItem, reduction: Reduction | None
) -> Steps:
    if definition.tree is None or not result.masukan or result.status is Status.REJECTED:
        return Steps()
    tree = definition.tree if reduction is None else reduction.tree
    return Steps.of(tree, result.masukan, result.sebelumnya)


def _method(engine: Engine, achievement: Achievement | None) -> Method | None:
    if achievement is None:
        return None
    scorer = engine.scorer
    return (scorer.engine_for(achievement.goal) or scorer.single).method


def _achievement_steps(method: Method | None, result: ComputedItem) -> Steps:
    achievement = result.achievement
    if method is None or achievement is None or achievement.why is not None:
        return Steps()
    if achievement.published is None or result.nilai is None or result.nilai_eksak is None:
        return Steps()
    published = fraction_of(result.nilai)
    inputs = method_inputs(method, published, result.nilai_eksak, achievement.goal)
    return Steps.of(parse(method.rumus), inputs)


def _inputs_section(definition: Definition, result: ComputedItem) -> Section | None:
    called = {one.nama: Text.same(f"{one.label} ({one.nama})") for one in definition.variabel}
    before = {name: said.BEFORE.filled(nama=called[name]) for name in result.sebelumnya}
    given = [(called[name], one) for name, one in result.masukan.items()]
    given += [(before[name], one) for name, one in result.sebelumnya.items()]
    lines = [
        said.IS.filled(nama=name, nilai=Text.each(partial(format_number, one)))
        for name, one in given
    ]
    lines += [
        (said.LEFT_OUT if name in result.masukan else said.MISSING).filled(nama=name)
        for name in result.kurang
    ]
    return Section(said.INPUT, tuple(lines), "masukan") if lines else None


def _value_section(
    definition: Definition, result: ComputedItem, steps: Steps, reduction: Reduction | None
) -> Section:
    lines: list[Text] = []
    if definition.formula is not None and definition.tree is not None:
        labels = {variable.nama: variable.label for variable in definition.variabel}
        lines.append(said.FORMULA.filled(rumus=definition.formula))
        sentence = Text.each(partial(to_text, definition.tree, labels))
        lines.append(said.IN_WORDS.filled(kalimat=sentence))
    if reduction is not None:
        formula, left_out = reduction.composite.formula, ", ".join(reduction.left_out)
        without = said.COMPUTED_WITHOUT_THE_OTHER_WEIGHTS
        lines.append(without.filled(kurang=left_out, rumus=formula))
    lines += steps.lines()
    if result.nilai is None:
        status = said.STATUS_NAMES[result.status]
        why = Text.same("") if result.why is None else said.BECAUSE.filled(alasan=result.why)
        lines.append(said.VALUE_NONE.filled(status=status, sebab=why))
    else:
        as_printed = result.asal is Origin.PRINTED
        value = partial(
            (said.VALUE_AS_PRINTED if as_printed else said.VALUE).fill,
            nilai=result.nilai,
            satuan=unit_words(definition.satuan),
            asal=said.ORIGIN[result.asal] if result.asal else Text.same(""),
            desimal=definition.desimal,
        )
        lines.append(Text.each(value))
        lines.append(said.EXACT_VALUE.filled(nilai_eksak=str(result.nilai_eksak)))
    return Section(said.EXPLANATION_VALUE, tuple(lines), "nilai")


def _category_section(engine: Engine, result: ComputedItem) -> Section | None:
    scale = engine.scale(result.tingkat)
    if scale is None or result.nilai is None:
        return None
    if result.kategori is None:
        note = scale.tak_terkelas
        line = said.NO_CLASS_AT_ALL if note is None else said.NO_CLASS.filled(catatan=note)
    else:
        line = class_words(result.kategori, scale)
    return Section(said.CATEGORY_BY.filled(skala=scale.title), (line,), "kategori")


def _achievement_section(
    engine: Engine, result: ComputedItem, method: Method | None, steps: Steps
) -> Section | None:
    achievement = result.achievement
    if achievement is None or method is None:
        return None
    document = f" ({achievement.goal.dokumen})" if achievement.goal.dokumen else ""
    lines = [
        Text.each(lambda language: f"Target: {achievement.goal.shown(language)}{document}"),
        said.METHOD.filled(nama=method.nama, label=method.label),
        said.FORMULA.filled(rumus=method.rumus),
    ]
    lines += steps.lines()
    if achievement.why is not None:
        lines.append(said.POLICY.filled(alasan=achievement.why))
    if achievement.published is None:
        lines.append(said.ACHIEVEMENT_UNDEFINED)
    else:
        lines.append(said.ACHIEVED.filled(persen=achievement.published))
    if achievement.unlimited is not None and achievement.unlimited != achievement.published:
        lines.append(said.UNLIMITED.filled(persen=achievement.unlimited))
    if achievement.reached is not None:
        word = said.YES if achievement.reached else said.NO
        lines.append(said.TARGET_REACHED.filled(jawab=word))
    need = need_of(engine, result)
    if need is not None:
        lines.append(need.keterangan)
    if achievement.category is not None:
        lines.append(
            said.RATED_BY.filled(
                skala=engine.achievement_scale.title,
                predikat=class_words(achievement.category, engine.achievement_scale),
            )
        )
    return Section(said.ACHIEVEMENT, tuple(lines), "capaian")


def _findings_section(result: ComputedItem) -> Section | None:
    if not result.temuan:
        return None
    lines = tuple(
        Text.same(" ").join((Text.same(found.kode), Text.each(found.message)))
        for found in result.temuan
    )
    return Section(said.FINDINGS, lines, "temuan")


def _sources_section(engine: Engine) -> Section:
    definition, sidik = engine.definition, engine.digest
    lines = [Text.each(partial(cite, source)) for source in definition.sumber]
    if definition.lokal is not None:
        national = definition.lokal.mendukung
        supported = Text.same("") if national is None else said.SUPPORTS.filled(nasional=national)
        local = said.LOCAL_INDICATOR_THEME_NO_PART
        lines.append(local.filled(tema=definition.lokal.tema, dukungan=supported))
    lines.append(said.FINGERPRINT_OF_THE_DEFINITION.filled(sidik=sidik))
    return Section(said.SOURCES, tuple(lines), "sumber")


def cite(source: Source, language: Language) -> str:
    """Return a source on one line: document, place, date, standing."""
    parts = [source.dokumen, source.penerbit, source.letak, source.tanggal]
    standing = said.STANDINGS[source.kedudukan].plain(language)
    return f"[{standing}] " + ", ".join(part for part in parts if part)
