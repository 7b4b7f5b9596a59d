"""Rules over what indicators of plans are called, and what they are counted in (IKU373-382)."""

from kesbang_iku.findings import Repair, Text, sentences
from kesbang_iku.findings.closed_words import spoken, spoken_all
from kesbang_iku.model.checking import Words, plain_words
from kesbang_iku.validation.rules.numbers import PAIR
from kesbang_iku.validation.rules.plans.context import PlanContext, PlanEntry, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive, required


@rule.within("IKU373")
def not_estimated_here(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """An index planned for a level at which nobody measures it."""
    if entry.indicator is None:
        return
    level = required(context.level, sentences.validation.NO_LEVEL)
    if level not in entry.indicator.tingkat.diestimasi:
        yield at(
            entry,
            "nama",
            value=entry.short,
            kode=entry.indicator.kode,
            tingkat=spoken(level),
            ada=spoken_all(entry.indicator.tingkat.diestimasi),
        )


@rule.within("IKU374")
def output_as_outcome(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """An output as the measure of a goal."""
    goal = entry.loaded.item.sasaran
    if goal is None:
        return
    rows = context.programs.by_text(entry.nama)
    output = any(row.indikator is not None for row in rows)
    if entry.indicator is None and not output:
        yield inconclusive(entry, sentences.validation.NO_STANDARD)
    elif output or (entry.indicator is not None and entry.indicator.jenis == "keluaran"):
        yield at(entry, "nama", value=entry.short, sasaran=goal)


@rule.within("IKU375")
def name_is_programme(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """An indicator called like a programme."""
    for row in context.programs.by_text(entry.nama):
        if plain_words(entry.nama) in {
            plain_words(row.nama),
            plain_words(row.nama_tampil),
        } and plain_words(entry.nama) != plain_words(row.indikator or ""):
            yield at(
                entry,
                "nama",
                value=entry.short,
                jenjang=row.jenjang.replace("_", " "),
                kode=row.kode,
            )
            break


@rule.whole("IKU376")
def share_of_programme(context: PlanContext) -> Outcomes:
    """A word for share, and the title of a programme."""
    words = context.checking.kata
    fillers = sorted(map(plain_words, words.kata_program.isi), key=len, reverse=True)
    for entry in context.entries:
        name = entry.first_words
        if len(name) < PAIR or name[0] not in words.awalan_bagian:
            continue
        rest = " ".join(name[1:])
        tails = [rest, *(rest.removeprefix(f"{f} ") for f in fillers if rest.startswith(f))]
        rows = [row for tail in tails for row in context.programs.by_text(tail)]
        rows += [row for tail in tails for row in context.programs.by_text(f"program {tail}")]
        found = next(iter(rows), None)
        if found is not None and plain_words(found.indikator or "") != " ".join(name):
            yield at(entry, "nama", value=entry.short, kode=found.kode)


@rule("IKU377")
def no_unit(entry: PlanEntry) -> Outcomes:
    """An indicator that is counted in nothing."""
    if not (entry.loaded.item.satuan or "").strip():
        yield at(entry)


@rule.within("IKU378")
def unit_against_name(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A name that says share, number or index, and a unit that says something else."""
    words = context.checking.kata
    name = entry.first_words
    unit = required(entry.unit, sentences.validation.NO_UNIT)
    said: tuple[tuple[Words, bool, Text], ...] = (
        (
            words.awalan_bagian,
            unit.nama in words.satuan_bagian,
            sentences.validation.A_SHARE_OF_A_WHOLE,
        ),
        (words.awalan_jumlah, unit.aditif, sentences.validation.A_COUNT),
        (words.awalan_indeks, unit.nama in words.satuan_indeks, sentences.validation.AN_INDEX),
    )
    for first, fits, ukuran in said:
        if name and name[0] in first and not (fits or unit.samar):
            yield at(entry, "satuan", satuan=entry.loaded.item.satuan, ukuran=ukuran)


@rule.within("IKU379")
def unit_against_standard(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """Another unit than the standard's."""
    indicator = required(entry.indicator, sentences.validation.NO_STANDARD)
    if required(entry.unit, sentences.validation.NO_UNIT).nama != indicator.satuan:
        standard = context.katalog.tables.units[indicator.satuan]
        yield at(
            entry,
            "satuan",
            satuan=entry.loaded.item.satuan,
            kode=indicator.kode,
            standar=standard.label or standard.nama,
        )


@rule("IKU383")
def unit_spelling(entry: PlanEntry) -> Outcomes:
    """A unit in other words than the standard's."""
    written = entry.loaded.item.satuan
    if entry.unit is None or written is None:
        return
    standard = entry.unit.label or entry.unit.nama
    own = {standard, entry.unit.nama, entry.unit.simbol}
    if plain_words(written) not in set(map(plain_words, own)):
        yield at(entry, "satuan", satuan=written, standar=standard, repair=Repair(standard))


@rule.whole("IKU380")
def named_twice(context: PlanContext) -> Outcomes:
    """One indicator in two rows."""
    seen: dict[str, PlanEntry] = {}
    for entry in context.entries:
        key = plain_words(entry.nama)
        if entry.indicator is not None:
            key = entry.indicator.kode
        first = seen.setdefault(key, entry)
        if first is not entry:
            same = first.targets == entry.targets
            yield at(
                entry,
                "nama",
                value=entry.short,
                sama=sentences.validation.THE_SAME if same else sentences.validation.DIFFERENT,
            )


@rule.within("IKU381")
def level_called_growth(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A level named as growth."""
    words = context.checking.kata
    most = context.checking.ambang.pertumbuhan_wajar.nilai
    name = entry.first_words
    if len(name) < PAIR or name[0] not in words.awalan_bagian:
        return
    if name[1] not in words.kata_pertumbuhan:
        return
    if len(entry.targets) < PAIR:
        yield inconclusive(entry, sentences.validation.NO_TARGETS)
    elif all(value > most for value in entry.targets.values()):
        first = entry.targets[min(entry.targets)]
        yield at(entry, "nama", value=entry.short, target=first)


@rule.within("IKU382")
def share_without_formula(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A share of nobody knows what."""
    name = entry.first_words
    if entry.indicator is not None or not name:
        return
    shares = context.checking.kata.awalan_bagian
    if name[0] in shares and not (entry.loaded.item.rumus or "").strip():
        yield at(entry)
