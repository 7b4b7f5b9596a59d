"""Reading YAML: composed by libyaml, then built by a strict constructor that types nothing.

YAML readers disagree on what plain text means: ``35.10`` loses its zero, ``no`` becomes false,
``012`` becomes ten. Here every scalar stays text as written, and what other readers would take for
something else is a finding. Nothing in this module raises for content.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, Protocol

from yaml.composer import Composer
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from kesbang_iku._regex import regex
from kesbang_iku.findings import Finding, FindingKind, Place, Repair, Text, kinds, sentences
from kesbang_iku.findings.waiting import is_watched, tell
from kesbang_iku.sources.characters import control_characters
from kesbang_iku.sources.document import Data, Document, Lines, Pointer

MAX_DEPTH: Final = 50
MAX_NODES: Final = 200_000
_TOLD_EVERY: Final = 1_000
"""After so many nodes who waits is told how far it is."""
_MAX_ANCHORS_TOLD: Final = 20
_WIDE_FROM: Final = 50
"""From so many keys on, a mapping gets an index by key when a place in it is asked for."""

_UNTAGGED: Final = ""
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_TRUTHS: Final = _TRUE | _FALSE
_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_MEANINGS: Final[Mapping[str, bool | None]] = {
    **dict.fromkeys(_NULL),
    **dict.fromkeys(_TRUE, True),
    **dict.fromkeys(_FALSE, False),
}
"""What a plain text is that is no text."""
_MERGE: Final = "<<"
_LONGEST_SWITCH: Final = 3
_SWITCHES: Final = frozenset({"yes", "no", "on", "off", "y", "n"})
_NUMBER_START: Final = frozenset("0123456789+-.")

# An anchor can only stand where a value begins; most texts have no "&" there and need no look at
# their events.
_ANCHOR_START: Final = regex(r"(?:^|[\s\[{,])&\S", re.MULTILINE)

_LEADING_ZERO: Final = regex(r"[-+]?0[0-9_]+(?:\.[0-9_]*)?")
_UNDERSCORES: Final = regex(r"[-+]?(?:[0-9]+_[0-9_]*\.?[0-9_]*|[0-9]*\.[0-9]+_[0-9_]*)")
_EXPONENT: Final = regex(r"[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)[eE][-+]?[0-9]+")
_OTHER_BASE: Final = regex(r"[-+]?0(?:[xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)")
_SEXAGESIMAL: Final = regex(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")

_NUMBER_TRAPS: Final = (
    (_LEADING_ZERO, "leading_zero"),
    (_OTHER_BASE, "other_base"),
    (_EXPONENT, "exponent"),
    (_UNDERSCORES, "underscores"),
    (_SEXAGESIMAL, "sexagesimal"),
)
# Each of them begins with a zero or holds one of four signs; most numbers do neither.
_ANY_TRAP: Final = regex(
    r"(?=[-+]?0[0-9_xXoObB]|[^_eE:]*[_eE:])(?:"
    + "|".join(f"(?:{trap.pattern})" for trap, _ in _NUMBER_TRAPS)
    + ")"
)


def _taken_for(text: str) -> Text | None:
    """Return what a plain text is to other readers besides text."""
    if text[0] in _NUMBER_START:
        if not _ANY_TRAP.fullmatch(text):
            return None
        trapped = next(name for trap, name in _NUMBER_TRAPS if trap.fullmatch(text))
        return sentences.sources.TAKEN_FOR[trapped]
    if (len(text) <= _LONGEST_SWITCH and text.lower() in _SWITCHES) or text in _TRUTHS:
        return sentences.sources.TAKEN_FOR["switch"]
    return None


@lru_cache(maxsize=1024)
def _is_plain_key(text: str) -> bool:
    """Say whether a key without quotes is text to every reader. The same few stand in all items."""
    return text != _MERGE and text not in _NULL and _taken_for(text) is None


class _LimitError(Exception):
    """Raised inside the composer to stop it; never leaves this module."""

    def __init__(self, kind: FindingKind, limit: int, offset: int) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.limit = limit
        self.offset = offset


class _Limits:
    """What the composer asks a resolver for: here it counts, and leaves every scalar untyped."""

    depth: int
    nodes: int
    length: int
    reached: int
    stop: int
    """At so many nodes it is looked whether there are too many, and told how far it is."""

    def start(self, text: str) -> None:
        self.depth = self.nodes = self.reached = 0
        self.length = len(text)
        self.stop = _TOLD_EVERY if is_watched() else MAX_NODES

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self.depth = depth = self.depth + 1
        self.nodes = nodes = self.nodes + 1
        if depth > MAX_DEPTH or nodes > self.stop:
            offset = parent.start_mark.index if parent is not None else 0
            if depth > MAX_DEPTH:
                raise _LimitError(kinds.FILE_TOO_DEEP, MAX_DEPTH, offset)
            if nodes > MAX_NODES:
                raise _LimitError(kinds.FILE_TOO_MANY_NODES, MAX_NODES, offset)
            self.reached = max(self.reached, offset)
            tell(self.reached / self.length)
            self.stop = min(nodes + _TOLD_EVERY, MAX_NODES)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return _UNTAGGED


class _Stream(Protocol):
    """The part of PyYAML's parsers that this module uses."""

    def check_node(self) -> bool: ...
    def get_node(self) -> Node | None: ...
    def get_event(self) -> Event | None: ...
    def dispose(self) -> None: ...


class _PureStream(_Limits, Reader, Scanner, Parser, Composer):
    """The parser in Python, for installations of PyYAML without libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        self.start(text)


try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML built without libyaml
    HAS_LIBYAML = False
else:
    HAS_LIBYAML = True

    class _FastStream(_Limits, CParser):
        """The parser of libyaml. Counting at every node takes half as long in slots."""

        __slots__ = ("depth", "length", "nodes", "reached", "stop")

        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            self.start(text)


def _open(text: str, *, fast: bool) -> _Stream:
    return _FastStream(text) if fast and HAS_LIBYAML else _PureStream(text)


class _NodeMarks:
    """Positions looked up in the composed nodes, which costs nothing until a place is asked for."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._wide: dict[int, dict[str, tuple[Node, Node]]] = {}
        """The children of large mappings by key, by the identity of their node."""

    def find(self, pointer: Pointer, *, key: bool) -> tuple[int, int, int]:
        node = self._root
        found_key: Node | None = None
        depth = 0
        for step in pointer:
            children = self._child(node, step)
            if children is None:
                break
            found_key, node = children
            depth += 1
        if key and found_key is not None and depth == len(pointer):
            node = found_key
        return depth, node.start_mark.index, node.end_mark.index

    def _child(self, node: Node, step: str | int) -> tuple[Node | None, Node] | None:
        if type(node) is MappingNode:
            return self._by_key(node, str(step))
        if type(node) is SequenceNode and isinstance(step, int) and 0 <= step < len(node.value):
            return None, node.value[step]
        return None

    def _by_key(self, node: Node, name: str) -> tuple[Node, Node] | None:
        if len(node.value) < _WIDE_FROM:
            for key, value in node.value:
                if key.value == name and type(key) is ScalarNode:
                    return key, value
            return None
        if id(node) not in self._wide:
            keyed = (pair for pair in reversed(node.value) if isinstance(pair[0], ScalarNode))
            self._wide[id(node)] = {key.value: (key, value) for key, value in keyed}
        return self._wide[id(node)].get(name)


class _Constructor:
    """Builds the data of one file's documents and collects what is wrong with them."""

    def __init__(self, source: str, text: str) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._text = text
        self.lines = Lines(text)
        self._has_bang = "!" in text

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of the characters from ``start`` to ``end``."""
        return self.lines.place(self._source, start, end)

    def line(self, offset: int) -> int:
        """Return the line of the character at ``offset``."""
        return self.place(offset).baris or 1

    def build(self, node: Node) -> Data:
        """Return the data of ``node``: a dict, a list, text, a bool or ``None``."""
        if self._has_bang:
            self._refuse_tag(node)
        if type(node) is ScalarNode:
            return node.value if node.style else self._plain(node)
        if type(node) is MappingNode:
            return self._mapping(node)
        return [self.build(item) for item in node.value]

    def _plain(self, node: Node) -> str | bool | None:
        text: str = node.value
        if text in _MEANINGS:
            return _MEANINGS[text]
        said = _taken_for(text)
        if said is not None:
            self._refuse_ambiguous(node, said)
        return text

    def _mapping(self, node: Node) -> dict[str, Data]:
        data: dict[str, Data] = {}
        first: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key: str = key_node.value
            plain = type(key_node) is ScalarNode and (key_node.style or _is_plain_key(key))
            if not plain and not self._is_key(key_node):
                continue
            if self._has_bang:
                self._refuse_tag(key_node)
            value = self.build(value_node)
            if key in data:
                self._add(
                    kinds.KEY_DUPLICATE,
                    key_node,
                    kunci=key,
                    baris_awal=self.line(first[key].start_mark.index),
                )
                continue
            data[key] = value
            first[key] = key_node
        return data

    def _is_key(self, node: Node) -> bool:
        """Say whether an odd key is a key all the same, and note what is odd about it."""
        if type(node) is not ScalarNode:
            shape = "list" if type(node) is SequenceNode else "mapping"
            self._add(kinds.YAML_KEY_NOT_TEXT, node, rupa=sentences.sources.SHAPES[shape])
            return False
        if node.value == _MERGE:
            self._add(kinds.YAML_MERGE, node)
            return False
        said = _taken_for(node.value) if node.value not in _NULL else None
        if said is None:
            self._add(kinds.YAML_KEY_NOT_TEXT, node, rupa=sentences.sources.SHAPES["null"])
            return False
        self._refuse_ambiguous(node, said)
        return True

    def _refuse_ambiguous(self, node: Node, said: Text) -> None:
        text = node.value
        self._add(kinds.YAML_AMBIGUOUS, node, value=text, nilai=text, rupa=said)

    def _refuse_tag(self, node: Node) -> None:
        start = node.start_mark.index
        if node.tag != _UNTAGGED:
            self._add(kinds.YAML_TAG, node, tag=node.tag)
        elif self._text.startswith("!", start):
            self._add(kinds.YAML_TAG, node, tag="!")

    def _add(
        self, kind: FindingKind, node: Node, *, value: str | None = None, **arguments: object
    ) -> None:
        place = self.place(node.start_mark.index, node.end_mark.index)
        found = kind.at(place, value=value, **arguments)
        if kind is kinds.YAML_AMBIGUOUS:
            # It stays the text it is here; quotes make it the same text to every other reader.
            found = found.repairable(Repair(node.value, teks=True))
        self.findings.append(found)


def read_yaml(text: str, source: str, *, fast: bool = True) -> tuple[list[Document], list[Finding]]:
    """Read the YAML documents of ``text``; ``source`` names the file in places.

    A scalar that other readers would take for something else is a finding and stays text in the
    data. Of a duplicate key the first one counts. A document with an alias, or nested deeper than
    50 levels, is not returned; after an error of syntax the documents before it are. ``fast``
    chooses libyaml where PyYAML has it.
    """
    text = text.removeprefix("\ufeff")
    constructor = _Constructor(source, text)
    broken = control_characters(text, constructor.place, line_breaks=True)
    if broken is not None:
        return [], [broken]
    documents: list[Document] = []
    try:
        if "&" in text and _ANCHOR_START.search(text):
            anchors = list(_anchors(text, constructor, fast=fast))
            if anchors:
                return [], anchors
        stream = _open(text, fast=fast)
        try:
            while stream.check_node():
                root = stream.get_node()
                if root is not None:
                    data = constructor.build(root)
                    marks = _NodeMarks(root)
                    documents.append(Document(data, source, text, marks, constructor.lines))
        finally:
            stream.dispose()
    except _LimitError as limit:
        place = constructor.place(limit.offset)
        constructor.findings.append(limit.kind.at(place, batas=limit.limit))
    except (YAMLError, ValueError, OverflowError) as error:
        # The parser in Python lets the errors of chr() and int() through.
        constructor.findings.append(_syntax_finding(error, constructor, text))
    return documents, constructor.findings


def _anchors(text: str, constructor: _Constructor, *, fast: bool) -> Iterator[Finding]:
    """Yield a finding for each anchor and alias, from the events, before anything is composed."""
    stream = _open(text, fast=fast)
    told = depth = 0
    try:
        while (event := stream.get_event()) is not None:
            start = event.start_mark.index if event.start_mark is not None else 0
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise _LimitError(kinds.FILE_TOO_DEEP, MAX_DEPTH, start)
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if not isinstance(event, (AliasEvent, ScalarEvent, CollectionStartEvent)):
                continue
            if event.anchor is not None:
                yield kinds.YAML_ALIAS.at(constructor.place(start), value=event.anchor)
                told += 1
                if told == _MAX_ANCHORS_TOLD:
                    return
    finally:
        stream.dispose()


@cache
def _causes() -> tuple[tuple[re.Pattern[str], FindingKind], ...]:
    """What the parser's words mean, each by a pattern; made when a text is broken."""
    causes = (
        (r"\btab character\b|character '\\t'", kinds.YAML_TAB),
        (r"could not find expected ':'", kinds.YAML_NO_COLON),
        (r"mapping values are not allowed", kinds.YAML_COLON_IN_TEXT),
        (r"unexpected end of stream|unexpected document separator", kinds.YAML_OPEN_QUOTE),
        (r"expected ',' or|expected the node content.*'<stream end>'", kinds.YAML_OPEN_BRACKET),
        (r"unknown escape character|character escape code|hexdecimal", kinds.YAML_ESCAPE),
        (r"undefined alias|alphabetic or numeric character", kinds.YAML_RESERVED_START),
        (r"comment or (a )?line break|indentation indicator", kinds.YAML_RESERVED_START),
        (r"sequence entries are not allowed", kinds.YAML_RESERVED_START),
        (r"cannot start any token|expected (the )?node content", kinds.YAML_RESERVED_START),
        (r"maximum nesting depth", kinds.FILE_TOO_DEEP),
        (
            (
                r"expected key|expected '-' indicator|expected <block end>|"
                r"expected '?<document start>|mapping keys are not allowed"
            ),
            kinds.YAML_INDENTATION,
        ),
    )
    return tuple((regex(pattern), kind) for pattern, kind in causes)


_OF_A_NODE: Final = regex("an alias|an anchor|a block scalar")


def _narrowed(kind: FindingKind, text: str, offset: int) -> FindingKind:
    """Return what is wrong at ``offset`` more closely than the parser says it."""
    if kind is kinds.YAML_RESERVED_START and text[offset : offset + 1] in {"", "\t"}:
        return kinds.YAML_TAB if text[offset:] else kinds.YAML_OPEN_BRACKET
    if kind is kinds.YAML_INDENTATION:
        line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
        if text[line_start:offset].rstrip().endswith(("'", '"')):
            return kinds.YAML_AFTER_QUOTE
    return kind


def _opened(text: str, end: int) -> int:
    """Return where the last bracket stands that is not closed before ``end``, or that."""
    stream, opened = _open(text, fast=True), list[int]()
    try:
        while (event := stream.get_event()) is not None:
            if isinstance(event, CollectionStartEvent) and event.start_mark is not None:
                opened.append(event.start_mark.index)
            elif isinstance(event, CollectionEndEvent):
                opened.pop()
    except (YAMLError, ValueError, OverflowError, _LimitError):
        pass
    finally:
        stream.dispose()
    return next((start for start in reversed(opened) if text[start] in "[{"), end)


def _syntax_finding(error: Exception, constructor: _Constructor, text: str) -> Finding:
    """Return the finding for what the parser says, in words a person can act on."""
    if not isinstance(error, MarkedYAMLError):
        return kinds.YAML_SYNTAX.at(constructor.place(0), asal=str(error).splitlines()[0])
    problem = error.problem or error.context or ""
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark is not None else 0
    began = error.context_mark.index if error.context_mark is not None else offset
    kind = next((kind for pattern, kind in _causes() if pattern.search(problem)), kinds.YAML_SYNTAX)
    if kind is kinds.YAML_RESERVED_START and _OF_A_NODE.search(error.context or ""):
        offset = began
    else:
        kind = _narrowed(kind, text, offset)
    if kind is kinds.YAML_OPEN_BRACKET and began == offset:
        # Behind a bracket with nothing after it the parser tells where the file ends.
        began = _opened(text, offset)
    sign = text[offset : offset + 1]
    # Each kind takes those of these fields that its sentences have.
    return FindingKind.at(
        kind,
        constructor.place(offset),
        value=sign or None,
        asal=problem,
        tanda=sign,
        baris_awal=constructor.line(began),
        batas=MAX_DEPTH,
    )
