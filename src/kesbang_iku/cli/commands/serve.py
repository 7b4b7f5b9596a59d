"""``serve``: the standard for programs that ask by the Model Context Protocol.

The protocol is spoken by its official SDK, over standard input and output; nothing listens on a
network, and nothing is decided here that a command would not decide.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kesbang_iku._version import __version__
from kesbang_iku.cli.options import PROGRAM, Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.tools import TOOLS, Answered, Arguments, Tool, ask, tool_named
from kesbang_iku.extras import require_extra
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from mcp import types
    from mcp.server import Server, ServerRequestContext

_SAID: Final = commands.serve


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("--stdio", action="store_true")


def run(options: Namespace, session: Session) -> int:
    """Answer until the program that asks closes its end.

    Raises:
        CannotRunError: it is not said that standard input and output are meant.
        MissingExtraError: the SDK is not installed, which the extra ``mcp`` brings.
    """
    if not options.stdio:
        raise CannotRunError(_SAID.ONLY_STDIO)
    require_extra("mcp", "mcp")
    import anyio  # noqa: PLC0415  # light: comes with the extra
    from mcp.server.stdio import stdio_server  # noqa: PLC0415  # light: the same

    server = _server(session)

    async def serve() -> None:
        async with stdio_server() as (asked, answered):
            await server.run(asked, answered, server.create_initialization_options())

    anyio.run(serve)
    return 0


def _server(session: Session) -> Server:
    """Return what lists the tools and answers them, one question after the other."""
    import anyio  # noqa: PLC0415  # light: comes with the extra
    from mcp import types  # noqa: PLC0415  # light: the same
    from mcp.server import Server  # noqa: PLC0415  # light: the same

    one_at_a_time = anyio.CapacityLimiter(1)  # each has the streams of the process for itself

    async def listed(
        _context: ServerRequestContext, _asked: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool, session) for tool in TOOLS.values()])

    async def called(
        _context: ServerRequestContext, asked: types.CallToolRequestParams
    ) -> types.CallToolResult:
        work = partial(_answered, asked.name, asked.arguments or {}, session)
        found = await anyio.to_thread.run_sync(work, limiter=one_at_a_time)
        return _result(found)

    return Server(
        PROGRAM,
        version=__version__,
        instructions=session.say(_SAID.INSTRUCTIONS),
        on_list_tools=listed,
        on_call_tool=called,
    )


def _described(tool: Tool, session: Session) -> types.Tool:
    from mcp import types  # noqa: PLC0415  # light: comes with the extra

    return types.Tool(
        name=tool.name,
        title=session.say(_SAID.TITLES[tool.name]),
        description=session.say(_SAID.TOOLS[tool.name]),
        input_schema=tool.schema(lambda name: session.say(_SAID.ARGUMENTS[name])),
        annotations=types.ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def _answered(name: str, given: Arguments, session: Session) -> Answered:
    try:
        question = tool_named(name).asked(given)
    except CannotRunError as error:
        return Answered("", error.render(session.language), refused=True)
    return ask(question, _common(session))


def _common(session: Session) -> Sequence[str]:
    """Return the options of every command, as they were given to this one."""
    words = ["--bahasa", session.language]
    for folder in session.folders:
        words += ["--katalog", folder]
    return words if session.packages else [*words, "--tanpa-paket"]


def _result(found: Answered) -> types.CallToolResult:
    from mcp import types  # noqa: PLC0415  # light: comes with the extra

    texts = [one for one in (found.answer, found.said) if one]
    return types.CallToolResult(
        content=[types.TextContent(text=one) for one in texts],
        structured_content=json.loads(found.answer) if found.answer else None,
        is_error=found.refused,
    )
