"""The least of HTTP/1.1 that bots speak to a Bot API server: keep-alive, one call at a time.

Correctness under odd clients is the business of tests/peers; here a call must cost next to nothing.
"""

import asyncio
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import parse_qsl

import httptools
import orjson

Fields = dict[str, Any]
HEAD = b"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
REASONS = {200: b"OK", 400: b"Bad Request", 404: b"Not Found", 409: b"Conflict"}


class Call:
    """One call: its method's name, its fields, and the way back to who made it."""

    __slots__ = ("_transport", "fields", "method")

    def __init__(self, method: str, fields: Fields, transport: asyncio.Transport) -> None:
        self.method, self.fields, self._transport = method, fields, transport

    @property
    def gone(self) -> bool:
        """Whether the caller hung up."""
        return self._transport.is_closing()

    def answer(self, status: int, body: bytes) -> None:
        """Send the answer, unless nobody waits for it any more."""
        if not self.gone:
            reason = REASONS.get(status, b"-")
            self._transport.write(HEAD % (status, reason, len(body)) + body)

    def reset(self) -> None:
        """Cut the connection without an answer."""
        self._transport.abort()


Take = Callable[[Call], None]


class Wire(asyncio.Protocol):
    """One connection. `connections` holds all that are open, so that a stop can end them."""

    def __init__(self, take: Take, connections: set["Wire"]) -> None:
        self._take, self._connections = take, connections
        self._parser = httptools.HttpRequestParser(self)
        self.transport: asyncio.Transport | None = None
        self._url, self._kind, self._body = b"", b"", bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The loop's word that there is a connection."""
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is of no common class
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The loop's word that it has ended."""
        self._connections.discard(self)

    def data_received(self, data: bytes) -> None:
        """The loop's word that bytes came."""
        self._parser.feed_data(data)

    def on_url(self, url: bytes) -> None:
        """The parser's words, one for each part of a request: this and those below."""
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-type":
            self._kind = value

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        assert self.transport is not None
        method = self._url.rpartition(b"/")[2].partition(b"?")[0].decode()
        call = Call(method, fields(self._kind, bytes(self._body)), self.transport)
        self._url, self._kind, self._body = b"", b"", bytearray()
        self._take(call)


def fields(kind: bytes, body: bytes) -> Fields:
    """What a call says, in each of the three ways the Bot API takes: JSON, a form, multipart."""
    if not body:
        return {}
    if kind.startswith(b"application/json"):
        found: Fields = orjson.loads(body)
        return found
    if kind.startswith(b"multipart/form-data"):
        return dict(_multipart(body, kind.rpartition(b"boundary=")[2].strip(b'"')))
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _multipart(body: bytes, boundary: bytes) -> list[tuple[str, str]]:
    """Text parts only: no bot here sends files."""
    parts = (part.partition(b"\r\n\r\n") for part in body.split(b"--" + boundary)[1:-1])
    return [
        (head.partition(b'name="')[2].partition(b'"')[0].decode(), value[:-2].decode())
        for head, _, value in parts
    ]


def nested(value: object) -> Any:
    """A field that is an object: forms carry it as JSON text."""
    return orjson.loads(value) if isinstance(value, str) else value
