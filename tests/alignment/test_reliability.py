"""The reliability diagram tells the same in shapes, numbers and words."""

from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from tests.alignment.reliability import Bin, reliability_chart

_BINS = [Bin(Fraction(7, 10), 3, 4), Bin(Fraction(19, 20), 40, 40)]
_SVG = "{http://www.w3.org/2000/svg}"


def test_each_bin_is_a_circle_with_its_count_and_its_words() -> None:
    tree = ET.fromstring(reliability_chart(_BINS, title="Keyakinan"))  # noqa: S314 - own text
    assert len(tree.findall(f"{_SVG}circle")) == len(_BINS)
    texts = [text.text for text in tree.findall(f"{_SVG}text")]
    assert {"4", "40"} <= set(texts)
    described = tree.findtext(f"{_SVG}desc") or ""
    assert described == "keyakinan 0,70: 3 dari 4 benar; keyakinan 0,95: 40 dari 40 benar"


def test_surer_answers_stand_further_right_and_better_ones_higher() -> None:
    tree = ET.fromstring(reliability_chart(_BINS, title="x", language="en"))  # noqa: S314 - own text
    first, second = tree.findall(f"{_SVG}circle")
    assert float(second.attrib["cx"]) > float(first.attrib["cx"])
    assert float(second.attrib["cy"]) < float(first.attrib["cy"])


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="no answers"):
        reliability_chart([], title="x")
