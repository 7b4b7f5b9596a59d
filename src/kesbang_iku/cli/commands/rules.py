"""``rules``: every kind of finding, or one with its reason, an example and the cure."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from kesbang_iku.catalog.search import plain
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table import Column, table_lines
from kesbang_iku.findings import Finding, FindingKind, build_answer
from kesbang_iku.findings.register import all_kinds, kinds_of, near_codes, pattern_of
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.reading import Opened
from kesbang_iku.validation.answers import KindAnswer, KindExampleAnswer, KindsAnswer

if TYPE_CHECKING:
    from kesbang_iku.validation.examples import FindingExample

_PREFIX: Final = "IKU"
_INDENT: Final = "    "
_TITLE: Final = attrgetter("title.id", "title.en")
_ALL_TEXTS: Final = attrgetter(
    *(f"{part}.{language}" for part in ("title", "message", "reason") for language in ("id", "en"))
)
_CSV_COLUMNS: Final = (
    "kode", "tingkat", "tingkat_mendatang", "judul", "pesan", "saran", "alasan", "rujukan",
)  # fmt: skip


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("kode", metavar="TEMUAN", nargs="?")
    output_options(add, _FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write the kinds of findings that were asked for."""
    kinds = all_kinds() if options.kode is None else _kinds(options.kode)
    form = choose_form(options, tuple(_FORMATS), default="table" if len(kinds) > 1 else "text")
    with answering(options, session) as answer:
        _FORMATS[form](kinds, answer)
    return 0


def _kinds(wanted: str) -> tuple[FindingKind, ...]:
    """Return the kinds of a code or prefix, or those about its words.

    Raises:
        CannotRunError: there are none.
    """
    kinds = kinds_of(f"{_PREFIX}{wanted}" if wanted.isdecimal() else wanted.upper())
    if kinds:
        return kinds
    about = _about(wanted)
    if about:
        return about
    near = near_codes(wanted)
    if near:
        raise CannotRunError(commands.rules.UNKNOWN_RULE_NEAR, kode=wanted, dekat=", ".join(near))
    raise CannotRunError(commands.rules.UNKNOWN_RULE, kode=wanted)


def _about(words: str) -> tuple[FindingKind, ...]:
    """Return the kinds whose title has words that begin so, or else those that speak of them."""
    wanted = [f" {word}" for word in plain(words).split()]
    for parts in _TITLE, _ALL_TEXTS:
        said = {kind: "".join(f" {plain(text)} " for text in parts(kind)) for kind in all_kinds()}
        found = tuple(kind for kind, text in said.items() if all(word in text for word in wanted))
        if wanted and found:
            return found
    return ()


def _write_table(kinds: Sequence[FindingKind], session: Session) -> None:
    columns = [
        Column(session.say(texts.COLUMNS["kode"])),
        Column(session.say(commands.rules.RULE["tingkat"])),
        Column(session.say(commands.rules.RULE["judul"]), flexible=True),
    ]
    rows = [
        (kind.code, _level(kind, session), kind.title.plain(session.language)) for kind in kinds
    ]
    session.answer_lines(table_lines(columns, rows, session.screen))


def _write_csv(kinds: Sequence[FindingKind], session: Session) -> None:
    rows = [{**_entry(kind, None, session)} for kind in kinds]
    session.answer(csv_text(_CSV_COLUMNS, rows))


def _level(kind: FindingKind, session: Session) -> str:
    level = session.say(texts.LEVELS[kind.level])
    if kind.announced is None:
        return level
    return f"{level} → {session.say(texts.LEVELS[kind.announced])}"


def _examples() -> dict[str, FindingExample]:
    # Running an example takes the whole library, which a list of codes does not.
    from kesbang_iku.validation.examples import all_examples  # noqa: PLC0415  # light: see above

    return all_examples()


def _write_text(kinds: Sequence[FindingKind], session: Session) -> None:
    examples = _examples()
    for number, kind in enumerate(kinds):
        if number:
            session.answer("")
        title = kind.title.plain(session.language)
        session.answer(session.screen.paint(f"{kind.code} {title}", "strong"))
        session.answer_lines(
            ["", pattern_of(kind.reason, session.language), "", *_facts(kind, session)]
        )
        example = examples.get(kind.code)
        if example is not None:
            _write_example(kind, example, session)


def _facts(kind: FindingKind, session: Session) -> list[str]:
    facts = {
        "tingkat": _level(kind, session),
        "pesan": pattern_of(kind.message, session.language),
        "saran": pattern_of(kind.hint, session.language),
        "rujukan": Finding(kind).rujukan,
    }
    names = {key: session.say(commands.rules.RULE[key]) for key in facts}
    width = max(map(len, names.values()))
    return [f"{names[key].ljust(width)}  {fact}" for key, fact in facts.items()]


def _write_example(kind: FindingKind, example: FindingExample, session: Session) -> None:
    lines = (f"{_INDENT}{line}".rstrip() for line in example.text.splitlines())
    session.answer_lines(
        ["", f"{session.say(commands.rules.RULE['contoh'])} ({example.name}):", "", *lines, "", ""]
    )
    # Only the places matter of the form it was read as, so any form will do.
    shown = Findings(session, [Opened(example.name, example.text, "yaml")])
    shown.answer([finding for finding in example.findings() if finding.kode == kind.code][:1])


def _write_json(kinds: Sequence[FindingKind], session: Session) -> None:
    examples = _examples()
    entries = [_entry(kind, examples.get(kind.code), session) for kind in kinds]
    session.answer_json(build_answer(KindsAnswer, None, temuan=entries))


def _entry(kind: FindingKind, example: FindingExample | None, session: Session) -> KindAnswer:
    shown = None if example is None else KindExampleAnswer(berkas=example.name, isi=example.text)
    return build_answer(
        KindAnswer,
        Finding(kind),
        session.language,
        tingkat_mendatang=kind.announced,
        judul=kind.title,
        alasan=pattern_of(kind.reason, session.language),
        pesan=pattern_of(kind.message, session.language),
        saran=pattern_of(kind.hint, session.language),
        contoh=shown,
    )


_FORMATS: Final[Mapping[str, Callable[[Sequence[FindingKind], Session], None]]] = {
    "table": _write_table,
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
