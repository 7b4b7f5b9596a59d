"""Database servers that a test run starts for itself, in a folder that goes away with them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import pytest

Cells = tuple[str | None, ...]
NOTHING: Final = "<tidak ada>"
_SECONDS: Final = 60.0


class Server(Protocol):
    """A server that takes scripts as its own client does."""

    def run(self, script: str, /) -> None:
        """Run a script; an error in it fails the test."""
        ...

    def load(self, table: str, path: Path, /) -> None:
        """Fill a table from a file with tabs between its cells."""
        ...

    def rows(self, query: str, /) -> list[Cells]:
        """Return the rows of a query, each cell as it is printed."""
        ...


def _output(command: Sequence[str], script: str = "") -> str:
    done = subprocess.run(
        command, input=script, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _cells(printed: str) -> list[Cells]:
    lines = printed.split("\n")[:-1]
    return [tuple(None if cell == NOTHING else cell for cell in line.split("\t")) for line in lines]


@dataclass(frozen=True)
class PostgreSQL:
    """A server of PostgreSQL behind a socket in a folder."""

    folder: Path
    programs: Path

    def _client(self, *options: str) -> list[str]:
        settings = [*("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"), *("-h", str(self.folder))]
        shape = ["-F", "\t", "-P", f"null={NOTHING}"]
        return [
            str(self.programs / "psql"),
            *settings,
            "-U",
            "uji",
            "-d",
            "postgres",
            *shape,
            *options,
        ]

    def run(self, script: str) -> None:
        _output(self._client("-f", "-"), script)

    def load(self, table: str, path: Path) -> None:
        _output(self._client("-c", f"\\copy {table} from '{path}'"))

    def rows(self, query: str) -> list[Cells]:
        return _cells(_output(self._client("-f", "-"), query))


@dataclass(frozen=True)
class MariaDB:
    """A server of MariaDB behind a socket in a folder."""

    folder: Path

    def _client(self, *options: str) -> list[str]:
        settings = ["--no-defaults", f"--socket={self.folder}/soket", "--user=root"]
        return [
            "mariadb",
            *settings,
            "--local-infile=1",
            "--default-character-set=utf8mb4",
            *options,
        ]

    def run(self, script: str) -> None:
        _output(self._client("uji"), script)

    def load(self, table: str, path: Path) -> None:
        self.run(f"LOAD DATA LOCAL INFILE '{path}' INTO TABLE {table} CHARACTER SET utf8mb4;")

    def rows(self, query: str) -> list[Cells]:
        printed = _output(self._client("--batch", "--raw", "--skip-column-names", "uji"), query)
        lines = printed.split("\n")[:-1]
        return [
            tuple(None if cell == "NULL" else cell for cell in line.split("\t")) for line in lines
        ]


def postgresql_programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, where they are installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return None if on_path is None else Path(on_path).resolve().parent


def _owner(name: str) -> Mapping[str, str]:
    """Return whose processes servers are: no server of these runs for root."""
    return {"user": name, "group": name} if os.geteuid() == 0 else {}


@contextmanager
def _folder(owner: Mapping[str, str]) -> Iterator[Path]:
    # The path of a socket has a hundred characters at most, so no folder of pytest's.
    folder = Path(tempfile.mkdtemp(prefix="iku-"))
    try:
        if owner:
            shutil.chown(folder, **owner)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(
    command: Sequence[str], owner: Mapping[str, str], ready: Sequence[str]
) -> Iterator[None]:
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=silent, stderr=silent, cwd="/", **owner) as process:  # type: ignore[call-overload]  # a mapping of two texts
        try:
            last = time.monotonic() + _SECONDS
            while subprocess.run(ready, stdout=silent, stderr=silent, check=False).returncode != 0:
                assert process.poll() is None, f"{command[0]} ended at once"
                assert time.monotonic() < last, f"{command[0]} does not answer"
                time.sleep(0.1)
            yield
        finally:
            process.terminate()
            process.wait(_SECONDS)


def _made(command: Sequence[str], owner: Mapping[str, str]) -> None:
    done = subprocess.run(  # type: ignore[call-overload]  # a mapping of two texts
        command, capture_output=True, text=True, check=False, cwd="/", **owner
    )
    assert done.returncode == 0, done.stderr[-2000:]


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Start a server of PostgreSQL, and stop it whatever happens."""
    programs = postgresql_programs()
    if programs is None:
        pytest.skip("without PostgreSQL; tools/install_databases.sh installs it")
    owner = _owner("postgres")
    with _folder(owner) as folder:
        data = str(folder / "data")
        options = ["-A", "trust", "-U", "uji", "-E", "UTF8", "--locale=C", "--no-sync"]
        _made([str(programs / "initdb"), "-D", data, *options], owner)
        command = [str(programs / "postgres"), "-D", data, "-k", str(folder)]
        command += ["-c", "listen_addresses=", "-c", "fsync=off"]
        ready = [str(programs / "pg_isready"), "-q", "-h", str(folder), "-U", "uji"]
        with _running(command, owner, ready):
            yield PostgreSQL(folder, programs)


@contextmanager
def mariadb() -> Iterator[MariaDB]:
    """Start a server of MariaDB, and stop it whatever happens."""
    install, program = shutil.which("mariadb-install-db"), shutil.which("mariadbd")
    program = program or shutil.which("mariadbd", path="/usr/sbin")
    if install is None or program is None:
        pytest.skip("without MariaDB; tools/install_databases.sh installs it")
    owner = _owner("mysql")
    with _folder(owner) as folder:
        # In a place that servers share, one that starts deletes the tables of another.
        own = [f"--datadir={folder}/data", f"--tmpdir={folder}"]
        normal = "--auth-root-authentication-method=normal"
        _made([install, "--no-defaults", *own, normal, "--skip-test-db"], owner)
        server = MariaDB(folder)
        command = [program, "--no-defaults", *own, f"--socket={folder}/soket", "--skip-networking"]
        command += [f"--pid-file={folder}/pid", "--character-set-server=utf8mb4"]
        ready = [*server._client(), "-e", "CREATE DATABASE IF NOT EXISTS uji"]
        with _running(command, owner, ready):
            yield server
