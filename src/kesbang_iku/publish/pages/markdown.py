"""Markdown pieces: texts that stand for themselves, tables, badges, folded blocks.

Written for Python-Markdown with the extensions ``attr_list``, ``tables`` and
``pymdownx.details``, which every builder of the documentation has.
"""

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from kesbang_iku.findings import Language
from kesbang_iku.findings.signs import visible
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.model.registers import RegulationFile
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import Standing
from kesbang_iku.publish.pages.words import KEYS, STANDINGS, VOCABULARY, WORDS
from kesbang_iku.sources.data import load_data

Typeset = Callable[[str], str]
"""Turns LaTeX for mathematics mode into a piece of HTML on one line."""

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_LONG: Final = re.compile(r"\S{30,}")
_BREAKS: Final = re.compile(r"[/@_.-](?=\w)")
"""Where a word too long for a phone or a cell may go on in the next line: paths, addresses."""
_REPOSITORY: Final = re.compile(r"(?<![\w/])([\w.-]+/[\w.-]+)@([0-9a-f]{7,40})\b")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_LINE_START: Final = re.compile(r"^[-+#:!?=~]")


def plain_formula(latex: str) -> str:
    """Show LaTeX as it is written: the typesetter for whoever has no other."""
    return f"<code>{html.escape(latex)}</code>"


def esc(text: str) -> str:
    """Return ``text`` on one line, so that it reads on the page as it is written here."""
    line = _LONG.sub(lambda found: _BREAKS.sub("\\g<0>\u200b", found[0]), _line(text))
    line = re.sub(r"[&<>|]", lambda found: _ENTITIES[found[0]], line)
    line = _SPECIAL.sub(lambda found: "\\" + found[0], line)
    # What would begin a list, a heading or a block begins a sentence here.
    line = _NUMBERED.sub(r"\1\\\2", line, count=1)
    line = _LINE_START.sub(lambda found: f"&#{ord(found[0])};", line, count=1)
    return line.replace("\u200b", "<wbr>")


def _line(text: str) -> str:
    """Return ``text`` on one line, what would be obeyed or hidden made visible."""
    return visible(" ".join(text.split()))


def code(text: str) -> str:
    """Return ``text`` in code type, also where it holds a pipe or a backtick."""
    shown = html.escape(_line(text), quote=False).replace("|", "&#124;")
    return f"<code>{shown}</code>" if re.search(r"[`|]", text) else f"`{_line(text)}`"


def anchor(text: str) -> str:
    """Return ``text`` as the name of a place on a page."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def link(text: str, target: str) -> str:
    """Return a link; ``text`` is Markdown already."""
    return f"[{text}]({target})"


LIST_RANKS: Final[Mapping[Language, float]] = {"id": 4, "en": 3}
"""In search a page about all of a kind comes before the sections of the same name on others."""


def front_matter(
    title: str, description: str = "", *, rank: float | None = None, tags: Sequence[str] = ()
) -> str:
    """Return the head of a page: its title for the browser, what it is about, how search ranks it.

    A rank above 1 lets a page come before others that hold the same words; what is searched for by
    one of its tags finds the page first.
    """
    quoted = {"title": title, "description": description}
    lines = [f'{key}: "{_quoted(value)}"' for key, value in quoted.items() if value]
    if rank is not None:
        lines += ["search:", f"  boost: {rank}"]
    if tags:
        lines += ["tags:", *(f'  - "{_quoted(tag)}"' for tag in tags)]
    return "\n".join(["---", *lines, "---"])


def across(path: str, language: Language, back: str = "") -> str:
    """Return the line that leads to the same page in the other language.

    Args:
        path: where the page stands, in each language.
        language: the one of the page that the line is on.
        back: a link to the page above, if there is one; it stands in front.
    """
    up = "../" * path.count("/")
    target = f"{up}en/{path}" if language == "id" else f"{up}../{path}"
    other = link(WORDS["bahasa_lain"].plain(language), target)
    return " · ".join(filter(None, (back, other))) + "\n{: .lintas }"


def head(title: str, path: str, language: Language, *, rank: float | None = None) -> str:
    """Return how a page of its own title begins: for the browser, for readers, and across."""
    return "\n\n".join((front_matter(title, rank=rank), f"# {title}", across(path, language)))


def _quoted(text: str) -> str:
    # Builders put a title into the page as it stands.
    harmless = _line(text).replace("<", "&lt;").replace(">", "&gt;")
    return harmless.replace("\\", "\\\\").replace('"', '\\"')


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are Markdown already. Without rows, an empty text."""
    body = [list(row) for row in rows]
    if not body:
        return ""
    lines = [header, ["---"] * len(header), *body]
    return "\n".join("| " + " | ".join(cell or "–" for cell in line) + " |" for line in lines)


def facts(header: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    """Return a table of two columns, without the rows that have nothing to say."""
    return table(header, [(f"**{name}**", value) for name, value in rows if value])


def bullets(items: Iterable[str]) -> str:
    """Return a list; an item may span lines, its further lines become part of it."""
    return "\n".join("- " + item.replace("\n", "\n    ") for item in items)


def folded(kind: str, title: str, body: str, *, opened: bool = False) -> str:
    """Return a block that opens when its title is chosen."""
    shown = esc(title).replace('"', "”")
    lines = [f"    {line}" if line else "" for line in body.splitlines()]
    return "\n".join([f'{"???+" if opened else "???"} {kind} "{shown}"', "", *lines])


def fenced(text: str, syntax: str) -> str:
    """Return a block of code, fenced by more backticks than it holds."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{syntax}\n{text.rstrip()}\n{fence}"


def badge(standing: Standing, language: Language) -> str:
    """Return the mark of a standing: colour and word, and what it means when pointed at."""
    word = STANDINGS[standing]
    meaning = html.escape(WORDS[f"arti_{standing}"].plain(language))
    return (
        f'<span class="lencana lencana--{standing}" title="{meaning}">{word.plain(language)}</span>'
    )


def asked_badge(code: str, language: Language) -> str:
    """Return the mark of an indicator that the centre asks regions to adopt; of others, nothing."""
    levels = load_data("penyelarasan.yaml", MatchingFile).asked.get(code)
    if not levels:
        return ""
    at = ", ".join(VOCABULARY[level].plain(language) for level in levels)
    meaning = html.escape(f"{WORDS['arti_diarahkan'].plain(language)} {at}")
    word = WORDS["diarahkan"].plain(language)
    return f'<span class="lencana lencana--diarahkan" title="{meaning}">{word}</span>'


def native(text: str, language: Language) -> str:
    """Return a paragraph of the definition, marked as Indonesian on a page that is not."""
    paragraph = esc(text)
    return f"{paragraph}\n{{: lang=id }}" if language == "en" else paragraph


def linked(text: str) -> str:
    """Return ``text`` as ``esc`` does, each copy in a repository a link to the state named."""
    parts: list[str] = []
    end = 0
    for found in _REPOSITORY.finditer(text):
        address = f"https://github.com/{found[1]}/tree/{found[2]}"
        parts += [esc(text[end : found.start()]), link(esc(found[0]), f"<{address}>")]
        end = found.end()
    return " ".join(filter(None, (*parts, esc(text[end:])))).replace(" .", ".").replace(" ,", ",")


def copy_badge(source: Source, language: Language) -> str:
    """Return the mark of an official document that was read where others keep a copy of it."""
    hosts = load_data("regulasi.yaml", RegulationFile).tempat_salinan
    if source.kedudukan != "resmi" or urlsplit(source.url or "").hostname not in hosts:
        return ""
    return f'<span class="lencana lencana--salinan">{WORDS["salinan"].plain(language)}</span>'


def keys_in_words(keys: Iterable[str], language: Language) -> str:
    """Return keys of an entry as a reader calls them; one without such a name as it is written."""
    return ", ".join(KEYS[key].plain(language) if key in KEYS else code(key) for key in keys)


def cited(source: Source, language: Language) -> str:
    """Return a source with its badge: document, place, when seen, what it supports."""
    document = esc(source.dokumen)
    if source.url:
        document = link(document, f"<{source.url}>")
    details = [linked(part) for part in (source.penerbit, source.tanggal, source.letak) if part]
    badges = (badge(source.kedudukan, language), copy_badge(source, language))
    line = f"{' '.join(filter(None, badges))} **{document}**"
    line += "".join(f", {part}" for part in details)
    if source.dilihat:
        line += f" ({WORDS['dilihat'].plain(language)} {source.dilihat})"
    if source.unlinked:
        line += f" · {WORDS['belum_bertautan'].plain(language)}"
    if source.untuk:
        supports = WORDS["untuk"].plain(language)
        line += f". {supports}: {keys_in_words(source.untuk, language)}"
    return f"{line}. {linked(source.catatan)}" if source.catatan else f"{line}."
