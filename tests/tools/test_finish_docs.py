"""The built site is finished: pages as Markdown, and pages without what templates leave."""

from __future__ import annotations

from pathlib import Path

from tools.finish_docs import as_markdown, page_of, slim


def test_a_page_as_markdown_is_its_title_and_what_it_says() -> None:
    page = """---
title: "Judul"
---

# Judul

[In English](en/a.md)
{: .lintas }

<div class="saringan" hidden><script type="application/json">{"a": 1}</script></div>
<script defer src="x.js"></script>

## Bagian { #bagian }

<svg><text>10</text></svg>

Isi <span class="lencana">resmi</span>. Rumus `{a}` tetap.
"""
    assert as_markdown(page) == (
        "# Judul\n\n[In English](en/a.md)\n\n## Bagian \n\nIsi resmi. Rumus `{a}` tetap.\n"
    )


def test_only_the_indentation_of_templates_is_left_out() -> None:
    page = "<ul>\n\n    <li>a  b</li>\n</ul>\n<pre>\n  x\n\n  y\n</pre>\n   <p>c</p>\n"
    assert slim(page) == "<ul>\n<li>a  b</li>\n</ul>\n<pre>\n  x\n\n  y\n</pre>\n<p>c</p>\n"


def test_the_page_of_a_text_is_where_it_is_built() -> None:
    site = Path("site")
    assert page_of(site, Path("index.md")) == site / "index.html"
    assert page_of(site, Path("en/index.md")) == site / "en" / "index.html"
    assert page_of(site, Path("a/b.1.md")) == site / "a" / "b.1" / "index.html"
