"""What the search looks through: names, aliases and other codes; no pictures, no menus."""

from __future__ import annotations

import kesbang_iku as iku
from kesbang_iku.catalog.search import plain
from tools.site_index import indicators, sections

PAGE = """<html><body><nav>menu</nav><article>
<nav class="remah">jejak</nav>
<h1 id="awal">Judul<a class="headerlink" href="#awal">x</a></h1>
<p class="lintas"><a>In English</a></p>
<p>Isi <span class="lencana">resmi</span> pertama.<br>Lagi.</p>
<div class="gambar"><svg><text>buruk&lt; 60</text></svg></div>
<h2 id="dua">Bagian <code>dua</code></h2><p>Isi kedua.</p></article>
<footer>kaki</footer></body></html>"""


def test_a_page_is_read_by_its_parts_without_pictures_and_menus() -> None:
    assert sections(PAGE) == [
        ("awal", "Judul", "Isi pertama. Lagi."),
        ("dua", "Bagian dua", "Isi kedua."),
    ]


def test_an_indicator_is_found_by_all_it_is_called(katalog: iku.Catalog) -> None:
    (found,) = [one for one in indicators(katalog, "id") if one[4][0] == "KBP-POL-01"]
    indicator = katalog["KBP-POL-01"]
    assert "IDI" in found[4]
    assert found[5] == list(indicator.alias)
    for number in (*indicator.rujukan.kodref, *indicator.rujukan.sipd):
        assert f" {plain(number)} " in found[6]
