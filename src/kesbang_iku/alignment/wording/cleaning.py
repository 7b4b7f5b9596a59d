"""One spelling for what is printed in many ways: spaces, signs, brackets, drawn fractions."""

import re
import unicodedata
from typing import Final

from kesbang_iku.alignment.wording.vocabulary import known

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("×✕✖\N{ASTERISK OPERATOR}∙⋅·", "×"),
        **dict.fromkeys("÷\N{DIVISION SLASH}\N{FRACTION SLASH}➗", "÷"),
        **dict.fromkeys("−–—\u2010\u2011\u2012―﹣\uff0d", "-"),
        **dict.fromkeys("∑Σ", "Σ"),
        **dict.fromkeys("[{⟨", "("),
        **dict.fromkeys("]}⟩", ")"),
        **dict.fromkeys("“”„«»\"'’‘`", ""),
        **dict.fromkeys("\ufffd", "?"),
        "…": " … ",
        "√": " √ ",
        "²": "^2",
        "³": "^3",
        "⩾": "≥",
        "⩽": "≤",
    }
)
_ENTITIES: Final = (
    ("&nbsp;", " "),
    ("&times;", "×"),
    ("&divide;", "÷"),
    ("&amp;", "&"),
    ("&gt;", ">"),
    ("&lt;", "<"),
    (">=", "≥"),
    ("<=", "≤"),
    ("=>", "≥"),
    ("=<", "≤"),
)
_LATEX: Final = (
    (re.compile(r"\\(?:text|mathrm|textbf)\s*\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}"), r"((\1) / (\2))"),
    (re.compile(r"\\(?:times|cdot)(?![a-z])"), "×"),
    (re.compile(r"\\div(?![a-z])"), "÷"),
    (re.compile(r"\\sum(?![a-z])"), "Σ"),
    (re.compile(r"\\(?:left|right)(?![a-z])|\\(?=[%&_()\[\]])"), ""),
)
"""Formulas set for print: ``\\frac{A}{B} \\times 100\\%``."""
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_BAR: Final = re.compile(
    r"(?:-\s?){3,}+|(?:_\s?){2,}+|(?:[─━═‾¯]\s?){2,}+|={4,}+|\.{6,}+|(?: ?… ?){2,}+"
)
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_STRAY_MARK: Final = re.compile(r"(?<=[\w.:])\?(?=\s*(?:[/÷):]|$|\n))")
"""What a lost sign without width became: no operand stands behind it that it could join."""
_SPACED_FIGURE: Final = re.compile(r"(?<=[x×*X] )(\d{1,3})((?: \d{3})+)(?![\w.,])")
"""A factor with spaces between its groups: ``x 100 000``."""
_RUPIAH: Final = re.compile(
    r"\bRp\.?\s*(\d{1,3}(?:\.\d{3})+)(?:,(?:00|-))?(?![\d.,]*\d)", re.IGNORECASE
)
"""An amount of money, whose points part thousands: ``Rp1.500,00``."""
_SUMS: Final = re.compile(r"Σ\s*([A-Za-z]\w?)(\s*[/÷:]\s*)Σ\s*([A-Za-z]\w?)(?!\w)")
"""A sum by another: each is a quantity, where the text says what its symbol is."""
_HYPHENATED: Final = re.compile(r"(?<=[a-z]{2})-\n\s*(?=[a-z]{2})")
"""A word that a line ends inside of."""
_LOWER_WORD: Final = re.compile(r"\s*(?:[a-z]{3,}\b(?!\s*[=:])|[x×*X]\s*1\d)")
_INLINE: Final = re.compile(
    rf"(?P<left>[^=]*=)?(?P<above>[^=]*?)(?:{_BAR.pattern})\s*(?P<by>[x×*X]\s*\d[\d.,]*\s*%?)\s+"
    r"(?P<below>[^=\d]+)"
)
_BULLET: Final = re.compile(r"^\s*(?:[•▪*]|-(?=\s)|\d{1,2}[.)](?=\s))\s*", re.MULTILINE)
_FACTOR: Final = re.compile(r"[x×*X]\s*\d[\d.,]*\s*%?\s*$")

_CUBE_ROOT: Final = re.compile(
    r"∛\s*\((?P<behind>[^()]*)\)|\((?P<below>[^()]*)\)\s*\^\s*\(?\s*1\s*/\s*3\s*\)?"
)
"""The third root of a bracket, drawn or as a power."""
_POWER: Final = re.compile(r"\*\*(?!\s*100)")
"""A power, as programs write it; before a hundred it is a slip of the pen for one sign."""
_TIMES: Final = re.compile(r"\s*[×*]\s*|\s+[xX]\s+")

SCALE: Final = re.compile(r"[x×*X]\s*(1(?:0{2,}|(?:\.?000)+)\s*%?)\s*$")
"""A factor that scales a quotient, and makes no sense below its bar."""


def clean(text: str) -> str:
    """Return ``text`` in one spelling; lines stay, fractions drawn over lines become quotients.

    Letters of mathematical alphabets become plain ones, all brackets round, dashes hyphens.
    """
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    for pattern, plain in _LATEX:
        text = pattern.sub(plain, text)
    text = text.translate(_SIGNS)
    text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    lines = (
        "".join(
            " " if sign == "\t" else sign
            for sign in line
            if sign == "\t" or unicodedata.category(sign) not in _INVISIBLE
        ).rstrip()
        for line in text.splitlines()
    )
    joined = _HYPHENATED.sub("", _STRAY_MARK.sub("", "\n".join(lines)))
    joined = _ADDRESS.sub(" ", joined).replace("$", " ").strip()
    joined = _SPACED_FIGURE.sub(lambda found: found[0].replace(" ", "."), joined)
    joined = _RUPIAH.sub(lambda found: found[1].replace(".", ""), joined)
    joined = _POWER.sub("^", joined)
    joined = _SUMS.sub(_quotient_of_sums, joined)
    joined = _CUBE_ROOT.sub(_geometric_mean, joined)
    return _flat_fractions(_joined_lines(joined))


def _quotient_of_sums(sums: re.Match[str]) -> str:
    """Return a quotient of sums as one of their symbols, if the text says what both are."""
    told = (rf"(?<![\wΣ]){symbol}\s*[=:]" for symbol in sums.group(1, 3))
    return "".join(sums.groups()) if all(re.search(one, sums.string) for one in told) else sums[0]


def _geometric_mean(root: re.Match[str]) -> str:
    """Return the third root of three factors in the word for it, any other as it stands."""
    factors = _TIMES.split(root["behind"] or root["below"] or "")
    mean = f"{known().pembuka.rata_rata_geometrik.isi[0]} ({', '.join(factors)})"
    return mean if len(factors) == 3 else root[0]  # noqa: PLR2004 - the third root


def _flat_fractions(text: str) -> str:
    """Write fractions that are drawn with a bar as quotients on one line."""
    lines = text.split("\n")
    for index in range(1, len(lines) - 1):
        bar = _BAR.search(lines[index])
        if bar is None or not lines[index - 1].strip() or not lines[index + 1].strip():
            continue
        before, behind = lines[index][: bar.start()].strip(), lines[index][bar.end() :].strip()
        above, below = lines[index - 1].strip(), lines[index + 1].strip()
        equals = above.rfind("=")
        if equals >= 0 and not before:
            before, above = above[: equals + 1], above[equals + 1 :].strip()
        if not above:
            continue
        if not behind:
            # A factor beside the numerator or the denominator stands beside the whole fraction.
            above, by = _without_factor(above, _FACTOR)
            below, below_by = _without_factor(below, SCALE)
            if by and below_by:
                continue
            behind = by or below_by
        flat = f"{before} (({above}) / ({below})) {behind}".strip()
        rest = _flat_fractions("\n".join(lines[index + 2 :]))
        return "\n".join([*lines[: index - 1], flat, *([rest] if rest else [])])
    inline = _INLINE.fullmatch(text)
    if inline:
        return f"{inline['left'] or ''} (({inline['above']}) / ({inline['below']})) {inline['by']}"
    return _BAR.sub(" ÷ ", text)


def _without_factor(side: str, kind: re.Pattern[str]) -> tuple[str, str]:
    """Return a side of a fraction without the factor at its end, and the factor."""
    factor = kind.search(side)
    if factor is None or not side[: factor.start()].strip():
        return side, ""
    return side[: factor.start()].strip(), factor[0]


def _joined_lines(text: str) -> str:
    """Return ``text`` with lines joined where one breaks off inside of a name or an operation."""
    words = known().operasi
    joins = known().kata.sambung.words.union(words.bagi.isi, words.kali.isi, words.tambah.isi)
    result = [""]
    for line in text.split("\n"):
        last = result[-1].rpartition(" ")[2]
        measure = line.split(maxsplit=1)[0] in known().ukuran.awal.words if line.strip() else True
        goes_on = _LOWER_WORD.match(line) and not measure
        if last.casefold() in joins or (last and goes_on and last[-1] not in ":;.%)"):
            result[-1] += f" {line.strip()}"
        else:
            result.append(line)
    return "\n".join(result[1:])


def without_bullets(text: str) -> str:
    """Return ``text`` without what numbers or marks the entries of a list at the start of lines."""
    return _BULLET.sub("", text)


def one_line(text: str) -> str:
    """Return ``text`` with single spaces."""
    return " ".join(text.split())
