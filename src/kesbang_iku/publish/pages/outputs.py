"""The page of the output indicators of the nomenclature, and what to watch for in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.pages.markdown import (
    bullets,
    code,
    esc,
    folded,
    front_matter,
    link,
    page,
    table,
)
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS

NAME: Final = "keluaran.md"
TITLE: Final = Text("Indikator keluaran", "Output indicators")
SAID: Final = Text(
    "Tingkat kedua katalog: {count} indikator keluaran dari nomenklatur program 8.01, dengan kode "
    "sub kegiatannya sendiri. Nilainya dilaporkan langsung, tanpa rumus.",
    "The catalog's second tier: {count} output indicators from the nomenclature of programme 8.01, "
    "each with the code of its own sub-activity. Their values are reported as they are, without a "
    "formula.",
)

_ABOUT = Text(
    "Keluaran menunjukkan apa yang dikerjakan, bukan apa yang berubah di masyarakat; karena itu "
    "ia bukan IKU, dan tidak ikut dalam daftar indikator utama. Laporan boleh memuatnya: butirnya "
    "memakai kode sub kegiatan dan satu variabel, `jumlah_keluaran`. Nomenklatur hanya mencetak "
    "nama dan satuan; arah, frekuensi, dan cara menjumlahkannya usulan katalog ini. Satuannya: "
    "{units}.",
    "An output shows what was done, not what changed in society; so it is no key performance "
    "indicator, and is not among the main indicators. Reports may hold it all the same: their item "
    "has the code of the sub-activity and one variable, `jumlah_keluaran`. The nomenclature prints "
    "names and units only; direction, frequency and how values add up are proposed by this "
    "catalog. Units: {units}.",
)
_GRAMMAR = Text(
    "Kode berbentuk `8.01.PP.J.KK.SSSS`: program, jenjang (1 provinsi, 2 kabupaten dan kota), "
    "kegiatan, sub kegiatan. Daftar dari sebelum sekitar 2023 menulis sub kegiatan dengan dua "
    "angka; kode seperti itu dikenali dan dilengkapi dengan nol di depannya.",
    "Codes have the form `8.01.PP.J.KK.SSSS`: programme, level (1 province, 2 regency and city), "
    "activity, sub-activity. Lists from before about 2023 write the sub-activity with two digits; "
    "such a code is recognised and filled up with zeros in front.",
)
_TRAPS = Text("Beda provinsi dengan kabupaten/kota", "How provinces differ from regencies")
_TRAPS_SAID = Text(
    "Kedua jenjang punya daftarnya sendiri, {province} dan {regency} sub kegiatan. Kode yang hanya "
    "berbeda angka jenjangnya tidak selalu berarti sama:",
    "Each level has a list of its own, {province} and {regency} sub-activities. Codes that differ "
    "in the digit of the level only do not always mean the same:",
)
_SAME_NUMBER = Text("Nomor sama, isi lain", "Same number, other content")
_SAME_CONTENT = Text("Isi sama, nomor lain", "Same content, other number")
_WORDING = Text("Isi sama, tulisan lain", "Same content, other wording")
_WORDING_SAID = Text(
    "Ditulis seperti tercetak pada jenjangnya; mencocokkan nama huruf demi huruf antarjenjang "
    "karena itu meleset.",
    "Written as printed for each level, so matching names letter by letter across levels fails.",
)
_UNIT = Text("Satuan yang tidak tersebut dalam teksnya", "Units that the text does not mention")
_UNIT_SAID = Text(
    "Teks {count} indikator tidak menyebut satuan yang tercetak di sebelahnya, misalnya jumlah "
    "kebijakan dalam satuan dokumen. Satuan tercetak yang dipakai.",
    "The texts of {count} indicators do not mention the unit printed beside them, such as a number "
    "of policies in documents. The printed unit is the one used.",
)
_ONLY = Text("hanya ada di satu jenjang", "exists at one level only")
_LIST = Text("Daftar", "The list")
_ALIKE: Final = 0.8
"""From here on two names mean the same and differ in spelling only."""

_Pair = tuple[Indicator | None, Indicator | None]


def output_index(catalog: Catalog, language: Language = "id") -> str:
    """Return the page that lists and explains the output indicators of the nomenclature."""
    outputs = catalog.outputs
    other = (
        link("In English", f"../en/indikator/{NAME}")
        if language == "id"
        else link("Dalam bahasa Indonesia", f"../../indikator/{NAME}")
    )
    units = Counter(_unit(catalog, one) for one in outputs)
    listed = ", ".join(f"{name} ({count})" for name, count in units.most_common())
    return page(
        front_matter(TITLE.plain(language)),
        f"# {TITLE.plain(language)}",
        f"{other}\n{{: .lintas }}",
        SAID.fill(language, count=len(outputs)),
        _ABOUT.fill(language, units=listed),
        _GRAMMAR.plain(language),
        *_traps(catalog, language),
        f"## {_LIST.plain(language)}",
        *_lists(catalog, language),
    )


def _lists(catalog: Catalog, language: Language) -> Iterator[str]:
    header = [WORDS[key].plain(language) for key in ("kode", "indikator", "satuan", "tingkat")]
    for field in catalog.tables.fields.values():
        inside = [one for one in catalog.outputs if one.bidang == field.kode]
        if inside:
            yield f"### {esc(field.nama if language == 'id' else field.nama_en)}"
            yield table(header, [_row(catalog, one, language) for one in inside])


def _row(catalog: Catalog, indicator: Indicator, language: Language) -> list[str]:
    levels = ", ".join(VOCABULARY[level].plain(language) for level in indicator.tingkat.berlaku)
    return [code(indicator.kode), esc(indicator.nama), _unit(catalog, indicator), levels]


def _unit(catalog: Catalog, indicator: Indicator) -> str:
    unit = catalog.tables.units.get(indicator.satuan)
    return esc((unit.label if unit else None) or indicator.satuan)


# -- where the two levels differ


def _traps(catalog: Catalog, language: Language) -> Iterator[str]:
    pairs = _pairs(catalog.outputs)
    yield f"## {_TRAPS.plain(language)}"
    yield _TRAPS_SAID.fill(
        language,
        province=sum(one is not None for one, _ in pairs),
        regency=sum(other is not None for _, other in pairs),
    )
    header = [VOCABULARY["provinsi"].plain(language), WORDS["kabkota"].plain(language)]
    yield f"### {_SAME_NUMBER.plain(language)}"
    yield table(
        header,
        [
            (_cell(catalog, one, language), _cell(catalog, other, language))
            for one, other in pairs
            if not _same(one, other)
        ],
    )
    yield f"### {_SAME_CONTENT.plain(language)}"
    yield table(
        [*header, WORDS["indikator"].plain(language)],
        [
            (code(one.kode), code(other.kode), esc(one.nama))
            for one, other in _renumbered(catalog.outputs)
        ],
    )
    yield f"### {_WORDING.plain(language)}"
    yield _WORDING_SAID.plain(language)
    yield table(header, [(f"“{esc(a)}”", f"“{esc(b)}”") for a, b in _spellings(pairs)])
    unmentioned = [one for one in catalog.outputs if one.satuan not in one.nama.casefold()]
    yield f"### {_UNIT.plain(language)}"
    yield _UNIT_SAID.fill(language, count=len(unmentioned))
    yield folded(
        "info",
        _LIST.plain(language),
        bullets(f"{code(one.kode)} {esc(one.nama)}: {_unit(catalog, one)}" for one in unmentioned),
    )


def _cell(catalog: Catalog, indicator: Indicator | None, language: Language) -> str:
    if indicator is None:
        return _ONLY.plain(language)
    return f"{code(indicator.kode)} {esc(indicator.nama)} ({_unit(catalog, indicator)})"


def _pairs(outputs: Sequence[Indicator]) -> list[_Pair]:
    """Return what has the same code but for the level: the province's beside the regency's."""
    by_number: dict[tuple[str, str], dict[bool, Indicator]] = {}
    for one in outputs:
        number = one.program, one.kode.removeprefix(f"{one.program}.").partition(".")[2]
        by_number.setdefault(number, {})["provinsi" in one.tingkat.berlaku] = one
    return [(found.get(True), found.get(False)) for found in by_number.values()]


def _same(one: Indicator | None, other: Indicator | None) -> bool:
    if one is None or other is None or one.satuan != other.satuan:
        return False
    return SequenceMatcher(None, one.nama, other.nama, autojunk=False).ratio() >= _ALIKE


def _renumbered(outputs: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """Yield what both levels have under the same name, but with another number."""
    of_regencies = {one.nama: one for one in outputs if "provinsi" not in one.tingkat.berlaku}
    for one in outputs:
        other = of_regencies.get(one.nama)
        if other not in (None, one) and one.kode.rsplit(".")[-1] != other.kode.rsplit(".")[-1]:
            yield one, other


def _spellings(pairs: Sequence[_Pair]) -> list[tuple[str, str]]:
    """Return how the names of the same output differ, each difference once."""
    found: dict[tuple[str, str], None] = {}
    for one, other in pairs:
        if one is not None and other is not None and _same(one, other):
            here, there = (re.findall(r"[\w/]+|,", name) for name in (one.nama, other.nama))
            matcher = SequenceMatcher(None, here, there, autojunk=False)
            for kind, a, b, c, d in matcher.get_opcodes():
                if kind != "equal":
                    # A mark alone tells nothing, so the word before it stands with it.
                    back = int("," in (*here[a:b], *there[c:d]))
                    found[_phrase(here[a - back : b]), _phrase(there[c - back : d])] = None
    return list(found)


def _phrase(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ,", ",")
