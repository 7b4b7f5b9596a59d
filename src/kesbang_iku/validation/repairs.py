"""Repairing files: safe repairs of their findings, tried out, checked, shown, and written.

A rule says of a finding what may be written in its place without changing what it means. Here the
repairs of all files are applied to their texts until nothing is left to repair, and the outcome is
held against the law in :mod:`kesbang_iku.validation.repair_meaning`: a file that would say anything
else than before is left as it is. Nothing is written until :meth:`FileRepair.write` is called.
"""

import codecs
import errno
import os
import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings import Edit, Finding, Text, refusal, sentences
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.writing import write_whole
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.content import FileKind
from kesbang_iku.validation.repair_meaning import MeaningCheck

_ROUNDS: Final = 10
"""A code that is repaired lets its item be read, which may show more to repair; not for ever."""
_CONTEXT: Final = 3
_BREAK: Final = re.compile(r"\r\n|\r|\n")

Counting = Callable[[Sequence[Finding]], Iterable[Finding]]
"""Tells which findings count; what is set aside is not repaired."""


@dataclass(frozen=True, slots=True)
class FileRepair:
    """The repairs of one file, and the text they lead to.

    Attributes:
        sebelum: the file as it is.
        sesudah: the file as it would be.
        temuan: the findings that are repaired, each with its repair.
    """

    sebelum: Opened
    sesudah: Opened
    temuan: tuple[Finding, ...]

    @property
    def berkas(self) -> str:
        """The name of the file."""
        return self.sebelum.name

    def write(self) -> Text | None:
        """Write the file, whole and at once; return why it could not be, and stays as it was.

        Encoding, byte order mark, ends of lines and permissions stay; so does a file that is no
        longer what was read.
        """
        return write_text(self.berkas, self.sebelum.text, self.sesudah.text)

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff without their ends."""
        old, new = _BREAK.split(self.sebelum.text), _BREAK.split(self.sesudah.text)
        if old and not old[-1]:
            # The end of the last line begins none.
            del old[-1], new[-1]
        changed = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
        yield f"--- {self.berkas}"
        yield f"+++ {self.berkas}"
        for start, end in _hunks(changed, len(old)):
            yield f"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@"
            yield from _hunk(old, new, start, end)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not repaired though it could be, and why."""

    berkas: str
    alasan: Text


@dataclass(frozen=True, slots=True)
class Repairs:
    """What can be repaired in some files.

    Attributes:
        berkas: the files that would change.
        ditolak: the files whose repairs were refused.
    """

    berkas: tuple[FileRepair, ...]
    ditolak: tuple[Refusal, ...] = ()

    @property
    def temuan(self) -> tuple[Finding, ...]:
        """Every finding that is repaired."""
        return tuple(found for file in self.berkas for found in file.temuan)


def find_repairs(
    sources: Iterable[Opened],
    katalog: Catalog | None = None,
    *,
    jenis: FileKind | None = None,
    counting: Counting = tuple,
) -> Repairs:
    """Return the safe repairs of files together, without writing anything.

    Args:
        sources: the files, opened.
        katalog: the standard; the package's own by default.
        jenis: what the files are; by default their content decides.
        counting: which of the findings count; all of them by default.
    """
    katalog = katalog if katalog is not None else load_catalog()
    first = {source.name: source for source in sources}
    now = dict(first)
    repaired: dict[str, list[Finding]] = {}
    for _ in range(_ROUNDS):
        found = counting(validate_all(now.values(), katalog, jenis=jenis).temuan)
        round_repairs = list(_round(found, now))
        if not round_repairs:
            break
        for after, findings in round_repairs:
            now[after.name] = after
            repaired.setdefault(after.name, []).extend(findings)
    meaning = MeaningCheck.of(katalog)
    files, refused = [], []
    for name, findings in repaired.items():
        if meaning.holds(first[name], now[name]):
            files.append(FileRepair(first[name], now[name], tuple(findings)))
        else:
            refused.append(Refusal(name, sentences.validation.OTHER_MEANING))
    return Repairs(tuple(files), tuple(refused))


def _round(
    findings: Iterable[Finding], files: dict[str, Opened]
) -> Iterator[tuple[Opened, list[Finding]]]:
    """Yield each file that changes, as it becomes, with the findings that are repaired."""
    by_file: dict[str, list[Finding]] = {}
    for found in findings:
        if found.berkas in files and found.perbaikan is not None and found.perbaikan.suntingan:
            by_file.setdefault(found.berkas, []).append(found)
    for name, repairable in by_file.items():
        edits = _Edits()
        # What overlaps waits for the next round, when the text has settled.
        chosen = [
            found
            for found in repairable
            if found.perbaikan is not None and edits.take(found.perbaikan.suntingan)
        ]
        opened = files[name]
        yield replace(opened, text=edited(opened.text, edits.taken.values())), chosen


class _Edits:
    """Edits of one file that do not overlap, by where they start."""

    def __init__(self) -> None:
        self.taken: dict[int, Edit] = {}
        self._starts: list[int] = []

    def take(self, wanted: Iterable[Edit]) -> bool:
        """Take all of ``wanted``, or none if one overlaps another; say whether they are taken."""
        new = [edit for edit in wanted if self.taken.get(edit.awal) != edit]
        if not all(map(self._fits, new)):
            return False
        for edit in new:
            self.taken[edit.awal] = edit
            insort(self._starts, edit.awal)
        return True

    def _fits(self, edit: Edit) -> bool:
        at = bisect_right(self._starts, edit.awal)
        before = self.taken[self._starts[at - 1]] if at else None
        free = before is None or before.akhir <= edit.awal != before.awal
        return free and (at == len(self._starts) or edit.akhir <= self._starts[at])


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with edits that do not overlap made in it."""
    parts = []
    start = 0
    for edit in sorted(edits, key=lambda edit: edit.awal):
        parts += [text[start : edit.awal], edit.teks]
        start = edit.akhir
    return "".join([*parts, text[start:]])


def _hunks(changed: Sequence[int], lines: int) -> Iterator[tuple[int, int]]:
    """Yield the lines shown around changed ones, from the first to behind the last."""
    start = end = -1
    for at in changed:
        if start >= 0 and at - _CONTEXT > end:
            yield start, end
            start = -1
        if start < 0:
            start = max(0, at - _CONTEXT)
        end = min(lines, at + _CONTEXT + 1)
    if start >= 0:
        yield start, end


def _hunk(old: Sequence[str], new: Sequence[str], start: int, end: int) -> Iterator[str]:
    """Yield the lines from ``start`` to ``end``; of changed ones the old before the new."""
    removed: list[str] = []
    added: list[str] = []
    for one, other in zip(old[start:end], new[start:end], strict=True):
        if one != other:
            removed.append(f"-{one}")
            added.append(f"+{other}")
            continue
        yield from (*removed, *added, f" {one}")
        removed, added = [], []
    yield from (*removed, *added)


_ENCODINGS: Final = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "cp1252"),
)


def write_text(name: str, old: str, new: str) -> Text | None:
    """Replace the text ``old`` of a file by ``new``; return why not, and it stays as it was.

    The text keeps its encoding and byte order mark, the file its owner, permissions and hard links;
    where the name is a link, the file it leads to is replaced.
    """
    path = Path(os.path.realpath(name))
    try:
        content = _encoded(path.read_bytes(), old, new) if path.is_file() else None
        if content is None:
            return sentences.validation.CHANGED
        if not os.access(path, os.W_OK):
            return _refused(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
        write_whole(path, content)
    except OSError as error:
        return _refused(error)
    return None


def _refused(error: OSError) -> Text:
    return sentences.validation.REFUSED.filled(sebab=refusal(error))


def _encoded(content: bytes, old: str, new: str) -> bytes | None:
    """Return ``new`` as bytes in the encoding in which ``old`` is ``content``, or ``None``."""
    for mark, codec in _ENCODINGS:
        try:
            if mark + old.encode(codec) == content:
                return mark + new.encode(codec)
        except UnicodeEncodeError:
            continue
    return None
