"""`redress run`."""

import asyncio

import uvloop

from bot.cli.calling import command, plainly, read, say
from bot.running import serve


def run(config: str) -> None:
    """Serve until stopped; exit 0 after an orderly stop."""
    settings = read(config).settings
    with plainly(), asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(settings, say, command()))
