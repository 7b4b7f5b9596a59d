"""Explaining a result: from the numbers handed in to the category, each step with its source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Literal

from kesbang_iku.computing.achievement import Achievement, method_inputs
from kesbang_iku.computing.answers import ExplainedAnswer, StepAnswer
from kesbang_iku.computing.engine import Reduction
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.computing.result import STATUS_NAMES, Origin, Result, Status
from kesbang_iku.diagnostics import Language, Text, build_answer, format_number
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
from kesbang_iku.model.method import Method
from kesbang_iku.model.source import Source

_ORIGIN = {
    Origin.COMPUTED: Text("dihitung dari variabelnya", "computed from its variables"),
    Origin.RELEASED: Text("nilai rilis pemilik indikator", "released by the indicator's owner"),
    Origin.PRINTED: Text("seperti tercetak dalam laporan", "as printed in the report"),
}
_VALUE = Text(
    "Nilai: {nilai} {satuan} ({asal}; dibulatkan sekali, setengah ke atas, {desimal} desimal)",
    "Value: {nilai} {satuan} ({asal}; rounded once, half up, {desimal:decimal|decimals})",
)


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
    def of(cls, tree: Expression, values: Values, previous: Values | None = None) -> Steps:
        """Return the steps that lead to the value of ``tree``."""
        return cls(trace(tree, values, previous), trace(tree, values, previous, "en"))

    def plain(self, language: Language) -> tuple[Step, ...]:
        """Return the steps as written in ``language``."""
        return self.id if language == "id" else self.en

    def lines(self) -> list[Text]:
        """Return a numbered line for each step."""
        pairs = zip(self.id, self.en, strict=True)
        return [
            Text(_line(number, one, "id"), _line(number, other, "en"))
            for number, (one, other) in enumerate(pairs, 1)
        ]


def _line(number: int, step: Step, language: Language) -> str:
    outcome = value_text(step.value, language)
    return f"{number}. {step.expression}  →  {step.substituted}  =  {outcome}"


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

    result: Result
    indicator: Indicator
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
        blocks = [f"# {self.title.plain(bahasa)}"]
        for section in self.sections:
            lines = [f"- {line.plain(bahasa)}" for line in section.lines]
            blocks.append("\n".join([f"## {section.title.plain(bahasa)}", "", *lines]))
        return "\n\n".join(blocks) + "\n"

    def as_dict(self, bahasa: Language = "id") -> ExplainedAnswer:
        """Return the explanation as a JSON object: the result with its steps and its sources."""
        return build_answer(
            ExplainedAnswer,
            self,
            **self.result.as_dict(bahasa),
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


def explain(result: Result) -> Explanation:
    """Return every step of ``result``.

    Raises:
        ValueError: the result carries no definition (it was read back from JSON).
    """
    indicator = result.indicator
    if indicator is None:
        message = "a result without its definition cannot be explained"
        raise ValueError(message)
    reduction = _reduction(indicator, result)
    value_steps = _value_steps(indicator, result, reduction)
    method = _method(indicator, result.achievement)
    achievement_steps = _achievement_steps(method, result)
    sections = [
        _inputs_section(indicator, result),
        _value_section(indicator, result, value_steps, reduction),
        _category_section(indicator, result),
        _achievement_section(indicator, result, method, achievement_steps),
        _findings_section(result),
        _sources_section(indicator),
    ]
    where = " ".join(str(part) for part in (result.wilayah, result.tahun) if part is not None)
    about = f" · {where}" if where else ""
    return Explanation(
        result=result,
        indicator=indicator,
        title=Text(
            f"{indicator.nama} ({indicator.kode} versi {indicator.versi}){about}",
            f"{indicator.nama_en} ({indicator.kode} version {indicator.versi}){about}",
        ),
        of_value=value_steps,
        of_achievement=achievement_steps,
        sections=tuple(section for section in sections if section is not None),
        reduction=reduction,
    )


def _reduction(indicator: Indicator, result: Result) -> Reduction | None:
    """Return what the value was computed over, where components were left out."""
    if not result.kurang or result.status is Status.INCOMPLETE:
        return None
    return indicator.engine.reduction(result.masukan)


def _value_steps(indicator: Indicator, result: Result, reduction: Reduction | None) -> Steps:
    if indicator.tree is None or not result.masukan or result.status is Status.REJECTED:
        return Steps()
    tree = indicator.tree if reduction is None else reduction.tree
    return Steps.of(tree, result.masukan, result.sebelumnya)


def _method(indicator: Indicator, achievement: Achievement | None) -> Method | None:
    if achievement is None:
        return None
    judge = indicator.engine.judge
    return (judge.engine_for(achievement.goal) or judge.single).method


def _achievement_steps(method: Method | None, result: Result) -> Steps:
    achievement = result.achievement
    if method is None or achievement is None or achievement.why is not None:
        return Steps()
    if achievement.published is None or result.nilai is None or result.nilai_eksak is None:
        return Steps()
    published = fraction_of(result.nilai)
    inputs = method_inputs(method, published, result.nilai_eksak, achievement.goal)
    return Steps.of(parse(method.rumus), inputs)


def _inputs_section(indicator: Indicator, result: Result) -> Section | None:
    called = {
        name: f"{indicator.variables_by_name[name].label} ({name})" for name in result.masukan
    }
    lines = [
        Text(
            f"{called[name]} = {format_number(value)}",
            f"{called[name]} = {format_number(value, 'en')}",
        )
        for name, value in result.masukan.items()
    ]
    lines += [
        Text(f"{name}: belum ada", f"{name}: missing")
        if name not in result.masukan
        else Text(f"{name}: tidak ikut dihitung", f"{name}: left out")
        for name in result.kurang
    ]
    return Section(Text("Masukan", "Input"), tuple(lines), "masukan") if lines else None


def _value_section(
    indicator: Indicator, result: Result, steps: Steps, reduction: Reduction | None
) -> Section:
    lines: list[Text] = []
    if indicator.formula is not None and indicator.tree is not None:
        labels = {variable.nama: variable.label for variable in indicator.variabel}
        lines.append(Text(f"Rumus: {indicator.formula}", f"Formula: {indicator.formula}"))
        sentence = to_text(indicator.tree, labels)
        lines.append(
            Text(f"Artinya: {sentence}", f"In words: {to_text(indicator.tree, labels, 'en')}")
        )
    if reduction is not None:
        formula, left_out = reduction.composite.formula, ", ".join(reduction.left_out)
        lines.append(
            Text(
                f"Dihitung tanpa {left_out}, bobot sisanya disesuaikan: {formula}",
                f"Computed without {left_out}, the other weights adjusted: {formula}",
            )
        )
    lines += steps.lines()
    if result.nilai is None:
        status = STATUS_NAMES[result.status]
        why = Text("", "")
        if result.why is not None:
            why = Text(f" — {result.why.id}", f" — {result.why.en}")
        lines.append(
            Text(f"Nilai: tidak ada ({status.id}){why.id}", f"Value: none ({status.en}){why.en}")
        )
    else:
        value = partial(
            _VALUE.fill,
            nilai=result.nilai,
            satuan=indicator.satuan,
            asal=_ORIGIN[result.asal] if result.asal else Text("", ""),
            desimal=indicator.desimal,
        )
        lines.append(Text.each(value))
        lines.append(
            Text(f"Nilai eksak: {result.nilai_eksak}", f"Exact value: {result.nilai_eksak}")
        )
    return Section(Text("Nilai", "Value"), tuple(lines), "nilai")


def _category_section(indicator: Indicator, result: Result) -> Section | None:
    scale = indicator.engine.scale(result.tingkat)
    if scale is None or result.nilai is None:
        return None
    if result.kategori is None:
        note = scale.tak_terkelas or "-"
        line = Text(f"Tanpa kelas: {note}", f"No class: {note}")
    else:
        line = Text.same(result.kategori)
    return Section(
        Text(f"Kategori menurut {scale.label}", f"Category by {scale.label_en or scale.label}"),
        (line,),
        "kategori",
    )


def _achievement_section(
    indicator: Indicator, result: Result, method: Method | None, steps: Steps
) -> Section | None:
    achievement = result.achievement
    if achievement is None or method is None:
        return None
    document = f" ({achievement.goal.dokumen})" if achievement.goal.dokumen else ""
    lines = [
        Text.same(f"Target: {achievement.goal}{document}"),
        Text(f"Metode: {method.nama} — {method.label}", f"Method: {method.nama}"),
        Text(f"Rumus: {method.rumus}", f"Formula: {method.rumus}"),
    ]
    lines += steps.lines()
    if achievement.why is not None:
        lines.append(Text(f"Kebijakan: {achievement.why.id}", f"Policy: {achievement.why.en}"))
    if achievement.published is None:
        lines.append(Text("Capaian: tidak terdefinisi", "Achievement: undefined"))
    else:
        number, number_en = _in_both(achievement.published)
        lines.append(Text(f"Capaian: {number} %", f"Achievement: {number_en} %"))
    if achievement.unlimited is not None and achievement.unlimited != achievement.published:
        number, number_en = _in_both(achievement.unlimited)
        lines.append(Text(f"Tanpa batas: {number} %", f"Without floor or cap: {number_en} %"))
    if achievement.reached is not None:
        word = Text("ya", "yes") if achievement.reached else Text("tidak", "no")
        lines.append(Text(f"Target tercapai: {word.id}", f"Target reached: {word.en}"))
    if achievement.category is not None:
        scale = indicator.engine.achievement_scale
        lines.append(
            Text(
                f"Predikat menurut {scale.label}: {achievement.category}",
                f"Category by {scale.label_en or scale.label}: {achievement.category}",
            )
        )
    return Section(Text("Capaian", "Achievement"), tuple(lines), "capaian")


def _in_both(number: Decimal) -> tuple[str, str]:
    return format_number(number), format_number(number, "en")


def _findings_section(result: Result) -> Section | None:
    if not result.temuan:
        return None
    lines = tuple(
        Text(f"{found.kode} {found.message('id')}", f"{found.kode} {found.message('en')}")
        for found in result.temuan
    )
    return Section(Text("Temuan", "Findings"), lines, "temuan")


def _sources_section(indicator: Indicator) -> Section:
    sidik = indicator.sidik
    lines = [Text.same(cite(source)) for source in indicator.sumber]
    if indicator.lokal is not None:
        national = indicator.lokal.mendukung
        supported = Text("", "")
        if national is not None:
            supported = Text(f", mendukung {national}", f", supports {national}")
        theme = indicator.lokal.tema
        lines.append(
            Text(
                f"Indikator lokal (tema {theme}){supported.id}; bukan bagian standar nasional",
                f"Local indicator (theme {theme}){supported.en}; no part of the national standard",
            )
        )
    lines.append(Text(f"Sidik definisi: {sidik}", f"Fingerprint of the definition: {sidik}"))
    return Section(Text("Sumber", "Sources"), tuple(lines), "sumber")


def cite(source: Source) -> str:
    """Return a source on one line: document, place, date, standing."""
    parts = [source.dokumen, source.penerbit, source.letak, source.tanggal]
    return f"[{source.kedudukan}] " + ", ".join(part for part in parts if part)
