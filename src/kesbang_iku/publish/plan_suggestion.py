"""A plan with the codes of its counterparts filled in, to be corrected by hand and read again.

What the region wrote stays as it is. A YAML file keeps every character of its own, comments and
layout too: lines are only put in. Any other form is written out as YAML first. Only a counterpart
that was found is filled in; what is in doubt, and what may be a local indicator, is a comment,
since that is for the region to decide.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import yaml

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.findings import Language, Place, format_number, sentences
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.plans import LoadedPlan
from kesbang_iku.sources.reading import Opened
from kesbang_iku.tables.plans import read_plan

_CENT: Final = Decimal("0.01")
_KEYS: Final = ("kode", "sasaran", "nama", "satuan", "rumus", "polaritas", "sumber_data")
_SELDOM: Final = ("program", "penanggung_jawab")
"""Columns only for a plan that has them."""
_YEARLY: Final = ("dasar", "target")
_FIRST: Final = ("kode", "nama")
_WRITTEN: Final = "usulan.yaml"
_BLANK: Final = frozenset({"", "~", "null", "Null", "NULL"})
_REMARK: Final = "usulan"


class NotSuggestedError(Exception):
    """A plan cannot be written in the form asked for without losing something of it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The text of a plan with codes filled in.

    Attributes:
        text: the content of the file.
        filled: how many codes were filled in.
        open: how many indicators are left to be decided.
        rows: a table's heading and rows, with its numbers as they are; of no other form.
    """

    text: str
    filled: int
    open: int
    rows: tuple[tuple[object, ...], ...] = ()


def suggest_yaml(
    opened: Opened,
    plan: LoadedPlan,
    found: Alignment,
    *,
    standard: Catalog,
    language: Language = "id",
) -> Suggestion:
    """Return the plan in ``opened`` as YAML with codes filled in.

    Args:
        opened: the file of the plan.
        plan: the plan.
        found: the plan against the standard.
        standard: the catalog, for its version and fingerprint.
        language: language of the comments.

    Raises:
        NotSuggestedError: some indicators could not be read, so that writing the others anew would
            lose them.
    """
    made = _put_in(opened, found, language) if opened.format == "yaml" else None
    if made is None or not _says_the_same(made, plan, found):
        if plan.broken:
            raise NotSuggestedError
        made = _written_anew(plan, found, language)
    facts = {"versi": standard.version, "sidik": standard.digest}
    heading = sentences.publish.HEADING.fill(language, **facts)
    end = _line_end(made)
    head = "".join(f"{_comment(line)}{end}" for line in heading.splitlines())
    return Suggestion(head + made, *_counts(found))


def _put_in(opened: Opened, found: Alignment, language: Language) -> str | None:
    """Return the text of a YAML file with codes and comments put in, if all have their place."""
    text = opened.text.removeprefix("\ufeff")
    places = {_key(one.place): one for one in found}
    pairs = [(node, places[node.key]) for node in _item_nodes(text) if node.key in places]
    if len(pairs) != len(found):
        return None
    return _inserted(
        text,
        [
            (node, list(_notes(one, language)), None if one.item.kode else _code(one))
            for node, one in pairs
        ],
    )


def _written_anew(plan: LoadedPlan, found: Alignment, language: Language) -> str:
    """Return a plan as YAML with codes and comments, those of unread columns too."""
    plan = _programmes_apart(plan, found, language)
    text = plan_yaml(plan)
    again = read_plan(text.encode(), name=_WRITTEN)
    about = {
        _key(written.locate(("nama",))): (one, [*_unread(loaded.lain, language)])
        for written, one, loaded in zip(again.items, found, plan.items, strict=True)
    }
    insertions = []
    for node in _item_nodes(text):
        one, comments = about[node.key]
        insertions.append((node, [*comments, *_notes(one, language)], _code(one)))
    return _inserted(text, insertions)


def _says_the_same(text: str, plan: LoadedPlan, found: Alignment) -> bool:
    """Say whether a plan with codes put in reads as it did, and each code as it was put in."""
    again = read_plan(text.encode(), name=_WRITTEN)
    codes = [one.item.kode or _code(one) for one in found]
    wanted = [
        one.item.model_copy(update={"kode": code})
        for one, code in zip(plan.items, codes, strict=True)
    ]
    return [one.item for one in again.items] == wanted


def suggest_csv(plan: LoadedPlan, found: Alignment, *, language: Language = "id") -> Suggestion:
    """Return a plan as CSV with codes filled in, and what is proposed in a column of its own.

    Raises:
        NotSuggestedError: an indicator is declared local, which has no column, or some could not be
            read.
    """
    if plan.broken or any(one.item.lokal is not None for one in plan.items):
        raise NotSuggestedError
    plan = _programmes_apart(plan, found, language)
    titles = list(dict.fromkeys(title for one in plan.items for title in one.lain))
    region = ["wilayah"] if found.wilayah else []
    keys = _keys_of(plan)
    columns = [*region, *keys, *_yearly_columns(plan), "catatan", *titles, _REMARK]
    rows: list[dict[str, object]] = []
    for one, loaded in zip(found, plan.items, strict=True):
        item = loaded.item
        row: dict[str, object] = {**dict.fromkeys(columns)}
        row |= {"wilayah": found.wilayah, **{key: getattr(item, key) for key in keys}}
        row |= {"catatan": item.catatan, **loaded.lain}
        row["kode"] = item.kode or _code(one)
        for key in _YEARLY:
            row |= {f"{key} {year}": value for year, value in getattr(item, key).items()}
        row[_REMARK] = list(_notes(one, language))
        rows.append(row)
    cells = tuple(tuple(row[column] for column in columns) for row in rows)
    return Suggestion(csv_text(columns, rows), *_counts(found), (tuple(columns), *cells))


def _keys_of(plan: LoadedPlan) -> tuple[str, ...]:
    seldom = (key for key in _SELDOM if any(getattr(one.item, key) for one in plan.items))
    return (*_KEYS, *seldom)


def _yearly_columns(plan: LoadedPlan) -> Iterator[str]:
    for key in _YEARLY:
        years = {year for one in plan.items for year in getattr(one.item, key)}
        yield from (f"{key} {year}" for year in sorted(years))


def plan_yaml(plan: LoadedPlan) -> str:
    """Return a plan as YAML, each text as it was written."""
    envelope = plan.plan.model_dump(mode="python", exclude={"item"}, exclude_none=True)
    if plan.plan.format_angka is None and _has_plain_numbers(plan):
        envelope["format_angka"] = "en"
    content = {**envelope, "item": [_item_data(one.item) for one in plan.items]}
    return yaml.dump(
        _plain(content), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100
    )


# ------------------------------------------------------------------------------ what is proposed


def _code(one: AlignedItem) -> str | None:
    """Return the code to be filled in, or ``None`` where there is one or none was found."""
    taken = one.item.kode and not _is_programme(one)
    if taken or one.padanan is None or one.item.lokal is not None:
        return None
    return one.padanan.kode


def _is_programme(one: AlignedItem) -> bool:
    """Say whether the code beside an indicator is that of its programme, and not its own."""
    code = one.item.kode
    return code is not None and one.cara != "kode" and load_programs().names(code)


def _programmes_apart(plan: LoadedPlan, found: Alignment, language: Language) -> LoadedPlan:
    """Return a plan with the codes of programmes beside its indicators, no longer in them."""
    title = sentences.publish.OF_A_PROGRAMME.plain(language)
    items = [
        replace(
            loaded,
            item=loaded.item.model_copy(update={"kode": None}),
            lain={title: loaded.item.kode or "", **loaded.lain},
        )
        if _is_programme(one)
        else loaded
        for loaded, one in zip(plan.items, found, strict=True)
    ]
    return replace(plan, items=tuple(items))


def _notes(one: AlignedItem, language: Language) -> Iterator[str]:
    """Yield what the region should know or decide about an indicator."""
    if one.cara in {"kode", "lokal"}:
        return
    if one.item.kode and not _is_programme(one):
        yield sentences.publish.UNKNOWN_CODE.plain(language)
    if one.padanan is not None:
        sure = format_number(one.keyakinan, language)
        facts = {"padanan": one.padanan.kode, "nama": one.padanan.nama, "keyakinan": sure}
        yield sentences.publish.FILLED.fill(language, **facts)
        return
    for candidate in one.kandidat:
        value = Decimal(str(candidate.confidence)).quantize(_CENT, ROUND_HALF_UP)
        indicator, sure = candidate.indicator, format_number(value, language)
        facts = {"kode": indicator.kode, "nama": indicator.nama, "keyakinan": sure}
        yield sentences.publish.PERHAPS.fill(language, **facts)
    if one.tema is not None:
        yield sentences.publish.LOCAL.fill(language, tema=one.tema)


def _unread(cells: Mapping[str, str], language: Language) -> Iterator[str]:
    for title, content in cells.items():
        yield sentences.publish.UNREAD.fill(language, judul=title, isi=content)


def _counts(found: Alignment) -> tuple[int, int]:
    filled = sum(_code(one) is not None for one in found)
    return filled, found.ringkasan["tanpa_padanan"]


# ------------------------------------------------------------------------------ where it is put


@dataclass(frozen=True, slots=True)
class _ItemNode:
    """An indicator in the text of a YAML file.

    Attributes:
        key: line and column of its name, from 1.
        start: offset of its first key.
        column: column of that key, from 0.
        flow: whether it is written in braces.
        code: where the value of a ``kode`` that says nothing stands, from one offset up to another.
        coded: whether there is a key ``kode`` at all.
    """

    key: tuple[int | None, int | None]
    start: int
    column: int
    flow: bool
    code: tuple[int, int] | None
    coded: bool


def _item_nodes(text: str) -> Iterator[_ItemNode]:
    """Yield the indicators of the plans in a YAML text, as far as they stand there themselves."""
    try:
        roots = list(yaml.compose_all(text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError):
        return
    for root in roots:
        documents = root.value if isinstance(root, yaml.SequenceNode) else [root]
        for document in documents:
            items = _value_of(document, "item")
            for item in items.value if isinstance(items, yaml.SequenceNode) else ():
                name = _value_of(item, "nama")
                if name is not None:
                    yield _item_node(item, name)


def _item_node(item: yaml.MappingNode, name: yaml.Node) -> _ItemNode:
    first = item.value[0][0].start_mark
    mark = name.start_mark
    code = _value_of(item, "kode")
    blank = None
    if code is not None and code.value in _BLANK:
        blank = (code.start_mark.index, code.end_mark.index)
    key = (mark.line + 1, mark.column + 1)
    flow = bool(item.flow_style)
    return _ItemNode(key, first.index, first.column, flow, blank, code is not None)


def _value_of(node: yaml.Node, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _inserted(text: str, insertions: Sequence[tuple[_ItemNode, Sequence[str], str | None]]) -> str:
    """Return ``text`` with comments and a code put in front of the first key of each item."""
    end = _line_end(text)
    parts: list[tuple[int, int, str]] = []
    for node, comments, code in insertions:
        indent = " " * node.column
        said = "".join(f"{_comment(line)}{end}{indent}" for line in comments)
        lead = " " if said and node.flow else ""
        written = ""
        if code is not None and not node.coded:
            written = f"kode: {code}" + (", " if node.flow else f"{end}{indent}")
        elif code is not None and node.code is not None:
            space = "" if text[: node.code[0]].endswith(" ") else " "
            parts.append((*node.code, f"{space}{code}"))
        parts.append((node.start, node.start, lead + said + written))
    made, last = [], 0
    for start, stop, content in sorted(parts):
        made += [text[last:start], content]
        last = stop
    return "".join([*made, text[last:]])


def _comment(content: str) -> str:
    """Return a comment on one line; what YAML cannot hold is replaced."""
    line = " ".join(content.split())
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    return f"# {shown}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _key(place: Place) -> tuple[int | None, int | None]:
    return (place.baris, place.kolom)


# --------------------------------------------------------------------------- writing a plan anew


class _Dumper(yaml.SafeDumper):
    """Writes a text that holds a number without quotes only where it was a number."""


def _plain(value: object) -> object:
    """Return plain data: texts as ``str``, numbers as the text they were written as."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, NumberText):
        return _Bare(value)
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


class _Bare(str):
    """A number, to be written without quotes."""

    __slots__ = ()


def _write_bare(dumper: yaml.SafeDumper, value: _Bare) -> yaml.ScalarNode:
    # The tag that the text has by itself: any other would be written in front of it.
    tag: str = dumper.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]  # the stubs leave it out
    return dumper.represent_scalar(tag, str(value))


_Dumper.add_representer(_Bare, _write_bare)


def _item_data(item: PlanItem) -> dict[str, object]:
    found: dict[str, object] = item.model_dump(mode="python", exclude_none=True)
    for key in _YEARLY:
        if not found[key]:
            del found[key]
    first: dict[str, object] = {key: found.pop(key) for key in _FIRST if found.get(key)}
    found.pop("kode", None)
    return first | found


def _has_plain_numbers(plan: LoadedPlan) -> bool:
    """Say whether some values are numbers of a file and no other could be read otherwise for it."""
    values = [
        value
        for one in plan.items
        for key in _YEARLY
        for value in getattr(one.item, key).values()
        if value is not None
    ]
    numbers = [isinstance(value, NumberText) for value in values]
    texts = [str(value) for value, number in zip(values, numbers, strict=True) if not number]
    return any(numbers) and not any("," in text or "." in text for text in texts)
