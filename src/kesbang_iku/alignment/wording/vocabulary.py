"""The words of ``bahasa-rumus.yaml``, ready to be looked for in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import TypeAlias, TypeVar

from kesbang_iku.files.data import load_data
from kesbang_iku.model.wording import Limits, NumberWord, Phrases, WordingFile

T = TypeVar("T")
_Words: TypeAlias = cached_property[frozenset[str]]
_Pattern: TypeAlias = cached_property[re.Pattern[str]]


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first; spaces match any space."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


def _words(phrases: Callable[[WordingFile], Phrases]) -> _Words:
    """Make a property of a vocabulary: the phrases of its file, without case."""
    return _compiled(lambda file: frozenset(map(str.casefold, phrases(file).isi)))


def _whole(phrases: Callable[[WordingFile], Phrases]) -> _Pattern:
    """Make a property: what finds any of the phrases as words of their own, in any case."""
    return _compiled(
        lambda file: re.compile(
            rf"(?<!\w)(?:{alternatives(phrases(file).isi)})(?!\w)", re.IGNORECASE
        )
    )


def _leading(phrases: Callable[[WordingFile], Phrases]) -> _Pattern:
    """Make a property: what matches any of the phrases at the start of a text, in any case."""
    return _compiled(
        lambda file: re.compile(
            rf"\s*(?:{alternatives(phrases(file).isi)})(?!\w)\s*", re.IGNORECASE
        )
    )


def _compiled(make: Callable[[WordingFile], T]) -> cached_property[T]:
    def compiled(vocabulary: Vocabulary) -> T:
        return make(vocabulary.file)

    return cached_property(compiled)


class Vocabulary:
    """Word lists as patterns and sets, each made when it is first needed.

    A new list is a field of the file's model, and a line here.
    """

    def __init__(self, file: WordingFile) -> None:
        self.file: WordingFile = file
        self.limits: Limits = file.batas

    connectives: _Words = _words(lambda file: file.kata.sambung)
    factor_units: _Words = _words(lambda file: file.kata.satuan_pengali)
    fillers: _Words = _words(lambda file: file.kata.pengisi)
    joining: _Words = _words(lambda file: file.kata.penggabung)
    before_counts: _Words = _words(lambda file: file.kata.sebelum_cacah)
    before_time: _Words = _words(lambda file: file.waktu.sambungan)
    times_figure: _Words = _words(lambda file: file.operasi.kali_angka)
    pairing: _Words = _words(lambda file: file.pembuka.berpasangan)
    comparing: _Words = _words(lambda file: file.pembuka.berbanding)
    no_symbols: _Words = _words(lambda file: file.kata.bukan_lambang)
    counts: _Words = _words(lambda file: file.ukuran.cacah)
    starters: _Words = _words(lambda file: file.ukuran.awal)
    wholes: _Words = _words(lambda file: file.ukuran.seluruh)
    narrowing: _Words = _words(lambda file: file.ukuran.perinci)
    weight_letters: _Words = _words(lambda file: file.ukuran.huruf_bobot)
    time_units: _Words = _words(lambda file: file.waktu.satuan)
    per_units: _Words = _words(lambda file: file.waktu.per_satuan)
    empty: _Words = _words(lambda file: file.tidak_terhitung.kosong)
    preamble: _Pattern = _leading(lambda file: file.pembuka.awalan)
    percent_opening: _Pattern = _leading(lambda file: file.pembuka.persen)
    share_opening: _Pattern = _leading(lambda file: file.pembuka.proporsi)
    dividing_opening: _Pattern = _leading(lambda file: file.pembuka.membagi)
    dividing: _Pattern = _whole(lambda file: file.pembuka.membagi)
    difference: _Pattern = _leading(lambda file: file.pembuka.selisih)
    mean: _Pattern = _leading(lambda file: file.pembuka.rata_rata)
    geometric_mean: _Pattern = _leading(lambda file: file.pembuka.rata_rata_geometrik)
    root: _Pattern = _leading(lambda file: file.pembuka.akar)
    geometric: _Pattern = _whole(lambda file: file.pembuka.geometrik)
    counting: _Pattern = _leading(lambda file: file.pembuka.menjumlahkan)
    measure_name: _Pattern = _leading(lambda file: file.ukuran.bukan_cacah)
    weight: _Pattern = _whole(lambda file: file.ukuran.bobot)
    weighted: _Pattern = _whole(lambda file: file.ukuran.berbobot)
    rising: _Pattern = _whole(lambda file: file.ukuran.naik)
    falling: _Pattern = _whole(lambda file: file.ukuran.turun)
    ellipsis: _Pattern = _whole(lambda file: file.kata.elipsis)
    remark_words: _Words = _words(lambda file: file.kata.pembuka_kurung)
    about_formula: _Pattern = _whole(lambda file: file.pembuka.tentang_rumus)
    no_formula: _Pattern = _whole(lambda file: file.tidak_terhitung.tanpa_rumus)
    released: _Pattern = _whole(lambda file: file.tidak_terhitung.rilis)
    survey: _Pattern = _whole(lambda file: file.tidak_terhitung.survei)
    method: _Pattern = _whole(lambda file: file.tidak_terhitung.metode)
    milestones: _Pattern = _whole(lambda file: file.tidak_terhitung.tonggak)
    slash_pairs: _Words = _words(lambda file: file.kata.garis_miring)
    relating: _Words = _words(lambda file: file.operasi.terhadap)
    parting: _Words = _words(lambda file: file.operasi.dari)
    per: _Words = _words(lambda file: file.operasi.per)

    @cached_property
    def numbers(self) -> dict[str, NumberWord]:
        """The numbers written as words."""
        return {number.kata: number for number in self.file.angka if not number.lipat}

    @cached_property
    def multiples(self) -> dict[str, NumberWord]:
        """The words that multiply the number in front of them: ``ribu``."""
        return {number.kata: number for number in self.file.angka if number.lipat}

    @cached_property
    def heading(self) -> re.Pattern[str]:
        """A heading before a formula, with its colon: ``Rumus:``."""
        words = alternatives(self.file.pembuka.judul.isi)
        return re.compile(rf"(?<![^\W_])(?:{words})\s*(?::\s*=?|=|\n)\s*", re.IGNORECASE)

    @cached_property
    def legend_heading(self) -> re.Pattern[str]:
        """What opens the list of symbols: ``di mana``, ``Ket.:``."""
        words = alternatives(self.file.pembuka.legenda.isi)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)\s*[.]?\s*[:;,]?\s*", re.IGNORECASE)

    @cached_property
    def abbreviation(self) -> re.Pattern[str]:
        """A short word with its point, inside of a name: ``No.``."""
        words = alternatives(self.file.kata.singkatan.isi)
        return re.compile(rf"(?<!\w)(?:{words})\.\s", re.IGNORECASE)

    @cached_property
    def regulation_number(self) -> re.Pattern[str]:
        """The number of a regulation with its year, or a date: ``No. 7/2017``, ``31/12/2025``."""
        words = alternatives(self.file.kata.peraturan.isi)
        return re.compile(
            rf"(?<!\w)(?:(?:{words})\.?\s?\d+|\d{{1,2}}/\d{{1,2}})/(?:19|20)\d{{2}}(?![\d/])",
            re.IGNORECASE,
        )

    @cached_property
    def result_of(self) -> re.Pattern[str]:
        """A sum or difference that is taken as a whole: ``A - B, hasilnya dibagi``."""
        words = self.file.operasi
        joined = alternatives([*words.tambah.isi, *words.kurang.isi])
        next_step = alternatives([*words.bagi.isi, *words.kali.isi])
        return re.compile(
            rf"(?P<sum>[^=()]*(?:(?<!\w)(?:{joined})(?!\w)|\s[+-]\s)[^=()]*?),?\s+"
            rf"(?:{alternatives(words.hasilnya.isi)})\s+(?=(?:{next_step})(?!\w))",
            re.IGNORECASE,
        )

    @cached_property
    def multiple(self) -> re.Pattern[str]:
        """A number of thousands or millions: ``100 ribu``."""
        words = alternatives(self.multiples)
        return re.compile(
            rf"(?<![\w.,])(?P<figure>\d{{1,3}})\s+(?P<word>{words})(?!\w)", re.IGNORECASE
        )

    @cached_property
    def stated_weight(self) -> re.Pattern[str]:
        """The value of a weight in a sentence: ``bobot mutu layanan sebesar 20%``."""
        words = alternatives(self.file.ukuran.sebesar.isi)
        return re.compile(rf"(?<!\w)(?:{words})\s+(?P<number>\d+(?:[.,]\d+)?)\s*%", re.IGNORECASE)

    @cached_property
    def repeated_figure(self) -> re.Pattern[str]:
        """A number once more in parentheses behind itself: ``3 (tiga)``, ``100 persen (100%)``."""
        words, percent = alternatives(self.numbers), alternatives(self.file.operasi.persen.isi)
        return re.compile(
            rf"(?<![\d.,])(?P<figure>\d+)(?P<unit>\s*(?:%|(?:{percent})\b))?"
            rf"\s*\(\s*(?:(?P<word>{words})|(?P<again>\d+))\s*(?:%|(?:{percent})\b)?\s*\)",
            re.IGNORECASE,
        )

    @cached_property
    def weight_remark(self) -> re.Pattern[str]:
        """The weight of an item in parentheses behind its name: ``(bobot 56%)``."""
        words = alternatives(self.file.ukuran.bobot.isi)
        return re.compile(
            rf"\(\s*(?:{words})?\s*[=:]?\s*(?P<number>\d+(?:[.,]\d+)?)\s*%\s*\)", re.IGNORECASE
        )

    @cached_property
    def list_opening(self) -> re.Pattern[str]:
        """The words up to the first item of a list, greedily."""
        words = alternatives(self.file.kata.pendaftar.isi)
        return re.compile(rf".*(?:(?<!\w)(?:{words})(?!\w)|:)\s*", re.IGNORECASE | re.DOTALL)

    @cached_property
    def legend_line(self) -> re.Pattern[str]:
        """The heading of a legend at the start of a line, or behind the factor of a formula."""
        words = alternatives(self.file.pembuka.legenda.isi)
        return re.compile(
            rf"(?:\n|(?<=[%)0-9])\s)\s*(?:{words})(?!\w)(?:\s+\w+)?\s*(?:[.]?\s*:|\n)\s*",
            re.IGNORECASE,
        )

    @cached_property
    def legend_at_end(self) -> re.Pattern[str]:
        """The heading of a legend that ends a text."""
        words = alternatives(self.file.pembuka.legenda.isi)
        return re.compile(rf"\s(?:{words})(?!\w)(?:\s+\w+)?\s*[.]?\s*:?$", re.IGNORECASE)

    @cached_property
    def lost_picture(self) -> re.Pattern[str]:
        """A heading with nothing between it and the legend: the picture of a formula is lost."""
        headings, legends = self.file.pembuka.judul.isi, self.file.pembuka.legenda.isi
        return re.compile(
            rf"(?<![^\W_])(?:{alternatives(headings)})\s*:\s*(?:{alternatives(legends)})\s*:",
            re.IGNORECASE,
        )

    @cached_property
    def remark_heading(self) -> re.Pattern[str]:
        """What opens a remark behind a formula, with its colon: ``Sumber data:``."""
        words = alternatives(self.file.pembuka.keterangan_lain.isi)
        return re.compile(rf"(?:(?<=[\s.;(])|^)(?:{words})\s*:\s*", re.IGNORECASE)

    @cached_property
    def operators(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Words that always are operators, with the sign they stand for."""
        words = self.file.operasi
        joined = alternatives(words.sambungan.isi)
        denied = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in words.penyangkal.isi)
        return tuple(
            (
                re.compile(
                    rf"(?:,\s*)?(?<!\w){denied}(?:(?:{joined})\s+)?-?\s*"
                    rf"(?:{alternatives(phrases.isi)})(?!\w)\s*-?",
                    re.IGNORECASE,
                ),
                sign,
            )
            for phrases, sign in (
                (words.bagi, "/"),
                (words.kali, "*"),
                (words.tambah, "+"),
                (words.kurang, "-"),
            )
        )

    @cached_property
    def percent(self) -> re.Pattern[str]:
        """The percent sign behind a number, or a word for it."""
        words = alternatives(self.file.operasi.persen.isi)
        return re.compile(rf"\s*(?:%|(?:{words})\b)", re.IGNORECASE)

    @cached_property
    def percent_unit(self) -> re.Pattern[str]:
        """What says at the end of a text that the result is in percent: ``(%)``."""
        phrases = alternatives(self.file.operasi.dalam_persen.isi)
        sign = rf"(?:%|{alternatives(self.file.operasi.persen.isi)})"
        return re.compile(
            rf",?\s*(?:(?<!\w)(?:{phrases})(?!\w)\s*(?:%|\(\s*{sign}\s*\))?"
            rf"|\(\s*(?:(?:{phrases})|{sign})\s*\))[\s.]*$",
            re.IGNORECASE,
        )

    @cached_property
    def percent_unit_inside(self) -> re.Pattern[str]:
        """A unit of percent behind one of several measures: ``Realisasi (%) / target (%)``."""
        sign = rf"(?:%|{alternatives(self.file.operasi.persen.isi)})"
        return re.compile(rf"[^\W\d]\s*\(\s*{sign}\s*\)", re.IGNORECASE)

    @cached_property
    def second_count(self) -> re.Pattern[str]:
        """A second count behind the first: ``Jumlah A dan jumlah B``."""
        words, joins = alternatives(self.counts), alternatives(self.joining)
        return re.compile(rf"\s(?:{joins})\s+(?:{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def before_figure(self) -> re.Pattern[str]:
        """What a number as a word stands behind, where it is a factor or a divisor."""
        words = self.file.operasi
        factors = alternatives([*words.kali.isi, *words.bagi.isi, *words.per.isi])
        return re.compile(rf"(?:\b(?:{factors})|[xX×*/:÷])\s*$", re.IGNORECASE)

    @cached_property
    def items(self) -> re.Pattern[str]:
        """What separates the items of a list in words."""
        words = alternatives(self.joining)
        return re.compile(rf"\s*(?:,|;|\b(?:{words})\b|&)\s*(?:(?:{words})\s+)?", re.IGNORECASE)

    @cached_property
    def named_before(self) -> re.Pattern[str]:
        """The name of a measure in front of what it is: ``Persentase A adalah jumlah B``."""
        measures, openings = self.file.ukuran, self.file.pembuka
        kinds, starters = (
            alternatives(measures.bukan_cacah.isi),
            alternatives([*measures.cacah.isi, *openings.membagi.isi]),
        )
        joins = alternatives(openings.awalan.isi)
        return re.compile(
            rf"\s*(?:{kinds})\s(?:[\w\s,()/-]*?\s)?(?:{joins})\s+(?=(?:{starters})\s)",
            re.IGNORECASE,
        )

    @cached_property
    def named_with_colon(self) -> re.Pattern[str]:
        """The name of a measure, and a colon, in front of a quotient: ``Persentase A : B / C``."""
        kinds = alternatives(self.file.ukuran.bukan_cacah.isi)
        divides = alternatives(self.file.operasi.bagi.isi)
        return re.compile(
            rf"\s*(?:{kinds})\s[^:=/÷×*+]*:\s*(?=(?:[^()]*?\s[/÷]\s|[^()]*\([^()]*[/:÷]"
            rf"|[^:]*\)\s*[/÷]|[^:]*(?<!\w)(?:{divides})(?!\w)))",
            re.IGNORECASE,
        )

    @cached_property
    def glued_weight(self) -> re.Pattern[str]:
        """The symbol of a weight that has grown together with what it weights: ``w1X1``."""
        letters = "".join(self.weight_letters)
        return re.compile(rf"(?<!\w)([{letters}]\d{{1,2}})(?=[A-Z]\d)", re.IGNORECASE)

    @cached_property
    def source_remark(self) -> re.Pattern[str]:
        """A remark in parentheses that says where the figures come from."""
        words = alternatives(self.file.kata.sumber.isi)
        return re.compile(rf"\(\s*(?:{words})\b[^()]*\)", re.IGNORECASE)

    @cached_property
    def new_step(self) -> re.Pattern[str]:
        """A new line that goes on with an operation: a step of a list of steps."""
        operations = self.file.operasi
        phrases = (operations.bagi, operations.kali, operations.tambah, operations.kurang)
        words = alternatives(word for found in phrases for word in found.isi)
        return re.compile(rf"\s*\n\s*(?=(?:{words})\b)", re.IGNORECASE)

    @cached_property
    def glued_count(self) -> re.Pattern[str]:
        """A word for a count that has grown together with what is counted: ``JumlahA``."""
        words = alternatives(word.capitalize() for word in self.counts)
        return re.compile(rf"(?:{words})[A-Z]")

    @cached_property
    def legend_entry(self) -> re.Pattern[str]:
        """A symbol and the sign or word between it and its meaning."""
        words = alternatives(self.file.pembuka.arti.isi)
        return re.compile(
            r"(?:(?P<line>^|\n)\s*(?:[-•*]\s*)?|(?<=[;,.])\s*|\s+)"
            r"(?P<key>[?Σ%]?\s?[A-Za-z]\w{0,9})\s*"
            rf"(?:=|(?P<colon>:)|(?:{words})\s)\s*"
        )

    @cached_property
    def part_word(self) -> re.Pattern[str]:
        """A word for a part of a fraction."""
        return re.compile(rf"(?<!\w){self._parts()}(?!\w)", re.IGNORECASE)

    @cached_property
    def named_part(self) -> re.Pattern[str]:
        """What a part of a fraction is, up to the end of the line or the next part."""
        return re.compile(
            rf"(?:(?<=[\n;,.])|^|(?<=\s))\s*{self._parts()}\s*[:=]\s*(?P<text>[^\n]+?)"
            rf"(?=\s*(?:\n|$|[;,.]?\s{self._parts(named=False)}\s*[:=]))",
            re.IGNORECASE,
        )

    def _parts(self, *, named: bool = True) -> str:
        openings = self.file.pembuka
        groups = (("above", openings.pembilang), ("below", openings.penyebut))
        return "(?:{})".format(
            "|".join(
                f"(?{f'P<{name}>' if named else ':'}{alternatives(phrases.isi)})"
                for name, phrases in (*groups, ("by", openings.pengali))
            )
        )

    @cached_property
    def item_end(self) -> re.Pattern[str]:
        """What stands between an item and the next one, at the end of the first."""
        words = alternatives(self.joining)
        return re.compile(rf"\s*(?:[,;+]\s*(?:(?:{words})\s+)?|\s(?:{words})\s+)$", re.IGNORECASE)

    @cached_property
    def pair_separators(self) -> tuple[re.Pattern[str], ...]:
        """What separates the two measures behind a dividing word, the surest first."""
        return tuple(
            re.compile(rf"(?<!\w){alternatives([word])}(?!\w)", re.IGNORECASE)
            for word in self.file.pembuka.pasangan.isi
        )

    @cached_property
    def number_words(self) -> re.Pattern[str]:
        """Numbers written as words."""
        return re.compile(rf"(?<!\w)(?:{alternatives(self.numbers)})(?!\w)", re.IGNORECASE)

    @cached_property
    def series(self) -> re.Pattern[str]:
        """A range of numbered items at the end of a text: ``Variabel 1-8``."""
        words = alternatives(self.file.kata.daftar.isi)
        return re.compile(
            rf"(?P<base>.*?)\s*(?P<first>\d{{1,2}})\s*(?:-|\.\.|{words})\s*"
            r"(?:(?P=base)\s*)?(?P<last>\d{1,2})",
            re.IGNORECASE | re.DOTALL,
        )


def content_words(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of ``text`` that say something, without case."""
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in vocabulary.fillers]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the words that the catalog knows.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return Vocabulary(load_data("bahasa-rumus.yaml", WordingFile))
