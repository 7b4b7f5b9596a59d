"""QR codes on a scorecard: what a telephone reads of them is the verification string."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from kesbang_iku import Catalog, Results, compute, extras, load_catalog, read_reports
from kesbang_iku.cli import main
from kesbang_iku.computing.verification import Answer, Verifier
from kesbang_iku.extras import MissingExtraError
from kesbang_iku.publish.scorecard.page import scorecard_page
from tests.publish.reading import assert_links_lead_somewhere, assert_stands_for_itself
from tests.tree import ROOT

zxingcpp = pytest.importorskip("zxingcpp", reason="nothing here reads QR codes")
pytest.importorskip("segno", reason="the extra qr is not installed")

EXAMPLES = ("idi-kalimantan-tengah", "ikub", "prevalensi-narkotika")
ADDRESS = "https://contoh.go.id/periksa-angka/"


@pytest.fixture(scope="module")
def katalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def results(katalog: Catalog) -> Results:
    files = [ROOT / "examples" / f"{name}.yaml" for name in EXAMPLES]
    found = [one for file in files for one in compute(read_reports(file), katalog)]
    return Results(tuple(found), (), katalog)


def _seen(page: str) -> list[str]:
    """Return what each code says, read from its drawing: lines of squares, black on white."""
    return [_read(svg) for svg in re.findall(r'<svg [^>]*class="qr".*?</svg>', page)]


def _read(svg: str) -> str:
    size = int(re.findall(r'viewBox="0 0 (\d+) \1"', svg)[0])
    ground, drawn = re.findall(r"<path[^>]*>", svg)
    assert 'fill="#fff"' in ground
    assert 'stroke="#000"' in drawn
    squares = np.full((size, size), 255, dtype=np.uint8)
    at, row = 0.0, 0.0
    for sign, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", drawn):
        if sign == "h":
            squares[int(row), int(at) : int(at + float(first))] = 0
            at += float(first)
        else:
            start = (0.0, 0.0) if sign == "M" else (at, row)
            at, row = start[0] + float(first), start[1] + float(second)
    found = zxingcpp.read_barcode(np.kron(squares, np.ones((4, 4), dtype=np.uint8)))
    assert found is not None
    return str(found.text)


def test_each_code_is_read_as_the_string_and_follows(results: Results, katalog: Catalog) -> None:
    page = scorecard_page(results, codes="")
    assert_stands_for_itself(page, "id")
    assert_links_lead_somewhere(page)
    stated = [one.verifikasi for one in results if one.verifikasi is not None]
    assert len(stated) > 3
    assert _seen(page) == stated
    verifier = Verifier(katalog)
    assert {verifier.text(line).jawaban for line in _seen(page)} == {Answer.FOLLOWS}


def test_with_an_address_a_code_opens_the_verifying_page(results: Results) -> None:
    page = scorecard_page(results, codes=ADDRESS, brief=True)
    stated = [one.verifikasi for one in results if one.verifikasi is not None]
    assert _seen(page) == [f"{ADDRESS}#{line}" for line in stated]


def test_nobody_gets_codes_unasked_and_too_many_are_said(results: Results) -> None:
    assert 'class="qr"' not in scorecard_page(results)
    many = Results((*results,) * 101, (), results.standar)
    page = scorecard_page(many, codes="", language="en")
    assert 'class="qr"' not in page
    assert "There are no codes here." in page


def test_the_command_draws_them_and_says_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "rapor.html"
    words = ["report", str(ROOT / "examples" / "ikub.yaml"), "-o", str(page), "--timpa"]
    assert main([*words, "--qr-alamat", ADDRESS]) == 0
    assert all(text.startswith(f"{ADDRESS}#IKU1/") for text in _seen(page.read_text("utf-8")))
    assert main(["verify", str(page)]) == 0
    capsys.readouterr()
    assert main([*words, "--qr-alamat", "javascript:alert(1)"]) == 2
    assert "bukan alamat halaman" in capsys.readouterr().err
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    assert main([*words, "--qr"]) == 2
    assert "pip install 'kesbang-iku[qr]'" in capsys.readouterr().err


def test_the_library_asks_for_its_extra(results: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "segno" else object())
    with pytest.raises(MissingExtraError):
        scorecard_page(results, codes="")
