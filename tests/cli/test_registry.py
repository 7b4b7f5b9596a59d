"""Commands and formats are found in their folders: a new one is one new file, in a zip as well."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku.cli import registry
from kesbang_iku.publish import formats
from tests.toys import all_toys
from tests.tree import ROOT
from tools.build_hook import pack_texts

TOYS: Final = {
    "cli/commands/salam.py": "perintah dalam satu berkas",
    "publish/formats/kode.py": "bentuk keluaran",
}
"""The new files, with the names of the toys they are of."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a zipped app of this package, with a command and a format more: a file for each."""
    path = tmp_path_factory.mktemp("app") / "kesbang-iku.zip"
    package = ROOT / "src" / "kesbang_iku"
    with zipfile.ZipFile(path, "w") as archive:
        for folder, within in ((package, ""), (ROOT / "catalog", "_data/catalog")):
            for file in folder.rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    name = Path("kesbang_iku", within, file.relative_to(folder))
                    archive.write(file, name.as_posix())
        for file, inside in pack_texts(ROOT, path.parent).items():
            archive.write(file, inside)
        for inside, toy in TOYS.items():
            content = all_toys()[toy].new_file(f"src/kesbang_iku/{inside}")
            archive.writestr(f"kesbang_iku/{inside}", content)
    return path


def ask(app: Path, *arguments: str, status: int = 0) -> str:
    """Run the app, and return what it answers."""
    done = subprocess.run(
        [sys.executable, "-m", "kesbang_iku", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(app), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stderr
    return done.stdout


def test_a_new_command_is_one_new_file(app: Path) -> None:
    commands = ask(app, "--help").split("\n\n")[-2]
    assert commands.splitlines()[-1].split() == ["salam", "memberi", "salam"]
    assert ask(app, "salam", "--nama", "Rangga", "--bahasa", "en") == "Hello, Rangga!\n"
    assert "--nama NAMA" in ask(app, "salam", "--help")


def test_a_new_format_is_one_new_file(app: Path) -> None:
    report = "examples/laporan-keliru.yaml"
    found = ask(app, "validate", report, "--format", "kode", status=1).split()
    assert found
    assert all(code.startswith("IKU") for code in found)


def test_the_commands_stand_in_the_order_of_their_texts() -> None:
    names = registry.ordered()
    assert set(names) == registry.names()
    assert [registry.texts_of(name).ORDER for name in names] == list(range(1, len(names) + 1))


def test_every_command_has_options_and_a_run() -> None:
    for name in registry.names():
        command = registry.command(name)
        assert callable(command.arguments)
        assert callable(command.run)


def test_every_format_can_be_loaded() -> None:
    for name in formats.names():
        assert callable(formats.load(name).render)


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["--help"], []),
        (["tumpuk"], []),
        (["schema"], ["schema"]),
        (["--bahasa", "en", "rules", "IKU405"], ["rules"]),
    ],
)
def test_no_more_than_the_chosen_command_is_loaded(arguments: list[str], loaded: list[str]) -> None:
    code = (
        "import sys; from kesbang_iku.cli import main; main(sys.argv[1:]);"
        "start = 'kesbang_iku.cli.commands.';"
        "print(sorted(name.removeprefix(start) for name in sys.modules if name.startswith(start)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == str(loaded)


def test_the_overall_help_of_a_package_loads_neither_models_nor_yaml(app: Path) -> None:
    """A package has its texts as JSON; those of a checkout are YAML."""
    code = (
        "import sys; from kesbang_iku.cli import main; main(['--help']);"
        "print(sorted({'pydantic', 'yaml', 'csv'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(app)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_only_the_format_that_is_asked_for_is_loaded() -> None:
    code = (
        "import sys; from kesbang_iku.cli import main; main(sys.argv[1:]);"
        "start = 'kesbang_iku.publish.formats.';"
        "print([name.removeprefix(start) for name in sys.modules if name.startswith(start)])"
    )
    report = str(ROOT / "examples" / "idi-kalimantan-tengah.yaml")
    done = subprocess.run(
        [sys.executable, "-c", code, "validate", report, "--format", "github"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "['github']"
