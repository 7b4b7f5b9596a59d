"""Why the system refused a file, also in Indonesian: its own words are English."""

import errno

from kesbang_iku.findings.sentences import findings
from kesbang_iku.findings.text import Text


def refusal(error: OSError | ValueError) -> Text:
    """Return why the system refused; what has no words in ``texts`` stays as the system says it."""
    if isinstance(error, OSError):
        said = error.strerror or str(error) or type(error).__name__
        known = findings.REFUSALS.get(errno.errorcode.get(error.errno or 0, ""))
        return Text.same(said) if known is None else known.filled(asal=said)
    return Text.same(str(error))
