"""The web server in our own loop: its socket, the application, the health page."""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from bot.config import ConfigError, Web
from dialogs.model import Json

GRACE = 2  # seconds that requests under way have when we stop

Health = Callable[[], Awaitable[Mapping[str, Json]]]


class Server(uvicorn.Server):
    """uvicorn, told when to stop by us alone. `listening` is set once it answers."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=GRACE,
            )
        )
        self.listening = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the application."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say that it listens."""
        await super().startup(sockets)
        self.listening.set()

    def stop(self) -> None:
        """Take no more requests and end those under way."""
        self.should_exit = True


def listen(web: Web) -> socket.socket:
    """The socket to serve on; ConfigError when it cannot be had."""
    return _socket(web.host, web.port, "web.port")


def listen_admin(web: Web) -> socket.socket:
    """The socket of whoever watches from outside; ConfigError when it cannot be had."""
    return _socket(web.host, web.admin_port, "web.admin_port")


def _socket(host: str, port: int, key: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ConfigError(
                f"port {port} is in use by another program: set {key} to a free one, "
                f"for instance `redress config set {key} {port + 1}`"
            ) from None
        raise ConfigError(f"web.host {host} port {port}: {error.strerror or error}") from None


def address(web: Web, port: int) -> str:
    """Where a browser on this machine, or the public address if there is one, reaches us."""
    if web.public_url:
        return web.public_url
    host = "localhost" if web.host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else web.host  # noqa: S104
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def application(routes: Sequence[BaseRoute], health: Health) -> Starlette:
    """All routes, and GET /healthz: 200 while the store answers, else 503."""

    async def healthz(_request: Request) -> JSONResponse:
        told = await health()
        return JSONResponse(dict(told), 200 if told.get("ok") else 503)

    return Starlette(routes=[Route("/healthz", healthz, methods=["GET"]), *routes])
