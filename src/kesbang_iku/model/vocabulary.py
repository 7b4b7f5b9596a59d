"""The closed lists of words that data files use, one type for each."""

from typing import Final, Literal, get_args

Standing = Literal["resmi", "dilaporkan", "turunan", "usulan"]
"""How well a fact stands: printed by its owner, seen elsewhere, derived here, or proposed here."""

AdminLevel = Literal["nasional", "provinsi", "kabupaten", "kota"]
"""Level of government."""

RegionalLevel = Literal["provinsi", "kabupaten", "kota"]
"""Level of government of a region: the nation's is none."""

REGIONAL_LEVELS: Final[tuple[RegionalLevel, ...]] = get_args(RegionalLevel)
"""These words, as they stand in front of the names of regions, too."""

Kind = Literal["dampak", "hasil", "keluaran"]
"""What an indicator measures: impact, outcome or output."""

Access = Literal["umum", "terbatas"]
"""Who may see the values of an indicator."""

Polarity = Literal["maksimalkan", "minimalkan", "stabilkan"]
"""The direction in which values are better."""

Frequency = Literal[
    "tahunan",
    "dua_tahunan",
    "semesteran",
    "caturwulanan",
    "triwulanan",
    "per_pemilu",
    "tidak_diketahui",
]
"""How often an indicator is measured."""

VariableKind = Literal["cacah", "nilai", "uang", "rilis"]
"""A whole count, a measured number, whole money, or a value released by the indicator's owner."""

RegionAggregation = Literal["jumlah", "rata_rata", "tidak"]
"""How a variable adds up across regions."""

TimeAggregation = Literal["jumlah", "rata_rata", "terakhir", "maks", "tidak"]
"""How a variable adds up across periods."""

RelationKind = Literal[
    "bagian_dari", "menghitung_kelas", "wakil_dari", "bentuk_daerah_dari", "senama_lain_hal"
]
"""What an indicator has to do with another one."""

NearRelation = Literal["dekat", "lebih_luas", "lebih_sempit", "bagian"]
"""What an indicator of a region is to one of the standard that is not the same: close, broader,
narrower, part of; the broader one is the region's."""

MatchRelation = Literal["sama", NearRelation]
"""What an indicator of a region is to one of the standard."""

NumberFormat = Literal["id", "en"]
"""How numbers are written: 1.234,5 (``id``) or 1,234.5 (``en``)."""

LocalTheme = Literal["ideologi", "politik", "ekonomi", "sosial", "budaya", "keamanan"]
"""What a local indicator is about."""

CodeSystem = Literal["kemendagri", "bps"]
"""Who gave the code of a region: the Ministry of Home Affairs, or the statistics office."""
