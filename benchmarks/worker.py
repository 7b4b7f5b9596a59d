"""Times one task inside the environment whose interpreter runs this file.

Called with the path of a file, the name of a function in it, and its arguments: the function
prepares and returns what is to be timed. Then each line of the standard input is a number of runs,
and each line of the standard output the seconds they took: of the processor, of this process and of
those it started and saw end, with ``--clock family`` also of those that live on, or with ``--clock
passing`` the time that passes. It needs the standard library alone, since in a rival's environment
there is nothing of ours.
"""

from __future__ import annotations

import argparse
import os
import resource
import runpy
import sys
import time
import timeit
from contextlib import suppress
from pathlib import Path
from typing import Final


def processor() -> float:
    """Return the seconds of the processor used so far, processes that have ended included."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def family() -> float:
    """Return the seconds of the processor used by this process and all below it (Linux)."""
    ticks, waiting = 0, [str(os.getpid())]
    while waiting:
        process = Path("/proc", waiting.pop())
        told = (process / "stat").read_text("ascii").rpartition(")")[2].split()
        # Its own, in itself and in the system, and those of its children that have ended.
        ticks += sum(map(int, told[11:15]))
        for thread in (process / "task").iterdir():
            # Java's threads end while they are looked at.
            with suppress(FileNotFoundError, ProcessLookupError):
                waiting += (thread / "children").read_text("ascii").split()
    return ticks / os.sysconf("SC_CLK_TCK")


CLOCKS: Final = {"processor": processor, "family": family, "passing": time.perf_counter}


def main() -> None:
    """Prepare the task, and time it as often as is asked."""
    parser = argparse.ArgumentParser(description="Time a task in this environment.")
    parser.add_argument("file")
    parser.add_argument("task")
    parser.add_argument("arguments", nargs="*")
    parser.add_argument("--clock", choices=CLOCKS, default="processor")
    options = parser.parse_args()
    prepare = runpy.run_path(options.file)[options.task]
    timer = timeit.Timer(prepare(*options.arguments), timer=CLOCKS[options.clock])
    for line in sys.stdin:
        print(timer.timeit(int(line)), flush=True)


if __name__ == "__main__":
    main()
