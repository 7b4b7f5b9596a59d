"""Verifying: what follows from the numbers a line states, and what does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.catalog.archive import FOLDER, SUFFIX, Archive
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.computing.verification import Answer, Verifier
from kesbang_iku.indicator.indicator import Indicator, Result
from tests.tree import ROOT
from tools.archive import archive_lines

CATALOG = load_catalog()
VERIFIER = Verifier(CATALOG)
INDICATOR = CATALOG["KBP-WAS-02"]
LINE = INDICATOR.compute(
    {"konflik_diselesaikan": 17, "konflik": 20}, target=90, wilayah="62.71", tahun=2024
).verifikasi


def _results() -> list[dict[str, Any]]:
    told = []
    for file in sorted((ROOT / "examples").glob("*.yaml")):
        results = compute(read_reports(file), CATALOG)
        there = [one for one in results if one.wilayah in load_regions()]
        told += [one.as_dict() for one in there if one.nilai is not None]
    return [dict(one) for one in told]


RESULTS: Final = _results()


def test_what_was_computed_follows_as_a_line_and_as_an_answer() -> None:
    assert len(RESULTS) > 10  # the examples have more
    for told in RESULTS:
        for verdict in (VERIFIER.text(told["verifikasi"]), VERIFIER.answer(told)):
            assert (verdict.jawaban, verdict.beda) == (Answer.FOLLOWS, ())


@pytest.mark.parametrize(
    ("old", "new", "differing"),
    [
        ("v=85.00", "v=85.01", ("nilai",)),
        ("c=94.44", "c=94.45", ("capaian",)),
        ("=17;", "=16;", ("nilai", "capaian")),
        ("t=90", "t=91", ("capaian",)),
        ("/62.71/2024/", "/62.71/1024/", ("nilai", "capaian")),
        ("konflik=20", "konflik=0", ("nilai", "capaian")),
    ],
)
def test_a_changed_digit_is_said_with_what_follows(
    old: str, new: str, differing: tuple[str, ...]
) -> None:
    assert LINE is not None
    assert old in LINE
    verdict = VERIFIER.text(LINE.replace(old, new))
    assert (verdict.jawaban, verdict.beda) == (Answer.DIFFERS, differing)


@pytest.mark.parametrize(
    ("region", "year", "said"),
    [("62.99", 2024, "62.99"), ("99", None, "99"), ("93", 2019, "UU 14/2022"), ("x", 2024, "x")],
)
def test_a_region_that_there_was_not_in_that_year_is_said(
    region: str, year: int | None, said: str
) -> None:
    result = INDICATOR.compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, wilayah=region, tahun=year
    )
    told = dict(result.as_dict())
    for verdict in (VERIFIER.text(str(told["verifikasi"])), VERIFIER.answer(told)):
        assert (verdict.jawaban, verdict.beda) == (Answer.DIFFERS, ("wilayah",))
        assert (verdict.tertulis["wilayah"], verdict.terhitung["wilayah"]) == (region, None)
        assert verdict.why is not None
        assert said in verdict.why.id
        # It is told as everything else tells it.
        assert verdict.why.id in {one.pesan for one in result.temuan}


@pytest.mark.parametrize(
    ("key", "number"), [("nilai", 85), ("capaian", 94.44), ("wilayah", 62.71), ("versi", 1)]
)
def test_a_number_that_a_program_made_of_a_text_is_the_same(key: str, number: float) -> None:
    told = {**_result().as_dict(), key: number}
    assert VERIFIER.answer(told).jawaban is Answer.FOLLOWS
    assert VERIFIER.answer({**told, key: number + 1}).beda == (key,)


def test_of_a_line_that_is_none_a_part_is_shown() -> None:
    verdict = VERIFIER.text("IKU1/" + "x" * 1_000_000)
    assert verdict.jawaban is Answer.UNKNOWN
    assert len(str(verdict.as_dict())) < 5_000


def _result() -> Result:
    return INDICATOR.compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=90, wilayah="62.71", tahun=2024
    )


@pytest.mark.parametrize("region", ["0", "62", "6271", "93"])
def test_of_a_region_that_there_is_nothing_is_said(region: str) -> None:
    line = INDICATOR.compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, wilayah=region, tahun=2024
    ).verifikasi
    assert line is not None
    verdict = VERIFIER.text(line)
    assert (verdict.jawaban, verdict.beda, verdict.why) == (Answer.FOLLOWS, (), None)


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("nilai", "85.01"),
        ("nilai_eksak", "86"),
        ("capaian", "94.45"),
        ("capaian_eksak", "85/9"),
        ("predikat", "Tinggi"),
        ("tercapai", True),
        ("masukan", {"konflik_diselesaikan": "17", "konflik": "21"}),
        ("wilayah", "62.01"),
        ("tahun", 2023),
        ("sidik", "sha256:" + "0" * 64),
    ],
)
def test_a_changed_fact_of_an_answer_is_said(key: str, changed: object) -> None:
    result = INDICATOR.compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=90, wilayah="62.71", tahun=2024
    )
    verdict = VERIFIER.answer({**result.as_dict(), key: changed})
    assert (verdict.jawaban, verdict.beda) == (Answer.DIFFERS, (key,))


@pytest.mark.parametrize(
    ("old", "new", "key"), [("v=85.00", "v=86.00", "nilai"), ("c=94.44", "c=94.45", "capaian")]
)
def test_a_line_has_to_follow_itself_beside_an_answer_that_does(
    old: str, new: str, key: str
) -> None:
    assert LINE is not None
    result = INDICATOR.compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=90, wilayah="62.71", tahun=2024
    )
    line = LINE.replace(old, new)
    verdict = VERIFIER.answer({**result.as_dict(), "verifikasi": line})
    assert (verdict.jawaban, verdict.beda) == (Answer.DIFFERS, (key,))
    assert verdict.tertulis[key] == new[2:]


def test_what_is_unknown_says_so_and_what_today_gives() -> None:
    assert LINE is not None
    other = VERIFIER.text(LINE[:-8] + "00000000")
    assert (other.jawaban, other.terkini) == (
        Answer.UNKNOWN,
        {"nilai": "85.00", "capaian": "94.44"},
    )
    assert VERIFIER.text(LINE.replace("KBP-WAS-02", "KBP-WAS-99")).jawaban is Answer.UNKNOWN
    broken = VERIFIER.text("IKU1/x")
    assert broken.jawaban is Answer.UNKNOWN
    assert broken.why is not None
    assert "IKU1/x" in broken.why.id


def _archived(folder: Path, indicator: Indicator) -> Archive:
    kept = folder / FOLDER / f"0.1.0{SUFFIX}"
    kept.parent.mkdir()
    kept.write_text("".join(f"{line}\n" for line in archive_lines([indicator])), encoding="utf-8")
    return Archive([folder], CATALOG.tables)


def test_a_result_of_a_definition_that_changed_is_reproduced(tmp_path: Path) -> None:
    # Once everything was measured per thousand: what was computed so follows by the archive.
    old = (
        type(INDICATOR)
        .model_validate(
            {
                **INDICATOR.model_dump(mode="json", exclude={"nilai_terbit", "edisi"}),
                "rumus": "konflik_diselesaikan / konflik * 1000",
                "rentang": {"min": "0"},
            }
        )
        .with_tables(CATALOG.tables)
    )
    line = old.compute({"konflik_diselesaikan": 17, "konflik": 20}, target=900).verifikasi
    assert line is not None
    assert "/v=850.00/" in line
    verifier = Verifier(CATALOG, _archived(tmp_path, old))
    verdict = verifier.text(line)
    assert verdict.jawaban is Answer.OTHER_VERSION
    assert verdict.follows
    assert verdict.terkini == {"nilai": "85.00", "capaian": "9.44"}
    changed = verifier.text(line.replace("v=850.00", "v=85.00"))
    assert (changed.jawaban, changed.terhitung["nilai"]) == (Answer.DIFFERS, "850.00")


def test_a_line_of_the_archive_that_was_changed_proves_nothing(tmp_path: Path) -> None:
    archive = _archived(tmp_path, INDICATOR)
    short = INDICATOR.sidik[7:15]
    assert archive.find(INDICATOR.kode, short) is not None
    assert archive.fingerprints() == {INDICATOR.sidik}
    assert [*archive_lines([INDICATOR], archive.fingerprints())] == []
    (kept,) = (tmp_path / FOLDER).iterdir()
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace("konflik * 100", "konflik * 99"), encoding="utf-8")
    assert archive.find(INDICATOR.kode, short) is None


def test_every_definition_survives_its_archive(tmp_path: Path) -> None:
    kept = tmp_path / FOLDER / f"0.1.0{SUFFIX}"
    kept.parent.mkdir()
    kept.write_text("\n".join(archive_lines(CATALOG.definitions)), encoding="utf-8")
    archive = Archive([tmp_path], CATALOG.tables)
    for indicator in CATALOG.definitions:
        found = archive.find(indicator.kode, indicator.sidik[7:15])
        assert found is not None
        assert found.sidik == indicator.sidik


def test_a_fingerprint_is_of_what_decides_a_result_alone() -> None:
    def told(**changes: object) -> str:
        return INDICATOR.model_copy(update=changes).with_tables(CATALOG.tables).sidik

    assert told(definisi="Lebih jelas.", catatan="Baru.", alias=("x",)) == INDICATOR.sidik
    assert told(rumus="konflik / konflik_diselesaikan") != INDICATOR.sidik
    assert told(desimal=3) != INDICATOR.sidik
    assert told(polaritas="minimalkan", capaian="minimalkan") != INDICATOR.sidik


@pytest.mark.parametrize("part", ["/v=", "/c=", "print"])
def test_no_changed_digit_of_what_is_printed_passes(part: str) -> None:
    tried = 0
    for line in (told["verifikasi"] for told in RESULTS):
        start = len(line) - 8 if part == "print" else line.find(part)
        if start < 0 or (part == "/v=" and "//v=" in line):
            continue  # what was only printed follows from nothing
        end = len(line) if part == "print" else line.index("/", start + 1)
        for place in range(start, end):
            if line[place].isdigit():
                digit = str((int(line[place]) + 1 + place % 8) % 10)
                verdict = VERIFIER.text(f"{line[:place]}{digit}{line[place + 1 :]}")
                assert not verdict.follows, (line, place, digit)
                tried += 1
    assert tried > 10


def test_a_value_that_was_only_printed_is_said_to_follow_from_nothing() -> None:
    line = INDICATOR.compute(realisasi=85, target=90).verifikasi
    assert line is not None
    verdict = VERIFIER.text(line)
    assert verdict.jawaban is Answer.FOLLOWS
    assert verdict.why is not None
    assert "hanya tercetak" in verdict.why.id
    assert VERIFIER.text(line.replace("v=85", "v=86")).beda == ("capaian",)
