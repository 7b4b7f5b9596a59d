"""What is brought for the browser belongs to what is installed here."""

from __future__ import annotations

import re

from tests.tree import ROOT
from tools.browser.brought import pins


def test_the_compiled_wheel_is_the_version_that_the_lock_names() -> None:
    lock = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    (named,) = re.findall(r"^pydantic-core==(\S+)$", lock, re.MULTILINE)
    assert pins()["pydantic-core"]["version"] == named
