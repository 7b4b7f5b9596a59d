"""The words of ``bahasa-rumus.yaml``, ready to be looked for in a text."""

from __future__ import annotations

import re
from functools import cache, cached_property
from operator import attrgetter
from typing import Final

from kesbang_iku.model.wording import NumberWord, WordingFile, alternatives
from kesbang_iku.sources.data import load_data

_LIST: Final = re.compile(r"<((?:angka|lipat|(?:[a-z_]+\.[a-z_]+ ?)+))>")
_PARTS: Final = (
    "(?:(?P<above><pembuka.pembilang>)|(?P<below><pembuka.penyebut>)|(?P<by><pembuka.pengali>))"
)
_PART: Final = "(?:(?:<pembuka.pembilang>)|(?:<pembuka.penyebut>)|(?:<pembuka.pengali>))"


_Sought = cached_property[re.Pattern[str]]


def _pattern(template: str) -> _Sought:
    """Make a property: a pattern in any case, with word lists of the file put in by their names.

    ``<pembuka.judul>`` stands for any phrase of that list, ``<kata.a kata.b>`` for one of either,
    ``<angka>`` for a number in words, ``<lipat>`` for a word that multiplies the number before.
    """

    def compiled(_: _Patterns) -> re.Pattern[str]:
        def listed(names: re.Match[str]) -> str:
            told = {"angka": PATTERNS.numbers, "lipat": PATTERNS.multiples}
            lists = (
                told[name] if name in told else attrgetter(name)(known()).isi
                for name in names[1].split()
            )
            return alternatives(phrase for found in lists for phrase in found)

        return re.compile(_LIST.sub(listed, template), re.IGNORECASE)

    return cached_property(compiled)


class _Patterns:
    """What is looked for in texts, made of the word lists; each when it is first needed."""

    heading: _Sought = _pattern(r"(?<![^\W_])(?:<pembuka.judul>)\s*(?::\s*=?|=|\n)\s*")
    """A heading before a formula, with its colon: ``Rumus:``."""

    legend_heading: _Sought = _pattern(r"(?<!\w)(?:<pembuka.legenda>)(?!\w)\s*[.]?\s*[:;,]?\s*")
    """What opens the list of symbols: ``di mana``, ``Ket.:``."""

    abbreviation: _Sought = _pattern(r"(?<!\w)(?:<kata.singkatan>)\.\s")
    """A short word with its point, inside of a name: ``No.``."""

    regulation_number: _Sought = _pattern(
        r"(?<!\w)(?:(?:<kata.peraturan>)\.?\s?\d+|\d{1,2}/\d{1,2})/(?:19|20)\d{2}(?![\d/])"
    )
    """The number of a regulation with its year, or a date: ``No. 7/2017``, ``31/12/2025``."""

    result_of: _Sought = _pattern(
        r"(?<![^=()])(?P<sum>[^=()]*"
        r"(?:(?<!\w)(?:<operasi.tambah operasi.kurang>)(?!\w)|\s[+-]\s)[^=()]*?)"
        r",?\s+(?:<operasi.hasilnya>)\s+(?=(?:<operasi.bagi operasi.kali>)(?!\w))"
    )
    """A sum or difference that is taken as a whole: ``A - B, hasilnya dibagi``."""

    stated_weight: _Sought = _pattern(
        r"(?<!\w)(?:<ukuran.sebesar>)\s+(?P<number>\d+(?:[.,]\d+)?)\s*%"
    )
    """The value of a weight in a sentence: ``bobot mutu layanan sebesar 20%``."""

    bound: _Sought = _pattern(
        r"\d[\d.,]*\s*(?:-|<kata.daftar>)\s*\d[\d.,]*|(?:[<>≤≥]|(?<!\w)(?:<kata.pembanding>))"
        r"\s*\d[\d.,]*\s*%?|\d+\s+kali\s+(?=(?:<waktu.berulang>)(?!\w))"
    )
    """What bounds a measure by numbers, inside its name: ``umur 7-12``, ``di atas 80``."""

    lower_bound: _Sought = _pattern(
        r"(?:[>≥]|(?<!\w)(?:<kata.batas_bawah>))\s*=?\s*(?:(?:<ukuran.awal>)\s+)?"
        r"(?P<number>\d+(?:[.,]\d+)*)(?![\d.,]*\d|\s*(?:%|(?:<operasi.persen>)\b))"
    )
    """The lowest number that something is counted from: ``nilai minimal 70``; no share."""

    called_factor: _Sought = _pattern(
        r"(?<!\w)(?:<pembuka.pengali>)\s+(?=1(?:0+|(?:\.0{3})+)(?!\d))"
    )
    """What a factor is called in front of its number: ``dikali konstanta 1.000``."""

    part_factor: _Sought = _pattern(
        r"[;,.]\s*(?:[x×*]|(?<!\w)(?:<operasi.kali>))\s*(\d[\d.,]*\s*(?:%|(?:<operasi.persen>)\b)?)$"
    )
    """A factor behind the last of the named parts of a fraction: ``; x 100%``."""

    share_of_count: _Sought = _pattern(
        r"(?<!\w)(?:<pembuka.persen pembuka.proporsi>)\s+(?:<ukuran.cacah>)\s"
    )
    """A share whose words were not taken off: ``persentase jumlah A`` inside of a name."""

    count_of_items: _Sought = _pattern(r"\s\d+\s(?:<ukuran.butir>)\s*$")
    """How many items a list has, in front of it: ``rata-rata dari 3 komponen``."""

    scaled: _Sought = _pattern(
        r"(?:[x×*]|(?<!\w)(?:<operasi.kali>))\s*(?:1(?:0{2,}|(?:\.0{3})+)(?!\d)|seratus)"
    )
    """A factor that scales a quotient: ``dikali 100%``."""

    weight_remark: _Sought = _pattern(
        r"\(\s*(?:<ukuran.bobot>)?\s*[=:]?\s*(?P<number>\d+(?:[.,]\d+)?)\s*%\s*\)"
    )
    """The weight of an item in parentheses behind its name: ``(bobot 56%)``."""

    list_opening: _Sought = _pattern(r"(?s:.)*(?:(?<!\w)(?:<kata.pendaftar>)(?!\w)|:)\s*")
    """The words up to the first item of a list, greedily."""

    legend_line: _Sought = _pattern(
        r"(?:\n|(?<=[%)0-9])\s)\s*(?:<pembuka.legenda>)(?!\w)(?:\s+\w+)?\s*(?:[.]?\s*:|\n)\s*"
    )
    """The heading of a legend at the start of a line, or behind the factor of a formula."""

    legend_at_end: _Sought = _pattern(r"\s(?:<pembuka.legenda>)(?!\w)(?:\s+\w+)?\s*[.]?\s*:?$")
    """The heading of a legend that ends a text."""

    lost_picture: _Sought = _pattern(
        r"(?<![^\W_])(?:<pembuka.judul>)\s*:\s*(?:<pembuka.legenda>)\s*:"
    )
    """A heading with nothing between it and the legend: the picture of a formula is lost."""

    remark_heading: _Sought = _pattern(r"(?:(?<=[\s.;(])|^)(?:<pembuka.keterangan_lain>)\s*:\s*")
    """What opens a remark behind a formula, with its colon: ``Sumber data:``."""

    percent: _Sought = _pattern(r"\s*(?:%|(?:<operasi.persen>)\b)")
    """The percent sign behind a number, or a word for it."""

    percent_unit: _Sought = _pattern(
        r",?\s*(?:(?<!\w)(?:<operasi.dalam_persen>)(?!\w)\s*(?:%|\(\s*(?:%|<operasi.persen>)\s*\))?"
        r"|\(\s*(?:(?:<operasi.dalam_persen>)|(?:%|<operasi.persen>))\s*\))[\s.]*$"
    )
    """What says at the end of a text that the result is in percent: ``(%)``."""

    percent_unit_inside: _Sought = _pattern(r"[^\W\d]\s*\(\s*(?:%|<operasi.persen>)\s*\)")
    """A unit of percent behind one of several measures: ``Realisasi (%) / target (%)``."""

    second_count: _Sought = _pattern(r"\s(?:<kata.penggabung>)\s+(?:<ukuran.cacah>)(?!\w)")
    """A second count behind the first: ``Jumlah A dan jumlah B``."""

    counted_remark: _Sought = _pattern(
        r"(?:\(\s*\d+\s+[a-z]+\s*\)|,\s*(?:<kata.pembanding>)\s[^,]*\d[^,]*)$"
    )
    """What counts or bounds behind a denominator, and may compute: ``ASN (20 JP)``."""

    of_whole: _Sought = _pattern(r"\s(?:<operasi.dari>)\s+(?=(?:<ukuran.seluruh>)(?!\w))")
    """What stands between a part and its whole: ``A dari seluruh B``."""

    before_figure: _Sought = _pattern(
        r"(?:\b(?:<operasi.kali operasi.bagi operasi.per>)|[xX×*/:÷])\s*$"
    )
    """What a number as a word stands behind, where it is a factor or a divisor."""

    items: _Sought = _pattern(
        r"\s*(?:,|;|\b(?:<kata.penggabung>)\b|&)\s*(?:(?:<kata.penggabung>)\s+)?"
    )
    """What separates the items of a list in words."""

    named_before: _Sought = _pattern(
        r"\s*(?:<ukuran.bukan_cacah>)\s(?:[\w\s,()/-]*?\s)?(?:<pembuka.awalan>)\s+"
        r"(?=(?:<ukuran.cacah pembuka.membagi>)\s)"
    )
    """The name of a measure in front of what it is: ``Persentase A adalah jumlah B``."""

    named_with_colon: _Sought = _pattern(
        r"\s*(?:<ukuran.bukan_cacah>)\s[^:=/÷×*+]*:\s*(?=(?:[^()]*?\s[/÷]\s|[^()]*\([^()]*[/:÷]"
        r"|[^:]*\)\s*[/÷]|[^:]*(?<!\w)(?:<operasi.bagi>)(?!\w)))"
    )
    """The name of a measure, and a colon, in front of a quotient: ``Persentase A : B / C``."""

    source_remark: _Sought = _pattern(r"\(\s*(?:<kata.sumber>)\b[^()]*\)")
    """A remark in parentheses that says where the figures come from."""

    new_step: _Sought = _pattern(
        r"\s*\n\s*(?=(?:<operasi.bagi operasi.kali operasi.tambah operasi.kurang>)\b)"
    )
    """A new line that goes on with an operation: a step of a list of steps."""

    part_word: _Sought = _pattern(rf"(?<!\w){_PARTS}(?!\w)")
    """A word for a part of a fraction."""

    named_part: _Sought = _pattern(
        rf"(?:(?<=[\n;,.])|^|(?<=\s))\s*{_PARTS}\s*[:=]\s*(?P<text>[^\n]+?)"
        rf"(?=\s*(?:\n|$|[;,.]?\s{_PART}\s*[:=]))"
    )
    """What a part of a fraction is, up to the end of the line or the next part."""

    item_end: _Sought = _pattern(
        r"\s*(?:[,;+]\s*(?:(?:<kata.penggabung>)\s+)?|\s(?:<kata.penggabung>)\s+)$"
    )
    """What stands between an item and the next one, at the end of the first."""

    series: _Sought = _pattern(
        r"(?P<base>(?s:.)*?)\s*(?P<first>\d{1,2})\s*(?:-|\.\.|<kata.daftar>)\s*"
        r"(?:(?P=base)\s*)?(?P<last>\d{1,2})"
    )
    """A range of numbered items at the end of a text: ``Variabel 1-8``."""

    @cached_property
    def numbers(self) -> dict[str, NumberWord]:
        """The numbers written as words."""
        return {number.kata: number for number in known().angka if not number.lipat}

    @cached_property
    def multiples(self) -> dict[str, NumberWord]:
        """The words that multiply the number in front of them: ``ribu``."""
        return {number.kata: number for number in known().angka if number.lipat}

    multiplied: _Sought = _pattern(
        r"\s*(?:(?:<angka>)\s+(?:<operasi.kali_angka>)|(?:<ukuran.berbobot>)|"
        r"(?:<pembuka.rata_rata>)\s+(?:<ukuran.cacah>))(?!\w)"
    )
    """What computes with the measure behind it: ``dua kali A``, ``tertimbang A``."""

    set_apart: _Sought = _pattern(
        r"[,;]\s*(?:<kata.sambung>\s+)?"
        r"(?!(?:<operasi.penyangkal>)\s+(?!(?:<kata.pengubah>)(?!\w)))(?:<kata.pengubah>)(?!\w)"
    )
    """What changes a count, but stands apart from it: ``seluruh ormas, kecuali ormas asing``."""

    multiple: _Sought = _pattern(r"(?<![\w.,])(?P<figure>\d{1,3})\s+(?P<word><lipat>)(?!\w)")
    """A number of thousands or millions: ``100 ribu``."""

    repeated_figure: _Sought = _pattern(
        r"(?<![\d.,])(?P<figure>\d+)(?P<unit>\s*(?:%|(?:<operasi.persen>)\b))?"
        r"\s*\(\s*(?:(?P<word><angka>)|(?P<again>\d+))\s*(?:%|(?:<operasi.persen>)\b)?\s*\)"
    )
    """A number once more in parentheses behind itself: ``3 (tiga)``, ``100 persen (100%)``."""

    number_words: _Sought = _pattern(r"(?<!\w)(?:<angka>)(?!\w)")
    """Numbers written as words."""

    glued_weight: _Sought = _pattern(r"(?<!\w)((?:<ukuran.huruf_bobot>)\d{1,2})(?=[A-Z]\d)")
    """The symbol of a weight that has grown together with what it weights: ``w1X1``."""

    glued_count: _Sought = _pattern(r"(?:<ukuran.cacah>)(?-i:[A-Z])")
    """A word for a count that has grown together with what is counted: ``JumlahA``."""

    legend_entry: _Sought = _pattern(
        r"(?:(?P<line>^|\n)\s*(?:[-•*]\s*)?|(?<=[;,.])\s*|\s+)"
        r"(?P<key>[?Σ%]?\s?[A-Za-z]\w{0,9})\s*(?:=|(?P<colon>:)|(?:<pembuka.arti>)\s)\s*"
    )
    """A symbol and the sign or word between it and its meaning."""

    @cached_property
    def operators(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Words that always are operators, with the sign they stand for."""
        words = known().operasi
        joined = alternatives(words.sambungan.isi)
        denied = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in words.penyangkal.isi)
        before = rf"(?:,\s*)?(?<!\w){denied}(?:(?:{joined})\s+)?-?\s*"
        signs = {"/": words.bagi, "*": words.kali, "+": words.tambah, "-": words.kurang}
        return tuple(
            (re.compile(rf"{before}(?:{alternatives(said.isi)})(?!\w)\s*-?", re.IGNORECASE), sign)
            for sign, said in signs.items()
        )

    def operates(self, text: str, signs: str) -> bool:
        """Tell whether a word for one of these operations stands in a text."""
        return any(found.search(text) for found, sign in self.operators if sign in signs)

    @cached_property
    def pair_separators(self) -> tuple[re.Pattern[str], ...]:
        """What separates the two measures behind a dividing word, the surest first."""
        return tuple(
            re.compile(rf"(?<!\w){alternatives([word])}(?!\w)", re.IGNORECASE)
            for word in known().pembuka.pasangan.isi
        )


def content_words(text: str) -> list[str]:
    """Return the words of ``text`` that say something, without case."""
    return [
        word
        for word in re.findall(r"\w+", text.casefold())
        if word not in known().kata.pengisi.words
    ]


def starts_measure(text: str) -> bool:
    """Tell whether ``text`` starts with a word for what is measured."""
    return text.strip(" (").split(" ", 1)[0].casefold() in known().ukuran.awal.words


def starts_count(text: str) -> bool:
    """Tell whether ``text`` starts with a word that counts."""
    return text.split(" ", 1)[0].casefold() in known().ukuran.cacah.words


@cache
def known() -> WordingFile:
    """Return the words that the catalog knows.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return load_data("bahasa-rumus.yaml", WordingFile)


PATTERNS: Final = _Patterns()
