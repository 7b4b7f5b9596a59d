"""The system's refusals in both languages."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kesbang_iku.findings import refusal


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC])
def test_a_known_refusal_is_told_in_indonesian_too(number: int) -> None:
    told = refusal(OSError(number, "in the words of the system"))
    assert told.en == "in the words of the system"
    assert told.id != told.en


def test_a_real_refusal_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "tidak" / "ada").write_bytes(b"")
    assert refusal(caught.value).id == "berkas atau folder itu tidak ada"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EXDEV, "Cross-device link"), "Cross-device link"),
        (OSError("only words"), "only words"),
        (OSError(), "OSError"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_what_has_no_words_here_keeps_its_own(error: OSError | ValueError, said: str) -> None:
    assert (refusal(error).id, refusal(error).en) == (said, said)
