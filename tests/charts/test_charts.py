"""Charts: whole SVG that says in words what it shows, and keeps foreign text harmless."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.charts import (
    bullet_chart,
    change_chart,
    contribution_chart,
    rank_band_chart,
    scale_chart,
    series_chart,
    trend_chart,
)
from kesbang_iku.charts.bullet import bullet_row, is_comparable
from kesbang_iku.charts.common import Axis
from kesbang_iku.charts.style import PART
from kesbang_iku.charts.svg import BLUE, INK, ORANGE, PAPER, Drawing, clean, fitted, width_of
from kesbang_iku.composite import contributions, decompose_change, sensitivity
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.definition import Bounds, Comparability
from kesbang_iku.model.scale import ScaleClass
from tests.composite_indicators import catalog, composite_of, idi

SVG: Final = "{http://www.w3.org/2000/svg}"
BEFORE: Final = {"kebebasan_sipil": "95,58", "hak_politik": "56,69", "lembaga_demokrasi": "82,50"}
AFTER: Final = {"kebebasan_sipil": "90,09", "hak_politik": "50,46", "lembaga_demokrasi": "80,65"}
ROSE: Final = {"kebebasan_sipil": "99", "hak_politik": "40", "lembaga_demokrasi": "82,50"}
TABLE: Final = {"61": BEFORE, "62": AFTER, "63": ROSE}
HOSTILE: Final = "<script>alert('x')</script> & \"kutip\" \x00\x1b"

Chart = Callable[[Language], str]


def contribution(language: Language) -> str:
    parts = contributions(idi(2018), AFTER)
    return contribution_chart(parts, title="IDI Kalimantan Tengah 2018", language=language)


def change(language: Language) -> str:
    found = decompose_change(idi(2018), BEFORE, AFTER)
    return change_chart(found, before="2017", after="2018", language=language)


def ranks(language: Language) -> str:
    found = sensitivity(idi(2018), TABLE, draws=100)
    return rank_band_chart(found, labels={"62": "Kalimantan Tengah"}, language=language)


def series(language: Language) -> str:
    return series_chart([idi(2018), idi(2023)], "0", language=language)


def bullet(language: Language) -> str:
    return bullet_chart(idi(2018).compute(AFTER, target=72), language=language)


def scale(language: Language) -> str:
    return scale_chart(catalog().tables.scales["permendagri-86-2017"], language=language)


CHARTS: Final = [contribution, change, ranks, series, bullet, scale]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - a picture of our own


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in parsed(svg).iter(f"{SVG}text")]


def described(svg: str) -> str:
    node = parsed(svg).find(f"{SVG}desc")
    assert node is not None
    return node.text or ""


def shapes(svg: str, tag: str, **attributes: str) -> list[ET.Element]:
    return [
        node
        for node in parsed(svg).iter(f"{SVG}{tag}")
        if all(node.get(name) == value for name, value in attributes.items())
    ]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_an_image_with_a_name_and_a_description(
    chart: Chart, language: Language
) -> None:
    root = parsed(chart(language))
    assert (root.tag, root.get("role"), root.get("lang")) == (f"{SVG}svg", "img", language)
    title, description = list(root)[:2]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text == root.get("aria-label")
    assert len(description.text or "") > 20


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_holds_shapes_and_text_and_refers_to_nothing(chart: Chart) -> None:
    svg = chart("id")
    tags = {node.tag.removeprefix(SVG) for node in parsed(svg).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "line", "circle", "polygon", "text"}
    assert "href" not in svg
    assert "url(" not in svg
    assert not [node for node in parsed(svg).iter() if node.get("id") or node.get("style")]


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_chart_is_the_same_text(chart: Chart) -> None:
    assert chart("id") == chart("id")


@pytest.mark.parametrize("chart", CHARTS)
def test_all_text_is_readable_and_inside_of_the_picture(chart: Chart) -> None:
    root = parsed(chart("id"))
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for node in root.iter(f"{SVG}text"):
        assert int(node.get("font-size", "0")) >= 12
        assert 0 <= float(node.get("x", "-1")) <= width
        assert 0 < float(node.get("y", "-1")) <= height


@pytest.mark.parametrize("colour", [INK, BLUE, ORANGE])
def test_colours_stand_out_from_the_paper(colour: str) -> None:
    assert _contrast(colour, PAPER) >= 4.5


def test_a_contribution_is_as_long_as_it_is_large() -> None:
    svg = contribution("id")
    bars = [float(bar.get("width", "0")) for bar in shapes(svg, "rect", fill=BLUE)]
    amounts = [float(part.amount) for part in contributions(idi(2018), AFTER)]
    assert [bar / bars[0] for bar in bars] == pytest.approx(
        [amount / amounts[0] for amount in amounts], rel=1e-3
    )
    assert "29,46 (41,3%)" in texts(svg)
    assert "Jumlah: 71,27" in texts(svg)
    assert "Total: 71.27" in texts(contribution("en"))


def test_contributions_below_zero_go_to_the_other_side() -> None:
    indicator = composite_of(
        {}, "ab", komponen=None, rumus="a - b", rentang={"min": "-100", "maks": "100"}
    )
    svg = contribution_chart(contributions(indicator, {"a": 10, "b": 30}), title="Selisih")
    zero = float(shapes(svg, "line")[0].get("x1", "0"))
    above, below = shapes(svg, "rect", fill=BLUE)
    assert float(above.get("x", "0")) == pytest.approx(zero)
    assert float(below.get("x", "0")) < zero
    assert any("−30,00" in text for text in texts(svg))


def test_no_contribution_is_no_chart() -> None:
    with pytest.raises(ValueError, match="no contribution"):
        contribution_chart([], title="Kosong")


def test_a_fall_is_outlined_and_a_rise_is_filled() -> None:
    svg = change_chart(decompose_change(idi(2018), BEFORE, ROSE))
    assert len(shapes(svg, "rect", fill=BLUE)) == 2  # one rose, one stayed
    assert len(shapes(svg, "rect", stroke=ORANGE)) == 1
    assert "+1,12" in texts(svg)
    assert "−6,89" in texts(svg)


def test_a_change_names_its_ends_and_its_sum() -> None:
    svg = change("id")
    assert {"2017", "76,12", "2018", "71,27", "−2,57"} <= set(texts(svg))
    assert "perubahan −4,85" in described(svg)
    assert "Sumbu tidak mulai dari 0." in texts(svg)


def test_an_axis_from_zero_needs_no_warning() -> None:
    indicator = composite_of({"bobot": {"a": 1}}, "a")
    svg = change_chart(decompose_change(indicator, {"a": 0}, {"a": 90}))
    assert "Sumbu tidak mulai dari 0." not in texts(svg)


def test_every_region_has_its_band_and_both_marks() -> None:
    svg = ranks("id")
    assert len(shapes(svg, "polygon")) == len(shapes(svg, "circle")) == len(TABLE) + 1
    assert "Kalimantan Tengah" in texts(svg)
    assert "61" in texts(svg)
    assert "Kalimantan Tengah: peringkat 2, antara 2 dan 3" in described(svg)
    assert "Bobot diubah acak ± 20%, 100 kali." in texts(svg)


def test_a_ranking_of_one_region_can_be_drawn() -> None:
    svg = rank_band_chart(sensitivity(idi(2018), {"62": AFTER}, draws=5))
    assert "62: peringkat 1, antara 1 dan 1." in described(svg)


def test_versions_that_do_not_compare_are_parted_and_not_joined() -> None:
    svg = series("id")
    assert "versi 2015 dan 2021 tidak sebanding" in texts(svg)
    assert len(shapes(svg, "line", **{"stroke-dasharray": "6 4"})) == 1
    # five from 2015 to 2020, and four after the break
    assert len(shapes(svg, "line", stroke=BLUE)) == 9
    assert len(shapes(svg, "line", **{"stroke-dasharray": "2 5"})) == 0


def test_years_without_a_value_are_bridged_by_a_line_that_says_so() -> None:
    whole = idi(2018)
    gap = tuple(value for value in whole.deret if value.tahun not in {2017, 2018})
    svg = series_chart([whole.model_copy(update={"deret": gap})], "0")
    assert len(shapes(svg, "line", **{"stroke-dasharray": "2 5"})) == 1


def test_versions_that_compare_are_joined() -> None:
    known = (Comparability(versi="2015", sebanding=True, alasan="Sama."),)
    newer = idi(2023).model_copy(update={"keterbandingan": known})
    older = idi(2018).model_copy(update={"keterbandingan": ()})
    svg = series_chart([newer, older], "0")
    assert len(shapes(svg, "line", stroke=BLUE)) == 10
    assert "sebanding" not in described(svg)


def test_versions_of_which_nobody_says_whether_they_compare_are_parted_too() -> None:
    versions = [found.model_copy(update={"keterbandingan": ()}) for found in (idi(2018), idi(2023))]
    assert "versi 2015 dan 2021: keterbandingan tidak diketahui" in texts(
        series_chart(versions, "0")
    )


def test_values_of_other_sources_are_hollow_marks() -> None:
    svg = series_chart([idi(2018)], "0")
    hollow = shapes(svg, "circle", fill=PAPER, r="5.5")
    filled = shapes(svg, "circle", fill=BLUE, r="5.5")
    assert (len(hollow), len(filled)) == (4 + 1, 2 + 1)  # one each in the legend


def test_a_region_without_published_values_has_no_series() -> None:
    with pytest.raises(ValueError, match="region 99"):
        series_chart([idi(2018)], "99")


def test_a_dimension_has_a_series_of_its_own() -> None:
    assert "2023 83,14" in described(series_chart([idi(2023)], "0", dimensi="IDI pusat"))


def test_a_value_stands_on_the_classes_of_its_scale() -> None:
    svg = bullet("id")
    assert {"buruk", "sedang", "baik"} <= set(texts(svg))
    assert "Nilai 71,27 indeks · Target 72 · Kategori sedang" in texts(svg)
    (bar,) = shapes(svg, "rect", fill=BLUE)
    whole = sum(
        float(band.get("width", "0")) for band in shapes(svg, "rect", height="48") if band.get("x")
    )
    assert float(bar.get("width", "0")) / whole == pytest.approx(0.7127, abs=1e-3)


def test_the_english_picture_speaks_english() -> None:
    assert "Value 71.27 index · Target 72 · Category fair" in texts(bullet("en"))


def test_a_unit_is_told_in_words() -> None:
    result = catalog()["KBP-WAS-04"].compute({"meninggal": 3, "penduduk": 305907}, target=2)
    assert "Nilai 0,98 kematian per 100.000 orang · Target 2" in described(bullet_chart(result))


@pytest.mark.parametrize(
    ("target", "shown"), [("≥ 90", "Target ≥ 90"), ("81,69–85,23", "Target 81,69–85,23")]
)
def test_bounds_and_ranges_are_targets_too(target: str, shown: str) -> None:
    result = catalog()["KBP-WAS-02"].compute(
        {"konflik_diselesaikan": 17, "konflik": 20}, target=target
    )
    svg = bullet_chart(result)
    assert shown in described(svg)
    assert [node for node in parsed(svg).iter() if node.get("stroke") == ORANGE]


def test_a_result_without_a_value_has_no_bullet_chart() -> None:
    with pytest.raises(ValueError, match="value"):
        bullet_chart(idi(2018).compute({}))


def test_a_scale_writes_each_bound_and_each_class_once() -> None:
    shown = texts(scale("id"))
    assert [text for text in shown if text.isdigit()] == ["51", "66", "76", "91"]
    assert "Sangat Tinggi ≥ 91" in scale("id")
    assert "Very high" in texts(scale("en"))


def test_a_scale_reaches_as_far_as_the_values_do() -> None:
    found = catalog().tables.scales["idi"]
    wide = scale_chart(found, bounds=Bounds(min=Fraction(0), maks=Fraction(100)))
    widths = [float(band.get("width", "")) for band in shapes(wide, "rect", height="34")]
    assert widths == pytest.approx(
        [0.6 * sum(widths), 0.2 * sum(widths), 0.2 * sum(widths)], rel=1e-3
    )


def test_a_scale_without_bounds_cannot_be_drawn() -> None:
    found = catalog().tables.scales["idi"]
    alone = found.model_copy(update={"kelas": (ScaleClass(label="semua"),)})
    with pytest.raises(ValueError, match="idi"):
        scale_chart(alone)


def test_foreign_text_stays_text() -> None:
    svg = rank_band_chart(
        sensitivity(idi(2018), TABLE, draws=5), title=HOSTILE, labels={"62": HOSTILE}
    )
    assert "<script" not in svg
    title = parsed(svg).find(f"{SVG}title")
    assert title is not None
    assert title.text == "<script>alert('x')</script> & \"kutip\" \ufffd\ufffd"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_title_gives_valid_xml(title: str) -> None:
    drawing = Drawing(100, 20)
    drawing.text((0, 10), title)
    parsed(drawing.as_svg(title, title, "id"))
    assert "".join(fitted(title, 80)).replace(" ", "") == clean(title).replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(st.fractions(-1000, 1000, max_denominator=100), st.fractions(0, 1000, max_denominator=100))
def test_ticks_are_few_and_lie_on_the_axis(low: Fraction, length: Fraction) -> None:
    axis = Axis(low, low + length, 0, 100)
    ticks = axis.ticks()
    assert len(ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in ticks)
    assert all(0 <= axis.at(tick) <= 100 for tick in ticks)


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_on_a_page_a_chart_takes_the_colours_of_the_page_and_says_which_way_is_better() -> None:
    svg = bullet_chart(idi(2018).compute(AFTER, target=72), style=PART)
    assert "lebih baik ▶" in texts(svg)
    assert "Indeks Demokrasi Indonesia" not in texts(svg)
    colours = {node.get("fill", "") for node in parsed(svg).iter() if node.get("fill")}
    assert {colour for colour in colours if colour.startswith("#")} == set()
    low = catalog()["KBP-WAS-04"].compute({"meninggal": 3, "penduduk": 100000}, target=2)
    assert "◀ lebih baik" in texts(bullet_chart(low, style=PART))


def test_a_small_share_is_not_lost_on_an_axis_up_to_100() -> None:
    found = catalog()["KBP-ESB-05"].compute(realisasi="2,11", target="1,70")
    ticks = [float(text.replace(",", ".")) for text in texts(bullet_chart(found, style=PART))[1:]]
    assert max(ticks) < 3


def test_a_value_alone_has_nothing_to_be_compared_with() -> None:
    indicator = catalog()["KBP-WAS-04"]
    counts = {"meninggal": 3, "penduduk": 100000}
    assert not is_comparable(indicator.compute(counts))
    assert is_comparable(indicator.compute(counts, target=2))
    assert not is_comparable(indicator.compute({}))


def test_a_row_is_for_the_eye_alone() -> None:
    row = parsed(bullet_row(idi(2018).compute(AFTER, target=72)))
    assert row.get("aria-hidden") == "true"
    assert not [node for node in row.iter() if node.tag.endswith("text")]


def _years(**values: str) -> list[Result]:
    indicator = catalog()["KBP-WAS-02"]
    return [
        indicator.compute(realisasi=value, target=90, wilayah="62.71", tahun=int(year[1:]))
        for year, value in values.items()
    ]


def test_reports_over_the_years_are_a_line_with_their_targets() -> None:
    svg = trend_chart(_years(t2022="80,00", t2023="95,00"), [catalog()["KBP-WAS-02"]])
    assert svg is not None
    assert "2022 80,00 (dari laporan), 2023 95,00 (dari laporan)" in described(svg)
    assert "target 2022: 90; target 2023: 90" in described(svg)
    assert len(shapes(svg, "line", stroke=ORANGE)) == 3  # one each, and one in the legend


def test_a_single_year_is_no_line() -> None:
    assert trend_chart(_years(t2022="80,00"), [catalog()["KBP-WAS-02"]]) is None


def test_published_values_fill_the_years_without_a_report() -> None:
    versions = [idi(2018), idi(2023)]
    reported = [idi(2018).compute(realisasi="72,39", wilayah="0", tahun=2018)]
    svg = trend_chart(reported, versions, style=PART)
    assert svg is not None
    told = described(svg)
    assert "2018 72,39 (dari laporan)" in told
    assert told.count("2018 ") == 1
    assert "(terbit, " in told
    assert "versi 2015 dan 2021 tidak sebanding" in told


def test_numbers_of_a_crowded_line_do_not_overlap() -> None:
    results = _years(**{f"t{year}": "80,00" for year in range(2001, 2025)})
    svg = trend_chart(results, [catalog()["KBP-WAS-02"]], style=PART)
    assert svg is not None
    shown = shapes(svg, "text", **{"font-weight": "bold"})
    places = sorted(float(node.get("x", "0")) for node in shown)
    assert 2 < len(places) < 24
    assert min(after - before for before, after in pairwise(places)) > 30
    assert "2024 80,00" in described(svg)


Place = tuple[float, float, float, float]
"""Left, right, top and bottom."""
_SHIFT: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


def _places(svg: str, tag: str, **attributes: str) -> Iterator[tuple[str, Place]]:
    """Yield the texts or the upright lines of a picture and where they are."""
    for node in shapes(svg, tag, **attributes):
        named = ("x", "y", "x1", "x2", "y1", "y2", "font-size")
        number = {name: float(node.get(name, "0")) for name in named}
        if tag == "line":
            if number["x1"] == number["x2"]:
                yield "", (number["x1"], number["x1"], number["y1"], number["y2"])
            continue
        size, text = number["font-size"], node.text or ""
        width = width_of(text, int(size))
        left = number["x"] - width * _SHIFT[node.get("text-anchor", "start")]
        yield text, (left, left + width, number["y"] - 0.75 * size, number["y"] + 0.2 * size)


def _meet(one: Place, other: Place) -> bool:
    beside = one[1] <= other[0] or other[1] <= one[0]
    return not beside and one[2] < other[3] and other[2] < one[3]


@pytest.mark.parametrize("width", [340, 680])
@pytest.mark.parametrize(
    "code", [code for code in catalog().codes if any(one.deret for one in catalog().versions(code))]
)
def test_no_text_of_a_series_lies_on_another_nor_on_the_line_of_a_break(
    code: str, width: int
) -> None:
    versions = catalog().versions(code)
    regions = {value.wilayah for one in versions for value in one.deret if value.dimensi is None}
    for region in sorted(regions, key=lambda code: (len(code), code))[:6]:
        svg = series_chart(versions, region, style=replace(PART, width=width))
        written = [*_places(svg, "text")]
        assert [(a, b) for (a, x), (b, y) in combinations(written, 2) if _meet(x, y)] == []
        lines = [*_places(svg, "line", **{"stroke-dasharray": "6 4"})]
        numbers = _places(svg, "text", **{"font-weight": "bold"})
        assert [a for a, x in numbers for _, y in lines if _meet(x, y)] == []
        assert all(left >= 0 and right <= width for _, (left, right, _, _) in written)


def test_the_words_of_one_break_cover_the_line_of_the_next() -> None:
    svg = series_chart(catalog().versions("KBP-POL-01"), "0", style=PART)
    parts = [*parsed(svg)]
    texts_of = (node for node in parts if node.tag == f"{SVG}text")
    words = next(node for node in texts_of if "2009 dan 2015" in (node.text or ""))
    cover = parts[parts.index(words) - 1]
    assert cover.get("fill") == PART.hollow
    lines = [node for node in parts if node.get("stroke-dasharray") == "6 4"]
    assert len(lines) == 2
    assert all(parts.index(line) < parts.index(cover) for line in lines)


def test_a_version_that_is_no_year_is_called_by_its_last_one() -> None:
    svg = series_chart(catalog().versions("KBP-ESB-02"), "0", style=PART)
    assert "sampai 2024 dan 2025 tidak sebanding" in " ".join(texts(svg))
