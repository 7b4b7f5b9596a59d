"""``export``: the standard in a form that others read."""

from argparse import Namespace
from pathlib import Path, PurePath

from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output, check_workbooks, write_table
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.exports import exported, names

_WORKBOOK = ".xlsx"


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("bentuk", choices=names(), metavar="BENTUK")
    add.target("-o", "--output", about="output", required=True)
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Write a form to a file, or its files into a folder."""
    target = Path(options.output)
    if PurePath(target).suffix.lower() == _WORKBOOK:
        check_workbooks()
    files = exported(options.bentuk, open_catalog(session))
    if len(files) == 1:
        if target.is_dir():
            (name,) = files
            raise CannotRunError(commands.export.NEEDS_A_FILE, folder=target, nama=name)
        check_output(str(target), (), overwrite=options.timpa)
        (content,) = files.values()
        write_table(str(target), (content,), options.bentuk)
        session.remark(session.say(texts.FILE_WRITTEN, berkas=target))
        return 0
    if target.is_file():
        raise CannotRunError(commands.export.NEEDS_A_FOLDER, berkas=target, jumlah=len(files))
    for name in files:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        check_output(str(target / name), (), overwrite=options.timpa)
    for name, content in files.items():
        write_table(str(target / name), (content,), name)
    session.remark(session.say(texts.FILES_WRITTEN, jumlah=len(files), folder=target))
    return 0
