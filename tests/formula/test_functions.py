"""The table of functions: complete, and the only place where a function is described."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import kesbang_iku
from kesbang_iku.formula import parse, to_latex, to_text
from kesbang_iku.formula.functions import ELSEWHERE, Function, Takes
from tests.javascript import NODE

TEXTS: Final = Path(__file__).resolve().parents[2] / "texts"
ARGUMENTS: Final = {
    Takes.NUMBER: "x",
    Takes.CONDITION: "x > 0",
    Takes.NAME: "x",
    Takes.DECIMALS: "2",
}

ROW: Final = """    DOUBLE = (
        "ganda",
        Row(
            takes=(Takes.NUMBER,),
            usage="ganda(x)",
            elsewhere=("double",),
            javascript="double",
            keeps_whole=True,
        ),
    )
"""
SENTENCES: Final = {
    "FUNCTIONS:\n": "  ganda:\n    id: dua kali ({})\n    en: twice ({})\n",
    "LATEX:\n": "  ganda:\n    id: \\operatorname{ganda}\n    en: \\operatorname{ganda}\n",
}
"""What it is called, by the heading in ``texts/formula.yaml`` under which that stands."""
LINES: Final = {
    "formula/functions.py": ("\n\nELSEWHERE: Final", ROW),
    "formula/exact.py": (
        "    Function.ABSOLUTE: _absolute,\n",
        "    Function.DOUBLE: lambda x: x + x,\n",
    ),
    "formula/check.py": (
        "    Function.ROUND: _rounded,\n",
        "    Function.DOUBLE: lambda parts: interval.add(parts[0], parts[0]),\n",
    ),
    "formula/units.py": ("            case Function.ABSOLUTE |", " Function.DOUBLE |"),
    "publish/javascript/parts/3-formula.js": (
        '    squareRoot: listing("akar"',
        '    double: listing("ganda", ([value]) => exact.add(value, value)),\n',
    ),
}
"""What a new function takes: where it stands, before or behind what, and its line."""
BEFORE: Final = {"formula/functions.py", "publish/javascript/parts/3-formula.js"}


@pytest.mark.parametrize("function", Function)
def test_a_row_says_how_its_function_is_written(function: Function) -> None:
    takes = function.row.takes or (Takes.NUMBER, Takes.NUMBER)
    written = ", ".join(ARGUMENTS[one] for one in takes)
    tree = parse(f"{function.value}({written})")
    assert function.row.usage.startswith(f"{function.value}(")
    assert to_text(tree)
    assert to_latex(tree)
    assert to_text(tree, language="en") != to_text(tree)


def test_no_two_functions_have_the_same_name_elsewhere() -> None:
    names = [name for function in Function for name in function.row.elsewhere]
    assert len(names) == len(set(names)) == len(ELSEWHERE)
    assert set(names).isdisjoint(Function)


@pytest.fixture(scope="module")
def with_one_more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package that knows one more function."""
    root = tmp_path_factory.mktemp("salinan") / "src"
    package = root / "kesbang_iku"
    skipped = shutil.ignore_patterns("__pycache__", "_data")
    shutil.copytree(Path(kesbang_iku.__file__).parent, package, ignore=skipped)
    for name, (where, line) in LINES.items():
        text = (package / name).read_text(encoding="utf-8")
        assert text.count(where) == 1
        changed = text.replace(where, line + where if name in BEFORE else where + line)
        (package / name).write_text(changed, encoding="utf-8")
    shutil.copytree(TEXTS, root.parent / "texts")
    said = root.parent / "texts" / "formula.yaml"
    for heading, entry in SENTENCES.items():
        text = said.read_text(encoding="utf-8")
        assert text.count(heading) == 1
        said.write_text(text.replace(heading, heading + entry), encoding="utf-8")
    return root


USES: Final = r"""
import json
from fractions import Fraction
from kesbang_iku.formula import *
from kesbang_iku.formula.edges import edge_values
from kesbang_iku.formula.javascript import to_javascript

tree = parse("ganda(a) / b")
rupiah = Unit("rupiah", (("rupiah", 1),), Fraction(1), False)
declared = {name: Declaration(rupiah, Fraction(1), Fraction(5), whole=True) for name in "ab"}
try:
    parse("double(a)")
except FormulaError as error:
    said = error.finding.saran
print(json.dumps({
    "nilai": str(evaluate(tree, {"a": Fraction(21, 2), "b": 3})),
    "selang": str(result_interval(parse("ganda(a)"), declared).upper),
    "temuan": [finding.kode for finding in check(parse("ganda(a) + b"), declared)],
    "kalimat": [to_text(parse("ganda(a)"), language=one) for one in ("id", "en")],
    "latex": to_latex(parse("ganda(a)")),
    "sumber": to_source(tree),
    "langkah": trace(tree, {"a": 2, "b": 3})[0].substituted,
    "sama": equal(parse("ganda(a)"), parse("2 * a")),
    "tepi": [str(edge) for edge in edge_values([tree])],
    "javascript": to_javascript(parse("ganda(a)")),
    "saran": said,
}))
"""


def test_a_new_function_is_a_row_its_texts_and_a_line_in_each_engine(with_one_more: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", USES],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(with_one_more)},
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "nilai": "7",
        "selang": "10",
        "temuan": [],
        "kalimat": ["dua kali (a)", "twice (a)"],
        "latex": r"\operatorname{ganda}\left(\text{a}\right)",
        "sumber": "ganda(a) / b",
        "langkah": "ganda(2)",
        "sama": {"a": "a"},
        "tepi": ["0"],
        "javascript": '(f) => f.double(f.variable("a"))',
        "saran": "Tulis ganda(...)",
    }


def test_the_browser_computes_it_with_one_line(with_one_more: Path) -> None:
    parts = sorted((with_one_more / "kesbang_iku/publish/javascript/parts").glob("[123]-*.js"))
    script = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    asked = 'kesbangIku.formula.double(kesbangIku.formula.number("21/2")).evaluate(new Map())'
    done = subprocess.run(
        [str(NODE), "-e", f"{script}\nconsole.log(String({asked}))"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("21\n", "")
