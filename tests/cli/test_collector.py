"""The collector of cyclic garbage: in a process of ours it starts late, and ends at once."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from kesbang_iku.cli import main
from tests.scratch import must_run

_PROCESS = """
import gc, sys
from kesbang_iku.cli import main
from kesbang_iku.cli.commands import rules

def told(options, session):
    print(gc.isenabled(), gc.get_threshold()[0] >= 100 * usual)
    return 0

rules.run = told
sys.argv = ["kesbang-iku", "rules"]
usual = gc.get_threshold()[0]
before = gc.get_freeze_count()
status = main()
print(status, gc.get_freeze_count() > before)
"""


def test_a_process_of_ours_walks_what_a_long_run_makes_and_nothing_at_its_end(
    tmp_path: Path,
) -> None:
    ran = must_run([sys.executable, "-c", _PROCESS], tmp_path)
    assert ran.output.splitlines() == ["True True", "0 True"]


def test_a_caller_keeps_the_collector_as_it_is() -> None:
    before = gc.get_freeze_count(), gc.get_threshold()
    assert main(["rules"]) == 0
    assert gc.isenabled()
    assert (gc.get_freeze_count(), gc.get_threshold()) == before
