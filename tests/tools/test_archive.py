"""The archive of a release: what it keeps, that it never changes, and what it is for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kesbang_iku.catalog.archive import FOLDER, Archive
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.computing.verification import Verifier
from kesbang_iku.indicator.indicator import Indicator
from tests.scratch import copy_of_this_repository, make_repository, must_run, run
from tools.archive import RefusedError, changed_since_release, check, keep, text_of

CATALOG = load_catalog()
OLD = CATALOG["KBP-WAS-02"]
OTHER = CATALOG["KBP-POL-02"]
NEW = (
    type(OLD)
    .model_validate(
        {
            **OLD.model_dump(mode="json", exclude={"nilai_terbit", "edisi"}),
            "rumus": "konflik_diselesaikan / konflik * 1000",
            "rentang": {"min": "0"},
        }
    )
    .with_tables(CATALOG.tables)
)


def _released(root: Path, version: str, *definitions: Indicator) -> Path:
    """Release a version of a repository with the definitions of a catalog."""
    (root / "catalog").mkdir(exist_ok=True)
    keep(definitions, root, version)
    if (root / ".git").exists():
        must_run(["git", "add", "--all"], root)
        must_run(["git", "commit", "--quiet", "--message", version], root)
    else:
        make_repository(root)
    must_run(["git", "tag", f"v{version}"], root)
    return root / "catalog" / FOLDER / f"{version}.jsonl"


def _prints(file: Path) -> list[str]:
    return [json.loads(line)["sidik"] for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_release_keeps_what_no_earlier_one_has(tmp_path: Path) -> None:
    first = _released(tmp_path, "0.1.0", OLD, OTHER)
    assert _prints(first) == [OLD.sidik, OTHER.sidik]
    second = _released(tmp_path, "0.2.0", NEW, OTHER)
    assert _prints(second) == [NEW.sidik]
    assert Archive([tmp_path / "catalog"], CATALOG.tables).fingerprints() == {
        OLD.sidik,
        OTHER.sidik,
        NEW.sidik,
    }


def test_keeping_twice_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    assert keep([OLD, OTHER], tmp_path, "0.1.0")
    assert not keep([OLD, OTHER], tmp_path, "0.1.0")
    assert keep([NEW, OTHER], tmp_path, "0.1.0")  # not released yet, so it is made anew
    assert _prints(tmp_path / "catalog" / FOLDER / "0.1.0.jsonl") == [NEW.sidik, OTHER.sidik]


def test_the_lines_of_a_release_are_refused_a_change(tmp_path: Path) -> None:
    file = _released(tmp_path, "0.1.0", OLD)
    with pytest.raises(RefusedError, match="raise the version first"):
        keep([NEW], tmp_path, "0.1.0")
    assert _prints(file) == [OLD.sidik]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("konflik * 100", "konflik * 99"), encoding="utf-8")
    assert changed_since_release(tmp_path) == ["catalog/arsip/0.1.0.jsonl"]
    for refusing in (keep, check):
        with pytest.raises(RefusedError, match=r"restore catalog/arsip/0\.1\.0\.jsonl"):
            refusing([OLD, NEW], tmp_path, "0.2.0")
    file.unlink()
    with pytest.raises(RefusedError, match="restore"):
        keep([OLD], tmp_path, "0.2.0")


def test_a_release_is_refused_until_its_definitions_are_kept(tmp_path: Path) -> None:
    _released(tmp_path, "0.1.0", OLD)
    with pytest.raises(RefusedError, match="1 of its definitions are not kept"):
        check([NEW], tmp_path, "0.2.0")
    keep([NEW], tmp_path, "0.2.0")
    check([NEW], tmp_path, "0.2.0")
    with pytest.raises(RefusedError, match="0 of its definitions are not kept"):
        check([OLD], tmp_path, "0.2.0")  # one is kept that this version does not compute with


def test_the_output_indicators_survive_their_archive_too(tmp_path: Path) -> None:
    keep(CATALOG.outputs, _with_catalog(tmp_path), "0.1.0")
    archive = Archive([tmp_path / "catalog"], CATALOG.tables)
    for output in CATALOG.outputs:
        found = archive.find(output.kode, output.sidik[7:15])
        assert found is not None
        assert found.sidik == output.sidik


def test_a_number_of_an_old_release_is_reproduced(tmp_path: Path) -> None:
    keep([NEW], _with_catalog(tmp_path), "0.1.0")
    line = NEW.compute({"konflik_diselesaikan": 17, "konflik": 20}, target=900).verifikasi
    assert line is not None
    verdict = Verifier(CATALOG, Archive([tmp_path / "catalog"], CATALOG.tables)).text(line)
    assert (verdict.jawaban, verdict.terhitung["nilai"]) == ("versi_lain", "850.00")


def test_the_text_is_the_same_each_time(tmp_path: Path) -> None:
    definitions = CATALOG.definitions
    assert text_of(definitions, tmp_path, "1") == text_of(definitions, tmp_path, "1")


@pytest.mark.slow
def test_a_changed_definition_of_a_checkout_is_verified_by_what_its_release_kept(
    tmp_path: Path,
) -> None:
    root = copy_of_this_repository(tmp_path / "pustaka", "awal")
    env = {"PYTHONPATH": str(root / "src")}
    python = ["python", "-m"]
    refused = run([*python, "tools.archive", "--check"], root, **env)
    assert refused.status == 1
    assert "run `make archive`" in refused.errors
    must_run([*python, "tools.archive"], root, **env)
    must_run([*python, "tools.archive", "--check"], root, **env)
    must_run([*python, "kesbang_iku", "validate", "catalog"], root, **env)
    must_run(["git", "add", "--all"], root)
    must_run(["git", "commit", "--quiet", "--message", "Rilis"], root)
    must_run(["git", "tag", "v0.1.0"], root)
    stated = OLD.compute({"konflik_diselesaikan": 17, "konflik": 20}, target=90).verifikasi
    assert stated is not None

    (definition,) = (root / "catalog" / "indikator").rglob("kbp-was-02*.yaml")
    text = definition.read_text(encoding="utf-8")
    examples = text[text.index("contoh:") : text.index("varian:")]
    assert "konflik_diselesaikan / konflik * 100" in text
    changed = text.replace(examples, "").replace(
        "/ konflik *", "/ (konflik + konflik_diselesaikan) *"
    )
    definition.write_text(changed, encoding="utf-8")
    told = run([*python, "kesbang_iku", "verify", stated, "--format", "json"], root, **env)
    (verdict,) = json.loads(told.output)["hasil"]
    assert told.status == 0
    assert (verdict["jawaban"], verdict["terhitung"]["nilai"]) == ("versi_lain", "85.00")
    assert verdict["terkini"]["nilai"] == "45.95"
    again = run([*python, "tools.archive"], root, **env)
    assert again.status == 1
    assert "raise the version first" in again.errors


def _with_catalog(root: Path) -> Path:
    (root / "catalog").mkdir()
    return root
