"""``sql``: the standard as a script that computes in a database."""

from argparse import Namespace

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.catalogs import open_catalog, versions
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import check_output, deliver
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.sql.dialects import DIALECTS, LONGEST_NAME, is_name
from kesbang_iku.publish.sql.script import TEXT_COLUMNS, Script


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("kode", metavar="KODE", nargs="*")
    add.option("--dialek", choices=tuple(DIALECTS), required=True)
    add.option("--tabel", metavar="NAMA", default="laporan")
    add.option("--hasil", metavar="NAMA", default="hasil")
    add.option("--lebar", action="store_true")
    add.option("--teks", choices=TEXT_COLUMNS, action="append", default=[])
    add.option("--tanpa-target", action="store_true")
    add.option("-o", "--output", metavar="BERKAS")
    add.option("--timpa", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Write the script."""
    target = options.output
    check_output(target, (), overwrite=options.timpa)
    for name in (options.tabel, options.hasil):
        if not is_name(name):
            raise CannotRunError(commands.sql.NO_NAME, nama=name, paling=LONGEST_NAME)
    catalog = open_catalog(session)
    codes = dict.fromkeys(versions(catalog, one)[0].kode for one in options.kode)
    script = Script(
        catalog,
        load_regions(),
        DIALECTS[options.dialek],
        codes=tuple(codes),
        source=options.tabel,
        view=options.hasil,
        texts=tuple(dict.fromkeys(options.teks)),
        targets=not options.tanpa_target,
        language=session.language,
    )
    content = script.wide() if options.lebar else script.long()
    deliver(target, content, session)
    return 0
