"""Formulas as people write them: what is read, what is doubted, and what is never claimed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.alignment.wording.reader import (
    WordingStatus,
    read_formula,
    read_wording,
)
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.findings import kinds
from kesbang_iku.formula import FormulaError, parse, variables
from tests.alignment.wording.corpus import CASES, Case

PARTS = {
    "adjusted to": tuple(case for case in CASES if not case.held_back),
    "held back": tuple(case for case in CASES if case.held_back),
}
READABLE = 0.95
TEXTS = st.text(max_size=120) | st.lists(
    st.sampled_from(
        [
            "jumlah",
            "A",
            "B",
            "konflik",
            "/",
            ":",
            "x",
            "100%",
            "(",
            ")",
            "dibagi",
            "dikali",
            "?",
            "+",
            "-",
            "tahun n",
            "tahun n-1",
            "0,5",
            "1.000",
            "=",
            "\n",
            "Ket",
            "w1",
            "Σ",
            "√",
            ",",
            "persentase",
            "terhadap",
            "dari",
            "per",
            "rata-rata",
            "akar",
            ";",
            "bobot",
            "1-8",
            "dan",
        ]
    ),
    max_size=25,
).map(" ".join)


@pytest.mark.parametrize(
    "case",
    [
        # One in three is read at once, from every wave; the others with the slow tests.
        pytest.param(case, marks=pytest.mark.slow if number % 3 else [], id=case.teks[:60])
        for number, case in enumerate(PARTS["adjusted to"])
    ],
)
def test_a_known_phrasing_means_what_it_should(case: Case) -> None:
    wording = case.read()
    assert (case.status, case.is_right(wording)) == (wording.status.value, True), wording


@pytest.mark.parametrize("part", PARTS)
def test_nothing_wrong_is_claimed_to_be_certain(part: str) -> None:
    assert [case.teks for case in PARTS[part] if case.is_wrongly_certain(case.read())] == []


@pytest.mark.parametrize("part", PARTS)
def test_what_can_be_read_is_read(part: str) -> None:
    readable = [case for case in PARTS[part] if case.status == "terbaca"]
    missed = [case.teks for case in readable if not case.is_right(case.read())]
    assert 1 - len(missed) / len(readable) >= READABLE, missed


def test_both_parts_are_large_and_no_case_stands_twice() -> None:
    assert len(CASES) >= 150
    assert min(map(len, PARTS.values())) >= 50
    assert Counter((case.teks, case.nama) for case in CASES).most_common(1)[0][1] == 1


@settings(max_examples=60)
@given(text=TEXTS, nama=st.none() | st.just("Persentase konflik yang ditangani"))
def test_any_text_gets_one_of_three_answers_in_the_language_of_the_catalog(
    text: str, nama: str | None
) -> None:
    wording = read_wording(text, nama=nama)
    if wording.rumus is None:
        assert wording.status is not WordingStatus.READ
        assert wording.catatan
        assert wording.variabel == ()
        return
    assert wording.status is not WordingStatus.NOT_COMPUTABLE
    names = [variable.nama for variable in wording.variabel]
    assert sorted(names) == sorted(variables(parse(wording.rumus)))
    assert len(set(names)) == len(names)
    assert bool(wording.catatan) or wording.status is WordingStatus.READ


@settings(max_examples=100)
@given(text=TEXTS)
def test_certainty_and_doubt_follow_from_the_notes(text: str) -> None:
    wording = read_wording(text)
    doubts = [note for note in wording.catatan if "IKU710" <= note.kode <= "IKU729"]
    if wording.status is WordingStatus.READ:
        assert doubts == []
    elif wording.rumus is not None:
        assert doubts


@pytest.mark.parametrize(
    "text",
    [
        "(" * 500 + "A" + ")" * 500,
        "A / " * 900,
        "A + " * 900 + "B",
        "√" * 300 + "A",
        "jumlah " * 500,
        "a = " * 800,
        "Σ variabel 1-99 / 99",
        "x" * 3999,
        "9" * 3000 + " x A",
        "A / B x 100% " + "\n" * 3000,
        "-" * 3900,
        "w1 " * 300,
    ],
    ids=lambda text: text[:12],
)
def test_large_texts_end_quickly_and_without_a_certain_reading(text: str) -> None:
    wording = read_wording(text)
    if wording.status is WordingStatus.READ:
        assert wording.rumus == "a / b * 100"


def test_a_text_above_the_limit_is_not_looked_at() -> None:
    limit = known().batas.panjang.nilai
    (note,) = read_wording("A / B " * limit).catatan
    assert note.kind is kinds.WORDS_TOO_LONG


@pytest.mark.parametrize(
    "label",
    ["jika", "jumlah", "null", "dan", "123 orang", "\N{GREEK SMALL LETTER ALPHA}", "rata-rata"],
)
def test_names_are_allowed_whatever_the_label(label: str) -> None:
    wording = read_wording(f"({label}) / (total {label} lain) x 100%")
    if wording.rumus is not None:
        parse(wording.rumus)


def test_variables_stand_in_the_order_of_the_text_with_labels_of_the_legend() -> None:
    wording = read_wording("P = (b/a) x 100% Ket: a = jumlah kader; b = jumlah kader yang lulus")
    assert [tuple(variable) for variable in wording.variabel] == [
        ("b", "jumlah kader yang lulus"),
        ("a", "jumlah kader"),
    ]


def test_a_slash_in_the_meaning_of_a_symbol_leaves_it_its_label() -> None:
    wording = read_wording("(a/b) x 100%\na = jumlah kab/kota yang aktif\nb = jumlah kab/kota")
    labels = [variable.label for variable in wording.variabel]
    assert labels == ["jumlah kab/kota yang aktif", "jumlah kab/kota"]


def test_names_are_short_and_unlike_each_other() -> None:
    wording = read_wording(
        "Jumlah laporan pelanggaran pemilu daerah yang selesai / "
        "Jumlah laporan pelanggaran pemilu daerah yang masuk x 100%"
    )
    assert [variable.nama for variable in wording.variabel] == [
        "laporan_pelanggaran_pemilu_daerah",
        "laporan_pelanggaran_pemilu_daerah_masuk",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A - B / C x 100%", kinds.AMBIGUOUS_ORDER),
        ("A ? B", kinds.LOST_SIGN),
        ("Jumlah konflik ditangani Jumlah konflik x 100%", kinds.WORDS_MISSING_OPERATOR),
        ("Jumlah kasus selesai x 100%", kinds.LOST_FRACTION),
        ("(A - B / C) x 100)", kinds.UNBALANCED),
        ("(A x 40%) + (B x 50%)", kinds.WORDS_WEIGHTS_SUM),
        ("(W1 x A) + (W2 x B)", kinds.WEIGHTS_UNKNOWN),
        ("(A/B) x 100% Ket: A = jumlah kader C = jumlah penduduk", kinds.LEGEND_MISMATCH),
        ("Jumlah konflik / jumlah konflik yang ditangani x 100%", kinds.INVERTED),
        ("(A + B + …)", kinds.INCOMPLETE),
        ("Jumlah suara x 10.770", kinds.AMBIGUOUS_NUMBER),
        ("rekomendasi/saran x 100%", kinds.AMBIGUOUS_SLASH),
        ("A/A x 100%", kinds.SAME_PARTS),
        ("Rata-rata geometrik = A x B", kinds.ROOT_LOST),
    ],
)
def test_a_doubt_says_why(text: str, kind: object) -> None:
    wording = read_wording(text)
    assert wording.status is WordingStatus.DOUBTFUL
    assert kind in [note.kind for note in wording.catatan]


@pytest.mark.parametrize(
    "said",
    [
        ", tidak termasuk ormas asing",
        " (kecuali ormas asing)",
        ". Jika nol ditulis 100%.",
        ". Nilai dibulatkan ke atas.",
        "\nYang belum lapor tidak dihitung",
        " (maksimal 100)",
    ],
)
def test_what_changes_the_count_and_is_in_no_label_is_doubted(said: str) -> None:
    text = "Jumlah ormas aktif tidak berizin dibagi jumlah ormas dikali 100%"
    assert read_wording(text).status is WordingStatus.READ
    assert read_wording(text + said).status is WordingStatus.DOUBTFUL


def test_a_count_for_each_of_something_is_no_count() -> None:
    assert read_wording("Jumlah kader per kecamatan").status is WordingStatus.DOUBTFUL
    assert read_wording("Jumlah kader per tahun").status is WordingStatus.READ


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("-", kinds.WORDS_EMPTY),
        ("hasil rilis BPS", kinds.RELEASED),
        ("survei kepuasan", kinds.SURVEY),
        ("belum ada rumus baku", kinds.STATED_NONE),
        ("5 = disusun 10 = ditetapkan", kinds.MILESTONES),
        ("(5+7+9)/4", kinds.NUMBERS_ONLY),
        ("Upaya mendeteksi ancaman", kinds.PROSE),
    ],
)
def test_a_refusal_says_why(text: str, kind: object) -> None:
    wording = read_wording(text)
    assert wording.status is WordingStatus.NOT_COMPUTABLE
    assert [note.kind for note in wording.catatan] == [kind]


def test_the_name_of_the_indicator_can_take_certainty_away() -> None:
    text = "(jumlah penduduk / korban konflik) x 100.000"
    assert read_wording(text).status is WordingStatus.READ
    doubted = read_wording(text, nama="Angka korban konflik")
    assert [note.kind for note in doubted.catatan] == [kinds.INVERTED]


def test_a_percentage_without_its_factor_is_noted_not_doubted() -> None:
    wording = read_wording(
        "Jumlah konflik selesai / jumlah konflik", nama="Persentase konflik selesai"
    )
    assert wording.status is WordingStatus.READ
    assert [note.kind for note in wording.catatan] == [kinds.NOT_TIMES_HUNDRED]


def test_a_count_may_repeat_its_own_name_but_nothing_else_may() -> None:
    count = "Jumlah ormas terdaftar"
    assert read_wording(count, nama=count).status is WordingStatus.READ
    share = "Persentase ormas terdaftar"
    assert read_wording(share, nama=share).catatan[0].kind is kinds.OWN_NAME


def test_the_language_of_the_catalog_is_tried_first() -> None:
    assert read_formula("jumlah(a, b) / c").rumus == "jumlah(a, b) / c"
    assert read_formula("A : B").rumus == "a / b"


def test_a_period_before_is_doubted_where_the_catalog_reads_a_subtraction() -> None:
    wording = read_formula("(n - (n-1)) / (n-1) * 100")
    assert wording.status is WordingStatus.DOUBTFUL
    assert [note.kind for note in wording.catatan] == [kinds.BOTH_WAYS]


def test_a_single_word_that_says_nothing_is_no_variable() -> None:
    assert read_formula("tbd").status is WordingStatus.NOT_COMPUTABLE
    assert read_formula("konflik").rumus == "konflik"


def test_what_looks_like_the_catalogs_language_also_gets_its_error() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("a_b +* c_d")
    assert read_formula("a_b +* c_d").catatan[-1] == caught.value.finding


@pytest.mark.parametrize(
    "tail",
    [
        *(", kecuali ormas asing", ", hanya untuk ormas lokal", "; tidak termasuk ormas asing"),
        *(" asalkan datanya ada", " dengan asumsi data lengkap", " sepanjang datanya tersedia"),
        *(
            ", dibulatkan",
            " dikonversi ke skala 5",
            " kemudian dirata-ratakan",
            " dengan pembobotan",
        ),
        *(" dengan faktor koreksi", " dikuadratkan", " separuhnya", " dan seterusnya"),
        *(", minimal 80%", " (maksimal 100%)", " sebesar 80%", " dipotong 10%"),
        *(". Hasilnya dibulatkan.", ". Laporan ganda dihitung satu.", " per kecamatan"),
    ],
)
@pytest.mark.parametrize(
    "formula",
    [
        "Jumlah konflik yang diselesaikan dibagi jumlah konflik dikali 100%",
        "(Jumlah ormas aktif / jumlah ormas) x 100%",
        "Persentase ormas aktif terhadap seluruh ormas",
        "A/B x 100%, A = jumlah kader, B = jumlah target",
    ],
)
def test_what_may_change_the_result_is_never_certain(formula: str, tail: str) -> None:
    assert read_wording(formula).status is WordingStatus.READ
    assert read_wording(formula + tail).status is not WordingStatus.READ


@pytest.mark.parametrize(
    "text",
    [
        "Dua kali jumlah konflik ditambah jumlah unjuk rasa",
        "Rata-rata tertimbang nilai teknis dan nilai administrasi",
        "Rata-rata dari jumlah ormas aktif dibagi jumlah ormas dikali 100%",
        "Kebalikan dari jumlah ormas / jumlah penduduk",
        "Nilai terendah dari nilai teknis dan nilai administrasi dibagi 2",
        "Akar dari A x B x C",
        "Jumlah ormas aktif dibagi jumlah ormas tiap kecamatan dikali 100%",
        "Jumlah kegiatan semester I ditambah semester II",
        "Persentase ormas aktif terhadap seluruh ormas dikurangi 5",
        "100% - jumlah konflik / jumlah kejadian",
    ],
)
def test_what_computes_within_a_name_is_never_certain(text: str) -> None:
    assert read_wording(text).status is not WordingStatus.READ


@pytest.mark.parametrize("text", ["1.000 * a", "a / 10.000", "a * 2.500", "a / b * 100.000"])
def test_a_thousand_of_people_is_no_certain_decimal(text: str) -> None:
    read = read_formula(text)
    assert (read.status, read.catatan[0].kind) == (WordingStatus.DOUBTFUL, kinds.BOTH_WAYS)


@pytest.mark.parametrize("text", ["rata_rata(u1, u2, u3) * 25", "0.125 * a + 0.875 * b"])
def test_what_only_one_language_can_mean_is_certain(text: str) -> None:
    assert read_formula(text).status is WordingStatus.READ


@pytest.mark.parametrize("text", ["a**2", "(a+b)**2", "A ** 3 / B"])
def test_a_power_is_no_multiplication(text: str) -> None:
    assert read_formula(text).status is not WordingStatus.READ
