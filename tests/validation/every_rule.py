"""Every judged rule there is, whatever it looks at."""

from __future__ import annotations

from typing import Any, Final

from kesbang_iku.validation.rules.plans import context as plans
from kesbang_iku.validation.rules.reports import context as reports
from kesbang_iku.validation.rules.rows import context as rows
from kesbang_iku.validation.rules.rule import Rule
from kesbang_iku.validation.rules.sources import personal

ALL_RULES: Final[tuple[Rule[Any], ...]] = (
    *reports.rule.by_code,
    *plans.rule.by_code,
    *rows.rule.by_code,
    *personal.rule.by_code,
)
