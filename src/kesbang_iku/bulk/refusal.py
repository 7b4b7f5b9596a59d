"""That a large table cannot be computed at all, and why."""

from kesbang_iku.findings import Language, Text


class InexactEngineError(RuntimeError):
    """An engine does not compute as IEEE 754 says, so its digits cannot be vouched for."""


class BulkError(ValueError):
    """A table cannot be computed as asked for; ``render`` says why in a language."""

    def __init__(self, text: Text, **arguments: object) -> None:
        super().__init__(text, arguments)
        self.text = text
        self.arguments = arguments

    def __str__(self) -> str:
        return self.render("id")

    def render(self, language: Language) -> str:
        """Return why, and what to do."""
        return self.text.fill(language, **self.arguments)
