"""The standard and its calculator as a package for JavaScript; also as one classic script."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from kesbang_iku import __version__
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.sentences import computing as computing_said
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.publish.javascript.literal import literal
from kesbang_iku.publish.javascript.runtime import runtime_parts, script_of
from kesbang_iku.publish.packages.content import (
    LEVELS,
    both,
    language_content,
    licence_text,
    package_content,
    reading_content,
    region_words,
    with_facts,
)

NAME: Final = "kesbang-iku"
MODULE: Final = "index.mjs"
CLASSIC: Final = "kesbang-iku.js"
OFFERED: Final = (
    "GalatIku", "Pecahan", "baca", "bulatkan", "capaian", "capaianMetode", "definisi", "eksak",
    "evaluasi", "hitung", "katalog", "kelas", "setahun",
)  # fmt: skip
"""What the package offers, in the words of the standard."""
_PARTS: Final = ("formula.js", "paket.js")
_WRITTEN: Final = ("package.json", "index.d.ts", "kesesuaian.mjs", "README.md")


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the files of the package; the same catalog gives the same bytes."""
    body = _body(catalog)
    head = f"/*! {NAME} {__version__}: {said.EXPORT_TITLE.id}. MIT AND CC-BY-4.0, LICENSE. */\n"
    own = files("kesbang_iku.publish.packages") / "npm"
    written = {name: (own / name).read_text(encoding="utf-8") for name in _WRITTEN}
    classic = f'var kesbangIku = {body}\nif (typeof module === "object" && module.exports) '
    offered = "\n".join(("{", *(f"  {name}," for name in OFFERED), "}"))
    return {
        "package.json": with_facts(written.pop("package.json"), catalog),
        MODULE: f"{head}const kesbangIku = {body}\nexport const {offered} = kesbangIku;\n",
        CLASSIC: f"{head}{classic}module.exports = kesbangIku;\n",
        **written,
        "README.md": with_facts(written["README.md"], catalog),
        "LICENSE": licence_text(),
    }


def _body(catalog: Catalog) -> str:
    """Return a call that gives what the package offers, and leaves nothing else behind."""
    own = files("kesbang_iku.publish.packages") / "npm"
    more = [(name, (own / name).read_text(encoding="utf-8")) for name in _PARTS]
    parts = [*runtime_parts(), *more]
    facts = {
        **reading_content(catalog.tables, (text for _, text in parts)),
        "language": language_content(),
        "kata": {
            **{name: both(text) for name, text in said.PACKAGE_ERRORS.items()},
            "tingkat": {level: both(spoken(level)) for level in LEVELS},
            **region_words(),
            "sebagian_variabel": both(computing_said.SOME_NUMBERS),
            "tidak_menurut_waktu": both(computing_said.NOT_OVER_TIME),
        },
    }
    written = {name: literal(content) for name, content in facts.items()}
    written["standar"] = "\n".join(_lines(package_content(catalog)))
    script = script_of(written, parts)
    return "\n".join(
        (
            "(function () {",
            '"use strict";',
            "const globalThis = {}; // what the engine calls so; nothing of it is seen outside",
            script.rstrip("\n"),
            "return globalThis.kesbangIku.paket;",
            "})();",
        )
    )


def _lines(content: Mapping[str, Any]) -> Iterator[str]:
    """Yield the standard as a literal, a definition a line, so that changes are seen."""
    yield "{"
    for name, part in content.items():
        if name != "definisi":
            yield f"    {name}: {literal(part)},"
    yield "    definisi: ["
    yield from (f"      {literal(one)}," for one in content["definisi"])
    yield "    ],"
    yield "  }"
