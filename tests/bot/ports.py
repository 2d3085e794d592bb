"""A server of ours on a free port of this machine, for as long as a test asks it something."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot import serving
from bot.config import Web


@asynccontextmanager
async def serving_on(server: serving.Server) -> AsyncIterator[str]:
    """Its address."""
    with serving.listen(Web(port=0)) as sock:
        task = asyncio.create_task(server.serve([sock]))
        await server.listening.wait()
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        server.stop()
        await task
