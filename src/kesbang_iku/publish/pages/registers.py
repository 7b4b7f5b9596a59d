"""The pages of what definitions refer to: methods, scales, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesbang_iku.findings import Language, Text, format_number, localized
from kesbang_iku.findings.sentences import pages
from kesbang_iku.formula import parse, to_latex, to_text
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.method import Method, MethodExample, RangeTarget
from kesbang_iku.model.registers import Unit
from kesbang_iku.model.scale import Scale, ScaleClass
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.drawings import scale_drawing
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS


def _head(kind: str, name: str, language: Language) -> list[str]:
    title = pages.registers.TITLES[kind].plain(language)
    return [
        *md.head(
            title, f"{name}.md", language, rank=None if kind == "units" else md.LIST_RANKS[language]
        ),
        f"{pages.registers.INTRODUCTIONS[kind].plain(language)} {WORDS['buku'].plain(language)}",
    ]


def class_table(scale: Scale, language: Language) -> str:
    """Return the classes of a scale with their bounds."""
    header = [WORDS["kelas"].plain(language), WORDS["rentang"].plain(language)]
    rows = []
    for entry in scale.kelas:
        label = entry.label
        if language == "en" and entry.label_en:
            label = f"{entry.label_en} ({entry.label})"
        rows.append((md.esc(label), _span(entry, language)))
    return md.table(header, rows)


def _span(entry: ScaleClass, language: Language) -> str:
    parts = []
    if entry.dari is not None:
        sign = "≥" if entry.dari_termasuk else "&gt;"
        parts.append(f"{sign} {format_number(entry.dari, language)}")
    if entry.sampai is not None:
        sign = "≤" if entry.sampai_termasuk else "&lt;"
        parts.append(f"{sign} {format_number(entry.sampai, language)}")
    return " · ".join(parts)


def scales_page(tables: Tables, language: Language = "id") -> str:
    """Return the page of all category scales."""
    return md.page(*_head("scales", "skala", language), *_scales(tables.scales.values(), language))


def _scales(scales: Iterable[Scale], language: Language) -> Iterator[str]:
    for scale in scales:
        label = scale.label if language == "id" else scale.label_en or scale.label
        yield f"## {md.esc(label)} {{ #{scale.nama} }}"
        used = VOCABULARY[scale.untuk].plain(language)
        yield f"{md.code(scale.nama)} · {used} · {md.badge(scale.status, language)}"
        yield scale_drawing(scale, language)
        yield class_table(scale, language)
        for key, text in (("", scale.tak_terkelas), ("tafsir", scale.tafsir)):
            if text:
                title = f"**{WORDS[key].plain(language)}.** " if key else ""
                yield f"{title}{md.native(text, language)}"
        if scale.catatan:
            yield md.native(scale.catatan, language)
        yield md.bullets(md.cited(source, language) for source in scale.sumber)


def methods_page(
    tables: Tables, language: Language = "id", *, typeset: md.Typeset = md.plain_formula
) -> str:
    """Return the page of all achievement methods."""
    blocks = _head("methods", "metode-capaian", language)
    for method in tables.methods.values():
        blocks += _method(method, language, typeset)
    return md.page(*blocks)


def _method(method: Method, language: Language, typeset: md.Typeset) -> Iterator[str]:
    say = {key: text.plain(language) for key, text in WORDS.items()}
    label = method.label if language == "id" else method.label_en or method.label
    yield f"## {md.esc(label)} {{ #{method.nama.replace('_', '-')} }}"
    yield f"{md.code(method.nama)} · {md.badge(method.status, language)}"
    tree = parse(method.rumus)
    yield md.formula_block(to_latex(tree, language=language), typeset)
    limits = [
        f"{say[name]} {format_number(limit, language)}"
        for name, limit in (("batas_bawah", method.batas.bawah), ("atas", method.batas.atas))
        if limit is not None
    ]
    yield md.facts(
        (say["keterangan"], say["isian"]),
        [
            (say["artinya"], md.esc(to_text(tree, language=language))),
            (say["rumus_teks"], md.code(method.rumus)),
            (say["dasar"], VOCABULARY[method.dasar].plain(language)),
            (say["desimal"], str(method.desimal)),
            (say["batas"], ", ".join(limits)),
        ],
    )
    yield from _policies(method, language)
    yield from _method_examples(method, language)
    if method.catatan:
        yield md.native(method.catatan, language)
    yield md.bullets(md.cited(source, language) for source in method.sumber)


def _policies(method: Method, language: Language) -> Iterator[str]:
    header = [WORDS[key].plain(language) for key in ("bila", "capaian", "alasan", "kedudukan")]
    undefined = WORDS["tidak_terdefinisi"].plain(language)
    yield md.table(
        header,
        [
            (
                md.code(policy.jika),
                undefined if policy.capaian is None else md.code(policy.capaian),
                md.esc(
                    policy.alasan_en if language == "en" and policy.alasan_en else policy.alasan
                ),
                md.badge(policy.kedudukan, language),
            )
            for policy in method.kebijakan
        ],
    )


def _method_examples(method: Method, language: Language) -> Iterator[str]:
    if not method.contoh:
        return
    keys = ("nama", "realisasi", "target", "capaian", "tercetak", "kedudukan")
    rows = [_method_example(example, language) for example in method.contoh]
    header = [WORDS[key].plain(language) for key in keys]
    yield md.folded(
        "example", f"{WORDS['contoh'].plain(language)} ({len(rows)})", md.table(header, rows)
    )


def _method_example(example: MethodExample, language: Language) -> list[str]:
    target = example.target
    goal = (
        f"{format_number(target.min, language)}–{format_number(target.maks, language)}"
        if isinstance(target, RangeTarget)
        else format_number(target, language)
    )
    achieved = example.hasil.capaian
    undefined = WORDS["tidak_terdefinisi"].plain(language)
    shown = undefined if achieved is None else localized(achieved, language)
    if example.hasil.capaian_tanpa_batas:
        shown += f" ({localized(example.hasil.capaian_tanpa_batas, language)})"
    return [
        md.esc(example.nama),
        format_number(example.realisasi, language),
        goal,
        shown,
        md.esc(example.tercetak or ""),
        md.badge(example.sumber.kedudukan, language),
    ]


def units_page(tables: Tables, language: Language = "id") -> str:
    """Return the page of all units."""
    blocks = _head("units", "satuan", language)
    for unit in tables.units.values():
        blocks += _unit(unit, language)
    return md.page(*blocks)


def _unit(unit: Unit, language: Language) -> Iterator[str]:
    additive = {
        True: Text("menjumlah", "adds up"),
        False: Text("tidak menjumlah", "does not add up"),
    }
    spellings = Text("Ejaan yang dikenali", "Spellings that are read")
    name = unit_words(unit.nama).plain(language)
    yield f"## {md.esc(name[:1].upper() + name[1:])} {{ #{unit.nama.replace('_', '-')} }}"
    yield f"{md.code(unit.nama)} · {additive[unit.aditif].plain(language)}"
    if unit.sinonim:
        spelt = ", ".join(f"“{md.esc(word)}”" for word in unit.sinonim)
        yield f"{spellings.plain(language)}: {spelt}."
    if unit.catatan:
        yield md.native(unit.catatan, language)
