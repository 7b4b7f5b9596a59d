"""Why the system refused a file, also in Indonesian: its own words are English."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings.text import Text

_REASONS: Final[Mapping[int, str]] = {
    errno.ENOENT: "berkas atau folder itu tidak ada",
    errno.ENOTDIR: "sebagian dari alamatnya bukan folder",
    errno.EISDIR: "itu sebuah folder, bukan berkas",
    errno.EEXIST: "sudah ada berkas atau folder dengan nama itu",
    errno.EACCES: "tidak ada izin untuk itu",
    errno.EPERM: "tidak ada izin untuk itu",
    errno.EROFS: "tempatnya hanya dapat dibaca",
    errno.ENOSPC: "penyimpanannya penuh",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar-putar",
    errno.ENXIO: "di balik nama itu tidak ada yang dapat dibaca",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.EIO: "penyimpanannya rusak atau terputus",
}


def refusal(error: OSError | ValueError) -> Text:
    """Return why the system refused; what is not listed here stays as the system says it."""
    if isinstance(error, OSError):
        said = error.strerror or str(error) or type(error).__name__
        return Text(_REASONS.get(error.errno or 0, said), said)
    return Text.same(str(error))
