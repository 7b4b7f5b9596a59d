"""What makes line ends and indentation of HTML templates the designer's own."""

import re
from collections.abc import Iterator
from typing import Final

from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream

_LINE_END: Final = re.compile(r"\s*\n\s*")


class JoinedLines(Extension):
    """Takes the line ends out of what stands between the tags of a template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the parts of a template, each line continued by the next."""
        for token in stream:
            if token.type == TOKEN_DATA:
                yield Token(token.lineno, token.type, _LINE_END.sub("", token.value))
            else:
                yield token
