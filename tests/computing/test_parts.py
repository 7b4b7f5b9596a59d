"""A whole that prints the mean of its parts' percentages: the habit is named, with its parts."""

from __future__ import annotations

import kesbang_iku as iku


def _report(region: str, period: str, solved: int, conflicts: int, printed: str = "") -> str:
    said = f', realisasi: "{printed}"' if printed else ""
    numbers = f"{{konflik_diselesaikan: {solved}, konflik: {conflicts}}}"
    return (
        f'wilayah: "{region}"\ntahun: 2024\nperiode: {period}\n'
        f"item:\n  - {{kode: KBP-WAS-02, variabel: {numbers}{said}}}\n"
    )


def _found(*texts: str) -> list[iku.Finding]:
    results = iku.compute(iku.read_reports("---\n".join(texts).encode()))
    return [one for one in results.semua_temuan if one.kode.startswith("IKU5")]


_CITIES = (
    _report("62.71", "tahunan", 10, 30),
    _report("62.01", "tahunan", 10, 10, "100"),
)


def test_a_province_that_prints_the_mean_of_its_regencies_is_told_so() -> None:
    (found,) = _found(_report("62", "tahunan", 20, 40, "66,67"), *_CITIES)
    assert found.kode == "IKU524"
    assert "rata-rata persentase" in found.pesan
    assert "33,33; 100" in found.pesan
    assert found.saran == "Tulis 50,00."


def test_the_quotient_of_the_sums_is_right_and_another_number_is_no_habit() -> None:
    assert not _found(_report("62", "tahunan", 20, 40, "50,00"), *_CITIES)
    (found,) = _found(_report("62", "tahunan", 20, 40, "66,76"), *_CITIES)
    assert found.kode == "IKU500"


def test_parts_of_another_province_are_none_of_it() -> None:
    (found,) = _found(_report("63", "tahunan", 20, 40, "66,67"), *_CITIES)
    assert found.kode == "IKU500"


def test_a_year_that_prints_the_mean_of_its_quarters_is_told_so() -> None:
    counts = ((1, 2), (9, 10), (3, 3), (4, 5))
    quarters = [_report("62", f"triwulan-{n}", *one) for n, one in enumerate(counts, 1)]
    (found,) = _found(_report("62", "tahunan", 17, 20, "80,00"), *quarters)
    assert found.kode == "IKU524"
    assert "4 bagiannya" in found.pesan


def test_counts_have_no_mean_of_percentages() -> None:
    def count(region: str, value: int, printed: str = "") -> str:
        said = f', realisasi: "{printed}"' if printed else ""
        numbers = f"{{konflik: {value}}}"
        return (
            f'wilayah: "{region}"\ntahun: 2024\n'
            f"item:\n  - {{kode: KBP-WAS-09, variabel: {numbers}{said}}}\n"
        )

    (found,) = _found(count("62", 30, "15"), count("62.71", 20), count("62.01", 10))
    assert found.kode == "IKU500"
