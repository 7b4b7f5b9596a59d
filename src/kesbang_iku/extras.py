"""Libraries that not everybody needs: imported where they are used, asked for in plain words."""

from importlib.util import find_spec

from kesbang_iku.findings import Language, sentences


class MissingExtraError(ImportError):
    """A function needs a library that is not installed.

    Attributes:
        library: the library.
        extra: the optional group of this package that brings it.
    """

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library, extra, name=library)
        self.library = library
        self.extra = extra

    def __str__(self) -> str:
        return self.render("id")

    def render(self, language: Language = "id") -> str:
        """Return what is missing and how to get it, in ``language``."""
        return sentences.findings.EXTRA_NEEDED.fill(
            language, pustaka=self.library, ekstra=self.extra
        )


def require_extra(library: str, extra: str) -> None:
    """Make sure that ``library``, brought by the optional group ``extra``, can be imported.

    Raises:
        MissingExtraError: it is not installed.
    """
    if find_spec(library) is None:
        raise MissingExtraError(library, extra)
