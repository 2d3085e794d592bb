"""A server that answers as it is told, bytes and broken lines included; no Bot API in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer

Answerer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Plain:
    """`answer` answers every request; `seen` keeps path, content type and body of each."""

    answer: Answerer
    seen: list[tuple[str, str, bytes]] = field(default_factory=list)
    base_url: str = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Keep the request and answer it."""
        self.seen.append((request.path, request.content_type, await request.read()))
        return await self.answer(request)


@asynccontextmanager
async def serving(answer: Answerer) -> AsyncIterator[Plain]:
    """Serve on a free port of loopback."""
    plain = Plain(answer)
    app = web.Application(client_max_size=2**24)
    app.router.add_route("*", "/{path:.*}", plain.handle)
    async with TestServer(app, host="127.0.0.1") as server:
        plain.base_url = str(server.make_url("")).rstrip("/")
        yield plain


def says(status: int, body: object, **headers: str) -> Answerer:
    """Answer every request so: bytes as they are, everything else as JSON."""

    async def answer(_request: web.Request) -> web.StreamResponse:
        if isinstance(body, bytes):
            return web.Response(status=status, body=body, headers=headers)
        return web.json_response(body, status=status, headers=headers)

    return answer


async def hangs_up(request: web.Request) -> web.StreamResponse:
    """Take the request and close the line without an answer."""
    assert request.transport
    request.transport.close()
    return web.Response()


async def cuts_off(request: web.Request) -> web.StreamResponse:
    """Begin an answer and close the line in its middle."""
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok": true, "result"')
    assert request.transport
    request.transport.close()
    return response
