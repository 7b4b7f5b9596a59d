"""Real layouts, each kept as text with what it must be read as."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tables import sheets
