"""``bulk``: a table of reports of any size, CSV or Parquet, computed into a file."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Final

from kesbang_iku.bulk.refusal import BulkError
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_choice import count_lines
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT, check_standard_input
from kesbang_iku.cli.table import columns_of, table_lines
from kesbang_iku.cli.table_options import known_context, table_options
from kesbang_iku.extras import MissingExtraError, require_extra
from kesbang_iku.findings.sentences import commands, indicator

if TYPE_CHECKING:
    from kesbang_iku.bulk.summary import BulkOutcome

_SAID: Final = commands.bulk
_EXTRA: Final = "bulk"
_ENDINGS: Final = (".csv", ".parquet")
_PARQUET: Final = b"PAR1"
"""What a Parquet file begins with."""
_MEMORY: Final = re.compile(r"(\d{1,6})\s*([MG])(?:i?B)?", re.IGNORECASE | re.ASCII)
_UNITS: Final = {"M": 1 << 20, "G": 1 << 30}
_SHOWN: Final = 15
"""So many lines of coverage are shown: the indicators and years that lack the most."""
_MINUTE: Final = 60


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("input", metavar="BERKAS")
    add.target("-o", "--output", required=True)
    table_options(add, but=("lembar", "tingkat"))
    add.option("--memori", metavar="N", default="1G", default_shown="1G")
    add.formats(("text", "json"))
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Compute the table, write the results, and tell what became of it."""
    try:
        require_extra("duckdb", _EXTRA)
        require_extra("narwhals", _EXTRA)
    except MissingExtraError as error:
        raise CannotRunError(_SAID.REFUSED, sebab=error.render(session.language)) from error
    from kesbang_iku.bulk.job import BulkJob  # noqa: PLC0415  # light: an extra
    from kesbang_iku.bulk.result_files import bad_rows_file  # noqa: PLC0415  # light: an extra

    output = Path(options.output)
    if output.is_symlink():  # what it leads to takes its place, and it stays
        output = output.resolve()
    if output.suffix.lower() not in _ENDINGS:
        raise CannotRunError(_SAID.WHICH_FORM, berkas=options.output)
    piped = options.input == STANDARD_INPUT
    if piped:  # nobody wants to hear it when a long input is over
        check_output(options.output, (), overwrite=options.timpa)
    with _kept(options.input, output) as source, progress_bar(session, _SAID.COMPUTING) as tell:
        job = BulkJob(
            source=source,
            called=options.input if piped else None,
            told=_told(options),
            output=output,
            catalog=open_catalog(session),
            regions=load_regions(),
            memory=_memory(options.memori),
            language=session.language,
            tell=_telling(tell, session),
        )
        try:
            for written in (output, bad_rows_file(output)):
                check_output(str(written), map(str, job.files), overwrite=options.timpa)
            outcome = job.run()
        except BulkError as error:
            said = error.render(session.language)
            said = said.replace(str(source), options.input) if piped else said
            raise CannotRunError(_SAID.REFUSED, sebab=said) from error
    if options.format == "json":
        session.answer_json(outcome.as_dict())
    else:
        session.answer_lines(_lines(outcome, session))
    return int(outcome.failed)


@contextmanager
def _kept(name: str, output: Path) -> Iterator[Path]:
    """Give the file called ``name``; standard input as one beside the output: it is read again.

    Raises:
        CannotRunError: standard input is closed.
    """
    if name != STANDARD_INPUT:
        yield Path(name)
        return
    check_standard_input([name])
    with TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
        head = sys.stdin.buffer.read(len(_PARQUET))
        kept = Path(folder, "masukan.parquet" if head == _PARQUET else "masukan.csv")
        with kept.open("wb") as target:
            target.write(head)
            copyfileobj(sys.stdin.buffer, target)
        yield kept


def _told(options: Namespace) -> dict[str, str]:
    """Return what is told of columns that are not there."""
    known = known_context(options)
    system = {} if options.sistem_kode is None else {"sistem_kode": options.sistem_kode}
    return {} if known is None else {**known.cells, **system}


def _memory(written: str) -> int:
    """Return a number of bytes.

    Raises:
        CannotRunError: it is none, or too little for the standard and an engine.
    """
    from kesbang_iku.bulk.job import LEAST_MEMORY  # noqa: PLC0415  # light: an extra

    found = _MEMORY.fullmatch(written.strip())
    memory = int(found[1]) * _UNITS[found[2].upper()] if found else 0
    if memory < LEAST_MEMORY:
        raise CannotRunError(_SAID.NO_MEMORY, nilai=written)
    return memory


def _telling(tell: Callable[[str, float], None], session: Session) -> Callable[[int, int], None]:
    """Return what tells the rows that are done, and how long the others will take."""
    begun: tuple[float, int] | None = None

    def told(done: int, whole: int) -> None:
        nonlocal begun
        # Parts that stood already took no time: what is left is judged by the others.
        begun = begun or (monotonic(), done)
        since, before = begun
        fresh = done - before
        left = int((monotonic() - since) / fresh * (whole - done)) if fresh else 0
        name = session.say(_SAID.LEFT if fresh else _SAID.DONE, jumlah=done, sisa=_clock(left))
        tell(name, done / whole if whole else 1.0)

    return told


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _lines(outcome: BulkOutcome, session: Session) -> list[str]:
    """Return the summary for people."""
    read, written = outcome.masukan, outcome.keluaran
    lines = [
        session.say(
            _SAID.WRITTEN, berkas=written["berkas"], jumlah=written["hasil"], baris=read["baris"]
        )
    ]
    if written["berkas_ditolak"] is not None:
        lines.append(
            session.say(_SAID.REJECTED, berkas=written["berkas_ditolak"], jumlah=read["ditolak"])
        )
    statuses = [
        [
            indicator.STATUS_NAMES[one["status"]].plain(session.language),
            session.number(one["jumlah"]),
        ]
        for one in outcome.status
    ]
    if statuses:
        columns = columns_of(_SAID.COLUMNS, session, ("status", "jumlah"), number={"jumlah"})
        lines += ["", *table_lines(columns, statuses, session.screen)]
    counted = count_lines(outcome.temuan, session)
    return [*lines, *(["", *counted] if counted else []), *_coverage_lines(outcome, session)]


def _coverage_lines(outcome: BulkOutcome, session: Session) -> list[str]:
    """Return the lines of the indicators and years that lack the most regions."""
    lacking = [one for one in outcome.cakupan if one["melapor"] < one["seharusnya"]]
    if not lacking:
        return []
    lacking.sort(key=lambda one: one["melapor"] / one["seharusnya"])
    keys, counts = ("kode", "nama", "tahun"), ("melapor", "seharusnya")
    columns = columns_of(
        _SAID.COLUMNS, session, (*keys, *counts), number=counts, flexible={"nama"}, main="nama"
    )
    rows = [
        [
            *(one["kode"], one["nama"], str(one["tahun"])),
            *map(session.number, (one["melapor"], one["seharusnya"])),
        ]
        for one in lacking[:_SHOWN]
    ]
    lines = ["", session.say(_SAID.COVERAGE), *table_lines(columns, rows, session.screen)]
    if len(lacking) > _SHOWN:
        lines.append(session.say(_SAID.MORE_COVERAGE, jumlah=len(lacking) - _SHOWN))
    return lines
