# What is said to people besides findings. Written by tools/build_texts.py.

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings.text import Text

class _Catalog:
    NO_SUGGESTION: Final[Text]
    MAY_BE_ONE_OF: Final[Text]
    REGION_NOT_KNOWN: Final[Text]
    REGION_UNVERIFIED: Final[Text]
    NO_REGION: Final[Text]
    ADD_THAT: Final[Text]

class _Computing:
    SEE_LIST: Final[Text]

class _Files:
    OTHER_FORMS: Final[Mapping[str, Text]]
    DELIMITERS: Final[Mapping[str, Text]]
    TAKEN_FOR: Final[Mapping[str, Text]]
    SHAPES: Final[Mapping[str, Text]]
    EITHER: Final[Text]
    NO_MAPPING: Final[Text]
    REMOVE_KEY: Final[Text]
    THE_SHEET: Final[Text]
    A_YEAR: Final[Text]

class _Findings:
    WILL_BE_ERROR: Final[Text]
    PERHAPS: Final[Text]
    AND: Final[Text]

class _Formula:
    RATIO_TIMES: Final[Text]
    THE_NUMBER: Final[Text]
    LOWER_BOUND: Final[Text]
    UPPER_BOUND: Final[Text]
    AT_MOST: Final[Text]
    AT_LEAST: Final[Text]
    FROM_TO: Final[Text]
    WRITE_FUNCTION: Final[Text]
    THERE_ARE: Final[Text]

class _Indicator:
    USE: Final[Text]

catalog: Final[_Catalog]
computing: Final[_Computing]
files: Final[_Files]
findings: Final[_Findings]
formula: Final[_Formula]
indicator: Final[_Indicator]
