"""HTTP to the Bot API over one keep-alive pool. Each URL holds the token, so no URL leaves here."""

import io
import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from mimetypes import guess_type
from typing import Any, TypeAlias
from urllib.parse import quote
from urllib.request import getproxies, proxy_bypass

import aiohttp
import orjson
from yarl import URL

from bot.channels.base import FetchFailed
from dialogs.model import Json

API = "https://api.telegram.org"
CONNECT = 10.0  # seconds to get a connection
PATIENCE = 30.0  # seconds for a whole call, unless told otherwise
CONNECTIONS = 256
KEEP = 60.0  # seconds that an idle connection is kept
CHUNK = 65_536  # bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said. `status` is the HTTP status, `ok` that it did what was asked.

    `retry_after` seconds (0: none said); `migrate_to` the group's new chat id, "" if it has none.
    """

    status: int
    ok: bool = False
    result: Json = None
    description: str = ""
    retry_after: float = 0
    migrate_to: str = ""


@dataclass(frozen=True, slots=True)
class Unsent:
    """No connection, so the server cannot have seen the call."""

    reason: str


@dataclass(frozen=True, slots=True)
class Lost:
    """The call was on its way and no answer came back: the server may have done it."""

    reason: str


Reply: TypeAlias = Answer | Unsent | Lost


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of ours in a call: the field that takes it, its name and its bytes."""

    field: str
    name: str
    content: bytes


def open_session(api_base_url: str = API) -> aiohttp.ClientSession:
    """The pool of connections; whoever opens it closes it. Needs a running loop.

    A proxy of the environment is used (many operators reach Telegram by one only), but never on
    the way to this machine itself. Cookies are neither kept nor sent.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP),
        cookie_jar=aiohttp.DummyCookieJar(),
        proxy=_proxy(URL(api_base_url)),
    )


def _proxy(base: URL) -> str | None:
    """The proxy of the environment on the way there, looked up once.

    Not by aiohttp's `trust_env`: that reads the environment and .netrc at every call, in a thread.
    """
    host = base.host or ""
    if host in {"localhost", "::1"} or host.startswith("127.") or proxy_bypass(host):
        return None
    return getproxies().get(base.scheme)


class Wire:
    """The calls of one bot. `id` is the bot's own id, the public part of its token.

    `sound` is False for a token that could not stand in a URL: no call may be made with it.
    `heard` is told the HTTP status of each answer, and 0 when none came.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        api_base_url: str = API,
        heard: Callable[[int], None] = lambda _: None,
    ) -> None:
        base = api_base_url.rstrip("/")
        self._heard = heard
        self.id = token.partition(":")[0]
        self.sound = re.fullmatch(r"[\w:.-]+", token, re.ASCII) is not None
        self._session = session
        self._calls = lru_cache(maxsize=64)(_encoded(f"{base}/bot{token}/"))
        self._files = f"{base}/file/bot{token}/"

    def __repr__(self) -> str:
        """Name the bot, never the token."""
        return f"Wire({self.id})"

    async def post(
        self,
        method: str,
        body: Mapping[str, Json],
        *,
        upload: Upload | None = None,
        patience: float = PATIENCE,
    ) -> Reply:
        """Make one call with a JSON body, or a form if there is a file; at most `patience` seconds.

        Never raises for what the network or the server does.
        """
        sent = _form(body, upload) if upload else {"data": orjson.dumps(body), "headers": JSON}
        try:
            async with self._session.post(
                self._calls(method),
                timeout=timeout(patience),
                allow_redirects=False,
                **sent,
            ) as response:
                content = await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._heard(0)
            return _failed(error)
        self._heard(response.status)
        return _answer(response.status, content)

    async def download(self, path: str, limit: int) -> AsyncIterator[bytes]:
        """The bytes of a file that getFile named, at most `limit` of them.

        Raises FetchFailed: "too_large", "gone", or "network" where another try may help.
        """
        url = URL(self._files + quote(path), encoded=True)
        taken = 0
        try:
            async with self._session.get(url, timeout=timeout(None)) as response:
                _check(response, limit)
                async for chunk in response.content.iter_chunked(CHUNK):
                    taken += len(chunk)
                    if taken > limit:
                        raise FetchFailed("too_large", lasting=True)
                    yield chunk
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise FetchFailed("network", lasting=False) from nameless(error)


JSON = {"Content-Type": "application/json"}


def _encoded(base: str) -> Callable[[str], URL]:
    """The URL of each method, nothing in it escaped again."""
    return lambda method: URL(base + method, encoded=True)


@lru_cache(maxsize=16)
def timeout(patience: float | None) -> aiohttp.ClientTimeout:
    """Without `patience` a call may take as long as bytes keep coming."""
    quiet = None if patience else PATIENCE
    return aiohttp.ClientTimeout(total=patience, connect=CONNECT, sock_read=quiet)


def _form(body: Mapping[str, Json], upload: Upload) -> dict[str, Any]:
    """A multipart body: texts as they are, everything else as JSON, and the file."""
    form = aiohttp.FormData(quote_fields=False)
    for name, value in body.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    mime = guess_type(upload.name)[0] or "application/octet-stream"
    form.add_field(
        upload.field, io.BytesIO(upload.content), filename=upload.name, content_type=mime
    )
    return {"data": form}


def _answer(status: int, content: bytes) -> Reply:
    """Read an answer. Without the Bot API's envelope it is some proxy's word, or was cut off: a
    proxy's 403 must not pass for a person who blocked us. Only "too large" means what it says.
    """
    try:
        said = orjson.loads(content)
    except ValueError:
        said = None
    if not isinstance(said, dict) or not isinstance(said.get("ok"), bool):
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return Answer(status, description="Request Entity Too Large")
        return Lost(f"HTTP {status} without an answer of the Bot API")
    hints = said.get("parameters")
    hints = hints if isinstance(hints, dict) else {}
    after, to = hints.get("retry_after"), hints.get("migrate_to_chat_id")
    return Answer(
        status=status,
        ok=said["ok"] and status < HTTPStatus.BAD_REQUEST,
        result=said.get("result"),
        description=str(said.get("description") or ""),
        retry_after=float(after) if isinstance(after, int | float) else 0,
        migrate_to=str(to) if isinstance(to, int) else "",
    )


def _failed(error: Exception) -> Unsent | Lost:
    """Whether a call that failed can have reached the server. Its text may hold the URL: unused."""
    before = (
        aiohttp.ClientConnectorError,
        aiohttp.ConnectionTimeoutError,
        aiohttp.ClientHttpProxyError,
        aiohttp.InvalidURL,
    )
    name = type(error).__name__
    return Unsent(name) if isinstance(error, before) else Lost(name)


def _check(response: aiohttp.ClientResponse, limit: int) -> None:
    if response.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.BAD_REQUEST}:
        raise FetchFailed("gone", lasting=True)
    if response.status != HTTPStatus.OK:
        raise FetchFailed("network", lasting=False)
    if (response.content_length or 0) > limit:
        raise FetchFailed("too_large", lasting=True)


def nameless(error: Exception) -> Exception:
    """The kind of an error without its words, which may hold a URL with the token."""
    return ConnectionError(type(error).__name__)
