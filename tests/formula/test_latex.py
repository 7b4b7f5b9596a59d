from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from latex2mathml.converter import convert

from kesbang_iku.formula.latex import text_latex, to_latex
from kesbang_iku.formula.parser import parse
from kesbang_iku.formula.tree import Binary, BinaryOperator, Name, Number

REAL_FORMULAS = {
    "IDI": "0.327 * kebebasan_sipil + 0.413 * hak_politik + 0.260 * lembaga_demokrasi",
    "IKUB": "(toleransi + kesetaraan + kerja_sama) / 3",
    "Dektamas": "akar(dektari * dektara)",
    "P4GN": "0.20 * input + 0.30 * proses + 0.50 * keluaran",
    "kematian akibat konflik": "meninggal / penduduk * 100000",
    "konflik diselesaikan": "jika(konflik = 0, 100, selesai / konflik * 100)",
    "bantuan partai": "1000 * suara_dpr + 1200 * suara_provinsi",
    "makin rendah makin baik": "(2 * target - realisasi) / target * 100",
    "aturan": "selesai <= konflik dan bukan (a < 0 atau b > 1) dan c >= 2 atau d != 4",
    "fungsi": "bulat(maks(0, min(a, b)), 2) + isi(a, sebelumnya(a)) - abs(a - b)",
    "geometrik": "rata_rata_geometrik(a, b, c) / rata_rata(a, b) * jumlah(a, b)",
}


def mathml_text(latex: str) -> str:
    """Return the characters a reader sees."""
    root = ET.fromstring(convert(latex))  # noqa: S314 - made by the converter from our own formula
    return "".join(root.itertext()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("formula", REAL_FORMULAS.values(), ids=REAL_FORMULAS.keys())
def test_real_formulas_convert_to_mathml_without_leftovers(formula: str) -> None:
    seen = mathml_text(to_latex(parse(formula)))
    assert "\\" not in seen
    for name in ("kebebasan_sipil", "dektari", "meninggal", "suara_dpr"):
        assert (name in formula) == (name in seen)


@pytest.mark.parametrize(
    ("formula", "latex"),
    [
        ("a / b * 100", r"\frac{\text{a}}{\text{b}} \times 100"),
        ("(a + b + c) / 3", r"\frac{\text{a} + \text{b} + \text{c}}{3}"),
        ("akar(a * b)", r"\sqrt{\text{a} \times \text{b}}"),
        ("0.327 * a", r"0{,}327 \times \text{a}"),
        ("a * 100000", r"\text{a} \times 100{.}000"),
        ("a - (b - c)", r"\text{a} - \left(\text{b} - \text{c}\right)"),
        ("a - b - c", r"\text{a} - \text{b} - \text{c}"),
        ("(a + b) * c", r"\left(\text{a} + \text{b}\right) \times \text{c}"),
        ("a * (b * c)", r"\text{a} \times \left(\text{b} \times \text{c}\right)"),
        ("a * -b", r"\text{a} \times \left(-\text{b}\right)"),
        ("-(a + b)", r"-\left(\text{a} + \text{b}\right)"),
        ("-a + b", r"-\text{a} + \text{b}"),
        ("rata_rata_geometrik(a, b)", r"\sqrt{\text{a} \times \text{b}}"),
        ("rata_rata_geometrik(a, b, c)", r"\sqrt[3]{\text{a} \times \text{b} \times \text{c}}"),
        ("rata_rata_geometrik(a + b) * c", r"\left(\text{a} + \text{b}\right) \times \text{c}"),
        ("rata_rata(a, b)", r"\frac{\text{a} + \text{b}}{2}"),
        ("jumlah(a, b) * c", r"\left(\text{a} + \text{b}\right) \times \text{c}"),
        ("sebelumnya(a)", r"{\text{a}}_{t-1}"),
        ("abs(a)", r"\left|\text{a}\right|"),
        ("min(a, 0.5)", r"\min\left(\text{a};\, 0{,}5\right)"),
        (
            "jika(a < 1, b, c) + 1",
            (
                r"\left(\begin{cases} \text{b} & \text{jika } \text{a} < 1 \\ "
                r"\text{c} & \text{selain itu} \end{cases}\right) + 1"
            ),
        ),
        (
            "(a < 1 atau b < 1) dan c >= 1",
            (
                r"\left(\text{a} < 1 \lor \text{b} < 1\right) \land "
                r"\text{c} \ge 1"
            ),
        ),
    ],
)
def test_parentheses_are_few_and_right(formula: str, latex: str) -> None:
    assert to_latex(parse(formula)) == latex


@pytest.mark.parametrize(
    ("formula", "latex"),
    [
        ("0.327 * a", r"0.327 \times \text{a}"),
        ("a * 100000", r"\text{a} \times 100,000"),
        ("min(a, 0.5)", r"\min(\text{a},\, 0.5)"),
        (
            "bulat(isi(a, b), 2)",
            r"\operatorname{round}(\operatorname{fill}(\text{a},\, \text{b}),\, 2)",
        ),
        (
            "jika(a < 1, b, c)",
            (
                r"\begin{cases} \text{b} & \text{if } \text{a} < 1 \\ "
                r"\text{c} & \text{otherwise} \end{cases}"
            ),
        ),
    ],
)
def test_english_has_its_own_marks_and_words(formula: str, latex: str) -> None:
    bare = latex_without_spacing(to_latex(parse(formula), language="en"))
    assert bare == latex


def latex_without_spacing(latex: str) -> str:
    """Return LaTeX without what only sizes brackets and spaces the marks of numbers."""
    for sizing in (r"\left(", r"\right)"):
        latex = latex.replace(sizing, sizing[-1])
    return latex.replace("{.}", ".").replace("{,}", ",")


def test_labels_replace_names() -> None:
    assert to_latex(parse("a / b"), {"a": "konflik selesai"}) == (
        r"\frac{\text{konflik selesai}}{\text{b}}"
    )


@pytest.mark.parametrize("character", list("\\{}$&#%_^~<>\"'`@|*[]–≥é²"))
def test_a_label_is_shown_whatever_characters_it_has(character: str) -> None:
    label = f"a{character}b {character}"
    seen = mathml_text(to_latex(parse("x / y"), {"x": label, "y": label}))
    shown = "∧" if character == "^" else character
    assert seen == 2 * label.replace(character, shown)


@pytest.mark.parametrize(
    "label", [r"\end{document}", r"}\input{x}", "$$", "%", r"\text{", "a\x00b", "\N{ESCAPE}[31m"]
)
def test_a_label_cannot_leave_its_text(label: str) -> None:
    latex = text_latex(label)
    for piece in ("\\end", "\\input", "$$", "\x00", "\N{ESCAPE}"):
        assert piece not in latex
    assert ET.fromstring(convert(latex)) is not None  # noqa: S314 - made by the converter


def test_a_constant_without_finite_decimals_is_a_fraction() -> None:
    tree = Binary(BinaryOperator.MULTIPLY, Number(Fraction(1, 3)), Name("x"))
    assert to_latex(tree) == r"\frac{1}{3} \times \text{x}"


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("rata_rata_geometrik(a)", "a", "a"),
        ("rata_rata_geometrik(a, b + c)", r"\sqrt{a \times \left(b + c\right)}", None),
        ("rata_rata_geometrik(a, b, c)", r"\sqrt[3]{a \times b \times c}", None),
        ("jumlah(a, b - c, -d)", r"a + \left(b - c\right) + \left(-d\right)", None),
        ("jumlah(-a, b)", "-a + b", None),
        (
            "isi(a, 0)",
            r"\operatorname{isi}\left(a;\, 0\right)",
            r"\operatorname{fill}\left(a,\, 0\right)",
        ),
        (
            "bulat(a, 2)",
            r"\operatorname{bulat}\left(a;\, 2\right)",
            r"\operatorname{round}\left(a,\, 2\right)",
        ),
    ],
    ids=["one", "two", "three", "sum", "sign", "fill", "round"],
)
def test_functions_are_written_as_each_language_writes_them(
    text: str, indonesian: str, english: str | None
) -> None:
    tree = parse(text)
    plain = {name: rf"\text{{{name}}}" for name in "abcd"}
    for language, expected in (("id", indonesian), ("en", english or indonesian)):
        written = to_latex(tree, language="en" if language == "en" else "id")
        for name, wrapped in plain.items():
            written = written.replace(wrapped, name)
        assert written == expected
