"""The template of a catalog package: built, installed, tested and shown as its owner would."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.package.conftest import Built, Environment, Make
from tests.scratch import must_run
from tests.tree import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "paket"
    ignored = shutil.ignore_patterns("__pycache__", "site", "dist")
    shutil.copytree(ROOT / "examples" / "paket-katalog", folder, ignore=ignored)
    return folder


@pytest.fixture(scope="module")
def environment(built: Built, template: Path, make_environment: Make) -> Environment:
    must_run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], template)
    (wheel,) = (template / "dist").glob("*.whl")
    return make_environment([built.wheel, wheel, "jinja2", "pytest", "latex2mathml"])


def test_its_own_tests_pass(environment: Environment, template: Path) -> None:
    told = environment.must(
        "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", folder=template
    )
    assert "4 passed" in told


def test_its_indicator_is_one_of_the_standard_that_says_where_it_is_from(
    environment: Environment,
) -> None:
    told = json.loads(environment.must("kesbang-iku", "list", "--format", "json"))
    (local,) = [one for one in told["indikator"] if one["lokal"] is not None]
    assert (local["kode"], local["katalog"]) == ("CONTOH-WAS-01", "katalog-contoh 2026.1")
    (added,) = told["katalog"]["tambahan"]
    assert (added["jenis"], added["nama"], added["versi"]) == ("paket", "katalog-contoh", "2026.1")
    assert "katalog-contoh 2026.1" in environment.must("kesbang-iku", "show", "CONTOH-WAS-01")


def test_it_can_be_left_out(environment: Environment) -> None:
    alone = environment.run("kesbang-iku", "show", "CONTOH-WAS-01", "--tanpa-paket")
    assert alone.status == 2
    assert "CONTOH-WAS-01" in alone.errors
    told = environment.must("kesbang-iku", "--tanpa-paket", "list", "--format", "json")
    assert "tambahan" not in json.loads(told)["katalog"]


def test_its_site_section_builds_without_a_warning(
    environment: Environment, template: Path
) -> None:
    environment.must("kesbang-iku", "pages", "-o", "docs", folder=template)
    must_run(["mkdocs", "build", "--strict"], template, NO_MKDOCS_2_WARNING="1")
    page = (template / "site/indikator/contoh-was-01/index.html").read_text(encoding="utf-8")
    assert "CONTOH-WAS-01" in page
    assert "<math" in page
    assert (template / "site/en/indikator/contoh-was-01/index.html").is_file()


def test_a_broken_package_is_named_and_breaks_nothing_else(
    environment: Environment, tmp_path: Path
) -> None:
    code = "import katalog_contoh; print(katalog_contoh.__path__[0])"
    folder = Path(environment.must("python", "-c", code).strip())
    aside = shutil.move(folder / "indikator", tmp_path / "indikator")
    try:
        ran = environment.run("kesbang-iku", "list")
        assert ran.status == 2
        assert "katalog-contoh" in ran.errors
        assert "--tanpa-paket" in ran.errors
        assert "Traceback" not in ran.errors
        assert environment.must("kesbang-iku", "list", "--tanpa-paket")
    finally:
        shutil.move(aside, folder / "indikator")
