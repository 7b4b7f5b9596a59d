"""The page of one indicator: every version of it, with formula, sources and worked examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, format_number, localized, sentences
from kesbang_iku.findings.sentences import pages
from kesbang_iku.formula import parse, to_latex, to_text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Bounds, Composite, Example, NationalTarget, Variable
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Theme, WorkField
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages import outputs
from kesbang_iku.publish.pages.calculator import calculator, calculator_scripts
from kesbang_iku.publish.pages.correction import correction_block
from kesbang_iku.publish.pages.definition_text import definition_text
from kesbang_iku.publish.pages.drawings import scale_drawing, value_charts
from kesbang_iku.publish.pages.formula_lines import in_lines
from kesbang_iku.publish.pages.registers import class_table
from kesbang_iku.publish.pages.search_words import search_rank, search_words
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS, bounds_text, years_text

_UNSEARCHED = " { data-search-exclude }"
"""Numbers and traces say nothing that anybody searches for, and would double the index."""

_RANKS: Mapping[Language, int] = {"id": 3, "en": 2}
"""In search the page of an indicator comes before those that name it."""

_OTHER: Mapping[Language, Language] = {"id": "en", "en": "id"}
_NO_REGIONS: Mapping[str, Region] = {}


def page_name(code_of_indicator: str) -> str:
    """Return the file name of an indicator's page."""
    return f"{code_of_indicator.lower()}.md"


def indicator_page(
    reference: str,
    catalog: Catalog,
    language: Language = "id",
    *,
    typeset: md.Typeset = md.plain_formula,
    regions: Mapping[str, Region] = _NO_REGIONS,
) -> str:
    """Return the page of one indicator, newest version first.

    Args:
        reference: the indicator's code.
        catalog: the catalog it stands in.
        language: language of headings and labels; texts of the definition stay Indonesian.
        typeset: what makes a formula of LaTeX.
        regions: names of regions by code, for published values.

    Raises:
        UnknownCodeError: the catalog holds no such code.
    """
    versions = catalog.versions(reference)[::-1]
    newest = versions[0]
    name, other = newest.title.plain(language), newest.title.plain(_OTHER[language])
    # What people search for is the abbreviation as often as the name.
    short = f" ({newest.singkatan})" if newest.singkatan else ""
    mark = md.badge(newest.status, language)
    blocks = [
        md.front_matter(
            f"{newest.kode} · {name}{short}",
            newest.definisi,
            rank=search_rank(newest, _RANKS[language]),
            tags=search_words(newest),
        ),
        f"# {md.esc(name + short)}",
        _crumbs(newest, language),
        f"{md.code(newest.kode)} · {md.esc(other)} · {mark}\n{{: .kepala }}",
        _at_a_glance(newest, language),
        WORDS["bahasa"].plain(language),
        local_mark(newest, catalog, language),
    ]
    level = 2
    if len(versions) > 1:
        blocks.append(_version_table(versions, language))
        level = 3
    for found in versions:
        writer = _Writer(found, catalog, language, typeset, regions, level)
        if level > 2:  # noqa: PLR2004 - the level of a heading
            version = WORDS["versi"].plain(language)
            years = years_text(found.berlaku, language)
            blocks.append(f"## {version} {md.esc(found.versi)} ({years})")
            blocks.append(f"{md.badge(found.status, language)}")
        blocks += writer.blocks()
    return md.page(*blocks, calculator_scripts(newest.kode, language))


def local_mark(indicator: Indicator, catalog: Catalog, language: Language = "id") -> str:
    """Return what marks an indicator as local: theme, what it supports, and whose it is."""
    local = indicator.lokal
    if local is None:
        return ""
    word = WORDS["lokal"].plain(language)
    theme = sentences.publish.THEMES[local.tema].plain(language)
    said = [
        f'<span class="lencana lencana--lokal">{word}</span>',
        f"{WORDS['tema_lokal'].plain(language)} {theme}",
    ]
    supported = local.mendukung
    if supported is not None:
        shown = md.code(supported)
        # The page of a national indicator may belong to another site than this one.
        target = md.link(shown, page_name(supported)) if supported in catalog.codes else shown
        said.append(f"{WORDS['mendukung'].plain(language)} {target}")
    origin = catalog.origins.get(indicator.kode)
    if origin is not None and origin.jenis == "paket":
        said.append(md.esc(origin.label))
    return " · ".join(said)


def _crumbs(indicator: Indicator, language: Language) -> str:
    """Return the way back to the list, and to the page in the other language."""
    name = page_name(indicator.kode)
    back = md.link(WORDS["katalog"].plain(language), "index.md")
    return md.across(f"indikator/{name}", language, back)


def _at_a_glance(indicator: Indicator, language: Language) -> str:
    """Return in one line what a reader asks first: unit, direction, for whom, how often."""
    unit_name = unit_words(indicator.satuan).plain(language)
    levels = ", ".join(VOCABULARY[level].plain(language) for level in indicator.tingkat.berlaku)
    said = [
        f"{WORDS['satuan'].plain(language)} {md.esc(unit_name)}",
        VOCABULARY[indicator.polaritas].plain(language),
        f"{WORDS['tingkat'].plain(language).lower()} {levels}",
    ]
    if indicator.frekuensi != "tidak_diketahui":
        said.append(VOCABULARY[indicator.frekuensi].plain(language))
    return f"{' · '.join(said)}\n{{: .kepala }}"


def _version_table(versions: tuple[Indicator, ...], language: Language) -> str:
    header = [WORDS[key].plain(language) for key in ("versi", "berlaku", "catatan_pendek")]
    rows = [
        (
            f"**{md.esc(found.versi)}**",
            years_text(found.berlaku, language),
            "; ".join(_comparability(found, language)),
        )
        for found in versions
    ]
    return md.table(header, rows)


def _comparability(indicator: Indicator, language: Language) -> Iterator[str]:
    for entry in indicator.keterbandingan:
        key = "sebanding" if entry.sebanding else "tak_sebanding"
        yield pages.indicator.COMPARED.fill(
            language, kata=WORDS[key], versi=md.esc(entry.versi), alasan=md.esc(entry.alasan)
        )


def _reference(system: str, number: str) -> str:
    """Return a code of another list, leading to its row where the list has a page here."""
    if system != "kodref":
        return f"{system.upper()} {md.code(number)}"
    row = md.anchor(f"kodref {number}")
    return f"Kodref {md.link(md.code(number), f'../baris-kodref.md#{row}')}"


class _Writer:
    """Writes the sections of one version."""

    def __init__(
        self,
        indicator: Indicator,
        catalog: Catalog,
        language: Language,
        typeset: md.Typeset,
        regions: Mapping[str, Region],
        level: int,
    ) -> None:
        self._indicator = indicator
        self._versions = catalog.versions(indicator.kode)[::-1]
        self._tables = catalog.tables
        self._language: Language = language
        self._typeset = typeset
        self._regions = regions
        self._heading = "#" * level
        self._labels = {variable.nama: variable.label for variable in indicator.variabel}

    def blocks(self) -> Iterator[str]:
        """Yield the sections, those with nothing to say left out."""
        found = self._indicator
        yield from self._section("pengertian", self._meaning())
        yield from self._section("rumus", self._formula())
        yield from self._section("variabel", self._variables())
        yield from self._section("kalkulator", [calculator(found, self._language)])
        yield from self._section("ciri", [self._facts()])
        yield from self._section("aturan", self._rules())
        yield from self._section("kategori", self._categories())
        yield from self._section("capaian", self._achievement())
        yield from self._section("contoh", self._examples(), attributes=_UNSEARCHED)
        yield from self._section("nilai_terbit", self._published(), attributes=_UNSEARCHED)
        yield from self._section("sasaran", [self._targets()])
        yield from self._section("koreksi", self._corrections())
        yield from self._section("varian", self._variants())
        yield from self._section(
            "sumber", [md.bullets(md.cited(source, self._language) for source in found.sumber)]
        )
        yield from self._section("catatan", [self._native(found.catatan)])
        yield from self._section(
            "riwayat",
            [md.bullets(f"{entry.tanggal}: {md.esc(entry.perubahan)}" for entry in found.riwayat)],
            attributes=_UNSEARCHED,
        )
        yield from self._section("berkas", self._file(), attributes=_UNSEARCHED)

    # -- helpers

    def _say(self, key: str) -> str:
        return WORDS[key].plain(self._language)

    def _word(self, word: str) -> str:
        known = VOCABULARY.get(word)
        return md.esc(word) if known is None else known.plain(self._language)

    def _native(self, text: str | None) -> str:
        return md.native(text, self._language) if text else ""

    def _number(self, value: Fraction) -> str:
        return format_number(value, self._language)

    def _unit(self, name: str) -> str:
        unit = self._tables.units.get(name)
        if unit is None:
            return md.esc(name)
        target = "../satuan.md#" + unit.nama.replace("_", "-")
        return md.link(md.esc(unit_words(unit.nama).plain(self._language)), target)

    def _section(
        self, key: str, blocks: Iterator[str] | list[str], *, attributes: str = ""
    ) -> Iterator[str]:
        body = [block for block in blocks if block]
        if body:
            yield f"{self._heading} {self._say(key)}{attributes}"
            yield from body

    def _bounds(self, bounds: Bounds) -> str:
        return bounds_text(bounds, self._language)

    # -- sections

    def _facts(self) -> str:
        found, say, word = self._indicator, self._say, self._word
        references = [
            _reference(system, number)
            for system, numbers in found.rujukan.model_dump().items()
            for number in numbers
        ]
        rows = [
            (say("singkatan"), md.esc(found.singkatan or "")),
            (say("alias"), "; ".join(md.esc(name) for name in found.alias)),
            (say("kode_lain"), ", ".join(references)),
            (say("bidang"), self._field()),
            (say("program"), md.link(md.esc(found.program), outputs.NAME)),
            (say("tema"), ", ".join(self._themes())),
            (say("satuan"), self._unit(found.satuan)),
            (say("desimal"), str(found.desimal)),
            (say("rentang"), self._bounds(found.rentang) or say("tidak_diketahui")),
            (say("arah"), word(found.polaritas)),
            (say("frekuensi"), word(found.frekuensi)),
            (say("kumulatif"), say("ya") if found.kumulatif else say("tidak")),
            (say("jenis"), word(found.jenis)),
            (say("tingkat"), ", ".join(word(level) for level in found.tingkat.berlaku)),
            (say("diestimasi"), ", ".join(word(level) for level in found.tingkat.diestimasi)),
            (
                say("pemilik"),
                ", ".join(md.esc(name) for name in found.pemilik) or say("tidak_diketahui"),
            ),
            (say("koordinator"), ", ".join(md.esc(name) for name in found.koordinator)),
            (say("pelaksana_ukur"), ", ".join(md.esc(name) for name in found.pelaksana_ukur)),
            (say("akses"), word(found.akses)),
            (say("berlaku"), years_text(found.berlaku, self._language)),
        ]
        return md.facts((say("keterangan"), say("isian")), rows)

    def _field(self) -> str:
        number = self._indicator.bidang
        field = self._tables.fields.get(number)
        return f"{md.esc(number)} · {self._named(field)}" if field else number

    def _themes(self) -> Iterator[str]:
        known = self._tables.themes
        return (self._named(known[name]) for name in self._indicator.tema if name in known)

    def _named(self, entry: WorkField | Theme) -> str:
        return md.esc(entry.nama if self._language == "id" else entry.nama_en)

    def _meaning(self) -> Iterator[str]:
        found = self._indicator
        texts = {"konsep": found.konsep, "definisi": found.definisi}
        for key, text in {**texts, "interpretasi": found.interpretasi}.items():
            yield f"**{self._say(key)}.** {self._native(text)}"

    def _formula(self) -> Iterator[str]:
        found = self._indicator
        tree = found.tree
        if tree is not None and found.formula is not None:
            base = found.komponen.formula if found.komponen else found.rumus or found.formula
            shown = parse(base)
            yield md.formula_block(in_lines(shown, self._labels, self._language), self._typeset)
            meaning = to_text(tree, self._labels, self._language)
            yield f"**{self._say('artinya')}:** {md.esc(meaning)}."
            yield f"**{self._say('rumus_teks')}:** {md.code(found.formula)}"
        yield self._native(found.tanpa_rumus)
        yield from self._composite()
        if found.rilis:
            released = md.code(found.rilis)
            yield pages.indicator.RELEASED.fill(self._language, nama=released)
        yield from self._undefined_cases()

    def _composite(self) -> Iterator[str]:
        composite = self._indicator.komponen
        if composite is None:
            return
        yield (
            f"{self._word(composite.metode).capitalize()}, "
            f"{self._say('bobot').lower()} {md.badge(composite.kedudukan, self._language)}"
        )
        header = [self._say("komponen"), self._say("bobot")]
        if composite.kelompok:
            header.append(self._say("bobot_seluruhnya"))
        yield md.table(header, list(self._members(composite, Fraction(1), (), len(header))))
        if composite.ambang is not None:
            yield self._threshold(composite.ambang)
        yield self._native(composite.catatan)

    def _members(
        self, composite: Composite, share: Fraction, above: tuple[str, ...], width: int
    ) -> Iterator[list[str]]:
        """Yield a row for each member: its weight among its equals, and in the whole."""
        equal = "" if composite.bobot else f" ({self._say('sama')})"
        for name, weight in composite.weights.items():
            group = composite.kelompok.get(name)
            label = self._labels.get(name, name.replace("_", " "))
            shown = f"{md.esc(label)} ({md.code(name)})"
            if group is not None:
                shown = f"**{md.esc(label)}**, {self._word(group.metode)}"
            row = ["↳ " * len(above) + shown, self._number(weight) + equal]
            row.append(self._number(share * weight))
            yield row[:width]
            if group is not None:
                yield from self._members(group, share * weight, (*above, name), width)

    def _threshold(self, least: Fraction) -> str:
        percent = self._number(least * 100)
        return pages.indicator.THRESHOLD.fill(self._language, persen=percent)

    def _undefined_cases(self) -> Iterator[str]:
        cases = self._indicator.jika_tak_terdefinisi
        if cases:
            yield f"**{self._say('tak_terdefinisi')}:**"
            yield md.bullets(
                f"{md.code(case.jika)}: {md.esc(self._either(case.alasan, case.alasan_en))}"
                for case in cases
            )

    def _either(self, indonesian: str, english: str | None) -> str:
        return english if self._language == "en" and english else indonesian

    def _variables(self) -> Iterator[str]:
        keys = ("variabel", "satuan", "jenis", "rentang", "data_asal", "penggabungan")
        header = [self._say(key) for key in keys]
        yield md.table(header, [self._variable(variable) for variable in self._indicator.variabel])
        for variable in self._indicator.variabel:
            yield self._native(
                f"{variable.label}: {variable.catatan}" if variable.catatan else None
            )
            if variable.komponen:
                parts = md.bullets(
                    f"{md.esc(part.kode)}: {md.esc(part.nama)}" for part in variable.komponen
                )
                yield md.folded("abstract", f"{self._say('komponen')}: {variable.label}", parts)

    def _variable(self, variable: Variable) -> list[str]:
        low = Bounds(min=variable.minimum, maks=variable.maximum)
        joined = (("antarwilayah", variable.agregasi.wilayah), ("waktu", variable.agregasi.waktu))
        return [
            f"{md.esc(variable.label)}<br>{md.code(variable.nama)}",
            self._unit(variable.satuan),
            self._word(variable.jenis),
            self._bounds(low),
            md.esc(variable.sumber_data or self._say("tidak_diketahui")),
            "<br>".join(f"{self._say(key)}: {self._word(how)}" for key, how in joined),
        ]

    def _rules(self) -> Iterator[str]:
        yield md.bullets(
            f"{md.code(rule.ekspresi)}: {md.esc(self._either(rule.pesan, rule.pesan_en))}"
            for rule in self._indicator.aturan
        )

    def _categories(self) -> Iterator[str]:
        found = self._indicator
        kategori = found.kategori
        levels = {"": kategori} if isinstance(kategori, str) else dict(kategori or {})
        for level, name in levels.items():
            scale = self._tables.scales.get(name)
            if scale is not None:
                where = f" ({self._word(level)})" if level else ""
                yield f"{self._scale(scale)}{where} {md.badge(scale.status, self._language)}"
                yield scale_drawing(scale, self._language, found.rentang)
                yield class_table(scale, self._language)
                yield self._native(scale.tak_terkelas)

    def _achievement(self) -> Iterator[str]:
        found = self._indicator
        method = self._tables.methods.get(found.capaian)
        if method is not None:
            target = "../metode-capaian.md#" + method.nama.replace("_", "-")
            name = md.link(md.esc(method.title.plain(self._language)), target)
            yield (
                f"{self._say('metode')}: {name} "
                f"({md.code(method.nama)}) {md.badge(method.status, self._language)}"
            )
            yield md.formula_block(
                to_latex(parse(method.rumus), language=self._language), self._typeset
            )
        scale = self._tables.scales.get(found.predikat)
        if scale is not None:
            status = md.badge(scale.status, self._language)
            yield f"{self._say('predikat')}: {self._scale(scale)} {status}"
            yield scale_drawing(scale, self._language)
            yield class_table(scale, self._language)

    def _scale(self, scale: Scale) -> str:
        return md.link(md.esc(scale.title.plain(self._language)), f"../skala.md#{scale.nama}")

    def _examples(self) -> Iterator[str]:
        for number, example in enumerate(self._indicator.contoh):
            if number == 0:
                yield self._say("contoh_pengantar")
            yield md.folded("example", self._example_title(example), self._example(example))

    def _example_title(self, example: Example) -> str:
        value = example.hasil.nilai
        return f"{example.nama} → {localized(value, self._language)}" if value else example.nama

    def _example(self, example: Example) -> str:
        result = self._indicator.compute(
            example.variabel,
            target=example.target,
            wilayah=example.wilayah,
            tahun=example.tahun,
        )
        blocks: list[str] = []
        # The sources of the definition stand once, further down on the page.
        for section in result.explanation().sections[:-1]:
            blocks.append(f"**{md.esc(section.title.plain(self._language))}**")
            blocks.append(md.bullets(md.esc(line.plain(self._language)) for line in section.lines))
        if example.tercetak:
            blocks.append(f"**{self._say('tercetak')}:** {md.esc(example.tercetak)}")
        blocks.append(self._native(example.catatan))
        blocks.append(md.cited(example.sumber, self._language))
        return "\n\n".join(block for block in blocks if block)

    def _published(self) -> Iterator[str]:
        values = self._indicator.deret
        if not values:
            return
        with_dimension = any(value.dimensi for value in values)
        keys = ["wilayah", "tahun", *(["dimensi"] if with_dimension else []), "nilai"]
        header = [self._say(key) for key in (*keys, "kedudukan", "sumber")]
        rows = []
        for value in sorted(values, key=lambda one: (one.wilayah, one.dimensi or "", one.tahun)):
            region = self._regions.get(value.wilayah)
            name = f"{md.esc(region.nama)} ({value.wilayah})" if region else value.wilayah
            note = f" {md.esc(value.catatan)}" if value.catatan else ""
            row = [name, str(value.tahun)]
            row += [md.esc(value.dimensi or "")] if with_dimension else []
            row += [self._number(value.nilai), md.badge(value.kedudukan, self._language)]
            rows.append([*row, md.esc(value.sumber) + note])
        whole = md.table(header, rows)
        yield from self._charts()
        few = 12
        if len(rows) <= few:
            yield whole
        else:
            yield md.folded("info", f"{self._say('nilai_terbit')} ({len(rows)})", whole)

    def _charts(self) -> Iterator[str]:
        """Yield the charts of all versions, once: in the newest version that has values."""
        if self._indicator.versi == next(one.versi for one in self._versions if one.deret):
            yield from value_charts(self._versions[::-1], self._regions, self._language)

    def _targets(self) -> str:
        return md.table(
            [self._say(key) for key in ("tahun", "dimensi", "target", "catatan_pendek")],
            [
                (
                    str(target.tahun),
                    md.esc(target.dimensi or ""),
                    self._target(target),
                    self._remark(target),
                )
                for target in self._indicator.sasaran_nasional
            ],
        )

    def _target(self, target: NationalTarget) -> str:
        if target.nilai is not None:
            return self._number(target.nilai)
        return self._bounds(Bounds(min=target.min, maks=target.maks))

    def _remark(self, target: NationalTarget) -> str:
        """Return the remark of a target, after the badge of one that is not official."""
        mark = "" if target.kedudukan == "resmi" else md.badge(target.kedudukan, self._language)
        return f"{mark} {md.esc(target.catatan or '')}".strip()

    def _corrections(self) -> Iterator[str]:
        for entry in self._indicator.koreksi:
            yield correction_block(entry, self._language)

    def _variants(self) -> Iterator[str]:
        for variant in self._indicator.varian:
            yield f"**{md.esc(variant.nama)}.** {md.esc(variant.uraian)}"
            yield f"{self._say('alasan')}: {md.esc(variant.alasan)}"
            yield md.cited(variant.sumber, self._language)

    def _file(self) -> Iterator[str]:
        yield f"{self._say('sidik')}: {md.code(self._indicator.sidik)}"
        text = definition_text(self._indicator)
        if text:
            yield md.folded("quote", self._say("berkas_yaml"), md.fenced(text, "yaml"))
