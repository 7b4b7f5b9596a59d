"""What local indicators may be about, in both languages."""

from __future__ import annotations
