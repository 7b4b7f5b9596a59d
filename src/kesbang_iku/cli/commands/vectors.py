"""``vectors``: the conformance vectors, as one document or as files."""

from argparse import Namespace

from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import write_files
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.conformance.vectors import VectorError, law_files, vector_document, vector_files
from kesbang_iku.findings.sentences import commands


def arguments(add: Options) -> None:
    """Declare the options."""
    add.target("-o", "--output", metavar="FOLDER")
    add.option("--timpa", action="store_true")
    add.formats(("json",))


def run(options: Namespace, session: Session) -> int:
    """Write the vectors to standard output, or into a folder."""
    catalog = open_catalog(session)
    try:
        if options.output is None:
            session.answer_json(vector_document(catalog))
            return 0
        files = {**vector_files(catalog), **law_files()}
    except VectorError as error:
        raise CannotRunError(commands.vectors.WRONG_EXAMPLE, sebab=error) from error
    except FileNotFoundError as error:
        raise CannotRunError(commands.vectors.NO_VECTORS) from error
    write_files(options.output, files, options, session)
    return 0
